"""Showing a folder in the system's file manager."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from reader.errors import reason
from ui.toolkit.i18n import localised


def open_folder(folder: Path) -> str:
    """Show `folder`; returns a message for the user if that fails, else ""."""
    try:
        os.scandir(folder).close()
    except FileNotFoundError:
        return _tr("The folder “{folder}” does not exist yet.").format(folder=folder)
    except OSError as error:
        words = _tr("The folder “{folder}” cannot be opened: {reason}.")
        return words.format(folder=folder, reason=localised(reason(error)))
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        return _tr("No file manager could open the folder “{folder}”.").format(folder=folder)
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("FolderOpening", text)
