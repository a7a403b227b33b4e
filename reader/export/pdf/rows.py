"""Blocks and tables as rows for the Typst template; see data.typ."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from itertools import zip_longest

from reader.export.blocks import Block, Side, plain
from reader.export.grid import Grid, GridCell
from reader.export.options import ExportOptions, Layout
from reader.export.pdf.frames import Framed, framed
from reader.export.pdf.grids import Arranged, arranged
from reader.export.pdf.page import Page
from reader.export.pdf.runs import Run, one_line
from reader.export.pdf.steps import steps
from reader.export.pdf.texts import Texts
from reader.late_dataclasses import dataclass
from reader.text import HEADINGS, BoxKind, Kind, Nesting

# In characters. A longer heading is set as a paragraph: Typst does not break a heading row across pages.
_LONGEST_HEADING = 600

# In lines: a row up to the first is kept together; a text up to the second is short.
_KEPT_LINES = 4
_SHORT_LINES = 3

SetRow = dict[str, object]


@dataclass(frozen=True, slots=True)
class Rows:
    """Makes rows.

    Attributes:
        options: what to show and how.
        page: the page.
        untranslated: what stands where there is no translation.
        texts: makes their runs.
        languages: of the original and the translation.
    """

    options: ExportOptions
    page: Page
    untranslated: str
    texts: Texts
    languages: tuple[str, str]

    def all(self, found: Iterable[Block | Grid], skipped: int = 0) -> Iterator[SetRow]:
        """The rows of a document, or of a footnote, without the `skipped` outermost boxes."""
        items = list(framed(list(self._flat(found)), self.page.deepest, self.languages, skipped))
        for item, after in zip_longest(items, items[1:]):
            if isinstance(item.item, Grid):
                yield from self._grid(item, item.item)
                continue
            row = self._row(item.item, item, self._texts(item.item))
            close = after is not None and isinstance(after.item, Block) and _are_close(item.item, after.item)
            yield {**row, "close": True} if close else row

    def _flat(self, found: Iterable[Block | Grid]) -> Iterator[Block | Grid]:
        """The blocks and tables, without tables with a row that does not fit on a page that must not run over."""
        for item in found:
            if isinstance(item, Grid) and self.options.layout is Layout.FACING:
                tallest = self._arranged(item, len(item.around) + item.level).tallest()
                if 2 * tallest > self.page.lines:
                    yield from (block for block in item.blocks if not block.blank)
                    continue
            yield item

    def _arranged(self, grid: Grid, steps: int) -> Arranged:
        return arranged(grid, self.page, self.options.layout, self.untranslated, min(steps, self.page.deepest))

    def _row(self, block: Block, item: Framed, texts: SetRow) -> SetRow:
        row = {
            "kind": (Kind.PARAGRAPH if _quoted(block, item) else block.kind).value,
            "level": block.level if block.kind in HEADINGS else item.level,
            "number": block.number,
            "breaks": _breaks(block, self.page),
            "marker": one_line(block.marker, self.texts.missing),
            **texts,
        }
        if block.blank:
            row["blank"] = True
        if block.index in self.texts.references.named:
            row["id"] = f"row-{block.index}"
        if block.marker and block.referred in self.texts.references.named:
            row["back_to"] = f"row-{block.referred}"
        return {**row, **_frames(item, self.texts.missing)}

    def _grid(self, item: Framed, grid: Grid) -> Iterator[SetRow]:
        # Stacked, there is a line beside the translation.
        barred = int(self.options.layout is Layout.STACKED)
        steps = item.level + sum(1 + frame.inset for frame in item.frames) + barred
        found = self._arranged(grid, steps)
        yield {
            "kind": "grid",
            "level": item.level,
            "same": len(self.options.columns) == 1 or all(_repeats(block, 1) for block in grid.blocks),
            "beside": found.laid.beside,
            "columns": found.widths,
            "header": found.header,
            "groups": [group for group in found.groups if group[0] >= found.header],
            "rows": [[self._cell(each, found, grid) for each in row] for row in found.laid.rows],
            "breaks": "well",
            **_frames(item, self.texts.missing),
        }

    def _cell(self, each: GridCell, found: Arranged, grid: Grid) -> SetRow:
        cell = each.cell
        shown = [block for block in each.blocks if not block.blank or block.kind is Kind.FIGURE]
        count = len(self.options.columns)
        items = framed(shown, max(1, self.page.deepest // 3), self.languages, len(grid.around) + 1)
        return {
            "x": cell.column,
            "w": cell.columns,
            "h": cell.rows,
            "head": cell.head,
            "align": found.laid.align(cell),
            "whole": found.whole[cell.row],
            "edge": cell.row == 0 or cell.row in found.laid.records,
            "ends": cell.row + cell.rows in (len(found.laid.rows), found.laid.header),
            "rows": [self._row(item.item, item, self._whole_texts(item.item, count)) for item in items],  # type: ignore[arg-type]
        }

    def _texts(self, block: Block) -> SetRow:
        """The texts of a row that exist, by name."""
        if self.options.layout is not Layout.FACING or block.kind in HEADINGS:
            return self._whole_texts(block, _KEPT.get(self.options.layout, len(block.sides)))
        longest = self.page.line_length * max(2, self.page.lines // 3)
        texts: SetRow = {
            "steps": [
                [self.texts.runs(block, own, column) for own, column in zip(step, self.options.columns, strict=False)]
                for step in steps(block, longest)
            ]
        }
        return {"texts": list(self._facing_texts(block))} | texts

    def _whole_texts(self, block: Block, kept: int) -> SetRow:
        """The texts; of those behind the first `kept` none that only repeats the first."""
        return {
            "texts": [
                self._text(block, side) if place < kept or not _repeats(block, place) else None
                for place, side in enumerate(block.sides)
            ]
        }

    def _facing_texts(self, block: Block) -> Iterator[list[Run] | str | None]:
        """The texts that are not in steps, and whether there are those that are."""
        for place, side in enumerate(block.sides):
            if place >= 2:
                yield self._text(block, side) if not _repeats(block, place) else None
            else:
                yield None if side is None else [] if side.segments else "missing"

    def _text(self, block: Block, side: Side | None) -> list[Run] | str | None:
        """A text; "missing" if it is to be translated yet, None if there is nothing to say."""
        if side is None:
            return None
        return self.texts.runs(block, side.segments, side.column) if side.segments or block.same else "missing"


# Of how many texts those are shown, too, that only repeat the first: they stand beside it.
_KEPT = {Layout.STACKED: 1, Layout.TRANSLATION: 1, Layout.FACING: 2}
# Kinds of blocks that belong closer together than paragraphs do; items of lists besides.
_CLOSE = frozenset(
    {
        (Kind.FIGURE, Kind.CAPTION),
        (Kind.TERM, Kind.TERM),
        (Kind.TERM, Kind.DEFINITION),
        (Kind.NOTE, Kind.NOTE),
        (Kind.TABLE_CELL, Kind.TABLE_CELL),
    }
)


def _are_close(one: Block, other: Block) -> bool:
    """Whether less than the white space between paragraphs is between two blocks: in a list, above a caption."""
    return (one.kind, other.kind) in _CLOSE or (_is_in_list(one) and _is_in_list(other))


def _is_in_list(block: Block) -> bool:
    return block.kind is Kind.LIST_ITEM or (block.level > 0 and block.kind not in HEADINGS)


def levelled(found: Iterable[Block], levels: Sequence[int], top: int) -> Iterator[Block]:
    """The blocks, with empty and over-long headings as paragraphs, and levels without gaps (for PDF/UA).

    Args:
        found: the blocks.
        levels: of all rows in the document.
        top: the level above that of the first heading.
    """
    nesting = Nesting()
    for block in found:
        kind = _set_as(block)
        if kind in HEADINGS:
            yield replace(block, level=min(top + nesting.enter(levels[block.index]), 6))
        else:
            yield replace(block, kind=kind, level=0) if block.kind in HEADINGS else block


def _quoted(block: Block, item: Framed) -> bool:
    """Whether the frames of a block say that it is a quote."""
    return block.kind is Kind.QUOTE and any(frame.kind == BoxKind.QUOTE for frame in item.frames)


def _frames(item: Framed, missing: Collection[str]) -> SetRow:
    found: SetRow = {}
    if item.frames:
        found["frames"] = [
            {**asdict(frame), "labels": [one_line(label, missing) for label in frame.labels]} for frame in item.frames
        ]
    if item.joins:
        found["joins"] = item.joins
    if item.first:
        found["first_note"] = True
    return found


def _repeats(block: Block, place: int) -> bool:
    """Whether a text only repeats the first in another language, and so need not stand below it."""
    first, side = block.sides[0], block.sides[place] if place < len(block.sides) else None
    if first is None or side is None or not (block.same or first.language != side.language):
        return False
    return plain(first) == plain(side)


def _set_as(block: Block) -> Kind:
    """The kind that a block is set as: in a box, headings are only terms, since they structure no page."""
    length = len(plain(block.source).strip())
    if block.kind in HEADINGS and block.within:
        return Kind.TERM
    if block.kind in HEADINGS and not 0 < length <= _LONGEST_HEADING:
        return Kind.PARAGRAPH
    return block.kind


def _breaks(block: Block, page: Page) -> str:
    """Where a row may break across pages: "never", "anywhere" or "well", which leaves no single lines.

    A short text beside a long one must not be moved to the next page as a whole, or the two are no longer aligned.
    """
    lengths = [page.lines_of(plain(side)) for side in block.texts]
    short, long = min(lengths[:2]), max(lengths)
    if long <= _KEPT_LINES or (short <= _SHORT_LINES and long <= 2 * _KEPT_LINES):
        return "never"
    return "anywhere" if short <= _SHORT_LINES else "well"
