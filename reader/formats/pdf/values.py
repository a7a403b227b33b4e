"""What a page shows, wherever it comes from: words with their places, and lines and images that are drawn.

All places are in points from the upper left corner of the page as it is read: x to the right, y downwards.
"""

from collections.abc import Sequence
from dataclasses import field

from reader.formats.pdf.structure import Element
from reader.late_dataclasses import dataclass

# How far letters reach above and below the line that they stand on, as shares of their size.
ASCENT, DESCENT = 0.75, 0.23


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look: the size in points; `mono` if all are equally wide."""

    size: float
    bold: bool = False
    italic: bool = False
    mono: bool = False


@dataclass(slots=True)
class Piece:
    """Letters of one look without white space between them: a word, or a part of one.

    Attributes:
        text: the letters.
        left, right, base: where it stands.
        look: of its letters.
        before: the white space before it in its line, or "".
        divided: whether it ends with a hyphen at the end of a line.
        artifact: whether the file says that it is no part of the text.
        href: where a link on it leads.
        raised: 1 if it stands above its line, -1 if below.
        content: the number of the marked content that it is in, or -1.
        doubtful: whether text recognition may have misread it.
        slanted: whether it climbs or falls across the page.
    """

    text: str
    left: float
    right: float
    base: float
    look: Look
    before: str = " "
    divided: bool = False
    artifact: bool = False
    href: str = ""
    raised: int = 0
    content: int = -1
    doubtful: bool = False
    slanted: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


@dataclass(slots=True)
class PageContent:
    """What a page shows.

    Attributes:
        number: from 0.
        width, height: of the page.
        pieces: in the order of the file.
        turned: pieces that stand upright or upside down beside the rest, in their own frame.
        rules: lines and edges of boxes that are drawn.
        images: the areas of images.
        comments: how many comments lie on it.
        unreadable: the share of its letters of which the file does not say what they are.
        across: words in large letters that climb or fall across the page: that it is a copy, or a draft.
        structure: the outermost elements of its structure tree.
        recognised: whether its pieces come from text recognition.
    """

    number: int
    width: float
    height: float
    pieces: list[Piece] = field(default_factory=list)
    turned: list[Piece] = field(default_factory=list)
    rules: list[Area] = field(default_factory=list)
    images: list[Area] = field(default_factory=list)
    comments: int = 0
    unreadable: float = 0.0
    across: list[str] = field(default_factory=list)
    structure: Sequence[Element] = ()
    recognised: bool = False
