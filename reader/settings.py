"""What the user has set, kept in one plain file."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from reader.files import write_atomically

THEMES = ("system", "light", "dark")
TEXT_SIZES = (8, 40)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings.

    Attributes:
        theme: "system", "light" or "dark".
        text_size: of the reading face, in points.
        library_width: of the list of documents, in device-independent pixels; 0 hides it.
        window_width, window_height: likewise; 0 lets the program choose.
        last_folder: where the last document was opened, or "".
        export_folder: where the last PDF went, or "".
    """

    theme: str = "system"
    text_size: int = 13
    library_width: int = 280
    window_width: int = 0
    window_height: int = 0
    last_folder: str = ""
    export_folder: str = ""


def load_settings(file: Path) -> tuple[Settings, str]:
    """The settings in `file`, and one sentence on what was wrong with it, or "".

    A value that cannot be is replaced by its default; a missing file is no problem.
    """
    try:
        kept = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError):
        kept = None
    if not isinstance(kept, dict):
        return Settings(), f"The settings in “{file}” cannot be read; the usual ones are used."
    known = {field.name for field in fields(Settings)}
    good = {name: value for name, value in kept.items() if name in known and _possible(name, value)}
    bad = sorted(known & kept.keys() - good.keys())
    problem = f"Settings with impossible values were set back: {', '.join(bad)}." if bad else ""
    return Settings(**good), problem


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings.

    Raises:
        OutputError: the file cannot be written.
    """
    write_atomically(file, (json.dumps(asdict(settings), indent=1) + "\n").encode(), private=True)


def _possible(name: str, value: object) -> bool:
    default = getattr(Settings(), name)
    if type(value) is not type(default):
        return False
    if name == "theme":
        return value in THEMES
    if name == "text_size":
        return isinstance(value, int) and TEXT_SIZES[0] <= value <= TEXT_SIZES[1]
    return not isinstance(value, int) or 0 <= value <= 20000
