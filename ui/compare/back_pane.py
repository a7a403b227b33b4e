"""Shows the back-translation of the current sentence, with its differences to the original."""

from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.compare.back import NONE, Back
from ui.toolkit.line_breaks import Label, MarkedLabel, breakable

_GAP = 8
_L = TypeVar("_L", bound=Label)


class BackPane(QWidget):
    """A heading, the back-translation, and what it is worth; or why there is none.

    Attributes:
        words: the back-translation.
        note: what it is worth, or why there is none.
        packages_button: where other language packages are.
    """

    packages_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Nothing is shown."""
        super().__init__(parent)
        self._heading, self.words, self.note = (
            Label(self.tr("Translated back")),
            wrapped(MarkedLabel()),
            wrapped(Label()),
        )
        self.packages_button = QPushButton(self.tr("Language packages…"))
        self.packages_button.setAutoDefault(False)
        self.packages_button.clicked.connect(self.packages_wanted)
        self._heading.setObjectName("caption")
        self.note.setObjectName("caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _GAP, 0, 0)
        column.setSpacing(_GAP)
        for label in (self._heading, self.words, self.note):
            column.addWidget(label)
        column.addWidget(self.packages_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.show_back(NONE)

    def show_back(self, back: Back) -> None:
        """Show another one."""
        self.words.show_marked(back.words, back.other)
        self.words.setAccessibleName(self._told(back))
        self.note.setText(breakable(self._note(back)))
        self.words.setVisible(bool(back.words))
        self.packages_button.setVisible(back.packages)
        self.setVisible(bool(self.note.text()))

    def _told(self, back: Back) -> str:
        """The back-translation as a screen reader reads it out, which sees no underlines."""
        other = ", ".join(f"“{back.words[start:end]}”" for start, end in back.other)
        return f"{back.words} {self.tr('Different: {words}').format(words=other)}" if other else back.words

    def _note(self, back: Back) -> str:
        if back.problem:
            return back.problem
        if back.waiting:
            return self.tr("Translating back…")
        if not back.words:
            return ""
        return self.tr(
            "What differs is underlined. This proves nothing: a good translation may come back changed, and a wrong "
            "one unchanged."
        )


def wrapped(label: _L) -> _L:
    """A label that takes as many lines as it needs."""
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
    return label
