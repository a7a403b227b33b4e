"""Sentences imported from other programs, in a table of their own: there may be millions, and they can be had again.

So they are looked up by their keys and never read whole, and are not in the journal of the edits. A few may be asked
for today as something else than they are stored for: what that is stands in a second table.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from reader import log
from reader.memory.database import has_table, immediate
from reader.memory.edits import COLUMNS, KEY, WHERE, Older, edit_of_row, is_sound, texts_of_row
from reader.memory.folded import folded, foldings_of
from reader.memory.journal import Key, Value
from reader.memory.older_keys import may_be_older, read_today
from reader.memory.translations import CHUNK
from reader.parallel import Hypothesis, edit_for
from reader.text import Link, shown

# A row of the table: two languages, sentence, translation, links.
_Row = tuple[Any, ...]
_SELECT = (
    "SELECT source, target, links FROM imported WHERE source_language = ? AND target_language = ? AND source IN ({})"
)
_SELECT_READINGS = (
    "SELECT source FROM imported_reading WHERE source_language = ? AND target_language = ? AND part IN ({})"
)
# Sentences put into the file at a time.
_BATCH = 1000
_INSERT = f"INSERT OR IGNORE INTO imported ({COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_INSERT_READING = f"INSERT OR IGNORE INTO imported_reading ({', '.join(KEY)}, part) VALUES (?, ?, ?, ?)"
_RELINK = f"""UPDATE imported SET links = ? WHERE {WHERE} AND target = ? AND NOT EXISTS
    (SELECT 1 FROM edit WHERE {" AND ".join(f"edit.{column} = imported.{column}" for column in KEY)})"""


def has_imported(connection: sqlite3.Connection) -> bool:
    """Whether there are any; at once."""
    # A file that cannot be written to may be of a version before, without the table.
    return has_table(connection, "imported") and bool(connection.execute("SELECT 1 FROM imported LIMIT 1").fetchone())


def imported_texts(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Collection[str]
) -> Iterator[tuple[str, str, tuple[Link, ...]]]:
    """The `wanted` sentences that are imported, their translations and links."""
    for row in _in_chunks(connection, _SELECT, languages, wanted):
        yield texts_of_row(*row)


def read_imported(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Iterable[str], besides: Collection[str]
) -> Iterator[tuple[str, Hypothesis]]:
    """The imported translations of the `wanted` sentences `besides` some, as edits, sentence by sentence."""
    if has_imported(connection):
        for row in _in_chunks(connection, _SELECT, languages, [text for text in wanted if text not in besides]):
            yield row[0], edit_of_row(*row)


def imported_values(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Collection[str]
) -> dict[Key, Value]:
    """The same by their keys."""
    if not wanted or not has_imported(connection):
        return {}
    return {
        (*languages, source): (target, links)
        for source, target, links in _in_chunks(connection, _SELECT, languages, wanted)
    }


def imported_for(connection: sqlite3.Connection, languages: tuple[str, str], parts: Collection[str]) -> set[str]:
    """The imported sentences that may be read as one of these today, apart from these themselves."""
    return {source for (source,) in _in_chunks(connection, _SELECT_READINGS, languages, parts)}


def _in_chunks(
    connection: sqlite3.Connection, query: str, languages: tuple[str, str], wanted: Collection[str]
) -> Iterator[_Row]:
    ordered = sorted(wanted)
    for start in range(0, len(ordered), CHUNK):
        chunk = ordered[start : start + CHUNK]
        yield from connection.execute(query.format(",".join("?" * len(chunk))), (*languages, *chunk))


def readings_of(key: Key, text: str) -> Iterator[tuple[str, str, str, str]]:
    """The rows of the second table for a sentence and its translation."""
    if shown(key[2]) != key[2]:
        return
    for part, _ in foldings_of(key[2], text):
        yield *key, part
    if may_be_older(key[2]):
        for stored in read_today(key[2], text, (), key[:2]):
            yield *key, stored.part


def folded_imported(
    connection: sqlite3.Connection, languages: tuple[str, str], sentences: Iterable[str]
) -> Iterator[tuple[str, Older]]:
    """Imported translations of sentences that differ only in what nobody sees: see `reader.memory.folded`."""
    asked = {sentence: folded(shown(sentence)) for sentence in sentences}
    parts = set(asked.values())
    found = dict[str, tuple[str, str, str]]()
    for key, text, _ in imported_texts(connection, languages, parts | imported_for(connection, languages, parts)):
        for part, translation in ((key, text), *foldings_of(key, text)):
            found.setdefault(part, (key, text, translation))
    for sentence, part in asked.items():
        if part in found:
            key, text, translation = found[part]
            yield sentence, Older(edit_for(sentence, Hypothesis(translation, 0.0, (), edited=True)), {key: text})


def relink_imported(connection: sqlite3.Connection, values: Mapping[Key, Value]) -> None:
    """Store the links of imported sentences whose translation is still this one and not hidden by an edit."""
    if has_imported(connection):
        with immediate(connection):
            connection.executemany(_RELINK, ((links, *key, text) for key, (text, links) in values.items()))


def delete_imported(connection: sqlite3.Connection, keys: Iterable[Key]) -> int:
    """Delete sentences, within a transaction; returns how many there were."""
    wanted = list(keys)
    connection.executemany(f"DELETE FROM imported_reading WHERE {WHERE}", wanted)
    return max(connection.executemany(f"DELETE FROM imported WHERE {WHERE}", wanted).rowcount, 0)


def put_imported(connection: sqlite3.Connection, rows: Sequence[_Row]) -> None:
    """Put sentences into the file that are not there yet, within a transaction."""
    connection.executemany(_INSERT, rows)
    readings = (reading for row in rows for reading in readings_of(row[:3], row[3]))
    connection.executemany(_INSERT_READING, readings)


def rescue_imported(connection: sqlite3.Connection, damaged: Path) -> bool:
    """Copy what can still be read of them in a damaged file; returns whether that is all.

    Of a file that can no longer be opened nothing is known, not even whether there were any: that counts as all.
    """
    with closing(sqlite3.connect(damaged, isolation_level=None)) as source:
        try:
            if not has_imported(source):
                return True
        except sqlite3.Error as error:
            log.caught(error, "looking for imported sentences in a damaged file")
            return True
        with immediate(connection):
            whole = _copied(connection, source, "ASC")
            if not whole:  # a damaged page stopped the reading: read from the other end too
                _copied(connection, source, "DESC")
    return whole


def _copied(connection: sqlite3.Connection, source: sqlite3.Connection, order: str) -> bool:
    reading = _Reading(source, order)
    rows = reading.sound()
    while batch := list(islice(rows, _BATCH)):
        put_imported(connection, batch)
    return reading.whole


class _Reading:
    """Reads all rows of a damaged file in an order, as far as that goes."""

    def __init__(self, source: sqlite3.Connection, order: str) -> None:
        by = ", ".join(f"{column} {order}" for column in KEY)
        self._source, self._query = source, f"SELECT {COLUMNS} FROM imported ORDER BY {by}"
        self.whole = True

    def sound(self) -> Iterator[_Row]:
        try:
            for row in self._source.execute(self._query):
                if is_sound(row[:3], row[3:]):
                    yield row
                else:
                    self.whole = False
        except sqlite3.Error as error:
            log.caught(error, "reading imported sentences in a damaged file")
            self.whole = False
