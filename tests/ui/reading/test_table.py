"""The table by itself: rows without caret, pointer or selection."""

from pytestqt.qtbot import QtBot

from reader.text import Paragraph
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import long_text, text_of
from ui.reading.cell import SOURCE, TARGET
from ui.reading.style import Looks
from ui.reading.table import RowTable
from ui.reading.typography import load_fonts
from ui.toolkit.theme import load_theme

LIGHT, DARK = load_theme("light"), load_theme("dark")


def row_table(qtbot: QtBot) -> RowTable:
    load_fonts()
    table = RowTable(Looks(LIGHT))
    qtbot.addWidget(table)
    table.resize(900, 600)
    table.show()
    qtbot.waitExposed(table)
    return table


def colours(table: RowTable) -> set[str]:
    picture = table.viewport().grab().toImage()
    return {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(60)}


def test_a_table_paints_its_rows_and_marks_none(qtbot: QtBot) -> None:
    table = row_table(qtbot)
    table.show_text(text_of(Paragraph("Første setning. Andre setning.")))
    assert LIGHT.text in colours(table)
    assert not {LIGHT.paragraph, LIGHT.sentence} & colours(table)
    table.configure(Looks(DARK))
    assert {DARK.text, DARK.paper} <= colours(table)


def test_a_table_stays_at_its_row_through_another_text_size(qtbot: QtBot) -> None:
    table = row_table(qtbot)
    shown: list[range] = []
    table.visible_rows_changed.connect(shown.append)
    table.show_text(long_text(200), at=(90, 0.0))
    qtbot.waitUntil(lambda: table.settled, timeout=PATIENCE)
    assert shown[-1].start == table.top_row() == 90
    table.configure(Looks(LIGHT, points=20))
    qtbot.waitUntil(lambda: table.settled, timeout=PATIENCE)
    assert table.top_row() == 90


def test_a_table_without_a_text_has_nowhere_to_point(qtbot: QtBot) -> None:
    table = row_table(qtbot)
    table.show_text(None)
    assert table.position() == (0, 0.0)
    assert not table.indexAt(table.viewport().rect().center()).isValid()
    assert table.hits.first_on_screen(SOURCE) is None is table.hits.first_on_screen(TARGET)
