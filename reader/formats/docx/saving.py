"""The parts of a Word document that is written anew; a signature is left out."""

from collections.abc import Iterator
from typing import Any

from reader.formats.rewriting.kept_parts import KeptParts
from reader.formats.xml_parts import Element, attribute
from reader.formats.zipped import Zipped

_SIGNATURES = "_xmlsignatures/"
_SIGNED = "/digital-signature/origin"
_RELATIONS, _TYPES = "_rels/.rels", "[Content_Types].xml"


class SavedParts(KeptParts):
    """The parts of a file."""

    def written(self, archive: Zipped) -> bytes:
        """The file with the parts that have changed."""
        signatures = {name for name in archive.names if name.startswith(_SIGNATURES)}
        self.signed = bool(signatures)
        if self.signed:
            self.changed(*self._without_signature(archive))
        return self._archived(archive, signatures)

    def _without_signature(self, archive: Zipped) -> Iterator[Element]:
        """Have nothing refer to the signature; returns the parts that did."""
        for path in (_RELATIONS, _TYPES):
            if path not in archive:
                continue
            root: Any = self.root(archive, path)
            for each in list(root):
                part = attribute(each, "PartName").removeprefix("/")
                if attribute(each, "Type").endswith(_SIGNED) or part.startswith(_SIGNATURES):
                    root.remove(each)
            yield root
