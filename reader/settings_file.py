"""The settings file."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reader.errors import Message, OutputError, plural, reason
from reader.files import write_atomically
from reader.json_files import Found, State, json_object, read_json, set_aside
from reader.locks import alone
from reader.settings import (
    NAMES,
    Key,
    Settings,
    cleared,
    flattened,
    nested,
    odd,
    present_name,
    settings_of,
    without_folders,
)

# In the file: the settings with unknown values, which have been reported to the user.
_TOLD: Key = ("not_understood",)
# Other processes lock the file only briefly, and the window blocks meanwhile.
_PATIENCE_S = 0.5


class SettingsFile:
    """The settings file, which several processes may use at once.

    A save writes only what this process has changed since it last read or wrote the file, so that changes by others
    are preserved. So are values that this version does not know, until they are set.

    Attributes:
        settings: as last read or saved; what is unknown or cannot be read has its default.
        problem: one sentence on what was wrong with the file when it was first read, or "". Unknown values are
            reported once.
    """

    def __init__(self, file: Path) -> None:
        """Read `file`; a missing one is no problem, and a damaged one is moved aside."""
        self._file = file
        self.problem = Message("")
        self._told: dict[str, str] = {}
        found = self._first()
        kept = flattened(found.value)
        self.settings = settings_of(kept)
        self._report_unknown(kept)

    def save(self, settings: Settings) -> Message:
        """Write what differs from the previous `settings`.

        Returns:
            One sentence on what was wrong with the file, or "".

        Raises:
            OutputError: the file cannot be read or written, or another process keeps it locked; the next successful
                save writes the changes.
        """
        try:
            with alone(self._file, _PATIENCE_S):
                problem = self._merge(settings)
        except OSError as error:
            raise _unwritten(self._file, error) from error
        self.settings = settings
        return problem

    def forget_folders(self, concerned: Callable[[str], bool]) -> None:
        """Remove the folders for which `concerned` is true, whichever process set them, and all damaged copies.

        Raises:
            OutputError: the file cannot be read or written, or another process keeps it locked.
            OSError: a copy cannot be deleted.
        """
        for copy in self._file.parent.glob(f"{self._file.stem}.damaged*"):
            copy.unlink(missing_ok=True)
        if not self._file.exists():
            return
        try:
            with alone(self._file, _PATIENCE_S):
                before = self._read().value
                self._write(before, cleared(flattened(before), concerned))
        except OSError as error:
            raise _unwritten(self._file, error) from error
        self.settings = without_folders(self.settings, concerned)

    def _write(self, before: Mapping[str, Any], values: Mapping[Key, Any]) -> None:
        """Write the values, if they differ from `before`, the content of the file."""
        if (content := nested(values)) != before:
            write_atomically(self._file, (json.dumps(content, indent=1) + "\n").encode(), private=True)

    def _merge(self, settings: Settings) -> Message:
        found, problem = self._read(), Message("")
        if found.state is State.DAMAGED:
            problem = Message(
                "The settings were damaged. They were kept as “{kept}”, and new ones were saved.",
                kept=set_aside(self._file),
            )
        kept, before, now = (flattened(each) for each in (found.value, asdict(self.settings), asdict(settings)))
        new = {key: value for key, value in now.items() if key not in kept or before[key] != value}
        self._write(found.value, self._with_told(kept | new))
        return problem

    def _first(self) -> Found[dict[str, Any]]:
        found = self._look()
        try:
            if found.state is State.DAMAGED:
                with alone(self._file, _PATIENCE_S):
                    found = self._read()  # again: another process may have written it since
                    if found.state is State.DAMAGED:
                        self.problem = Message(
                            "The settings were damaged. They were kept as “{kept}”, and the default settings are used.",
                            kept=set_aside(self._file),
                        )
            elif found.error is not None:
                raise found.error
        except OSError:  # then a save fails as well, and says why
            self.problem = Message(
                "The settings in “{file}” cannot be read. The default settings are used.", file=self._file
            )
        return found

    def _read(self) -> Found[dict[str, Any]]:
        """The content of the file, for changing; raises OSError if it cannot be read."""
        found = self._look()
        if found.error is not None:
            raise found.error
        return found

    def _look(self) -> Found[dict[str, Any]]:
        return read_json(self._file, json_object, {})

    def _report_unknown(self, kept: Mapping[Key, Any]) -> None:
        marks = _marks(kept)
        if new := sorted(marks.items() - _told_in(kept).items()):
            self.problem = plural(
                len(new),
                "This setting has a value that this version of Tospalt does not know, so the default value is used: "
                "{names}.",
                "These settings have values that this version of Tospalt does not know, so the default values are "
                "used: {names}.",
                names=", ".join(name for name, _ in new),
            )
        self._told = marks

    def _with_told(self, kept: dict[Key, Any]) -> dict[Key, Any]:
        """The values with a record of the unknown ones that were reported to the user."""
        before = _told_in(kept)
        told, others = before | self._told, {name: before[name] for name in before.keys() - NAMES}
        still = others | {name: mark for name, mark in _marks(kept).items() if told.get(name) == mark}
        rest = {key: value for key, value in kept.items() if key != _TOLD}
        return {**rest, _TOLD: still} if still else rest


def _unwritten(file: Path, error: OSError) -> OutputError:
    return OutputError("“{path}” cannot be written: {reason}.", path=file, reason=reason(error))


def _marks(kept: Mapping[Key, Any]) -> dict[str, str]:
    """The settings with unknown values, each with a digest of its value."""
    return {name: _mark(value) for name, value in odd(kept).items()}


def _mark(value: object) -> str:
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=8).hexdigest()


def _told_in(kept: Mapping[Key, Any]) -> dict[str, str]:
    told = kept.get(_TOLD)
    if not isinstance(told, dict):
        return {}
    return {present_name(name): mark for name, mark in told.items() if isinstance(mark, str)}
