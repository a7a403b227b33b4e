"""The user's settings as values, and their form in a JSON file."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, field, fields
from typing import Any

from reader.files import file_name
from reader.late_dataclasses import dataclass

# The path of a setting: ("theme",), or ("export", "layout") within a group.
Key = tuple[str, ...]

# The allowed values: one of these, or a number from the first to the last, inclusive.
CHOICES = {
    "theme": ("system", "light", "dark", "sepia"),
    "interface_language": ("", "en", "nb"),
    "view": ("both", "original", "translation", "stacked"),
    "reading_face": ("serif", "system_serif", "system_sans", "opendyslexic"),
    "blur": ("", "original", "translation"),
    "library_order": ("added", "opened", "title", "language"),
    "checklist_sort": ("all", "to_check", "warned", "doubtful", "edited", "checked"),
    "export.layout": ("columns", "stacked", "facing", "translation", "original"),
    "export.paper": ("a4", "a5", "letter"),
}
RANGES: dict[str, tuple[float, float]] = {
    "text_size": (8, 40),
    "line_spacing": (1.0, 2.0),
    "measure": (40, 100),
    "column_split": (200, 800),
    "export.font_size": (6.0, 24.0),
    "window_x": (-20000, 20000),  # there may be another screen on the left, or above
    "window_y": (-20000, 20000),
}
THEMES = CHOICES["theme"]
TEXT_SIZES = (8, 40)
# Settings that name a folder of the user's.
_FOLDERS: tuple[Key, ...] = (("last_folder",), ("export", "folder"))
_PIXELS = (0, 20000)
_EXPORT = "export"


@dataclass(frozen=True, slots=True)
class ExportPreferences:
    """The choices of the last export.

    Attributes:
        folder: where the file was written, or "".
        suffix: that of the format, such as ".pdf".
        layout, both, paper, landscape, font_size, numbers, sentence_marks, state_marks, checked: see
            `ExportOptions`.
        back_translation, reference: whether these columns are added to those that the document shows.
        notes: whether the notes and bookmarks of a document stand at its end.
        order: of the columns, by name, with spaces between; "" is that in which the document shows them.
    """

    folder: str = ""
    suffix: str = ".pdf"
    layout: str = "columns"
    both: bool = False
    paper: str = "a4"
    landscape: bool = False
    font_size: float = 10.0
    numbers: bool = True
    sentence_marks: bool = False
    back_translation: bool = False
    reference: bool = False
    state_marks: bool = True
    checked: bool = False
    notes: bool = False
    order: str = ""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings.

    Attributes:
        theme: "system", "light", "dark" or "sepia".
        interface_language: of the window, "en" or "nb"; "" follows the system.
        text_size: of the documents, in points.
        reading_face: of the documents: "serif", ours, "system_serif", "system_sans" or "opendyslexic".
        line_spacing: as a multiple of the font height, 1.0 to 2.0.
        measure: the longest line, in characters.
        justified: whether the lines of running text end on one edge.
        view: "both" side by side, "original", "translation", or "stacked" one above the other.
        column_split: the share of the width that the original has, per mille.
        blur: the column to hide until it is hovered, "original" or "translation"; "" for none.
        highlight_words: whether matching words are highlighted within the sentence.
        typographic_marks: whether quotation marks, apostrophes and dashes of the language are made while one types.
        check_spelling: whether words that no dictionary has are underlined while one edits.
        library_width: of the list of documents, in device-independent pixels; 0 hides it.
        library_order: what the list of documents is sorted by: when they were "added" or last "opened", "title",
            "language".
        outline_shown: whether the headings are listed, in documents that have any.
        outline_width: of that list, likewise; 0 for as wide as its headings need.
        checklist_width: of the checklist, likewise; 0 hides it.
        checklist_sort: which sentences it lists: "all", those "to_check", "warned", "doubtful", "edited" or "checked".
        window_width, window_height: likewise; 0 lets the program choose.
        window_x, window_y: its upper left corner on the desktop, likewise; 0 and 0 let the system choose.
        window_maximized: whether it fills the screen.
        dialog_sizes: width and height that the user gave to dialogs, by the name of the dialog, likewise.
        last_folder: where the last document was opened, or "".
        export: the choices of the last export.
    """

    theme: str = "system"
    interface_language: str = ""
    text_size: int = 13
    reading_face: str = "serif"
    line_spacing: float = 1.14
    measure: int = 68
    justified: bool = False
    view: str = "both"
    column_split: int = 500
    blur: str = ""
    highlight_words: bool = True
    typographic_marks: bool = True
    check_spelling: bool = True
    library_width: int = 280
    library_order: str = "added"
    outline_shown: bool = False
    outline_width: int = 0
    checklist_width: int = 0
    checklist_sort: str = "to_check"
    window_width: int = 0
    window_height: int = 0
    window_x: int = 0
    window_y: int = 0
    window_maximized: bool = False
    dialog_sizes: dict[str, list[int]] = field(default_factory=dict)
    last_folder: str = ""
    export: ExportPreferences = field(default_factory=ExportPreferences)


