"""Qt's own dialog for choosing files, as this program shows it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.theme import load_theme, palette, style_sheet


@pytest.fixture(params=["light", "dark"])
def dialog(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Iterator[FileDialog]:
    usual = qapp.palette()
    theme = load_theme(request.param)
    qapp.setPalette(palette(theme))
    qapp.setStyleSheet(style_sheet(theme))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = FileDialog(parent, "Choose")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    yield dialog
    dialog.close()
    qapp.setStyleSheet("")
    qapp.setPalette(usual)


def test_its_icons_have_the_colour_of_the_text(dialog: FileDialog) -> None:
    for name in ("backButton", "forwardButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        image = button.icon().pixmap(button.iconSize(), QIcon.Mode.Normal).toImage()
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        inked = [colour for colour in pixels if colour.alpha() == 255]
        assert inked and {colour.name() for colour in inked} == {dialog.palette().windowText().color().name()}


def test_it_is_wide_and_no_larger_than_the_screen(dialog: FileDialog) -> None:
    available = dialog.screen().availableSize()
    assert dialog.width() == min(820, available.width()) and dialog.height() <= available.height()


def test_its_columns_have_room_for_their_headings_and_stay_inside(dialog: FileDialog) -> None:
    files = dialog.findChild(QTreeView, "treeView")
    assert isinstance(files, QTreeView)
    header = files.header()
    assert all(header.sectionSize(column) >= header.sectionSizeHint(column) for column in range(header.count()))
    assert header.length() <= files.viewport().width()
