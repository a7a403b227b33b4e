"""The dialog for exporting several documents at once: which, how and where to, and the result for each."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.export import ExportOptions
from ui.export.choices import Choices
from ui.export.writing_dialog import WritingDialog
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable, tool_tip
from ui.toolkit.wrapping import wrap_texts

_SIZE = (980, 620)
_CHOICES_WIDTH = 320
_DOCUMENT, _RESULT = range(2)


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
    ) -> None:
        """A dialog for `documents`, each with its title and file; `folder` is the proposed folder."""
        super().__init__(parent)
        self.folder = folder
        self.choices = Choices(formats, options, suffix, several=True)
        self.documents = QTreeWidget()
        self._all = QCheckBox(self.tr("&All"))
        self._folder = Label()
        self._choose_folder = QPushButton(self.tr("Choose fol&der…"))
        self.replace = QCheckBox(self.tr("&Replace existing files"))
        self.export_button.setText(self.tr("E&xport"))
        self._list(documents)
        self._lay_out()
        self._connect()
        self._show_folder()
        self._on_ticked()
        self.documents.setFocus()

    def _list(self, documents: Sequence[tuple[str, Path]]) -> None:
        self.documents.setColumnCount(2)
        self.documents.setHeaderLabels([self.tr("Document"), self.tr("Result")])
        self.documents.setAccessibleName(self.tr("Documents to export"))
        self.documents.setRootIsDecorated(False)
        wrap_texts(self.documents)
        header = self.documents.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for title, file in documents:
            item = QTreeWidgetItem([title, ""])
            item.setToolTip(_DOCUMENT, tool_tip(str(file)))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_DOCUMENT, Qt.CheckState.Unchecked)
            self._name(item, "")
            self.documents.addTopLevelItem(item)
        self.documents.ensurePolished()  # the next line measures the rows for good: with the style's final sizes
        if documents:
            self.documents.setCurrentItem(self._item(0))

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
        column.addWidget(self.choices, 1)
        column.addWidget(self._line())
        column.addWidget(Label(self.tr("Save in folder:")))
        column.addWidget(self._folder)
        column.addWidget(self._choose_folder)
        column.addWidget(self.replace)
        column.addWidget(self._line())
        column.addWidget(self._status)
        column.addWidget(self._bar)
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.export_button, 1)
        column.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 12)
        row.addLayout(left, 1)
        row.addWidget(right)

    def _line(self) -> QFrame:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setObjectName("line")
        return line

    def _connect(self) -> None:
        self.documents.itemChanged.connect(self._on_ticked)
        self._all.clicked.connect(self._tick_all)
        self._choose_folder.clicked.connect(self._ask_for_folder)
        self.export_button.clicked.connect(self._confirm)

    # Documents and folder

    def ticked(self) -> list[int]:
        """Indices of the documents to write."""
        return [i for i in range(self.documents.topLevelItemCount()) if self._item(i).checkState(_DOCUMENT) is _TICKED]

    def tick(self, index: int, ticked: bool = True) -> None:
        """Include a document, or leave it out."""
        self._item(index).setCheckState(_DOCUMENT, _TICKED if ticked else Qt.CheckState.Unchecked)

    def tick_these(self, indices: Sequence[int]) -> None:
        """Include these documents, the first of which is shown."""
        for index in indices:
            self.tick(index)
        if indices:
            self.documents.setCurrentItem(self._item(indices[0]))

    def _item(self, index: int) -> QTreeWidgetItem:
        item = self.documents.topLevelItem(index)
        assert item is not None
        return item

    @guarded
    def _tick_all(self, ticked: bool) -> None:
        for index in range(self.documents.topLevelItemCount()):
            self.tick(index, ticked)

    @guarded
    def _on_ticked(self) -> None:
        count, total = len(self.ticked()), self.documents.topLevelItemCount()
        part = Qt.CheckState.PartiallyChecked if count else Qt.CheckState.Unchecked
        self._all.setCheckState(_TICKED if 0 < count == total else part)
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
        self._folder.setText(breakable(str(self.folder)))

    # Writing

    @guarded
    def _confirm(self) -> None:
        ticked = self.ticked()
        for index in ticked:
            self.show_result(index, "")
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
        item = self._item(index)
        item.setText(_RESULT, words)
        item.setToolTip(_RESULT, tool_tip(words))
        self._name(item, words)
        if words:
            self.documents.scrollToItem(item)

    def _name(self, item: QTreeWidgetItem, result: str) -> None:
        """Have screen readers read out the result with the title, and that there is none."""
        role = Qt.ItemDataRole.AccessibleTextRole
        item.setData(_DOCUMENT, role, ", ".join(filter(None, (item.text(_DOCUMENT), result))))
        item.setData(_RESULT, role, result or self.tr("Not exported yet"))

    def show_finished(self, count: int) -> None:
        """Show that `count` documents are finished."""
        self._bar.setValue(count)


_TICKED = Qt.CheckState.Checked
