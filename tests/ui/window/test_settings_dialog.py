from collections.abc import Callable
from dataclasses import asdict

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from reader.settings import CHOICES, Settings
from ui.app import Tospalt
from ui.window.settings_dialog import SettingsDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> SettingsDialog:
    widget = SettingsDialog(Settings())
    qtbot.addWidget(widget)
    widget.show()
    return widget


def field(dialog: QWidget, name: str) -> QWidget:
    found = dialog.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def choose(qtbot: QtBot, dialog: SettingsDialog, name: str, value: object) -> None:
    """Choose a value with the keyboard, as a user does."""
    widget = field(dialog, name)
    widget.setFocus()
    if isinstance(widget, QComboBox):
        while widget.currentData() != value:
            key = Qt.Key.Key_Down if widget.findData(value) > widget.currentIndex() else Qt.Key.Key_Up
            qtbot.keyClick(widget, key)
    elif isinstance(widget, QCheckBox):
        qtbot.keyClick(widget, Qt.Key.Key_Space)
    else:
        assert isinstance(widget, QSpinBox | QDoubleSpinBox)
        widget.selectAll()
        qtbot.keyClicks(widget, str(value))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("text_size", 20),
        ("reading_face", "system_sans"),
        ("line_spacing", 1.5),
        ("justified", True),
        ("measure", 80),
        ("view", "stacked"),
        ("blur", "translation"),
        ("highlight_words", False),
        ("typographic_marks", False),
        ("check_spelling", False),
        ("interface_language", "nb"),
    ],
)
def test_what_is_changed_is_told_at_once(qtbot: QtBot, dialog: SettingsDialog, name: str, value: object) -> None:
    told: dict[str, object] = {}
    dialog.changed.connect(told.__setitem__)
    choose(qtbot, dialog, name, value)
    assert told == {name: value}


def test_what_is_changed_elsewhere_shows_and_is_no_change(qtbot: QtBot, dialog: SettingsDialog) -> None:
    told: list[object] = []
    dialog.changed.connect(lambda *change: told.append(change))
    dialog.show_settings(Settings(theme="dark", text_size=22, line_spacing=1.8, highlight_words=False, view="original"))
    theme, size = field(dialog, "theme"), field(dialog, "text_size")
    assert isinstance(theme, QComboBox)
    assert isinstance(size, QSpinBox)
    assert (theme.currentData(), size.value()) == ("dark", 22)
    assert told == []


def test_all_choices_that_a_setting_has_are_offered(dialog: SettingsDialog) -> None:
    elsewhere = ("export.", "library_order", "checklist_sort")  # in the dialog for exports, and beside the lists
    shown = {name: choices for name, choices in CHOICES.items() if not name.startswith(elsewhere)}
    for name, choices in shown.items():
        widget = field(dialog, name)
        assert isinstance(widget, QComboBox)
        assert {widget.itemData(number) for number in range(widget.count())} == set(choices)


def test_the_defaults_come_back(qtbot: QtBot, dialog: SettingsDialog) -> None:
    dialog.show_settings(Settings(theme="dark", measure=90))
    told: dict[str, object] = {}
    dialog.changed.connect(told.__setitem__)
    buttons = dialog.findChildren(QDialogButtonBox)[0].buttons()
    next(button for button in buttons if "efaults" in button.text()).click()
    usual = asdict(Settings())
    assert told == {name: usual[name] for name in told}
    assert {"theme", "measure", "text_size", "view", "blur", "highlight_words", "line_spacing"} <= told.keys()


def test_every_field_has_a_name_for_a_screen_reader(dialog: SettingsDialog) -> None:
    for name in (
        "theme",
        "text_size",
        "reading_face",
        "line_spacing",
        "justified",
        "measure",
        "view",
        "blur",
        "highlight_words",
        "typographic_marks",
        "check_spelling",
        "interface_language",
    ):
        interface = QAccessible.queryAccessibleInterface(field(dialog, name))
        assert interface.text(QAccessible.Text.Name), name


def test_the_fields_of_all_sections_begin_on_one_line(dialog: SettingsDialog) -> None:
    forms = dialog.findChildren(QFormLayout)
    names = ("theme", "text_size", "view", "interface_language")
    assert len(forms) == 4
    assert len({field(dialog, name).mapTo(dialog, field(dialog, name).rect().topLeft()).x() for name in names}) == 1


def test_a_change_shows_in_the_window_and_is_kept(start: Callable[[], Tospalt], qtbot: QtBot) -> None:
    window = start().window
    window.actions_["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    choose(qtbot, dialog, "theme", "sepia")
    choose(qtbot, dialog, "view", "stacked")
    assert window.actions_["theme_sepia"].isChecked()
    assert window.actions_["view_stacked"].isChecked()
    assert window.palette().window().color().name() == "#ebe0c8"
    window.actions_["larger"].trigger()
    size = field(dialog, "text_size")
    assert isinstance(size, QSpinBox)
    assert size.value() == window.settings.text_size == 14
    assert start().window.settings == window.settings
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("there", [False, True])
def test_open_dyslexic_can_be_chosen_where_it_is_installed(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    monkeypatch.setattr("ui.window.settings_dialog.is_installed", lambda face: face != "opendyslexic" or there)
    dialog = SettingsDialog(Settings())
    qtbot.addWidget(dialog)
    faces = field(dialog, "reading_face")
    assert isinstance(faces, QComboBox)
    index = faces.findData("opendyslexic")
    flags = faces.model().index(index, 0).flags()
    assert bool(flags & Qt.ItemFlag.ItemIsEnabled) is there
    assert faces.itemText(index) == ("OpenDyslexic" if there else "OpenDyslexic (not installed)")
    dialog.show_settings(Settings(reading_face="opendyslexic"))
    assert faces.currentData() == "opendyslexic"
