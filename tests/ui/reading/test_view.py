from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.document import Document, Kind, Mark, MarkKind, Paragraph
from reader.parallel import ParallelText, Row, State
from reader.translation import translate
from tests.conftest import FakeTranslator
from ui.reading.cell import SOURCE, TARGET
from ui.reading.links import Place
from ui.reading.looks import Looks
from ui.reading.typography import load_fonts
from ui.reading.view import ReadingView
from ui.theme import load_theme

ODD = "Smil 😀 og familie 👨‍👩‍👧 først. Så e\u0301n a\u030a med løse tegn. Og 日本語 til slutt."


def translate_paragraphs(paragraphs: Sequence[Paragraph], language: str, translator: FakeTranslator) -> list[Row]:
    rows = [Row(paragraph) for paragraph in paragraphs]
    for translated in translate(rows, language, translator):
        rows[translated.index] = translated.row
    return rows


def text_of(*paragraphs: Paragraph, translated: bool = True) -> ParallelText:
    document = Document("Tittel", paragraphs, None, "nb", certain=True)
    text = ParallelText.untranslated(document, "nb", "en")
    if translated:
        pending = text.outstanding()
        rows = translate_paragraphs([paragraphs[i] for i in pending], "nb", FakeTranslator())
        text.apply(zip(pending, rows, strict=True))
    return text


def long_text(count: int, *, translated: bool = True) -> ParallelText:
    sentence = "Dette er en setning som er lang nok til å fylle en linje eller to. "
    return text_of(*(Paragraph((sentence * (1 + i * 7 % 5)).strip()) for i in range(count)), translated=translated)


@pytest.fixture
def view(qtbot: QtBot) -> ReadingView:
    load_fonts()
    view = ReadingView(Looks(load_theme("light")))
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def move_pointer(view: ReadingView, point: QPointF) -> None:
    none = Qt.MouseButton.NoButton
    position = QPointF(view.viewport().mapToGlobal(point))
    event = QMouseEvent(QEvent.Type.MouseMove, point, position, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def settled(qtbot: QtBot, view: ReadingView) -> None:
    qtbot.waitUntil(lambda: view.settled)


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
    text.apply(enumerate(translate_paragraphs([text.rows[0].source], "nb", FakeTranslator())))
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
    text.apply(enumerate(rows))
    view.rows_changed(range(top))
    settled(qtbot, view)
    assert view.rowViewportPosition(top) == before


def test_the_row_being_read_stays_on_screen_when_the_text_size_changes(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(100))
    settled(qtbot, view)
    view.verticalScrollBar().setValue(2500)
    settled(qtbot, view)
    top = next(row for row in range(100) if view.rowViewportPosition(row) >= 0)
    before = view.rowViewportPosition(top)
    view.configure(Looks(load_theme("light"), 20))
    settled(qtbot, view)
    assert view.rowViewportPosition(top) == before


def test_the_view_tells_which_rows_are_on_screen(view: ReadingView, qtbot: QtBot) -> None:
    view.show_text(long_text(100))
    settled(qtbot, view)
    with qtbot.waitSignal(view.visible_rows_changed) as signal:
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
