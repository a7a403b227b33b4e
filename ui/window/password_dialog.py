"""Asking for the password of a document."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from ui.toolkit.dialog import Dialog
from ui.toolkit.forms import Form
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable, window_title
from ui.toolkit.message_line import MessageLine

_WIDTH = 420  # in pixels


class PasswordDialog(Dialog):
    """Stays open while a password is tried, and until one opens the document or the user gives up.

    Attributes:
        trying: whether a password is being tried.
    """

    def __init__(self, name: str, tried: Callable[[str], object], parent: QWidget) -> None:
        """Ask for the password of the document called `name`; `tried` gets what is entered."""
        super().__init__(parent)
        self._tried, self.trying = tried, False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(window_title(self.tr("Password")))
        self.setMinimumWidth(_WIDTH)
        self.about = Label()
        self.about.setWordWrap(True)
        self.about.setText(breakable(self.tr("“{name}” is protected by a password.").format(name=name)))
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.textChanged.connect(self._on_typed)
        self.show_box = QCheckBox(self.tr("&Show the password"))
        self.show_box.toggled.connect(self._show_password)
        kept = Label()
        kept.setWordWrap(True)
        kept.setObjectName("caption")
        kept.setText(self.tr("Tospalt remembers it until you quit, and stores it nowhere."))
        self.message = MessageLine()
        self.message.setObjectName("")  # it is why nothing has happened, and is not to be overlooked
        self.buttons = self.foot = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button = self.buttons.addButton(self.tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        form = Form()
        form.addRow(self.tr("&Password:"), self.field)
        form.addRow("", self.show_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.about)
        layout.addLayout(form)
        for widget in (self.message, kept, self.buttons):
            layout.addWidget(widget)
        self.open_button.setDefault(True)  # only once it has been laid out
        self.open_button.setEnabled(False)
        self.field.setFocus()

    def refuse(self, words: str) -> None:
        """Say why the document is not open yet, and let another password be entered."""
        self._set_trying(False)
        self.message.say(words)
        self.field.selectAll()
        self.field.setFocus()

    @guarded
    def _on_accepted(self) -> None:
        if self.open_button.isEnabled():
            self._set_trying(True)
            self.message.say(self.tr("Opening…"))
            self._tried(self.field.text())

    @guarded
    def _on_typed(self, text: str) -> None:
        self.open_button.setEnabled(bool(text) and not self.trying)

    @guarded
    def _show_password(self, shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _set_trying(self, trying: bool) -> None:
        self.trying = trying
        self.field.setReadOnly(trying)
        self._on_typed(self.field.text())
