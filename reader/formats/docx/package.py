"""The parts of a Word document: the XML in the archive, and what each part refers to."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import field
from urllib.parse import unquote

from reader.formats.rewriting.kept_parts import KeptParts
from reader.formats.xml_parts import Element, attribute, children, parse_xml
from reader.formats.zipped import Zipped, damaged
from reader.late_dataclasses import dataclass

# Where the text is if the file does not say.
_USUAL = "word/document.xml"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a part refers to: `kind` is the end of its type ("image"), `target` a path in the archive or an address."""

    kind: str
    target: str
    external: bool


@dataclass(slots=True)
class Part:
    """A part with text: its path, its root, and what it refers to, by identifier."""

    path: str
    root: Element
    references: Mapping[str, Reference] = field(default_factory=dict)

    def target(self, identifier: str) -> str:
        """What an identifier refers to; "" if there is nothing."""
        found = self.references.get(identifier)
        return found.target if found is not None else ""


class Parts:
    """The parts of a Word document."""

    def __init__(self, data: bytes, name: str, kept: KeptParts | None = None) -> None:
        """Open the archive in `data`.

        Args:
            data: the archive.
            name: the document's, for messages.
            kept: gets the parts that are read.

        Raises:
            DocumentError: it is damaged, or has no text.
        """
        self.archive, self._kept = Zipped(data, name), kept
        self._roots = self._references("")
        path = self._of_kind(self._roots, "officeDocument") or _USUAL
        if path not in self.archive:
            raise damaged(name)
        self.main = self.part(path)

    def part(self, path: str) -> Part:
        """The part at a path.

        Raises:
            DocumentError: it is not there, or damaged.
        """
        return Part(path, self._root(path), self._references(path))

    def _root(self, path: str) -> Element:
        if self._kept is None:
            return parse_xml(self.archive.read(path), self.archive.name)
        return self._kept.root(self.archive, path)

    def beside(self, kind: str) -> Part | None:
        """The part of this kind that the text refers to ("styles"), if there is one."""
        path = self._of_kind(self.main.references, kind)
        return self.part(path) if path in self.archive else None

    def properties(self) -> Part | None:
        """What the document says about itself, if there is such a part."""
        path = self._of_kind(self._roots, "core-properties")
        return self.part(path) if path in self.archive else None

    def _of_kind(self, references: Mapping[str, Reference], kind: str) -> str:
        found = (r.target for r in references.values() if r.kind == kind and not r.external)
        return next((target for target in found if target in self.archive), "")

    def _references(self, path: str) -> dict[str, Reference]:
        folder, file = posixpath.split(path)
        listed = posixpath.join(folder, "_rels", f"{file}.rels")
        if listed not in self.archive:
            return {}
        root = parse_xml(self.archive.read(listed), self.archive.name)
        return dict(_listed(root, folder))


def _listed(root: Element, folder: str) -> Iterator[tuple[str, Reference]]:
    for entry in children(root, "Relationship"):
        external = attribute(entry, "TargetMode") == "External"
        target = attribute(entry, "Target")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        kind = attribute(entry, "Type").rpartition("/")[2]
        yield attribute(entry, "Id"), Reference(kind, target, external)
