"""The main task end to end: real window, real documents, a real PDF; and once with the packages that are shipped."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.export import Exported
from reader.parallel import State
from reader.paths import SEEDS
from tests.pdf_text import pdf_text
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.export.dialog import ExportDialog
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place


def hover(program: Tospalt, place: Place) -> None:
    view = program.window.reading_view
    point = QPointF(view.hits.point_of_sentence(place))
    glob = QPointF(view.viewport().mapToGlobal(point))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QMouseEvent.Type.MouseMove, point, glob, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def words(text: str) -> str:
    """The letters and digits of a text, without line breaks and hyphens."""
    return "".join(character for character in text if character.isalnum())


def test_a_document_opened_again_shows_its_translation_at_once(program: Tospalt, qtbot: QtBot) -> None:
    for path in DOCUMENTS:
        open_and_translate(qtbot, program, path)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([DOCUMENTS[0]])
    assert program.document.text is not None
    assert not program.document.text.outstanding()
    assert not program.translation.translating


def test_a_second_document_replaces_the_first_and_its_late_rows_never_show(program: Tospalt, qtbot: QtBot) -> None:
    first, second = DOCUMENTS
    with qtbot.waitSignal(program.document.rows_changed, timeout=PATIENCE):
        program.window.open_files([first])
    open_and_translate(qtbot, program, second)
    text = program.document.text
    assert text is not None and text.document.path == second
    assert {row.state for row in text.rows} <= {State.DONE, State.SAME}


def test_a_cancelled_translation_stops_and_goes_on_where_it_was(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "lang.txt"
    path.write_text(DOCUMENTS[0].read_text("utf-8") * 10, "utf-8")
    engine.let_through(1)
    with qtbot.waitSignal(program.document.rows_changed, timeout=PATIENCE):
        program.window.open_files([path])
    program.window.actions_["cancel"].trigger()
    text = program.document.text
    assert text is not None
    left = text.outstanding()
    assert left and not program.translation.translating
    done = {i: row for i, row in enumerate(text.rows) if row.state is State.DONE}
    engine.let_through(1)
    program.window.actions_["resume"].trigger()
    assert program.translation.translating
    with qtbot.waitSignal(program.document.rows_changed, timeout=PATIENCE):
        pass
    program.translation.cancel()
    assert len(text.outstanding()) < len(left)
    assert all(text.rows[i] is row for i, row in done.items())


def test_the_direction_can_be_swapped_and_is_remembered(start: Callable[[], Tospalt], qtbot: QtBot) -> None:
    program = start()
    open_and_translate(qtbot, program, DOCUMENTS[0])
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.actions_["swap"].trigger()
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    assert program.document.text is not None
    assert program.document.text.source_language == "en"
    again = start()
    open_and_translate(qtbot, again, DOCUMENTS[0])
    assert again.document.text is not None
    assert (again.document.text.source_language, again.document.text.target_language) == ("en", "nb")


def test_a_pdf_asked_for_too_early_is_written_when_the_translation_is_done(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "ut.pdf"
    program.document.opened.connect(lambda _: program.writing.write(target))
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        program.window.open_files([DOCUMENTS[1]])
    assert "ikke oversatt" not in pdf_text(target)
    assert str(target) in program.window.notices.message


def test_swapping_the_direction_keeps_the_place(program: Tospalt, qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[1])
    view = program.window.reading_view
    qtbot.waitUntil(lambda: view.settled, timeout=PATIENCE)
    view.verticalScrollBar().setValue(view.rowViewportPosition(8))
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.actions_["swap"].trigger()
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    assert view.rowAt(0) in (7, 8, 9)


@pytest.mark.parametrize("leave", ["cancel", "another", "remove"])
def test_a_promised_pdf_that_cannot_be_written_is_told(
    leave: str, program: Tospalt, engine: HeldEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    path, target = tmp_path / "lang.txt", tmp_path / "ut.pdf"
    path.write_text(DOCUMENTS[0].read_text("utf-8") * 10, "utf-8")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    program.writing.write(target)
    assert "will be saved when the translation is finished" in program.window.notices.message
    if leave == "cancel":
        program.window.actions_["cancel"].trigger()
    elif leave == "remove":
        qtbot.waitUntil(lambda: program.shelf.library.find(path) is not None, timeout=PATIENCE)
        program.window.actions_["remove"].trigger()
        assert program.document.entry is None
        assert "was removed" in program.window.notices.message  # which can be undone, and is closed first
        close = [each for each in program.window.notices.findChildren(QPushButton) if each.text() == "Close"]
        close[0].click()
    else:
        program.window.open_files([DOCUMENTS[1]])
    assert "was not saved because the translation was stopped" in program.window.notices.message
    assert not target.exists()


def test_the_export_dialog_asks_before_it_replaces_the_very_file_it_writes(program: Tospalt, qtbot: QtBot) -> None:
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    open_and_translate(qtbot, program, DOCUMENTS[0])
    program.window.actions_["export"].trigger()
    export = program.window.findChild(ExportDialog)
    assert export is not None
    export.export_button.click()
    dialog = program.window.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.defaultSuffix() == "pdf"
    assert not dialog.testOption(QFileDialog.Option.DontConfirmOverwrite)
    proposed = Path(dialog.selectedFiles()[0])
    assert program.document.text is not None
    title = program.document.text.document.title
    assert title.startswith(proposed.name.removesuffix(" nb-en.pdf"))
    assert proposed.parent != SEEDS
    dialog.close()
    export.close()


def test_better_links_take_the_place_of_the_first_ones(program: Tospalt, qtbot: QtBot) -> None:
    """Once all text is translated, the opposite direction is used too; only the links change."""
    open_and_translate(qtbot, program, DOCUMENTS[0])
    text = program.document.text
    assert text is not None
    before = [row.sentences for row in text.rows]
    targets = [row.target for row in text.rows]
    qtbot.waitUntil(lambda: [row.sentences for row in text.rows] != before, timeout=PATIENCE)
    assert [row.target for row in text.rows] == targets


def test_a_document_opens_again_where_it_was_left(start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "lang.txt"
    path.write_text(DOCUMENTS[0].read_text("utf-8") * 4, "utf-8")
    program = start()
    open_and_translate(qtbot, program, path)
    view = program.window.reading_view
    qtbot.waitUntil(lambda: view.settled, timeout=PATIENCE)
    view.verticalScrollBar().setValue(view.rowViewportPosition(20) + 9)
    open_and_translate(qtbot, program, DOCUMENTS[1])
    open_and_translate(qtbot, program, path)
    assert (view.top_row(), view.rowViewportPosition(20)) == (20, -9)
    program.window.close()
    again = start()
    open_and_translate(qtbot, again, path)
    assert again.window.reading_view.top_row() == 20


# Last, since the rest of the module translates with that pair.
@pytest.mark.usefixtures("shipped_pair")
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem[:3])
def test_a_document_is_opened_translated_read_and_exported(
    path: Path, program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    open_and_translate(qtbot, program, path)
    text, view = program.document.text, program.window.reading_view
    assert text is not None and text.rows
    assert {row.state for row in text.rows} <= {State.DONE, State.SAME}

    number = next(i for i, row in enumerate(text.rows) if len(row.sentences) > 1)
    row = text.rows[number]
    for column in (SOURCE, TARGET):
        for sentence, pair in enumerate(row.sentences):
            hover(program, Place(number, column, sentence))
            assert view.highlighter.sentence == Place(number, column, sentence)
            assert view.highlighter.texts == (row.source.text[slice(*pair.source)], row.target[slice(*pair.target)])

    target = tmp_path / "ut.pdf"
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE) as exported:
        program.writing.write(target)
    with pypdfium2.PdfDocument(target) as document:
        assert exported.args == [target, Exported(pages=len(document))]
    read = words(pdf_text(target))
    for row in text.rows:
        for part in (row.source.text, row.target):
            opening = words(part)[:25]
            assert opening in read
