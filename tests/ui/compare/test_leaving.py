"""What leaves the window, exported or printed, has no warning that the window does not show."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.export import ExportOptions
from reader.parallel import ParallelText
from tests.samples import sample_rows
from tests.ui.compare.checklist import LATER, WARNED, listed, with_findings
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.sentences import Sort
from ui.compare.spots import Spot
from ui.export.batch_dialog import BatchDialog
from ui.export.dialog import ExportDialog
from ui.export.preview import Preview
from ui.reading.cell import TARGET
from ui.reading.places import Place

SIGN = "⚠"
Act = Callable[[Tospalt], object]


@pytest.fixture
def warned(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> Tospalt:
    """The program with a document that has two warnings; the checklist is hidden, so that no model is loaded for it."""
    with_findings(program, qtbot, tmp_path)
    qtbot.waitUntil(lambda: not program.translation.linking, timeout=PATIENCE)
    return program


def go(program: Tospalt, spot: Spot) -> None:
    program.window.reading_view.move_caret(Place(spot[0], TARGET, spot[1]))


def dismiss(program: Tospalt) -> None:
    go(program, WARNED)
    program.window.checking.panel.current.dismissed.emit("number")


def dismiss_unsaved(program: Tospalt) -> None:
    """Dismiss a warning while nothing can be written."""
    program.judging.pause()
    dismiss(program)
    assert program.judging.unsaved


def rule_out(program: Tospalt) -> None:
    go(program, WARNED)
    program.window.checking.panel.current.ruled_out.emit("number")


def dismiss_and_undo(program: Tospalt) -> None:
    dismiss(program)
    program.window.actions_["undo"].trigger()


ACTS = [(dismiss, [LATER]), (dismiss_unsaved, [LATER]), (rule_out, []), (dismiss_and_undo, [WARNED, LATER])]


def signs_in(path: Path) -> int:
    """How many sentences have a warning in an exported file."""
    found = path.read_text("utf-8").count(SIGN)
    return found - (found > 0)  # the legend


def shown(program: Tospalt) -> int:
    """How many have one in the window."""
    text, model = program.document.text, program.window.reading_view._model
    assert text is not None
    return sum(bool(pair.warnings) for number in range(len(text.rows)) for pair in model.row(number).sentences)


def exported(program: Tospalt, qtbot: QtBot, path: Path) -> Path:
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        program.writing.write(path)
    return path


@pytest.mark.parametrize(("act", "left"), ACTS)
def test_an_exported_file_has_the_warnings_that_the_window_shows(
    act: Act, left: list[Spot], warned: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    assert signs_in(exported(warned, qtbot, tmp_path / "ut.md")) == shown(warned) == 2
    act(warned)
    qtbot.waitUntil(lambda: listed(warned, Sort.WARNED) == left, timeout=PATIENCE)
    assert signs_in(exported(warned, qtbot, tmp_path / "ut.md")) == shown(warned) == len(left)
    if warned.judging.unsaved:
        warned.judging.resume()


@pytest.mark.parametrize(("act", "left"), sample_rows(ACTS, 3))
def test_one_of_several_exported_files_has_the_warnings_that_the_window_shows(
    act: Act, left: list[Spot], warned: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    act(warned)
    entry = warned.document.entry
    assert entry is not None
    warned.window.actions_["export_several"].trigger()
    dialog = warned.window.findChildren(BatchDialog)[-1]
    dialog._on_folder(str(tmp_path / "ut"))
    dialog.choices._format.setCurrentIndex(dialog.choices._format.findData(".md"))
    dialog.tick_these([warned.window.library.model.ordered().index(entry)])
    dialog.export_button.click()
    qtbot.waitUntil(lambda: not dialog.writing, timeout=PATIENCE)
    [path] = (tmp_path / "ut").iterdir()
    assert signs_in(path) == shown(warned) == len(left)
    if warned.judging.unsaved:
        warned.judging.resume()


@pytest.mark.parametrize("command", ["export", "print"])
def test_the_pages_that_are_previewed_and_printed_have_no_dismissed_warning(
    command: str, warned: Tospalt, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out = list[ParallelText]()

    def set_pdf(text: ParallelText, *_: object, **__: object) -> None:
        laid_out.append(text)
        raise OSError

    monkeypatch.setattr("ui.export.preview.set_pdf", set_pdf)
    dismiss(warned)
    warned.window.actions_[command].trigger()
    dialog = warned.window.findChildren(ExportDialog)[-1]
    preview = dialog.findChild(Preview)
    assert preview is not None
    if not laid_out:
        qtbot.waitSignal(preview.failed, timeout=PATIENCE).wait()
    warnings = [
        (row, n) for row, each in enumerate(laid_out[-1].rows) for n, p in enumerate(each.sentences) if p.warnings
    ]
    assert warnings == [LATER]
    dialog.close()


def test_how_much_is_checked_is_in_an_export_as_it_is_in_the_panel(
    warned: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    go(warned, (0, 0))
    warned.window.actions_["accept"].trigger()
    path = tmp_path / "ut.md"
    with qtbot.waitSignal(warned.writing.exported, timeout=PATIENCE):
        warned.writing.write(path, ExportOptions(checked=True))
    words = warned.window.checking.panel.progress.text()
    assert words == "2 of 4 sentences checked" and words in path.read_text("utf-8")
