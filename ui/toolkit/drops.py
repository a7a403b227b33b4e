"""Files and text dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent

from ui.toolkit.natural_order import natural_order


def dropped_files(event: QDropEvent) -> list[Path]:
    """The local files that are dropped, or would be; anything else is left out."""
    return files_in(event.mimeData())


def files_in(data: QMimeData) -> list[Path]:
    """The local files that are dropped or were copied, by name: a file manager gives them in any order."""
    return sorted((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), key=natural_order)


def may_be_dropped(event: QDropEvent) -> bool:
    """Whether files or text are dropped, or would be, and come from another program."""
    data = event.mimeData()
    return event.source() is None and (data.hasUrls() or data.hasText() or data.hasHtml())


def accept_copy(event: QDropEvent) -> None:
    """Accept what is dropped as a copy: of what is moved, the other program would delete its own."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
