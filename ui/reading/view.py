"""The reading view: two texts row beside row, and what belongs together highlighted on both sides."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from reader.parallel import ParallelText
from reader.text import Span
from ui.reading.caret import Caret
from ui.reading.highlighter import Highlighter
from ui.reading.hints import hint_at
from ui.reading.keyboard import Keyboard
from ui.reading.places import Place, sentence_at
from ui.reading.pointer import Pointer
from ui.reading.selection import Selection
from ui.reading.style import Looks
from ui.reading.table import RowTable
from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import tool_tip


class ReadingView(RowTable):
    """Shows a parallel text.

    A table to Qt and to screen readers; where its rows are and how they look is our own. What is highlighted is where
    the pointer is; without a pointer on the text, where the caret is; what is pinned stays. The caret stands on a
    sentence, or on a word of it.

    Attributes:
        caret: where the caret is; `move_caret` moves it.
        highlighter: which sentence and words are highlighted, and whether that is pinned.
        selection: the text that is selected.
    """

    caret_moved = Signal(object)  # Place
    words_highlighted = Signal(str)  # the highlighted word and its partners, in words; "" for none
    link_activated = Signal(str)  # an address, or RETRY
    split_dragged = Signal(float)  # the share of the original
    announced = Signal(str)  # what a screen reader was given to say

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(looks, parent)
        self._pointer = Pointer(self.viewport(), self._model, self.hits)
        self.caret = Caret(self._model, self._layout, self.hits, self._scroller)
        self.highlighter = Highlighter(
            self._highlights,
            self._model,
            self._typesetter,
            self.caret,
            self._pointer,
            update_row=self.update_row,
            words_changed=self.words_highlighted.emit,
            announce=self._announce,
        )
        self.selection = Selection(self, self._model, self.hits, self._highlights, self.highlighter, self.update_row)
        self._keyboard = Keyboard(
            self.caret, self.highlighter, self.selection, self._scroller, self.hits, self.move_caret
        )
        self._header.split_dragged.connect(self.split_dragged)
        self.setAccessibleName(self.tr("Original and translation"))

    # What is shown

    def show_text(self, text: ParallelText | None, *, at: tuple[int, float] = (0, 0.0)) -> None:
        """Show another text from a row on, of which the given share has been scrolled past (see `position`)."""
        self._pointer.forget()
        self.caret.clear()
        self.selection.stop()
        super().show_text(text, at=at)
        self.caret.begin()
        self.highlighter.update()

    @guarded
    def rows_changed(self, rows: Sequence[int]) -> None:
        """These rows of the text have a new translation."""
        super().rows_changed(rows)
        self.selection.drop(rows)
        self.highlighter.update()
        self.highlighter.hover_again()

    def configure(self, looks: Looks) -> None:
        """Change colours, sizes, or what is shown."""
        super().configure(looks)
        self.caret.keep_to_columns()
        self.highlighter.keep_to_columns()
        self.highlighter.hover_again()

    def take_over(self, old: "ReadingView") -> None:
        """Put caret and pin where they are in a view of the same text, without scrolling."""
        if old.caret.place is not None:
            self.move_caret(old.caret.place, old.caret.word, scroll=False)
            self.highlighter.pin(old.highlighter.pinned)

    # Going somewhere

    def move_caret(self, place: Place, word: Span | None = None, *, scroll: bool = True) -> None:
        """Put the caret on a sentence, or on a word of it (a span of code points): nothing is selected or pinned then.

        If the column of `place` is not shown, it is the same sentence of the other. With `scroll` it comes into view.
        """
        before, place = self.caret.place, self.caret.stand(place, word)
        self.highlighter.follow_caret(to_other_row=before is None or before.row != place.row)
        self.selection.clear()
        # Also the table's own current cell: it is what a screen reader reads out.
        self.setCurrentIndex(self._model.index(place.row, place.column))
        if scroll:
            self.caret.bring_into_view()
        self.highlighter.update()
        if word is not None:
            self.highlighter.announce_word()
        elif scroll and before is not None and (before.row, before.column) == (place.row, place.column):
            self.highlighter.announce_sentence()  # another cell is read out as such
        self.caret_moved.emit(place)

    def reveal(self, row: int, column: int, span: Span) -> None:
        """Bring a span of a cell's text into view and put the caret on its sentence."""
        column = column if column in self.caret.columns else self.caret.columns[0]
        if row not in self._layout.visible():
            self._scroller.bring_to_top(max(row - 1, 0))
        self.move_caret(Place(row, column, sentence_at(self._model.row(row), column, span[0])))
        self.highlighter.reveal((row, column))
        self._scroller.bring_in(lambda: (self.hits.point_of(row, column, span[0]).y(),) * 2)

    def go_to(self, row: int) -> None:
        """Show row `row` at the top, and put the caret there."""
        self._scroller.bring_to_top(row)
        self.move_caret(Place(row, self.caret.place.column if self.caret.place else self.caret.columns[0]))

    def set_found(self, found: Mapping[tuple[int, int], Sequence[Span]], current: tuple[int, int, Span] | None) -> None:
        """Mark the hits of a search: spans of code points by (row, column), and the one that is looked at."""
        self.highlighter.mark_found(found, current)
        self.viewport().update()

    def follow_link(self) -> None:
        """Follow the link at the caret's word, else the first one in the highlighted sentence."""
        place = self.highlighter.sentence
        if place is None:
            return
        if href := self.hits.link_of(place, self.caret.word):
            self.link_activated.emit(href)
            return
        words, beside = self.tr("There is no link in this sentence."), self.hits.point_of_sentence(place)
        QToolTip.showText(self.viewport().mapToGlobal(beside), tool_tip(words), self.viewport())
        self._announce(words)

    def _announce(self, words: str) -> None:
        """Tell who does not see it."""
        if words:
            announce(self, words)
            self.announced.emit(words)

    # The mouse

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight what is hovered, or select while the button is down."""
        if self.selection.dragging and event.buttons() & Qt.MouseButton.LeftButton:
            self.selection.drag_to(event.position())
        else:
            self.highlighter.hover(event.position())

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a click, or of a selection."""
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self._pointer.press()
            self.selection.begin(event.position())

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of a selection, or of a click."""
        clicked = self.selection.end()
        if clicked and event.button() == Qt.MouseButton.LeftButton:
            self._click(event.position())

    def _click(self, point: QPointF) -> None:
        """Pin the sentence, or follow a link."""
        at = self.hits.position_at(point)
        if href := self.hits.href_at(at):
            self.link_activated.emit(href)
        elif at is not None:
            place = self.hits.place_at(at)
            pinned = self.highlighter.pinned and self.highlighter.sentence == place
            self.move_caret(place, scroll=False)
            self.highlighter.pin(not pinned)
        elif self.highlighter.pinned:
            self.highlighter.pin(False)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, as it is highlighted when hovered."""
        at = self.hits.position_at(event.position())
        if at is not None:
            self.highlighter.pin(False)
            self.selection.select_at(at)

    @guarded
    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer has left, or rests."""
        if event.type() == QEvent.Type.Leave:
            self.highlighter.leave()
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.hits.position_at(QPointF(event.pos()))
            hint = hint_at(at, self.hits.href_at(at), self._model) if at else ""
            QToolTip.showText(event.globalPos(), tool_tip(hint), self.viewport())
            return True
        return super().viewportEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The commands for what is highlighted, from the table of commands that the window put on this view."""
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self.hits.position_at(QPointF(event.pos())) if mouse else None
        if at is not None and self.selection.empty:
            self.move_caret(self.hits.place_at(at), scroll=False)  # what was clicked is meant
        if self.actions() and self.highlighter.sentence is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.actions())
            place = self.viewport().mapToGlobal(self.hits.point_of_sentence(self.highlighter.sentence))
            menu.popup(event.globalPos() if mouse else place)

    @guarded
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Other text comes under the pointer."""
        super().scrollContentsBy(dx, dy)
        self.highlighter.hover_again()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Likewise."""
        super().resizeEvent(event)
        self.highlighter.hover_again()

    # The keyboard

    @guarded
    def event(self, event: QEvent) -> bool:
        """Some keys are not for the window's shortcuts; and the caret looks otherwise where keys go elsewhere."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._keyboard.claims(event.key()):
            event.accept()
            return True
        handled = super().event(event)
        if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.highlighter.focus(self.hasFocus())
        return handled

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, pin, read on, select."""
        if not self._keyboard.press(event.key(), event.modifiers()):
            event.ignore()
