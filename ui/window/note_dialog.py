"""Writing a note on a sentence."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from ui.toolkit.announce import announce
from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable, shortened, window_title

_SIZE, _SMALLEST = QSize(480, 300), QSize(320, 200)


# Gets what the note says, and what is to be called when that is kept, or when it is not.
Save = Callable[[str, Callable[[], object], Callable[[], object]], object]


class NoteDialog(Dialog):
    """Shows the sentence, and a field for the note; saving an empty one removes it. Ctrl+Return saves too.

    It stays open until the note is kept.
    """

    def __init__(self, sentence: str, text: str, typed: Callable[[str], object], save: Save, parent: QWidget) -> None:
        """A note on a `sentence` that says `text` so far; `save` keeps it, `typed` is told of what is not kept yet."""
        super().__init__(parent)
        self._typed, self._save, self._over = typed, save, False
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
        self.field.textChanged.connect(self._on_typed)
        self.buttons = self.foot = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save_button = self.buttons.addButton(self.tr("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self._on_over)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self._on_accepted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        self.problem = Label()
        self.problem.setWordWrap(True)
        self.problem.hide()
        for widget in (about, self.field, self.problem, self.buttons):
            layout.addWidget(widget, 1 if widget is self.field else 0)
        self.save_button.setDefault(True)  # only once it has been laid out
        self.field.setFocus()

    @guarded
    def _on_typed(self) -> None:
        self._typed(self.field.toPlainText())

    @guarded
    def _on_accepted(self) -> None:
        if not self.save_button.isEnabled():
            return  # it is being saved
        self._set_saving(True)
        self._save(self.field.toPlainText(), self._on_kept, self._on_failed)

    def _on_kept(self) -> None:
        if not self._over:  # it may have been closed meanwhile
            self.accept()

    def _on_failed(self) -> None:
        if self._over:
            return
        self._set_saving(False)
        self._on_typed()
        self.problem.setText(self.tr("Something went wrong, and the note was not saved. Try again, or copy the text."))
        self.problem.show()
        announce(self, self.problem.text())
        self.field.setFocus()

    @guarded
    def _on_over(self) -> None:
        self._over = True
        self._typed("")

    def _set_saving(self, saving: bool) -> None:
        self.field.setReadOnly(saving)
        self.save_button.setEnabled(not saving)
