"""The user's own wordings in the file of the translation memory: they belong to two languages and to no package."""

import sqlite3
import struct
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from reader.hypothesis import Hypothesis
from reader.memory_file import Problem, ProblemError
from reader.memory_rows import CHUNK, packed, unpacked
from reader.wording import wording

# Languages and sentence (the key), the user's wording, and links.
_Row = tuple[str, str, str, str, bytes]

_KEY = ("source_language", "target_language", "source")
_SELECT = "SELECT source, target, links FROM edit WHERE source_language = ? AND target_language = ? AND source IN ({})"


def read_edits(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: list[str]
) -> Iterator[tuple[str, Hypothesis]]:
    """What the user has worded of the `wanted` sentences, sentence by sentence."""
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        marks = ",".join("?" * len(chunk))
        for source, target, links in connection.execute(_SELECT.format(marks), (*languages, *chunk)):
            yield source, _from_row(source, target, links)


def as_edit(languages: tuple[str, str], source: str, entry: Hypothesis) -> _Row:
    """A wording as the values of its row."""
    return *languages, source, entry.text, packed(entry.links)


def write_edits(connection: sqlite3.Connection, rows: list[_Row], *, replace: bool) -> None:
    """Put rows into the file, in one transaction that also a power cut does not undo.

    With `replace` they replace those that are there; else those that are there stay.
    """
    verb = "REPLACE" if replace else "IGNORE"
    _commit(connection, f"INSERT OR {verb} INTO edit VALUES (?, ?, ?, ?, ?)", rows)


def delete_edits(connection: sqlite3.Connection, languages: tuple[str, str], sentences: list[str]) -> None:
    """Take rows out of the file, in one transaction that also a power cut does not undo."""
    where = " AND ".join(f"{column} = ?" for column in _KEY)
    _commit(connection, f"DELETE FROM edit WHERE {where}", [(*languages, sentence) for sentence in sentences])


def _commit(connection: sqlite3.Connection, statement: str, rows: list[Any]) -> None:
    # What a person wrote no program can make again: here the commit does wait for the disk.
    connection.execute("PRAGMA synchronous = FULL")
    try:
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(statement, rows)
    finally:
        with suppress(sqlite3.Error):
            connection.execute("PRAGMA synchronous = NORMAL")


def rescued_edits(connection: sqlite3.Connection | None) -> tuple[list[_Row], bool]:
    """What can still be read of the edits in a damaged file, and whether that is all of them."""
    rows: dict[tuple[str, ...], _Row] = {}
    if connection is None:
        return [], False
    try:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'edit'").fetchone():
            return [], True
    except sqlite3.Error:
        return [], False
    whole = _collect(connection, "ASC", rows)
    if not whole:  # a damaged page stopped the reading: now from the other end
        _collect(connection, "DESC", rows)
    sound = [row for row in rows.values() if _is_sound(row)]
    return sound, whole and len(sound) == len(rows)


def _collect(connection: sqlite3.Connection, order: str, rows: dict[tuple[str, ...], _Row]) -> bool:
    try:
        key = ", ".join(f"{column} {order}" for column in _KEY)
        for row in connection.execute(f"SELECT * FROM edit ORDER BY {key}"):
            rows[row[:3]] = row
    except sqlite3.Error:
        return False
    return True


def _is_sound(row: _Row) -> bool:
    try:
        _from_row(*row[2:])
    except ProblemError:
        return False
    return all(isinstance(text, str) for text in row[:3])


def _from_row(source: object, target: object, links: bytes) -> Hypothesis:
    try:
        if not (isinstance(source, str) and isinstance(target, str)):
            raise ProblemError(Problem.DAMAGED)
        return wording(source, target, unpacked(links))
    except (struct.error, ValueError, TypeError) as error:
        raise ProblemError(Problem.DAMAGED) from error
