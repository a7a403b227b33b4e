"""The menu of the documents opened last."""

from heapq import nlargest

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.library import Entry
from ui.library.shelf import Shelf
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import tool_tip
from ui.window.bars import menu_with

_MOST = 10
# Pixels that a name may take; of a longer one the middle is left out.
_WIDTH = 420


class RecentFiles(QObject):
    """Fills the menu whenever the one that it is in opens: names, first of all the document opened last.

    Attributes:
        menu: the menu; disabled while nothing has been opened yet.
    """

    chosen = Signal(object)  # the Entry of a document to open

    def __init__(self, shelf: Shelf, window: QWidget) -> None:
        """A menu of documents on `shelf`."""
        super().__init__(window)
        self._shelf = shelf
        self.menu = QMenu(self.tr("Open re&cent"), window)
        self.menu.setToolTipsVisible(True)

    def put_before(self, action: QAction, bar: QMenuBar) -> None:
        """Put the menu into that of `bar` which has `action`, before it."""
        outer = menu_with(action, bar)
        outer.insertMenu(action, self.menu)
        outer.aboutToShow.connect(self.fill)
        self.fill()

    @guarded
    def fill(self) -> None:
        """Bring the menu up to date."""
        opened = (entry for entry in self._shelf.library if entry.opened)
        entries = nlargest(_MOST, opened, key=lambda entry: entry.opened)
        self.menu.clear()
        for number, entry in enumerate(entries, 1):
            self._add(number, entry, self._shelf.called(entry))
        self.menu.menuAction().setEnabled(bool(entries))

    def _add(self, number: int, entry: Entry, name: str) -> None:
        missing = self._shelf.is_missing(entry)
        words = self.menu.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDTH).replace("&", "&&")
        place = f"1&{number - _MOST}" if number == _MOST else f"&{number}"
        action = self.menu.addAction(
            f"{place}  " + (self.tr("{name} (missing)") if missing else "{name}").format(name=words)
        )
        action.setEnabled(not missing)
        action.setToolTip(tool_tip(name))
        action.triggered.connect(guarded(lambda: self.chosen.emit(entry)))
