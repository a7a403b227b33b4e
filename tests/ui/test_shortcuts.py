from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from ui.actions import COMMANDS
from ui.app import Tospalt
from ui.shortcuts import ShortcutsDialog


def test_every_shortcut_of_a_command_is_listed_with_its_name(program: Tospalt, qtbot: QtBot) -> None:
    window = program.window
    window.actions_["shortcuts"].trigger()
    dialog = window.findChild(ShortcutsDialog)
    assert dialog is not None
    rows = dict(dialog.rows())
    for command in COMMANDS:
        keys = [key.toString(QKeySequence.SequenceFormat.NativeText) for key in window.actions_[command.id].shortcuts()]
        name = command.text.replace("&", "").removesuffix("…")
        assert all(key in rows[name] for key in keys if key), name
    assert rows["Larger text"] == "Ctrl++, Ctrl+="
    assert rows["Previous or next sentence"] == "Up or Down"
    dialog.close()
