"""What the user has set, kept in one plain file."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from reader.errors import Message
from reader.files import write_atomically

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


def load_settings(file: Path) -> tuple[Settings, Message]:
    """The settings in `file`, and one sentence on what was wrong with it, or "".

    A value that cannot be is replaced by its default; a missing file is no problem.
    """
    try:
        kept = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Settings(), Message("")
    except (OSError, ValueError):
        kept = None
    if not isinstance(kept, dict):
        return Settings(), Message("The settings in “{file}” cannot be read; the usual ones are used.", file=file)
    known = {field.name for field in fields(Settings)}
    good = {name: value for name, value in kept.items() if name in known and _possible(name, value)}
    bad = sorted(known & kept.keys() - good.keys())
    if not bad:
        return Settings(**good), Message("")
    return Settings(**good), Message("Settings with impossible values were set back: {names}.", names=", ".join(bad))


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        OutputError: the file cannot be written.
    """
    write_atomically(file, (json.dumps(asdict(settings), indent=1) + "\n").encode(), private=True)


def _possible(name: str, value: object) -> bool:
    default = getattr(Settings(), name)
    # A float written by hand may have no decimals; a bool is an int to Python, but not here.
    if type(value) is not type(default) and not (type(default) is float and type(value) is int):
        return False
    if name in CHOICES:
        return value in CHOICES[name]
    if isinstance(value, bool) or not isinstance(value, int | float):
        return True
    lowest, highest = RANGES.get(name, _PIXELS)
    return lowest <= value <= highest
