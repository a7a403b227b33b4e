"""TMX files are imported from the window: chosen, opened or dropped; asked about, and told of."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAccessible, QDropEvent
from pytestqt.qtbot import QtBot

from reader.errors import CancelledError, OutputError
from reader.memory import TmxReport
from reader.parallel import user_edit
from tests.ui.documents import open_and_translate
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.memory.import_dialog import ImportDialog
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.line_breaks import unbroken
from ui.window.memory_dialog import MemoryDialog

PAIRS = {"Katten er ute.": "The tomcat is outdoors.", "Hun sover ikke.": "She is wide awake."}


def tmx(source: str = "nb-NO", languages: tuple[str, str] = ("nb-NO", "en-GB")) -> str:
    tu = '<tu><tuv xml:lang="{}"><seg>{}</seg></tuv><tuv xml:lang="{}"><seg>{}</seg></tuv></tu>'
    units = (tu.format(languages[0], one, languages[1], other) for one, other in PAIRS.items())
    header = f'<header creationtool="x" segtype="sentence" adminlang="en" srclang="{source}" datatype="x"/>'
    return f'<tmx version="1.4">{header}<body>{"".join(units)}</body></tmx>'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "minne.tmx"
    path.write_text(tmx(), "utf-8")
    return path


@pytest.fixture
def ask(program: Tospalt, qtbot: QtBot, file: Path) -> Callable[..., ImportDialog]:
    """Opens files, and waits until the dialog knows their languages."""

    def ask(*paths: Path) -> ImportDialog:
        program.window.open_files(paths or [file])
        dialog = program.window.findChildren(ImportDialog)[-1]
        qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
        return dialog

    return ask


def go_on(dialog: ImportDialog, qtbot: QtBot) -> str:
    """Import, and return what is told."""
    dialog.begin_button.click()
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    return unbroken(dialog.message.text())


def edits(program: Tospalt, source: str, target: str) -> dict[str, str]:
    sentences = [*PAIRS, *PAIRS.values()]
    return {key: edit.text for key, edit in program.memory.edits(source, target, sentences, exactly=True).items()}


@pytest.mark.skipif(os.name != "posix", reason="elsewhere no file can be called so")
def test_a_file_with_an_odd_name_is_named_in_one_line_that_turns_nothing_around(
    ask: Callable[..., ImportDialog], tmp_path: Path
) -> None:
    odd = tmp_path / "linje\nto \u202eno.tmx"
    odd.write_text(tmx(), "utf-8")
    assert unbroken(ask(odd).about.text()).startswith("The translations in “linje to no.tmx” are added")


def test_a_file_is_imported_as_it_says_and_what_came_of_it_is_told(
    program: Tospalt, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    dialog = ask()
    assert "“minne.tmx”" in dialog.about.text() and not program.memory.amounts()
    assert (dialog.source.currentData(), dialog.target.currentData(), dialog.both.isChecked()) == ("nb", "en", False)
    assert go_on(dialog, qtbot) == "2 sentences were added."
    assert edits(program, "nb", "en") == PAIRS and edits(program, "en", "nb") == {}
    assert dialog.close_button.text() == "Close" and not dialog.begin_button.isVisible()
    dialog.close_button.click()
    assert go_on(ask(), qtbot) == "0 sentences were added.\n2 were already there."


def test_the_languages_and_both_directions_can_be_chosen(
    program: Tospalt, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    dialog = ask()
    dialog.source.setCurrentIndex(dialog.source.findData("en"))
    assert not dialog.begin_button.isEnabled()
    dialog.target.setCurrentIndex(dialog.target.findData("nb"))
    dialog.both.setChecked(True)
    assert go_on(dialog, qtbot) == "4 sentences were added."
    assert edits(program, "nb", "en") == PAIRS
    assert edits(program, "en", "nb") == {other: one for one, other in PAIRS.items()}


def test_what_a_file_leaves_open_is_for_both_directions(
    file: Path, program: Tospalt, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    file.write_text(tmx("*all*"), "utf-8")
    dialog = ask()
    assert dialog.both.isChecked()
    assert go_on(dialog, qtbot) == "4 sentences were added."


def test_where_units_say_different_things_each_is_for_its_direction(
    file: Path, program: Tospalt, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    file.write_text(tmx().replace("<tu>", '<tu srclang="en">', 1), "utf-8")
    dialog = ask()
    assert dialog.both.isChecked()
    assert go_on(dialog, qtbot) == "2 sentences were added."
    first, second = PAIRS.items()
    assert edits(program, "nb", "en") == dict([second]) and edits(program, "en", "nb") == {first[1]: first[0]}


def test_rows_on_screen_show_what_is_imported(
    tmp_path: Path, program: Tospalt, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    document = tmp_path / "katt.txt"
    document.write_text(" ".join(PAIRS), "utf-8")
    open_and_translate(qtbot, program, document)
    go_on(ask(), qtbot)
    expected = " ".join(PAIRS.values())
    qtbot.waitUntil(
        lambda: program.document.text is not None and program.document.text.rows[0].target == expected,
        timeout=PATIENCE,
    )


def test_languages_that_are_not_known_are_named(ask: Callable[..., ImportDialog], file: Path) -> None:
    file.write_text(tmx(languages=("kilde", "en")), "utf-8")
    dialog = ask()
    assert unbroken(dialog.message.text()) == "Tospalt does not know these languages: kilde."
    assert not dialog.begin_button.isVisible()


def test_a_language_that_is_named_is_the_one_with_its_code(ask: Callable[..., ImportDialog], file: Path) -> None:
    file.write_text(tmx("Norwegian", ("Norwegian", "English")), "utf-8")
    dialog = ask()
    assert (dialog.source.currentData(), dialog.target.currentData(), dialog.both.isChecked()) == ("nb", "en", False)


def test_an_edit_of_the_user_stays(program: Tospalt, ask: Callable[..., ImportDialog], qtbot: QtBot) -> None:
    sentence = next(iter(PAIRS))
    program.memory.keep_edits("nb", "en", {sentence: user_edit(sentence, "Mine.")})
    assert go_on(ask(), qtbot) == "One sentence was added.\nOne is kept as you have edited it."
    assert edits(program, "nb", "en")[sentence] == "Mine."


def test_files_dropped_with_documents_are_imported_and_the_documents_opened(
    file: Path, tmp_path: Path, program: Tospalt, qtbot: QtBot
) -> None:
    document, other = tmp_path / "katt.txt", tmp_path / "ANNET.TMX"
    document.write_text("Katten er ute.", "utf-8")
    other.write_text("no memory")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (file, document, other)])
    no_keys = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_keys)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.dropEvent(drop)
    [dialog] = program.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    assert "“ANNET.TMX”, “minne.tmx”" in dialog.about.text()
    added, error = go_on(dialog, qtbot).split("\n")
    assert added == "2 sentences were added." and "ANNET.TMX” is not a TMX file." in error
    assert [entry.path.name for entry in program.shelf.library if not entry.bundled] == ["katt.txt"]


def test_files_are_chosen_from_the_dialog_of_the_memory(file: Path, program: Tospalt, qtbot: QtBot) -> None:
    program.window.actions_["memory"].trigger()
    memory = program.window.findChildren(MemoryDialog)[-1]
    memory.import_button.click()
    assert not memory.isVisible()
    asked = program.window.findChildren(FileDialog)[-1]
    asked.filesSelected.emit([str(file)])
    asked.close()
    [dialog] = program.window.findChildren(ImportDialog)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    assert go_on(dialog, qtbot) == "2 sentences were added."
    assert program.preferences.settings.last_folder == str(file.parent)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("<html/>", "minne.tmx” is a web page, not a TMX file."),
        (tmx(languages=("nb", "no")), "There are no translations"),
    ],
)
def test_what_cannot_be_imported_is_said_in_one_sentence(
    content: str, words: str, file: Path, ask: Callable[..., ImportDialog]
) -> None:
    file.write_text(content)
    dialog = ask()
    assert words in unbroken(dialog.message.text()) and not dialog.begin_button.isVisible()
    assert dialog.close_button.text() == "Close"


def test_escape_closes_the_dialog_and_nothing_is_imported(
    program: Tospalt, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    dialog = ask()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible() and program.memory.amounts() == []
    assert ask().isVisible()


def test_everything_in_the_dialog_has_a_name(ask: Callable[..., ImportDialog]) -> None:
    dialog = ask()
    for widget in (dialog.source, dialog.target, dialog.both, dialog.begin_button, dialog.close_button):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


# While it is under way


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Imports wait for this event, or until they are cancelled."""
    free = Event()

    def import_slowly(path: Path, *_: object, cancelled: Callable[[], bool], **__: object) -> TmxReport:
        while not free.wait(0.01):
            if cancelled():
                raise CancelledError
        if path.name == "full.tmx":
            raise OutputError("The disk is full.")
        return TmxReport(3, 1204, 13)

    monkeypatch.setattr("ui.memory.controller.import_tmx", import_slowly)
    yield free
    free.set()


