"""The file of the translation memory: its tables, and what can go wrong with it or its disk."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from itertools import chain, count
from pathlib import Path
from secrets import randbelow

from reader.errors import Message, plural, reason, template
from reader.files import check_regular
from reader.memory.index_tables import INDEX_TABLES
from reader.memory.ledger import JUDGEMENTS, LEDGERS, VALUES
from reader.paths import make_private_folder

# PRAGMA user_version of the files that this program writes.
_SCHEMA = 2
# No version will ever be so high: the number is damaged.
_NO_SCHEMA = 1000
_TABLES = (
    "CREATE TABLE package (id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE)",
    """CREATE TABLE translation (
        package INTEGER NOT NULL REFERENCES package (id), source TEXT NOT NULL,
        target TEXT NOT NULL, score REAL NOT NULL, links BLOB NOT NULL, warnings TEXT NOT NULL,
        PRIMARY KEY (package, source)
    ) WITHOUT ROWID""",
)
# Since version 2.
_EDIT_TABLE = """CREATE TABLE edit (
        source_language TEXT NOT NULL, target_language TEXT NOT NULL, source TEXT NOT NULL,
        target TEXT NOT NULL, links BLOB NOT NULL,
        PRIMARY KEY (source_language, target_language, source)
    ) WITHOUT ROWID"""
# A sentence with its translation and links takes some 500 bytes, much for SQLite's default pages of 4096: with
# these the file is a tenth smaller (measured on 8,000 sentences).
_PAGE_SIZE = 8192
# The suffixes of a database's files, that of the main file last.
_FILES = ("-wal", "-shm", "-journal", "")
# Which journal of the edits this file agrees with, in one row (see `reader.memory.sync`). The version stays 2, so that
# a program without a journal can go on using the file; the triggers record that it has written.
_STATE_TABLE = "CREATE TABLE {} (id INTEGER PRIMARY KEY CHECK (id = 1), state BLOB NOT NULL, known INTEGER NOT NULL)"
_JOURNAL_TABLE = (
    _STATE_TABLE.format("edit_journal"),
    *(
        f"CREATE TRIGGER edit_{name} AFTER {event} ON edit WHEN (SELECT known FROM edit_journal) "
        "BEGIN UPDATE edit_journal SET known = 0; END"
        for name, event in (("kept", "INSERT"), ("forgotten", "DELETE"))
    ),
)
# Sentences imported from other programs, and what they may be read as today (see `reader.memory.imported`). These too
# leave the version at 2: a program that does not know them leaves them alone.
_IMPORTED_TABLES = (
    _EDIT_TABLE.replace("TABLE edit", "TABLE imported"),
    """CREATE TABLE imported_reading (
        source_language TEXT NOT NULL, target_language TEXT NOT NULL, source TEXT NOT NULL, part TEXT NOT NULL,
        PRIMARY KEY (source_language, target_language, source, part)
    ) WITHOUT ROWID""",
    "CREATE INDEX imported_part ON imported_reading (source_language, target_language, part)",
)
# Sentences whose edit was deleted last, and may be put back (see `reader.memory.deletions`).
_DELETION_TABLES = (
    """CREATE TABLE deletion (
        number INTEGER PRIMARY KEY, source_language TEXT NOT NULL, target_language TEXT NOT NULL, source TEXT NOT NULL,
        UNIQUE (source_language, target_language, source)
    )""",
)
# What else the user made (see `reader.memory.ledger`), in tables like that of the edits.
_LEDGER_TABLES = {
    ledger.state: (_STATE_TABLE.format(ledger.state), _EDIT_TABLE.replace("TABLE edit", f"TABLE {ledger.table}"))
    for ledger in (JUDGEMENTS, VALUES)
}
# Tables that files of versions before may lack, by the first that is created.
_LATER = {
    "edit_journal": _JOURNAL_TABLE,
    "imported": _IMPORTED_TABLES,
    "deletion": _DELETION_TABLES,
    "word_index": INDEX_TABLES,
    **_LEDGER_TABLES,
}


class Problem(Enum):
    """What can go wrong, in words for the user; of edits that are counted, for one and for more."""

    DAMAGED = template("The translation memory was damaged. It was kept as “{detail}” and a new one was started.")
    EDITS_DAMAGED = template(
        "The translation memory was damaged. It was kept as “{detail}” and a new one was started. Some of your "
        "edits may be missing."
    )
    DAMAGED_RESTORED = (
        template(
            "The translation memory was damaged. It was kept as “{detail}” and a new one was started. One of your "
            "edits was restored."
        ),
        template(
            "The translation memory was damaged. It was kept as “{detail}” and a new one was started. {count} of your "
            "edits were restored."
        ),
    )
    RESTORED = (
        template("One of your edits was missing from the translation memory and has been restored."),
        template("{count} of your edits were missing from the translation memory and have been restored."),
    )
    JOURNAL_DAMAGED = template("The backup copy of your edits, “{file}.edits”, was damaged and has been saved again.")
    BOTH_DAMAGED = template("Both copies of your edits were damaged. Some edits may be missing.")
    IMPORTED_DAMAGED = template(
        "Some of the imported sentences in the translation memory were damaged. Import their files again."
    )
    JOURNAL_UNUSABLE = template(
        "The backup copy of your edits cannot be saved: {detail}. For now, they are stored only in “{file}”."
    )
    JUDGEMENTS_RESTORED = template(
        "Some of your accepted sentences and dismissed warnings were missing from the translation memory and have been "
        "restored."
    )
    JUDGEMENTS_REPAIRED = template(
        "The backup copy of your accepted sentences and dismissed warnings, “{file}.judgements”, was damaged and has "
        "been saved again."
    )
    JUDGEMENTS_DAMAGED = template("Some of your accepted sentences and dismissed warnings may be missing.")
    JUDGEMENTS_UNUSABLE = template(
        "The backup copy of your accepted sentences and dismissed warnings cannot be saved: {detail}. For now, they "
        "are stored only in “{file}”."
    )
    VALUES_RESTORED = template(
        "Some of your notes, bookmarks and choices for documents were missing from the translation memory and have "
        "been restored."
    )
    VALUES_REPAIRED = template(
        "The backup copy of your notes and bookmarks, “{file}.values”, was damaged and has been saved again."
    )
    VALUES_DAMAGED = template("Some of your notes, bookmarks and choices for documents may be missing.")
    VALUES_UNUSABLE = template(
        "The backup copy of your notes and bookmarks cannot be saved: {detail}. For now, they are stored only in "
        "“{file}”."
    )
    NO_WAL = template(
        "The translation memory, “{file}”, is on a network drive or similar. It is stored there in a slower but "
        "safe way."
    )
    NEWER = template("The translation memory, “{file}”, was made by a newer version of Tospalt and was left unchanged.")
    FULL = template("The disk is full. New translations will not be remembered until there is free space.")
    LOCKED = template("Another program is using the translation memory. Some translations will not be remembered.")
    UNUSABLE = template(
        "The translation memory, “{file}”, cannot be used: {detail}. New translations will not be remembered."
    )

    def message(self, file: Path | None, detail: str, edits: int) -> Message:
        """The sentence about the memory in `file`, with a detail and a number of edits for where it names them."""
        one, many = self.value if isinstance(self.value, tuple) else (self.value, self.value)
        return plural(edits, one, many, file=file, detail=detail)


class ProblemError(Exception):
    """SQLite finds no fault with the file, but there is a `problem`."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.name)
        self.problem = problem


