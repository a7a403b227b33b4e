"""Paragraphs of every kind, in every box, look and sound like what they are."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, RowTranslated
from reader.parallel.rows import translated_row
from reader.text import Box, BoxKind, Cue, Document, Kind, Mark, MarkKind, Paragraph
from tests.mark_kinds import MARK_KINDS
from tests.samples import crossed
from tests.structures import EXAMPLE, NOTE, QUOTE, document, in_cell, paragraphs
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import at_word, click, colours, settled
from ui.reading.cell import SOURCE, TARGET
from ui.reading.columns import Wanted, arrange, label_room
from ui.reading.hints import hint_at
from ui.reading.model import ParallelModel
from ui.reading.openings import Opening, opening_of
from ui.reading.spoken import box_name, kind_name, spoken_name, spoken_text
from ui.reading.style import Looks
from ui.reading.typography import mark_format, style_of
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

LIGHT = load_theme("light")
TEXT_BOX = Box(BoxKind.ASIDE, 0, label="tip")


def shown(view: ReadingView, doc: Document, *, translated: bool = True) -> ParallelText:
    """Show a document whose translation is its text in capitals."""
    text = ParallelText.untranslated(doc, "nb", "en")
    for row in text.outstanding() if translated else ():
        source = doc.paragraphs[row]
        text.apply(RowTranslated(row, translated_row(source, source.text.upper(), (), source.marks)))
    view.show_text(text)
    return text


def spoken(view: ReadingView) -> list[str]:
    interface = QAccessible.queryAccessibleInterface(view)
    return [interface.child(i).text(QAccessible.Text.Name) for i in range(interface.childCount())]


# Every kind


@pytest.mark.parametrize(("kind", "view_kind"), crossed(list(Kind), ["both", "stacked"]))
def test_every_kind_in_every_box_is_painted_and_spoken(
    qtbot: QtBot, view: ReadingView, kind: Kind, view_kind: str
) -> None:
    boxes = [(), *((Box(box, 0, label="x"),) for box in BoxKind if box is not BoxKind.CELL), in_cell("", 0, 0).within]
    texts = ["Tekst om noe.", ""]
    found = [Paragraph(text, kind, level=1, marker="1.", within=within) for within in boxes for text in texts]
    shown(view, document(*found))
    view.configure(Looks(LIGHT, view=view_kind))
    settled(qtbot, view)
    assert not view.grab().isNull()
    assert sum(": " in name for name in spoken(view)) == 2 * len(found)
    assert kind_name(kind)


@pytest.mark.parametrize("kind", MARK_KINDS)
def test_every_mark_has_a_format(kind: MarkKind) -> None:
    plain = kind in (MarkKind.VERBATIM, MarkKind.LANGUAGE, MarkKind.MISREAD)  # the page shows nothing either
    assert mark_format(kind, LIGHT, italic=False).properties() or plain


@pytest.mark.parametrize("kind", list(BoxKind))
def test_every_box_has_a_name_or_its_paragraphs_do(kind: BoxKind) -> None:
    assert bool(box_name(Box(kind, 0))) == (kind is not BoxKind.FIGURE)


# How it sounds


def names(*found: Paragraph) -> list[str]:
    text = ParallelText.untranslated(document(*found), "nb", "en")
    return [spoken_name(paragraph, text.label(row)) for row, paragraph in enumerate(found)]


def test_the_place_in_a_table_is_spoken() -> None:
    item = Paragraph("mel", Kind.LIST_ITEM, level=1, marker="•", within=in_cell("", 1, 1).within)
    assert names(in_cell("Vare", 2, 0), item) == ["Table 1, row 3, column 1", "Table 1, row 2, column 2, list item"]


def test_the_time_of_a_subtitle_says_enough() -> None:
    timed = Paragraph("Nei.", Kind.CUE, cue=Cue(3723.9, 3725))
    assert names(Paragraph("Hei.", Kind.CUE), timed) == ["Paragraph 1", "Subtitle at 1:02:03"]


def test_notes_quotes_and_text_boxes_are_spoken() -> None:
    inner = Paragraph("b", Kind.QUOTE, within=(QUOTE, Box(BoxKind.QUOTE, 1)))
    assert names(
        Paragraph("a", Kind.QUOTE, within=(QUOTE,)),
        inner,
        Paragraph("c", within=(TEXT_BOX,)),
        Paragraph("d", Kind.LIST_ITEM, level=2),
        Paragraph("e", Kind.NOTE, within=(NOTE,)),
        Paragraph("f", within=(Box(BoxKind.FURNITURE, 0),)),
    ) == [
        "Paragraph 1, quote",
        "Paragraph 2, quote, level 2",
        "Paragraph 3, Tip",
        "Paragraph 4, level 2",
        "Note 1",
        "Page header or footer",
    ]


def test_markers_are_spoken_and_so_is_emptiness() -> None:
    assert spoken_text(Paragraph("Vi koker.", Kind.LIST_ITEM, marker="a)"), "We boil.") == "a) We boil."
    assert spoken_text(Paragraph("Kjøp", Kind.LIST_ITEM, marker="☑"), "Buy") == "checked: Buy"
    assert spoken_text(Paragraph("Kjøp", Kind.LIST_ITEM, marker="☐"), "Buy") == "not checked: Buy"
    assert spoken_text(in_cell("", 0, 0), "") == "empty"
    assert spoken_text(Paragraph("Se \ufffc her"), "See \ufffc") == "See image"
    assert spoken_text(Paragraph("Bakt.", Kind.NOTE, marker="1."), "Baked.") == "Baked."


def test_a_screen_reader_hears_it_in_both_columns(view: ReadingView) -> None:
    shown(view, EXAMPLE)
    heard = spoken(view)
    assert "Table 1, row 3, column 2, Norwegian Bokmål: empty" in heard
    assert "Table 1, row 3, column 2, English: empty" in heard
    assert "Paragraph 3, level 2, English, translated: a) VI KOKER." in heard


# How it looks


def test_notes_are_smaller_heads_bolder_and_page_headers_quieter() -> None:
    assert (
        style_of(Paragraph("n", Kind.NOTE)).scale == style_of(Paragraph("l", Kind.LIST_ITEM, within=(NOTE,))).scale < 1
    )
    assert style_of(in_cell("h", 0, 0, head=True)).bold and not style_of(in_cell("c", 1, 0)).bold
    assert style_of(Paragraph("s", within=(Box(BoxKind.FURNITURE, 0),))).role == "muted"


def test_a_caption_is_near_what_it_belongs_to() -> None:
    figure = style_of(Paragraph("Et hus", Kind.CAPTION, within=(Box(BoxKind.FIGURE, 0),)))
    table = style_of(Paragraph("Priser", Kind.CAPTION))
    assert figure.above < figure.below and table.below < table.above


def openings(found: Sequence[Paragraph]) -> dict[int, Opening]:
    openings = ((row, opening_of(found, row)) for row in range(len(found)))
    return {row: opening for row, opening in openings if opening is not None}


def test_a_line_begins_the_notes_and_a_label_an_aside() -> None:
    second = Box(BoxKind.NOTE, 1, label="2")
    found = openings(
        [
            Paragraph("a", within=(TEXT_BOX,)),
            Paragraph("b", within=(TEXT_BOX,)),
            Paragraph("c", Kind.NOTE, marker="1.", within=(NOTE,)),
            Paragraph("d", Kind.NOTE, marker="2.", within=(second,)),
            Paragraph("e"),
            Paragraph("f", Kind.LIST_ITEM, level=1, marker="•", within=(Box(BoxKind.NOTE, 2, label="3"),)),
        ]
    )
    assert [row for row, opening in found.items() if opening.line] == [2, 5]
    assert [(row, opening.label("en")) for row, opening in found.items() if opening.asides] == [(0, "Tip")]
    assert found[0].label("nb") == "Tips"
    assert [(row, opening.note) for row, opening in found.items() if opening.note] == [(5, "3")]


@given(paragraphs())
def test_each_note_shows_its_label_once(found: list[Paragraph]) -> None:
    opened = openings(found)
    firsts = {note.start for note in document(*found).notes}
    for row, paragraph in enumerate(found):
        shows = bool(paragraph.note and paragraph.kind is Kind.NOTE and paragraph.marker)
        assert shows + bool(row in opened and opened[row].note) == (row in firsts)


def column_of(view: ReadingView, row: int, x: int) -> set[str]:
    """The colours between the left edge of the text's slot and `x` beside it, on the whole height of a row."""
    left = view.hits.point_of(row, SOURCE, 0).x()
    area = view.visualRect(view.model().index(row, SOURCE))
    return colours(view, QRect(left - x, area.top(), x - 4, area.height()))


