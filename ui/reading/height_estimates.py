"""About how high rows are, from the lengths of their texts: for the many that nobody has seen yet."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.parallel import Row, State
from reader.text import Kind
from ui.reading.columns import Arrangement
from ui.reading.row_heights import BLOCK
from ui.reading.text_layout import Typesetter
from ui.reading.typography import style_of

# Lines are not filled to the end: a paragraph's last line by half, the others by half a word.
_UNFILLED = 0.55
_RAGGED = 1.04


@dataclass(slots=True)
class _Sums:
    """What the heights of some rows depend on, whatever their width.

    Attributes:
        spacing: white space above and below, in ems.
        scale: sizes against the reading size.
        source, target, longer: characters, each times the square of its size: it is wider and its line higher.
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
        # A translation that is still to come is taken to be as long as its original.
        target = len(row.target) * square if row.state is not State.PENDING else source
        self.source += source
        self.target += target
        self.longer += max(source, target)


class LengthEstimate:
    """Estimates for the rows of a text in an arrangement."""

    def __init__(self, row: Callable[[int], Row], typesetter: Typesetter, arrangement: Arrangement) -> None:
        """Estimate rows, each given by its number."""
        self._row = row
        self._sums: dict[int, _Sums] = {}  # of blocks, by their first row
        self.arrange(typesetter, arrangement)

    def arrange(self, typesetter: Typesetter, arrangement: Arrangement) -> None:
        """From now on for another size of text or another width."""
        self._em, self._line = typesetter.em, typesetter.line_height
        self._between = typesetter.between
        self._arrangement = arrangement
        width = typesetter.character_width * _RAGGED
        bands = arrangement.bands
        # Lines a character, by column.
        self._lines = [width / band.text_width if band else 0.0 for band in bands]

    def changed(self, row: int) -> None:
        """A row has another text."""
        self._sums.pop(row // BLOCK * BLOCK, None)

    def of_row(self, row: int) -> int:
        """About the height of one row."""
        sums = _Sums()
        sums.add(self._row(row))
        return max(round(self._height(sums, 1)), 1)

    def of_rows(self, start: int, stop: int) -> int:
        """About the height of the rows of one block together."""
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
            # One column decides where they are of different widths, else the longer text of each row.
            same = source == target
            lines = sums.longer * source if same else max(sums.source * source, sums.target * target)
            lines += unfilled
            gaps = 0.0
        return sums.spacing * self._em + lines * self._line + gaps + rows
