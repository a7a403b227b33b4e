"""What another window keeps for the document that is open in both: notes, bookmarks, columns, a human translation."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.parallel import Column
from tests.ui.documents import ENGLISH, NORWEGIAN, open_and_translate, text_of
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.places import Place
from ui.session import kept_elsewhere
from ui.session.chosen_columns import TRANSLATION
from ui.session.columns import BACK, NOTES, REFERENCE

WORDS, OTHERS = "Spør kilden om dette.", "Sjekk tallet."


@pytest.fixture(autouse=True)
def looks_are_frequent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_elsewhere, "_OFTEN_MS", 50)


@pytest.fixture
def path() -> Path:
    return NORWEGIAN


@pytest.fixture
def second(opened: Tospalt, start: Callable[[], Tospalt], qtbot: QtBot, path: Path) -> Tospalt:
    """Another window with the same document."""
    second = start()
    open_and_translate(qtbot, second, path)
    qtbot.waitUntil(lambda: not second.translation.linking, timeout=PATIENCE)
    return second


def write(program: Tospalt, row: int, words: str) -> None:
    place = program.notes.place(row, None)
    assert place is not None
    program.notes.write(place, words)


def soon(qtbot: QtBot, program: Tospalt, so: Callable[[Tospalt], bool]) -> None:
    qtbot.waitUntil(lambda: so(program), timeout=PATIENCE)


def noted(program: Tospalt) -> list[str]:
    return [each.annotation.text for each in program.notes.placed]


def test_notes_and_bookmarks_of_both_are_seen_in_both_and_none_is_lost(
    opened: Tospalt, second: Tospalt, qtbot: QtBot
) -> None:
    write(opened, 1, WORDS)
    write(second, 2, OTHERS)
    opened.notes.toggle_bookmark(3)
    for program in (opened, second):
        soon(qtbot, program, lambda each: noted(each) == [WORDS, OTHERS, ""])
    write(second, 1, "")
    qtbot.waitUntil(lambda: noted(opened) == [OTHERS, ""], timeout=PATIENCE)
    qtbot.waitUntil(lambda: not opened.document.arriving, timeout=PATIENCE)
    version = text_of(opened).rows[1].version(Column.NOTES)
    assert version is None or version.text == ""


def test_a_note_that_both_change_at_once_is_kept_in_both_versions_and_not_removed_unseen(
    opened: Tospalt, second: Tospalt, qtbot: QtBot
) -> None:
    write(opened, 1, WORDS)
    for program in (opened, second):
        soon(qtbot, program, lambda each: noted(each) == [WORDS])
    begun, also = opened.notes.place(1, None), opened.notes.place(1, None)
    assert begun is not None and also is not None
    write(second, 1, OTHERS)
    second.pools.edits.flush(PATIENCE / 1000)
    with qtbot.waitSignal(opened.notes.notice, timeout=PATIENCE) as told:
        opened.notes.write(begun, "Mitt.")
    assert "Both versions" in told.args[0]
    for program in (opened, second):
        soon(qtbot, program, lambda each: sorted(noted(each)) == ["Mitt.", OTHERS])
    with qtbot.waitSignal(opened.notes.notice, timeout=PATIENCE) as told:
        opened.notes.write(also, "")
    assert "left as it is" in told.args[0] and sorted(noted(opened)) == ["Mitt.", OTHERS]


def test_columns_shown_or_hidden_in_both_at_once_are_so_in_both_each_in_its_order(
    opened: Tospalt, second: Tospalt, qtbot: QtBot
) -> None:
    second.columns.move(Column.TRANSLATION, -1)
    second.pools.edits.flush(PATIENCE / 1000)
    opened.columns.toggle(BACK)
    second.columns.toggle(NOTES)
    three = {Column.ORIGINAL, Column.TRANSLATION, Column.BACK, Column.NOTES}
    for program in (opened, second):
        soon(qtbot, program, lambda each: set(each.columns.shown) == three)
    assert opened.columns.shown.index(Column.ORIGINAL) < opened.columns.shown.index(Column.TRANSLATION)
    assert second.columns.shown.index(Column.ORIGINAL) > second.columns.shown.index(Column.TRANSLATION)
    opened.columns.toggle(TRANSLATION)
    qtbot.waitUntil(lambda: set(second.columns.shown) == three - {Column.TRANSLATION}, timeout=PATIENCE)


def test_a_human_translation_and_its_links_are_seen_in_the_other_window(
    opened: Tospalt, second: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    opened.columns.compare_with(ENGLISH)
    for program in (opened, second):
        soon(qtbot, program, lambda each: each.reference.ready and not each.document.arriving)
    assert second.reference.path == ENGLISH and second.columns.shows(REFERENCE)
    row = next(n for n, row in enumerate(text_of(opened).rows) if len(row.sentences) > 1 < len(row.reference_pairs))
    opened.window.reading_view.move_caret(Place(row, Column.REFERENCE, 0))
    before = text_of(second).rows[row].reference_pairs
    laid: list[object] = []
    seen: list[object] = []
    opened.reference.laid.connect(lambda: laid.append(None))
    opened._beside_text._elsewhere.changed.connect(seen.append)
    opened.window.actions_["link_join"].trigger()
    qtbot.waitUntil(lambda: text_of(second).rows[row].reference_pairs != before, timeout=PATIENCE)
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE)
    write(opened, 0, WORDS)
    qtbot.waitUntil(lambda: noted(second) == [WORDS], timeout=PATIENCE)
    assert not laid  # what a window has kept itself it does not lay again
    other = tmp_path / "other.txt"
    other.write_bytes(ENGLISH.read_bytes())
    opened.columns.compare_with(other)
    qtbot.waitUntil(lambda: second.reference.path == other and second.reference.ready, timeout=PATIENCE)
    soon(qtbot, second, lambda each: not each.document.arriving and bool(text_of(each).rows[row].reference))


def test_what_is_kept_elsewhere_while_the_memory_cannot_be_read_is_seen_once_it_can(
    opened: Tospalt, second: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(opened, 1, WORDS)
    soon(qtbot, second, lambda each: noted(each) == [WORDS])
    asked = list[str]()
    with monkeypatch.context() as patch:
        patch.setattr(second.memory, "values_of", lambda _, kind: asked.append(kind))
        write(opened, 2, OTHERS)
        opened.columns.toggle(BACK)
        qtbot.waitUntil(lambda: {"note", "columns"} <= set(asked), timeout=PATIENCE)
        for _ in range(4):  # each has read in vain
            with qtbot.waitSignal(second._beside_text.kept.unread, timeout=PATIENCE):
                pass
        assert noted(second) == [WORDS] and Column.BACK not in second.columns.shown
    soon(qtbot, second, lambda each: noted(each) == [WORDS, OTHERS] and Column.BACK in each.columns.shown)


def hand_made(program: Tospalt) -> int:
    return len(program.reference._links)


def change_links(program: Tospalt, row: int, command: str) -> None:
    program.window.reading_view.move_caret(Place(row, Column.REFERENCE, 0))
    program.window.actions_[command].trigger()


def test_links_moved_in_both_at_once_are_so_in_both_and_each_undoes_its_own(
    opened: Tospalt, second: Tospalt, qtbot: QtBot
) -> None:
    both = opened, second
    opened.columns.compare_with(ENGLISH)
    for program in both:
        soon(qtbot, program, lambda each: each.reference.ready and not each.document.arriving)
    rows = [n for n, row in enumerate(text_of(opened).rows) if len(row.sentences) > 1 < len(row.reference_pairs)]
    before = [row.reference_pairs for row in text_of(opened).rows]

    def joined(program: Tospalt) -> list[int]:
        """The rows whose sentences are linked otherwise than at first."""
        now = [row.reference_pairs for row in text_of(program).rows]
        return [n for n, (old, pairs) in enumerate(zip(before, now, strict=True)) if old != pairs]

    change_links(opened, rows[0], "link_join")
    change_links(second, rows[-1], "link_join")
    for program in both:
        soon(qtbot, program, lambda each: joined(each) == [rows[0], rows[-1]] and hand_made(each) == 2)
    opened.window.actions_["undo"].trigger()
    for program in both:
        soon(qtbot, program, lambda each: joined(each) == [rows[-1]] and hand_made(each) == 1)
    told: list[str] = []
    opened.reference.notice.connect(told.append)
    second.reference.notice.connect(told.append)
    change_links(opened, rows[0], "link_join")
    change_links(second, rows[0], "link_take")
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert all("have been linked otherwise in another window" in each for each in told)
