"""How the user wants the text to look."""

from reader.late_dataclasses import dataclass
from reader.parallel import Column
from ui.reading.columns import Wanted
from ui.reading.faces import BUNDLED
from ui.toolkit.theme import Theme


@dataclass(frozen=True, slots=True)
class Looks:
    """Colours and measures of the reading view.

    Attributes:
        theme: the colours.
        points: the reading size.
        face: what it is read in; see `faces`.
        justified: whether running text has two straight edges.
        line_spacing: a multiple of the font's height.
        measure: the longest line, in characters.
        view: "both", "original", "translation" or "stacked".
        split: the original's share of the width beside the translation alone, 0 to 1.
        columns: those that are shown beside each other or one above the other, in their order.
        shares: of the width, in this order; empty for original and translation alone.
        blur: the side that is hidden until hovered, "original" or "translation"; "" for none.
        highlight_words: whether linked words are highlighted within the sentence.
    """

    theme: Theme
    points: float = 13
    line_spacing: float = 1.14
    measure: int = 68
    view: str = "both"
    split: float = 0.5
    blur: str = ""
    highlight_words: bool = True
    face: str = BUNDLED
    justified: bool = False
    columns: tuple[int, ...] = (0, 1)
    shares: tuple[float, ...] = ()

    @property
    def wanted(self) -> Wanted:
        """The columns to be laid out."""
        if len(self.shares) == len(self.columns):
            return Wanted(self.view, self.columns, self.shares)
        even = set(self.columns) != {Column.ORIGINAL, Column.TRANSLATION}
        shares = [1.0 if even else 1 - self.split if column else self.split for column in self.columns]
        return Wanted(self.view, self.columns, shares)

    @property
    def blurred(self) -> int | None:
        """The column that is hidden until hovered: 0 the original, 1 the translation."""
        return {"original": 0, "translation": 1}.get(self.blur)
