"""A home for the keyboard focus, where it goes when what has it is hidden."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.toolkit.guard import guarded


class FocusHome(QObject):
    """Takes the focus home from whatever is hidden in a window, also while another window is active.

    Qt would give it to what is next, perhaps a field of another part: it would get what the user goes on typing.
    """

    def __init__(self, window: QWidget, home: Callable[[], QWidget]) -> None:
        """Serve `window`, which owns this; `home` is asked each time."""
        super().__init__(window)
        self._window, self._home = window, home
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)

    @guarded
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now.window() is self._window:
            now.removeEventFilter(self)  # it may have had the focus before
            now.installEventFilter(self)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the focus from a widget before Qt does; of a field in a list that list takes care."""
        hidden = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if hidden and self._window.isVisible() and watched is self._window.focusWidget() and not _in_list(watched):
            self._home().setFocus(Qt.FocusReason.OtherFocusReason)
        return super().eventFilter(watched, event)


def _in_list(widget: QObject) -> bool:
    """Whether a widget is in a list that stays."""
    around = widget.parent()
    while around is not None and not isinstance(around, QAbstractItemView):
        around = around.parent()
    return around is not None and around.isVisible()
