"""Where in a file of rich text its words stand: remembered while it is read, for writing it anew."""

from dataclasses import field
from typing import NamedTuple

from reader.formats.inline import Inline
from reader.formats.rtf.content import Piece
from reader.late_dataclasses import dataclass


class Origin(NamedTuple):
    """What a text is of: the piece itself, or, if it `describes`, the description of an image."""

    piece: Piece
    describes: bool = False


@dataclass
class Origins:
    """The pieces that the text of a document was read from, in order."""

    places: list[Origin] = field(default_factory=list)

    def add(self, inline: Inline, piece: Piece, *, describes: bool = False) -> None:
        """Remember that what has just been added to a paragraph is this."""
        inline.come_from(len(self.places))
        self.places.append(Origin(piece, describes))
