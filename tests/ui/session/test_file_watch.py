"""The open document whose file another program changes, removes or is still writing."""

import os
import random
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.drafts import Drafts
from reader.files import Stamp, stamp_of
from reader.parallel import State
from reader.paths import DRAFTS_FOLDER
from tests.ui.documents import text_of
from tests.ui.editing.sentence import EDIT, SENTENCE, TEXT, begin, said, save
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.reading.places import Place
from ui.session import file_watch
from ui.toolkit.jobs import Job

NEW = "Katten sover i hagen."
LOST = f"(“{SENTENCE}”) has changed or is no longer in the file. What you typed was kept."


@pytest.fixture(autouse=True)
def files_are_quiet_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_watch, "_QUIET_MS", 20)
    monkeypatch.setattr(file_watch, "_BUSY_MS", 20)
    monkeypatch.setattr(file_watch, "_PATIENCE_MS", 200)


@pytest.fixture
def writing(opened: Tospalt) -> Iterator[Event]:
    """The memory is written to once this is set: its disk is full, or another program has it."""
    free = Event()
    opened.pools.edits.start(Job(lambda _: free.wait()))
    yield free
    free.set()


def _write(path: Path, text: str) -> None:
    """As many editors do: another file takes the place of this one."""
    other = path.with_name(".new")
    other.write_text(text, "utf-8")
    os.replace(other, path)


def _change(program: Tospalt, qtbot: QtBot, path: Path, text: str) -> None:
    """Change the file, and wait until the text is shown and translated again."""
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        _write(path, text)
    qtbot.waitUntil(lambda: not text_of(program).outstanding(), timeout=PATIENCE)


def called(program: Tospalt) -> str:
    """What the open document is called in the list."""
    assert program.document.entry is not None
    return program.shelf.called(program.document.entry)


def _sources(program: Tospalt) -> list[str]:
    return [row.source.text for row in text_of(program).rows]


