"""Windows that are no larger than their screen."""

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QStyle, QVBoxLayout, QWidget

# What a window manager puts around a window of which it has not told yet: pixels at the sides, and above and below.
_FRAME = QSize(4, 40)
_BESIDE = 4  # pixels that a style sheet puts beside a scroll bar
_ABOVE_FOOT = 8  # pixels between what is scrolled and what is not
_ANY = 16_777_215  # what Qt means by no limit


def available(window: QWidget) -> QRect:
    """The part of the screen of `window` that windows may cover; of one not shown yet, the screen of its parent."""
    parent = window.parentWidget()
    there = window if window.isVisible() or parent is None else parent.window()
    return there.screen().availableGeometry()


def fit(window: QWidget, wanted: QSize, screen: QRect) -> None:
    """Give a window the size `wanted`, or as much of it as a screen has."""
    room = screen.size() - _FRAME
    if window.minimumSize() != (least := window.minimumSize().boundedTo(room)):
        window.setMinimumSize(least)  # from now on it does not follow what the window has
    window.resize(wanted.boundedTo(room))


def place(window: QWidget, corner: QPoint, screen: QRect) -> None:
    """Move a window of which the upper left corner was at `corner`, and all of it onto a screen."""
    if may_be_placed():
        window.move(placed(QRect(corner, window.size() + _FRAME), screen))


def place_over(window: QWidget, screen: QRect) -> None:
    """Put a window that is not shown yet in the middle of its parent, or where that is not seen, of the screen.

    Qt leaves that to some systems, and then does not know for a while where the window is.
    """
    parent = window.parentWidget()
    below = parent.window() if parent is not None else None
    seen = below is not None and below.isVisible() and not below.isMinimized()
    area = QRect(screen)
    if below is not None and seen:
        area = below.frameGeometry()
    frame = QRect(QPoint(), window.size() + _FRAME)
    frame.moveCenter(area.center())
    place(window, frame.topLeft(), screen)


def placed(frame: QRect, screen: QRect) -> QPoint:
    """The upper left corner nearest to that of `frame` with which all of it, or else its beginning, is on a screen."""
    left = max(min(frame.left(), screen.right() - frame.width() + 1), screen.left())
    top = max(min(frame.top(), screen.bottom() - frame.height() + 1), screen.top())
    return QPoint(left, top)


def may_be_placed() -> bool:
    """Whether the system lets a program choose where its windows are: Wayland does not."""
    return not QGuiApplication.platformName().startswith("wayland")


def scroll_inside(window: QWidget, screen: QRect, foot: QWidget | None = None) -> int:
    """Let all that a window has be scrolled, except its `foot`, if it needs more room than a screen has.

    Returns the width of the scroll bar, which comes to that of the window; else 0.
    """
    layout, room = window.layout(), screen.size() - _FRAME
    if layout is None or layout.totalMinimumSize().boundedTo(room) == layout.totalMinimumSize():
        return 0
    margins = layout.contentsMargins()
    area = QScrollArea(window)
    body = QWidget(area)  # never without a window of its own, or Tab would go through it last
    layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
    window.setMinimumSize(0, 0)
    window.setMaximumSize(_ANY, _ANY)
    body.setLayout(layout)
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addWidget(area, 1)
    if foot is not None and foot.minimumSizeHint().width() + margins.left() + margins.right() <= room.width():
        below = QVBoxLayout()
        below.setContentsMargins(margins.left(), _ABOVE_FOOT, margins.right(), margins.bottom())
        outer.addLayout(below)
        below.addWidget(foot)  # which takes it out of the other layout
    return area.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent) + _BESIDE
