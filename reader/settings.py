"""What the user has set, kept in one plain file."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from reader.errors import Message, OutputError, reason
from reader.files import file_name, write_atomically
from reader.json_files import State, json_object, read_json, set_aside

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
_PIXELS = (0, 20000)


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


def load_settings(file: Path) -> tuple[Settings, Message]:
    """The settings in `file`, and one sentence on what was wrong with it, or "".

    A value that this version does not understand is replaced by its default; a missing file is no problem, and a
    damaged one is moved aside.
    """
    found = read_json(file, json_object, dict[str, Any]())
    if found.state is State.READ:
        return _settings(found.value)
    return Settings(), Message("") if found.state is State.MISSING else _problem(file, found.state)


def _settings(kept: Mapping[str, Any]) -> tuple[Settings, Message]:
    good = _understood(kept)
    odd = sorted(_NAMES & kept.keys() - good.keys())
    if not odd:
        return Settings(**good), Message("")
    return Settings(**good), Message(
        "These settings have values that this version of Tospalt does not know; the usual ones are used: {names}.",
        names=", ".join(odd),
    )


def _problem(file: Path, state: State) -> Message:
    if state is State.DAMAGED:
        with suppress(OSError):  # then it cannot be replaced either, and that is told of
            kept = set_aside(file)
            return Message(
                "The settings were damaged; they were kept as “{kept}”, and the usual ones are used.", kept=kept
            )
    return Message("The settings in “{file}” cannot be read; the usual ones are used.", file=file)


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings. What is in the file and not understood stays, but for settings that have been set since.

    Raises:
        OutputError: the file cannot be written, or what is in it cannot be kept.
    """
    found = read_json(file, json_object, dict[str, Any]())
    try:
        if found.error is not None:
            raise found.error
        if found.state is State.DAMAGED:
            set_aside(file)
    except OSError as error:
        raise OutputError("“{path}” cannot be written: {reason}.", path=file, reason=reason(error)) from error
    kept = found.value
    before = asdict(Settings(**_understood(kept)))
    new = {name: value for name, value in asdict(settings).items() if name not in kept or before[name] != value}
    write_atomically(file, (json.dumps(kept | new, indent=1) + "\n").encode(), private=True)


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
