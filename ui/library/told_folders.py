"""Folders in which the system tells of changes."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from ui.toolkit.guard import guarded

# Folders that the system is asked to tell of; in others new files are noticed when the user comes back to the program.
_MOST = 256


class ToldFolders(QObject):
    """Has the system tell of what comes and goes in folders, as far as it can."""

    told = Signal(object)  # the Path of a folder in which something has come or gone
    begun = Signal(object)  # the Path of one that it tells of from now on: something may have come before

    def __init__(self, owner: QObject) -> None:
        """No folders; the system is asked for the first ones."""
        super().__init__(owner)
        self._watcher: QFileSystemWatcher | None = None

    def show(self, folders: Iterable[Path]) -> None:
        """Be told of these folders, and of no others any more."""
        names = [str(folder) for folder in folders][:_MOST]
        if self._watcher is None:
            if not names:
                return
            self._watcher = QFileSystemWatcher(self)
            self._watcher.directoryChanged.connect(self._on_changed)
        wanted, before = set(names), set(self._watcher.directories())
        if before - wanted:
            self._watcher.removePaths(sorted(before - wanted))
        if wanted - before:
            self._watcher.addPaths(sorted(wanted - before))
            for each in wanted - before:
                self.begun.emit(Path(each))

    @guarded
    def _on_changed(self, folder: str) -> None:
        self.told.emit(Path(folder))
