"""Parallel texts and a view for tests of the reading view."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.parallel import ParallelText, Row, RowTranslated, SentencePair, State
from reader.text import Document, Paragraph
from reader.translation import translate
from tests.fake_translator import FakeTranslator
from tests.ui.patience import PATIENCE
from ui.reading.extent import whole
from ui.reading.model import ParallelModel
from ui.reading.style import Looks
from ui.reading.typography import load_fonts
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme


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
        for index, row in zip(pending, rows, strict=True):
            text.apply(RowTranslated(index, row))
    return text


def long_text(count: int, *, translated: bool = True) -> ParallelText:
    sentence = "Dette er en setning som er lang nok til å fylle en linje eller to. "
    return text_of(*(Paragraph((sentence * (1 + i * 7 % 5)).strip()) for i in range(count)), translated=translated)


def reading_view(qtbot: QtBot) -> ReadingView:
    """An empty view on the screen."""
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
    qtbot.waitUntil(lambda: view.settled, timeout=PATIENCE)


def linked_text() -> ParallelText:
    """Emoji and combining characters before the words, so that code points and UTF-16 units differ."""
    links = ((2, 5, 3, 6, 0.9), (6, 11, 7, 13, 0.9))
    return linked_by("😀 e\u0301n kaffe jo.", "👍👍 one coffee.", *links)


def linked_by(source: str, target: str, *links: tuple[int, int, int, int, float]) -> ParallelText:
    """A text that begins with a sentence whose words are linked by `links`."""
    text = text_of(Paragraph(source), Paragraph("Annen setning. Tredje."))
    pair = SentencePair((0, len(source)), (0, len(target)), -1.0, links)
    text.rows[0] = Row(text.rows[0].source, target, State.DONE, (pair,))
    return text


def at_word(view: ReadingView, row: int, column: int, position: int) -> QPointF:
    return QPointF(view.hits.point_of(row, column, position))


def click(qtbot: QtBot, view: ReadingView, point: QPointF) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point.toPoint())


def drag(qtbot: QtBot, view: ReadingView, start: QPointF, end: QPointF) -> None:
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start.toPoint())
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, end, QPointF(view.viewport().mapToGlobal(end)), button, button, none)
    QApplication.sendEvent(view.viewport(), event)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end.toPoint())


def select_paragraph(view: ReadingView, row: int, column: int) -> None:
    model = view.model()
    assert isinstance(model, ParallelModel)
    ends = whole(row, column, model)
    view.selection.select(column, ends, ends)


def copied(view: ReadingView) -> str:
    """The plain text that copying puts on the clipboard."""
    view.copier.copy()
    return QGuiApplication.clipboard().text()


def colours(view: ReadingView, area: QRect) -> set[str]:
    return colours_in(view.viewport().grab().toImage(), area)


def colours_in(picture: QImage, area: QRect) -> set[str]:
    ratio = picture.devicePixelRatio()
    area = QRect(area.topLeft() * ratio, area.size() * ratio).intersected(picture.rect())
    points = ((x, y) for x in range(area.left(), area.right()) for y in range(area.top(), area.bottom()))
    return {picture.pixelColor(x, y).name() for x, y in points}


def scrolls_at_edge(view: ReadingView) -> bool:
    """Whether the text goes on scrolling because the pointer is dragged beyond the edge."""
    return view.selection._edge._timer.isActive()
