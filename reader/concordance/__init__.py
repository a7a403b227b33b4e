"""The concordance: how a word is translated in a text and in the translation memory."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.concordance.hits import Hit as Hit, Origin as Origin, grouped as grouped
    from reader.concordance.searching import hits_in as hits_in, remembered_hits as remembered_hits
    from reader.concordance.wanted import Wanted as Wanted
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "hits": ("Hit", "Origin", "grouped"),
            "searching": ("hits_in", "remembered_hits"),
            "wanted": ("Wanted",),
        },
    )
