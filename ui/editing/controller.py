"""Editing the translation of a sentence: opened in a bar, saved at once, and shown in every row with the sentence."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, SignalInstance

from reader.drafts import Draft
from reader.late_dataclasses import dataclass
from reader.parallel import (
    Hypothesis,
    ParallelText,
    State,
    editable,
    edited,
    sentence_text,
    sentence_texts,
    translation_text,
    user_edit,
)
from reader.text import shown
from ui.editing.change import DraftCallbacks, Spot, nearest_row
from ui.editing.edit_bar import EditBar
from ui.editing.edit_steps import EditSteps
from ui.reading.cell import TARGET
from ui.reading.places import Place
from ui.reading.view import ReadingView
from ui.session.open_document import OpenDocument
from ui.session.undo import Step
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import shortened
from ui.toolkit.theme import Theme


@dataclass(frozen=True, slots=True)
class _Begun:
    """What the bar was opened for: a sentence, its index in the row, and the translation that the user saw there.

    The user sees and types neither signs nor objects.
    """

    spot: Spot
    index: int
    seen: str
    left: Callable[[str], None] | None = None  # receives the typed text if it is left without being saved
    lost: Callable[[str], None] | None = None  # likewise if the sentence is no longer there

    @property
    def words(self) -> str:
        """The translation that the user saw, as it was in the field."""
        return shown(self.seen)


@dataclass(frozen=True, slots=True)
class _Pending:
    """Text typed before the program ended unexpectedly, where it belongs, and its callbacks."""

    draft: str
    row: int
    sentence: str
    tell: DraftCallbacks


@dataclass(frozen=True, slots=True)
class _Refused:
    """A text in which the user wanted to edit too early, and the row whose translation is awaited."""

    text: ParallelText | None
    row: int | None

    @property
    def is_translated(self) -> bool:
        """Whether the row is translated by now."""
        return self.text is not None and self.row is not None and self.text.rows[self.row].state is State.DONE


class Editing(QObject):
    """Connects the bar to the view and the open text."""

    notice = Signal(str)  # why no sentence can be edited
    possible = Signal()  # the sentence can be edited now, or another is
    undoable = Signal(str, object)  # a message, and the Step that undoes the change
    left_over = Signal(object)  # the Draft of text that was typed and cannot be saved unasked
    lost = Signal(object)  # the Draft of text typed for a sentence that is no longer there

    def __init__(
        self, view: ReadingView, document: OpenDocument, steps: EditSteps, theme: Theme, parent: QObject | None = None
    ) -> None:
        """Edit what `view` shows of the text open in `document`; `steps` stores what is saved."""
        super().__init__(parent)
        self._view, self._document, self._steps = view, document, steps
        self._begun: _Begun | None = None
        self._pending: _Pending | None = None
        self._refused: _Refused | None = None
        self.bar = EditBar(theme)
        self.bar.saved.connect(self._on_saved)
        self.bar.reverted.connect(self._revert)
        self.bar.abandoned.connect(self._abandon)
        self.bar.closed.connect(self._on_closed)
        document.turning.connect(self.finish)
        view.crowded.connect(self._keep_in_view)
        document.leaving.connect(self._leave)
        document.unreadable.connect(self._on_unreadable)
        steps.shown.connect(self._on_shown)
        steps.reopened.connect(self._on_reopened)
        steps.closed.connect(self._on_discarded)

    def begin(self) -> None:
        """Open the bar for the highlighted sentence."""
        if self._document.changing_direction:
            self._refuse(
                self.tr("The document is being prepared in another direction. Edit the sentence when it is ready.")
            )
            return
        self.finish()
        text, place = self._document.text, self._view.highlighter.sentence
        row = text.rows[place.row] if text is not None and place is not None else None
        if text is None or place is None or place.sentence is None or row is None or not editable(row, place.sentence):
            self._refuse(self.tr("Only translated sentences can be edited."))
            return
        pair, sentence = row.sentences[place.sentence], sentence_text(row, place.sentence)
        seen = translation_text(row, place.sentence)
        self._begun = _Begun(Spot(text, place.row, sentence), place.sentence, seen)
        self.bar.open_for(shown(sentence), self._begun.words, edited=pair.edited, language=text.target_language)
        self._allow()

    def _refuse(self, why: str) -> None:
        place = self._view.highlighter.sentence
        self._refused = _Refused(self._document.text, place.row if place is not None else None)
        if self._refused.is_translated:
            self._refused = replace(self._refused, row=None)  # so the sentence has no words
        self.notice.emit(why)

    def _allow(self) -> None:
        self._refused = None
        self.possible.emit()

    def _look_again(self) -> None:
        """Take back why a sentence cannot be edited once its row is translated, or another text is shown."""
        refused = self._refused
        if refused is None or self._document.changing_direction:
            return
        if refused.text is not self._document.text or refused.is_translated:
            self._allow()

    @guarded
    def _keep_in_view(self) -> None:
        """Keep the sentence in view where the bar, the window or the size of the text leaves less room for it."""
        begun = self._begun
        if begun is None or self.bar.isHidden() or (spot := self._here(begun.spot)) is None:
            return
        sentences = spot.text.rows[spot.row].sentences
        if begun.index < len(sentences):
            self._view.keep_in_view(spot.row, TARGET, sentences[begun.index].target)

    @property
    def writing(self) -> Spot | None:
        """The sentence whose translation is being edited."""
        return self._begun.spot if self._begun is not None and not self.bar.isHidden() else None

    @property
    def draft(self) -> Draft | None:
        """The typed text that has not been saved yet."""
        begun = self._begun if self.bar.changed else None
        return _draft(begun, self.bar.field.toPlainText()) if begun is not None else None

    def go_on(self, draft: str, row: int, sentence: str, tell: DraftCallbacks) -> None:
        """Open the bar with text typed for a sentence of the open document, once the sentence is translated."""
        self._leave_pending()
        self._pending = _Pending(draft, row, sentence, tell)
        self.take_up()

    @guarded
    def take_up(self) -> None:
        """Open the bar with the pending text if its sentence can be edited by now."""
        self._look_again()
        text = self._document.text
        if self._pending is None or text is None or self._document.changing_direction:
            return
        pending, sentence = self._pending, self._pending.sentence
        number = nearest_row(text, pending.row, sentence)
        if number is None:
            self._pending = None
            pending.tell.gone()
            return
        row = text.rows[number]
        same = (i for i, each in enumerate(sentence_texts(row)) if shown(each) == shown(sentence))  # old ones: no signs
        index = next((i for i in same if editable(row, i)), None)
        if index is None:  # it is not translated yet
            self._pending = replace(pending, row=number)
            return
        self._pending = None
        self._view.move_caret(Place(number, TARGET, index))
        self.begin()
        if self._begun is not None:
            self._begun = replace(self._begun, left=pending.tell.left, lost=pending.tell.lost)
        self.bar.put(pending.draft)
        pending.tell.taken_up()

    @guarded
    def follow(self) -> None:
        """Another text is shown: continue editing if it has the same sentence, else set aside what was typed."""
        if self._begun is not None and not self.bar.isHidden():
            spot = self._here(self._begun.spot)
            if spot is not None:
                self._begun = replace(self._begun, spot=spot, index=_index_in(spot, self._begun.index))
                if self._has_focus:
                    self.bar.field.setFocus()
            else:
                self._set_aside(self._begun.lost, self.lost)
        self.take_up()

    @property
    def _has_focus(self) -> bool:
        """Whether the keyboard is used in the text or the bar, and not in another part of the window."""
        focus = self.bar.window().focusWidget()
        return focus is None or focus is self._view or self.bar.isAncestorOf(focus)

    def take_over(self, old: "Editing") -> None:
        """Continue the edit of another window, which this one replaces."""
        self._pending, old._pending = old._pending, None
        if old._begun is not None and not old.bar.isHidden():
            self._begun = old._begun
            self.bar.take_over(old.bar)
        old.put_away()

    def _here(self, spot: Spot) -> Spot | None:
        """The same sentence in the open text, in the same direction; what is edited ends when its document is left."""
        text = self._document.text
        return spot.in_text(text) if text is not None else None

    def _set_aside(self, tell: Callable[[str], None] | None, otherwise: SignalInstance) -> None:
        """Close the bar, and offer what was typed as a draft: by `tell` if that was one before."""
        self.bar.finish_composing()
        draft = self.draft
        self.put_away()
        if draft is not None and tell is not None:
            tell(draft.words)
        elif draft is not None:
            otherwise.emit(draft)

    def put_away(self) -> None:
        """Close the bar; its text is kept elsewhere."""
        self.bar.hide()
        self._begun = None

    @guarded
    def finish(self) -> None:
        """Save what was typed and not saved yet, and close the bar: the user leaves the sentence.

        A field that was emptied is set aside as a draft instead: unasked, no translation is replaced by nothing.
        """
        self._finish()

    def move_on(self) -> None:
        """Save what was typed, as Enter does, before a command goes to another sentence.

        The keyboard is used in the text then.
        """
        if not self.bar.isHidden():
            focused = self._has_focus
            self.bar.finish_composing()
            self._save_typed()
            if focused:
                self._view.setFocus()

    def _finish(self) -> Step | None:
        """Do that; returns the step if something was saved."""
        self.bar.finish_composing()
        if self._emptied and self._begun is not None:
            self._set_aside(self._begun.left, self.left_over)
        return self._save_typed()

    def settle(self) -> None:
        """Save what was typed unless that is nothing, and close the bar: of a forgotten document no draft is left."""
        self.bar.finish_composing()
        if self._emptied:
            self.put_away()
        self._save_typed()

    @property
    def _emptied(self) -> bool:
        return self.bar.changed and not self.bar.field.toPlainText().strip()

    def _save_typed(self) -> Step | None:
        step = self._save(self.bar.field.toPlainText()) if self.bar.changed else None
        self.put_away()
        return step

    @guarded
    def _leave(self) -> None:
        """The document is left, and with it the sentence that is edited: that it was saved would not be seen."""
        begun = self._begun
        if (step := self._finish()) is not None and begun is not None:
            self._offer_undo(self.tr("Your edit of “{sentence}” was saved."), step, begun)
        self._leave_pending()

    def _leave_pending(self) -> None:
        """Return the pending text, which could not be opened yet."""
        pending, self._pending = self._pending, None
        if pending is not None and pending.tell.left is not None:
            pending.tell.left(pending.draft)

    @guarded
    def _on_unreadable(self) -> None:
        self._pending = None  # whoever asked for it is told as well

    @guarded
    def _on_closed(self) -> None:
        self._view.setFocus()

    @guarded
    def _on_saved(self, words: str) -> None:
        self._save(words)

    def _save(self, words: str) -> Step | None:
        """Save the edit in any case, even if its sentence is no longer shown; but nothing if only spaces differ."""
        begun = self._begun
        if begun is None or words.strip() == begun.words.strip():
            return None
        return self._steps.save((begun.spot, _edit_of(begun, words), begun.seen))

    @guarded
    def _abandon(self, words: str) -> None:
        begun = self._begun
        if begun is not None and begun.left is not None:
            begun.left(words)
        elif begun is not None and words.strip() != begun.words.strip():
            message = self.tr("Your edit of “{sentence}” was not saved.")
            self._offer_undo(message, self._steps.discard(begun.spot, words), begun)

    @guarded
    def _revert(self, typed: str) -> None:
        if (begun := self._begun) is None:
            return
        if begun.left is not None and typed != begun.words:
            begun.left(typed)
            typed = begun.words
        step = self._steps.take_back(begun.spot, begun.seen, typed if typed != begun.words else "")
        self._offer_undo(
            self.tr("Your edit of “{sentence}” was deleted. The machine translation is shown again."), step, begun
        )

    def _offer_undo(self, message: str, step: Step, begun: _Begun) -> None:
        self.undoable.emit(message.format(sentence=shortened(shown(begun.spot.sentence))), step)

    # Undoing and redoing

    @guarded
    def _on_shown(self, spot: Spot) -> None:
        """Show the sentence that has changed, if it is in the open text."""
        if (index := self._index_of(spot)) is not None:
            self._view.move_caret(Place(spot.row, TARGET, index))

    def _index_of(self, spot: Spot) -> int | None:
        """Where the sentence is in its row, if that is of the open text."""
        if spot.text is not self._document.text or spot.row >= len(spot.text.rows):
            return None
        texts = sentence_texts(spot.text.rows[spot.row])
        return texts.index(spot.sentence) if spot.sentence in texts else None

    @guarded
    def _on_reopened(self, spot: Spot, words: str) -> None:
        """Reopen the bar with text that was left without being saved."""
        if spot.text is self._document.text:
            self.go_on(words, spot.row, spot.sentence, DraftCallbacks(_nothing, _nothing, None))
        elif spot.text.document.path is not None:
            self.left_over.emit(Draft(str(spot.text.document.path), spot.row, spot.sentence, words))

    @guarded
    def _on_discarded(self, spot: Spot) -> None:
        """Close the bar again without saving."""
        self._pending = None
        if self._begun is not None and self._begun.spot.key == spot.key:
            self.put_away()
            self._view.setFocus()


def _index_in(spot: Spot, index: int) -> int:
    """The index of a sentence in its row, once that is translated; until then the one it had before."""
    texts = sentence_texts(spot.text.rows[spot.row])
    same = (number for number, each in enumerate(texts) if each == spot.sentence)
    return min(same, key=lambda number: abs(number - index), default=index)


def _edit_of(begun: _Begun, words: str) -> Hypothesis:
    """The text as the translation of the sentence, keeping the word links it shares with the one before."""
    row = begun.spot.text.rows[begun.spot.row]
    if editable(row, begun.index) and sentence_text(row, begun.index) == begun.spot.sentence:
        return edited(row, begun.index, words, begun.spot.key[:2])[1]
    return user_edit(begun.spot.sentence, words, languages=begun.spot.key[:2])  # it is being translated again


def _draft(begun: _Begun, words: str) -> Draft:
    spot = begun.spot
    return Draft(str(spot.text.document.path or ""), spot.row, spot.sentence, words)


def _nothing() -> None:
    """Do nothing."""
