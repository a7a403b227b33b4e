"""What stands in the library's file, and what a change does to it; `reader.library` reads and writes the file."""

import json
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from reader.files import file_name
from reader.json_files import json_object
from reader.paths import SEEDS

# No text that is opened has more, and no view counts further.
_MOST_ROWS = 1_000_000_000
_DOCUMENTS = "documents"
_NAME = "list"
# How often the list has been written. Of a document: the write that added it, and if it has come from lists before this
# one, by their names which of their writes did.
_WRITES, _ADDED, _FROM = "writes", "added", "from"
# Those lists by name, each with the last write that this one knows of: all that was in it is here, or was taken off.
_FORMER = "former"
_BOOKS = frozenset({_NAME, _WRITES, _FORMER})
# What is chosen together is written together.
_CHOICES = (("source",), ("target",), ("row", "share"))


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the library.

    Attributes:
        path: its file, absolute.
        bundled: whether it came with the program.
        source, target: the languages the user chose for it, or "" where the text decides.
        row, share: where it was left: the paragraph at the top of the screen, and the share of it (0 to 1)
            that had been scrolled past.
    """

    path: Path
    bundled: bool = False
    source: str = ""
    target: str = ""
    row: int = 0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry, and its values in the file, of which some may be of a later version; no values: it is not there."""

    entry: Entry
    values: Mapping[str, Any]

    def with_choices(self, chosen: Mapping[str, Any]) -> "Kept":
        """The same with other fields of the entry; what is not understood stays, but for what has been chosen."""
        entry, values = replace(self.entry, **chosen), {**_usual(self.entry.path), **self.values}
        for names in _CHOICES:
            if any(getattr(entry, name) != getattr(self.entry, name) for name in names):
                values |= {name: getattr(entry, name) for name in names}
        return self if entry == self.entry else Kept(entry, values)


