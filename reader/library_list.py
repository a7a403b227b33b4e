"""The content of the library's file and the changes to it; `reader.library` reads and writes the file."""

import json
import os
import re
import secrets
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Protocol

from reader.files import file_name
from reader.json_files import json_object
from reader.paths import SEEDS

# More than any document has, and more than views can count.
_MOST_ROWS = 1_000_000_000
_DOCUMENTS = "documents"
_NAME = "list"
# The number of writes of the list. Of a document: the write that added it, and if it was taken over from former lists,
# the writes that added it to those, by list name.
_WRITES, _ADDED, _FROM = "writes", "added", "from"
# Former lists by name, each with the last of its writes merged into this one: its documents are here or were removed.
_FORMER = "former"
_METADATA = frozenset({_NAME, _WRITES, _FORMER})
# What is chosen together is written together.
_CHOICES = (
    ("source",),
    ("target",),
    ("encoding",),
    ("lines",),
    ("row", "share"),
    ("forced",),
    ("title",),
    ("opened",),
    ("translated",),
)
# Longer titles are no titles; a list of documents is not a place for texts.
_LONGEST_TITLE = 10_000
# Codes of languages (BCP 47 has at most 35 characters), encodings and the like.
_CODE = re.compile(r"[A-Za-z0-9_.-]{1,40}", re.ASCII)
# The largest time, in seconds since 1970, that every system can show: the year 9999.
_LATEST = 253_402_300_799


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the library.

    Attributes:
        path: its file, absolute.
        bundled: whether it came with the program.
        source, target: the languages the user chose for it, or "" if the text decides.
        forced: keys of its paragraphs in other languages that the user wants translated all the same.
        row, share: the reading position: index of the paragraph at the top of the screen, and the share of it
            (0 to 1) scrolled past.
        encoding, lines: how the user chose to read its file, as in `Choices` of the formats, or "" if the file decides.
            They may be those of a later version.
        title: the title that the user gave it, or "" if the text decides.
        opened: when it was last opened, in whole seconds since 1970, UTC; 0 if never.
        translated: the share of its paragraphs that is translated, from 0 to 1; -1 if unknown.
    """

    path: Path
    bundled: bool = False
    source: str = ""
    target: str = ""
    row: int = 0
    share: float = 0.0
    forced: tuple[str, ...] = ()
    encoding: str = ""
    lines: str = ""
    title: str = ""
    opened: int = 0
    translated: float = -1.0


@dataclass(frozen=True, slots=True)
class Kept:
    """An entry with its values in the file, some perhaps of a later version; no values if it is not in the file."""

    entry: Entry
    values: Mapping[str, Any]

    def with_choices(self, chosen: Mapping[str, Any]) -> "Kept":
        """A copy with the chosen fields changed; all other values stay, also unknown ones."""
        entry, values = replace(self.entry, **chosen), {**_usual(self.entry.path), **self.values}
        for names in _CHOICES:
            if any(getattr(entry, name) != getattr(self.entry, name) for name in names):
                values |= {name: getattr(entry, name) for name in names}
        return self if entry == self.entry else Kept(entry, values)


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
        return _count(self.others.get(_WRITES))

    @property
    def former(self) -> dict[str, int]:
        """The former lists by name, each with the last of its writes merged into this one."""
        return _counts(self.others.get(_FORMER))

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
        return _counts(kept.values.get(_FROM)) | {self.name: _count(kept.values.get(_ADDED))}

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
    """Removes a document of the user's from the list."""

    path: Path

    def apply(self, listing: Listing) -> bool:
        """See `Change`."""
        return listing.own.pop(self.path, None) is not None


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
        others, listing.own = listing.own, {}
        back = {each.path: listing.added_anew(each.kept) for each in self.taken}
        for path in self._order(others):
            listing.own[path] = others.get(path) or back[path]
        return known != list(back.values())

    def _order(self, others: Iterable[Path]) -> Iterator[Path]:
        """All documents, the lowest first."""
        paths: set[Path | None] = {None, *others, *(each.path for each in self.taken)}
        above, top = defaultdict[Path | None, list[Path]](list), list[Path | None]()
        for each in self.taken:
            (above[each.below] if each.below in paths else top).append(each.path)
        waiting = [*reversed([None, *others, *top])]
        while waiting:
            if (path := waiting.pop()) is not None:
                yield path
            waiting += reversed(above.pop(path, []))


