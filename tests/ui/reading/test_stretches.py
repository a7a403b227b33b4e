"""Selecting and copying over several paragraphs."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.parallel import State
from reader.text import OBJECT, Kind, Mark, MarkKind, Paragraph
from tests.ui.patience import PATIENCE
from tests.ui.reading.tables import PRICES
from tests.ui.reading.texts import (
    at_word,
    colours,
    copied,
    drag,
    long_text,
    scrolls_at_edge,
    settled,
    text_of,
)
from ui.reading.cell import SOURCE, TARGET
from ui.reading.extent import End
from ui.reading.highlights import Stretch
from ui.reading.view import ReadingView
from ui.toolkit.jobs import Pool
from ui.toolkit.theme import load_theme

Key, Modifier = Qt.Key, Qt.KeyboardModifier
SHIFT, CONTROL_SHIFT = Modifier.ShiftModifier, Modifier.ControlModifier | Modifier.ShiftModifier
LINES = (Paragraph("En to. Tre fire."), Paragraph("Fem seks."), Paragraph("Sju. Åtte ni."))


def html() -> str:
    return QGuiApplication.clipboard().mimeData().html()


def press_key(view: ReadingView, qtbot: QtBot, *keys: Qt.Key, modifier: Qt.KeyboardModifier = SHIFT) -> None:
    for key in keys:
        qtbot.keyClick(view, key, modifier)


def mouse(view: ReadingView, kind: QEvent.Type, point: QPointF, *, time: int, shift: bool = False) -> None:
    """Send an event of the left button at a time in milliseconds."""
    left = Qt.MouseButton.LeftButton
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else left
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else left
    modifiers = SHIFT if shift else Modifier.NoModifier
    event = QMouseEvent(kind, point, QPointF(view.viewport().mapToGlobal(point)), button, held, modifiers)
    event.setTimestamp(time)
    QApplication.sendEvent(view.viewport(), event)


PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
DOUBLE = QEvent.Type.MouseButtonDblClick


def test_text_over_which_the_mouse_is_dragged_is_copied_from_its_first_to_its_last_letter(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(text_of(*LINES))
    settled(qtbot, view)
    drag(qtbot, view, at_word(view, 2, TARGET, 4) - QPointF(2, 0), at_word(view, 0, TARGET, 3) - QPointF(2, 0))
    assert copied(view) == "TO. TRE FIRE.\n\nFEM SEKS.\n\nSJU."
    assert view.selection.text == ""


@pytest.mark.parametrize("shown", ["both", "stacked", "original"])
def test_a_drag_stays_in_its_column_wherever_the_pointer_is(view: ReadingView, qtbot: QtBot, shown: str) -> None:
    view.configure(replace(view.looks, view=shown))
    view.show_text(text_of(Paragraph("1."), *LINES))
    settled(qtbot, view)
    end = QPointF(view.viewport().width() - 5, view.viewport().height() + 300)
    drag(qtbot, view, at_word(view, 1, SOURCE, 3) - QPointF(2, 0), end)
    assert copied(view) == "to. Tre fire.\n\nFem seks.\n\nSju. Åtte ni."


def test_a_text_that_is_not_repeated_below_its_original_is_selected_with_the_translation(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.configure(replace(view.looks, view="stacked"))
    view.show_text(text_of(Paragraph("Før."), Paragraph("x = 1\ny = 2", Kind.CODE), Paragraph("Etter.")))
    settled(qtbot, view)
    drag(qtbot, view, at_word(view, 0, TARGET, 1), at_word(view, 1, SOURCE, 8) + QPointF(1, 0))
    assert copied(view) == "ØR.\n\nx = 1\ny "
    assert painted(view, 1) == [(0, 8)]


def test_dragging_beyond_the_edge_scrolls_and_selects_on(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(80))
    settled(qtbot, view)
    start = at_word(view, 0, SOURCE, 0)
    mouse(view, PRESS, start, time=1)
    mouse(view, MOVE, QPointF(start.x(), view.viewport().height() + 400), time=2)
    qtbot.waitUntil(lambda: view.selection.span(60) is not None, timeout=PATIENCE)
    mouse(view, RELEASE, QPointF(start.x(), view.viewport().height() + 400), time=3)
    assert not scrolls_at_edge(view) and view.selection.span(1) is not None


def test_a_double_click_that_is_dragged_selects_whole_words_both_ways(view: ReadingView) -> None:
    view.show_text(text_of(*LINES))
    start = at_word(view, 1, SOURCE, 5) + QPointF(2, 0)
    mouse(view, DOUBLE, start, time=1)
    assert view.selection.text == "seks"
    mouse(view, MOVE, at_word(view, 2, SOURCE, 6), time=2)
    assert copied(view) == "seks.\n\nSju. Åtte"
    mouse(view, MOVE, at_word(view, 0, SOURCE, 13), time=3)
    assert copied(view) == "fire.\n\nFem seks"
    mouse(view, RELEASE, start, time=4)
    assert not view.highlighter.pinned


def test_a_double_click_on_the_right_half_of_the_last_letter_selects_its_word(view: ReadingView) -> None:
    view.show_text(text_of(*LINES))
    mouse(view, DOUBLE, at_word(view, 1, SOURCE, 8) - QPointF(4, 0), time=1)
    assert view.selection.text == "seks"


def test_a_triple_click_selects_the_paragraph_and_dragging_it_more_of_them(view: ReadingView) -> None:
    view.show_text(text_of(*LINES))
    point = at_word(view, 0, SOURCE, 1)
    for kind, time in ((PRESS, 1), (RELEASE, 2), (DOUBLE, 3), (RELEASE, 4), (PRESS, 5)):
        mouse(view, kind, point, time=time)
    assert view.selection.text == "En to. Tre fire."
    mouse(view, MOVE, at_word(view, 1, SOURCE, 2), time=6)
    mouse(view, RELEASE, at_word(view, 1, SOURCE, 2), time=7)
    assert copied(view) == "En to. Tre fire.\n\nFem seks."


def test_a_click_long_after_a_double_click_is_a_click(view: ReadingView) -> None:
    view.show_text(text_of(*LINES))
    point = at_word(view, 0, SOURCE, 1)
    for kind, time in ((DOUBLE, 1), (RELEASE, 2), (PRESS, 60_000), (RELEASE, 60_001)):
        mouse(view, kind, point, time=time)
    assert view.selection.empty and view.highlighter.pinned


def test_a_click_with_shift_selects_up_to_it_and_back_again(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*LINES))
    view.move_caret(view.hits.place_at((0, SOURCE, 8)), (7, 10))
    for row, position, expected in ((2, 4, "Tre fire.\n\nFem seks.\n\nSju."), (0, 2, " to. Tre")):
        point = at_word(view, row, SOURCE, position) - QPointF(2, 0)
        mouse(view, PRESS, point, time=1, shift=True)
        mouse(view, RELEASE, point, time=2, shift=True)
        assert copied(view) == expected
    assert not view.highlighter.pinned


def test_shift_extends_the_selection_by_sentences_paragraphs_and_to_the_ends(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*LINES))
    qtbot.keyClick(view, Key.Key_Down)
    press_key(view, qtbot, Key.Key_Down)
    assert copied(view) == "Tre fire.\n\nFem seks."
    press_key(view, qtbot, Key.Key_Down, modifier=CONTROL_SHIFT)
    assert copied(view) == "Tre fire.\n\nFem seks.\n\nSju. Åtte ni."
    press_key(view, qtbot, Key.Key_Home)
    assert copied(view) == "En to. Tre fire."
    press_key(view, qtbot, Key.Key_End, modifier=CONTROL_SHIFT)
    assert copied(view) == "Tre fire.\n\nFem seks.\n\nSju. Åtte ni."
    qtbot.keyClick(view, Key.Key_Up)
    assert view.selection.empty


def test_shift_extends_by_words_into_the_next_paragraph_and_back(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*LINES))
    view.move_caret(view.hits.place_at((0, SOURCE, 12)), (11, 15))
    press_key(view, qtbot, Key.Key_Right)
    assert copied(view) == "fire.\n\nFem"
    press_key(view, qtbot, Key.Key_Left, Key.Key_Left)
    assert view.selection.text == "Tre fire"


def test_the_keyboard_extends_what_the_mouse_has_selected(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*LINES))
    drag(qtbot, view, at_word(view, 0, SOURCE, 3) - QPointF(2, 0), at_word(view, 1, SOURCE, 3) - QPointF(2, 0))
    press_key(view, qtbot, Key.Key_Right)
    assert copied(view) == "to. Tre fire.\n\nFem seks"


def test_a_page_is_selected_with_the_keyboard(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(60))
    settled(qtbot, view)
    press_key(view, qtbot, Key.Key_PageDown)
    first = view.selection.ends
    assert first is not None and first.anchor.row == 0 < first.head.row == view.caret.place.row  # type: ignore[union-attr]
    press_key(view, qtbot, Key.Key_PageUp)
    assert view.selection.span(first.head.row) is None and not view.selection.empty


def test_an_arriving_translation_stays_selected_as_a_whole(view: ReadingView) -> None:
    text = text_of(*LINES)
    view.show_text(text)
    view.selection.select(TARGET, End(0, (3, 3)), End(2, (4, 4)))
    text.rows[1] = replace(text.rows[1], target="FIVE SIX SEVEN.", sentences=())
    view.rows_changed([1])
    assert copied(view) == "TO. TRE FIRE.\n\nFIVE SIX SEVEN.\n\nSJU."
    text.rows[2] = replace(text.rows[2], target="SEVEN. EIGHT NINE.", sentences=())
    view.rows_changed([2])
    assert copied(view) == "TO. TRE FIRE.\n\nFIVE SIX SEVEN.\n\nSEVEN. EIGHT NINE."


def test_words_stay_selected_while_words_are_linked(view: ReadingView) -> None:
    text = text_of(*LINES)
    view.show_text(text)
    view.selection.select(TARGET, End(0, (3, 3)), End(0, (5, 5)))
    text.rows[0] = replace(text.rows[0], sentences=())
    view.rows_changed([0])
    assert view.selection.text == "TO"


def test_an_arriving_translation_leaves_the_original_selected(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(*LINES, translated=False)
    view.show_text(text)
    start = at_word(view, 0, SOURCE, 3) - QPointF(2, 0)
    mouse(view, PRESS, start, time=1)
    mouse(view, MOVE, at_word(view, 0, SOURCE, 10), time=2)
    text.rows[0] = replace(text.rows[0], target="A.", state=State.DONE)
    view.rows_changed([0])
    assert view.selection.text == "to. Tre" and view.selection.dragging


def test_selecting_reveals_nothing_of_the_hidden_side_though_it_can_be_copied(view: ReadingView, qtbot: QtBot) -> None:
    view.configure(replace(view.looks, blur="translation"))
    view.show_text(text_of(*LINES))
    settled(qtbot, view)
    drag(qtbot, view, at_word(view, 0, TARGET, 0), at_word(view, 2, TARGET, 4))
    view.select_all()
    hidden = view.visualRect(view.model().index(1, TARGET))
    assert load_theme("light").text not in colours(view, hidden)
    view.selection.select_all(TARGET)
    assert load_theme("light").text not in colours(view, hidden)
    assert copied(view).startswith("EN TO.")


def test_a_hidden_column_is_not_selected_any_more(view: ReadingView) -> None:
    view.show_text(text_of(*LINES))
    view.selection.select(TARGET, End(0, (3, 3)), End(2, (4, 4)))
    view.configure(replace(view.looks, view="original"))
    assert view.selection.empty


def test_lists_headings_and_words_keep_their_form(view: ReadingView) -> None:
    link = Mark(3, 5, MarkKind.LINK, "https://example.org/a?b=1")
    view.show_text(
        text_of(
            Paragraph("Om det", Kind.HEADING, level=2),
            Paragraph("Se to her.", marks=(Mark(0, 2, MarkKind.STRONG), link)),
            Paragraph("ett", Kind.LIST_ITEM, level=1, marker="1."),
            Paragraph("under", Kind.LIST_ITEM, level=2, marker="•"),
            Paragraph("Siste.", Kind.QUOTE),
        )
    )
    view.selection.select(SOURCE, End(0, (3, 3)), End(4, (3, 3)))
    assert copied(view) == "det\n\nSe to her.\n\n1. ett\n   • under\n\nSis"
    for part in (
        '<h2 class="heading">det</h2>',
        '<strong>Se</strong> <a href="https://example.org/a?b=1">to</a> her.',
        '<ol><li value="1"><p class="item depth1">ett</p><ul><li><p class="item depth1">under</p></li></ul></li></ol>',
        "<blockquote><p>Sis</p></blockquote>",
    ):
        assert part in html()
    assert " id=" not in html()


def test_a_marker_is_copied_with_the_beginning_of_its_item(view: ReadingView) -> None:
    view.show_text(text_of(*(Paragraph(text, Kind.LIST_ITEM, level=1, marker="•") for text in ("ett", "to"))))
    view.selection.select(SOURCE, End(0, (1, 1)), End(1, (2, 2)))
    assert copied(view) == "tt\n• to"


def test_words_of_a_heading_are_copied_without_the_heading(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("Om det", Kind.HEADING, level=2, marks=(Mark(3, 6, MarkKind.EMPHASIS),))))
    view.selection.select(SOURCE, End(0, (3, 3)), End(0, (5, 5)))
    assert copied(view) == "de"
    assert html().endswith('<span lang="nb"><em>de</em></span>')


def test_a_table_within_a_selection_is_copied_as_one(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Før."), *PRICES, Paragraph("Etter.")))
    settled(qtbot, view)
    drag(qtbot, view, at_word(view, 0, SOURCE, 0), at_word(view, 7, SOURCE, 2))
    assert copied(view) == "Før.\n\nVare\tInnhold\tPris\nBrød\tmel vann\t42"
    assert html().count("<tr>") == 2 and "<li>" in html()


def test_both_sides_of_selected_paragraphs_are_copied_as_a_table(view: ReadingView) -> None:
    view.show_text(text_of(*LINES, Paragraph("", Kind.RULE)))
    view.selection.select(SOURCE, End(1, (3, 3)), End(3, (0, 0)))
    view.copier.copy_table()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Fem seks.\tFEM SEKS.\nSju. Åtte ni.\tSJU. ÅTTE NI."
    assert '<td lang="nb"><p>Fem seks.</p></td><td lang="en"><p>FEM SEKS.</p></td>' in data.html()


def test_what_is_selected_and_copied_is_told(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(*LINES))
    heard: list[str] = []
    told: list[str] = []
    view.announced.connect(heard.append)
    view.told.connect(told.append)
    view.copier.copy()
    view.select_all()
    assert heard[-1] == "Selected: 3 paragraphs"
    view.copier.copy()
    view.copier.copy_table()
    view.selection.select(SOURCE, End(0, (0, 2)), End(0, (3, 5)))
    view.copier.copy()
    assert told == [
        "Copied the sentence.",
        "Copied 3 paragraphs (9 words).",
        "Copied 3 paragraphs in both languages.",
        "Copied 2 words.",
    ]
    assert [words for words in heard if words.startswith("Copied")] == told
    press_key(view, qtbot, Key.Key_Right)
    assert heard[-1] == "Selected: 3 words"


def test_a_long_text_is_copied_in_the_background_and_a_later_copy_replaces_it(view: ReadingView, qtbot: QtBot) -> None:
    pool = Pool("copies", 1)
    view.use_pool(pool)
    view.show_text(long_text(300, translated=False))
    view.select_all()
    told: list[str] = []
    view.told.connect(told.append)
    view.copier.copy()
    assert told == ["Copying…"]
    qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert told[1].startswith("Copied 300 paragraphs")
    assert QGuiApplication.clipboard().text().count("\n\n") == 299 and html().count("<p>") == 300
    view.copier.copy()
    view.selection.clear()
    view.copier.copy()
    with qtbot.waitSignal(pool.ended, timeout=PATIENCE):
        pass
    assert told[2:] == ["Copying…", "Copied the paragraph."]
    pool.close()


# Any two points of any document

PIECES = st.sampled_from(
    ["ord", " ", "😀", "👩\u200d🚀", "e\u0301", "שלום", "مرحبا", OBJECT, "\u00ad", ". ", "\n", "ø", "1 000", "\u2028"]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join)
PROSE = st.builds(Paragraph, TEXTS, st.sampled_from([Kind.PARAGRAPH, Kind.VERSE, Kind.HEADING, Kind.QUOTE, Kind.CODE]))
DOCUMENTS = st.lists(PROSE | st.just(Paragraph("", Kind.RULE)), min_size=1, max_size=6).map(
    lambda found: [replace(p, level=1) if p.kind is Kind.HEADING else p for p in found]
)


def painted(view: ReadingView, row: int) -> list[tuple[int, int]]:
    """The spans of a row's original that are painted as selected."""
    marks = view._painter._marks(row, SOURCE)
    return [span for span, ground, _, _ in marks if ground == "selection"]


