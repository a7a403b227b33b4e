"""Storing the user's edits, from the moment they are saved until they are on the disk, whichever window is open."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QObject, QTimer, Signal

from reader.drafts import Draft, Drafts
from reader.library import Entry
from reader.memory import EditOutcome, Key, Memory
from reader.packages import identity_of
from reader.parallel import Hypothesis, RowEdited, RowEvent, judged, with_hypothesis_everywhere
from reader.text import shown
from reader.translation import given_sentences
from ui.editing.change import Change, OtherEdit, Record, Spot, spread
from ui.editing.missed_changes import MissedChanges
from ui.editing.sentence_jobs import SentenceJobs
from ui.editing.unsaved_edits import UnsavedEdits
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.line_breaks import shortened

# The delay before another attempt to write an edit that could not be written.
_AGAIN_MS = 10_000
_Untranslated = tuple[Change, bool]  # to be shown as the machine translates it, and whether that is remembered
_PAIR: Callable[[Change], tuple[str, str]] = attrgetter("pair")  # its languages


class EditKeeper(QObject):
    """Stores edits one after another, shows them in the open text, and reports the outcome."""

    notice = Signal(str)
    # A function that gives a message on edits that cannot be written, and whether that lasts.
    write_status = Signal(object, bool)
    write_status_cleared = Signal()  # the trouble is over
    unsaved_changed = Signal()  # possibly
    # A function that gives a message, one that uses the other edit instead, the document, and a topic of the two edits.
    differed = Signal(object, object, object, str)
    refused = Signal(object)  # the Key of a sentence that others have changed: what was done with it cannot be undone
    other_wanted = Signal(object, object, str)  # a Spot, the Hypothesis made elsewhere, and the text in its place here

    def __init__(self, document: OpenDocument, memory: Memory, pool: Pool, sentences: SentenceJobs) -> None:
        """Serve the texts opened in `document`; `pool` has the single thread that writes to `memory`."""
        super().__init__()
        self._document, self._memory, self._pool, self._sentences = document, memory, pool, sentences
        self._numbers: dict[Key, int] = {}  # of the latest change of each sentence
        self._taken_back: set[Key] = set()  # the sentences whose latest change that is
        self._unsaved = UnsavedEdits()
        self._missed = MissedChanges(document, self._unsaved.waiting)
        self._missed.missed.connect(self._on_missed)
        self._unwritten = 0  # how many unwritten edits the user has been told of
        sentences.linked.connect(self._on_linked)
        sentences.found.connect(self._show_in)
        sentences.translated.connect(self._tell)
        sentences.failed.connect(self._on_failed)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_AGAIN_MS)
        self._again.timeout.connect(self.try_again)

    # Changes

    def save(self, spot: Spot, edit: Hypothesis, seen: str) -> Change:
        """Show and save an edit in place of the translation that the user saw, and link its words."""
        change = self._change(Change(spot, edit, 0, frozenset({seen})))
        self._sentences.link(change)
        return change

    def take_back(self, spot: Spot, seen: str) -> Change:
        """Delete the edit that the user saw; it stays visible until the machine translation is available."""
        return self._change(Change(spot, Hypothesis(seen, 0.0, edited=True), 0, frozenset({seen}), back=True))

    def restore(self, spot: Spot, record: Record, shown: Hypothesis, seen: str, *, back: bool) -> Change:
        """Undo a change: show this translation and have the memory be as it was before.

        If it was changed by others since, that stays: `refused` follows.

        Args:
            spot: the sentence.
            record: that of the change.
            shown: what is shown until the memory has answered.
            seen: the text in its place.
            back: whether the sentence had no edit.
        """
        return self._change(Change(spot, shown, 0, frozenset({seen}), back=back, restoring=record))

    def replace_deleted(self, spot: Spot, seen: str) -> None:
        """Show the machine translation in place of an edit that was deleted elsewhere, without remembering it.

        The sentence may have been forgotten together with the edit.
        """
        known = self.number_of(spot.key)
        change = Change(spot, Hypothesis(seen, 0.0, edited=True), known, frozenset({seen}), back=True)
        self._sentences.translate(change, remember=False)

    def number_of(self, key: Key) -> int:
        """The number of changes of a sentence so far in this program."""
        return self._numbers.get(key, 0)

    def was_reverted(self, key: Key) -> bool:
        """Whether an edit of the sentence was deleted here; the machine translation may not be available yet."""
        return key in self._taken_back

    def _change(self, change: Change) -> Change:
        """Number a change, show the new translation in its row and start saving it; other rows follow."""
        spot = change.spot
        self._numbers[spot.key] = self.number_of(spot.key) + 1
        (self._taken_back.add if change.back else self._taken_back.discard)(spot.key)
        change = self._unsaved.add(replace(change, number=self._numbers[spot.key]))
        self._missed.add(change)
        self._show_in(spot.row, change)
        self._run(Job(lambda job: self._keep(job, change)))
        return change

    @guarded
    def _show_in(self, index: int, change: Change) -> None:
        """Show the translation in the current row, unless the sentence has been changed since."""
        text = change.spot.text
        if self._document.text is text and self.number_of(change.spot.key) == change.number:
            if not change.back:
                self._taken_back.discard(change.spot.key)

            def edited() -> list[RowEvent]:
                changed = with_hypothesis_everywhere([text.rows[index]], change.spot.sentence, change.translation)
                return [RowEdited(index, row) for _, row in changed]

            self._document.edit(edited)

    # Missed by a text that was being prepared

    @guarded
    def _on_missed(self, changes: Sequence[Change]) -> None:
        self._run(Job(lambda job: self._show_again(job, changes)))

    def _show_again(self, job: Job, missed: Sequence[Change]) -> list[_Untranslated]:
        """On the memory's thread, after the changes were written; returns those that need machine translation."""
        untranslated, unsaved = list[_Untranslated](), self._unsaved.translations
        for change in missed:
            found = unsaved.get(change.spot.key) or self._remembered(change, edits=True)
            if found is not None:
                spread(job, replace(change, translation=found))
            else:
                untranslated.append((change, True))
        return untranslated

    # Writing

    @guarded
    def try_again(self) -> None:
        """Write what could not be written before."""
        if self._unsaved.waiting():
            self._run(Job(lambda job: self._keep(job)))

    def _run(self, job: Job) -> None:
        """Run on the memory's thread: the items of the job are shown, and the sentences in its result translated."""
        job.item.connect(guarded(lambda _, item: self._show_in(*item)))
        job.finished.connect(guarded(lambda _, untranslated: self._on_kept(untranslated)))
        job.failed.connect(guarded(lambda _, error: self._on_failed(error)))
        self._pool.start(job)

    def _keep(self, job: Job, latest: Change | None = None) -> list[_Untranslated]:
        """On the memory's thread: write all unsaved changes; returns those that need machine translation."""
        untranslated = list[_Untranslated]()
        for pair, group in groupby(sorted(self._unsaved.waiting(), key=_PAIR), key=_PAIR):
            changes = list(group)
            requests = {change.spot.sentence: change.request for change in changes}
            outcome = self._memory.change_edits(*pair, requests)
            for change in changes:
                sentence = change.spot.sentence
                change.record.note(sentence, requests[sentence], outcome)
                self._unsaved.settle(change, outcome)
                if change.back or change.restoring is not None:
                    untranslated += self._show_back(job, change, outcome)
                elif latest is not None and change.version == latest.version:
                    spread(job, change)
        return untranslated

    def _show_back(self, job: Job, change: Change, outcome: EditOutcome) -> list[_Untranslated]:
        """On the memory's thread: show what replaces an edit, and return the change if that has to be translated."""
        sentence = change.spot.sentence
        if sentence not in outcome.safe:
            if change.restoring is not None:
                spread(job, change)
            return []
        found = outcome.others.get(sentence) or self._remembered(change, edits=change.restoring is not None)
        if found is None:
            refused = sentence in outcome.refused  # perhaps as it was forgotten
            return [(change, not refused)] if change.spot.text.rows else []  # else it is of a text that is not open
        spread(job, change.answered(found))
        return []

    def _remembered(self, change: Change, *, edits: bool) -> Hypothesis | None:
        """On the memory's thread: the translation that the memory has of the sentence, the user's if with `edits`."""
        sentence, text = change.spot.sentence, change.spot.text
        package = identity_of(text.packages)
        given = sentence in given_sentences(text.document, *change.pair)  # which no package made
        known = self._memory.lookup(package, [sentence]) if package and not given else {}
        if edits:
            known |= self._memory.edits(*change.pair, [sentence], package=package)
        return judged(known, *change.pair).get(sentence)

    @guarded
    def _on_linked(self, better: Change) -> None:
        self._run(Job(lambda job: self._keep_links(job, better)))

    def _keep_links(self, job: Job, better: Change) -> list[_Untranslated]:
        """On the memory's thread: save new links, if the edit is still the one they were made for."""
        self._unsaved.relink(better)
        if self._memory.relink_edits(*better.pair, {better.spot.sentence: better.translation}):
            spread(job, better)
        return []

    # Outcome

    def _on_kept(self, untranslated: list[_Untranslated]) -> None:
        self._tell()
        for change, remember in untranslated:
            self._sentences.translate(change, remember=remember)

    @guarded
    def _on_failed(self, error: Exception) -> None:
        self.notice.emit(said(error))

    @guarded
    def _tell(self) -> None:
        self._report_refused()
        self._report_others()
        self._report_write_failures()
        self.unsaved_changed.emit()

    def _report_write_failures(self) -> None:
        tried = self._unsaved.tried
        if tried:
            self._again.start()
        if tried > self._unwritten and self._unwritten < 2:  # the sentence for several stays true for more
            self.write_status.emit(lambda: self._not_yet(tried), True)
        elif self._unwritten and not tried:
            words = self.tr("Your edit(s) have now been saved to disk.", "", self._unwritten)
            self.write_status.emit(lambda: words, False)
        self._unwritten = max(tried, self._unwritten) if tried else 0

    def _not_yet(self, tried: int) -> str:
        return self.tr("Your edit(s) have not been saved to disk yet. Tospalt keeps trying.", "", tried)

    def _report_refused(self) -> None:
        for each in self._unsaved.take_refused():
            spot, undoing = each.change.spot, each.change.restoring is not None
            if self.number_of(spot.key) == each.change.number:  # else something was done with it again
                self.refused.emit(spot.key)
            words = self._stays(each.other is not None, undoing=undoing)
            other = shown(each.other.text) if each.other is not None else ""
            self.notice.emit(words.format(sentence=shortened(shown(spot.sentence)), other=other))

    def _stays(self, edited: bool, *, undoing: bool) -> str:
        if not edited:
            return self.tr(
                "The edit of “{sentence}” was deleted elsewhere. What you did with this sentence can no longer be "
                "undone or redone."
            )
        if undoing:
            return self.tr(
                "“{sentence}” was also edited elsewhere: “{other}”. That edit was kept. What you did with this "
                "sentence can no longer be undone or redone."
            )
        return self.tr("“{sentence}” was also edited elsewhere: “{other}”. That edit was kept.")

    def _report_others(self) -> None:
        for other in self._unsaved.take_others():
            spot = other.change.spot
            names = {"sentence": shortened(shown(spot.sentence)), "other": shown(other.translation.text)}
            self._unsaved.await_choice(other)
            told, use = partial(self._yours_kept, **names), partial(self._use, other)
            self.differed.emit(told, use, spot.text.document.path, other.topic)

    def _yours_kept(self, sentence: str, other: str) -> str:
        words = self.tr("“{sentence}” was also edited elsewhere: “{other}”. Your edit was kept.")
        return words.format(sentence=sentence, other=other)

    def release(self, topic: str) -> None:
        """The user has dismissed the notice on another edit."""
        self._unsaved.end_choice(topic)
        self.unsaved_changed.emit()

    @guarded
    def _use(self, other: OtherEdit) -> None:
        """Use the edit made elsewhere after all."""
        self._unsaved.end_choice(other.topic)
        self.other_wanted.emit(other.change.spot, other.translation, other.change.translation.text)

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before: what is not saved of it is of that."""
        self._unsaved.follow(before.path, now.path)
        self.unsaved_changed.emit()

    # Not saved yet

    @property
    def unsaved(self) -> dict[Key, Hypothesis]:
        """The user's edits that are not on the disk yet, by key; for any thread."""
        return self._unsaved.translations

    @property
    def drafts(self) -> tuple[Draft, ...]:
        """What would be lost if the program ended: unsaved edits, and edits by others overwritten unseen."""
        return self._unsaved.drafts

    def saved_of(self, drafts: Collection[Draft]) -> set[Draft]:
        """Those whose text is saved as an edit of their sentence; not for the window's thread."""
        saved = self._memory.edited_texts([draft.sentence for draft in drafts])

        def is_saved(draft: Draft) -> bool:
            return any(shown(text).strip() == draft.words.strip() for text in saved.get(draft.sentence, ()))

        return set(filter(is_saved, drafts))

    @property
    def untold(self) -> bool:
        """Whether the user has yet to be told of an overwritten edit; happens when the event loop continues."""
        return self._unsaved.untold

    def ask_for(self) -> tuple[list[str], list[str]]:
        """Texts of edits that are not saved, and of those not deleted, that the user has not been warned of yet."""
        unasked = self._unsaved.ask_for()
        self._unwritten = max(self._unwritten, len(unasked))
        texts = [(c.back, shown(c.translation.text)) for c in unasked]
        return [text for back, text in texts if not back], [text for back, text in texts if back]

    def leave(self, drafts: Drafts) -> bool:
        """The program ends: store what could not be saved or told as drafts for its next start; returns whether all is.

        What could not be stored as a draft either stays unsaved.
        """
        self._again.stop()
        return self._unsaved.put_aside(drafts)

    def forgetter(self, concerned: Callable[[Key], bool]) -> Callable[[], None]:
        """A function that drops the `concerned` edits as they are now, unsaved or untold; for any thread.

        Edits made after this call are not affected.
        """
        return self._unsaved.forgetter(concerned)

    def report_again(self) -> None:
        """Report again what is unsaved, after something was forgotten."""
        self.unsaved_changed.emit()
        if self._unwritten:
            self._unwritten = 0
            self.write_status_cleared.emit()
            self._report_write_failures()
