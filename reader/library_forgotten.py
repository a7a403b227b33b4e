"""Which documents were forgotten, in a file of its own beside the list of documents.

If the list is lost, a process that read it earlier starts it anew with what it remembers. This file tells it what has
been forgotten since: for each document, up to which write of which list. Documents are not named: there are only
digests, keyed with a key in the same file.
"""

import json
import os
import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reader.files import Stamp, stamp_of, write_atomically
from reader.json_files import State, read_json
from reader.late_dataclasses import dataclass
from reader.library_list import Listing, known_writes

_SUFFIX = ".forgotten"
# Documents forgotten one by one that are recorded; lists are seldom lost, and no process runs long enough to need more.
_MOST = 1000

# By name of a list, the number of its last write that is covered.
Writes = dict[str, int]


@dataclass(frozen=True, slots=True)
class _Kept:
    key: str = field(default_factory=lambda: secrets.token_hex(16))
    everything: Writes = field(default_factory=dict)
    documents: dict[str, Writes] = field(default_factory=dict)


def note_forgotten(library: Path, listing: Listing, documents: Collection[Path] | None) -> None:
    """Record that `documents`, or everything if None, are forgotten as of `listing`; the library's file must be locked.

    Raises:
        OutputError: it cannot be written.
    """
    file, writes = library.with_suffix(_SUFFIX), known_writes(listing)
    kept = _read(file)
    if documents is None:
        kept = _Kept(everything=_later(kept.everything, writes))
    else:
        before = dict(kept.documents)
        now = {mark: _later(before.pop(mark, {}), writes) for mark in (_mark(each, kept.key) for each in documents)}
        kept = _Kept(kept.key, kept.everything, dict([*before.items(), *now.items()][-_MOST:]))
    write_atomically(file, json.dumps(asdict(kept)).encode(), private=True)


def without_forgotten(library: Path, lost: Listing) -> Listing:
    """A lost list without the documents forgotten since it was read."""
    kept = _read(library.with_suffix(_SUFFIX))

    def is_forgotten(path: Path, writes: Mapping[str, int]) -> bool:
        forgotten = _later(kept.everything, kept.documents.get(_mark(path, kept.key), {}))
        return any(write <= forgotten.get(name, -1) for name, write in writes.items())

    if lost.writes <= kept.everything.get(lost.name, -1):
        return Listing(others={name: value for name, value in lost.others.items() if lost.is_metadata(name)})
    return lost.without(is_forgotten)


class ForgottenWatch:
    """Tells what this and other processes forget, as far as it is recorded."""

    def __init__(self, library: Path) -> None:
        """Follow the record beside the list in the file `library`; what is in it by now is not told."""
        self._file = library.with_suffix(_SUFFIX)
        self._stamp: Stamp | None = None
        self._known: _Kept | None = None  # None while there is no record
        self.look(())

    def look(self, documents: Iterable[Path]) -> frozenset[Path] | None:
        """Which of the documents were forgotten since the last look; None if everything was."""
        stamp, before = stamp_of(self._file), self._known
        if stamp == self._stamp:
            return frozenset()
        found = read_json(self._file, _parsed, _Kept())
        if found.state is not State.READ:
            return frozenset()  # until the next look
        self._stamp, self._known, now = stamp, found.value, found.value
        if now.everything and (before is None or before.key != now.key):
            return None
        known = before.documents if before is not None and before.key == now.key else {}
        marks = {_mark(path, now.key): path for path in documents}
        return frozenset(path for mark, path in marks.items() if now.documents.get(mark) != known.get(mark))


def _later(one: Mapping[str, int], other: Mapping[str, int]) -> Writes:
    return {name: max(one.get(name, 0), other.get(name, 0)) for name in {**one, **other}}


def _mark(path: Path, key: str) -> str:
    return blake2b(os.fsencode(path), digest_size=16, key=key.encode()).hexdigest()


def _read(file: Path) -> _Kept:
    return read_json(file, _parsed, _Kept()).value


def _parsed(found: Any) -> _Kept:
    key, everything, documents = found["key"], found["everything"], found["documents"]
    if not (isinstance(key, str) and 0 < len(key.encode()) <= 64):
        raise ValueError("no key")
    return _Kept(key, _writes(everything), {str(mark): _writes(at) for mark, at in documents.items()})


def _writes(found: Any) -> Writes:
    return {str(name): int(write) for name, write in found.items()}
