"""Which entry of a list has the focus, as a screen reader is told."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.toolkit.guard import guarded


class FocusItems(QObject):
    """Tells of the current entry when its list, tree or table gets the focus; Qt tells only of the list then."""

    told = Signal(str)  # the name of the entry that a screen reader was told of

    def __init__(self, application: QApplication) -> None:
        """Watch which widget of `application` has the focus."""
        super().__init__()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)  # once Qt has told of the list
        self._later.timeout.connect(self._tell)
        application.focusChanged.connect(self._on_focus)

    @guarded
    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if QAccessible.isActive() and isinstance(now, QAbstractItemView):
            self._later.start()

    @guarded
    def _tell(self) -> None:
        view = QApplication.focusWidget()
        if not isinstance(view, QAbstractItemView) or not view.currentIndex().isValid():
            return
        if _send(view, QAccessibleEvent(view, QAccessible.Event.Focus)):
            self.told.emit(str(view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or ""))


def tell_ticked(view: QAbstractItemView) -> bool:
    """Tell a screen reader that the current entry of a list was ticked or not, of which Qt tells nothing."""
    state = QAccessible.State()
    state.checked = True  # that is what has changed
    return _send(view, QAccessibleStateChangeEvent(view, state))


def _send(view: QAbstractItemView, event: QAccessibleEvent) -> bool:
    """Send an event about the current entry of a list; returns whether there is one."""
    told = QAccessible.queryAccessibleInterface(view)
    entry = told.focusChild() if told is not None else None
    if told is None or entry is None or (number := told.indexOfChild(entry)) < 0:
        return False
    event.setChild(number)
    QAccessible.updateAccessibility(event)
    return True
