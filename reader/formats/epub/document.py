"""A book in EPUB as a document: its chapters one after another."""

import codecs
import posixpath
from collections.abc import Collection, Sequence

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.decoding import decode
from reader.formats.encoding_names import known_encoding
from reader.formats.epub.package import Package, read_package, resolved
from reader.formats.html import HtmlWalk, Surroundings
from reader.formats.html_notes import HtmlNotes, notes_in_html
from reader.formats.html_origins import Origins
from reader.formats.inline import local
from reader.formats.parsed import Began, Parsed
from reader.formats.webpage import divided, parsed_html
from reader.formats.zipped import Zipped
from reader.late_dataclasses import dataclass

_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter: its path in the archive, its markup, how that is encoded, and the paths of all chapters."""

    path: str
    markup: str
    encoding: str
    paths: Collection[str]

    @property
    def body(self) -> str:
        """The markup that is shown, which is the end of all."""
        return divided(self.markup)[1]

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


def parse_epub(data: bytes, name: str, began: Began | None = None) -> Parsed:
    """Read a book; `name` is for messages, and `began` is told of its beginning.

    Raises:
        DocumentError: it is damaged, or protected.
    """
    book = Zipped(data, name)
    package = read_package(book)
    return read_chapters(package, chapters_of(book, package), began=began)


def chapters_of(book: Zipped, package: Package) -> list[Chapter]:
    """The chapters of a book, decoded."""
    paths = frozenset(package.chapters)  # each link asks for one
    return [Chapter(path, *decoded(book.read(path), book.name), paths) for path in package.chapters]


def read_chapters(
    package: Package, chapters: Sequence[Chapter], origins: Origins | None = None, began: Began | None = None
) -> Parsed:
    """Read the chapters of a book; where their text stands is added to `origins`, one part for each."""
    notes = notes_in_html((chapter.body, chapter.place, chapter.named) for chapter in chapters)
    builder = Builder(titled=True, began=began)  # the first heading is that of a chapter
    for chapter in chapters:
        _read_chapter(builder, chapter, notes, origins)
    builder.paragraphs[:] = notes.settled(builder.paragraphs)
    return _parsed(builder, package)


def _read_chapter(builder: Builder, chapter: Chapter, notes: HtmlNotes, origins: Origins | None) -> None:
    builder.name(chapter.path)
    around = Surroundings(chapter.place, chapter.target, chapter.image, notes)
    body = chapter.body
    if origins is not None:
        origins.begin(chapter.markup, len(chapter.markup) - len(body))
    HtmlWalk(builder, body, placeholders=False, around=around, origins=origins).block(body)
    builder.unwind(0)
    if origins is not None:
        origins.end()


def _parsed(builder: Builder, package: Package) -> Parsed:
    return parsed_html(builder, package.metadata, package.metadata.get("title", ""))


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file, and its encoding: UTF-8 if it can be, else as it declares, else as it looks."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "utf-16"
    declared = _DECLARED.match(data)
    for name_of_one in ("utf-8", declared[1].decode() if declared else ""):
        try:
            encoding = known_encoding(name_of_one)
            return data.decode(encoding), encoding
        except (UnicodeDecodeError, LookupError):  # wrong, or the name of none
            continue
    found = decode(data, name)
    return found.text, found.encoding
