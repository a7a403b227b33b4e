"""Showing a folder in the system's file manager."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices


def open_folder(folder: Path) -> str:
    """Show `folder`; returns a message for the user if that fails, else ""."""
    if not folder.is_dir():
        return _tr("The folder “{folder}” does not exist yet.").format(folder=folder)
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return _tr("No file manager could open the folder “{folder}”.").format(folder=folder)
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("FolderOpening", text)
