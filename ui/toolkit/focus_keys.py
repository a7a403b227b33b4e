"""Keys that do, wherever the focus is, what the mouse does there: open the menu, show the hint."""

import sys
import weakref
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRectF
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, Qt, QTextDocumentFragment
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenuBar, QToolTip, QTreeView, QWidget
from shiboken6 import isValid

from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import tool_tip, unbroken

_SHIFT, _NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
# Windows itself makes a request for a menu of this key.
_MENU_KEY_IS_OURS = sys.platform != "win32"


@runtime_checkable
class Hinted(Protocol):
    """A widget that has something to say of what the caret is on."""

    def hint_here(self) -> tuple[str, QPoint]:
        """The hint as plain text, or "", and where in the widget."""


class FocusKeys(QObject):
    """Shift+F10 opens the menu of what has the focus, also while the menu bar is active; Shift+F1 shows its hint."""

    def __init__(self, application: QApplication) -> None:
        """Watch which widget of `application` has the focus."""
        super().__init__()
        # What had the focus before the menu bar; held, it might be destroyed by being let go while the focus moves.
        self._before: weakref.ref[QWidget] | None = None
        application.focusChanged.connect(self._on_focus)
        self._on_focus(None, application.focusWidget())

    @guarded
    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        self._before = weakref.ref(before) if before is not None and isinstance(now, QMenuBar) else None
        if now is not None:
            now.removeEventFilter(self)  # it may have had the focus before
            now.installEventFilter(self)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take these keys."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            shift = event.modifiers() == _SHIFT
            if shift and event.key() == Qt.Key.Key_F10 and _MENU_KEY_IS_OURS:
                self._open_menu(watched)
                return True
            if shift and event.key() == Qt.Key.Key_F1:
                show_hint(watched)
                return True
            QToolTip.hideText()
        return super().eventFilter(watched, event)

    def _open_menu(self, focus: QWidget) -> None:
        if isinstance(focus, QMenuBar):
            before = self._before() if self._before is not None else None
            QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, _NONE))
            if before is None or not isValid(before):
                return
            focus = before
            focus.setFocus()
        cursor = focus.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)  # some fields tell it in fractions
        place = (cursor.toRect() if isinstance(cursor, QRectF) else cursor).center()
        asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, focus.mapToGlobal(place))
        QApplication.sendEvent(focus, asked)


def show_hint(focus: QWidget | None) -> None:
    """Show what the mouse would be told at what has the focus, and have it read out."""
    if focus is None:
        return
    words, place, owner = _hint(focus)
    words = _plain(words) or _tr("There is nothing to explain here.")
    QToolTip.showText(owner.mapToGlobal(place), tool_tip(words), owner)
    announce(owner, words)


def _plain(words: str) -> str:
    """The text of a tool tip, whether it is plain or HTML."""
    return unbroken(QTextDocumentFragment.fromHtml(words).toPlainText() if Qt.mightBeRichText(words) else words)


def _hint(focus: QWidget) -> tuple[str, QPoint, QWidget]:
    """The tool tip, or "", where it is shown, and by which widget."""
    if isinstance(focus, Hinted):
        words, place = focus.hint_here()
        return tool_tip(words) if words else "", place, focus
    if isinstance(focus, QAbstractItemView) and (current := focus.currentIndex()).isValid():
        columns = focus.header().count() if isinstance(focus, QTreeView) else 1
        told = (str(current.siblingAtColumn(n).data(Qt.ItemDataRole.ToolTipRole) or "") for n in range(columns))
        return next(filter(None, told), ""), focus.visualRect(current).bottomLeft(), focus.viewport()
    owner: QWidget | None = focus
    while owner is not None and not owner.toolTip():
        owner = None if owner.isWindow() else owner.parentWidget()
    return (owner.toolTip(), owner.rect().bottomLeft(), owner) if owner is not None else ("", QPoint(), focus)


def _tr(text: str) -> str:
    return QCoreApplication.translate("FocusKeys", text)
