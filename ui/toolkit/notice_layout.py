"""The layout of a message: its text, and its buttons beside it or below."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from ui.toolkit.button_rows import ButtonRows
from ui.toolkit.guard import guarded
from ui.toolkit.item_layout import ItemLayout
from ui.toolkit.scrolled_label import ScrolledLabel

# Characters of the message that fit in a line beside the buttons.
_LEAST_MESSAGE = 28
# Lines of a message that are visible: at most, where there is little room, and where there is hardly any.
_LINES, _FEW_LINES, _LEAST_LINES = 8, 2, 1


class NoticeLayout(ItemLayout):
    """Puts the buttons beside the text; below it where they would leave it less than half the width.

    Where it gets less height than it needs, it gives up lines of the text, then rows of the buttons: both are scrolled.

    The height follows from the width alone, each time it is asked for, and what is placed is what was counted: no
    height is kept that another text, font or width would make wrong.
    """

    def __init__(self, text: ScrolledLabel, buttons: ButtonRows, gap: int, parent: QWidget) -> None:
        """The layout of `parent`, with `gap` pixels between the two."""
        super().__init__(gap, parent)
        self._bar, self._text, self._buttons = parent, text, buttons
        for widget in (text, buttons):
            self.addWidget(widget)

    def height_in(self, width: int, room: int | None = None) -> int:
        """The height in pixels in a width: with a few lines of the text and all buttons, or as much as `room` has."""
        around, inside = self._around(width)
        height = around
        for lines in range(_LINES, _LEAST_LINES - 1, -1):
            height = around + self._inner_height(inside, lines)
            if room is None or height <= room:
                return height
        return min(height, around + self._least_height(inside))

    def few_lines_in(self, width: int) -> int:
        """The height in pixels in a width with the first lines of the text and all buttons."""
        around, inside = self._around(width)
        return around + self._inner_height(inside, _FEW_LINES)

    def _around(self, width: int) -> tuple[int, int]:
        """The height of the margins, and the width between them."""
        margins = self.contentsMargins()
        return margins.top() + margins.bottom(), width - margins.left() - margins.right()

    def _inner_height(self, inside: int, lines: int) -> int:
        most = lines * self._text.line_height
        if self._beside(inside):
            row = self._buttons.row
            return max(self._text.height_in(inside - row.width() - self.spacing(), most), row.height())
        return self._text.height_in(inside, most) + self.spacing() + self._buttons.height_in(inside)

    def _least_height(self, inside: int) -> int:
        """With one row of the buttons."""
        if self._beside(inside):
            return self._inner_height(inside, _LEAST_LINES)
        return _LEAST_LINES * self._text.line_height + self.spacing() + self._buttons.row.height()

    def _beside(self, inside: int) -> bool:
        left = inside - self._buttons.row.width() - self.spacing()
        return left >= max(_LEAST_MESSAGE * self._text.fontMetrics().averageCharWidth(), inside // 2)

    # What Qt needs of a layout

    @guarded
    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    @guarded
    def heightForWidth(self, width: int) -> int:
        """The height with a few lines."""
        return self.height_in(width)

    @guarded
    def sizeHint(self) -> QSize:
        """The text and the buttons side by side, in the height that they need in the present width."""
        margins, row = self.contentsMargins(), self._buttons.row.width()
        width = margins.left() + self._text.sizeHint().width() + self.spacing() + row + margins.right()
        return QSize(width, self._present_height())

    @guarded
    def minimumSize(self) -> QSize:
        """Room for the widest button, in the height that is needed in the present width."""
        margins = self.contentsMargins()
        inside = max(self._buttons.widest, self._text.minimumSizeHint().width())
        return QSize(margins.left() + inside + margins.right(), self._present_height())

    def _present_height(self) -> int:
        return self.height_in(self._bar.width())

    @guarded
    def setGeometry(self, area: QRect) -> None:
        """Place both."""
        super().setGeometry(area)
        inside = area.marginsRemoved(self.contentsMargins())
        text, buttons = QRect(inside), QRect(inside)
        if self._beside(inside.width()):
            row = self._buttons.row
            buttons.setLeft(inside.right() - row.width() + 1)
            buttons.setTop(inside.top() + (inside.height() - row.height()) // 2)
            buttons.setHeight(row.height())
            text.setRight(buttons.left() - self.spacing() - 1)
        else:
            rows = self._buttons.height_in(inside.width())
            if self._text.line_height + self.spacing() + rows > inside.height():
                rows = self._buttons.row.height()
            buttons.setTop(inside.bottom() - rows + 1)
            text.setBottom(buttons.top() - self.spacing() - 1)
        self._text.setGeometry(text)
        self._buttons.place(buttons)
