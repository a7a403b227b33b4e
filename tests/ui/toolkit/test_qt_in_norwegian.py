"""What Qt's own dialogs and menus say is Norwegian: of what they show, nothing lacks a translation."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, QTranslator
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QScrollBar,
    QTextBrowser,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.toolkit.i18n import InterfaceLanguage

Accept, Mode = QFileDialog.AcceptMode, QFileDialog.FileMode


class Untranslated(QTranslator):
    """Stands behind the other translations, so that it is asked for what they lack."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: set[str] = set()

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, text: str, /, disambiguation: str | None = None, n: int = -1) -> str | None:
        self.asked.add(text)
        return None


@pytest.fixture
def untranslated(qapp: QApplication) -> Iterator[Untranslated]:
    behind, language = Untranslated(), InterfaceLanguage()
    qapp.installTranslator(behind)
    language.use("nb")
    yield behind
    language.use("en")
    qapp.removeTranslator(behind)


def texts(parts: Iterable[QObject]) -> Iterator[str]:
    """All that these show or tell a screen reader, with mnemonics, without keys."""
    for part in parts:
        match part:
            case QLabel() | QAbstractButton() | QAction():
                yield part.text().partition("\t")[0]
            case QComboBox():
                yield from map(part.itemText, range(part.count()))
            case QHeaderView():
                yield from (str(part.model().headerData(n, part.orientation())) for n in range(part.count()))
            case QAbstractItemView():
                yield from cells(part)
            case QLineEdit():
                yield part.placeholderText()
        if isinstance(part, QWidget):
            yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle())


def cells(view: QAbstractItemView) -> Iterator[str]:
    model, root = view.model(), view.rootIndex()
    for row in range(model.rowCount(root)):
        yield from (str(model.index(row, column, root).data()) for column in range(model.columnCount(root)))


def mnemonics(shown: Iterable[str]) -> list[str]:
    return [text[text.index("&") + 1].lower() for text in shown if "&" in text]


@pytest.mark.parametrize(
    ("mode", "accept", "title"),
    [
        (Mode.ExistingFiles, Accept.AcceptOpen, "Åpne"),
        (Mode.Directory, Accept.AcceptOpen, "Velg"),
        (Mode.AnyFile, Accept.AcceptSave, "Lagre"),
    ],
    ids=["open", "folder", "save"],
)
def test_the_file_dialog_is_norwegian(
    mode: QFileDialog.FileMode,
    accept: QFileDialog.AcceptMode,
    title: str,
    untranslated: Untranslated,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    (tmp_path / "mappe").mkdir()
    dialog = QFileDialog(None, "Velg", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    shown: set[str] = set()

    def complete() -> bool:
        shown.update(texts([dialog, *dialog.findChildren(QObject)]))
        return "Mappe" in shown  # what kind of file a folder is: it is there once the folder has been read

    qtbot.waitUntil(complete, timeout=PATIENCE)
    plain = {text.replace("&", "") for text in shown}  # not every release of Qt has a mnemonic everywhere
    assert plain >= {"Se i:", "Filtype:", title, "Avbryt", "Navn", "Størrelse", "Type", "Sist endret", "Ny mappe"}
    assert not shown & untranslated.asked
    labels = [part for part in dialog.findChildren(QWidget) if isinstance(part, QLabel | QAbstractButton)]
    for together in (texts(part for part in labels if part.isVisible()), texts(dialog.findChildren(QAction))):
        letters = mnemonics(together)
        assert len(letters) == len(set(letters)) > 2


def standard_menu(field: QLineEdit | QTextEdit | QPlainTextEdit, _qtbot: QtBot) -> list[str]:
    return list(texts(field.createStandardContextMenu().actions()))


def menu_over(widget: QWidget, qtbot: QtBot) -> list[str]:
    """Of a widget that opens its menu itself, which is read and closed as soon as it is open."""
    found: list[str] = []

    def read() -> None:
        for menu in QApplication.topLevelWidgets():
            if isinstance(menu, QMenu) and menu.isVisible():
                found.extend(texts(menu.actions()))
                menu.close()

    place = widget.rect().center()
    QTimer.singleShot(0, read)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    return found


EDITING = ["&Angre", "&Gjør om", "Klipp &ut", "&Kopier", "&Lim inn", "Slett"]


@pytest.mark.parametrize(
    ("make", "entries", "expected"),
    [
        (QLineEdit, standard_menu, [*EDITING, "Merk alt"]),
        (QTextEdit, standard_menu, [*EDITING, "Merk alt"]),
        (QPlainTextEdit, standard_menu, [*EDITING, "Merk alt"]),
        (QTextBrowser, standard_menu, ["&Kopier", "Merk alt"]),
        (QDoubleSpinBox, menu_over, [*EDITING, "&Merk alt", "&Opp ett trinn", "&Ned ett trinn"]),
        (
            QScrollBar,
            menu_over,
            ["Rull hit", "Øverst", "Nederst", "Side opp", "Side ned", "Rull opp", "Rull ned"],
        ),
    ],
)
def test_the_menus_of_fields_and_scroll_bars_are_norwegian(
    make: type[QWidget],
    entries: Callable[[QWidget, QtBot], list[str]],
    expected: list[str],
    untranslated: Untranslated,
    qtbot: QtBot,
) -> None:
    widget = make()
    qtbot.addWidget(widget)
    widget.show()
    found = [text for text in entries(widget, qtbot) if text]
    assert set(expected) <= set(found)
    assert not set(found) & untranslated.asked
    letters = mnemonics(found)
    assert len(letters) == len(set(letters))


def test_every_button_of_a_message_is_norwegian(untranslated: Untranslated, qtbot: QtBot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    for button in QMessageBox.StandardButton:
        if QMessageBox.StandardButton.Ok <= button <= QMessageBox.StandardButton.RestoreDefaults:
            box.addButton(button)
    box.setDetailedText("Mer.")
    found = set(texts(box.buttons()))
    assert found >= {"OK", "Avbryt", "&Ja", "&Nei", "Lukk", "Lagre", "Vis detaljer\N{NO-BREAK SPACE}…"}
    assert not found & untranslated.asked
