"""Part of one text, as it is copied: plain text, and HTML for word processors."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from reader.errors import CancelledError
from reader.export.markup import Markup, element, one_line
from reader.export.text_blocks import running_text
from reader.export.web.fragment import fragment, inline_fragment, table_fragment
from reader.late_dataclasses import dataclass
from reader.text import OBJECT, Box, BoxKind, Cell, Kind, Mark, Paragraph, Span, marks_on

_CHARSET = element("meta", {"charset": "utf-8"})


@dataclass(frozen=True, slots=True)
class Passage:
    """Part of one text.

    Attributes:
        paragraphs: each cut to what is copied of it, without the signs of images.
        languages: the code of the language of each.
        inside: whether it is some words of one paragraph, rather than paragraphs.
    """

    paragraphs: tuple[Paragraph, ...]
    languages: tuple[str, ...]
    inside: bool = False

    @property
    def counts(self) -> tuple[int, int]:
        """How many paragraphs it has, and about how many words: what is between spaces."""
        written = [paragraph.text for paragraph in self.paragraphs if paragraph.text]
        return len(written), sum(len(text.split()) for text in written)

    @property
    def length(self) -> int:
        """Its number of characters."""
        return sum(len(paragraph.text) for paragraph in self.paragraphs)


def passage(parts: Iterable[tuple[Paragraph, Span, str]], *, cancelled: Callable[[], bool] = lambda: False) -> Passage:
    """The passage of these parts in order: a paragraph, what is copied of it in code points, and its language.

    A marker is copied with the beginning of its paragraph, if that is not the only one.

    Raises:
        CancelledError: `cancelled`, called before each paragraph, returned True.
    """
    found: list[tuple[Paragraph, str]] = []
    whole = True
    for paragraph, span, language in parts:
        if cancelled():
            raise CancelledError
        cut = _cut(paragraph, span)
        if cut.text or cut.kind is Kind.RULE or cut.cell is not None:
            found.append((cut, language))
            whole = whole and span[0] == 0 and span[1] >= len(paragraph.text)
    paragraphs = tuple(_from_first_column(list(_out_of_cell([paragraph for paragraph, _ in found]))))
    if len(paragraphs) == 1:
        paragraphs = (replace(paragraphs[0], marker="", level=_level_alone(paragraphs[0])),)
    return Passage(paragraphs, tuple(language for _, language in found), len(paragraphs) == 1 and not whole)


def passage_text(part: Passage) -> str:
    """The passage as plain text.

    There is an empty line between paragraphs, but none between items of a list. A row of a table is a line, with tabs
    between its cells.
    """
    if len(part.paragraphs) == 1:
        return part.paragraphs[0].text
    written = (paragraph for paragraph in part.paragraphs if paragraph.kind is not Kind.RULE)
    return running_text(replace(each, marker="") if each.cell is not None else each for each in written)


def passage_html(part: Passage, *, cancelled: Callable[[], bool] = lambda: False) -> str:
    """The passage as HTML with its headings, lists, tables, quotations, and formatted words.

    Raises:
        CancelledError: `cancelled`, called before each paragraph, returned True.
    """
    made = inline_fragment if part.inside else fragment
    return Markup(_CHARSET + made(part.paragraphs, part.languages, cancelled))


def table_text(pairs: Iterable[tuple[Paragraph, Paragraph]]) -> str:
    """Paragraphs beside their translations as plain text: a line for each, with a tab between the two."""
    return "\n".join("\t".join(one_line(side.text) for side in pair) for pair in _written(pairs))


def table_html(
    pairs: Iterable[tuple[Paragraph, Paragraph]],
    languages: tuple[str, str],
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> str:
    """The same as a table in HTML, with formatted words.

    Raises:
        CancelledError: `cancelled`, called before each paragraph, returned True.
    """
    return Markup(_CHARSET + table_fragment(list(_written(pairs)), languages, cancelled))


def _written(pairs: Iterable[tuple[Paragraph, Paragraph]]) -> Iterator[tuple[Paragraph, Paragraph]]:
    for pair in pairs:
        cut = _cut(pair[0], (0, len(pair[0].text))), _cut(pair[1], (0, len(pair[1].text)))
        if cut[0].text or cut[1].text:
            yield cut


def _cut(paragraph: Paragraph, span: Span) -> Paragraph:
    """What is copied of a paragraph; of an image its description."""
    text, marks = _without_objects(paragraph.text, paragraph.marks, span)
    return Paragraph(
        text,
        Kind.PARAGRAPH if paragraph.kind is Kind.FIGURE else paragraph.kind,
        marks,
        paragraph.level,
        paragraph.marker if span[0] == 0 else "",
        tuple(box for box in paragraph.within if box.kind is not BoxKind.FIGURE),
    )


def _without_objects(text: str, marks: Sequence[Mark], span: Span) -> tuple[str, tuple[Mark, ...]]:
    start, end = span[0], min(span[1], len(text))
    if (start, end) == (0, len(text)) and OBJECT not in text:
        return text, tuple(marks)
    stretches = list(_around_objects(text, start, end))
    found: list[Mark] = []
    length = 0
    for (first, last), own in zip(stretches, marks_on(stretches, marks), strict=True):
        found += (mark.at(mark.start + length, mark.end + length) for mark in own)
        length += last - first
    return text[start:end].replace(OBJECT, ""), tuple(found)


def _around_objects(text: str, start: int, end: int) -> Iterator[Span]:
    while (sign := text.find(OBJECT, start, end)) >= 0:
        yield start, sign
        start = sign + 1
    yield start, end


def _level_alone(paragraph: Paragraph) -> int:
    """The level of a paragraph that is copied alone: an item without its list is a paragraph."""
    return paragraph.level if paragraph.kind in (Kind.TITLE, Kind.HEADING) else 0


def _out_of_cell(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, and if all of them stand in one cell, without its table."""
    shared = paragraphs[0].within if paragraphs else ()
    cells = [depth for depth, box in enumerate(shared) if box.kind is BoxKind.CELL]
    depth = next(
        (depth for depth in reversed(cells) if all(p.within[: depth + 1] == shared[: depth + 1] for p in paragraphs)),
        None,
    )
    for paragraph in paragraphs:
        yield paragraph if depth is None else replace(paragraph, within=paragraph.within[depth + 1 :])


def _from_first_column(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, and of a table only the columns that some of them stand in."""
    firsts: dict[int, int] = {}
    for paragraph in paragraphs:
        if (found := _outermost_cell(paragraph)) is not None:
            _, box, cell = found
            firsts[box.number] = min(firsts.get(box.number, cell.column), cell.column)
    for paragraph in paragraphs:
        found = _outermost_cell(paragraph)
        if found is None or not firsts[found[1].number]:
            yield paragraph
            continue
        depth, box, cell = found
        moved = replace(box, cell=replace(cell, column=cell.column - firsts[box.number]))
        yield replace(paragraph, within=(*paragraph.within[:depth], moved, *paragraph.within[depth + 1 :]))


def _outermost_cell(paragraph: Paragraph) -> tuple[int, Box, Cell] | None:
    cells = ((depth, box, box.cell) for depth, box in enumerate(paragraph.within) if box.cell is not None)
    return next(((depth, box, cell) for depth, box, cell in cells if cell is not None), None)
