"""The file of the settings."""

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

# In the file: the settings with values that are not understood, of which the user has been told.
_TOLD: Key = ("not_understood",)
# Another program has the file for a moment only, and the window waits.
_PATIENCE_S = 0.5


class SettingsFile:
    """The file of the settings, which several programs may use at once.

    A save writes only what this program has set since it read or wrote the file last, so that what another has set
    meanwhile stays. Values that this version does not understand stay as well, until they are set.

    Attributes:
        settings: as they were read, or saved, last: what is not understood, or cannot be read, has the usual value.
        problem: one sentence on what was wrong with the file when it was read first, or "". Values that are not
            understood are told of once.
    """

    def __init__(self, file: Path) -> None:
        """Read `file`; a missing one is no problem, and a damaged one is moved aside."""
        self._file = file
        self.problem = Message("")
        self._told: dict[str, str] = {}
        found = self._first()
        kept = flattened(found.value)
        self.settings = settings_of(kept)
        self._look_for_odd(kept)

    def save(self, settings: Settings) -> Message:
        """Write what is different from `settings` of before.

        Returns:
            One sentence on what was wrong with the file, or "".

        Raises:
            OutputError: the file cannot be read or written, or another program does not let go of it; what is new is
                written by the next save that succeeds.
        """
        try:
            with alone(self._file, _PATIENCE_S):
                problem = self._merge(settings)
        except OSError as error:
            raise _unwritten(self._file, error) from error
        self.settings = settings
        return problem

    def forget_folders(self, concerned: Callable[[str], bool]) -> None:
        """Name none of the `concerned` folders any more, whatever program has set them; damaged copies go too.

        Raises:
            OutputError: the file cannot be read or written, or another program does not let go of it.
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
        """Write the values, if they are other than `before` in the file."""
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
                    found = self._read()  # again: by now another program may have written it
                    if found.state is State.DAMAGED:
                        self.problem = Message(
                            "The settings were damaged. They were kept as “{kept}”, and the default settings are used.",
                            kept=set_aside(self._file),
                        )
            elif found.error is not None:
                raise found.error
        except OSError:  # then it cannot be written either, and that is told of
            self.problem = Message(
                "The settings in “{file}” cannot be read. The default settings are used.", file=self._file
            )
        return found

    def _read(self) -> Found[dict[str, Any]]:
        """What is in the file, to be changed; raises OSError if that is not known."""
        found = self._look()
        if found.error is not None:
            raise found.error
        return found

    def _look(self) -> Found[dict[str, Any]]:
        return read_json(self._file, json_object, {})

    def _look_for_odd(self, kept: Mapping[Key, Any]) -> None:
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
        """The same with a note of which values that are not understood the user has been told of."""
        before = _told_in(kept)
        told, others = before | self._told, {name: before[name] for name in before.keys() - NAMES}
        still = others | {name: mark for name, mark in _marks(kept).items() if told.get(name) == mark}
        rest = {key: value for key, value in kept.items() if key != _TOLD}
        return {**rest, _TOLD: still} if still else rest


def _unwritten(file: Path, error: OSError) -> OutputError:
    return OutputError("“{path}” cannot be written: {reason}.", path=file, reason=reason(error))


def _marks(kept: Mapping[Key, Any]) -> dict[str, str]:
    """The settings whose values are not understood, each with what tells that value from others."""
    return {name: _mark(value) for name, value in odd(kept).items()}


def _mark(value: object) -> str:
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=8).hexdigest()


def _told_in(kept: Mapping[Key, Any]) -> dict[str, str]:
    told = kept.get(_TOLD)
    if not isinstance(told, dict):
        return {}
    return {present_name(name): mark for name, mark in told.items() if isinstance(mark, str)}
