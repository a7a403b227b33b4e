"""Where the window is on the screen, and how large: remembered, and always within a screen that is there."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.session.preferences import Preferences
from ui.toolkit.fitting import available, fit, place


class Spot:
    """The place and size of a window."""

    def __init__(self, window: QWidget, preferences: Preferences, usual: QSize) -> None:
        """Put `window` where it was last, or make it as large as is `usual` where the system puts it."""
        self._window, self._preferences = window, preferences
        kept = preferences.settings
        self.restore(
            QSize(kept.window_width or usual.width(), kept.window_height or usual.height()),
            QPoint(kept.window_x, kept.window_y),
        )
        if kept.window_maximized:
            window.setWindowState(Qt.WindowState.WindowMaximized)

    def restore(self, size: QSize, corner: QPoint, screen: QRect | None = None) -> None:
        """Fit the window on the screen that it was on, if that is there, or on `screen`; 0, 0 is no corner."""
        if screen is None:
            there = None if corner.isNull() else QGuiApplication.screenAt(corner)
            screen = there.availableGeometry() if there is not None else available(self._window)
        fit(self._window, size, screen)
        if not corner.isNull():
            place(self._window, corner, screen)

    def measures(self) -> dict[str, int | bool]:
        """The size and corner to remember, by setting name; of a maximized window those it had before."""
        window = self._window
        maximized = window.isMaximized() or window.isFullScreen()
        kept: dict[str, int | bool] = {"window_maximized": maximized}
        if not maximized:
            kept |= {"window_width": window.width(), "window_height": window.height()}
            kept |= {"window_x": window.x(), "window_y": window.y()}
        return kept
