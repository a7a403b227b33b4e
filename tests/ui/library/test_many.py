"""A library of thousands of documents: the work per document stays the same, and the window responds."""

import json
import os
from collections.abc import Callable
from pathlib import Path, PurePath
from threading import Event
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.library import Entry, Library
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.library import descriptions
from ui.library.model import DETAIL_ROLE, LibraryModel
from ui.library.shelf import Shelf, Summary
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.jobs import Job, Pool


def listed(folder: Path, count: int, *, there: bool = False) -> list[Path]:
    """A library file of `count` documents, the first on top."""
    paths = [folder / f"{number}.txt" for number in range(count)]
    for path in paths if there else ():
        path.write_text(f"Dette er brev {path.stem}, og det er kort.", "utf-8")
    documents = [{"path": str(path), "source": "", "target": ""} for path in paths]
    (folder / "library.json").write_text(json.dumps({"documents": documents}), "utf-8")
    return paths


def comparisons(folder: Path, count: int) -> int:
    """How many paths are compared to list, find, change, add and remove documents among `count`."""
    counted = 0
    compare = PurePath.__eq__

    def counting(self: PurePath, other: object) -> bool:
        nonlocal counted
        counted += 1
        return compare(self, other)

    paths = listed(folder, count)
    pool, pools = Pool("none", 1), DiskPools()
    pool.close()  # so that it starts nothing
    pools.stop()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PurePath, "__eq__", counting)
        shelf = Shelf(Library(folder / "library.json"), pools, pool)
        model = LibraryModel(shelf)
        for row, path in enumerate(paths):
            assert model.row_of(Entry(Path(path))) == row
            shelf.described.emit(shelf.entry_of(Path(path)), None)
        model.refresh()
        library = shelf.library
        for path in (paths[0], paths[-1]):
            library.keep_position(library.choose_languages(Entry(Path(path)), "nb", "en"), 3, 0.5)
        library.remove(library.add(folder / "new.txt"))
    return counted


