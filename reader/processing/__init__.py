"""What a text needs before and after the model, and the checks on what came back."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.processing.care import joined_pieces as joined_pieces, looping as looping
    from reader.processing.nontranslatables import joined as joined, outside as outside
    from reader.processing.stand_ins import StandIns as StandIns
    from reader.processing.unknown_characters import unspellable as unspellable
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "care": ("joined_pieces", "looping"),
            "nontranslatables": ("joined", "outside"),
            "stand_ins": ("StandIns",),
            "unknown_characters": ("unspellable",),
        },
    )
