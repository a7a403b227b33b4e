"""Bad input: whatever is opened, there is one clear message, and the program goes on."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.parallel import user_edit
from reader.paths import MEMORY_FILE, SEEDS, STARTER_PACKAGES
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Folders, Tospalt
from ui.toolkit.jobs import Job


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (None, "does not exist."),
        (b"", "is empty."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20, "is an image, not plain text."),
        (bytes(range(256)) * 20, "save this one as plain text (.txt)"),
        (b"a" * 50_000_000, "is too large (50 MB)"),
    ],
    ids=["missing", "empty", "image", "binary", "50 MB"],
)
def test_a_file_that_cannot_be_read_gets_a_sentence_and_the_next_one_opens(
    content: bytes | None, expected: str, program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "en fil.txt"
    if content is not None:
        path.write_bytes(content)
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([path])
    assert expected in program.window.page.hint
    assert program.window.page.heading
    assert ("Fix the problem" in program.window.page.hint) is (content is not None and len(content) > 1_000_000)
    assert [button.text() for button in program.window.page.buttons] == ["Try again", "Open another document…"]
    open_and_translate(qtbot, program, DOCUMENTS[0])
    assert program.window.notices.message == ""


def test_a_folder_is_no_document(program: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.documents.open_entry(program.shelf.entry_of(SEEDS))  # a file when it was added
    assert f"“{SEEDS}” is a folder, not a document." in program.window.page.hint


def test_a_language_without_package_shows_the_original_and_says_so(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "svenska.txt"
    path.write_text("Jag vet inte vad jag ska göra, men det finns inget att göra åt det nu för oss här i staden.\n" * 3)
    with qtbot.waitSignal(program.translation.stopped, timeout=PATIENCE):
        program.window.open_files([path])
    page = program.window.page
    assert page.isVisible()
    assert page.heading == "Cannot translate from Swedish to English"
    assert "No language package for Swedish to English is installed." in page.hint
    page.buttons[-1].click()
    assert program.window.reading_view.isVisible()
    assert program.window.reading_view.model().rowCount() == 1


def test_a_broken_package_of_the_user_is_named_and_another_translates(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argostranslate import settings

    monkeypatch.setattr(settings, "package_data_dir", tmp_path)
    shutil.copytree(next(STARTER_PACKAGES.glob("*nb_en*")), tmp_path / "translate-nb_en-9")
    (tmp_path / "translate-nb_en-9" / "model" / "model.bin").write_bytes(b"nonsense")
    open_and_translate(qtbot, program, DOCUMENTS[0])
    folder = tmp_path / "translate-nb_en-9"
    assert program.window.notices.message == (
        f"The package in “{folder}” cannot be used: The model is damaged. Another package is used instead."
    )
    assert program.document.text is not None
    assert program.document.text.packages[0].starter
    assert not program.document.text.outstanding()


def test_a_pdf_that_cannot_be_written_gets_a_sentence(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    with qtbot.waitSignal(program.writing.stopped, timeout=PATIENCE):
        program.writing.write(tmp_path / "no such folder" / "ut.pdf")
    assert "cannot be written: no such file or folder." in program.window.notices.message


def test_damaged_settings_and_library_are_set_aside_with_a_notice_that_stays(
    start: Callable[[], Tospalt], folders: Folders
) -> None:
    for folder, name in ((folders.config, "settings.json"), (folders.data, "library.json")):
        folder.mkdir(exist_ok=True)
        (folder / name).write_text("{")
    program = start()
    assert "The settings were damaged. They were kept as" in program.window.notices.message
    assert (folders.config / "settings.damaged.json").read_text() == "{"
    assert (folders.data / "library.damaged.json").read_text() == "{"
    assert len(program.shelf.library) == 2
    assert "Your library was damaged" in program.window.notices.message
    program.window.notices.clear()  # as opening another document does
    assert "Your library was damaged" in program.window.notices.message


def test_settings_that_are_damaged_while_the_program_runs_are_told_until_that_is_closed(
    program: Tospalt, folders: Folders
) -> None:
    program.preferences.change(text_size=20)
    (folders.config / "settings.json").write_text("{")
    program.preferences.change(text_size=21)
    program.window.notices.clear()
    assert "They were kept as" in program.window.notices.message
    assert "and new ones were saved" in program.window.notices.message


def test_a_text_too_short_to_tell_says_how_it_is_read(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "kort.txt"
    path.write_text("Hei på deg.", "utf-8")
    open_and_translate(qtbot, program, path)
    assert "reading as Norwegian Bokmål" in program.window.notices.message


def test_an_example_cannot_be_removed_and_an_own_document_can(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "min.txt"
    path.write_text("Dette er min egen tekst.", "utf-8")
    with qtbot.waitSignal(program.shelf.changed, timeout=PATIENCE):
        open_and_translate(qtbot, program, path)
    program.window.actions_["remove"].trigger()
    assert len(program.shelf.library) == 2
    assert path.exists()
    open_and_translate(qtbot, program, DOCUMENTS[0])
    program.window.actions_["remove"].trigger()
    assert len(program.shelf.library) == 2
    assert "cannot be removed from the library" in program.window.notices.message


def test_a_damaged_memory_is_kept_with_a_notice_that_stays(
    start: Callable[[], Tospalt], folders: Folders, qtbot: QtBot
) -> None:
    (folders.data / MEMORY_FILE).write_bytes(b"no database " * 1000)
    program = start()
    open_and_translate(qtbot, program, DOCUMENTS[0])
    notices = program.window.notices
    qtbot.waitUntil(lambda: "translation memory was damaged" in notices.message, timeout=PATIENCE)
    open_and_translate(qtbot, program, DOCUMENTS[1])
    assert "translation memory was damaged" in notices.message
    assert (folders.data / f"{MEMORY_FILE}.damaged-1").exists()


def test_all_that_is_wrong_with_the_memory_is_told_though_no_rows_arrive(
    program: Tospalt, folders: Folders, qtbot: QtBot
) -> None:
    memory, pool, notices = program.memory, program.pools.edits, program.window.notices
    (folders.data / f"{MEMORY_FILE}.edits").mkdir()  # in place of the second copy of the edits
    (folders.data / MEMORY_FILE).write_bytes(b"no database " * 1000)
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        pool.start(Job(lambda _: memory.keep_edits("nb", "en", {"Hei.": user_edit("Hei.", "Hi.")})))
    notices.clear()
    told = []
    while notices.message:
        told.append(notices.message)
        next(button for button in notices.findChildren(QPushButton) if button.text() == "Close").click()
    assert len(told) == 2
    assert any("translation memory was damaged" in message for message in told)
    assert any("backup copy of your edits cannot be saved" in message for message in told)
