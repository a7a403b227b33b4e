"""The menu bar, the tool bar and the status bar of the window."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QToolBar, QWidget

from ui.window.actions import Actions


def add_bars(window: QMainWindow, actions: Actions, captions: Iterable[QLabel], status: QWidget) -> None:
    """Give `window` its menus and tools, and a status bar with `captions` and, at its end, `status`."""
    actions.fill_menus(window.menuBar())
    bar = QToolBar(QCoreApplication.translate("MainWindow", "Tools"))
    bar.setMovable(False)
    bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
    actions.fill_tool_bar(bar)
    window.addToolBar(bar)
    window.statusBar().setSizeGripEnabled(False)
    for label in captions:
        label.setObjectName("caption")
        label.setContentsMargins(12, 0, 0, 0)
        window.statusBar().addWidget(label)
    window.statusBar().addPermanentWidget(status)
