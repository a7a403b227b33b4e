"""The translation memory: every finished sentence and every edit, saved in one private SQLite file.

The file is in WAL mode (https://sqlite.org/wal.html), so that two processes may use it at once and a batch is saved
as a whole or not at all, even if the process is killed. No fault of the file or the disk stops a translation: what
cannot be remembered is not, and the user is told once. The user's edits, what the user
accepted and dismissed, and what they keep for documents, are stored apart from machine translations and never
discarded: they are in journals beside the file too (see `reader.memory.sync`), so that either may be lost.
Imported sentences are used like edits that the user has not changed (see `reader.memory.imported`).
"""

import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from reader.errors import reason
from reader.gc_pause import gc_paused
from reader.memory.bulk import MemoryBulk
from reader.memory.contents import MemoryContents
from reader.memory.database import Problem, forgetting
from reader.memory.deletions import note_deletions, noted_deletions
from reader.memory.document_values import MemoryValues, delete_values
from reader.memory.edit_requests import Decision, EditOutcome, EditRequest, decided, outcome_of, values, with_older
from reader.memory.edits import Before, Older, as_value, read_edits, texts_in_any_languages
from reader.memory.forgetting import Forgotten, delete_all, delete_sentences, erase, files_of
from reader.memory.imported import read_imported, relink_imported
from reader.memory.journal import Changes, Journal, JournalError, Key, Value
from reader.memory.judging import Languages, MemoryJudgements
from reader.memory.older_edits import OlderEdits, translated_before
from reader.memory.sync import change_edits
from reader.memory.translations import as_row, keepable, read_rows, relink_rows, storable, write_rows
from reader.memory.words import MemoryWords
from reader.parallel import Hypothesis

_T = TypeVar("_T")
# How often something was forgotten here (there may be no file yet), and the number that the file has for it.
ForgetMark = tuple[int, int]


