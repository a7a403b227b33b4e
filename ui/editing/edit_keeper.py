"""What the user has edited, from the moment they save it until it is safely kept, whatever window shows it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import groupby

from PySide6.QtCore import QObject, QTimer, Signal

from reader.drafts import Draft, Drafts
from reader.memory import EditOutcome, Key, Memory
from reader.packages import identity_of
from reader.parallel import Hypothesis, RowEdited, RowEvent, with_hypothesis_everywhere
from ui.editing.change import Change, OtherEdit, Spot, spread
from ui.editing.sentence_jobs import SentenceJobs
from ui.editing.unsaved_edits import UnsavedEdits
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.line_breaks import shortened

# How long after an edit could not be written it is tried again.
_AGAIN_MS = 10_000


class EditKeeper(QObject):
    """Keeps edits one after the other, shows them in the open text, and tells what comes of it."""

    notice = Signal(str)
    trouble = Signal(str, bool)  # what to tell of edits that cannot be written, and whether that lasts
    untroubled = Signal()  # nothing of that is to be told any more
    unsaved_changed = Signal()  # perhaps
    # What to tell, what takes the other edit instead, the document, and what tells the two edits from others.
    differed = Signal(str, object, object, str)

    def __init__(self, document: OpenDocument, memory: Memory, pool: Pool, sentences: SentenceJobs) -> None:
        """For the texts that are opened in `document`; `pool` has the one thread that writes to `memory`."""
        super().__init__()
        self._document, self._memory, self._pool, self._sentences = document, memory, pool, sentences
        self._numbers: dict[Key, int] = {}  # of the latest change of each sentence
        self._taken_back: set[Key] = set()  # whose latest change that is
        self._unsaved = UnsavedEdits()
        self._troubled = 0  # how many edits that cannot be written the user knows of
        sentences.linked.connect(self._on_linked)
        sentences.found.connect(self._show_in)
        sentences.translated.connect(self._tell)
        sentences.failed.connect(self._on_failed)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    # Changes

    def save(self, spot: Spot, edit: Hypothesis, seen: str) -> None:
        """Show and keep an edit in place of the translation that the user saw, and link its words."""
        self._sentences.link(self._change(spot, edit, seen))

    def take_back(self, spot: Spot, seen: str) -> None:
        """Let the machine's translation hold again; the one that the user saw stays until the machine's is there."""
        self._change(spot, Hypothesis(seen, 0.0, edited=True), seen, back=True)

    def replace_vanished(self, spot: Spot, seen: str) -> None:
        """Show the machine's translation for an edit that nobody keeps any more, and remember nothing of it.

        For the sentence may have been forgotten with it.
        """
        known = self.number_of(spot.key)
        change = Change(spot, Hypothesis(seen, 0.0, edited=True), known, frozenset({seen}), back=True)
        self._sentences.translate(change, remember=False)

    def number_of(self, key: Key) -> int:
        """Counts up with each change of a sentence here."""
        return self._numbers.get(key, 0)

    def was_taken_back(self, key: Key) -> bool:
        """Whether the machine's translation of a sentence was asked for here, and may not be there yet."""
        return key in self._taken_back

    def _change(self, spot: Spot, new: Hypothesis, seen: str, *, back: bool = False) -> Change:
        """Show the translation where it was asked for; elsewhere it follows."""
        self._numbers[spot.key] = self.number_of(spot.key) + 1
        (self._taken_back.add if back else self._taken_back.discard)(spot.key)
        change = self._unsaved.add(Change(spot, new, self._numbers[spot.key], frozenset({seen}), back))
        self._show_in(spot.row, change)
        self._run(Job(lambda job: self._keep(job, change)))
        return change

    @guarded
    def _show_in(self, index: int, change: Change) -> None:
        """Show the translation in a row as that is now, unless the sentence was changed since."""
        text = change.spot.text
        if self._document.text is text and self.number_of(change.spot.key) == change.number:

            def edited() -> list[RowEvent]:
                changed = with_hypothesis_everywhere([text.rows[index]], change.spot.sentence, change.translation)
                return [RowEdited(index, row) for _, row in changed]

            self._document.edit(edited)

    # Writing

    @guarded
    def try_again(self) -> None:
        """Write what could not be written before."""
        if self._unsaved.waiting():
            self._run(Job(lambda job: self._keep(job)))

    def _run(self, job: Job) -> None:
        """On the thread for the memory: what it hands over is shown, and what it gives the machine has to translate."""
        job.item.connect(guarded(lambda _, item: self._show_in(*item)))
        job.finished.connect(guarded(lambda _, untranslated: self._on_kept(untranslated)))
        job.failed.connect(guarded(lambda _, error: self._on_failed(error)))
        self._pool.start(job)

    def _keep(self, job: Job, latest: Change | None = None) -> list[Change]:
        """On the thread for the memory: write all that is unsaved; gives what the machine has to translate now."""
        untranslated = []
        for pair, group in groupby(sorted(self._unsaved.waiting(), key=_pair), key=_pair):
            changes = list(group)
            outcome = self._memory.change_edits(*pair, {change.spot.sentence: change.request for change in changes})
            for change in changes:
                self._unsaved.settle(change, outcome)
                if change.back:
                    untranslated += self._show_back(job, change, outcome)
                elif latest is not None and change.version == latest.version:
                    spread(job, change)
        return untranslated

    def _show_back(self, job: Job, change: Change, outcome: EditOutcome) -> list[Change]:
        """On the thread for the memory: show what holds in place of an edit that was taken back."""
        sentence, package = change.spot.sentence, identity_of(change.spot.text.packages)
        if sentence not in outcome.safe:
            return []
        known = self._memory.lookup(package, [sentence]) if package else {}
        found = outcome.others.get(sentence) or known.get(sentence)
        if found is None:
            return [change]
        spread(job, replace(change, translation=found))
        return []

    @guarded
    def _on_linked(self, better: Change) -> None:
        self._run(Job(lambda job: self._keep_links(job, better)))

    def _keep_links(self, job: Job, better: Change) -> list[Change]:
        """On the thread for the memory: only if the edit is still the one that the links were made for."""
        self._unsaved.relink(better)
        if self._memory.relink_edits(*better.pair, {better.spot.sentence: better.translation}):
            spread(job, better)
        return []

    # What comes of it

    def _on_kept(self, untranslated: list[Change]) -> None:
        self._tell()
        for change in untranslated:
            self._sentences.translate(change)

    @guarded
    def _on_failed(self, error: Exception) -> None:
        self.notice.emit(said(error))

    @guarded
    def _tell(self) -> None:
        self._report_others()
        self._tell_of_trouble()
        self.unsaved_changed.emit()

    def _tell_of_trouble(self) -> None:
        tried = self._unsaved.tried
        if tried:
            self._again.start()
        if tried and not self._troubled:
            words = self.tr("Your edit(s) have not been saved to disk yet. Tospalt keeps trying.", "", tried)
            self.trouble.emit(words, True)
        elif self._troubled and not tried:
            self.trouble.emit(self.tr("Your edit(s) have now been saved to disk.", "", self._troubled), False)
        self._troubled = max(tried, self._troubled) if tried else 0

    def _report_others(self) -> None:
        for other in self._unsaved.take_others():
            spot = other.change.spot
            names = {"sentence": shortened(spot.sentence), "other": other.translation.text}
            if other.change.back:
                words = self.tr("“{sentence}” was also edited elsewhere: “{other}”. That edit was kept.")
                self.notice.emit(words.format(**names))
            else:
                words = self.tr("“{sentence}” was also edited elsewhere: “{other}”. Your edit was kept.")
                self._unsaved.await_choice(other)
                use = partial(self._use, other)
                self.differed.emit(words.format(**names), use, spot.text.document.path, other.topic)

    def release(self, topic: str) -> None:
        """The user does not want the other edit that was told of."""
        self._unsaved.end_choice(topic)
        self.unsaved_changed.emit()

    @guarded
    def _use(self, other: OtherEdit) -> None:
        """Take the edit that was made elsewhere after all."""
        self._unsaved.end_choice(other.topic)
        self.save(other.change.spot, other.translation, other.change.translation.text)

    # What is not kept yet

    @property
    def unsaved(self) -> dict[Key, Hypothesis]:
        """What the user has edited and is not safely on the disk (yet); for any thread."""
        return self._unsaved.translations

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """The same, and what was replaced unseen, as what would be lost with the program."""
        return self._unsaved.drafts

    @property
    def untold(self) -> bool:
        """Whether something is to be told that the user may want to act on; it is when the events go on."""
        return self._unsaved.untold

    def ask_for(self) -> tuple[list[str], list[str]]:
        """The edits that are not kept, and those that are not deleted: the user was not asked for these yet."""
        unasked = self._unsaved.ask_for()
        self._troubled = max(self._troubled, len(unasked))
        return [c.translation.text for c in unasked if not c.back], [c.translation.text for c in unasked if c.back]

    def leave(self, drafts: Drafts) -> bool:
        """The program ends: what could not be kept or told is offered at its next start; gives whether it all will be.

        What is not safe as a draft either is still unsaved afterwards.
        """
        self._again.stop()
        return self._unsaved.put_aside(drafts)

    def forgetter(self, concerned: Callable[[Key], bool]) -> Callable[[], None]:
        """What lets nothing be kept and told any more of the `concerned` edits as they are now; for any thread.

        What is edited after this, before that is called, stays.
        """
        return self._unsaved.forgetter(concerned)

    def report_again(self) -> None:
        """Tell of what waits for the disk as it is now that something was forgotten."""
        self.unsaved_changed.emit()
        if self._troubled:
            self._troubled = 0
            self.untroubled.emit()
            self._tell_of_trouble()


def _pair(change: Change) -> tuple[str, str]:
    return change.pair