# Version 0.1.0 had the choices of the export at the top level, and two settings under other names.
_RENAMED: dict[str, Key] = {"light_words": ("highlight_words",), f"{_EXPORT}_human": (_EXPORT, "reference")}
_RENAMED_INSIDE = {"human": "reference"}  # after that version, for a while
# Defaults of earlier versions, which every file of theirs has, whether the user chose them or not.
_FORMER_DEFAULTS: dict[Key, object] = {("outline_width",): 240}
_FLAT: dict[str, Key] = {
    f"{_EXPORT}_{each.name}": (_EXPORT, each.name) for each in fields(ExportPreferences)
} | _RENAMED


def flattened(kept: Mapping[str, Any]) -> dict[Key, Any]:
    """The values of a file, or of `asdict(settings)`, by key.

    Values written by version 0.1.0 are used if there are no newer ones. A group that is not an object is one value.
    """
    grouped = isinstance(kept.get(_EXPORT), dict)
    group = sorted(kept[_EXPORT].items(), key=lambda item: item[0] not in _RENAMED_INSIDE) if grouped else []
    inside = {(_EXPORT, _RENAMED_INSIDE.get(name, name)): value for name, value in group}
    older = {key: kept[name] for name, key in _FLAT.items() if name in kept}
    alone = kept.keys() - _FLAT.keys() - ({_EXPORT} if grouped else set())
    return older | {(name,): value for name, value in kept.items() if name in alone} | inside


def nested(values: Mapping[Key, Any]) -> dict[str, Any]:
    """The values in the nested form that is written to a file."""
    plain = {key[0]: value for key, value in values.items() if len(key) == 1}
    inside = {key[1]: value for key, value in values.items() if len(key) > 1}
    if _EXPORT in plain:  # of another version's form, which is preserved
        return plain | {f"{_EXPORT}_{name}": value for name, value in inside.items()}
    return plain | ({_EXPORT: inside} if inside else {})


def settings_of(values: Mapping[Key, Any]) -> Settings:
    """The settings with these values; unknown and missing ones get the default, and so does what used to be one."""
    understood = _understood(values)
    return _made({key: value for key, value in understood.items() if _FORMER_DEFAULTS.get(key) != value})


def odd(values: Mapping[Key, Any]) -> dict[str, Any]:
    """The unknown values of known settings, by the name of the setting."""
    return {_named(key): values[key] for key in (_KEYS & values.keys()) - _understood(values).keys()}


def present_name(name: str) -> str:
    """The current name of a setting."""
    return _named(_FLAT.get(name, (name,)))


def unusual(settings: Settings) -> dict[str, str | int | float]:
    """What is set otherwise than at first, by name, to show to others: no text but what can be chosen from a list."""
    values = {_named(key): (value, _DEFAULTS[key]) for key, value in flattened(asdict(settings)).items()}
    changed = {name: value for name, (value, usual) in values.items() if value != usual}
    return {name: value for name, value in changed.items() if name in CHOICES or isinstance(value, int | float)}


def without_folders(settings: Settings, concerned: Callable[[str], bool]) -> Settings:
    """The settings without the folders for which `concerned` is true."""
    return _made(cleared(flattened(asdict(settings)), concerned))


def cleared(values: Mapping[Key, Any], concerned: Callable[[str], bool]) -> dict[Key, Any]:
    """The values without the folders for which `concerned` is true."""
    return {key: "" if key in _FOLDERS and value and concerned(str(value)) else value for key, value in values.items()}


def _made(values: Mapping[Key, Any]) -> Settings:
    by_name = nested(values)
    return Settings(**by_name | {_EXPORT: ExportPreferences(**by_name.get(_EXPORT, {}))})


def _named(key: Key) -> str:
    return ".".join(key)


_DEFAULTS = flattened(asdict(Settings()))
_KEYS = _DEFAULTS.keys() | {(_EXPORT,)}
NAMES = frozenset(map(_named, _KEYS))


def _understood(values: Mapping[Key, Any]) -> dict[Key, Any]:
    """The values that this version knows."""
    return {key: value for key, value in values.items() if key in _DEFAULTS and _possible(key, value)}


def _possible(key: Key, value: object) -> bool:
    default, name = _DEFAULTS[key], _named(key)
    # A float written by hand may have no decimals; a bool is an int to Python, but not here.
    if type(value) is not type(default) and not (type(default) is float and type(value) is int):
        return False
    if name in CHOICES:
        return value in CHOICES[name]
    if isinstance(value, str):
        return value == "" or _names_file(value)
    if isinstance(value, dict):
        return all(_is_size(size) for size in value.values())
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    lowest, highest = RANGES.get(name, _PIXELS)
    return lowest <= value <= highest


def _is_size(value: object) -> bool:
    lowest, highest = _PIXELS
    return isinstance(value, list) and len(value) == 2 and all(type(n) is int and lowest < n <= highest for n in value)


def _names_file(text: str) -> bool:
    try:
        file_name(text)
    except ValueError:
        return False
    return True
