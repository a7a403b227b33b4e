"""No command takes a key from a text field that uses it."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox, QLineEdit, QPlainTextEdit, QSpinBox, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.samples import sample
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.toolkit.text_keys import edits_text
from ui.window.actions import COMMANDS

_WORDS = "Two words here"
_KEYS, _Modifier = Qt.Key, Qt.KeyboardModifier
_MODIFIERS = {"": _Modifier.NoModifier, "Shift": _Modifier.ShiftModifier, "Ctrl": _Modifier.ControlModifier}
_MODIFIERS |= {"Alt": _Modifier.AltModifier, "Ctrl+Shift": _MODIFIERS["Ctrl"] | _MODIFIERS["Shift"]}
# What text fields do on one system or another.
_EDITING = (
    *(_KEYS.Key_Backspace, _KEYS.Key_Delete, _KEYS.Key_Left, _KEYS.Key_Right, _KEYS.Key_Up, _KEYS.Key_Down),
    *(_KEYS.Key_Home, _KEYS.Key_End, _KEYS.Key_PageUp, _KEYS.Key_PageDown),
)


def claimed(field: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str = "") -> bool:
    """Whether a field keeps a key for itself, so that no command gets it."""
    event = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    event.ignore()
    QApplication.sendEvent(field, event)
    return event.isAccepted()


@pytest.fixture
def fields(opened: Tospalt) -> dict[str, QLineEdit | QPlainTextEdit]:
    """The text fields of the window, all of them shown."""
    window = opened.window
    window.reading_view.go_to(0)
    for command in ("edit", "find", "go_to"):
        window.actions_[command].trigger()
    edit, find, go_to = window.editing.bar, window.navigation.parts.find, window.navigation.parts.go_to
    found: dict[str, QLineEdit | QPlainTextEdit] = {"edit": edit.field, "find": find.field, "go to": go_to.field}
    found["filter"] = window.library.panel.field
    shown = [field for kind in (QLineEdit, QPlainTextEdit) for field in window.findChildren(kind)]
    assert {field for field in shown if field.isVisible()} == set(found.values())
    return found


def uses(kind: type[QLineEdit] | type[QPlainTextEdit], key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Whether a field that stands alone, without commands, does something at a key."""
    field = kind(_WORDS)
    for pressed in ((_KEYS.Key_Home, _MODIFIERS[""]), (_KEYS.Key_Right, _MODIFIERS["Ctrl"])):
        field.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, *pressed))
    before = state(field)
    field.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, modifiers))
    return state(field) != before


def state(field: QLineEdit | QPlainTextEdit) -> tuple[object, ...]:
    if isinstance(field, QLineEdit):
        return field.text(), field.cursorPosition(), field.selectedText()
    return field.toPlainText(), field.textCursor().position(), field.textCursor().selectedText()


def shortcuts(program: Tospalt) -> Iterator[tuple[str, Qt.Key, Qt.KeyboardModifier]]:
    for command in COMMANDS:
        for sequence in program.window.actions_[command.id].shortcuts():
            pressed: QKeyCombination = sequence[0]  # type: ignore[index]  # the stubs do not know it
            yield command.id, pressed.key(), pressed.keyboardModifiers()


def test_every_shortcut_of_a_command_that_a_text_field_uses_stays_with_the_field(
    opened: Tospalt, fields: dict[str, QLineEdit | QPlainTextEdit]
) -> None:
    for name, field in fields.items():
        field.setFocus()
        kind = QLineEdit if isinstance(field, QLineEdit) else QPlainTextEdit
        taken = [
            command
            for command, key, modifiers in shortcuts(opened)
            if uses(kind, key, modifiers) and not claimed(field, key, modifiers)
        ]
        assert not taken, name
        field.setFocus()
        assert not claimed(field, _KEYS.Key_F, _MODIFIERS["Ctrl"]), name  # which no field uses


