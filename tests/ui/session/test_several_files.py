"""Writing several files while a dialog is open."""

from pathlib import Path
from threading import Event

from pytestqt.qtbot import QtBot

from reader.export import USUAL_COLUMNS, ExportOptions
from reader.parallel import Column, State
from tests.ui.documents import text_of
from tests.ui.editing.sentence import nothing_read
from tests.ui.export.asking import ask, column
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.session.attachments import Additions
from ui.toolkit.jobs import Job

BACK = ExportOptions(columns=(*USUAL_COLUMNS, Column.BACK))


def test_nothing_is_exported_of_a_text_that_is_about_to_be_left(opened: Tospalt, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE), nothing_read(opened):
        opened.window.actions_["swap"].trigger()
        opened.window.actions_["export"].trigger()
        assert "Export it when it is ready" in opened.window.notices.message


def test_each_of_two_files_that_were_promised_is_written(
    busy: Event, program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "en.md", tmp_path / "to.md"
    program.writing.write(first)
    program.writing.write(second)
    busy.set()
    qtbot.waitUntil(lambda: first.exists() and second.exists(), timeout=PATIENCE)


def test_a_promised_file_has_what_stands_with_it_though_the_dialog_asks_for_less(
    opened: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    free = Event()
    opened.pools.engine.start(Job(lambda _: free.wait()))
    opened.writing.write(tmp_path / "ut.md", BACK, additions=Additions(back=True))
    dialog = ask(opened)
    column(dialog, "Back-translation").setChecked(True)
    column(dialog, "Back-translation").setChecked(False)
    with qtbot.waitSignal(opened.writing.exported, timeout=PATIENCE):
        free.set()
    text = text_of(opened)
    assert all(row.back for row in text.rows if row.state is State.DONE)
    assert dialog.isVisible()  # it is for another file
    dialog.close()


def test_a_dialog_whose_file_will_not_be_written_can_be_closed(opened: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    free = Event()
    opened.pools.engine.start(Job(lambda _: free.wait()))
    dialog = ask(opened)
    column(dialog, "Back-translation").setChecked(True)
    dialog.confirmed.emit(tmp_path / "ut.md", BACK, ".md", False)
    assert dialog.writing
    opened.translation.cancel()
    free.set()
    assert not dialog.writing
    dialog.reject()
    assert not dialog.isVisible()
