"""The menu bar, the tool bar and the status bar of the window."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar, QToolBar, QWidget

from ui.window.actions import Actions


def add_bars(window: QMainWindow, actions: Actions, status: QWidget) -> Sequence[QWidget]:
    """Give `window` its menus and tools, and a status bar with `status`; returns the three bars."""
    actions.fill_menus(window.menuBar())
    bar = QToolBar(QCoreApplication.translate("MainWindow", "Tools"))
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    actions.fill_tool_bar(bar)
    window.addToolBar(bar)
    window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)  # Qt's would hide the tools
    window.statusBar().setSizeGripEnabled(False)
    window.statusBar().addPermanentWidget(status, 1)
    return window.menuBar(), bar, window.statusBar()


def menu_with(action: QAction, bar: QMenuBar) -> QMenu:
    """The menu of `bar` that has an action."""
    return next(menu for menu in bar.findChildren(QMenu) if action in menu.actions())
