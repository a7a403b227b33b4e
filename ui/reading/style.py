"""How the user wants the text to look."""

from reader.late_dataclasses import dataclass
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
        split: the original's share of the width when side by side, 0 to 1.
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

    @property
    def blurred(self) -> int | None:
        """The column that is hidden until hovered: 0 the original, 1 the translation."""
        return {"original": 0, "translation": 1}.get(self.blur)