def test_an_import_is_cancelled_with_escape_and_can_be_begun_anew(
    held: Event, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    dialog = ask()
    dialog.begin_button.click()
    assert dialog.working and not dialog.choices.isEnabled() and dialog.close_button.text() == "Cancel"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.working, timeout=PATIENCE)
    assert dialog.isVisible() and dialog.message.text() == "The import was cancelled. Nothing was added."


def test_before_the_languages_are_known_escape_closes_the_dialog(
    program: Tospalt, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = Event()
    monkeypatch.setattr("ui.memory.controller.languages_of_tmx", lambda *_: free.wait())
    program.window.open_files([file])
    [dialog] = program.window.findChildren(ImportDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    free.set()


def test_what_came_of_several_files_is_told_together(
    held: Event, tmp_path: Path, file: Path, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    others = [tmp_path / "b.tmx", tmp_path / "full.tmx"]
    for other in others:
        other.write_bytes(file.read_bytes())
    held.set()
    words = go_on(ask(file, *others), qtbot)
    assert words == "2,408 sentences were added.\n26 were already there.\nThe disk is full."


def test_closing_the_window_warns_once_and_then_ends_the_import(
    held: Event, program: Tospalt, ask: Callable[..., ImportDialog], qtbot: QtBot
) -> None:
    dialog = ask()
    dialog.begin_button.click()
    assert not program.window.close()
    assert dialog.message.text().startswith("Tospalt is still importing translations.")
    assert program.window.close()
    program.close()
    assert not held.is_set()


def test_the_dialog_is_in_norwegian_too(norwegian: None, file: Path, qtbot: QtBot) -> None:
    dialog = ImportDialog([file])
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Importer til oversettelsesminnet"
    assert dialog.message.text() == "Leser filen\u00a0…"
