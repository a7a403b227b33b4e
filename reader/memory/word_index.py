"""The word index of the translation memory: which sentences have which words, in an SQLite file beside it (FTS5).

It has the words of both sides, and of each sentence what it is found by in the memory, which alone knows how it is
translated today: what the index tells is looked up there, and what is there no more is not found. So the index may be
behind, lost or deleted at any time, and nothing is deleted from it one by one: forgetting anything deletes all of it
(see `reader.memory.forgetting`), and it is made again from the memory.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from reader.memory.database import connect, make_private
from reader.memory.journal_mode import on_network
from reader.search import fold
from reader.text import Lemmas, forms_in, lemma, shown

# In the name of the file: one of another version is left to that, and deleted by what is forgotten.
_VERSION = 1
_TABLES = (
    "CREATE TABLE owner (id INTEGER PRIMARY KEY, kind, name, source_language, target_language, UNIQUE (kind, name))",
    "CREATE TABLE unit (id INTEGER PRIMARY KEY AUTOINCREMENT, key INTEGER UNIQUE, owner INTEGER, source TEXT)",
    "CREATE TABLE term (language, form, lemma, folded, PRIMARY KEY (language, form)) WITHOUT ROWID",
    "CREATE INDEX term_lemma ON term (language, lemma)",
    "CREATE INDEX term_folded ON term (language, folded)",
    "CREATE TABLE place (id INTEGER PRIMARY KEY CHECK (id = 1), place TEXT)",
    # What the words are is decided here, and the language is part of each; the tokenizer only takes them apart again.
    """CREATE VIRTUAL TABLE words USING fts5 (source, target, content = '', detail = full,
        tokenize = "unicode61 remove_diacritics 0 tokenchars '_'")""",
)
_SUFFIXES = ("", "-wal", "-shm", "-journal")
_PATIENCE = 5.0
_CHUNK = 500
# A word has fewer forms; of what begins with a letter there may be any number.
_MOST_FORMS = 300
# New words of a language in one portion, from which on their lists are worth reading whole.
_MANY = 500
# Instructions of SQLite's between two looks at whether it was cancelled.
_STEP = 100_000
_FIND = """SELECT owner.kind, owner.name, owner.source_language, owner.target_language, unit.source
    FROM words JOIN unit ON unit.id = words.rowid JOIN owner ON owner.id = unit.owner
    WHERE words MATCH ? ORDER BY words.rowid DESC"""

# How far the memory has been read: the number of a table, and the last key in it.
Place = list[Any]
START: Place = [0, []]


class Unit(NamedTuple):
    """A sentence of the memory.

    Attributes:
        kind: the table it is in.
        owner: the identity of the package, or the two languages.
        source_language, target_language: codes.
        source: what it is found by.
    """

    kind: str
    owner: str
    source_language: str
    target_language: str
    source: str


def index_file(memory: Path, name: str) -> Path:
    """The file of the index of that name of the memory in a file."""
    return memory.with_name(f"{memory.name}.words{_VERSION}-{name}")


def index_files(memory: Path) -> list[Path]:
    """All files of word indexes beside a memory, those left by killed programs too."""
    with suppress(FileNotFoundError):
        return sorted(path for path in memory.parent.iterdir() if path.name.startswith(f"{memory.name}.words"))
    return []


class WordIndex:
    """An open word index; errors are sqlite3.Error and OSError."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._lemmas: Lemmas | None = None

    @classmethod
    @contextmanager
    def opened(cls, file: Path, cancelled: Callable[[], bool] = lambda: False) -> Iterator["WordIndex"]:
        """The index in a file, created if need be; what takes long ends with SQLITE_INTERRUPT if `cancelled`."""
        make_private(file)
        connection = connect(file, _PATIENCE)
        try:
            _prepare(connection, file)
            connection.set_progress_handler(cancelled, _STEP)
            yield cls(connection)
        finally:
            with suppress(sqlite3.Error):  # what is not committed is made again
                connection.set_progress_handler(None, 0)
                connection.close()

    @property
    def place(self) -> Place | None:
        """How far the memory has been read; None once all of it has."""
        (place,) = self._connection.execute("SELECT place FROM place").fetchone()
        return json.loads(place) if place else None

    def add(self, units: Sequence[tuple[Unit, str]], place: Place | None) -> None:
        """Add sentences with their translations, and note how far the memory has been read: both or neither."""
        with self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            self._add_units(units)
            self._connection.execute("UPDATE place SET place = ?", (json.dumps(place) if place else None,))

    def _add_units(self, units: Sequence[tuple[Unit, str]]) -> None:
        found = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'unit'").fetchone()
        first = found[0] + 1 if found else 1
        owners = {unit[:4]: self._owner(unit) for unit, _ in units}
        rows = ((n, _key(unit), owners[unit[:4]], unit.source) for n, (unit, _) in enumerate(units, first))
        # What was there for the same sentence goes, with its number: what `words` has of that leads nowhere.
        self._connection.executemany("INSERT OR REPLACE INTO unit (id, key, owner, source) VALUES (?, ?, ?, ?)", rows)
        forms: dict[str, set[str]] = {}
        words = []
        for number, (unit, target) in enumerate(units, first):
            ours, theirs = forms_in(shown(unit.source)), forms_in(shown(target))
            forms.setdefault(unit.source_language, set()).update(ours)
            forms.setdefault(unit.target_language, set()).update(theirs)
            words.append((number, _phrase(unit.source_language, ours), _phrase(unit.target_language, theirs)))
        self._connection.executemany("INSERT INTO words (rowid, source, target) VALUES (?, ?, ?)", words)
        for language, of_language in forms.items():
            self._add_terms(language, of_language)

    def _owner(self, unit: Unit) -> int:
        self._connection.execute(
            "INSERT OR IGNORE INTO owner (kind, name, source_language, target_language) VALUES (?, ?, ?, ?)", unit[:4]
        )
        query = "SELECT id FROM owner WHERE kind = ? AND name = ?"
        return int(self._connection.execute(query, unit[:2]).fetchone()[0])

    def _add_terms(self, language: str, forms: Collection[str]) -> None:
        known = set[str]()
        ordered = sorted(form for form in forms if not form.isdecimal())  # numbers, of which there is no end, have none
        for start in range(0, len(ordered), _CHUNK):
            chunk = ordered[start : start + _CHUNK]
            query = f"SELECT form FROM term WHERE language = ? AND form IN ({','.join('?' * len(chunk))})"
            known.update(form for (form,) in self._connection.execute(query, (language, *chunk)))
        new = [form for form in ordered if form not in known]
        if len(new) > _MANY and self._lemmas is None:
            self._lemmas = Lemmas()
        of = self._lemmas.lemma if self._lemmas is not None else lemma
        rows = ((language, form, of(form, language), fold(form).text) for form in new)
        self._connection.executemany("INSERT INTO term VALUES (?, ?, ?, ?)", rows)

    def languages(self) -> list[str]:
        """The codes of all languages that there are sentences in."""
        rows = self._connection.execute("SELECT source_language FROM owner UNION SELECT target_language FROM owner")
        return [language for (language,) in rows]

    def inflected(self, language: str, form: str) -> list[str]:
        """The words that differ from a word only in their inflection."""
        query = "SELECT form FROM term WHERE language = ? AND lemma = ? LIMIT ?"
        rows = self._connection.execute(query, (language, lemma(form, language), _MOST_FORMS))
        return [found for (found,) in rows]

    def spelled(self, language: str, form: str) -> list[str]:
        """The words that differ from a word only in diacritics."""
        query = "SELECT form FROM term WHERE language = ? AND folded = ? LIMIT ?"
        rows = self._connection.execute(query, (language, fold(form).text, _MOST_FORMS))
        return [found for (found,) in rows]

    def beginning_with(self, language: str, form: str) -> list[str]:
        """The words that begin with these letters, with any diacritics."""
        folded = fold(form).text
        query = "SELECT form FROM term WHERE language = ? AND folded >= ? AND folded < ? LIMIT ?"
        end = folded[:-1] + chr(ord(folded[-1]) + 1)
        return [found for (found,) in self._connection.execute(query, (language, folded, end, _MOST_FORMS))]

    def find(self, language: str, wanted: Iterable[Iterable[Sequence[str]]]) -> Iterator[Unit]:
        """The sentences with, on one side, one phrase in a language of each of the `wanted`; newest first.

        Args:
            language: its code.
            wanted: of each thing that is looked for the phrases it may be, in small letters.
        """
        either = [" OR ".join(f'"{_phrase(language, phrase)}"' for phrase in phrases) for phrases in wanted]
        sides = (" AND ".join(f"({side} : ({each}))" for each in either) for side in ("source", "target"))
        rows = self._connection.execute(_FIND, (" OR ".join(f"({side})" for side in sides),))
        yield from (Unit(*row) for row in rows)


