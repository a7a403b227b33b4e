"""The parts of an OpenDocument file that is written anew: as they are read, and with what has changed in them."""

from collections.abc import Iterator

from reader import late_re as re
from reader.formats.odt.names import tag
from reader.formats.odt.package import FLAT
from reader.formats.rewriting.members import serialised, with_members
from reader.formats.xml_parts import Element
from reader.formats.zipped import Zipped

_LONGEST_DECLARATION = 1000
_SIGNATURES = "META-INF/documentsignatures.xml"
# Images in a file without an archive; they are larger than libxml2 allows.
_IMAGES = re.compile(rb"(<(?:\w+:)?binary-data(?:\s[^<>]*)?(?<!/))>([^<]*)")
# What tells in such a file, while it is read and written, which image stands where.
_NUMBER = "number-of-image"
_NUMBERED = re.compile(rb"(<(?:\w+:)?binary-data(?:\s[^<>]*)?>)([0-9]+)")


class Parts:
    """The parts of a file.

    Attributes:
        readable: the file as it is to be read.
        roots: of the parts that have been read, by their paths.
        signed: whether there is a signature, which is left out of what is written.
    """

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a file."""
        self._data = data
        self._images: list[bytes] = []
        self.readable = data if data[:2] == b"PK" else _IMAGES.sub(self._numbered, data)
        self.roots: dict[str, Element] = {}
        self.signed = False
        self._changed: dict[Element, None] = {}

    def _numbered(self, image: "re.Match[bytes]") -> bytes:
        self._images.append(image[2])
        return b'%s %s="%d">' % (image[1], _NUMBER.encode(), len(self._images) - 1)

    def changed(self, *elements: Element) -> None:
        """Have what these elements stand in written anew."""
        for element in elements:
            self._changed[element.getroottree().getroot()] = None

    def common_styles(self, root: Element) -> Iterator[Element]:
        """The named styles for what stands under a root."""
        path = next((path for path, each in self.roots.items() if each is root), None)
        if path is None or path == FLAT:
            yield from root.iterchildren(tag("office:styles"))
            return
        styles = self.roots.get(f"{path.rpartition('/')[0]}/styles.xml".removeprefix("/"))
        for each in (root, *((styles,) if styles is not None and styles is not root else ())):
            yield from each.iterchildren(tag("office:styles"))

    def written(self, archive: Zipped | None) -> bytes:
        """The file with the parts that have changed; `archive` is what it is, if it is one."""
        if archive is None:
            return self._with_images(self.roots[FLAT])
        changed = {
            archive.stored(path): serialised(root, archive.read(path))
            for path, root in self.roots.items()
            if root in self._changed
        }
        self.signed = _SIGNATURES in archive
        return with_members(self._data, changed, {archive.stored(_SIGNATURES)} if self.signed else ())

    def _with_images(self, root: Element) -> bytes:
        for element in root.iter("{*}binary-data"):
            element.text = element.attrib.pop(_NUMBER, "") + (element.text or "")
        written = serialised(root, self._data[:_LONGEST_DECLARATION])
        return _NUMBERED.sub(lambda image: image[1] + self._images[int(image[2])], written)
