"""Sentences on their way into the memory: gathered in files beside it, which nobody else reads and which are deleted.

So a large import needs little memory, keeps nobody from using the translation memory while it is read, and is nothing
until it is whole.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

from reader.errors import CancelledError
from reader.memory.edits import sum_of
from reader.memory.journal import Key, kept_line
from reader.parts import part_of, private
from reader.paths import make_private_folder

# Of a new database that is not kept if anything goes wrong.
_QUICKLY = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -16000")
_TABLES = (
    "CREATE TABLE found (source_language, target_language, source, target, changed)",
    """CREATE TABLE chosen (source_language, target_language, source, target, checksum,
        PRIMARY KEY (source_language, target_language, source)) WITHOUT ROWID""",
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
        database: has them in the table `chosen`, in the order of their keys.
        lines: of the journal, in a file.
        size: of that file.
        count: how many there are.
        checksum: the sum of their checksums.
        repeated: how many had several translations.
    """

    database: Path
    lines: Path
    size: int
    count: int
    checksum: int
    repeated: int


class Staging:
    """The files that sentences are gathered in; errors are sqlite3.Error and OSError."""

    def __init__(self, database: Path, lines: Path, cancelled: Callable[[], bool]) -> None:
        self._database, self._lines, self._cancelled = database, lines, cancelled
        open(database, "xb", opener=private).close()
        self._connection = sqlite3.connect(database, isolation_level=None)
        for pragma in _QUICKLY:
            self._connection.execute(f"PRAGMA {pragma}")
        for table in _TABLES:
            self._connection.execute(table)

    def close(self) -> None:
        """Release the files."""
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
        tally = _Tally()
        self._connection.execute("BEGIN")
        with open(self._lines, "xb", opener=private) as lines:
            chosen = self._chosen(lines, tally, progress)
            self._connection.executemany("INSERT INTO chosen VALUES (?, ?, ?, ?, ?)", chosen)
        self._connection.execute("COMMIT")
        self.close()
        size = self._lines.stat().st_size
        return Staged(self._database, self._lines, size, tally.count, tally.checksum, tally.repeated)

    def _chosen(
        self, lines: BinaryIO, tally: "_Tally", progress: Callable[[int, int], None]
    ) -> Iterator[tuple[str, str, str, str, int]]:
        """The rows of `chosen`; their lines are written along."""
        for key, (*_, newest), several in self._sentences(progress):
            lines.write(kept_line(key, newest))
            tally.count += 1
            tally.repeated += several
            checksum = sum_of([(*key, newest, b"")]).checksum
            tally.checksum += checksum
            yield *key, newest, checksum

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


@dataclass(slots=True)
class _Tally:
    count: int = 0
    checksum: int = 0
    repeated: int = 0


@contextmanager
def staging(memory: Path, cancelled: Callable[[], bool]) -> Iterator[Staging]:
    """Files beside that of the memory, for as long as the block lasts; its folder is created if need be."""
    make_private_folder(memory.parent)
    beside = memory.with_name("import")  # not the memory's name, whose partial files others sweep
    with (
        part_of(beside) as database,
        part_of(beside) as lines,
        closing(Staging(database, lines, cancelled)) as found,
    ):
        yield found
