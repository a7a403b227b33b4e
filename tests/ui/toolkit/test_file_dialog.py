"""Qt's own dialog for choosing files, as this program shows it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QPalette, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QToolButton, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ui.toolkit import file_dialog as module
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.sizes import remember_sizes
from ui.toolkit.theme import load_theme, palette, style_sheet


class Kept:
    """Sizes that were kept."""

    def __init__(self) -> None:
        self.sizes: dict[str, QSize] = {}

    def size_of(self, name: str) -> QSize | None:
        return self.sizes.get(name)

    def keep_size(self, name: str, size: QSize) -> None:
        self.sizes[name] = size


def shown(parent: QWidget) -> FileDialog:
    dialog = FileDialog(parent, "Choose")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    return dialog


@pytest.fixture(params=["light", "dark"])
def dialog(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> Iterator[FileDialog]:
    usual = qapp.palette()
    theme = load_theme(request.param)
    qapp.setPalette(palette(theme))
    qapp.setStyleSheet(style_sheet(theme))
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = shown(parent)
    yield dialog
    dialog.close()
    qapp.setStyleSheet("")
    qapp.setPalette(usual)


@pytest.mark.parametrize("changes", [False, True])
def test_its_icons_have_the_colour_of_the_text_also_when_that_changes(dialog: FileDialog, changes: bool) -> None:
    if changes:
        palette = QPalette(dialog.palette())
        palette.setColor(QPalette.ColorRole.WindowText, QColor("#aa33cc"))
        dialog.setPalette(palette)
    for name in ("backButton", "forwardButton", "toParentButton"):
        button = dialog.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        image = button.icon().pixmap(button.iconSize(), QIcon.Mode.Normal).toImage()
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        inked = [colour for colour in pixels if colour.alpha() == 255]
        assert inked and {colour.name() for colour in inked} == {dialog.palette().windowText().color().name()}


def test_it_is_wide_and_no_larger_than_the_screen(dialog: FileDialog) -> None:
    available = dialog.screen().availableSize()
    assert (
        min(820, available.width() - 10) <= dialog.width() <= available.width()
        and dialog.height() <= available.height()
    )


def test_its_columns_have_room_for_their_headings_and_stay_inside(dialog: FileDialog) -> None:
    files = dialog.findChild(QTreeView, "treeView")
    assert isinstance(files, QTreeView)
    header = files.header()
    assert all(header.sectionSize(column) >= header.sectionSizeHint(column) for column in range(header.count()))
    assert header.length() <= files.viewport().width()


def test_it_comes_back_in_the_size_it_was_given_if_the_screen_has_room_for_it(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent, kept = QWidget(), Kept()
    qtbot.addWidget(parent)
    remember_sizes(parent, kept)
    for size, seen in ((QSize(680, 450), QSize(680, 450)), (QSize(790, 590), QSize(696, 460))):
        first = shown(parent)
        first.resize(size)
        first.close()
        assert kept.sizes == {"FileDialog": size}
        monkeypatch.setattr(module, "available", lambda _: QRect(0, 0, 700, 500))
        again = shown(parent)
        assert again.size() == seen
        again.close()
        monkeypatch.undo()


class _Placed(FileDialog):
    """Sees where it is before Qt or the system have placed it."""

    seen = QRect()

    def showEvent(self, event: QShowEvent) -> None:
        self.seen = QRect(self.pos(), self.size())
        super().showEvent(event)


def test_it_is_in_the_middle_of_its_parent_before_the_system_has_placed_it(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.setGeometry(20, 30, 780, 560)
    parent.show()
    dialog = _Placed(parent, "Choose")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    middle = dialog.seen.center() - parent.frameGeometry().center()
    assert abs(middle.x()) < 20 and abs(middle.y()) < 30
    dialog.close()
