"""Laying out long paragraphs: only what is visible is painted, and places are found without a scan of all lines."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPicture
from pytestqt.qtbot import QtBot

from reader.parallel import Row, State
from reader.text import Kind, Paragraph
from ui.reading.style import Looks
from ui.reading.text_layout import SOURCE, CellLayout, Typesetter
from ui.toolkit.theme import load_theme

WIDTH = 300.0
PROSE = " ".join(f"ord{n}" for n in range(4000))
KEY = "aB3/" * 5000


@pytest.fixture
def typesetter(qtbot: QtBot) -> Typesetter:
    return Typesetter(Looks(load_theme("light")))


def laid_out(typesetter: Typesetter, text: str) -> CellLayout:
    return typesetter.layout(0, Row(Paragraph(text), text, State.DONE), SOURCE, WIDTH)


def painted(layout: CellLayout, top: float, left: float = 0.0, scale: float = 1.0) -> QImage:
    """The layout from `top` on, painted on 300 by 200 pixels."""
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(left, 0)
    layout.draw(painter, QPointF(0, -top))
    painter.end()
    return image


@pytest.mark.parametrize("text", [PROSE, KEY], ids=["prose", "a key"])
@pytest.mark.parametrize("scale", [1.0, 0.5, 2.0])
def test_the_lines_that_can_be_seen_are_painted_wherever_it_is_scrolled_to(
    typesetter: Typesetter, text: str, scale: float
) -> None:
    layout = laid_out(typesetter, text)
    for top in (0.0, layout.height / 2, layout.height - 60):
        shown = painted(layout, top, scale=scale)
        # The same lines in an image that begins higher, with other lines too.
        below = painted(layout, top - 50, scale=scale)
        moved = round(50 * scale)
        assert shown.copy(0, 0, 300, 200 - moved) == below.copy(0, moved, 300, 200 - moved)
        assert shown != painted(layout, layout.height + 500)


def test_of_a_long_paragraph_little_is_painted(typesetter: Typesetter) -> None:
    def size(text: str) -> int:
        picture = QPicture()
        painter = QPainter(picture)
        painter.setViewport(0, 0, 300, 200)
        painter.setWindow(0, 0, 300, 200)
        laid_out(typesetter, text).draw(painter, QPointF(0, 0))
        painter.end()
        typesetter.forget_all()
        return picture.size()

    assert size(PROSE) < 2 * size(PROSE[:400])


@pytest.mark.parametrize("text", [PROSE, KEY], ids=["prose", "a key"])
def test_every_place_is_found_again(typesetter: Typesetter, text: str) -> None:
    layout = laid_out(typesetter, text)
    for position in range(1, len(text), 997):
        [rect, *_] = layout.rects((position, position + 1)) or [QRectF()]
        if rect.isNull():  # a space at the end of a line
            continue
        assert layout.position_at(rect.center()) == position
        assert rect.top() <= layout.point_of(position).y() <= rect.bottom()


def test_a_span_over_several_lines_has_a_rectangle_for_each(typesetter: Typesetter) -> None:
    layout = laid_out(typesetter, PROSE)
    whole = layout.rects((0, len(PROSE)))
    start = len(PROSE) // 2
    some = layout.rects((start, start + 200))
    assert 1 < len(some) < len(whole)
    assert some[1:-1] == [rect for rect in whole if some[0].top() < rect.top() < some[-1].top()]
    assert layout.rects((start, start)) == []


@pytest.mark.parametrize("quantity", ["3,5 %", "10 km"])
def test_a_number_and_its_unit_are_on_one_line_and_every_place_stays(typesetter: Typesetter, quantity: str) -> None:
    unit = quantity.split()[1]
    for before in range(90):
        text = f"{'i' * before} {quantity} av dem og så videre til enden av avsnittet som er langt nok for to linjer"
        typesetter.forget_all()
        layout, at = laid_out(typesetter, text), before + 1
        end = at + len(quantity)
        assert layout.point_of(at).y() == layout.point_of(end - len(unit)).y()
        (box,) = layout.rects((at, end))
        assert layout.position_at(box.center()) in range(at, end)
    assert layout.point_of(at).y() > 0


def test_nothing_is_found_beside_or_below_the_text(typesetter: Typesetter) -> None:
    layout = laid_out(typesetter, PROSE)
    assert layout.position_at(QPointF(5, layout.height + 1)) is None
    assert layout.position_at(QPointF(5, -1)) is None
    assert layout.position_at(QPointF(WIDTH + 50, 5)) is None
    assert layout.nearest(QPointF(5, layout.height + 50)) == len(PROSE)


def test_of_a_long_span_only_the_lines_that_are_seen_are_given(typesetter: Typesetter) -> None:
    layout = laid_out(typesetter, PROSE)
    every = layout.rects((0, len(PROSE)))
    seen = QRectF(0, layout.height / 2, 300, 200)
    some = layout.rects((0, len(PROSE)), seen)
    assert some == [rect for rect in every if rect.bottom() > seen.top() and rect.top() <= seen.bottom()]
    assert 0 < len(some) < 20


def test_what_is_marked_in_a_formula_is_where_the_formula_is(typesetter: Typesetter) -> None:
    paragraph = Paragraph("a = b", Kind.MATH)
    layout = typesetter.layout(0, Row(paragraph, "a = b", State.SAME), SOURCE, WIDTH)
    [whole] = layout.rects((0, 5))
    assert whole.center().x() == pytest.approx(WIDTH / 2, abs=2)
    assert layout.position_at(whole.topLeft() + QPointF(1, 5)) == 0
    assert layout.position_at(QPointF(1, 5)) is None
