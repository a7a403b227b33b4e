"""What is remembered of the user's texts, with the options to forget it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable

_WIDTH = 460


class MemoryDialog(Dialog):
    """Shows how much is remembered and where, and offers to forget the open document, or everything."""

    def __init__(
        self, forget_document: Callable[[], None], forget_everything: Callable[[], None], parent: QWidget
    ) -> None:
        """A dialog whose two buttons call `forget_document` and `forget_everything`."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Translation memory"))
        self._told = Label(self.tr("Counting…"))
        self._told.setWordWrap(True)
        self._told.setFixedWidth(_WIDTH)
        self.document_button = QPushButton(self.tr("Forget this &document…"))
        self.everything_button = QPushButton(self.tr("Forget &everything…"))
        close = QPushButton(self.tr("Close"))
        close.setDefault(True)
        self.document_button.clicked.connect(guarded(forget_document))
        self.everything_button.clicked.connect(guarded(forget_everything))
        close.clicked.connect(self.reject)
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.addWidget(self._told)
        for button in (self.document_button, self.everything_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(close)
        column.addSpacing(12)
        column.addLayout(row)

    def show_counts(self, words: str, *, document: bool, something: bool) -> None:
        """Show the counts; `document` tells whether one is open, `something` whether anything is remembered."""
        self._told.setText(breakable(words))
        self._told.setMinimumHeight(self._told.heightForWidth(_WIDTH))  # so far the dialog is as high as for one line
        self.adjustSize()
        self.document_button.setEnabled(document)
        self.everything_button.setEnabled(something)
