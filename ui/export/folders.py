"""The default folder for exports."""

from PySide6.QtCore import QStandardPaths


def documents_folder() -> str:
    """The system's folder for documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
