"""A question with choices, over a window."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QGridLayout, QLayout, QPushButton, QStyle, QWidget

from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, unbroken
from ui.toolkit.paragraph import Paragraph

_Role = QDialogButtonBox.ButtonRole


class Question(Dialog):
    """A question, a button for each choice, and one that does nothing: Esc presses it, and Return where it begins."""

    def __init__(self, words: str, parent: QWidget) -> None:
        """A question without choices."""
        super().__init__(parent)
        self._words, self.foot = Paragraph(), QDialogButtonBox()
        self._buttons = self.foot
        self.setWindowTitle("Tospalt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words.say(words)
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 20, 20, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(16)
        grid.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as large as what it asks
        grid.addWidget(self._picture(), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._words, 0, 1)
        grid.addWidget(self._buttons, 1, 0, 1, 2)

    def _picture(self) -> Label:
        picture, style = Label(), self.style()
        size = style.pixelMetric(QStyle.PixelMetric.PM_MessageBoxIconSize, None, self)
        icon = style.standardIcon(QStyle.StandardPixmap.SP_MessageBoxQuestion, None, self)
        picture.setPixmap(icon.pixmap(QSize(size, size), self.devicePixelRatio()))
        return picture

    def text(self) -> str:
        """The question."""
        return unbroken(self._words.text())

    def buttons(self) -> list[QPushButton]:
        """The buttons, in the order of the desktop."""
        return [button for button in self._buttons.buttons() if isinstance(button, QPushButton)]

    def add_answer(self, name: str, do: Callable[[], object]) -> None:
        """Add a choice, which closes the question and calls `do`."""
        button = self._buttons.addButton(name, _Role.DestructiveRole)
        button.setAutoDefault(False)
        button.clicked.connect(guarded(partial(self._take, do)))

    def decline(self, name: str) -> None:
        """Add the button that does nothing."""
        button = self._buttons.addButton(name, _Role.RejectRole)
        button.setDefault(True)
        button.setFocus()
        self._buttons.rejected.connect(self.reject)

    def _take(self, do: Callable[[], object]) -> None:
        self.accept()
        do()


def ask(parent: QWidget, words: str, choices: Mapping[str, Callable[[], object]], cancel: str) -> Question:
    """Ask a question with the named `choices`, without blocking the window; Esc and `cancel` do nothing.

    Return presses the button that has the focus, which is at first `cancel`.
    """
    question = Question(words, parent)
    for name, do in choices.items():
        question.add_answer(name, do)
    question.decline(cancel)
    question.open()
    return question
