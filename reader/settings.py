"""What the user has set, kept in one plain file."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reader.errors import Message, OutputError, reason
from reader.files import file_name, write_atomically
from reader.json_files import Found, State, json_object, read_json, set_aside
from reader.locks import alone

# What a setting can be: one of these, or a number from the first to the last.
CHOICES = {
    "theme": ("system", "light", "dark", "sepia"),
    "interface_language": ("", "en", "nb"),
    "view": ("both", "original", "translation", "stacked"),
    "blur": ("", "original", "translation"),
    "export_layout": ("columns", "stacked", "facing", "translation"),
    "export_paper": ("a4", "a5", "letter"),
}
RANGES: dict[str, tuple[float, float]] = {
    "text_size": (8, 40),
    "line_spacing": (1.0, 2.0),
    "measure": (40, 100),
    "column_split": (200, 800),
    "export_font_size": (6.0, 24.0),
}
THEMES = CHOICES["theme"]
TEXT_SIZES = (8, 40)
# Those that name a folder of the user's.
FOLDERS = ("last_folder", "export_folder")
_PIXELS = (0, 20000)
# In the file: the settings with values that are not understood, of which the user has been told.
_TOLD = "not_understood"
# Another program has the file for a moment only, and the window waits.
_PATIENCE_S = 0.5


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings.

    Attributes:
        theme: "system", "light", "dark" or "sepia".
        interface_language: of the window, "en" or "nb"; "" follows the system.
        text_size: of the reading face, in points.
        line_spacing: times the height of the face, 1.0 to 2.0.
        measure: the longest line, in characters.
        view: "both" side by side, "original", "translation", or "stacked" one above the other.
        column_split: how much of the width the original has, per mille.
        blur: the column to hide until it is pointed at, "original" or "translation"; "" for none.
        light_words: whether the words that belong together light up within the sentence.
        library_width: of the list of documents, in device-independent pixels; 0 hides it.
        outline_shown: whether the headings are listed, in documents that have any.
        outline_width: of that list, in device-independent pixels.
        window_width, window_height: likewise; 0 lets the program choose.
        last_folder: where the last document was opened, or "".
        export_folder: where the last export went, or "".
        export_suffix: of its format, such as ".pdf".
        export_layout, export_paper, export_landscape, export_font_size, export_numbers, export_sentence_marks,
            export_back_translation, export_human, export_state_marks: its choices, see `ExportOptions`.
    """

    theme: str = "system"
    interface_language: str = ""
    text_size: int = 13
    line_spacing: float = 1.14
    measure: int = 68
    view: str = "both"
    column_split: int = 500
    blur: str = ""
    light_words: bool = True
    library_width: int = 280
    outline_shown: bool = False
    outline_width: int = 240
    window_width: int = 0
    window_height: int = 0
    last_folder: str = ""
    export_folder: str = ""
    export_suffix: str = ".pdf"
    export_layout: str = "columns"
    export_paper: str = "a4"
    export_landscape: bool = False
    export_font_size: float = 10.0
    export_numbers: bool = True
    export_sentence_marks: bool = False
    export_back_translation: bool = False
    export_human: bool = False
    export_state_marks: bool = True


_NAMES = frozenset(field.name for field in fields(Settings))


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
        self.settings = Settings(**_understood(found.value))
        self._look_for_odd(found.value)

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
                kept = self._read().value
                if gone := {name: "" for name in FOLDERS if kept.get(name) and concerned(str(kept[name]))}:
                    self._write(kept | gone)
        except OSError as error:
            raise _unwritten(self._file, error) from error
        ours = {name: "" for name in FOLDERS if concerned(getattr(self.settings, name))}
        self.settings = replace(self.settings, **ours)  # type: ignore[arg-type]

    def _write(self, values: Mapping[str, Any]) -> None:
        write_atomically(self._file, (json.dumps(values, indent=1) + "\n").encode(), private=True)

    def _merge(self, settings: Settings) -> Message:
        found, problem = self._read(), Message("")
        if found.state is State.DAMAGED:
            problem = Message(
                "The settings were damaged; they were kept as “{kept}” and written anew.", kept=set_aside(self._file)
            )
        kept, before = found.value, asdict(self.settings)
        new = {name: value for name, value in asdict(settings).items() if name not in kept or before[name] != value}
        merged = self._with_told(kept | new)
        if merged != kept:
            self._write(merged)
        return problem

    def _first(self) -> Found[dict[str, Any]]:
        found = self._look()
        try:
            if found.state is State.DAMAGED:
                with alone(self._file, _PATIENCE_S):
                    found = self._read()  # again: by now another program may have written it
                    if found.state is State.DAMAGED:
                        self.problem = Message(
                            "The settings were damaged; they were kept as “{kept}”, and the usual ones are used.",
                            kept=set_aside(self._file),
                        )
            elif found.error is not None:
                raise found.error
        except OSError:  # then it cannot be written either, and that is told of
            self.problem = Message("The settings in “{file}” cannot be read; the usual ones are used.", file=self._file)
        return found

    def _read(self) -> Found[dict[str, Any]]:
        """What is in the file, to be changed; raises OSError if that is not known."""
        found = self._look()
        if found.error is not None:
            raise found.error
        return found

    def _look(self) -> Found[dict[str, Any]]:
        return read_json(self._file, json_object, {})

    def _look_for_odd(self, kept: Mapping[str, Any]) -> None:
        odd = _odd(kept)
        if new := sorted(odd.items() - _told_in(kept).items()):
            self.problem = Message(
                "These settings have values that this version of Tospalt does not know; the usual ones are used: "
                "{names}.",
                names=", ".join(name for name, _ in new),
            )
        self._told = odd

    def _with_told(self, kept: dict[str, Any]) -> dict[str, Any]:
        """The same with a note of which values that are not understood the user has been told of."""
        before = _told_in(kept)
        told, others = before | self._told, {name: before[name] for name in before.keys() - _NAMES}
        still = others | {name: mark for name, mark in _odd(kept).items() if told.get(name) == mark}
        rest = {name: value for name, value in kept.items() if name != _TOLD}
        return {**rest, _TOLD: still} if still else rest


def _unwritten(file: Path, error: OSError) -> OutputError:
    return OutputError("“{path}” cannot be written: {reason}.", path=file, reason=reason(error))


def _odd(kept: Mapping[str, Any]) -> dict[str, str]:
    """The settings whose values are not understood, each with what tells that value from others."""
    return {name: _mark(kept[name]) for name in _NAMES & kept.keys() - _understood(kept).keys()}


def _mark(value: object) -> str:
    return blake2b(json.dumps(value, sort_keys=True).encode(), digest_size=8).hexdigest()


def _told_in(kept: Mapping[str, Any]) -> dict[str, str]:
    told = kept.get(_TOLD)
    return {name: mark for name, mark in told.items() if isinstance(mark, str)} if isinstance(told, dict) else {}


def _understood(kept: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the values that are settings of this version."""
    return {name: value for name, value in kept.items() if name in _NAMES and _possible(name, value)}


def _possible(name: str, value: object) -> bool:
    default = getattr(Settings(), name)
    # A float written by hand may have no decimals; a bool is an int to Python, but not here.
    if type(value) is not type(default) and not (type(default) is float and type(value) is int):
        return False
    if name in CHOICES:
        return value in CHOICES[name]
    if isinstance(value, str):
        return value == "" or _names_file(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    lowest, highest = RANGES.get(name, _PIXELS)
    return lowest <= value <= highest


def _names_file(text: str) -> bool:
    try:
        file_name(text)
    except ValueError:
        return False
    return True
