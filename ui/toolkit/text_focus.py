"""The text field that the user is in, also while a menu has the focus."""

import weakref

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar, QWidget
from shiboken6 import isValid

from ui.toolkit.guard import guarded
from ui.toolkit.text_keys import Field, field_of


class TextFocus(QObject):
    """Follows the focus, but not into menus: a command of a menu is for where the focus was before."""

    moved = Signal()  # the focus is elsewhere, or nowhere

    def __init__(self, parent: QObject) -> None:
        """Owned by `parent`."""
        super().__init__(parent)
        # What has the focus but menus; held, it might be destroyed by being let go while the focus moves.
        self._focus: weakref.ref[QWidget] | None = None
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._follow(application.focusWidget())

    @property
    def field(self) -> Field | None:
        """The text field that commands are for, if any."""
        focus = QApplication.focusWidget()
        if _in_menu(focus) and (focus := self._focus() if self._focus is not None else None) and not isValid(focus):
            focus = None
        return field_of(focus)

    @guarded
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if not _in_menu(now):
            self._follow(now)
            self.moved.emit()

    def _follow(self, focus: QWidget | None) -> None:
        self._focus = weakref.ref(focus) if focus is not None else None


def _in_menu(focus: QWidget | None) -> bool:
    """Whether a menu has the focus, which then has it only until a command is chosen."""
    return isinstance(focus, QMenuBar | QMenu)
