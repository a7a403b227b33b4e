"""The layout of the edit bar: the sentence, the field, the hint and the buttons, which are always whole."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QPlainTextEdit, QPushButton, QToolButton, QWidget

from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label
from ui.toolkit.scrolled_label import ScrolledLabel

_LINES = 3  # of the field, and of the sentence; where there is little room, one of each
_FRAME = 12  # pixels around the lines of the field
_LEAST_HINT = 40  # characters of the hint between the buttons; with less room it stands above them
_SLACK = 40  # pixels that buttons beside each other leave free, so that saving is far from what deletes an edit
_GAP, _SPACING = 10, 6


@dataclass(frozen=True, slots=True)
class EditParts:
    """The widgets of the edit bar."""

    source: ScrolledLabel
    close: QToolButton
    field: QPlainTextEdit
    hint: Label
    revert: QPushButton
    save: QPushButton

    def __iter__(self) -> Iterator[QWidget]:
        """All of them."""
        return iter((self.source, self.close, self.field, self.hint, self.revert, self.save))


@dataclass(frozen=True, slots=True)
class _Heights:
    top: int  # of the row of the sentence, which is at least as high as what closes the bar
    source: int
    field: int
    hint: int  # 0 if it stands between the buttons, or has no room
    foot: int


class EditLayout(QLayout):
    """Gives up the hint, then lines of the sentence and the field, where it gets less height than it needs.

    A hint that `warns` is given up last.
    """

    def __init__(self, parts: EditParts, parent: QWidget) -> None:
        """The layout of `parent`."""
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._parts, self._warns = parts, False
        self.setContentsMargins(12, 6, 12, 8)
        self.setSpacing(_SPACING)
        for widget in parts:
            self.addWidget(widget)

    @property
    def warns(self) -> bool:
        """Whether the hint tells of something that was lost."""
        return self._warns

    @warns.setter
    def warns(self, warns: bool) -> None:
        self._warns = warns
        self.invalidate()

    def height_in(self, width: int, room: int | None = None) -> int:
        """The height in pixels in a width: with everything, or as much as `room` has, but the buttons and two lines."""
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom()
        inside = width - margins.left() - margins.right()
        return around + self._total(self._heights(inside, None if room is None else room - around))

    def _heights(self, inside: int, room: int | None) -> _Heights:
        fewer = range(_LINES, 0, -1)
        steps = [(lines, True) for lines in (fewer if self._warns else fewer[:1])]
        steps += [(lines, False) for lines in (fewer[-1:] if self._warns else fewer)]
        for lines, hinted in steps:
            heights = self._with(inside, lines, hinted=hinted)
            if room is None or self._total(heights) <= room:
                break
        return heights

    def _with(self, inside: int, lines: int, *, hinted: bool) -> _Heights:
        parts, foot = self._parts, self._foot(inside)
        source = parts.source.height_in(self._beside_close(inside), lines * parts.source.line_height)
        field = lines * parts.field.fontMetrics().lineSpacing() + _FRAME
        if not hinted:
            return _Heights(self._row(source), source, field, 0, foot)
        between = self._between(inside)
        hint = parts.hint.heightForWidth(between or inside)
        return _Heights(self._row(source), source, field, 0 if between else hint, max(foot, hint if between else 0))

    def _row(self, source: int) -> int:
        return max(source, self._parts.close.sizeHint().height())

    def _beside_close(self, inside: int) -> int:
        return inside - self._parts.close.sizeHint().width() - _SPACING

    def _total(self, heights: _Heights) -> int:
        shown = [height for height in (heights.top, heights.field, heights.hint, heights.foot) if height]
        return sum(shown) + _SPACING * (len(shown) - 1)

    @property
    def _buttons(self) -> list[QPushButton]:
        return [button for button in (self._parts.revert, self._parts.save) if not button.isHidden()]

    def _foot(self, inside: int) -> int:
        heights = [button.sizeHint().height() for button in self._buttons]
        return max(heights) if self._flat(inside) else sum(heights) + _SPACING * (len(heights) - 1)

    def _flat(self, inside: int) -> bool:
        return inside >= sum(button.sizeHint().width() + _SLACK for button in self._buttons)

    def _between(self, inside: int) -> int:
        """The width of the hint between the buttons; 0 if it stands above them."""
        left = inside - sum(button.sizeHint().width() + _GAP for button in self._buttons)
        return left if left >= _LEAST_HINT * self._parts.hint.fontMetrics().averageCharWidth() else 0

    # What Qt needs of a layout

    @guarded
    def addItem(self, item: QLayoutItem) -> None:
        """Add an item behind the others."""
        self._items.append(item)

    @guarded
    def count(self) -> int:
        """The number of items."""
        return len(self._items)

    @guarded
    def itemAt(self, index: int) -> QLayoutItem | None:
        """An item, or None if there are not that many."""
        return self._items[index] if 0 <= index < len(self._items) else None

    @guarded
    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and return it, or None if there are not that many."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @guarded
    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    @guarded
    def heightForWidth(self, width: int) -> int:
        """The height with everything."""
        return self.height_in(width)

    @guarded
    def sizeHint(self) -> QSize:
        """The buttons beside each other."""
        width = sum(button.sizeHint().width() + _SLACK for button in self._buttons)
        return QSize(width, self.height_in(width))

    @guarded
    def minimumSize(self) -> QSize:
        """Room for the widest button."""
        margins = self.contentsMargins()
        both = self._parts.revert, self._parts.save
        widest = max(button.sizeHint().width() for button in both)
        return QSize(widest + margins.left() + margins.right(), 0)

    @guarded
    def setGeometry(self, area: QRect) -> None:
        """Place everything: the buttons at the bottom, the sentence at the top, the field in what is between."""
        super().setGeometry(area)
        parts, inside = self._parts, area.marginsRemoved(self.contentsMargins())
        heights = self._heights(inside.width(), inside.height())
        close = parts.close.sizeHint()
        parts.close.setGeometry(QRect(QPoint(inside.right() - close.width() + 1, inside.top()), close))
        above = (heights.top - heights.source) // 2
        parts.source.setGeometry(
            _line(inside, inside.top() + above, heights.source, self._beside_close(inside.width()))
        )
        foot = _line(inside, inside.bottom() - heights.foot + 1, heights.foot)
        hint = _line(inside, foot.top() - (heights.hint + _SPACING if heights.hint else 0), heights.hint)
        top = inside.top() + heights.top + _SPACING
        parts.field.setGeometry(_line(inside, top, max(hint.top() - _SPACING - top, 0)))
        self._place_foot(foot)
        hinted = bool(heights.hint) or (between := self._between(inside.width())) > 0
        if hinted and not heights.hint:
            left = parts.revert.geometry().right() + _GAP + 1 if not parts.revert.isHidden() else foot.left()
            hint = QRect(left, foot.top(), between, foot.height())
        parts.hint.setGeometry(hint if hinted else QRect(inside.topLeft(), QSize(0, 0)))

    def _place_foot(self, foot: QRect) -> None:
        """Saving is far from what deletes an edit."""
        revert, save = self._parts.revert, self._parts.save
        if not self._flat(foot.width()):
            top = foot.top()
            for button in self._buttons:
                button.setGeometry(_line(foot, top, button.sizeHint().height()))
                top += button.height() + _SPACING
            return
        for button, left in ((revert, True), (save, False)):
            rect = QRect(QPoint(), button.sizeHint())
            rect.moveCenter(foot.center())
            rect.moveLeft(foot.left()) if left else rect.moveRight(foot.right())
            button.setGeometry(rect)


def _line(area: QRect, top: int, height: int, width: int | None = None) -> QRect:
    """A line of an area, as wide as that or `width`."""
    return QRect(area.left(), top, area.width() if width is None else width, height)
