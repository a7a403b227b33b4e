"""Text that somebody else made, shown as it is and fitted into a label.

Qt takes a text that looks like HTML for HTML, hides the marks in it and loads the pictures that it names.
"""

import re

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

_BREAK = "\u200b"  # a zero-width space
# A label is never narrower than its longest word, and a path is one long word.
_LONG = 24
_SHORT = 60


def breakable(text: str) -> str:
    """`text` with places where a line may end in its long words: after a mark of separation, or else anywhere."""
    return re.sub(rf"\S{{{_LONG},}}", lambda word: _with_breaks(word[0]), text)


def _with_breaks(word: str) -> str:
    parts = re.findall(rf"[^/\\._-]{{1,{_LONG}}}[/\\._-]*|[/\\._-]+", word)
    return _BREAK.join(parts)


def unbroken(text: str) -> str:
    """The text that `breakable` was given."""
    return text.replace(_BREAK, "")


def shortened(sentence: str) -> str:
    """Enough of a sentence to know it by, in a notice that is about it."""
    return sentence if len(sentence) <= _SHORT else f"{sentence[:_SHORT].rsplit(maxsplit=1)[0]} …"


class Label(QLabel):
    """A label that shows every text as it is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


def tool_tip(text: str) -> str:
    """What to give Qt for a tool tip that shows `text` as it is."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text


def window_title(text: str) -> str:
    """The same for the title of a window, in which Qt would put a mark in the place of "[*]"."""
    return text.replace("[*]", "[*][*]")
