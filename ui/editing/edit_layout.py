"""The layout of the edit bar: the sentence, the field, the hint and the buttons, which are always whole."""

from collections.abc import Iterator
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QPushButton, QStyle, QToolButton, QWidget

from reader.late_dataclasses import dataclass
from ui.editing.word_field import WordField
from ui.toolkit.guard import guarded
from ui.toolkit.item_layout import ItemLayout
from ui.toolkit.line_breaks import Label
from ui.toolkit.scrolled_label import ScrolledLabel

_LINES = 3  # of the field, and of the sentence; where there is little room, one of each
_FRAME = 15  # pixels around the lines of the field, one of them for those that Qt shifts when it scrolls
_LEAST_HINT = 40  # characters of the hint between the buttons; with less room it stands above them
_SLACK = 40  # pixels that buttons beside each other leave free, so that saving is far from what deletes an edit
_GAP, _SPACING = 10, 6


@dataclass(frozen=True, slots=True)
class EditParts:
    """The widgets of the edit bar."""

    source: ScrolledLabel
    close: QToolButton
    field: WordField
    hint: Label
    revert: QPushButton
    save: QPushButton

    def __iter__(self) -> Iterator[QWidget]:
        """All of them."""
        return iter((self.source, self.close, self.field, self.hint, self.revert, self.save))


class _Hint(Enum):
    """Where the hint is."""

    BELOW = auto()  # the field: between the buttons, or above them
    ABOVE = auto()  # in place of the sentence
    NOWHERE = auto()


@dataclass(frozen=True, slots=True)
class _Step:
    """How much is given up."""

    lines: int  # of the sentence and of the field
    hint: _Hint
    tight: bool = False  # whether the buttons stand in one row: where they do not fit, what saves is beside the field


@dataclass(frozen=True, slots=True)
class _Heights:
    step: _Step
    top: int  # of the row of the sentence, which is at least as high as what closes the bar
    source: int  # 0 if the hint is there
    field: int
    hint: int  # 0 if it stands between the buttons or above the field, or has no room
    foot: int


_ROOMY = _Step(_LINES, _Hint.BELOW)
_FEWER = tuple(range(_LINES, 0, -1))
_STEPS = (_ROOMY, *(_Step(lines, _Hint.NOWHERE) for lines in _FEWER), _Step(1, _Hint.NOWHERE, tight=True))
_WARNING_STEPS = (
    *(_Step(lines, _Hint.BELOW) for lines in _FEWER),
    _Step(1, _Hint.BELOW, tight=True),
    _Step(1, _Hint.ABOVE, tight=True),
)


