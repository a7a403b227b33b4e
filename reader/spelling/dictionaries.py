"""Where the dictionaries of the system and the user are: pairs of files such as nb_NO.dic and nb_NO.aff."""

import os
import sys
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from reader.files import is_regular, stamp_of
from reader.log import note
from reader.paths import DICTIONARIES_FOLDER, data_folder
from reader.text import base_language

# Folders to use instead of those of the system, as in PATH.
FOLDERS = "TOSPALT_DICTIONARIES"
BINDING = "hunspell"  # the name of its module
# The names of dictionaries by language, the most usual first. A word is right if one of the first group that is there
# has it: British and American spelling both are.
_NAMES: dict[str, tuple[tuple[str, ...], ...]] = {
    "nb": (("nb_NO", "nb"), ("no_NO", "no")),
    "nn": (("nn_NO", "nn"),),
    "en": (("en_GB", "en_US"), ("en",), ("en_CA", "en_AU", "en_IE", "en_NZ", "en_ZA")),
}
# Bytes; those of the system have five million at most. One that takes minutes to load would be loaded again and again.
_LARGEST = 50_000_000
_LOCAL = ("hunspell", "myspell", "myspell/dicts")


def dictionaries(language: str, folders: Sequence[Path] | None = None) -> list[Path]:
    """The dictionaries for a language, as paths without suffix; none if there are none.

    Args:
        language: its code.
        folders: where to look; the system's if None.
    """
    where = list(_folders() if folders is None else folders)
    code = base_language(language)
    for group in _NAMES.get("nb" if code == "no" else code, ()):
        if found := [path for name in group if (path := _found(name, where)) is not None]:
            return found
    return []


def _found(name: str, folders: Sequence[Path]) -> Path | None:
    paths = (folder / name for folder in folders)
    return next((path for path in paths if _is_dictionary(path)), None)


def _is_dictionary(path: Path) -> bool:
    files = [path.with_name(f"{path.name}{suffix}") for suffix in (".dic", ".aff")]
    if not all(map(is_regular, files)):
        return False
    size = max(stamp[0] for file in files if (stamp := stamp_of(file)) is not None)
    if size > _LARGEST:
        note("a dictionary is too large to be used", bytes=size)
    return size <= _LARGEST


def _folders() -> Iterator[Path]:
    own = os.environ.get(FOLDERS)
    if own is not None:
        yield from _listed(own)
        return
    yield data_folder() / DICTIONARIES_FOLDER
    yield from _listed(os.environ.get("DICPATH", ""))  # Hunspell's own
    home = Path.home()
    data = os.environ.get("XDG_DATA_HOME") or str(home / ".local/share")
    shared = os.environ.get("XDG_DATA_DIRS") or os.pathsep.join(("/usr/local/share", "/usr/share"))
    yield from (folder / name for folder in _listed(data + os.pathsep + shared) for name in _LOCAL)
    if sys.platform == "darwin":
        yield from (home / "Library/Spelling", Path("/Library/Spelling"), Path("/opt/homebrew/share/hunspell"))
    yield from _of_libreoffice()
    yield from _of_binding()


def _of_libreoffice() -> Iterator[Path]:
    """The folders of dictionaries that come with LibreOffice, which on Windows are the usual ones."""
    if sys.platform == "win32":
        roots = [Path(os.environ.get(name, "")) / "LibreOffice" for name in ("ProgramFiles", "ProgramFiles(x86)")]
    elif sys.platform == "darwin":
        roots = [Path("/Applications/LibreOffice.app/Contents/Resources")]
    else:
        roots = [Path("/usr/lib/libreoffice"), Path("/usr/lib64/libreoffice"), Path("/opt/libreoffice")]
    inner = "extensions" if sys.platform == "darwin" else "share/extensions"
    yield from (root / inner / f"dict-{language}" for root in roots for language in ("en", "no"))


def _of_binding() -> Iterator[Path]:
    """The folder of American English, which comes with the binding."""
    spec = find_spec(BINDING)
    yield from (Path(place, "dictionaries") for place in (spec and spec.submodule_search_locations) or ())


def _listed(paths: str) -> list[Path]:
    return [Path(path) for path in paths.split(os.pathsep) if path and Path(path).is_absolute()]
