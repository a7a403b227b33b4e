"""Three and more texts beside each other: where they are, what is highlighted through all, and going through them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from PySide6.QtCore import QPointF, QRect, Qt
from pytestqt.qtbot import QtBot

from reader.parallel import (
    Column,
    ParallelText,
    ReferenceAligned,
    RowTranslatedBack,
    SentencePair,
    State,
    Version,
    VersionMade,
)
from reader.text import Kind, Paragraph
from tests.structures import paragraphs
from tests.ui.patience import PATIENCE
from tests.ui.reading.tables import PRICES
from tests.ui.reading.texts import (
    at_word,
    colours,
    colours_in,
    copied,
    drag,
    linked_text,
    move_pointer,
    settled,
    text_of,
)
from ui.reading.cell import SOURCE, TARGET
from ui.reading.hints import hint_at
from ui.reading.places import Place, counterpart, sentence_at, span_of, word_at
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme, style_sheet

LIGHT = Looks(load_theme("light"))
BACK, REFERENCE, NOTES, OTHER = Column.BACK, Column.REFERENCE, Column.NOTES, Column.OTHER
ALL = (SOURCE, TARGET, BACK, REFERENCE, OTHER)


def with_all(text: ParallelText) -> ParallelText:
    """The text with something in every further column of each translated row."""
    for index, row in enumerate(text.rows):
        if row.state is not State.DONE:
            continue
        back = tuple(
            SentencePair(pair.target, pair.target, links=tuple((*link[2:4], *link[2:]) for link in pair.links))
            for pair in row.sentences
        )
        human = (SentencePair((0, 1), (0, 3)),) if row.target else ()
        versions = (
            Version(BACK, row.target.lower(), back),
            Version(REFERENCE, f"{row.target} Og mer til.", human, unsure=frozenset({0})),
            Version(OTHER, row.target.swapcase(), row.sentences),
        )
        for version in versions:
            text.apply(VersionMade(index, version))
    return text


def shown(view: ReadingView, qtbot: QtBot, text: ParallelText, columns: Sequence[int], looks: Looks = LIGHT) -> None:
    view.configure(replace(looks, columns=tuple(columns)))
    view.show_text(text)
    settled(qtbot, view)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    found=paragraphs(largest=5),
    width=st.sampled_from([400, 900, 1600]),
    arranged=st.sampled_from(["both", "stacked"]),
    columns=st.permutations(ALL),
    count=st.integers(1, 5),
)
def test_every_text_is_found_where_it_is(
    view: ReadingView,
    qtbot: QtBot,
    found: Sequence[Paragraph],
    width: int,
    arranged: str,
    columns: list[int],
    count: int,
) -> None:
    view.resize(width, 600)
    shown(view, qtbot, with_all(text_of(*found)), columns[:count], replace(LIGHT, view=arranged))
    for row in range(len(found)):
        for column in columns[:count]:
            if view.visualRect(view.model().index(row, column)).height() <= 1:
                assert view._layout.arrangement.stacked  # shown once, or missing
                continue
            point = QPointF(view.hits.point_of(row, column, 0))
            assert view.hits.cell_at(point) == (row, column)
            across = view.horizontalScrollBar()
            across.setValue(across.maximum())
            point = QPointF(view.hits.point_of(row, column, 0))
            assert view.hits.cell_at(point) == (row, column)
            across.setValue(0)


def test_columns_stand_in_the_order_that_is_chosen_and_share_the_width(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1300, 600)
    shown(view, qtbot, with_all(linked_text()), (OTHER, SOURCE, TARGET), replace(LIGHT, shares=(2.0, 1.0, 1.0)))
    lefts = [view.visualRect(view.model().index(0, column)).left() for column in (OTHER, SOURCE, TARGET)]
    widths = [view.visualRect(view.model().index(0, column)).width() for column in (OTHER, SOURCE, TARGET)]
    assert lefts == sorted(lefts) and sum(widths) == view.viewport().width()
    assert widths[0] == pytest.approx(2 * widths[1], abs=2) and widths[1] == pytest.approx(widths[2], abs=2)
    header = view.horizontalHeader()
    assert [header.logicalIndex(place) for place in range(3)] == [OTHER, SOURCE, TARGET]


def test_three_columns_fit_a_small_screen_and_five_are_scrolled_sideways(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1024, 600)
    shown(view, qtbot, with_all(linked_text()), (SOURCE, TARGET, REFERENCE))
    assert view.horizontalScrollBar().maximum() == 0 and not view.horizontalScrollBar().isVisible()
    view.configure(replace(LIGHT, columns=ALL))
    assert view.horizontalScrollBar().maximum() > 0 and view.horizontalScrollBar().isVisible()
    view.configure(replace(LIGHT, columns=(SOURCE, TARGET)))
    assert view.horizontalScrollBar().maximum() == 0 and not view.horizontalScrollBar().isVisible()


def test_the_caret_goes_through_all_columns_and_brings_them_on_screen(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(700, 600)
    shown(view, qtbot, with_all(linked_text()), ALL)
    view.setFocus()
    for column in (*ALL[1:], ALL[-1]):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        assert view.caret.place is not None and view.caret.place.column == column
        cell = view.visualRect(view.model().index(0, column))
        assert cell.left() >= 0 and cell.right() <= view.viewport().width()
    for column in (*reversed(ALL[:-1]), ALL[0]):
        qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
        assert view.caret.place is not None and view.caret.place.column == column


def test_a_word_is_highlighted_in_all_texts_that_are_linked(view: ReadingView, qtbot: QtBot) -> None:
    text = with_all(linked_text())
    row = text.rows[0]
    link = row.sentences[0].links[0]
    for column, position in ((SOURCE, link[0]), (TARGET, link[2]), (BACK, link[2]), (OTHER, link[2])):
        word = word_at(0, row, column, position)
        assert word is not None
        assert word.spans(SOURCE)[0][0] == link[0]
        for there in (TARGET, BACK, OTHER):
            assert word.spans(there)[0][0] == link[2]
        assert word.partners == word.spans(counterpart(column))
        assert word.spans(REFERENCE) == ()  # its words are not linked


def test_a_sentence_is_highlighted_in_all_columns(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1800, 600)
    text = with_all(text_of(Paragraph("Dette er en setning. Her er en til.")))
    shown(view, qtbot, text, ALL)
    ground = view.looks.theme.colour("sentence").name()
    view.move_caret(Place(0, BACK, 1))
    for column in (SOURCE, TARGET, BACK, OTHER):
        start = span_of(text.rows[0], 1, column)[0]
        point = view.hits.point_of(0, column, start)
        area = view.visualRect(view.model().index(0, column))
        area.setTop(point.y() - 4)
        assert ground in colours(view, area), column


def test_a_sentence_that_a_version_leaves_out_has_an_empty_place_in_it(view: ReadingView) -> None:
    text = with_all(text_of(Paragraph("Dette er en setning. Her er en til.")))
    row = text.rows[0]
    assert span_of(row, 0, REFERENCE) == (0, 3)
    assert span_of(row, 1, REFERENCE) == (3, 3)
    assert sentence_at(row, REFERENCE, 2) == 0
    assert span_of(row, 1, NOTES) == (0, 0)


def test_text_of_a_further_column_is_selected_and_copied(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1800, 600)
    text = with_all(linked_text())
    shown(view, qtbot, text, ALL)
    view.move_caret(Place(0, OTHER, 0))
    view.copier.copy()
    assert copied(view).splitlines()[0] in text.rows[0].target.swapcase()
    view.selection.select_all(REFERENCE)
    assert "Og mer til." in copied(view)


def test_text_of_a_further_column_is_selected_by_dragging(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1800, 600)
    text = with_all(linked_text())
    shown(view, qtbot, text, ALL)
    words = text.rows[0].target.swapcase()
    start, end = words.index(" ") + 1, len(words)
    drag(qtbot, view, at_word(view, 0, OTHER, start) - QPointF(1, 0), at_word(view, 0, OTHER, end) + QPointF(1, 0))
    assert copied(view) == words[start:end]


def test_an_unsure_link_has_a_sign_that_says_so(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1800, 600)
    shown(view, qtbot, with_all(linked_text()), ALL)
    sign = view._model.sign(0, REFERENCE)
    assert sign is not None and sign.text == "?" and "sure" in sign.meaning
    assert view._model.sign(0, OTHER) is None
    area = view.visualRect(view.model().index(0, REFERENCE))
    point = view.hits.point_of(0, REFERENCE, 0)
    at = QPointF(area.right() - 8, point.y())
    assert view.hits.sign_at(at) == (0, REFERENCE)


@pytest.mark.parametrize("arranged", ["both", "stacked"])
def test_a_version_that_arrives_or_goes_moves_nothing_above_it(view: ReadingView, qtbot: QtBot, arranged: str) -> None:
    view.resize(1500, 400)
    text = text_of(*(Paragraph(f"Dette er setning nummer {n}. Her er en til.") for n in range(80)))
    shown(view, qtbot, text, ALL, replace(LIGHT, view=arranged))
    view.go_to(40)
    before = view.hits.point_of(40, SOURCE, 0).y()
    with_all(text)
    view.rows_changed(range(80))
    settled(qtbot, view)
    assert view.hits.point_of(40, SOURCE, 0).y() == before
    for row in range(80):
        text.apply(ReferenceAligned(row, ""))
    view.rows_changed(range(80))
    assert view.hits.point_of(40, SOURCE, 0).y() == before


def test_a_table_stands_in_every_column(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1900, 600)
    shown(view, qtbot, with_all(text_of(*PRICES)), ALL)
    for row in range(len(PRICES)):
        for column in ALL:
            if view._model.row(row).source.text:
                move_pointer(view, QPointF(view.hits.point_of(row, column, 0)))
                assert view.hits.cell_at(QPointF(view.hits.point_of(row, column, 0))) == (row, column)


def test_a_screen_reader_is_told_the_column(view: ReadingView, qtbot: QtBot) -> None:
    text = with_all(text_of(Paragraph("Dette er en setning.", Kind.PARAGRAPH)))
    shown(view, qtbot, text, ALL)
    spoken = str(view.model().data(view.model().index(0, BACK), Qt.ItemDataRole.AccessibleTextRole))
    assert "Back-translation" in spoken and text.rows[0].back in spoken
    assert view.model().columnCount() == OTHER + 1
    view.configure(replace(LIGHT, columns=(SOURCE, TARGET)))
    assert view.model().columnCount() == 2


def test_what_is_to_come_and_what_is_not_there_look_different(view: ReadingView, qtbot: QtBot) -> None:
    shown(view, qtbot, text_of(Paragraph("Dette er en setning.")), ALL)
    data = view.model().data
    assert [data(view.model().index(0, column)) for column in (BACK, OTHER, REFERENCE)] == ["…", "…", ""]


def test_the_words_in_which_a_text_differs_are_underlined_and_told_of(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(1800, 600)
    text = text_of(Paragraph("Dette er en setning."))
    row = text.rows[0]
    text.apply(VersionMade(0, Version(BACK, "Dette var en setning.")))
    text.apply(VersionMade(0, Version(OTHER, row.target)))
    shown(view, qtbot, text, (SOURCE, TARGET, BACK, OTHER))

    line = view.looks.theme.colour("muted").name()

    def underlined(column: int) -> bool:
        """As it is on screen: a grab would paint anew."""
        picture = view.screen().grabWindow(view.viewport().winId()).toImage()
        return line in colours_in(picture, below(view, column))

    qtbot.waitUntil(lambda: underlined(BACK), timeout=PATIENCE)
    settled(qtbot, view)
    assert not underlined(OTHER)
    assert "other words" in hint_at((0, BACK, 7), "", view._model)
    assert hint_at((0, OTHER, 7), "", view._model) == ""


def below(view: ReadingView, column: int) -> QRect:
    """Where a word of the first row is underlined."""
    start, end = view.hits.point_of(0, column, 6), view.hits.point_of(0, column, 9)
    bottom = round(view._layout.text_bottom(0, column))
    return QRect(start.x(), bottom - 3, end.x() - start.x(), 3)


def test_what_comes_on_screen_sideways_is_painted(view: ReadingView, qtbot: QtBot) -> None:
    view.resize(500, 900)
    shown(view, qtbot, with_all(text_of(*PRICES, Paragraph("Dette er en setning."))), ALL)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    ink = view.looks.theme.colour("text").name()
    for row in (0, len(PRICES)):
        cell = view.visualRect(view.model().index(row, OTHER))
        assert view.viewport().rect().contains(cell) and ink in colours(view, cell)


def test_figures_stand_in_every_column_without_a_translation_to_come(view: ReadingView, qtbot: QtBot) -> None:
    shown(view, qtbot, text_of(Paragraph("1 250,50"), translated=False), ALL)
    data = view.model().data
    written = [data(view.model().index(0, column)) for column in (SOURCE, TARGET, BACK, OTHER, REFERENCE)]
    assert written == ["1 250,50", "1,250.50", "1 250,50", "1,250.50", ""]


def test_a_text_that_could_not_be_made_says_why_in_its_place(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(Paragraph("Dette er en setning."))
    text.apply(RowTranslatedBack(0, text.rows[0].target, "", reason="The model stumbled."))
    shown(view, qtbot, text, ALL)
    assert str(view.model().data(view.model().index(0, BACK))).endswith("The model stumbled.")


def test_nothing_is_seen_between_the_ends_of_two_scroll_bars(view: ReadingView, qtbot: QtBot) -> None:
    view.setStyleSheet(style_sheet(LIGHT.theme))
    view.resize(500, 400)
    shown(view, qtbot, with_all(text_of(*PRICES)), ALL)
    across = view.horizontalScrollBar()
    end = across.mapTo(view, across.rect().topRight())
    corner = QRect(end.x() + 1, end.y(), across.height(), across.height()).intersected(view.rect())
    assert corner.width() > 5 and len(colours_in(view.grab().toImage(), corner)) == 1
