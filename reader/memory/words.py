"""Finding the sentences of the memory by their words, by way of the word index beside it.

The index is begun when something is looked for the first time, and follows the memory from then on: what comes in,
from whatever program, is noted in the memory (see `reader.memory.index_tables`) until it is in the index.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple

from reader import log
from reader.errors import CancelledError, OutputError
from reader.late_dataclasses import dataclass
from reader.memory.contents import languages_of
from reader.memory.database import FAILURES, Problem, forgetting, immediate, problem_of, reason_of
from reader.memory.index_tables import drop_index
from reader.memory.memory_file import MemoryFile
from reader.memory.translations import CHUNK, links_of, packages_in
from reader.memory.word_index import Place, Unit, WordIndex, delete_index_files, index_file
from reader.text import Link

# Sentences indexed at a time: some 50 ms.
_PORTION = 1000
_OF_TABLES = (
    ("translation", ("package", "source")),
    ("imported", ("source_language", "target_language", "source")),
    ("edit", ("source_language", "target_language", "source")),
)
_PAGE = "SELECT {keys}, target FROM {table} {after} ORDER BY {keys} LIMIT ?"
_SELECT = "SELECT source, target, links FROM {table} WHERE {where} AND source IN ({marks})"
_OF_PACKAGE = "package = (SELECT id FROM package WHERE identity = ?)"
_OF_LANGUAGES = "source_language = ? AND target_language = ?"
_WAITING = "SELECT number, kind, owner, source FROM word_index_waiting ORDER BY number LIMIT ?"


class _Portion(NamedTuple):
    """What is indexed next, how far the memory is read then, and the last number of those that were waiting."""

    units: list[tuple[Unit, str]]
    place: Place | None
    waited: int = 0


@dataclass(frozen=True, slots=True)
class Translated:
    """A sentence as it is translated today.

    Attributes:
        unit: where it stands.
        target: the translation; with signs around what is verbatim, as the sentence.
        links: between words of the two.
    """

    unit: Unit
    target: str
    links: tuple[Link, ...]


class MemoryWords(MemoryFile):
    """One file, with an index of its words."""

    def index_words(self, cancelled: Callable[[], bool] = lambda: False) -> Iterator[int]:
        """Bring the word index up to date, portion by portion; yields how many sentences were in each.

        Raises:
            OutputError: it cannot be written, or the memory not be read.
        """
        with _told(cancelled):
            name = self._index_name()
            try:
                yield from self._indexed(name, cancelled)
            except sqlite3.DatabaseError as error:
                yield from self._indexed(self._instead_of(name, error), cancelled)

    def _instead_of(self, name: str | None, error: sqlite3.DatabaseError) -> str | None:
        """The name of the index to go on with where an error shows that this one is damaged, or it was just forgotten.

        Other errors are raised.
        """
        if problem_of(error) is Problem.DAMAGED:
            log.caught(error, "using the word index")
            return self._index_name(instead_of=name)
        if self._attempt(self._known_name) == name:
            raise error
        return self._index_name()

    def _indexed(self, name: str | None, cancelled: Callable[[], bool]) -> Iterator[int]:
        if name is None or self.file is None:
            return
        with WordIndex.opened(index_file(self.file, name), cancelled) as index:
            while portion := self._next_portion(name, index.place):
                index.add(portion.units, portion.place)
                if portion.waited:
                    self._attempt(partial(self._done_with, portion.waited))
                if portion.units:
                    yield len(portion.units)
                if cancelled():
                    raise CancelledError

    def _index_name(self, instead_of: str | None = None) -> str | None:
        """The name of the index, begun if there is none, or anew `instead_of` a damaged one; None without a memory."""

        def name(file: Path) -> str | None:
            if not self._is_there(file):
                return None
            connection = self._open(file)
            found = _name_in(connection)
            if found is None or found == instead_of:
                found = _begun(connection, instead_of)
                delete_index_files(file, besides=found)
            return found

        found = self._attempt(name)
        if found is None and self.file is not None and self.file.exists():
            raise OutputError("The translation memory cannot be searched, since it cannot be written to.")
        return found

    def _next_portion(self, name: str, place: Place | None) -> _Portion | None:
        """What is to be indexed; None if there is nothing left, or the index is no longer that of the memory."""

        def read(file: Path) -> _Portion | None:
            connection = self._open(file)
            with connection:
                connection.execute("BEGIN")
                if _name_in(connection) != name:
                    delete_index_files(file, besides=_name_in(connection))
                    return None
                return _page(connection, place) if place else _waiting(connection)

        return self._attempt(read)

    def _done_with(self, waited: int, file: Path) -> None:
        connection = self._open(file)
        with immediate(connection):
            connection.execute("DELETE FROM word_index_waiting WHERE number <= ?", (waited,))

    def with_words(
        self,
        wanted: Callable[[WordIndex, str], Iterable[Iterable[Sequence[str]]] | None],
        most: int,
        language: str = "",
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[tuple[str, list[Translated]]]:
        """Sentences of the memory by their words, as they are translated today, as far as they are indexed.

        Args:
            wanted: tells what `WordIndex.find` is to find, given the index and a language; None for nothing.
            most: at most so many of each language, the newest.
            language: code of the only language to look in; "" for all.
            cancelled: True ends the search, with CancelledError.

        Yields:
            The language that the words are in, and the sentences; nothing more of an index that is damaged, or is
            forgotten meanwhile: a new one is begun.

        Raises:
            OutputError: it cannot be read.
        """
        with _told(cancelled):
            name = self._attempt(self._known_name)
            if name is None or self.file is None or not (file := index_file(self.file, name)).exists():
                return
            try:
                with WordIndex.opened(file, cancelled) as index:
                    for each in [language] if language else index.languages():
                        if cancelled():
                            raise CancelledError
                        if (phrases := wanted(index, each)) is not None:
                            units = list(islice(index.find(each, phrases), most))
                            yield each, self._attempt(partial(self._today, units)) or []
            except sqlite3.DatabaseError as error:
                self._instead_of(name, error)

    def _known_name(self, file: Path) -> str | None:
        if not self._is_there(file):
            return None
        with self._readable(file) as connection:
            return _name_in(connection)

    def _today(self, units: list[Unit], file: Path) -> list[Translated]:
        """Of sentences those that are what is used today: an edit, else an imported one, else the last package's."""
        with self._readable(file) as connection:
            used = _used(connection, units)
        found = (used.get(unit[2:]) for unit in units)
        return [each for unit, each in zip(units, found, strict=True) if each is not None and each.unit == unit]


