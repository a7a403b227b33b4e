"""Selecting and copying in the window."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from reader.text import Paragraph
from tests.ui.editing.sentence import begin, said
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


def choose(program: Tospalt, name: str) -> None:
    """Choose a command in its menu, as with the mouse: the menu has the focus meanwhile."""
    program.window.menuBar().setFocus(Qt.FocusReason.PopupFocusReason)
    program.window.actions_[name].trigger()


def test_in_a_text_field_the_commands_of_the_menu_are_for_what_is_typed(opened: Tospalt) -> None:
    window = opened.window
    window.activateWindow()
    bar = begin(opened)
    bar.field.setPlainText("typed words")
    choose(opened, "select_all")
    assert bar.field.textCursor().selectedText() == "typed words"
    assert window.reading_view.selection.empty
    bar.field.setFocus()
    choose(opened, "copy")
    assert QGuiApplication.clipboard().text() == "typed words"
    assert window.actions_["copy"].text() == "&Copy"
    window.reading_view.setFocus()
    assert window.actions_["copy"].text() == "&Copy sentence"
    choose(opened, "copy")
    assert QGuiApplication.clipboard().text() == said(opened, 0, 0)


def test_what_is_typed_can_be_copied_without_a_text(program: Tospalt) -> None:
    window = program.window
    window.activateWindow()
    window.setFocus()
    assert not window.actions_["copy"].isEnabled()
    window.actions_["filter"].trigger()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.setText("kai")
    for name in ("select_all", "copy"):
        assert window.actions_[name].isEnabled()
        choose(program, name)
        field.setFocus()
    assert QGuiApplication.clipboard().text() == "kai"
    window.setFocus()
    assert not window.actions_["select_all"].isEnabled()


def test_the_header_offers_the_layouts(program: Tospalt) -> None:
    header = program.window.reading_view.horizontalHeader()
    assert header.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert [action.objectName() for action in header.actions()][:2] == ["view_both", "view_stacked"]
