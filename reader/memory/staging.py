"""Sentences on their way into the memory: gathered in a file beside it, which nobody else reads and which is deleted.

So a large import needs little memory, keeps nobody from using the translation memory while it is read, and is nothing
until it is whole.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from reader.errors import CancelledError
from reader.late_dataclasses import dataclass
from reader.memory.imported import readings_of
from reader.memory.journal import Key
from reader.parts import part_of, private
from reader.paths import make_private_folder

# Of a new database that is not kept if anything goes wrong.
_QUICKLY = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -16000")
_TABLES = (
    "CREATE TABLE found (source_language, target_language, source, target, changed)",
    """CREATE TABLE chosen (source_language, target_language, source, target,
        PRIMARY KEY (source_language, target_language, source)) WITHOUT ROWID""",
    "CREATE TABLE reading (source_language, target_language, source, part)",
)
_IN_ORDER = """SELECT source_language, target_language, source, target FROM found
    ORDER BY source_language, target_language, source, changed, rowid"""
# Rows between two looks at whether it was cancelled.
_STEP = 1000


class Found(NamedTuple):
    """A sentence with a translation, and when that was made: texts that sort by time, "" if it is not known."""

    source_language: str
    target_language: str
    source: str
    target: str
    changed: str


@dataclass(frozen=True, slots=True)
class Staged:
    """Sentences of which each has one translation now.

    Attributes:
        database: has them in the table `chosen`, and in the table `reading` what they may be read as besides.
        count: how many there are.
        repeated: how many had several translations.
    """

    database: Path
    count: int
    repeated: int


class Staging:
    """The file that sentences are gathered in; errors are sqlite3.Error and OSError."""

    def __init__(self, database: Path, cancelled: Callable[[], bool]) -> None:
        self._database, self._cancelled, self._count, self._repeated = database, cancelled, 0, 0
        open(database, "xb", opener=private).close()
        self._connection = sqlite3.connect(database, isolation_level=None)
        for pragma in _QUICKLY:
            self._connection.execute(f"PRAGMA {pragma}")
        for table in _TABLES:
            self._connection.execute(table)

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def add(self, found: Iterable[Found]) -> None:
        """Gather some more."""
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO found VALUES (?, ?, ?, ?, ?)", found)
        self._connection.execute("COMMIT")

    def settle(self, progress: Callable[[int, int], None]) -> Staged:
        """Choose the newest translation of each sentence, of several the last; nothing can be added afterwards.

        Args:
            progress: called now and then with how many of the rows are done, and of how many.

        Raises:
            CancelledError: it was cancelled.
        """
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO chosen VALUES (?, ?, ?, ?)", self._chosen(progress))
        self._connection.execute("COMMIT")
        self.close()
        return Staged(self._database, self._count, self._repeated)

    def _chosen(self, progress: Callable[[int, int], None]) -> Iterator[tuple[str, str, str, str]]:
        """The rows of `chosen`; those of `reading` are written along."""
        for key, (*_, newest), several in self._sentences(progress):
            self._count += 1
            self._repeated += several
            if readings := list(readings_of(key, newest)):
                self._connection.executemany("INSERT INTO reading VALUES (?, ?, ?, ?)", readings)
            yield *key, newest

    def _sentences(self, progress: Callable[[int, int], None]) -> Iterator[tuple[Key, list[str], bool]]:
        """Each sentence with its translations, the newest last, and whether they differ."""
        (total,) = self._connection.execute("SELECT count(*) FROM found").fetchone()
        done = 0
        for key, rows in groupby(self._connection.execute(_IN_ORDER), itemgetter(0, 1, 2)):
            texts = [row[3] for row in rows]
            done += len(texts)
            if done // _STEP != (done - len(texts)) // _STEP:
                if self._cancelled():
                    raise CancelledError
                progress(done, total)
            yield key, texts, any(text != texts[-1] for text in texts)


@contextmanager
def staging(memory: Path, cancelled: Callable[[], bool]) -> Iterator[Staging]:
    """A file beside that of the memory, for as long as the block lasts; its folder is created if need be."""
    make_private_folder(memory.parent)
    beside = memory.with_name("import")  # not the memory's name, whose partial files others sweep
    with part_of(beside) as database, closing(Staging(database, cancelled)) as found:
        yield found
