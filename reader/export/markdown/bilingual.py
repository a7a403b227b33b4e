"""The two texts as Markdown.

Stacked, the translation is a quotation below the original: plain CommonMark, which keeps headings, lists and
code, reads well unrendered too, and goes through the writer whose output is tested to read back as the same
text. Columns are a table as GitHub writes them, which has room for one line a cell: breaks become <br>.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from reader.export.blocks import Block, Piece, Side, blocks, has_reference, shown_pairs
from reader.export.colophon import colophon, legend, moment_of
from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels, labels_for
from reader.export.markdown.paragraphs import inline_markdown, write_markdown
from reader.export.options import ExportOptions, Layout
from reader.export.titles import shown_title
from reader.parallel import ParallelText
from reader.text import HEADINGS, Kind, Mark, MarkKind, Paragraph, marks_on, own_name

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def markdown_bytes(
    text: ParallelText, options: ExportOptions, *, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """The file, in UTF-8.

    Raises:
        CancelledError: `cancelled`, asked before each row, said so.
    """
    labels = labels_for(text.target_language)
    found = blocks(text, options, cancelled)
    title = [Paragraph(shown_title(text), Kind.TITLE, level=1)] if shown_title(text) else []
    day = moment_of(options.timestamp)
    lines = (*colophon(text, labels, day), *legend(shown_pairs(text, options), labels))
    end = Paragraph("\n".join(lines))
    if options.layout in (Layout.COLUMNS, Layout.FACING):
        table = "\n".join(_table(text, options, labels, found))
        whole = [write_markdown(title)] * bool(title) + [table + "\n", "---\n", write_markdown([end])]
        return "\n".join(whole).encode()
    rows = [paragraph for block in found for paragraph in _stacked(block, options, labels)]
    return write_markdown([*title, *rows, Paragraph("", Kind.RULE), end]).encode()


# ---- One under the other ----


def _stacked(block: Block, options: ExportOptions, labels: Labels) -> Iterator[Paragraph]:
    alone = options.layout is Layout.TRANSLATION
    lead = _paragraph(block.target if alone else block.source, labels)
    yield _numbered(replace(lead, kind=block.kind, level=block.level, marker=block.marker), block.number)
    # Below a heading nothing is nested; below a list item its translation is.
    level = block.level if block.kind not in HEADINGS else 0
    if not alone and not block.same:
        below = _paragraph(block.target, labels)
        strong = (Mark(0, len(below.text), MarkKind.STRONG),) if block.kind in HEADINGS else ()
        yield replace(below, kind=Kind.QUOTE, level=level, marks=(*strong, *below.marks))
    for caption, side in ((labels.back, block.back), (labels.reference, block.reference)):
        if side:
            yield replace(_captioned(caption, side, labels), kind=Kind.QUOTE, level=level)


def _paragraph(side: Side, labels: Labels) -> Paragraph:
    """A text with the signs around its sentences, as one paragraph."""
    if not side.segments:
        text = labels.not_translated
        return Paragraph(text, marks=(Mark(0, len(text), MarkKind.EMPHASIS),))
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for segment in side.segments:
        signs = f" {EDITED_SIGN}" * segment.edited + f" {WARNED_SIGN}" * bool(segment.warnings)
        for piece in (Piece(segment.label.translate(_RAISED)), *segment.pieces, Piece(signs)):
            marks += _marks(piece.kinds, piece.href, length, length + len(piece.text))
            parts.append(piece.text)
            length += len(piece.text)
    return Paragraph("".join(parts), marks=tuple(marks))


def _marks(kinds: Iterable[MarkKind], href: str, start: int, end: int) -> Iterator[Mark]:
    for kind in sorted(kinds):
        if kind is not MarkKind.LINK:
            yield Mark(start, end, kind)
        elif href:
            yield Mark(start, end, kind, href)


def _before(text: str, paragraph: Paragraph, kind: MarkKind) -> Paragraph:
    """`paragraph` with `text`, marked, and a space before it."""
    by = len(text) + 1
    marks = (mark.at(mark.start + by, mark.end + by) for mark in paragraph.marks)
    return replace(paragraph, text=f"{text} {paragraph.text}", marks=(Mark(0, len(text), kind), *marks))


def _numbered(paragraph: Paragraph, number: int | None) -> Paragraph:
    return _before(str(number), paragraph, MarkKind.STRONG) if number else paragraph


def _captioned(caption: str, side: Side, labels: Labels) -> Paragraph:
    return _before(f"{caption}:", _paragraph(side, labels), MarkKind.EMPHASIS)


# ---- Side by side ----


def _table(text: ParallelText, options: ExportOptions, labels: Labels, found: Iterable[Block]) -> Iterator[str]:
    reference = has_reference(text, options)
    heads = [labels.number] * options.numbers + [own_name(text.source_language), own_name(text.target_language)]
    heads += [labels.reference] * reference
    yield _line([inline_markdown(Paragraph(head)) for head in heads])
    yield _line(["---:"] * options.numbers + [":---"] * (2 + reference))
    for block in found:
        yield _line([str(block.number or "")] * options.numbers + list(_cells(block, labels, reference)))


def _cells(block: Block, labels: Labels, reference: bool) -> Iterator[str]:
    yield _cell(block, block.source, labels)
    back = [inline_cell(_captioned(labels.back, block.back, labels))] if block.back else []
    yield "<br>".join([_cell(block, block.target, labels), *back])
    if reference:
        yield _cell(block, block.reference, labels) if block.reference else ""


def _cell(block: Block, side: Side, labels: Labels) -> str:
    if block.kind is Kind.RULE:
        return "⁂"
    paragraph = _paragraph(side, labels)
    if block.kind in HEADINGS and side.segments:
        paragraph = replace(paragraph, marks=(Mark(0, len(paragraph.text), MarkKind.STRONG), *paragraph.marks))
    if block.kind is Kind.CODE:
        return "<br>".join(map(_code_line, paragraph.text.split("\n")))
    marker = inline_cell(Paragraph(block.marker)) + " " if block.marker else ""
    return marker + inline_cell(paragraph)


def _code_line(line: str) -> str:
    # Of several spaces at the beginning of a line a browser would show none.
    indent = len(line) - len(line.lstrip())
    return "\u00a0" * indent + inline_cell(Paragraph(line[indent:], marks=(Mark(0, len(line), MarkKind.CODE),)))


def inline_cell(paragraph: Paragraph) -> str:
    """A paragraph in one line, without anything that would end a cell of a table."""
    return "<br>".join(map(inline_markdown, _lines(paragraph)))


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph for each of its lines, with the marks on it."""
    lines = paragraph.text.split("\n")
    ends = accumulate((len(line) + 1 for line in lines), initial=-1)
    spans = [(before + 1, end) for before, end in pairwise(ends)]
    for line, marks in zip(lines, marks_on(spans, paragraph.marks), strict=True):
        # In code a vertical bar could not be escaped in the same way everywhere.
        kept = [mark for mark in marks if mark.kind is not MarkKind.CODE or "|" not in line[mark.start : mark.end]]
        yield Paragraph(line, marks=tuple(kept))


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.strip(" \n") for cell in cells) + " |"
