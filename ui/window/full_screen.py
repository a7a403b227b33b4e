"""Full screen: nothing but the text, and everything as it was afterwards."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.navigation.controller import Navigation
from ui.toolkit.guard import guarded
from ui.toolkit.passing_hint import PassingHint
from ui.window.actions import keys_of
from ui.window.panels import Panels
from ui.window.spot import Spot

_FULL = Qt.WindowState.WindowFullScreen


class FullScreen(QObject):
    """Hides all but the text, with messages and bars as they come, and says once how to get back.

    Nothing of it is remembered: the next start has the panels and the window as they were before.
    """

    changed = Signal(bool)  # whether the text is alone on the screen

    def __init__(
        self,
        window: QWidget,
        panels: Panels,
        navigation: Navigation,
        bars: Sequence[QWidget],
        spot: Spot,
        text: QWidget,
        focus_text: Callable[[], object],
    ) -> None:
        """Hide the `bars` of `window`, and its panels, but not the `text`, to which `focus_text` gives the keyboard."""
        super().__init__(window)
        self._window, self._panels, self._navigation = window, panels, navigation
        self._bars, self._spot, self._focus_text = bars, spot, focus_text
        self._hint = PassingHint(text)
        self._told = False
        self._measures: dict[str, int | bool] | None = None  # those before
        self._state = window.windowState()
        window.installEventFilter(self)

    @property
    def active(self) -> bool:
        """Whether the text is alone on the screen."""
        return self._measures is not None

    def measures(self) -> dict[str, int | bool]:
        """The measures of the window to remember, by setting name."""
        return self._spot.measures() if self._measures is None else self._measures

    def toggle(self) -> None:
        """Leave the text alone on the screen, or show everything again."""
        if self.active:
            self.leave()
        else:
            self._begin(self._window.windowState(), self._spot.measures())
            self._window.setWindowState(self._state | _FULL)
            if not self._told:
                self._told = True
                self._hint.show_words(
                    self.tr("Press Esc or {keys} to leave full screen.").format(keys=keys_of("full_screen"))
                )

    def _begin(self, state: Qt.WindowState, measures: dict[str, int | bool]) -> None:
        self._state, self._measures = state, measures
        focus = QApplication.focusWidget()
        self._panels.leave_text_alone(True)
        self._navigation.leave_text_alone(True)
        for bar in self._bars:
            bar.hide()
        if focus is not None and not focus.isVisible():
            self._focus_text()
        self.changed.emit(True)

    def leave(self) -> None:
        """Show everything as it was."""
        if not self.active:
            return
        self._measures = None
        self._hint.hide()
        if self._window.isFullScreen():
            self._window.setWindowState(self._state)
        for bar in self._bars:
            bar.show()
        self._navigation.leave_text_alone(False)
        self._panels.leave_text_alone(False)
        self.changed.emit(False)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show everything again if the system has taken the window out of full screen."""
        ended = event.type() == QEvent.Type.WindowStateChange and not self._window.isFullScreen()
        if ended and watched is self._window:
            self.leave()
        return super().eventFilter(watched, event)

    def take_over(self, old: "FullScreen") -> None:
        """Leave the text alone if another window does, whose place this one has taken."""
        self._told = old._told
        if old._measures is not None:
            self._begin(old._state, old._measures)