def _phrase(language: str, forms: Iterable[str]) -> str:
    """Words of a language as they are indexed."""
    prefix = "".join(filter(str.isalnum, language)) + "_"
    joined = f" {prefix}".join(forms)
    return prefix + joined if joined else ""


def _prepare(connection: sqlite3.Connection, file: Path) -> None:
    """Create what the file lacks. It has been written to afterwards, so that no file beside it is created later."""
    alone = on_network(file)
    connection.execute(f"PRAGMA journal_mode = {'TRUNCATE' if alone else 'WAL'}")
    connection.execute(f"PRAGMA synchronous = {'FULL' if alone else 'NORMAL'}")
    with connection:
        connection.execute("BEGIN IMMEDIATE")
        if connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
            for statement in _TABLES:
                connection.execute(statement)
        connection.execute("INSERT OR IGNORE INTO place VALUES (1, ?)", (json.dumps(START),))


def delete_index_files(memory: Path, besides: str | None = None) -> bool:
    """Delete the files of all word indexes beside a memory `besides` one; whether none of them is left."""
    kept = {f"{index_file(memory, besides)}{suffix}" for suffix in _SUFFIXES} if besides else set[str]()
    gone = True
    for path in index_files(memory):
        if str(path) not in kept:
            try:
                path.unlink(missing_ok=True)
            except OSError:  # on Windows while another program has it open; it is deleted the next time
                gone = False
    return gone


def _key(unit: Unit) -> int:
    """A number for a sentence, which is shorter than its text; that two have the same is unlikely, and no harm."""
    digest = blake2b("\0".join((unit.kind, unit.owner, unit.source)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
