"""What the user made, in the database and in a journal: reconciled when either has lost something, changed together.

What is said here of edits holds for every ledger (see `reader.memory.ledger`).

In the transaction of each edit the database records which journal it agrees with, how far, and a checksum of all
edits. One of the two files at a time may be lost, damaged or older than the other:

- A database whose edits do not match its checksum is damaged, and a new one is started.
- A new database, and one that is behind the journal (its last transactions were lost), take edits from the journal.
- A journal that is missing, or not as the database remembers it, is rewritten from the database.
- Where a program without a journal has written, the database is right, and the journal is rewritten.
"""

import sqlite3
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import field, replace
from typing import TypeVar

from reader.late_dataclasses import dataclass
from reader.memory.database import Problem, ProblemError, immediate, lasting
from reader.memory.edits import (
    Before,
    Rescue,
    Sum,
    all_values,
    put_changes,
    sum_in,
    sum_of,
    values_of,
)
from reader.memory.imported import delete_imported, imported_values, put_imported
from reader.memory.journal import (
    Changes,
    Extent,
    Header,
    History,
    Journal,
    JournalError,
    Key,
    Value,
    new_lineage,
    sealed,
    unsealed,
)
from reader.memory.ledger import EDITS, Ledger

_T = TypeVar("_T")
# A journal is rewritten without outdated records when it has more than so many beyond two for each edit.
_SPARE_RECORDS = 1000


