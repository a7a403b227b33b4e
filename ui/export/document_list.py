"""The list of documents to export: each with a check box and, below its title, what has come of it."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget, QTreeWidgetItem

from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import breakable, tool_tip
from ui.toolkit.one_line import one_line

_TICKED = Qt.CheckState.Checked
_PADDING = 10  # pixels of an item, by the style sheet, on both sides
_BREAK = "\u2028"  # a line break for what draws items
_ENOUGH = 10_000
_LONGEST = 300  # characters of a title, of which more than fit are never drawn


class DocumentList(QTreeWidget):
    """Rows of one line, as the titles are cut, until there are results; these are shown whole."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        """An empty list."""
        super().__init__()
        self._ticked: set[int] = set()
        self._results: dict[int, str] = {}  # by the index of the document; most have none
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Documents to export"))
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Delegate(self))
        self.itemChanged.connect(self._on_changed)
        self.header().sectionResized.connect(guarded(lambda *_: self.scheduleDelayedItemsLayout()))

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows anew in another font or style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setItemDelegate(_Delegate(self))

    def show_documents(self, documents: Iterable[tuple[str, Path]]) -> None:
        """List documents, each with its title and file, none of them ticked."""
        items = [self._item_of(title, file) for title, file in documents]
        self.ensurePolished()  # the next line measures the rows for good: with the style's final sizes
        self.addTopLevelItems(items)
        if items:
            self.setCurrentItem(items[0])

    def _item_of(self, title: str, file: Path) -> QTreeWidgetItem:
        shown = one_line(title[:_LONGEST])
        item = QTreeWidgetItem([shown])
        item.setToolTip(0, tool_tip(f"{shown}\n{one_line(str(file))}"))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        self._name(item, "")
        return item

    def ticked(self) -> list[int]:
        """The indices of the documents that are ticked."""
        return sorted(self._ticked)

    def tick(self, index: int, ticked: bool) -> None:
        """Tick a document, or not."""
        self._item(index).setCheckState(0, _TICKED if ticked else Qt.CheckState.Unchecked)

    def tick_these(self, indices: Sequence[int]) -> None:
        """Tick these documents, and bring the first of them into view."""
        self._tick_quietly(indices, True)
        if indices:
            self.setCurrentItem(self._item(indices[0]))

    def tick_all(self, ticked: bool) -> None:
        """Tick all documents, or none."""
        self._tick_quietly(range(self.topLevelItemCount()), ticked)

    def _tick_quietly(self, indices: Iterable[int], ticked: bool) -> None:
        """Tick documents, or not, and tell once."""
        model, state = self.model(), _TICKED if ticked else Qt.CheckState.Unchecked
        model.blockSignals(True)  # one for each of thousands would take seconds
        for index in indices:
            self._item(index).setCheckState(0, state)
            (self._ticked.add if ticked else self._ticked.discard)(index)
        model.blockSignals(False)
        self.viewport().update()
        self.ticks_changed.emit()

    @guarded
    def _on_changed(self, item: QTreeWidgetItem) -> None:
        index, ticked = self.indexOfTopLevelItem(item), item.checkState(0) is _TICKED
        if ticked == (index in self._ticked):
            return  # something else about it has changed
        if ticked:
            self._ticked.add(index)
        else:
            self._ticked.discard(index)
        self.ticks_changed.emit()

    def result(self, index: int) -> str:
        """What is shown below the title of a document."""
        return self._results.get(index, "")

    def show_result(self, index: int, words: str) -> None:
        """Show below the title of a document what is being done with it, or what has come of it; "" for nothing."""
        item = self._item(index)
        self._results[index] = words
        self._name(item, words)
        self.scheduleDelayedItemsLayout()  # the row may be of another height now
        if words:
            self.scrollToItem(item)

    def forget_results(self) -> None:
        """Show no results any more."""
        for index in [index for index, words in self._results.items() if words]:
            self.show_result(index, "")

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
        self._line: QSize | None = None

    @guarded
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Show the title on one line, and the result below it."""
        super().initStyleOption(option, index)
        shown = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, self._room())
        option.text = _BREAK.join(filter(None, (shown, breakable(self._documents.result(index.row())))))

    @guarded
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size with the result wrapped in the width there is; without a result all rows are alike."""
        if not self._documents.result(index.row()):
            if self._line is None:
                self._line = super().sizeHint(option, index)
            return self._line
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
