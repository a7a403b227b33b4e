"""Highlighting in the rows of a parallel text: at the pointer, at the caret, or pinned."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPointF

from reader.text import Span
from ui.reading.caret import Caret
from ui.reading.cell import cell_text
from ui.reading.highlights import Highlights
from ui.reading.hints import words_of
from ui.reading.hit_test import Cell
from ui.reading.model import ParallelModel
from ui.reading.places import LinkedWord, Place, sentence_at, span_of
from ui.reading.pointer import Pointer
from ui.reading.text_layout import Typesetter


class Highlighter:
    """Highlights a sentence and linked words on both sides: those pinned, hovered or at the caret.

    Repaints what changes, and announces in words what is highlighted.
    """

    def __init__(
        self,
        highlights: Highlights,
        model: ParallelModel,
        typesetter: Typesetter,
        caret: Caret,
        pointer: Pointer,
        *,
        update_row: Callable[[int], None],
        words_changed: Callable[[str], None],
        announce: Callable[[str], None],
    ) -> None:
        """Update `highlights` for the text in `model`.

        Args:
            typesetter: knows which side is hidden.
            update_row: repaints a row.
            words_changed: receives the highlighted word and its partners, in words, when they change.
            announce: says something to a screen reader.
        """
        self._highlights, self._model, self._typesetter = highlights, model, typesetter
        self._caret, self._pointer = caret, pointer
        self._update_row, self._words_changed, self._announce = update_row, words_changed, announce
        self._words = ""

    # What is highlighted

    @property
    def sentence(self) -> Place | None:
        """The sentence highlighted on both sides."""
        return self._highlights.place

    @property
    def texts(self) -> tuple[str, str]:
        """The highlighted sentence and its partner, as original and translation; empty if none."""
        place = self._highlights.place
        if place is None or place.sentence is None:
            return "", ""
        row = self._model.row(place.row)
        pair = row.sentences[place.sentence]
        return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]

    @property
    def word(self) -> LinkedWord | None:
        """The hovered word, else the one at the caret, with its partners."""
        return self._highlights.word

    @property
    def pinned(self) -> bool:
        """Whether the sentence stays highlighted regardless of the pointer."""
        return self._highlights.pinned

    def update(self) -> None:
        """Highlight the pinned sentence, else the hovered one, else the one at the caret."""
        marked = self._highlights
        before = marked.rows()
        place = (marked.place if marked.pinned else None) or self._pointer.place or self._caret.place
        # Also if pinned: the paragraph may have other sentences by now, or none, and the column may be hidden.
        marked.place = self._caret.standable(place)
        marked.word = self._word()
        for row in before | marked.rows():
            self._update_row(row)
        words = words_of(marked.word, self._model)
        if words != self._words:
            self._words = words
            self._words_changed(words)

    def _word(self) -> LinkedWord | None:
        place, word = self._highlights.place, self._pointer.word
        if word is None and self._pointer.place is None:
            word = self._caret.linked_word
        if word is None or place is None or word.row != place.row:
            return None
        sentence = sentence_at(self._model.row(word.row), word.column, word.span[0])
        return word if sentence == place.sentence else None

    # Events

    def hover(self, point: QPointF) -> None:
        """The pointer is at `point` of the viewport."""
        self._pointer.move(point)
        self._hovered()

    def hover_again(self) -> None:
        """Highlight again: other text may be under the resting pointer."""
        if self._pointer.look_again():
            self._hovered()

    def _hovered(self) -> None:
        self.reveal(self._pointer.cell)
        self.update()

    def leave(self) -> None:
        """The pointer has left the view."""
        self._pointer.leave()
        self._hovered()

    def follow_caret(self, *, to_other_row: bool) -> None:
        """The keyboard takes over: nothing is hovered or pinned. Takes effect at the next `update`."""
        self._pointer.leave()
        self._highlights.pinned = False
        if to_other_row:
            self.reveal(None)

    def keep_to_columns(self) -> None:
        """Other columns may be visible: restrict the highlight to those."""
        self._pointer.forget()
        self.update()

    def focus(self, focused: bool) -> None:
        """The view has got or lost the keyboard focus."""
        self._highlights.focused = focused
        self.update()

    def pin(self, pinned: bool) -> None:
        """Pin the highlighted sentence, or let it follow pointer and caret again."""
        self._highlights.pinned = pinned
        self.update()

    def toggle_pin(self) -> None:
        """Pin the highlighted sentence, or unpin it."""
        if self.sentence is not None:
            self.pin(not self.pinned)
            self._announce(_tr("Pinned") if self.pinned else _tr("Unpinned"))

    def mark_found(self, found: Mapping[Cell, Sequence[Span]], current: tuple[int, int, Span] | None) -> None:
        """Mark the hits of a search and the current one; the caller repaints everything."""
        self._highlights.found, self._highlights.current = found, current

    def mark_named(self, named: Mapping[Cell, Sequence[Span]]) -> None:
        """Mark the words that a warning names."""
        before, self._highlights.named = self._highlights.named, named
        if before != named:
            for row in {row for row, _ in (*before, *named)}:
                self._update_row(row)

    # The hidden side

    def reveal(self, cell: Cell | None) -> None:
        """Show the text of this cell, and of no other, if its side is hidden."""
        before, self._highlights.revealed = self._highlights.revealed, cell
        if self._typesetter.looks.blurred is not None:
            for shown in filter(None, (before, cell)):
                self._update_row(shown[0])

    def uncover(self, row: int) -> bool:
        """Show the hidden side of a row; returns whether it was hidden."""
        hidden = self._typesetter.looks.blurred
        if hidden is None or self._highlights.revealed == (row, hidden):
            return False
        self.reveal((row, hidden))
        return True

    # In words

    def announce_sentence(self) -> None:
        """Have the highlighted sentence read out by a screen reader."""
        if self.sentence is not None:
            self._announce(self._text_in(self.sentence.column))

    def _text_in(self, column: int) -> str:
        """The highlighted sentence as it stands in a column."""
        place = self._highlights.place
        if place is None or place.sentence is None:
            return ""
        row = self._model.row(place.row)
        return cell_text(row, column).text[slice(*span_of(row, place.sentence, column))]

    def announce_word(self) -> None:
        """Have the highlighted word and its partners read out by a screen reader."""
        self._announce(self._words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
