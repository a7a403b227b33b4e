"""The file of the translation memory: opened when needed, and what is done where it is damaged, busy or unwritable."""

import os
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TypeVar

from reader.errors import Message, reason
from reader.memory.database import (
    FAILURES,
    Problem,
    connect,
    is_newer,
    make_private,
    problem_of,
    reason_of,
    set_aside,
)
from reader.memory.edits import Rescue, rescued
from reader.memory.forgettings import Forgettings
from reader.memory.imported import rescue_imported
from reader.memory.journal import Journal, JournalError
from reader.memory.journal_mode import SharingError, only_reading, prepare, prepare_alone
from reader.memory.ledger import EDITS, JUDGEMENTS, LEDGERS, VALUES, Ledger
from reader.memory.sync import Outcome, reconcile, reconcile_without_journal

_T = TypeVar("_T")

# Seconds to wait for another process; fewer once that was in vain, or every batch would wait.
_PATIENCE = 5.0
_LITTLE_PATIENCE = 0.1
# Problems that keep a file from being opened for writing; its content may be sound.
_UNWRITABLE = (Problem.FULL, Problem.UNUSABLE)
# Of ledgers other than the edits, what is said when both copies are damaged, when something was restored, when the
# journal was repaired, and when it cannot be written.
_OF_LEDGERS = {
    JUDGEMENTS: (
        Problem.JUDGEMENTS_DAMAGED,
        Problem.JUDGEMENTS_RESTORED,
        Problem.JUDGEMENTS_REPAIRED,
        Problem.JUDGEMENTS_UNUSABLE,
    ),
    VALUES: (Problem.VALUES_DAMAGED, Problem.VALUES_RESTORED, Problem.VALUES_REPAIRED, Problem.VALUES_UNUSABLE),
}


