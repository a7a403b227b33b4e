"""Text from outside, shown verbatim and fitted into a label.

Qt would treat a text that looks like HTML as HTML, hide its markup and load the images it names.
"""

import re
from collections.abc import Iterable
from html import escape
from unicodedata import bidirectional

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget

_BREAK = "\u200b"  # a zero-width space
# A label is never narrower than its longest word, and a path is one long word.
_LONG = 24
_SHORT = 60
# The most that is shown: characters of a title; characters, lines, and characters of a line of a tool tip.
_TITLE, _TIP, _TIP_LINES, _TIP_LINE = 200, 1000, 20, 80
# Kinds of characters that change the direction of those around them.
_TURNING = ("R", "AL", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI")


def breakable(text: str) -> str:
    """`text` with possible line breaks in its long words: after a separator, or else anywhere."""
    return re.sub(rf"\S{{{_LONG},}}", lambda word: _with_breaks(word[0]), text)


def _with_breaks(word: str) -> str:
    parts = re.findall(rf"[^/\\._-]{{1,{_LONG}}}[/\\._-]*|[/\\._-]+", word)
    return _BREAK.join(parts)


def unbroken(text: str) -> str:
    """The text that was given to `breakable`."""
    return text.replace(_BREAK, "")


def shortened(sentence: str) -> str:
    """The beginning of a sentence, enough to recognise it by in a notice."""
    return sentence if len(sentence) <= _SHORT else f"{sentence[:_SHORT].rsplit(maxsplit=1)[0]} …"


class Label(QLabel):
    """A label that shows every text verbatim."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class MarkedLabel(Label):
    """A label that shows a text verbatim, with some of its words underlined."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No text."""
        super().__init__("", parent)
        self._plain = ""

    @property
    def words(self) -> str:
        """What it shows, without marks."""
        return self._plain

    def show_marked(self, text: str, spans: Iterable[tuple[int, int]] = ()) -> None:
        """Show `text` with these spans of it underlined; in code points, in order."""
        pieces, at = list[str](), 0
        for start, end in spans:
            pieces += [escape(breakable(text[at:start])), f"<u><b>{escape(breakable(text[start:end]))}</b></u>"]
            at = end
        self._plain = text
        self.setTextFormat(Qt.TextFormat.RichText if pieces else Qt.TextFormat.PlainText)
        self.setText("".join([*pieces, escape(breakable(text[at:]))]) if pieces else breakable(text))


def isolated(words: str) -> str:
    """`words` as part of a line: characters in them that change the direction of writing change nothing around them."""
    return f"\u2068{words}\u2069" if any(bidirectional(character) in _TURNING for character in words) else words


def tool_tip(text: str) -> str:
    """The string to give Qt for a tool tip that shows `text` verbatim, or so much of it as there is room for."""
    shown = _beginning(text)
    wide = any(len(line) > _TIP_LINE for line in shown.split("\n"))
    if wide:
        shown = breakable(shown)  # Qt wraps only what it takes for HTML
    plain = not wide and not Qt.mightBeRichText(shown)
    return shown if plain else Qt.convertFromPlainText(shown, Qt.WhiteSpaceMode.WhiteSpaceNormal)


def _beginning(text: str) -> str:
    lines = text[: _TIP + 1].split("\n")
    if len(text) <= _TIP and len(lines) <= _TIP_LINES:
        return text
    return "\n".join(lines[:_TIP_LINES])[:_TIP].rstrip() + " …"


def window_title(name: str, program: str = "") -> str:
    """The string to give Qt for a window title: the name of something, on one line, and that of the program.

    Qt would replace "[*]".
    """
    words = " ".join(name[: _TITLE + 1].split())
    words = isolated(f"{words[:_TITLE].rstrip()}…" if len(name) > _TITLE else words)
    return (f"{words} – {program}" if program else words).replace("[*]", "[*][*]")
