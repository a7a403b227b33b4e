"""Forgetting for good: what is deleted here is in no file of the memory any more, not even in unused pages.

This holds for the files themselves. What a disk keeps of deleted files and overwritten blocks, and copies that others
have made (backups, synchronised folders), is beyond a program's reach.
"""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from reader.memory.database import immediate, lasting, note_forgetting
from reader.memory.deletions import drop_deletions, forget_deletions
from reader.memory.edits import put_changes, values_of
from reader.memory.imported import delete_imported
from reader.memory.journal import Journal
from reader.memory.sync import catch_up, rewrite_journal

_ALL = ("translation", "edit", "imported", "package", "imported_reading", "deletion")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten.

    Attributes:
        translations, edits: how many.
        imported: how many imported sentences.
        complete: whether the files were rewritten too; if not, another program used the memory meanwhile, or the disk
            was full, and fragments of the texts may remain in unused parts of the files.
        open_elsewhere: whether another program has the document (or, after forgetting everything, any) open and goes
            on saving what is typed.
    """

    translations: int = 0
    edits: int = 0
    imported: int = 0
    complete: bool = True
    open_elsewhere: bool = False


def erase(
    connection: sqlite3.Connection, file: Path, patience: float, delete: Callable[[sqlite3.Connection], Forgotten]
) -> tuple[Forgotten, int]:
    """Delete rows from the memory in `file` with `delete`, rewrite its files and delete damaged copies of them.

    Returns:
        What was forgotten, and the number of that in the file: see `database.forgetting`.

    Raises:
        ProblemError: another program does not release the journal, or the memory is damaged.
        JournalError: the journal cannot be rewritten.
    """
    journal = Journal(file)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")  # for the copy that VACUUM makes
    with journal.locked(patience), lasting(connection), immediate(connection):
        catch_up(connection, journal)
        forgotten = delete(connection)
        number = note_forgetting(connection)
        rewrite_journal(connection, journal)
    for path in damaged_copies(file):
        path.unlink(missing_ok=True)
    return replace(forgotten, complete=_rewritten(connection)), number


def _rewritten(connection: sqlite3.Connection) -> bool:
    """Rebuild the file and empty its -wal; returns whether both were done."""
    with suppress(sqlite3.OperationalError):  # used by another program, or the disk is full
        connection.execute("VACUUM")
        (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    return False


def damaged_copies(file: Path) -> Iterator[Path]:
    """Damaged copies of a memory and its journal that were set aside; what is in them cannot be read."""
    beginnings = tuple(f"{name}.damaged-" for name in (file.name, Journal(file).path.name))
    with suppress(FileNotFoundError):
        yield from (path for path in list(file.parent.iterdir()) if path.name.startswith(beginnings))


def files_of(file: Path) -> list[Path]:
    """The existing files of the memory in `file`, damaged copies included."""
    journal = Journal(file)
    parts = [*(Path(f"{file}{suffix}") for suffix in ("", "-wal", "-shm", "-journal")), journal.path]
    return [path for path in (*parts, *sorted(damaged_copies(file))) if os.path.lexists(path)]


def delete_sentences(
    connection: sqlite3.Connection, sentences: Collection[str], edits: Mapping[tuple[str, str], Collection[str]]
) -> Forgotten:
    """Delete the translations of sentences by any package, and edits and imported ones by languages and sentence."""
    packages = [package for (package,) in connection.execute("SELECT id FROM package").fetchall()]
    keys = ((package, sentence) for package in packages for sentence in sentences)
    gone = connection.executemany("DELETE FROM translation WHERE package = ? AND source = ?", keys).rowcount
    connection.execute("DELETE FROM package WHERE id NOT IN (SELECT package FROM translation)")
    found = {key for pair, wanted in edits.items() for key in values_of(connection, pair, list(wanted))}
    put_changes(connection, dict.fromkeys(found))
    drop_deletions(connection, ((*pair, text) for pair, wanted in edits.items() for text in wanted))
    forget_deletions(connection, sentences)
    imported = delete_imported(connection, ((*pair, text) for pair, wanted in edits.items() for text in wanted))
    return Forgotten(max(gone, 0), len(found), imported)


def delete_all(connection: sqlite3.Connection) -> Forgotten:
    """Delete everything."""
    counts = [connection.execute(f"DELETE FROM {table}").rowcount for table in _ALL]
    return Forgotten(counts[0], counts[1], counts[2])


def count_all(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many translations and how many edits there are."""
    counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("translation", "edit")]
    return counts[0], counts[1]
