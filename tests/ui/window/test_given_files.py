"""What is given to the window at once: all of it is opened, in its order, whatever one of the paths is."""

from collections import Counter
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.samples import crossed
from tests.ui.patience import PATIENCE
from ui.app import Tospalt

IMPOSSIBLE = ["long" * 100, "a/" * 5000, "a\0b"]


def own(program: Tospalt) -> list[str]:
    return [entry.path.name for entry in program.shelf.library if not entry.bundled]


def letters(folder: Path, count: int) -> list[Path]:
    paths = [folder / f"brev {number}.txt" for number in range(count)]
    for path in paths:
        path.write_text("Dette er en ganske kort tekst på norsk.", "utf-8")
    return paths


@pytest.mark.parametrize(("name", "count"), crossed(IMPOSSIBLE, [2, 20]), ids=lambda value: str(value)[:9])
def test_a_name_that_no_file_can_have_does_not_keep_others_from_being_opened(
    name: str, count: int, program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = letters(tmp_path, count)
    program.window.open_files([*paths[:1], tmp_path / name, *paths[1:]])
    qtbot.waitUntil(lambda: own(program) == [path.name for path in paths], timeout=PATIENCE)
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)
    assert program.document.entry is not None and program.document.entry.path == paths[0]
    qtbot.waitUntil(lambda: program.window.notices.message != "", timeout=PATIENCE)


def test_such_a_name_alone_gets_a_sentence(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([tmp_path / ("long" * 100)])
    assert program.window.page.heading and "Something went wrong" not in program.window.notices.message


def test_many_files_and_what_is_given_after_them_join_in_their_order(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = letters(tmp_path, 120)
    program.window.open_files(paths[1:])
    program.window.open_files(paths[:1])
    qtbot.waitUntil(lambda: len(own(program)) == len(paths), timeout=PATIENCE)
    entry = program.document.entry
    assert entry is not None and entry.path == paths[0]
    assert [name for name in own(program) if name != paths[0].name] == [path.name for path in paths[1:]]


def test_a_new_window_goes_on_with_what_the_old_one_was_given(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    paths, old = letters(tmp_path, 120), program.window
    program.preferences.change(interface_language="nb")
    old.open_files(paths)
    qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    qtbot.waitUntil(lambda: own(program) == [path.name for path in paths], timeout=PATIENCE)
    assert program.document.entry is not None and program.document.entry.path == paths[0]


@pytest.mark.parametrize("count", [1, 2])
def test_the_first_that_can_be_read_is_opened_and_those_before_it_get_a_sentence_each(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, count: int
) -> None:
    empty, paths = [tmp_path / f"tom {number}.txt" for number in range(count)], letters(tmp_path, 2)
    for path in empty:
        path.write_bytes(b"")
    program.window.open_files([*empty, *paths])
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)
    qtbot.waitUntil(lambda: own(program) == [path.name for path in paths], timeout=PATIENCE)
    entry = program.document.entry
    assert entry is not None and entry.path == paths[0] and program.window.reading_view.isVisible()
    told = [notice.message for notice in program.window.notices._waiting]
    assert sorted(told) == [f"“{path}” is empty." for path in empty]


def test_if_none_can_be_read_the_page_says_so_of_the_first_and_the_bar_of_the_others(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    empty = [tmp_path / f"tom {number}.txt" for number in range(3)]
    for path in empty:
        path.write_bytes(b"")
    program.window.open_files(empty)
    qtbot.waitUntil(lambda: program.window.page.heading == "There is no text in “tom 0”", timeout=PATIENCE)
    qtbot.waitUntil(lambda: not program.shelf.is_joining(empty[0]), timeout=PATIENCE)
    told = [notice.message for notice in program.window.notices._waiting]
    assert sorted(told) == [f"“{path}” is empty." for path in empty[1:]] and own(program) == []
    empty[0].write_text("Nå er det noe her.", "utf-8")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        next(each for each in program.window.page.buttons if each.text() == "Try again").click()


def test_what_the_user_opens_meanwhile_is_not_replaced_when_it_cannot_be_read(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    [path] = letters(tmp_path, 1)
    gone = program.shelf.library.add(tmp_path / "borte.txt")
    program.window.open_files([tmp_path / "tom.txt", path])
    program.window.documents.open_entry(gone)
    qtbot.waitUntil(lambda: "“borte”" in program.window.page.heading, timeout=PATIENCE)
    qtbot.waitUntil(lambda: path.name in own(program), timeout=PATIENCE)
    assert program.document.entry is not None and program.document.entry.path == gone.path


def test_of_many_that_cannot_be_read_each_is_not_told_again_and_again(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(program.window.notices, "say", lambda message, *_, **__: said.append(message))
    empty, [path] = [tmp_path / f"tom {number}.txt" for number in range(8)], letters(tmp_path, 1)
    for each in empty:
        each.write_bytes(b"")
    program.window.open_files([*empty, path])
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)
    assert {*said} == {f"“{each}” is empty." for each in empty}
    assert max(Counter(said).values()) <= 2  # also as one that does not join the library
    said.clear()
    program.window.open_files(empty)
    qtbot.waitUntil(lambda: program.window.page.heading == "There is no text in “tom 0”", timeout=PATIENCE)
    qtbot.waitUntil(lambda: {*said} >= {f"“{each}” is empty." for each in empty[1:]}, timeout=PATIENCE)
    assert max(Counter(said).values()) <= 2


def test_what_could_not_be_read_is_told_too_if_the_user_opens_something_else_meanwhile(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    empty, paths = tmp_path / "tom.txt", letters(tmp_path, 3)
    empty.write_bytes(b"")

    def open_another(*_: object) -> None:  # after the window has begun to open the next
        program.document.unreadable.disconnect(open_another)
        program.window.documents.open_entry(program.shelf.entry_of(paths[2]))

    program.document.unreadable.connect(open_another)
    program.window.open_files([empty, *paths[:2]])
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)
    assert program.document.entry is not None and program.document.entry.path == paths[2]
    assert f"“{empty}” is empty." in [notice.message for notice in program.window.notices._waiting]


def test_what_was_given_long_ago_is_not_opened_instead_of_a_document_that_cannot_be_read(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    empty, paths = tmp_path / "tom.txt", letters(tmp_path, 2)
    empty.write_bytes(b"")
    program.window.open_files([empty, paths[0]])
    program.window.documents.open_entry(program.shelf.library.add(tmp_path / "borte.txt"))
    qtbot.waitUntil(lambda: "“borte”" in program.window.page.heading, timeout=PATIENCE)
    program.window.documents.open_entry(program.shelf.entry_of(empty))
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        pass
    assert program.document.entry is not None and program.document.entry.path == empty
