from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from reader.parallel import Column, ParallelText, Row, RowTranslated, SentencePair, State, Version, VersionMade
from reader.search import SOURCE, TARGET
from reader.text import Box, BoxKind, Document, Kind, Paragraph, Span, outline
from tests.ui.patience import PATIENCE
from ui.app import Tospalt
from ui.navigation.controller import Navigation
from ui.navigation.find_bar import FindBar
from ui.navigation.finder import MANY, Tally
from ui.navigation.outline import OutlineModel
from ui.reading.style import Looks
from ui.reading.typography import load_fonts
from ui.reading.view import ReadingView
from ui.toolkit.theme import load_theme

Hit = tuple[int, int, Span]


class WatchedView(ReadingView):
    """The real view, which also records what it was told to mark and to show."""

    found: Mapping[tuple[int, int], Sequence[Span]] = {}
    current: Hit | None = None
    shown: tuple[Hit, ...] = ()

    def set_found(self, found: Mapping[tuple[int, int], Sequence[Span]], current: Hit | None) -> None:
        self.found, self.current = found, current
        super().set_found(found, current)

    def reveal(self, row: int, column: int, span: Span, sentence: int | None = None) -> None:
        self.shown = (*self.shown, (row, column, span))
        super().reveal(row, column, span, sentence)


def referring(count: int) -> ParallelText:
    """Paragraphs, then a note and a place called "slutten"."""
    note = Paragraph("Bakt i går.", Kind.NOTE, within=(Box(BoxKind.NOTE, 0, label="1"),))
    found = (*(Paragraph(f"Avsnitt {number} med litt tekst.") for number in range(count)), note, Paragraph("Slutt."))
    document = Document("T", found, None, "nb", certain=True, targets={"slutten": count + 1})
    return ParallelText.untranslated(document, "nb", "en")


class Desk:
    """A view with its bars and its outline, laid out as in the window."""

    def __init__(self, qtbot: QtBot) -> None:
        load_fonts()
        self.qtbot, theme = qtbot, load_theme("light")
        self.view = WatchedView(Looks(theme, 13))
        self.navigation = Navigation(self.view, theme, outline_shown=True)
        self.find, self.go_to = self.navigation.parts.find, self.navigation.parts.go_to
        self.outline = self.navigation.parts.outline
        self.window = QWidget()
        layout = QVBoxLayout(self.window)
        for widget in (self.view, self.outline, self.go_to, self.find):
            layout.addWidget(widget, int(widget is self.view))
        qtbot.addWidget(self.window)
        self.window.resize(800, 700)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.do = self.navigation.handlers()

    def show(self, *pairs: tuple[str, str]) -> ParallelText:
        return self.show_text(text_of(*pairs))

    def show_text(self, text: ParallelText) -> ParallelText:
        self.view.show_text(text)
        self.navigation.show_text(text)
        return text

    def look_for(self, words: str) -> str:
        """Type words into the find bar; returns what it says when the search is complete."""
        self.do["find"]()
        self.qtbot.keyClicks(self.find.field, words)
        return self.said()

    def said(self) -> str:
        self.qtbot.waitUntil(lambda: self.navigation._finder.tally.complete, timeout=PATIENCE)
        return self.find.count.text()


def row_of(source: str, target: str, kind: Kind = Kind.PARAGRAPH) -> Row:
    state = State.DONE if target else State.PENDING
    pair = SentencePair((0, len(source)), (0, len(target)))
    return Row(
        Paragraph(source, kind, level=2 if kind is Kind.HEADING else 0), target, state, (pair,) if target else ()
    )


def text_of(*pairs: tuple[str, str]) -> ParallelText:
    """A text of these pairs; a source that begins with "# " is a heading."""
    rows = [row_of(s.removeprefix("# "), t, Kind.HEADING if s.startswith("# ") else Kind.PARAGRAPH) for s, t in pairs]
    document = Document("Tittel", tuple(row.source for row in rows), None, "nb", certain=True)
    return ParallelText(document, "nb", "en", (), rows)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


SHORES = (("Sjøen er stor.", "The sea is large."), ("Båten er her.", "Her ferry is in."), ("En sjø.", "A sea."))


