"""The user's edits in the file of the translation memory: they belong to two languages, not to a package."""

import sqlite3
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from zlib import crc32

from reader.memory.database import Problem, ProblemError
from reader.memory.journal import Changes, Key, Value
from reader.memory.translations import CHUNK, packed, unpacked
from reader.parallel import Hypothesis, Link, user_edit
from reader.text import shown

KEY = ("source_language", "target_language", "source")
WHERE = " AND ".join(f"{column} = ?" for column in KEY)
_SELECT = "SELECT source, target, links FROM edit WHERE source_language = ? AND target_language = ? AND source IN ({})"
COLUMNS = ", ".join((*KEY, "target", "links"))  # named, since a later version may add some
# Of the sum of checksums: SQLite's integers have 63 bits.
_MODULUS = 1 << 62


def read_edits(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Sequence[str]
) -> Iterator[tuple[str, Hypothesis]]:
    """The user's edits of the `wanted` sentences, sentence by sentence."""
    for source, target, links in _select(connection, languages, wanted):
        yield source, edit_of_row(source, target, links)


def read_texts(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Sequence[str]
) -> Iterator[tuple[str, str, tuple[Link, ...]]]:
    """The same sentence by sentence as they are stored, with their links."""
    for source, target, links in _select(connection, languages, wanted):
        yield texts_of_row(source, target, links)


def values_of(connection: sqlite3.Connection, languages: tuple[str, str], wanted: Sequence[str]) -> dict[Key, Value]:
    """The same edits, as they are stored."""
    return {(*languages, source): (target, links) for source, target, links in _select(connection, languages, wanted)}


def _select(
    connection: sqlite3.Connection, languages: tuple[str, str], wanted: Sequence[str]
) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(wanted), CHUNK):
        chunk = wanted[start : start + CHUNK]
        yield from connection.execute(_SELECT.format(",".join("?" * len(chunk))), (*languages, *chunk))


def as_value(entry: Hypothesis) -> Value:
    """An edit as it is stored."""
    return entry.text, packed(entry.links)


def all_edits(connection: sqlite3.Connection) -> dict[Key, Value]:
    """Every edit in the file."""
    return {row[:3]: row[3:] for row in connection.execute(f"SELECT {COLUMNS} FROM edit")}


def put_changes(connection: sqlite3.Connection, changes: Changes) -> None:
    """Write changes to the file, within a transaction."""
    kept = ((*key, *value) for key, value in changes.items() if value is not None)
    connection.executemany(f"INSERT OR REPLACE INTO edit ({COLUMNS}) VALUES (?, ?, ?, ?, ?)", kept)
    forgotten = (key for key, value in changes.items() if value is None)
    connection.executemany(f"DELETE FROM edit WHERE {WHERE}", forgotten)


@dataclass(frozen=True, slots=True)
class Sum:
    """How many edits there are, and a checksum that does not depend on their order.

    It shows a changed bit in a text, which SQLite does not notice.
    """

    count: int = 0
    checksum: int = 0

    def changed(self, before: Mapping[Key, Value], changes: Changes) -> "Sum":
        """The sum after `changes`, given the edits `before`."""
        gone = sum_of((*key, *before[key]) for key in changes if key in before)
        new = sum_of((*key, *value) for key, value in changes.items() if value is not None)
        return Sum(self.count - gone.count + new.count, (self.checksum - gone.checksum + new.checksum) % _MODULUS)


def sum_of(rows: Iterable[tuple[Any, ...]]) -> Sum:
    """The sum of rows of the table; raises ProblemError if one has values of other types than ours."""
    count = checksum = 0
    try:
        for count, (*texts, links) in enumerate(rows, 1):  # noqa: B007 - the last number is how many there are
            checksum += crc32(links, crc32("\0".join(texts).encode()))
    except TypeError as error:
        raise ProblemError(Problem.DAMAGED) from error
    return Sum(count, checksum % _MODULUS)