@dataclass(frozen=True, slots=True)
class _State:
    """What the database remembers of the journal.

    Attributes:
        extent: the journal when both agreed; None if there was none yet.
        sum: of the edits then.
        agrees: whether the journal has all of them.
        known: whether only programs that update the sum have written; triggers notice others.
    """

    extent: Extent | None = None
    sum: Sum = field(default_factory=Sum)
    agrees: bool = False
    known: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of reconciling the two.

    Attributes:
        restored: how many edits the database got back.
        whole: whether nothing can have been lost.
        repaired: whether the journal was missing or damaged, and has been rewritten.
        error: why the journal could not be written, if so: until it can, the edits are in the database only.
    """

    restored: int = 0
    whole: bool = True
    repaired: bool = False
    error: OSError | None = None


def reconcile(connection: sqlite3.Connection, journal: Journal, rescue: Rescue | None, patience: float) -> Outcome:
    """Reconcile database and journal; quick and without a lock if they agree.

    Args:
        rescue: what was rescued from the damaged database that this one replaces, if it does.
        patience: seconds to wait for another program.

    Raises:
        ProblemError: the database is damaged, or another program does not release the journal.
        JournalError: the journal cannot be read or locked; the database is unchanged.
    """
    if not (rescue and rescue.edits) and _are_equal(connection, journal):
        return Outcome(whole=rescue is None or rescue.whole)
    with journal.locked(patience), lasting(connection):
        with immediate(connection):
            outcome = _made_equal(connection, journal, rescue)
        # That the database agrees with this journal must not be lost with its -wal.
        with suppress(sqlite3.OperationalError):  # another program is reading
            connection.execute("PRAGMA wal_checkpoint").fetchall()
    return outcome


def reconcile_without_journal(
    connection: sqlite3.Connection, ledger: Ledger, rescue: Rescue | None, error: OSError
) -> Outcome:
    """Go without the journal, which `error` makes unusable: only put what was rescued into the database."""
    if rescue is None:
        return Outcome(error=error)
    with lasting(connection), immediate(connection):
        put_changes(connection, ledger, rescue.edits | all_values(connection, ledger))
    return Outcome(whole=rescue.whole, error=error)


def change_edits(
    connection: sqlite3.Connection,
    journal: Journal,
    patience: float,
    languages: tuple[str, str],
    sentences: Sequence[str],
    decide: Callable[[Mapping[Key, Before]], Mapping[Key, Before]],
) -> tuple[Changes, Outcome]:
    """Change edits in the journal and the database, in one transaction that even a power cut does not undo.

    Args:
        patience: seconds to wait for another program.
        languages, sentences: which edits may change.
        decide: gets what there is, and returns what there is to be for the keys that change.

    Returns:
        The changes of edits. They are in both files, unless `Outcome.error` says that they are in the database only.

    Raises:
        ProblemError: the database is damaged, or another program does not release the journal.
    """

    def changed(outcome: Outcome) -> tuple[Changes, Outcome]:
        edits = values_of(connection, EDITS, languages, sentences)
        imported = imported_values(connection, languages, sentences)
        there = {key: Before(edits.get(key), imported.get(key)) for key in edits.keys() | imported.keys()}
        wanted = decide(there)
        _change_imported(connection, imported, wanted)
        of_edits = {key: each.edit for key, each in wanted.items() if each.edit != edits.get(key)}
        return of_edits, _changed(connection, journal, outcome, edits, of_edits)

    return _reconciled(connection, journal, patience, changed)


def change_values(
    connection: sqlite3.Connection,
    journal: Journal,
    patience: float,
    read: Callable[[], dict[Key, Value]],
    decide: Callable[[Mapping[Key, Value]], Changes],
) -> tuple[Changes, Outcome]:
    """The same for what the ledger of `journal` has: what may change of it is `read`; `decide` returns what does."""

    def changed(outcome: Outcome) -> tuple[Changes, Outcome]:
        before = read()
        changes = {key: value for key, value in decide(before).items() if value != before.get(key)}
        return changes, _changed(connection, journal, outcome, before, changes)

    return _reconciled(connection, journal, patience, changed)


def _reconciled(
    connection: sqlite3.Connection, journal: Journal, patience: float, change: Callable[[Outcome], _T]
) -> _T:
    """Let `change` happen in one transaction once the two agree; it gets the outcome of that."""
    with lasting(connection), ExitStack() as stack:
        try:
            stack.enter_context(journal.locked(patience))
            with immediate(connection):
                return change(catch_up(connection, journal))
        except JournalError as error:
            with immediate(connection):
                return change(Outcome(error=error.error))


def _change_imported(connection: sqlite3.Connection, before: Mapping[Key, Value], wanted: Mapping[Key, Before]) -> None:
    different = {key: each.imported for key, each in wanted.items() if each.imported != before.get(key)}
    delete_imported(connection, (key for key in different if key in before))
    put_imported(connection, [(*key, *value) for key, value in different.items() if value is not None])


def _changed(
    connection: sqlite3.Connection, journal: Journal, outcome: Outcome, before: dict[Key, Value], changes: Changes
) -> Outcome:
    """Change the edits `before`; in the journal only if `outcome` has no error with it."""
    ledger = journal.ledger
    state = read_state(connection, ledger)
    if not changes:
        return outcome
    put_changes(connection, ledger, changes)
    extent, now = state.extent, state.sum.changed(before, changes)
    if outcome.error is None:
        try:
            extent = _recorded(journal, extent, changes)
        except JournalError as error:
            outcome = replace(outcome, error=error.error)
    if extent is not None:
        _write_state(connection, ledger, _State(extent, now, outcome.error is None, state.known))
    return outcome


def catch_up(connection: sqlite3.Connection, journal: Journal) -> Outcome:
    """Reconcile the two if another program has changed either; within a transaction and the lock.

    Errors are those of `reconcile`.
    """
    if _is_current(connection, journal, read_state(connection, journal.ledger)):
        return Outcome()
    return _made_equal(connection, journal, None)


def _recorded(journal: Journal, extent: Extent | None, changes: Changes) -> Extent:
    if extent is None:
        kept = {key: value for key, value in changes.items() if value is not None}
        return journal.write(Header(new_lineage(), 1), kept)
    return journal.append(extent, changes)


def rewrite_journal(connection: sqlite3.Connection, journal: Journal) -> None:
    """Rewrite the journal with the edits in the database and nothing else, without their history.

    Within a transaction and the lock.

    Raises:
        JournalError: it cannot be written.
    """
    state, edits = read_state(connection, journal.ledger), all_values(connection, journal.ledger)
    header = state.extent.header if state.extent else Header(new_lineage(), 0)
    _write_journal(connection, journal, header, edits)


def _write_journal(
    connection: sqlite3.Connection, journal: Journal, before: Header, edits: Mapping[Key, Value]
) -> None:
    if not edits:
        journal.delete()
        connection.execute(f"DELETE FROM {journal.ledger.state}")
        return
    extent = journal.write(Header(before.lineage, before.generation + 1), edits)
    _write_state(connection, journal.ledger, _State(extent, _sum(edits), True))


def _are_equal(connection: sqlite3.Connection, journal: Journal) -> bool:
    """Whether nothing is to be done; checks every edit and every byte of the journal.

    Raises:
        ProblemError: the database is damaged.
    """
    connection.execute("BEGIN")  # both are read from one snapshot
    try:
        state, found = read_state(connection, journal.ledger), sum_in(connection, journal.ledger)
    finally:
        connection.execute("ROLLBACK")
    if state.extent is None:
        return not found.count and not journal.exists()
    _check(state, found)
    return (
        state.known
        and state.agrees
        and journal.ends_at(state.extent)
        and journal.begins_with(state.extent)
        and state.extent.records <= 2 * found.count + _SPARE_RECORDS
    )


def _is_current(connection: sqlite3.Connection, journal: Journal, state: _State) -> bool:
    """Whether neither has been changed since they agreed."""
    if state.extent is None:
        return not journal.exists() and not _has_any(connection, journal.ledger)
    return state.known and state.agrees and journal.ends_at(state.extent)


def _has_any(connection: sqlite3.Connection, ledger: Ledger) -> bool:
    return connection.execute(f"SELECT 1 FROM {ledger.table} LIMIT 1").fetchone() is not None


def _sum(edits: Mapping[Key, Value]) -> Sum:
    return sum_of((*key, *value) for key, value in edits.items())


def _check(state: _State, found: Sum) -> None:
    if state.known and state.extent is not None and state.sum != found:
        raise ProblemError(Problem.DAMAGED)


@dataclass(frozen=True, slots=True)
class _Verdict:
    """The edits according to both files.

    Attributes:
        edits: all of them.
        whole, repaired: as in `Outcome`.
        damaged: whether the journal has lines that cannot be read, and is to be set aside rather than overwritten.
    """

    edits: Mapping[Key, Value]
    whole: bool = True
    repaired: bool = False
    damaged: bool = False


def _made_equal(connection: sqlite3.Connection, journal: Journal, rescue: Rescue | None) -> Outcome:
    """Reconcile the two, within a transaction and the lock."""
    ledger = journal.ledger
    state, edits = read_state(connection, ledger), all_values(connection, ledger)
    _check(state, _sum(edits))
    found = journal.extent()
    there, mine = found.header if found else None, state.extent.header if state.extent else None
    if mine is None or (there is not None and there.lineage != mine.lineage):
        verdict = _put_together(edits, rescue, there, journal.history())
    else:
        verdict = _compared(state, edits, there, journal)
    put_changes(connection, ledger, _difference(edits, verdict.edits))
    restored = sum(edits.get(key) != value for key, value in verdict.edits.items())
    headers = [header for header in (there, mine) if header is not None] or [Header(new_lineage(), 0)]
    before = Header(headers[0].lineage, max(header.generation for header in headers))
    try:
        if verdict.damaged:
            journal.set_aside()
        _write_journal(connection, journal, before, verdict.edits)
    except JournalError as error:
        # The database has everything in the journal by now: none of its records may replace a later edit again.
        _write_state(connection, ledger, _State(found or state.extent or Extent(before, 0, 0, 0), _sum(verdict.edits)))
        return Outcome(restored, verdict.whole, error=error.error)
    return Outcome(restored, verdict.whole, verdict.repaired)


def _put_together(
    edits: Mapping[Key, Value], rescue: Rescue | None, header: Header | None, history: History
) -> _Verdict:
    """For a database that does not know the journal: the edits of both, the journal's where they differ."""
    there, damaged = header is not None and history.whole, not history.sound
    if rescue is None:
        return _Verdict(_applied(edits, history.changes), there or not history.changes, damaged, damaged)
    saved = {} if there and not rescue.ahead else rescue.edits
    return _Verdict(_applied({**saved, **edits}, history.changes), there or rescue.whole, damaged, damaged)


