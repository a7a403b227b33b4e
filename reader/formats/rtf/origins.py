"""Where in a file of rich text its words stand: remembered while it is read, for writing it anew."""

from collections.abc import Sequence
from dataclasses import field
from typing import NamedTuple

from reader.formats.inline import Inline
from reader.formats.rtf.content import Paragraph, Piece
from reader.late_dataclasses import dataclass
from reader.text import Paragraph as Read


class Origin(NamedTuple):
    """What a text is of: a piece of a paragraph, or, if it `describes`, the description of an image."""

    piece: Piece
    paragraph: Paragraph
    describes: bool = False


class Twin(NamedTuple):
    """A header or footer that says the same as another: the row of the first paragraph of that, and its own."""

    first: int
    paragraphs: Sequence[Read]


@dataclass
class Origins:
    """The pieces that the text of a document was read from, in order, and what has been read from twice."""

    places: list[Origin] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)
    paragraph: Paragraph | None = None

    def add(self, inline: Inline, piece: Piece, *, describes: bool = False) -> None:
        """Remember that what has just been added to a paragraph is this."""
        assert self.paragraph is not None
        inline.come_from(len(self.places))
        self.places.append(Origin(piece, self.paragraph, describes))
