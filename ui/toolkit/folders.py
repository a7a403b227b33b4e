"""The folder in which a dialog for choosing files begins."""

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from reader.files import is_folder
from ui.toolkit.one_line import one_line

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


def folder_name(folder: Path) -> str:
    """What a folder is called in sentences, on one line: its name, or all of its path if it has none, as "/"."""
    return one_line(folder.name or str(folder))


def folder_key(folder: Path) -> str:
    """One word for a folder, for topics of notices: in these a space begins a narrower topic."""
    return os.fsencode(folder).hex()
