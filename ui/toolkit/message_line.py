"""A line below a dialog's content that says what has just happened."""

from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, breakable


class MessageLine(Label):
    """Takes no room while it is empty."""

    def __init__(self) -> None:
        """Empty and hidden."""
        super().__init__()
        self.setObjectName("caption")
        self.setWordWrap(True)
        self.hide()

    @guarded
    def say(self, words: str) -> None:
        """Show a message, or with "" none, and announce it to screen readers."""
        self.setText(breakable(words))
        self.setVisible(bool(words))
        announce(self, words)
