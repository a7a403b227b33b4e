"""The list of documents to export: each with a check box and, below its title, what has come of it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.export.document_model import DocumentModel
from ui.toolkit.focus_items import tell_ticked
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import breakable

_PADDING = 10  # pixels of an item, by the style sheet, on both sides
_BREAK = "\u2028"  # a line break for what draws items
_ENOUGH = 10_000


class DocumentList(QTreeView):
    """Rows of one line, as the titles are cut, until there are results; these are shown whole."""

    ticks_changed = Signal()

    def __init__(self) -> None:
        """An empty list."""
        super().__init__()
        self._documents = DocumentModel(())
        self.setHeaderHidden(True)
        self.setAccessibleName(self.tr("Documents to export"))
        self.setRootIsDecorated(False)
        self.setWordWrap(True)
        self.setItemDelegate(_Delegate(self))
        self.header().sectionResized.connect(guarded(lambda *_: self.scheduleDelayedItemsLayout()))

    @guarded
    def changeEvent(self, event: QEvent) -> None:
        """Measure the rows anew in another font or style."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setItemDelegate(_Delegate(self))

    def show_documents(self, documents: Sequence[tuple[str, Path]]) -> None:
        """List documents, each with its title and file, none of them ticked."""
        self._documents = DocumentModel(documents)
        self._documents.setParent(self)
        self._documents.ticks_changed.connect(self.ticks_changed)
        self._documents.toggled.connect(guarded(lambda: tell_ticked(self)))
        self.setUniformRowHeights(True)  # or all rows above one that is gone to would be measured
        self.ensurePolished()  # the next line measures the rows for good: with the style's final sizes
        self.setModel(self._documents)
        self.setCurrentIndex(self._documents.index(0, 0))

    @property
    def count(self) -> int:
        """Number of documents."""
        return self._documents.rowCount()

    def ticked(self) -> list[int]:
        """The indices of the documents that are ticked."""
        return self._documents.ticked()

    def tick(self, index: int, ticked: bool) -> None:
        """Tick a document, or not."""
        self._documents.tick([index], ticked)

    def tick_these(self, indices: Sequence[int]) -> None:
        """Tick these documents, and bring the first of them into view."""
        self._documents.tick(indices, True)
        if indices:
            self.setCurrentIndex(self._documents.index(indices[0], 0))

    def tick_all(self, ticked: bool) -> None:
        """Tick all documents, or none."""
        self._documents.tick(range(self.count), ticked)

    @guarded
    def dataChanged(
        self,
        first: QModelIndex | QPersistentModelIndex,
        last: QModelIndex | QPersistentModelIndex,
        roles: Sequence[int] = (),
    ) -> None:
        """Redraw, and measure a single row again, which may have another result; not the thousands that are ticked."""
        if first.row() == last.row():
            super().dataChanged(first, last, roles)
        else:
            self.viewport().update()

    def result(self, index: int) -> str:
        """What is shown below the title of a document."""
        return self._documents.results.get(index, "")

    def show_result(self, index: int, words: str) -> None:
        """Show below the title of a document what is being done with it, or what has come of it; "" for nothing."""
        if words:
            self.setUniformRowHeights(False)
        self._documents.show_result(index, words)
        if words:
            self.scrollTo(self._documents.index(index, 0))

    def forget_results(self) -> None:
        """Show no results any more."""
        for index in [index for index, words in self._documents.results.items() if words]:
            self.show_result(index, "")


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
