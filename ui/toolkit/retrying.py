"""A file that cannot be written now: told of once, and tried again until it can be."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said

# How long to wait before what could not be written is tried again.
_AGAIN_MS = 10_000


class Retrying(QObject):
    """Tries again after some seconds, as long as that fails, and says so while it does."""

    told = Signal(object)  # a function that gives why it is not written yet, in a sentence; None once it is

    def __init__(self, write: Callable[[], object], parent: QObject) -> None:
        """Call `write` again; it calls `failed` or `succeeded`, at once or later."""
        super().__init__(parent)
        self._write, self._told = write, ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AGAIN_MS)
        self._timer.timeout.connect(self._try)

    def failed(self, error: Exception) -> None:
        """It could not be written: try again later, and say why unless that has been said."""
        self._timer.start()
        self._tell(lambda: self.tr("{problem} Tospalt keeps trying.").format(problem=said(error)))

    def succeeded(self) -> None:
        """It is written."""
        self._timer.stop()
        if self._told:
            self._told = ""
            self.told.emit(None)

    def _tell(self, words: Callable[[], str]) -> None:
        if (now := words()) != self._told:
            self._told = now
            self.told.emit(words)

    @guarded
    def _try(self) -> None:
        self._write()
