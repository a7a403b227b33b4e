"""Where exports go as long as nothing else was chosen."""

from PySide6.QtCore import QStandardPaths


def documents_folder() -> str:
    """The folder that the system has for documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
