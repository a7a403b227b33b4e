from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QAction, QContextMenuEvent, QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, Row, RowTranslated, SentencePair, State
from reader.text import Kind, Mark, MarkKind, Paragraph
from tests.fake_translator import FakeTranslator
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import long_text, move_pointer, settled, text_of, translate_paragraphs
from ui.reading.cell import RETRY, SOURCE, TARGET
from ui.reading.places import Place
from ui.reading.style import Looks
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

ODD = "Smil 😀 og familie 👨‍👩‍👧 først. Så e\u0301n a\u030a med løse tegn. Og 日本語 til slutt."


@pytest.mark.parametrize("width", [500, 900, 2400])
@pytest.mark.parametrize("points", [9, 13, 30])
def test_pointing_at_a_sentence_lights_its_partner_at_every_width_and_size(
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
                move_pointer(view, QPointF(view.point_of_sentence(place)))
                assert view.lit == place


def test_pointing_beside_the_text_lights_nothing_but_the_caret(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("Kort."), Paragraph("En til.")))
    move_pointer(view, QPointF(view.point_of_sentence(Place(1, SOURCE, 0))))
    assert view.lit == Place(1, SOURCE, 0)
    move_pointer(view, QPointF(view.width() - 30, view.rowViewportPosition(1) + 10))
    assert view.lit == Place(0, SOURCE, 0)