def between(texts: Sequence[str], start: tuple[int, int], end: tuple[int, int]) -> list[str]:
    """The text between two points, letter by letter."""
    letters = [(row, place, letter) for row, text in enumerate(texts) for place, letter in enumerate(text)]
    found: dict[int, str] = {}
    for row, place, letter in letters:
        if start <= (row, place) < end:
            found[row] = found.get(row, "") + letter
    return list(found.values())


@given(DOCUMENTS, st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_between_any_two_points_what_is_painted_and_copied_is_the_text_between_them(
    view: ReadingView, paragraphs: list[Paragraph], data: st.DataObject
) -> None:
    view.show_text(text_of(*paragraphs, translated=False))
    texts = [str(view.model().index(row, SOURCE).data()) for row in range(len(paragraphs))]
    points = []
    for name in ("one", "other"):
        row = data.draw(st.integers(0, len(texts) - 1), label=name)
        points.append((row, data.draw(st.integers(0, len(texts[row])))))
    ends = [End(row, (place, place)) for row, place in points]
    view.selection.select(SOURCE, *ends)
    expected = between(texts, *sorted(points))
    shown = [text[slice(*span)] for row, text in enumerate(texts) for span in painted(view, row)]
    assert shown == expected
    if not view.selection.empty:
        QGuiApplication.clipboard().setText("")
        assert copied(view) == "\n\n".join(filter(None, (part.replace(OBJECT, "") for part in expected)))


def test_a_selection_covers_the_letters_of_its_text_and_no_others(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("👍👍 ord 😀 e\u0301n"), Paragraph("😀 to")))
    settled(qtbot, view)
    drag(qtbot, view, at_word(view, 0, SOURCE, 3) - QPointF(2, 0), at_word(view, 1, SOURCE, 1) - QPointF(2, 0))
    assert view.selection.shown == Stretch(SOURCE, (0, 3), (1, 1))
    layout = view._layout.text(0, SOURCE)
    [area] = layout.rects((3, 11))
    assert (area.left(), area.right()) == pytest.approx((layout.point_of(3).x(), layout.point_of(11).x()), abs=1)
