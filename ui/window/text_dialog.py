"""A window with a long text to read and copy."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QDialogButtonBox, QPlainTextEdit, QWidget

from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import window_title
from ui.toolkit.message_line import MessageLine
from ui.window.reading_field import lay_out, prepare_field

_SIZE = QSize(760, 560)
_SMALLEST = QSize(420, 280)
_Role = QDialogButtonBox.ButtonRole


class TextDialog(Dialog):
    """Shows plain text in a fixed-width font, with a line below it for messages."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """A window called `title`, without a text."""
        super().__init__(parent)
        self.field, self._told = QPlainTextEdit(), MessageLine()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = self.buttons.addButton(self.tr("&Copy"), _Role.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.setEnabled(False)
        self.buttons.rejected.connect(self.close)
        self._prepare_field(title)
        self._lay_out(title)

    def _prepare_field(self, title: str) -> None:
        prepare_field(self.field, title)
        self.field.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))

    def _lay_out(self, title: str) -> None:
        self.setWindowTitle(window_title(title))
        lay_out(self, (self.field, self._told, self.buttons), _SIZE, _SMALLEST)

    def show_text(self, text: str, *, at_end: bool = False) -> None:
        """Show a text from its beginning, or `at_end`."""
        self.field.setPlainText(text)
        self.field.moveCursor(QTextCursor.MoveOperation.End if at_end else QTextCursor.MoveOperation.Start)
        self.copy_button.setEnabled(bool(text))

    @guarded
    def say(self, words: str) -> None:
        """Show a message below the text, and announce it."""
        self._told.say(words)

    @property
    def told(self) -> str:
        """The message below the text."""
        return self._told.text()

    @guarded
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.field.toPlainText())
        self.say(self.tr("Copied."))
