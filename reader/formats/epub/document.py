"""A book in EPUB as a document: its chapters one after another."""

import codecs
import posixpath
from collections.abc import Collection

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.decoding import decode
from reader.formats.encoding_names import known_encoding
from reader.formats.epub.package import Package, read_package, resolved
from reader.formats.html import HtmlWalk, Surroundings
from reader.formats.html_notes import HtmlNotes, notes_in_html
from reader.formats.inline import local
from reader.formats.parsed import Parsed
from reader.formats.webpage import divided, parsed_html
from reader.formats.zipped import Zipped
from reader.late_dataclasses import dataclass

_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A chapter: its path in the archive, its markup, and the paths of all chapters."""

    path: str
    markup: str
    paths: Collection[str]

    def place(self, name: str) -> str:
        """The name in the whole book of a place in the chapter."""
        return f"{self.path}#{name}"

    def target(self, href: str) -> str:
        """The address of a link as the document has it: inside the book "#path" or "#path#name"."""
        if href.startswith("#"):
            return f"#{self.place(local(href)[1:])}"
        path = resolved(posixpath.dirname(self.path), href)
        if path not in self.paths or "://" in href:
            return href
        _, sign, name = href.partition("#")
        return "#" + path + (sign + local(sign + name)[1:] if name else "")

    def named(self, href: str) -> str:
        """The name in the whole book of the place that a link leads to; "" if it leads elsewhere."""
        target = self.target(href)
        return target[1:] if target.startswith("#") else ""

    def image(self, address: str) -> str:
        """The path in the archive of an image."""
        return resolved(posixpath.dirname(self.path), address) if "://" not in address else address


def parse_epub(data: bytes, name: str) -> Parsed:
    """Read a book; `name` is for messages.

    Raises:
        DocumentError: it is damaged, or protected.
    """
    book = Zipped(data, name)
    package = read_package(book)
    paths = frozenset(package.chapters)  # each link asks for one
    chapters = [_Chapter(path, _body(book.read(path), name), paths) for path in package.chapters]
    notes = notes_in_html((chapter.markup, chapter.place, chapter.named) for chapter in chapters)
    builder = Builder(titled=True)  # the first heading is that of a chapter
    for chapter in chapters:
        _read_chapter(builder, chapter, notes)
    builder.paragraphs[:] = notes.settled(builder.paragraphs)
    return _parsed(builder, package)


def _read_chapter(builder: Builder, chapter: _Chapter, notes: HtmlNotes) -> None:
    builder.name(chapter.path)
    around = Surroundings(chapter.place, chapter.target, chapter.image, notes)
    HtmlWalk(builder, chapter.markup, placeholders=False, around=around).block(chapter.markup)
    builder.unwind(0)


def _parsed(builder: Builder, package: Package) -> Parsed:
    return parsed_html(builder, package.metadata, package.metadata.get("title", ""))


def _body(data: bytes, name: str) -> str:
    return divided(_decoded(data, name))[1]


def _decoded(data: bytes, name: str) -> str:
    """The text of a chapter: UTF-8 if it can be, else as it declares, else as it looks."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    declared = _DECLARED.match(data)
    for encoding in ("utf-8-sig", declared[1].decode() if declared else ""):
        try:
            return data.decode(known_encoding(encoding))
        except (UnicodeDecodeError, LookupError):  # wrong, or the name of none
            continue
    return decode(data, name).text
