"""Documents made of text from other programs, pasted or dropped: kept, listed, found again, and deleted when asked."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from reader import log
from reader.library import Entry
from reader.pasted import Pasted, pasted_when
from reader.paths import is_pasted
from reader.text import Kind
from tests.ui.documents import open_and_translate, text_of
from tests.ui.editing.sentence import begin, nothing_read
from tests.ui.export.asking import ask
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.toolkit.question import Question
from ui.window.information_dialog import InformationDialog
from ui.window.information_text import as_text
from ui.window.memory_dialog import MemoryDialog

TITLE = "Sjøbua ved kaia"
TEXT = f"{TITLE}\n\nHun malte døra rød. Ingen sa noe om det.\n"
NONE, CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def paste(program: Tospalt, qtbot: QtBot, text: str = TEXT) -> Path:
    """Paste a text and wait until it is translated and listed."""
    QGuiApplication.clipboard().setText(text)
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        program.window.actions_["paste"].trigger()
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    entry = program.document.entry
    assert entry is not None
    return entry.path


def own(program: Tospalt) -> list[Entry]:
    return [entry for entry in program.shelf.library if not entry.bundled]


def with_text(text: str = TEXT, html: str = "") -> QMimeData:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    return data


def drop(
    on: QWidget, data: QMimeData, action: Qt.DropAction = Qt.DropAction.CopyAction
) -> tuple[Qt.DropAction, Qt.DropAction] | None:
    """Drag over a widget and drop there what was offered to be copied or moved; what was done, None if refused."""
    both, button = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    entered = QDragEnterEvent(QPoint(20, 20), both, data, button, NONE)
    entered.setDropAction(action)
    QApplication.sendEvent(on, entered)
    dropped = QDropEvent(QPointF(20, 20), both, data, button, NONE)
    dropped.setDropAction(action)
    if not entered.isAccepted():
        return None
    QApplication.sendEvent(on, dropped)
    return entered.dropAction(), dropped.dropAction()


def answer(program: Tospalt, text: str, words: str) -> None:
    """Press a button of the question that contains `words`."""
    [box] = [box for box in boxes(program) if box.isVisible() and words in box.text()]
    next(button for button in box.buttons() if button.text() == text).click()


def boxes(program: Tospalt) -> list[Question]:
    return program.window.findChildren(Question)


def delete(program: Tospalt, entry: Entry) -> None:
    program.window.library.deletion.emit([entry])
    answer(program, "Delete", f"Delete “{TITLE}”?")


def files_with(folders: Folders, words: str) -> list[str]:
    files = [path for path in folders.data.rglob("*") if path.is_file()]
    return [path.name for path in files if words.encode() in path.read_bytes()]


def test_a_pasted_text_is_a_document_that_is_listed_by_its_first_line_and_there_again_later(
    program: Tospalt, qtbot: QtBot, folders: Folders, start: Callable[[], Tospalt]
) -> None:
    path = paste(program, qtbot)
    assert [entry.path for entry in own(program)] == [path] == list(Pasted(folders.data))
    assert program.window.windowTitle() == f"{TITLE} – Tospalt"
    model = program.window.library.model
    assert model.index(0).data() == TITLE
    assert text_of(program).rows[0].source.text == TITLE
    program.save()
    again = start()
    assert [entry.path for entry in own(again)] == [path]
    qtbot.waitUntil(lambda: again.window.library.model.index(0).data() == TITLE, timeout=PATIENCE)


def test_the_same_text_again_opens_the_document_there_is(program: Tospalt, qtbot: QtBot) -> None:
    first = paste(program, qtbot)
    paste(program, qtbot, "Noe helt annet. Det regnet.")
    assert paste(program, qtbot) == first
    assert len(own(program)) == 2


def test_html_that_is_dropped_keeps_its_structure(program: Tospalt, qtbot: QtBot) -> None:
    html = "<h1>Referat</h1><ul><li>Valg av styre</li><li>Budsjett</li></ul><table><tr><th>Post<th>Sum</table>"
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        drop(program.window, with_text("Referat Valg av styre", html))
    kinds = [row.source.kind for row in text_of(program).rows]
    assert kinds == [Kind.TITLE, Kind.LIST_ITEM, Kind.LIST_ITEM, Kind.TABLE_CELL, Kind.TABLE_CELL]


def test_text_is_dropped_anywhere_and_what_would_be_moved_is_only_copied(program: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        done = drop(program.window.library.view.viewport(), with_text(), Qt.DropAction.MoveAction)
    assert done == (Qt.DropAction.CopyAction, Qt.DropAction.CopyAction)
    assert text_of(program).document.title == TITLE


def test_text_dragged_within_the_window_makes_no_document(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDragEnterEvent, "source", lambda _: program.window)
    assert drop(program.window, with_text()) is None


def test_files_on_the_clipboard_are_opened_where_they_are(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(str(path))
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        drop(program.window, data)
    assert program.document.entry is not None and program.document.entry.path == path
    assert not list(Pasted(program.shelf.library.folder))


def offers(**forms: bytes) -> QMimeData:
    data = QMimeData()
    for kind, content in forms.items():
        data.setData(f"text/{kind}", QByteArray(content))
    return data


def link() -> QMimeData:
    data = with_text("https://example.no/sak")
    data.setUrls([QUrl("https://example.no/sak")])
    return data


def image() -> QMimeData:
    data = QMimeData()
    data.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    data.setHtml("<img src='https://example.no/a.png'>")
    return data


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (with_text(" \n "), "There is no text in what you dropped."),
        (offers(plain=b""), "did not hand over what you dropped"),
        (link(), "does not fetch web pages"),
        (with_text("https://example.no/a\nhttps://example.no/b"), "does not fetch web pages"),
        (image(), "There is no text in what you dropped."),
    ],
    ids=["blank", "silent", "link", "addresses", "image"],
)
def test_what_has_no_text_gets_one_sentence(data: QMimeData, said: str, program: Tospalt, qtbot: QtBot) -> None:
    drop(program.window, data)
    qtbot.waitUntil(lambda: said in program.window.notices.message, timeout=PATIENCE)
    assert program.document.entry is None and not list(Pasted(program.shelf.library.folder))


def test_the_information_on_a_pasted_text_says_when_it_was_pasted_and_nothing_of_the_programs_own_file(
    program: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    path = paste(program, qtbot)
    program.window.actions_["information"].trigger()
    dialog = program.window.findChildren(InformationDialog)[-1]
    qtbot.waitUntil(dialog.copy_button.isEnabled, timeout=PATIENCE)
    told = as_text(dialog._parts)
    when = pasted_when(path)
    assert when is not None and f"Pasted on: {when.day} {when:%B} {when.year} at " in told and "Size: " in told
    for word in (path.name, str(folders.data), "Folder", "Encoding", "byte order mark"):
        assert word not in told
    assert not dialog.folder_button.isEnabled()


def test_the_encoding_of_a_pasted_text_is_not_the_users_to_choose(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    actions = program.window.actions_
    paste(program, qtbot)
    assert not actions["encoding_cp1252"].isEnabled() and actions["lines_kept"].isEnabled()
    open_and_translate(qtbot, program, path)
    assert actions["encoding_cp1252"].isEnabled()


def test_an_empty_clipboard_gets_one_sentence(program: Tospalt) -> None:
    program.window.actions_["paste"].trigger()
    assert program.window.notices.message == "There is no text on the clipboard. Copy some text, then try again."


def test_a_text_over_the_limit_gets_one_sentence(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.export.pasting.MAX_BYTES", 1_000_000)
    drop(program.window, with_text("ord " * 500_000))
    qtbot.waitUntil(lambda: "too large (2 MB)" in program.window.notices.message, timeout=PATIENCE)
    assert program.document.entry is None


@pytest.mark.parametrize("bar", ["find", "edit"])
def test_in_a_text_field_the_keys_paste_into_the_field(bar: str, program: Tospalt, qtbot: QtBot) -> None:
    paste(program, qtbot)
    before = own(program)
    QGuiApplication.clipboard().setText("rød")
    qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE)
    program.window.actions_[bar].trigger()
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_A, CONTROL)
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    program.pools.files.flush()
    read = getattr(field, "toPlainText", None) or getattr(field, "text", None)
    assert read is not None and read() == "rød"
    assert own(program) == before


def test_outside_text_fields_the_keys_make_a_document(program: Tospalt, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(TEXT)
    qtbot.waitUntil(program.window.isActiveWindow, timeout=PATIENCE)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        qtbot.keyClick(program.window, Qt.Key.Key_V, CONTROL | Qt.KeyboardModifier.ShiftModifier)


def test_removing_a_pasted_text_deletes_it_only_after_a_yes(program: Tospalt, qtbot: QtBot) -> None:
    path = paste(program, qtbot)
    program.window.actions_["remove"].trigger()
    answer(program, "Cancel", f"Delete “{TITLE}”?")
    assert program.document.entry is not None and path.exists()
    program.window.actions_["remove"].trigger()
    answer(program, "Delete", f"Delete “{TITLE}”?")
    qtbot.waitUntil(lambda: own(program) == [], timeout=PATIENCE)
    assert program.document.entry is None and not path.exists()


def test_a_pasted_text_that_cannot_be_deleted_stays_listed(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = paste(program, qtbot)

    unlink = Path.unlink

    def refuse(each: Path, missing_ok: bool = False) -> None:
        if is_pasted(each):
            raise PermissionError(13, "no")
        unlink(each, missing_ok)

    program.window.actions_["remove"].trigger()
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refuse)
        answer(program, "Delete", f"Delete “{TITLE}”?")
        qtbot.waitUntil(lambda: "cannot be deleted" in program.window.notices.message, timeout=PATIENCE)
    assert path.exists() and [entry.path for entry in own(program)] == [path]


@pytest.mark.parametrize("reading_on", [False, True], ids=["open", "another open"])
def test_of_a_pasted_text_that_is_deleted_nothing_is_left(
    reading_on: bool, program: Tospalt, qtbot: QtBot, folders: Folders, path: Path
) -> None:
    paste(program, qtbot)
    qtbot.waitUntil(lambda: bool(files_with(folders, "malte")), timeout=PATIENCE)
    if reading_on:
        open_and_translate(qtbot, program, path)
    delete(program, own(program)[-1])
    qtbot.waitUntil(lambda: f"“{TITLE}” was forgotten" in program.window.notices.message, timeout=PATIENCE)
    assert (program.document.entry is not None) is reading_on
    program.window.close()
    program.close()
    assert files_with(folders, "malte") == files_with(folders, "bua ved kaia") == []


@pytest.mark.parametrize(("choice", "left"), [("Keep my edit", True), ("Delete my edit", False)])
def test_the_edits_of_a_pasted_text_that_is_deleted_are_asked_about(
    choice: str, left: bool, program: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    path = paste(program, qtbot)
    begin(program, row=1).field.setPlainText("She painted her own door.")  # it is still being typed
    delete(program, own(program)[-1])

    def asked() -> bool:
        return any(box.isVisible() and "delete your edit" in box.text() for box in boxes(program))

    qtbot.waitUntil(asked, timeout=PATIENCE)
    assert path.exists()
    answer(program, choice, "delete your edit in it")
    qtbot.waitUntil(lambda: "was forgotten" in program.window.notices.message, timeout=PATIENCE)
    program.window.close()
    program.close()
    assert not path.exists() and bool(files_with(folders, "her own door")) is left


def test_a_pasted_text_that_cannot_be_read_is_deleted_all_the_same(program: Tospalt, qtbot: QtBot) -> None:
    path = paste(program, qtbot)
    program.window.documents.close_document()
    path.write_bytes(b"\0" * 100)
    delete(program, own(program)[-1])
    qtbot.waitUntil(lambda: own(program) == [] and not path.exists(), timeout=PATIENCE)


def test_several_pasted_texts_are_deleted_with_one_question_and_all_that_only_they_share(
    program: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    for end in ("Den ene.", "Den andre.", "Den tredje."):
        paste(program, qtbot, f"Hun malte døra rød. {end}\n")
        begin(program, row=0).field.setPlainText("She painted her own door.")
        program.window.editing.finish()
    entries = own(program)
    program.window.library.remove(entries[:2])
    answer(program, "Delete", "Delete 2 pasted texts?")
    qtbot.waitUntil(lambda: "2 documents were forgotten" in program.window.notices.message, timeout=PATIENCE)
    assert own(program) == entries[2:] and program.memory.edits("nb", "en", ["Hun malte døra rød."])
    paste(program, qtbot, "Hun malte døra rød. Den siste.\n")
    program.window.library.remove(own(program))
    answer(program, "Delete", "Delete 2 pasted texts?")
    qtbot.waitUntil(lambda: any(box.isVisible() for box in boxes(program)), timeout=PATIENCE)
    answer(program, "Delete my edit", "These documents will be forgotten. Also delete your edit in them?")
    qtbot.waitUntil(lambda: own(program) == [], timeout=PATIENCE)
    program.pools.edits.flush()
    assert program.memory.counts() == (0, 0)
    program.window.close()
    program.close()
    assert files_with(folders, "malte") == files_with(folders, "her own door") == []


def test_the_window_does_not_close_unasked_while_a_text_is_still_to_be_deleted(program: Tospalt, qtbot: QtBot) -> None:
    path = paste(program, qtbot)
    with nothing_read(program):
        delete(program, own(program)[-1])
        program.window.close()
        assert program.window.isVisible() and "still deleting" in program.window.notices.message
    qtbot.waitUntil(lambda: own(program) == [] and not path.exists(), timeout=PATIENCE)


@pytest.mark.parametrize("everything", [False, True])
def test_a_pasted_text_is_forgotten_with_its_file(
    everything: bool, program: Tospalt, qtbot: QtBot, folders: Folders
) -> None:
    path = paste(program, qtbot)
    program.window.actions_["memory"].trigger()
    dialog = program.window.findChildren(MemoryDialog)[-1]
    button = dialog.everything_button if everything else dialog.document_button
    qtbot.waitUntil(lambda: button.isEnabled() and "stored" in dialog._told.text(), timeout=PATIENCE)
    button.click()

    def asked() -> bool:
        return any(box.isVisible() for box in program.window.findChildren(Question))

    qtbot.waitUntil(asked, timeout=PATIENCE)
    answer(program, "Forget everything" if everything else "Forget", "not kept anywhere else")
    qtbot.waitUntil(lambda: "forgotten" in program.window.notices.message, timeout=PATIENCE)
    program.window.close()
    program.close()
    left = [each for each in folders.data.rglob("*") if each.is_file() and b"bua ved kaia" in each.read_bytes()]
    assert not path.exists() and own(program) == [] and left == []


def test_a_pasted_text_of_which_nothing_is_remembered_can_be_forgotten(program: Tospalt, qtbot: QtBot) -> None:
    paste(program, qtbot, "12 34 56\n\n78 90")
    program.window.actions_["memory"].trigger()
    dialog = program.window.findChildren(MemoryDialog)[-1]
    qtbot.waitUntil(lambda: "No translations or edits are stored" in dialog._told.text(), timeout=PATIENCE)
    assert dialog.everything_button.isEnabled()


KILLED = """
import os, sys
from pathlib import Path
from reader.pasted import Pasted, pasted_when
Pasted(Path(sys.argv[1])).keep(sys.argv[2])
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")
def test_a_text_that_a_killed_program_did_not_list_is_in_the_library_at_the_next_start(
    start: Callable[[], Tospalt], qtbot: QtBot, folders: Folders
) -> None:
    subprocess.run([sys.executable, "-c", KILLED, folders.data, TEXT], check=False)
    program = start()
    program.begin([])
    qtbot.waitUntil(lambda: bool(own(program)), timeout=PATIENCE)
    assert [entry.path for entry in own(program)] == list(Pasted(folders.data))


