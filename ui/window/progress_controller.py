"""How far the translation of the open document is, and the commands that pause, resume and cancel it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.session.open_document import OpenDocument
from ui.session.progress import Progress
from ui.session.translation import Translation
from ui.toolkit.guard import guarded
from ui.window.status_bar import TranslationStatus


class ProgressController(QObject):
    """Ties what the status bar shows to the translation.

    Attributes:
        status: the end of the status bar, for the window to lay out.
    """

    progress_shown = Signal(object)  # Progress

    def __init__(self, document: OpenDocument, translation: Translation, window: QWidget) -> None:
        """Of the `translation` of what is open."""
        super().__init__(window)
        self._document, self._translation, self.status = document, translation, TranslationStatus()
        self.status.cancelled.connect(translation.cancel)
        self.status.paused.connect(translation.pause)
        self.status.resumed.connect(translation.resume)
        document.opening.connect(self.hide_progress)
        translation.progressed.connect(self._show)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What the commands of this part do, by their ids."""
        return {
            "pause": self._translation.pause,
            "cancel": self._translation.cancel,
            "resume": self._translation.resume,
        }

    @guarded
    def hide_progress(self) -> None:
        """No text is shown that could be translated."""
        self.status.clear()

    @guarded
    def _show(self, progress: Progress) -> None:
        self.status.show_progress(progress)
        self.progress_shown.emit(progress)

    def take_over(self, old: "ProgressController") -> None:
        """Show what another window shows of the open text."""
        if self._document.text is not None and old.status.progress is not None:
            self._show(old.status.progress)
