"""What of the list is in view, whatever joins it and however it is sorted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.documents import open_and_translate
from tests.ui.library.shelves import BODY, described, put
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt


def turn_wheel(program: Tospalt, steps: int) -> None:
    """Turn the wheel over the list towards its end."""
    viewport = program.window.library.view.viewport()
    at, none = QPointF(20, 20), Qt.MouseButton.NoButton
    turned = QPoint(0, -120 * steps)
    event = QWheelEvent(
        at,
        viewport.mapToGlobal(at),
        QPoint(),
        turned,
        none,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def at_top(program: Tospalt) -> tuple[str, int]:
    """The title at the top of the list, and how much of its row is scrolled past."""
    view = program.window.library.view
    index = view.indexAt(QPoint(0, 0))
    return str(index.data()), view.visualRect(index).top()


def in_view(program: Tospalt, path: Path) -> bool:
    view, model = program.window.library.view, program.window.library.model
    index = model.index(model.row_of(program.shelf.entry_of(path)))
    return view.viewport().rect().contains(view.visualRect(index))


def join(program: Tospalt, path: Path) -> None:
    path.write_text(f"# Nytt\n\n{BODY}\n", "utf-8")
    program.shelf.library.add(path)
    program.shelf.changed.emit()


def test_who_reads_the_list_elsewhere_stays_there_when_a_document_joins(
    start: Callable[[], Tospalt], folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = put(folders, {tmp_path / f"{number}.md": f"Brev {number:03d}" for number in range(60)})
    program = start()
    open_and_translate(qtbot, program, paths[2])
    described(qtbot, program)
    assert in_view(program, paths[2])
    turn_wheel(program, 20)
    before = at_top(program)
    assert not in_view(program, paths[2])
    join(program, tmp_path / "ny.md")
    assert at_top(program) == before
    assert program.window.library.view.selected_entries() == [program.document.entry]
    program.window.open_files([paths[1]])
    assert in_view(program, paths[1])


def test_a_document_that_is_read_again_moves_no_list(
    start: Callable[[], Tospalt], folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = put(folders, {tmp_path / f"{number}.md": f"Brev {number:03d}" for number in range(60)})
    program = start()
    open_and_translate(qtbot, program, paths[2])
    described(qtbot, program)
    turn_wheel(program, 20)
    before = at_top(program)
    program.document.open(program.shelf.entry_of(paths[2]))
    assert at_top(program) == before


def test_the_open_document_stays_in_view_when_the_list_is_sorted_by_titles_that_are_read_later(
    start: Callable[[], Tospalt], folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    titles = {tmp_path / f"{number:03d}.md": f"Brev {number:03d}" for number in range(80)}
    paths = put(folders, {**titles, tmp_path / "001.md": "Å"})
    program = start()
    open_and_translate(qtbot, program, paths[1])
    described(qtbot, program)
    program.window.library.model.sort_by("title")
    assert program.window.library.model.open_row > 70 and in_view(program, paths[1])
    turn_wheel(program, -20)
    before = at_top(program)
    join(program, tmp_path / "ny.md")
    described(qtbot, program)
    assert at_top(program) == before


@pytest.mark.parametrize("order", ["added", "title"])
@pytest.mark.parametrize("how", ["files", "folder"])
def test_the_first_of_many_documents_that_the_user_adds_is_seen_without_taking_the_focus(
    how: str, order: str, start: Callable[[], Tospalt], folders: Folders, tmp_path: Path, qtbot: QtBot
) -> None:
    paths = put(folders, {tmp_path / f"{number}.md": f"Brev {number:03d}" for number in range(60)})
    program = start()
    program.window.library.model.sort_by(order)
    open_and_translate(qtbot, program, paths[2])
    described(qtbot, program)
    turn_wheel(program, 20)
    new = [tmp_path / "nye" / f"{number:02d}.md" for number in range(30)]
    new[0].parent.mkdir()
    for number, path in enumerate(new):
        path.write_text(f"# {'AØ'[number % 2]}r {number:02d}\n\n{BODY}\n", "utf-8")
    program.window.reading_view.setFocus()
    program.window.open_files(new if how == "files" else [new[0].parent])
    qtbot.waitUntil(lambda: program.window.library.model.total == 92, timeout=PATIENCE)
    described(qtbot, program)
    first = new[0]
    qtbot.waitUntil(lambda: in_view(program, first), timeout=PATIENCE)
    opened = new[0] if how == "files" else paths[2]
    assert program.document.entry is not None and program.document.entry.path == opened
    assert program.window.library.view.current_entry() == program.document.entry
    assert not program.window.library.view.hasFocus()