class Memory(MemoryContents, MemoryBulk, MemoryJudgements, MemoryValues, MemoryWords):
    """The translations in one file, which several threads and several processes may use at once.

    No method raises for faults of the file or the disk; `take_problem` reports them. A sentence that is not valid
    Unicode (it has lone surrogates, which UTF-8 cannot encode) is not remembered.
    """

    def __init__(self, file: Path | None) -> None:
        """Use `file`, created with its folder when there is something to save; with None nothing is saved."""
        super().__init__(file)
        self._older = OlderEdits()

    def lookup(self, package: str, sentences: Sequence[str]) -> dict[str, Hypothesis]:
        """The remembered translations of `sentences` by the package of that identity, by sentence."""
        if not storable(package):
            return {}
        return self._ask(sentences, lambda connection, wanted: read_rows(connection, package, wanted))

    def edits(
        self, source: str, target: str, sentences: Sequence[str], *, package: str = "", exactly: bool = False
    ) -> dict[str, Hypothesis]:
        """The user's edits of `sentences`, by sentence, and imported translations of those without.

        Args:
            source, target: language codes.
            sentences: as they are asked for.
            package: identity of what translates; where one sentence was several for a version before and only some of
                these are edited, its remembered translations of the others are put together with the edits.
            exactly: whether only edits saved for exactly these sentences are wanted; else a sentence that has none
                gets that which a version before, or another program, has saved for it in another form.
        """

        def question(connection: sqlite3.Connection, wanted: list[str]) -> Iterator[tuple[str, Hypothesis]]:
            found = dict(read_edits(connection, (source, target), wanted))
            found |= read_imported(connection, (source, target), wanted, found)
            yield from found.items()
            if not exactly:
                others = [sentence for sentence in wanted if sentence not in found]
                older = self._older.find(connection, (source, target), others, package)
                yield from ((sentence, each.edit) for sentence, each in older.items())

        return self._ask(sentences, question)

    def edited_texts(self, sentences: Sequence[str]) -> dict[str, frozenset[str]]:
        """The texts of the user's edits of `sentences` between any two languages, by sentence."""
        return self._ask(sentences, lambda connection, wanted: iter(texts_in_any_languages(connection, wanted).items()))

    def older_keys(self, source: str, target: str, sentences: Sequence[str]) -> set[str]:
        """What the user's edits of `sentences` are saved for besides these: see `edits`."""
        return {key for older in self._older_of(source, target, sentences).values() for key in older.saved}

    def translated_before(self, language: str, sentences: Sequence[str]) -> set[str]:
        """What translations of `sentences` in `language` may be stored for besides these; slow in a large memory."""

        def question(connection: sqlite3.Connection, wanted: list[str]) -> Iterator[tuple[str, str]]:
            yield from ((key, key) for key in translated_before(connection, language, wanted))

        return set(self._ask(sentences, question))

    def _older_of(self, source: str, target: str, sentences: Sequence[str]) -> dict[str, Older]:
        def question(connection: sqlite3.Connection, wanted: list[str]) -> Iterator[tuple[str, Older]]:
            yield from self._older.find(connection, (source, target), wanted).items()

        return self._ask(sentences, question)

    def _ask(
        self, sentences: Sequence[str], question: Callable[[sqlite3.Connection, list[str]], Iterator[tuple[str, _T]]]
    ) -> dict[str, _T]:
        # In the order of the key, which saves a third of the time; a sentence may come more than once.
        wanted = sorted({sentence for sentence in sentences if storable(sentence)})
        if not wanted:
            return {}

        def read(file: Path) -> dict[str, _T]:
            if not self._is_there(file):  # reading creates no file
                return {}
            with gc_paused(), self._readable(file) as connection:
                return dict(question(connection, wanted))

        return self._attempt(read) or {}

    @property
    def forget_mark(self) -> ForgetMark:
        """A value that changes when something is forgotten, here or by another program; for `store`."""

        def number(file: Path) -> int:
            if not self._is_there(file):
                return 0
            with self._readable(file) as connection:
                return forgetting(connection)

        return self._forgettings.here, self._attempt(number) or 0

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
            elif since[0] == self._forgettings.here:
                write_rows(self._open(file), package, rows, since[1])

        if rows and storable(package):
            self._attempt(store)

    def relink(self, package: str, finished: Mapping[str, Hypothesis]) -> None:
        """Update links, score and warnings of translations whose text is still the one remembered; adds none."""
        rows = [as_row(source, entry) for source, entry in finished.items() if keepable(source, entry)]
        if rows and storable(package):
            self._attempt(lambda file: relink_rows(self._open(file), package, rows))

    def note_judged(self, package: str, found: Mapping[str, Hypothesis]) -> None:
        """As `relink`, for the warnings alone, if it can be done at once: nobody waits for it, or is told if not."""
        rows = [as_row(source, entry) for source, entry in found.items() if keepable(source, entry)]
        if rows and storable(package):
            self._try_at_once(lambda file: relink_rows(self._open(file), package, rows))

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

        def decide(before: Mapping[Key, Before], _: Collection[Key]) -> Mapping[Key, Before]:
            known = values(before)
            changes = {k: v for k, v in wanted.items() if known.get(k) != v and (replace or k not in known)}
            return _edited(before, changes)

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
        self._attempt(lambda file: relink_imported(self._open(file), wanted))  # first: what is imported becomes no edit

        def decide(before: Mapping[Key, Before], _: Collection[Key]) -> Mapping[Key, Before]:
            known = values(before)
            same = {k: v for k, v in wanted.items() if k in known and known[k][0] == v[0]}
            still.clear()
            still.update(key[2] for key in same)
            return _edited(before, {k: v for k, v in same.items() if known[k] != v})

        return still if self._change(source, target, wanted, decide) is not None else set()

    def change_edits(self, source: str, target: str, requests: Mapping[str, EditRequest]) -> EditOutcome:
        """Save and remove edits of the user, who may not have seen what another program has saved meanwhile.

        That is checked in the transaction that changes them.

        Args:
            source, target: language codes.
            requests: by sentence.
        """
        kept, back = _divided(requests)
        restored = [sentence for sentence, request in kept.items() if request.hypothesis is None]
        older = self._older_of(source, target, restored)
        own = self.edits(source, target, list(older), exactly=True)
        wanted = {
            (source, target, text): request
            for text, request in with_older(kept, older, own).items()
            if keepable(text, request.hypothesis or Hypothesis("", 0.0))
        } | {key: request for request in back.values() for key in request.put_back or {}}
        decision, found = Decision(), dict[Key, Before]()

        def decide(before: Mapping[Key, Before], deleted: Collection[Key]) -> Mapping[Key, Before]:
            nonlocal decision, found
            decision = decided(before, wanted, self._forgettings.elsewhere, deleted)
            found = {key: before.get(key, Before()) for key in decision.changes}
            return decision.changes

        done = self._change(source, target, wanted, decide) is not None
        outcome = EditOutcome(
            frozenset([*(key[2] for key in wanted), *back]) if done else frozenset(),
            {key[2]: other for key, other in decision.others.items()},
            frozenset(key[2] for key in decision.refused) if done else frozenset(),
            forgettings=self._forgettings.elsewhere,
        )
        return outcome_of(requests, older, outcome, found)

    def forget_edits(self, source: str, target: str, sentences: Sequence[str]) -> bool:
        """Remove the edits of these sentences, from before or imported too; returns whether that is on the disk."""
        every = {*sentences, *self.older_keys(source, target, sentences)}
        wanted = {(source, target, sentence): None for sentence in every if storable(sentence)}
        return self._change(source, target, wanted, lambda before, _: dict.fromkeys(before, Before())) is not None

    def _change(
        self,
        source: str,
        target: str,
        wanted: Mapping[Key, object],
        decide: Callable[[Mapping[Key, Before], Collection[Key]], Mapping[Key, Before]],
    ) -> Changes | None:
        """Change edits; returns the changes, or None if they are not safely on the disk.

        `decide` gets what there is, and the sentences whose edit was deleted and not forgotten since.
        """

        def change(file: Path) -> Changes | None:
            patience = self._be_patient()  # worth the wait, each time
            connection, journal = self._open(file), Journal(file)
            sentences = [key[2] for key in wanted]

            def deciding(before: Mapping[Key, Before]) -> Mapping[Key, Before]:
                self._forgettings.look(connection)  # now that no other program can forget anything
                changes = decide(before, noted_deletions(connection, (source, target), sentences))
                deleted = [key for key, each in changes.items() if each.value is None and key in before]
                note_deletions(connection, deleted, changes.keys())
                return changes

            changes, outcome = change_edits(connection, journal, patience, (source, target), sentences, deciding)
            self._report_outcome(outcome)
            return changes if outcome.error is None else None

        return self._attempt(change) if wanted else {}

    def forget(
        self,
        sentences: Collection[str],
        edits: Mapping[Languages, Collection[str]] | None = None,
        judged: Mapping[Languages, Collection[str]] | None = None,
        documents: Collection[Path] = (),
    ) -> Forgotten | None:
        """Forget sentences for good, so that no byte of them is left in the memory's files.

        The journals are rewritten without their history; copies of a damaged memory, which cannot be
        searched, are deleted. Another program that has translated these sentences shows them until it closes the
        document. It does not save them again when it links them or finishes a translation already begun, but does when
        it translates them anew.

        Args:
            sentences: in the source language, as packages translated them.
            edits: also the user's edits of these sentences, and imported ones, by language codes (source, target).
            judged: also what the user accepted and dismissed of these.
            documents: also all that is kept for these: notes, bookmarks and the like.

        Returns:
            What was forgotten; None if that failed, which `take_problem` reports even if it has done so before.
            A memory that was given up because it was damaged again is started anew, and so usable again.
        """
        wanted = [sentence for sentence in sentences if storable(sentence)]
        own, theirs = ({k: list(filter(storable, of)) for k, of in (each or {}).items()} for each in (edits, judged))

        def delete(connection: sqlite3.Connection) -> Forgotten:
            values = delete_values(connection, documents)
            return replace(delete_sentences(connection, wanted, own, theirs), values=values)

        return self._erase(delete)

    def forget_everything(self) -> Forgotten | None:
        """The same for all that is remembered, the user's edits and imported sentences too."""
        return self._erase(delete_all)

    def _erase(self, delete: Callable[[sqlite3.Connection], Forgotten]) -> Forgotten | None:
        if self._disabled:
            return Forgotten()
        with self._lock:
            self._forget_failures()  # the user is told why this fails, however often; a damaged file is deleted too

        def forget(file: Path) -> Forgotten | None:
            patience = self._be_patient()
            self._forgettings.here += 1
            if not files_of(file):
                return Forgotten()

            def deleting(connection: sqlite3.Connection) -> Forgotten:
                self._forgettings.look(connection)
                return delete(connection)

            try:
                forgotten, number = erase(self._open(file), file, patience, deleting)
                self._forgettings.forgot(number)
                return forgotten
            except JournalError as error:
                self._tell(Problem.JOURNAL_UNUSABLE, reason(error.error))
                return None

        return self._attempt(forget)


def _values(source: str, target: str, edits: Mapping[str, Hypothesis]) -> dict[Key, Value]:
    """The edits that can be stored, as they are stored."""
    return {(source, target, text): as_value(edit) for text, edit in edits.items() if keepable(text, edit)}


def _edited(before: Mapping[Key, Before], changes: Mapping[Key, Value]) -> Mapping[Key, Before]:
    """What there is to be after edits are saved: what is imported stays behind them."""
    return {key: Before(value, before.get(key, Before()).imported) for key, value in changes.items()}


def _divided(requests: Mapping[str, EditRequest]) -> tuple[dict[str, EditRequest], dict[str, EditRequest]]:
    """The requests for something new, and those that put something back."""
    back = {sentence: request for sentence, request in requests.items() if request.put_back is not None}
    return {sentence: request for sentence, request in requests.items() if sentence not in back}, back
