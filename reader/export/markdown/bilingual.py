"""Both texts as Markdown.

Stacked, the translation is a quotation below the original: plain CommonMark, which keeps headings, lists and
code, is readable unrendered, and is written by `write_markdown`, whose output is tested to read back as the same
text. Columns are a GitHub table, which has one line per cell: line breaks become <br>. A table in the text is a table
of its own: the original's columns, then the translation's.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from reader.export.blocks import IMAGE_SIGN, Block, Piece, Side, blocks
from reader.export.colophon import last_lines
from reader.export.columns import arranged, caption, heading, needs_caption, number_heading
from reader.export.grid import Grid, GridCell, grouped
from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels, labels_for
from reader.export.markdown.front import titled_in_front, translated_metadata
from reader.export.markdown.inline import image, inline_markdown
from reader.export.markdown.marks import image_address
from reader.export.markdown.paragraphs import write_markdown
from reader.export.markdown.tables import ALIGNED, inline_cell, line
from reader.export.markup import clean
from reader.export.options import ExportOptions, Layout
from reader.export.titles import shown_title
from reader.late_dataclasses import dataclass
from reader.parallel import Column, ParallelText
from reader.text import HEADINGS, Box, BoxKind, Document, Kind, Mark, MarkKind, Paragraph

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# A quotation that holds the translation, behind all quotations of the text.
_BELOW = 1_000_000
# In characters, of a wide page.
_LINE = 120


def markdown_bytes(
    text: ParallelText, options: ExportOptions, *, cancelled: Callable[[], bool] = lambda: False
) -> bytes:
    """The file, in UTF-8.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    options = arranged(text, options)
    labels = labels_for(text.target_language)
    found = blocks(text, options, cancelled)
    title = [Paragraph(shown_title(text), Kind.TITLE, level=1)] if shown_title(text) else []
    end = Paragraph("\n".join(last_lines(text, options, labels)))
    if options.layout in (Layout.COLUMNS, Layout.FACING):
        tables = ("\n".join(table) + "\n" for table in _Columns(text, options, labels).tables(found))
        whole = [write_markdown(title)] * bool(title) + [*tables, "---\n", write_markdown([end])]
        return "\n".join(whole).encode()
    written = [*_Stacked.of(text, options, labels).paragraphs(found), Paragraph("", Kind.RULE), end]
    if options.layout is not Layout.TRANSLATION or not text.document.metadata:
        return write_markdown([*title, *written], text.document.figures).encode()
    if titled_in_front(text.document) and written[0].kind is Kind.TITLE:
        del written[0]
    return write_markdown(written, text.document.figures, translated_metadata(text)).encode()


def _paragraph(side: Side, labels: Labels, notes: Mapping[int, int] | None = None) -> Paragraph:
    """A text with the labels and signs of its sentences, as one paragraph; `notes` are numbers of notes by row."""
    if not side.segments:
        text = labels.not_translated
        return Paragraph(text, marks=(Mark(0, len(text), MarkKind.EMPHASIS),))
    parts: list[str] = []
    marks: list[Mark] = []
    length = 0
    for segment in side.segments:
        signs = f" {EDITED_SIGN}" * segment.edited + f" {WARNED_SIGN}" * bool(segment.warnings)
        for piece in (Piece(segment.label.translate(_RAISED)), *segment.pieces, Piece(signs)):
            marks += _marks(piece, length, notes or {})
            parts.append(piece.text)
            length += len(piece.text)
    return Paragraph("".join(parts), marks=tuple(marks))


def _marks(piece: Piece, start: int, notes: Mapping[int, int]) -> Iterator[Mark]:
    end = start + len(piece.text)
    for kind in sorted(piece.kinds):
        if kind is MarkKind.LINK:
            if address := piece.href or piece.beside:
                yield Mark(start, end, kind, address)
        elif kind is MarkKind.NOTE:
            if piece.row is not None and piece.row in notes:
                yield Mark(start, end, kind, f"#note:{notes[piece.row]}")
        else:
            yield Mark(start, end, kind)


def _before(text: str, paragraph: Paragraph, kind: MarkKind) -> Paragraph:
    """`paragraph` preceded by `text`, marked as `kind`, and a space."""
    by = len(text) + 1
    marks = (mark.at(mark.start + by, mark.end + by) for mark in paragraph.marks)
    return replace(paragraph, text=f"{text} {paragraph.text}", marks=(Mark(0, len(text), kind), *marks))