def test_the_hits_of_both_columns_are_counted_marked_and_visited_in_order(desk: Desk) -> None:
    desk.show(*SHORES)
    assert desk.look_for("er ") == "1 of 3"
    assert desk.view.found == {(0, 0): ((6, 9),), (1, 0): ((6, 9),), (1, 1): ((1, 4),)}
    for expected, position in (("2 of 3", (1, 0, (6, 9))), ("3 of 3", (1, 1, (1, 4))), ("1 of 3 ↻", (0, 0, (6, 9)))):
        desk.do["find_next"]()
        assert (desk.said(), desk.view.current) == (expected, position)
    desk.do["find_previous"]()
    assert (desk.said(), desk.view.current) == ("3 of 3 ↻", (1, 1, (1, 4)))


def test_words_are_found_without_their_diacritics(desk: Desk) -> None:
    desk.show(*SHORES)
    assert desk.look_for("sjo") == "1 of 2"


def test_the_digits_of_large_numbers_of_hits_are_grouped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.navigation.find_bar.MANY", 2000)
    desk.show(*SHORES)
    desk.look_for("er")
    for tally, words in ((Tally(1234, 1500), "1,234 of 1,500"), (Tally(0, 3000), "more than 2,000")):
        desk.find.show_tally(tally)
        assert desk.find.count.text() == words


@pytest.mark.parametrize(
    ("key", "modifier", "row"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 2),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, 2),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier, 4),
    ],
)
def test_return_goes_on_and_with_shift_back(
    desk: Desk, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier, row: int
) -> None:
    desk.show(("ja", "x"), ("x", "x"), ("ja", "x"), ("x", "x"), ("ja", "x"))
    desk.look_for("ja")
    qtbot.keyClick(desk.find.field, key, modifier)
    assert desk.view.current == (row, SOURCE, (0, 2))


def test_what_is_not_there_is_said_in_words_and_nothing_is_marked(desk: Desk) -> None:
    desk.show(*SHORES)
    desk.look_for("sjø")
    desk.find.field.setText("fjell")
    assert (desk.said(), desk.view.found, desk.view.current) == ("Not found", {}, None)
    desk.find.field.clear()
    assert desk.said() == ""


@pytest.mark.parametrize(
    ("option", "count"),
    [
        ("", "1 of 6"),
        ("match_case", "1 of 5"),
        ("whole_words", "1 of 4"),
        ("original", "1 of 4"),
        ("translation", "1 of 2"),
    ],
)
def test_options_narrow_the_search(desk: Desk, option: str, count: str) -> None:
    desk.show(("om Om ombord om", "om omtrent"))
    desk.look_for("om")
    if option in ("match_case", "whole_words"):
        getattr(desk.find, option).click()
    elif option:
        desk.find.where.setCurrentIndex(1 if option == "original" else 2)
    assert desk.said() == count


def test_only_what_is_shown_is_searched(desk: Desk) -> None:
    desk.show(("om og om", "om"))
    desk.look_for("om")
    for view, count in (("translation", "1 of 1"), ("original", "1 of 2"), ("stacked", "1 of 3"), ("both", "1 of 3")):
        desk.view.configure(Looks(load_theme("light"), view=view))
        desk.navigation.look_at_columns()
        assert (desk.said(), desk.find.where.isEnabled()) == (count, view in ("both", "stacked"))


def further(desk: Desk) -> ParallelText:
    """A text with back-translations and a note, all of them shown: the note before the rest."""
    text = desk.show(("en båt", "a boat"), ("båten", "the boat"))
    text.apply(VersionMade(0, Version(Column.BACK, "en båt")))
    text.apply(VersionMade(1, Version(Column.NOTES, "Hvilken båt er båten?")))
    shown = (Column.NOTES, Column.ORIGINAL, Column.TRANSLATION, Column.BACK)
    desk.view.configure(Looks(load_theme("light"), columns=shown, shares=(1.0,) * 4))
    desk.view.rows_changed([0, 1])
    desk.navigation.look_at_columns()
    return text


