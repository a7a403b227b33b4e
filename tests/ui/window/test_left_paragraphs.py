"""Paragraphs in another language: left and marked, translated all the same at the user's wish; Danish documents."""

from pathlib import Path
from random import Random
from threading import Event

import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from reader.parallel import State, paragraph_key
from reader.translation import foreign_to
from tests.paragraphs_in import paragraph
from tests.ui.documents import open_and_translate, text_of
from tests.ui.held_engine import HeldEngine
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.cell import SOURCE, TARGET, sign_of
from ui.reading.hints import hint_at
from ui.reading.places import Place
from ui.session import open_document
from ui.window.information_text import as_text

GERMAN = paragraph("de", Random(3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A Norwegian document whose second paragraph is German."""
    path = tmp_path / "blandet.txt"
    path.write_text("\n\n".join([paragraph("nb", Random(1)), GERMAN, paragraph("nb", Random(2))]), "utf-8")
    return path


@pytest.fixture
def mixed(program: Tospalt, qtbot: QtBot, path: Path) -> Tospalt:
    """The program with it, translated."""
    open_and_translate(qtbot, program, path)
    return program


def states(program: Tospalt) -> list[State]:
    return [row.state for row in text_of(program).rows]


def toggle(program: Tospalt, qtbot: QtBot, row: int, state: State) -> None:
    program.window.reading_view.move_caret(Place(row, TARGET, None))
    program.window.actions_["force"].trigger()
    qtbot.waitUntil(lambda: states(program)[row] is state, timeout=PATIENCE)


def test_a_paragraph_in_another_language_is_left_and_marked(mixed: Tospalt) -> None:
    view, row = mixed.window.reading_view, text_of(mixed).rows[1]
    assert states(mixed) == [State.DONE, State.SAME, State.DONE]
    sign = sign_of(row)
    assert sign is not None
    assert sign.meaning == "Paragraph in German, not translated"
    model = view.model()
    assert model.data(model.index(1, TARGET), Qt.ItemDataRole.DisplayRole) == GERMAN
    spoken = model.data(model.index(1, TARGET), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == f"Paragraph 2, English. Paragraph in German, not translated: {GERMAN}"
    assert hint_at((1, TARGET, 0), "", view._model) == "Paragraph in German, not translated"


def test_it_does_not_count_as_missing(mixed: Tospalt) -> None:
    tally = mixed.document.tally
    assert tally is not None
    assert (tally.total, tally.missing) == (2, 0)


def test_the_user_has_it_translated_all_the_same_and_left_again(mixed: Tospalt, qtbot: QtBot) -> None:
    toggle(mixed, qtbot, 1, State.DONE)
    assert mixed.document.tally is not None
    assert mixed.document.tally.total == 3
    toggle(mixed, qtbot, 1, State.SAME)
    assert mixed.document.tally.total == 2
    assert text_of(mixed).rows[1].language == "de"


def test_the_command_shows_whether_the_paragraph_at_the_caret_is_translated_all_the_same(
    mixed: Tospalt, qtbot: QtBot
) -> None:
    action, view = mixed.window.actions_["force"], mixed.window.reading_view
    assert action in view.actions() and action.isCheckable()
    toggle(mixed, qtbot, 1, State.DONE)
    assert action.isChecked()
    view.move_caret(Place(0, TARGET, 0))
    assert not action.isChecked()
    action.trigger()  # refused: it is in the language of the document
    assert not action.isChecked()
    view.move_caret(Place(1, TARGET, 0))
    assert action.isChecked()
    toggle(mixed, qtbot, 1, State.SAME)
    assert not action.isChecked()


def test_what_is_left_is_counted_in_the_status_line(mixed: Tospalt, qtbot: QtBot) -> None:
    assert mixed.window.status.caption == "2 paragraphs translated, 1 left as it is"
    toggle(mixed, qtbot, 1, State.DONE)
    qtbot.waitUntil(lambda: mixed.window.status.caption == "3 paragraphs translated", timeout=PATIENCE)


def test_the_sign_in_the_margin_says_what_it_means(mixed: Tospalt) -> None:
    view = mixed.window.reading_view
    for layout in ("view_both", "view_stacked", "view_translation"):
        mixed.window.actions_[layout].trigger()
        column = SOURCE if view._layout.arrangement.stacked else TARGET  # it is not repeated below the original
        band, origin = view._layout.slot(1).arrangement.band(column), view._layout.text_origin(1, column)
        beside = QPointF(band.text_left + band.text_width + 8, origin.y() + 4)
        assert view._hint_at(beside) == "Paragraph in German, not translated", layout
        assert view._hint_at(beside + QPointF(0, view._layout.line_height * 1.5)) == ""
        below = view._layout.text_origin(2, TARGET)
        assert view._hint_at(QPointF(beside.x(), below.y() + 4)) == ""


def test_the_wish_is_kept_for_the_document(mixed: Tospalt, qtbot: QtBot) -> None:
    toggle(mixed, qtbot, 1, State.DONE)
    entry = mixed.document.entry
    assert entry is not None
    path = entry.path
    mixed.window.documents.close_document()
    open_and_translate(qtbot, mixed, path)
    assert states(mixed) == [State.DONE] * 3


def test_a_file_that_waits_for_the_translation_is_written_with_what_the_user_wants_translated(
    program: Tospalt, engine: HeldEngine, qtbot: QtBot, path: Path, tmp_path: Path
) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])
    qtbot.waitUntil(lambda: states(program)[1] is State.SAME, timeout=PATIENCE)
    program.writing.write(tmp_path / "ut.md")
    toggle(program, qtbot, 1, State.PENDING)
    with qtbot.waitSignal(program.writing.exported, timeout=PATIENCE):
        engine.release()
    assert states(program) == [State.DONE] * 3
    assert text_of(program).rows[1].target in (tmp_path / "ut.md").read_text("utf-8")


def test_code_with_the_same_words_stays_as_it_is(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "kode.md"
    around = [paragraph("nb", Random(seed)) for seed in range(3)]
    path.write_text("\n\n".join([around[0], GERMAN, f"```\n{GERMAN}\n```", *around[1:]]), "utf-8")
    open_and_translate(qtbot, program, path)
    toggle(program, qtbot, 1, State.DONE)
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    assert states(program) == [State.DONE, State.DONE, State.SAME, State.DONE, State.DONE]


def test_the_user_has_it_translated_before_it_was_left(mixed: Tospalt, qtbot: QtBot) -> None:
    mixed.window.documents.close_document()
    with qtbot.waitSignal(mixed.document.opened, timeout=PATIENCE):
        mixed.window.documents.open_entry(next(iter(mixed.shelf.library)))
    assert states(mixed)[1] is State.PENDING
    toggle(mixed, qtbot, 1, State.DONE)


def test_of_a_paragraph_in_the_language_of_the_document_it_says_so(mixed: Tospalt) -> None:
    mixed.window.reading_view.move_caret(Place(0, TARGET, 0))
    mixed.window.actions_["force"].trigger()
    assert mixed.window.notices.message == "This paragraph does not seem to be in another language."
    assert foreign_to(text_of(mixed), text_of(mixed).rows[0].source) == ""


def test_the_information_tells_the_languages_of_what_was_left(mixed: Tospalt, qtbot: QtBot) -> None:
    mixed.window.actions_["information"].trigger()
    dialog = mixed.window._information._dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: "Paragraphs not translated: German: 1" in as_text(dialog._parts), timeout=PATIENCE)


def test_a_danish_document_is_read_as_norwegian_and_says_so(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "dansk.txt"
    path.write_text("\n\n".join(paragraph("da", Random(seed)) for seed in range(4)), "utf-8")
    open_and_translate(qtbot, program, path)
    assert states(program) == [State.DONE] * 4
    window = program.window
    said = "This document seems to be in Danish and is translated as Norwegian Bokmål."
    assert window.notices.message == said
    assert window.direction.label.text().startswith("Danish, read as Norwegian Bokmål → English")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        window.notices._action.click()
    assert window.notices.message == ""
    assert window.direction.label.text().startswith("Norwegian Bokmål → English")


def test_what_is_chosen_before_the_document_is_in_the_library_is_kept(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Event()

    def count(*arguments: object) -> int:
        counted.wait(PATIENCE / 1000)
        return 0

    monkeypatch.setattr(open_document, "count_words", count)
    path = tmp_path / "blandet.txt"
    path.write_text("\n\n".join([paragraph("nb", Random(1)), GERMAN, paragraph("nb", Random(2))]), "utf-8")
    open_and_translate(qtbot, program, path)
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.actions_["from_nb"].trigger()
    qtbot.waitUntil(lambda: states(program)[1] is State.SAME, timeout=PATIENCE)
    toggle(program, qtbot, 1, State.DONE)
    assert program.shelf.library.find(path) is None
    with qtbot.waitSignal(program.document.measured, timeout=PATIENCE):
        counted.set()
    entry = program.shelf.library.find(path)
    assert entry is not None
    assert (entry.source, entry.target, entry.forced) == ("nb", "en", (paragraph_key(text_of(program).rows[1].source),))


@pytest.mark.parametrize("code", ["nn", "da"])
def test_a_paragraph_in_a_neighbour_of_bokmal_says_so(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, code: str
) -> None:
    path = tmp_path / "nabo.txt"
    texts = [paragraph("nb", Random(seed)) for seed in range(4)]
    path.write_text("\n\n".join([*texts[:2], paragraph(code, Random(5)), *texts[2:]]), "utf-8")
    open_and_translate(qtbot, program, path)
    model = program.window.reading_view._model
    told = f"Paragraph in {'Danish' if code == 'da' else 'Norwegian Nynorsk'}, read as Norwegian Bokmål"
    signs = [model.sign(row) for row in range(5)]
    # Warnings stand beside it: the model knows few words of a neighbour.
    assert [sign.meaning.splitlines()[-1] for sign in signs if sign and "~" in sign.text] == [told]
    assert hint_at((2, TARGET, 0), "", model).splitlines()[-1] == told
    assert told in str(model.data(model.index(2, TARGET), Qt.ItemDataRole.AccessibleTextRole))
