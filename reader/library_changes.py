"""The changes that the user makes to the library's list."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, count
from pathlib import Path
from typing import Any, Protocol

from reader.late_dataclasses import dataclass
from reader.library_entry import Entry, Kept
from reader.library_list import Listing


class Change(Protocol):
    """A change that the user made to the list. Of conflicting changes by several processes, the last one wins."""

    def apply(self, listing: Listing) -> bool:
        """Change `listing`; returns whether that made a difference."""


@dataclass(frozen=True, slots=True)
class Added:
    """Puts a document at the top, unless it is in the list."""

    kept: Kept

    def apply(self, listing: Listing) -> bool:
        """See `Change`."""
        known = listing.find(self.kept.entry.path)
        # In a list started anew it is added again: another process may have removed it from the lost one.
        if known is not None and (listing.writes or known.entry.bundled):
            return False
        listing.add(known or self.kept)
        return True


@dataclass(frozen=True, slots=True)
class Removed:
    """Removes documents of the user's from the list."""

    paths: tuple[Path, ...]

    def apply(self, listing: Listing) -> bool:
        """See `Change`."""
        before, own = len(listing.own), listing.own
        for path in self.paths:  # there may be thousands
            own.pop(path, None)
        return len(own) < before


@dataclass(frozen=True, slots=True)
class Taken:
    """A document that was removed from the list, and the one that stood below it, None at the end."""

    kept: Kept
    below: Path | None

    @property
    def path(self) -> Path:
        """Its file."""
        return self.kept.entry.path


@dataclass(frozen=True, slots=True)
class Restored:
    """Puts removed documents back where they were, with all their values, also unknown ones.

    Where the one below is gone too, it comes to the top; one that is in the list again goes back to its place.
    """

    taken: tuple[Taken, ...]

    def apply(self, listing: Listing) -> bool:
        """See `Change`."""
        known = [listing.own.pop(each.path, None) for each in self.taken]
        back = {each.path: listing.added_anew(each.kept) for each in self.taken}
        listing.own = self._among(listing.own, back)
        return known != [*back.values()]

    def _among(self, others: dict[Path, Kept], back: dict[Path, Kept]) -> dict[Path, Kept]:
        """Those that come `back` among the others, the lowest first; of the others as many at a time as stay together.

        A list has thousands of others, and documents are put back a part at a time.
        """
        above, top = defaultdict[Path | None, list[Path]](list), list[Path]()
        for each in self.taken:
            there = each.below is None or each.below in back or each.below in others
            above[each.below].append(each.path) if there else top.append(each.path)
        items, places = [*others.items()], _places(others, above)
        start = 0 if None in above else places[0][0] if places else len(items)
        among = dict(others)  # with the hashes of their paths, which take long; only what stands higher is added again
        for path, _ in items[start:]:
            del among[path]
        ordered = [self._stack(above, back, None)]
        for place, below in places:
            ordered += items[start:place], self._stack(above, back, below)
            start = place
        ordered.append(items[start:])
        ordered += (stack for path in top for stack in ([(path, back[path])], self._stack(above, back, path)))
        among.update(chain.from_iterable(ordered))
        return among

    def _stack(
        self, above: Mapping[Path | None, list[Path]], back: Mapping[Path, Kept], below: Path | None
    ) -> list[tuple[Path, Kept]]:
        """What comes back above a document, or None for the bottom, each with what comes back above that."""
        stack, waiting = list[tuple[Path, Kept]](), [*reversed(above.get(below, ()))]
        while waiting:
            path = waiting.pop()
            stack.append((path, back[path]))
            waiting += reversed(above.get(path, ()))
        return stack


def _places(others: Mapping[Path, Kept], paths: Iterable[Path | None]) -> list[tuple[int, Path]]:
    """Those of the paths that are among the others, in the order of these, each with how many stand up to it."""
    there = [path for path in paths if path is not None and path in others]
    # By identity: to compare thousands of paths takes long.
    numbers = dict(zip(map(id, others.values()), count(1))) if there else {}
    return sorted((numbers[id(others[path])], path) for path in there)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a document of the user's stands in the list: above which other one, or None at the end."""

    path: Path
    below: Path | None

    def taken_from(self, listing: Listing) -> Taken | None:
        """What puts it back there; None if it is not in the list any more."""
        kept = listing.own.get(self.path)
        return Taken(kept, self.below) if kept is not None else None


@dataclass(frozen=True, slots=True)
class Relocated:
    """Makes a document of the user's name another file, in its place; does nothing if that is in the list already."""

    path: Path
    place: Path

    def apply(self, listing: Listing) -> bool:
        """See `Change`."""
        kept = listing.own.get(self.path)
        if kept is None or listing.find(self.place) is not None:
            return False
        moved = Kept(replace(kept.entry, path=self.place), {**kept.values, "path": str(self.place)})
        own = (moved if each is kept else each for each in listing.own.values())
        listing.own = {each.entry.path: each for each in own}
        return True


@dataclass(frozen=True, slots=True)
class Chosen:
    """Sets fields of an entry; does nothing if the entry has been removed."""

    path: Path
    values: Mapping[str, Any]

    def apply(self, listing: Listing) -> bool:
        """See `Change`."""
        kept = listing.find(self.path)
        if kept is None or (chosen := kept.with_choices(self.values)) is kept:
            return False
        (listing.own if self.path in listing.own else listing.examples)[self.path] = chosen
        return True


@dataclass(frozen=True, slots=True)
class Member:
    """Sets whether something is in a list of an entry: the paragraphs that are `forced`, or the rules `dismissed`."""

    path: Path
    name: str
    member: str
    there: bool

    def apply(self, listing: Listing) -> bool:
        """See `Change`; what other processes chose for other members stays."""
        kept = listing.find(self.path)
        if kept is None:
            return False
        return Chosen(self.path, {self.name: self.among(kept.entry)}).apply(listing)

    def among(self, entry: Entry) -> tuple[str, ...]:
        """The members of that list, given the entry before."""
        others = dict.fromkeys(getattr(entry, self.name))
        others.pop(self.member, None)
        return (*others, self.member) if self.there else tuple(others)


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Removes a document of the user's or resets an example, and drops unknown entries that name it."""

    path: Path

    def apply(self, listing: Listing) -> bool:
        """See `Change`."""
        strange, known = listing.forget_strange(self.path), listing.examples.get(self.path)
        if known is None:
            return Removed((self.path,)).apply(listing) or strange
        fresh = listing.examples[self.path] = Kept(Entry(self.path, bundled=True), {})
        return known != fresh or strange


class AllForgotten:
    """Does the same for all documents in the file at that time, and drops everything unknown."""

    def apply(self, listing: Listing) -> bool:
        """See `Change`."""
        effects = [Forgotten(entry.path).apply(listing) for entry in listing]
        return listing.forget_all_strange() or any(effects)
