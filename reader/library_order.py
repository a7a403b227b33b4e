"""Where documents that are taken out of the list go when they are put back."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from reader.library_changes import Place, Taken
from reader.library_list import Listing


class OrderOfTaken:
    """Remembers above which one each document stood that was taken, which may have been taken before it.

    So in whatever order they are put back, the list is as it was at the end.
    """

    def __init__(self) -> None:
        """Nothing was taken."""
        self._below: dict[Path, Path | None] = {}

    def parts_of(self, listing: Listing, paths: Collection[Path], count: int) -> Iterator[list[Place]]:
        """The places of these documents of the user's, so many at a time, to be taken as they come.

        The highest part comes first, in it the lowest document first: so all that is below a part is still listed.
        What was taken before counts as if it were still there.
        """
        self._below = {path: below for path, below in self._below.items() if path not in listing.own}
        above = {below: path for path, below in self._below.items()}
        wanted, order = frozenset(paths), [*listing.own]
        downwards = (number for number in reversed(range(len(order))) if order[number] in wanted)
        while numbers := [*islice(downwards, count)]:  # of thousands no more are looked for than are taken now
            numbers.reverse()
            part = [Place(order[number], _top(above, order[number - 1] if number else None)) for number in numbers]
            self._below |= {each.path: each.below for each in part}
            yield part

    def put_back(self, taken: Sequence[Taken], listing: Listing) -> tuple[Taken, ...]:
        """The same with what they are to stand above in the `listing` as it is now; they are no longer taken."""
        back = {each.path for each in taken}
        placed = tuple(replace(each, below=self._below_now(each, back, listing)) for each in taken)
        for path in back:
            self.drop(path)
        return placed

    def drop(self, path: Path) -> None:
        """A document is listed again in another way."""
        self._below.pop(path, None)

    def relocate(self, before: Path, now: Path) -> None:
        """A document that is listed names another file."""
        self.drop(now)
        self._below = {path: now if below == before else below for path, below in self._below.items()}

    def _below_now(self, taken: Taken, back: Collection[Path], listing: Listing) -> Path | None:
        """What was below it or, if that was taken too, what was below that."""
        below = self._below.get(taken.path, taken.below)
        while below in self._below and below not in back and below not in listing.own:
            below = self._below[below]
        return below


def _top(above: Mapping[Path | None, Path], below: Path | None) -> Path | None:
    while below in above:
        below = above[below]
    return below
