"""Navigation in the open text: Find, Go to and the outline, connected to the view of the text."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText
from reader.text import Heading, outline, row_at
from ui.navigation.find_bar import FindBar
from ui.navigation.finder import Finder, Text
from ui.navigation.go_to_bar import GoToBar
from ui.navigation.history import History, Whereabouts
from ui.navigation.outline import OutlineView
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme


class SelectedText(Protocol):
    """The text selected in one cell."""

    @property
    def text(self) -> str:
        """The selected text, or ""."""


class ReadingText(Text, Protocol):
    """The view of the text, as far as navigation needs it."""

    @property
    def visible_rows_changed(self) -> SignalInstance:
        """Emits the range of rows on screen."""

    @property
    def caret_moved(self) -> SignalInstance:
        """Emits the place of the caret."""

    def named_columns(self) -> Sequence[tuple[int, str]]:
        """The columns on screen in their order, with what stands above them."""

    def go_to(self, row: int) -> None:
        """Scroll a row to the top and put the caret on it."""

    def whereabouts(self) -> Whereabouts:
        """Where the reader is."""

    def return_to(self, place: Whereabouts) -> None:
        """Show again what was on screen, with the caret where it was."""

    def top_row(self) -> int:
        """The row at the top of the screen."""

    @property
    def selection(self) -> SelectedText:
        """The selected text."""

    def setFocus(self) -> None:
        """Take the keyboard focus."""


# Searches are a few words long; a selected paragraph is meant to be copied rather than searched for.
_LONGEST_TAKEN = 120


@dataclass(frozen=True, slots=True)
class Parts:
    """The widgets, to be laid out by the window."""

    find: FindBar
    go_to: GoToBar
    outline: OutlineView


class Navigation(QObject):
    """Connects the bars and the outline to a view; the window lays out `parts` and reports what happens."""

    notice = Signal(str)
    outline_toggled = Signal(bool)
    back_changed = Signal(bool)  # whether there is somewhere to go back to

    def __init__(self, view: ReadingText, theme: Theme, outline_shown: bool, parent: QObject | None = None) -> None:
        """Parts without a text, coloured by `theme`; with `outline_shown` the outline shows once there are headings."""
        super().__init__(parent)
        self._view = view
        self._outline_shown, self._outline_before = outline_shown, False
        self._headings: Sequence[Heading] = ()
        self._text: ParallelText | None = None
        self.parts = Parts(FindBar(theme), GoToBar(theme), OutlineView())
        self._finder = Finder(view, self)
        self._history = History(self.back_changed.emit)
        self.parts.outline.hide()
        self._connect()

    def _connect(self) -> None:
        find, go_to, finder, view = self.parts.find, self.parts.go_to, self._finder, self._view
        find.changed.connect(finder.search)
        find.stepped.connect(finder.step)
        find.closed.connect(self._on_find_closed)
        finder.tallied.connect(find.show_tally)
        finder.leaving.connect(self._leave)
        go_to.chosen.connect(self._go_to)
        go_to.closed.connect(self._focus_text)
        self.parts.outline.chosen.connect(self._go_to)
        view.visible_rows_changed.connect(self._on_visible_rows)
        view.caret_moved.connect(finder.caret_moved)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {
            "find": self._open_find,
            "find_next": lambda: self._step(1),
            "find_previous": lambda: self._step(-1),
            "go_to": self._open_go_to,
            "outline": self._toggle_outline,
        }

    def show_text(self, text: ParallelText | None) -> None:
        """Another text is open, or none; call it when the view shows it."""
        self._history.clear()
        self._text = text
        self._headings = outline(text.document.paragraphs) if text is not None else ()
        if text is None:
            self.parts.find.hide()
            self._finder.clear()
        self.look_at_columns()
        self._finder.set_text(text)
        self.parts.go_to.hide()  # its numbers were of another text
        self._show_outline()

    def take_over(self, old: "Navigation") -> None:
        """Continue the search of another window on the same text, with its way back."""
        self._history.take_over(old._history)
        if not old.parts.find.isHidden():
            self._finder.start_here()
            self.parts.find.open_bar(old.parts.find.query.text)

    @guarded
    def rows_changed(self, rows: Sequence[int]) -> None:
        """Update these rows, whose translations have changed."""
        self._finder.rows_changed(rows)

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons with other colours."""
        self.parts.find.set_theme(theme)
        self.parts.go_to.set_theme(theme)

    @guarded
    def look_at_columns(self) -> None:
        """Other columns may be shown, in another order or by other names: only those are searched."""
        shown = self._view.named_columns()
        self.parts.find.set_columns(shown)
        self._finder.set_columns([column for column, _ in shown], self.parts.find.query)

    @guarded
    def _on_visible_rows(self, rows: range) -> None:
        self._finder.set_visible(rows)
        self._mark_section()

    def _show_outline(self) -> None:
        shown = self._outline_shown and bool(self._headings)
        self.parts.outline.set_outline(self._headings if shown else (), self._text)
        self.parts.outline.setVisible(shown)
        self._mark_section()

    def leave_text_alone(self, alone: bool) -> None:
        """Hide the outline, until it is asked for or the text is no longer to be alone; then it is as it was."""
        before, self._outline_before = self._outline_before, self._outline_shown
        self._outline_shown = False if alone else before
        self._show_outline()

    def _mark_section(self) -> None:
        if self._headings and not self.parts.outline.isHidden():
            self.parts.outline.set_top_row(self._view.top_row())

    # Commands

    def _open_find(self) -> None:
        bar = self.parts.find
        words = self._view.selection.text
        words = words if len(words) <= _LONGEST_TAKEN else ""
        if bar.isHidden():
            self._finder.start_here()
            if bar.query and not words:
                self._finder.search(bar.query)
        bar.open_bar(words)

    def _open_go_to(self) -> None:
        if self._text is not None:
            self.parts.go_to.set_numbers(self._text.numbers())
            self.parts.go_to.open_bar()

    def _step(self, step: int) -> None:
        """Go to another hit; if the bar is closed, open it with its text as the query."""
        if self.parts.find.isHidden() or not self.parts.find.query:
            self._open_find()
        else:
            self._finder.step(step)

    @guarded
    def _on_find_closed(self) -> None:
        self._finder.clear()
        self._focus_text()

    @guarded
    def _focus_text(self) -> None:
        self._view.setFocus()

    @guarded
    def _leave(self) -> None:
        """Remember where the reader is, to come back to."""
        self._history.leave(self._view.whereabouts())

    @guarded
    def _go_to(self, row: int) -> None:
        self._leave()
        self._view.setFocus()  # first, or a screen reader would be told of the row twice
        self._view.go_to(row)

    def go_to_row(self, row: int) -> None:
        """Go to a row of the text, from which Back returns; if there is such a row."""
        if self._text is not None and 0 <= row < len(self._text.rows):
            self._go_to(row)

    def jump(self, href: str) -> bool:
        """Go to a note or a place in the document, "#note:0" or "#name"; returns whether there is such a place."""
        row = row_at(self._text.document, href) if self._text is not None else None
        if row is not None:
            self._go_to(row)
        return row is not None

    def back(self) -> None:
        """Go back to where the reader was before a link, the outline, Go to or a search."""
        place = self._history.back()
        if place is not None:
            self._view.setFocus()
            self._view.return_to(place)

    def _toggle_outline(self) -> None:
        if not self._headings:
            self.notice.emit(self.tr("This document has no headings."))
            return
        self._outline_shown = not self._outline_shown
        self._show_outline()
        self.outline_toggled.emit(self._outline_shown)
        if self._outline_shown:
            self.parts.outline.setFocus()
        else:
            self._focus_text()