class EditLayout(ItemLayout):
    """Gives up the hint, then lines of the sentence and the field, where it gets less height than it needs.

    A hint that `warns` is not given up; it takes the place of the sentence if need be.
    """

    def __init__(self, parts: EditParts, parent: QWidget) -> None:
        """The layout of `parent`."""
        super().__init__(_SPACING, parent)
        self._parts, self._warns = parts, False
        self.setContentsMargins(12, 6, 12, 8)
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
        """The height in pixels in a width: with everything, or as much as `room` has, but the buttons and a line."""
        margins = self.contentsMargins()
        around = margins.top() + margins.bottom()
        inside = width - margins.left() - margins.right()
        return around + self._total(self._heights(inside, None if room is None else room - around))

    def _heights(self, inside: int, room: int | None) -> _Heights:
        """The heights in the first step for which there is room, or in the last."""
        heights = self._in(_ROOMY, inside)
        for step in _WARNING_STEPS if self._warns else _STEPS:
            heights = self._in(step, inside)
            if room is None or self._total(heights) <= room:
                break
        return heights

    def _in(self, step: _Step, inside: int) -> _Heights:
        parts, foot, beside = self._parts, self._foot(inside, step), self._beside_close(inside)
        field = step.lines * parts.field.line_height + _FRAME
        if step.hint is _Hint.ABOVE:
            return _Heights(step, self._row(parts.hint.heightForWidth(beside)), 0, field, 0, foot)
        source = parts.source.height_in(beside, step.lines * parts.source.line_height)
        between = self._between(inside)
        hint = parts.hint.heightForWidth(between or inside) if step.hint is _Hint.BELOW else 0
        if between:
            return _Heights(step, self._row(source), source, field, 0, max(foot, hint))
        return _Heights(step, self._row(source), source, field, hint, foot)

    def _row(self, height: int) -> int:
        return max(height, self._parts.close.sizeHint().height())

    def _beside_close(self, inside: int) -> int:
        return inside - self._parts.close.sizeHint().width() - _SPACING

    def _total(self, heights: _Heights) -> int:
        shown = [height for height in (heights.top, heights.field, heights.hint, heights.foot) if height]
        return sum(shown) + _SPACING * (len(shown) - 1)

    @property
    def _buttons(self) -> list[QPushButton]:
        return [button for button in (self._parts.revert, self._parts.save) if not button.isHidden()]

    def _foot(self, inside: int, step: _Step) -> int:
        buttons = self._buttons
        heights = [button.sizeHint().height() for button in buttons]
        if step.tight or self._fit(inside, buttons, step):
            return max(heights)
        return sum(heights) + _SPACING * (len(heights) - 1)

    def _fit(self, inside: int, buttons: list[QPushButton], step: _Step) -> bool:
        """Whether buttons fit into a row."""
        widths = [button.sizeHint().width() for button in buttons]
        return inside >= sum(widths) + (_GAP * (len(widths) - 1) if step.tight else _SLACK * len(widths))

    def _between(self, inside: int) -> int:
        """The width of the hint between the buttons; 0 if it stands above them."""
        left = inside - sum(button.sizeHint().width() + _GAP for button in self._buttons)
        return left if left >= _LEAST_HINT * self._parts.hint.fontMetrics().averageCharWidth() else 0

    # What Qt needs of a layout

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
        self._place_top(_line(inside, inside.top(), heights.top, self._beside_close(inside.width())), heights)
        foot = _line(inside, inside.bottom() - heights.foot + 1, heights.foot)
        hint = _line(inside, foot.top() - (heights.hint + _SPACING if heights.hint else 0), heights.hint)
        top = inside.top() + heights.top + _SPACING
        field = _line(inside, top, max(hint.top() - _SPACING - top, 0))
        parts.field.setGeometry(self._place_buttons(field, foot, heights.step))
        if heights.step.hint is _Hint.BELOW:
            parts.hint.setGeometry(hint if heights.hint else self._place_between(foot))

    def _place_top(self, row: QRect, heights: _Heights) -> None:
        """The sentence beside what closes the bar, or the hint in its place; what is not seen takes no focus."""
        parts, nowhere = self._parts, QRect(row.topLeft(), QSize(0, 0))
        parts.source.setEnabled(heights.source > 0)
        top = row.top() + (row.height() - heights.source) // 2
        parts.source.setGeometry(_line(row, top, heights.source) if heights.source else nowhere)
        if heights.step.hint is not _Hint.BELOW:
            parts.hint.setGeometry(row if heights.step.hint is _Hint.ABOVE else nowhere)

    def _place_between(self, foot: QRect) -> QRect:
        """Where the hint is between the buttons."""
        revert = self._parts.revert
        left = foot.left() if revert.isHidden() else revert.geometry().right() + _GAP + 1
        return QRect(left, foot.top(), self._between(foot.width()), foot.height())

    def _place_buttons(self, field: QRect, foot: QRect, step: _Step) -> QRect:
        """Place the buttons, and return what they leave of the room of the field."""
        revert, save = self._parts.revert, self._parts.save
        if self._fit(foot.width(), self._buttons, step):
            _place(revert, foot, Qt.AlignmentFlag.AlignLeft)
            _place(save, foot, Qt.AlignmentFlag.AlignRight)
        elif step.tight:
            _place(revert, foot, Qt.AlignmentFlag.AlignLeft)
            _place(save, field, Qt.AlignmentFlag.AlignRight)
            return field.adjusted(0, 0, -save.width() - _SPACING, 0)
        else:
            for button in self._buttons:
                button.setGeometry(_line(foot, foot.top(), button.sizeHint().height()))
                foot.setTop(foot.top() + button.height() + _SPACING)
        return field


def _place(button: QPushButton, area: QRect, side: Qt.AlignmentFlag) -> None:
    """Place a button at one side of an area: saving is far from what deletes an edit."""
    size = button.sizeHint().boundedTo(area.size())
    where = side | Qt.AlignmentFlag.AlignVCenter
    button.setGeometry(QStyle.alignedRect(Qt.LayoutDirection.LeftToRight, where, size, area))


def _line(area: QRect, top: int, height: int, width: int | None = None) -> QRect:
    """A line of an area, as wide as that or `width`."""
    return QRect(area.left(), top, area.width() if width is None else width, height)
