"""Where things are: what comes with the program, and what it keeps for the user."""

import os
from pathlib import Path

# In a checkout and in site-packages alike, `seeds` and `resources` lie beside `reader`.
_ROOT = Path(__file__).resolve().parent.parent

RESOURCES = _ROOT / "resources"
SEEDS = _ROOT / "seeds"
STARTER_PACKAGES = RESOURCES / "packages"
TRIED_PACKAGES = RESOURCES / "tried-packages.json"
FONTS = RESOURCES / "fonts"
LICENCE = _ROOT / "LICENSE"  # in a checkout; elsewhere it may be of something else

# In the data folder.
LIBRARY_FILE = "library.json"
SETTINGS_FILE = "settings.json"
MEMORY_FILE = "memory.sqlite"
PACKAGES_FOLDER = "packages"
ATTENTION_FOLDER = "attention"
LOGS_FOLDER = "logs"
RUNNING_FOLDER = "running"
DRAFTS_FOLDER = "drafts"
PARTS_FOLDER = "parts"


def data_folder() -> Path:
    """The folder for the library list and what else must be kept; `TOSPALT_DATA` overrides it."""
    return _user_folder("TOSPALT_DATA", "user_data_path")


def config_folder() -> Path:
    """The folder for the settings file; `TOSPALT_CONFIG` overrides it."""
    return _user_folder("TOSPALT_CONFIG", "user_config_path")


def make_private_folder(folder: Path) -> None:
    """Make a folder of the program's own, and those that it is to be in: all that are new are for the user alone.

    Raises:
        OSError: it cannot be made.
    """
    if not folder.is_dir():
        make_private_folder(folder.parent)  # `mkdir` itself gives a mode to the last one only
        folder.mkdir(mode=0o700, exist_ok=True)


def _user_folder(variable: str, function: str) -> Path:
    override = os.environ.get(variable)
    if override:
        return Path(override)
    import platformdirs  # late: `tospalt --version` needs none of it

    folder: Path = getattr(platformdirs, function)("tospalt", appauthor=False)
    return folder
