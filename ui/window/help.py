"""The Help menu: the log, reports, and information on the program."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, SignalInstance, qVersion
from PySide6.QtWidgets import QWidget

from reader.about import about, folders
from reader.paths import LOGS_FOLDER
from ui.session.preferences import Preferences
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Pool
from ui.toolkit.notices import NoticeBar
from ui.window.gathering import package_components
from ui.window.reports import Reports

if TYPE_CHECKING:
    from ui.window.log_dialog import LogDialog


class HelpController(QObject):
    """Opens the menu's windows over the main window, which may be replaced by another."""

    def __init__(self, data: Path, config: Path, preferences: Preferences) -> None:
        """Nothing is shown before `attach`; `data` and `config` are the program's folders."""
        super().__init__()
        self._logs, self._folders = data / LOGS_FOLDER, folders(data, config)
        self._pool = Pool("help", 1)  # its own: a report is most needed when others are stuck
        self.reports = Reports(self._logs, preferences, self._pool)
        self.reports.told.connect(self._tell)
        self._window: QWidget | None = None
        self._notices: NoticeBar | None = None
        self._log: LogDialog | None = None
        self._replaced: LogDialog | None = None  # over the window before

    def attach(self, window: QWidget, notices: NoticeBar, wanted: SignalInstance) -> None:
        """Serve this window from now on; it emits `wanted` with a command id: "log", "report" or "about"."""
        self._window, self._notices = window, notices
        self._replaced, self._log = self._log, None
        wanted.connect(self._do)

    def take_over(self) -> None:
        """Open over this window what was open over the one before it."""
        old, self._replaced = self._replaced, None
        if old is not None and old.isVisible():
            self._show_log().take_place_of(old)

    def close(self, seconds: float | None = None) -> bool:
        """End all work, waiting at most `seconds`; returns whether it has ended."""
        return self._pool.close(seconds)

    @guarded
    def _do(self, command: str) -> None:
        {"log": self._show_log, "report": self.reports.copy, "about": self._show_about}[command]()

    def _show_log(self) -> "LogDialog":
        from ui.window.log_dialog import LogDialog

        if self._log is None:
            self._log = LogDialog(self._logs, self._pool, self._window)
        self._log.load()
        self._log.show()
        self._log.activateWindow()
        return self._log

    def _show_about(self) -> None:
        from ui.window.about_dialog import AboutDialog

        own = self._folders
        dialog = AboutDialog(own, lambda: about(package_components(), qVersion(), own), self._pool, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @guarded
    def _tell(self, words: str) -> None:
        if self._notices is not None:
            self._notices.say(words, topic="report")
