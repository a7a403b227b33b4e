"""The commands for notes and bookmarks."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.text import Span
from ui.reading.view import ReadingView
from ui.session.columns import NOTES, Columns
from ui.session.notes import NotePlace, Notes
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.window.note_dialog import NoteDialog
from ui.window.notes_dialog import NotesDialog


class NoteCommands(QObject):
    """Writes notes on the sentence at the caret, sets bookmarks at its paragraph, and lists both."""

    told = Signal(str)  # what a command has done

    def __init__(
        self,
        notes: Notes,
        columns: Columns,
        document: OpenDocument,
        view: ReadingView,
        jump: Callable[[int], object],
        window: QWidget,
    ) -> None:
        """Serve a `window`; `jump` goes to a row of the text, from which Back returns."""
        super().__init__(window)
        self._notes, self._columns, self._document, self._view = notes, columns, document, view
        self._jump, self._window = jump, window
        self._list: NotesDialog | None = None
        notes.changed.connect(self._on_changed)
        notes.notice.connect(self.told)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"note": self._write, "bookmark": self._toggle_bookmark, "notes": self._show_list}

    def _write(self) -> None:
        place, text = self._view.caret.standing, self._document.text
        if place is None or text is None:
            return
        source = text.rows[place.row].source.text
        span: Span | None = self._view.source_span(place)
        there = self._notes.note_at(place.row, span)
        if there is not None and not there.anchor.sentence:
            span = None  # it is on the whole paragraph
        sentence = source[slice(*span)] if span is not None else source
        if (at := self._notes.place(place.row, span)) is not None:
            typed = partial(self._notes.hold, at)
            NoteDialog(sentence, at.before, typed, partial(self._save, at), self._window).open()

    def _save(self, place: NotePlace, words: str, done: Callable[[], object], failed: Callable[[], object]) -> None:
        self._notes.write(place, words, done, failed)
        if words.strip() and not self._columns.shows(NOTES):
            self._columns.toggle(NOTES)

    def _toggle_bookmark(self) -> None:
        if (place := self._view.caret.standing) is not None:
            self._notes.toggle_bookmark(place.row, self._tell_of_bookmark)

    def _tell_of_bookmark(self, is_set: bool) -> None:
        self.told.emit(self.tr("Bookmark set.") if is_set else self.tr("Bookmark removed."))

    def _show_list(self) -> None:
        if self._list is None:
            self._list = NotesDialog(self._numbers, self._jump, self._notes.remove, self._window)
        self._list.show_all(self._notes.placed)
        self._list.show()
        self._list.activateWindow()

    def _numbers(self) -> Sequence[int | None]:
        text = self._document.text
        return text.numbers() if text is not None else ()

    @guarded
    def _on_changed(self) -> None:
        if self._list is not None and self._list.isVisible():
            self._list.show_all(self._notes.placed)
