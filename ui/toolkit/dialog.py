"""The base of all dialogs: no larger than the screen, and with Return doing nothing that was not asked for."""

from typing import Protocol
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QMargins, QSize, Qt
from PySide6.QtWidgets import QDialog, QLayout, QPushButton, QWidget

from ui.toolkit.fitting import available, fit, place, scroll_inside
from ui.toolkit.guard import guarded

_RESIZED = Qt.WidgetAttribute.WA_Resized


class Sizes(Protocol):
    """Where the sizes that the user gives to dialogs are kept, by the name of their class."""

    def size_of(self, name: str) -> QSize | None:
        """The size last kept, if any."""

    def keep_size(self, name: str, size: QSize) -> None:
        """Keep a size."""


_sizes: WeakKeyDictionary[QWidget, Sizes] = WeakKeyDictionary()


def remember_sizes(window: QWidget, sizes: Sizes) -> None:
    """Keep the sizes of all dialogs over `window`, and over those, in `sizes`."""
    _sizes[window] = sizes


class Dialog(QDialog):
    """A dialog that fits on its screen, in the size that the user last gave it, also when what it shows grows.

    One without a default button has none: Qt would choose the first button, whatever that does.
    """

    _shown = QSize()  # its size when it was shown
    _grown = 0  # the height that was last seen to fit

    @guarded
    def setVisible(self, visible: bool) -> None:
        """Before it is shown, fit it; when it is closed, remember its size."""
        if visible and not self.isVisible():
            self._settle_default()
            self._fit(self._remembered() or self._usual_size())
        elif not visible and self.isVisible():
            self._remember()
        super().setVisible(visible)
        if visible:
            self._shown, self._grown = self.size(), self.height()

    @guarded
    def event(self, event: QEvent) -> bool:
        """Fit it again once the layout has made room for more."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self._fit_again()
        return done

    def _fit(self, wanted: QSize) -> None:
        beside = scroll_inside(self, available(self))
        fit(self, wanted.grownBy(QMargins(0, 0, beside, 0)), available(self))

    def _fit_again(self) -> None:
        self._fit(self.size())
        if self.height() > self._grown:
            place(self, self.pos(), available(self))
        self._grown = self.height()

    def _usual_size(self) -> QSize:
        return self.size() if self.testAttribute(_RESIZED) else self.sizeHint()

    def _remembered(self) -> QSize | None:
        sizes = self._keeper()
        return sizes.size_of(type(self).__name__) if sizes is not None else None

    def _remember(self) -> None:
        sizes, layout = self._keeper(), self.layout()
        follows = layout is not None and layout.sizeConstraint() == QLayout.SizeConstraint.SetFixedSize
        if sizes is not None and not follows and self.size() != self._shown:
            sizes.keep_size(type(self).__name__, self.size())

    def _keeper(self) -> Sizes | None:
        above = self.parentWidget()
        while above is not None and above not in _sizes:
            above = above.parentWidget()
        return None if above is None else _sizes[above]

    def _settle_default(self) -> None:
        buttons = self.findChildren(QPushButton)
        if not any(button.isDefault() for button in buttons):
            for button in buttons:
                button.setAutoDefault(False)
