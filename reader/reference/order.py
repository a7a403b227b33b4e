"""Whether a reference translation has its paragraphs in another order: both are aligned from top to bottom."""

from bisect import bisect_left

from reader.reference.gains import Texts
from reader.reference.moves import cosines

# So many texts, evenly spread, are looked for on the other side, where one has to be so much alike, and so much more
# than any other; at least so many of them have to be found.
_LOOKED_FOR, _ALIKE, _BETTER, _LEAST = 300, 0.3, 0.15, 5
# Of what is found, what can be in order if most of it is not. Of two halves that have changed places, one is.
_IN_ORDER = 0.4


def in_another_order(first: Texts, second: Texts) -> bool:
    """Whether most of the texts that are found on both sides stand in another order there."""
    import numpy as np

    if min(len(first), len(second)) < _LEAST:
        return False
    rows = np.unique(np.linspace(0, len(first) - 1, min(len(first), _LOOKED_FOR)).astype(int))
    alike = cosines(first.vectors[rows], second.vectors)
    others, best = np.partition(alike, -2, axis=1)[:, -2:].T
    found = alike.argmax(axis=1)[(best >= _ALIKE) & (best >= others + _BETTER)].tolist()
    return len(found) >= _LEAST and _longest_rising(found) < _IN_ORDER * len(found)


def _longest_rising(places: list[int]) -> int:
    """How many of these, with others left out, each are behind or at the one before."""
    ends: list[int] = []  # of the longest ones of each length, the smallest end
    for place in places:
        at = bisect_left(ends, place + 1)
        ends[at : at + 1] = [place]
    return len(ends)
