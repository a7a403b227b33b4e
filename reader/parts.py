"""Temporary files and folders, named with a leading dot and ".part", and removing those that killed processes left.

Before such a file is created, its path is noted in a small file in the data folder, with a lock beside it that the
system releases when the process ends, however it ends. Only files noted under a free lock are deleted.
"""

import os
import secrets
import shutil
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader import late_re as re, log
from reader.locks import release, taken
from reader.paths import PARTS_FOLDER, data_folder, make_private_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

_NOTE, _LOCK = ".note", ".lock"
_NAME = re.compile(r"\..{0,41}[0-9a-f]{12}\.part", re.DOTALL)
# A missing folder may be on a drive that is not connected today: notes of it are kept for four weeks.
_KEPT_S = 28 * 24 * 3600


@contextmanager
def part_of(target: Path) -> Iterator[Path]:
    """The path of a temporary file beside `target`, an absolute path, to replace it; deleted at the end if it exists.

    The path is noted first; if that fails, the file can be written all the same. In the program's own folder
    of parts it may also be made a folder; one that cannot be deleted is left to the next start.
    """
    # 40 characters are 160 bytes at most; a name may have 255.
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.part")
    note = _noted(part)
    try:
        yield part
    finally:
        with suppress(ValueError, FileNotFoundError, NotADirectoryError):  # not a valid name: nothing was written
            _delete(part)
        _forget(note, keep=_is_folder(part))


def sweep_parts(*, forgetting: bool = False) -> None:
    """Delete the temporary files of killed processes; takes no time if there are none.

    With `forgetting`, also delete the notes of files on drives that are not connected, since they may name a document.
    """
    folder = data_folder() / PARTS_FOLDER
    try:
        stems = {path.stem for path in folder.iterdir()}
    except OSError:  # nothing has been written yet
        return
    for stem in stems:
        try:
            _sweep(folder / f"{stem}{_NOTE}", folder / f"{stem}{_LOCK}", forgetting)
        except OSError as error:
            log.caught(error, "deleting what was being written")


def delete_parts(folder: Path) -> None:
    """Delete all temporary files in a folder and its subfolders, noted or not, except those being written now.

    Also deletes the notes of temporary files elsewhere that cannot be deleted now.

    Raises:
        OSError: not all of them could be deleted.
    """
    sweep_parts(forgetting=True)
    notes = (data_folder() / PARTS_FOLDER).glob(f"*{_NOTE}")
    being_written = {_content(note).rpartition(os.sep)[2] for note in notes}
    for place, folders, names in os.walk(folder):
        for name in (*names, *folders):
            part = Path(place, name)
            if _NAME.fullmatch(name) and name not in being_written and (name in names or _is_folder(part)):
                with suppress(FileNotFoundError):
                    _delete(part)


def _content(note: Path) -> str:
    try:
        return os.fsdecode(note.read_bytes())
    except FileNotFoundError:  # its file has just been completed
        return ""


def _noted(part: Path) -> "tuple[Path, BaseFileLock] | None":
    folder = data_folder() / PARTS_FOLDER
    stem = f"{os.getpid()}-{secrets.token_hex(6)}"
    try:
        content = os.fsencode(part)
        make_private_folder(folder)
        lock = taken(folder / f"{stem}{_LOCK}")
    except (OSError, ValueError) as error:
        log.caught(error, "noting what is being written")
        return None
    if lock is None:
        return None  # a process that is starting inspects it
    noted = folder / f"{stem}{_NOTE}", lock
    try:
        with open(noted[0], "xb", opener=private) as file:
            file.write(content)
    except OSError as error:
        log.caught(error, "noting what is being written")
        _forget(noted, keep=False)  # or a full disk would fill up with empty notes
        return None
    return noted


def private(path: str, flags: int) -> int:
    """An opener for `open`: a new file is readable only by the user."""
    return os.open(path, flags, 0o600)


def _forget(noted: "tuple[Path, BaseFileLock] | None", *, keep: bool) -> None:
    """Release the note of what was written, and delete it unless it is to be kept for the next start."""
    if noted is None:
        return
    note, lock = noted
    try:
        if not keep:
            note.unlink(missing_ok=True)
        release(lock)
    except OSError as error:
        log.caught(error, "forgetting what was being written")


def _sweep(note: Path, lock_file: Path, forgetting: bool) -> None:
    lock = taken(lock_file)
    if lock is None:
        return  # it is being written
    try:
        if note.exists() and _is_settled(Path(os.fsdecode(note.read_bytes())), note):
            note.unlink()
    finally:
        if forgetting:
            note.unlink(missing_ok=True)
        release(lock)


def _delete(part: Path) -> None:
    """Delete a temporary file or folder, and nothing of another kind."""
    if _is_folder(part):
        shutil.rmtree(part, ignore_errors=True)
    elif stat.S_ISREG(part.lstat().st_mode):
        part.unlink()


def _is_folder(part: Path) -> bool:
    """Whether it is a folder of ours: those are nowhere but in the folder of parts."""
    return part.parent == data_folder() / PARTS_FOLDER and stat.S_ISDIR(_mode(part))


def _mode(path: Path) -> int:
    try:
        return path.lstat().st_mode
    except (OSError, ValueError):
        return 0


def _is_settled(part: Path, note: Path) -> bool:
    """Delete a temporary file; returns whether its note is no longer needed."""
    try:
        # A damaged note must not delete anything but what is ours.
        if _NAME.fullmatch(part.name):
            _delete(part)
        return not _is_folder(part)
    except ValueError:  # not a valid file name
        return True
    except FileNotFoundError:
        return part.parent.is_dir() or note.stat().st_mtime < time.time() - _KEPT_S