# Errors of the file or the disk, not of the caller.
FAILURES = (sqlite3.DatabaseError, OSError, ProblemError)
_PROBLEMS = {
    sqlite3.SQLITE_CORRUPT: Problem.DAMAGED,
    sqlite3.SQLITE_NOTADB: Problem.DAMAGED,
    # "No such table" and the like: the statements are constant, so the file is another's.
    sqlite3.SQLITE_ERROR: Problem.DAMAGED,
    sqlite3.SQLITE_BUSY: Problem.LOCKED,
    sqlite3.SQLITE_PROTOCOL: Problem.LOCKED,
    sqlite3.SQLITE_FULL: Problem.FULL,
}
_REASONS = {
    sqlite3.SQLITE_READONLY: template("it is read-only"),
    sqlite3.SQLITE_CANTOPEN: template("it cannot be opened"),
    sqlite3.SQLITE_IOERR: template("the disk could not read or write it"),
}


def problem_of(error: Exception) -> Problem:
    """What kind of problem an error of FAILURES is."""
    if isinstance(error, ProblemError):
        return error.problem
    code = _code(error)
    if code is None and isinstance(error, sqlite3.OperationalError):
        return Problem.DAMAGED  # a text is not UTF-8, for which sqlite3 gives no code
    return _PROBLEMS.get(code or 0, Problem.UNUSABLE)


def reason_of(error: Exception) -> Message:
    """The reason as part of a sentence."""
    # Not SQLite's own words: they may quote the user's text.
    if isinstance(error, OSError):
        return reason(error)
    return Message(_REASONS.get(_code(error) or 0, type(error).__name__))


