"""Files that are being written, under names that begin with a dot and end in ".part", and what killed programs leave.

Before such a file is made its place is noted in a small file in the data folder, with a lock beside it that the system
lets go of when the program ends, however it ends. Only what stands in a note whose lock is free is deleted.
"""

import os
import re
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reader import log
from reader.locks import release, taken
from reader.paths import PARTS_FOLDER, data_folder, make_private_folder

if TYPE_CHECKING:
    from filelock import BaseFileLock

_NOTE, _LOCK = ".note", ".lock"
_NAME = re.compile(r"\..{0,41}[0-9a-f]{12}\.part", re.DOTALL)
# A folder that is not there may be on a drive that is not there today.
_KEPT_S = 28 * 24 * 3600


@contextmanager
def part_of(target: Path) -> Iterator[Path]:
    """A name beside `target`, an absolute path, for a file that is to take its place; what is there in the end is gone.

    The name is noted first. Where that cannot be, the file is written all the same.
    """
    # 40 characters are 160 bytes at most; a name may have 255.
    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(6)}.part")
    note = _noted(part)
    try:
        yield part
    finally:
        with suppress(ValueError):  # no name of a file: nothing was written
            part.unlink(missing_ok=True)
        _forget(note)


def sweep_parts(*, forgetting: bool = False) -> None:
    """Delete what programs that were killed had begun to write. Takes no time where there is nothing.

    With `forgetting` also the notes of what is on a drive that is not there now, which may name a document.
    """
    folder = data_folder() / PARTS_FOLDER
    try:
        stems = {path.stem for path in folder.iterdir()}
    except OSError:  # no program has written anything yet
        return
    for stem in stems:
        try:
            _sweep(folder / f"{stem}{_NOTE}", folder / f"{stem}{_LOCK}", forgetting)
        except OSError as error:
            log.caught(error, "deleting what was being written")


def delete_parts(folder: Path) -> None:
    """Delete all that was begun to be written in a folder and those in it, noted or not, but for what is at it now.

    Nor is anything known afterwards of what was begun elsewhere and cannot be deleted now.

    Raises:
        OSError: it cannot be deleted, or not all of it.
    """
    sweep_parts(forgetting=True)
    notes = (data_folder() / PARTS_FOLDER).glob(f"*{_NOTE}")
    being_written = {_content(note).rpartition(os.sep)[2] for note in notes}
    for place, _, names in os.walk(folder):
        for name in names:
            if _NAME.fullmatch(name) and name not in being_written:
                Path(place, name).unlink(missing_ok=True)


def _content(note: Path) -> str:
    try:
        return os.fsdecode(note.read_bytes())
    except FileNotFoundError:  # what it was for has just been written
        return ""


def _noted(part: Path) -> "tuple[Path, BaseFileLock] | None":
    folder = data_folder() / PARTS_FOLDER
    stem = f"{os.getpid()}-{secrets.token_hex(6)}"
    try:
        content = os.fsencode(part)
        make_private_folder(folder)
        lock = taken(folder / f"{stem}{_LOCK}")
        if lock is None:
            return None  # another program that starts now looks at it
        note = folder / f"{stem}{_NOTE}"
        with open(note, "xb", opener=private) as file:
            file.write(content)
    except (OSError, ValueError) as error:
        log.caught(error, "noting what is being written")
        return None
    return note, lock


def private(path: str, flags: int) -> int:
    """Opens a file, for `open`, that only the user may read if it is a new one."""
    return os.open(path, flags, 0o600)


def _forget(noted: "tuple[Path, BaseFileLock] | None") -> None:
    if noted is None:
        return
    note, lock = noted
    try:
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


def _is_settled(part: Path, note: Path) -> bool:
    """Delete a file that was begun; whether nothing of it is left, or ever will be found."""
    try:
        # Whatever a damaged note says: nothing but a file of ours.
        if _NAME.fullmatch(part.name) and stat.S_ISREG(part.lstat().st_mode):
            part.unlink()
        return True
    except ValueError:  # no name of a file
        return True
    except FileNotFoundError:
        return part.parent.is_dir() or note.stat().st_mtime < time.time() - _KEPT_S
