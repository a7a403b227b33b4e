"""What is remembered of the user's texts: to be imported, exported and forgotten."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from ui.toolkit.dialog import Dialog
from ui.toolkit.paragraph import Paragraph


class MemoryDialog(Dialog):
    """Shows how much is remembered and where, with buttons for what can be done with it."""

    def __init__(self, parent: QWidget) -> None:
        """A dialog that does not know yet how much there is."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Translation memory"))
        self._told = Paragraph()
        self._told.say(self.tr("Counting…"))
        self.import_button, self.export_button = QPushButton(self.tr("&Import…")), QPushButton(self.tr("E&xport…"))
        self.document_button = QPushButton(self.tr("Forget this &document…"))
        self.everything_button = QPushButton(self.tr("Forget &everything…"))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as large as what it says
        column.addWidget(self._told)
        column.addSpacing(12)
        column.addLayout(_row(self.import_button, self.export_button))
        self.foot = QWidget()
        row = _row(self.document_button, self.everything_button)
        row.addWidget(close)
        row.setContentsMargins(0, 0, 0, 0)
        self.foot.setLayout(row)
        column.addWidget(self.foot)
        close.setDefault(True)  # only once it has been laid out
        self.export_button.setEnabled(False)

    def show_counts(self, words: str, *, document: bool, something: bool, exportable: bool) -> None:
        """Show the counts.

        Args:
            words: what is remembered.
            document: whether one is open.
            something: whether anything is remembered.
            exportable: whether any of it can be exported.
        """
        self._told.say(words)
        self.document_button.setEnabled(document)
        self.everything_button.setEnabled(something)
        self.export_button.setEnabled(exportable)


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    row.addStretch(1)
    return row
