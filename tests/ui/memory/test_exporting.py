"""The translation memory is exported from the window."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.errors import CancelledError
from reader.memory import import_tmx
from reader.parallel import Hypothesis, user_edit
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.memory.export_dialog import MemoryExportDialog
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.line_breaks import unbroken
from ui.window.memory_dialog import MemoryDialog

PACKAGE = "translate-nb_en 1.9 7"


@pytest.fixture
def full(program: Tospalt) -> Tospalt:
    program.memory.keep_edits("nb", "en", {"Hei.": user_edit("Hei.", "Hi.")})
    program.memory.store(PACKAGE, {text: Hypothesis("Yes.", 0.0) for text in ("Ja.", "Jo.")})
    return program


@pytest.fixture
def ask(program: Tospalt, qtbot: QtBot) -> Callable[[], MemoryExportDialog]:
    """Asks for an export from the dialog of the memory."""

    def ask() -> MemoryExportDialog:
        program.window.actions_["memory"].trigger()
        memory = program.window.findChildren(MemoryDialog)[-1]
        qtbot.waitUntil(memory.export_button.isEnabled, timeout=PATIENCE)
        memory.export_button.click()
        dialog = program.window.findChildren(MemoryExportDialog)[-1]
        qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
        return dialog

    return ask


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """The file that is chosen."""
    return tmp_path / "ut.tmx"


def begin(dialog: MemoryExportDialog, out: Path) -> None:
    """Export to `out`."""
    dialog.begin_button.click()
    asked = dialog.findChildren(FileDialog)[-1]
    assert asked.defaultSuffix() == "tmx"
    asked.fileSelected.emit(str(out))
    asked.close()


@pytest.mark.parametrize(("everything", "number"), [(False, 1), (True, 3)])
def test_edits_or_everything_is_written_and_told(
    everything: bool, number: int, full: Tospalt, ask: Callable[[], MemoryExportDialog], out: Path, qtbot: QtBot
) -> None:
    dialog = ask()
    assert (dialog.own.text(), dialog.all.text()) == (
        "&Your edits and imported translations (1)",
        "&Machine translations too (3)",
    )
    assert dialog.own.isChecked()
    dialog.all.setChecked(everything)
    begin(dialog, out)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    told = "1 sentence was saved" if number == 1 else "3 sentences were saved"
    assert unbroken(dialog.message.text()) == f"{told} in “{out}”."
    assert out.read_text("utf-8").count("<tu>") == number


def test_without_edits_machine_translations_are_what_there_is(
    program: Tospalt, ask: Callable[[], MemoryExportDialog]
) -> None:
    program.memory.store(PACKAGE, {"Ja.": Hypothesis("Yes.", 0.0)})
    dialog = ask()
    assert not dialog.own.isEnabled() and dialog.all.isChecked()


def test_a_sentence_counts_once_whoever_translated_it(full: Tospalt, ask: Callable[[], MemoryExportDialog]) -> None:
    full.memory.keep_edits("nb", "en", {"Ja.": user_edit("Ja.", "Yep.")})
    full.memory.store("translate-nb_en 1.10 8", {text: Hypothesis("Yeah.", 0.0) for text in ("Ja.", "Jo.")})
    dialog = ask()
    assert (dialog.own.text()[-3:], dialog.all.text()[-3:]) == ("(2)", "(3)")
    assert sum(1 for _ in full.memory.stored("nb", "en", machine=True)) == 3


def test_where_nothing_is_stored_nothing_can_be_exported(program: Tospalt, qtbot: QtBot) -> None:
    program.window.actions_["memory"].trigger()
    memory = program.window.findChildren(MemoryDialog)[-1]
    qtbot.waitUntil(lambda: "No translations" in memory._told.text(), timeout=PATIENCE)
    assert not memory.export_button.isEnabled() and memory.import_button.isEnabled()


def test_the_dialog_of_the_memory_tells_how_much_there_is_by_direction(full: Tospalt, qtbot: QtBot) -> None:
    full.memory.keep_edits("en", "nb", {"Bye.": user_edit("Bye.", "Ha det.")})
    full.window.actions_["memory"].trigger()
    memory = full.window.findChildren(MemoryDialog)[-1]
    qtbot.waitUntil(lambda: "Size on disk: " in memory._told.text(), timeout=PATIENCE)
    assert lines_of(memory)[0].startswith("2 translated sentences and 2 edits are stored")
    assert lines_of(memory)[2:4] == [
        "English to Norwegian Bokmål: 0 translated sentences and 1 edit",
        "Norwegian Bokmål to English: 2 translated sentences and 1 edit",
    ]


def lines_of(memory: MemoryDialog) -> list[str]:
    return memory._told.text().split("\n")


def test_imported_sentences_are_told_apart_and_exported_with_the_edits(
    full: Tospalt, ask: Callable[[], MemoryExportDialog], tmp_path: Path, qtbot: QtBot
) -> None:
    file = tmp_path / "minne.tmx"
    units = "".join(
        f'<tu><tuv xml:lang="en"><seg>{text}</seg></tuv><tuv xml:lang="nb"><seg>x</seg></tuv></tu>' for text in "ab"
    )
    file.write_text(f'<tmx version="1.4"><body>{units}</body></tmx>')
    import_tmx(file, "en", "nb", full.memory)
    dialog = ask()
    assert dialog.own.text() == "&Your edits and imported translations (3)"
    assert dialog.all.text() == "&Machine translations too (5)"
    dialog.close_button.click()
    full.window.actions_["memory"].trigger()
    memory = full.window.findChildren(MemoryDialog)[-1]
    qtbot.waitUntil(lambda: "Size on disk: " in memory._told.text(), timeout=PATIENCE)
    assert lines_of(memory)[0].startswith("2 translated sentences, 1 edit and 2 imported sentences are stored")
    assert lines_of(memory)[2:4] == [
        "English to Norwegian Bokmål: 0 translated sentences, 0 edits and 2 imported sentences",
        "Norwegian Bokmål to English: 2 translated sentences and 1 edit",
    ]


def test_an_export_is_cancelled_with_escape(
    full: Tospalt,
    ask: Callable[[], MemoryExportDialog],
    out: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def export_for_ever(*_: object, cancelled: Callable[[], bool], **__: object) -> int:
        while not Event().wait(0.01):
            if cancelled():
                raise CancelledError
        return 0

    monkeypatch.setattr("ui.memory.controller.export_memory", export_for_ever)
    dialog = ask()
    begin(dialog, out)
    assert dialog.working
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    assert dialog.message.text() == "The export was cancelled. Nothing was saved."


def test_a_file_that_cannot_be_written_is_one_sentence(
    full: Tospalt, ask: Callable[[], MemoryExportDialog], out: Path, qtbot: QtBot
) -> None:
    out.mkdir()
    dialog = ask()
    begin(dialog, out)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    assert "cannot be written: it is a folder." in dialog.message.text()


def test_the_file_that_is_written_is_the_one_that_is_asked_about(
    full: Tospalt, ask: Callable[[], MemoryExportDialog]
) -> None:
    dialog = ask()
    dialog.begin_button.click()
    asked = dialog.findChildren(FileDialog)[-1]
    assert asked.defaultSuffix() == "tmx"
    assert not asked.testOption(FileDialog.Option.DontConfirmOverwrite)
    asked.close()
