"""Rows of a tree that are as high as their wrapped texts need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui.toolkit.guard import guarded

_PADDING = 10  # of an item, by the style sheet, on both sides
_ENOUGH = 10_000


def wrap_texts(tree: QTreeView) -> None:
    """Have `tree` show its texts whole, in rows as high as that takes; Qt itself would give each row one line."""
    tree.setWordWrap(True)
    tree.setItemDelegate(_WrappingDelegate(tree))
    tree.header().sectionResized.connect(guarded(lambda *_: tree.scheduleDelayedItemsLayout()))


class _WrappingDelegate(QStyledItemDelegate):
    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    @guarded
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of the text wrapped in its column."""
        room = self._tree.columnWidth(index.column()) - _PADDING
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            style, metric = self._tree.style(), QStyle.PixelMetric
            room -= style.pixelMetric(metric.PM_IndicatorWidth, None, self._tree)
            room -= style.pixelMetric(metric.PM_CheckBoxLabelSpacing, None, self._tree)
        wrapped = QStyleOptionViewItem(option)
        wrapped.rect = QRect(0, 0, max(room, 1), _ENOUGH)
        return super().sizeHint(wrapped, index)