def test_further_columns_are_searched_in_the_order_in_which_they_are_shown(desk: Desk) -> None:
    further(desk)
    assert desk.look_for("båt") == "1 of 5"
    visited = [(0, Column.ORIGINAL, (3, 6)), (0, Column.BACK, (3, 6)), (1, Column.NOTES, (8, 11))]
    visited += [(1, Column.NOTES, (15, 18)), (1, Column.ORIGINAL, (0, 3))]
    for number, hit in enumerate(visited, 1):
        assert (desk.said(), desk.view.current) == (f"{number} of 5", hit)
        assert (
            desk.view.caret.place is not None and (desk.view.caret.place.row, desk.view.caret.place.column) == hit[:2]
        )
        desk.do["find_next"]()
    assert desk.view.found[1, Column.NOTES] == ((8, 11), (15, 18))
    desk.do["find_previous"]()
    assert (desk.said(), desk.view.current) == ("5 of 5 ↻", visited[-1])


def test_one_of_the_columns_alone_can_be_searched_and_what_is_hidden_is_not(desk: Desk) -> None:
    further(desk)
    where = desk.find.where
    names = ["All columns", "Notes", "Original", "Translation", "Back-translation"]
    assert [where.itemText(n) for n in range(where.count())] == names
    desk.look_for("båt")
    where.setCurrentIndex(names.index("Notes"))
    assert desk.said() == "1 of 2"
    desk.view.configure(Looks(load_theme("light")))
    desk.navigation.look_at_columns()
    assert desk.said() == "1 of 2" and where.currentText() == "Both texts"
    assert {column for _, column in desk.view.found} == {Column.ORIGINAL}


def test_what_arrives_in_a_further_column_is_found_and_the_current_hit_stays(desk: Desk) -> None:
    text = further(desk)
    desk.look_for("båt")
    text.apply(VersionMade(0, Version(Column.NOTES, "Båt!")))
    text.apply(VersionMade(1, Version(Column.NOTES, "")))
    desk.view.rows_changed([0, 1])
    desk.navigation.rows_changed([0, 1])
    desk.qtbot.waitUntil(lambda: desk.find.count.text() == "2 of 4", timeout=PATIENCE)
    assert desk.view.current == (0, Column.ORIGINAL, (3, 6)) and desk.view.found[0, Column.NOTES] == ((0, 3),)


