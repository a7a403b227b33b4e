"""Labels in front of fields."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.states import State, exporting, importing_memory, plain_dialog
from ui.app import Tospalt
from ui.toolkit.forms import Form

_Role = QFormLayout.ItemRole


def test_a_label_is_at_the_height_of_its_field_also_once_that_is_higher(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    form, label, field = Form(window), QLabel("Name:"), QLineEdit()
    form.addRow(label, field)
    window.show()
    for height in (20, 70):
        field.setFixedHeight(height)
        form.activate()
        assert abs(label.geometry().center().y() - field.geometry().center().y()) <= 1


@pytest.mark.parametrize("dialog", [exporting, importing_memory, plain_dialog("settings")], ids=lambda it: it.__name__)
def test_in_dialogs_labels_are_at_the_height_of_their_fields(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, dialog: State
) -> None:
    found = 0
    for form in dialog(program, qtbot, tmp_path).findChildren(QFormLayout):
        for row in range(form.rowCount()):
            label, field = form.itemAt(row, _Role.LabelRole), form.itemAt(row, _Role.FieldRole)
            if label is not None and field is not None:
                assert abs(label.geometry().center().y() - field.geometry().center().y()) <= 1
                found += 1
    assert found > 1