def sum_in(connection: sqlite3.Connection) -> Sum:
    """The sum of all edits in the file."""
    return sum_of(connection.execute(f"SELECT {COLUMNS} FROM edit"))


@dataclass(frozen=True, slots=True)
class Before:
    """What the memory has, or had, for a key: the user's edit, and an imported translation, which an edit hides."""

    edit: Value | None = None
    imported: Value | None = None

    @property
    def value(self) -> Value | None:
        """The one that is used."""
        return self.edit if self.edit is not None else self.imported


@dataclass(frozen=True, slots=True)
class EditRequest:
    """What the user wants for a sentence, and what they have seen of it.

    Attributes:
        hypothesis: their edit; None restores the machine translation.
        seen: the texts that they know of: the one on screen, and their own edits since.
        put_back: what exactly the memory is to have again, by key, in place of both; other keys stay as they are.
    """

    hypothesis: Hypothesis | None
    seen: frozenset[str] = frozenset()
    put_back: Mapping[Key, Before] | None = None


@dataclass(frozen=True, slots=True)
class EditOutcome:
    """The outcome of requests, by sentence.

    Attributes:
        safe: the sentences whose request is done and safely on the disk; others may be done all the same.
        others: edits found there that the user had not seen. A new edit has replaced them; where the machine
            translation was to be restored, or something was to be put back, they stay, since they are not the user's
            to remove.
        before: what the memory had for the keys that were changed, to be put back when the change is undone.
    """

    safe: frozenset[str] = frozenset()
    others: Mapping[str, Hypothesis] = field(default_factory=dict)
    before: Mapping[str, Mapping[Key, Before]] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Older:
    """The user's edit of a sentence from before.

    Attributes:
        edit: as it is for the sentence of today.
        saved: the texts that are saved, by what they are saved for; those too that other such edits hide.
    """

    edit: Hypothesis
    saved: Mapping[str, str]


def values(before: Mapping[Key, Before]) -> dict[Key, Value]:
    """What is used of what the memory has."""
    return {key: value for key, each in before.items() if (value := each.value) is not None}


def decided(
    before: Mapping[Key, Before], wanted: Mapping[Key, EditRequest]
) -> tuple[dict[Key, Before], dict[str, Hypothesis]]:
    """What the memory is to have after requests, given what it has `before`, and the others; see `EditOutcome`."""
    changes, others = dict[Key, Before](), dict[str, Hypothesis]()
    for key, request in wanted.items():
        known, back = before.get(key, Before()), (request.put_back or {}).get(key)
        there, new = known.value, _wanted(request, back)
        unseen = there is not None and there[0] not in request.seen and (new is None or new[0] != there[0])
        if unseen and there is not None:
            others[key[2]] = edit_of_row(key[2], *there)
        stays = unseen and (new is None or back is not None)
        if not stays and (new != there if back is None else back != known):
            # What is removed is so for good, also behind an edit; a new edit leaves what is imported.
            changes[key] = back or Before(new, known.imported if new is not None else None)
    return changes, others


def _wanted(request: EditRequest, back: Before | None) -> Value | None:
    if back is not None:
        return back.value
    return as_value(request.hypothesis) if request.hypothesis is not None else None


def with_older(
    requests: Mapping[str, EditRequest], older: Mapping[str, Older], own: Mapping[str, Hypothesis]
) -> dict[str, EditRequest]:
    """The requests, and that the edits from before go with the user's own, or if they were what the user saw.

    Args:
        requests: by sentence.
        older: the edits from before of sentences whose machine translation is to be restored.
        own: the edits that are saved for these sentences.
    """
    wanted: dict[str, EditRequest] = {}
    for sentence, before in older.items():
        there = own.get(sentence, before.edit)
        was_seen = shown(there.text) in set(map(shown, requests[sentence].seen))
        wanted |= {key: EditRequest(None, frozenset({text} if was_seen else ())) for key, text in before.saved.items()}
    return wanted | dict(requests)


