"""The words that a warning names, and those that are doubtful, are marked in the text."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.parallel import Row
from reader.quality import Assessment, Assessments, Level, RowAssessed
from tests.ui.compare.checklist import WARNED, listed, with_findings
from tests.ui.documents import open_and_translate, text_of
from tests.ui.editing.sentence import row
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.compare.sentences import Sort
from ui.reading.cell import SOURCE, TARGET
from ui.reading.hints import hint_at
from ui.reading.painter import _DOTTED, _WAVY
from ui.reading.places import Place


def marked(program: Tospalt, number: int, column: int, kind: float) -> list[str]:
    """The words of a row that are drawn with a kind of line."""
    view = program.window.reading_view
    text = row(program, number).source.text if column == SOURCE else row(program, number).target
    return [text[slice(*span)] for span, _, _, line in view._painter._marks(number, column) if line == kind]


def test_what_a_warning_names_is_marked_on_both_sides_while_the_caret_is_on_its_sentence(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    with_findings(program, qtbot, tmp_path)
    view = program.window.reading_view
    view.move_caret(Place(0, TARGET, 0))
    assert marked(program, WARNED[0], SOURCE, _WAVY) == []
    view.move_caret(Place(WARNED[0], TARGET, WARNED[1]))
    assert marked(program, WARNED[0], SOURCE, _WAVY) == ["12"]
    program.window.checking.panel.current.dismissed.emit("number")
    assert marked(program, WARNED[0], SOURCE, _WAVY) == []


@pytest.fixture
def judged(program: Tospalt, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tospalt:
    """The program with a text whose first sentence is doubtful, and a word of it; nothing else is judged."""
    monkeypatch.setattr("reader.quality.assessor_for", lambda *_: None)
    path = tmp_path / "kai.txt"
    path.write_text("Det regnet. Alle sov.\n", "utf-8")
    open_and_translate(qtbot, program, path)
    text = text_of(program)
    first, judges = text.rows[0], program._pipelines.new(lambda: False).judges(text.packages)
    known = program.doubts._kept = Assessments(judges)
    known.add(RowAssessed(0, ((_texts(first), Assessment(Level.DOUBTFUL, 20.0, ((0, 2),), informed=True)),)))
    program.window.actions_["checklist"].trigger()
    qtbot.waitUntil(lambda: listed(program, Sort.DOUBTFUL) == [(0, 0)], timeout=PATIENCE)
    return program


def _texts(row: Row) -> tuple[str, str]:
    pair = row.sentences[0]
    return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]


def test_doubtful_words_are_marked_and_explained_while_the_checklist_shows(judged: Tospalt) -> None:
    view, panel = judged.window.reading_view, judged.window.checking.panel
    word = row(judged, 0).target[:2]
    assert marked(judged, 0, TARGET, _DOTTED) == [word]
    view.move_caret(Place(0, TARGET, 0))
    assert panel.current.shown.level.startswith("Doubtful")
    view._model.doubt = lambda: "It may be wrong."
    assert hint_at((0, TARGET, 1), "", view._model) == "It may be wrong."
    assert hint_at((0, TARGET, 4), "", view._model) == ""
    judged.window.actions_["checklist"].trigger()
    assert marked(judged, 0, TARGET, _DOTTED) == []


def test_a_doubtful_sentence_is_to_be_checked_until_it_is_accepted(judged: Tospalt) -> None:
    assert listed(judged, Sort.TO_CHECK) == [(0, 0)]
    judged.window.actions_["next_listed"].trigger()
    judged.window.actions_["accept"].trigger()
    assert [listed(judged, sort) for sort in (Sort.ALL, Sort.TO_CHECK, Sort.DOUBTFUL)] == [[], [], []]
    assert listed(judged, Sort.CHECKED) == [(0, 0)] and marked(judged, 0, TARGET, _DOTTED) == []
    assert judged.window.checking.panel.current.shown.level == ""
    judged.window.actions_["accept"].trigger()
    assert listed(judged, Sort.DOUBTFUL) == [(0, 0)] and marked(judged, 0, TARGET, _DOTTED) != []
