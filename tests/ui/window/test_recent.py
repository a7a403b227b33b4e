"""The menu of the documents opened last."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.ui.patience import PATIENCE
from ui.app import Tospalt


def _opened(program: Tospalt, path: Path, when: int) -> None:
    program.shelf.library.mark_opened(program.shelf.library.add(path), when)


def _items(program: Tospalt) -> list[QAction]:
    """What the menu shows, once the one that it is in has been opened."""
    files = next(menu for menu in program.window.menuBar().findChildren(QMenu) if menu.title() == "&File")
    files.aboutToShow.emit()
    return program.window.recent.menu.actions()


def _names(program: Tospalt) -> list[str]:
    return [item.text().split("  ", 1)[1] for item in _items(program)]


def test_before_anything_was_opened_there_is_nothing_to_choose(program: Tospalt, tmp_path: Path) -> None:
    program.shelf.library.add(tmp_path / "never.txt")
    assert _items(program) == [] and not program.window.recent.menu.menuAction().isEnabled()


def test_the_ten_opened_last_are_shown_the_last_first_with_a_number_each(program: Tospalt, tmp_path: Path) -> None:
    for number in range(1, 13):
        _opened(program, tmp_path / f"{number}.txt", number)
    assert _names(program) == [str(number) for number in range(12, 2, -1)]
    assert [item.text()[:3].strip() for item in _items(program)] == [*(f"&{n}" for n in range(1, 10)), "1&0"]


def test_a_chosen_one_is_opened(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    _opened(program, path, 1)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        _items(program)[0].trigger()
    assert program.document.entry is not None and program.document.entry.path == path


def test_one_that_is_removed_is_gone_and_one_that_is_missing_cannot_be_chosen(program: Tospalt, tmp_path: Path) -> None:
    for number, name in enumerate(("a.txt", "b.txt")):
        _opened(program, tmp_path / name, number + 1)
    program.shelf.set_missing(program.shelf.entry_of(tmp_path / "a.txt"), True)
    assert _names(program) == ["b", "a (missing)"]
    assert [item.isEnabled() for item in _items(program)] == [True, False]
    program.shelf.library.remove(program.shelf.entry_of(tmp_path / "b.txt"))
    assert _names(program) == ["a (missing)"]


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Q&A.txt", "Q&&A"), ("two\nlines.txt", "two lines"), ("a\u202etxt.exe", "atxt")],
)
def test_odd_names_are_shown_as_they_are_on_one_line(program: Tospalt, tmp_path: Path, name: str, shown: str) -> None:
    _opened(program, tmp_path / name, 1)
    assert _names(program) == [shown]


def test_of_a_long_name_the_middle_is_left_out(program: Tospalt, tmp_path: Path) -> None:
    _opened(program, tmp_path / ("x" * 170 + "y" * 30 + ".txt"), 3)
    [long] = _names(program)
    assert "…" in long and long.endswith("y") and len(long) < 120


def test_documents_of_one_title_are_told_apart_as_in_the_list_and_in_the_title_bar(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("en/a.md", "to/a.md", "to/b.md", "x/to/b.md", "en/alone.md")]
    for number, path in enumerate(paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Alene\n\nHei." if path.stem == "alone" else "# Notat\n\nHei.", "utf-8")
        _opened(program, path, 10 - number)
    program.shelf.changed.emit()
    qtbot.waitUntil(lambda: not program.shelf.describing, timeout=PATIENCE)
    told = [f"Notat – {name}" for name in ("en/a.md", "to/a.md", f"{tmp_path.name}/to/b.md", "x/to/b.md")]
    assert [item.toolTip() for item in _items(program)] == [*told, "Alene"]
    assert {program.shelf.called(entry) for entry in program.window.library.model.ordered()} >= {*told, "Alene"}
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.documents.open_entry(program.shelf.entry_of(paths[0]))
    assert program.window.windowTitle() == "Notat – en/a.md – Tospalt"