def _code(error: Exception) -> int | None:
    """SQLite's primary result code (https://sqlite.org/rescode.html), if there is one."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return code if code is None else code & 0xFF


def make_private(file: Path) -> None:
    """Create the file and its folder, readable by nobody else; SQLite gives the files beside it the same mode."""
    make_private_folder(file.parent)
    if os.path.lexists(file):
        check_regular(file)  # the mode of a device in its place is not ours to change
    try:
        # Only if it is new: closing a file that is open here already would release SQLite's locks on it.
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        for suffix in (*_FILES, *(ledger.suffix for ledger in LEDGERS)):
            with suppress(OSError):
                os.chmod(f"{file}{suffix}", 0o600)  # noqa: PTH101


def connect(file: Path, patience: float) -> sqlite3.Connection:
    """Open the file; statements wait up to `patience` seconds for another process."""
    # The lock of `Memory` lets one thread use it at a time.
    return sqlite3.connect(file, timeout=patience, isolation_level=None, check_same_thread=False)


def begin(connection: sqlite3.Connection) -> bool:
    """Check the file before anything is done with it; returns whether it is new.

    Raises:
        ProblemError: it is not for this program.
    """
    version = _checked_version(connection)
    if version == 0:
        connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
    return version == 0


def make_tables(connection: sqlite3.Connection) -> None:
    """Create the tables that the file lacks, all or none; raises ProblemError if it is another program's."""
    if _version(connection) == _SCHEMA and all(has_table(connection, table) for table in _LATER):
        return
    with immediate(connection):
        version = _version(connection)  # another process may have been faster
        if version == 0 and connection.execute("SELECT 1 FROM sqlite_master").fetchone():
            raise ProblemError(Problem.DAMAGED)
        for table in _TABLES if version == 0 else ():
            connection.execute(table)
        if version < _SCHEMA:
            connection.execute(_EDIT_TABLE)
            connection.execute(f"PRAGMA user_version = {_SCHEMA}")
        lacking = [statements for table, statements in _LATER.items() if not has_table(connection, table)]
        for statement in chain.from_iterable(lacking):
            connection.execute(statement)


def forgetting(connection: sqlite3.Connection) -> int:
    """A number that changes when something is forgotten, by whatever program."""
    # A field of the file that SQLite leaves to programs, so that it needs no table.
    return int(connection.execute("PRAGMA application_id").fetchone()[0])


def note_forgetting(connection: sqlite3.Connection) -> int:
    """Change that number, within a transaction; returns the new one, which is never 0."""
    number = 1 + randbelow(2**31 - 1)
    connection.execute(f"PRAGMA application_id = {number:d}")
    return number


def is_newer(connection: sqlite3.Connection) -> bool:
    """Whether a newer program has upgraded the file meanwhile; then what looks wrong in it is no damage."""
    try:
        return _SCHEMA < _version(connection) < _NO_SCHEMA
    except sqlite3.Error:
        return False


def _checked_version(connection: sqlite3.Connection) -> int:
    version = _version(connection)
    if version > _SCHEMA:
        raise ProblemError(Problem.NEWER if version < _NO_SCHEMA else Problem.DAMAGED)
    return version


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def has_table(connection: sqlite3.Connection, table: str) -> bool:
    """Whether the file has such a table."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None


@contextmanager
def immediate(connection: sqlite3.Connection) -> Iterator[None]:
    """A transaction that no other writer interrupts: committed at the end, rolled back after an error.

    Raises:
        ProblemError: the file is not, or no longer, for this program.
    """
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        _checked_version(connection)
        yield


@contextmanager
def lasting(connection: sqlite3.Connection) -> Iterator[None]:
    """Make commits wait for the disk: what the user wrote cannot be recreated."""
    (before,) = connection.execute("PRAGMA synchronous").fetchone()
    connection.execute("PRAGMA synchronous = FULL")
    try:
        yield
    finally:
        with suppress(sqlite3.Error):
            connection.execute(f"PRAGMA synchronous = {before:d}")


def set_aside(file: Path) -> Path:
    """Move the file, and what SQLite keeps beside it, to the first free name of NAME.damaged-1, -2 and so on."""
    kept = next(name for n in count(1) if _reserve(name := file.with_name(f"{file.name}.damaged-{n}")))
    for suffix in _FILES:
        with suppress(FileNotFoundError):
            os.replace(f"{file}{suffix}", f"{kept}{suffix}")
    return kept


def _reserve(name: Path) -> bool:
    """Create an empty file; False if there is one, or one beside a database of that name."""
    try:
        name.touch(mode=0o600, exist_ok=False)
    except FileExistsError:
        return False
    return not any(os.path.lexists(f"{name}{suffix}") for suffix in _FILES[:-1])