def test_the_work_for_each_document_does_not_grow_with_their_number(tmp_path: Path, qapp: object) -> None:
    for count in (200, 400):
        assert comparisons(tmp_path, count) <= 20 * count


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Documents are not read until this is set."""
    go_on = Event()
    describe = descriptions._summary

    def waiting(entry: Entry, job: Job) -> tuple[Summary | None, str]:
        go_on.wait()
        return describe(entry, job)

    monkeypatch.setattr(descriptions, "_summary", waiting)
    return go_on


def test_documents_are_described_a_few_at_a_time_and_all_in_the_end(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(folders.data, 100, there=True)
    begun: list[int] = []
    describe = descriptions._descriptions

    def counting(entries: list[Entry], job: Job) -> list[tuple[Entry, Summary | None, str]]:
        begun.append(len(entries))
        return describe(entries, job)

    monkeypatch.setattr(descriptions, "_descriptions", counting)
    program = start()
    model = program.window.library.model
    signals: list[None] = []
    model.dataChanged.connect(lambda *_: signals.append(None))
    qtbot.waitUntil(
        lambda: all(model.index(row).data(DETAIL_ROLE) for row in range(model.rowCount())), timeout=PATIENCE
    )
    assert {model.index(row).data(DETAIL_ROLE) for row in range(100)} == {"8 words"}
    assert max(begun) <= 32
    qtbot.waitUntil(lambda: not model._gather.isActive(), timeout=PATIENCE)
    assert 1 <= len(signals) <= len(begun)


def test_what_is_looked_at_is_read_before_what_is_not(tmp_path: Path, qapp: object, qtbot: QtBot, held: Event) -> None:
    listed(tmp_path, 100, there=True)
    pool, pools = Pool("edits", 1), DiskPools()
    shelf = Shelf(Library(tmp_path / "library.json"), pools, pool)
    order: list[str] = []
    shelf.described.connect(lambda entry, _: order.append(entry.path.stem))
    model = LibraryModel(shelf)
    model.index(90).data(DETAIL_ROLE)
    model.index(80).data(DETAIL_ROLE)
    shelf.add(tmp_path / "new.txt")
    (tmp_path / "new.txt").write_text("Dette er et nytt brev.", "utf-8")
    held.set()
    qtbot.waitUntil(lambda: len(order) == 103, timeout=PATIENCE)
    pool.close()
    pools.stop()
    pools.finish()
    behind = [name for name in order if name in ("new", "80", "90", "70")]
    assert behind == ["new", "80", "90", "70"]


def test_the_window_closes_at_once_while_thousands_are_still_to_be_described(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(folders.data, 2000)
    read: list[Path] = []
    begun, closing = Event(), Event()
    stop = Pool.stop

    def reading(entry: Entry, _job: Job) -> tuple[None, str]:
        read.append(entry.path)
        begun.set()
        closing.wait()
        return None, "borte"

    def stop_and_let_go(self: Pool) -> None:
        stop(self)
        closing.set()

    monkeypatch.setattr(descriptions, "_summary", reading)
    monkeypatch.setattr(Pool, "stop", stop_and_let_go)
    program = start()
    qtbot.waitUntil(begun.is_set, timeout=PATIENCE)
    program.close()
    assert len(read) == 1


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_pipe_that_is_dropped_gets_one_sentence_and_is_not_waited_for(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "første", tmp_path / "andre"
    for path in (first, second):
        os.mkfifo(path)
    program.window.open_files([first, second])
    hint = f"“{first}” is not an ordinary file."
    qtbot.waitUntil(lambda: hint in program.window.page.hint, timeout=PATIENCE)
    assert program.window.notices.message == f"“{second}” is not an ordinary file."
    assert not [entry for entry in program.shelf.library if not entry.bundled]


def test_the_list_keeps_what_is_known_when_the_window_is_built_anew(
    program: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = program.window.library.model
    qtbot.waitUntil(lambda: all(model.index(row).data(DETAIL_ROLE) for row in range(2)), timeout=PATIENCE)
    again: list[object] = []
    monkeypatch.setattr(descriptions, "_descriptions", lambda *_: again.append(None))
    anew = LibraryModel(program.shelf)
    assert [anew.index(row).data() for row in range(2)] == [model.index(row).data() for row in range(2)]
    assert all(anew.index(row).data(DETAIL_ROLE) for row in range(2))
    assert again == []


def test_the_languages_of_many_are_changed_and_undone_with_the_list_sorted_once(
    start: Callable[[], Tospalt], folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(folders.data, 50)
    program = start()
    model = program.window.library.model
    model.sort_by("opened")
    program.window.setFocus()
    own = [entry for entry in program.shelf.library if not entry.bundled]
    sorted_: list[None] = []
    model.arranged.connect(lambda: sorted_.append(None))
    program.window.library.languages_chosen.emit(own, "nb", "en")
    program.shelf.complete()  # on a slow machine some of them wait
    assert all(program.shelf.entry_of(entry.path).source == "nb" for entry in own) and len(sorted_) <= 1
    program.undo.undo()
    program.shelf.complete()
    assert not any(program.shelf.entry_of(entry.path).source for entry in own) and len(sorted_) <= 2


def test_typing_in_the_list_goes_to_a_title_without_asking_for_all(
    start: Callable[[], Tospalt], folders: Folders, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed(folders.data, 50)
    program = start()
    view, model = program.window.library.view, program.window.library.model
    view.go_to(0)
    asked: list[int] = []
    data = LibraryModel.data

    def counted(model: LibraryModel, *args: Any) -> object:
        asked.append(1)
        return data(model, *args)

    monkeypatch.setattr(LibraryModel, "data", counted)
    for sign in "48":
        view.keyboardSearch(sign)
    entry = view.current_entry()
    assert entry is not None and entry.path.stem == "48" and len(asked) < 40
    monkeypatch.setattr(QApplication, "keyboardInputInterval", lambda: -1)
    view.keyboardSearch("9")
    view.keyboardSearch("1")
    view.keyboardSearch("1")  # on from there
    entry = view.current_entry()
    assert entry is not None and entry.path.stem == "11" and model.row_of(entry) == 11
