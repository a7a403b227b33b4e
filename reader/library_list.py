"""The content of the library's file; `reader.library` reads and writes the file."""

import json
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from reader.json_files import json_object
from reader.late_dataclasses import dataclass
from reader.library_entry import Entry, Kept, absolute, count_in, counts_in, parsed_entry, usual_values
from reader.paths import SEEDS

__all__ = ["Listing", "absolute", "known_writes", "new_listing", "parsed"]

_DOCUMENTS = "documents"
_NAME = "list"
# The number of writes of the list. Of a document: the write that added it, and if it was taken over from former lists,
# the writes that added it to those, by list name.
_WRITES, _ADDED, _FROM = "writes", "added", "from"
# Former lists by name, each with the last of its writes merged into this one: its documents are here or were removed.
_FORMER = "former"
_METADATA = frozenset({_NAME, _WRITES, _FORMER})


@dataclass(slots=True)
class Listing:
    """The list as stored in the file.

    Attributes:
        own: the user's documents by path, the last added at the end.
        examples: the documents that came with the program, by path.
        strange: unknown entries, as decoded from JSON.
        others: all other values in the file, by name.
    """

    own: dict[Path, Kept] = field(default_factory=dict)
    examples: dict[Path, Kept] = field(default_factory=lambda: _examples())
    strange: list[Any] = field(default_factory=list)
    others: dict[str, Any] = field(default_factory=dict)

    def __iter__(self) -> Iterator[Entry]:
        """The entries, the last added first, then the examples."""
        return (kept.entry for kept in [*reversed(self.own.values()), *self.examples.values()])

    def __len__(self) -> int:
        """Number of entries."""
        return len(self.own) + len(self.examples)

    def find(self, path: Path) -> Kept | None:
        """The document with this absolute path, if it is in the list."""
        return self.own.get(path) or self.examples.get(path)

    def without_those_of(self, other: "Listing") -> frozenset[Path]:
        """The documents that are in this list and not in another."""
        # As keys, which know the hashes of their paths: there may be thousands.
        return frozenset(self.own.keys() - other.own.keys() - other.examples.keys())

    def copy(self) -> "Listing":
        """A copy that can be changed independently."""
        return Listing(dict(self.own), dict(self.examples), list(self.strange), dict(self.others))

    @property
    def name(self) -> str:
        """The name that tells a list started anew from the one before it, or ""."""
        name = self.others.get(_NAME)
        return name if isinstance(name, str) else ""

    @property
    def writes(self) -> int:
        """How often the list has been written."""
        return count_in(self.others.get(_WRITES))

    @property
    def former(self) -> dict[str, int]:
        """The former lists by name, each with the last of its writes merged into this one."""
        return counts_in(self.others.get(_FORMER))

    def forget_strange(self, path: Path) -> bool:
        """Drop unknown entries that name the file; returns whether there were any."""
        before, name = len(self.strange), str(path)
        self.strange = [entry for entry in self.strange if not _names(entry, name)]
        return len(self.strange) < before

    def forget_all_strange(self) -> bool:
        """Drop all unknown entries and other unknown values; returns whether there were any."""
        others = {name: value for name, value in self.others.items() if name in _METADATA}
        there = bool(self.strange) or others != self.others
        self.strange, self.others = [], others
        return there

    def is_metadata(self, name: str) -> bool:
        """Whether the value of this name in `others` is about the list itself."""
        return name in _METADATA

    def without(self, gone: Callable[[Path, Mapping[str, int]], bool]) -> "Listing":
        """A copy without the documents for which `gone`, given the path and the writes that added it, is true.

        Examples stay, but lose what was chosen for them.
        """
        now = {self.name: self.writes}
        own = {path: kept for path, kept in self.own.items() if not gone(path, self._added(kept))}
        examples = {path: fresh if gone(path, now) else self.examples[path] for path, fresh in _examples().items()}
        return Listing(own, examples, list(self.strange), dict(self.others))

    def count_write(self) -> None:
        """Count a write; call this before it."""
        self.others[_WRITES] = self.writes + 1

    def joined(self, lost: "Listing") -> "Listing":
        """This list, which was started anew, merged with the lost one that it replaces.

        A document that only one list has, though the other had it once, was removed there and stays removed.
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
        """The writes that added a document, by list name; all stand for the same addition."""
        return counts_in(kept.values.get(_FROM)) | {self.name: count_in(kept.values.get(_ADDED))}

    def _knew(self, added: Mapping[str, int]) -> bool:
        """Whether a document added by these writes was ever in this list or a former one."""
        known = known_writes(self)
        return any(write <= known.get(name, -1) for name, write in added.items())

    def _stamped(self, kept: Kept, origins: Mapping[str, int]) -> Kept:
        """The document marked as added by the next write."""
        values = {name: value for name, value in kept.values.items() if name != _FROM}
        return Kept(kept.entry, values | {_ADDED: self.writes + 1} | ({_FROM: dict(origins)} if origins else {}))

    def add(self, kept: Kept) -> None:
        """Put a document at the top."""
        self.own[kept.entry.path] = self.added_anew(kept)

    def added_anew(self, kept: Kept) -> Kept:
        """A document as it is to stand in the list from the next write on."""
        return self._stamped(kept, {})

    def encoded(self) -> bytes:
        """The list as JSON for the file, encoded in many small calls, since other threads wait during a long one.

        In ASCII: a file name that is not valid UTF-8 has lone surrogates, which cannot be encoded.
        """
        frame = json.dumps({**self.others, _DOCUMENTS: []}).removesuffix("]}")
        return f"{frame}{', '.join(json.dumps(entry) for entry in self._documents())}]}}".encode()

    def _documents(self) -> list[Any]:
        chosen = (kept.values for kept in self.examples.values() if kept.values)
        return [*(kept.values for kept in reversed(self.own.values())), *chosen, *self.strange]


def known_writes(listing: Listing) -> dict[str, int]:
    """This list and those merged into it: by name, the last write whose documents are here or were removed."""
    return listing.former | {listing.name: listing.writes}


def new_listing() -> Listing:
    """A new list, which has only the examples and a random name."""
    return Listing(others={_NAME: secrets.token_hex(8)})


def parsed(data: Any) -> Listing:
    """The list from decoded JSON; raises what `read_json` counts as damage."""
    listing = Listing(others={name: value for name, value in json_object(data).items() if name != _DOCUMENTS})
    if not isinstance(data[_DOCUMENTS], list):
        raise ValueError("no list of documents")
    known = set[Path]()
    for values in data[_DOCUMENTS]:
        try:
            entry = parsed_entry(json_object(values))
        except (ValueError, TypeError, KeyError):
            listing.strange.append(values)
            continue
        if entry.path not in known:
            known.add(entry.path)
            _put(listing, entry, values)
    listing.own = dict(reversed(listing.own.items()))  # the file has the last added first
    return listing


def _put(listing: Listing, entry: Entry, values: Mapping[str, Any]) -> None:
    usual = {**usual_values(entry.path), **values, "path": str(entry.path)}
    if entry.path in listing.examples:
        listing.examples[entry.path] = Kept(replace(entry, bundled=True), usual)
    else:
        listing.own[entry.path] = Kept(entry, usual)


def _examples() -> dict[Path, Kept]:
    return {path: Kept(Entry(path, bundled=True), {}) for path in sorted(SEEDS.glob("*.txt"))}


def _names(value: Any, name: str) -> bool:
    """Whether `name` occurs anywhere in a decoded value; `decode_json` limits its depth."""
    if isinstance(value, dict):
        return any(_names(inner, name) for pair in value.items() for inner in pair)
    return any(_names(inner, name) for inner in value) if isinstance(value, list) else bool(value == name)
