"""The base of the dialogs that write files: while writing they stay open, and Esc or Cancel stops it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from ui.toolkit.announce import announce
from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label


class WritingDialog(Dialog):
    """A dialog with a message, a progress bar, a start button and one to close or cancel, to be laid out."""

    cancelled = Signal()  # the writing that was under way

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is being written."""
        super().__init__(parent)
        self.writing = False
        self._warning = ""  # that quitting stops the writing, once the user has been told
        self._status, self._bar = Label(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Export progress"))
        self._bar.hide()
        self.export_button, self.close_button = QPushButton(), QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self.export_button.setDefault(True)
        self.close_button.clicked.connect(self.reject)
        self.foot = self._buttons = QWidget()
        buttons = QHBoxLayout(self._buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addStretch(1)
        for button in (self.export_button, self.close_button):  # as in the other dialogs
            buttons.addWidget(button)

    def _show_writing(self, writing: bool) -> None:
        """Show that something is being written, with a button to cancel; or that it no longer is."""
        self.writing = writing
        if not writing:
            self._warning = ""
        self._bar.setVisible(writing)
        self.export_button.setEnabled(not writing)
        self.close_button.setText(self.tr("Cancel") if writing else self.tr("Close"))

    def show_done(self, done: int, count: int, words: str) -> None:
        """Show how much of the work is done, of a `count` of parts; nothing of it is announced."""
        self._bar.setRange(0, count)
        self._bar.setValue(done)
        self._status.setText(self._warning or words)

    def warn_before_closing(self, words: str) -> bool:
        """Say once that quitting stops what is being written, until it ends; returns whether this was new."""
        if not self.writing or self._warning:
            return False
        self.say(words)
        self._warning = words
        return True

    @guarded
    def say(self, message: str) -> None:
        """Show one sentence on the current work, or on an error, and announce it; with "" none."""
        if self._warning:
            return
        if message and message != self._status.text():
            announce(self, message)
        self._status.setText(message)

    @guarded
    def reject(self) -> None:
        """Cancel the writing, if any, else close."""
        if self.writing:
            self.cancelled.emit()
        else:
            super().reject()
