"""A web page that was saved as a file."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from reader import late_re as re
from reader.formats.building import Builder
from reader.formats.html import HtmlWalk, Surroundings
from reader.formats.html_notes import notes_in_html
from reader.formats.html_origins import Origins
from reader.formats.html_scanner import attributes, unescaped
from reader.formats.inline import local
from reader.formats.left_out import left_out_sentences
from reader.formats.parsed import Began, Parsed
from reader.formats.stated_titles import folded, parts_of_title, with_title
from reader.formats.word_html import with_items
from reader.text import HEADINGS, Mark, Paragraph

_HEAD = re.compile(r"<head[\s>]", re.IGNORECASE)
_BODY = re.compile(r"</head\s*>|<body[\s>]", re.IGNORECASE)
_TITLE = re.compile(r"<title(?:\s[^<>]*)?>([^<]*)</title\s*>", re.IGNORECASE)
_ROOT = re.compile(r"<html\s[^<>]*>", re.IGNORECASE)
_META = re.compile(r"<meta\s[^<>]*>", re.IGNORECASE)
_STATED = {"author": "author", "date": "date", "dcterms.created": "date", "article:published_time": "date"}


def parse_web_page(data: bytes, name: str, began: Began | None = None) -> Parsed:
    """Read a web page in UTF-8, which nothing is wrong with whatever it is; the rest is as for other formats."""
    return read_page(data.decode("utf-8", "replace"), began=began)


def read_page(
    markup: str, origins: Origins | None = None, began: Began | None = None, *, titled: bool = True
) -> Parsed:
    """Read a web page; where its text stands is added to `origins`, and `began` is told of its beginning.

    With `titled` a title that its text lacks stands above it.
    """
    head, body = divided(markup)
    if origins is not None:
        origins.begin(markup, len(markup) - len(body))
    notes = notes_in_html([(body, str, _named)])
    metadata = _metadata(head)
    title = metadata.get("title", "") if titled else ""
    builder = Builder(began=None if began is None else lambda beginning: began(_with_title(beginning, title)))
    HtmlWalk(builder, body, placeholders=False, around=Surroundings(notes=notes), origins=origins).block(body)
    builder.unwind(0)
    if origins is not None:
        origins.end()
    builder.paragraphs[:] = with_items(notes.settled(builder.paragraphs), body)

    def marks() -> Sequence[Mark]:
        return origins.title(_TITLE.search(head), len(title)) if origins is not None else ()

    return _with_title(parsed_html(builder, metadata, metadata.get("title", "")), title, marks)


def _with_title(parsed: Parsed, title: str, marks: Callable[[], Sequence[Mark]] = tuple) -> Parsed:
    """What has been read, below the title of its page if it lacks that; `marks` on that are asked for only then."""
    if not title or _is_in(parsed.paragraphs, title):
        return parsed
    paragraphs, targets = with_title(parsed.paragraphs, parsed.targets, title, marks())
    return replace(parsed, paragraphs=paragraphs, targets=targets)


def _is_in(paragraphs: Sequence[Paragraph], title: str) -> bool:
    """Whether a text has the title of its page, as a heading or another paragraph; one without words needs none."""
    headings = {folded(paragraph.text) for paragraph in paragraphs if paragraph.kind in HEADINGS}
    if any(folded(title[start:end]) in headings for start, end in parts_of_title(title)):
        return True
    return not any(p.translatable for p in paragraphs) or folded(title) in {folded(p.text) for p in paragraphs}


def parsed_html(builder: Builder, metadata: Mapping[str, str], title: str) -> Parsed:
    """What has been read from HTML, with what the file says of itself."""
    left_out = Counter({"tables": builder.layout.wide}) + builder.left_out
    return Parsed(
        builder.paragraphs,
        tuple(builder.figures),
        builder.targets(),
        metadata,
        left_out_sentences(left_out),
        builder.languages,
        title,
    )


def divided(markup: str) -> tuple[str, str]:
    """The head of a page, which is not shown, and the rest."""
    head = _HEAD.search(markup)
    if head is None:
        return "", markup
    if body := _BODY.search(markup, head.end()):
        return markup[: body.end()], markup[body.start() :]
    title = _TITLE.search(markup, head.end())  # what else a head may have is not shown wherever it stands
    return (markup[: title.end()], markup[title.end() :]) if title else ("", markup)


def stated_title(markup: str) -> "re.Match[str] | None":
    """The title of a page, in its head: drawings in the text have titles of their own."""
    return _TITLE.search(divided(markup)[0])


def _named(href: str) -> str:
    """The name of the place in the page that a link leads to; "" if it leads elsewhere."""
    return local(href)[1:] if href.startswith("#") else ""


def _metadata(head: str) -> dict[str, str]:
    found: dict[str, str] = {}
    if title := _TITLE.search(head):
        found["title"] = " ".join(unescaped(title[1]).split())
    for tag in _META.findall(head):
        said = attributes(tag)
        name = _STATED.get((said.get("name") or said.get("property") or "").lower())
        if name and (value := " ".join(said.get("content", "").split())):
            found.setdefault(name, value)
    if root := _ROOT.search(head):
        found["language"] = attributes(root[0]).get("lang", "")
    return {name: value for name, value in found.items() if value}