def _compared(state: _State, edits: Mapping[Key, Value], header: Header | None, journal: Journal) -> _Verdict:
    """For a database that knows the journal: whichever is behind catches up with the other."""
    assert state.extent is not None
    # If they do not agree, the journal may have been found damaged before, when it could not be set aside.
    damaged = not state.agrees and not journal.history().sound
    if header == state.extent.header:
        changes = journal.history(state.extent.size).changes
        repaired = state.agrees and not journal.begins_with(state.extent)
        return _Verdict(_applied(edits, changes), repaired=repaired, damaged=damaged)
    if header is None or header.generation <= state.extent.header.generation:
        return _Verdict(edits, repaired=state.agrees and bool(edits), damaged=damaged)
    history = journal.history()
    # What a whole journal lacks was forgotten. One that is not whole is itself at fault: the database is behind it
    # because it could not take the last edits, which were not acknowledged.
    exact = history.whole and state.known
    repaired = not history.whole
    return _Verdict(_applied({} if exact else edits, history.changes), repaired=repaired, damaged=not history.sound)


def _applied(edits: Mapping[Key, Value], changes: Changes) -> dict[Key, Value]:
    return {key: value for key, value in {**edits, **changes}.items() if value is not None}


def _difference(before: Mapping[Key, Value], after: Mapping[Key, Value]) -> dict[Key, Value | None]:
    changed: dict[Key, Value | None] = {key: value for key, value in after.items() if before.get(key) != value}
    return changed | {key: None for key in before if key not in after}


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in the life of a ledger: another one once anything in it has changed.

    Attributes:
        state: what it was like then; without one, before anything was kept.
        read: whether that is known; else anything may have changed since.
    """

    state: _State = field(default_factory=_State)
    read: bool = True


def mark_of(connection: sqlite3.Connection, ledger: Ledger) -> Mark:
    """The present one; raises ProblemError if it is damaged."""
    return Mark(read_state(connection, ledger))


def changed_since(journal: Journal, before: Mark, now: Mark) -> Collection[Key] | None:
    """What has changed in a ledger between two marks, and perhaps since; None if its journal does not tell.

    It does not once it was rewritten, as when something was forgotten, or where it cannot be written; nor since a time
    when it could not be read.

    Raises:
        JournalError: it cannot be read.
    """
    old, new = before.state, now.state
    if not before.read or new.extent is None or not new.agrees or new.extent.header != journal.header():
        return None
    if old.extent is None:  # there was nothing yet
        return journal.history().changes.keys()
    if not old.agrees or old.extent.header != new.extent.header:
        return None
    return journal.history(old.extent.size).changes.keys()


def read_state(connection: sqlite3.Connection, ledger: Ledger) -> _State:
    """What the database remembers of the journal of a ledger; raises ProblemError if that is damaged."""
    found = connection.execute(f"SELECT state, known FROM {ledger.state}").fetchone()
    if found is None:
        return _State()
    match unsealed(found[0]) if isinstance(found[0], bytes) else None:
        case [str(lineage), int(generation), int(edits), *numbers] if len(numbers) == 6:
            size, crc, records, count, checksum, agrees = numbers
            extent = Extent(Header(lineage, generation, edits), size, crc, records)
            return _State(extent, Sum(count, checksum), agrees, bool(found[1]))
    raise ProblemError(Problem.DAMAGED)


def _write_state(connection: sqlite3.Connection, ledger: Ledger, state: _State) -> None:
    assert state.extent is not None
    extent = state.extent
    numbers = (extent.size, extent.crc, extent.records, state.sum.count, state.sum.checksum, state.agrees)
    line = sealed([*extent.header, *numbers])
    connection.execute(
        f"INSERT OR REPLACE INTO {ledger.state} (id, state, known) VALUES (1, ?, ?)", (line, state.known)
    )
