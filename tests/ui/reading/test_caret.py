"""Where the keyboard's caret goes, in the view."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, RowTranslated
from reader.text import Kind, Paragraph
from tests.fake_translator import FakeTranslator
from tests.ui.reading.rows import CODE, FAILED, PENDING, RULE, SYMBOLS, WORDS
from tests.ui.reading.texts import linked_text, long_text, move_pointer, select_paragraph, text_of, translate_paragraphs
from ui.reading.cell import SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

Key = Qt.Key


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
        assert view.highlighter.sentence is not None
        rows.add(view.highlighter.sentence.row)
    if not (key is Key.Key_Space and shift):  # that goes back, and it stands at the beginning
        assert rows >= {1, 3, 5, 7}


def test_what_is_pinned_may_lose_its_sentences(view: ReadingView, qtbot: QtBot) -> None:
    text = mixed()
    view.show_text(text)
    view.move_caret(Place(8, TARGET, 1))
    view.highlighter.toggle_pin()
    text.rows[8] = PENDING
    view.rows_changed([8])
    assert view.highlighter.sentence == Place(8, TARGET)
    assert view.highlighter.texts == ("", "")


@pytest.mark.parametrize("shown", ["original", "translation"])
def test_the_caret_is_never_in_a_column_that_is_hidden(shown: str, view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(mixed())
    view.configure(Looks(load_theme("light"), view=shown))
    hidden = TARGET if shown == "original" else SOURCE
    view.move_caret(Place(0, hidden, 0))
    view.go_to(2)
    view.reveal(4, hidden, (0, 3))
    assert view.highlighter.sentence is not None and view.highlighter.sentence.column != hidden


@pytest.mark.parametrize("shown", ["original", "translation"])
def test_what_is_pinned_is_never_in_a_column_that_is_hidden(shown: str, view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(mixed())
    hidden = TARGET if shown == "original" else SOURCE
    view.move_caret(Place(0, hidden, 1))
    view.highlighter.toggle_pin()
    view.configure(Looks(load_theme("light"), view=shown))
    assert view.highlighter.sentence == Place(0, 1 - hidden, 1)
    view.follow_link()  # tells beside the sentence that it has none


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_Down], Place(0, SOURCE, 1)),
        ([Qt.Key.Key_Down] * 2, Place(2, SOURCE, 0)),
        ([Qt.Key.Key_Down] * 2 + [Qt.Key.Key_Up], Place(0, SOURCE, 1)),
        ([Qt.Key.Key_Up], Place(0, SOURCE, 0)),
        ([Qt.Key.Key_Right] * 2, Place(0, SOURCE, 1)),
        ([Qt.Key.Key_Right] * 2 + [Qt.Key.Key_Left], Place(0, SOURCE, 0)),
        ([Qt.Key.Key_Space] * 2, Place(2, SOURCE, 0)),
        ([Qt.Key.Key_End], Place(3, SOURCE, 1)),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], Place(0, SOURCE, 0)),
        ([Qt.Key.Key_End, Qt.Key.Key_Down], Place(3, SOURCE, 1)),
        ([Qt.Key.Key_PageDown], Place(3, SOURCE, 1)),
    ],
    ids=lambda value: "-".join(key.name[4:] for key in value) if isinstance(value, list) else "",
)
def test_the_caret_goes_by_sentence_and_steps_over_rules(
    keys: list[Qt.Key], expected: Place, view: ReadingView, qtbot: QtBot
) -> None:
    paragraphs = [Paragraph("En. To."), Paragraph("", Kind.RULE), Paragraph("Tre."), Paragraph("Fire. Fem.")]
    view.show_text(text_of(*paragraphs))
    for key in keys:
        qtbot.keyClick(view, key)
    assert view.highlighter.sentence == expected


def test_the_caret_goes_by_word_and_highlights_it(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    steps = [
        (Qt.Key.Key_Right, SOURCE, (2, 5)),
        (Qt.Key.Key_Right, SOURCE, (6, 11)),
        (None, TARGET, (7, 13)),
        (Qt.Key.Key_Left, TARGET, (3, 6)),
    ]
    for key, column, span in steps:
        if key is None:
            view.change_column(column)
        else:
            qtbot.keyClick(view, key)
        word = view.highlighter.word
        assert word is not None and (word.column, word.span) == (column, span)


def test_the_caret_stays_on_screen_through_a_long_text(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(60))
    for _ in range(100):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert view.highlighter.sentence is not None
        assert 0 <= view.hits.point_of_sentence(view.highlighter.sentence).y() <= view.viewport().height()


def test_a_caret_on_a_pending_paragraph_finds_its_sentence_when_the_translation_arrives(view: ReadingView) -> None:
    text = text_of(Paragraph("Første setning."), translated=False)
    view.show_text(text)
    assert view.highlighter.sentence == Place(0, SOURCE)
    [row] = translate_paragraphs([text.rows[0].source], "nb", FakeTranslator())
    text.apply(RowTranslated(0, row))
    view.rows_changed([0])
    assert view.highlighter.sentence == Place(0, SOURCE, 0)
    assert view.highlighter.texts == ("Første setning.", "FØRSTE SETNING.")


def test_a_screen_reader_hears_the_sentence_the_caret_goes_to_within_a_paragraph(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning."), Paragraph("Tredje setning.")))
    heard: list[str] = []
    view.announced.connect(heard.append)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return)
    for key in keys:
        qtbot.keyClick(view, key)
    assert heard == ["Andre setning.", "Pinned", "Unpinned"]  # another cell is read out by itself


def test_moving_the_caret_clears_selection_and_pin_and_takes_over_from_the_pointer(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("En. To."), Paragraph("Tre.")))
    move_pointer(view, QPointF(view.hits.point_of_sentence(Place(0, SOURCE, 1))))
    view.highlighter.pin(True)
    select_paragraph(view, 0, SOURCE)
    view.move_caret(Place(1, TARGET, 0))
    assert view.highlighter.sentence == view.caret.place == Place(1, TARGET, 0)
    assert view.currentIndex() == view.model().index(1, TARGET)  # what a screen reader reads out
    assert view.selection.empty and not view.highlighter.pinned


def test_escape_is_the_windows_unless_something_is_selected_or_pinned(view: ReadingView) -> None:
    def claimed() -> bool:
        event = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
        event.ignore()
        QApplication.sendEvent(view, event)
        return event.isAccepted()

    view.show_text(text_of(Paragraph("En. To.")))
    assert not claimed()
    view.highlighter.pin(True)
    assert claimed()
    view.highlighter.pin(False)
    select_paragraph(view, 0, SOURCE)
    assert claimed()


def test_the_caret_leaves_its_word_with_the_column_that_is_hidden(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("En. To.")))
    view.move_caret(Place(0, TARGET, 1), (4, 6))
    view.configure(Looks(load_theme("light"), view="stacked"))
    assert (view.caret.place, view.caret.word) == (Place(0, TARGET, 1), (4, 6))
    view.configure(Looks(load_theme("light"), view="original"))
    assert (view.caret.place, view.caret.word) == (Place(0, SOURCE, 1), None)
