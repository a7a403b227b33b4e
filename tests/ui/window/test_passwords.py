"""Documents under a password: when it is asked for, and what becomes of the answer."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader.formats import Choices, read_document
from reader.passwords import PASSWORDS
from reader.text import Document
from tests.locked import PASSWORD, TEXTS, WORD, copy_of, read_here
from tests.ui.documents import text_of
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.window.password_dialog import PasswordDialog

pytest.importorskip("msoffcrypto")


@pytest.fixture(autouse=True)
def nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    read_here(monkeypatch)
    yield
    PASSWORDS.clear()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return copy_of(WORD, tmp_path, "hemmelig.docx")


def dialogs(program: Tospalt) -> list[PasswordDialog]:
    return [each for each in program.window.findChildren(PasswordDialog) if each.isVisible()]


def asked(program: Tospalt, qtbot: QtBot) -> PasswordDialog:
    qtbot.waitUntil(lambda: bool(dialogs(program)), timeout=PATIENCE)
    (dialog,) = dialogs(program)
    return dialog


def asked_for(program: Tospalt, qtbot: QtBot, path: Path) -> PasswordDialog:
    program.window.open_files([path])
    return asked(program, qtbot)


def answer(dialog: PasswordDialog, password: str) -> None:
    dialog.field.setText(password)
    dialog.open_button.click()


def test_a_document_opens_with_its_password_which_is_asked_for_until_it_is_right_and_then_no_more(
    program: Tospalt, qtbot: QtBot, path: Path, folders: Folders
) -> None:
    dialog = asked_for(program, qtbot, path)
    assert not dialog.open_button.isEnabled()
    answer(dialog, "Blåbær")
    qtbot.waitUntil(lambda: dialog.message.text() == "The password is wrong. Try again.", timeout=PATIENCE)
    assert PASSWORDS.of(path) == ""
    assert dialog.field.hasSelectedText() and not dialog.field.isReadOnly()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        answer(dialog, PASSWORD)
    assert not dialogs(program)
    assert [row.source.text for row in text_of(program).rows] == TEXTS
    program.window.documents.close_document()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(lambda: program.shelf.library.find(path) is not None, timeout=PATIENCE)
    program.shelf.complete()
    written = (each for each in folders.data.rglob("*") if each.is_file())
    assert not [each for each in written if PASSWORD.encode() in each.read_bytes() or PASSWORD in str(each)]


def test_who_does_not_know_the_password_is_shown_no_error_and_may_enter_it_later(
    program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    asked_for(program, qtbot, path).reject()
    page = program.window.page
    assert page.heading == "“hemmelig” is protected by a password"
    assert not program.window.notices.isVisible() and not dialogs(program)
    page.buttons[0].click()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        answer(asked(program, qtbot), PASSWORD)


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, start: Callable[[], Tospalt]) -> Iterator[Event]:
    """With a password documents are read only once this event is set."""
    free = Event()

    def slowly(path: Path, choices: Choices, **_: object) -> Document:
        if PASSWORDS.of(path):
            free.wait()
        return read_document(path, choices)

    monkeypatch.setattr("ui.session.open_document.read_document", slowly)
    yield free
    free.set()


def test_who_gives_up_while_a_password_is_tried_does_not_get_the_document_later(
    program: Tospalt, qtbot: QtBot, path: Path, slow: Event
) -> None:
    dialog = asked_for(program, qtbot, path)
    answer(dialog, PASSWORD)
    dialog.field.setText("x")
    assert not dialog.open_button.isEnabled()  # no second one before the first has been tried
    dialog.reject()
    slow.set()
    assert program.document.entry is None and PASSWORDS.of(path) == ""
    assert program.window.page.heading == "Choose a document to read"


def test_of_several_documents_those_under_a_password_are_told_of_and_not_asked_for(
    program: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[PasswordDialog] = []
    monkeypatch.setattr(PasswordDialog, "open", lambda dialog: shown.append(dialog))
    (tmp_path / "åpen.txt").write_text(
        "Denne kan alle lese, og det er fint for alle som er her og ikke vet hva de skal lese ellers.", "utf-8"
    )
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path, tmp_path / "åpen.txt"])
    qtbot.waitUntil(program.window.notices.isVisible, timeout=PATIENCE)
    assert "Open it by itself, and enter the password." in program.window.notices.message
    assert not shown


def test_it_is_not_asked_for_a_document_that_is_no_longer_to_be_opened(
    program: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    asked_for(program, qtbot, path)
    other = copy_of(WORD, tmp_path, "annen.docx")
    program.window.open_files([other])  # as by a second start
    assert not dialogs(program)
    dialog = asked(program, qtbot)
    assert dialog.about.text() == "“annen” is protected by a password."
    program.window.documents.close_document()
    assert not dialogs(program)


def test_a_document_that_has_got_another_password_is_asked_for_again(
    program: Tospalt, qtbot: QtBot, path: Path
) -> None:
    PASSWORDS.keep(path, "det gamle")
    assert asked_for(program, qtbot, path).message.text() == "The document has another password now."


def test_a_start_asks_for_no_password(start: Callable[[], Tospalt], qtbot: QtBot, path: Path) -> None:
    first = start()
    with qtbot.waitSignal(first.document.opened, timeout=PATIENCE):
        answer(asked_for(first, qtbot, path), PASSWORD)
    qtbot.waitUntil(lambda: first.shelf.library.find(path) is not None, timeout=PATIENCE)
    first.window.close()
    first.close()
    PASSWORDS.clear()
    second = start()
    with qtbot.waitSignal(second.document.unreadable, timeout=PATIENCE):
        second.begin([])
    qtbot.waitUntil(lambda: second.document.entry is None, timeout=PATIENCE)
    assert not dialogs(second) and second.window.page.heading == "Choose a document to read"


def test_the_program_can_be_left_while_it_asks(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    dialog = asked_for(program, qtbot, path)
    dialog.show_box.click()
    assert dialog.field.echoMode() is QLineEdit.EchoMode.Normal
    program.window.close()
    assert not program.window.isVisible()
