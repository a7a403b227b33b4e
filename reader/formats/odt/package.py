"""The parts of an OpenDocument file: content, styles and metadata, and the documents that are embedded in it."""

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader import late_re as re
from reader.formats.odt.names import name_of, tag
from reader.formats.xml_parts import Element, parse_xml
from reader.formats.zipped import Zipped, damaged
from reader.late_dataclasses import dataclass

if TYPE_CHECKING:
    from reader.formats.odt.saving import Parts

# The path of the only part of a file without an archive.
FLAT = ""
# Images in a file without an archive: larger than libxml2 allows, and not needed.
IMAGES = re.compile(rb"(<(?:\w+:)?binary-data(?:\s[^<>]*)?(?<!/)>)([^<]*)")
_PROGRAMS = ("Basic/", "Scripts/")


@dataclass(frozen=True, slots=True)
class Package:
    """An OpenDocument file, or a document embedded in it.

    Attributes:
        name: the file's, for messages.
        roots: of its parts of XML: content, styles, metadata, as far as they are there; or one that has it all.
        archive: what it lies in; None for a file that is only XML.
        folder: the path of an embedded document in the archive.
        kept: the parts that have been read, if they are to be written anew.
    """

    name: str
    roots: tuple[Element, ...]
    archive: Zipped | None = None
    folder: str = ""
    kept: "Parts | None" = None

    def part(self, name: str) -> Element | None:
        """The first of the elements with this name right in a root."""
        return next(self.parts(name), None)

    def parts(self, name: str) -> Iterator[Element]:
        """The elements with this name right in the roots, or the root that has it."""
        wanted = tag(name)
        for root in self.roots:
            if root.tag == wanted:
                yield root
            yield from root.iterchildren(wanted)

    @property
    def has_programs(self) -> bool:
        """Whether there are macros in it."""
        return self.archive is not None and any(name.startswith(_PROGRAMS) for name in self.archive.names)

    def embedded(self, element: Element) -> "Package | None":
        """The document that is embedded by a `draw:object`; None if it is none of OpenDocument."""
        inside = next((child for child in element if name_of(child) in ("math:math", "office:document")), None)
        if inside is not None:
            return Package(self.name, (inside,), kept=self.kept)
        folder = self.member(element)
        if self.archive is None or f"{folder}/content.xml" not in self.archive:
            return None
        return Package(self.name, _parsed(self.archive, folder, self.kept), self.archive, folder, self.kept)

    def member(self, element: Element) -> str:
        """What an element refers to: the path of a member of the archive, or an address elsewhere; "" if nothing."""
        address = str(element.get(tag("xlink:href"), ""))
        if not address or ":" in address.partition("/")[0]:
            return address
        if address.startswith("../") and not self.folder:  # beside the archive, which counts as a folder
            return address[3:]
        return posixpath.normpath(posixpath.join(self.folder, address)).removeprefix("./")


def open_package(data: bytes, name: str, kept: "Parts | None" = None) -> Package:
    """The document in the bytes of a file; `name` is for messages. `kept` gets the parts that are read.

    Raises:
        DocumentError: it is damaged.
    """
    package = _opened(data, name, kept)
    if package.part("office:body") is None:
        raise damaged(name)
    return package


def _opened(data: bytes, name: str, kept: "Parts | None") -> Package:
    if data[:2] != b"PK":
        root = parse_xml(IMAGES.sub(rb"\1", data), name) if kept is None else kept.flat(name)
        return Package(name, (root,), kept=kept)
    archive = Zipped(data, name)
    return Package(name, _parsed(archive, "", kept), archive, kept=kept)


def _parsed(archive: Zipped, folder: str, kept: "Parts | None") -> tuple[Element, ...]:
    paths = [posixpath.join(folder, part) for part in ("content.xml", "styles.xml", "meta.xml")]
    there = (path for path in paths if path in archive or path == paths[0])
    return tuple(_root(archive, path, kept) for path in there)


def _root(archive: Zipped, path: str, kept: "Parts | None") -> Element:
    return parse_xml(archive.read(path), archive.name) if kept is None else kept.root(archive, path)
