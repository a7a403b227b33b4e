"""What a screen reader finds in a window, and what the Tab key reaches."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QScrollArea, QWidget

Role, Text = QAccessible.Role, QAccessible.Text
# What is made of other things, or decorates: it needs no name of its own.
_HOLDERS = {
    Role.Client,
    Role.Pane,
    Role.LayeredPane,
    Role.Grouping,
    Role.Border,
    Role.Separator,
    Role.Splitter,
    Role.Grip,
    Role.ScrollBar,
    Role.StaticText,
    Role.Graphic,
    Role.MenuBar,
    Role.StatusBar,
    Role.Whitespace,
    Role.NoRole,
}
# The children looked at of one element: lists may have thousands.
_MOST = 80


def elements(interface: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    """The visible elements from `interface` down."""
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    yield interface
    for number in range(min(interface.childCount(), _MOST)):
        yield from elements(interface.child(number))


def children(interface: QAccessibleInterface) -> list[QAccessibleInterface]:
    """The first elements right below one."""
    return [interface.child(number) for number in range(min(interface.childCount(), _MOST))]


def nameless(window: QWidget) -> list[str]:
    """The controls, rows and cells of a window that a screen reader could not name."""
    found = elements(QAccessible.queryAccessibleInterface(window))
    return [_description(each) for each in found if _needs_a_name(each) and not _name(each)]


def _needs_a_name(interface: QAccessibleInterface) -> bool:
    return bool(interface.state().focusable) or interface.role() not in _HOLDERS


def _name(interface: QAccessibleInterface) -> str:
    widget = interface.object()
    if isinstance(widget, QComboBox):  # on Linux its name is its value, and a label, or the description, tells what of
        labels = interface.relations(QAccessible.RelationFlag.Label)
        return "labelled" if labels else interface.text(Text.Description)
    return interface.text(Text.Name).strip()


def _description(interface: QAccessibleInterface) -> str:
    above, widget = interface.parent(), interface.object()
    within = above.text(Text.Name) if above is not None else ""
    return f"{interface.role().name} {type(widget).__name__ if widget else ''} {interface.text(Text.Value)} in {within}"


def without_current(window: QWidget) -> list[str]:
    """The lists, trees and tables of a window that have rows but none that is current."""
    views = [each for each in window.findChildren(QAbstractItemView) if each.isVisible() and each.model().rowCount()]
    return [each.accessibleName() for each in views if not each.currentIndex().isValid()]


def tab_stops(window: QWidget) -> list[QWidget]:
    """The widgets that the Tab key goes to, in order, beginning with the first in the window."""
    first = next(each for each in _chain(window) if _is_stop(each))
    first.setFocus(Qt.FocusReason.TabFocusReason)
    stops: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in stops:
        stops.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return stops


def _chain(window: QWidget) -> Iterator[QWidget]:
    """The widgets of a window in the order of Qt's focus chain."""
    now = window.nextInFocusChain()
    while now is not None and now is not window:
        yield now
        now = now.nextInFocusChain()


def unreached(window: QWidget, stops: list[QWidget]) -> list[QWidget]:
    """The controls of a window that a click gives the focus, and that the Tab key does not go to."""
    found = [each for each in window.findChildren(QWidget) if each.window() is window and _takes_clicks(each)]
    return [each for each in found if not any(stop is each or stop.isAncestorOf(each) for stop in stops)]


def out_of_order(stops: list[QWidget]) -> list[tuple[str, str]]:
    """The neighbours in the order of Tab of which the second is neither below the first nor to the right of it.

    The button that closes a bar comes last in it, wherever it is.
    """
    pairs = [(one, other) for one, other in pairwise(stops) if other.accessibleName() != "Close (Esc)"]
    return [(_called(one), _called(other)) for one, other in pairs if not _follows(_area(one), _area(other))]


def _follows(one: QRect, other: QRect) -> bool:
    return other.center().y() > one.center().y() or other.left() >= one.right()


def _area(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.property('text') or widget.objectName()}"


def _is_stop(widget: QWidget) -> bool:
    tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


def _takes_clicks(widget: QWidget) -> bool:
    click = bool(widget.focusPolicy() & Qt.FocusPolicy.ClickFocus)
    return click and widget.isVisible() and widget.isEnabled() and not isinstance(widget, QScrollArea | QLabel)
