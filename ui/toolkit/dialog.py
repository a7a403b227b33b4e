"""The base of all dialogs: no larger than the screen, and with Return doing nothing that was not asked for."""

from weakref import WeakKeyDictionary

from PySide6.QtCore import QMargins, QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ui.toolkit.fitting import available, fit, scroll_inside
from ui.toolkit.guard import guarded

_RESIZED = Qt.WidgetAttribute.WA_Resized
# The sizes that the user has given to dialogs over a window.
_sizes: WeakKeyDictionary[QWidget, dict[str, QSize]] = WeakKeyDictionary()


class Dialog(QDialog):
    """A dialog that fits on its screen, with the size it last had over its window.

    One without a default button has none: Qt would choose the first button, whatever that does.
    """

    _shown = QSize()  # its size when it was shown

    @guarded
    def setVisible(self, visible: bool) -> None:
        """Before it is shown, fit it; when it is closed, remember its size."""
        if visible and not self.isVisible():
            self._settle_default()
            wanted = self._remembered().get(type(self).__name__, self._usual_size())
            beside = scroll_inside(self, available(self))
            fit(self, wanted.grownBy(QMargins(0, 0, beside, 0)), available(self))
        elif not visible and self.isVisible() and self.size() != self._shown:
            self._remembered()[type(self).__name__] = self.size()
        super().setVisible(visible)
        if visible:
            self._shown = self.size()

    def _usual_size(self) -> QSize:
        return self.size() if self.testAttribute(_RESIZED) else self.sizeHint()

    def _remembered(self) -> dict[str, QSize]:
        parent = self.parentWidget()
        return _sizes.setdefault(parent.window(), {}) if parent is not None else {}

    def _settle_default(self) -> None:
        buttons = self.findChildren(QPushButton)
        if not any(button.isDefault() for button in buttons):
            for button in buttons:
                button.setAutoDefault(False)
