"""The folder in which a dialog for choosing files begins."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths

from reader.files import is_folder

_PLACES = (QStandardPaths.StandardLocation.DocumentsLocation, QStandardPaths.StandardLocation.HomeLocation)


def usual_folder(last: str = "") -> str:
    """The `last` one if it is there, else the system's folder for documents, else the user's own.

    Qt would take a folder that is not there for the name of a file.
    """
    folders = (last, *map(QStandardPaths.writableLocation, _PLACES))
    return next((each for each in folders if each and is_folder(Path(each))), "")


def nearest_folder(folder: Path) -> str:
    """`folder`, or the nearest of those that it lies in which is there; "" if that would be all of the disk."""
    near = (each for each in (folder, *folder.parents) if each != each.parent)
    return next((str(each) for each in near if is_folder(Path(each))), "")
