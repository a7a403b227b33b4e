"""Both texts as an EPUB 3 book, one file per chapter, each block in its language."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import takewhile
from uuid import NAMESPACE_URL, uuid5

from reader.export.archive import archive
from reader.export.blocks import Block, blocks, heading_text
from reader.export.colophon import last_lines, moment_of, utc
from reader.export.columns import arranged
from reader.export.labels import labels_for
from reader.export.markup import Markup, element, joined, one_line
from reader.export.options import ExportOptions
from reader.export.titles import shown_title, title_in
from reader.export.web.context import Web, is_flat
from reader.export.web.rows import body
from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText
from reader.paths import RESOURCES
from reader.text import HEADINGS, BoxKind, Kind, language_tag

_HEADER = '<?xml version="1.0" encoding="utf-8"?>\n'
_XHTML = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}
_CONTAINER = element(
    "container",
    {"version": "1.0", "xmlns": "urn:oasis:names:tc:opendocument:xmlns:container"},
    element(
        "rootfiles",
        {},
        element("rootfile", {"full-path": "book/package.opf", "media-type": "application/oebps-package+xml"}),
    ),
)
# In blocks. E-readers lay out one file at a time, so longer chapters are split.
_LONGEST_CHAPTER = 300
# Headings up to this level begin a file.
_CHAPTER_LEVEL = 2
# Headings in these are not in the table of contents.
_ASIDE = (BoxKind.CELL, BoxKind.NOTE, BoxKind.FURNITURE)
_ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line of the table of contents."""

    level: int
    label: str
    language: str
    href: str


