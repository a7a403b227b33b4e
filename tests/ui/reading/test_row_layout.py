"""Where rows are, estimated and measured, and which line of them is being read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText
from tests.ui.reading.texts import long_text
from ui.reading.cell import SOURCE, TARGET
from ui.reading.highlights import Highlights
from ui.reading.model import ParallelModel
from ui.reading.places import Place
from ui.reading.reading_line import Anchor, ReadingLine
from ui.reading.row_layout import RowLayout
from ui.reading.style import Looks
from ui.reading.text_layout import Typesetter
from ui.reading.typography import load_fonts
from ui.toolkit.theme import load_theme

ROWS = 300


@pytest.fixture
def area(qtbot: QtBot) -> QAbstractScrollArea:
    load_fonts()
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    area.resize(900, 600)
    area.show()
    qtbot.waitExposed(area)
    area.verticalScrollBar().setRange(0, 10_000)
    return area


@pytest.fixture
def model() -> ParallelModel:
    model = ParallelModel()
    model.set_text(long_text(ROWS))
    return model


@pytest.fixture
def layout(area: QAbstractScrollArea, model: ParallelModel) -> RowLayout:
    return RowLayout(area, model, Typesetter(Looks(load_theme("light"))))


def estimated(layout: RowLayout) -> int:
    while not layout.heights.complete:
        layout.heights.estimate_some(100)
    return layout.heights.total


def test_rows_with_another_text_are_estimated_anew_at_every_width(
    area: QAbstractScrollArea, model: ParallelModel, layout: RowLayout
) -> None:
    before, text = estimated(layout), model.text
    assert isinstance(text, ParallelText)
    text.rows[200] = replace(text.rows[200], target="Mye lengre enn før. " * 300)
    layout.forget([200])
    area.resize(700, 600)
    layout.arrange()
    assert estimated(layout) > before
    assert estimated(layout) == estimated(RowLayout(area, model, Typesetter(Looks(load_theme("light")))))


def test_what_was_measured_is_exact_until_it_has_another_text(layout: RowLayout) -> None:
    layout.measure([5, 6])
    assert [layout.heights.is_exact(row) for row in (4, 5, 6)] == [False, True, True]
    layout.forget([6])
    assert [layout.heights.is_exact(row) for row in (5, 6)] == [True, False]


def test_cells_have_the_row_between_them(layout: RowLayout) -> None:
    source, target = (layout.cell(3, column) for column in (SOURCE, TARGET))
    assert source.united(target) == layout.area(3)
    assert not source.intersects(target)
    assert layout.row_at(round(source.top())) == 3


@pytest.fixture
def highlights() -> Highlights:
    return Highlights()


@pytest.fixture
def line(layout: RowLayout, model: ParallelModel, highlights: Highlights) -> ReadingLine:
    layout.measure(layout.visible())
    return ReadingLine(layout, model, highlights)


def test_the_highlighted_sentence_is_read_as_long_as_it_is_on_screen(
    line: ReadingLine, highlights: Highlights, area: QAbstractScrollArea
) -> None:
    highlights.place = Place(2, TARGET, 1)
    anchor = line.anchor()
    assert anchor is not None and (anchor.row, anchor.column) == (2, TARGET) and anchor.position > 0
    area.verticalScrollBar().setValue(2000)
    below = line.anchor()
    assert below is not None and below.row > 2 and (below.column, below.position) == (SOURCE, 0) and below.y >= 0


def test_the_line_that_is_held_is_read_until_it_is_scrolled_highlighted_or_changed(
    line: ReadingLine, highlights: Highlights, area: QAbstractScrollArea
) -> None:
    held = Anchor(3, SOURCE, 7, 99.0)

    def read() -> Anchor | None:
        line.hold(held)
        return line.anchor()

    assert read() == held and line.holds(held)
    highlights.place = Place(1, SOURCE, 0)
    assert line.anchor() != held
    assert read() == held
    area.verticalScrollBar().setValue(area.verticalScrollBar().value() + 1)
    assert line.anchor() != held
    assert read() == held
    line.release([2, 4])
    assert line.anchor() == held
    line.release([3])
    assert line.anchor() != held and not line.holds(held)
    assert read() == held
    line.release()
    assert line.anchor() != held


def test_without_rows_no_line_is_read(line: ReadingLine, model: ParallelModel, layout: RowLayout) -> None:
    model.set_text(None)
    layout.start()
    assert line.anchor() is None and line.row_start([]) is None
