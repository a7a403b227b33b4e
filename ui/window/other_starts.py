"""What later starts of the program ask of this window: to open files, and to come to the front."""

import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui.toolkit.guard import guarded
from ui.toolkit.single_instance import Instance
from ui.toolkit.start_request import StartRequest, request_for
from ui.window.main_window import MainWindow

# How often to see whether the dialog that the files wait for has been closed.
_LOOK_MS = 200
# The most requests that wait for that; later starts open a window of their own.
_MOST = 100
# Where Qt looks for the right to come to the front on Wayland.
_TOKEN = "XDG_ACTIVATION_TOKEN"


class OtherStarts(QObject):
    """Does what later starts ask for, one after another."""

    def __init__(self, instance: Instance, window: Callable[[], MainWindow], owner: QObject) -> None:
        """Nothing is heard before `listen`; `window` gives the current one, which may be replaced."""
        super().__init__(owner)
        self._instance, self._window = instance, window
        self._here = request_for(())
        self._waiting: list[Sequence[Path]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._open)

    @guarded
    def serve(self) -> None:
        """Hear later starts from now on, unless another process does."""
        self._instance.listen(self._take)

    @guarded
    def close_down(self) -> None:
        """The program ends: a later start opens a window of its own."""
        self._instance.leave()

    @guarded
    def on_application_state(self, state: Qt.ApplicationState) -> None:
        """Hear later starts if the process that did has ended."""
        if state is Qt.ApplicationState.ApplicationActive and self._instance.beside:
            self.serve()

    def _take(self, request: StartRequest) -> bool:
        """Whether the window can do what is asked, where the user will see it."""
        if len(self._waiting) >= _MOST or not request.is_on_screen_of(self._here):
            return False
        self._waiting.append(request.files)
        QTimer.singleShot(0, self, guarded(partial(self._appear, request.token)))  # the other process may go
        return True

    def _appear(self, token: str) -> None:
        _show_in_front(self._window(), token)
        self._open()

    @guarded
    def _open(self) -> None:
        """Open what waits; not under a dialog, which may be about the open document."""
        while self._waiting:
            if QApplication.activeModalWidget() is not None:
                self._timer.start()
                return
            if files := self._waiting.pop(0):
                self._window().open_files(files)


def _show_in_front(window: QWidget, token: str) -> None:
    """Show the window, or the dialog over it, in front of others, as far as the desktop allows it."""
    if token:
        os.environ[_TOKEN] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    front = QApplication.activeModalWidget() or window
    front.raise_()
    front.activateWindow()
    os.environ.pop(_TOKEN, None)  # it is valid once
