"""What the menu of the text offers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from reader.parallel import State
from reader.text import Mark, MarkKind, Paragraph
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import at_word, select_paragraph, settled, text_of
from ui.reading.cell import SOURCE, TARGET
from ui.reading.extent import End
from ui.reading.places import Place
from ui.reading.view import ReadingView

COMMANDS = ("copy", "copy_table", "select_all", "pin", "edit", "force", "resume")
LINKED = Paragraph("Les mer her. Slutt.", marks=(Mark(4, 7, MarkKind.LINK, "https://example.org/"),))
OF_SENTENCE = ["copy", "copy_table", "edit", "pin", "select_all"]


@pytest.fixture
def offering(view: ReadingView) -> ReadingView:
    """A view with the commands of the window."""
    for name in COMMANDS:
        action = QAction(name, view)
        action.setObjectName(name)
        view.addAction(action)
    return view


def offered(view: ReadingView, point: QPointF | None) -> list[str]:
    """The commands of the menu at a point, or at the caret: ids, and the texts of those that only links have."""
    place = view.viewport().mapToGlobal(point.toPoint() if point is not None else QPoint())
    reason = QContextMenuEvent.Reason
    event = QContextMenuEvent(
        reason.Mouse if point is not None else reason.Keyboard,
        point.toPoint() if point is not None else QPoint(),
        place,
    )
    QApplication.sendEvent(view.viewport(), event)
    menus = [menu for menu in view.findChildren(QMenu) if menu.isVisible()]
    if not menus:
        return []
    [menu] = menus
    names = [action.objectName() or action.text() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    QApplication.sendPostedEvents(menu)
    return names


def test_on_a_sentence_the_menu_is_for_that_sentence(offering: ReadingView, qtbot: QtBot) -> None:
    offering.show_text(text_of(LINKED))
    assert offered(offering, at_word(offering, 0, TARGET, 14)) == OF_SENTENCE
    assert offering.caret.place == Place(0, TARGET, 1)


def test_on_a_link_it_opens_it_or_copies_its_address(offering: ReadingView, qtbot: QtBot) -> None:
    offering.show_text(text_of(Paragraph("Før."), LINKED))
    point = at_word(offering, 1, SOURCE, 5)
    assert offered(offering, point) == ["&Open link", "Copy &link address", *OF_SENTENCE]
    target = offering._menus.under(point)
    with qtbot.waitSignal(offering.link_activated, timeout=PATIENCE) as signal:
        offering._menus.menu(target, offering.link_activated.emit, offering.copier.copy_address).actions()[0].trigger()
    assert signal.args == ["https://example.org/"]
    offering._menus.menu(target, print, offering.copier.copy_address).actions()[1].trigger()
    assert QGuiApplication.clipboard().text() == "https://example.org/"


def test_selected_text_is_offered_to_be_copied_and_stays_selected(offering: ReadingView) -> None:
    offering.show_text(text_of(LINKED, Paragraph("Etter.")))
    offering.selection.select(SOURCE, End(0, (4, 4)), End(1, (2, 2)))
    links = ["&Open link", "Copy &link address"]
    assert offered(offering, at_word(offering, 0, SOURCE, 5)) == [*links, "copy", "copy_table", "select_all"]
    for point in (at_word(offering, 0, SOURCE, 9), None, QPointF(400, offering.viewport().height() - 5)):
        assert offered(offering, point) == ["copy", "copy_table", "select_all"]
    assert not offering.selection.empty
    assert offered(offering, at_word(offering, 1, SOURCE, 4)) == OF_SENTENCE
    assert offering.selection.empty


def test_where_there_is_no_text_everything_can_be_selected(offering: ReadingView) -> None:
    offering.show_text(text_of(LINKED))
    assert offered(offering, QPointF(400, offering.viewport().height() - 5)) == ["select_all"]


def test_without_a_text_there_is_no_menu(offering: ReadingView) -> None:
    for action in offering.actions():
        action.setEnabled(False)
    assert offered(offering, QPointF(50, 50)) == [] == offered(offering, None)


def test_what_cannot_be_done_is_absent(offering: ReadingView) -> None:
    text = text_of(Paragraph("1 2 3"), Paragraph("Gikk ikke."), Paragraph("Auf Deutsch."), translated=False)
    text.rows[1] = replace(text.rows[1], state=State.FAILED, reason="Sorry.")
    text.rows[2] = replace(text.rows[2], target="Auf Deutsch.", state=State.SAME, language="de")
    offering.show_text(text)
    expected: tuple[list[str], ...] = ([], ["resume"], ["force"])
    for row, more in enumerate(expected):
        assert offered(offering, at_word(offering, row, SOURCE, 2)) == [
            "copy",
            "copy_table",
            "pin",
            *more,
            "select_all",
        ]


def test_the_sign_in_the_margin_is_for_the_sentence_that_it_warns_of(offering: ReadingView, qtbot: QtBot) -> None:
    text = text_of(Paragraph("En. To. Tre."))
    pairs = text.rows[0].sentences
    text.rows[0] = replace(text.rows[0], sentences=(pairs[0], replace(pairs[1], warnings=("number",)), pairs[2]))
    offering.show_text(text)
    settled(qtbot, offering)
    band = offering._layout.arrangement.band(TARGET)
    point = QPointF(band.text_left + band.text_width + 6, at_word(offering, 0, TARGET, 0).y())
    assert offered(offering, point) == OF_SENTENCE
    assert offering.caret.place == Place(0, TARGET, 1)


def test_the_menu_key_is_for_the_link_at_the_caret_or_in_its_sentence(offering: ReadingView) -> None:
    offering.show_text(text_of(LINKED))
    offering.move_caret(Place(0, SOURCE, 0), (0, 3))
    assert offered(offering, None) == ["&Open link", "Copy &link address", *OF_SENTENCE]
    offering.move_caret(Place(0, SOURCE, 0), (4, 7))
    assert offered(offering, None)[:2] == ["&Open link", "Copy &link address"]
    select_paragraph(offering, 0, SOURCE)
    assert offered(offering, None) == ["copy", "copy_table", "select_all"]
