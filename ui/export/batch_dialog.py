"""The dialog for exporting several documents at once: which, how and where to, and the result for each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.export import ExportOptions
from ui.export.choices import Beside, Choices
from ui.export.document_list import DocumentList
from ui.export.writing_dialog import WritingDialog
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable
from ui.toolkit.one_line import one_line
from ui.toolkit.scrolled import Scrolled

_SIZE = (980, 620)
_CHOICES_WIDTH = 320


class BatchDialog(WritingDialog):
    """Asks which documents to write and how; whoever receives `confirmed` does the writing."""

    confirmed = Signal(object, object, object, str, bool)  # indices, folder (Path), ExportOptions, suffix, replace

    def __init__(
        self,
        documents: Sequence[tuple[str, Path]],
        folder: Path,
        options: ExportOptions,
        suffix: str,
        formats: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        notes_at_end: bool = False,
    ) -> None:
        """A dialog for `documents`, each with its title and file; `folder` is the proposed folder."""
        super().__init__(parent)
        self.folder = folder
        self.choices = Choices(formats, options, suffix, Beside(at_end=notes_at_end), several=True)
        self.documents = DocumentList()
        self._all = QCheckBox(self.tr("&All"))
        self._folder = Label()
        self._choose_folder = QPushButton(self.tr("Choose fol&der…"))
        self.replace = QCheckBox(self.tr("&Replace existing files"))
        self.export_button.setText(self.tr("E&xport"))
        self._lay_out()
        self.documents.show_documents(documents)  # now, as all rows are laid out whenever the list is
        self._connect()
        self._show_folder()
        self._on_ticked()
        self.documents.setFocus()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Export several documents"))
        self.resize(*_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._folder.setWordWrap(True)
        for label in (self._folder, self._status):
            label.setObjectName("caption")
        self._status.setWordWrap(True)
        self._choose_folder.setAutoDefault(False)
        left = QVBoxLayout()
        left.addWidget(self._all)
        left.addWidget(self.documents, 1)
        right = QWidget()
        right.setFixedWidth(_CHOICES_WIDTH)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(Scrolled(self._form()), 1)
        column.addWidget(self._line())
        column.addWidget(self._status)
        column.addWidget(self._bar)
        column.addWidget(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 12)
        row.addLayout(left, 1)
        row.addWidget(right)

    def _form(self) -> QWidget:
        """How and where to export."""
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.choices, 1)
        column.addWidget(self._line())
        column.addWidget(Label(self.tr("Save in folder:")))
        for widget in (self._folder, self._choose_folder, self.replace):
            column.addWidget(widget)
        return form

    def _line(self) -> QFrame:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setObjectName("line")
        return line

    def _connect(self) -> None:
        self.documents.ticks_changed.connect(self._on_ticked)
        self._all.clicked.connect(self._tick_all)
        self._choose_folder.clicked.connect(self._ask_for_folder)
        self.export_button.clicked.connect(self._confirm)

    # Documents and folder

    def ticked(self) -> list[int]:
        """Indices of the documents to write."""
        return self.documents.ticked()

    def tick(self, index: int, ticked: bool = True) -> None:
        """Include a document, or leave it out."""
        self.documents.tick(index, ticked)

    def tick_these(self, indices: Sequence[int]) -> None:
        """Include these documents, the first of which is shown."""
        self.documents.tick_these(indices)

    @guarded
    def _tick_all(self, ticked: bool) -> None:
        self.documents.tick_all(ticked)

    @guarded
    def _on_ticked(self) -> None:
        count, total = len(self.ticked()), self.documents.count
        part = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        self._all.setCheckState(Qt.CheckState.Checked if 0 < count == total else part)
        self.export_button.setEnabled(count > 0 and not self.writing)

    @guarded
    def _ask_for_folder(self) -> None:
        dialog = FileDialog(self, self.tr("Choose a folder"), str(self.folder))
        dialog.setFileMode(FileDialog.FileMode.Directory)
        dialog.setOption(FileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder)
        dialog.open()

    @guarded
    def _on_folder(self, folder: str) -> None:
        self.folder = Path(folder)
        self._show_folder()

    def _show_folder(self) -> None:
        self._folder.setText(breakable(one_line(str(self.folder))))

    # Writing

    @guarded
    def _confirm(self) -> None:
        ticked = self.ticked()
        self.documents.forget_results()
        self.set_writing(len(ticked))
        self.confirmed.emit(ticked, self.folder, self.choices.options, self.choices.suffix, self.replace.isChecked())

    def set_writing(self, count: int) -> None:
        """Show that `count` documents are being written, with a button to cancel; 0: no longer."""
        self._bar.setRange(0, count)
        self._bar.setValue(0)
        self._show_writing(count > 0)
        for widget in (self.choices, self._choose_folder, self.replace, self._all):
            widget.setEnabled(not self.writing)
        self._on_ticked()

    def show_result(self, index: int, words: str) -> None:
        """Show beside a document what is being done with it, or the result."""
        self.documents.show_result(index, words)

    def show_finished(self, count: int) -> None:
        """Show that `count` documents are finished."""
        self._bar.setValue(count)
