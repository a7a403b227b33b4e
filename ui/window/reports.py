"""Creating and copying the reports that users can send to the program's developers."""

import os
from collections import deque
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication

from reader.log import described
from reader.report import FAULTS, Report, Surroundings
from ui.session.preferences import Preferences
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import interface_language
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.window.gathering import completed


class Reports(QObject):
    """Remembers the latest faults, and copies reports to the clipboard."""

    told = Signal(str)  # that a report was copied

    def __init__(self, logs: Path, preferences: Preferences, pool: Pool) -> None:
        """The log is in the folder `logs`; `pool` gathers what takes time, and must never be busy for long."""
        super().__init__()
        self._logs, self._preferences = logs, preferences
        self._faults: deque[str] = deque(maxlen=FAULTS)
        self._gathering = Latest(pool, self)

    def hear(self, fault: str) -> None:
        """Remember a fault, as described by `reader.log.described`."""
        self._faults.append(fault)

    @guarded
    def copy(self) -> None:
        """Copy a report on this program."""
        self._copy(tuple(self._faults), None)

    def copy_of_ended(self, process: int) -> None:
        """Copy a report on a process that ended unexpectedly; its faults are in its log."""
        self._copy((), process)

    def _copy(self, faults: tuple[str, ...], process: int | None) -> None:
        settings = self._preferences.settings
        language = interface_language(settings.interface_language)
        known, logs = Report(_surroundings(language), settings, faults), self._logs
        self._gathering.start(
            lambda _: completed(known, logs, process),
            finished=self._put,
            # A partial report is better than none if gathering fails.
            failed=lambda error: self._put(replace(known, faults=(*faults, described(error)))),
        )

    def _put(self, report: Report) -> None:
        QGuiApplication.clipboard().setText(report.text())
        self.told.emit(self.tr("The report was copied. It contains nothing from your documents."))


def _surroundings(language: str) -> Surroundings:
    screens = [(each.size(), each.devicePixelRatio()) for each in QGuiApplication.screens()]
    return Surroundings(
        qVersion(),
        QGuiApplication.platformName(),
        os.environ.get("XDG_CURRENT_DESKTOP", ""),
        os.environ.get("XDG_SESSION_TYPE", ""),
        tuple((size.width(), size.height(), scale) for size, scale in screens),
        language,
    )
