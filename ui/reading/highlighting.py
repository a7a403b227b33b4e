"""What is lit in the rows of a parallel text: by the pointer, by the caret, or because it is pinned."""

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from reader.text import Span
from ui.reading.caret import Walk
from ui.reading.hints import words_of
from ui.reading.places import LitWord, Place, sentence_at, word_at
from ui.reading.style import Looks
from ui.reading.table import RowTable
from ui.toolkit.guard import guarded


class LitTable(RowTable):
    """Lights the sentence that the pointer or the caret is on, and the words that belong together, on both sides."""

    words_lit = Signal(str)  # the word pointed at and its partners, in words; "" for none

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        """Nothing is lit."""
        super().__init__(looks, parent)
        self.walk = Walk(0, self._model.row)
        self._caret: Place | None = None
        self.caret_word: Span | None = None
        self._pointer: Place | None = None
        self._pointer_word: LitWord | None = None
        self._rests_at: QPointF | None = None  # where the pointer is, until the keyboard takes over
        self._told_word = ""

    @property
    def lit(self) -> Place | None:
        """The sentence that is lit on both sides."""
        return self._lit.place

    @property
    def lit_word(self) -> LitWord | None:
        """The word that is pointed at, and its partners."""
        return self._lit.word

    @property
    def pinned(self) -> bool:
        """Whether the lit sentence stays lit whatever the pointer does."""
        return self._lit.pinned

    def lit_texts(self) -> tuple[str, str]:
        """The sentence that is lit and its partner, as original and translation; empty if none is."""
        place = self._lit.place
        if place is None or place.sentence is None:
            return "", ""
        row = self._model.row(place.row)
        pair = row.sentences[place.sentence]
        return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]

    def _light(self) -> None:
        """Light what is pinned, else what the pointer is on, else what the caret is on."""
        before = self._lit.rows()
        pinned = self._lit.place if self._lit.pinned else None
        place = pinned or self._pointer or self._caret
        # Also what is pinned: its paragraph may have other sentences by now, or none, and its column be hidden.
        self._lit.place = self.walk.standing(self._where_it_can_stand(place)) if place is not None else None
        self._lit.word = self._word()
        self._lit.focused = self.hasFocus()
        for row in before | self._lit.rows():
            self._update_row(row)
        told = words_of(self._lit.word, self._model)
        if told != self._told_word:
            self._told_word = told
            self.words_lit.emit(told)

    def _where_it_can_stand(self, place: Place) -> Place:
        """A place in a column that is shown, on a sentence that is there."""
        columns = self._layout.arrangement.columns
        shown = place if place.column in columns else replace(place, column=columns[0])
        return self.walk.standing(shown) or shown

    def _word(self) -> LitWord | None:
        place, word = self._lit.place, self._pointer_word
        if word is None and self.caret_word is not None and self._caret is not None and self._pointer is None:
            row = self._model.row(self._caret.row)
            word = word_at(self._caret.row, row, self._caret.column, self.caret_word[0])
        if word is None or place is None or word.row != place.row:
            return None
        sentence = sentence_at(self._model.row(word.row), word.column, word.span[0])
        return word if sentence == place.sentence else None

    def _point_at(self, point: QPointF) -> None:
        """The pointer is here now."""
        at, cell = self._hits.position_at(point), self._hits.cell_at(point)
        self._pointer = self._pointer_word = None
        if at is not None:
            number, column, position = at
            self._pointer = self._hits.place_at(at)
            self._pointer_word = word_at(number, self._model.row(number), column, position)
        href = self._hits.href_at(at)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if href else self._cursor(at is not None))
        self._reveal_cell(cell)
        self._light()

    def _cursor(self, on_text: bool) -> Qt.CursorShape:
        return Qt.CursorShape.IBeamCursor if on_text else Qt.CursorShape.ArrowCursor

    def _reveal_cell(self, cell: tuple[int, int] | None) -> None:
        before = self._lit.revealed
        self._lit.revealed = cell
        if self._typesetter.looks.blurred is not None:
            for shown in (before, cell):
                if shown is not None:
                    self._update_row(shown[0])

    def point_of_sentence(self, place: Place, *, end: bool = False) -> QPoint:
        """Where the first letter of a sentence is, or its `end`, in the viewport."""
        return self._hits.point_of_sentence(place, end=end)

    def point_of(self, row: int, column: int, position: int) -> QPoint:
        """Where a code point of a cell's text is in the viewport."""
        return self._hits.point_of(row, column, position)

    def _point_again(self) -> None:
        """What is under the pointer may be something else now, though the pointer rests."""
        if self._rests_at is not None:
            self._point_at(self._rests_at)

    @guarded
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other text comes under the pointer."""
        super().scrollContentsBy(dx, dy)
        self._point_again()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Likewise."""
        super().resizeEvent(event)
        self._point_again()

    def _show_place(self, place: Place) -> None:
        """Scroll until a sentence is on screen, or its beginning if it is longer."""
        standing = self.walk.standing(place)
        if standing is not None:
            at = self._hits.point_of_sentence
            self._scroller.bring_in(lambda: (at(standing).y(), at(standing, end=True).y()))

    @guarded
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the caret is live."""
        super().focusInEvent(event)
        self._light()

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that it is not."""
        super().focusOutEvent(event)
        self._light()
