"""Tables as grids: where cells are, how the reader stays at a place in them, and what is painted and copied."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, RowTranslated, State
from reader.text import Box, BoxKind, Kind, Paragraph
from tests.samples import crossed
from tests.structures import cell, in_cell, paragraphs
from tests.ui.reading.tables import PRICES, table
from tests.ui.reading.texts import colours, copied, drag, move_pointer, select_paragraph, settled, text_of
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

LIGHT = Looks(load_theme("light"))
VIEWS = ("both", "stacked", "original", "translation")
SENTENCE = "Dette er en setning som er lang nok til å fylle en linje eller to."


def cells_of(view: ReadingView, rows: int) -> Iterator[tuple[int, int]]:
    """Row and column of all cells that are shown."""
    for row in range(rows):
        for column in view.caret.columns:
            yield row, column


def rect(view: ReadingView, row: int, column: int) -> QRectF:
    return QRectF(view.visualRect(view.model().index(row, column)))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    found=paragraphs(largest=5),
    width=st.sampled_from([400, 640, 900, 1600]),
    arranged=st.sampled_from(VIEWS),
    points=st.sampled_from([9, 13, 24]),
)
def test_every_cell_is_found_where_its_text_is(
    view: ReadingView, qtbot: QtBot, found: Sequence[Paragraph], width: int, arranged: str, points: int
) -> None:
    text = text_of(*found)
    view.resize(width, 600)
    view.configure(replace(LIGHT, view=arranged, points=points))
    view.show_text(text)
    settled(qtbot, view)
    for row, column in cells_of(view, len(found)):
        if view._layout.arrangement.stacked and column == TARGET and text.rows[row].state is State.SAME:
            continue  # shown once
        point = view.hits.point_of(row, column, 0)
        assert view.hits.cell_at(QPointF(point)) == (row, column)
        index = view.indexAt(point)
        assert (index.row(), index.column()) == (row, column)
        if text.rows[row].sentences:
            move_pointer(view, QPointF(point))
            assert view.highlighter.sentence == Place(row, column, 0)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=paragraphs(largest=5), width=st.sampled_from([400, 640, 900, 1600]), arranged=st.sampled_from(VIEWS))
def test_cells_stand_apart_and_hold_their_texts(
    view: ReadingView, qtbot: QtBot, found: Sequence[Paragraph], width: int, arranged: str
) -> None:
    text = text_of(*found)
    view.resize(width, 600)
    view.configure(replace(LIGHT, view=arranged))
    view.show_text(text)
    settled(qtbot, view)
    rects = {at: rect(view, *at) for at in cells_of(view, len(found))}
    for (row, column), area in rects.items():
        if view._layout.arrangement.stacked and column == TARGET and text.rows[row].state is State.SAME:
            continue
        origin, layout = view._layout.text_origin(row, column), view._layout.text(row, column)
        assert area.left() <= origin.x() and area.top() <= origin.y() + 1
        assert origin.y() + layout.height <= area.bottom() + 1
        assert origin.x() + layout._width - layout.free("r") <= area.right() + 1
        others = (other for at, other in rects.items() if row < at[0] < row + 12)
        assert not any(area.intersected(other).height() > 1 and area.intersected(other).width() > 1 for other in others)


@pytest.mark.parametrize("arranged", VIEWS)
def test_cells_of_a_row_stand_beside_each_other_and_face_their_translations(
    view: ReadingView, qtbot: QtBot, arranged: str
) -> None:
    view.configure(replace(LIGHT, view=arranged))
    view.show_text(text_of(*PRICES))
    settled(qtbot, view)
    for column in view.caret.columns:
        first, second, third = (rect(view, row, column) for row in (0, 1, 2))
        assert first.right() <= second.left() + 1 and second.right() <= third.left() + 1
        assert view.rowViewportPosition(0) == view.rowViewportPosition(2)
    if arranged == "both":
        lefts = [[rect(view, row, c).left() for row in (0, 1, 2)] for c in (SOURCE, TARGET)]
        assert lefts[1][1] - lefts[1][0] == lefts[0][1] - lefts[0][0]
        assert lefts[1][2] - lefts[1][0] == lefts[0][2] - lefts[0][0]


def test_cells_reach_to_the_foot_of_their_row(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*PRICES))
    settled(qtbot, view)
    last_of_list = rect(view, 5, SOURCE)
    assert rect(view, 3, SOURCE).bottom() == rect(view, 6, SOURCE).bottom() == last_of_list.bottom()
    assert rect(view, 4, SOURCE).bottom() == last_of_list.top()
    below = QPointF(rect(view, 3, SOURCE).center().x(), last_of_list.bottom() - 3)
    assert view.hits.cell_at(below) == (3, SOURCE)


def test_beside_a_table_the_nearest_cell_is_found(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*PRICES))
    settled(qtbot, view)
    y = rect(view, 3, SOURCE).center().y()
    assert view.hits.cell_at(QPointF(3, y)) == (3, SOURCE)
    assert view.hits.cell_at(QPointF(view.viewport().width() - 2, y)) == (6, TARGET)


def test_a_cell_over_several_columns_has_the_room_of_all(view: ReadingView, qtbot: QtBot) -> None:
    merged = [*table(("a", "b", "c")), in_cell("Alle", 1, 0, columns=2), in_cell("Én", 1, 2)]
    view.show_text(text_of(*merged))
    settled(qtbot, view)
    assert rect(view, 3, SOURCE).left() == rect(view, 0, SOURCE).left()
    assert rect(view, 3, SOURCE).right() == rect(view, 1, SOURCE).right()
    assert rect(view, 4, SOURCE).left() == rect(view, 2, SOURCE).left()


def test_numbers_end_below_each_other(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*PRICES))
    settled(qtbot, view)
    for column in (SOURCE, TARGET):
        ends = [
            view._layout.text_origin(row, column).x() + view._layout.text(row, column).point_of(len(text)).x()
            for row, text in ((6, "42"), (9, "1 250"))
        ]
        assert abs(ends[0] - ends[1]) <= 1
        assert ends[0] > rect(view, 6, column).center().x()


def test_where_words_have_no_room_cells_stand_under_each_other(view: ReadingView, qtbot: QtBot) -> None:
    wide = table(*([f"Kolonne {n}" for n in range(20)], [f"Verdi {n}" if n % 2 else "" for n in range(20)]))
    view.show_text(text_of(*wide))
    settled(qtbot, view)
    tops = [rect(view, row, SOURCE).top() for row in range(40)]
    assert tops == sorted(set(tops))
    assert {rect(view, row, SOURCE).left() for row in range(40)} == {rect(view, 0, SOURCE).left()}
    # Each under the head of its column, in muted letters; an empty one too.
    head = LIGHT.theme.muted
    for row in (20, 21):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + round(rect(view, row, SOURCE).top()) - 50)
        area = rect(view, row, SOURCE).toRect()
        assert (head in colours(view, area.adjusted(8, 0, 0, -area.height() // 2))) is True


def test_an_arriving_translation_moves_no_cell_sideways(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(*PRICES, translated=False)
    view.show_text(text)
    settled(qtbot, view)

    def across() -> list[tuple[float, float]]:
        return [(rect(view, *at).left(), rect(view, *at).width()) for at in cells_of(view, len(PRICES))]

    before = across()
    for row in (1, 3, 4):
        text.apply(RowTranslated(row, replace(text.rows[row], target="Mye lengre. " * 30, state=State.DONE)))
    height = view.rowHeight(3)
    view.rows_changed([1, 3, 4])
    settled(qtbot, view)
    assert across() == before
    assert view.rowHeight(3) > height and view.rowHeight(4) == view.rowHeight(3)


class Painted(QObject):
    """What of the viewport was painted anew."""

    def __init__(self, view: ReadingView) -> None:
        super().__init__()
        self.region = QRegion()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the region."""
        if isinstance(event, QPaintEvent):
            self.region |= event.region()
        return False


