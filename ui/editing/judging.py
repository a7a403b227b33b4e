"""Accepting translations and dismissing warnings, as steps that can be undone, whichever window is open."""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from pathlib import Path
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from reader.memory import Judged, Judgement, Memory
from reader.parallel import ParallelText, Row, State, sentence_texts, translation_texts
from reader.text import shown
from ui.session.open_document import OpenDocument
from ui.session.undo import Places, Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.line_breaks import shortened

# The delay before another attempt to write what could not be written.
_AGAIN_MS = 10_000


@dataclass(frozen=True, slots=True)
class JudgedPair:
    """A sentence and its translation, as the memory has them, and the codes of their languages."""

    languages: tuple[str, str]
    sentence: str
    translation: str


def pairs_in(text: ParallelText, row: Row) -> list[JudgedPair]:
    """The sentences of a row of a text that can be judged."""
    if row.state is not State.DONE:
        return []
    languages = text.source_language, text.target_language
    texts = zip(sentence_texts(row), translation_texts(row), strict=True)
    return [JudgedPair(languages, sentence, translation) for sentence, translation in texts]


@dataclass(frozen=True, slots=True)
class _Act:
    """What the user thinks of pairs: that they are accepted or, with a rule, that its warning is dismissed; or not."""

    pairs: tuple[JudgedPair, ...]
    rule: str | None
    there: bool

    def changed(self, before: Judgement) -> Judgement:
        if self.rule is None:
            return replace(before, accepted=self.there)
        rules = before.dismissed - {self.rule}
        return replace(before, dismissed=rules | {self.rule} if self.there else rules)


@dataclass(slots=True, eq=False)
class _Turn:
    """An act to be written, or its undoing, which is limited to what the turn before has changed.

    Attributes:
        act: what is written.
        after: the turn that this one takes back; None for what is new.
        changed: where writing it made a difference.
        forgettings: how often others had forgotten something by then.
        refused: whether nothing was put back, because it may have been forgotten.
    """

    act: _Act
    after: "_Turn | None" = None
    changed: set[JudgedPair] = field(default_factory=set)
    forgettings: int | None = None
    refused: bool = False

    def write(self, memory: Memory) -> bool:
        """Write it; returns whether it is safe. On the memory's thread, after those before it."""
        wanted = [pair for pair in self.act.pairs if self.after is None or pair in self.after.changed]
        safe = True
        for languages, group in groupby(sorted(wanted, key=_languages), key=_languages):
            outcome = self._judge(memory, languages, [(pair.sentence, pair.translation) for pair in group])
            self.changed.update(JudgedPair(languages, *texts) for texts in outcome.changed)
            self.forgettings, self.refused = outcome.forgettings, self.refused or outcome.refused
            safe = safe and outcome.safe
        return safe

    def _judge(self, memory: Memory, languages: tuple[str, str], pairs: Collection[tuple[str, str]]) -> Judged:
        rule, since = self.act.rule, self.after.forgettings if self.after is not None else None
        if self.act.there:
            if rule is None:
                return memory.accept(languages, pairs, since=since)
            return memory.dismiss(languages, rule, pairs, since=since)
        return memory.withdraw(languages, pairs) if rule is None else memory.undismiss(languages, rule, pairs)


