"""Where files are: those that come with the program, and those that it stores for the user."""

import os
from functools import cache
from pathlib import Path

from reader import late_re as re

# In a checkout and in site-packages alike, `seeds` and `resources` lie beside `reader`.
_ROOT = Path(__file__).resolve().parent.parent

RESOURCES = _ROOT / "resources"
SEEDS = _ROOT / "seeds"
STARTER_PACKAGES = RESOURCES / "packages"
TRIED_PACKAGES = RESOURCES / "tried-packages.json"
ATTENTION_CHOICES = RESOURCES / "attention-choices.json"
CALIBRATIONS = RESOURCES / "quality" / "calibration.json"
FONTS = RESOURCES / "fonts"
GUIDE = RESOURCES / "guide"
# What starts the program; also the name of the application, which is the class of its windows on X11.
COMMAND = "tospalt"
# What desktops know the program by: the menu entry, icons and file types of this name.
DESKTOP_ID = "no.tospalt.Tospalt"
DESKTOP_FILES = RESOURCES / "desktop"
LICENCE = _ROOT / "LICENSE"  # in a checkout; elsewhere it may be of something else

# In the data folder.
LIBRARY_FILE = "library.json"
SETTINGS_FILE = "settings.json"
WATCHED_FILE = "watched.json"
MEMORY_FILE = "memory.sqlite"
PACKAGES_FOLDER = "packages"
ATTENTION_FOLDER = "attention"
QUALITY_FOLDER = "quality"
LOGS_FOLDER = "logs"
RUNNING_FOLDER = "running"
DRAFTS_FOLDER = "drafts"
HANDED_FOLDER = "handed"
PARTS_FOLDER = "parts"
PASTED_FOLDER = "pasted"
OWN_WORDS_FILE = "own-words.txt"  # added to the dictionary
DICTIONARIES_FOLDER = "dictionaries"  # the user may put some there
RECOGNITION_FOLDER = "tessdata"  # the user may put data for text recognition there

_PASTED = re.compile(r"\d{4}-\d\d-\d\d-\d{6}-[0-9a-f]{6}\.(?:md|txt)")


def data_folder() -> Path:
    """The folder for the library list and all other data; `TOSPALT_DATA` overrides it."""
    return _user_folder("TOSPALT_DATA", "user_data_path")


def config_folder() -> Path:
    """The folder for the settings file; `TOSPALT_CONFIG` overrides it."""
    return _user_folder("TOSPALT_CONFIG", "user_config_path")


def is_pasted(path: Path) -> bool:
    """Whether a file is that of a pasted text (see `reader.pasted`), by its name and that of its folder."""
    # There may be thousands at once, of which few are in such a folder.
    return PASTED_FOLDER in str(path) and path.parts[-2:-1] == (PASTED_FOLDER,) and bool(_PASTED.fullmatch(path.name))


@cache
def _own_documents() -> dict[str, Path]:
    """The documents that come with the program, by their names."""
    return {path.name: path for path in (*SEEDS.glob("*.txt"), *GUIDE.glob("*.md"))}


def where_now(path: Path) -> Path:
    """Where the document at `path` is if it came with the program, which was elsewhere then; else `path` itself.

    A bundle lies elsewhere in every version, an AppImage at every start. Only what is no longer there is looked for.
    """
    own = _own_documents().get(path.name)
    if own is None or own == path:
        return path
    tail = own.relative_to(_ROOT).parts
    return own if path.parts[-len(tail) :] == tail and not path.exists() else path


def own_name(path: Path) -> str:
    """What a document that came with the program is called wherever that lies; "" for any other."""
    own = _own_documents().get(path.name)
    return own.relative_to(_ROOT).as_posix() if own == path else ""


def own_path(name: str) -> Path | None:
    """The document that `own_name` calls so; None if there is none in this version."""
    own = _own_documents().get(name.rpartition("/")[2])
    return own if own is not None and own_name(own) == name else None


def make_private_folder(folder: Path) -> None:
    """Create a folder of the program's own and its parents; new ones are accessible only to the user.

    Raises:
        OSError: it cannot be created.
    """
    if not folder.is_dir():
        make_private_folder(folder.parent)  # `mkdir(parents=True)` sets the mode of the last one only
        folder.mkdir(mode=0o700, exist_ok=True)


def _user_folder(variable: str, function: str) -> Path:
    override = os.environ.get(variable)
    if override:
        return Path(override)
    import platformdirs  # imported late: `tospalt --version` does not need it

    folder: Path = getattr(platformdirs, function)("tospalt", appauthor=False)
    return folder
