"""Wheels and touch pads for tests of the reading view."""

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication

from ui.reading.view import ReadingView

CTRL = Qt.KeyboardModifier.ControlModifier


def turn_wheel(
    view: ReadingView,
    delta: int,
    modifiers: Qt.KeyboardModifier = CTRL,
    phase: Qt.ScrollPhase = Qt.ScrollPhase.NoScrollPhase,
    at: QPointF | None = None,
) -> None:
    """Turn the wheel by `delta` eighths of a degree over a point of the viewport, its middle if none is given."""
    port = view.viewport()
    place = at if at is not None else QPointF(port.rect().center())
    everywhere = QPointF(port.mapToGlobal(place.toPoint()))
    event = QWheelEvent(place, everywhere, QPoint(), QPoint(0, delta), Qt.MouseButton.NoButton, modifiers, phase, False)
    QApplication.sendEvent(port, event)


def pinch(
    view: ReadingView, *spreads: float, kind: Qt.NativeGestureType = Qt.NativeGestureType.ZoomNativeGesture
) -> None:
    """Move two fingers apart on a touch pad by these shares of their distance; negative for towards each other."""
    port, device = view.viewport(), QPointingDevice.primaryPointingDevice()
    place = QPointF(port.rect().center())
    everywhere = QPointF(port.mapToGlobal(place.toPoint()))
    begin = Qt.NativeGestureType.BeginNativeGesture
    for gesture, value in ((begin, 0.0), *((kind, spread) for spread in spreads)):
        QApplication.sendEvent(
            port, QNativeGestureEvent(gesture, device, 2, place, place, everywhere, value, QPointF(), 1)
        )