def test_what_is_lit_is_painted_on_both_sides_and_underlined(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    settled(qtbot, view)
    theme = load_theme("light")
    move_pointer(view, QPointF(view.point_of_sentence(Place(0, TARGET, 1))))
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


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_text_and_marks_are_painted_down_to_the_edge_of_a_screen_of_any_density(
    ratio: float, view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(text_of(*(Paragraph(f"Setning {n} er her.") for n in range(60))))
    settled(qtbot, view)
    theme, shown = load_theme("light"), view.viewport()
    last = max(n for n in range(60) if view.visualRect(view.model().index(n, SOURCE)).bottom() < shown.height())
    move_pointer(view, QPointF(view.point_of_sentence(Place(last, SOURCE, 0))))
    picture = QImage(shown.size() * ratio, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    shown.render(picture, QPoint())
    for column in (SOURCE, TARGET):
        rect = view.visualRect(view.model().index(last, column))
        assert {theme.text, theme.sentence} <= colours_in(picture, rect)


def test_leaving_with_the_pointer_lights_the_caret_again(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    move_pointer(view, QPointF(view.point_of_sentence(Place(0, SOURCE, 1))))
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert view.lit == Place(0, SOURCE, 0)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_Down], Place(0, SOURCE, 1)),
        ([Qt.Key.Key_Down] * 2, Place(2, SOURCE, 0)),
        ([Qt.Key.Key_Down] * 2 + [Qt.Key.Key_Up], Place(0, SOURCE, 1)),
        ([Qt.Key.Key_Up], Place(0, SOURCE, 0)),
        ([Qt.Key.Key_F6, Qt.Key.Key_Down], Place(0, TARGET, 1)),
        ([Qt.Key.Key_F6, Qt.Key.Key_F6], Place(0, SOURCE, 0)),
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
    assert view.lit == expected


def test_the_caret_stays_on_screen_through_a_long_text(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(60))
    for _ in range(100):
        qtbot.keyClick(view, Qt.Key.Key_Down)
        assert view.lit is not None
        assert 0 <= view.point_of_sentence(view.lit).y() <= view.viewport().height()


def test_a_caret_on_a_pending_paragraph_finds_its_sentence_when_the_translation_arrives(view: ReadingView) -> None:
    text = text_of(Paragraph("Første setning."), translated=False)
    view.show_text(text)
    assert view.lit == Place(0, SOURCE)
    [row] = translate_paragraphs([text.rows[0].source], "nb", FakeTranslator())
    text.apply(RowTranslated(0, row))
    view.rows_changed([0])
    assert view.lit == Place(0, SOURCE, 0)
    assert view.lit_texts() == ("Første setning.", "FØRSTE SETNING.")


def test_copying_takes_the_lit_sentence_of_its_column(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    view.copy()
    assert QGuiApplication.clipboard().text() == "ANDRE SETNING."


def test_every_row_is_as_high_as_both_its_texts_need(view: ReadingView, qtbot: QtBot) -> None:
    text = long_text(40)
    view.show_text(text)
    settled(qtbot, view)
    heights = [view.rowHeight(row) for row in range(40)]
    view.resize(600, 600)
    settled(qtbot, view)
    assert all(view.rowHeight(row) >= height for row, height in enumerate(heights))
    assert sum(view.rowHeight(row) for row in range(40)) > sum(heights)


def test_the_line_being_read_stays_put_when_translations_arrive_above_it(view: ReadingView, qtbot: QtBot) -> None:
    text = long_text(200, translated=False)
    view.show_text(text)
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    settled(qtbot, view)
    top = next(row for row in range(200) if view.rowViewportPosition(row) >= 0)
    before = view.rowViewportPosition(top)
    rows = [replace(text.rows[i], target="Much longer than the source. " * 40, state=State.DONE) for i in range(top)]
    for index, row in enumerate(rows):
        text.apply(RowTranslated(index, row))
    view.rows_changed(range(top))
    settled(qtbot, view)
    assert view.rowViewportPosition(top) == before


def test_the_row_being_read_stays_on_screen_when_the_text_size_changes(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(100))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(2500)
    settled(qtbot, view)
    top = next(row for row in range(100) if view.rowViewportPosition(row) >= 0)
    before = view.point_of(top, SOURCE, 0).y()
    view.configure(Looks(load_theme("light"), 20))
    settled(qtbot, view)
    assert abs(view.point_of(top, SOURCE, 0).y() - before) <= 1


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
    assert view.lit is not None and view.lit.row == 2999
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.rowAt(0) == 0


def linked_text() -> ParallelText:
    """A text with emoji and combining characters before the words, so that code points and UTF-16 units differ."""
    source, target = "😀 e\u0301n kaffe jo.", "👍👍 one coffee."
    text = text_of(Paragraph(source), Paragraph("Annen setning. Tredje."))
    links = ((2, 5, 3, 6, 0.9), (6, 11, 7, 13, 0.9))
    text.rows[0] = Row(
        text.rows[0].source, target, State.DONE, (SentencePair((0, len(source)), (0, len(target)), -1.0, links),)
    )
    return text


def at_word(view: ReadingView, row: int, column: int, position: int) -> QPointF:
    return QPointF(view.point_of(row, column, position))


@pytest.mark.parametrize("looks", [Looks(load_theme("light")), Looks(load_theme("dark"), 24, view="stacked")])
def test_pointing_at_a_word_lights_its_partner_from_either_side(view: ReadingView, looks: Looks) -> None:
    view.configure(looks)
    view.show_text(linked_text())
    for column, position in ((SOURCE, 6), (TARGET, 7)):
        move_pointer(view, at_word(view, 0, column, position))
        word = view.lit_word
        assert word is not None
        assert (word.spans(SOURCE), word.spans(TARGET)) == (((6, 11),), ((7, 13),))


def test_the_words_that_light_up_are_told_in_words(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    told: list[str] = []
    view.words_lit.connect(told.append)
    move_pointer(view, at_word(view, 0, SOURCE, 6))
    move_pointer(view, at_word(view, 0, SOURCE, 12))
    move_pointer(view, QPointF(view.width() - 40, 5))
    assert told == ["“kaffe” – “coffee”", "No match for “jo”", ""]


def test_the_caret_goes_by_word_and_lights_it(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.lit_word is not None and view.lit_word.span == (6, 11)
    qtbot.keyClick(view, Qt.Key.Key_F6)
    assert view.lit_word is not None and (view.lit_word.column, view.lit_word.span) == (TARGET, (7, 13))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.lit_word is not None and (view.lit_word.column, view.lit_word.span) == (TARGET, (3, 6))


def test_a_screen_reader_hears_the_sentence_the_caret_goes_to_within_a_paragraph(
    view: ReadingView, qtbot: QtBot
) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning."), Paragraph("Tredje setning.")))
    heard: list[str] = []
    view.announced.connect(heard.append)
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Return)
    for key in keys:
        qtbot.keyClick(view, key)
    assert heard == ["Andre setning.", "Pinned", "Unpinned"]  # another cell is read out without an announcement


def click(qtbot: QtBot, view: ReadingView, point: QPointF) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def test_a_click_pins_a_sentence_until_it_is_clicked_again_or_escape(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    second = Place(0, SOURCE, 1)
    click(qtbot, view, QPointF(view.point_of_sentence(second)))
    move_pointer(view, QPointF(view.point_of_sentence(Place(0, SOURCE, 0))))
    assert view.pinned and view.lit == second
    click(qtbot, view, QPointF(view.point_of_sentence(second)))
    assert not view.pinned
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.pinned
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert not view.pinned


def drag(qtbot: QtBot, view: ReadingView, start: QPointF, end: QPointF) -> None:
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, end, QPointF(view.viewport().mapToGlobal(end)), button, button, none)
    QApplication.sendEvent(view.viewport(), event)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end.toPoint())


def test_text_inside_a_paragraph_can_be_selected_and_copied(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    drag(qtbot, view, at_word(view, 0, SOURCE, 2) - QPointF(4, 0), at_word(view, 0, SOURCE, 11) - QPointF(1, 0))
    view.copy()
    assert QGuiApplication.clipboard().text() == "e\u0301n kaffe"
    assert not view.pinned


def test_a_double_click_selects_the_word(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(linked_text())
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at_word(view, 0, TARGET, 9).toPoint())
    view.copy()
    assert QGuiApplication.clipboard().text() == "coffee"


def test_words_can_be_selected_with_the_keyboard(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("En to tre fire.")))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    view.copy()
    assert QGuiApplication.clipboard().text() == "En to tre"
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "En to"
    for _ in range(2):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected_text() == "En to tre fire"


def test_the_whole_paragraph_can_be_selected_with_the_keyboard(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("En. To."), Paragraph("Tre.")))
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.selected_text() == "En. To."


def test_both_sides_are_copied_as_a_table(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("Én <b>. To & tre.")))
    view.copy_table()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Én <b>.\tÉN <B>.\nTo & tre.\tTO & TRE."
    assert '<td lang="nb">To &amp; tre.</td><td lang="en">TO &amp; TRE.</td>' in data.html()
    assert "<b>" not in data.html()


def test_a_click_on_a_link_tells_where_it_leads_and_pins_nothing(view: ReadingView, qtbot: QtBot) -> None:
    mark = Mark(4, 8, MarkKind.LINK, "https://example.org/")
    view.show_text(text_of(Paragraph("Les mere her.", marks=(mark,))))
    with qtbot.waitSignal(view.link_activated, timeout=PATIENCE) as signal:
        click(qtbot, view, at_word(view, 0, SOURCE, 5))
    assert signal.args == ["https://example.org/"]
    assert not view.pinned


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


def test_the_menu_is_for_the_sentence_that_was_clicked(view: ReadingView, qtbot: QtBot) -> None:
    view.addAction(QAction("Kopier", view))
    view.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    point = view.point_of_sentence(Place(0, TARGET, 1))
    place = view.viewport().mapToGlobal(point)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, place))
    assert view.lit == Place(0, TARGET, 1)
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