def _strong(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, marks=(Mark(0, len(paragraph.text), MarkKind.STRONG), *paragraph.marks))


def _numbered(paragraph: Paragraph, number: str) -> Paragraph:
    return _before(number, paragraph, MarkKind.STRONG) if number else paragraph


def _captioned(text: Paragraph, side: Side, options: ExportOptions, labels: Labels) -> Paragraph:
    """`text` of a side, with what it is before it."""
    return _before(f"{caption(side.column, options, labels)}:", text, MarkKind.EMPHASIS)


def _described(block: Block, paragraph: Paragraph) -> Paragraph:
    """The description of an image with a sign that stands for the image."""
    return _before(IMAGE_SIGN, paragraph, MarkKind.IMAGE) if block.kind is Kind.FIGURE else paragraph


def _image_of(document: Document, block: Block) -> str:
    """The address of the image that a block is, if it can be written; else ""."""
    box = next((box for box in block.within if box.kind is BoxKind.FIGURE), None)
    if block.kind is not Kind.FIGURE or box is None:
        return ""
    name = image_address(document.figures[box.number]) if box.number < len(document.figures) else ""
    return name if clean(name) else ""


# ---- One below the other ----


@dataclass(frozen=True, slots=True)
class _Stacked:
    """Writes each text as a paragraph; `notes` are the numbers of notes, by the row in which they begin."""

    document: Document
    options: ExportOptions
    labels: Labels
    notes: Mapping[int, int]

    @classmethod
    def of(cls, text: ParallelText, options: ExportOptions, labels: Labels) -> "_Stacked":
        return cls(
            text.document, options, labels, {note.start: number for number, note in enumerate(text.document.notes)}
        )

    @property
    def _alone(self) -> bool:
        return self.options.layout is Layout.TRANSLATION

    def paragraphs(self, found: Iterable[Block]) -> Iterator[Paragraph]:
        for part in grouped(found):
            yield from self._tables(part) if isinstance(part, Grid) else self._block(part)

    def _block(self, block: Block) -> Iterator[Paragraph]:
        yield _numbered(self._lead(block), block.number)
        # A list item's translation is nested in the item; a heading's is not nested.
        level = block.level if block.kind not in HEADINGS else 0
        within = (*block.within, Box(BoxKind.QUOTE, _BELOW, level)) if block.within else ()
        below = self._below(block)
        yield from (Paragraph(p.text, Kind.QUOTE, p.marks, level, within=within) for p in below)

    def _lead(self, block: Block) -> Paragraph:
        side = block.below[0]
        lead, block = self._titled(block, side, itself=True), block.of(side)
        return Paragraph(lead.text, block.kind, lead.marks, block.level, block.marker, block.within)

    def _below(self, block: Block) -> Iterator[Paragraph]:
        for place, side in enumerate(block.below):
            if place == 1 and not self._alone:
                below = self._titled(block, side)
                yield _strong(below) if block.kind in HEADINGS else below
            elif place:
                yield self._extra(side)

    def _extra(self, side: Side) -> Paragraph:
        return _captioned(_paragraph(side, self.labels), side, self.options, self.labels)

    def _titled(self, block: Block, side: Side, *, itself: bool = False) -> Paragraph:
        """A text, with what it is before it unless its language tells."""
        text = self._text(block, side, itself=itself)
        told = needs_caption(side.column, self.options) and block.kind not in (*HEADINGS, Kind.CODE)
        return _captioned(text, side, self.options, self.labels) if told else text

    def _text(self, block: Block, side: Side, *, itself: bool = False) -> Paragraph:
        """A side of a block, which is the block `itself`, an image or code, or a text below it."""
        text = Paragraph("") if block.blank else _paragraph(side, self.labels, self.notes)
        if itself and block.kind is Kind.CODE:
            return replace(text, marks=self.document.paragraphs[block.index].marks)
        return text if itself and _image_of(self.document, block) else _described(block, text)

    # Tables

    def _tables(self, grid: Grid) -> Iterator[Paragraph]:
        """The original as a table, and the translation as one in a quotation."""
        if self._alone:
            yield from self._cells(grid, (), 0, extras=True)
            return
        yield from self._cells(grid, (), 0)
        quote = Box(BoxKind.QUOTE, _BELOW, grid.level)
        if len(self.options.columns) > 1 and not all(block.same for block in grid.blocks):
            yield from self._cells(grid, (quote,), 1, extras=True)

    def _cells(self, grid: Grid, quote: tuple[Box, ...], place: int, *, extras: bool = False) -> Iterator[Paragraph]:
        depth = len(grid.around)
        for block in grid.blocks:
            box = block.within[depth]
            within = (*grid.around, *quote, replace(box, number=box.number + _BELOW * bool(quote)))
            side = block.sides[place]
            text = self._text(block, side, itself=True) if side is not None else Paragraph("")
            text = replace(text, kind=block.kind, level=block.level, marker=block.marker)
            yield replace(text, within=(*within, *block.within[depth + 1 :]))
            for further in block.sides[place + 1 :] if extras else ():
                if further is not None:
                    yield replace(self._extra(further), kind=Kind.TABLE_CELL, within=within)


