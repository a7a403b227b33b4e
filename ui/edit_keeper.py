"""What the user has worded, from the moment they save it until it is safely kept, whatever window shows it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from reader.argos import find_packages, identity_of
from reader.document import Paragraph
from reader.editing import linked, with_wording_everywhere
from reader.errors import TranslationError
from reader.hypothesis import Hypothesis, Translator
from reader.memory_journal import Key
from reader.parallel import ParallelText, initial_row
from reader.translation import Translated, translate
from reader.wording import wording
from ui.guard import guarded
from ui.i18n import said
from ui.jobs import Job, Pool
from ui.workspace import Workspace


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
    """From now on the sentence at `spot` is worded so, and no more as `before`.

    `number` tells it from an earlier change of the sentence.
    """

    spot: Spot
    wording: Hypothesis
    number: int
    before: str


@dataclass(frozen=True, slots=True)
class _Kept:
    """How keeping a change went: whether it is safely on the disk, and what stood there that nobody here had seen."""

    change: _Change
    safe: bool
    other: str = ""
    untranslated: bool = False  # the edit is gone, and the machine's wording is not known


class EditKeeper(QObject):
    """Keeps edits and links their words, one after the other, and shows them in the open text."""

    notice = Signal(str)
    differed = Signal(str, object)  # what to tell, and what takes the other wording instead

    def __init__(self, workspace: Workspace) -> None:
        """For the texts that are opened in `workspace`, in its memory."""
        super().__init__()
        self._workspace = workspace
        self._unkept: dict[Key, _Change] = {}  # written here, taken out by the memory's thread
        self._numbers: dict[Key, int] = {}  # of the latest change of each sentence

    # A wording of the user's

    def word(self, spot: Spot, new: Hypothesis, before: str) -> None:
        """Show and keep a wording in place of that which the user saw before, and link its words."""
        change = self._change(spot, new, before)
        self._unkept[spot.key] = change
        self._run(self._workspace.edit_pool, Job(lambda job: self._keep(job, change)))
        linking = Job(lambda job: self._linked(job, change))
        linking.finished.connect(guarded(lambda _, better: self._on_linked(better)))
        # Links are a help: the wording is as good without better ones.
        self._workspace.engine_pool.start(linking)

    def _change(self, spot: Spot, new: Hypothesis, before: str) -> _Change:
        """Show the wording where it was asked for; elsewhere it follows."""
        self._numbers[spot.key] = self.number_of(spot.key) + 1
        change = _Change(spot, new, self._numbers[spot.key], before)
        self._show_in(spot.row, change)
        return change

    def _is_latest(self, change: _Change) -> bool:
        return self.number_of(change.spot.key) == change.number

    def _keep(self, job: Job, change: _Change) -> _Kept:
        """On the thread for the memory, which does one change after the other."""
        memory, (source, target, sentence) = self._workspace.memory, change.spot.key
        if not self._is_latest(change):
            return _Kept(change, safe=True)
        there = memory.edits(source, target, [sentence]).get(sentence)
        safe = memory.keep_edits(source, target, {sentence: change.wording})
        if safe and self._unkept.get(change.spot.key) is change:
            del self._unkept[change.spot.key]
        _spread(job, change)
        ours = (change.before, change.wording.text)
        return _Kept(change, safe, there.text if there is not None and there.text not in ours else "")

    def _linked(self, job: Job, change: _Change) -> _Change | None:
        """On the engine's thread: the wording with its words linked anew; None if they are as they were."""
        installed, text = find_packages(), change.spot.text
        packages = text.packages or installed.route(text.source_language, text.target_language)
        both = self._workspace.engines.for_links(packages, installed, job.is_cancelled)
        engine = self._workspace.engines.get(packages, job.is_cancelled)
        new = linked(change.spot.sentence, change.wording, engine, both[1] if both is not None else None)
        return replace(change, wording=new) if new != change.wording else None

    def _on_linked(self, better: _Change | None) -> None:
        if better is not None:
            self._run(self._workspace.edit_pool, Job(lambda job: self._keep_links(job, better)))

    def _keep_links(self, job: Job, better: _Change) -> None:
        """On the thread for the memory: only if the wording is still the one that the links were made for."""
        source, target, sentence = better.spot.key
        if self._workspace.memory.relink_edits(source, target, {sentence: better.wording}):
            _spread(job, better)

    # The machine's again

    def take_back(self, spot: Spot, own: Hypothesis) -> None:
        """Let the machine's wording hold again; the user's `own` stays in its place until the machine's is there."""
        change = self._change(spot, own, own.text)
        self._unkept.pop(spot.key, None)
        package = identity_of(spot.text.packages)
        self._run(self._workspace.edit_pool, Job(lambda job: self._forget(job, change, package)))

    def _forget(self, job: Job, change: _Change, package: str) -> _Kept:
        """On the thread for the memory."""
        memory, (source, target, sentence) = self._workspace.memory, change.spot.key
        safe = memory.forget_edits(source, target, [sentence])
        known = memory.lookup(package, [sentence]) if package else {}
        if sentence in known:
            _spread(job, replace(change, wording=known[sentence]))
        return _Kept(change, safe, untranslated=sentence not in known)

    def _translate_anew(self, job: Job, change: _Change) -> None:
        """On the engine's thread."""
        text, sentence = change.spot.text, change.spot.sentence
        packages = find_packages().route(text.source_language, text.target_language)
        engine: Translator = self._workspace.engines.get(packages, job.is_cancelled)
        row = initial_row(Paragraph(sentence))
        for translated in translate(
            [row],
            text.source_language,
            engine,
            cancelled=job.is_cancelled,
            memory=self._workspace.memory,
            package=identity_of(packages),
        ):
            known = self._workspace.memory.lookup(identity_of(packages), [sentence])
            if translated.row.reason:
                raise TranslationError("{reason}", reason=translated.row.reason)
            if sentence in known:
                _spread(job, replace(change, wording=known[sentence]))

    # What comes of it

    def _run(self, pool: Pool, job: Job) -> None:
        job.item.connect(guarded(lambda _, item: self._show_in(*item)))
        job.finished.connect(guarded(lambda _, kept: self._on_kept(kept)))
        job.failed.connect(guarded(lambda _, error: self.notice.emit(said(error))))
        pool.start(job)

    def _on_kept(self, kept: _Kept | None) -> None:
        if kept is None:
            return
        if not kept.safe:
            self.notice.emit(
                self.tr("Your edit could not be written safely to the disk. Make room on it and edit again.")
            )
        if kept.untranslated:
            change = kept.change
            self._run(self._workspace.engine_pool, Job(lambda job: self._translate_anew(job, change)))
        elif kept.other:
            words = self.tr("This sentence was edited elsewhere meanwhile: “{other}”. Yours is kept.")
            self.differed.emit(words.format(other=kept.other), lambda: self._use(kept.change, kept.other))

    def _use(self, change: _Change, other: str) -> None:
        """Take the wording that was made elsewhere after all."""
        self.word(change.spot, wording(change.spot.sentence, other), change.wording.text)

    def _show_in(self, index: int, change: _Change) -> None:
        """Show the wording in a row as that is now."""
        text = change.spot.text
        if self._workspace.text is text and self._is_latest(change):
            changed = with_wording_everywhere([text.rows[index]], change.spot.sentence, change.wording)
            self._workspace.replace_rows([Translated(index, row) for _, row in changed])

    # What is not kept yet

    def number_of(self, key: Key) -> int:
        """Counts up with each change of a sentence here."""
        return self._numbers.get(key, 0)

    @property
    def unkept(self) -> dict[Key, str]:
        """What the user has written and is not safely on the disk (yet)."""
        return {key: change.wording.text for key, change in self._unkept.copy().items()}

    def give_up(self) -> None:
        """What could not be kept is left."""
        self._unkept.clear()


def _spread(job: Job, change: _Change) -> None:
    """Hand over every row that the sentence stands in."""
    rows = list(change.spot.text.rows)
    for index, _ in with_wording_everywhere(rows, change.spot.sentence, change.wording):
        job.emit_item((index, change))
