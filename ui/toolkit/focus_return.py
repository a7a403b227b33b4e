"""Giving the keyboard focus back to where it was before it came into a bar that closes."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.toolkit.guard import guarded


class FocusReturn(QObject):
    """Notes from where the focus comes into a bar, and gives it back: Qt would give it to whatever is next."""

    def __init__(self, bar: QWidget) -> None:
        """Serve `bar`, which owns this."""
        super().__init__(bar)
        self._bar = bar
        self._before: QWidget | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    @property
    def inside(self) -> QWidget | None:
        """What has the focus of the window, if that is in the bar."""
        focus = self._bar.window().focusWidget()
        return focus if focus is not None and self._bar.isAncestorOf(focus) else None

    @guarded
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or old is None or not self._bar.isAncestorOf(new) or self._bar.isAncestorOf(old):
            return
        if old.window() is self._bar.window():
            self._before = old

    def give_back(self) -> None:
        """Give the focus back if the bar has it, before that is hidden."""
        before, self._before = self._before, None
        if self.inside is not None and before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
