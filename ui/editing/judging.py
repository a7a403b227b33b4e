"""Accepting translations and dismissing warnings, as steps that can be undone, whichever window is open."""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import Entry
from reader.memory import ByTranslation, Judgement, Memory, SentenceAndTranslation
from reader.parallel import ParallelText
from reader.text import shown
from reader.unwritten import Unwritten
from ui.editing.judgement_turns import Act, JudgedPair, Turn, languages_of, pairs_in, records_of, turn_of
from ui.session.open_document import OpenDocument
from ui.session.undo import Places, Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.line_breaks import shortened

# The delay before another attempt to write what could not be written, or to look up what could not be read.
_AGAIN_MS = 10_000
# The delay after which what is not on the disk yet is recorded: writing seldom takes that long.
_RECORDED_AFTER_MS = 200
# Rows whose sentences are looked up at once: an edit that is to be saved does not wait long for it.
_AT_ONCE = 1000


# What was found in rows, and in which of them.
_Looked = tuple[dict[JudgedPair, Judgement], list[int]]


class Judging(QObject):
    """Stores what the user thinks of translations one after another, makes steps of that, and knows it of one text."""

    changed = Signal(object)  # a frozenset of JudgedPairs that may be judged otherwise now
    found = Signal(list)  # rows of the open text with sentences that were judged, as was looked up
    shown = Signal(object, int)  # a JudgedPair that was judged otherwise by undoing or redoing, and the row where
    unsaved_changed = Signal()  # what is not on the disk yet, possibly
    notice = Signal(str)

    def __init__(self, document: OpenDocument, memory: Memory, pool: Pool, undo: Undo) -> None:
        """Make steps for `undo`; `pool` has the single thread that writes to `memory`."""
        super().__init__()
        self._document, self._memory, self._pool, self._undo = document, memory, pool, undo
        self._known: dict[JudgedPair, Judgement] = {}
        self._waiting, self._lock = deque[Turn](), Lock()
        self._to_look_in, self._looking = deque[tuple[ParallelText, Sequence[int]]](), False
        self._missed = False  # whether what was judged in the open text could not be read
        self._pauses = 0
        self._warned = False  # of all that is not on the disk
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self._on_again)
        self._writing = False  # whether a job is to write what is waiting; with the lock
        self._recording = QTimer(self)
        self._recording.setSingleShot(True)
        self._recording.setInterval(_RECORDED_AFTER_MS)
        self._recording.timeout.connect(self.unsaved_changed)

    # What is known

    def of(self, pair: JudgedPair) -> Judgement:
        """What the user thinks of a pair, as far as that was looked up; at once."""
        return self._known.get(pair, Judgement())

    @guarded
    def look_anew(self) -> None:
        """Look up what the user thinks of the sentences of the open text; that of others is not known any more."""
        self._known.clear()
        self._know({pair: Judgement() for turn in self._unwritten() for pair in turn.act.pairs})
        self.look_again()

    @guarded
    def look_in(self, text: ParallelText, rows: Sequence[int]) -> None:
        """Look up what the user thinks of the sentences in some rows of a text, which may have changed."""
        self._to_look_in.extend((text, rows[start : start + _AT_ONCE]) for start in range(0, len(rows), _AT_ONCE))
        if not self._looking:
            self._look_on()

    def _look_on(self) -> None:
        """Look in the next rows of the open text: one job after another, so that others in the pool get their turn."""
        self._looking = False
        while self._to_look_in and not self._looking:
            text, rows = self._to_look_in.popleft()
            if text is self._document.text:
                self._looking = True
                self._start_looking(text, rows)

    def _start_looking(self, text: ParallelText, rows: Sequence[int]) -> None:
        job = Job(partial(self._judged_in, text, rows))
        job.finished.connect(guarded(lambda _, result: self._on_looked(text, result)))
        job.failed.connect(guarded(lambda _, error: self.notice.emit(said(error))))
        for signal in (job.finished, job.failed, job.cancelled):
            signal.connect(guarded(lambda *_: self._look_on()))
        self._pool.start(job)

    def _judged_in(self, text: ParallelText, rows: Sequence[int], _job: Job) -> _Looked | None:
        """On the memory's thread: what was judged in some rows, or is not any more; None if that cannot be read now."""
        pairs = {number: pairs_in(text, text.rows[number]) for number in rows}
        if (found := self._read(pair for those in pairs.values() for pair in those)) is None:
            return None
        told = {pair: each for pair, each in found.items() if each != Judgement() or pair in self._known}
        return told, [number for number, those in pairs.items() if not told.keys().isdisjoint(those)]

    def _on_looked(self, text: ParallelText, looked: _Looked | None) -> None:
        if text is not self._document.text:
            return
        if looked is None:
            self._miss()
            return
        found, rows = looked
        before = {pair: self.of(pair) for pair in found}
        self._know(found)
        if rows and any(self.of(pair) != judgement for pair, judgement in before.items()):
            self.found.emit(rows)

    def _miss(self) -> None:
        """What was judged in the open text cannot be read now: all of it is looked up later."""
        self._missed = True
        self._to_look_in.clear()
        if not self._again.isActive():
            self._again.start()

    @guarded
    def _on_again(self) -> None:
        self.try_again()
        if self._missed:
            self.look_again()

    def judgements(
        self, languages: tuple[str, str], pairs: Collection[SentenceAndTranslation]
    ) -> dict[SentenceAndTranslation, Judgement]:
        """What the user thinks of pairs in two languages, also what is not on the disk yet; on any thread."""
        waiting = self._unwritten()  # first: what is written meanwhile is in the memory
        found = self._memory.judgements(languages, pairs)
        wanted = set(pairs) if waiting else set()
        for turn in waiting:
            for pair in turn.act.pairs:
                texts = pair.sentence, pair.translation
                if pair.languages == languages and texts in wanted:
                    found[texts] = turn.act.changed(found.get(texts, Judgement()))
        return found

    @property
    def knows_any(self) -> bool:
        """Whether anything was judged, as far as that was looked up."""
        return bool(self._known)

    @property
    def looking(self) -> bool:
        """Whether there are rows of the open text of which it is not known yet what was judged in them."""
        return self._looking

    @property
    def unsaved(self) -> bool:
        """Whether something is not on the disk yet."""
        return bool(self._waiting)

    @property
    def documents(self) -> frozenset[Path]:
        """The files of the documents in which that was done."""
        return frozenset(where for turn in self._unwritten() if (where := turn.where) is not None)

    @property
    def records(self) -> tuple[Unwritten, ...]:
        """The same as it is recorded for another run of the program, should this one end before it is on the disk."""
        return records_of(self._unwritten())

    @guarded
    def take_over(self, records: Sequence[Unwritten]) -> None:
        """Write what other runs of the program could not, before what was done in this one."""
        turns = [turn_of(record) for record in records if record.pairs]
        if not turns:
            return
        with self._lock:
            self._waiting.extendleft(reversed(turns))
        self.look_again()
        self.try_again()

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before: what is not saved of it is of that."""
        for turn in self._unwritten():
            if turn.where == before.path:
                turn.places.follow({before.path: now.path})
        self.unsaved_changed.emit()

    def ask_for(self) -> bool:
        """Whether something is not on the disk yet of which the user has not been warned; they are now."""
        unsaved, warned = self.unsaved, self._warned
        self._warned = unsaved
        return unsaved and not warned

    # Judging

    def accept(self, *pairs: JudgedPair, row: int = 0) -> Step:
        """Accept translations, in one step; the user does it in the `row`, where undoing it is shown."""
        return self._do(Act(pairs, None, there=True), row)

    @guarded
    def withdraw(self, *pairs: JudgedPair, row: int = 0) -> Step:
        """Accept them no longer."""
        return self._do(Act(pairs, None, there=False), row)

    def dismiss(self, rule: str, *pairs: JudgedPair, row: int = 0) -> Step:
        """Dismiss the warnings with this code on some pairs, in one step."""
        return self._do(Act(pairs, rule, there=True), row)

    def undismiss(self, rule: str, *pairs: JudgedPair, row: int = 0) -> Step:
        """Show them again."""
        return self._do(Act(pairs, rule, there=False), row)

    @guarded
    def pause(self, *_: object) -> None:
        """Write nothing until `resume`, as it may be about to be forgotten."""
        self._pauses += 1

    @guarded
    def resume(self, *_: object) -> None:
        """End a `pause`."""
        self._pauses -= 1
        self.try_again()

    @guarded
    def forget(self, document: Path | None, since: Collection[Places] = ()) -> None:
        """A document was forgotten, or with None all: write nothing of it, but what was done in steps `since`."""
        with self._lock:
            concerned = [turn for turn in self._waiting if document is None or turn.where == document]
            gone = [turn for turn in concerned if turn.places not in since]
            for turn in gone:
                self._waiting.remove(turn)
        pairs = frozenset(pair for turn in gone for pair in turn.act.pairs)
        self._know(dict.fromkeys(pairs, Judgement()))
        self.changed.emit(pairs)
        self.unsaved_changed.emit()

    @guarded
    def look_again(self) -> None:
        """Look up all that the user thinks of the sentences of the open text; what was known is so until then.

        What cannot be read now is looked up later: those who call this need not call it again.
        """
        self._to_look_in.clear()
        self._missed = False
        if (text := self._document.text) is not None:
            self.look_in(text, range(len(text.rows)))

    def learn(self, languages: tuple[str, str], judged: Mapping[str, ByTranslation]) -> None:
        """Know all that the memory has of these sentences: others may have judged them."""
        known = [pair for pair in self._known if pair.languages == languages and pair.sentence in judged]
        found = dict.fromkeys(known, Judgement())
        for sentence, by_translation in judged.items():
            found |= {JudgedPair(languages, sentence, words): each for words, each in by_translation.items()}
        before = {pair: self.of(pair) for pair in found}
        self._know(found)
        if different := frozenset(pair for pair, judgement in before.items() if self.of(pair) != judgement):
            self.changed.emit(different)

    def _do(self, act: Act, row: int) -> Step:
        entry = self._document.entry
        turn = self._write(Turn(act, entry.path if entry is not None else None, Places()))
        step = self._step(turn, act, row)
        self._undo.push(step)
        return step

    def _step(self, latest: Turn, act: Act, row: int) -> Step:
        """The step of an act done in a row, of which this was the latest turn."""

        def take_turn() -> None:
            nonlocal latest
            latest = self._write(latest.back())
            self.shown.emit(act.pairs[0], row)

        def without(pair: object) -> Step | None:
            left = latest.without(pair)
            return self._step(left, replace(act, pairs=left.act.pairs), row) if left is not None else None

        here, known = latest.where, frozenset({latest.where} if latest.where is not None else ())
        words, subjects = partial(self._words, act), frozenset(act.pairs)
        return Step(words, take_turn, take_turn, here, known, subjects, without, latest.places)

    def _words(self, act: Act) -> str:
        if (count := len(act.pairs)) > 1:
            return self._words_of_many(act, count)
        if act.rule is None:
            accepted, withdrawn = self.tr("acceptance of “{sentence}”"), self.tr("withdrawn acceptance of “{sentence}”")
            words = accepted if act.there else withdrawn
        else:
            dismissed = self.tr("dismissal of a warning on “{sentence}”")
            words = dismissed if act.there else self.tr("return of a warning on “{sentence}”")
        return words.format(sentence=shortened(shown(act.pairs[0].sentence)))

    def _words_of_many(self, act: Act, count: int) -> str:
        if act.rule is None:
            accepted = self.tr("acceptance of %Ln sentence(s)", "", count)
            return accepted if act.there else self.tr("withdrawn acceptance of %Ln sentence(s)", "", count)
        dismissed = self.tr("dismissal of %Ln warning(s)", "", count)
        return dismissed if act.there else self.tr("return of %Ln warning(s)", "", count)

    # Writing

    def _write(self, turn: Turn) -> Turn:
        """Show at once what the user thinks, and start saving it."""
        for pair in turn.act.pairs:
            self._known[pair] = turn.act.changed(self.of(pair))
        with self._lock:
            self._waiting.append(turn)
        self._warned = False
        self._recording.start()
        self.changed.emit(frozenset(turn.act.pairs))
        self.try_again()
        return turn

    @guarded
    def try_again(self) -> None:
        """Write what is not on the disk yet; one job does it all, or each would wait for a memory that is in use."""
        with self._lock:
            begin = bool(self._waiting) and not self._pauses and not self._writing
            self._writing = self._writing or begin
        if begin:
            self._run(Job(lambda _: self._write_waiting()))

    def _write_waiting(self) -> tuple[list[Turn], dict[JudgedPair, Judgement] | None]:
        """On the memory's thread: write in order, up to what cannot be written; what the memory has then follows."""
        done = list[Turn]()
        try:
            while (turn := self._first()) is not None and turn.write(self._memory):
                done.append(turn)
                with self._lock:
                    if turn in self._waiting:  # else it was forgotten
                        self._waiting.remove(turn)
        finally:
            with self._lock:
                self._writing = False
        return done, self._read(pair for turn in done for pair in turn.act.pairs)

    def _first(self) -> Turn | None:
        with self._lock:
            self._writing = bool(self._waiting)  # at once: what is judged from now on has another job
            return self._waiting[0] if self._waiting else None

    def _read(self, pairs: Iterable[JudgedPair]) -> dict[JudgedPair, Judgement] | None:
        """On the memory's thread: what the memory has of pairs; None if it cannot be read now."""
        found = dict.fromkeys(pairs, Judgement())
        for languages, group in groupby(sorted(found, key=languages_of), key=languages_of):
            wanted = list(group)
            judged = self._memory.judgements_of(languages, {pair.sentence for pair in wanted})
            if judged is None:
                return None
            found |= {pair: judged.get(pair.sentence, {}).get(pair.translation, Judgement()) for pair in wanted}
        return found

    def _run(self, job: Job) -> None:
        job.finished.connect(guarded(lambda _, result: self._on_done(*result)))
        job.failed.connect(guarded(lambda _, error: self.notice.emit(said(error))))
        self._pool.start(job)

    def _on_done(self, done: Sequence[Turn], found: Mapping[JudgedPair, Judgement] | None) -> None:
        self._know(found or {})
        if found is None:  # what others have judged of the same pairs
            self._miss()
        self.changed.emit(frozenset(found or ()))
        self.unsaved_changed.emit()
        for turn in done:
            if turn.refused:
                self._on_refused(turn)
        if self._waiting:
            self._again.start()

    def _know(self, found: Mapping[JudgedPair, Judgement]) -> None:
        """Know what the memory has, and on top of that what is not written yet."""
        self._known.update(found)
        for turn in self._unwritten():
            for pair in turn.act.pairs:
                if pair in found:
                    self._known[pair] = turn.act.changed(self.of(pair))
        for pair in found:
            if self._known[pair] == Judgement():
                del self._known[pair]

    def _unwritten(self) -> list[Turn]:
        with self._lock:
            return [*self._waiting]

    def _on_refused(self, turn: Turn) -> None:
        pairs = set(turn.act.pairs)
        self._undo.drop_all(lambda subject: subject in pairs)
        words = self.tr(
            "Something was forgotten elsewhere, perhaps “{sentence}”. What you did with this sentence can no longer "
            "be undone or redone."
        )
        self.notice.emit(words.format(sentence=shortened(shown(turn.act.pairs[0].sentence))))