def taken_from(listing: Listing, paths: Collection[Path]) -> tuple[Taken, ...]:
    """The documents of the user's at these paths, to be put back when they have been removed."""
    lowest_first = list(listing.own.values())
    pairs = zip(lowest_first, [None, *lowest_first], strict=False)
    return tuple(
        Taken(kept, below.entry.path if below is not None else None)
        for kept, below in pairs
        if kept.entry.path in paths
    )


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
class Forced:
    """Sets for one paragraph of a document, by its key, whether it is translated whatever language it is in."""

    path: Path
    paragraph: str
    forced: bool

    def apply(self, listing: Listing) -> bool:
        """See `Change`; what other processes chose for other paragraphs stays."""
        kept = listing.find(self.path)
        if kept is None:
            return False
        return Chosen(self.path, {"forced": self.among(kept.entry.forced)}).apply(listing)

    def among(self, keys: Iterable[str]) -> tuple[str, ...]:
        """The keys of all such paragraphs, given those before."""
        others = dict.fromkeys(keys)
        others.pop(self.paragraph, None)
        return (*others, self.paragraph) if self.forced else tuple(others)


def known_writes(listing: Listing) -> dict[str, int]:
    """This list and those merged into it: by name, the last write whose documents are here or were removed."""
    return listing.former | {listing.name: listing.writes}


def new_entry(path: Path) -> Kept:
    """A document that is new to the list."""
    return Kept(Entry(path), _usual(path))


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
            entry = _entry(json_object(values))
        except (ValueError, TypeError, KeyError):
            listing.strange.append(values)
            continue
        if entry.path not in known:
            known.add(entry.path)
            _put(listing, entry, values)
    listing.own = dict(reversed(listing.own.items()))  # the file has the last added first
    return listing


def absolute(path: Path | str) -> Path:
    """The absolute path. Links are not resolved: a document opened through one keeps the name the user knows."""
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
    """Parse an entry; unknown values get defaults. Raises ValueError, TypeError or KeyError if it names no file."""
    path = file_name(values["path"])
    if not os.path.isabs(path):  # noqa: PTH117 -- a Path is made once only, there are thousands
        raise ValueError("no place of a file")
    row, share = values.get("row", 0), values.get("share", 0.0)
    if not (_is_number(row) and _is_number(share) and 0 <= row < _MOST_ROWS and 0 <= share <= 1):
        row, share = 0, 0.0
    source, target, encoding, lines = (_code(values, name) for name in ("source", "target", "encoding", "lines"))
    title = _text(values, "title")[:_LONGEST_TITLE]
    translated = values.get("translated", -1.0)
    return Entry(
        absolute(path),
        source=source,
        target=target,
        row=int(row),
        share=float(share),
        forced=_keys(values.get("forced")),
        encoding=encoding,
        lines=lines,
        title=title,
        opened=min(_count(values.get("opened")), _LATEST),
        translated=float(translated) if _is_number(translated) and 0 <= translated <= 1 else -1.0,
    )


def _code(values: Mapping[str, Any], name: str) -> str:
    """A code, of a language or an encoding say; "" for what cannot be one."""
    value = _text(values, name)
    return value if _CODE.fullmatch(value) else ""


def _keys(value: object) -> tuple[str, ...]:
    """Keys of paragraphs; none for what is no list of them."""
    return tuple(key for key in value if isinstance(key, str)) if isinstance(value, list) else ()


def _names(value: Any, name: str) -> bool:
    """Whether `name` occurs anywhere in a decoded value; `decode_json` limits its depth."""
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