@contextmanager
def _told(cancelled: Callable[[], bool]) -> Iterator[None]:
    """Errors of the index in words; what was cancelled ends as such."""
    try:
        yield
    except FAILURES as error:
        if cancelled():
            raise CancelledError from None
        if problem_of(error) is Problem.FULL:
            raise OutputError("The disk is full, so the translation memory can be searched only in part.") from error
        raise OutputError(
            "The translation memory can be searched only in part: {detail}.", detail=reason_of(error)
        ) from error


def _name_in(connection: sqlite3.Connection) -> str | None:
    """The name of the index; None if there is none, or another program has forgotten something and left it there."""
    found = connection.execute("SELECT name, forgetting FROM word_index").fetchone()
    return found[0] if found and found[1] == forgetting(connection) else None


def _begun(connection: sqlite3.Connection, instead_of: str | None) -> str:
    with immediate(connection):
        found = _name_in(connection)
        if found is not None and found != instead_of:  # another process was faster
            return found
        name = token_hex(8)
        drop_index(connection)
        connection.execute("INSERT INTO word_index VALUES (1, ?, ?)", (name, forgetting(connection)))
    return name


def _page(connection: sqlite3.Connection, place: Place) -> _Portion:
    """The sentences behind a place; another table begins where one ends."""
    number, after = place
    table, keys = _OF_TABLES[number]
    marks = ", ".join("?" * len(after))
    where = f"WHERE ({', '.join(keys)}) > ({marks})" if after else ""
    query = _PAGE.format(keys=", ".join(keys), table=table, after=where)
    rows = connection.execute(query, (*after, _PORTION)).fetchall()
    units = list(_units_of(connection, table, rows))
    if len(rows) == _PORTION:
        return _Portion(units, [number, list(rows[-1][:-1])])
    return _Portion(units, [number + 1, []] if number + 1 < len(_OF_TABLES) else None)


def _units_of(
    connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]
) -> Iterator[tuple[Unit, str]]:
    identities = dict(connection.execute("SELECT id, identity FROM package"))
    for *key, source, target in rows:
        owner = identities.get(key[0], "") if table == "translation" else " ".join(key)
        if (unit := _unit(table, owner, source)) and isinstance(target, str):
            yield unit, target


def _unit(kind: str, owner: str, source: object) -> Unit | None:
    """A sentence; None if its languages are not known."""
    languages = languages_of(owner) if kind == "translation" else tuple(owner.split(" "))
    if len(languages) != 2 or not all(languages) or not isinstance(source, str):
        return None
    return Unit(kind, owner, languages[0], languages[1], source)


def _waiting(connection: sqlite3.Connection) -> _Portion | None:
    """What has come into the memory since, as it is today."""
    rows = connection.execute(_WAITING, (_PORTION,)).fetchall()
    if not rows:
        return None
    units = {unit: None for _, *row in rows if (unit := _unit(*row))}
    targets = {each.unit: each.target for each in _rows_of(connection, units)}
    return _Portion([(unit, targets[unit]) for unit in units if unit in targets], None, rows[-1][0])


def _rows_of(connection: sqlite3.Connection, units: Iterable[Unit]) -> Iterator[Translated]:
    """Sentences, each with the translation that stands where it does."""
    by_owner = defaultdict[tuple[str, str, str, str], list[str]](list)
    for unit in units:
        by_owner[unit[:4]].append(unit.source)
    for owner, sources in by_owner.items():
        condition = _OF_PACKAGE if owner[0] == "translation" else _OF_LANGUAGES
        values = owner[1:2] if owner[0] == "translation" else owner[2:]
        for start in range(0, len(sources), CHUNK):
            chunk = sorted(sources[start : start + CHUNK])
            query = _SELECT.format(table=owner[0], where=condition, marks=",".join("?" * len(chunk)))
            for source, target, links in connection.execute(query, (*values, *chunk)):
                yield Translated(Unit(*owner, source), target, links_of(links))


def _used(connection: sqlite3.Connection, units: Iterable[Unit]) -> dict[tuple[str, str, str], Translated]:
    """What sentences are translated as, by their languages and texts."""
    texts = defaultdict[tuple[str, str], set[str]](set)
    for unit in units:
        texts[unit.source_language, unit.target_language].add(unit.source)
    packages = packages_in(connection)
    found = dict[tuple[str, str, str], Translated]()
    for pair, sources in texts.items():
        owners = [("translation", package) for package in packages if languages_of(package) == pair]
        # The last one counts.
        for kind, owner in (*owners, ("imported", " ".join(pair)), ("edit", " ".join(pair))):
            for each in _rows_of(connection, (Unit(kind, owner, *pair, source) for source in sources)):
                found[*pair, each.unit.source] = each
    return found