def test_hovering_paints_a_cell_and_its_translation_and_nothing_else(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*PRICES))
    settled(qtbot, view)
    view.move_caret(Place(3, SOURCE, 0))
    QApplication.processEvents()
    painted = Painted(view)
    move_pointer(view, QPointF(view.hits.point_of(4, SOURCE, 0)))
    QApplication.processEvents()
    for row in (3, 4):
        assert all(painted.region.intersects(rect(view, row, column).toRect()) for column in (SOURCE, TARGET))
    for row in (0, 6, 7):
        inner = [rect(view, row, column).toRect().adjusted(2, 2, -2, -2) for column in (SOURCE, TARGET)]
        assert not any(painted.region.intersects(area) for area in inner)


def test_what_is_highlighted_stays_in_its_cell(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*PRICES))
    settled(qtbot, view)
    view.move_caret(Place(3, SOURCE, 0))
    theme = LIGHT.theme
    for row in range(len(PRICES)):
        for column in (SOURCE, TARGET):
            shown = colours(view, rect(view, row, column).toRect().adjusted(1, 1, -1, -1))
            assert ({theme.paragraph, theme.sentence} <= shown) == (row == 3)
            assert (theme.paragraph in shown) == (row == 3)


def test_below_a_table_row_is_a_line_but_not_in_a_cell_that_goes_on(view: ReadingView, qtbot: QtBot) -> None:
    spanning = [in_cell("To rader", 0, 0, rows=2), in_cell("a", 0, 1), in_cell("b", 1, 1)]
    view.show_text(text_of(*spanning, Paragraph("Etter.")))
    settled(qtbot, view)
    border = LIGHT.theme.border

    def line_below(row: int, of: int) -> bool:
        foot = view._layout.table_line(row)
        assert foot is not None
        area = rect(view, of, SOURCE).toRect()
        area.setTop(view.rowViewportPosition(row) + foot.foot)
        area.setHeight(1)
        return border in colours(view, area.adjusted(10, 0, -10, 1))

    assert [line_below(0, 0), line_below(0, 1)] == [False, True]
    assert [line_below(2, 0), line_below(2, 1)] == [True, True]


