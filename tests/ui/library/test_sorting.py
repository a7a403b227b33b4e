"""The order of the list, and what survives when it changes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.library.shelves import described, listed, put
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library.model import EXAMPLE_ROLE

TITLES = ["Åpen dag", "Zebra", "Brev 10", "“Brev 9”", "ærlig", "Øvelse", "A letter"]
SORTED = ["A letter", "“Brev 9”", "Brev 10", "Zebra", "ærlig", "Øvelse", "Åpen dag"]


@pytest.fixture
def paths(folders: Folders, tmp_path: Path) -> list[Path]:
    return put(folders, {tmp_path / f"{number}.md": title for number, title in enumerate(TITLES)})


@pytest.fixture
def program(start: Callable[[], Tospalt], paths: list[Path], qtbot: QtBot) -> Tospalt:
    program = start()
    described(qtbot, program)
    return program


def sort(program: Tospalt, order: str) -> None:
    program.window.actions_[f"sort_{order}"].trigger()


def test_titles_are_sorted_as_in_norwegian_with_the_examples_last(program: Tospalt) -> None:
    assert listed(program) == TITLES
    sort(program, "title")
    assert listed(program) == SORTED
    model = program.window.library.model
    marks = [model.index(row).data(EXAMPLE_ROLE) for row in range(model.rowCount())]
    assert marks == [""] * len(TITLES) + ["example"] * len(DOCUMENTS)
    sort(program, "added")
    assert listed(program) == TITLES


def test_the_order_is_remembered_and_checked_in_the_menu(
    program: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot
) -> None:
    sort(program, "title")
    program.save()
    again = start()
    assert again.window.actions_["sort_title"].isChecked() and not again.window.actions_["sort_added"].isChecked()
    qtbot.waitUntil(lambda: listed(again) == SORTED, timeout=PATIENCE)  # as the titles become known


def test_a_language_that_is_chosen_moves_a_document(program: Tospalt, paths: list[Path], qtbot: QtBot) -> None:
    sort(program, "language")
    before = listed(program)
    program.window.library.languages_chosen.emit([program.shelf.entry_of(paths[1])], "en", "nb")
    qtbot.waitUntil(lambda: listed(program) != before, timeout=PATIENCE)
    assert listed(program)[0] == "Zebra"


def test_what_was_read_last_comes_first(program: Tospalt, paths: list[Path], qtbot: QtBot) -> None:
    sort(program, "opened")
    open_and_translate(qtbot, program, paths[3])
    assert listed(program)[0] == "“Brev 9”" and program.shelf.entry_of(paths[3]).opened > 1_700_000_000
    program.save()
    kept = json.loads((program.shelf.library.folder / "library.json").read_text())["documents"]
    assert [each["path"] for each in kept if each.get("opened")] == [str(paths[3])]


def test_who_goes_through_the_list_does_not_lose_their_place_in_it(
    program: Tospalt, paths: list[Path], qtbot: QtBot
) -> None:
    sort(program, "opened")
    view = program.window.library.view
    view.setFocus()
    area = view.visualRect(view.model().index(2, 0))
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=area.center())
    assert listed(program) == TITLES and view.currentIndex().row() == 2
    program.window.reading_view.setFocus()
    assert listed(program)[0] == "Brev 10" and view.currentIndex().row() == 0


def test_what_is_selected_and_in_view_stays_when_documents_join_go_and_are_sorted(
    start: Callable[[], Tospalt], folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = put(folders, {tmp_path / f"{number}.md": f"Brev {number:03d}" for number in range(60)})
    program = start()
    described(qtbot, program)
    view, model = program.window.library.view, program.window.library.model
    view.setFocus()
    view.select(program.shelf.entry_of(paths[30]))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = [entry.path for entry in view.selected_entries()]
    assert chosen == paths[30:32]
    top = view.visualRect(view.currentIndex()).top()
    program.shelf.take((*paths[:3], paths[40]))
    program.shelf.library.add(tmp_path / "ny.md")
    program.shelf.changed.emit()
    assert [entry.path for entry in view.selected_entries()] == chosen
    assert view.visualRect(view.currentIndex()).top() == top
    sort(program, "title")
    assert [entry.path for entry in view.selected_entries()] == chosen and model.rowCount() == 59
    entry = view.current_entry()
    assert entry is not None and entry.path == paths[31]


def test_many_scattered_changes_at_once_keep_them_too(
    start: Callable[[], Tospalt], folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = put(folders, {tmp_path / f"{number}.md": f"Brev {number:03d}" for number in range(40)})
    program = start()
    described(qtbot, program)
    view = program.window.library.view
    view.setFocus()
    view.select(program.shelf.entry_of(paths[21]))
    program.shelf.take(paths[::2])
    assert [entry.path for entry in view.selected_entries()] == [paths[21]] and len(listed(program)) == 20
