"""What the user has edited, from the moment they save it until it is safely kept, whatever window shows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal

from reader.drafts import Draft, Drafts
from reader.memory import EditOutcome, EditRequest, Key
from reader.packages import find_packages, identity_of
from reader.parallel import Hypothesis, ParallelText, RowEdited, RowEvent, with_hypothesis_everywhere
from reader.translation import Pipeline
from ui.session.session import Workspace
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.line_breaks import shortened

# How long after an edit could not be written it is tried again.
_AGAIN_MS = 10_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence of an open text, and the row that it is edited in."""

    text: ParallelText
    row: int
    sentence: str

    @property
    def key(self) -> Key:
        """What the edit is kept under: in another direction the same words are another sentence."""
        return self.text.source_language, self.text.target_language, self.sentence


@dataclass(frozen=True, slots=True)
class _Change:
    """From now on the sentence at `spot` is edited so or, once it is taken `back`, as the machine has it.

    `number` tells it from an earlier change of the sentence; `seen` is what the user knows of other edits, and
    `tried` whether it has been tried in vain to keep it.
    """

    spot: Spot
    hypothesis: Hypothesis
    number: int
    seen: frozenset[str]
    back: bool = False
    tried: bool = False

    @property
    def version(self) -> tuple[Key, int]:
        """What tells the change from all others."""
        return self.spot.key, self.number


@dataclass(frozen=True, slots=True)
class _Other:
    """An edit of the sentence that was found where it was changed, and that nobody here had seen."""

    change: _Change
    hypothesis: Hypothesis


