"""The base of the dialogs that read or write a file of the translation memory: Esc or Cancel stops that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.toolkit.announce import announce
from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.paragraph import Paragraph

_FINE = 1000  # steps of the bar


class WorkDialog(Dialog):
    """A dialog with what it is about, what can be chosen, a message, a progress bar and two buttons."""

    cancelled = Signal()  # the work that was under way

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is under way; title and name of the button that starts it are the subclass's."""
        super().__init__(parent)
        self.working = False
        self.about, self.message, self._bar = Paragraph(), Paragraph(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.hide()
        self.choices = QWidget(self)
        self._fill_choices()
        self.begin_button, self.close_button = QPushButton(self), QPushButton(self)
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._lay_out()
        self._name_close(self.tr("Cancel"))

    def _fill_choices(self) -> None:
        """Put what can be chosen into `choices`, before there are buttons: Tab goes through it first."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        column, self.foot = QVBoxLayout(self), QWidget()
        row = QHBoxLayout(self.foot)
        row.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as large as what it says
        for widget in (self.about, self.choices, self.message, self._bar):
            column.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.begin_button)
        row.addWidget(self.close_button)
        column.addStretch(1)
        column.addWidget(self.foot)

    def _name_close(self, name: str) -> None:
        self.close_button.setText(name)

    def tell_about(self, words: str) -> None:
        """Say what the dialog is about."""
        self.about.say(words)

    @guarded
    def say(self, words: str) -> None:
        """Show a message in place of the one before."""
        self.message.say(words)
        announce(self, words)

    def begin_work(self, words: str) -> None:
        """Show that work of unknown length has begun."""
        self.working = True
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(self.windowTitle())
        self._bar.show()
        self.choices.setEnabled(False)
        self.begin_button.setEnabled(False)
        self._name_close(self.tr("Cancel"))
        self.close_button.setFocus()
        self.say(words)

    @guarded
    def show_progress(self, done: int, of: int) -> None:
        """Show how far the work is."""
        self._bar.setRange(0, _FINE if of else 0)
        if of:
            self._bar.setValue(_FINE * min(done, of) // of)

    def end_work(self, words: str, *, again: bool = False) -> None:
        """Show what came of the work; with `again` the user may choose anew."""
        self.working = False
        self._bar.hide()
        for widget in (self.about, self.choices):
            widget.setVisible(again)
        self.choices.setEnabled(again)
        self.begin_button.setVisible(again)
        self.begin_button.setEnabled(again)
        self._name_close(self.tr("Cancel") if again else self.tr("Close"))
        if not again:
            self.close_button.setDefault(True)
        self.say(words)

    @guarded
    def reject(self) -> None:
        """Cancel the work, if any, else close."""
        if self.working:
            self.cancelled.emit()
        else:
            super().reject()
