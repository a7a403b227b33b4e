"""The choice of the file with a reference translation, to stand beside the machine translation."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.file_filters import readable_files
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable
from ui.toolkit.one_line import one_line


class ReferenceChoice(QWidget):
    """The name of the file, with a button that asks for another."""

    changed = Signal()  # the user has chosen a file
    declined = Signal()  # the user was asked for one, and has chosen none

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is chosen."""
        super().__init__(parent)
        self._name, self._choose = Label(), QPushButton(self.tr("&Choose…"))
        self.file: Path | None = None
        self._name.setObjectName("caption")
        self._name.setWordWrap(True)
        self._choose.setAutoDefault(False)
        self._choose.setAccessibleName(self.tr("Choose a reference translation"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        row.addWidget(self._choose)
        self._choose.clicked.connect(guarded(lambda: self.ask()))
        self.set(None)

    def set(self, file: Path | None) -> None:
        """Show a file, or that there is none, without emitting a signal."""
        self.file = file
        none = self.tr("No reference translation chosen")
        self._name.setText(none if file is None else breakable(one_line(file.name)))

    def ask(self) -> None:
        """Ask for a file; ends with `changed` or `declined`."""
        folder = str(self.file.parent) if self.file is not None else ""
        dialog = FileDialog(self, self.tr("Choose a reference translation"), folder)
        dialog.setNameFilters(readable_files())
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.rejected.connect(self.declined)
        dialog.open()

    @guarded
    def _on_chosen(self, name: str) -> None:
        self.set(Path(name))
        self.changed.emit()