def test_a_table_in_a_quote_is_indented_beside_the_line_of_the_quote(view: ReadingView, qtbot: QtBot) -> None:
    quote = Box(BoxKind.QUOTE, 0)
    quoted = [replace(paragraph, within=(quote, *paragraph.within)) for paragraph in table(("a", "b"))]
    view.show_text(text_of(Paragraph("Før.", Kind.QUOTE, within=(quote,)), *quoted, Paragraph("Etter.")))
    settled(qtbot, view)
    for column in (SOURCE, TARGET):
        assert view._layout.text_origin(1, column).x() == view._layout.text_origin(0, column).x()
        beside = rect(view, 1, column).toRect()
        beside.setRight(beside.left() - 1)
        beside.setLeft(beside.right() - 14)
        assert LIGHT.theme.border in colours(view, beside)


def test_the_sign_of_a_doubtful_translation_stands_in_its_cell(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(*table(("Første", "Andre"), ("En", "To")))
    pairs = tuple(replace(pair, warnings=("number",)) for pair in text.rows[2].sentences)
    text.rows[2] = replace(text.rows[2], sentences=pairs)
    view.show_text(text)
    settled(qtbot, view)
    beside, other = (rect(view, row, TARGET).toRect().adjusted(20, 0, 0, 0) for row in (2, 3))
    beside.setLeft(beside.right() - 12)
    assert LIGHT.theme.failed in colours(view, beside)
    assert LIGHT.theme.failed not in colours(view, other.adjusted(-20, 0, 0, 0))


# Table rows higher than the screen


def tall() -> ParallelText:
    """A table row many screens high: a short cell, a long one, and one of several paragraphs."""
    long = " ".join(f"Dette er setning nummer {n} i en celle som ingen ende tar." for n in range(200))
    parts = [Paragraph(SENTENCE, Kind.TABLE_CELL, within=(cell(0, 1, 2),)) for _ in range(5)]
    body = [in_cell("Kort.", 1, 0), in_cell(long, 1, 1), *parts]
    return text_of(Paragraph("Før."), *table(("Ene", "Andre", "Tredje")), *body, Paragraph("Etter."))


@pytest.mark.parametrize("arranged", ["both", "stacked", "translation"])
def test_pages_go_through_a_table_row_taller_than_the_screen(view: ReadingView, qtbot: QtBot, arranged: str) -> None:
    view.configure(replace(LIGHT, view=arranged))
    view.show_text(tall())
    settled(qtbot, view)
    bar, height = view.verticalScrollBar(), view.viewport().height()
    assert view.rowHeight(5) > 4 * height
    for key, end in ((Qt.Key.Key_PageDown, bar.maximum()), (Qt.Key.Key_PageUp, 0)):
        while bar.value() != end:
            before = bar.value()
            qtbot.keyClick(view, key)
            assert 0 < abs(bar.value() - before) <= height
            sentence = view.highlighter.sentence
            assert sentence is not None
            shown = view.hits.point_of_sentence(sentence).y(), view.hits.point_of_sentence(sentence, end=True).y()
            assert shown[0] < height
            # Beside a longer translation the original may have ended above.
            assert shown[1] > -30 or sentence.row == 5


@pytest.mark.parametrize("arranged", ["both", "stacked", "original"])
def test_the_line_being_read_in_a_tall_cell_stays_through_many_widths(
    view: ReadingView, qtbot: QtBot, arranged: str
) -> None:
    view.configure(replace(LIGHT, view=arranged))
    view.show_text(tall())
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.rowViewportPosition(5) + view.rowHeight(5) // 3)
    anchor = view._line.anchor()
    assert anchor is not None and anchor.row == 5  # the long cell, whose text is at the edge
    for step in [*range(1, 10), *range(8, -1, -1)]:
        view.resize(900 - 17 * step, 600)
        point = view.hits.point_of(anchor.row, anchor.column, anchor.position)
        assert abs(point.y() - anchor.y) < 40
    assert view.top_row() == 4


def test_translations_that_arrive_in_a_tall_table_row_do_not_move_the_line_being_read(
    view: ReadingView, qtbot: QtBot
) -> None:
    text = tall()
    view.show_text(text)
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.rowViewportPosition(5) + view.rowHeight(5) // 3)
    place = view.hits.nearest((5, SOURCE), QPointF(0, 4))
    before = view.hits.point_of(5, SOURCE, place).y()
    for row in (1, 4):
        text.apply(RowTranslated(row, replace(text.rows[row], target="Much longer. " * 90, sentences=())))
    view.rows_changed([1, 4])
    settled(qtbot, view)
    assert view.hits.point_of(5, SOURCE, place).y() == before


# Walking, searching, copying


def test_the_caret_goes_through_a_table_row_by_row_and_past_empty_cells(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*PRICES))
    walked = []
    for _ in range(len(PRICES)):
        assert view.caret.place is not None
        walked.append(view.caret.place.row)
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert walked == [0, 1, 2, 3, 4, 5, 6, 7, 9, 9]


