"""The progress of the open document's translation, and the commands that pause, resume and cancel it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.session.open_document import OpenDocument
from ui.session.progress import Progress
from ui.session.translation import Translation
from ui.toolkit.guard import guarded
from ui.window.status_bar import TranslationStatus


class ProgressController(QObject):
    """Connects the status bar to the translation.

    Attributes:
        status: the end of the status bar, to be laid out by the window.
    """

    progress_shown = Signal(object)  # Progress

    def __init__(self, document: OpenDocument, translation: Translation, window: QWidget) -> None:
        """Show the progress of `translation`."""
        super().__init__(window)
        self._document, self._translation, self.status = document, translation, TranslationStatus()
        self.status.cancelled.connect(translation.cancel)
        self.status.paused.connect(translation.pause)
        self.status.resumed.connect(translation.resume)
        document.opening.connect(self.hide_progress)
        translation.progressed.connect(self._show)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {
            "pause": self._translation.pause,
            "cancel": self._translation.cancel,
            "resume": self._translation.resume,
        }

    @guarded
    def hide_progress(self) -> None:
        """Hide the progress: no text is shown."""
        self.status.clear()

    @guarded
    def _show(self, progress: Progress) -> None:
        self.status.show_progress(progress)
        self.progress_shown.emit(progress)

    def take_over(self, old: "ProgressController") -> None:
        """Show what another window shows for the open text."""
        if self._document.text is not None and old.status.progress is not None:
            self._show(old.status.progress)
