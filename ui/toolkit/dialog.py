"""The base of all dialogs: no larger than the screen, over its parent, with Return pressing nothing not asked for."""

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QWidget

from ui.toolkit.fitting import available, fit, place, place_over, scroll_inside
from ui.toolkit.guard import guarded
from ui.toolkit.pressing import press_focused
from ui.toolkit.sizes import remember, remembered

_RESIZED = Qt.WidgetAttribute.WA_Resized


def waits_for_user(window: QWidget) -> QDialog | None:
    """A dialog over `window`, or over a dialog of it, that has to be finished before the window can be used."""
    dialogs = window.findChildren(QDialog)
    return next((each for each in dialogs if each.isVisible() and each.isModal()), None)


class Dialog(QDialog):
    """A dialog that fits on its screen, in the size that the user last gave it, also when what it shows grows.

    Return presses the button that has the focus, and elsewhere the default button. One without a default button has
    none: Qt would choose the first button, whatever that does.

    Attributes:
        foot: its buttons, which stay in view where the screen has room only for some of what is above them.
    """

    foot: QWidget | None = None
    _shown = QSize()  # its size when it was shown
    _grown = 0  # the height that was last seen to fit

    @guarded
    def setVisible(self, visible: bool) -> None:
        """Before it is shown, fit it; when it is closed, remember its size."""
        shows = visible and not self.isVisible()
        if shows:
            self._settle_default()
            self._fit(remembered(self) or self._usual_size())
            place_over(self, available(self))
        elif not visible and self.isVisible():
            remember(self, self._shown)
        super().setVisible(visible)
        if shows:
            self._shown, self._grown = self.size(), self.height()

    @guarded
    def event(self, event: QEvent) -> bool:
        """Fit it again once the layout has made room for more, and let Return press the button that has the focus."""
        if press_focused(event, self):
            return True
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit_again()
        return done

    def take_place_of(self, other: QWidget) -> None:
        """Stand where another one like it stands, in its size unless that follows the contents, with its focus."""
        layout = self.layout()
        if layout is None or layout.sizeConstraint() != QLayout.SizeConstraint.SetFixedSize:
            self.resize(other.size())
        place(self, other.pos(), available(self))
        focus = other.focusWidget()
        if focus is not None and focus.objectName():
            found = self.findChild(QWidget, focus.objectName())
            if isinstance(found, QWidget):
                found.setFocus()

    def _fit(self, wanted: QSize) -> None:
        beside = scroll_inside(self, available(self), self.foot)
        fit(self, wanted.grownBy(QMargins(0, 0, beside, 0)), available(self))

    def _fit_again(self) -> None:
        self._fit(self.size())
        if self.height() > self._grown:
            place(self, self.pos(), available(self))
        self._grown = self.height()

    def _usual_size(self) -> QSize:
        return self.size() if self.testAttribute(_RESIZED) else self.sizeHint()

    def _settle_default(self) -> None:
        buttons = self.findChildren(QPushButton)
        if not any(button.isDefault() for button in buttons):
            for button in buttons:
                button.setAutoDefault(False)
