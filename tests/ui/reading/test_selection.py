"""What is selected, and what is copied."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.parallel import State
from reader.text import Paragraph
from tests.ui.reading.texts import (
    at_word,
    copied,
    drag,
    linked_text,
    long_text,
    scrolls_at_edge,
    select_paragraph,
    settled,
    text_of,
)
from ui.reading.cell import SOURCE, TARGET
from ui.reading.view import ReadingView


def test_copying_takes_the_highlighted_sentence_of_its_column(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert copied(view) == "ANDRE SETNING."


def test_text_inside_a_paragraph_can_be_selected_and_copied(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    drag(qtbot, view, at_word(view, 0, SOURCE, 2) - QPointF(4, 0), at_word(view, 0, SOURCE, 11) - QPointF(1, 0))
    assert copied(view) == "e\u0301n kaffe"
    assert not view.highlighter.pinned


def test_a_double_click_selects_the_word(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at_word(view, 0, TARGET, 9).toPoint())
    assert copied(view) == "coffee"


def test_words_can_be_selected_with_the_keyboard(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("En to tre fire.")))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert copied(view) == "En to tre"
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection.text == "En to"
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selection.text == "En to tre fire"


def test_the_whole_text_of_a_column_can_be_selected(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("En. To."), Paragraph("Tre.")))
    view.select_all()
    assert copied(view) == "En. To.\n\nTre."


def test_both_sides_are_copied_as_a_table(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("Én <b>. To & tre.")))
    view.copier.copy_table()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Én <b>.\tÉN <B>.\nTo & tre.\tTO & TRE."
    assert '<td lang="nb">To &amp; tre.</td><td lang="en">TO &amp; TRE.</td>' in data.html()
    assert "<b>" not in data.html()


def test_a_row_that_gets_another_text_is_not_selected_any_more(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(Paragraph("En. To."), Paragraph("Tre."))
    view.show_text(text)
    select_paragraph(view, 0, TARGET)
    view.rows_changed([1])
    assert view.selection.text == "EN. TO."
    text.rows[0] = replace(text.rows[0], target="", state=State.PENDING, sentences=())
    view.rows_changed([0])
    assert view.selection.empty


def test_a_text_that_is_shown_while_the_other_is_dragged_over_the_edge_ends_that(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(long_text(60))
    settled(qtbot, view)
    start = view.hits.point_of(0, SOURCE, 0)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    view.selection.drag_to(QPointF(start.x(), view.viewport().height() + 50))
    assert scrolls_at_edge(view) and not view.selection.empty
    view.show_text(long_text(3))
    assert not scrolls_at_edge(view) and not view.selection.dragging and view.selection.empty


def test_a_column_that_is_hidden_while_text_is_dragged_in_it_ends_that(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    start = at_word(view, 0, TARGET, 2)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    drag_on(view, start + QPointF(60, 0))
    assert view.selection.text
    view.configure(replace(view.looks, view="original"))
    assert not view.selection.text
    drag_on(view, start + QPointF(90, 0))
    assert not view.selection.dragging and not view.selection.text


def test_a_row_that_gets_another_text_while_it_is_dragged_in_ends_that(view: ReadingView, qtbot: QtBot) -> None:
    text = linked_text()
    view.show_text(text)
    start = at_word(view, 0, TARGET, 9)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    drag_on(view, start + QPointF(60, 0))
    text.rows[0] = replace(text.rows[0], target="A.", sentences=(), state=State.DONE)
    view.rows_changed([0])
    drag_on(view, start + QPointF(90, 0))
    assert not view.selection.dragging and not view.selection.text


def drag_on(view: ReadingView, point: QPointF) -> None:
    """Move the pointer with the button down."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, point, QPointF(view.viewport().mapToGlobal(point)), left, left, none)
    QApplication.sendEvent(view.viewport(), event)


def test_a_click_with_a_trembling_hand_selects_nothing(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    start = at_word(view, 0, SOURCE, 6)
    drag(qtbot, view, start, start + QPointF(3, 0))
    assert view.selection.empty and view.highlighter.pinned