@pytest.mark.parametrize("theme", ["light", "dark", "sepia"])
def test_a_quote_has_a_line_and_an_aside_a_bar(view: ReadingView, theme: str) -> None:
    colour = load_theme(theme)
    view.configure(Looks(colour))
    quote = Paragraph("Sitat.", Kind.QUOTE, within=(QUOTE,))
    shown(view, document(Paragraph("Tekst."), quote, Paragraph("Boks.", within=(TEXT_BOX,))))
    assert colour.border in column_of(view, 1, 22) and colour.accent not in column_of(view, 1, 22)
    assert colour.accent in column_of(view, 2, 22)
    assert not {colour.border, colour.accent} & column_of(view, 0, 12)


def test_the_line_of_a_quote_has_no_gap_between_its_paragraphs(view: ReadingView) -> None:
    quote = Paragraph("Sitat.", Kind.QUOTE, within=(QUOTE,))
    other = Paragraph("Sitat.", Kind.QUOTE, within=(Box(BoxKind.QUOTE, 1),))
    shown(view, document(Paragraph("Tekst."), quote, quote, other))

    def beside(row: int, below: int) -> set[str]:
        """The colours beside the text, some pixels below where a row begins."""
        left, top = view.hits.point_of(row, SOURCE, 0).x(), view.rowViewportPosition(row)
        return colours(view, QRect(left - 22, top + below, 18, 3))

    assert all(LIGHT.border in beside(2, below) for below in (-3, 0))
    assert not any(LIGHT.border in beside(3, below) for below in (-3, 0))


