"""Writing a note on a sentence."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable, shortened, window_title

_SIZE, _SMALLEST = QSize(480, 300), QSize(320, 200)


class NoteDialog(Dialog):
    """Shows the sentence, and a field for the note; saving an empty one removes it. Ctrl+Return saves too."""

    def __init__(self, sentence: str, text: str, save: Callable[[str], object], parent: QWidget) -> None:
        """A note on a `sentence` that says `text` so far; `save` gets what it says then."""
        super().__init__(parent)
        self._save = save
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(window_title(self.tr("Note")))
        self.resize(_SIZE)
        self.setMinimumSize(_SMALLEST)
        about = Label()
        about.setWordWrap(True)
        about.setObjectName("caption")
        about.setText(breakable(shortened(" ".join(sentence.split()))))
        self.field = QPlainTextEdit(text)
        self.field.setAccessibleName(self.tr("Note"))
        self.field.setTabChangesFocus(True)
        self.buttons = self.foot = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self.buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_accepted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for widget in (about, self.field, self.buttons):
            layout.addWidget(widget, 1 if widget is self.field else 0)
        self.save_button.setDefault(True)  # only once it has been laid out
        self.field.setFocus()

    @guarded
    def _on_accepted(self) -> None:
        self._save(self.field.toPlainText())
        self.accept()
