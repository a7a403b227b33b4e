"""The information on the open document, and what is told of it without being asked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reader.errors import Message
from reader.formats import read_document
from reader.text import Document, Recognition, Source
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.window.information_dialog import InformationDialog

SMALL = QSize(640, 420)
LOST = Message("A damaged letter was replaced.")
GONE = Message("Some letters were dropped.")
COMMENT = Message("A comment was left out.")
NAME = "en_lang_oversikt_over_alt_som_ble_sagt_i_fjor <b>fet &amp; [*].txt"
Changed = Callable[[Document], Document]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "En mappe" / NAME
    path.parent.mkdir()
    path.write_bytes("Blåbærsyltetøy\n\nDet er godt på brød, og små barn liker det.\n".encode("cp1252"))
    return path


@pytest.fixture
def as_read(monkeypatch: pytest.MonkeyPatch) -> Callable[[Changed], None]:
    """Lets documents that are opened be read as a format would read them that has more to say."""

    def set_change(change: Changed) -> None:
        monkeypatch.setattr("ui.session.open_document.read_document", lambda *file, **_: change(read_document(*file)))

    return set_change


def read_with(repaired: tuple[Message, ...] = (), left_out: tuple[Message, ...] = ()) -> Changed:
    return lambda document: replace(document, source=Source("text", "utf-8", repaired, left_out))


def dialog_of(program: Tospalt) -> InformationDialog | None:
    dialogs = program.window.findChildren(InformationDialog)
    return next((dialog for dialog in dialogs if dialog.isVisible()), None)


def shown(program: Tospalt, qtbot: QtBot) -> InformationDialog:
    """The window with the information, once that is there."""
    program.window.actions_["information"].trigger()
    dialog = dialog_of(program)
    assert dialog is not None
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=PATIENCE)
    return dialog


def lines(dialog: InformationDialog) -> list[str]:
    """What is copied, line by line."""
    dialog.copy_button.click()
    return [line.strip() for line in QGuiApplication.clipboard().text().splitlines()]


def buttons(widget: QWidget) -> dict[str, QPushButton]:
    return {each.text().replace("&", ""): each for each in widget.findChildren(QPushButton) if not each.isHidden()}


def test_the_document_its_file_and_its_contents_are_described(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    open_and_translate(qtbot, program, file)
    qtbot.waitUntil(lambda: program.document.words is not None, timeout=PATIENCE)
    dialog = shown(program, qtbot)
    assert set(lines(dialog)) >= {
        "Title: Blåbærsyltetøy",
        "Detected language: Norwegian Bokmål",
        f"Name: {NAME}",
        f"Folder: {file.parent}",
        "Size: 60 bytes",
        "Format: Plain text",
        "Encoding: Windows-1252 (Western European)",
        "Paragraphs: 1",
        "Words: 11",
        "Characters, with spaces: 57",
        "Headings: 1",
        "Nothing was repaired.",
        "Nothing was left out.",
    }
    assert dialog.told == "Copied."


def test_what_a_file_says_of_itself_is_shown_to_the_letter_in_a_line_each(
    program: Tospalt, qtbot: QtBot, file: Path, as_read: Callable[[Changed], None]
) -> None:
    source = Source("docx", protected=True, recognition=Recognition("Tesseract 5.5", 2, 7))
    stated = {"title": "<i>Fjære</i>\nog fjell", "author": "A" * 5000, "date": "", "language": "no-NO"}
    as_read(lambda document: replace(document, metadata=stated, source=source))
    open_and_translate(qtbot, program, file)
    told = lines(shown(program, qtbot))
    assert {"Title: <i>Fjære</i> og fjell", "Language according to the file: Norwegian Bokmål (no-NO)"} <= set(told)
    assert "Protected: by a password" in told
    assert "Text recognised: 2 pages, by Tesseract 5.5" in told and "Words perhaps misread: 7" in told
    [author] = [line for line in told if line.startswith("Author: ")]
    assert author.endswith("A …") and len(author) < 1100
    assert not any(line.startswith("Date:") for line in told)


def test_a_language_that_is_unclear_is_said_to_be_uncertain(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    names = tmp_path / "navn.txt"
    names.write_text("Hamar\n\nBodø\n", "utf-8")
    open_and_translate(qtbot, program, names)
    assert "Detected language: Norwegian Bokmål (uncertain)" in lines(shown(program, qtbot))


def test_a_language_that_is_not_known_is_shown_as_the_file_calls_it(
    program: Tospalt, qtbot: QtBot, file: Path, as_read: Callable[[Changed], None]
) -> None:
    as_read(lambda document: replace(document, metadata={"language": "klingonsk"}))
    open_and_translate(qtbot, program, file)
    assert "Language according to the file: klingonsk" in lines(shown(program, qtbot))


def test_what_is_selected_is_copied_as_it_is(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    """Line breaks that are possible in a long name are not part of it."""
    open_and_translate(qtbot, program, file)
    dialog = shown(program, qtbot)
    assert dialog.field.find("en_")
    dialog.field.moveCursor(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    QTest.keyClick(dialog.field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == NAME


def test_a_file_that_is_gone_is_told_of(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    open_and_translate(qtbot, program, file)
    file.unlink()
    assert "Size: unknown (no such file or folder)" in lines(shown(program, qtbot))


def test_the_words_are_shown_when_they_have_been_counted(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    open_and_translate(qtbot, program, file)
    qtbot.waitUntil(lambda: program.document.words is not None, timeout=PATIENCE)
    entry, program.document.words = program.document.entry, None
    dialog = shown(program, qtbot)
    assert "Words: Counting…" in lines(dialog)
    dialog.field.selectAll()
    selected = dialog.field.textCursor().selectedText()
    program.document.words = 1234
    program.document.measured.emit(entry, 1234)
    assert "Words: 1,234" in lines(dialog)
    assert dialog.field.textCursor().selectedText().startswith(selected.split("Words")[0])


def test_the_folder_of_the_document_is_opened(
    program: Tospalt, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    open_and_translate(qtbot, program, file)
    dialog = shown(program, qtbot)
    dialog.folder_button.click()
    assert [Path(url.toLocalFile()) for url in opened] == [file.parent]
    assert dialog.told.startswith("No file manager could open the folder")


def test_without_a_document_there_is_nothing_to_ask_for(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    action = program.window.actions_["information"]
    assert not action.isEnabled()
    open_and_translate(qtbot, program, file)
    assert action.isEnabled()
    program.window.documents.close_document()
    assert not action.isEnabled()


def test_the_window_closes_with_its_document(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    open_and_translate(qtbot, program, file)
    dialog = shown(program, qtbot)
    program.window.actions_["information"].trigger()  # it is there already
    assert dialog_of(program) is dialog
    open_and_translate(qtbot, program, DOCUMENTS[0])
    assert dialog_of(program) is None
    assert f"Name: {DOCUMENTS[0].name}" in lines(shown(program, qtbot))


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_return_close_the_window(program: Tospalt, qtbot: QtBot, file: Path, key: Qt.Key) -> None:
    open_and_translate(qtbot, program, file)
    dialog = shown(program, qtbot)
    assert dialog.focusWidget() is dialog.field
    QTest.keyClick(dialog.field, key)
    assert dialog_of(program) is None


def test_what_cannot_be_found_out_is_told(
    program: Tospalt, qtbot: QtBot, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_and_translate(qtbot, program, file)
    monkeypatch.setattr("ui.window.information.document_facts", lambda _: 1 / 0)
    program.window.actions_["information"].trigger()
    dialog = dialog_of(program)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.told.startswith("Something unexpected went wrong"), timeout=PATIENCE)
    assert not dialog.copy_button.isEnabled()


# What is told without being asked


def test_a_repair_is_told_when_a_document_is_opened_and_the_information_lists_it(
    program: Tospalt, qtbot: QtBot, file: Path, as_read: Callable[[Changed], None]
) -> None:
    as_read(read_with((LOST,), (COMMENT,)))
    open_and_translate(qtbot, program, file)
    assert program.window.notices.message == LOST
    buttons(program.window.notices)["Document information"].click()
    dialog = dialog_of(program)
    assert dialog is not None
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=PATIENCE)
    assert {LOST, COMMENT} <= set(lines(dialog))
    assert program.window.notices.message != LOST


def test_several_repairs_are_one_notice(
    program: Tospalt, qtbot: QtBot, file: Path, as_read: Callable[[Changed], None]
) -> None:
    as_read(read_with((LOST, GONE)))
    open_and_translate(qtbot, program, file)
    assert program.window.notices.message == f"{LOST} {GONE}"
    assert {LOST, GONE} <= set(lines(shown(program, qtbot)))


def test_what_was_left_out_on_purpose_is_told_only_when_asked(
    program: Tospalt, qtbot: QtBot, file: Path, as_read: Callable[[Changed], None]
) -> None:
    as_read(read_with((), (COMMENT,)))
    open_and_translate(qtbot, program, file)
    assert "Document information" not in buttons(program.window.notices)
    assert COMMENT in lines(shown(program, qtbot))


def test_a_repair_is_told_once_for_each_opening(
    program: Tospalt, qtbot: QtBot, file: Path, as_read: Callable[[Changed], None]
) -> None:
    as_read(read_with((LOST,)))
    open_and_translate(qtbot, program, file)
    program.window.notices.clear()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.actions_["swap"].trigger()
    assert LOST not in program.window.notices.message
    program.window.documents.close_document()
    open_and_translate(qtbot, program, file)
    assert program.window.notices.message == LOST


def test_a_window_in_another_language_does_not_tell_it_again_and_is_in_that_language(
    program: Tospalt, qtbot: QtBot, file: Path, as_read: Callable[[Changed], None]
) -> None:
    as_read(read_with((LOST,)))
    open_and_translate(qtbot, program, file)
    old = program.window
    with qtbot.waitSignal(old.destroyed, timeout=PATIENCE):
        program.preferences.change(interface_language="nb")
    assert program.window.notices.message != LOST
    told = lines(shown(program, qtbot))
    assert {"Gjenkjent språk: Norsk bokmål", "Ingenting er utelatt.", "Format: Ren tekst"} <= set(told)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_window_fits_a_small_screen(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, file: Path, language: str
) -> None:
    folders.config.mkdir()
    (folders.config / "settings.json").write_text(f'{{"interface_language": "{language}"}}')
    program = start()
    open_and_translate(qtbot, program, file)
    dialog = shown(program, qtbot)
    smallest = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
    assert smallest.boundedTo(SMALL) == smallest
    dialog.resize(smallest)
    assert not dialog.field.horizontalScrollBar().isVisible()


def test_a_long_name_begins_beside_what_it_is_called(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    open_and_translate(qtbot, program, file)
    dialog = shown(program, qtbot)
    dialog.resize(dialog.minimumSize())
    assert dialog.field.find("Name:")
    layout = dialog.field.textCursor().block().layout()
    assert layout.lineCount() > 1
    assert layout.lineAt(0).textLength() > len("Name:\t")
