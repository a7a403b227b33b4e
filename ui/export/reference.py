"""The choice of a reference translation to place beside the machine translation."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.file_filters import readable_files
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable
from ui.toolkit.one_line import one_line

_INDENT = 24


class ReferenceChoice(QWidget):
    """A check box that asks for a file when checked, with the name of the file below it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is chosen."""
        super().__init__(parent)
        self._box, self._name = QCheckBox(self.tr("&Reference translation")), Label()
        self._choose = QPushButton(self.tr("&Choose…"))
        self._chosen: Path | None = None
        self._name.setObjectName("caption")
        self._name.setWordWrap(True)
        self._name.setContentsMargins(_INDENT, 0, 0, 0)
        self._choose.setAutoDefault(False)
        self._choose.setAccessibleName(self.tr("Choose a reference translation"))
        row = QHBoxLayout()
        row.addWidget(self._box, 1)
        row.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._name)
        self._box.toggled.connect(self._on_toggled)
        self._choose.clicked.connect(self._ask)
        self._show()

    @property
    def file(self) -> Path | None:
        """The chosen file, if the box is checked."""
        return self._chosen if self._box.isChecked() else None

    def set(self, file: Path | None, *, wanted: bool) -> None:
        """Show a file, and whether it is wanted, without emitting a signal."""
        self._chosen = file
        self._box.blockSignals(True)
        self._box.setChecked(wanted and file is not None)
        self._box.blockSignals(False)
        self._show()

    def _show(self) -> None:
        self._name.setText(breakable(one_line(self._chosen.name)) if self._chosen is not None else "")
        self._name.setVisible(self._chosen is not None)

    @guarded
    def _on_toggled(self, wanted: bool) -> None:
        if wanted and self._chosen is None:
            self._ask()
        else:
            self.changed.emit()

    @guarded
    def _ask(self) -> None:
        folder = str(self._chosen.parent) if self._chosen is not None else ""
        dialog = FileDialog(self, self.tr("Choose a reference translation"), folder)
        dialog.setNameFilters(readable_files())
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.rejected.connect(self._on_rejected)
        dialog.open()

    @guarded
    def _on_chosen(self, name: str) -> None:
        self.set(Path(name), wanted=True)
        self.changed.emit()

    @guarded
    def _on_rejected(self) -> None:
        """Uncheck the box if there is no file."""
        self.set(self._chosen, wanted=self._box.isChecked())
