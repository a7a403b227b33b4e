"""Where the keyboard caret goes: over any kind of text, and never off it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, Row, SentencePair, State
from reader.text import Kind, Paragraph
from tests.ui.reading.texts import reading_view, text_of
from ui.reading.caret import Walk
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

Key = Qt.Key


def translated(*sentences: str) -> Row:
    text = " ".join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append((start, start + len(sentence)))
        start += len(sentence) + 1
    return Row(Paragraph(text), text.upper(), State.DONE, tuple(SentencePair(span, span) for span in spans))


CODE = Row(Paragraph("x = 1\ny = 2", Kind.CODE), "x = 1\ny = 2", State.SAME)
PENDING = Row(Paragraph("Ikke ferdig ennå."))
FAILED = Row(Paragraph("Gikk ikke."), state=State.FAILED)
RULE = Row(Paragraph("", Kind.RULE), "", State.SAME)
SYMBOLS = translated("* * *")
WORDS = translated("Hei du.", "Ha det!")

ROWS = st.lists(st.sampled_from([CODE, PENDING, FAILED, RULE, SYMBOLS, WORDS]), min_size=1, max_size=8)


def walk_over(rows: list[Row]) -> Walk:
    return Walk(len(rows), rows.__getitem__)


def stops(step: Callable[[Place], Place | None], place: Place | None) -> list[Place]:
    """The places that repeated steps visit, until they stay or end."""
    found: list[Place] = []
    while place is not None and place not in found:
        found.append(place)
        place = step(place)
    return found


def standable(rows: list[Row], column: int) -> list[Place]:
    return [
        Place(number, column, sentence)
        for number, row in enumerate(rows)
        if row.source.text
        for sentence in (range(len(row.sentences)) if row.sentences else (None,))
    ]


@given(ROWS, st.sampled_from([SOURCE, TARGET]))
def test_sentence_by_sentence_the_caret_comes_everywhere_in_both_directions(rows: list[Row], column: int) -> None:
    walk, every = walk_over(rows), standable(rows, column)
    assert stops(lambda place: walk.neighbour(place, 1), walk.beginning(column)) == every
    assert stops(lambda place: walk.neighbour(place, -1), walk.end(column)) == every[::-1]


@given(ROWS, st.sampled_from([SOURCE, TARGET]), st.sampled_from([1, -1]))
def test_word_by_word_the_caret_comes_to_the_end_and_stands_once_on_each_word(
    rows: list[Row], column: int, step: int
) -> None:
    walk = walk_over(rows)
    place = walk.beginning(column) if step > 0 else walk.end(column)
    if place is None:
        return
    places, words, at = [place], 0, None
    while (found := walk.word(place, at, step)) is not None:
        place, at = found
        words += at is not None
        places.append(place)
        assert words <= 1000
    assert list(dict.fromkeys(places)) == standable(rows, column)[::step]
    assert words == sum(4 for row in rows if row is WORDS)


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    return reading_view(qtbot)


def mixed() -> ParallelText:
    """A text with every kind of row, some of which have no sentences."""
    rows = [WORDS, CODE, WORDS, PENDING, WORDS, FAILED, RULE, SYMBOLS, WORDS]
    text = text_of(*(row.source for row in rows), translated=False)
    return replace(text, rows=rows)


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Left, Key.Key_Down, Key.Key_Up, Key.Key_Space])
@pytest.mark.parametrize("shift", [False, True])
def test_no_key_held_down_fails_over_rows_without_sentences(
    key: Key, shift: bool, view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(mixed())
    view.setFocus()
    qtbot.keyClick(view, Key.Key_Home if key in (Key.Key_Right, Key.Key_Down, Key.Key_Space) else Key.Key_End)
    rows = set()
    for _ in range(60):
        qtbot.keyClick(view, key, Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier)
        assert view.lit is not None
        rows.add(view.lit.row)
    if not (key is Key.Key_Space and shift):  # which goes back, from the beginning
        assert rows >= {1, 3, 5, 7}


def test_what_is_pinned_may_lose_its_sentences(view: ReadingView, qtbot: QtBot) -> None:
    text = mixed()
    view.show_text(text)
    view.move_caret(Place(8, TARGET, 1))
    view.toggle_pin()
    text.rows[8] = PENDING
    view.rows_changed([8])
    assert view.lit == Place(8, TARGET)
    assert view.lit_texts() == ("", "")


@pytest.mark.parametrize("shown", ["original", "translation"])
def test_the_caret_is_never_in_a_column_that_is_hidden(shown: str, view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(mixed())
    view.configure(Looks(load_theme("light"), view=shown))
    hidden = TARGET if shown == "original" else SOURCE
    view.move_caret(Place(0, hidden, 0))
    view.go_to(2)
    view.reveal(4, hidden, (0, 3))
    assert view.lit is not None and view.lit.column != hidden


@pytest.mark.parametrize("shown", ["original", "translation"])
def test_what_is_pinned_is_never_in_a_column_that_is_hidden(shown: str, view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(mixed())
    hidden = TARGET if shown == "original" else SOURCE
    view.move_caret(Place(0, hidden, 1))
    view.toggle_pin()
    view.configure(Looks(load_theme("light"), view=shown))
    assert view.lit == Place(0, 1 - hidden, 1)
    view.follow_link()  # reports that the sentence has none
