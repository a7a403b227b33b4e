"""`tospalt --install-desktop`: puts the program into the user's menus, and `--remove-desktop` takes it out again.

The files follow the specifications of freedesktop.org: desktop entries, icon themes, MIME types, AppStream.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from reader import late_re as re, log
from reader.commands.output import DONE, FAILED
from reader.commands.terminal import say
from reader.errors import OutputError, TospaltError, reason
from reader.files import write_atomically
from reader.late_dataclasses import dataclass
from reader.own_process import bundled
from reader.paths import COMMAND, DESKTOP_FILES, DESKTOP_ID

# What is installed, relative to the user's data folder, by the ending of its name in `resources/desktop`.
_PLACES = {
    ".desktop": "applications",
    ".metainfo.xml": "metainfo",
    ".xml": "mime/packages",
    ".svg": "icons/hicolor/scalable/apps",
    "-symbolic.svg": "icons/hicolor/symbolic/apps",
}
# What makes the desktop see a change at once; without these it does so by the next login.
_REFRESHERS = (
    ("update-mime-database", "mime"),
    ("update-desktop-database", "applications"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)
# Indexes that these make of the files of a folder, by what those files are: without any, an index is of no use.
_INDEXED = {"applications": "*.desktop", "mime": "packages/*.xml"}
_INDEXES = {
    "applications": "mimeinfo.cache",
    "mime": "mime.cache globs globs2 magic treemagic subclasses aliases types icons generic-icons version "
    "XMLnamespaces",
}
_PATIENCE_S = 30
# Specification of desktop entries 1.5, "The Exec key": what is escaped within quotes.
_RESERVED = re.compile(r'(["`$\\])')
# The same, "Basic types": what is escaped in every string.
_ESCAPES = str.maketrans({"\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"})
# GLib looks for a program by its name as written, where "%" is doubled: only its arguments may have any.
_SHELL, _SCRIPT = "/bin/sh -c", 'exec "$0" "$@"'


@dataclass(frozen=True, slots=True)
class _Placed:
    """A file that comes with the program, and where it is put."""

    source: Path
    target: Path


def install_desktop() -> int:
    """Put the program into the user's menus; returns the exit code."""
    return _run(_install, "Tospalt is in your menus now. To take it out: tospalt --remove-desktop")


def remove_desktop() -> int:
    """Take the program out of the user's menus; returns the exit code."""
    return _run(_remove, "Tospalt is no longer in your menus.")


def _run(act: Callable[[Path], None], done: str) -> int:
    if sys.platform in ("win32", "darwin"):
        say("Only Linux and similar systems have menus of this kind.")
        return FAILED
    try:
        act(_data_home())
    except TospaltError as error:
        say(str(error))
        return FAILED
    say(done)
    return DONE


def _install(home: Path) -> None:
    program = _program()
    for each in _placed(home):
        data = each.source.read_bytes()
        if each.target.suffix == ".desktop":
            data = os.fsencode(_with_program(data.decode(), program))
        _make_folder(each.target.parent)
        write_atomically(each.target, data)
    _refresh(home)


def _remove(home: Path) -> None:
    for each in _placed(home):
        try:
            each.target.unlink(missing_ok=True)
        except OSError as error:
            raise OutputError(
                "“{path}” cannot be deleted: {reason}.", path=each.target, reason=reason(error)
            ) from error
    _refresh(home)
    _tidy(home)


def _placed(home: Path) -> Iterator[_Placed]:
    """All files, each with its place."""
    for ending, folder in _PLACES.items():
        name = f"{DESKTOP_ID}{ending}"
        yield _Placed(DESKTOP_FILES / name, home / folder / name)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError("“{path}” cannot be created: {reason}.", path=folder, reason=reason(error)) from error


def _data_home() -> Path:
    """The folder of the user's own data files; a relative one counts as unset (XDG Base Directory Specification)."""
    named = os.environ.get("XDG_DATA_HOME", "")
    return Path(named) if Path(named).is_absolute() else Path.home() / ".local" / "share"


def _program() -> str:
    """The file that starts this program, absolute: menus do not know the environment that it is installed in."""
    if bundled():
        return _bundle()
    places = sys.argv[0], str(Path(sys.executable).with_name(COMMAND)), COMMAND
    found = (shutil.which(place) for place in places if Path(place).name == COMMAND)
    program = next(filter(None, found), None)
    if program is None:
        raise OutputError("Tospalt is not installed as a command. Install it first; the README says how.")
    return os.path.abspath(program)


def _bundle() -> str:
    """The AppImage, if the bundle is in one (it is mounted at another place each time), else its executable."""
    mounted, image = os.environ.get("APPDIR"), os.environ.get("APPIMAGE")
    if mounted and image and Path(sys.executable).is_relative_to(Path(mounted).resolve()):
        return image
    return sys.executable


def _with_program(entry: str, program: str) -> str:
    """The desktop entry with the place of the program."""
    words = [_SHELL, _quoted(_SCRIPT)] if "%" in program else []
    values = {"Exec=": _escaped(" ".join([*words, _quoted(program), "%F"])), "TryExec=": _escaped(program)}
    lines = (next((k + v for k, v in values.items() if line.startswith(k)), line) for line in entry.splitlines())
    return "".join(f"{line}\n" for line in lines)


def _quoted(word: str) -> str:
    """A word of the Exec key within quotes."""
    quoted = _RESERVED.sub(r"\\\1", word).replace("%", "%%")
    return f'"{quoted}"'


def _escaped(value: str) -> str:
    """A value of a desktop entry as it is written."""
    return value.translate(_ESCAPES)


def _refresh(home: Path) -> None:
    for name, folder in _REFRESHERS:
        found = shutil.which(name)
        if found is None or not (home / folder).is_dir():
            continue
        try:
            subprocess.run([found, str(home / folder)], capture_output=True, timeout=_PATIENCE_S, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            log.caught(error, "telling the desktop of new files")


def _tidy(home: Path) -> None:
    """Delete the folders that are empty now, with their indexes of nothing."""
    for name, pattern in _INDEXED.items():
        if not any((home / name).rglob(pattern)):
            for index in _INDEXES[name].split():
                _drop(home / name / index, Path.unlink)
    for folder in {home / "mime" / "application", *(each.target.parent for each in _placed(home))}:
        while folder != home and _drop(folder, Path.rmdir):
            folder = folder.parent


def _drop(path: Path, delete: Callable[[Path], None]) -> bool:
    """Delete what may stay, if something of others is in it or it is not there; returns whether that was possible."""
    try:
        delete(path)
    except OSError:
        return False
    return True
