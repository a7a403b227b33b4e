"""Documents whose files were moved while nobody was looking: known again by their size, time and inode. No Qt."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from reader.files import Stamp, stamp_of
from reader.library import Library


def moved_among(places: Iterable[Path], stamps: Mapping[Path, Stamp], library: Library) -> dict[Path, Path]:
    """Where documents of the user's are now whose files are gone, by where they were; asks the disks.

    They are in those of the `places` that are in no list yet and have the very `stamps` that the files had when they
    were read: moving a file keeps them, copying it does not.
    """
    left = {stamps[place]: place for place in places if library.find(place) is None}
    moved = dict[Path, Path]()
    for entry in library if left else ():
        found = entry.description
        if found is None or entry.bundled or found.stamp not in left:
            continue
        if stamp_of(entry.path) is None:
            moved[entry.path] = left.pop(found.stamp)
    return moved
