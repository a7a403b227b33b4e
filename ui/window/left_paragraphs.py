"""Paragraphs in another language than their document's: left, or translated all the same."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reader.parallel import State
from reader.text import Paragraph
from reader.translation import foreign_to
from ui.reading.view import ReadingView
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.window.document_steps import DocumentSteps


class LeftParagraphs(QObject):
    """Translates the paragraph at the caret all the same, or leaves it again; the choice is kept for the document."""

    notice = Signal(str)
    switched = Signal(str, bool)  # the id of the command, and whether the paragraph at the caret is so translated

    def __init__(self, view: ReadingView, document: OpenDocument, steps: DocumentSteps, parent: QObject) -> None:
        """Serve the text open in `document`, which `view` shows; `steps` stores the choices."""
        super().__init__(parent)
        self._view, self._document, self._steps = view, document, steps
        view.caret_moved.connect(self.show_switch)
        steps.shown.connect(self._on_shown)
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

    @guarded
    def _on_shown(self, paragraph: Paragraph) -> None:
        """Show the paragraph whose translation was chosen, or no longer, unless the caret is there."""
        text, place = self._document.text, self._view.caret.place
        if text is None or (place is not None and text.rows[place.row].source.text == paragraph.text):
            return
        row = next((row for row, each in enumerate(text.rows) if each.source.text == paragraph.text), None)
        if row is not None:
            self._view.go_to(row)

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
            translate = bool(row.language) or waiting
            left = row.language or language
            self._steps.force(row.source, "" if translate else left, left if translate else "")