class MemoryFile:
    """One file, which several threads and several processes may use at once.

    No method raises for faults of the file or the disk; `take_problem` reports them.
    """

    def __init__(self, file: Path | None) -> None:
        """Use `file`, created with its folder when there is something to save; with None nothing is saved."""
        # A symbolic link is not replaced, and the files beside it are looked for beside its target.
        self._file = Path(os.path.realpath(file)) if file else None
        self._disabled = self._file is None
        self._given_up: Path | None = None  # the file, once it has a problem that another attempt would not change
        self._connection: sqlite3.Connection | None = None
        self._opened: os.stat_result | None = None
        self._lock = Lock()
        self._forgettings = Forgettings()
        self._patience = _PATIENCE
        self._told: set[Problem] = set()
        # What was rescued from a damaged file until it is in the new one, and where the damaged one is.
        self._rescues: dict[Ledger, Rescue] | None = None
        self._kept: Path | None = None
        self._started_over = False
        # Whether work has failed since the two files last agreed: what it wrote may be in the journal only.
        self._interrupted = False
        # Not under the lock: the GUI thread reads it and must not wait for the disk.
        self._problems: deque[Message] = deque()

    @property
    def file(self) -> Path | None:
        """Where it is, or would be; None if nothing is saved."""
        return self._file or self._given_up

    def _is_there(self, file: Path) -> bool:
        journals = (Journal(file, ledger) for ledger in LEDGERS)
        return file.exists() or self._rescues is not None or any(journal.exists() for journal in journals)

    def take_problem(self) -> Message:
        """The oldest problem not reported yet, as one sentence; "" if there is none.

        Only the first of each kind is reported. Never waits for another thread.
        """
        try:
            return self._problems.popleft()
        except IndexError:
            return Message("")

    def close(self) -> None:
        """Release the file; nothing is remembered or found from now on."""
        with self._lock:
            self._disconnect()
            self._file = self._given_up = None

    def _attempt(self, work: Callable[[Path], _T]) -> _T | None:
        """The result of `work`, which gets the file's path; None if it failed."""
        with self._lock:
            while self._file is not None:
                try:
                    result = work(self._file)
                except FAILURES as error:
                    if not self._handle_failure(self._file, error):
                        return None
                except BaseException:
                    self._disconnect()
                    raise
                else:
                    self._patience = _PATIENCE
                    return result
            return None

    def _try_at_once(self, work: Callable[[Path], object]) -> None:
        """Do `work` unless something is in its way now; the file is looked at when something is needed of it."""
        with self._lock:
            if self._file is None:
                return
            patience, self._patience = self._patience, 0.0
            try:
                work(self._file)
            except FAILURES:
                self._disconnect()
            finally:
                self._patience = patience

    def _open(self, file: Path) -> sqlite3.Connection:
        if not self._in_place(file):
            self._disconnect()
        if self._connection is None:
            make_private(file)
            self._opened = file.stat()
            self._connection = self._connect(file)
            self._recover(self._connection, file)
        self._connection.execute(f"PRAGMA busy_timeout = {round(self._patience * 1000)}")
        return self._connection

    @contextmanager
    def _readable(self, file: Path) -> Iterator[sqlite3.Connection]:
        """A connection for reading, also where nothing can be written; the user is told of that."""
        try:
            connection = self._open(file)
        except FAILURES as error:
            if problem_of(error) not in _UNWRITABLE:
                raise
            self._handle_failure(file, error)
            try:
                with only_reading(file, self._patience) as connection:
                    yield connection
            except FAILURES as other:  # a missing table, say, which could not be created: no damage
                raise error from other
        else:
            yield connection

    def _connect(self, file: Path) -> sqlite3.Connection:
        # Set at once: the edits of a damaged file are read with this connection.
        self._connection = connect(file, self._patience)
        try:
            apart = prepare(self._connection, file, self._patience)
        except SharingError:
            self._disconnect()
            self._connection, apart = connect(file, self._patience), True
            prepare_alone(self._connection, self._patience)
        if apart:
            self._tell(Problem.NO_WAL)
        return self._connection

    def _recover(self, connection: sqlite3.Connection, file: Path) -> None:
        """Restore what the user made in whichever of the files has lost some."""
        journals = {ledger: Journal(file, ledger) for ledger in LEDGERS}
        # They are written before the first of what is in them is acknowledged.
        had = {ledger for ledger, journal in journals.items() if journal.exists()}
        outcomes = {ledger: self._recovered(connection, journal) for ledger, journal in journals.items()}
        outcome = outcomes.pop(EDITS)
        if (kept := self._kept) is not None:
            self._report_damage(outcome.whole, outcome.restored)
            outcome = replace(outcome, restored=0)
            if not rescue_imported(connection, kept):
                self._tell(Problem.IMPORTED_DAMAGED)
        self._rescues = None
        # What was interrupted here was written to the journals first: nothing was missing.
        interrupted, self._interrupted = self._interrupted, False
        self._report_outcome(replace(outcome, restored=0) if interrupted else outcome)
        for ledger, other in outcomes.items():
            other = replace(other, restored=0) if interrupted else other
            self._report_ledger(ledger, other if ledger in had else replace(other, whole=True))

    def _recovered(self, connection: sqlite3.Connection, journal: Journal) -> Outcome:
        rescue = self._rescues[journal.ledger] if self._rescues is not None else None
        try:
            return reconcile(connection, journal, rescue, self._patience)
        except JournalError as error:
            return reconcile_without_journal(connection, journal.ledger, rescue, error.error)

    def _in_place(self, file: Path) -> bool:
        """Whether the file is still the one opened: it may have been deleted, or set aside by another process."""
        try:
            return self._opened is not None and os.path.samestat(self._opened, file.stat())
        except OSError:
            return False

    def _disconnect(self) -> None:
        if self._connection is not None:
            # What is not committed is rolled back.
            with suppress(sqlite3.Error):
                self._connection.close()
            self._connection = None

    def _handle_failure(self, file: Path, error: Exception) -> bool:
        """Deal with a failure; returns whether to try once more."""
        problem = problem_of(error)
        if problem is Problem.DAMAGED and self._connection is not None and is_newer(self._connection):
            problem = Problem.NEWER
        if problem is Problem.DAMAGED:
            return self._start_over(file)
        self._disconnect()
        self._interrupted = True
        if self._kept is not None and self._rescues is not None:
            self._report_damage(self._rescues[EDITS].whole, 0)
        self._tell(problem, reason_of(error))
        if problem is Problem.LOCKED:
            self._patience = _LITTLE_PATIENCE
        if problem is Problem.NEWER:
            self._file, self._given_up = None, file
        return False

    def _start_over(self, file: Path) -> bool:
        """Set a damaged file aside, once; if the next one is damaged too, give up. Returns whether to try again."""
        in_place = self._in_place(file)
        rescues = {ledger: rescued(self._connection, ledger) if in_place else Rescue() for ledger in LEDGERS}
        self._disconnect()
        if not in_place:
            return True  # another process has set it aside already
        if not self._started_over:
            with suppress(OSError):  # on Windows while another process has it open
                self._kept, self._rescues, self._started_over = set_aside(file), rescues, True
                return True
        self._tell(Problem.UNUSABLE, Message("it is damaged"))
        self._file, self._given_up = None, file
        return False

    def _report_damage(self, whole: bool, restored: int) -> None:
        """Report the file that was set aside, and what of it is in the new one."""
        if not whole:
            problem = Problem.EDITS_DAMAGED
        elif restored:
            problem = Problem.DAMAGED_RESTORED
        else:
            problem = Problem.DAMAGED
        self._tell(problem, str(self._kept), restored)
        self._kept = None

    def _report_outcome(self, outcome: Outcome) -> None:
        if outcome.restored:
            self._tell(Problem.RESTORED, count=outcome.restored)
        if outcome.repaired:
            self._tell(Problem.JOURNAL_DAMAGED if outcome.whole else Problem.BOTH_DAMAGED)
        if outcome.error is not None:
            self._tell(Problem.JOURNAL_UNUSABLE, reason(outcome.error))

    def _report_ledger(self, ledger: Ledger, outcome: Outcome) -> None:
        """The same of what another ledger has."""
        damaged, restored, repaired, unusable = _OF_LEDGERS[ledger]
        if not outcome.whole:
            self._tell(damaged)
        elif outcome.restored:
            self._tell(restored)
        elif outcome.repaired:
            self._tell(repaired)
        if outcome.error is not None:
            self._tell(unusable, reason(outcome.error))

    def _tell(self, problem: Problem, detail: str = "", count: int = 0) -> None:
        if problem not in self._told:
            self._told.add(problem)
            self._problems.append(problem.message(self._file, detail, count))

    def _be_patient(self) -> float:
        """Wait for another process as long as at first; returns how many seconds."""
        self._patience = _PATIENCE
        return self._patience

    def _forget_failures(self) -> None:
        """Report every problem anew, and use the file again if it was given up; with the lock."""
        if not self._problems:
            self._told.clear()
        if self._given_up is not None:
            self._file, self._given_up, self._started_over = self._given_up, None, False
