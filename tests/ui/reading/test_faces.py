"""The face that a text is read in, and lines that end on one edge."""

from collections.abc import Iterable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontInfo
from pytestqt.qtbot import QtBot

from reader.settings import CHOICES
from reader.text import Kind, Paragraph
from tests.samples import crossed
from tests.ui.documents import DOCUMENTS, open_and_translate
from tests.ui.reading.texts import click, long_text, settled, text_of
from ui.app import Tospalt
from ui.reading import faces
from ui.reading.cell import SOURCE, TARGET
from ui.reading.faces import dyslexic_family, is_installed, reading_font
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.typography import font_of, load_fonts
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

LIGHT = load_theme("light")
LONG = "Dette er en setning som er lang nok til å fylle en linje eller to. " * 4


def test_each_face_is_another_font_as_far_as_the_system_has_it(view: ReadingView) -> None:
    shown = {face: QFontInfo(reading_font(face, 13)).family() for face in CHOICES["reading_face"]}
    assert shown["serif"] == "Source Serif 4"
    assert len({shown[face] for face in ("serif", "system_serif", "system_sans")}) == 3
    assert is_installed("opendyslexic") or shown["opendyslexic"] == shown["serif"]


@pytest.mark.parametrize(
    ("families", "found"),
    [
        (["Arial", "OpenDyslexicMono", "OpenDyslexicAlta", "OpenDyslexic"], "OpenDyslexic"),
        (["Open Dyslexic 3"], "Open Dyslexic 3"),
        (["opendyslexic"], "opendyslexic"),
        (["Arial", "Dyslexie"], None),
    ],
)
def test_open_dyslexic_is_found_whatever_its_version_is_called(families: Iterable[str], found: str | None) -> None:
    assert dyslexic_family(families) == found


def test_code_keeps_its_font_and_headings_follow_the_face(qtbot: QtBot) -> None:
    load_fonts()
    ours, other = Looks(LIGHT), Looks(LIGHT, face=faces.SYSTEM_SANS)
    code, heading = Paragraph("x = 1", Kind.CODE), Paragraph("Fjorden", Kind.HEADING, level=2)
    assert font_of(code, ours) == font_of(code, other)
    assert font_of(heading, ours).family() != font_of(heading, other).family()
    assert font_of(heading, other).bold()


@pytest.mark.parametrize(
    ("layout", "change"),
    crossed(
        ["both", "stacked", "original", "translation"],
        [{"face": "system_sans"}, {"face": "system_serif", "justified": True}],
    ),
)
def test_the_line_being_read_stays_where_it_is_in_another_face(
    view: ReadingView, qtbot: QtBot, layout: str, change: dict[str, object]
) -> None:
    view.configure(Looks(LIGHT, view=layout))
    view.show_text(long_text(2000))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    column = TARGET if layout == "translation" else SOURCE
    place = Place(view.top_row() + 2, column, 0)
    click(qtbot, view, QPointF(view.hits.point_of_sentence(place)))
    before, height = view.hits.point_of_sentence(place).y(), view.rowHeight(place.row)
    view.configure(Looks(LIGHT, view=layout, **change))  # type: ignore[arg-type]
    settled(qtbot, view)
    assert abs(view.hits.point_of_sentence(place).y() - before) <= 1
    assert view.rowHeight(place.row) != height


def right_ends(view: ReadingView, row: int, column: int = SOURCE) -> list[float]:
    """Where the lines of a cell end, from its left edge, in pixels."""
    model, typesetter = view._model, view._typesetter
    band = view._layout.arrangement.band(column)
    text = model.row(row).source.text
    layout = typesetter.layout(row, model.row(row), column, band.text_width)
    ends: dict[float, float] = {}
    for box in layout.rects((0, len(text))):
        ends[box.top()] = max(ends.get(box.top(), 0.0), box.right())
    return [round(right) for right in ends.values()]


def test_justified_lines_end_on_one_edge_but_for_the_last(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph(LONG.strip())))
    settled(qtbot, view)
    ragged, height = right_ends(view, 0), view.rowHeight(0)
    assert len(set(ragged[:-1])) > 1
    view.configure(Looks(LIGHT, justified=True))
    *ends, last = right_ends(view, 0)
    assert len(set(ends)) == 1 and ends[0] > max(ragged) - 1 and last < ends[0]
    assert view.rowHeight(0) == height


def test_what_is_on_a_justified_line_is_found_up_to_its_end(view: ReadingView, qtbot: QtBot) -> None:
    view.configure(Looks(LIGHT, justified=True))
    view.show_text(text_of(Paragraph(LONG.strip())))
    settled(qtbot, view)
    right = right_ends(view, 0)[0]
    left = view._layout.arrangement.band(SOURCE).text_left
    point = QPointF(left + right - 2, view.hits.point_of(0, SOURCE, 0).y())
    found = view.hits.position_at(point)
    assert found is not None and found[:2] == (0, SOURCE)
    shown = view._model.row(0).source.text
    end = found[2] + 1
    assert shown[end : end + 1].isspace()  # the last letter of the line
    assert abs(view.hits.point_of(0, SOURCE, found[2]).x() - point.x()) < 20


@pytest.mark.parametrize(
    "paragraph",
    [
        Paragraph(LONG.strip(), Kind.CODE),
        Paragraph(LONG.strip(), Kind.HEADING, level=2),
        Paragraph(LONG.strip(), Kind.VERSE),
    ],
)
def test_code_headings_and_verses_are_never_justified(view: ReadingView, qtbot: QtBot, paragraph: Paragraph) -> None:
    view.show_text(text_of(paragraph, translated=False))
    ragged = right_ends(view, 0)
    view.configure(Looks(LIGHT, justified=True))
    assert right_ends(view, 0) == ragged and len(set(ragged)) > 1


def test_narrow_columns_are_not_justified(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(620, 600)
    view.configure(Looks(LIGHT, points=14))
    view.show_text(text_of(Paragraph(LONG.strip())))
    ragged = right_ends(view, 0)
    view.configure(Looks(LIGHT, points=14, justified=True))
    assert view._layout.arrangement.view == "both"
    assert right_ends(view, 0) == ragged


def test_the_face_and_the_edge_apply_at_once_and_are_no_step_to_undo(program: Tospalt, qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[0])
    window = program.window
    dialog = window.appearance.open_settings()
    dialog.changed.emit("reading_face", "system_sans")
    dialog.changed.emit("justified", True)
    looks = window.reading_view.looks
    assert (looks.face, looks.justified) == ("system_sans", True)
    assert not window.actions_["undo"].isEnabled()
    dialog.close()
