"""The translation memory: every finished sentence and every edit, saved in one private SQLite file.

The file is in WAL mode (https://sqlite.org/wal.html), so that two processes may use it at once and a batch is saved
as a whole or not at all, even if the process is killed. No fault of the file or the disk stops a translation: what
cannot be remembered is not, and the user is told once. The user's edits are stored apart from machine translations
and never discarded: they are in a journal beside the file too (see `reader.memory.sync`), so that either may be lost.
"""

import os
import sqlite3
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TypeVar

from reader.errors import Message, reason
from reader.gc_pause import gc_paused
from reader.memory.database import (
    FAILURES,
    Problem,
    connect,
    forgetting,
    is_newer,
    make_private,
    problem_of,
    reason_of,
    set_aside,
)
from reader.memory.edits import (
    EditOutcome,
    EditRequest,
    Rescue,
    as_value,
    decided,
    outcome_of,
    read_edits,
    rescued_edits,
    with_older,
)
from reader.memory.forgetting import Forgotten, count_all, delete_all, delete_sentences, erase, files_of
from reader.memory.journal import Changes, Journal, JournalError, Key, Value
from reader.memory.journal_mode import SharingError, only_reading, prepare, prepare_alone
from reader.memory.sync import Outcome, change_edits, reconcile, reconcile_without_journal
from reader.memory.translations import as_row, keepable, packages_in, read_rows, relink_rows, storable, write_rows
from reader.parallel import Hypothesis, edit_for
from reader.text import shown

_T = TypeVar("_T")
# How often something was forgotten here (there may be no file yet), and the number that the file has for it.
ForgetMark = tuple[int, int]

# Seconds to wait for another process; fewer once that was in vain, or every batch would wait.
_PATIENCE = 5.0
_LITTLE_PATIENCE = 0.1
# Problems that keep a file from being opened for writing; its content may be sound.
_UNWRITABLE = (Problem.FULL, Problem.UNUSABLE)


