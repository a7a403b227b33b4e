"""Estimated row heights, from text lengths: for the many rows never shown so far."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.parallel import Row, State
from reader.text import Kind
from ui.reading.columns import Arrangement
from ui.reading.row_heights import BLOCK
from ui.reading.text_layout import Typesetter
from ui.reading.typography import style_of

# Lines are not filled completely: a paragraph's last line lacks half, the others half a word.
_UNFILLED = 0.55
_RAGGED = 1.04


@dataclass(slots=True)
class _Sums:
    """Sums that determine the height of some rows at any width.

    Attributes:
        spacing: white space above and below, in ems.
        scale: text sizes relative to the reading size.
        source, target, longer: characters, each times its size squared: larger text is both wider and higher.
    """

    spacing: float = 0.0
    scale: float = 0.0
    source: float = 0.0
    target: float = 0.0
    longer: float = 0.0

    def add(self, row: Row) -> None:
        style = style_of(row.source)
        self.spacing += style.above + style.below
        self.scale += style.scale
        if row.source.kind is Kind.RULE:
            return
        square = style.scale * style.scale
        source = len(row.source.text) * square
        # A missing translation is assumed to be as long as its original.
        target = len(row.target) * square if row.state is not State.PENDING else source
        self.source += source
        self.target += target
        self.longer += max(source, target)


class LengthEstimate:
    """Height estimates for the rows of a text in an arrangement."""

    def __init__(self, row: Callable[[int], Row], typesetter: Typesetter, arrangement: Arrangement) -> None:
        """Estimate rows, which `row` returns by number."""
        self._row = row
        self._sums: dict[int, _Sums] = {}  # of blocks, by first row
        self.arrange(typesetter, arrangement)

    def arrange(self, typesetter: Typesetter, arrangement: Arrangement) -> None:
        """Use another text size or width from now on."""
        self._em, self._line = typesetter.em, typesetter.line_height
        self._between = typesetter.between
        self._arrangement = arrangement
        width = typesetter.character_width * _RAGGED
        bands = arrangement.bands
        # Lines per character, by column.
        self._lines = [width / band.text_width if band else 0.0 for band in bands]

    def changed(self, row: int) -> None:
        """Note that the text of a row has changed."""
        self._sums.pop(row // BLOCK * BLOCK, None)

    def of_row(self, row: int) -> int:
        """The estimated height of one row."""
        sums = _Sums()
        sums.add(self._row(row))
        return max(round(self._height(sums, 1)), 1)

    def of_rows(self, start: int, stop: int) -> int:
        """The estimated total height of the rows of one block."""
        sums = self._sums.get(start)
        if sums is None:
            sums = self._sums[start] = _Sums()
            for row in range(start, stop):
                sums.add(self._row(row))
        return round(self._height(sums, stop - start))

    def _height(self, sums: _Sums, rows: int) -> float:
        source, target = self._lines
        unfilled = _UNFILLED * sums.scale
        if self._arrangement.stacked:
            lines = sums.source * source + sums.target * target + 2 * unfilled
            gaps = rows * self._between
        else:
            # With equal widths the longer text of each row decides, otherwise the column with more lines.
            same = source == target
            lines = sums.longer * source if same else max(sums.source * source, sums.target * target)
            lines += unfilled
            gaps = 0.0
        return sums.spacing * self._em + lines * self._line + gaps + rows