def outcome_of(
    requests: Mapping[str, EditRequest], older: Mapping[str, Older], outcome: EditOutcome, found: Mapping[Key, Before]
) -> EditOutcome:
    """The outcome of requests `with_older` ones as that of the requests themselves; `found` was changed by all."""
    others, by_text = {key: other for key, other in outcome.others.items() if key in requests}, {k[2]: k for k in found}
    changed = dict[str, dict[Key, Before]]()
    for sentence, request in requests.items():
        back = [key[2] for key in request.put_back or {}]
        texts = {sentence, *(older[sentence].saved if sentence in older else ()), *back}
        changed[sentence] = {by_text[text]: found[by_text[text]] for text in texts & by_text.keys()}
        if unseen := [outcome.others[text] for text in back if text in outcome.others]:
            others.setdefault(sentence, unseen[0])
    for sentence, before in older.items():
        if not outcome.others.keys().isdisjoint(before.saved.keys() - requests.keys()):
            others.setdefault(sentence, before.edit)
    return EditOutcome(outcome.safe & requests.keys(), others, changed)


@dataclass(frozen=True, slots=True)
class Rescue:
    """What could still be read of the edits in a damaged file.

    Attributes:
        edits: those that are sound.
        whole: whether that is all of them.
        ahead: whether a program without a journal may have put edits into the file.
    """

    edits: dict[Key, Value] = field(default_factory=dict)
    whole: bool = True
    ahead: bool = False


def rescued_edits(connection: sqlite3.Connection | None) -> Rescue:
    """Read what can still be read of the edits in a damaged file; None is a file that could not be opened."""
    if connection is None:
        return Rescue(whole=False)
    try:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'edit'").fetchone():
            return Rescue()
    except sqlite3.Error:
        return Rescue(whole=False)
    rows: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    whole = _collect(connection, "ASC", rows)
    if not whole:  # a damaged page stopped the reading: read from the other end too
        _collect(connection, "DESC", rows)
    sound = {key: value for key, value in rows.items() if is_sound(key, value)}
    return Rescue(sound, whole and len(sound) == len(rows), _is_ahead(connection))


def _collect(connection: sqlite3.Connection, order: str, rows: dict[tuple[Any, ...], tuple[Any, ...]]) -> bool:
    try:
        key = ", ".join(f"{column} {order}" for column in KEY)
        for row in connection.execute(f"SELECT {COLUMNS} FROM edit ORDER BY {key}"):
            rows[row[:3]] = row[3:]
    except sqlite3.Error:
        return False
    return True


def _is_ahead(connection: sqlite3.Connection) -> bool:
    """See `Rescue`; False also if that can no longer be read."""
    try:
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'edit_journal'").fetchone():
            return True
        return connection.execute("SELECT 1 FROM edit_journal WHERE known").fetchone() is None
    except sqlite3.Error:
        return False


def is_sound(key: tuple[Any, ...], value: tuple[Any, ...]) -> bool:
    """Whether a row has values of the types that ours have."""
    try:
        edit_of_row(key[2], *value)
    except ProblemError:
        return False
    return all(isinstance(text, str) for text in key)


def edit_of_row(source: object, target: object, links: bytes) -> Hypothesis:
    """An edit as it was before it was stored; raises ProblemError if it is damaged."""
    return user_edit(*texts_of_row(source, target, links))


def texts_of_row(source: object, target: object, links: bytes) -> tuple[str, str, tuple[Link, ...]]:
    """The same as texts and links."""
    if not (isinstance(source, str) and isinstance(target, str)):
        raise ProblemError(Problem.DAMAGED)
    try:
        return source, target, unpacked(links)
    except (struct.error, ValueError, TypeError) as error:
        raise ProblemError(Problem.DAMAGED) from error
