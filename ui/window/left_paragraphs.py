"""Paragraphs in another language than their document's: left, or translated all the same."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.parallel import ParallelText, RowEvent, RowForced, State, left_row, paragraph_key, pending_row
from reader.text import Paragraph
from reader.translation import foreign_to
from ui.library.shelf import Shelf
from ui.reading.view import ReadingView
from ui.session.open_document import OpenDocument
from ui.session.translation import Translation
from ui.toolkit.guard import guarded


class LeftParagraphs(QObject):
    """Translates the paragraph at the caret all the same, or leaves it again; the choice is kept for the document."""

    notice = Signal(str)
    switched = Signal(str, bool)  # the id of the command, and whether the paragraph at the caret is so translated

    def __init__(
        self, view: ReadingView, document: OpenDocument, translation: Translation, shelf: Shelf, parent: QObject
    ) -> None:
        """Serve the text open in `document`, which `view` shows; choices are stored on `shelf`."""
        super().__init__(parent)
        self._view, self._document, self._translation, self._shelf = view, document, translation, shelf
        view.caret_moved.connect(self.show_switch)
        document.updated.connect(self.show_switch)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"force": self.toggle}

    @guarded
    def show_switch(self, *_: object) -> None:
        """Show whether the paragraph at the caret is translated all the same."""
        text, place = self._document.text, self._view.caret.place
        if text is None or place is None or place.row >= len(text.rows):
            self.switched.emit("force", False)
            return
        row = text.rows[place.row]
        self.switched.emit("force", not row.language and text.is_forced(row.source))

    def toggle(self) -> None:
        """Translate the paragraph at the caret if it was left as it is, or leave it again."""
        self._toggle()
        self.show_switch()  # Qt has switched it, whatever came of it

    def _toggle(self) -> None:
        text, place = self._document.text, self._view.caret.place
        if text is None or place is None or self._document.changing_direction:
            return
        row = text.rows[place.row]
        language = "" if row.state is State.SAME and not row.language else foreign_to(text, row.source)
        if not language:
            self.notice.emit(self.tr("This paragraph does not seem to be in another language."))
        elif any(pair.edited for pair in row.sentences):
            self.notice.emit(self.tr("You have edited this paragraph. It stays translated."))
        else:
            waiting = row.state is State.PENDING and not text.is_forced(row.source)  # it will be left in a moment
            self._force(text, row.source, "" if row.language or waiting else language)

    def _force(self, text: ParallelText, paragraph: Paragraph, left_in: str) -> None:
        """Translate all paragraphs with the same words, or leave them as being in a language."""
        entry = self._document.entry
        if entry is None:
            return
        self._document.entry = self._shelf.force(entry, paragraph_key(paragraph), not left_in)
        self._translation.change(lambda: self._document.edit(lambda: _changes(text, paragraph, left_in)))


def _changes(text: ParallelText, paragraph: Paragraph, left_in: str) -> list[RowEvent]:
    same = [
        (index, row.source)
        for index, row in enumerate(text.rows)
        if row.source.text == paragraph.text and (row.language or row.state is not State.SAME)  # which code is
    ]
    if left_in:
        return [RowForced(index, left_row(source, left_in), forced=False) for index, source in same]
    return [RowForced(index, pending_row(source)) for index, source in same]
