"""Which sentences had an edit that was deleted and not forgotten: undoing that brings nothing back that was forgotten.

What is forgotten leaves no trace, so what is kept is the opposite: a sentence whose edit is deleted is noted, and its
note is deleted when the sentence is forgotten, or has an edit again.
"""

import sqlite3
from collections.abc import Collection, Iterable

from reader.memory.edits import KEY, WHERE
from reader.memory.journal import Key

# As many as can be undone; of those before, what was forgotten is not known apart.
_MOST = 1000
_COLUMNS = ", ".join(KEY)


def noted_deletions(connection: sqlite3.Connection, languages: tuple[str, str], wanted: Iterable[str]) -> set[Key]:
    """Those of the `wanted` sentences whose edit was deleted, and not forgotten since."""
    query = f"SELECT 1 FROM deletion WHERE {WHERE}"
    return {key for text in wanted if connection.execute(query, key := (*languages, text)).fetchone()}


def note_deletions(connection: sqlite3.Connection, deleted: Collection[Key], saved: Iterable[Key]) -> None:
    """Edits of these sentences were deleted, and saved; within the transaction of that."""
    drop_deletions(connection, saved)
    if deleted:
        connection.executemany(f"INSERT OR REPLACE INTO deletion ({_COLUMNS}) VALUES (?, ?, ?)", deleted)
        connection.execute("DELETE FROM deletion WHERE number <= (SELECT max(number) FROM deletion) - ?", (_MOST,))


def drop_deletions(connection: sqlite3.Connection, keys: Iterable[Key]) -> None:
    """These sentences have an edit again, or are forgotten."""
    connection.executemany(f"DELETE FROM deletion WHERE {WHERE}", keys)


def forget_deletions(connection: sqlite3.Connection, sentences: Iterable[str]) -> None:
    """These sentences are forgotten, in all languages."""
    connection.executemany("DELETE FROM deletion WHERE source = ?", ((text,) for text in sentences))
