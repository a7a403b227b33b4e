"""What is in a folder: the documents that may join the library, and how much is left out and why."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

from reader.files import Stamp
from reader.folders import Entered, FoundFile, LeftOut, Why, scan
from reader.formats import READABLE_SUFFIXES
from reader.late_dataclasses import dataclass
from ui.toolkit.natural_order import natural_order

# Documents added at once. More are hardly meant: a home folder, or a copy of a web site.
MOST_FILES = 1000
# The most that is named of what is left out; a program's folder may have a hundred thousand other files.
MOST_NAMED = 1000


@dataclass(frozen=True, slots=True)
class FolderContents:
    """The contents of a folder.

    Attributes:
        folder: the folder.
        files: the files in it, and in the folders in it, that may be documents, in natural order.
        stamps: their stamps.
        folders: the folder and those in it.
        left_out: how much is no document, or cannot be read, by why.
        named: what that is, of the first found, up to `MOST_NAMED`, in the order of their names.
    """

    folder: Path
    files: tuple[Path, ...]
    stamps: dict[Path, Stamp]
    folders: tuple[Path, ...]
    left_out: Counter[Why]
    named: tuple[LeftOut, ...] = ()


def contents_of(folder: Path, cancelled: Callable[[], bool]) -> FolderContents:
    """Look into a folder, on a thread for folders.

    Raises:
        OSError: it cannot be read.
        CancelledError: it was cancelled.
    """
    stamps: dict[Path, Stamp] = {}
    folders, left_out, named = list[Path](), Counter[Why](), list[LeftOut]()
    for found in scan(folder, READABLE_SUFFIXES, cancelled):
        match found:
            case Entered(path):
                folders.append(path)
            case FoundFile(path, stamp):
                stamps[path] = stamp
            case LeftOut(_, why):
                left_out[why] += 1
                if len(named) < MOST_NAMED:
                    named.append(found)
    files = tuple(sorted(stamps, key=natural_order))
    in_order = tuple(sorted(named, key=lambda each: natural_order(each.path)))
    return FolderContents(folder, files, stamps, tuple(folders), left_out, in_order)
