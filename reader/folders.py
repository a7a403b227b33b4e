"""Looking for files in folders, which may hold anything, change meanwhile, or not be there; no file is opened."""

import os
import stat
import unicodedata
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from enum import Enum, auto
from itertools import islice
from pathlib import Path

from reader.errors import CancelledError
from reader.files import Stamp, is_regular, listing
from reader.late_dataclasses import dataclass

# Folders in folders; deeper ones are left out.
DEEPEST = 10
# Folders in which a lost file is looked for.
_MOST_LOOKED_IN = 1000


class Why(Enum):
    """Why something in a folder is left out."""

    NO_TEXT = auto()  # by its name, or because it is no ordinary file
    UNREADABLE = auto()  # a folder that may not be entered
    TOO_DEEP = auto()  # a folder in too many others


@dataclass(frozen=True, slots=True)
class Entered:
    """A folder whose contents follow."""

    path: Path


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file that may be a document, and its stamp."""

    path: Path
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something in a folder that is no document."""

    path: Path
    why: Why


Found = Entered | FoundFile | LeftOut


def scan(folder: Path, suffixes: Collection[str], cancelled: Callable[[], bool]) -> Iterator[Found]:
    """Go through a folder and those in it, in any order, for files with one of the `suffixes`, in lower case.

    What is hidden is not mentioned, and no folder is entered twice, by whatever links.

    Raises:
        OSError: the folder itself cannot be read.
        CancelledError: `cancelled`, which is called for each file, has become true.
    """
    os.scandir(folder).close()
    waiting, entered = [(folder, 0)], set[tuple[int, int]]()
    while waiting:
        here, depth = waiting.pop()
        try:
            if _entered_before(here, entered):
                continue
            with os.scandir(here) as entries:
                yield Entered(here)
                for entry in entries:
                    if cancelled():
                        raise CancelledError
                    if not _is_hidden(entry):
                        yield from _looked_at(entry, suffixes, waiting, depth + 1)
        except (FileNotFoundError, NotADirectoryError):
            continue  # it was removed meanwhile
        except OSError:
            yield LeftOut(here, Why.UNREADABLE)


def _entered_before(folder: Path, entered: set[tuple[int, int]]) -> bool:
    found = folder.stat()
    identity = found.st_dev, found.st_ino
    if identity in entered:
        return True
    entered.add(identity)
    return False


def _looked_at(
    entry: os.DirEntry[str], suffixes: Collection[str], waiting: list[tuple[Path, int]], depth: int
) -> Iterator[Found]:
    path = Path(entry.path)
    try:
        is_folder = entry.is_dir()
        if not is_folder and path.suffix.lower() not in suffixes:
            yield LeftOut(path, Why.NO_TEXT)  # without asking the disk more about it
            return
        found = entry.stat()
    except OSError:  # a link that leads nowhere or to itself, or what was removed meanwhile
        return
    if is_folder and depth > DEEPEST:
        yield LeftOut(path, Why.TOO_DEEP)
    elif is_folder:
        waiting.append((path, depth))
    elif stat.S_ISREG(found.st_mode):
        yield FoundFile(path, (found.st_size, found.st_mtime_ns, found.st_ino))
    else:
        yield LeftOut(path, Why.NO_TEXT)


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith("."):
        return True
    if os.name != "nt":
        return False
    with suppress(OSError):
        attributes: int = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
        return bool(attributes & stat.FILE_ATTRIBUTE_HIDDEN)
    return False


def likely_place(lost: Path) -> Path | None:
    """Where a file that is no longer there probably is: under nearly the same name, or in a folder beside; or None.

    Looks into the folder that it was in, those in it, and those beside it, as it or its folder may have been moved or
    renamed.
    """
    folder = lost.parent
    beside = [each for each in listing(folder.parent) if each != folder]
    folders = (folder, *listing(folder), folder.parent, *beside)
    for each in islice(folders, _MOST_LOOKED_IN):
        if each != folder and is_regular(found := each / lost.name):
            return found
    same = (each for each in listing(folder) if _plain_name(each) == _plain_name(lost))
    return next(filter(is_regular, same), None)


def _plain_name(path: Path) -> str:
    return unicodedata.normalize("NFC", path.name).casefold()
