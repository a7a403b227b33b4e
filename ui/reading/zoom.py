"""Ctrl with the wheel, and pinching on a touch pad, as steps of the text size."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from ui.toolkit.guard import guarded

# What makes a step: a notch of a wheel, in eighths of a degree, or fingers that much farther apart.
_NOTCH, _SPREAD = 120, 0.08
_Gesture = Qt.NativeGestureType


class Zoom(QObject):
    """Adds up small movements, and reports steps: all of those that came at once together, as each costs a layout."""

    def __init__(self, step: Callable[[int], object], parent: QObject) -> None:
        """Call `step` with the number of steps, negative for smaller text."""
        super().__init__(parent)
        self._step = step
        self._turned, self._spread, self._steps = 0, 0.0, 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._report)

    def turn(self, event: QWheelEvent) -> bool:
        """Take a turn of the wheel; returns False if it is for scrolling.

        A touch pad goes on scrolling for a while by itself, which Ctrl pressed meanwhile does not change.
        """
        zooms = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if not zooms or event.phase() == Qt.ScrollPhase.ScrollMomentum:
            self._turned = 0
            return False
        delta = event.angleDelta().y()
        if delta * self._turned < 0:  # what is left of one direction does not count in the other
            self._turned = 0
        self._turned += delta
        steps = int(self._turned / _NOTCH)
        self._turned -= steps * _NOTCH
        self._add(steps)
        return True

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Take a gesture on a touch pad; returns False if it is no pinching."""
        if event.gestureType() == _Gesture.BeginNativeGesture:
            self._spread = 0.0
        if event.gestureType() != _Gesture.ZoomNativeGesture:
            return False
        self._spread += event.value()
        steps = int(self._spread / _SPREAD)
        self._spread -= steps * _SPREAD
        self._add(steps)
        return True

    def _add(self, steps: int) -> None:
        self._steps += steps
        if self._steps:
            self._later.start()

    @guarded
    def _report(self) -> None:
        steps, self._steps = self._steps, 0
        if steps:
            self._step(steps)
