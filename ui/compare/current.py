"""The upper part of the checklist: what is known about the sentence with the caret."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader.late_dataclasses import dataclass
from ui.compare.back import NONE, Back
from ui.compare.back_pane import BackPane, wrapped
from ui.compare.warning_line import Warned, WarningLine
from ui.toolkit.flow import FlowLayout
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, MarkedLabel, breakable

_GAP = 8


@dataclass(frozen=True, slots=True)
class Current:
    """The sentence with the caret.

    Attributes:
        source: the original on one line, or its beginning.
        warnings: what looks wrong.
        level: how good the translation probably is.
        state: what the user has done about it, or what else there is to say.
        editable: whether it can be edited.
        accepted: whether the user has accepted it.
        back: the translation translated back.
    """

    source: str = ""
    warnings: tuple[Warned, ...] = ()
    level: str = ""
    state: str = ""
    editable: bool = False
    accepted: bool = False
    back: Back = NONE


class CurrentPane(QWidget):
    """Shows a `Current`, with the buttons for what can be done about it.

    Attributes:
        accept_button: accepts the sentence, or no longer.
        edit_button: edits it.
        back: shows it translated back.
    """

    dismissed = Signal(str)  # the code of a warning that is dismissed for this sentence
    returned = Signal(str)  # the code of one that is to be shown again
    ruled_out = Signal(str)  # the code of one that is not to be shown in this document

    def __init__(self, accept: str, edit: str, parent: QWidget | None = None) -> None:
        """No sentence; `accept` and `edit` are the keys of what the buttons do, as they are written."""
        super().__init__(parent)
        self._shown, self._lines, self._accept = Current(), list[WarningLine](), accept
        self._source, self._level, self._state = wrapped(MarkedLabel()), wrapped(Label()), wrapped(Label())
        self._source.setObjectName("caption")
        self._warnings = QVBoxLayout()
        self._warnings.setSpacing(_GAP)
        self.accept_button, self.edit_button = QPushButton(), QPushButton(self.tr("Edit ({keys})").format(keys=edit))
        self.back = BackPane()
        self._lay_out()
        self._fill()

    def _lay_out(self) -> None:
        buttons = FlowLayout(_GAP)  # one below the other in a narrow panel
        for button in (self.accept_button, self.edit_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(_GAP)
        column.addWidget(self._source)
        column.addWidget(self._level)
        column.addLayout(self._warnings)
        column.addWidget(self._state)
        column.addLayout(buttons)
        column.addWidget(self.back)

    @property
    def shown(self) -> Current:
        """What it shows."""
        return self._shown

    @property
    def lines(self) -> Sequence[WarningLine]:
        """The lines of the warnings."""
        return self._lines[: len(self._shown.warnings)]

    def show_sentence(self, current: Current) -> None:
        """Show another sentence, or other things about it."""
        if current != self._shown:
            self._shown = current
            self._fill()

    def _fill(self) -> None:
        shown = self._shown
        self._source.show_marked(shown.source, shown.back.lost if shown.back.original == shown.source else ())
        self._level.setText(breakable(shown.level))
        self._state.setText(breakable(shown.state))
        for label in (self._source, self._level, self._state):
            label.setVisible(bool(label.text()))
        self._fill_warnings(shown.warnings)
        words = self.tr("Withdraw ({keys})") if shown.accepted else self.tr("Accept ({keys})")
        self.accept_button.setText(words.format(keys=self._accept))
        told = " ".join([shown.level, *(each.words for each in shown.warnings if not each.dismissed), shown.state])
        for button in (self.accept_button, self.edit_button):
            button.setEnabled(shown.editable)
            button.setAccessibleDescription(told.strip())
        self.back.show_back(shown.back)

    def _fill_warnings(self, warnings: Sequence[Warned]) -> None:
        for line in self._lines[len(warnings) :]:
            line.hide()
        while len(self._lines) < len(warnings):
            self._add_line()
        before: QWidget = self.accept_button
        for line, warned in zip(self._lines, warnings, strict=False):
            line.show_warning(warned)
            line.show()  # or Qt would leave it out of the height for a while
        for line in reversed(self._lines):
            QWidget.setTabOrder(line.button, before)
            before = line.button

    def _add_line(self) -> None:
        line = WarningLine()
        line.dismissed.connect(guarded(lambda: self.dismissed.emit(line.shown.code)))
        line.returned.connect(guarded(lambda: self.returned.emit(line.shown.code)))
        line.ruled_out.connect(guarded(lambda: self.ruled_out.emit(line.shown.code)))
        self._lines.append(line)
        self._warnings.addWidget(line)