def test_a_changed_file_is_read_again_and_told_of(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    words = "“{}” was changed by another program and has been read again: 1 paragraph changed."
    before = called(opened)
    _change(opened, qtbot, path, f"{NEW}\n\n{TEXT}")
    assert _sources(opened)[0] == NEW and len(_sources(opened)) == 3
    qtbot.waitUntil(lambda: called(opened) != before, timeout=PATIENCE)  # the list has the new title
    assert opened.window.notices.message == words.format(called(opened))


def test_a_message_follows_the_title_that_the_user_gives(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    _change(opened, qtbot, path, f"{NEW}\n\n{TEXT}")
    assert opened.document.entry is not None
    opened.shelf.rename(opened.document.entry, "Mitt dyr")
    assert opened.window.notices.message.startswith("“Mitt dyr” was changed")


def test_a_file_that_is_written_in_place_is_read_again_too(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        path.write_text(NEW, "utf-8")
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        path.write_text(TEXT, "utf-8")
    assert len(_sources(opened)) == 2


def test_edits_and_the_reading_place_stay(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    save(opened, qtbot, EDIT, 1, 1)
    view = opened.window.reading_view
    view.move_caret(Place(1, 1, 1))
    view.highlighter.pin(True)
    _change(opened, qtbot, path, f"{NEW}\n\n{NEW}\n\n{TEXT}")
    assert said(opened, 3, 1) == EDIT
    assert view.caret.place == Place(3, 1, 1)
    assert view.highlighter.pinned


def test_the_keyboard_focus_stays_where_it_is(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    opened.window.library.view.setFocus()
    _change(opened, qtbot, path, f"{NEW}\n\n{TEXT}")
    assert opened.window.library.view.hasFocus()


def test_what_is_being_typed_stays_in_the_bar_and_is_saved_in_the_new_text(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    bar = begin(opened, 1, 1)
    bar.field.setPlainText(EDIT)
    _change(opened, qtbot, path, f"{NEW}\n\n{TEXT}")
    assert not bar.isHidden() and bar.field.toPlainText() == EDIT
    opened.window.editing.finish()
    qtbot.waitUntil(lambda: said(opened, 2, 1) == EDIT, timeout=PATIENCE)


def test_what_is_typed_for_a_sentence_that_is_gone_is_offered(
    opened: Tospalt, qtbot: QtBot, path: Path, folders: Folders
) -> None:
    bar = begin(opened, 0, 0)
    bar.field.setPlainText("The hound.")
    with qtbot.waitSignal(opened.window.editing.lost, timeout=PATIENCE) as left:
        _write(path, NEW)
    assert left.args is not None and left.args[0].words == "The hound." and left.args[0].sentence == SENTENCE
    assert bar.isHidden() and opened.undo.next_undo is None
    qtbot.waitUntil(lambda: opened.window.notices.message.endswith(LOST), timeout=PATIENCE)
    [draft] = (folders.data / DRAFTS_FOLDER).iterdir()  # it outlives a kill
    assert "The hound." in draft.read_text("utf-8")
    _change(opened, qtbot, path, TEXT)
    assert said(opened, 0, 0) != "The hound."


def test_who_types_for_a_sentence_that_is_gone_is_in_the_text_then_and_all_that_was_typed_is_kept(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    window = opened.window
    qtbot.waitUntil(window.isActiveWindow, timeout=PATIENCE)
    bar = begin(opened, 0, 0)
    bar.field.setPlainText("The hound")
    bar.field.moveCursor(QTextCursor.MoveOperation.End)
    QApplication.sendEvent(bar.field, QInputMethodEvent("´", []))  # a dead key, for which no letter came yet
    with qtbot.waitSignal(window.editing.lost, timeout=PATIENCE) as left:
        _write(path, NEW)
    assert left.args is not None and left.args[0].words == "The hound´"
    assert QApplication.focusWidget() is window.reading_view
    document = opened.document.entry
    qtbot.keyClicks(window.reading_view, " is asleep")
    qtbot.keyClick(window.reading_view, Qt.Key.Key_Return)
    assert window.library.panel.field.text() == "" and opened.document.entry is document


def test_what_was_a_draft_before_is_said_to_have_lost_its_sentence_too(
    opened: Tospalt, qtbot: QtBot, path: Path, folders: Folders
) -> None:
    bar, notices = begin(opened, 0, 0), opened.window.notices
    bar.field.setPlainText("The hound.")
    _write(path, NEW)
    qtbot.waitUntil(lambda: notices.message.endswith(LOST), timeout=PATIENCE)
    _change(opened, qtbot, path, TEXT)
    next(each for each in notices.findChildren(QPushButton) if each.text() == "Continue editing").click()
    qtbot.waitUntil(lambda: bar.field.toPlainText() == "The hound.", timeout=PATIENCE)
    bar.field.setPlainText("The old hound.")
    assert not notices.message.endswith(LOST)
    _write(path, NEW)
    qtbot.waitUntil(lambda: notices.message.endswith(LOST), timeout=PATIENCE)
    opened.recovery.pool.flush()
    assert [draft.words for _, draft in Drafts(folders.data / DRAFTS_FOLDER)] == ["The old hound."]


def test_the_bar_does_not_take_the_keyboard_focus_from_another_part(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    bar = begin(opened, 0, 0)
    bar.field.setPlainText("The hound.")
    opened.window.library.view.setFocus()
    _change(opened, qtbot, path, f"{NEW}\n\n{TEXT}")
    assert opened.window.library.view.hasFocus() and bar.isVisible()
    opened.window.reading_view.setFocus()
    _change(opened, qtbot, path, f"{NEW}\n\n{NEW}\n\n{TEXT}")
    assert bar.field.hasFocus()


def test_a_field_that_was_emptied_for_a_sentence_that_is_gone_is_offered(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    bar = begin(opened, 0, 0)
    bar.field.setPlainText("")
    with qtbot.waitSignal(opened.window.editing.lost, timeout=PATIENCE) as left:
        _write(path, NEW)
    assert left.args is not None and left.args[0].words == "" and left.args[0].sentence == SENTENCE
    assert bar.isHidden()


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 200])
def test_a_file_that_cannot_be_read_leaves_the_text_and_is_told(
    content: bytes, opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    before = text_of(opened)
    with qtbot.waitSignal(opened.watch.unreadable, timeout=PATIENCE):
        path.write_bytes(content)
    assert text_of(opened) is before
    assert "cannot be read now" in opened.window.notices.message
    with qtbot.waitSignal(opened.watch.well, timeout=PATIENCE):
        path.write_text(TEXT, "utf-8")
    assert opened.window.notices.message == ""
    assert text_of(opened) is before


def test_a_file_that_is_gone_leaves_the_text_and_is_told_once(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    told: list[object] = []
    opened.watch.gone.connect(told.append)
    before = text_of(opened)
    with qtbot.waitSignal(opened.watch.gone, timeout=PATIENCE):
        path.unlink()
    assert opened.window.notices.message == (
        f"“{called(opened)}” is no longer in its folder. You see the text as it was read last."
    )
    path.with_name("other.txt").write_text("x", "utf-8")  # the folder changes once more
    with qtbot.waitSignal(opened.watch.well, timeout=PATIENCE):
        path.write_text(TEXT, "utf-8")
    assert len(told) == 1
    assert text_of(opened) is before


@pytest.mark.parametrize("way", ["click", "activate", "open"])
def test_the_text_of_a_file_that_is_gone_stays_when_its_document_is_chosen_again(
    opened: Tospalt, qtbot: QtBot, path: Path, way: str
) -> None:
    before, entry = text_of(opened), opened.document.entry
    assert entry is not None
    with qtbot.waitSignal(opened.watch.gone, timeout=PATIENCE):
        path.unlink()
    if way == "open":
        opened.window.open_files([path])
    else:
        {"click": opened.window.library.pointed, "activate": opened.window.library.chosen}[way].emit(entry)
    assert text_of(opened) is before and opened.window.reading_view.isVisible()
    assert opened.shelf.is_missing(entry)


def _cannot_be_read(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    """Have the page of a document that cannot be read, looked at once."""
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(lambda: program.watch._seen != file_watch._NONE, timeout=PATIENCE)


def test_a_file_that_is_there_again_is_opened_by_itself(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    opened.window.documents.close_document()
    path.unlink()
    _cannot_be_read(opened, qtbot, path)
    assert opened.window.page.heading == f"“{called(opened)}” is no longer in its folder"
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        _write(path, NEW)
    assert _sources(opened) == [NEW]
    assert opened.window.reading_view.hasFocus()


def test_a_file_is_opened_by_itself_once_its_folder_is_there_again(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    other = path.with_name("mappe") / "katt.txt"
    other.parent.mkdir()
    opened.shelf.library.add(other)
    other.parent.rmdir()  # as a disk that is not connected: the system cannot tell of it
    _cannot_be_read(opened, qtbot, other)
    other.parent.mkdir()
    other.write_text(NEW, "utf-8")
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.presence.look()
    assert _sources(opened) == [NEW]


def test_a_file_that_can_be_read_again_is_opened_by_itself(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    path.write_bytes(b"")
    _cannot_be_read(program, qtbot, path)
    assert program.window.page.heading == "There is no text in “hund”"
    program.window.library.view.setFocus()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        path.write_text(NEW, "utf-8")
    assert program.window.library.view.hasFocus()  # it is not taken from where the user is


def test_the_same_content_written_again_changes_nothing(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    before, stamp = text_of(opened), opened.document.version.stamp
    _write(path, TEXT)
    qtbot.waitUntil(lambda: opened.document.version.stamp != stamp, timeout=PATIENCE)
    assert text_of(opened) is before and opened.window.notices.message == ""


def test_a_change_while_the_direction_is_changed_is_shown_in_the_new_direction(
    opened: Tospalt, qtbot: QtBot, path: Path
) -> None:
    opened.window.actions_["swap"].trigger()
    _write(path, f"{NEW}\n\n{TEXT}")
    opened.watch.look()
    qtbot.waitUntil(lambda: (text_of(opened).source_language, len(text_of(opened).rows)) == ("en", 3), timeout=PATIENCE)


def test_another_document_is_not_touched_by_changes_of_one_that_was_left(
    opened: Tospalt, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "katt.txt"
    other.write_text(NEW, "utf-8")
    _write(path, f"{NEW}\n\n{TEXT}")
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.window.open_files([other])
    _change(opened, qtbot, other, f"{NEW}\n\n{SENTENCE}")
    assert _sources(opened) == [NEW, SENTENCE]


def test_a_change_between_the_first_look_and_watching_is_not_missed(
    program: Tospalt, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked = list[Path]()

    def stamp_before_a_change(file: Path) -> Stamp | None:
        stamp = stamp_of(file)
        if not looked:
            _write(path, NEW)
        looked.append(file)
        return stamp

    monkeypatch.setattr(file_watch, "stamp_of", stamp_before_a_change)
    program.window.open_files([path])
    qtbot.waitUntil(lambda: program.document.text is not None and _sources(program) == [NEW], timeout=PATIENCE)


def test_a_memory_that_cannot_be_written_to_does_not_keep_a_changed_file_from_being_read_again(
    opened: Tospalt, qtbot: QtBot, path: Path, writing: Event
) -> None:
    bar = begin(opened, 1, 1)
    bar.field.setPlainText(EDIT)
    opened.window.editing.finish()
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        _write(path, f"{NEW}\n\n{TEXT}")
    assert _sources(opened)[0] == NEW and not writing.is_set()
    writing.set()
    qtbot.waitUntil(lambda: said(opened, 2, 1) == EDIT, timeout=PATIENCE)


def test_a_file_that_goes_on_changing_is_looked_at_more_and_more_rarely(
    program: Tospalt, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stamp_of_a_log(file: Path) -> Stamp | None:
        with file.open("a", encoding="utf-8") as log:
            log.write("\n\nEnda en linje.")
        return stamp_of(file)

    monkeypatch.setattr(file_watch, "stamp_of", stamp_of_a_log)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(lambda: program.watch._again.interval() >= 8 * file_watch._QUIET_MS, timeout=PATIENCE)
    monkeypatch.setattr(file_watch, "stamp_of", stamp_of)
    qtbot.waitUntil(lambda: "Enda en linje." in _sources(program), timeout=PATIENCE)  # it is read when it rests


WORDS = ("Hunden", "katten", "sover", "ute", "i", "byen", "huset", "hagen", "regner")


@pytest.fixture
def chance() -> random.Random:
    return random.Random(22)


def test_after_any_changes_all_that_stayed_is_translated_and_edited_as_before(
    opened: Tospalt, qtbot: QtBot, path: Path, chance: random.Random
) -> None:
    sentences = [SENTENCE, "Katten er ute."]
    edits: dict[str, str] = {}
    for number in range(8):
        row = chance.randrange(len(text_of(opened).rows))
        if text_of(opened).rows[row].state is State.DONE:
            sentence = text_of(opened).rows[row].source.text[slice(*text_of(opened).rows[row].sentences[0].source)]
            edits[sentence] = f"Edit {number}."
            save(opened, qtbot, edits[sentence], row, 0)
        sentences.append(f"{' '.join(chance.choices(WORDS, k=4))} {number}.".capitalize())
        parts = [" ".join(chance.sample(sentences, 2)) for _ in range(chance.randint(1, 6))]
        _change(opened, qtbot, path, "\n\n".join(parts))
        assert _sources(opened) == parts
        for index, shown in enumerate(text_of(opened).rows):
            for place, pair in enumerate(shown.sentences):
                source = shown.source.text[slice(*pair.source)]
                assert pair.edited == (source in edits)
                assert source not in edits or said(opened, index, place) == edits[source]


def test_escape_in_the_bar_after_a_change_goes_back_to_the_text(opened: Tospalt, qtbot: QtBot, path: Path) -> None:
    bar = begin(opened, 1, 1)
    _change(opened, qtbot, path, f"{NEW}\n\n{TEXT}")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_who_reads_a_text_untranslated_goes_on_when_its_file_changes(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    text, path = (
        "Die Katze schläft im Haus, und der Hund bellt laut im Garten hinter dem alten Haus.",
        tmp_path / "t.txt",
    )
    path.write_text(text, "utf-8")
    with qtbot.waitSignal(program.translation.stopped, timeout=PATIENCE):
        program.window.open_files([path])
    page = program.window.page
    next(button for button in page.buttons if button.text() == "Show the original").click()
    assert program.window.reading_view.hasFocus()
    with qtbot.waitSignals([program.document.opened, program.translation.stopped], timeout=PATIENCE):
        _write(path, f"{text}\n\n{text}")
    assert not page.isVisible() and program.window.reading_view.hasFocus()
