import gc
import weakref
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QImage
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.parallel import Row, State
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.samples import sample
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import (
    at_word,
    click,
    colours,
    colours_in,
    long_text,
    move_pointer,
    settled,
    text_of,
)
from ui.reading.cell import RETRY, SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme


@pytest.mark.parametrize("ratio", sample([1.5, 1.0, 3.0, 2.0], 2))
def test_text_and_marks_are_painted_down_to_the_edge_of_a_screen_of_any_density(
    ratio: float, view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(text_of(*(Paragraph(f"Setning {n} er her.") for n in range(60))))
    settled(qtbot, view)
    theme, shown = load_theme("light"), view.viewport()
    last = max(n for n in range(60) if view.visualRect(view.model().index(n, SOURCE)).bottom() < shown.height())
    move_pointer(view, QPointF(view.hits.point_of_sentence(Place(last, SOURCE, 0))))
    picture = QImage(shown.size() * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    shown.render(picture, QPoint())
    for column in (SOURCE, TARGET):
        rect = view.visualRect(view.model().index(last, column))
        assert {theme.text, theme.sentence} <= colours_in(picture, rect)


def test_every_row_is_as_high_as_both_its_texts_need(view: ReadingView, qtbot: QtBot) -> None:
    text = long_text(40)
    view.show_text(text)
    settled(qtbot, view)
    heights = [view.rowHeight(row) for row in range(40)]
    view.resize(600, 600)
    settled(qtbot, view)
    assert all(view.rowHeight(row) >= height for row, height in enumerate(heights))
    assert sum(view.rowHeight(row) for row in range(40)) > sum(heights)


def test_the_view_tells_which_rows_are_on_screen(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(100))
    settled(qtbot, view)
    with qtbot.waitSignal(view.visible_rows_changed, timeout=PATIENCE) as signal:
        view.verticalScrollBar().setValue(1500)
    [rows] = signal.args
    assert (rows[0], rows[-1]) == (view.rowAt(0), view.rowAt(view.viewport().height() - 1))
    assert rows[0] > 0


@pytest.mark.parametrize(
    ("state", "spoken"),
    [
        (State.PENDING, "Paragraph 1, English, not translated yet"),
        (State.FAILED, "Paragraph 1, English, not translated: Sorry."),
        (State.SAME, "Paragraph 1, English, same as the original: Hi."),
        (State.DONE, "Paragraph 1, English, translated: Hi."),
    ],
)
def test_a_screen_reader_hears_number_language_and_state(view: ReadingView, state: State, spoken: str) -> None:
    text = text_of(Paragraph("Hei."))
    target = "Hi." if state in (State.DONE, State.SAME) else ""
    text.rows[0] = Row(text.rows[0].source, target, state, reason="Sorry.")
    view.show_text(text)
    interface = QAccessible.queryAccessibleInterface(view)
    names = [interface.child(i).text(QAccessible.Text.Name) for i in range(interface.childCount())]
    assert "Paragraph 1, Norwegian Bokmål: Hei." in names
    assert spoken in names


def test_pending_and_failed_rows_say_so_in_words(view: ReadingView) -> None:
    text = text_of(Paragraph("Hei."), Paragraph("Nei."), translated=False)
    text.rows[1] = replace(text.rows[1], state=State.FAILED, reason="The model failed.")
    view.show_text(text)
    model = view.model()
    assert [model.index(row, TARGET).data() for row in (0, 1)] == ["…", "Not translated: The model failed. Try again"]


def test_the_model_keeps_qts_contract(view: ReadingView, qtmodeltester: ModelTester) -> None:
    view.show_text(long_text(5))
    qtmodeltester.check(view.model())


@pytest.mark.parametrize(
    "paragraph",
    [
        Paragraph("", Kind.PARAGRAPH),
        Paragraph("Linje en\nlinje to", marks=(Mark(0, 17, MarkKind.EMPHASIS), Mark(3, 5, MarkKind.LINK, "#"))),
        Paragraph("x" * 20_000),
        Paragraph("مرحبا بالعالم. שלום."),
        Paragraph("punkt", Kind.LIST_ITEM, level=9, marker="100."),
        Paragraph("\u0301\u200d\ufeff"),
    ],
    ids=["empty", "marks and breaks", "one endless word", "right to left", "deep list", "nothing visible"],
)
def test_odd_paragraphs_are_shown(paragraph: Paragraph, view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(paragraph, Paragraph("Etter.")))
    settled(qtbot, view)
    assert not view.viewport().grab().isNull()
    assert view.rowHeight(0) > 10


def test_an_endless_text_scrolls_to_its_end_and_back(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(3000, translated=False))
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    last = view.visualRect(view.model().index(2999, SOURCE))
    assert last.bottom() <= view.viewport().height()
    assert view.highlighter.sentence is not None and view.highlighter.sentence.row == 2999
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.rowAt(0) == 0


def test_a_click_on_a_link_tells_where_it_leads_and_pins_nothing(view: ReadingView, qtbot: QtBot) -> None:
    mark = Mark(4, 8, MarkKind.LINK, "https://example.org/")
    view.show_text(text_of(Paragraph("Les mere her.", marks=(mark,))))
    with qtbot.waitSignal(view.link_activated, timeout=PATIENCE) as signal:
        click(qtbot, view, at_word(view, 0, SOURCE, 5))
    assert signal.args == ["https://example.org/"]
    assert not view.highlighter.pinned


def test_the_link_of_a_sentence_is_followed_without_a_mouse(view: ReadingView, qtbot: QtBot) -> None:
    marks = (Mark(4, 8, MarkKind.LINK, "https://example.org/"),)
    view.show_text(text_of(Paragraph("Les mere her. Ingen lenke.", marks=marks)))
    with qtbot.waitSignal(view.link_activated, timeout=PATIENCE) as signal:
        view.follow_link()
    assert signal.args == ["https://example.org/"]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    heard: list[str] = []
    view.announced.connect(heard.append)
    with qtbot.assertNotEmitted(view.link_activated):
        view.follow_link()
    assert heard == [QToolTip.text()] == ["There is no link in this sentence."]
    QToolTip.hideText()


def test_the_link_of_the_sentence_under_the_pointer_is_followed_wherever_the_caret_is(
    view: ReadingView, qtbot: QtBot
) -> None:
    marks = (Mark(9, 12, MarkKind.LINK, "https://example.org/"),)
    view.show_text(text_of(Paragraph("Et ord til."), Paragraph("Les mere her.", marks=marks)))
    qtbot.keyClick(view, Qt.Key.Key_Right)  # the caret is on the first word now
    move_pointer(view, at_word(view, 1, SOURCE, 1))
    with qtbot.waitSignal(view.link_activated, timeout=PATIENCE) as signal:
        view.follow_link()
    assert signal.args == ["https://example.org/"]


def test_the_menu_is_for_the_sentence_that_was_clicked(view: ReadingView, qtbot: QtBot) -> None:
    action = QAction("Kopier", view)
    action.setObjectName("copy")
    view.addAction(action)
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    point = view.hits.point_of_sentence(Place(0, TARGET, 1))
    place = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
    assert view.highlighter.sentence == Place(0, TARGET, 1)
    [menu] = view.findChildren(QMenu)
    assert menu.isVisible()
    menu.close()


def test_a_failed_paragraph_offers_to_try_again(view: ReadingView, qtbot: QtBot) -> None:
    text = text_of(Paragraph("Hei."), translated=False)
    text.rows[0] = replace(text.rows[0], state=State.FAILED, reason="Sorry.")
    view.show_text(text)
    shown = str(view.model().index(0, TARGET).data())
    with qtbot.waitSignal(view.link_activated, timeout=PATIENCE) as signal:
        click(qtbot, view, at_word(view, 0, TARGET, shown.index("Try again") + 2))
    assert signal.args == [RETRY]


@pytest.mark.parametrize(
    ("shown", "columns"), [("original", [True, False]), ("translation", [False, True]), ("both", [True, True])]
)
def test_one_side_can_be_read_alone(view: ReadingView, shown: str, columns: list[bool]) -> None:
    view.configure(Looks(load_theme("light"), view=shown))
    view.show_text(text_of(Paragraph("En. To.")))
    cells = [view.visualRect(view.model().index(0, column)) for column in (SOURCE, TARGET)]
    assert [cell.width() > 0 for cell in cells] == columns


@pytest.mark.parametrize(("chosen", "width"), [("stacked", 900), ("both", 380)])
def test_the_translation_stands_under_the_original_if_chosen_or_narrow(
    view: ReadingView, chosen: str, width: int
) -> None:
    view.resize(width, 600)
    view.configure(Looks(load_theme("light"), view=chosen))
    view.show_text(text_of(Paragraph("En setning. Og en til.")))
    source, target = (view.visualRect(view.model().index(0, column)) for column in (SOURCE, TARGET))
    assert source.left() == target.left()
    assert source.bottom() <= target.top() + 1
    for column in (SOURCE, TARGET):
        move_pointer(view, QPointF(view.hits.point_of_sentence(Place(0, column, 1))))
        assert view.highlighter.sentence == Place(0, column, 1)


def test_the_share_of_the_columns_follows_the_split(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("En.")))
    view.configure(Looks(load_theme("light"), split=0.7))
    source, target = (view.visualRect(view.model().index(0, column)).width() for column in (SOURCE, TARGET))
    assert source == pytest.approx(0.7 * view.viewport().width(), abs=1)
    assert source + target == view.viewport().width()


def test_dragging_the_boundary_in_the_header_tells_the_new_share(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("En.")))
    header = view.horizontalHeader()
    with qtbot.waitSignal(view.widths_dragged, timeout=PATIENCE) as signal:
        header.resizeSection(SOURCE, header.width() // 4)
    first, second = signal.args[0]
    assert first == header.width() // 4 and first + second == pytest.approx(header.width(), abs=1)


def test_a_found_span_is_marked_and_revealed(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(300))
    settled(qtbot, view)
    view.set_found({(250, TARGET): [(5, 8)]}, (250, TARGET, (5, 8)))
    view.reveal(250, TARGET, (5, 8))
    assert view.highlighter.sentence == Place(250, TARGET, 0)
    assert load_theme("light").found_current in colours(view, view.visualRect(view.model().index(250, TARGET)))


def test_a_very_long_paragraph_is_blurred_wherever_it_is_scrolled_to(view: ReadingView, qtbot: QtBot) -> None:
    words = " ".join(f"ord{number}" for number in range(20_000))
    view.configure(replace(view.looks, blur="translation", view="translation"))
    view.show_text(text_of(Paragraph(words)))
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: view.settled, timeout=PATIENCE)
    assert bar.maximum() > 40_000
    for number, value in enumerate((0, bar.maximum() // 2, bar.maximum()), 1):
        bar.setValue(value)
        picture = view.viewport().grab().toImage()
        colours = {picture.pixelColor(x, 300).name() for x in range(100, 800)}
        assert len(colours) > 10, value  # grains of letters, not bare paper
        assert len(view._painter._blurred) <= 2 * number  # of what was seen, and not of all the rest


def test_a_view_that_is_closed_is_not_kept(qtbot: QtBot) -> None:
    view = ReadingView(Looks(load_theme("light")))
    view.show_text(text_of(Paragraph("En. To.")))
    gone: list[bool] = []
    weakref.finalize(view, gone.append, True)
    view.deleteLater()
    QApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
    del view
    gc.collect()
    assert gone