def test_a_hit_in_a_cell_is_shown_and_marked(view: ReadingView, qtbot: QtBot) -> None:
    many = table(("Nr.", "Navn"), *((str(n), f"Navn nummer {n}") for n in range(300)))
    text = text_of(*many)
    view.show_text(text)
    view.set_found({(401, TARGET): [(0, 4)]}, (401, TARGET, (0, 4)))
    view.reveal(401, TARGET, (0, 4))
    area = rect(view, 401, TARGET).toRect()
    assert view.viewport().rect().contains(area.center())
    assert LIGHT.theme.found_current in colours(view, area)


def test_cells_over_which_the_mouse_is_dragged_are_copied_as_a_grid(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*PRICES))
    settled(qtbot, view)
    start, end = (QPointF(view.hits.point_of(row, TARGET, 0)) for row in (9, 4))
    drag(qtbot, view, start, end)
    assert copied(view) == "MEL VANN\t42\n\t1,250"
    assert LIGHT.theme.selection in colours(view, rect(view, 8, TARGET).toRect())
    assert LIGHT.theme.selection not in colours(view, rect(view, 3, TARGET).toRect())
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selection.empty


def test_text_is_selected_in_one_cell_and_with_whole_rows_of_a_table_from_outside_it(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(text_of(*table(("En vare", "Pris"), ("To", "Tre")), Paragraph("Etter.")))
    settled(qtbot, view)
    drag(qtbot, view, QPointF(view.hits.point_of(0, SOURCE, 0)), QPointF(view.hits.point_of(0, SOURCE, 7)))
    assert view.selection.text == "En vare"
    drag(qtbot, view, QPointF(view.hits.point_of(4, SOURCE, 3)), QPointF(view.hits.point_of(3, SOURCE, 1)))
    assert copied(view) == "To\tTre\n\nEtt"


def test_cells_stay_selected_whatever_text_they_get(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(*PRICES)
    view.show_text(text)
    settled(qtbot, view)
    drag(qtbot, view, QPointF(view.hits.point_of(0, TARGET, 0)), QPointF(view.hits.point_of(3, TARGET, 0)))
    assert copied(view) == "VARE\nBRØD"
    text.rows[3] = replace(text.rows[3], target="BREAD")
    view.rows_changed([3])
    assert copied(view) == "VARE\nBREAD"


def test_the_sign_of_an_image_is_not_copied(view: ReadingView) -> None:
    view.show_text(text_of(*table(("a\ufffcb",)), Paragraph("Bilde \ufffc her.")))
    select_paragraph(view, 1, SOURCE)
    assert view.selection.text == "Bilde  her."


# Sizes


@pytest.mark.parametrize(("columns", "rows"), [(1, 2000), (3, 2000), (64, 20), (1, 1)])
def test_tables_of_any_size_are_shown_and_gone_through(
    view: ReadingView, qtbot: QtBot, columns: int, rows: int
) -> None:
    big = table(*([f"r{row}k{column}" for column in range(columns)] for row in range(rows)))
    view.show_text(text_of(*big, translated=rows < 100))
    settled(qtbot, view)
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.caret.place == Place(len(big) - 1, SOURCE, 0 if rows < 100 else None)
    assert view.hits.cell_at(QPointF(view.hits.point_of(len(big) - 1, SOURCE, 0))) == (len(big) - 1, SOURCE)
    visible = view._layout.visible()
    assert visible.stop == len(big) and visible.start % columns == 0


def test_more_cells_than_are_usually_kept_are_laid_out_once(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1800, 1400)
    view.configure(replace(LIGHT, points=7))
    many = table(*([str(row * column) for column in range(9)] for row in range(120)), header=0)
    view.show_text(text_of(*many, translated=False))
    settled(qtbot, view)
    rows = view._layout.visible()
    assert len(rows) > 400
    before = [view._layout.text(row, SOURCE) for row in rows]
    view.viewport().grab()
    assert all(view._layout.text(row, SOURCE) is layout for row, layout in zip(rows, before, strict=True))


@pytest.mark.parametrize(("arranged", "width"), crossed(VIEWS, [500, 900, 1600]))
def test_heights_of_tables_are_estimated_well(view: ReadingView, qtbot: QtBot, arranged: str, width: int) -> None:
    view.resize(width, 600)
    view.configure(replace(LIGHT, view=arranged))
    rows = ([f"Rad {n}", SENTENCE * (1 + n % 3), str(n * 1000)] for n in range(150))
    text = text_of(*table(("Navn", "Beskrivelse av det hele", "Tall"), *rows))
    view.show_text(text)
    estimates = view._layout._estimate
    estimated = sum(estimates.of_rows(start, min(start + 128, 151)) for start in (0, 128))
    settled(qtbot, view)
    measured = view._layout.top(len(text.rows) - 1) + view.rowHeight(len(text.rows) - 1)
    assert abs(estimated - measured) < 0.2 * measured


def test_estimates_after_another_width_are_those_of_that_width(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(*table(*(["Et ganske langt ord", SENTENCE, SENTENCE, SENTENCE] for _ in range(300))))
    view.show_text(text)
    for width in (500, 1600, 300, 900):
        view.resize(width, 600)
        other = ReadingView(LIGHT)
        qtbot.addWidget(other)
        other.resize(width, 600)
        other.show()
        other.show_text(text)
        blocks = ((0, 128), (128, 256), (256, 300))
        mine, theirs = ([v._layout._estimate.of_rows(*block) for block in blocks] for v in (view, other))
        assert mine == theirs
