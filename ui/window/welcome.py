"""What the program is, in a few words over the first example at the very first start."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QVBoxLayout

from ui.toolkit.announce import announce
from ui.toolkit.flow import FlowLayout
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label

# Characters for which there must be room if the three points stand beside one another.
_WIDE = 84
_Point = tuple[Label, Label, QBoxLayout]


class Welcome(QFrame):
    """A heading and three points, above the text until it is closed; hidden at first."""

    file_wanted = Signal()

    def __init__(self) -> None:
        """Hidden."""
        super().__init__()
        self.setObjectName("welcome")
        self._heading, self._hint = Label(self.tr("Welcome to Tospalt")), Label()
        self._heading.setObjectName("heading")
        self._hint.setObjectName("caption")
        self._hint.setWordWrap(True)
        self._hint.setText(self.tr("This is an example. You can drop a document or some text of your own here."))
        self._points = [_point(*words) for words in self._words()]
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for _, _, layout in self._points:
            self._beside.addLayout(layout, 1)
        buttons = FlowLayout(8)
        self._open, self._close = QPushButton(self.tr("Open a document…")), QPushButton(self.tr("Close"))
        self._open.clicked.connect(guarded(lambda: self.file_wanted.emit()))
        self._close.clicked.connect(guarded(lambda: self.hide()))
        for button in (self._open, self._close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addWidget(self._heading)
        column.addLayout(self._beside)
        column.addWidget(self._hint)
        column.addLayout(buttons)
        self.setAccessibleName(self._heading.text())
        self.hide()

    def open(self) -> None:
        """Show it, and have it read out."""
        self.show()
        points = [f"{name.text()}: {words.text()}" for name, words, _ in self._points]
        announce(self, " ".join([f"{self._heading.text()}.", *points, self._hint.text()]))

    def _words(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Side by side"),
                self.tr("Each paragraph beside its translation. Hover over a sentence to see its match."),
            ),
            (self.tr("Offline"), self.tr("The translation is made here, without the internet.")),
            (self.tr("Private"), self.tr("Your texts never leave this computer.")),
        )

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the points beside one another or, where there is too little room, one below the other."""
        wide = self.width() >= _WIDE * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._beside.setDirection(directions.LeftToRight if wide else directions.TopToBottom)
        self._beside.setSpacing(24 if wide else 4)
        widest = max(name.sizeHint().width() for name, _, _ in self._points)
        for name, _, layout in self._points:
            layout.setDirection(directions.TopToBottom if wide else directions.LeftToRight)
            layout.setSpacing(2 if wide else 12)
            name.setMinimumWidth(0 if wide else widest)
        super().resizeEvent(event)


def _point(name: str, words: str) -> _Point:
    title, text, layout = Label(name), Label(words), QBoxLayout(QBoxLayout.Direction.TopToBottom)
    title.setObjectName("point")
    text.setWordWrap(True)
    layout.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(text, 1, Qt.AlignmentFlag.AlignTop)
    return title, text, layout