@dataclass(slots=True)
class Listing:
    """The list as it is in the file, or will be.

    Attributes:
        own: the user's documents by path, the one that was added last at the end.
        examples: those that came with the program.
        strange: entries that are not understood.
        others: what else there is, by name.
    """

    own: dict[Path, Kept] = field(default_factory=dict)
    examples: dict[Path, Kept] = field(default_factory=lambda: _examples())
    strange: list[Any] = field(default_factory=list)
    others: dict[str, Any] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Entry]:
        """The entries, those that were added last first, the examples behind them."""
        return (kept.entry for kept in [*reversed(self.own.values()), *self.examples.values()])

    def __len__(self) -> int:
        """Number of entries."""
        return len(self.own) + len(self.examples)

    def find(self, path: Path) -> Kept | None:
        """What is kept of a file, by its absolute path."""
        return self.own.get(path) or self.examples.get(path)

    def copy(self) -> "Listing":
        """One that can be changed by itself."""
        return Listing(dict(self.own), dict(self.examples), list(self.strange), dict(self.others))

    @property
    def name(self) -> str:
        """Tells a list that was begun anew from the one before it."""
        name = self.others.get(_NAME)
        return name if isinstance(name, str) else ""

    @property
    def writes(self) -> int:
        """How often it has been written."""
        return _count(self.others.get(_WRITES))

    @property
    def former(self) -> dict[str, int]:
        """The lists before it, with how many of their writes it knows of."""
        return _counts(self.others.get(_FORMER))

    def forget_strange(self, path: Path) -> bool:
        """Drop what is not understood and names the file; whether there was any."""
        before, name = len(self.strange), str(path)
        self.strange = [entry for entry in self.strange if not _names(entry, name)]
        return len(self.strange) < before

    def forget_all_strange(self) -> bool:
        """Drop all that is not understood, entries and else; whether there was any."""
        others = {name: value for name, value in self.others.items() if name in _BOOKS}
        there = bool(self.strange) or others != self.others
        self.strange, self.others = [], others
        return there

    def is_book(self, name: str) -> bool:
        """Whether a value beside the documents is about the list itself."""
        return name in _BOOKS

    def without(self, gone: Callable[[Path, Mapping[str, int]], bool]) -> "Listing":
        """The same without the documents that are `gone`, by their path and the writes that added them.

        An example stays, without what was chosen for it until now.
        """
        now = {self.name: self.writes}
        own = {path: kept for path, kept in self.own.items() if not gone(path, self._added(kept))}
        examples = {path: fresh if gone(path, now) else self.examples[path] for path, fresh in _examples().items()}
        return Listing(own, examples, list(self.strange), dict(self.others))

    def count_write(self) -> None:
        """Call before each write."""
        self.others[_WRITES] = self.writes + 1

    def joined(self, lost: "Listing") -> "Listing":
        """This list, which was begun anew, with what was in the one that it took the place of.

        What only one of them has, though the other knew that it had been added, was taken off there: it stays away.
        """
        if lost.writes <= self.former.get(lost.name, -1):
            return self
        mine = {path: kept for path, kept in self.own.items() if path in lost.own or not lost._knew(self._added(kept))}
        theirs = {path: kept for path, kept in lost.own.items() if path not in self.own}
        missing = {path: added for path, kept in theirs.items() if not self._knew(added := lost._added(kept))}
        known = {json.dumps(entry) for entry in self.strange}
        return Listing(
            {path: self._stamped(theirs[path], added) for path, added in missing.items()} | mine,
            {path: kept if kept.values else lost.examples.get(path, kept) for path, kept in self.examples.items()},
            [*self.strange, *(entry for entry in lost.strange if json.dumps(entry) not in known)],
            lost.others | self.others | {_WRITES: self.writes} | self._former_with(lost),
        )

    def _former_with(self, lost: "Listing") -> dict[str, dict[str, int]]:
        former = lost.former
        mine = self.former | ({lost.name: lost.writes} if lost.own or lost.writes else {})
        for name, writes in mine.items():
            former[name] = max(former.get(name, 0), writes)
        return {_FORMER: former} if former else {}

    def _added(self, kept: Kept) -> dict[str, int]:
        """By which writes of which lists a document was added; all of them mean the same adding."""
        return _counts(kept.values.get(_FROM)) | {self.name: _count(kept.values.get(_ADDED))}

    def _knew(self, added: Mapping[str, int]) -> bool:
        """Whether a document that was added by these writes was once in the list, or in one before it."""
        known = known_writes(self)
        return any(write <= known.get(name, -1) for name, write in added.items())

    def _stamped(self, kept: Kept, origins: Mapping[str, int]) -> Kept:
        """As it is added by the next write."""
        values = {name: value for name, value in kept.values.items() if name != _FROM}
        return Kept(kept.entry, values | {_ADDED: self.writes + 1} | ({_FROM: dict(origins)} if origins else {}))

    def add(self, kept: Kept) -> None:
        """Put a document at the top."""
        self.own[kept.entry.path] = self._stamped(kept, {})

    def encoded(self) -> bytes:
        """The list for the file, as JSON; made in many small calls, for during a long one no other thread would get on.

        In ASCII: a name that is not valid UTF-8 on disk holds lone surrogates, which do not encode.
        """
        frame = json.dumps({**self.others, _DOCUMENTS: []}).removesuffix("]}")
        return f"{frame}{', '.join(json.dumps(entry) for entry in self._documents())}]}}".encode()

    def _documents(self) -> list[Any]:
        chosen = (kept.values for kept in self.examples.values() if kept.values)
        return [*(kept.values for kept in reversed(self.own.values())), *chosen, *self.strange]


class Change(Protocol):
    """Something that the user did to the list. Of what several programs do, the last one holds."""

    def apply(self, listing: Listing) -> bool:
        """Do it; whether it made a difference."""


@dataclass(frozen=True, slots=True)
class Added:
    """A document is put at the top, unless it is in the list."""

    kept: Kept

    def apply(self, listing: Listing) -> bool:
        """As `Change`."""
        known = listing.find(self.kept.entry.path)
        # In a list that is begun anew it counts as added again: another program may have taken it off the lost one.
        if known is not None and (listing.writes or known.entry.bundled):
            return False
        listing.add(known or self.kept)
        return True


