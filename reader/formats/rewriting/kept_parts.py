"""The parts of XML of a file that is written anew: as they are read, and with what has changed in them."""

from collections.abc import Collection

from reader.formats.rewriting.asides import Asides
from reader.formats.rewriting.members import DECLARATION_LENGTH, serialised, with_members
from reader.formats.xml_parts import Element, parse_xml
from reader.formats.zipped import Zipped


class KeptParts:
    """The parts of a file.

    Attributes:
        roots: of the parts that have been read, by their paths.
        signed: whether there is a signature, which is left out of what is written.
    """

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a file."""
        self.roots: dict[str, Element] = {}
        self.signed = False
        self._data = data
        self._asides: dict[str, Asides] = {}
        self._begin: dict[str, bytes] = {}
        self._changed: dict[Element, None] = {}

    def root(self, archive: Zipped, path: str) -> Element:
        """The root of a part of an archive; each has one only, for those are written that have been changed.

        Raises:
            DocumentError: it is not there, or damaged.
        """
        if path not in self.roots:
            self._keep(path, archive.read(path), archive.name)
        return self.roots[path]

    def _keep(self, path: str, data: bytes, name: str) -> None:
        self.roots[path] = parse_xml(data, name, asides=True)
        self._asides[path] = Asides(self.roots[path])
        self._begin[path] = data[:DECLARATION_LENGTH]

    def changed(self, *elements: Element) -> None:
        """Have what these elements stand in written anew."""
        for element in elements:
            self._changed[element.getroottree().getroot()] = None

    def _archived(self, archive: Zipped, dropped: Collection[str]) -> bytes:
        """The archive with the parts that have changed, and without those that are dropped."""
        paths = [path for path, root in self.roots.items() if root in self._changed]
        changed = {archive.stored(path): self._serialised(path) for path in paths}
        return with_members(self._data, changed, {archive.stored(path) for path in dropped})

    def _serialised(self, path: str) -> bytes:
        self._asides[path].put_back()
        return serialised(self.roots[path], self._begin[path])
