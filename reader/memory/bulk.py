"""Many sentences put into the memory at once: all of them or, whatever happens, none."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from reader.errors import CancelledError
from reader.memory.database import immediate, lasting
from reader.memory.edits import COLUMNS, KEY
from reader.memory.memory_file import MemoryFile
from reader.memory.staging import Staged

_COLUMNS = ", ".join(KEY)
_SAME = " AND ".join(f"edit.{column} = new.{column}" for column in KEY)
# Of what an edit hides: how much of it that is, and how much is the same.
_HIDDEN = f"""SELECT count(*), coalesce(sum(edit.target = new.target), 0)
    FROM staged.chosen AS new JOIN edit ON {_SAME}"""
_COUNT = "SELECT count(*) FROM imported"
_INSERT = f"""INSERT INTO imported ({COLUMNS}) SELECT {_COLUMNS}, target, x'' FROM staged.chosen AS new
    WHERE NOT EXISTS (SELECT 1 FROM edit WHERE {_SAME})
    ON CONFLICT ({_COLUMNS}) DO UPDATE SET target = excluded.target, links = excluded.links
    WHERE target <> excluded.target"""
_INSERT_READINGS = f"""INSERT OR IGNORE INTO imported_reading ({_COLUMNS}, part)
    SELECT {_COLUMNS}, part FROM staged.reading JOIN imported USING ({_COLUMNS})"""
# Instructions of SQLite's between two looks at whether it was cancelled.
_STEP = 100_000


class PutIn(NamedTuple):
    """What became of sentences.

    Attributes:
        added: how many were new.
        replaced: how many had another translation, imported before.
        known: how many had the same.
        kept: how many have an edit by the user with another.
    """

    added: int
    replaced: int
    known: int
    kept: int


class MemoryBulk(MemoryFile):
    """What a memory does with many sentences at once."""

    def put_in(self, staged: Staged, cancelled: Callable[[], bool]) -> PutIn | None:
        """Save sentences as imported unless the user has edited them; None if that failed: then none is.

        Raises:
            CancelledError: it was cancelled.
        """

        def put(file: Path) -> PutIn:
            self._be_patient()
            connection = self._open(file)
            connection.execute("ATTACH ? AS staged", (str(staged.database),))
            try:
                with _stopping(connection, cancelled), lasting(connection), immediate(connection):
                    result = _put(connection, staged.count)
            finally:
                with suppress(sqlite3.Error):  # of an error the connection may not recover
                    connection.execute("DETACH staged")
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


def _put(connection: sqlite3.Connection, count: int) -> PutIn:
    hidden, same = connection.execute(_HIDDEN).fetchone()
    (before,) = connection.execute(_COUNT).fetchone()
    changed = connection.execute(_INSERT).rowcount
    (now,) = connection.execute(_COUNT).fetchone()
    connection.execute(_INSERT_READINGS)
    added, replaced, kept = now - before, changed - (now - before), hidden - same
    return PutIn(added, replaced, count - added - replaced - kept, kept)
