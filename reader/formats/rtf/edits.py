"""Changes to a file of rich text: what stands at some places of it instead."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from reader.text import Span

# What is written: letters, or what stands at a span of the file, with its own changes.
Item = str | Span


class Edits:
    """What is written instead of parts of a file."""

    def __init__(self, data: str) -> None:
        """Begin without any."""
        self._data = data
        self._edits: list[tuple[int, int, int, Sequence[Item]]] = []

    def add(self, start: int, end: int, items: Sequence[Item]) -> None:
        """Write these instead of what stands at a span; where it is empty they come before what begins there."""
        self._edits.append((start, end, len(self._edits), items))

    def written(self) -> str:
        """The file with all changes."""
        self._edits.sort(key=lambda edit: (edit[0], edit[1] > edit[0], -edit[1], edit[2]))
        return "".join(self._between(0, len(self._data), whole=False))

    def _between(self, start: int, end: int, *, whole: bool) -> Iterator[str]:
        """What is written for a span; a change of the `whole` of it does not count."""
        place = start
        for edit in range(bisect_left(self._edits, start, key=lambda each: each[0]), len(self._edits)):
            first, last, _, items = self._edits[edit]
            if first > end or (whole and first == last and first in (start, end)):
                if first > end:
                    break
                continue
            if first < place or last > end or (whole and (first, last) == (start, end)):
                continue
            yield self._data[place:first]
            yield from self._items(items)
            place = last
        yield self._data[place:end]

    def _items(self, items: Sequence[Item]) -> Iterator[str]:
        for item in items:
            if isinstance(item, str):
                yield item
            else:
                yield from self._between(*item, whole=True)
