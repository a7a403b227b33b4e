"""Forgetting for good: what is deleted here is in no file of the memory any more, not even in unused pages.

This holds for the files themselves. What a disk keeps of deleted files and overwritten blocks, and copies that others
have made (backups, synchronised folders), is beyond a program's reach.
"""

import os
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.late_dataclasses import dataclass
from reader.memory.database import immediate, lasting, note_forgetting
from reader.memory.deletions import drop_deletions, forget_deletions
from reader.memory.edits import put_changes, values_of
from reader.memory.imported import delete_imported
from reader.memory.index_tables import drop_index
from reader.memory.journal import Journal
from reader.memory.ledger import EDITS, JUDGEMENTS, LEDGERS, Ledger
from reader.memory.sync import catch_up, rewrite_journal
from reader.memory.word_index import delete_index_files, index_files

_ALL = ("translation", "edit", "imported", "judgement", "document_value", "package", "imported_reading", "deletion")


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten.

    Attributes:
        translations, edits: how many.
        imported: how many imported sentences.
        judged: of how many sentences what the user had accepted or dismissed.
        values: how many notes, bookmarks and choices for documents.
        complete: whether the files were rewritten too; if not, another program used the memory meanwhile, or the disk
            was full, and fragments of the texts may remain in unused parts of the files.
        open_elsewhere: whether another program has the document (or, after forgetting everything, any) open and goes
            on saving what is typed.
    """

    translations: int = 0
    edits: int = 0
    imported: int = 0
    judged: int = 0
    values: int = 0
    complete: bool = True
    open_elsewhere: bool = False


def erase(
    connection: sqlite3.Connection, file: Path, patience: float, delete: Callable[[sqlite3.Connection], Forgotten]
) -> tuple[Forgotten, int]:
    """Delete rows from the memory in `file` with `delete`, rewrite its files, delete its word index and damaged copies.

    Returns:
        What was forgotten, and the number of that in the file: see `database.forgetting`.

    Raises:
        ProblemError: another program does not release the journal, or the memory is damaged.
        JournalError: the journal cannot be rewritten.
    """
    delete_index_files(file)  # it may be what fills the disk, on which deleting rows takes room
    journals = _journals(file)
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("PRAGMA temp_store = MEMORY")  # for the copy that VACUUM makes
    with journals[0].locked(patience), lasting(connection), immediate(connection):
        for journal in journals:
            catch_up(connection, journal)
        forgotten = delete(connection)
        drop_index(connection)
        number = note_forgetting(connection)
        for journal in journals:
            rewrite_journal(connection, journal)
    for path in damaged_copies(file):
        path.unlink(missing_ok=True)
    indexes_gone = delete_index_files(file)  # another program may have begun it again meanwhile
    return replace(forgotten, complete=_rewritten(connection) and indexes_gone), number


def _rewritten(connection: sqlite3.Connection) -> bool:
    """Rebuild the file and empty its -wal; returns whether both were done."""
    with suppress(sqlite3.OperationalError):  # used by another program, or the disk is full
        connection.execute("VACUUM")
        (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy
    return False


def damaged_copies(file: Path) -> Iterator[Path]:
    """Damaged copies of a memory and its journal that were set aside; what is in them cannot be read."""
    beginnings = tuple(f"{name}.damaged-" for name in (file.name, *(each.path.name for each in _journals(file))))
    with suppress(FileNotFoundError):
        yield from (path for path in list(file.parent.iterdir()) if path.name.startswith(beginnings))


def files_of(file: Path) -> list[Path]:
    """The existing files of the memory in `file`, damaged copies and the word index included."""
    beside = (each.path for each in _journals(file))
    parts = [*(Path(f"{file}{suffix}") for suffix in ("", "-wal", "-shm", "-journal")), *beside]
    return [path for path in (*parts, *index_files(file), *sorted(damaged_copies(file))) if os.path.lexists(path)]


def _journals(file: Path) -> list[Journal]:
    return [Journal(file, ledger) for ledger in LEDGERS]


def delete_sentences(
    connection: sqlite3.Connection,
    sentences: Collection[str],
    edits: Mapping[tuple[str, str], Collection[str]],
    judged: Mapping[tuple[str, str], Collection[str]],
) -> Forgotten:
    """Delete the translations of sentences by any package; edits, imported ones and judgements by their languages."""
    packages = [package for (package,) in connection.execute("SELECT id FROM package").fetchall()]
    keys = ((package, sentence) for package in packages for sentence in sentences)
    gone = connection.executemany("DELETE FROM translation WHERE package = ? AND source = ?", keys).rowcount
    connection.execute("DELETE FROM package WHERE id NOT IN (SELECT package FROM translation)")
    deleted = [_delete(connection, ledger, of) for ledger, of in ((EDITS, edits), (JUDGEMENTS, judged))]
    drop_deletions(connection, ((*pair, text) for pair, wanted in edits.items() for text in wanted))
    forget_deletions(connection, sentences)
    imported = delete_imported(connection, ((*pair, text) for pair, wanted in edits.items() for text in wanted))
    return Forgotten(max(gone, 0), deleted[0], imported, deleted[1])


def _delete(
    connection: sqlite3.Connection, ledger: Ledger, sentences: Mapping[tuple[str, str], Collection[str]]
) -> int:
    found = {key for pair, wanted in sentences.items() for key in values_of(connection, ledger, pair, list(wanted))}
    put_changes(connection, ledger, dict.fromkeys(found))
    return len(found)


def delete_all(connection: sqlite3.Connection) -> Forgotten:
    """Delete everything."""
    counts = [connection.execute(f"DELETE FROM {table}").rowcount for table in _ALL]
    translations, edits, imported, judged, values, *_ = counts
    return Forgotten(translations, edits, imported, judged, values)


def count_all(connection: sqlite3.Connection) -> tuple[int, int]:
    """How many translations and how many edits there are."""
    counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("translation", "edit")]
    return counts[0], counts[1]
