"""Recovery after an unexpected end: the document is opened where it was left, and the window says so."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reader.drafts import Draft, Drafts
from reader.errors import OutputError
from reader.library import Library
from reader.memory import Memory
from reader.parallel import user_edit
from reader.paths import DRAFTS_FOLDER, LIBRARY_FILE, MEMORY_FILE, PARTS_FOLDER, RUNNING_FOLDER, SEEDS
from tests.samples import sample
from tests.ui.editing.sentence import nothing_read
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt

TITLE = "It rained on day 1."  # of the document, before and after it has been read
ROW = 7

# A real program that opens a document, goes to a paragraph, and reports when that has been recorded.
READER = """
import sys
from pathlib import Path
from tests.pairs import use_pair
from ui import app, running
from ui.toolkit.jobs import Job
use_pair()
begin = app.Tospalt.begin
def begun(program, files):
    def opened(text):
        if int(sys.argv[2]) >= 0:
            program.window.reading_view.go_to(int(sys.argv[2]))
        if sys.argv[3]:
            program.translation.settled.connect(edited)
        else:
            kept()
    def edited():
        program.window.editing.begin()
        program.window.editing.bar.field.setPlainText(sys.argv[3])
        kept()
    def kept():
        if program.recovery._running is None:  # the document was quicker
            program.recovery.joined.connect(kept)
            return
        program.recovery.keep()
        row = program.window.reading_view.position()[0]
        program.recovery.pool.start(Job(lambda _: print(row, flush=True)))
    program.document.opened.connect(opened)
    begin(program, files)
