"""Pages shown instead of a text: what happened, what to do, and buttons for it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from reader.errors import NoTextError
from reader.formats import Choices, read_document
from reader.library import Entry
from reader.text import Document
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.reading.style import Looks
from ui.reading.table import RowTable
from ui.reading.view import ReadingView
from ui.toolkit.line_breaks import Label, unbroken
from ui.toolkit.one_line import one_line
from ui.toolkit.theme import load_theme
from ui.window.page import Page
from ui.window.pages import Pages

SWEDISH = "Jag vet inte vad jag ska göra, men det finns inget att göra åt det nu för oss här i staden.\n" * 3


def first_rows(program: Tospalt) -> RowTable | None:
    """What shows the beginning of the document that is being read, if anything does."""
    return next((view for view in program.window.findChildren(RowTable) if not isinstance(view, ReadingView)), None)


def press(program: Tospalt, words: str) -> None:
    next(button for button in program.window.page.buttons if button.text() == words).click()


def unreadable(program: Tospalt, qtbot: QtBot, path: Path) -> Page:
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([path])
    return program.window.page


def foreign(program: Tospalt, qtbot: QtBot, folder: Path) -> Page:
    """The page in place of a document that nothing installed translates."""
    path = folder / "svenska.txt"
    path.write_text(SWEDISH)
    with qtbot.waitSignal(program.translation.stopped, timeout=PATIENCE):
        program.window.open_files([path])
    return program.window.page


def without_text(qtbot: QtBot) -> Pages:
    pages = Pages(QWidget(), lambda entry: one_line(entry.path.name), lambda: Looks(load_theme("light")))
    qtbot.addWidget(pages)
    return pages


def test_without_a_package_the_status_line_does_not_say_that_trying_again_helps(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    foreign(program, qtbot, tmp_path)
    assert program.window.status.caption == "0 of 1 paragraph translated"


def test_at_the_start_the_page_says_how_to_begin(program: Tospalt) -> None:
    page = program.window.page
    assert page.heading == "Choose a document to read"
    assert page.hint == (
        "Choose one in the library (F9), drop a file or some text here, press Ctrl+O to open a file, or press "
        "Ctrl+Shift+V to paste a text."
    )
    assert [button.text() for button in page.buttons] == ["Open a document…"]


def test_pages_name_files_and_folders_on_one_line_that_turns_nothing_around(qtbot: QtBot) -> None:
    pages = without_text(qtbot)
    hostile = Path("/mappe\nto\u202eegnp/linje\nskift\u202egnp.txt")
    pages.unreadable(Entry(hostile), NoTextError("There is no text in it."))
    assert pages.page.heading == "There is no text in “linje skiftgnp.txt”"
    pages.missing(Entry(hostile), hostile)
    assert pages.page.heading == "“linje skiftgnp.txt” is no longer in its folder"
    assert "The file “linje skiftgnp.txt” was in “/mappe toegnp”." in pages.page.hint
    assert "A file called “linje skiftgnp.txt” is in “/mappe toegnp”." in pages.page.hint


def test_an_empty_library_says_how_to_fill_it(qtbot: QtBot) -> None:
    pages = without_text(qtbot)
    pages.nothing_open(empty=True)
    page = pages.page
    assert page.heading == "Your library is empty"
    assert page.hint.startswith("Drop a text file or some text here, press Ctrl+O to open a file,")
    with qtbot.waitSignal(pages.file_wanted, timeout=PATIENCE):
        page.buttons[0].click()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch, start: Callable[[], Tospalt]) -> Iterator[Event]:
    """Documents named "treg.txt" are read only once this event is set; page 3 of those in "skannet" is recognised."""
    free = Event()

    def slowly(
        path: Path,
        choices: Choices,
        began: Callable[[Document], None],
        recognising: Callable[[int, int], None],
        **_: object,
    ) -> Document:
        document = read_document(path, choices)
        if path.name == "treg.txt":
            if len(document.paragraphs) > 1:
                began(replace(document, paragraphs=document.paragraphs[:-1]))
            if path.parent.name == "skannet":
                recognising(2, 12)
            free.wait()
        return document

    monkeypatch.setattr("ui.session.open_document.read_document", slowly)
    yield free
    free.set()


def test_a_document_that_takes_long_to_read_is_waited_for_in_place_of_the_one_left(
    opened: Tospalt, slow: Event, qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = opened.window, tmp_path / "treg.txt"
    path.write_text("Nå er den lest, og det er fint for alle.", "utf-8")
    window.open_files([path])
    qtbot.waitUntil(window.page.isVisible, timeout=PATIENCE)
    assert (window.page.heading, window.page.hint, window.page.buttons) == ("Opening “treg”…", "", [])
    assert not window.actions_["export"].isEnabled() and window.windowTitle() == "treg – Tospalt"
    opened.preferences.change(interface_language="nb")
    qtbot.waitUntil(lambda: opened.window.page.heading == "Åpner «treg»\u00a0…", timeout=PATIENCE)
    assert opened.window.page.isVisible()
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        slow.set()
    assert opened.window.reading_view.isVisible() and opened.window.actions_["export"].isEnabled()


@pytest.fixture
def long(tmp_path: Path) -> Path:
    """A file that takes long to be read, of which all but the end is known soon."""
    path = tmp_path / "treg.txt"
    path.write_text("\n\n".join(f"Dette er avsnitt nummer {n}, og det er fint for alle." for n in range(99)), "utf-8")
    return path


def test_how_a_document_begins_can_be_read_and_scrolled_until_the_rest_is_there(
    opened: Tospalt, slow: Event, qtbot: QtBot, long: Path
) -> None:
    window = opened.window
    window.open_files([long])
    qtbot.waitUntil(lambda: first_rows(opened) is not None, timeout=PATIENCE)
    rows = first_rows(opened)
    assert rows is not None and rows.isVisible() and not window.reading_view.isVisible()
    assert rows.model().rowCount() == 98 and rows.accessibleName() == "Opening “treg”…"
    assert not window.actions_["export"].isEnabled()
    rows.verticalScrollBar().setValue(3 * rows.height())
    place, share = rows.position()
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        slow.set()
    assert window.reading_view.isVisible()
    assert window.reading_view.position()[0] == place and abs(window.reading_view.position()[1] - share) < 0.01
    assert place > 3 and window.reading_view.model().rowCount() == 99
    qtbot.waitUntil(lambda: first_rows(opened) is None, timeout=PATIENCE)


def test_which_page_is_being_recognised_is_told_below_what_is_shown(
    opened: Tospalt, slow: Event, qtbot: QtBot, long: Path
) -> None:
    words = "Recognising text: page 3 of 12"
    (folder := long.parent / "skannet").mkdir()
    scan = long.rename(folder / long.name)
    opened.window.open_files([scan])
    qtbot.waitUntil(lambda: first_rows(opened) is not None, timeout=PATIENCE)

    def told() -> list[str]:
        return [unbroken(label.text()) for label in opened.window.findChildren(Label)]

    qtbot.waitUntil(lambda: f"Opening “treg”… {words}" in told(), timeout=PATIENCE)
    scan.write_text("Nå er den lest, og det er fint for alle.", "utf-8")
    opened.window.documents.close_document()
    slow.set()
    slow.clear()
    opened.window.open_files([scan])
    qtbot.waitUntil(lambda: opened.window.page.hint == words, timeout=PATIENCE)
    assert opened.window.page.isVisible() and opened.window.page.heading == "Opening “treg”…"


def test_a_beginning_is_not_shown_of_what_was_left_behind_it(
    opened: Tospalt, slow: Event, qtbot: QtBot, long: Path
) -> None:
    opened.window.documents.open_again(long, 98, 0.0)
    qtbot.waitUntil(lambda: opened.window.page.heading == "Opening “treg”…", timeout=PATIENCE)
    assert first_rows(opened) is None


def test_another_document_opened_meanwhile_takes_the_place_of_a_beginning(
    opened: Tospalt, slow: Event, qtbot: QtBot, long: Path
) -> None:
    other = long.with_name("annet.txt")
    other.write_bytes(long.read_bytes())
    opened.window.open_files([long])
    qtbot.waitUntil(lambda: first_rows(opened) is not None, timeout=PATIENCE)
    rows = first_rows(opened)
    assert rows is not None
    rows.verticalScrollBar().setValue(3 * rows.height())
    with qtbot.waitSignal(opened.document.opened, timeout=PATIENCE):
        opened.window.open_files([other])
    slow.set()
    assert opened.window.reading_view.isVisible() and opened.window.reading_view.position() == (0, 0.0)


def test_a_document_taken_from_the_library_while_it_is_read_is_not_waited_for(
    opened: Tospalt, slow: Event, qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = opened.window, tmp_path / "treg.txt"
    path.write_text("Nå er den lest, og det er fint for alle.", "utf-8")
    window.open_files([path])
    qtbot.waitUntil(lambda: window.page.heading == "Opening “treg”…", timeout=PATIENCE)
    window.documents.close_document()
    assert window.page.heading == "Choose a document to read" and window.windowTitle() == "Tospalt"


def test_a_file_that_has_come_back_is_opened_by_trying_again(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "borte.txt"
    page = unreadable(program, qtbot, path)
    assert page.heading == "“borte” cannot be shown"
    assert page.hint == f"“{path}” does not exist.\nFind out where the file is, then try again."
    assert QApplication.focusWidget() is page.buttons[0]
    path.write_text("Nå er den her igjen, og det er fint for alle som vil lese den.", "utf-8")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        press(program, "Try again")
    assert program.window.reading_view.isVisible()
    assert not page.isVisible()


@pytest.mark.parametrize("content", ["", " \n\n \n"])
def test_a_document_without_text_says_so(content: str, program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "tom.txt"
    path.write_text(content)
    page = unreadable(program, qtbot, path)
    assert page.heading == "There is no text in “tom”"
    assert page.hint.endswith("Add some text to the file, then try again.")


def test_a_text_taken_for_the_wrong_language_can_be_read_as_another(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    page = foreign(program, qtbot, tmp_path)
    assert page.heading == "Cannot translate from Swedish to English"
    assert page.hint.endswith(
        "The document seems to be in Swedish. Choose another language, or install a language package."
    )
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        press(program, "Read as Norwegian Bokmål")
    assert program.document.text is not None
    assert program.document.text.source_language == "nb"
    qtbot.waitUntil(lambda: program.window.status.caption == "1 paragraph translated", timeout=PATIENCE)
    assert program.window.reading_view.isVisible()


def test_the_page_of_a_language_that_is_not_translated_leads_to_the_language_packages(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    page = foreign(program, qtbot, tmp_path)
    assert QApplication.focusWidget() is page.buttons[0]
    with qtbot.waitSignal(program.window.packages_wanted, timeout=PATIENCE):
        press(program, "Language packages…")


def test_the_original_can_be_read_all_the_same(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    page = foreign(program, qtbot, tmp_path)
    press(program, "Show the original")
    assert program.window.reading_view.isVisible() and not page.isVisible()
    assert QApplication.focusWidget() is program.window.reading_view


def test_the_page_is_shown_in_the_new_language_when_that_changes(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    foreign(program, qtbot, tmp_path)
    program.preferences.change(interface_language="nb")
    expected = "Kan ikke oversette fra svensk til engelsk"
    qtbot.waitUntil(lambda: program.window.page.heading == expected, timeout=PATIENCE)
    assert program.window.page.isVisible()


def test_a_very_long_name_does_not_widen_the_window(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    width = program.window.minimumSizeHint().width()
    page = unreadable(program, qtbot, tmp_path / f"{'langtnavn' * 25}.txt")
    assert f"{'langtnavn' * 25}.txt" in page.hint
    assert program.window.minimumSizeHint().width() <= max(width, 640)


def show_library(program: Tospalt, qtbot: QtBot) -> None:
    """Show it again in a window that is so narrow that it hides it."""
    library = program.window.library.view
    qtbot.waitUntil(lambda: not library.isVisible(), timeout=PATIENCE)
    program.window.actions_["library"].trigger()
    qtbot.waitUntil(library.isVisible, timeout=PATIENCE)


def test_the_buttons_of_a_page_are_whole_in_the_smallest_window(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    page = foreign(program, qtbot, tmp_path)
    program.window.resize(program.window.minimumSize())
    show_library(program, qtbot)
    buttons = page.buttons
    qtbot.waitUntil(lambda: buttons[-1].y() > buttons[0].y(), timeout=PATIENCE)
    assert all(button.width() >= button.sizeHint().width() for button in buttons)
    assert all(page.rect().contains(button.geometry()) for button in buttons)


def test_a_page_with_more_than_there_is_room_for_is_scrolled_and_nothing_of_it_cut(
    program: Tospalt, qtbot: QtBot
) -> None:
    window, folder = program.window, Path("/a folder with a long name") / "and another one in it with a longer name"
    folder = folder / "a third one with a name that takes several lines of a page that is as narrow as this one is here"
    window.resize(window.minimumSize())
    show_library(program, qtbot)
    shelf = window._services.shelf
    window._pages.missing(shelf.wanted(folder / "minutes of the meeting.docx"), folder / "minutes of the meeting.docx")
    for _ in range(3):
        QApplication.sendPostedEvents()
    page = window.page
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
    area = page.findChild(QScrollArea)
    assert isinstance(area, QScrollArea) and area.verticalScrollBar().maximum() > 0
    assert area.focusPolicy() is Qt.FocusPolicy.TabFocus
    last = page.buttons[-1]
    window.activateWindow()
    page.buttons[-2].setFocus()
    qtbot.waitUntil(page.buttons[-2].hasFocus, timeout=PATIENCE)
    qtbot.keyClick(page.buttons[-2], Qt.Key.Key_Tab)
    assert last.hasFocus() and last.visibleRegion().boundingRect() == last.rect()
    window.resize(1180, 780)
    for _ in range(3):
        QApplication.sendPostedEvents()
    assert area.focusPolicy() is Qt.FocusPolicy.NoFocus
