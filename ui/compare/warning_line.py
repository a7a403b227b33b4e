"""A warning about a sentence, and the button by which it is dismissed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reader.late_dataclasses import dataclass
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable, tool_tip

_GAP = 6


@dataclass(frozen=True, slots=True)
class Warned:
    """A warning about a sentence.

    Attributes:
        code: which.
        words: what it says.
        dismissed: whether the user has dismissed it for this translation of the sentence.
    """

    code: str
    words: str
    dismissed: bool = False


class WarningLine(QWidget):
    """A warning in words, behind the sign that the margin of the text has for it.

    Attributes:
        shown: the warning.
        button: opens the menu that dismisses it, or has a dismissed one shown again.
        menu: the ways to dismiss it.
    """

    dismissed = Signal()  # for this sentence and translation
    returned = Signal()  # it is to be shown again
    ruled_out = Signal()  # for this document

    def __init__(self, parent: QWidget | None = None) -> None:
        """A line without a warning."""
        super().__init__(parent)
        self.shown = Warned("", "")
        self._sign, self._words = Label("!"), Label()
        self._sign.setObjectName("sign")
        self._words.setWordWrap(True)
        self.menu = QMenu(self)
        here = self.menu.addAction(self.tr("&Dismiss wherever this sentence is translated like this"))
        everywhere = self.menu.addAction(self.tr("Do &not warn about this in this document"))
        here.triggered.connect(guarded(lambda: self.dismissed.emit()))
        everywhere.triggered.connect(guarded(lambda: self.ruled_out.emit()))
        self.button = QToolButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._press)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_warning(self, warned: Warned) -> None:
        """Show a warning."""
        self.shown = warned
        self._sign.setVisible(not warned.dismissed)
        self._words.setObjectName("caption" if warned.dismissed else "")
        self._words.style().polish(self._words)
        self._words.setText(breakable(warned.words))
        name = self.tr("Warn again") if warned.dismissed else self.tr("Dismiss…")
        self.button.setText(name)
        self.button.setAccessibleName(f"{name.rstrip(' …')}: {warned.words}")
        beside = max((self.button.sizeHint().height() - self.fontMetrics().height()) // 2, 0)
        for label in (self._sign, self._words):  # the first line is at the height of the button's words
            label.setContentsMargins(0, beside, 0, 0)
        self.button.setToolTip(tool_tip(self.tr("You have dismissed this warning.") if warned.dismissed else ""))

    @guarded
    def _press(self) -> None:
        if self.shown.dismissed:
            self.returned.emit()
        else:
            self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))
