"""Where the reader was before going elsewhere, for Back."""

from collections import deque
from collections.abc import Callable

from reader.text import Span

# The row at the top and how much of it is scrolled past; row, column and sentence of the caret; its word.
Whereabouts = tuple[tuple[int, float], tuple[int, int, int | None] | None, Span | None]

# How many steps back there are at most.
_KEPT = 100


class History:
    """Places to go back to, the latest last."""

    def __init__(self, changed: Callable[[bool], object]) -> None:
        """No place yet; `changed` is told whether there is one, whenever that may have changed."""
        self._places: deque[Whereabouts] = deque(maxlen=_KEPT)
        self._changed = changed

    def leave(self, place: Whereabouts) -> None:
        """Remember a place that the reader leaves."""
        if not self._places or self._places[-1] != place:
            self._places.append(place)
        self._changed(True)

    def back(self) -> Whereabouts | None:
        """The latest place, which is then forgotten; None if there is none."""
        place = self._places.pop() if self._places else None
        self._changed(bool(self._places))
        return place

    def clear(self) -> None:
        """Forget all places: they were in another text."""
        self._places.clear()
        self._changed(False)

    def take_over(self, old: "History") -> None:
        """Continue with the places of another window on the same text."""
        self._places = old._places.copy()
        self._changed(bool(self._places))
