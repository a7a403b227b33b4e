"""What is in the translation memory, by language pair: counted, and sentence by sentence in the order of the keys."""

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from reader import late_re as re
from reader.errors import OutputError
from reader.late_dataclasses import dataclass
from reader.memory.database import Problem, ProblemError
from reader.memory.forgetting import count_all, files_of
from reader.memory.memory_file import MemoryFile
from reader.memory.translations import packages_in

_T = TypeVar("_T")

# Sentences read at a time: between two pages others may use the memory.
_PAGE = 2000
_NOT_EDITED = (
    "NOT EXISTS (SELECT 1 FROM edit WHERE source_language = ? AND target_language = ? AND source = this.source)"
)
_EDITS = """SELECT source, target FROM edit
    WHERE source_language = ? AND target_language = ? AND source > ? ORDER BY source LIMIT ?"""
_IMPORTED = f"""SELECT source, target FROM imported AS this
    WHERE source_language = ? AND target_language = ? AND source > ? AND {_NOT_EDITED} ORDER BY source LIMIT ?"""
_TRANSLATIONS = f"""SELECT source, target FROM translation AS this WHERE package = ? AND source > ?
    AND {_NOT_EDITED} AND {_NOT_EDITED.replace("edit", "imported")}
    AND NOT EXISTS (SELECT 1 FROM translation WHERE package IN ({{}}) AND source = this.source)
    ORDER BY source LIMIT ?"""
# How many sentences `stored` tells.
_COUNT_VISIBLE = (
    f"SELECT count(*) FROM imported AS this WHERE source_language = ? AND target_language = ? AND {_NOT_EDITED}"
)
_COUNT_MACHINE = f"""SELECT count(DISTINCT source) FROM translation AS this WHERE package IN ({{}})
    AND {_NOT_EDITED} AND {_NOT_EDITED.replace("edit", "imported")}"""
_COUNT_EDITS = "SELECT source_language, target_language, count(*) FROM edit GROUP BY source_language, target_language"
_COUNT_IMPORTED = _COUNT_EDITS.replace("edit", "imported")
_COUNT_TRANSLATIONS = "SELECT identity, count(*) FROM translation JOIN package ON id = package GROUP BY package"
# The languages in the identity of a package (see `LanguagePackage.identity`).
_LANGUAGES = re.compile(r"translate-([^_ ]+)_(\S+) ")


class Amount(NamedTuple):
    """How much there is from one language to another; codes, or "" where a package does not name them."""

    source: str
    target: str
    translations: int
    edits: int
    imported: int = 0

    @property
    def own(self) -> int:
        """How much the user made: edits and imported sentences."""
        return self.edits + self.imported


def total_of(amounts: Iterable[Amount]) -> Amount:
    """How much that is together."""
    every = list(amounts)
    return Amount(
        "", "", sum(a.translations for a in every), sum(a.edits for a in every), sum(a.imported for a in every)
    )


@dataclass(frozen=True, slots=True)
class Stored:
    """A sentence and its translation as they are stored: with signs around verbatim spans.

    Attributes:
        source_language, target_language: codes.
        source, target: the texts.
        package: identity of what translated it; "" if it is the user's edit, or imported.
        imported: whether it is imported.
    """

    source_language: str
    target_language: str
    source: str
    target: str
    package: str = ""
    imported: bool = False


