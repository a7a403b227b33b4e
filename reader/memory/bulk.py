"""Many sentences put into the memory at once: all of them or, whatever happens, none.

The journal is not appended to but replaced by a new one, so that a program that is killed leaves the old one or, if
the database does not yet have the sentences, one from which it gets them all.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from reader import log
from reader.errors import CancelledError
from reader.memory.database import FAILURES, immediate, lasting
from reader.memory.edits import COLUMNS, Sum
from reader.memory.journal import Header, Journal, JournalError, header_line, kept_line, new_lineage
from reader.memory.memory_file import MemoryFile
from reader.memory.staging import Staged
from reader.memory.sync import Outcome, State, catch_up, read_state, rewrite_journal, write_state

_KEY = "source_language, target_language, source"
_INSERT = f"INSERT OR IGNORE INTO edit ({COLUMNS}) SELECT {_KEY}, target, x'' FROM staged.chosen"
# The tables in the order in which SQLite goes through them, the smaller one first.
_KNOWN = f"SELECT count(*), coalesce(sum(checksum), 0) FROM {{}} CROSS JOIN {{}} USING ({_KEY})"
_TABLES = ("staged.chosen", "main.edit")
# Instructions of SQLite's between two looks at whether it was cancelled.
_STEP = 100_000
_PIECE = 1 << 20


class PutIn(NamedTuple):
    """How many sentences were new, and how many the memory had a translation of already, which stays."""

    added: int
    known: int


class MemoryBulk(MemoryFile):
    """What a memory does with many sentences at once."""

    def put_in(self, staged: Staged, cancelled: Callable[[], bool]) -> PutIn | None:
        """Save sentences as edits of the user unless there are others already; None if that failed: then none is.

        Raises:
            CancelledError: it was cancelled.
        """

        def put(file: Path) -> PutIn | None:
            patience = self._be_patient()
            connection = self._open(file)
            connection.execute("ATTACH ? AS staged", (str(staged.database),))
            try:
                with _stopping(connection, cancelled):
                    result, outcome = _put(connection, Journal(file), patience, staged, cancelled)
            except JournalError as error:
                result, outcome = None, Outcome(error=error.error)
            connection.execute("DETACH staged")
            self._report_outcome(outcome)
            with suppress(sqlite3.OperationalError):  # another program is using it
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return result

        return self._attempt(put)


@contextmanager
def _stopping(connection: sqlite3.Connection, cancelled: Callable[[], bool]) -> Iterator[None]:
    """Statements end early if it is cancelled; raises CancelledError."""
    connection.set_progress_handler(cancelled, _STEP)
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise CancelledError from None
        raise
    finally:
        connection.set_progress_handler(None, 0)


def _put(
    connection: sqlite3.Connection, journal: Journal, patience: float, staged: Staged, cancelled: Callable[[], bool]
) -> tuple[PutIn, Outcome]:
    with lasting(connection), ExitStack() as stack:
        try:
            stack.enter_context(journal.locked(patience))
        except JournalError as error:
            with immediate(connection):
                return _put_alone(connection, staged), Outcome(error=error.error)
        try:
            with immediate(connection):
                outcome = catch_up(connection, journal)
                if outcome.error is not None:
                    raise JournalError(outcome.error)
                return _put_in_both(connection, journal, staged, cancelled), outcome
        except sqlite3.Error:
            _take_back(connection, journal)
            raise


def _put_alone(connection: sqlite3.Connection, staged: Staged) -> PutIn:
    """Change only the database, since the journal cannot be used."""
    result, now = _inserted(connection, staged, state := read_state(connection))
    if state.extent is not None:
        write_state(connection, State(state.extent, now, False, state.known))
    return result


def _put_in_both(
    connection: sqlite3.Connection, journal: Journal, staged: Staged, cancelled: Callable[[], bool]
) -> PutIn:
    state = read_state(connection)
    records = staged.count + _append_others(connection, journal, staged, state)
    result, now = _inserted(connection, staged, state)
    if result.added:
        before = state.extent.header if state.extent else Header(new_lineage(), 0)
        header = Header(before.lineage, before.generation + 1, now.count)
        extent = journal.write_lines(header, _pieces(staged.lines, 0, cancelled), records)
        write_state(connection, State(extent, now, True, state.known))
    return result


def _inserted(connection: sqlite3.Connection, staged: Staged, state: State) -> tuple[PutIn, Sum]:
    """Put sentences into the database; returns the sum of all edits too."""
    order = _TABLES if staged.count < state.sum.count else _TABLES[::-1]
    known, checksum = connection.execute(_KNOWN.format(*order)).fetchone()
    if known < staged.count:
        connection.execute(_INSERT)
    added = staged.count - known
    return PutIn(added, known), state.sum.plus(added, staged.checksum - checksum)


def _append_others(connection: sqlite3.Connection, journal: Journal, staged: Staged, state: State) -> int:
    """Append the records of all edits that there are to those of the sentences; returns how many.

    They come later, and so they count.
    """
    with open(staged.lines, "r+b") as lines:
        lines.seek(staged.size)
        lines.truncate()
        if state.extent is not None and state.extent.records == state.sum.count:  # the journal has nothing outdated
            lines.writelines(_pieces(journal.path, len(header_line(state.extent.header))))
        else:
            rows = connection.execute(f"SELECT {COLUMNS} FROM edit")
            lines.writelines(kept_line((source, target, text), *value) for source, target, text, *value in rows)
    return state.sum.count


def _pieces(path: Path, start: int, cancelled: Callable[[], bool] = lambda: False) -> Iterator[bytes]:
    with open(path, "rb") as file:
        file.seek(start)
        while piece := file.read(_PIECE):
            if cancelled():
                raise CancelledError
            yield piece


def _take_back(connection: sqlite3.Connection, journal: Journal) -> None:
    """Rewrite the journal if the database could not take what it has."""
    try:
        with immediate(connection):
            state = read_state(connection)
            if journal.exists() and (state.extent is None or not journal.ends_at(state.extent)):
                rewrite_journal(connection, journal)
    except (*FAILURES, JournalError) as error:
        log.caught(error, "taking back sentences that could not be put in")
