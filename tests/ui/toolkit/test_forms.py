"""Labels in front of fields."""

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.toolkit.forms import level_labels


def test_a_label_is_at_the_height_of_its_field(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    form, label, field = QFormLayout(window), QLabel("Name:"), QLineEdit()
    field.setFixedHeight(label.sizeHint().height() * 3)
    form.addRow(label, field)
    level_labels(form)
    window.show()
    assert abs(label.geometry().center().y() - field.geometry().center().y()) <= 1
