"""The list of documents to export: each with a check box and, below its title, what has come of it."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import breakable, one_line, tool_tip

_RESULT = Qt.ItemDataRole.UserRole
_TICKED = Qt.CheckState.Checked
_PADDING = 10  # pixels of an item, by the style sheet, on both sides
_BREAK = "\u2028"  # a line break for what draws items
_ENOUGH = 10_000
_LONGEST = 300  # characters of a title, of which more than fit are never drawn


class DocumentList(QTreeWidget):
    """Rows of one line, as the titles are cut, until there are results; these are shown whole."""

    def __init__(self) -> None:
        """An empty list."""
        super().__init__()
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Documents to export"))
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Delegate(self))
        self.header().sectionResized.connect(guarded(lambda *_: self.scheduleDelayedItemsLayout()))

    def show_documents(self, documents: Iterable[tuple[str, Path]]) -> None:
        """List documents, each with its title and file, none of them ticked."""
        items = [self._item_of(title, file) for title, file in documents]
        self.ensurePolished()  # the next line measures the rows for good: with the style's final sizes
        self.addTopLevelItems(items)
        if items:
            self.setCurrentItem(items[0])

    def _item_of(self, title: str, file: Path) -> QTreeWidgetItem:
        item = QTreeWidgetItem([one_line(title)])
        item.setToolTip(0, tool_tip(f"{one_line(title)}\n{one_line(str(file))}"))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        self._name(item, "")
        return item

    def ticked(self) -> list[int]:
        """The indices of the documents that are ticked."""
        return [i for i in range(self.topLevelItemCount()) if self._item(i).checkState(0) is _TICKED]

    def tick(self, index: int, ticked: bool) -> None:
        """Tick a document, or not."""
        self._item(index).setCheckState(0, _TICKED if ticked else Qt.CheckState.Unchecked)

    def result(self, index: int) -> str:
        """What is shown below the title of a document."""
        return str(self._item(index).data(0, _RESULT) or "")

    def show_result(self, index: int, words: str) -> None:
        """Show below the title of a document what is being done with it, or what has come of it; "" for nothing."""
        item = self._item(index)
        item.setData(0, _RESULT, words)
        self._name(item, words)
        self.scheduleDelayedItemsLayout()  # the row may be of another height now
        if words:
            self.scrollToItem(item)

    def _name(self, item: QTreeWidgetItem, result: str) -> None:
        """Have screen readers read out the result with the title, and that there is none."""
        words = f"{item.text(0)}, {result or self.tr('Not exported yet')}"
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, words)

    def _item(self, index: int) -> QTreeWidgetItem:
        item = self.topLevelItem(index)
        assert item is not None
        return item


class _Delegate(QStyledItemDelegate):
    def __init__(self, documents: DocumentList) -> None:
        super().__init__(documents)
        self._documents = documents

    @guarded
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the title on one line, and the result below it."""
        super().initStyleOption(option, index)
        title = option.text[:_LONGEST]
        shown = option.fontMetrics.elidedText(title, Qt.TextElideMode.ElideRight, self._room())
        option.text = _BREAK.join(filter(None, (shown, breakable(index.data(_RESULT) or ""))))

    @guarded
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size with the result wrapped in the width there is."""
        wrapped = QStyleOptionViewItem(option)
        wrapped.rect = QRect(0, 0, max(self._documents.columnWidth(0) - _PADDING, 1), _ENOUGH)
        return super().sizeHint(wrapped, index)

    def _room(self) -> int:
        """The width of a line of text beside the check box."""
        style, metric = self._documents.style(), QStyle.PixelMetric
        box = style.pixelMetric(metric.PM_IndicatorWidth, None, self._documents)
        box += style.pixelMetric(metric.PM_CheckBoxLabelSpacing, None, self._documents)
        margin = style.pixelMetric(metric.PM_FocusFrameHMargin, None, self._documents) + 1
        return max(self._documents.columnWidth(0) - _PADDING - box - 2 * margin, 1)