class Judging(QObject):
    """Stores what the user thinks of translations one after another, makes steps of that, and knows it of one text."""

    changed = Signal(object)  # a frozenset of JudgedPairs that may be judged otherwise now
    notice = Signal(str)

    def __init__(self, document: OpenDocument, memory: Memory, pool: Pool, undo: Undo) -> None:
        """Make steps for `undo`; `pool` has the single thread that writes to `memory`."""
        super().__init__()
        self._document, self._memory, self._pool, self._undo = document, memory, pool, undo
        self._known: dict[JudgedPair, Judgement] = {}
        self._waiting, self._lock = deque[_Turn](), Lock()
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    # What is known

    def of(self, pair: JudgedPair) -> Judgement:
        """What the user thinks of a pair, as far as that was looked up; at once."""
        return self._known.get(pair, Judgement())

    def look_at(self, text: ParallelText) -> None:
        """Look up what the user thinks of the sentences of a text; that of others is not known any more."""
        self._known.clear()
        self._run(Job(lambda job: ([], self._read(_pairs_of(job, text)))))

    @property
    def unsaved(self) -> bool:
        """Whether something is not on the disk yet."""
        return bool(self._waiting)

    # Judging

    def accept(self, *pairs: JudgedPair) -> Step:
        """Accept translations, in one step."""
        return self._do(_Act(pairs, None, there=True))

    def withdraw(self, *pairs: JudgedPair) -> Step:
        """Accept them no longer."""
        return self._do(_Act(pairs, None, there=False))

    def dismiss(self, rule: str, *pairs: JudgedPair) -> Step:
        """Dismiss the warnings with this code on some pairs, in one step."""
        return self._do(_Act(pairs, rule, there=True))

    def undismiss(self, rule: str, *pairs: JudgedPair) -> Step:
        """Show them again."""
        return self._do(_Act(pairs, rule, there=False))

    @guarded
    def forget(self, *_: object) -> None:
        """Something was forgotten: look up what is left, of the open text."""
        if self._document.text is not None:
            self.look_at(self._document.text)
        self.changed.emit(frozenset(self._known))

    def _do(self, act: _Act) -> Step:
        turn, places = self._write(_Turn(act)), Places()
        entry = self._document.entry
        step = self._step(turn, places, entry.path if entry is not None else None)
        self._undo.push(step)
        return step

    def _step(self, turn: _Turn, places: Places, path: Path | None) -> Step:
        latest, act = turn, turn.act

        def take_turn() -> None:
            nonlocal latest
            latest = self._write(_Turn(replace(latest.act, there=not latest.act.there), latest))

        def without(subject: object) -> Step | None:
            left = tuple(pair for pair in act.pairs if pair != subject)
            limited = replace(latest, act=replace(latest.act, pairs=left))
            return self._step(limited, places, path) if left else None

        here = places.of(path) if path is not None else None
        return Step(
            partial(self._words, act),
            take_turn,
            take_turn,
            here,
            frozenset({here} if here is not None else ()),
            frozenset(act.pairs),
            without,
            places,
        )

    def _words(self, act: _Act) -> str:
        if (count := len(act.pairs)) > 1:
            return self._words_of_many(act, count)
        if act.rule is None:
            accepted, withdrawn = self.tr("acceptance of “{sentence}”"), self.tr("withdrawn acceptance of “{sentence}”")
            words = accepted if act.there else withdrawn
        else:
            dismissed = self.tr("dismissal of a warning on “{sentence}”")
            words = dismissed if act.there else self.tr("return of a warning on “{sentence}”")
        return words.format(sentence=shortened(shown(act.pairs[0].sentence)))

    def _words_of_many(self, act: _Act, count: int) -> str:
        if act.rule is None:
            accepted = self.tr("acceptance of %Ln sentence(s)", "", count)
            return accepted if act.there else self.tr("withdrawn acceptance of %Ln sentence(s)", "", count)
        dismissed = self.tr("dismissal of %Ln warning(s)", "", count)
        return dismissed if act.there else self.tr("return of %Ln warning(s)", "", count)

    # Writing

    def _write(self, turn: _Turn) -> _Turn:
        """Show at once what the user thinks, and start saving it."""
        for pair in turn.act.pairs:
            self._known[pair] = turn.act.changed(self.of(pair))
        with self._lock:
            self._waiting.append(turn)
        self.changed.emit(frozenset(turn.act.pairs))
        self.try_again()
        return turn

    @guarded
    def try_again(self) -> None:
        """Write what is not on the disk yet."""
        if self._waiting:
            self._run(Job(lambda _: self._write_waiting()))

    def _write_waiting(self) -> tuple[list[_Turn], dict[JudgedPair, Judgement]]:
        """On the memory's thread: write in order, up to what cannot be written; what the memory has then follows."""
        done = list[_Turn]()
        while self._waiting and self._waiting[0].write(self._memory):
            with self._lock:
                done.append(self._waiting.popleft())
        return done, self._read(pair for turn in done for pair in turn.act.pairs)

    def _read(self, pairs: Iterable[JudgedPair]) -> dict[JudgedPair, Judgement]:
        found = dict.fromkeys(pairs, Judgement())
        for languages, group in groupby(sorted(found, key=_languages), key=_languages):
            wanted = [(pair.sentence, pair.translation) for pair in group]
            judgements = self._memory.judgements(languages, wanted)
            found.update((JudgedPair(languages, *texts), judgement) for texts, judgement in judgements.items())
        return found

    def _run(self, job: Job) -> None:
        job.finished.connect(guarded(lambda _, result: self._on_done(*result)))
        job.failed.connect(guarded(lambda _, error: self.notice.emit(said(error))))
        self._pool.start(job)

    def _on_done(self, done: Sequence[_Turn], found: Mapping[JudgedPair, Judgement]) -> None:
        with self._lock:
            newer = {pair for turn in self._waiting for pair in turn.act.pairs}
        self._known.update((pair, judgement) for pair, judgement in found.items() if pair not in newer)
        self.changed.emit(frozenset(found))
        for turn in done:
            if turn.refused:
                self._on_refused(turn)
        if self._waiting:
            self._again.start()

    def _on_refused(self, turn: _Turn) -> None:
        pairs = set(turn.act.pairs)
        self._undo.drop_all(lambda subject: subject in pairs)
        words = self.tr(
            "Something was forgotten elsewhere, perhaps “{sentence}”. What you thought of this sentence can no longer "
            "be undone or redone."
        )
        self.notice.emit(words.format(sentence=shortened(shown(turn.act.pairs[0].sentence))))


def _languages(pair: JudgedPair) -> tuple[str, str]:
    return pair.languages


def _pairs_of(job: Job, text: ParallelText) -> Iterator[JudgedPair]:
    """The pairs of a text; fewer if the job is cancelled."""
    for row in list(text.rows):
        if job.is_cancelled():
            return
        yield from pairs_in(text, row)