def test_an_aside_has_room_for_its_label_and_says_it(view: ReadingView) -> None:
    named, plain = Paragraph("Pass opp.", within=(TEXT_BOX,)), Paragraph("Pass opp.", within=(Box(BoxKind.ASIDE, 1),))
    shown(view, document(Paragraph("Tekst."), named, plain))
    assert view.rowHeight(1) > view.rowHeight(2) + 10
    text = view.hits.point_of(1, SOURCE, 0)
    assert LIGHT.accent in colours(
        view, QRect(text.x(), view.rowViewportPosition(1), 40, text.y() - 14 - view.rowViewportPosition(1))
    )


def test_an_image_in_a_line_is_a_sign_and_the_positions_behind_it_are_right(view: ReadingView) -> None:
    shown(view, document(Paragraph("Et \ufffc bilde.")))
    point = at_word(view, 0, SOURCE, 6)
    assert view.hits.position_at(point) == (0, SOURCE, 6)


def test_a_formula_in_the_middle_is_hit_where_it_is_painted(view: ReadingView) -> None:
    shown(view, document(Paragraph("a = b\nc", Kind.MATH), Paragraph("a = b")))
    formula, prose = view.hits.point_of(0, SOURCE, 0), view.hits.point_of(1, SOURCE, 0)
    assert formula.x() > prose.x() + 50
    for position in (0, 4, 6):
        assert view.hits.position_at(at_word(view, 0, SOURCE, position)) == (0, SOURCE, position)
    assert view.hits.point_of(0, SOURCE, 6).x() == formula.x()  # its lines begin together


# Links inside the document

REFERRING = Document(
    "Tittel",
    (
        Paragraph("Brød[1] og smør.", marks=(Mark(4, 7, MarkKind.NOTE, "#note:0"),)),
        Paragraph("Se slutten.", marks=(Mark(3, 10, MarkKind.LINK, "#slutten"),)),
        Paragraph("Bakt i går.", Kind.NOTE, marker="1.", within=(NOTE,)),
        Paragraph("Og spist.", Kind.NOTE, within=(NOTE,)),
        Paragraph("Slutten her."),
    ),
    None,
    "nb",
    certain=True,
    targets={"slutten": 4},
)


def test_a_reference_to_a_note_is_a_link(qtbot: QtBot, view: ReadingView) -> None:
    shown(view, REFERRING)
    for row, column, position, href in (
        (0, SOURCE, 5, "#note:0"),
        (0, TARGET, 5, "#note:0"),
        (1, SOURCE, 4, "#slutten"),
    ):
        with qtbot.waitSignal(view.link_activated, timeout=PATIENCE) as followed:
            click(qtbot, view, at_word(view, row, column, position))
        assert followed.args == [href]


@pytest.mark.parametrize(
    ("column", "translated", "hint"),
    [
        (SOURCE, True, "1. Bakt i går.\nOg spist."),
        (TARGET, True, "1. BAKT I GÅR.\nOG SPIST."),
        (TARGET, False, "1. Bakt i går.\nOg spist."),
    ],
)
def test_the_hint_on_a_reference_is_its_note_in_the_language_of_the_column(
    view: ReadingView, column: int, translated: bool, hint: str
) -> None:
    shown(view, REFERRING, translated=translated)
    model = view.model()
    assert isinstance(model, ParallelModel)
    assert hint_at((0, column, 5), "#note:0", model) == hint
    assert hint_at((1, column, 4), "#slutten", model).casefold() == "slutten her."
    assert hint_at((1, column, 4), "#borte", model) == "#borte"


def test_the_hint_on_a_long_note_is_its_beginning(view: ReadingView) -> None:
    long = Paragraph("ord " * 5000 + "slutt", Kind.NOTE, marker="1.", within=(NOTE,))
    shown(view, document(REFERRING.paragraphs[0], *[long] * 50), translated=False)
    model = view.model()
    assert isinstance(model, ParallelModel)
    hint = hint_at((0, SOURCE, 5), "#note:0", model)
    assert hint.startswith("1. ord ord") and hint.endswith("ord …") and len(hint) < 700


def test_hovering_over_a_reference_shows_its_note(view: ReadingView) -> None:
    shown(view, REFERRING)
    point = at_word(view, 0, TARGET, 5).toPoint()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QEvent.Type.ToolTip, point, view.viewport().mapToGlobal(point)))
    assert "BAKT I GÅR." in QToolTip.text()
    QToolTip.hideText()


@pytest.mark.parametrize("width", [600.0, 900.0])
def test_the_margin_has_room_for_times(width: float) -> None:
    room = label_room("1:02:03", 17)
    both = arrange(Wanted("both", (0, 1), (1, 1)), width, 600, 7.5, 17, room)
    assert both.band(0).text_left >= room > arrange(Wanted("both", (0, 1), (1, 1)), 600, 600, 7.5, 17).band(0).text_left
