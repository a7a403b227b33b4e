"""Opening a program's export dialog, and answering its questions."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QListWidgetItem

from reader.late_dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Tick:
    """The tick of an entry in the list of columns."""

    item: QListWidgetItem

    def setChecked(self, checked: bool) -> None:
        self.item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)

    def isChecked(self) -> bool:
        return self.item.checkState() is Qt.CheckState.Checked


def column(dialog: ExportDialog, words: str) -> Tick:
    return Tick(dialog.choices.columns.list.findItems(words, Qt.MatchFlag.MatchExactly)[0])
