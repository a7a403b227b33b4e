"""The reading view: two texts row beside row, with linked sentences and words highlighted on both sides."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.parallel import ParallelText, Row
from reader.text import Revision, Span
from ui.reading.amount import amount_in
from ui.reading.caret import Caret
from ui.reading.cell import SOURCE
from ui.reading.copying import Copier
from ui.reading.highlighter import Highlighter
from ui.reading.hints import hint_at, hints_of
from ui.reading.keyboard import Keyboard
from ui.reading.menus import Menus
from ui.reading.mouse import Mouse
from ui.reading.places import Place, sentence_at, span_of
from ui.reading.pointer import Pointer
from ui.reading.selection import Selection
from ui.reading.style import Looks
from ui.reading.table import RowTable
from ui.reading.zoom import Zoom
from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Pool
from ui.toolkit.line_breaks import tool_tip

# The row at the top and how much of it is scrolled past; row, column and sentence of the caret; its word.
Whereabouts = tuple[tuple[int, float], tuple[int, int, int | None] | None, Span | None]


class ReadingView(RowTable):
    """Shows a parallel text.

    To Qt and screen readers it is a table; placing and painting the rows is our own. Highlighted is what the pointer is
    on, or without a pointer on the text, what the caret is on; a pinned sentence stays highlighted. The caret is on a
    sentence, or on a word of it.

    Attributes:
        caret: the caret; `move_caret` moves it.
        highlighter: the highlighted sentence and words, and whether they are pinned.
        selection: the selected text.
        copier: copies it.
    """

    caret_moved = Signal(object)  # Place
    words_highlighted = Signal(str)  # the highlighted word and its partners, in words; "" for none
    link_activated = Signal(str)  # an address, or RETRY
    widths_dragged = Signal(object)  # tuple[float, ...], of the visible columns in their order
    zoomed = Signal(int)  # by how many steps the text is wanted larger; negative for smaller
    announced = Signal(str)  # what was announced to a screen reader
    told = Signal(str)  # what was copied, in words
    selection_changed = Signal(bool)  # whether something is selected
    crowded = Signal()  # what was on screen may no longer be: there is less room, or the text takes more

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
        self.selection = Selection(self, self._model, self.hits, self._highlights, self.update_row, self._on_selection)
        self.copier = Copier(self._model, self.selection, self.highlighter, self._tell)
        self._keyboard = Keyboard(
            self._model,
            self.caret,
            self.highlighter,
            self.selection,
            self._scroller,
            self.hits,
            self.move_caret,
            self._selected,
        )
        self._mouse = Mouse(
            self._pointer,
            self.highlighter,
            self.selection,
            self.hits,
            at_caret=self._keyboard.at_caret,
            move=self.move_caret,
            follow=self.link_activated.emit,
            selected=self._selected,
        )
        self._menus = Menus(self, self._model, self.hits, self.caret, self.selection)
        self._zoom = Zoom(self.zoomed.emit, self)
        self._header.widths_dragged.connect(self.widths_dragged)
        self.setAccessibleName(self.tr("Original and translation"))

    def use_pool(self, pool: Pool) -> None:
        """Read the pictures of documents, from the next text on, and copy long texts, in `pool`."""
        self.show_pictures(pool)
        self.copier.use(pool, self)

    # What is shown

    def show_rows_as(self, shown: Callable[[int, Row], Row]) -> None:
        """Show what a function gives for each row and its number, such as the row without some of its warnings."""
        self._model.shown = shown

    def show_doubts(self, words: Callable[[Row], Sequence[Span]], doubt: Callable[[], str]) -> None:
        """Mark the words that a function gives of the translation in a row; `doubt` says what the mark means."""
        self._model.doubtful, self._model.doubt = words, doubt

    def named_columns(self) -> list[tuple[int, str]]:
        """The visible columns in their order, with what stands above them; "" while there is no text."""
        text = self._model.text
        return [(column, self._model.title(column) if text is not None else "") for column in self.caret.columns]

    def name_columns(self, titles: Mapping[int, str]) -> None:
        """Have these titles above further columns, by their numbers."""
        self._model.titles = dict(titles)
        self._header.viewport().update()

    def mark_named(self, named: Mapping[tuple[int, int], Sequence[Span]]) -> None:
        """Mark the words that a warning names, spans of code points by (row, column), and no others."""
        self.highlighter.mark_named(named)

    def show_text(self, text: ParallelText | None, *, at: tuple[int, float] = (0, 0.0)) -> None:
        """Show another text from a row on, with the given fraction of it scrolled past (see `position`)."""
        self._pointer.forget()
        self.caret.clear()
        self.selection.stop()
        super().show_text(text, at=at)
        self.caret.begin()
        if (place := self.caret.place) is not None:  # without a current cell screen readers are lost
            self.setCurrentIndex(self._model.index(place.row, place.column))
        self.highlighter.update()

    @guarded
    def rows_changed(self, rows: Sequence[int]) -> None:
        """Update these rows, whose translations have changed."""
        super().rows_changed(rows)
        self.selection.drop(rows)
        self.highlighter.update()
        self.highlighter.hover_again()

    def configure(self, looks: Looks) -> None:
        """Change colours, sizes or visible columns."""
        super().configure(looks)
        self.selection.keep_to_columns(self.caret.columns)
        self.caret.keep_to_columns()
        self.highlighter.keep_to_columns()
        self.highlighter.hover_again()
        self.crowded.emit()

    def take_over(self, old: "ReadingView") -> None:
        """Take caret and pin from another view of the same text, without scrolling."""
        if old.caret.place is not None:
            self.move_caret(old.caret.place, old.caret.word, scroll=False)
            self.highlighter.pin(old.highlighter.pinned)

    # Navigation

    def move_caret(self, place: Place, word: Span | None = None, *, scroll: bool = True) -> None:
        """Put the caret on a sentence, or on a word of it (a span of code points), and clear selection and pin.

        If the column of `place` is hidden, use the same sentence of the other column. With `scroll` it comes into view.
        """
        before, place = self.caret.place, self.caret.stand(place, word)
        self.highlighter.follow_caret(to_other_row=before is None or before.row != place.row)
        self.selection.clear()
        # The table's own current cell too: it is what a screen reader reads out.
        self.setCurrentIndex(self._model.index(place.row, place.column))
        if scroll:
            self.caret.bring_into_view()
        self.highlighter.update()
        if word is not None:
            self.highlighter.announce_word()
        elif scroll and before is not None and self._is_silent(before, place):
            self.highlighter.announce_sentence()
        self.caret_moved.emit(place)

    def _is_silent(self, before: Place, place: Place) -> bool:
        """Whether a screen reader says nothing of the caret's new place: with the focus, it reads out another cell."""
        if self.hasFocus():
            return (before.row, before.column) == (place.row, place.column)
        return before != place

    def source_span(self, place: Place) -> Span | None:
        """The span of the original, in code points, of the sentence at a place; None if it has none."""
        row = self._model.row(place.row)
        return span_of(row, place.sentence, SOURCE) if place.sentence is not None else None

    def reveal(self, row: int, column: int, span: Span, sentence: int | None = None) -> None:
        """Bring a span of a cell's text into view and put the caret on its sentence, which may be known."""
        column = column if column in self.caret.columns else self.caret.columns[0]
        if row not in self._layout.visible():
            self._scroller.bring_to_top(max(row - 1, 0))
        found = sentence if sentence is not None else sentence_at(self._model.row(row), column, span[0])
        self.move_caret(Place(row, column, found))
        self.highlighter.reveal((row, column))
        self._scroller.bring_in(lambda: (self.hits.point_of(row, column, span[0]).y(),) * 2)

    def keep_in_view(self, row: int, column: int, span: Span) -> None:
        """Scroll as far as a span of a cell's text is out of view, if it is shown; leave the caret where it is."""
        if row >= self._model.rowCount():
            return  # the window has just taken over, and shows no text yet
        column = column if column in self.caret.columns else self.caret.columns[0]
        start, end = span
        point_of = self.hits.point_of
        self._scroller.bring_in(lambda: (point_of(row, column, start).y(), point_of(row, column, end).y()))

    def change_column(self, column: int) -> None:
        """Put the caret at the same place in the other text; from a word, at its partner. Not if that is hidden."""
        if (place := self.caret.standing) is not None:
            self._keyboard.change_column(place, column)

    def go_to(self, row: int) -> None:
        """Show row `row` at the top, and put the caret there."""
        self._scroller.bring_to_top(row)
        self.move_caret(Place(row, self.caret.place.column if self.caret.place else self.caret.columns[0]))

    def whereabouts(self) -> Whereabouts:
        """Where the reader is."""
        place = self.caret.place
        return self.position(), (place.row, place.column, place.sentence) if place else None, self.caret.word

    def return_to(self, place: Whereabouts) -> None:
        """Show again what was on screen, with the caret where it was."""
        position, caret, word = place
        self._scroller.bring_to_top(*position)
        if caret is not None:
            self.move_caret(Place(*caret), word, scroll=False)

    def staying(self, revision: Revision) -> Callable[[], None]:
        """A function to be called once another version of the text is shown, which goes on in it where the reader is.

        The caret stays in its sentence if the paragraph has not changed, and the sentence pinned if it was.
        """
        (row, share), caret, word = self.whereabouts()
        pinned, before = self.highlighter.pinned, self._model.row(caret[0]).source if caret is not None else None

        def stay() -> None:
            place = None
            if caret is not None:
                number = revision.place_of(caret[0])
                same = before is not None and self._model.row(number).source.text == before.text
                place = (number, caret[1], caret[2]) if same else (number, caret[1], None)
            kept = place is not None and place[2] is not None
            self.return_to(((revision.place_of(row), share), place, word if kept else None))
            self.highlighter.pin(pinned and kept)

        return stay

    def set_found(self, found: Mapping[tuple[int, int], Sequence[Span]], current: tuple[int, int, Span] | None) -> None:
        """Mark the hits of a search, spans of code points by (row, column), and the current one."""
        self.highlighter.mark_found(found, current)
        self.viewport().update()

    def follow_link(self) -> None:
        """Follow the link at the caret's word if that is highlighted, else the link in the highlighted sentence.

        Of several in the sentence, let the user choose one.
        """
        place = self.highlighter.sentence
        if place is None:
            return
        links = self.hits.links_of(place, self.caret.word if place == self.caret.place else None)
        beside = self.viewport().mapToGlobal(self._within_viewport(self.hits.point_of_sentence(place)))
        if len(links) > 1:
            menu = self._menus.menu_of_links(links, self.link_activated.emit)
            menu.setActiveAction(menu.actions()[0])
            menu.popup(beside)
        elif links:
            self.link_activated.emit(links[0].href)
        else:
            words = self.tr("There is no link in this sentence.")
            QToolTip.showText(beside, tool_tip(words), self.viewport())
            self._announce(words)

    def hint_here(self) -> tuple[str, QPoint]:
        """What the pointer would be told at the caret: of its link, its sentence, and the sign beside it; and where."""
        place = self.highlighter.sentence or self.caret.standing
        if place is None:
            return "", QPoint()
        links = self.hits.links_of(place, self.caret.word if place == self.caret.place else None)
        return hints_of(place, links, self._model), self._within_viewport(self.hits.point_of_sentence(place))

    def _tell(self, words: str) -> None:
        """Tell the user what a command has done."""
        self._announce(words)
        self.told.emit(words)

    def _on_selection(self) -> None:
        self.selection_changed.emit(not self.selection.empty)

    def _selected(self) -> None:
        """Say how much is selected, and offer it to the middle mouse button."""
        self._announce(amount_in(self.selection.shown, self._model))
        self.copier.offer_selection()

    @guarded
    def select_all(self) -> None:
        """Select the whole text of the caret's column."""
        if self.caret.place is not None:
            self.selection.select_all(self.caret.place.column)
            self._selected()

    def _announce(self, words: str) -> None:
        """Announce `words` to a screen reader."""
        if words:
            announce(self, words)
            self.announced.emit(words)

    # The mouse

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Highlight on hover, or select while the button is down."""
        self._mouse.move(event)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a selection, or extend one."""
        event.accept()
        self._mouse.press(event)

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection or a click."""
        self._mouse.release(event)
        self.caret.note_click(event.position())

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word."""
        self._mouse.double_click(event)

    @guarded
    def viewportEvent(self, event: QEvent) -> bool:
        """Handle the pointer leaving, pinching, and tool tips."""
        if isinstance(event, QNativeGestureEvent) and self._zoom.pinch(event):
            return True
        if event.type() == QEvent.Type.Leave:
            self.highlighter.leave()
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            hint = self._hint_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tool_tip(hint), self.viewport())
            return True
        return super().viewportEvent(event)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll, or with Ctrl change the size of the text."""
        if not self._zoom.turn(event):
            super().wheelEvent(event)

    def _hint_at(self, point: QPointF) -> str:
        """A hint on what is under the pointer, text or a sign in the margin, or ""."""
        if (at := self.hits.position_at(point)) is not None:
            return hint_at(at, self.hits.href_at(at), self._model)
        cell = self.hits.sign_at(point)
        sign = self._model.sign(*cell) if cell is not None else None
        return sign.meaning if sign is not None else ""

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the commands that fit what is under the pointer, or at the caret."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            target, place = self._menus.under(QPointF(event.pos())), event.globalPos()
        else:
            target, point = self._menus.at_caret()
            place = self.viewport().mapToGlobal(self._within_viewport(point))
        if target.place is not None:
            self.move_caret(target.place, scroll=False)  # the commands apply to the clicked sentence, or its word
            self.caret.note_click(QPointF(event.pos()))
        menu = self._menus.menu(target, self.link_activated.emit, self.copier.copy_address)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(place)

    def _within_viewport(self, point: QPoint) -> QPoint:
        area = self.viewport().rect()
        return QPoint(min(max(point.x(), 0), area.right()), min(max(point.y(), 0), area.bottom()))

    @guarded
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Update the highlight: other text comes under the pointer."""
        super().scrollContentsBy(dx, dy)
        self.highlighter.hover_again()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Update the highlight: other text may come under the pointer. What is at the caret stays in view."""
        was_seen = self.caret.is_seen(event.oldSize().height())
        super().resizeEvent(event)
        lower = event.size().height() < event.oldSize().height()
        if lower and was_seen:
            self.caret.bring_into_view()
        self.highlighter.hover_again()
        if lower or event.size().width() != event.oldSize().width():
            self.crowded.emit()

    # The keyboard

    @guarded
    def event(self, event: QEvent) -> bool:
        """Keep some keys from the window's shortcuts, and draw the caret differently without focus."""
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
