"""Keeping the reading position: through pages, widths and sizes, under a resting pointer, and at hits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, Row, RowTranslated, State
from reader.text import Paragraph
from tests.fake_translator import FakeTranslator
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import long_text, move_pointer, settled, text_of, translate_paragraphs
from ui.reading.cell import RETRY, SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

LIGHT = Looks(load_theme("light"))


def endless(*, translated: bool = True) -> ParallelText:
    """A paragraph many screens tall, between two short ones."""
    sentences = " ".join(f"Dette er setning nummer {n} i et avsnitt som ingen ende tar." for n in range(300))
    return text_of(Paragraph("Før."), Paragraph(sentences), Paragraph("Etter."), translated=translated)


def at_top(view: ReadingView) -> tuple[int, int]:
    """The row at the top of the screen, and the place there in its source, in code points."""
    row = view.top_row()
    return row, view._hits.nearest((row, SOURCE), QPointF(0, 4))


def test_pages_go_through_a_paragraph_taller_than_the_screen_and_skip_nothing(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(endless())
    settled(qtbot, view)
    bar, height = view.verticalScrollBar(), view.viewport().height()
    assert bar.maximum() > 8 * height
    for key, end in ((Qt.Key.Key_PageDown, bar.maximum()), (Qt.Key.Key_PageUp, 0)):
        pages = 0
        while bar.value() != end:
            before = bar.value()
            qtbot.keyClick(view, key)
            assert 0 < abs(bar.value() - before) <= height
            # The source may have ended above, if its translation is longer.
            assert view.lit is not None
            assert view.point_of_sentence(view.lit).y() < height
            pages += 1
        assert pages > 8


@pytest.mark.parametrize("change", ["width", "size", "split"])
def test_the_line_being_read_does_not_creep_away_through_many_changes(
    view: ReadingView, qtbot: QtBot, change: str
) -> None:
    view.show_text(endless())
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    before = at_top(view)
    for step in [*range(1, 15), *range(13, -1, -1)]:
        match change:
            case "width":
                view.resize(900 - 17 * step, 600)
            case "size":
                view.configure(replace(LIGHT, points=13 + step / 2))
            case "split":
                view.configure(replace(LIGHT, split=0.5 + step / 50))
    after = at_top(view)
    assert after[0] == before[0]
    assert abs(after[1] - before[1]) < 60  # the same line


def test_the_line_being_read_stays_in_a_translation_that_stands_under_its_original(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.configure(replace(LIGHT, view="stacked"))
    view.show_text(endless())
    settled(qtbot, view)
    view.verticalScrollBar().setValue(round(view.verticalScrollBar().maximum() * 0.75))
    position = view._hits.nearest((1, TARGET), QPointF(0, 4))
    y = view.point_of(1, TARGET, position).y()
    view.configure(replace(LIGHT, view="stacked", points=20))
    assert abs(view.point_of(1, TARGET, position).y() - y) < 20


def test_the_caret_begins_at_the_first_sentence_on_screen(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(endless(), at=(1, 0.4))
    assert view.lit is not None and view.lit.row == 1
    before = view.verticalScrollBar().value()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert abs(view.verticalScrollBar().value() - before) < view.viewport().height()
    view.show_text(long_text(60), at=(20, 0.0))
    assert view.lit == Place(20, SOURCE, 0)


def test_what_comes_under_a_resting_pointer_is_lit(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(60))
    settled(qtbot, view)
    point = QPointF(view.point_of_sentence(Place(2, SOURCE, 0)))
    move_pointer(view, point)
    assert view.lit == Place(2, SOURCE, 0)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 300)
    at = view._hits.position_at(point)
    assert at is not None and at[0] > 2
    assert view.lit == view._hits.place_at(at)


def test_a_translation_that_arrives_under_the_pointer_lights_the_sentence_that_is_there(view: ReadingView) -> None:
    text = text_of(Paragraph("En setning. En til. Den tredje."), translated=False)
    view.show_text(text)
    move_pointer(view, QPointF(view.point_of(0, SOURCE, 22)))
    [row] = translate_paragraphs([text.rows[0].source], "nb", FakeTranslator())
    text.apply(RowTranslated(0, row))
    view.rows_changed([0])
    assert view.lit == Place(0, SOURCE, 2)


def test_a_hit_deep_in_a_paragraph_without_sentences_comes_on_screen(view: ReadingView, qtbot: QtBot) -> None:
    text = endless(translated=False)
    view.show_text(text)
    settled(qtbot, view)
    start = text.rows[1].source.text.index("nummer 250")
    view.reveal(1, SOURCE, (start, start + 10))
    assert 0 <= view.point_of(1, SOURCE, start).y() < view.viewport().height()


def test_a_hit_on_the_hidden_side_is_uncovered(view: ReadingView) -> None:
    view.configure(replace(LIGHT, blur="translation"))
    view.show_text(long_text(5))
    view.reveal(3, TARGET, (0, 5))
    assert view._lit.revealed == (3, TARGET)


def test_a_failed_paragraph_can_be_tried_again_without_a_mouse(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(Paragraph("Ja."))
    text.rows[0] = Row(text.rows[0].source, state=State.FAILED, reason="Nei.")
    view.show_text(text)
    with qtbot.waitSignal(view.link_activated, timeout=PATIENCE) as followed:
        view.follow_link()
    assert followed.args == [RETRY]


def test_dragging_a_selection_over_the_edge_scrolls(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(endless())
    settled(qtbot, view)
    viewport, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, pos=view.point_of(1, SOURCE, 0))
    move_to = view.point_of(1, SOURCE, 0)
    move_to.setY(viewport.height() + 200)
    view._edge.drag_to(QPointF(move_to))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 300, timeout=PATIENCE)
    QTest.mouseRelease(viewport, left, pos=move_to)
    assert not view._edge._timer.isActive()


def test_another_window_takes_over_caret_and_pin(view: ReadingView, qtbot: QtBot) -> None:
    text = long_text(30)
    view.show_text(text, at=(10, 0.2))
    view.move_caret(Place(12, TARGET, 1))
    view.toggle_pin()
    other = ReadingView(LIGHT)
    qtbot.addWidget(other)
    other.resize(900, 600)
    other.show()
    other.show_text(text, at=view.position())
    other.take_over(view)
    assert (other.lit, other.pinned, other.position()) == (Place(12, TARGET, 1), True, view.position())
