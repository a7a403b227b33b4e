"""The user's edits in the file of the translation memory: they belong to two languages, not to a package.

Other ledgers (see `reader.memory.ledger`) have tables like theirs, and are read and written here too.
"""

import sqlite3
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import Any
from zlib import crc32

from reader.late_dataclasses import dataclass
from reader.memory.database import Problem, ProblemError, has_table
from reader.memory.journal import Changes, Key, Value
from reader.memory.ledger import EDITS, Ledger
from reader.memory.translations import CHUNK, packed, unpacked
from reader.parallel import Hypothesis, user_edit
from reader.text import Link

KEY = ("source_language", "target_language", "source")
WHERE = " AND ".join(f"{column} = ?" for column in KEY)
_SELECT = """SELECT source, target, links FROM {table}
    WHERE source_language = ? AND target_language = ? AND source IN ({marks})"""
COLUMNS = ", ".join((*KEY, "target", "links"))  # named, since a later version may add some
# Of the sum of checksums: SQLite's integers have 63 bits.
_MODULUS = 1 << 62


def read_edits(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Sequence[str]
) -> Iterator[tuple[str, Hypothesis]]:
    """The user's edits of the `wanted` sentences, sentence by sentence."""
    for source, target, links in _select(connection, EDITS, languages, wanted):
        yield source, edit_of_row(source, target, links)


def read_texts(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Sequence[str]
) -> Iterator[tuple[str, str, tuple[Link, ...]]]:
    """The same sentence by sentence as they are stored, with their links."""
    for source, target, links in _select(connection, EDITS, languages, wanted):
        yield texts_of_row(source, target, links)


def values_of(
    connection: sqlite3.Connection, ledger: Ledger, languages: tuple[str, str], wanted: Sequence[str]
) -> dict[Key, Value]:
    """What a ledger has of the `wanted` sentences, as it is stored."""
    rows = _select(connection, ledger, languages, wanted)
    return {(*languages, source): (target, links) for source, target, links in rows}


def texts_in_any_languages(connection: sqlite3.Connection, wanted: Sequence[str]) -> dict[str, frozenset[str]]:
    """The texts of all edits of the `wanted` sentences, by sentence; every edit in the file is looked at."""
    found = defaultdict[str, set[str]](set)
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        query = f"SELECT source, target FROM edit WHERE source IN ({','.join('?' * len(chunk))})"
        for source, target in connection.execute(query, chunk):
            found[source].add(target)
    return {source: frozenset(targets) for source, targets in found.items()}


