"""Opening a program's export dialog, and answering its questions."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QFileDialog

from ui.app import Tospalt
from ui.export.dialog import ExportDialog


def ask(program: Tospalt) -> ExportDialog:
    program.window.actions_["export"].trigger()
    return program.window.findChildren(ExportDialog)[-1]


def answer(dialog: ExportDialog, path: Path) -> None:
    dialog.export_button.click()
    asked = dialog.findChildren(QFileDialog)[-1]
    asked.fileSelected.emit(str(path))
    asked.close()


def box(dialog: ExportDialog, words: str) -> QCheckBox:
    return next(box for box in dialog.findChildren(QCheckBox) if words in box.text().replace("&", ""))
