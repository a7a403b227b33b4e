"""What is highlighted: by the pointer, by the caret, and because it is pinned."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.text import Kind, Paragraph
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import (
    at_word,
    click,
    colours,
    linked_by,
    linked_text,
    long_text,
    move_pointer,
    settled,
    text_of,
)
from ui.reading.cell import SOURCE, TARGET
from ui.reading.hints import words_of
from ui.reading.places import LinkedWord, Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

ODD = "Smil 😀 og familie 👨‍👩‍👧 først. Så e\u0301n a\u030a med løse tegn. Og 日本語 til slutt."


@pytest.mark.parametrize("width", [500, 900, 2400])
@pytest.mark.parametrize("points", [9, 13, 30])
def test_hovering_over_a_sentence_highlights_its_partner_at_every_width_and_size(
    view: ReadingView, qtbot: QtBot, width: int, points: int
) -> None:
    view.resize(width, 600)
    view.configure(Looks(load_theme("dark"), points))
    text = text_of(Paragraph("En tittel", Kind.TITLE), Paragraph(ODD), Paragraph("– Hei. – Nei.", Kind.QUOTE))
    view.show_text(text)
    settled(qtbot, view)
    for number, row in enumerate(text.rows):
        for column in (SOURCE, TARGET):
            for sentence in range(len(row.sentences)):
                place = Place(number, column, sentence)
                move_pointer(view, QPointF(view.hits.point_of_sentence(place)))
                assert view.highlighter.sentence == place


def test_beside_the_text_only_the_sentence_at_the_caret_is_highlighted(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("Kort."), Paragraph("En til.")))
    move_pointer(view, QPointF(view.hits.point_of_sentence(Place(1, SOURCE, 0))))
    assert view.highlighter.sentence == Place(1, SOURCE, 0)
    move_pointer(view, QPointF(view.width() - 30, view.rowViewportPosition(1) + 10))
    assert view.highlighter.sentence == Place(0, SOURCE, 0)


def test_what_is_highlighted_is_painted_on_both_sides_and_underlined(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    settled(qtbot, view)
    theme = load_theme("light")
    move_pointer(view, QPointF(view.hits.point_of_sentence(Place(0, TARGET, 1))))
    picture = view.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    for column in (SOURCE, TARGET):
        rect = view.visualRect(view.model().index(0, column))
        area = QRect(rect.topLeft() * ratio, rect.size() * ratio)
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(area.left(), area.right())
            for y in range(area.top(), area.bottom())
        }
        assert {theme.sentence, theme.paragraph, theme.sentence_line} <= colours


def test_leaving_with_the_pointer_highlights_the_sentence_at_the_caret_again(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    move_pointer(view, QPointF(view.hits.point_of_sentence(Place(0, SOURCE, 1))))
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.highlighter.sentence == Place(0, SOURCE, 0)


@pytest.mark.parametrize("looks", [Looks(load_theme("light")), Looks(load_theme("dark"), 24, view="stacked")])
def test_hovering_over_a_word_highlights_its_partner_from_either_side(view: ReadingView, looks: Looks) -> None:
    view.configure(looks)
    view.show_text(linked_text())
    for column, position in ((SOURCE, 6), (TARGET, 7)):
        move_pointer(view, at_word(view, 0, column, position))
        word = view.highlighter.word
        assert word is not None
        assert (word.spans(SOURCE), word.spans(TARGET)) == (((6, 11),), ((7, 13),))


def test_the_words_that_are_highlighted_are_told_in_words(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    told: list[str] = []
    view.words_highlighted.connect(told.append)
    move_pointer(view, at_word(view, 0, SOURCE, 6))
    move_pointer(view, at_word(view, 0, SOURCE, 12))
    move_pointer(view, QPointF(view.width() - 40, 5))
    assert told == ["“kaffe” – “coffee”", "No match for “jo”", ""]


def test_of_words_as_long_as_a_book_the_beginning_and_the_end_are_told(view: ReadingView) -> None:
    word = "QUJD" * 5_000
    view.show_text(linked_by(f"Fil {word}= her.", f"File {word}= here.", (4, 20_005, 5, 20_006, 0.9)))
    told: list[str] = []
    view.words_highlighted.connect(told.append)
    move_pointer(view, at_word(view, 0, SOURCE, 5))
    assert len(told) == 1 and len(told[0]) < 150
    assert told[0].startswith("“" + "QUJD" * 12 + "…") and told[0].endswith("QUJDQUJD=”")


def test_words_that_turn_the_direction_of_writing_do_not_turn_what_is_around_them(view: ReadingView) -> None:
    view.show_text(linked_by("Ordet \u202egalt er.", "The \u202eword is.", (6, 11, 4, 9, 0.9)))
    words = words_of(LinkedWord(0, SOURCE, (6, 11), ((4, 9),)), view._model)
    assert words == "“\u2068\u202egalt\u2069” – “\u2068\u202eword\u2069”"


@pytest.mark.usefixtures("norwegian")
def test_they_stand_in_the_quotation_marks_of_the_language_of_the_window(view: ReadingView) -> None:
    view.show_text(linked_text())
    told: list[str] = []
    view.words_highlighted.connect(told.append)
    move_pointer(view, at_word(view, 0, SOURCE, 6))
    assert told == ["«kaffe» – «coffee»"]


def test_linked_words_are_painted_strongly_on_both_sides(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    settled(qtbot, view)
    theme = load_theme("light")
    strong = {theme.word, theme.word_line}
    for column in (SOURCE, TARGET):
        assert not strong & colours(view, view.visualRect(view.model().index(0, column)))
    move_pointer(view, at_word(view, 0, TARGET, 9))
    for column in (SOURCE, TARGET):
        assert strong <= colours(view, view.visualRect(view.model().index(0, column)))


def test_a_click_pins_a_sentence_until_it_is_clicked_again_or_escape(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    second = Place(0, SOURCE, 1)
    click(qtbot, view, QPointF(view.hits.point_of_sentence(second)))
    move_pointer(view, QPointF(view.hits.point_of_sentence(Place(0, SOURCE, 0))))
    assert view.highlighter.pinned and view.highlighter.sentence == second
    click(qtbot, view, QPointF(view.hits.point_of_sentence(second)))
    assert not view.highlighter.pinned
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.highlighter.pinned
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.highlighter.pinned


@pytest.mark.parametrize("column", [SOURCE, TARGET])
def test_a_click_beside_a_line_puts_the_caret_on_the_sentence_nearest_to_it(
    view: ReadingView, qtbot: QtBot, column: int
) -> None:
    view.show_text(text_of(Paragraph("Kort. Her."), Paragraph(" ".join(f"Setning {n}." for n in range(12)))))
    settled(qtbot, view)
    view.highlighter.toggle_pin()
    cell = view.visualRect(view.model().index(0, column))
    click(qtbot, view, QPointF(cell.right() - 3, view.hits.point_of_sentence(Place(0, column, 1)).y()))
    assert view.highlighter.sentence == view.caret.place == Place(0, column, 1)
    assert not view.highlighter.pinned
    lines = {view.hits.point_of_sentence(Place(1, column, n)).y(): n for n in range(12)}
    assert len(lines) > 1
    cell = view.visualRect(view.model().index(1, column))
    for y, last in lines.items():
        click(qtbot, view, QPointF(cell.right() - 3, y))
        assert view.highlighter.sentence == Place(1, column, last)
    before = sorted(lines.values())[-2]  # the last that begins on the line above, and may go on
    click(qtbot, view, QPointF(cell.left() + 1, max(lines)))
    assert view.highlighter.sentence in (Place(1, column, before), Place(1, column, before + 1))


def test_a_click_below_a_text_that_is_shorter_than_the_other_is_one_beside_its_last_line(
    view: ReadingView, qtbot: QtBot
) -> None:
    text = text_of(Paragraph("Kort. Her."))
    (first, second), target = text.rows[0].sentences, text.rows[0].target + " SÅ LANG" * 40
    second = replace(second, target=(second.target[0], len(target)))
    text.rows[0] = replace(text.rows[0], target=target, sentences=(first, second))
    view.show_text(text)
    settled(qtbot, view)
    cell = view.visualRect(view.model().index(0, SOURCE))
    click(qtbot, view, QPointF(cell.left() + 30, cell.bottom() - 3))
    assert view.highlighter.sentence == view.caret.place == Place(0, SOURCE, 0)
    click(qtbot, view, QPointF(cell.right() - 30, cell.bottom() - 3))
    assert view.highlighter.sentence == view.caret.place == Place(0, SOURCE, 1)


def test_a_click_where_nothing_is_written_leaves_the_caret_where_it_is(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Kort."), Paragraph("", Kind.RULE)))
    settled(qtbot, view)
    rule = view.visualRect(view.model().index(1, SOURCE)).center()
    for point, pinned in ((QPointF(rule), False), (QPointF(rule.x(), view.viewport().height() - 5), True)):
        view.highlighter.pin(True)
        click(qtbot, view, point)
        assert (view.caret.place, view.highlighter.pinned) == (Place(0, SOURCE, 0), pinned)


def test_the_hidden_side_is_blurred_until_it_is_hovered(view: ReadingView, qtbot: QtBot) -> None:
    view.configure(Looks(load_theme("light"), blur="translation"))
    view.show_text(text_of(Paragraph("Første setning her."), Paragraph("Andre.")))
    settled(qtbot, view)
    hidden = view.visualRect(view.model().index(0, TARGET))
    ink = load_theme("light").text
    assert ink not in colours(view, hidden)
    move_pointer(view, QPointF(view.hits.point_of_sentence(Place(0, TARGET, 0))))
    assert ink in colours(view, hidden)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert ink not in colours(view, hidden)


def test_space_uncovers_the_hidden_side_and_then_goes_on(view: ReadingView, qtbot: QtBot) -> None:
    view.configure(Looks(load_theme("light"), blur="translation"))
    view.show_text(text_of(Paragraph("En."), Paragraph("To.")))
    hidden = view.visualRect(view.model().index(0, TARGET))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.highlighter.sentence == Place(0, SOURCE, 0)
    assert load_theme("light").text in colours(view, hidden)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.highlighter.sentence == Place(1, SOURCE, 0)
    assert load_theme("light").text not in colours(view, hidden)


def test_while_the_button_is_down_nothing_that_comes_under_the_pointer_is_highlighted(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(long_text(60))
    settled(qtbot, view)
    point = view.hits.point_of_sentence(Place(2, SOURCE, 0))
    move_pointer(view, QPointF(point))
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    view.verticalScrollBar().setValue(300)
    assert view.highlighter.sentence == Place(2, SOURCE, 0)
    view.configure(Looks(load_theme("light"), view="stacked"))
    assert view.highlighter.sentence == view.caret.place != Place(2, SOURCE, 0)


def test_another_text_begins_with_nothing_pinned_or_found(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("En. To.")))
    view.highlighter.toggle_pin()
    view.set_found({(0, SOURCE): [(0, 2)]}, (0, SOURCE, (0, 2)))
    view.show_text(text_of(Paragraph("Tre. Fire.")))
    assert not view.highlighter.pinned
    assert load_theme("light").found_current not in colours(view, view.visualRect(view.model().index(0, SOURCE)))


def test_the_bar_beside_the_sentence_tells_whether_the_view_has_the_keyboard(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Én.")))
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus, timeout=PATIENCE)
    cell, accent = view.visualRect(view.model().index(0, SOURCE)), load_theme("light").accent
    assert accent in colours(view, cell)
    view.clearFocus()
    assert accent not in colours(view, cell)