app.Tospalt.begin = begun
sys.exit(running.run_window([Path(sys.argv[1])] if sys.argv[1] else []))
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document longer than the screen that is quickly translated."""
    path = tmp_path_factory.mktemp("documents") / f"{TITLE}.txt"
    path.write_text("\n\n".join(f"It rained on day {day}." for day in range(1, 41)), "utf-8")
    return path


@pytest.fixture(scope="module")
def what_is_left(tmp_path_factory: pytest.TempPathFactory, document: Path) -> Folders:
    """The folders of a program that was killed while a sentence of the document was being edited."""
    folder = tmp_path_factory.mktemp("killed")
    folders = Folders(folder / "data", folder / "config")
    killed_while_reading(folders, document, typed="Mine egne ord")
    return folders


@pytest.fixture(scope="module")
def left_while_reading(tmp_path_factory: pytest.TempPathFactory, document: Path) -> tuple[Folders, int]:
    """Those of a program that was killed with the document open, and the row at the top of its screen."""
    folder = tmp_path_factory.mktemp("reading")
    folders = Folders(folder / "data", folder / "config")
    return folders, killed_while_reading(folders, document)


@pytest.fixture
def killed(left_while_reading: tuple[Folders, int], folders: Folders) -> int:
    left, top = left_while_reading
    shutil.copytree(left.data, folders.data, dirs_exist_ok=True)
    return top


@pytest.fixture
def killed_while_typing(what_is_left: Folders, folders: Folders) -> None:
    shutil.copytree(what_is_left.data, folders.data, dirs_exist_ok=True)


def killed_while_reading(
    folders: Folders, document: Path | str, row: int = ROW, typed: str = "", number: int = signal.SIGKILL
) -> int:
    """End a program with a document open and `typed` in the edit bar; returns the row at the top of its screen."""
    names = {"TOSPALT_DATA": str(folders.data), "TOSPALT_CONFIG": str(folders.config), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", READER, str(document), str(row), typed]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env={**os.environ, **names}) as process:
        assert process.stdout is not None
        top = int(process.stdout.readline())
        process.send_signal(number)
        process.wait()
        assert process.returncode == (-number if number == signal.SIGKILL else 128 + number)
    return top


def test_a_killed_program_is_noticed_and_its_document_is_open_again_where_it_was_left(
    start: Callable[[], Tospalt], qtbot: QtBot, document: Path, killed: int
) -> None:
    program = start()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        begin(qtbot, program)
    assert program.document.entry is not None and program.document.entry.path == document
    assert program.window.reading_view.position()[0] == killed > 0
    notices = program.window.notices
    assert notices.message == f"Tospalt quit unexpectedly last time, while “{TITLE}” was open."
    next(button for button in notices.findChildren(QPushButton) if button.text() == "Copy report").click()
    copied = "The report was copied. It contains nothing from your documents."
    qtbot.waitUntil(lambda: notices.message == copied, timeout=PATIENCE)
    report = QGuiApplication.clipboard().text()
    assert "Tospalt 0." in report and "info MainThread" in report  # from the log of the killed program
    assert TITLE not in report


@pytest.mark.usefixtures("killed")
def test_the_notice_stays_until_it_is_closed_and_comes_only_once(
    start: Callable[[], Tospalt], qtbot: QtBot, document: Path
) -> None:
    program = start()
    begin(qtbot, program, [document])
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)
    program.window.notices.clear()  # as opening another document does
    assert program.window.notices.message.startswith("Tospalt quit unexpectedly last time, while")
    other = start()
    begin(qtbot, other)
    assert not other.window.notices.message
    assert other.document.entry is None or other.document.entry.path != document


@pytest.mark.parametrize("how", ["killed", "killed_while_typing"])
def test_a_document_that_ends_the_program_again_is_not_opened_a_third_time(
    how: str, start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    request.getfixturevalue(how)
    killed_while_reading(folders, "", row=-1)  # which opens it again by itself, and does nothing with it
    program = start()
    begin(qtbot, program)
    assert program.document.entry is None
    if how == "killed_while_typing":
        assert program.window.notices.message.startswith("You were editing a sentence")
        next(b for b in program.window.notices.findChildren(QPushButton) if b.text() == "Close").click()
    assert program.window.notices.message.startswith("Tospalt quit unexpectedly again while")


@pytest.mark.usefixtures("killed")
def test_a_program_that_was_read_on_in_opens_its_document_again_and_again(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    top = killed_while_reading(folders, "", row=ROW + 2)
    program = start()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        begin(qtbot, program)
    assert program.window.reading_view.position()[0] == top > ROW - 1


def test_a_program_that_was_closed_and_one_that_still_runs_are_no_unexpected_end(
    start: Callable[[], Tospalt], qtbot: QtBot, document: Path
) -> None:
    first = start()
    begin(qtbot, first, [document])
    qtbot.waitUntil(lambda: first.document.text is not None, timeout=PATIENCE)
    second = start()
    begin(qtbot, second)
    assert not second.window.notices.message
    for program in (first, second):
        program.window.close()
        program.close()
    third = start()
    begin(qtbot, third)
    assert not third.window.notices.message


def begin(qtbot: QtBot, program: Tospalt, files: Sequence[Path] = ()) -> None:
    """Begin as the command does, and wait until what there is to report is known."""
    with qtbot.waitSignal(program.recovery.joined, timeout=PATIENCE):
        program.begin(files)


def click(program: Tospalt, text: str) -> None:
    """Press a button of the notice on screen."""
    next(button for button in program.window.notices.findChildren(QPushButton) if button.text() == text).click()


def opened(program: Tospalt, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])


def state_of(folders: Folders) -> str:
    """The recorded state of the only running program."""
    [state] = (folders.data / RUNNING_FOLDER).glob("*.json")
    return state.read_text()


def refuse(*_: object, **__: object) -> None:
    raise OutputError("no space")


def test_a_place_that_could_not_be_written_down_is_written_down_later(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, document: Path
) -> None:
    monkeypatch.setattr("ui.window.recovery._LOOK_MS", 10)
    program = start()
    begin(qtbot, program)
    with monkeypatch.context() as patch:
        patch.setattr("reader.running.write_atomically", refuse)
        with qtbot.waitSignal(program.translation.settled, timeout=PATIENCE):
            program.window.open_files([document])
        program.recovery.keep()
        program.recovery.pool.flush()
    assert document.name not in state_of(folders)
    qtbot.waitUntil(lambda: document.name in state_of(folders), timeout=PATIENCE)


def edits_of(program: Tospalt) -> list[str]:
    text = program.document.text
    assert text is not None
    return [row.target[slice(*pair.target)] for row in text.rows for pair in row.sentences if pair.edited]


@pytest.mark.usefixtures("killed_while_typing")
def test_what_was_being_typed_is_offered_again(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    program = start()
    begin(qtbot, program)
    notices, bar = program.window.notices, program.window.editing.bar
    assert notices.message == (
        f"You were editing a sentence in “{TITLE}” (“It rained on day {ROW + 1}.”) when Tospalt quit. "
        "What you typed was kept."
    )
    next(button for button in notices.findChildren(QPushButton) if button.text() == "Continue editing").click()
    qtbot.waitUntil(lambda: bar.isVisible(), timeout=PATIENCE)
    assert bar.field.toPlainText() == "Mine egne ord"
    bar.save_button.click()
    qtbot.waitUntil(lambda: edits_of(program) == ["Mine egne ord"], timeout=PATIENCE)


def test_each_of_two_drafts_of_a_document_is_offered(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    drafts, long = Drafts(folders.data / DRAFTS_FOLDER), " ".join(["rain"] * 100)
    for row, sentence in enumerate(("It rained on day 1.", long)):
        drafts.keep(Draft(str(document), row, sentence, "Mine egne ord"))
    program = start()
    begin(qtbot, program)
    offered = list[str]()
    for _ in range(2):
        offered.append(program.window.notices.message)
        click(program, "Discard")
    program.recovery.pool.flush()
    assert [*drafts] == []
    assert any("“It rained on day 1.”" in words for words in offered)
    assert any("rain rain …”" in words and len(words) < len(long) for words in offered)


@pytest.mark.parametrize(("languages", "saved"), [(("nb", "en"), "Mine egne ord"), (("en", "nb"), " Mine egne ord\n")])
@pytest.mark.usefixtures("killed_while_typing")
def test_what_was_saved_just_before_the_program_ended_is_not_offered(
    languages: tuple[str, str], saved: str, start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    sentence, other = f"It rained on day {ROW + 1}.", "It rained on day 1."
    drafts = Drafts(folders.data / DRAFTS_FOLDER)
    drafts.keep(Draft(str(document), 0, other, "Mine egne ord"))
    with closing(Memory(folders.data / MEMORY_FILE)) as memory:
        assert memory.keep_edits(*languages, {sentence: user_edit(sentence, saved), other: user_edit(other, "Andre")})
    program = start()
    begin(qtbot, program)
    assert [draft.sentence for _, draft in drafts] == [other]
    offered = [each.message for each in program.window.notices._waiting if "What you typed" in each.message]
    assert len(offered) == 1 and other in offered[0]


@pytest.mark.usefixtures("killed_while_typing")
def test_what_is_taken_up_stays_a_draft_until_it_is_written_down_again(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, document: Path
) -> None:
    monkeypatch.setattr("ui.window.recovery._LOOK_MS", 10)
    program = start()
    begin(qtbot, program)
    [draft] = (folders.data / DRAFTS_FOLDER).iterdir()
    with monkeypatch.context() as patch:
        patch.setattr("reader.running.write_atomically", refuse)
        click(program, "Continue editing")
        qtbot.waitUntil(lambda: program.window.editing.bar.isVisible(), timeout=PATIENCE)
        program.recovery.pool.flush()
        assert draft.exists() and "Mine egne ord" not in state_of(folders)
    qtbot.waitUntil(lambda: not draft.exists(), timeout=PATIENCE)
    assert "Mine egne ord" in state_of(folders)


@pytest.mark.usefixtures("killed_while_typing")
def test_what_was_gone_on_with_and_left_without_being_saved_is_a_draft_again(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    program = start()
    begin(qtbot, program)
    bar, notices = program.window.editing.bar, program.window.notices
    for words in ("Mine egne ord", "Mine egne ord og flere"):
        click(program, "Continue editing")
        qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
        assert bar.field.textCursor().atEnd()
        bar.field.setPlainText(words)
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
        kept = f"What you typed for a sentence in “{TITLE}” (“It rained on day {ROW + 1}.”) was kept."
        qtbot.waitUntil(lambda kept=kept: notices.message == kept, timeout=PATIENCE)  # type: ignore[misc]
    assert edits_of(program) == []
    program.recovery.pool.flush()
    assert "Mine egne ord" not in state_of(folders)
    [(_, draft)] = Drafts(folders.data / DRAFTS_FOLDER)
    assert draft.words == "Mine egne ord og flere"
    click(program, "Continue editing")
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    assert bar.field.toPlainText() == "Mine egne ord og flere"
    bar.save_button.click()
    qtbot.waitUntil(lambda: edits_of(program) == ["Mine egne ord og flere"], timeout=PATIENCE)


@pytest.mark.usefixtures("killed_while_typing")
def test_a_draft_that_is_put_back_in_other_words_takes_its_own_place(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, document: Path
) -> None:
    program = start()
    begin(qtbot, program)
    monkeypatch.setattr("reader.running.write_atomically", refuse)  # so that the draft stays where it was
    click(program, "Continue editing")
    bar, notices = program.window.editing.bar, program.window.notices
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    bar.field.setPlainText("Andre ord")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: notices.message.startswith("What you typed for"), timeout=PATIENCE)
    assert [draft.words for _, draft in Drafts(folders.data / DRAFTS_FOLDER)] == ["Andre ord"]


@pytest.mark.usefixtures("killed_while_typing")
def test_a_draft_that_cannot_be_put_back_is_offered_all_the_same(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, document: Path
) -> None:
    program = start()
    begin(qtbot, program)
    bar, notices = program.window.editing.bar, program.window.notices
    click(program, "Continue editing")
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    monkeypatch.setattr("reader.drafts.write_atomically", refuse)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "could not be saved to disk" in notices.message, timeout=PATIENCE)
    click(program, "Continue editing")
    assert bar.field.toPlainText() == "Mine egne ord"


@pytest.mark.usefixtures("killed_while_typing")
def test_a_draft_whose_notice_was_closed_is_offered_again_when_its_document_is_opened(
    start: Callable[[], Tospalt], qtbot: QtBot, document: Path, tmp_path: Path
) -> None:
    program, other = start(), tmp_path / "other.txt"
    other.write_text("Another text.", "utf-8")
    begin(qtbot, program, [other])
    notices = program.window.notices
    while notices.message:
        click(program, "Close")
    qtbot.waitUntil(lambda: program.document.text is not None, timeout=PATIENCE)  # the other one
    opened(program, qtbot, document)
    words = f"What you typed for a sentence in “{TITLE}” (“It rained on day 8.”) was kept."
    qtbot.waitUntil(lambda: notices.message == words, timeout=PATIENCE)
    click(program, "Close")
    program.window.documents.close_document()
    opened(program, qtbot, document)
    qtbot.waitUntil(lambda: notices.message == words, timeout=PATIENCE)
    click(program, "Continue editing")
    qtbot.waitUntil(lambda: program.window.editing.bar.field.toPlainText() == "Mine egne ord", timeout=PATIENCE)


@pytest.mark.usefixtures("killed_while_typing")
def test_a_draft_that_was_discarded_elsewhere_is_not_offered_again(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    program = start()
    begin(qtbot, program, [document])
    while program.window.notices.message:
        click(program, "Close")
    for file in (folders.data / DRAFTS_FOLDER).iterdir():
        file.unlink()
    program.window.documents.close_document()
    opened(program, qtbot, document)
    program.recovery.pool.flush()
    QApplication.processEvents()
    assert not program.window.notices.message


@pytest.mark.usefixtures("killed_while_typing")
def test_what_was_typed_survives_a_second_end_before_it_is_taken_up(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    killed_while_reading(folders, "", row=ROW + 2)
    program = start()
    begin(qtbot, program)
    assert program.window.notices.message.startswith("You were editing a sentence")


@pytest.mark.usefixtures("killed_while_typing")
def test_what_was_typed_is_offered_until_it_is_taken_up_or_discarded(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    program = start()
    begin(qtbot, program)
    assert program.window.notices.message.startswith("You were editing a sentence")
    program.window.close()  # without an answer
    program.close()
    program = start()
    begin(qtbot, program)
    click(program, "Close")  # which does not discard it
    program = start()
    begin(qtbot, program)
    assert program.window.notices.message.startswith("You were editing a sentence")
    click(program, "Discard")
    program.recovery.pool.flush()
    other = start()
    begin(qtbot, other)
    assert not other.window.notices.message


def kept_draft(folders: Folders, document: Path, sentence: str, words: str) -> Draft:
    """Write a document of one sentence, and keep a draft for it."""
    document.write_text(sentence, "utf-8")
    draft = Draft(str(document), 0, sentence, words)
    Drafts(folders.data / DRAFTS_FOLDER).keep(draft)
    return draft


def test_a_document_is_called_as_the_user_calls_it(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "brev.txt"
    kept_draft(folders, path, "Nå er det vår.", "Mine ord")
    library = Library(folders.data / LIBRARY_FILE)
    library.rename(library.add(path), "Brev til våren")
    program = start()
    begin(qtbot, program)
    assert program.window.notices.message.startswith("You were editing a sentence in “Brev til våren” (“Nå er")


@pytest.mark.usefixtures("killed_while_typing")
def test_the_latest_draft_is_offered_first_then_it_is_told_what_happened_and_older_drafts_are_last(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    for name in ("brev", "svar"):
        old = kept_draft(folders, tmp_path / f"{name}.txt", "Nå er det vår.", "Mine ord")
        os.utime(Drafts(folders.data / DRAFTS_FOLDER).file_of(old), (0, 0))
    program = start()
    begin(qtbot, program)
    heads = ["You were editing a sentence in", "Tospalt quit unexpectedly", *["You were editing a sentence in"] * 2]
    said = [notice.message for notice in reversed(program.window.notices._waiting)]
    assert len(said) == len(heads) and all(map(str.startswith, said, heads))
    assert TITLE in said[0]


@pytest.mark.parametrize("how", ["saved", "forgotten"])
def test_a_draft_is_offered_no_more_once_another_window_has_seen_to_it(
    how: str,
    start: Callable[[], Tospalt],
    folders: Folders,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.window.recovery._LOOK_MS", 10)
    draft, drafts = (
        kept_draft(folders, tmp_path / "brev.txt", "Nå er det vår.", "Mine ord"),
        folders.data / DRAFTS_FOLDER,
    )
    program = start()
    begin(qtbot, program)
    assert program.window.notices.message.startswith("You were editing a sentence in “brev”")
    if how == "saved":
        Drafts(drafts).drop(Drafts(drafts).file_of(draft))
    else:
        other = Library(folders.data / LIBRARY_FILE)
        other.forget(other.add(tmp_path / "brev.txt"))
        Drafts(drafts).forget(lambda _: True)
    qtbot.waitUntil(lambda: not program.window.notices.message, timeout=PATIENCE)


def test_a_draft_that_was_kept_when_another_program_forgot_its_document_is_still_offered(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    kept_draft(folders, tmp_path / "brev.txt", "Nå er det vår.", "Mine ord")
    program = start()
    begin(qtbot, program)
    other = Library(folders.data / LIBRARY_FILE)
    other.forget(other.add(tmp_path / "brev.txt"))
    with qtbot.waitSignal(program._forgotten_elsewhere.forgotten, timeout=PATIENCE):
        program._forgotten_elsewhere.look()
    words = "What you typed for a sentence in “brev” (“Nå er det vår.”) was kept."
    qtbot.waitUntil(lambda: program.window.notices.message == words, timeout=PATIENCE)


def moved(program: Tospalt, qtbot: QtBot, path: Path, place: Path) -> None:
    """Another program has moved a file, and the window has found it."""
    path.rename(place)
    steps = program.window._services.library_steps
    with qtbot.waitSignal(steps.followed, timeout=PATIENCE):
        steps.follow_moved({path: place}, lambda: None)


def test_a_draft_follows_the_file_of_its_document(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    path, place = tmp_path / "brev.txt", tmp_path / "svar.txt"
    kept_draft(folders, path, "Nå er det vår.", "Mine ord")
    program = start()
    begin(qtbot, program)
    program.shelf.library.add(path)
    moved(program, qtbot, path, place)
    words = "You were editing a sentence in “{}” (“Nå er det vår.”) when Tospalt quit. What you typed was kept."
    named = lambda: words.format(program.shelf.called_at(place))  # noqa: E731
    qtbot.waitUntil(lambda: program.window.notices.message == named(), timeout=PATIENCE)
    program.recovery.pool.flush()
    assert [draft.document for _, draft in Drafts(folders.data / DRAFTS_FOLDER)] == [str(place)]
    click(program, "Continue editing")
    bar = program.window.editing.bar
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    assert bar.field.toPlainText() == "Mine ord"
    assert program.document.entry is not None and program.document.entry.path == place
    moved(program, qtbot, place, path)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    program.recovery.pool.flush()
    assert [draft.document for _, draft in Drafts(folders.data / DRAFTS_FOLDER)] == [str(path)]


def test_what_is_about_to_be_gone_on_with_is_so_in_a_window_in_another_language_too(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    kept_draft(folders, tmp_path / "brev.txt", "Nå er det vår.", "Mine egne ord")
    program = start()
    begin(qtbot, program)
    old = program.window
    with nothing_read(program):
        click(program, "Continue editing")
        program.preferences.change(interface_language="nb")
        qtbot.waitUntil(lambda: program.window is not old, timeout=PATIENCE)
    bar = program.window.editing.bar
    qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
    assert bar.field.toPlainText() == "Mine egne ord"


@pytest.mark.parametrize("how", ["another draft", "another document"])
def test_what_is_not_gone_on_with_after_all_is_offered_again(
    how: str, start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    first = kept_draft(folders, tmp_path / "brev.txt", "Nå er det vår.", "Mine egne ord")
    other = kept_draft(folders, tmp_path / "annet.txt", "Det regner i byen.", "Andre ord")
    program = start()
    begin(qtbot, program)
    notices = program.window.notices
    with nothing_read(program):
        gone_on_with, left = (first, other) if "“brev”" in notices.message else (other, first)
        click(program, "Continue editing")
        if how == "another draft":
            click(program, "Continue editing")
        else:
            program.window.open_files([Path(left.document)])
        name, sentence = Path(gone_on_with.document).stem, gone_on_with.sentence
        again = f"What you typed for a sentence in “{name}” (“{sentence}”) was kept."
        qtbot.waitUntil(lambda: notices.message == again, timeout=PATIENCE)
    bar = program.window.editing.bar
    if how == "another draft":
        qtbot.waitUntil(bar.isVisible, timeout=PATIENCE)
        assert bar.field.toPlainText() == left.words
    click(program, "Continue editing")
    qtbot.waitUntil(lambda: bar.isVisible() and bar.field.toPlainText() == gone_on_with.words, timeout=PATIENCE)


def test_what_was_typed_for_a_sentence_that_is_gone_can_be_copied(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    document = tmp_path / "brev.txt"
    document.write_text("Kjære deg. Nå er det vår.", "utf-8")
    killed_while_reading(folders, document, row=0, typed="Mine egne ord")
    document.write_text("Noe helt annet.", "utf-8")
    program = start()
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        begin(qtbot, program)
    notices = program.window.notices
    next(b for b in notices.findChildren(QPushButton) if b.text() == "Continue editing").click()
    words = "The sentence that you were editing is no longer in “{}”. You had typed: “Mine egne ord”"
    assert notices.message == words.format(program.shelf.called_at(document))
    next(b for b in notices.findChildren(QPushButton) if b.text() == "Copy").click()
    assert QGuiApplication.clipboard().text() == "Mine egne ord"


@pytest.mark.usefixtures("killed_while_typing")
def test_a_draft_that_was_gone_on_with_is_not_said_to_be_gone_when_another_file_cannot_be_read(
    start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path
) -> None:
    program = start()
    begin(qtbot, program, [sorted(SEEDS.glob("*.txt"))[0]])
    click(program, "Continue editing")
    qtbot.waitUntil(lambda: program.window.editing.bar.isVisible(), timeout=PATIENCE)
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([tmp_path / "borte.txt"])
    assert "You had typed" not in program.window.notices.message


def test_what_was_typed_in_a_document_that_could_not_be_opened_again_can_be_copied(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    document = tmp_path / "brev.txt"
    document.write_text("Kjære deg. Nå er det vår.", "utf-8")
    killed_while_reading(folders, document, row=0, typed="Mine egne ord")
    document.unlink()
    program = start()
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        begin(qtbot, program)
    click(program, "Continue editing")
    qtbot.waitUntil(lambda: "You had typed: “Mine egne ord”" in program.window.notices.message, timeout=PATIENCE)


def test_a_document_that_is_gone_is_not_said_to_be_open(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, tmp_path: Path
) -> None:
    document = tmp_path / "brev.txt"
    document.write_text("Kjære deg. Nå er det vår.", "utf-8")
    killed_while_reading(folders, document, row=0)
    document.unlink()
    program = start()
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        begin(qtbot, program)
    assert program.window.notices.message == "Tospalt quit unexpectedly last time, while “brev” was open."
    assert "does not exist" in program.window.page.hint


@pytest.mark.usefixtures("killed_while_typing")
def test_what_was_open_and_is_damaged_is_kept_and_the_notice_says_where(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    [state] = (folders.data / RUNNING_FOLDER).glob("*.json")
    state.write_bytes(state.read_bytes()[:-1])
    program = start()
    begin(qtbot, program)
    kept = state.with_suffix(".damaged.json")
    assert "Mine egne ord" in kept.read_text()
    assert program.window.notices.message == (
        f"The record of what was open when Tospalt quit unexpectedly was damaged. It was kept as “{kept}”."
    )
    assert program.window.notices._waiting[-1].lasting


@pytest.mark.parametrize("number", sample([signal.SIGTERM, signal.SIGHUP, signal.SIGINT], 3))
def test_a_signal_that_asks_the_program_to_end_keeps_everything(
    number: int, start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path
) -> None:
    top = killed_while_reading(folders, document, typed="Mine egne ord", number=number)
    program = start()
    begin(qtbot, program)
    assert not program.window.notices.message
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([document])
    assert program.window.reading_view.position()[0] == top
    assert edits_of(program) == ["Mine egne ord"]


def test_the_end_of_the_session_keeps_everything(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, qapp: QApplication, document: Path
) -> None:
    program = start()
    program.window.open_files([document])
    qtbot.waitSignal(program.translation.settled, timeout=PATIENCE).wait()
    program.window.reading_view.go_to(ROW)
    program.window.editing.begin()
    program.window.editing.bar.field.setPlainText("Mine egne ord")
    qapp.commitDataRequest.emit(None)
    text = program.document.text
    assert text is not None
    other = Memory(folders.data / MEMORY_FILE)  # another program, while this one may be killed at any moment
    sentences = [text.rows[ROW].source.text[slice(*pair.source)] for pair in text.rows[ROW].sentences]
    assert [edit.text for edit in other.edits("en", "nb", sentences).values()] == ["Mine egne ord"]
    other.close()
    assert Library(folders.data / LIBRARY_FILE).find(document) != program.document.entry


def test_what_it_was_writing_is_deleted(
    folders: Folders, start: Callable[[], Tospalt], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TOSPALT_DATA", str(folders.data))
    notes, part = folders.data / PARTS_FOLDER, tmp_path / ".a.pdf.0123456789ab.part"
    notes.mkdir(parents=True)
    part.touch()
    (notes / "1-a.note").write_bytes(os.fsencode(part))
    start().begin([])
    qtbot.waitUntil(lambda: not part.exists(), timeout=PATIENCE)


@pytest.mark.usefixtures("killed_while_typing")
def test_of_two_windows_that_offer_a_draft_the_first_that_continues_it_has_it(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot, document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = start(), start()
    for program in (first, second):
        begin(qtbot, program)
    drafts = Drafts(folders.data / DRAFTS_FOLDER)
    second.recovery._offers.offer_found(*next(iter(drafts)))  # as it is when it began before the other took it up
    assert first.recovery._running is not None
    monkeypatch.setattr(first.recovery._running, "keep", lambda _: False)  # nothing is recorded yet
    click(first, "Continue editing")
    qtbot.waitUntil(first.window.editing.bar.isVisible, timeout=PATIENCE)
    second.window.open_files([document])
    click(second, "Continue editing")
    assert second.window.notices.message == (
        f"What you typed for a sentence in “{TITLE}” (“It rained on day {ROW + 1}.”) was continued or "
        "discarded in another window."
    )
    assert second.window.editing.bar.isHidden() and len(list(drafts)) == 1


@pytest.mark.parametrize("answer", ["Continue editing", "Discard"])
@pytest.mark.usefixtures("killed_while_typing")
def test_a_draft_that_another_window_continues_or_has_continued_is_not_touched(
    answer: str, start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    program = start()
    begin(qtbot, program)
    drafts = Drafts(folders.data / DRAFTS_FOLDER)
    [(file, _)] = drafts
    claim = Drafts(folders.data / DRAFTS_FOLDER).claim(file)
    assert claim is not None
    click(program, answer)
    program.recovery.pool.flush()
    assert program.window.editing.bar.isHidden() and [each for each, _ in drafts] == [file]
    claim.release()
    assert drafts.claim(file) is not None
