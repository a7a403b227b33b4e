"""A page shown instead of a text: what to do without one, or why it cannot be shown."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.toolkit.announce import announce
from ui.toolkit.flow import FlowLayout
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable, unbroken
from ui.toolkit.scrolled import Scrolled

# A comfortable width for reading, in pixels.
_WIDTH = 600

Choice = tuple[str, Callable[[], object]]


class Page(QWidget):
    """A heading, a hint and a few buttons, in the middle; scrolled where there is too little height for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty page."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._heading, self._hint = Label(), Label()
        self._heading.setObjectName("heading")
        self._hint.setObjectName("hint")
        self._buttons: list[QPushButton] = []
        self._row = FlowLayout(8, centred=True)
        body, outer = QWidget(), QVBoxLayout(self)
        self._area = Scrolled(body)
        for holder in (body, self._area.viewport()):
            holder.setAutoFillBackground(False)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(32, 24, 32, 24)
        layout.setSpacing(12)
        layout.addStretch(2)
        for label in (self._heading, self._hint):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            label.setMaximumWidth(_WIDTH)
            layout.addWidget(_centred(label))
        layout.addSpacing(8)
        layout.addLayout(self._row)
        layout.addStretch(3)

    @guarded
    def say(self, heading: str, hint: str, choices: Sequence[Choice] = ()) -> None:
        """Show a heading and a hint, and a button for each choice; Return presses the first."""
        self._heading.setText(breakable(heading))
        self._hint.setText(breakable(hint))
        self._area.setAccessibleName(heading)
        self._show_buttons(choices)
        announce(self, f"{heading}. {hint}" if hint else heading)

    @guarded
    def tell(self, hint: str) -> None:
        """Show another hint, which changes too often to be read aloud."""
        self._hint.setText(breakable(hint))

    @guarded
    def _on_range(self, _least: int, most: int) -> None:
        """Let the keyboard reach the text only if there is something to scroll."""
        self._area.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)

    @property
    def heading(self) -> str:
        """The heading."""
        return unbroken(self._heading.text())

    @property
    def hint(self) -> str:
        """The text below the heading."""
        return unbroken(self._hint.text())

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons, in order."""
        return list(self._buttons)

    def focus(self) -> None:
        """Give the keyboard focus to the first choice."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, choices: Sequence[Choice]) -> None:
        while self._row.count():
            self._row.takeAt(0)
        for old in self._buttons:
            old.hide()
            old.deleteLater()
        self._buttons = [_button(words, do) for words, do in choices]
        for number, button in enumerate(self._buttons):
            button.setProperty("primary", number == 0)
            self._row.addWidget(button)
            button.show()  # now, not with the next event, or it could not take the focus
        for one, other in pairwise((self._area, *self._buttons)):
            self.setTabOrder(one, other)  # rather than after all that was made before them


def _button(words: str, do: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.setAutoDefault(True)
    button.clicked.connect(guarded(lambda: do()))
    return button


def _centred(label: Label) -> QWidget:
    """The label, centred; aligned by the layout it would be as narrow as its longest word."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(label, 1000)
    row.addStretch(1)
    return holder