def test_more_hits_than_are_counted_can_still_be_stepped_through(desk: Desk) -> None:
    desk.show(*[("en en en", "x")] * (MANY // 3 + 2))
    assert desk.look_for("en") == f"more than {MANY}"
    desk.do["find_previous"]()
    assert desk.view.current == (MANY // 3 + 1, SOURCE, (6, 8))
    assert desk.said() == f"more than {MANY} ↻"


def test_a_long_text_is_searched_between_the_windows_events(desk: Desk) -> None:
    desk.show_text(text_of(*[(f"Avsnitt nummer {i} på norsk", f"Paragraph {i}") for i in range(12_000)], ("sist", "x")))
    desk.do["find"]()
    desk.find.field.setText("sist")
    assert desk.find.count.text() == "Searching…"
    assert desk.said() == "1 of 1"
    assert desk.view.current == (12_000, SOURCE, (0, 4))


def test_going_back_before_the_search_is_done_waits_for_the_end_of_the_text(desk: Desk) -> None:
    desk.show_text(text_of(*[(f"Avsnitt nummer {i} på norsk", f"Paragraph {i}") for i in range(12_000)]))
    desk.do["find"]()
    desk.find.field.setText("avsnitt")
    desk.do["find_previous"]()
    assert desk.view.current == (0, SOURCE, (0, 7))
    desk.said()
    assert desk.view.current == (11_999, SOURCE, (0, 7))


def test_a_new_translation_is_searched_without_moving_the_current_hit(desk: Desk, qtbot: QtBot) -> None:
    text = desk.show(("hus", ""), ("x", "hus"), ("hus", "hus"))
    desk.look_for("hus")
    desk.do["find_next"]()
    assert (desk.said(), desk.view.current) == ("2 of 4", (1, TARGET, (0, 3)))
    shown = desk.view.shown
    text.apply(RowTranslated(0, row_of("hus", "hus, hus")))
    desk.view.rows_changed([0])
    desk.navigation.rows_changed([0])
    qtbot.waitUntil(lambda: desk.find.count.text() == "4 of 6", timeout=PATIENCE)
    assert (desk.view.current, desk.view.shown) == ((1, TARGET, (0, 3)), shown)
    assert desk.view.found[0, TARGET] == ((0, 3), (5, 8))


def test_a_current_hit_that_is_edited_away_is_current_no_more(desk: Desk, qtbot: QtBot) -> None:
    text = desk.show(("x", "hus"), ("x", "hus"), ("x", "hus"))
    desk.look_for("hus")
    desk.do["find_next"]()
    text.apply(RowTranslated(1, row_of("x", "hytte")))
    desk.view.rows_changed([1])
    desk.navigation.rows_changed([1])
    qtbot.waitUntil(lambda: desk.find.count.text() == "2 found", timeout=PATIENCE)
    desk.do["find_next"]()
    assert desk.view.current == (2, TARGET, (0, 3))


def test_while_words_are_typed_the_search_begins_where_it_was_begun(desk: Desk, qtbot: QtBot) -> None:
    desk.show(("x", "y"), ("fjord", "y"), ("fjell", "y"), ("fjord", "y"))
    desk.look_for("fje")
    assert desk.view.current == (2, SOURCE, (0, 3))
    qtbot.keyClick(desk.find.field, Qt.Key.Key_Backspace)
    desk.said()
    assert desk.view.current == (1, SOURCE, (0, 2))


def test_the_next_hit_is_looked_for_from_where_the_reader_put_the_caret(desk: Desk, qtbot: QtBot) -> None:
    desk.show(*[("ja", "x")] * 5)
    desk.look_for("ja")
    for _ in range(3):
        qtbot.keyClick(desk.view, Qt.Key.Key_Down)
    desk.do["find_next"]()
    assert desk.view.current == (3, SOURCE, (0, 2))


def test_find_again_selects_the_words_in_the_field(desk: Desk) -> None:
    desk.show(*SHORES)
    desk.look_for("sjø")
    desk.view.setFocus()
    desk.do["find"]()
    assert desk.find.field.selectedText() == "sjø"
    assert desk.find.field.hasFocus()


def test_what_is_selected_in_the_text_is_looked_for(desk: Desk, qtbot: QtBot) -> None:
    desk.show(("hus", "house"), ("Mitt hus er her.", "My house is here."))
    shift = Qt.KeyboardModifier.ShiftModifier
    for again in range(2):
        desk.view.go_to(1)
        desk.view.setFocus()
        for _ in range(2):
            qtbot.keyClick(desk.view, Qt.Key.Key_Right, shift)
        selected = desk.view.selection.text
        assert selected.startswith("Mitt")
        desk.do["find"]()
        assert (desk.said(), desk.find.field.selectedText()) == ("1 of 1", selected), again
        desk.find.close_bar()


def test_escape_closes_the_bar_clears_the_marks_and_gives_the_text_the_keyboard(desk: Desk, qtbot: QtBot) -> None:
    desk.show(*SHORES)
    desk.look_for("sjø")
    qtbot.keyClick(desk.find.field, Qt.Key.Key_Escape)
    assert desk.find.isHidden() and desk.view.hasFocus()
    assert (desk.view.found, desk.view.current) == ({}, None)
    desk.do["find_next"]()  # opens it again with the same words
    assert (desk.said(), desk.find.isHidden()) == ("1 of 2", False)


def test_another_text_is_searched_for_the_same_words_without_moving(desk: Desk) -> None:
    desk.show(*SHORES)
    desk.look_for("sjø")
    desk.show(("x", "y"), ("sjø", "y"))
    assert (desk.said(), desk.view.current) == ("1 found", None)
    assert desk.view.found == {(1, SOURCE): ((0, 3),)}


@pytest.mark.parametrize("width", [420, 1400])
def test_the_bar_has_room_for_everything_at_every_width(desk: Desk, qtbot: QtBot, width: int) -> None:
    desk.show(*SHORES)
    desk.window.resize(width, 600)
    desk.do["find"]()
    bar = desk.find
    qtbot.waitUntil(lambda: bar.height() == bar.heightForWidth(bar.width()), timeout=PATIENCE)
    below = width < 1400
    qtbot.waitUntil(lambda: (bar.match_case.y() > bar.field.geometry().bottom()) == below, timeout=PATIENCE)
    assert desk.window.width() == width
    for widget in (bar.field, bar.count, bar.match_case, bar.whole_words, bar.where, bar.close_button):
        assert bar.rect().contains(widget.geometry())
        assert widget.width() >= min(widget.sizeHint().width(), 100)


@pytest.mark.parametrize(
    ("typed", "row"), [("1", 0), ("2", 2), ("#3", 3), ("1 002", 1002), ("1,002", 1002)], ids=lambda value: str(value)
)
def test_a_number_of_the_margin_leads_to_its_paragraph(desk: Desk, qtbot: QtBot, typed: str, row: int) -> None:
    desk.show(("ett", "x"), ("# Overskrift", "x"), *[("mer", "x")] * 1500)
    desk.do["go_to"]()
    qtbot.keyClicks(desk.go_to.field, typed)
    with qtbot.waitSignal(desk.go_to.chosen, timeout=PATIENCE) as chosen:
        qtbot.keyClick(desk.go_to.field, Qt.Key.Key_Return)
    assert chosen.args == [row]
    assert desk.view.highlighter.sentence is not None and desk.view.highlighter.sentence.row == row
    assert desk.go_to.isHidden() and desk.view.hasFocus()


def test_in_an_empty_field_nothing_is_selected(desk: Desk) -> None:
    desk.show(("ett", "x"))
    for field, command in ((desk.go_to.field, "go_to"), (desk.find.field, "find")):
        changes = list[None]()
        field.selectionChanged.connect(lambda changes=changes: changes.append(None))  # which screen readers are told
        desk.do[command]()
        assert field.hasFocus() and changes == []
        field.setText("1")
        desk.do[command]()
        assert field.selectedText() == "1"


def test_where_one_paragraph_has_a_number_there_is_no_range(desk: Desk, qtbot: QtBot) -> None:
    desk.show(("ett", "x"))
    desk.do["go_to"]()
    assert desk.go_to.hint.text() == "1"
    qtbot.keyClicks(desk.go_to.field, "2")
    qtbot.keyClick(desk.go_to.field, Qt.Key.Key_Return)
    assert desk.go_to.hint.text() == "There is no paragraph 2. Type a number (1)."


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("3", "There is no paragraph 3. Type a number (1 to 2)."),
        ("0", "There is no paragraph 0. Type a number (1 to 2)."),
        ("1234", "There is no paragraph 1,234. Type a number (1 to 2)."),
        ("99999999999999999999", "Type a number (1 to 2)."),
        ("to", "Type a number (1 to 2)."),
        ("-1", "Type a number (1 to 2)."),
        ("", "Type a number (1 to 2)."),
    ],
)
def test_a_number_that_is_none_is_said_to_be_so(desk: Desk, qtbot: QtBot, typed: str, words: str) -> None:
    desk.show(("ett", "x"), ("# Overskrift", "x"), ("to", "x"))
    desk.do["go_to"]()
    assert desk.go_to.hint.text() == "1 to 2"
    qtbot.keyClicks(desk.go_to.field, typed)
    with qtbot.assertNotEmitted(desk.go_to.chosen):
        qtbot.keyClick(desk.go_to.field, Qt.Key.Key_Return)
    assert desk.go_to.hint.text() == words
    qtbot.keyClick(desk.go_to.field, Qt.Key.Key_Escape)
    assert desk.go_to.isHidden() and desk.view.hasFocus()


CHAPTERS = [
    pair
    for chapter in ("Oslo", "Bergen", "Tromsø")
    for pair in [(f"# {chapter}", f"{chapter} in English"), *[("Tekst. " * 40, "Text. " * 40)] * 4]
]


def test_the_outline_marks_the_section_that_is_read(desk: Desk, qtbot: QtBot) -> None:
    desk.show(*CHAPTERS)
    assert desk.outline.reading == "Oslo"
    desk.view.go_to(6)
    qtbot.waitUntil(lambda: desk.outline.reading == "Bergen", timeout=PATIENCE)
    bar = desk.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: desk.outline.reading == "Tromsø", timeout=PATIENCE)


