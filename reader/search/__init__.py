"""Finding words in a parallel text."""

from typing import TYPE_CHECKING

from reader.doors import door

if TYPE_CHECKING:
    from reader.search.folding import fold as fold
    from reader.search.hit_counts import Cell as Cell, HitCounts as HitCounts
    from reader.search.query import (
        SOURCE as SOURCE,
        TARGET as TARGET,
        Pattern as Pattern,
        Query as Query,
        RowHits as RowHits,
        TextIndex as TextIndex,
        find as find,
    )
else:
    __getattr__, __all__ = door(
        __name__,
        {
            "folding": ("fold",),
            "hit_counts": ("Cell", "HitCounts"),
            "query": ("Pattern", "Query", "RowHits", "SOURCE", "TARGET", "TextIndex", "find"),
        },
        at_call=("find",),
    )
