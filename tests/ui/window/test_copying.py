"""Selecting and copying in the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader.text import Paragraph
from tests.ui.reading.texts import text_of
from ui.app import Tospalt


def test_the_window_selects_copies_and_says_what_it_has_copied(opened: Tospalt, qtbot: QtBot) -> None:
    window = opened.window
    window.reading_view.show_text(text_of(Paragraph("En to."), Paragraph("Tre.")))
    assert window.actions_["copy"].text() == "&Copy sentence"
    window.actions_["copy"].trigger()
    assert window.statusBar().currentMessage() == "Copied the sentence."
    qtbot.keyClick(window.reading_view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.actions_["copy"].text() == "&Copy"
    window.actions_["copy"].trigger()
    assert QGuiApplication.clipboard().text() == "En to.\n\nTre."
    assert window.statusBar().currentMessage() == "Copied 2 paragraphs (3 words)."
    window.reading_view.selection.clear()
    window.actions_["select_all"].trigger()
    assert not window.reading_view.selection.empty


def test_the_header_offers_the_layouts(program: Tospalt) -> None:
    header = program.window.reading_view.horizontalHeader()
    assert header.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert [action.objectName() for action in header.actions()][:2] == ["view_both", "view_stacked"]