def colours(view: ReadingView, area: QRect) -> set[str]:
    return colours_in(view.viewport().grab().toImage(), area)


def colours_in(picture: QImage, area: QRect) -> set[str]:
    ratio = picture.devicePixelRatio()
    area = QRect(area.topLeft() * ratio, area.size() * ratio).intersected(picture.rect())
    points = ((x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom()))
    return {picture.pixelColor(x, y).name() for x, y in points}


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


def test_the_hidden_side_is_blurred_until_it_is_pointed_at(view: ReadingView, qtbot: QtBot) -> None:
    view.configure(Looks(load_theme("light"), blur="translation"))
    view.show_text(text_of(Paragraph("Første setning her."), Paragraph("Andre.")))
    settled(qtbot, view)
    hidden = view.visualRect(view.model().index(0, TARGET))
    ink = load_theme("light").text
    assert ink not in colours(view, hidden)
    move_pointer(view, QPointF(view.point_of_sentence(Place(0, TARGET, 0))))
    assert ink in colours(view, hidden)
    QApplication.sendEvent(view.viewport(), QEvent(QEvent.Type.Leave))
    assert ink not in colours(view, hidden)


def test_space_uncovers_the_hidden_side_and_then_goes_on(view: ReadingView, qtbot: QtBot) -> None:
    view.configure(Looks(load_theme("light"), blur="translation"))
    view.show_text(text_of(Paragraph("En."), Paragraph("To.")))
    hidden = view.visualRect(view.model().index(0, TARGET))
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.lit == Place(0, SOURCE, 0)
    assert load_theme("light").text in colours(view, hidden)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert view.lit == Place(1, SOURCE, 0)
    assert load_theme("light").text not in colours(view, hidden)


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
        move_pointer(view, QPointF(view.point_of_sentence(Place(0, column, 1))))
        assert view.lit == Place(0, column, 1)


