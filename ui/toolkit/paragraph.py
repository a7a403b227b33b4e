"""A text of several lines in a dialog that is as large as what it says."""

from PySide6.QtWidgets import QWidget

from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable

WIDTH = 460  # pixels: about as many characters as are easy to read


class Paragraph(Label):
    """Shows a text whole, in lines of `WIDTH`; without a text it takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Empty and hidden."""
        super().__init__("", parent)
        self.setWordWrap(True)
        self.setFixedWidth(WIDTH)
        self.hide()

    @guarded
    def say(self, words: str) -> None:
        """Show a text in place of the one before; with "" none."""
        self.setText(breakable(words))
        self.setMinimumHeight(self.heightForWidth(WIDTH))
        self.setVisible(bool(words))
