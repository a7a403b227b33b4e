"""The parts of a Word document that is written anew: as they are read, and with what has changed in them."""

from collections.abc import Iterator
from typing import Any

from reader.formats.rewriting.members import serialised, with_members
from reader.formats.xml_parts import Element, attribute, parse_xml
from reader.formats.zipped import Zipped

_SIGNATURES = "_xmlsignatures/"
_SIGNED = "/digital-signature/origin"
_RELATIONS, _TYPES = "_rels/.rels", "[Content_Types].xml"


class SavedParts:
    """The parts of a file.

    Attributes:
        roots: of the parts that have been read, by their paths.
        signed: whether there is a signature, which is left out of what is written.
    """

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a file."""
        self._data = data
        self.roots: dict[str, Element] = {}
        self.signed = False
        self._changed: dict[Element, None] = {}

    def changed(self, *elements: Element) -> None:
        """Have what these elements stand in written anew."""
        for element in elements:
            self._changed[element.getroottree().getroot()] = None

    def written(self, archive: Zipped) -> bytes:
        """The file with the parts that have changed."""
        signatures = {name for name in archive.names if name.startswith(_SIGNATURES)}
        self.signed = bool(signatures)
        if self.signed:
            self.changed(*self._without_signature(archive))
        changed = {
            archive.stored(path): serialised(root, archive.read(path))
            for path, root in self.roots.items()
            if root in self._changed
        }
        return with_members(self._data, changed, {archive.stored(name) for name in signatures})

    def _without_signature(self, archive: Zipped) -> Iterator[Element]:
        """Have nothing refer to the signature; returns the parts that did."""
        for path in (_RELATIONS, _TYPES):
            if path not in archive:
                continue
            if path not in self.roots:
                self.roots[path] = parse_xml(archive.read(path), archive.name)
            root: Any = self.roots[path]
            for each in list(root):
                part = attribute(each, "PartName").removeprefix("/")
                if attribute(each, "Type").endswith(_SIGNED) or part.startswith(_SIGNATURES):
                    root.remove(each)
            yield root
