"""A hint over a widget that goes away by itself."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label

_SHOWN_MS = 5000
_FROM_BELOW = 48  # pixels between it and the lower edge


class PassingHint(Label):
    """One sentence near the lower edge of a widget for a few seconds; clicks go through it."""

    def __init__(self, over: QWidget) -> None:
        """A hidden hint over a widget."""
        super().__init__()
        self.setParent(over)
        self.setObjectName("passing")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = over
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def show_words(self, words: str) -> None:
        """Show `words`, and announce them to a screen reader."""
        self.setText(words)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self._over, words)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the widget changes its size."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.ensurePolished()
        self.adjustSize()
        room = self._over.size()
        self.move((room.width() - self.width()) // 2, max(room.height() - self.height() - _FROM_BELOW, 0))
