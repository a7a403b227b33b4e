"""A layout that fills lines with widgets, as a paragraph does with words."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayoutItem, QWidget

from ui.toolkit.guard import guarded
from ui.toolkit.item_layout import ItemLayout


class FlowLayout(ItemLayout):
    """Puts visible widgets beside one another as far as there is room, and the others on lines below."""

    def __init__(self, spacing: int, *, centred: bool = False, parent: QWidget | None = None) -> None:
        """An empty layout with `spacing` pixels between widgets and lines, which may be `centred`."""
        super().__init__(spacing, parent)
        self._centred = centred
        self.setContentsMargins(0, 0, 0, 0)

    # What Qt needs of a layout

    @guarded
    def expandingDirections(self) -> Qt.Orientation:
        """It needs no more room than it has."""
        return Qt.Orientation(0)

    @guarded
    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    @guarded
    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        lines = list(self._lines(width))
        return sum(map(_height, lines)) + self.spacing() * max(len(lines) - 1, 0)

    @guarded
    def sizeHint(self) -> QSize:
        """One line with all widgets."""
        items = self._visible()
        widths = [item.sizeHint().width() for item in items]
        return QSize(sum(widths) + self.spacing() * max(len(widths) - 1, 0), _height(items))

    @guarded
    def minimumSize(self) -> QSize:
        """Room for the widest widget."""
        items = self._visible()
        return QSize(max((item.sizeHint().width() for item in items), default=0), _height(items))

    @guarded
    def setGeometry(self, area: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(area)
        top = area.top()
        for line in self._lines(area.width()):
            widths = [min(item.sizeHint().width(), area.width()) for item in line]
            spare = area.width() - sum(widths) - self.spacing() * (len(line) - 1)
            left, height = area.left() + (spare // 2 if self._centred else 0), _height(line)
            for item, width in zip(line, widths, strict=True):
                own = item.sizeHint().height()
                item.setGeometry(QRect(QPoint(left, top + (height - own) // 2), QSize(width, own)))
                left += width + self.spacing()
            top += height + self.spacing()

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        used = 0
        for item in self._visible():
            more = item.sizeHint().width() + (self.spacing() if line else 0)
            if line and used + more > width:
                yield line
                line, used, more = [], 0, item.sizeHint().width()
            line.append(item)
            used += more
        if line:
            yield line


def _height(line: list[QLayoutItem]) -> int:
    return max((item.sizeHint().height() for item in line), default=0)
