"""Writing paragraphs as Markdown that reads back as the same paragraphs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from reader import late_re as re
from reader.export.grid import rows_of_cells, table_place
from reader.export.markdown.containers import Containers, Unit
from reader.export.markdown.front import write_front_matter
from reader.export.markdown.inline import References, image, inline_markdown, link
from reader.export.markdown.marks import image_address, unsafe
from reader.export.markdown.tables import table_markdown
from reader.export.markup import clean, one_line
from reader.export.nesting import around
from reader.formats import longest_ticks
from reader.text import HEADINGS, Box, BoxKind, Figure, Kind, MarkKind, Paragraph

_RULE = "---"
_LABEL = re.compile(r"[A-Za-z0-9_-]{1,20}")
# Those that Markdown has something for.
_BOXES = frozenset({BoxKind.QUOTE, BoxKind.NOTE, BoxKind.ASIDE})
_NUMBER = re.compile(r"[0-9]{1,9}[.)]")
_TASKS = {"☐": "- [ ]", "☑": "- [x]"}
_NONE: Mapping[str, str] = {}
_DEFINITIONS = (Kind.TERM, Kind.DEFINITION)


def write_markdown(
    paragraphs: Sequence[Paragraph], figures: Sequence[Figure] = (), metadata: Mapping[str, str] = _NONE
) -> str:
    """Paragraphs as Markdown; reading it again gives the same text, kinds, boxes and marks.

    Exceptions: dates, bylines, captions and verse are recognised by their form again, if at all; a marker that
    Markdown does not have becomes text; what says that a stretch is not to be translated is left out. Notes come last.
    Marks are kept where they begin and end at words, and code ends at a line break. Characters that files cannot have,
    blank paragraphs and unsafe addresses are left out.

    Args:
        paragraphs: in reading order.
        figures: of the document, see `Document.figures`; an image that is not among them is only its description.
        metadata: see `Document.metadata`; it becomes front matter.
    """
    references = _references(paragraphs, figures)
    body = [paragraph for paragraph in paragraphs if paragraph.note is None]
    notes = [each for p in paragraphs if p.note is not None for each in _as_note(p, references)]
    blocks = _written([*body, *notes], references)
    if blocks.startswith(f"{_RULE}\n\n"):
        # At the start of a file "---" opens front matter, up to the next "---".
        blocks = "***" + blocks.removeprefix(_RULE)
    return write_front_matter(metadata) + blocks + "\n"


def _references(paragraphs: Sequence[Paragraph], figures: Sequence[Figure]) -> References:
    """The notes that are there and are referred to, and the images that may be shown."""
    wanted = {mark.href for p in paragraphs for mark in p.marks if mark.kind is MarkKind.NOTE and p.note is None}
    labels: dict[str, str] = {}
    for box in (paragraph.note for paragraph in paragraphs):
        name = f"#note:{box.number}" if box else ""
        if box and name in wanted and name not in labels:
            taken = not _LABEL.fullmatch(box.label) or box.label in labels.values()
            labels[name] = f"n{box.number + 1}" if taken else box.label
    found = ((f"figure:{index}", image_address(figure)) for index, figure in enumerate(figures))
    images = {name: address for name, address in found if address}
    return References(labels, {name: address for name, address in images.items() if address and clean(address)})


def _as_note(paragraph: Paragraph, references: References) -> Iterator[Paragraph]:
    """A paragraph of a note without what is around the note; readers drop a note that nothing refers to, so its
    label becomes text.
    """
    depth = next(place for place, box in enumerate(paragraph.within) if box.kind is BoxKind.NOTE)
    box = paragraph.within[depth]
    if f"#note:{box.number}" in references.notes:
        yield replace(paragraph, within=paragraph.within[depth:])
        return
    outside = replace(paragraph, within=paragraph.within[depth + 1 :])
    if not paragraph.marker or paragraph.kind is Kind.LIST_ITEM:
        yield outside
    elif paragraph.kind is Kind.NOTE:
        yield _led_by(f"[{box.label}]", outside)
    else:  # an image or code has no room for it
        yield Paragraph(f"[{box.label}]", Kind.NOTE)
        yield replace(outside, marker="")


def _led_by(text: str, paragraph: Paragraph) -> Paragraph:
    """`paragraph` with `text` and a space before it."""
    by = len(text) + 1
    marks = tuple(mark.at(mark.start + by, mark.end + by) for mark in paragraph.marks)
    return replace(paragraph, text=f"{text} {paragraph.text}", marks=marks)


def _written(paragraphs: Sequence[Paragraph], references: References) -> str:
    containers = Containers(references.notes)
    return "".join(containers.placed(unit) for unit in _units(paragraphs, references) if unit.content)


def _units(paragraphs: Sequence[Paragraph], references: References) -> Iterator[Unit]:
    for place, group in groupby(paragraphs, key=table_place):
        if place is None:
            yield from _texts(group, references)
            continue
        inside = list(group)
        rows = rows_of_cells(inside, place[1])
        content = table_markdown(rows, place[1], references, lambda own: _written(own, references))
        box = inside[0].within[place[1]]
        yield Unit(around(inside[0].within[: place[1]], box.level, _BOXES), content)


def _texts(paragraphs: Iterable[Paragraph], references: References) -> Iterator[Unit]:
    """Paragraphs outside tables."""
    for key, group in groupby(filter(_says_something, paragraphs), key=_defined_in):
        inside = list(group)
        if key is not None and (written := _definitions(inside, references)):
            yield Unit(around(*key, _BOXES), written)
            continue
        yield from (_unit(paragraph, references) for paragraph in inside)


def _says_something(paragraph: Paragraph) -> bool:
    always = paragraph.kind in (Kind.RULE, Kind.CODE, Kind.FIGURE)
    return always or bool(clean(paragraph.text).strip())


def _defined_in(paragraph: Paragraph) -> tuple[tuple[Box, ...], int] | None:
    """Where a term or definition stands."""
    return (paragraph.within, paragraph.level) if paragraph.kind in _DEFINITIONS else None


def _definitions(paragraphs: Sequence[Paragraph], references: References) -> str:
    """A list of terms, each with its definitions; "" if it does not consist of that."""
    kinds = "".join("T" if paragraph.kind is Kind.TERM else "D" for paragraph in paragraphs)
    if not re.fullmatch("(T+D+)+", kinds):
        return ""
    lines = [_definition(paragraph, references) for paragraph in paragraphs]
    joined = ("\n" if pair in ("TT", "TD", "DD") else "\n\n" for pair in map("".join, pairwise(kinds)))
    return lines[0] + "".join(between + line for between, line in zip(joined, lines[1:], strict=True))


def _definition(paragraph: Paragraph, references: References) -> str:
    text = inline_markdown(paragraph, references)
    return _one_line(text) if paragraph.kind is Kind.TERM else ": " + text.replace("\n", "\n  ")


def _unit(paragraph: Paragraph, references: References) -> Unit:
    chain = around(paragraph.within, _depth(paragraph), _BOXES, quoted=paragraph.kind is Kind.QUOTE)
    if not _opens_item(paragraph):
        return Unit(chain, _content(paragraph, references), plain=_is_plain(paragraph))
    marker, lead = _markdown_marker(paragraph.marker)
    if paragraph.kind is not Kind.LIST_ITEM:
        return Unit(chain, _content(paragraph, references), marker)
    item = _led_by(lead, paragraph) if lead else paragraph
    return Unit(chain, inline_markdown(item, references), marker)


def _depth(paragraph: Paragraph) -> int:
    """How many list items enclose a paragraph, not counting one that it opens."""
    if paragraph.kind in HEADINGS:
        return 0  # its level is that of the heading
    return max(paragraph.level - _opens_item(paragraph), 0)


def _opens_item(paragraph: Paragraph) -> bool:
    """Whether it is the first of an item: text, or code or an image with a marker that Markdown has."""
    if paragraph.kind not in (Kind.CODE, Kind.MATH, Kind.FIGURE):
        return paragraph.kind is Kind.LIST_ITEM
    return bool(paragraph.marker and paragraph.level and not _markdown_marker(paragraph.marker)[1])


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind not in (*HEADINGS, Kind.RULE, Kind.CODE, Kind.MATH)


def _markdown_marker(marker: str) -> tuple[str, str]:
    """The marker in Markdown, and what of it becomes text, since Markdown has no such marker."""
    if marker in _TASKS:
        return _TASKS[marker], ""
    if _NUMBER.fullmatch(marker):
        return marker, ""
    return "-", one_line(marker) if any(map(str.isalnum, marker)) else ""


def _content(paragraph: Paragraph, references: References) -> str:
    match paragraph.kind:
        case Kind.RULE:
            return _RULE
        case Kind.CODE:
            return _fenced(paragraph.text, _language_of(paragraph))
        case Kind.MATH:
            return _fenced(paragraph.text, "math")
        case Kind.FIGURE:
            return _figure(paragraph, references)
        case Kind.TITLE | Kind.HEADING:
            led = _led_by(one_line(paragraph.marker), paragraph) if paragraph.marker else paragraph
            # Number signs at the end would be read as a closing sequence.
            line = re.sub(r"(?<!\S)(#+)$", r"\\\1", inline_markdown(led, references, begins_lines=False))
            return f"{'#' * min(max(paragraph.level, 1), 6)} {line}"
    return inline_markdown(paragraph, references)


def _language_of(code: Paragraph) -> str:
    """What stands behind a fence; "math" there would be mathematics."""
    named = next((one_line(mark.href) for mark in code.marks if mark.kind is MarkKind.CODE), "")
    return "" if "`" in named or named == "math" or named != named.strip() else named


def _fenced(text: str, language: str = "") -> str:
    fence = "`" * max(3, longest_ticks(clean(text)) + 1)
    return f"{fence}{language}\n{clean(text)}\n{fence}"


def _figure(paragraph: Paragraph, references: References) -> str:
    number = next((box.number for box in paragraph.within if box.kind is BoxKind.FIGURE), None)
    length = len(paragraph.text)
    links = [mark for mark in paragraph.marks if mark.kind is MarkKind.LINK and (mark.start, mark.end) == (0, length)]
    bare = replace(paragraph, marks=tuple(mark for mark in paragraph.marks if mark not in links))
    address = references.images.get(f"figure:{number}")
    if address is None:
        return _one_line(inline_markdown(paragraph, references))
    written = image(_one_line(inline_markdown(bare, references)), address)
    return link(written, links[-1].href) if links and not unsafe(links[-1].href) else written


def _one_line(markdown: str) -> str:
    return markdown.replace("\\\n", " ")