def epub_bytes(text: ParallelText, options: ExportOptions, *, cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """The book. Its table of contents lists the headings of the original or, if that is left out, the translation.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    options = arranged(text, options)
    labels = labels_for(text.target_language)
    chapters = list(_chapters(blocks(text, options, cancelled)))
    files = {block.index: _name(number) for number, chapter in enumerate(chapters) for block in chapter}
    book = _Book(Web(text, options, labels, xml=True, files=files), chapters)
    return archive(book.files(), stored=("mimetype",))


@dataclass(frozen=True, slots=True)
class _Book:
    web: Web
    chapters: list[list[Block]]

    def files(self) -> Iterator[tuple[str, str]]:
        yield "mimetype", "application/epub+zip"
        yield "META-INF/container.xml", _HEADER + _CONTAINER
        pages = dict(self._pages())
        yield "book/package.opf", _HEADER + self._package(list(pages), "".join(pages.values()))
        yield "book/contents.xhtml", self._page(self._contents())
        yield "book/style.css", "".join((RESOURCES / "export" / name).read_text("utf-8") for name in self._styles())
        for name, page in pages.items():
            yield f"book/{name}", page

    def _styles(self) -> Iterator[str]:
        yield from ("parallel.css", "book.css")
        if not is_flat(self.web.text):
            yield "structure.css"

    def _pages(self) -> Iterator[tuple[str, str]]:
        title = shown_title(self.web.text)
        for number, chapter in enumerate(self.chapters):
            heading = [element("h1", {}, title)] if title and number == 0 else []
            yield _name(number), self._page(joined([*heading, body(self.web, chapter)]))
        yield "colophon.xhtml", self._page(_colophon(self.web))

    def _page(self, body: Markup) -> str:
        head = element(
            "head",
            {},
            element("title", {}, self._title()),
            element("link", {"rel": "stylesheet", "type": "text/css", "href": "style.css"}),
        )
        page = element("html", {**_XHTML, **self.web.lang(self._languages()[0])}, head, element("body", {}, body))
        return f"{_HEADER}<!DOCTYPE html>\n{page}\n"

    def _title(self) -> str:
        return title_in(self.web.text, self.web.options)

    def _languages(self) -> list[str]:
        text = self.web.text
        alone = self.web.alone
        return [text.target_language] if alone else [text.source_language, text.target_language]

    def _package(self, pages: Sequence[str], content: str) -> Markup:
        items = [
            _item("contents", "contents.xhtml", "nav"),
            _item("style", "style.css"),
            *(_item(f"page{number}", name) for number, name in enumerate(pages, start=1)),
        ]
        spine = [element("itemref", {"idref": f"page{number}"}) for number in range(1, len(pages) + 1)]
        attributes = {"xmlns": "http://www.idpf.org/2007/opf", "version": "3.0", "unique-identifier": "id"}
        return element(
            "package",
            attributes,
            element("metadata", {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}, *self._metadata(content)),
            element("manifest", {}, *items),
            element("spine", {}, *spine),
        )

    def _metadata(self, content: str) -> Iterator[Markup]:
        # The same content gives the same identifier.
        identifier = uuid5(NAMESPACE_URL, sha256(content.encode()).hexdigest())
        yield element("dc:identifier", {"id": "id"}, f"urn:uuid:{identifier}")
        yield element("dc:title", {}, self._title())
        if author := one_line(self.web.text.document.metadata.get("author", "")):
            yield element("dc:creator", {}, author)
        for code in dict.fromkeys(map(language_tag, self._languages())):
            yield element("dc:language", {}, code)
        yield element("meta", {"property": "dcterms:modified"}, utc(moment_of(self.web.options.timestamp)))
        for name, value in _ACCESSIBILITY:
            yield element("meta", {"property": f"schema:{name}"}, value)

    def _contents(self) -> Markup:
        labels = self.web.labels
        entries = list(self._entries()) or [_Entry(1, self._title(), self._languages()[0], _name(0))]
        entries.append(_Entry(1, labels.colophon, labels.language, "colophon.xhtml"))
        heading = element("h1", self.web.lang(labels.language), labels.contents)
        return element("nav", {"epub:type": "toc", "id": "toc"}, heading, self._list(entries))

    def _entries(self) -> Iterator[_Entry]:
        if shown_title(self.web.text):
            yield _Entry(1, self._title(), self._languages()[0], _name(0))
        for chapter in self.chapters:
            for block in filter(_is_listed, chapter):
                side = block.target if self.web.alone and block.target.segments else block.source
                if label := heading_text(block, side):
                    yield _Entry(block.level, label, side.language, self.web.place(block.index))

    def _list(self, entries: Sequence[_Entry]) -> Markup:
        """Entries as nested lists: deeper entries go below the entry before them."""
        items = []
        while entries:
            first, *rest = entries
            below = list(takewhile(lambda entry: entry.level > first.level, rest))  # noqa: B023
            link = element("a", {"href": first.href, **self.web.lang(first.language)}, first.label)
            items.append(element("li", {}, link, *([self._list(below)] if below else [])))
            entries = rest[len(below) :]
        return element("ol", {}, *items)


def _name(chapter: int) -> str:
    return f"text-{chapter + 1:03}.xhtml"


def _item(identifier: str, name: str, properties: str | None = None) -> Markup:
    kind = "text/css" if name.endswith(".css") else "application/xhtml+xml"
    return element("item", {"id": identifier, "href": name, "media-type": kind, "properties": properties})


def _colophon(web: Web) -> Markup:
    labels = web.labels
    paragraphs = [element("p", {}, line) for line in last_lines(web.text, web.options, labels)]
    attributes = {"class": "colophon", "epub:type": "colophon", **web.lang(labels.language)}
    return element("section", attributes, element("h1", {}, labels.colophon), *paragraphs)


def _is_listed(block: Block) -> bool:
    """Whether a block is a heading of the text itself."""
    return block.kind in HEADINGS and not any(box.kind in _ASIDE for box in block.within)


def _chapters(found: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks of each file; there is at least one file."""
    chapter: list[Block] = []
    for block in found:
        begins = _is_listed(block) and block.level <= _CHAPTER_LEVEL
        told = any(b.kind not in (*HEADINGS, Kind.DATE, Kind.BYLINE) for b in chapter[:9])
        full = len(chapter) >= _LONGEST_CHAPTER
        if chapter and ((begins and told) or full) and not _belong_together(chapter[-1], block):
            yield chapter
            chapter = []
        chapter.append(block)
    yield chapter


def _belong_together(block: Block, following: Block) -> bool:
    """Whether two blocks are in the same table, note or other box."""
    if not block.within or not following.within:
        return False
    first, second = block.within[0], following.within[0]
    return (first.kind, first.number) == (second.kind, second.number)