def test_the_share_of_the_columns_follows_the_split(view: ReadingView) -> None:
    view.show_text(text_of(Paragraph("En.")))
    view.configure(Looks(load_theme("light"), split=0.7))
    source, target = (view.visualRect(view.model().index(0, column)).width() for column in (SOURCE, TARGET))
    assert source == pytest.approx(0.7 * view.viewport().width(), abs=1)
    assert source + target == view.viewport().width()


def test_dragging_the_boundary_in_the_header_tells_the_new_share(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(text_of(Paragraph("En.")))
    header = view.horizontalHeader()
    with qtbot.waitSignal(view.split_dragged, timeout=PATIENCE) as signal:
        header.resizeSection(SOURCE, header.width() // 4)
    assert signal.args[0] == pytest.approx(0.25, abs=0.01)


LOOKS = (
    Looks(load_theme("light"), 22),
    Looks(load_theme("light"), line_spacing=1.8),
    Looks(load_theme("light"), measure=40),
    Looks(load_theme("light"), split=0.35),
    Looks(load_theme("light"), view="stacked"),
)


@pytest.mark.parametrize("looks", LOOKS)
@pytest.mark.parametrize("count", [120, 2000])
def test_the_line_being_read_stays_where_it_is_when_the_looks_change(
    view: ReadingView, qtbot: QtBot, looks: Looks, count: int
) -> None:
    view.show_text(long_text(count))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    place = Place(view.top_row() + 2, SOURCE, 0)
    click(qtbot, view, QPointF(view.point_of_sentence(place)))
    before = view.point_of_sentence(place).y()
    view.configure(looks)
    assert abs(view.point_of_sentence(place).y() - before) <= 1
    settled(qtbot, view)
    assert abs(view.point_of_sentence(place).y() - before) <= 1


@pytest.mark.parametrize("width", [520, 700, 1400])
def test_the_line_being_read_stays_where_it_is_when_the_window_is_resized(
    view: ReadingView, qtbot: QtBot, width: int
) -> None:
    view.show_text(long_text(2000))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 3)
    place = Place(view.top_row() + 1, TARGET, 0)
    click(qtbot, view, QPointF(view.point_of_sentence(place)))
    before = view.point_of_sentence(place).y()
    view.resize(width, 600)
    settled(qtbot, view)
    assert abs(view.point_of_sentence(place).y() - before) <= 1


@pytest.mark.parametrize("count", [60, 3000])
def test_a_text_is_shown_again_where_it_was_left(view: ReadingView, qtbot: QtBot, count: int) -> None:
    text = long_text(count)
    view.show_text(text)
    settled(qtbot, view)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * 2 // 3)
    row, share = view.position()
    view.show_text(None)
    view.show_text(text, at=(row, share))
    settled(qtbot, view)
    again = view.position()
    assert again[0] == row and abs(again[1] - share) * view.rowHeight(row) <= 2


def test_the_scroll_bar_hardly_moves_while_a_long_text_is_scrolled_through(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(5000))
    settled(qtbot, view)
    before = view.verticalScrollBar().maximum()
    for step in range(1, 100):
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() * step // 100)
    assert abs(view.verticalScrollBar().maximum() - before) < 0.05 * before


def test_a_found_span_is_marked_and_revealed(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(300))
    settled(qtbot, view)
    view.set_found({(250, TARGET): [(5, 8)]}, (250, TARGET, (5, 8)))
    view.reveal(250, TARGET, (5, 8))
    assert view.lit == Place(250, TARGET, 0)
    assert load_theme("light").found_current in colours(view, view.visualRect(view.model().index(250, TARGET)))


def test_a_very_long_paragraph_is_blurred_wherever_it_is_scrolled_to(view: ReadingView, qtbot: QtBot) -> None:
    words = " ".join(f"ord{number}" for number in range(20_000))
    view.configure(replace(view._typesetter.looks, blur="translation", view="translation"))
    view.show_text(text_of(Paragraph(words)))
    bar = view.verticalScrollBar()
    qtbot.waitUntil(lambda: view.settled, timeout=PATIENCE)
    assert bar.maximum() > 40_000
    for number, value in enumerate((0, bar.maximum() // 2, bar.maximum()), 1):
        bar.setValue(value)
        picture = view.viewport().grab().toImage()
        colours = {picture.pixelColor(x, 300).name() for x in range(100, 800)}
        assert len(colours) > 10, value  # blurred letters, not empty paper
        assert len(view._painter._blurred) <= 2 * number  # only what was visible
