"""Documents that are protected by a password: asking for it when the user opens one."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.errors import PasswordError, WrongPasswordError
from reader.library import Entry
from reader.passwords import PASSWORDS
from ui.library.shelf import Shelf
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded

if TYPE_CHECKING:
    from ui.window.password_dialog import PasswordDialog


class PasswordQuestions(QObject):
    """Asks for the password of the document that could not be opened without it, until one opens it.

    It is kept in memory, for reading the document again while the program runs.
    """

    given = Signal(object)  # the Entry of the document that is to be opened, now that a password is known
    given_up = Signal()  # nothing is to be opened: the user does not wait for the password that is being tried

    def __init__(self, document: OpenDocument, shelf: Shelf, window: QWidget) -> None:
        """Ask over `window` for the password of what is to be open in `document`."""
        super().__init__(window)
        self._document, self._shelf, self._window = document, shelf, window
        self._dialog: PasswordDialog | None = None
        self._entry: Entry | None = None  # what the dialog asks for
        document.opening.connect(self._on_opening)
        document.begun.connect(self._end)
        document.opened.connect(self._end)
        document.closed.connect(self._end)
        document.unreadable.connect(self._on_unreadable)

    @guarded
    def ask_for_password(self, entry: Entry) -> None:
        """Ask for the password of a document."""
        self._ask(entry, "")

    @guarded
    def _on_unreadable(self, entry: Entry, error: Exception) -> None:
        if not isinstance(error, PasswordError):
            self._end()
            return
        wrong = isinstance(error, WrongPasswordError)
        if wrong:
            PASSWORDS.keep(entry.path, "")
        if self._dialog is not None:
            self._dialog.refuse(self.tr("The password is wrong. Try again."))
            return
        # Only once all have heard of it: another document may be opened instead.
        words = self.tr("The document has another password now.") if wrong else ""
        QTimer.singleShot(0, self, guarded(partial(self._ask_for_current, entry, words)))

    def _ask_for_current(self, entry: Entry, words: str) -> None:
        if self._document.entry is entry and self._document.text is None:
            self._ask(entry, words)

    def _ask(self, entry: Entry, words: str) -> None:
        from ui.window.password_dialog import PasswordDialog

        if self._dialog is not None:
            return
        self._entry = entry
        self._dialog = PasswordDialog(self._shelf.called(entry), self._try, self._window)
        self._dialog.rejected.connect(self._on_rejected)
        self._dialog.open()
        if words:
            self._dialog.refuse(words)

    def _try(self, password: str) -> None:
        assert self._entry is not None
        PASSWORDS.keep(self._entry.path, password)
        self.given.emit(self._entry)

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        if self._entry is not None and entry.path != self._entry.path:
            self._end()

    @guarded
    def _on_rejected(self) -> None:
        dialog, entry, self._dialog, self._entry = self._dialog, self._entry, None, None
        if dialog is not None and entry is not None and dialog.trying:
            PASSWORDS.keep(entry.path, "")
            self.given_up.emit()

    @guarded
    def _end(self) -> None:
        """There is nothing to ask for any more."""
        dialog, self._dialog, self._entry = self._dialog, None, None
        if dialog is not None:
            dialog.accept()
