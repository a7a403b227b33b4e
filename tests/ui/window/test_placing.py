"""Dialogs stand over their window and on its screen, whatever opens them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.memory.import_dialog import ImportDialog

_TMX = (
    '<tmx version="1.4"><header srclang="nb"/><body><tu><tuv xml:lang="nb"><seg>Katt.</seg></tuv>'
    '<tuv xml:lang="en"><seg>Cat.</seg></tuv></tu></body></tmx>'
)


def memory_in(folder: Path) -> Path:
    path = folder / "minne.tmx"
    path.write_text(_TMX, "utf-8")
    return path


def drop(program: Tospalt, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    program.window.dropEvent(QDropEvent(QPointF(400, 300), Qt.DropAction.CopyAction, mime, buttons, modifiers))


def dropped(program: Tospalt, path: Path) -> None:
    program.window.move(100, 60)
    drop(program, path)


def dropped_at_the_edge(program: Tospalt, path: Path) -> None:
    area = program.window.screen().availableGeometry()
    program.window.move(area.right() - 60, area.bottom() - 60)
    drop(program, path)


def given_while_minimised(program: Tospalt, path: Path) -> None:
    program.window.showMinimized()
    program.window.open_files([path])


def given_while_hidden(program: Tospalt, path: Path) -> None:
    program.window.hide()
    program.window.open_files([path])


@pytest.mark.parametrize(
    "give",
    [dropped, dropped_at_the_edge, given_while_minimised, given_while_hidden],
    ids=lambda give: str(give.__name__),
)
def test_a_dialog_is_on_the_screen_and_over_its_window(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, give: Callable[[Tospalt, Path], None]
) -> None:
    program.window.resize(640, 480)
    give(program, memory_in(tmp_path))
    qtbot.waitUntil(lambda: bool(program.window.findChildren(ImportDialog)), timeout=PATIENCE)
    [dialog] = program.window.findChildren(ImportDialog)
    screen = program.window.screen().availableGeometry()
    assert_placed(program, dialog, screen, over=give is dropped)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    for _ in range(3):
        QApplication.sendPostedEvents()
    assert_placed(program, dialog, screen, over=give is dropped)
    dialog.close()


def assert_placed(program: Tospalt, dialog: QDialog, screen: QRect, *, over: bool) -> None:
    """That it is on the screen; `over` its window it is also about in the middle of that, else of the screen."""
    assert dialog.isVisible() and screen.contains(dialog.geometry())
    if over:
        away = dialog.frameGeometry().center() - program.window.frameGeometry().center()
        assert away.manhattanLength() < 120
    assert dialog.pos() != QPoint(0, 0)
