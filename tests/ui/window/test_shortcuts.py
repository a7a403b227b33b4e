from collections.abc import Callable

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.settings import Settings
from reader.settings_file import SettingsFile
from reader.text import Paragraph
from tests.ui.reading.texts import copied, text_of
from ui.app import Folders, Tospalt
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme
from ui.window.actions import COMMANDS
from ui.window.shortcuts_dialog import ShortcutsDialog


def test_every_shortcut_of_a_command_is_listed_with_its_name(program: Tospalt, qtbot: QtBot) -> None:
    window = program.window
    window.actions_["shortcuts"].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    rows = dict(dialog.rows())
    for command in COMMANDS:
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in window.actions_[command.id].shortcuts()]
        name = window.actions_[command.id].text().replace("&", "").removesuffix("…")
        assert all(key in rows[name] for key in keys if key), name
    assert rows["Larger text"] == "Ctrl++, Ctrl+="
    dialog.close()


@pytest.mark.parametrize("code", ["en", "nb"])
def test_the_key_that_qt_calls_return_is_enter_wherever_keys_are_shown(
    code: str, start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    SettingsFile(folders.config / "settings.json").save(Settings(interface_language=code))
    window = start().window
    follow = window.actions_["follow"]
    assert follow.shortcut().toString() == "Ctrl+Return"
    assert follow.shortcut().toString(QKeySequence.SequenceFormat.NativeText) == "Ctrl+Enter"
    dialog = ShortcutsDialog(window.actions_)
    qtbot.addWidget(dialog)
    shown = [keys for _, keys in dialog.rows()] + [widget.toolTip() for widget in window.findChildren(QWidget)]
    assert shown.count("Enter") == 2 and "Ctrl+Enter" in shown
    assert not [text for text in shown if "Return" in text]


_WORD = "Previous or next word, with the words that match it"
_ALL = "Den første. Den andre.\n\nSiste."
# What the page says about keys in the texts: the keys pressed before the last key that it names, and where they lead
# from the first of two sentences in the first of two paragraphs: place, selected words, whether pinned.
PROMISES = {
    "Previous or next sentence": ("", Place(0, SOURCE, 1), "", False),
    "Previous or next paragraph": ("", Place(1, SOURCE, 0), "", False),
    _WORD: ("Shift+Right", Place(0, SOURCE, 0), "Den første", False),
    "To the original or the translation": ("", Place(0, TARGET, 0), "", False),
    "Read on sentence by sentence and reveal hidden text": ("", Place(0, SOURCE, 1), "", False),
    "Back to the previous sentence": ("Down", Place(0, SOURCE, 0), "", False),
    "A page up or down": ("", Place(1, SOURCE, 0), "", False),
    "To the beginning or end": ("", Place(1, SOURCE, 0), "", False),
    "Pin or unpin the highlighted sentence": ("", Place(0, SOURCE, 0), "", True),
    "Select word by word": ("Right", Place(0, SOURCE, 0), "Den første", False),
    "Select sentence by sentence": ("", Place(0, SOURCE, 1), "Den første. Den andre.", False),
    "Select paragraph by paragraph": ("", Place(1, SOURCE, 0), _ALL, False),
    "Select a page up or down": ("", Place(1, SOURCE, 0), _ALL, False),
    "Select to the beginning or end": ("", Place(1, SOURCE, 0), _ALL, False),
    "Clear the selection, or unpin the sentence": ("Return", Place(0, SOURCE, 0), "", False),
}


def test_keys_within_the_texts_do_what_the_page_says(program: Tospalt, qtbot: QtBot) -> None:
    dialog = ShortcutsDialog(program.window.actions_)
    qtbot.addWidget(dialog)
    listed = dict(dialog.rows())
    view = ReadingView(Looks(load_theme("light")))
    qtbot.addWidget(view)
    view.resize(900, 600)
    for name, (first, *outcome) in PROMISES.items():
        view.show_text(text_of(Paragraph("Den første. Den andre."), Paragraph("Siste.")))
        keys = listed[name].split(" or ")[-1]
        for key in [keys, first] if first.startswith("Shift") else [first, keys]:
            if key:
                QTest.keySequence(view, QKeySequence(key))
        selected = "" if view.selection.empty else copied(view)
        assert [view.highlighter.sentence, selected, view.highlighter.pinned] == outcome, name
    assert set(PROMISES) < set(listed)