def _select(
    connection: sqlite3.Connection, ledger: Ledger, languages: tuple[str, str], wanted: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        yield from connection.execute(
            _SELECT.format(table=ledger.table, marks=",".join("?" * len(chunk))), (*languages, *chunk)
        )


def as_value(entry: Hypothesis) -> Value:
    """An edit as it is stored."""
    return entry.text, packed(entry.links)


def all_values(connection: sqlite3.Connection, ledger: Ledger) -> dict[Key, Value]:
    """All that a ledger has in the file."""
    return {row[:3]: row[3:] for row in connection.execute(f"SELECT {COLUMNS} FROM {ledger.table}")}


def put_changes(connection: sqlite3.Connection, ledger: Ledger, changes: Changes) -> None:
    """Write changes to the file, within a transaction."""
    kept = ((*key, *value) for key, value in changes.items() if value is not None)
    connection.executemany(f"INSERT OR REPLACE INTO {ledger.table} ({COLUMNS}) VALUES (?, ?, ?, ?, ?)", kept)
    forgotten = (key for key, value in changes.items() if value is None)
    connection.executemany(f"DELETE FROM {ledger.table} WHERE {WHERE}", forgotten)


@dataclass(frozen=True, slots=True)
class Sum:
    """How many edits there are, and a checksum that does not depend on their order.

    It shows a changed bit in a text, which SQLite does not notice.
    """

    count: int = 0
    checksum: int = 0

    def changed(self, before: Mapping[Key, Value], changes: Changes) -> "Sum":
        """The sum after `changes`, given the edits `before`."""
        gone = sum_of((*key, *before[key]) for key in changes if key in before)
        new = sum_of((*key, *value) for key, value in changes.items() if value is not None)
        return Sum(self.count - gone.count + new.count, (self.checksum - gone.checksum + new.checksum) % _MODULUS)


def sum_of(rows: Iterable[tuple[Any, ...]]) -> Sum:
    """The sum of rows of the table; raises ProblemError if one has values of other types than ours."""
    count = checksum = 0
    try:
        for count, (*texts, links) in enumerate(rows, 1):  # noqa: B007 - the last number is how many there are
            checksum += crc32(links, crc32("\0".join(texts).encode()))
    except TypeError as error:
        raise ProblemError(Problem.DAMAGED) from error
    return Sum(count, checksum % _MODULUS)


def sum_in(connection: sqlite3.Connection, ledger: Ledger) -> Sum:
    """The sum of all that a ledger has in the file."""
    return sum_of(connection.execute(f"SELECT {COLUMNS} FROM {ledger.table}"))


@dataclass(frozen=True, slots=True)
class Before:
    """What the memory has, or had, for a key: the user's edit, and an imported translation, which an edit hides."""

    edit: Value | None = None
    imported: Value | None = None

    @property
    def value(self) -> Value | None:
        """The one that is used."""
        return self.edit if self.edit is not None else self.imported


@dataclass(frozen=True, slots=True)
class Older:
    """The user's edit of a sentence from before.

    Attributes:
        edit: as it is for the sentence of today.
        saved: the texts that are saved, by what they are saved for; those too that other such edits hide.
    """

    edit: Hypothesis
    saved: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Rescue:
    """What could still be read of a ledger in a damaged file.

    Attributes:
        edits: those that are sound.
        whole: whether that is all of them.
        ahead: whether a program without a journal may have put edits into the file.
    """

    edits: dict[Key, Value] = field(default_factory=dict)
    whole: bool = True
    ahead: bool = False


def rescued(connection: sqlite3.Connection | None, ledger: Ledger) -> Rescue:
    """Read what can still be read of a ledger in a damaged file; None is a file that could not be opened."""
    if connection is None:
        return Rescue(whole=False)
    try:
        if not has_table(connection, ledger.table):
            return Rescue()
    except sqlite3.Error:
        return Rescue(whole=False)
    rows: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    whole = _collect(connection, ledger, "ASC", rows)
    if not whole:  # a damaged page stopped the reading: read from the other end too
        _collect(connection, ledger, "DESC", rows)
    sound = {key: value for key, value in rows.items() if is_sound(key, value)}
    return Rescue(sound, whole and len(sound) == len(rows), _is_ahead(connection, ledger))


def _collect(
    connection: sqlite3.Connection, ledger: Ledger, order: str, rows: dict[tuple[Any, ...], tuple[Any, ...]]
) -> bool:
    try:
        key = ", ".join(f"{column} {order}" for column in KEY)
        for row in connection.execute(f"SELECT {COLUMNS} FROM {ledger.table} ORDER BY {key}"):
            rows[row[:3]] = row[3:]
    except sqlite3.Error:
        return False
    return True


def _is_ahead(connection: sqlite3.Connection, ledger: Ledger) -> bool:
    """See `Rescue`; False also if that can no longer be read."""
    try:
        if not has_table(connection, ledger.state):
            return True
        return connection.execute(f"SELECT 1 FROM {ledger.state} WHERE known").fetchone() is None
    except sqlite3.Error:
        return False


def is_sound(key: tuple[Any, ...], value: tuple[Any, ...]) -> bool:
    """Whether a row has values of the types that ours have."""
    try:
        texts_of_row(key[2], *value)
    except ProblemError:
        return False
    return all(isinstance(text, str) for text in key)


def edit_of_row(source: object, target: object, links: bytes) -> Hypothesis:
    """An edit as it was before it was stored; raises ProblemError if it is damaged."""
    return user_edit(*texts_of_row(source, target, links))


def texts_of_row(source: object, target: object, links: bytes) -> tuple[str, str, tuple[Link, ...]]:
    """The same as texts and links."""
    if not (isinstance(source, str) and isinstance(target, str)):
        raise ProblemError(Problem.DAMAGED)
    try:
        return source, target, unpacked(links)
    except (struct.error, ValueError, TypeError) as error:
        raise ProblemError(Problem.DAMAGED) from error