@dataclass(frozen=True, slots=True)
class Removed:
    """A document of the user's is taken off the list."""

    path: Path

    def apply(self, listing: Listing) -> bool:
        """As `Change`."""
        return listing.own.pop(self.path, None) is not None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Fields of an entry are set; where it has been removed they are of no use."""

    path: Path
    values: Mapping[str, Any]

    def apply(self, listing: Listing) -> bool:
        """As `Change`."""
        kept = listing.find(self.path)
        if kept is None or (chosen := kept.with_choices(self.values)) is kept:
            return False
        (listing.own if self.path in listing.own else listing.examples)[self.path] = chosen
        return True


def known_writes(listing: Listing) -> dict[str, int]:
    """The lists of which all is in this one or was taken off, itself among them: by name, until which write."""
    return listing.former | {listing.name: listing.writes}


def new_entry(path: Path) -> Kept:
    """What is kept of a document that joins the list."""
    return Kept(Entry(path), _usual(path))


def new_listing() -> Listing:
    """A list that is begun where there is none; it has a name of its own."""
    return Listing(others={_NAME: secrets.token_hex(8)})


def parsed(data: Any) -> Listing:
    """What is in the file; raises what `read_json` takes for damage."""
    listing = Listing(others={name: value for name, value in json_object(data).items() if name != _DOCUMENTS})
    if not isinstance(data[_DOCUMENTS], list):
        raise ValueError("no list of documents")
    known = set[Path]()
    for values in data[_DOCUMENTS]:
        try:
            entry = _entry(json_object(values))
        except (ValueError, TypeError, KeyError):
            listing.strange.append(values)
            continue
        if entry.path not in known:
            known.add(entry.path)
            _put(listing, entry, values)
    listing.own = dict(reversed(listing.own.items()))  # the last one is the first of the file
    return listing


def absolute(path: Path | str) -> Path:
    """Not resolve(): a document opened through a link keeps the name that the user knows it by."""
    return Path(os.path.abspath(path))


def _put(listing: Listing, entry: Entry, values: Mapping[str, Any]) -> None:
    usual = {**_usual(entry.path), **values}
    if entry.path in listing.examples:
        listing.examples[entry.path] = Kept(replace(entry, bundled=True), usual)
    else:
        listing.own[entry.path] = Kept(entry, usual)


def _examples() -> dict[Path, Kept]:
    return {path: Kept(Entry(path, bundled=True), {}) for path in sorted(SEEDS.glob("*.txt"))}


def _usual(path: Path) -> dict[str, Any]:
    return {"path": str(path), "source": "", "target": ""}


def _entry(values: Mapping[str, Any]) -> Entry:
    """What is understood of an entry; raises ValueError, TypeError or KeyError if it names no file."""
    path = file_name(values["path"])
    if not os.path.isabs(path):  # noqa: PTH117 -- a Path is made once only, there are thousands
        raise ValueError("no place of a file")
    row, share = values.get("row", 0), values.get("share", 0.0)
    if not (_is_number(row) and _is_number(share) and 0 <= row < _MOST_ROWS and 0 <= share <= 1):
        row, share = 0, 0.0
    return Entry(absolute(path), False, _text(values, "source"), _text(values, "target"), int(row), float(share))


def _names(value: Any, name: str) -> bool:
    """Whether a text stands somewhere in what was decoded, which is not deep."""
    if isinstance(value, dict):
        return any(_names(inner, name) for pair in value.items() for inner in pair)
    return any(_names(inner, name) for inner in value) if isinstance(value, list) else bool(value == name)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _counts(value: object) -> dict[str, int]:
    return {name: _count(number) for name, number in value.items()} if isinstance(value, dict) else {}


def _count(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name, "")
    return value if isinstance(value, str) else ""
