"""The parts of an OpenDocument file that is written anew."""

from collections.abc import Iterator

from reader import late_re as re
from reader.formats.odt.names import tag
from reader.formats.odt.package import FLAT, IMAGES
from reader.formats.rewriting.kept_parts import KeptParts
from reader.formats.xml_parts import Element
from reader.formats.zipped import Zipped

_SIGNATURES = "META-INF/documentsignatures.xml"


class Parts(KeptParts):
    """The parts of a file; images in one without an archive are left out while it is read and written."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a file."""
        super().__init__(data)
        self._images: list[bytes] = []
        self._sign = b""

    def flat(self, name: str) -> Element:
        """The root of a file without an archive; `name` is for messages.

        Raises:
            DocumentError: it is damaged.
        """
        self._sign = _sign_not_in(self._data)
        self._keep(FLAT, IMAGES.sub(self._numbered, self._data), name)
        return self.roots[FLAT]

    def _numbered(self, image: "re.Match[bytes]") -> bytes:
        self._images.append(image[2])
        return b"%s%s%d;" % (image[1], self._sign, len(self._images) - 1)

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
            return re.sub(self._sign + rb"(\d+);", lambda image: self._images[int(image[1])], self._serialised(FLAT))
        self.signed = _SIGNATURES in archive
        return self._archived(archive, {_SIGNATURES} if self.signed else ())


def _sign_not_in(data: bytes) -> bytes:
    """Letters that a file does not have, to stand for its images."""
    number = 0
    while (sign := b"image-%d-" % number) in data:
        number += 1
    return sign
