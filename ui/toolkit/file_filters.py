"""What a dialog for opening a file offers."""

from PySide6.QtCore import QCoreApplication

from reader.formats import READABLE_SUFFIXES


def readable_files() -> list[str]:
    """The name filters of such a dialog: the files that the reader reads, and all."""
    return [_texts(), _every_file()]


def openable_files() -> list[str]:
    """The same with what is imported when it is opened."""
    return [_texts(), memory_files()[0], _every_file()]


def memory_files() -> list[str]:
    """Those for translation memories of other programs, and all files."""
    return [_tr("Translation memories (*.tmx)"), _every_file()]


def _texts() -> str:
    patterns = " ".join(f"*{suffix}" for suffix in READABLE_SUFFIXES)
    return _tr("Documents ({patterns})").format(patterns=patterns)


def _every_file() -> str:
    return _tr("All files (*)")


def _tr(text: str) -> str:
    return QCoreApplication.translate("FileFilters", text)
