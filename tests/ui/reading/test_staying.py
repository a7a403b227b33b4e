"""Where the user is: through pages, widths and sizes, under a pointer that rests, and at what was searched for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, Row, RowTranslated, State
from reader.text import Paragraph
from tests.fake_translator import FakeTranslator
from tests.samples import crossed
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import (
    click,
    long_text,
    move_pointer,
    scrolls_at_edge,
    settled,
    text_of,
    translate_paragraphs,
)
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
    return row, view.hits.nearest((row, SOURCE), QPointF(0, 4))


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
            # Beside a longer translation the original may have ended above.
            assert view.highlighter.sentence is not None
            assert view.hits.point_of_sentence(view.highlighter.sentence).y() < height
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


def test_the_line_being_read_does_not_creep_away_while_what_is_above_it_is_estimated(
    view: ReadingView, qtbot: QtBot
) -> None:
    many, tall = long_text(1500).document.paragraphs, endless().document.paragraphs[1]
    view.show_text(text_of(*many, tall, *many))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.rowViewportPosition(1500))
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + view.rowHeight(1500) // 2)
    before = at_top(view)
    for step in [*range(1, 15), *range(13, -1, -1)]:
        view.resize(900 - 17 * step, 600)
        settled(qtbot, view)
    after = at_top(view)
    assert after[0] == before[0] == 1500
    assert abs(after[1] - before[1]) < 60  # the same line


def test_the_line_being_read_stays_in_a_translation_that_stands_under_its_original(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.configure(replace(LIGHT, view="stacked"))
    view.show_text(endless())
    settled(qtbot, view)
    view.verticalScrollBar().setValue(round(view.verticalScrollBar().maximum() * 0.75))
    position = view.hits.nearest((1, TARGET), QPointF(0, 4))
    y = view.hits.point_of(1, TARGET, position).y()
    view.configure(replace(LIGHT, view="stacked", points=20))
    assert abs(view.hits.point_of(1, TARGET, position).y() - y) < 20


def test_the_caret_begins_at_the_first_sentence_on_screen(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(endless(), at=(1, 0.4))
    assert view.highlighter.sentence is not None and view.highlighter.sentence.row == 1
    before = view.verticalScrollBar().value()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert abs(view.verticalScrollBar().value() - before) < view.viewport().height()
    view.show_text(long_text(60), at=(20, 0.0))
    assert view.highlighter.sentence == Place(20, SOURCE, 0)


def test_what_comes_under_a_resting_pointer_is_highlighted(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(60))
    settled(qtbot, view)
    point = QPointF(view.hits.point_of_sentence(Place(2, SOURCE, 0)))
    move_pointer(view, point)
    assert view.highlighter.sentence == Place(2, SOURCE, 0)
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + 300)
    at = view.hits.position_at(point)
    assert at is not None and at[0] > 2
    assert view.highlighter.sentence == view.hits.place_at(at)


def test_a_translation_that_arrives_under_the_pointer_highlights_the_sentence_that_is_there(view: ReadingView) -> None:
    text = text_of(Paragraph("En setning. En til. Den tredje."), translated=False)
    view.show_text(text)
    move_pointer(view, QPointF(view.hits.point_of(0, SOURCE, 22)))
    [row] = translate_paragraphs([text.rows[0].source], "nb", FakeTranslator())
    text.apply(RowTranslated(0, row))
    view.rows_changed([0])
    assert view.highlighter.sentence == Place(0, SOURCE, 2)


def test_a_hit_deep_in_a_paragraph_without_sentences_comes_on_screen(view: ReadingView, qtbot: QtBot) -> None:
    text = endless(translated=False)
    view.show_text(text)
    settled(qtbot, view)
    start = text.rows[1].source.text.index("nummer 250")
    view.reveal(1, SOURCE, (start, start + 10))
    assert 0 <= view.hits.point_of(1, SOURCE, start).y() < view.viewport().height()


def test_a_hit_on_the_hidden_side_is_uncovered(view: ReadingView) -> None:
    view.configure(replace(LIGHT, blur="translation"))
    view.show_text(long_text(5))
    view.reveal(3, TARGET, (0, 5))
    assert not view.highlighter.uncover(3)  # for it is


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
    QTest.mousePress(viewport, left, pos=view.hits.point_of(1, SOURCE, 0))
    move_to = view.hits.point_of(1, SOURCE, 0)
    move_to.setY(viewport.height() + 200)
    view.selection.drag_to(QPointF(move_to))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 300, timeout=PATIENCE)
    QTest.mouseRelease(viewport, left, pos=move_to)
    assert not scrolls_at_edge(view)


def test_another_window_takes_over_caret_and_pin(view: ReadingView, qtbot: QtBot) -> None:
    text = long_text(30)
    view.show_text(text, at=(10, 0.2))
    view.move_caret(Place(12, TARGET, 1))
    view.highlighter.toggle_pin()
    other = ReadingView(LIGHT)
    qtbot.addWidget(other)
    other.resize(900, 600)
    other.show()
    other.show_text(text, at=view.position())
    other.take_over(view)
    assert (other.highlighter.sentence, other.highlighter.pinned) == (Place(12, TARGET, 1), True)
    assert other.position() == view.position()


def test_the_line_being_read_stays_put_when_translations_arrive_above_it(view: ReadingView, qtbot: QtBot) -> None:
    text = long_text(200, translated=False)
    view.show_text(text)
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    settled(qtbot, view)
    top = next(row for row in range(200) if view.rowViewportPosition(row) >= 0)
    before = view.rowViewportPosition(top)
    rows = [replace(text.rows[i], target="Much longer than the source. " * 40, state=State.DONE) for i in range(top)]
    for index, row in enumerate(rows):
        text.apply(RowTranslated(index, row))
    view.rows_changed(range(top))
    settled(qtbot, view)
    assert view.rowViewportPosition(top) == before


def test_the_row_being_read_stays_on_screen_when_the_text_size_changes(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(100))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(2500)
    settled(qtbot, view)
    top = next(row for row in range(100) if view.rowViewportPosition(row) >= 0)
    before = view.hits.point_of(top, SOURCE, 0).y()
    view.configure(Looks(load_theme("light"), 20))
    settled(qtbot, view)
    assert abs(view.hits.point_of(top, SOURCE, 0).y() - before) <= 1


LOOKS = (
    Looks(load_theme("light"), 22),
    Looks(load_theme("light"), line_spacing=1.8),
    Looks(load_theme("light"), measure=40),
    Looks(load_theme("light"), split=0.35),
    Looks(load_theme("light"), view="stacked"),
)


@pytest.mark.parametrize(("looks", "count"), crossed(LOOKS, [120, 2000]))
def test_the_line_being_read_stays_where_it_is_when_the_looks_change(
    view: ReadingView, qtbot: QtBot, looks: Looks, count: int
) -> None:
    view.show_text(long_text(count))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    place = Place(view.top_row() + 2, SOURCE, 0)
    click(qtbot, view, QPointF(view.hits.point_of_sentence(place)))
    before = view.hits.point_of_sentence(place).y()
    view.configure(looks)
    assert abs(view.hits.point_of_sentence(place).y() - before) <= 1
    settled(qtbot, view)
    assert abs(view.hits.point_of_sentence(place).y() - before) <= 1


@pytest.mark.parametrize("width", [520, 700, 1400])
def test_the_line_being_read_stays_where_it_is_when_the_window_is_resized(
    view: ReadingView, qtbot: QtBot, width: int
) -> None:
    view.show_text(long_text(2000))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 3)
    place = Place(view.top_row() + 1, TARGET, 0)
    click(qtbot, view, QPointF(view.hits.point_of_sentence(place)))
    before = view.hits.point_of_sentence(place).y()
    view.resize(width, 600)
    settled(qtbot, view)
    assert abs(view.hits.point_of_sentence(place).y() - before) <= 1


@pytest.mark.parametrize("count", [60, 3000])
def test_a_text_is_shown_again_where_it_was_left(view: ReadingView, qtbot: QtBot, count: int) -> None:
    text = long_text(count)
    view.show_text(text)
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * 2 // 3)
    row, share = view.position()
    view.show_text(None)
    view.show_text(text, at=(row, share))
    settled(qtbot, view)
    again = view.position()
    assert again[0] == row and abs(again[1] - share) * view.rowHeight(row) <= 2


def test_the_scroll_bar_hardly_moves_while_a_long_text_is_scrolled_through(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(5000))
    settled(qtbot, view)
    before = view.verticalScrollBar().maximum()
    for step in range(1, 100):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * step // 100)
    assert abs(view.verticalScrollBar().maximum() - before) < 0.05 * before
