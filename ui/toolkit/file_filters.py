"""What a dialog for opening a file offers."""

from PySide6.QtCore import QCoreApplication

from reader.formats import READABLE_SUFFIXES


def readable_files() -> list[str]:
    """The name filters of such a dialog: the files that the reader reads, and all."""
    patterns = " ".join(f"*{suffix}" for suffix in READABLE_SUFFIXES)
    return [_tr("Texts and subtitles ({patterns})").format(patterns=patterns), _tr("All files (*)")]


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileFilters", text)