class MemoryContents(MemoryFile):
    """One file, of which the content is told."""

    def packages(self) -> list[str]:
        """The identities of all packages whose translations are remembered."""
        return self._answer(packages_in) or []

    def counts(self) -> tuple[int, int]:
        """How many translations and how many edits are remembered."""
        return self._answer(count_all) or (0, 0)

    def size(self) -> int:
        """How many bytes the files of the memory have."""
        return self._attempt(lambda file: sum(path.stat().st_size for path in files_of(file))) or 0

    def amounts(self) -> list[Amount]:
        """How much is remembered by language pair, in the order of the codes; only pairs that have something."""
        return self._answer(_amounts) or []

    def exportable(self) -> list[Amount]:
        """The same, each sentence once: as many as `stored` tells of each pair that has a name."""
        return [self._exportable(amount) for amount in self.amounts() if amount.source and amount.target]

    def _exportable(self, amount: Amount) -> Amount:
        pair = amount[:2]
        packages = ",".join(str(number) for number, *_ in self._packages_of(pair))

        def count(connection: sqlite3.Connection) -> tuple[int, int]:
            (machine,) = connection.execute(_COUNT_MACHINE.format(packages), (*pair, *pair)).fetchone()
            (imported,) = connection.execute(_COUNT_VISIBLE, (*pair, *pair)).fetchone()
            return machine, imported

        machine, imported = self._answer(count) or (0, 0)
        return amount._replace(translations=machine, imported=imported)

    def _answer(self, question: Callable[[sqlite3.Connection], _T]) -> _T | None:
        return self._attempt(lambda file: question(self._open(file)) if self._is_there(file) else None)

    def stored(self, source: str, target: str, *, machine: bool = False) -> Iterator[Stored]:
        """The user's edits from one language to another, then imported sentences without one.

        They are read bit by bit; what changes meanwhile may be missing.

        Args:
            source, target: language codes.
            machine: whether translations by packages follow, of sentences without either; of several the latest
                package's.

        Raises:
            OutputError: the memory cannot be read; `take_problem` says why.
        """
        pair = source, target
        for texts in self._paged(lambda connection, after: connection.execute(_EDITS, (*pair, after, _PAGE))):
            yield Stored(*pair, *texts)
        for texts in self._paged(lambda connection, after: connection.execute(_IMPORTED, (*pair, after, *pair, _PAGE))):
            yield Stored(*pair, *texts, imported=True)
        for number, identity, later in self._packages_of(pair) if machine else ():
            query = _TRANSLATIONS.format(",".join(map(str, later)))
            for texts in self._translations(query, number, pair):
                yield Stored(*pair, *texts, package=identity)

    def _packages_of(self, pair: tuple[str, str]) -> list[tuple[int, str, list[int]]]:
        """The packages of a language pair: number, identity, and the numbers of later ones."""

        def question(file: Path) -> list[tuple[int, str]]:
            with self._readable(file) as connection:
                return connection.execute("SELECT id, identity FROM package ORDER BY id").fetchall()

        mine = [(number, identity) for number, identity in self._asked(question) if languages_of(identity) == pair]
        numbers = [number for number, _ in mine]
        return [(number, identity, numbers[place:]) for place, (number, identity) in enumerate(mine, 1)]

    def _translations(self, query: str, number: int, pair: tuple[str, str]) -> Iterator[tuple[str, str]]:
        return self._paged(lambda connection, after: connection.execute(query, (number, after, *pair, *pair, _PAGE)))

    def _paged(self, page: Callable[[sqlite3.Connection, str], sqlite3.Cursor]) -> Iterator[tuple[str, str]]:
        """The rows of pages that each begin behind a sentence."""
        after, more = "", True
        while more:
            rows = self._asked(partial(self._page, page, after))
            yield from rows
            more = len(rows) == _PAGE
            after = rows[-1][0] if rows else after

    def _page(
        self, page: Callable[[sqlite3.Connection, str], sqlite3.Cursor], after: str, file: Path
    ) -> list[tuple[str, str]]:
        with self._readable(file) as connection:
            rows = page(connection, after).fetchall()
        if not all(isinstance(text, str) for row in rows for text in row):
            raise ProblemError(Problem.DAMAGED)
        return rows

    def _asked(self, question: Callable[[Path], list[_T]]) -> list[_T]:
        found = self._attempt(lambda file: question(file) if self._is_there(file) else [])
        if found is None and not self._disabled:
            raise OutputError("The translation memory cannot be read.")
        return found or []


def _amounts(connection: sqlite3.Connection) -> list[Amount]:
    counts: defaultdict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for identity, count in connection.execute(_COUNT_TRANSLATIONS):
        counts[languages_of(identity)][0] += count
    for place, query in enumerate((_COUNT_EDITS, _COUNT_IMPORTED), 1):
        for source, target, count in connection.execute(query):
            counts[source, target][place] += count
    return [Amount(*pair, *of_pair) for pair, of_pair in sorted(counts.items())]


def languages_of(identity: str) -> tuple[str, str]:
    """The languages from and to which packages of this identity translate, used one after the other."""
    found = [_LANGUAGES.match(part) for part in identity.split(" + ")]
    first, last = found[0], found[-1]
    return (first[1], last[2]) if first and last else ("", "")
