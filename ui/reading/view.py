"""The reading view: two texts row beside row, and what belongs together lit on both sides."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from reader.parallel import ParallelText
from reader.text import Span
from ui.reading.caret import Walk
from ui.reading.cell import cell_text
from ui.reading.clipboard import as_table
from ui.reading.highlighting import LitTable
from ui.reading.hints import hint_at
from ui.reading.keyboard import press
from ui.reading.places import Place, selected_at, sentence_at, span_of
from ui.reading.selection import Drag, EdgeScroll
from ui.reading.style import Looks
from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import tool_tip


class ReadingView(LitTable):
    """Shows a parallel text.

    A table to Qt and to screen readers; where its rows are and how they look is our own. What is lit is where
    the pointer is; without a pointer on the text, where the caret is; what is pinned stays. The caret stands
    on a sentence, or on a word of it.
    """

    caret_moved = Signal(object)  # Place
    link_activated = Signal(str)  # an address, or RETRY
    split_dragged = Signal(float)  # the share of the original
    announced = Signal(str)  # what a screen reader was given to say

    def __init__(self, looks: Looks, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(looks, parent)
        self._drag: Drag | None = None
        self._edge = EdgeScroll(self, self._select_to)
        self._selected_from: Span | None = None  # the word at which selecting with the keyboard began
        self._header.split_dragged.connect(self.split_dragged)
        self.setAccessibleName(self.tr("Original and translation"))

    # What is shown

    def show_text(self, text: ParallelText | None, *, at: tuple[int, float] = (0, 0.0)) -> None:
        """Show another text from a row on, of which the given share has been scrolled past (see `position`)."""
        self._typesetter.forget_all()
        self._painter.forget()
        self._pointer = self._pointer_word = self.caret_word = self._drag = None
        self._lit.place = self._lit.word = self._lit.selection = self._lit.current = self._lit.revealed = None
        self._lit.pinned, self._lit.found = False, {}
        self._model.set_text(text)
        self.walk = Walk(self._model.rowCount(), self._model.row)
        self._scroller.show_from(*at)
        self._header.arrange(self._scroller.arrangement)
        self._caret = self._first_place()
        self._light()
        self.visible_rows_changed.emit(self._scroller.visible())

    def _first_place(self) -> Place | None:
        """Where the caret begins: at the top of the screen."""
        return self._hits.first_on_screen(self._scroller.arrangement.columns[0])

    @guarded
    def rows_changed(self, rows: Sequence[int]) -> None:
        """These rows of the text have a new translation."""
        self._painter.forget(rows)
        self._scroller.changed(rows)
        self._model.rows_changed(rows)
        if self._lit.selection is not None and self._lit.selection[0] in rows:
            self._lit.selection = None
        self._light()
        self._point_again()

    def configure(self, looks: Looks) -> None:
        """Change colours, sizes, or what is shown."""
        before = self._typesetter.looks
        self._painter.forget()
        if replace(looks, theme=before.theme, blur=before.blur, light_words=before.light_words) == before:
            self._typesetter.recolour(looks)
        else:
            anchor = self._scroller.anchor()
            self._typesetter.configure(looks)
            self._scroller.arrange_anew(anchor)
            self._header.arrange(self._scroller.arrangement)
        self._keep_columns()
        self._point_again()
        self.viewport().update()
        self._header.viewport().update()

    def _keep_columns(self) -> None:
        """Caret and light move to a column that is shown."""
        columns = self._scroller.arrangement.columns
        if self._caret is not None and self._caret.column not in columns:
            self._caret, self.caret_word = replace(self._caret, column=columns[0]), None
        self._pointer = self._pointer_word = None
        self._light()

    def take_over(self, old: "ReadingView") -> None:
        """Put caret and pin where they are in a view of the same text, without scrolling."""
        if old._caret is not None:
            self.move_caret(old._caret, old.caret_word, scroll=False)
            self._pin(old.pinned)

    # Copying, finding, going

    def copy(self) -> None:
        """Put the selected text on the clipboard, else the lit sentence of its column, else the whole cell."""
        if self._lit.selection is not None:
            row, column, span = self._lit.selection
            QGuiApplication.clipboard().setText(self._text(row, column)[slice(*span)])
        elif self._lit.place is not None:
            place = self._lit.place
            QGuiApplication.clipboard().setText(self.lit_texts()[place.column] or self._text(place.row, place.column))

    def selected_text(self) -> str:
        """The text that is selected, or ""."""
        if self._lit.selection is None:
            return ""
        row, column, span = self._lit.selection
        return self._text(row, column)[slice(*span)]

    def copy_table(self) -> None:
        """Put the lit paragraph on the clipboard: its sentences beside their translations."""
        if self._lit.place is not None and self._model.text is not None:
            text = self._model.text
            table = as_table(self._model.row(self._lit.place.row), (text.source_language, text.target_language))
            QGuiApplication.clipboard().setMimeData(table)

    def _text(self, row: int, column: int) -> str:
        return cell_text(self._model.row(row), column).text

    def set_found(self, found: Mapping[tuple[int, int], Sequence[Span]], current: tuple[int, int, Span] | None) -> None:
        """Mark the hits of a search: spans of code points by (row, column), and the one that is looked at."""
        self._lit.found, self._lit.current = found, current
        self.viewport().update()

    def reveal(self, row: int, column: int, span: Span) -> None:
        """Bring a span of a cell's text into view and put the caret on its sentence."""
        column = column if column in self._scroller.arrangement.columns else self._scroller.arrangement.columns[0]
        if row not in self._scroller.visible():
            self._scroller.bring_to_top(max(row - 1, 0))
        self.move_caret(Place(row, column, sentence_at(self._model.row(row), column, span[0])))
        self._reveal_cell((row, column))
        self._bring_in(lambda: (self._hits.point_of(row, column, span[0]).y(),) * 2)

    def go_to(self, row: int) -> None:
        """Show row `row` at the top, and put the caret there."""
        self._scroller.bring_to_top(row)
        column = self._caret.column if self._caret else self._scroller.arrangement.columns[0]
        self.move_caret(Place(row, column))

    # The mouse

    @guarded
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light what is under the pointer, or select while the button is down."""
        if self._drag is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._edge.drag_to(event.position())
            self._select_to(event.position())
        else:
            self._rests_at = event.position()
            self._point_at(event.position())

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The beginning of a click, or of a selection."""
        event.accept()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._clear_selection()
        self._rests_at = None  # it is dragged, perhaps
        cell = self._hits.cell_at(event.position())
        self._drag = Drag(cell, event.position(), self._hits.nearest(cell, event.position())) if cell else None

    @guarded
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click pins the sentence, or follows a link."""
        drag, self._drag = self._drag, None
        self._edge.stop()
        if event.button() != Qt.MouseButton.LeftButton or drag is None or drag.moved:
            return
        at = self._hits.position_at(event.position())
        if href := self._hits.href_at(at):
            self.link_activated.emit(href)
        elif at is not None:
            place = self._hits.place_at(at)
            pinned = self._lit.pinned and self._lit.place == place
            self.move_caret(place, scroll=False)
            self._pin(not pinned)
        elif self._lit.pinned:
            self._pin(False)

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, as it lights up under the pointer."""
        at = self._hits.position_at(event.position())
        if at is not None:
            number, column, position = at
            self._pin(False)
            self._select(number, column, selected_at(self._model.row(number), column, position))

    def _select_to(self, point: QPointF) -> None:
        drag = self._drag
        assert drag is not None
        if not drag.moves(point):
            return
        head = self._hits.nearest(drag.cell, point)
        self._select(*drag.cell, (min(drag.anchor, head), max(drag.anchor, head)))

    def _select(self, row: int, column: int, span: Span) -> None:
        self._clear_selection()
        if span[0] < span[1]:
            self._lit.selection = (row, column, span)
        self._update_row(row)

    def _clear_selection(self) -> None:
        self._selected_from = None
        if self._lit.selection is not None:
            row = self._lit.selection[0]
            self._lit.selection = None
            self._update_row(row)

    def follow_link(self) -> None:
        """Follow the link at the caret's word, else the first one in the lit sentence."""
        place = self._lit.place
        if place is None:
            return
        row = self._model.row(place.row)
        pair = row.sentences[place.sentence] if place.sentence is not None else None
        # A row that is not translated has its link, to try again, where the translation would be.
        column = place.column if pair else self._scroller.arrangement.columns[-1]
        start, end = span_of(pair, column) if pair else (0, len(self._text(place.row, column)))
        if self.caret_word is not None:
            start, end = self.caret_word
        found = (href for p in range(start, end) if (href := self._hits.href_at((place.row, column, p))))
        if href := next(found, ""):
            self.link_activated.emit(href)
        else:
            self._tell(place, self.tr("There is no link in this sentence."))

    def _tell(self, place: Place, words: str) -> None:
        """Say something beside a sentence."""
        QToolTip.showText(
            self.viewport().mapToGlobal(self._hits.point_of_sentence(place)), tool_tip(words), self.viewport()
        )
        self._announce(words)

    def toggle_pin(self) -> None:
        """Pin the lit sentence, or let it go."""
        if self._lit.place is not None:
            self._pin(not self._lit.pinned)
            self._announce(self.tr("Pinned") if self._lit.pinned else self.tr("Unpinned"))

    def _pin(self, pinned: bool) -> None:
        self._lit.pinned = pinned
        self._light()

    @guarded
    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer has left, or rests."""
        if event.type() == QEvent.Type.Leave:
            self._rests_at = self._pointer = self._pointer_word = None
            self._reveal_cell(None)
            self._light()
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._hits.position_at(QPointF(event.pos()))
            hint = hint_at(at, self._hits.href_at(at), self._model) if at else ""
            QToolTip.showText(event.globalPos(), tool_tip(hint), self.viewport())
            return True
        return super().viewportEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The commands for what is lit, from the table of commands that the window put on this view."""
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        at = self._hits.position_at(QPointF(event.pos())) if mouse else None
        if at is not None and self._lit.selection is None:
            self.move_caret(self._hits.place_at(at), scroll=False)  # what was pointed at is meant
        if self.actions() and self._lit.place is not None:
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.actions())
            place = self.viewport().mapToGlobal(self._hits.point_of_sentence(self._lit.place))
            menu.popup(event.globalPos() if mouse else place)

    # The keyboard

    @guarded
    def event(self, event: QEvent) -> bool:
        """Escape lets go of what is selected or pinned before the window gets it as its shortcut."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and (self._lit.pinned or self._lit.selection)
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the caret, pin, read on, select."""
        caret = self.walk.standing(self._caret)
        if caret is None or not press(self, event.key(), event.modifiers(), caret):
            event.ignore()

    def columns(self) -> tuple[int, ...]:
        """The columns that are shown."""
        return self._scroller.arrangement.columns

    def release(self) -> bool:
        """Give up selection and pin; whether there was one."""
        held = self._lit.pinned or self._lit.selection is not None
        self._clear_selection()
        self._pin(False)
        return held

    def uncover(self, row: int) -> bool:
        """Show the hidden side of a row; whether it was hidden."""
        hidden = self._typesetter.looks.blurred
        if hidden is None or self._lit.revealed == (row, hidden):
            return False
        self._reveal_cell((row, hidden))
        return True

    def go_to_top(self) -> None:
        """Scroll to the very beginning."""
        self._scroller.bring_to_top(0)

    def go_to_end(self) -> None:
        """Scroll to the very end."""
        self._scroller.go_to_end()

    def _announce(self, words: str) -> None:
        """Tell who does not see it."""
        if words:
            announce(self, words)
            self.announced.emit(words)

    def select_to(self, place: Place, word: Span) -> None:
        """Move the caret to a word, and select from where the selection began to it."""
        selection = self._lit.selection
        start = self.caret_word or word
        if selection is not None and selection[:2] == (place.row, place.column):
            start = self._selected_from or selection[2]
        self.move_caret(place, word)
        self._select(place.row, place.column, (min(start[0], word[0]), max(start[1], word[1])))
        self._selected_from = start

    def select_all(self, place: Place) -> None:
        """Select the whole text of a cell."""
        self._select(place.row, place.column, (0, len(self._text(place.row, place.column))))

    def turn_page(self, caret: Place, step: int) -> None:
        """Scroll by a screen; the caret goes to the sentence that is then at the top, or to the end of the text."""
        bar = self.verticalScrollBar()
        before = bar.value()
        bar.setValue(before + step * (bar.pageStep() - round(self._typesetter.line_height)))
        if bar.value() == before:
            place = self.walk.beginning(caret.column) if step < 0 else self.walk.end(caret.column)
        else:
            place = self._hits.first_on_screen(caret.column)
        if place is not None:
            self.move_caret(place, scroll=False)  # more would be skipped
            self._announce(self.lit_texts()[place.column])

    def move_caret(self, place: Place, word: Span | None = None, *, scroll: bool = True) -> None:
        """Put the caret on a sentence, or on a word of it (a span of code points); what was pinned is let go."""
        before, place = self._caret, self._where_it_can_stand(place)
        if before is None or place.row != before.row:
            self._reveal_cell(None)
        self._caret, self.caret_word = place, word
        self._rests_at = self._pointer = self._pointer_word = None
        self._lit.pinned = False
        self._clear_selection()
        # Also the table's own current cell: it is what a screen reader reads out.
        self.setCurrentIndex(self._model.index(place.row, place.column))
        if scroll:
            self._show_place(place)
        self._light()
        if word is not None:
            self._announce(self._told_word)
        elif before is not None and (before.row, before.column) == (place.row, place.column) and scroll:
            self._announce(self.lit_texts()[place.column])  # another cell is read out as such
        self.caret_moved.emit(place)
