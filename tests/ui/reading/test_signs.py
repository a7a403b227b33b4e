"""The signs in the margin say what they mean when they are pointed at."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

import pytest
from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, State
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.ui.reading.tables import table
from tests.ui.reading.texts import colours, settled, text_of
from ui.reading.cell import SOURCE, TARGET
from ui.reading.hints import hint_at, hints_of
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

NUMBER, EDITED, ACCEPTED = "A number is missing or has changed.", "Edited by you", "Accepted by you"
DANISH = "Det er ikke noget, jeg ved af, men hvad skal man sige, når de selv kom hertil af egen fri vilje i går aftes."
# Every sign, and what it says.
MEANINGS = [("!", NUMBER), ("✓", EDITED), ("!✓", f"{NUMBER}\n{EDITED}"), ("×", "Not translated")]
MEANINGS += [("=", "Same as the original"), ("☑", ACCEPTED), ("!✓☑", f"{NUMBER}\n{EDITED}\n{ACCEPTED}")]
MEANINGS += [("~", "Paragraph in Danish, read as Norwegian Bokmål")]


def signed() -> ParallelText:
    """A row with each sign, the first of them a heading."""
    words = "Den første setningen er her. Den andre er der."
    plain = [Paragraph(words) for _ in MEANINGS[1:-1]]
    text = text_of(Paragraph(words, Kind.HEADING, level=2), *plain, Paragraph(DANISH))
    rows = text.rows
    for row, change in ((0, {"warnings": ("number",)}), (1, {"edited": True})):
        rows[row] = replace(rows[row], sentences=(replace(rows[row].sentences[0], **change), *rows[row].sentences[1:]))
    both = tuple(replace(pair, warnings=("number",), edited=True) for pair in rows[2].sentences)
    rows[2] = replace(rows[2], sentences=both)
    rows[3] = replace(rows[3], state=State.FAILED, target="", sentences=())
    rows[4] = replace(rows[4], state=State.SAME, target=rows[4].source.text)
    rows[5] = replace(rows[5], sentences=(replace(rows[5].sentences[0], accepted=True), *rows[5].sentences[1:]))
    first, second = rows[6].sentences
    every = replace(first, warnings=("number",), edited=True), replace(second, accepted=True)
    rows[6] = replace(rows[6], sentences=every)
    return text


def pointed_at(view: ReadingView, point: QPointF) -> str:
    """What the tool tip says when the pointer rests at a point."""
    QToolTip.hideText()
    at = point.toPoint()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    return QToolTip.text() if QToolTip.isVisible() else ""


def beside(view: ReadingView, row: int, column: int) -> QPointF:
    """The middle of where the sign of a row is drawn."""
    band, origin = view._layout.slot(row).arrangement.band(column), view._layout.text_origin(row, column)
    return origin + QPointF(band.text_width + 8, view._layout.line_height / 2)


@pytest.fixture(autouse=True)
def no_tool_tip_is_left() -> Iterator[None]:
    yield
    QToolTip.hideText()


@pytest.mark.parametrize("layout", ["both", "stacked", "translation"])
def test_every_sign_says_its_meaning_in_every_layout(view: ReadingView, qtbot: QtBot, layout: str) -> None:
    view.configure(replace(Looks(load_theme("light")), view=layout))
    view.resize(900, 1200)
    view.show_text(signed())
    settled(qtbot, view)
    assert [sign.text for row in range(len(MEANINGS)) if (sign := view._model.sign(row))] == [s for s, _ in MEANINGS]
    for row, (_, meaning) in enumerate(MEANINGS):
        column = SOURCE if layout == "stacked" and row == 4 else TARGET
        assert view._hint_at(beside(view, row, column)) == meaning
        assert all(word in pointed_at(view, beside(view, row, column)) for word in meaning.split("\n"))


def test_the_sign_in_a_cell_of_a_table_says_its_meaning(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(*table(("Første", "Andre"), ("Her", "Der")))
    for row in (2, 3):
        pairs = tuple(replace(pair, warnings=("number",)) for pair in text.rows[row].sentences)
        text.rows[row] = replace(text.rows[row], sentences=pairs)
    view.show_text(text)
    settled(qtbot, view)
    for row in (2, 3):
        assert view._hint_at(beside(view, row, TARGET) - QPointF(4, 0)) == NUMBER


def test_a_doubtful_sentence_that_was_edited_says_both(view: ReadingView) -> None:
    view.show_text(signed())
    assert hint_at((2, TARGET, 0), "", view._model) == f"{NUMBER}\n{EDITED}"
    assert hint_at((0, TARGET, 0), "", view._model) == NUMBER
    assert hint_at((1, TARGET, 0), "", view._model) == EDITED
    assert hint_at((5, TARGET, 0), "", view._model) == ACCEPTED
    assert hint_at((5, TARGET, 40), "", view._model) == ""  # the other sentence


def test_words_that_text_recognition_was_not_sure_of_are_marked_and_told(view: ReadingView, qtbot: QtBot) -> None:
    theme = load_theme("light")
    view.configure(Looks(theme))
    misread = Mark(8, 15, MarkKind.MISREAD)
    view.show_text(text_of(Paragraph("Båten i Fjærmad er her. Den går nå.", marks=(misread,))))
    settled(qtbot, view)
    model = view.model()
    source, target = (colours(view, view.visualRect(model.index(0, column))) for column in (SOURCE, TARGET))
    assert theme.colour("doubtful").name() in source and theme.colour("doubtful").name() not in target
    said = "Perhaps misread by text recognition: Fjærmad"
    assert hint_at((0, SOURCE, 9), "", view._model) == said and hint_at((0, SOURCE, 15), "", view._model) == ""
    assert [hints_of(Place(0, SOURCE, number), [], view._model) for number in (0, 1)] == [said, ""]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_doubtful_sentence_that_was_edited_looks_like_both(view: ReadingView, qtbot: QtBot, theme: str) -> None:
    colour = load_theme(theme)
    view.configure(Looks(colour))
    view.resize(900, 1200)
    view.show_text(signed())
    view.move_caret(Place(7, SOURCE, 0))
    settled(qtbot, view)

    def painted(row: int) -> tuple[bool, ...]:
        found = colours(view, view.visualRect(view.model().index(row, TARGET)))
        return tuple(colour.colour(role).name() in found for role in ("edited", "accepted", "failed"))

    assert (painted(0), painted(2)) == ((False, False, True), (True, False, True))
    assert painted(1)[:2] == (True, False) and painted(5)[:2] == (False, True)
    assert painted(6) == (True, True, True)


@pytest.mark.parametrize("layout", ["both", "stacked"])
def test_signs_grow_with_the_text_and_stay_beside_it(view: ReadingView, qtbot: QtBot, layout: str) -> None:
    """Of two marks too, the room for which is in the margin."""

    def drawn(points: float) -> QRect:
        """Where the pixels of the sign of two marks are, in the margin beside its text."""
        view.configure(replace(Looks(load_theme("light")), view=layout, points=points))
        view.show_text(signed())
        settled(qtbot, view)
        view.move_caret(Place(7, SOURCE, 0))
        left, top = beside(view, 2, TARGET).x() - 8, beside(view, 2, TARGET).y() - view._layout.line_height / 2
        margin = QRect(round(left) + 1, round(top), view.viewport().width() - round(left) - 1, 60)
        return ink(view, margin, ("failed", "edited"))

    view.resize(900, 3000)
    small, large = drawn(12), drawn(24)
    assert large.height() >= 1.7 * small.height() and large.width() >= 1.7 * small.width()
    assert large.left() > 0 and large.right() < view.viewport().width() - 1


def ink(view: ReadingView, area: QRect, roles: Sequence[str]) -> QRect:
    """What the pixels in these colours of the theme cover of a part of the viewport."""
    image, wanted = view.viewport().grab(area).toImage(), {load_theme("light").colour(role).rgb() for role in roles}
    found = [
        QRect(x, y, 1, 1) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) in wanted
    ]
    return reduce(QRect.united, found, QRect()).translated(area.topLeft())


def test_of_three_marks_none_is_smaller_than_alone(view: ReadingView, qtbot: QtBot) -> None:
    text = signed()
    view.configure(replace(Looks(load_theme("light")), view="translation"))
    view.resize(360, 4000)  # where a paragraph has several lines
    view.show_text(text)
    settled(qtbot, view)
    view.move_caret(Place(7, SOURCE, 0))

    def drawn(row: int, role: str) -> QRect:
        left, top = beside(view, row, TARGET).x() - 8, beside(view, row, TARGET).y() - view._layout.line_height / 2
        height = view.visualRect(view.model().index(row, TARGET)).height()
        return ink(view, QRect(round(left) + 1, round(top), 60, height), (role,))

    assert drawn(6, "failed").height() == drawn(2, "failed").height() > 0
    second = beside(view, 6, TARGET) + QPointF(-8, view._layout.line_height / 2)
    below = view.viewport().grab(QRect(second.toPoint(), QSize(16, round(view._layout.line_height)))).toImage()
    colours_there = {below.pixel(x, y) for x in range(below.width()) for y in range(below.height())}
    assert len(colours_there) > 1  # the third mark
