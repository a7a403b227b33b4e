"""What is highlighted when hovered, what a double click selects and what the caret goes by are the same words."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import ui.reading.places
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.text import Link, Paragraph, Span, word_spans
from tests.samples import sample
from tests.ui.reading.texts import long_text, text_of
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.view import ReadingView

WORDS = [
    "1 000,5",
    "1\u00a0000",
    "ola@nav.no",
    "10.30",
    "https://nav.no/a-b",
    "e-post",
    "d'Arc",
    "§ 3-1",
    "50 %",
    "−12,5",
    "sam\u00adarbeid",
    "cafe\u0301",
]
# Before each word: a sentence, and characters of two or more UTF-16 units.
BEFORE = "Hei. 😀 👍🏽 "


def pair_of(source: str, target: str, *links: Link) -> ParallelText:
    """A paragraph of two sentences, the second with links."""
    first, rest = (0, 4), ((5, len(source)), (5, len(target)))
    text = text_of(Paragraph(source))
    sentences = (SentencePair(first, first, -1.0), SentencePair(*rest, -1.0, links))
    text.rows[0] = Row(text.rows[0].source, target, State.DONE, sentences)
    return text


def hover(view: ReadingView, column: int, position: int) -> None:
    point, none = QPointF(view.hits.point_of(0, column, position)), Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, point, point, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def double_clicked(qtbot: QtBot, view: ReadingView, column: int, position: int) -> str:
    place = view.hits.point_of(0, column, position)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return view.selection.text


def in_sight(word: str) -> Iterator[int]:
    """The positions in a word that can be hovered."""
    yield from (place for place, character in enumerate(word) if character not in "\u00ad\u0301")


@pytest.mark.parametrize("linked", [True, False], ids=["linked", "alone"])
@pytest.mark.parametrize("column", [SOURCE, TARGET])
@pytest.mark.parametrize("word", sample(WORDS, 3))
def test_a_double_click_selects_what_is_highlighted_and_the_caret_goes_there(
    word: str, column: int, linked: bool, view: ReadingView, qtbot: QtBot
) -> None:
    text = f"{BEFORE}se {word}, ja"
    span = (len(BEFORE) + 3, len(BEFORE) + 3 + len(word))
    others = [(s, e) for s, e in word_spans(text) if s > 5 and (linked or (s, e) != span)]
    view.show_text(pair_of(text, text, *((s, e, s, e, 0.9) for s, e in others)))
    for place in in_sight(word):
        hover(view, column, span[0] + place)
        assert view.highlighter.word is not None
        assert view.highlighter.word.span == span and view.highlighter.word.partners == ((span,) if linked else ())
        assert double_clicked(qtbot, view, column, span[0] + place) == word
    view.move_caret(Place(0, column, 1))
    stops = []
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right)
        stops.append(view.caret.word)
    assert stops[1] == span and view.highlighter.word is not None
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.highlighter.word.span == view.caret.word == span
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection.text == f"se {word}"


@pytest.mark.parametrize(
    ("links", "words"),
    [
        pytest.param([((8, 10), (8, 10))], ["50 %", "50 %"], id="a link of before to a part of a word"),
        pytest.param([((8, 21), (8, 12))], ["50 % av dette", "50 %"], id="a link over several words"),
        pytest.param([((8, 10), (8, 10)), ((11, 12), (8, 10))], ["50 %", "50 %"], id="two links to one word"),
    ],
)
def test_what_a_link_joins_is_highlighted_and_selected_as_one(
    links: list[tuple[Span, Span]], words: list[str], view: ReadingView, qtbot: QtBot
) -> None:
    text = "Hei. Se 50 % av dette"
    view.show_text(pair_of(text, text, *((*source, *target, 0.9) for source, target in links)))
    for column in (SOURCE, TARGET):
        for place in (8, 9, 11):
            hover(view, column, place)
            word = view.highlighter.word
            assert word is not None
            assert [[text[slice(*span)] for span in word.spans(side)] for side in (0, 1)] == [[each] for each in words]
            assert double_clicked(qtbot, view, column, place) == words[column]
        view.move_caret(Place(0, column, 1))
        for _ in range(2):
            qtbot.keyClick(view, Qt.Key.Key_Right)
        assert view.caret.word is not None and text[slice(*view.caret.word)] == words[column]


@pytest.mark.parametrize(
    ("position", "selected"),
    [(12, "!?»"), (14, "!?»"), (15, ""), (16, "👍🏽👍🏽"), (18, "👍🏽👍🏽"), (0, "Hei"), (3, ".")],
)
def test_between_words_a_double_click_selects_the_signs_that_stand_together(
    position: int, selected: str, view: ReadingView, qtbot: QtBot
) -> None:
    text = "Hei. «Så bra!?» 👍🏽👍🏽 da"
    view.show_text(pair_of(text, text))
    assert double_clicked(qtbot, view, SOURCE, position) == selected


def test_words_are_selected_before_their_paragraph_is_translated(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("😀 Kl. 10.30 kommer hun."), translated=False))
    assert double_clicked(qtbot, view, SOURCE, 8) == "10.30"
    assert double_clicked(qtbot, view, TARGET, 0) == "…"


def test_hovering_cuts_only_the_hovered_sentences_into_words(
    view: ReadingView, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = long_text(50)
    pair = text.rows[0].sentences[0]
    link = (*pair.source, *pair.target, 0.9)
    sentences = (SentencePair(pair.source, pair.target, -1.0, (link,)), *text.rows[0].sentences[1:])
    text.rows[0] = Row(text.rows[0].source, text.rows[0].target, State.DONE, sentences)
    seen: list[str] = []

    def noted(text: str) -> list[Span]:
        seen.append(text)
        return word_spans(text)

    monkeypatch.setattr(ui.reading.places, "word_spans", noted)
    view.show_text(text)
    assert not seen
    for position in (1, 4, 8):
        hover(view, SOURCE, position)
    assert sorted(seen) == sorted(
        [text.rows[0].source.text[slice(*pair.source)], text.rows[0].target[slice(*pair.target)]]
    )


def test_signs_of_another_sentence_are_not_selected(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(Paragraph("Hei...«Så»"))
    sentences = (SentencePair((0, 6), (0, 6), -1.0), SentencePair((6, 10), (6, 10), -1.0))
    text.rows[0] = Row(text.rows[0].source, "Hei...«Så»", State.DONE, sentences)
    view.show_text(text)
    assert [double_clicked(qtbot, view, TARGET, position) for position in (4, 6, 9)] == ["...", "«", "»"]