class Memory:
    """The translations in one file, which several threads and several processes may use at once.

    No method raises for faults of the file or the disk; `take_problem` reports them. A sentence that is not valid
    Unicode (it has lone surrogates, which UTF-8 cannot encode) is not remembered.
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
        self._patience = _PATIENCE
        self._told: set[Problem] = set()
        # What was rescued from a damaged file until it is in the new one, and where the damaged one is.
        self._rescue: Rescue | None = None
        self._kept: Path | None = None
        self._started_over = False
        self._forget_mark = 0
        # Not under the lock: the GUI thread reads it and must not wait for the disk.
        self._problems: deque[Message] = deque()

    def lookup(self, package: str, sentences: Sequence[str]) -> dict[str, Hypothesis]:
        """The remembered translations of `sentences` by the package of that identity, by sentence."""
        if not storable(package):
            return {}
        return self._ask(sentences, lambda connection, wanted: read_rows(connection, package, wanted))

    def edits(
        self, source: str, target: str, sentences: Sequence[str], *, exactly: bool = False
    ) -> dict[str, Hypothesis]:
        """The user's edits of `sentences`, by sentence; `source` and `target` are language codes.

        A sentence with verbatim spans that has none gets that of the same sentence without signs, unless only those
        saved for `exactly` the sentences are wanted: older edits have none, nor have those of other programs.
        """

        def question(connection: sqlite3.Connection, wanted: list[str]) -> Iterator[tuple[str, Hypothesis]]:
            return read_edits(connection, (source, target), wanted)

        found = self._ask(sentences, question)
        plain = {} if exactly else {key: bare for key in sentences if key not in found and (bare := shown(key)) != key}
        older = self._ask(list(plain.values()), question)
        return found | {key: edit_for(key, older[bare]) for key, bare in plain.items() if bare in older}

    def _ask(
        self,
        sentences: Sequence[str],
        question: Callable[[sqlite3.Connection, list[str]], Iterator[tuple[str, Hypothesis]]],
    ) -> dict[str, Hypothesis]:
        # In the order of the key, which saves a third of the time; a sentence may come more than once.
        wanted = sorted({sentence for sentence in sentences if storable(sentence)})
        if not wanted:
            return {}

        def read(file: Path) -> dict[str, Hypothesis]:
            if not self._is_there(file):  # reading creates no file
                return {}
            with gc_paused(), self._readable(file) as connection:
                return dict(question(connection, wanted))

        return self._attempt(read) or {}

    def _is_there(self, file: Path) -> bool:
        return file.exists() or self._rescue is not None or Journal(file).exists()

    @property
    def forget_mark(self) -> ForgetMark:
        """A value that changes when something is forgotten, here or by another program; for `store`."""

        def number(file: Path) -> int:
            if not self._is_there(file):
                return 0
            with self._readable(file) as connection:
                return forgetting(connection)

        return self._forget_mark, self._attempt(number) or 0

    def store(self, package: str, finished: Mapping[str, Hypothesis], *, since: ForgetMark | None = None) -> None:
        """Save translations by sentence: all of them or, if something is wrong, none; newer ones replace older ones.

        Args:
            package: identity of the package that made them.
            finished: the translations.
            since: the value of `forget_mark` when work on them began: if something has been forgotten since, nothing
                is saved, since it may be among these.
        """
        rows = [as_row(source, entry) for source, entry in finished.items() if keepable(source, entry)]

        def store(file: Path) -> None:
            if since is None:
                write_rows(self._open(file), package, rows)
            elif since[0] == self._forget_mark:
                write_rows(self._open(file), package, rows, since[1])

        if rows and storable(package):
            self._attempt(store)

    def relink(self, package: str, finished: Mapping[str, Hypothesis]) -> None:
        """Update links, score and warnings of translations whose text is still the one remembered; adds none."""
        rows = [as_row(source, entry) for source, entry in finished.items() if keepable(source, entry)]
        if rows and storable(package):
            self._attempt(lambda file: relink_rows(self._open(file), package, rows))

    def keep_edits(self, source: str, target: str, edits: Mapping[str, Hypothesis], *, replace: bool = True) -> bool:
        """Save the user's edits by sentence, permanently and for every document.

        Args:
            source, target: language codes.
            edits: made by `reader.parallel.user_edit`.
            replace: whether they replace existing edits.

        Returns:
            Whether all of them are safe: on the disk, in two files, of which either may be lost. If not, some may
            still be in one of them.
        """
        wanted = _values(source, target, edits)

        def decide(before: dict[Key, Value]) -> Changes:
            return {k: v for k, v in wanted.items() if before.get(k) != v and (replace or k not in before)}

        return self._change(source, target, wanted, decide) is not None and len(wanted) == len(edits)

    def relink_edits(self, source: str, target: str, edits: Mapping[str, Hypothesis]) -> set[str]:
        """Save the links of edits that are still current: the user may have changed some while links were made.

        Args:
            source, target: language codes.
            edits: those that the links were made for, with the links, by sentence.

        Returns:
            The sentences whose edit is still that one; the others were edited or forgotten meanwhile, here or in
            another program, and are left as they are.
        """
        wanted, still = _values(source, target, edits), set[str]()

        def decide(before: dict[Key, Value]) -> Changes:
            same = {k: v for k, v in wanted.items() if k in before and before[k][0] == v[0]}
            still.clear()
            still.update(key[2] for key in same)
            return {k: v for k, v in same.items() if before[k] != v}

        return still if self._change(source, target, wanted, decide) is not None else set()

    def change_edits(self, source: str, target: str, requests: Mapping[str, EditRequest]) -> EditOutcome:
        """Save and remove edits of the user, who may not have seen what another program has saved meanwhile.

        That is checked in the transaction that changes them.

        Args:
            source, target: language codes.
            requests: by sentence.
        """
        wanted = {
            (source, target, text): request
            for text, request in with_older(requests).items()
            if keepable(text, request.hypothesis or Hypothesis("", 0.0))
        }
        others: dict[str, Hypothesis] = {}

        def decide(before: dict[Key, Value]) -> Changes:
            nonlocal others
            changes, others = decided(before, wanted)
            return changes

        done = self._change(source, target, wanted, decide) is not None
        safe = frozenset(key[2] for key in wanted) if done else frozenset[str]()
        return outcome_of(requests, EditOutcome(safe, others))

    def forget_edits(self, source: str, target: str, sentences: Sequence[str]) -> bool:
        """Remove the edits of these sentences, with signs and without; returns whether that is safely on the disk."""
        both = (each for sentence in sentences for each in (sentence, shown(sentence)))
        wanted = {(source, target, sentence): None for sentence in both if storable(sentence)}
        return self._change(source, target, wanted, lambda before: dict.fromkeys(before)) is not None

    def _change(
        self, source: str, target: str, wanted: Mapping[Key, object], decide: Callable[[dict[Key, Value]], Changes]
    ) -> Changes | None:
        """Change edits; returns the changes, or None if they are not safely on the disk."""

        def change(file: Path) -> Changes | None:
            self._patience = _PATIENCE  # worth the wait, each time
            connection, journal = self._open(file), Journal(file)
            sentences = [key[2] for key in wanted]
            changes, outcome = change_edits(connection, journal, _PATIENCE, (source, target), sentences, decide)
            self._report_outcome(outcome)
            return changes if outcome.error is None else None

        return self._attempt(change) if wanted else {}

    def packages(self) -> list[str]:
        """The identities of all packages whose translations are remembered."""
        return self._attempt(lambda file: packages_in(self._open(file)) if self._is_there(file) else []) or []

    def counts(self) -> tuple[int, int]:
        """How many translations and how many edits are remembered."""
        return self._attempt(lambda file: count_all(self._open(file)) if self._is_there(file) else (0, 0)) or (0, 0)

    def forget(
        self, sentences: Collection[str], edits: Mapping[tuple[str, str], Collection[str]] | None = None
    ) -> Forgotten | None:
        """Forget sentences for good, so that no byte of them is left in the memory's files.

        The journal of the edits is rewritten without their history; copies of a damaged memory, which cannot be
        searched, are deleted. Another program that has translated these sentences shows them until it closes the
        document. It does not save them again when it links them or finishes a translation already begun, but does when
        it translates them anew.

        Args:
            sentences: in the source language, as packages translated them.
            edits: also the user's edits of these sentences, by language codes (source, target).

        Returns:
            What was forgotten; None if that failed, which `take_problem` reports even if it has done so before.
            A memory that was given up because it was damaged again is started anew, and so usable again.
        """
        wanted = [sentence for sentence in sentences if storable(sentence)]
        own = {pair: list(filter(storable, of_pair)) for pair, of_pair in (edits or {}).items()}
        return self._erase(lambda connection: delete_sentences(connection, wanted, own))

    def forget_everything(self) -> Forgotten | None:
        """The same for all that is remembered, the user's edits too."""
        return self._erase(delete_all)

    def _erase(self, delete: Callable[[sqlite3.Connection], Forgotten]) -> Forgotten | None:
        if self._disabled:
            return Forgotten()
        with self._lock:
            if not self._problems:
                self._told.clear()  # the user is told why this fails, however often
            if self._given_up is not None:  # its content is to be deleted all the same
                self._file, self._given_up, self._started_over = self._given_up, None, False

        def forget(file: Path) -> Forgotten | None:
            self._patience = _PATIENCE
            self._forget_mark += 1
            if not files_of(file):
                return Forgotten()
            try:
                return erase(self._open(file), file, _PATIENCE, delete)
            except JournalError as error:
                self._tell(Problem.JOURNAL_UNUSABLE, reason(error.error))
                return None

        return self._attempt(forget)

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

    def _open(self, file: Path) -> sqlite3.Connection:
        if not self._in_place(file):
            self._disconnect()
        if self._connection is None:
            make_private(file)
            self._opened = file.stat()
            self._connection = self._connect(file)
            self._recover(self._connection, Journal(file))
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

    def _recover(self, connection: sqlite3.Connection, journal: Journal) -> None:
        """Restore edits in whichever of the two files has lost some."""
        try:
            outcome = reconcile(connection, journal, self._rescue, self._patience)
        except JournalError as error:
            outcome = reconcile_without_journal(connection, self._rescue, error.error)
        if self._kept is not None:
            self._report_damage(outcome.whole, outcome.restored)
            outcome = replace(outcome, restored=0)
        self._rescue = None
        self._report_outcome(outcome)

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
        if self._kept is not None and self._rescue is not None:
            self._report_damage(self._rescue.whole, 0)
        self._tell(problem, reason_of(error))
        if problem is Problem.LOCKED:
            self._patience = _LITTLE_PATIENCE
        if problem is Problem.NEWER:
            self._file, self._given_up = None, file
        return False

    def _start_over(self, file: Path) -> bool:
        """Set a damaged file aside, once; if the next one is damaged too, give up. Returns whether to try again."""
        in_place = self._in_place(file)
        rescue = rescued_edits(self._connection) if in_place else Rescue()
        self._disconnect()
        if not in_place:
            return True  # another process has set it aside already
        if not self._started_over:
            with suppress(OSError):  # on Windows while another process has it open
                self._kept, self._rescue, self._started_over = set_aside(file), rescue, True
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

    def _tell(self, problem: Problem, detail: str = "", count: int = 0) -> None:
        if problem not in self._told:
            self._told.add(problem)
            self._problems.append(problem.message(self._file, detail, count))


def _values(source: str, target: str, edits: Mapping[str, Hypothesis]) -> dict[Key, Value]:
    """The edits that can be stored, as they are stored."""
    return {(source, target, text): as_value(edit) for text, edit in edits.items() if keepable(text, edit)}
