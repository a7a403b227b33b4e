"""What the user keeps for one document: notes, bookmarks, how it is shown, what is laid beside it.

Each value has a kind, which says what it is, and a place, which tells it from the others of its kind: "" if there is
only one. It is any JSON. The part of the program that a kind belongs to knows what its values mean; values of kinds
that this version does not know stay as they are.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from reader.gc_pause import gc_paused
from reader.late_dataclasses import dataclass
from reader.library_entry import absolute
from reader.memory.database import has_table
from reader.memory.document_keys import document_key, document_path
from reader.memory.edits import COLUMNS, put_changes
from reader.memory.journal import Changes, Journal, JournalError, Key, Value
from reader.memory.ledger import VALUES
from reader.memory.memory_file import MemoryFile
from reader.memory.sync import Mark, change_values, changed_since, mark_of
from reader.memory.translations import storable

_T = TypeVar("_T")
Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
# The values of one kind, by place; in what changes, None takes a value away.
ByPlace: TypeAlias = Mapping[str, Json]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False).encode
_encode_escaped = json.JSONEncoder(separators=(",", ":"), sort_keys=True, allow_nan=False).encode
_ALL_OF = f"SELECT {COLUMNS} FROM {VALUES.table} WHERE source_language = ?"
_ALL_AT = f"SELECT {COLUMNS} FROM {VALUES.table} WHERE source = ?"
_OF_KIND = f"{_ALL_OF} AND target_language = ?"
_DOCUMENTS = f"SELECT DISTINCT source_language FROM {VALUES.table}"
_COUNTS = f"SELECT source_language, target_language, count(*) FROM {VALUES.table} GROUP BY 1, 2"


@dataclass(frozen=True, slots=True)
class ValuesKept:
    """The outcome of changing values of a document.

    Attributes:
        stored: whether the memory has them; also if it was refused.
        safe: whether all of them are on the disk, in two files, of which either may be lost; also if it was refused.
        before: what there was where it made a difference: to be put back when it is undone. None for no value.
        refused: whether nothing was done, because something is not as the user knows it.
        forgettings: how often other programs have forgotten something, as far as is known; see `keep_values`.
    """

    stored: bool = False
    safe: bool = False
    before: ByPlace = field(default_factory=dict)
    refused: bool = False
    forgettings: int = 0


@dataclass(frozen=True, slots=True)
class ValuesSince:
    """What changed between two looks, by this program too.

    Attributes:
        mark: for the next look.
        changed: documents and kinds of which a value changed; None if that may be any.
        read: whether the file could be read.
    """

    mark: Mark
    changed: frozenset[tuple[Path, str]] | None = None
    read: bool = True

    def concerns(self, document: Path, kind: str) -> bool:
        """Whether a value of a kind may have changed for a document."""
        return self.changed is None or (absolute(document), kind) in self.changed


class MemoryValues(MemoryFile):
    """One file, which also has what the user keeps for documents.

    Of values kept by several programs none is lost: each changes only its own places.
    """

    def values_of(self, document: Path, kind: str) -> dict[str, Json] | None:
        """The values of a kind that are kept for a document, by place; None if they cannot be read now."""
        of = document_key(document), kind
        if not storable(kind):
            return {}
        found = self._look(lambda connection: _rows(connection, _OF_KIND, of), dict[Key, Value]())
        if found is None:
            return None
        values = ((place, _decoded(stored)) for (_, _, place), stored in found.items())
        return {place: value for place, value in values if value is not None}

    def keep_values(
        self,
        document: Path,
        kind: str,
        changes: ByPlace,
        *,
        seen: ByPlace | None = None,
        since: int | None = None,
    ) -> ValuesKept:
        """Save values of a kind for a document, permanently; those of other places stay as they are.

        Args:
            document: its file, which need not exist.
            kind: a code of letters.
            changes: by place; None takes the value away.
            seen: for undoing: what the user knows of places, None for no value; it is refused if any is otherwise.
            since: for undoing: `ValuesKept.forgettings` of what is undone; it is refused if another program has
                forgotten something since, which may have been this document. None if that does not matter.
        """
        key, kept = document_key(document), {place: each for place, each in changes.items() if storable(place)}
        wanted: dict[Key, Value | None] = {(key, kind, place): _encoded(value) for place, value in kept.items()}
        known: dict[Key, Value | None] = {(key, kind, place): _encoded(each) for place, each in (seen or {}).items()}
        before, refused = dict[str, Json](), False

        def decide(there: Mapping[Key, Value]) -> Changes:
            nonlocal refused
            before.clear()
            refused = since not in (None, self._forgettings.elsewhere)
            refused = refused or any(there.get(each) != value for each, value in known.items())
            different = {each: value for each, value in wanted.items() if there.get(each) != value and not refused}
            before.update({place: _decoded(there.get((of, kind, place))) for of, kind, place in different})
            return different

        if not wanted or not storable(kind):
            return ValuesKept(not changes, not changes, forgettings=self._forgettings.elsewhere)
        safe = self._change_values(lambda connection: _rows(connection, _OF_KIND, (key, kind)), decide)
        whole = bool(safe) and len(kept) == len(changes)
        return ValuesKept(safe is not None, whole, before, refused, self._forgettings.elsewhere)

    def move_values(self, before: Path, now: Path) -> bool:
        """The file of a document is at another path: so is all that is kept for it; what is there already stays.

        Returns:
            Whether that is safely on the disk.
        """
        old, new = document_key(before), document_key(now)

        def decide(there: Mapping[Key, Value]) -> Changes:
            moved = {(new, *key[1:]): value for key, value in there.items() if key[0] == old}
            taken = {key: value for key, value in moved.items() if key not in there}
            return {**dict.fromkeys(key for key in there if key[0] == old), **taken}

        def read(connection: sqlite3.Connection) -> dict[Key, Value]:
            return {**_rows(connection, _ALL_OF, (old,)), **_rows(connection, _ALL_OF, (new,))}

        if old == new or self._look(lambda connection: _rows(connection, _ALL_OF, (old,)), dict[Key, Value]()) == {}:
            return True
        return bool(self._change_values(read, decide))

    def values_since(self, mark: Mark | None) -> ValuesSince:
        """What was kept since the look that gave this mark, in whichever program; quick if that is nothing.

        At the first look, without a mark, that is nothing; also if the file cannot be read now. If it could not be read
        at the first, it may be anything once it can.
        """

        def look(file: Path) -> ValuesSince:
            if not self._is_there(file):
                return ValuesSince(Mark(), frozenset() if mark in (None, Mark()) else None)
            with self._readable(file) as connection:
                now = mark_of(connection, VALUES) if has_table(connection, VALUES.state) else Mark()
            if mark is None or now == mark:
                return ValuesSince(now, frozenset())
            try:
                keys = changed_since(Journal(file, VALUES), mark, now)
            except JournalError:
                keys = None
            return ValuesSince(now, None if keys is None else frozenset(_named(keys)))

        return self._attempt(look) or ValuesSince(mark or Mark(read=False), frozenset(), read=False)

    def documents_with_values(self) -> list[Path]:
        """The documents that anything is kept for."""
        return [path for (key,) in self._listed(_DOCUMENTS) if (path := document_path(key)) is not None]

    def count_values(self, documents: Collection[Path] | None = None) -> Counter[str]:
        """How many values are kept for these documents, or for all, by kind."""
        keys = None if documents is None else set(map(document_key, documents))
        counts = Counter[str]()
        for key, kind, count in self._listed(_COUNTS):
            counts[kind] += count if keys is None or key in keys else 0
        return +counts

    def _listed(self, query: str) -> list[tuple[Any, ...]]:
        nothing = list[tuple[Any, ...]]()
        return self._look(lambda connection: _asked(connection, query), nothing) or nothing

    def _look(self, question: Callable[[sqlite3.Connection], _T], nothing: _T) -> _T | None:
        """What the file answers, or `nothing` if there is none; None if it cannot be read."""

        def look(file: Path) -> _T:
            if not self._is_there(file):
                return nothing
            with gc_paused(), self._readable(file) as connection:
                return question(connection)

        return self._attempt(look)

    def _change_values(
        self, read: Callable[[sqlite3.Connection], dict[Key, Value]], decide: Callable[[Mapping[Key, Value]], Changes]
    ) -> bool | None:
        """Change values; returns whether they are in both files, None if in none."""

        def change(file: Path) -> bool:
            patience = self._be_patient()
            connection, journal = self._open(file), Journal(file, VALUES)

            def deciding(there: Mapping[Key, Value]) -> Changes:
                self._forgettings.look(connection)  # now that no other program can forget anything
                return decide(there)

            _, outcome = change_values(connection, journal, patience, lambda: read(connection), deciding)
            self._report_ledger(VALUES, outcome)
            return outcome.error is None

        return self._attempt(change)


def delete_values(connection: sqlite3.Connection, documents: Iterable[Path]) -> int:
    """Delete all that is kept for documents, within a transaction; returns how many values that were.

    Also what other documents have of them as their place: a reference translation that is one of these.
    """
    keys = [document_key(document) for document in documents]
    rows = [_rows(connection, query, (key,)) for key in keys for query in (_ALL_OF, _ALL_AT)]
    found = dict.fromkeys(key for of_document in rows for key in of_document)
    put_changes(connection, VALUES, found)
    return len(found)


def _rows(connection: sqlite3.Connection, query: str, of: tuple[str, ...]) -> dict[Key, Value]:
    return {row[:3]: row[3:] for row in _asked(connection, query, of)}


def _asked(connection: sqlite3.Connection, query: str, of: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
    # A file that cannot be written to may be of a version before, without the table.
    return connection.execute(query, of).fetchall() if has_table(connection, VALUES.table) else []


def _named(keys: Iterable[Key]) -> Iterator[tuple[Path, str]]:
    for key, kind, _ in keys:
        if (path := document_path(key)) is not None:
            yield path, kind


def _encoded(value: Json) -> Value | None:
    """A value as it is stored, the same for equal ones; letters are escaped only where they cannot be stored."""
    if value is None:
        return None
    text = _encode(value)
    return (text if storable(text) else _encode_escaped(value)), b""


def _decoded(value: Value | None) -> Json:
    """A stored value; None for what cannot be understood."""
    try:
        decoded: Json = json.loads(value[0]) if value is not None else None
    except (ValueError, TypeError, RecursionError):
        return None
    return decoded
