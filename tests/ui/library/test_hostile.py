"""Libraries that no one meant to have: the window can be used, and nothing in them is lost."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.library import Entry
from reader.settings import Settings
from reader.settings_file import SettingsFile
from tests.ui.library.shelves import BODY
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library import naming
from ui.library.model import DETAIL_ROLE

NAMES = ["linje\nskift.txt", "snudd\u202etxt.exe", "halv\udce6.txt", "<b>fet & co.txt", "a" * 200 + ".txt", " .txt"]
TITLES = ["x" * 10_000, "to\nlinjer\x00\u2028her", "\u202esnudd", "\ud800", "<img src=x>", 17, None, [], "  "]
VALUES: dict[str, list[Any]] = {
    "title": TITLES,
    "opened": [-1, 10**30, "i går", None, 1.5, True],
    "translated": [2, -3, "alt", None, True, 1e308],
}


@pytest.fixture
def write(folders: Folders) -> Callable[[list[Any]], bytes]:
    """Writes a library of these entries; gives the bytes of its file."""

    def write(documents: list[Any]) -> bytes:
        data = json.dumps({"documents": documents, "later": {"kept": True}}).encode()
        (folders.data / "library.json").write_bytes(data)
        return data

    return write


def use(program: Tospalt) -> None:
    """Filter, sort, and look at every row as drawn and as read out."""
    view, field = program.window.library.view, program.window.library.panel.field
    for order in ("title", "opened", "language", "added"):
        program.window.actions_[f"sort_{order}"].trigger()
    for typed in ("x", "<b>", "\u202e", "ø", ""):
        field.setText(typed)
    for row in range(min(view.model().rowCount(), 60)):
        view.setCurrentIndex(view.model().index(row, 0))
        view.viewport().grab()
    interface = QAccessible.queryAccessibleInterface(view)
    names = [interface.child(row).text(QAccessible.Text.Name) for row in range(min(interface.childCount(), 60))]
    assert all(name.strip() and name.isprintable() and len(name) < 800 for name in names)


@pytest.mark.skipif(os.name != "posix", reason="other systems do not have such names")
def test_files_of_any_name_are_listed_on_one_line_each(
    start: Callable[[], Tospalt], write: Callable[[list[Any]], bytes], tmp_path: Path, qtbot: QtBot
) -> None:
    for name in NAMES:
        (tmp_path / name).write_text(BODY, "utf-8")
    write([{"path": str(tmp_path / name), "source": "", "target": ""} for name in NAMES])
    program = start()
    qtbot.waitUntil(lambda: bool(program.window.library.model.index(0).data(DETAIL_ROLE)), timeout=PATIENCE)
    assert program.window.library.model.rowCount() == len(NAMES) + 2
    use(program)


def test_titles_and_numbers_of_any_kind_neither_stop_the_window_nor_get_lost(
    start: Callable[[], Tospalt], write: Callable[[list[Any]], bytes], folders: Folders, tmp_path: Path
) -> None:
    odd = [(name, value) for name, values in VALUES.items() for value in values]
    paths = [tmp_path / f"{number}.txt" for number in range(len(odd))]
    documents = [
        {"path": str(path), "source": "", "target": "", name: value}
        for path, (name, value) in zip(paths, odd, strict=True)
    ]
    write(documents)
    program = start()
    use(program)
    program.shelf.choose_languages(program.shelf.entry_of(paths[0]), "nb", "en")
    program.save()
    kept = json.loads((folders.data / "library.json").read_text())
    assert kept["later"] == {"kept": True}
    assert [each.get("title") for each in kept["documents"][1 : len(TITLES)]] == TITLES[1:]


def test_ten_thousand_documents_can_be_filtered_and_gone_through(
    start: Callable[[], Tospalt], write: Callable[[list[Any]], bytes], tmp_path: Path, qtbot: QtBot
) -> None:
    write([{"path": str(tmp_path / f"brev {number}.txt"), "source": "", "target": ""} for number in range(10_000)])
    program = start()
    view, panel = program.window.library.view, program.window.library.panel
    QTest.keyClicks(panel.field, "9999")
    qtbot.waitUntil(lambda: view.model().rowCount() == 1, timeout=PATIENCE)
    assert panel.count.text() == "1 of 10,002 documents"
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.model().rowCount() == 10_002, timeout=PATIENCE)
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 10_001


def test_they_are_sorted_from_the_start(
    start: Callable[[], Tospalt], write: Callable[[list[Any]], bytes], folders: Folders, tmp_path: Path
) -> None:
    numbers = [(7919 * number) % 10_000 for number in range(10_000)]
    write([{"path": str(tmp_path / f"brev {number}.txt"), "source": "", "target": ""} for number in numbers])
    SettingsFile(folders.config / "settings.json").save(Settings(library_order="title"))
    model = start().window.library.model
    assert [model.index(row).data() for row in (0, 10, 9999)] == ["brev 0", "brev 10", "brev 9999"]


def test_a_damaged_library_is_kept_and_the_window_begins_with_the_examples(
    start: Callable[[], Tospalt], write: Callable[[list[Any]], bytes], folders: Folders, tmp_path: Path
) -> None:
    data = write([{"path": str(tmp_path / "brev.txt"), "title": "Mitt"}])[:-9]
    (folders.data / "library.json").write_bytes(data)
    program = start()
    use(program)
    assert program.window.library.model.rowCount() == 2
    assert (folders.data / "library.damaged.json").read_bytes() == data


def test_thousands_of_one_title_are_drawn_as_fast_as_others(
    start: Callable[[], Tospalt], write: Callable[[list[Any]], bytes], tmp_path: Path
) -> None:
    names = [tmp_path / str(number % 7) / "brev.txt" for number in range(3000)]
    write([{"path": str(path.with_stem(f"brev {n // 7}")), "title": "Likt"} for n, path in enumerate(names)])
    program = start()
    counted, ends = 0, naming._ends

    def counting(path: Path) -> list[str]:
        nonlocal counted
        counted += 1
        return ends(path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ui.library.naming._ends", counting)
        program.window.library.view.viewport().grab()
    assert 0 < counted < 500


def test_a_document_is_named_on_one_line_that_turns_nothing_around(program: Tospalt, tmp_path: Path) -> None:
    assert program.shelf.name_of(Entry(tmp_path / "linje\nskift\u202egnp.txt")) == "linje skiftgnp.txt"
