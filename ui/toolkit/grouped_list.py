"""A list of rows in columns, in titled groups that are always expanded."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from ui.toolkit.line_breaks import tool_tip

_INDENT = 16


class GroupedList(QTreeWidget):
    """Groups of rows; one column takes the remaining width."""

    def __init__(self, name: str, columns: Sequence[str], *, wide: int = 0, parent: QWidget | None = None) -> None:
        """An empty list with these headers, called `name` by screen readers; column `wide` takes the spare width."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setHeaderLabels(columns)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)  # a row is current, not a cell
        self._wide = wide
        header = self.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)

    def add_group(self, title: str, rows: Iterable[Sequence[str]]) -> None:
        """Add a group below the others."""
        top = QTreeWidgetItem([title])
        self._name(top, title)
        top.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        top.addChildren([self._item(row) for row in rows])
        self.addTopLevelItem(top)  # only when complete: the columns are measured again at every change
        top.setFirstColumnSpanned(True)
        top.setExpanded(True)
        if self.currentItem() is None and (first := top.child(0)) is not None:
            self.setCurrentItem(first)

    @property
    def place(self) -> tuple[int, int] | None:
        """The indices of the current group and of the row in it, if any."""
        index = self.currentIndex()
        return (index.parent().row(), index.row()) if index.parent().isValid() else None

    def rows(self) -> list[tuple[str, ...]]:
        """The rows of all groups, without the titles."""
        model = self.model()
        tops = [model.index(number, 0) for number in range(model.rowCount())]
        places = [(top, number) for top in tops for number in range(model.rowCount(top))]
        columns = range(self.columnCount())
        return [tuple(str(model.index(number, each, top).data() or "") for each in columns) for top, number in places]

    def _item(self, row: Sequence[str]) -> QTreeWidgetItem:
        item = QTreeWidgetItem(list(row))
        self._name(item, ", ".join(filter(None, row)))
        item.setToolTip(self._wide, tool_tip(row[self._wide]))  # it may be elided
        return item

    def _name(self, item: QTreeWidgetItem, words: str) -> None:
        """Have screen readers read out `words` in the first column, and where there is nothing else to read."""
        for column in range(self.columnCount()):
            if not column or not item.text(column):
                item.setData(column, Qt.ItemDataRole.AccessibleTextRole, words)
