"""The settings as they are now, which all windows share, and their file."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from reader.errors import OutputError
from reader.settings import Settings, without_folders
from reader.settings_file import SettingsFile
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said


class Preferences(QObject):
    """Keeps the settings in their file, and tells whoever works by them of changes, in whatever window they are made.

    Attributes:
        settings: as they are now, even where they could not be written.
    """

    changed = Signal()  # something has been set, perhaps to what it was
    notice = Signal(str)  # what was set could not be written
    problem = Signal(str)  # with the file: to be said until the user closes it

    def __init__(self, file: SettingsFile) -> None:
        """Begin with what is in `file`."""
        super().__init__()
        self._file = file
        self.settings = file.settings

    def change(self, **values: object) -> None:
        """Set these settings, by the names they have in `Settings`, and write them."""
        self._take(replace(self.settings, **values))  # type: ignore[arg-type]

    def forget_folders(self, concerned: Callable[[str], bool]) -> None:
        """Name none of the `concerned` folders any more, whatever program has set them."""
        self._take(without_folders(self.settings, concerned))
        try:
            self._file.forget_folders(concerned)
        except (OutputError, OSError) as error:
            self.problem.emit(said(error))

    def bind(self, setting: str, apply: Callable[[Any], object], owner: QObject) -> None:
        """Call `apply` with the value of a setting, now and whenever it is another, for as long as `owner` lives."""
        apply(getattr(self.settings, setting))
        self.watch(setting, apply, owner)

    def watch(self, setting: str, apply: Callable[[Any], object], owner: QObject) -> None:
        """The same, but not now."""
        self.changed.connect(_Watcher(self, setting, apply, owner).look)

    def _take(self, settings: Settings) -> None:
        self.settings = settings
        self.changed.emit()
        try:
            problem = self._file.save(self.settings)
        except OutputError as error:
            self.notice.emit(said(error))
        else:
            if problem:
                self.problem.emit(localised(problem))


class _Watcher(QObject):
    """Looks whether a setting is another than before. It goes with its owner, and Qt's connection with it."""

    def __init__(self, preferences: Preferences, setting: str, apply: Callable[[Any], object], owner: QObject) -> None:
        super().__init__(owner)
        self._preferences, self._setting, self._apply = preferences, setting, apply
        self._last = self._value

    @property
    def _value(self) -> object:
        return getattr(self._preferences.settings, self._setting)

    @guarded
    def look(self) -> None:
        # As it is now: what was told of a change may have made another.
        value = self._value
        if value != self._last:
            self._last = value
            self._apply(value)