# ---- Side by side ----


@dataclass(frozen=True, slots=True)
class _Columns:
    """Writes tables of rows, and of the tables of the text."""

    text: ParallelText
    options: ExportOptions
    labels: Labels

    def tables(self, found: Iterable[Block]) -> Iterator[Iterator[str]]:
        """The tables in order, as lines; at least one."""
        waiting: list[Block] = []
        empty = True
        for part in grouped(found):
            empty = False
            if isinstance(part, Block):
                waiting.append(part)
                continue
            if waiting:
                yield self._rows(waiting)
                waiting = []
            yield from self._grids(part)
        if waiting or empty:
            yield self._rows(waiting)

    def _rows(self, found: Iterable[Block]) -> Iterator[str]:
        numbers, columns = self.options.numbers, self.options.columns
        names = [heading(column, self.text, self.options, self.labels).words for column in columns]
        heads = [number_heading(self.text, self.labels)] * numbers + names
        yield line([inline_markdown(Paragraph(head)) for head in heads])
        yield line(["---:"] * numbers + [":---"] * len(columns))
        for block in found:
            cells = [self._cell(block, place) for place in range(len(columns))]
            yield line([block.number] * numbers + cells)

    def _cell(self, block: Block, place: int) -> str:
        side = block.sides[place]
        return self._text(block.of(side), side) if side is not None else ""

    def _text(self, block: Block, side: Side) -> str:
        if block.kind is Kind.RULE:
            return "⁂"
        text = Paragraph("") if block.blank else _paragraph(side, self.labels)
        paragraph = _described(block, text)
        if block.kind in HEADINGS and side.segments:
            paragraph = _strong(paragraph)
        if block.kind is Kind.CODE:
            return "<br>".join(map(_code_line, paragraph.text.split("\n")))
        marker = inline_cell(Paragraph(block.marker)) + " " if block.marker else ""
        label = f"**{inline_cell(Paragraph(side.label))}**<br>" if side.label else ""
        address = _image_of(self.text.document, block) if side.column == Column.ORIGINAL else ""
        # An image cannot hold links, nor a cell of a table a bar.
        bare = replace(text, marks=tuple(mark for mark in text.marks if mark.kind is not MarkKind.LINK))
        shown = image(inline_cell(bare), address.replace("|", "%7C")) if address else inline_cell(paragraph)
        return label + marker + shown

    # Tables of the text

    def _grids(self, grid: Grid) -> Iterator[Iterator[str]]:
        """A table for both texts, or one for each where they have no room side by side."""
        texts = [partial(self._cell, place=place) for place in range(len(self.options.columns))]
        if grid.fits(_LINE, len(texts)):
            yield _grid(grid, texts)
        else:
            yield from (_grid(grid, [text]) for text in texts)


def _grid(grid: Grid, texts: Sequence[Callable[[Block], str]]) -> Iterator[str]:
    rows = [*(grid.rows if grid.header else ((), *grid.rows))]
    aligned = {each.cell.column: each.cell.align for row in grid.rows for each in row}
    for place, row in enumerate(rows):
        yield line([field for text in texts for field in _fields(row, grid.columns, text)])
        if place == 0:
            yield line([ALIGNED[aligned.get(column, "")] for _ in texts for column in range(grid.columns)])


def _fields(row: Sequence[GridCell], columns: int, text: Callable[[Block], str]) -> list[str]:
    """What stands in each column of a row; a cell over several stands in the first."""
    fields = [""] * columns
    for each in row:
        fields[each.cell.column] = "<br>".join(filter(None, map(text, each.blocks)))
    return fields


def _code_line(text: str) -> str:
    # Browsers would drop plain spaces at the beginning of a line.
    indent = len(text) - len(text.lstrip())
    return "\u00a0" * indent + inline_cell(Paragraph(text[indent:], marks=(Mark(0, len(text), MarkKind.CODE),)))