@pytest.mark.parametrize("way", ["key", "click"])
def test_a_heading_of_the_outline_leads_to_its_section(desk: Desk, qtbot: QtBot, way: str) -> None:
    desk.show(*CHAPTERS)
    index = desk.outline.model().index(1, 0)
    if way == "key":
        desk.outline.setFocus()
        qtbot.keyClick(desk.outline, Qt.Key.Key_Down)
        qtbot.keyClick(desk.outline, Qt.Key.Key_Return)
    else:
        point = desk.outline.visualRect(index).center()
        qtbot.mouseClick(desk.outline.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert desk.view.highlighter.sentence is not None and desk.view.highlighter.sentence.row == 5
    assert desk.view.hasFocus()


def test_moving_in_the_outline_with_the_keyboard_marks_no_other_section(desk: Desk, qtbot: QtBot) -> None:
    desk.show(*CHAPTERS)
    desk.outline.setFocus()
    qtbot.keyClick(desk.outline, Qt.Key.Key_Down)
    assert desk.outline.currentIndex().data() == "Bergen"
    assert desk.outline.reading == "Oslo"


def test_a_document_without_headings_has_no_outline_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.show(*CHAPTERS)
    assert not desk.outline.isHidden()
    desk.show(*SHORES)
    assert desk.outline.isHidden()
    with qtbot.waitSignal(desk.navigation.notice, timeout=PATIENCE) as notice:
        desk.do["outline"]()
    assert notice.args == ["This document has no headings."]
    desk.show(*CHAPTERS)
    assert not desk.outline.isHidden()


def test_the_outline_is_told_to_a_screen_reader_with_the_section_that_is_read(desk: Desk) -> None:
    desk.show(*CHAPTERS)
    tree = QAccessible.queryAccessibleInterface(desk.outline)
    assert tree.text(QAccessible.Text.Name) == "Outline"
    names = [tree.child(number).text(QAccessible.Text.Name) for number in range(tree.childCount())]
    assert [name for name in names if not name.isdigit()] == ["Oslo, current section", "Bergen", "Tromsø"]
    assert desk.outline.model().index(2, 0).data(Qt.ItemDataRole.ToolTipRole) == "Tromsø\nTromsø in English"


def test_the_outline_is_a_sound_model(qtmodeltester: ModelTester) -> None:
    model = OutlineModel()
    qtmodeltester.check(model)
    paragraphs = [Paragraph(f"Nivå {level}", Kind.HEADING, level=level) for level in (1, 2, 3, 2, 1, 3)]
    model.set_outline(outline(paragraphs), None)
    model.set_reading(2)
    qtmodeltester.check(model)


# Back


def test_back_returns_to_where_the_reader_was(desk: Desk, qtbot: QtBot) -> None:
    possible: list[bool] = []
    desk.navigation.back_changed.connect(possible.append)
    desk.show_text(referring(200))
    desk.view.go_to(40)
    before = desk.view.whereabouts()
    assert desk.navigation.jump("#note:0") and desk.navigation.jump("#slutten")
    assert desk.view.whereabouts() != before and possible == [False, True, True]
    desk.navigation.back()
    assert desk.view.caret.place is not None and desk.view.caret.place.row == 200
    desk.navigation.back()
    assert desk.view.whereabouts() == before and possible[-1] is False
    desk.navigation.back()
    assert desk.view.whereabouts() == before


def test_the_outline_can_be_left_by_going_back(desk: Desk) -> None:
    desk.show(*CHAPTERS)
    before = desk.view.whereabouts()
    desk.outline.chosen.emit(2)
    desk.navigation.back()
    assert desk.view.whereabouts() == before


def test_back_leads_from_a_search_to_where_it_began_and_from_there_to_before_that(desk: Desk) -> None:
    desk.show_text(referring(200))
    beginning = desk.view.whereabouts()
    desk.go_to.chosen.emit(99)
    there = desk.view.whereabouts()
    desk.do["find"]()
    for typed in ("Avsnitt 1", "Avsnitt 15", "Avsnitt 150"):
        desk.find.field.setText(typed)
        desk.said()
    desk.do["find_next"]()
    assert desk.view.current is not None and desk.view.current[0] == 150
    desk.navigation.back()
    assert desk.view.whereabouts() == there
    desk.navigation.back()
    assert desk.view.whereabouts() == beginning


def test_back_leads_to_where_the_reader_went_between_two_hits(desk: Desk) -> None:
    desk.show_text(referring(200))
    desk.look_for("litt")
    desk.do["find_next"]()
    desk.view.go_to(120)
    there = desk.view.whereabouts()
    desk.do["find_next"]()
    desk.do["find_next"]()
    desk.navigation.back()
    assert desk.view.whereabouts() == there


def test_a_link_to_nowhere_goes_nowhere(desk: Desk) -> None:
    assert not desk.navigation.jump("#slutten")
    desk.show_text(referring(20))
    before = desk.view.whereabouts()
    assert not desk.navigation.jump("#borte")
    desk.navigation.back()
    assert desk.view.whereabouts() == before


def test_there_is_no_way_back_into_another_text(desk: Desk) -> None:
    desk.show_text(referring(200))
    assert desk.navigation.jump("#slutten")
    desk.show_text(referring(100))
    before = desk.view.whereabouts()
    desk.navigation.back()
    assert desk.view.whereabouts() == before


def test_another_window_on_the_text_can_go_back_too(desk: Desk) -> None:
    text = desk.show_text(referring(200))
    before = desk.view.whereabouts()
    assert desk.navigation.jump("#slutten")
    other = Navigation(desk.view, load_theme("light"), outline_shown=False)
    other.show_text(text)
    other.take_over(desk.navigation)
    other.back()
    assert desk.view.whereabouts() == before


# In the real window


def opened(program: Tospalt, qtbot: QtBot, folder: Path) -> None:
    path = folder / "reise.md"
    path.write_text("# Reise\n\nFørst.\n\n## Oslo\n\nByen er stor.\n\n## Bergen\n\nDet regner.\n", "utf-8")
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.open_files([path])


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key as the system does: shortcuts come first."""
    override = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    QApplication.sendEvent(widget, override)
    assert override.isAccepted()
    QApplication.sendEvent(widget, QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def test_escape_in_a_bar_does_not_cancel_the_translation(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    opened(program, qtbot, tmp_path)
    window, bar = program.window, program.window.navigation.parts.find
    window.actions_["find"].trigger()
    running = program.translation.translating
    press(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden() and program.translation.translating == running
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    assert program.document.text is not None and not program.document.text.outstanding()


def test_what_arrives_while_one_searches_is_found(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    opened(program, qtbot, tmp_path)
    window = program.window
    window.actions_["find"].trigger()
    window.navigation.parts.find.field.setText("Bergen")
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)
    qtbot.waitUntil(lambda: window.navigation.parts.find.count.text() == "1 of 2", timeout=PATIENCE)


def test_a_closed_document_closes_the_bars_and_their_commands(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    window = program.window
    names = ("find", "find_next", "find_previous", "go_to", "outline")
    assert not any(window.actions_[name].isEnabled() for name in names)
    opened(program, qtbot, tmp_path)
    for name in ("outline", "find", "go_to"):
        window.actions_[name].trigger()
    parts = window.navigation.parts
    assert parts.find.isVisible() and parts.go_to.isVisible() and parts.outline.isVisible()
    window.actions_["remove"].trigger()
    assert not (parts.find.isVisible() or parts.go_to.isVisible() or parts.outline.isVisible())
    assert not any(window.actions_[name].isEnabled() for name in names)


def test_the_outline_and_its_width_are_remembered(start: Callable[[], Tospalt], qtbot: QtBot, tmp_path: Path) -> None:
    program = start()
    program.window.resize(780, 700)
    opened(program, qtbot, tmp_path)
    program.window.actions_["outline"].trigger()
    splitter = program.window.panels
    splitter.moveSplitter(580, 2)  # by dragging
    width = splitter.sizes()[2]
    program.window.close()
    again = start()
    assert again.window.navigation.parts.outline.isHidden()
    opened(again, qtbot, tmp_path)
    assert again.window.navigation.parts.outline.isVisible()
    qtbot.waitUntil(lambda: abs(again.window.panels.sizes()[2] - width) <= 2, timeout=PATIENCE)
    again.window.actions_["outline"].trigger()
    assert (again.window.settings.outline_shown, again.window.settings.outline_width) == (False, width)


def test_in_a_narrow_bar_that_nothing_was_found_can_be_read_whole(qtbot: QtBot) -> None:
    bar = FindBar(load_theme("light"))
    qtbot.addWidget(bar)
    bar.open_bar("finnes ikke")
    bar.show_tally(Tally(complete=True))
    bar.resize(bar.minimumSizeHint())
    QApplication.processEvents()
    assert bar.count.text() == "Not found"
    assert bar.count.width() >= bar.count.fontMetrics().horizontalAdvance(bar.count.text())