class EditKeeper(QObject):
    """Keeps edits and links their words, one after the other, and shows them in the open text."""

    notice = Signal(str)
    trouble = Signal(str, bool)  # what to tell of edits that cannot be written, and whether that lasts
    untroubled = Signal()  # nothing of that is to be told any more
    unsaved_changed = Signal()  # perhaps
    # What to tell, what takes the other edit instead, the document, and what tells the two edits from others.
    differed = Signal(str, object, object, str)

    def __init__(self, workspace: Workspace) -> None:
        """For the texts that are opened in `workspace`, in its memory."""
        super().__init__()
        self._workspace = workspace
        self._numbers: dict[Key, int] = {}  # of the latest change of each sentence
        self._taken_back: set[Key] = set()  # whose latest change that is
        # What is not safely on the disk yet, and what is to be told; written here, taken out by the memory's thread.
        self._unsaved: dict[Key, _Change] = {}
        self._others: list[_Other] = []
        self._told: dict[str, _Other] = {}  # by what tells them apart, until the user has chosen
        self._guard = Lock()
        self._troubled = 0  # of how many edits that cannot be written the user knows
        self._asked: set[tuple[Key, int]] = set()  # the changes that the window was not closed for, once
        self._translating: set[Job] = set()  # sentences whose edits were taken back
        workspace.leaving.connect(self._cancel)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    # An edit of the user's

    def word(self, spot: Spot, new: Hypothesis, seen: str) -> None:
        """Show and keep an edit in place of the one that the user saw, and link its words."""
        change = self._change(spot, new, seen)
        linking = Job(lambda job: self._linked(job, change))
        linking.finished.connect(guarded(lambda _, better: self._on_linked(better)))
        # Links are a help: the edit is as good without better ones.
        self._workspace.engine_pool.start(linking)

    def take_back(self, spot: Spot, seen: str) -> None:
        """Let the machine translation hold again; the one that the user saw stays until the machine's is there."""
        self._change(spot, Hypothesis(seen, 0.0, edited=True), seen, back=True)

    def _change(self, spot: Spot, new: Hypothesis, seen: str, *, back: bool = False) -> _Change:
        """Show the edit where it was asked for; elsewhere it follows."""
        self._numbers[spot.key] = self.number_of(spot.key) + 1
        (self._taken_back.add if back else self._taken_back.discard)(spot.key)
        change = _Change(spot, new, self._numbers[spot.key], frozenset({seen}), back)
        with self._guard:
            if (unsaved := self._unsaved.get(spot.key)) is not None:  # what that was to replace may still be there
                change = replace(change, seen=change.seen | unsaved.seen | {unsaved.hypothesis.text})
            self._unsaved[spot.key] = change
        self._show_in(spot.row, change)
        self._run(self._workspace.edit_pool, Job(lambda job: self._keep(job, change)))
        return change

    def _is_latest(self, change: _Change) -> bool:
        return self.number_of(change.spot.key) == change.number

    @guarded
    def try_again(self) -> None:
        """Write what could not be written before."""
        if self.unsaved:
            self._run(self._workspace.edit_pool, Job(lambda job: self._keep(job)))

    def _keep(self, job: Job, latest: _Change | None = None) -> list[_Change]:
        """On the thread for the memory: write all that is unsaved; gives what the machine has to translate now."""
        with self._guard:
            waiting = list(self._unsaved.values())
        untranslated = []
        for pair, group in groupby(sorted(waiting, key=_pair), key=_pair):
            changes = list(group)
            requests = {c.spot.sentence: EditRequest(None if c.back else c.hypothesis, c.seen) for c in changes}
            outcome = self._workspace.memory.change_edits(*pair, requests)
            for change in changes:
                self._settle(change, outcome)
                if change.back:
                    untranslated += self._show_back(job, change, outcome)
                elif latest is not None and change.version == latest.version:
                    _spread(job, change)
        return untranslated

    def _settle(self, change: _Change, outcome: EditOutcome) -> None:
        """On the thread for the memory: what is safe is done with; of another's edit the user is to be told."""
        key, other = change.spot.key, outcome.others.get(change.spot.sentence)
        with self._guard:
            if other is not None:
                self._others.append(_Other(change, other))
            if self._unsaved.get(key) is not change:
                return  # there is a newer one
            if change.spot.sentence in outcome.safe:
                del self._unsaved[key]
            else:
                told = {other.text} if other is not None else set()
                self._unsaved[key] = replace(change, seen=change.seen | told, tried=True)

    def _show_back(self, job: Job, change: _Change, outcome: EditOutcome) -> list[_Change]:
        """On the thread for the memory: show what holds in place of an edit that was taken back."""
        sentence, package = change.spot.sentence, identity_of(change.spot.text.packages)
        if sentence not in outcome.safe:
            return []
        known = self._workspace.memory.lookup(package, [sentence]) if package else {}
        found = outcome.others.get(sentence) or known.get(sentence)
        if found is None:
            return [change]
        _spread(job, replace(change, hypothesis=found))
        return []

    def _linked(self, job: Job, change: _Change) -> _Change | None:
        """On the engine's thread: the edit with its words linked anew; None if they are as they were."""
        new = self._pipeline(job).link_edit(change.spot.text, change.spot.sentence, change.hypothesis)
        return replace(change, hypothesis=new) if new != change.hypothesis else None

    def _pipeline(self, job: Job) -> Pipeline:
        return Pipeline(find_packages(), self._workspace.engines, self._workspace.memory, job.is_cancelled)

    def _on_linked(self, better: _Change | None) -> None:
        if better is not None:
            self._run(self._workspace.edit_pool, Job(lambda job: self._keep_links(job, better)))

    def _keep_links(self, job: Job, better: _Change) -> None:
        """On the thread for the memory: only if the edit is still the one that the links were made for."""
        source, target, sentence = better.spot.key
        with self._guard:
            if (unsaved := self._unsaved.get(better.spot.key)) is not None and unsaved.version == better.version:
                self._unsaved[better.spot.key] = replace(unsaved, hypothesis=better.hypothesis)
        if self._workspace.memory.relink_edits(source, target, {sentence: better.hypothesis}):
            _spread(job, better)

    # The machine's again

    def _translate_anew(self, job: Job, change: _Change, *, remember: bool = True) -> None:
        """On the engine's thread."""
        spot = change.spot
        found = self._pipeline(job).translate_sentence(spot.text, spot.sentence, remember=remember)
        if found is not None:
            _spread(job, replace(change, hypothesis=found))

    def replace_vanished(self, spot: Spot, seen: str) -> None:
        """Show the machine translation for an edit that nobody keeps any more, and remember nothing of it.

        For the sentence may have been forgotten with it.
        """
        known = self.number_of(spot.key)
        change = _Change(spot, Hypothesis(seen, 0.0, edited=True), known, frozenset({seen}), back=True)
        self._ask_machine(Job(partial(self._translate_anew, change=change, remember=False)))

    # What comes of it

    def _run(self, pool: Pool, job: Job) -> None:
        job.item.connect(guarded(lambda _, item: self._show_in(*item)))
        job.finished.connect(guarded(lambda _, untranslated: self._on_kept(untranslated or [])))
        job.failed.connect(guarded(lambda _, error: self.notice.emit(said(error))))
        pool.start(job)

    def _on_kept(self, untranslated: list[_Change]) -> None:
        self._report_others()
        self._tell_of_trouble()
        self.unsaved_changed.emit()
        for change in untranslated:
            self._ask_machine(Job(partial(self._translate_anew, change=change)))

    def _ask_machine(self, job: Job) -> None:
        self._translating.add(job)
        for signal in (job.finished, job.failed, job.cancelled):
            signal.connect(guarded(lambda job, _=None: self._translating.discard(job)))
        self._run(self._workspace.engine_pool, job)

    @guarded
    def _cancel(self) -> None:
        """The document is left, and may be forgotten: nothing of it is translated any more."""
        for job in self._translating:
            job.cancel()

    def _tell_of_trouble(self) -> None:
        with self._guard:
            tried = sum(change.tried for change in self._unsaved.values())
        if tried:
            self._again.start()
        if tried and not self._troubled:
            words = self.tr("Your edit(s) have not been saved to disk yet. Tospalt keeps trying.", "", tried)
            self.trouble.emit(words, True)
        elif self._troubled and not tried:
            self.trouble.emit(self.tr("Your edit(s) have now been saved to disk.", "", self._troubled), False)
        self._troubled = max(tried, self._troubled) if tried else 0

    def _report_others(self) -> None:
        with self._guard:
            others, self._others = self._others, []
        for other in others:
            spot, edit = other.change.spot, other.hypothesis.text
            sentence = shortened(spot.sentence)
            if other.change.back:
                words = self.tr("“{sentence}” was also edited elsewhere: “{other}”. That edit was kept.")
                self.notice.emit(words.format(sentence=sentence, other=edit))
            else:
                words = self.tr("“{sentence}” was also edited elsewhere: “{other}”. Your edit was kept.")
                told, topic = words.format(sentence=sentence, other=edit), "\n".join((*spot.key, edit))
                self._told[topic] = other
                self.differed.emit(told, partial(self._use, topic, other), spot.text.document.path, topic)

    def release(self, topic: str) -> None:
        """The user does not want the other edit that was told of."""
        self._told.pop(topic, None)
        self.unsaved_changed.emit()

    @guarded
    def _use(self, topic: str, other: _Other) -> None:
        """Take the edit that was made elsewhere after all."""
        self._told.pop(topic, None)
        self.word(other.change.spot, other.hypothesis, other.change.hypothesis.text)

    def _show_in(self, index: int, change: _Change) -> None:
        """Show the edit in a row as that is now."""
        text = change.spot.text
        if self._workspace.text is text and self._is_latest(change):

            def edited() -> list[RowEvent]:
                changed = with_hypothesis_everywhere([text.rows[index]], change.spot.sentence, change.hypothesis)
                return [RowEdited(index, row) for _, row in changed]

            self._workspace.edit(edited)

    # What is not kept yet

    def number_of(self, key: Key) -> int:
        """Counts up with each change of a sentence here."""
        return self._numbers.get(key, 0)

    def was_taken_back(self, key: Key) -> bool:
        """Whether the machine translation of a sentence was asked for here, and may not be there yet."""
        return key in self._taken_back

    @property
    def unsaved(self) -> dict[Key, Hypothesis]:
        """What the user has edited and is not safely on the disk (yet); for any thread."""
        with self._guard:
            return {key: change.hypothesis for key, change in self._unsaved.items()}

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The same, and what was replaced unseen, as what would be lost with the program."""
        with self._guard:
            waiting = [(change, change.hypothesis) for change in self._unsaved.values()]
        waiting += [(other.change, other.hypothesis) for other in self._told.values()]
        return tuple(draft for each in waiting if (draft := _draft(*each)) is not None)

    @property
    def untold(self) -> bool:
        """Whether something is to be told that the user may want to act on; it is when the events go on."""
        with self._guard:
            return bool(self._others)

    def ask_for(self) -> tuple[list[str], list[str]]:
        """The edits that are not kept, and those that are not deleted: the user was not asked for these yet."""
        with self._guard:
            unasked = [c for c in self._unsaved.values() if c.version not in self._asked]
        self._asked.update(change.version for change in unasked)
        self._troubled = max(self._troubled, len(unasked))
        return [c.hypothesis.text for c in unasked if not c.back], [c.hypothesis.text for c in unasked if c.back]

    def leave(self, drafts: Drafts) -> bool:
        """The program ends: what could not be kept or told is offered at its next start; gives whether it all will be.

        What is not safe as a draft either is still unsaved afterwards.
        """
        self._again.stop()
        with self._guard:
            waiting = list(self._unsaved.values())
            untold = [*self._others, *self._told.values()]
            others = [other for other in untold if not _drafted(drafts, other.change, other.hypothesis)]
            unsafe = [change for change in waiting if not _drafted(drafts, change, change.hypothesis)]
            self._unsaved, self._others, self._told = {change.spot.key: change for change in unsafe}, others, {}
        return not unsafe and not others

    def forgetter(self, concerned: Callable[[Key], bool]) -> Callable[[], None]:
        """What lets nothing be kept and told any more of the `concerned` edits as they are now; for any thread.

        What is edited after this, before that is called, stays.
        """
        with self._guard:
            others = [*self._others, *self._told.values()]
            changes = [*self._unsaved.values(), *(other.change for other in others)]
        versions = {change.version for change in changes if concerned(change.spot.key)}

        def forget() -> None:
            with self._guard:
                self._unsaved = {k: change for k, change in self._unsaved.items() if change.version not in versions}
                self._others = [other for other in self._others if other.change.version not in versions]
                self._told = {t: other for t, other in self._told.items() if other.change.version not in versions}

        return forget

    def report_again(self) -> None:
        """Tell of what waits for the disk as it is now that something was forgotten."""
        self.unsaved_changed.emit()
        if self._troubled:
            self._troubled = 0
            self.untroubled.emit()
            self._tell_of_trouble()


def _pair(change: _Change) -> tuple[str, str]:
    return change.spot.key[:2]


def _draft(change: _Change, edit: Hypothesis) -> Draft | None:
    """An edit as a draft, where there is one to be lost."""
    spot, path = change.spot, change.spot.text.document.path
    return None if change.back or path is None else Draft(str(path), spot.row, spot.sentence, edit.text)


def _drafted(drafts: Drafts, change: _Change, edit: Hypothesis) -> bool:
    """Keep an edit as a draft; gives whether nothing of it can be lost any more."""
    draft = _draft(change, edit)
    return draft is None or drafts.keep(draft) is not None


def _spread(job: Job, change: _Change) -> None:
    """Hand over every row that the sentence stands in."""
    rows = list(change.spot.text.rows)
    for index, _ in with_hypothesis_everywhere(rows, change.spot.sentence, change.hypothesis):
        job.emit_item((index, change))
