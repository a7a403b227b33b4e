"""The panel with the headings of the open document."""

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from reader.parallel import ParallelText
from reader.text import Heading, plain_title
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import tool_tip

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole


class OutlineModel(QAbstractItemModel):
    """The headings as a tree; the internal id of an index is the heading's index in the outline."""

    def __init__(self) -> None:
        """No headings."""
        super().__init__()
        self.text: ParallelText | None = None
        self._headings: Sequence[Heading] = ()
        self._children: dict[int | None, list[int]] = {}
        self._place: list[int] = []  # of each heading among its siblings
        self.reading: int | None = None  # the heading whose section is being read

    def set_outline(self, headings: Sequence[Heading], text: ParallelText | None) -> None:
        """Show other headings; their translations are looked up in `text` on demand."""
        self.beginResetModel()
        self._headings, self.text, self.reading = headings, text, None
        self._children, self._place = {}, []
        for number, heading in enumerate(headings):
            siblings = self._children.setdefault(heading.parent, [])
            self._place.append(len(siblings))
            siblings.append(number)
        self.endResetModel()

    def section_at(self, row: int) -> int | None:
        """The heading of the section with a row of the text."""
        number = bisect_right(self._headings, row, key=lambda heading: heading.row) - 1
        return number if number >= 0 else None

    def set_reading(self, number: int | None) -> None:
        """Set the heading whose section is being read."""
        before, self.reading = self.reading, number
        for changed in (before, number):
            if changed is not None:
                index = self.index_of(changed)
                self.dataChanged.emit(index, index)

    def heading(self, index: Index) -> Heading:
        """The heading of a valid index."""
        return self._headings[index.internalId()]

    def index_of(self, number: int) -> QModelIndex:
        """The index of heading `number` of the outline."""
        return self.createIndex(self._place[number], 0, number)

    @guarded
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:
        """The index of a child."""
        children = self._under(parent)
        return self.createIndex(row, 0, children[row]) if column == 0 and 0 <= row < len(children) else QModelIndex()

    @guarded
    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]
        """The parent heading."""
        above = self.heading(index).parent if index.isValid() else None
        return self.index_of(above) if above is not None else QModelIndex()

    @guarded
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The number of headings under one."""
        return len(self._under(parent))

    @guarded
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One."""
        return 1

    @guarded
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The title; as tool tip its translation; the section being read is bold and described as such."""
        if not index.isValid():
            return None
        heading, here = self.heading(index), index.internalId() == self.reading
        if role == _Role.DisplayRole:
            return heading.title
        if role == _Role.ToolTipRole:
            return tool_tip("\n".join(filter(None, (heading.title, self._translation(heading)))))
        if role == _Role.AccessibleTextRole:
            return self.tr("{title}, current section").format(title=heading.title) if here else heading.title
        if role == _Role.FontRole and here:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _under(self, parent: Index) -> list[int]:
        return self._children.get(parent.internalId() if parent.isValid() else None, [])

    def _translation(self, heading: Heading) -> str:
        if self.text is None or not (row := self.text.rows[heading.row]).target:
            return ""
        target = plain_title(row.target, row.marks, row.source.marker)
        return target if target != heading.title else ""


class OutlineView(QTreeView):
    """Lists the headings; `chosen` carries the row of the text to go to.

    The section being read looks selected and changes as the text is scrolled; the keyboard focus in the list is
    independent of it.
    """

    chosen = Signal(int)  # row

    def __init__(self, parent: QWidget | None = None) -> None:
        """A panel without headings."""
        super().__init__(parent)
        self._model = OutlineModel()
        self.setModel(self._model)
        self.setItemDelegate(_HeadingDelegate(self._model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setObjectName("outline")
        self.setAccessibleName(self.tr("Outline"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(16)
        self.setExpandsOnDoubleClick(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(140)
        self.clicked.connect(self._choose)

    def set_outline(self, headings: Sequence[Heading], text: ParallelText | None) -> None:
        """Show the headings of a text."""
        self._model.set_outline(headings, text)
        self.expandAll()
        if headings:
            self.setCurrentIndex(self._model.index_of(0))

    def set_top_row(self, row: int) -> None:
        """Mark the section with this row of the text."""
        number = self._model.section_at(row)
        if number == self._model.reading:
            return
        self._model.set_reading(number)
        if number is not None and not self.hasFocus():
            self.scrollTo(self._model.index_of(number))

    @property
    def reading(self) -> str:
        """The title of the section marked as being read, or ""."""
        number = self._model.reading
        return str(self._model.index_of(number).data()) if number is not None else ""

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space go to the heading."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @guarded
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self._model.heading(index).row)


class _HeadingDelegate(QStyledItemDelegate):
    def __init__(self, model: OutlineModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    @guarded
    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the section being read as if it were selected."""
        super().initStyleOption(option, index)
        if index.internalId() == self._model.reading:
            option.state |= QStyle.StateFlag.State_Selected