def test_keys_that_edit_stay_with_every_text_field_whatever_is_held_with_them(
    fields: dict[str, QLineEdit | QPlainTextEdit],
) -> None:
    for name, field in fields.items():
        field.setFocus()
        keys = [(key, held) for key in _EDITING for held in _MODIFIERS.values()]
        assert not [pair for pair in keys if not claimed(field, *pair)], name
        QTest.keyClicks(field, "a")  # a field of one line leaves undoing to the document until something was typed
        letters = [(_KEYS.Key_A, "Ctrl"), (_KEYS.Key_Z, "Ctrl"), (_KEYS.Key_X, "Ctrl"), (_KEYS.Key_V, "Ctrl")]
        assert not [key for key, held in letters if not claimed(field, key, _MODIFIERS[held])], name


@pytest.mark.parametrize("system", ["win32", "linux", "darwin"])
def test_control_and_alt_type_a_character_only_on_windows(
    system: str, opened: Tospalt, fields: dict[str, QLineEdit | QPlainTextEdit], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    both = _MODIFIERS["Ctrl"] | _MODIFIERS["Alt"]
    given: list[bool] = []
    opened.window.actions_["even_columns"].triggered.connect(lambda: given.append(True))
    for name, field in fields.items():
        field.setFocus()
        assert claimed(field, _KEYS.Key_0, both, "}") == (system == "win32"), name  # AltGr+0 of a Norwegian keyboard
        before = state(field)
        if system != "win32":
            QTest.keyClick(field, _KEYS.Key_0, both)
            assert given and state(field) == before, name
            given.clear()


def test_fields_of_dialogs_keep_their_keys_too(program: Tospalt, qtbot: QtBot) -> None:
    for kind in (QSpinBox, QDoubleSpinBox, QTextEdit, QLineEdit):
        field = kind()
        qtbot.addWidget(field)
        field.show()
        field.activateWindow()
        field.setFocus()
        qtbot.waitUntil(field.hasFocus, timeout=PATIENCE)
        assert claimed(field, _KEYS.Key_Backspace, _MODIFIERS["Ctrl"]), kind
        assert not claimed(field, _KEYS.Key_F9, _MODIFIERS[""]), kind


@pytest.mark.parametrize("keys", sample(["Ctrl+Backspace", "Ctrl+Del", "Del", "Ctrl+Left", "Alt+Left", "Home"], 2))
def test_a_command_with_a_key_of_text_fields_is_not_given_while_one_types(
    keys: str, opened: Tospalt, fields: dict[str, QLineEdit | QPlainTextEdit]
) -> None:
    given: list[str] = []
    command = QAction(opened.window)
    command.setShortcut(QKeySequence(keys))
    command.triggered.connect(lambda: given.append(keys))
    opened.window.actions_["back"].setShortcuts([])
    opened.window.addAction(command)
    for field in fields.values():
        field.setFocus()
        QTest.keySequence(field, QKeySequence(keys))
    assert not given
    opened.window.library.view.setFocus()
    QTest.keySequence(opened.window.library.view, QKeySequence(keys if keys != "Del" else "Ctrl+Del"))
    assert given == [keys] or keys == "Del"  # which removes a document there


def test_nothing_typed_removes_the_document(
    opened: Tospalt, fields: dict[str, QLineEdit | QPlainTextEdit], path: Path
) -> None:
    for keys in ("Ctrl+Backspace", "Ctrl+Del", "Del", "Backspace"):
        for field in (*fields.values(), opened.window.reading_view):
            field.setFocus()
            QTest.keySequence(field, QKeySequence(keys))
        assert opened.document.entry is not None and opened.document.entry.path == path, keys
        assert opened.shelf.library.find(path) is not None


def test_delete_in_the_list_removes_the_document_and_the_menu_names_that_key(
    program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    open_and_translate(qtbot, program, path)
    qtbot.waitUntil(lambda: program.shelf.library.find(path) is not None, timeout=PATIENCE)
    remove, view = program.window.actions_["remove"], program.window.library.view
    assert remove.shortcut() == QKeySequence("Del")
    view.setFocus()
    QTest.keySequence(view, QKeySequence("Del"))
    assert program.shelf.library.find(path) is None


def test_letters_with_control_and_plain_function_keys_are_left_to_the_commands() -> None:
    for key, held in [(_KEYS.Key_G, "Ctrl"), (_KEYS.Key_F2, ""), (_KEYS.Key_Escape, ""), (_KEYS.Key_Comma, "Ctrl")]:
        assert not edits_text(QKeyEvent(QEvent.Type.KeyPress, key, _MODIFIERS[held]))
