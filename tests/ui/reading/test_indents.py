"""Where texts, markers and lines stand."""

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from reader.text import Box, BoxKind, Cell, Kind, Paragraph
from tests.structures import paragraphs
from ui.reading.indents import NO_INDENTS, Indents, indents

EM, WIDTH = 10.0, 600.0
STEP = 1.4 * EM


def of(paragraph: Paragraph, width: float = WIDTH) -> Indents:
    """The indents, where every letter of a marker is half an em wide."""
    return indents(paragraph, width, EM, lambda marker: len(marker) * EM / 2)


def item(level: int, marker: str = "•", *within: Box) -> Paragraph:
    return Paragraph("Punkt", Kind.LIST_ITEM, level=level, marker=marker, within=within)


def quoted(number: int = 0, level: int = 0) -> Box:
    return Box(BoxKind.QUOTE, number, level)


def test_running_text_and_headings_are_not_indented() -> None:
    assert of(Paragraph("Tekst")) is NO_INDENTS is of(Paragraph("Overskrift", Kind.HEADING, level=3))


def test_each_item_quote_and_aside_is_a_step() -> None:
    assert [of(item(level)).text for level in (1, 2, 3)] == pytest.approx([STEP, 2 * STEP, 3 * STEP])
    assert of(Paragraph("Mer i punktet", level=2)).text == 2 * STEP
    quote = Paragraph("Sitat", Kind.QUOTE, within=(quoted(0), quoted(1), Box(BoxKind.ASIDE, 0)))
    assert of(quote).text == pytest.approx(3 * STEP)


def test_a_line_stands_where_its_quote_is_among_the_items() -> None:
    inner = of(Paragraph("Sitat i et punkt", Kind.QUOTE, level=1, within=(quoted(level=1),)))
    outer = of(item(1, "•", quoted()))
    assert inner.text == outer.text == 2 * STEP
    assert inner.lines[0].left - outer.lines[0].left == pytest.approx(STEP)
    assert (inner.marker, outer.marker) == (0, STEP)


def test_a_quote_without_a_box_has_one_line() -> None:
    assert len(of(Paragraph("Sitat", Kind.QUOTE)).lines) == 1


@pytest.mark.parametrize("box", [Box(BoxKind.CELL, 0, 1, cell=Cell(0, 0)), Box(BoxKind.NOTE, 0, 1)])
def test_a_cell_and_a_note_count_their_own_items(box: Box) -> None:
    hanging = 1 if box.kind is BoxKind.NOTE else 0  # the label of a note hangs beside it
    assert of(item(1, "•", quoted(level=1), box)).text == pytest.approx((1 + hanging) * STEP)


@pytest.mark.parametrize("marker", ["xviii.", "(12)", "1.2.3", "Art. 12 a)"])
def test_a_wide_marker_pushes_its_own_text(marker: str) -> None:
    wide, narrow = of(item(2, marker)), of(item(2))
    assert wide.marker == narrow.marker
    assert wide.room > len(marker) * EM / 2 and wide.text > wide.marker + wide.room
    assert of(Paragraph("Kapittel", Kind.HEADING, level=2, marker=marker)).text > len(marker) * EM / 2


def test_a_number_of_two_digits_leaves_its_text_among_the_others() -> None:
    assert of(item(1, "1.")).text == of(item(1, "•")).text == STEP


@pytest.mark.parametrize("width", [60.0, 150.0, 600.0])
def test_deep_levels_stay_apart_and_leave_room_for_text(width: float) -> None:
    found = [of(Paragraph("Dypt", level=level), width).text for level in range(12)]
    assert all(after > before for before, after in pairwise(found))
    assert found[-1] <= width / 2
    assert of(Paragraph("Dypt", level=10**6), width).text <= width / 2
    assert of(item(12, "x" * 1000), width).text <= 0.75 * width


@given(paragraphs(), st.floats(40, 1000))
def test_everything_stays_in_the_slot(found: list[Paragraph], width: float) -> None:
    for paragraph in found:
        at = of(paragraph, width)
        assert 0 <= at.marker <= at.text <= 0.75 * width + EM
        assert at.room > 0 or not paragraph.marker
        assert all(0 <= line.left <= at.text for line in at.lines)
