"""The dialog for exporting the translation memory: what of it, how far it is, and what came of it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from reader.memory import Amount
from ui.memory.work_dialog import WorkDialog
from ui.toolkit.guard import guarded


class MemoryExportDialog(WorkDialog):
    """Asks what to export; whoever receives `confirmed` asks where to, and does the work."""

    confirmed = Signal(bool)  # whether machine translations too

    def __init__(self, parent: QWidget | None = None) -> None:
        """A dialog that does not know yet how much there is."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export the translation memory"))
        self.begin_button.setText(self.tr("&Export…"))
        self.begin_button.setDefault(True)
        self.begin_button.clicked.connect(self._confirm)
        self.tell_about(
            self.tr(
                "The translation memory is saved as a TMX file, which other translation programs can read, and Tospalt "
                "on another computer."
            )
        )
        self.begin_work(self.tr("Counting…"))

    def _fill_choices(self) -> None:
        self.own, self.all = QRadioButton(self.choices), QRadioButton(self.choices)
        rows = QVBoxLayout(self.choices)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.own)
        rows.addWidget(self.all)

    def ask(self, amounts: Sequence[Amount]) -> None:
        """Ask what to export, of so much."""
        known = [amount for amount in amounts if amount.source and amount.target]
        own, machine = sum(amount.edits for amount in known), sum(amount.translations for amount in known)
        self.own.setText(self.tr("&Your edits and imported translations (%Ln)", "", own))
        self.all.setText(self.tr("&Machine translations too (%Ln)", "", own + machine))
        self.own.setEnabled(own > 0)
        self.all.setEnabled(machine > 0)
        (self.own if own or not machine else self.all).setChecked(True)
        if not own + machine:
            self.end_work(self.tr("There is nothing to export yet."))
            return
        self.end_work("", again=True)
        self.begin_button.setFocus()

    @guarded
    def _confirm(self) -> None:
        self.confirmed.emit(self.all.isChecked())