def test_an_export_is_called_after_the_title_and_goes_to_the_users_documents(program: Tospalt, qtbot: QtBot) -> None:
    paste(program, qtbot)
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    dialog = ask(program)
    dialog.export_button.click()
    asked = dialog.findChildren(QFileDialog)[-1]
    proposed = Path(asked.selectedFiles()[0])
    assert proposed.name == f"{TITLE} nb-en.pdf" and not proposed.is_relative_to(program.shelf.library.folder)
    asked.close()
    dialog.close()


def test_nothing_of_a_pasted_text_is_in_the_log_or_in_names_of_files(
    program: Tospalt, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    writing = log.Log(tmp_path / "logs")
    path = paste(program, qtbot)
    writing.close()
    assert is_pasted(path)
    names = " ".join(str(each) for each in folders.data.rglob("*"))
    logged = b"".join(each.read_bytes() for each in (tmp_path / "logs").rglob("*"))
    for word in ("kaia", "malte"):
        assert word not in names and word.encode() not in logged


def test_two_windows_of_the_program_share_what_is_pasted(start: Callable[[], Tospalt], qtbot: QtBot) -> None:
    one, other = start(), start()
    path = paste(one, qtbot)
    one.save()
    assert paste(other, qtbot) == path
    other.save()
    one.shelf.catch_up()
    one.pools.edits.flush()
    assert [entry.path for entry in own(one)] == [path] == [entry.path for entry in own(other)]


def test_a_form_that_is_damaged_gives_way_to_another(program: Tospalt, qtbot: QtBot) -> None:
    drop(program.window, offers(markdown=b"\xff\xfe\x00", plain=TEXT.encode()))
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)
    assert text_of(program).document.title == TITLE
