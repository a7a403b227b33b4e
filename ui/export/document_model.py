"""The documents to export as an item model: which are ticked, and what has come of each."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QIdentityProxyModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QListWidget

from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import tool_tip
from ui.toolkit.one_line import one_line

_Role = Qt.ItemDataRole
_TICKED = Qt.CheckState.Checked
_LONGEST = 300  # characters of a title, of which more than fit are never drawn


class DocumentModel(QIdentityProxyModel):
    """One row per document. Qt's own model below it has only their number, and that each can be ticked.

    A view asks for that at each of thousands of rows when it lays them out, which takes many times as long in Python.

    Attributes:
        results: by row, what is said below the title; most have none.
    """

    ticks_changed = Signal()
    toggled = Signal()  # the user ticked one document, or not

    def __init__(self, documents: Sequence[tuple[str, Path]]) -> None:
        """A model of documents, each with its title and file, none of them ticked; asked for as they are shown."""
        super().__init__()
        self._rows = QListWidget()  # never shown; its items can be ticked, unlike those of other models of Qt
        self._rows.addItems([""] * len(documents))
        self.setSourceModel(self._rows.model())
        self.results: dict[int, str] = {}
        self._documents = documents
        self._known: dict[int, tuple[str, str]] = {}  # by row, the title as it is shown, and the file
        self._ticked: set[int] = set()

    def ticked(self) -> list[int]:
        """The rows that are ticked."""
        return sorted(self._ticked)

    def tick(self, rows: Iterable[int], ticked: bool) -> None:
        """Tick rows, or not, and tell once if that changes anything."""
        before = len(self._ticked)
        (self._ticked.update if ticked else self._ticked.difference_update)(rows)
        if len(self._ticked) != before:
            self._tell(0, self.rowCount() - 1)
            self.ticks_changed.emit()

    def show_result(self, row: int, words: str) -> None:
        """Say below the title of a document what has come of it; "" for nothing."""
        self.results[row] = words
        self._tell(row, row)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    @guarded
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _Role.DisplayRole) -> object:
        """The title, its tick, its file as a hint; for screen readers also the result, or that there is none."""
        row = index.row()
        match role:
            case _Role.DisplayRole:
                return self._shown(row)[0]
            case _Role.CheckStateRole:
                return _TICKED if row in self._ticked else Qt.CheckState.Unchecked
            case _Role.ToolTipRole:
                return tool_tip("\n".join(self._shown(row)))
            case _Role.AccessibleTextRole:
                return f"{self._shown(row)[0]}, {self.results.get(row) or self.tr('Not exported yet')}"
        return None

    @guarded
    def setData(self, index: QModelIndex | QPersistentModelIndex, value: object, role: int = _Role.EditRole) -> bool:
        """Tick a document, or not."""
        if role != _Role.CheckStateRole:
            return False
        self.tick([index.row()], Qt.CheckState(value) is _TICKED)
        self.toggled.emit()
        return True

    def _shown(self, row: int) -> tuple[str, str]:
        if row not in self._known:
            title, file = self._documents[row]
            self._known[row] = one_line(title[:_LONGEST]), one_line(str(file))
        return self._known[row]
