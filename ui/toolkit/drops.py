"""Files and text dropped on the window."""

import re
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDropEvent


def dropped_files(event: QDropEvent) -> list[Path]:
    """The local files that are dropped, or would be; anything else is left out."""
    return files_in(event.mimeData())


def files_in(data: QMimeData) -> list[Path]:
    """The local files that are dropped or were copied, by name: a file manager gives them in any order."""
    return sorted((Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()), key=_natural)


def _natural(path: Path) -> list[tuple[int, str]]:
    """Orders paths as people do, 2 before 10, and small letters among capitals."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+", str(path).casefold())
    return [(0, part) if not part.isdecimal() else (1 + int(part), "") for part in parts]


def may_be_dropped(event: QDropEvent) -> bool:
    """Whether files or text are dropped, or would be, and come from another program."""
    data = event.mimeData()
    return event.source() is None and (data.hasUrls() or data.hasText() or data.hasHtml())


def accept_copy(event: QDropEvent) -> None:
    """Accept what is dropped as a copy: of what is moved, the other program would delete its own."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
