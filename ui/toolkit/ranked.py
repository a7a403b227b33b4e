"""A row of widgets of which the more important ones get their room first."""

from bisect import bisect_right
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from reader.late_dataclasses import dataclass
from ui.toolkit.guard import guarded
from ui.toolkit.item_layout import ItemLayout


@dataclass(frozen=True, slots=True)
class _Place:
    rank: int
    widths: Callable[[], Sequence[int]] | None


class RankedRow(ItemLayout):
    """Gives each widget the least width of use to it, then the largest one there is room for: each time by rank."""

    def __init__(self, spacing: int, *, right: int = 0, parent: QWidget | None = None) -> None:
        """An empty row with `spacing` pixels between widgets, of which the last `right` ones stand at its right end."""
        super().__init__(spacing, parent)
        self._places: list[_Place] = []
        self._right = right
        self.setContentsMargins(0, 0, 0, 0)

    def rank(self, widget: QWidget, rank: int, widths: Callable[[], Sequence[int]] | None = None) -> None:
        """Add a widget, which gets its room before those of a higher `rank`.

        `widths` returns those that are of use to it, in ascending order; without it, only the one it would like is.
        """
        self._places.append(_Place(rank, widths))
        self.addWidget(widget)

    @property
    def least(self) -> int:
        """The width with the least one of use for every widget."""
        margins = self.contentsMargins()
        return self._all([self._useful(number)[0] for number in self._visible()]) + margins.left() + margins.right()

    # What Qt needs of a layout

    @guarded
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and return it, or None if there are not that many; with it goes its place."""
        item = super().takeAt(index)
        if item is not None:
            del self._places[index]
        return item

    @guarded
    def expandingDirections(self) -> Qt.Orientation:
        """It takes the room there is."""
        return Qt.Orientation.Horizontal

    @guarded
    def sizeHint(self) -> QSize:
        """Room for every widget as wide as it would like to be."""
        return self._size([self._items[number].sizeHint() for number in self._visible()])

    @guarded
    def minimumSize(self) -> QSize:
        """Room for every widget as narrow as can be."""
        return self._size([self._items[number].minimumSize() for number in self._visible()])

    @guarded
    def setGeometry(self, area: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(area)
        room = area.marginsRemoved(self.contentsMargins())
        numbers = self._visible()
        widths = self._widths(numbers, room.width())
        left, spare = room.left(), room.width() - self._all(list(widths.values()))
        for number in numbers:
            item = self._items[number]
            if self._right and number >= len(self._items) - self._right:
                left, spare = left + spare, 0
            height = min(item.sizeHint().height(), room.height())
            item.setGeometry(QRect(left, room.top() + (room.height() - height) // 2, widths[number], height))
            left += widths[number] + self.spacing()

    def _widths(self, numbers: Sequence[int], room: int) -> dict[int, int]:
        widths = {number: self._items[number].minimumSize().width() for number in numbers}
        left = room - self._all(list(widths.values()))
        ranked = sorted(numbers, key=lambda number: self._places[number].rank)
        for choose in (_least, _largest):
            for number in ranked:
                more = max(choose(self._useful(number), widths[number] + left) - widths[number], 0)
                widths[number] += more
                left -= more
        return widths

    def _useful(self, number: int) -> Sequence[int]:
        widths = self._places[number].widths
        return widths() if widths is not None else [self._items[number].sizeHint().width()]

    def _visible(self) -> Sequence[int]:
        return [number for number, item in enumerate(self._items) if not item.isEmpty()]

    def _all(self, widths: Sequence[int]) -> int:
        """The width of widgets as wide as these, and of the spaces between them."""
        return sum(widths) + self.spacing() * max(len(widths) - 1, 0)

    def _size(self, sizes: Sequence[QSize]) -> QSize:
        margins = self.contentsMargins()
        width = self._all([size.width() for size in sizes]) + margins.left() + margins.right()
        return QSize(width, max((size.height() for size in sizes), default=0) + margins.top() + margins.bottom())


def _least(widths: Sequence[int], room: int) -> int:
    return min(widths[0], room)


def _largest(widths: Sequence[int], room: int) -> int:
    return widths[max(bisect_right(widths, room) - 1, 0)] if widths[0] <= room else 0
