"""The field over the list: what it finds, what it says, and its keys."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from reader.library import Entry
from tests.ui.library.shelves import described, listed, put
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library import descriptions, panel as panels
from ui.toolkit.jobs import Job


@pytest.fixture
def program(start: Callable[[], Tospalt], folders: Folders, tmp_path: Path, qtbot: QtBot) -> Tospalt:
    texts = {
        tmp_path / "saker" / "a1.md": "Sjøen om natten",
        tmp_path / "saker" / "b2.md": "Brev til kommunen",
        tmp_path / "Årsmøte" / "innkalling.md": "Sakliste",
        tmp_path / "brev" / "c3.md": "Brevet som kom",
    }
    put(folders, texts)
    program = start()
    described(qtbot, program)
    return program


def type_(program: Tospalt, text: str) -> None:
    field = program.window.library.panel.field
    field.clear()
    field.setFocus()
    QTest.keyClicks(field, text)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sjo", ["Sjøen om natten"]),
        ("SJØ", ["Sjøen om natten"]),
        ("arsmote", ["Sakliste"]),
        ("innkall", ["Sakliste"]),
        ("brev", ["Brev til kommunen", "Brevet som kom"]),
        ("kom brev", ["Brev til kommunen", "Brevet som kom"]),
        ("brev kommunen", ["Brev til kommunen"]),
        ("b2.md", ["Brev til kommunen"]),
        ("  ", ["Sjøen om natten", "Brev til kommunen", "Sakliste", "Brevet som kom"]),
        ("mangler", []),
    ],
)
def test_documents_are_found_by_all_words_of_title_file_and_folder(
    typed: str, found: list[str], program: Tospalt
) -> None:
    type_(program, typed)
    model = program.window.library.model
    titles = [model.index(row).data() for row in range(model.rowCount())]
    assert [title for title in titles if title in found] == found
    assert bool(typed.strip()) == (len(titles) == len(found))


def test_of_a_pasted_text_and_an_example_no_folder_is_searched(program: Tospalt) -> None:
    type_(program, "seeds")
    assert listed(program) == []


@pytest.mark.parametrize("order", ["added", "title"])
def test_those_with_all_words_in_their_title_come_first_and_return_opens_the_best(
    start: Callable[[], Tospalt], folders: Folders, tmp_path: Path, qtbot: QtBot, order: str
) -> None:
    texts = {
        tmp_path / "sak" / "a.md": "Andre ting",
        tmp_path / "sak 1.md": "Bare en ting",
        tmp_path / "c.md": "Sak nummer 1",
        tmp_path / "d.md": "Sak nummer 10",
    }
    put(folders, texts)
    program = start()
    described(qtbot, program)
    program.window.library.model.sort_by(order)
    for typed in ("sak", "sak 1"):  # typed letter by letter, the first leaves more than the second
        type_(program, typed)
    found = ["Sak nummer 1", "Sak nummer 10", "Bare en ting"]
    qtbot.waitUntil(lambda: listed(program) == found, timeout=PATIENCE)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        QTest.keyClick(program.window.library.panel.field, Qt.Key.Key_Return)
    assert program.document.entry is not None and program.document.entry.path.name == "c.md"


def test_of_the_folders_that_a_document_lies_in_only_the_last_is_searched(program: Tospalt, tmp_path: Path) -> None:
    type_(program, tmp_path.name)
    assert listed(program) == []
    type_(program, "arsmote")
    assert listed(program) == ["Sakliste"]


def test_what_cannot_be_seen_is_not_searched_for(program: Tospalt) -> None:
    field, panel = program.window.library.panel.field, program.window.library.panel
    field.setText("\0")
    assert panel.count.isHidden() and len(listed(program)) == 4
    field.setText("brev\0kommunen")
    assert listed(program) == ["Brev til kommunen"] and panel.count.text() == "1 of 6 documents"


def test_of_a_pasted_book_no_more_is_taken_than_can_be_searched_for(program: Tospalt) -> None:
    field = program.window.library.panel.field
    field.insert("brev " * 100_000)
    assert len(field.text()) <= 1000


def test_what_is_typed_and_deleted_again_lists_again_what_it_had_left_out(program: Tospalt) -> None:
    type_(program, "brevet")
    assert listed(program) == ["Brevet som kom"]
    for _ in range(3):
        QTest.keyClick(program.window.library.panel.field, Qt.Key.Key_Backspace)
    assert listed(program) == ["Brev til kommunen", "Brevet som kom"]


def test_it_is_said_how_many_of_how_many_are_listed_and_announced_once_it_is_quiet(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(panels, "announce", lambda _, words: told.append(words))
    panel = program.window.library.panel
    assert panel.count.isHidden()
    type_(program, "brev")
    assert panel.count.isVisible() and panel.count.text() == "2 of 6 documents"
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == ["2 of 6 documents"]
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.field.text() == "" and panel.count.isHidden() and len(listed(program)) == 4


def test_where_nothing_is_found_that_is_said_with_a_way_back(program: Tospalt, qtbot: QtBot) -> None:
    type_(program, "<b>xyz</b>")
    panel = program.window.library.panel
    words = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert "No document matches “<b>xyz</b>”." in words and "0 of 6 documents" in words
    assert not program.window.library.view.isVisible()
    [button] = [each for each in panel.findChildren(QPushButton) if each.isVisible()]
    button.click()
    assert len(listed(program)) == 4 and program.window.library.view.hasFocus()


def test_down_goes_into_the_list_and_escape_there_lists_all(program: Tospalt) -> None:
    type_(program, "brev")
    panel, view = program.window.library.panel, program.window.library.view
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert view.hasFocus() and view.current_entry() is not None
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert panel.field.text() == "" and len(listed(program)) == 4 and view.hasFocus()


def current(program: Tospalt) -> str:
    entry = program.window.library.view.current_entry()
    return entry.path.name if entry is not None else ""


def open_(program: Tospalt, qtbot: QtBot, name: str) -> None:
    [entry] = [each for each in program.shelf.library if each.path.name == name]
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.documents.open_entry(entry)


def test_down_goes_to_the_first_hit_wherever_the_user_was_before(program: Tospalt, qtbot: QtBot) -> None:
    open_(program, qtbot, "innkalling.md")
    type_(program, "brev")
    QTest.keyClick(program.window.library.panel.field, Qt.Key.Key_Down)
    assert current(program) == "b2.md"


def test_down_goes_to_the_open_document_if_it_is_a_hit(program: Tospalt, qtbot: QtBot) -> None:
    open_(program, qtbot, "c3.md")
    type_(program, "brev")
    QTest.keyClick(program.window.library.panel.field, Qt.Key.Key_Down)
    assert current(program) == "c3.md"


def test_return_opens_the_first(program: Tospalt, qtbot: QtBot) -> None:
    type_(program, "brev")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        QTest.keyClick(program.window.library.panel.field, Qt.Key.Key_Return)
    assert program.document.entry is not None and program.document.entry.path.name == "b2.md"


def test_the_command_shows_a_hidden_library_and_selects_what_was_typed(program: Tospalt) -> None:
    type_(program, "brev")
    program.window.actions_["library"].trigger()
    program.window.actions_["filter"].trigger()
    panel = program.window.library.panel
    assert panel.isVisible() and panel.field.hasFocus() and panel.field.selectedText() == "brev"


def test_a_document_that_joins_shows_even_if_the_filter_would_hide_it(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    type_(program, "brev")
    path = tmp_path / "ny.txt"
    path.write_text("Havet\n\nDet blåste hele natten.", "utf-8")
    program.window.open_files([path])
    qtbot.waitUntil(lambda: "Havet" in listed(program), timeout=PATIENCE)
    assert program.window.library.panel.field.text() == ""


def test_the_filter_follows_titles_that_become_known(
    start: Callable[[], Tospalt],
    folders: Folders,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put(folders, {tmp_path / "x.md": "Havet om vinteren"})
    read, describe = Event(), descriptions._summary

    def waiting(entry: Entry, job: Job) -> tuple[descriptions.Summary | None, str]:
        read.wait()
        return describe(entry, job)

    monkeypatch.setattr(descriptions, "_summary", waiting)
    program = start()
    type_(program, "vinter")
    labels = program.window.library.panel.findChildren(QLabel)
    assert "No document matches “vinter”. Titles are still being read." in [label.text() for label in labels]
    read.set()
    qtbot.waitUntil(lambda: listed(program) == ["Havet om vinteren"], timeout=PATIENCE)


def test_the_list_keeps_a_current_document_while_it_is_filtered(program: Tospalt) -> None:
    view = program.window.library.view
    for typed in ("b", "br", "brevet", "xyz", "", "sj"):
        program.window.library.panel.field.setText(typed)
        assert view.currentIndex().isValid() == bool(view.model().rowCount())
        assert not view.selectedIndexes()  # none was marked before
