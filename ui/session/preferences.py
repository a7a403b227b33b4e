"""The current settings, shared by all windows, and their file."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QSize, Signal

from reader.errors import OutputError, sentence
from reader.settings import Settings, without_folders
from reader.settings_file import SettingsFile
from ui.toolkit.guard import guarded
from ui.toolkit.retrying import Retrying


class Preferences(QObject):
    """Stores the settings in their file, and reports changes, whichever window they are made in.

    Attributes:
        settings: the current ones, even if they could not be written.
    """

    changed = Signal()  # a setting was set, perhaps to the same value
    unwritten = Signal(object)  # as `Retrying.told`, of settings
    problem = Signal(object)  # a Message, with the file: to be shown until the user closes it

    def __init__(self, file: SettingsFile) -> None:
        """Begin with the contents of `file`."""
        super().__init__()
        self._file = file
        self.settings = file.settings
        self._retrying = Retrying(self._write, self)
        self._retrying.told.connect(self.unwritten)

    def change(self, **values: object) -> None:
        """Set these settings, by their names in `Settings`, and write them."""
        self._take(replace(self.settings, **values))  # type: ignore[arg-type]

    def forget_folders(self, concerned: Callable[[str], bool]) -> None:
        """Remove the `concerned` folders from the settings, whichever program has set them."""
        self._take(without_folders(self.settings, concerned))
        try:
            self._file.forget_folders(concerned)
        except (OutputError, OSError) as error:
            self.problem.emit(sentence(error))

    def bind(self, setting: str, apply: Callable[[Any], object], owner: QObject) -> None:
        """Call `apply` with the value of a setting, now and on each change, for as long as `owner` lives."""
        apply(getattr(self.settings, setting))
        self.watch(setting, apply, owner)

    def watch(self, setting: str, apply: Callable[[Any], object], owner: QObject) -> None:
        """Like `bind`, but without the call now."""
        self.changed.connect(_Watcher(self, setting, apply, owner).look)

    def size_of(self, name: str) -> QSize | None:
        """The size that the user gave to the dialog `name`, if any."""
        kept = self.settings.dialog_sizes.get(name)
        return None if kept is None else QSize(*kept)

    def keep_size(self, name: str, size: QSize) -> None:
        """Remember the size of the dialog `name`."""
        self.change(dialog_sizes=self.settings.dialog_sizes | {name: [size.width(), size.height()]})

    def _take(self, settings: Settings) -> None:
        self.settings = settings
        self.changed.emit()
        self._write()

    def _write(self) -> None:
        try:
            problem = self._file.save(self.settings)
        except OutputError as error:
            self._retrying.failed(error)
        else:
            self._retrying.succeeded()
            if problem:
                self.problem.emit(problem)


class _Watcher(QObject):
    """Checks whether a setting has changed. It is deleted with its owner, and Qt's connection with it."""

    def __init__(self, preferences: Preferences, setting: str, apply: Callable[[Any], object], owner: QObject) -> None:
        super().__init__(owner)
        self._preferences, self._setting, self._apply = preferences, setting, apply
        self._last = self._value

    @property
    def _value(self) -> object:
        return getattr(self._preferences.settings, self._setting)

    @guarded
    def look(self) -> None:
        # The current value: a receiver of the signal may have changed it again.
        value = self._value
        if value != self._last:
            self._last = value
            self._apply(value)
