"""An edit bar that stands alone, for the tests of what one types into it."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.editing.edit_bar import EditBar
from ui.editing.word_field import WordField
from ui.toolkit.theme import load_theme

SOURCE = "Hunden sover i huset."


def open_bar(qtbot: QtBot, words: str = "", language: str = "en", source: str = SOURCE) -> EditBar:
    bar = EditBar(load_theme("light"))
    qtbot.addWidget(bar)
    bar.resize(900, 200)
    bar.open_for(source, words, edited=False, language=language)
    qtbot.waitExposed(bar)
    return bar


def paste(field: WordField, text: str) -> None:
    """As Ctrl+V does, without the clipboard that all programs share."""
    data = QMimeData()
    data.setText(text)
    field.insertFromMimeData(data)


def compose(field: WordField, preedit: str, commit: str = "") -> None:
    """What an input method sends."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field, event)
