"""The concordance in the window."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from pytestqt.qtbot import QtBot

from reader.parallel import Hypothesis
from tests.ui.editing.sentence import begin
from tests.ui.patience import PATIENCE
from tests.ui.reading.texts import at_word, click
from ui.app import Tospalt
from ui.concordance.dialog import ConcordanceDialog
from ui.concordance.lines import line_of
from ui.reading.places import Place

PACKAGE = "translate-nb_en 1.9 88888888 nb en"
_ROLE = Qt.ItemDataRole.AccessibleTextRole
_CONTROL = Qt.KeyboardModifier.ControlModifier


def look_up(program: Tospalt, qtbot: QtBot, words: str | None = None) -> ConcordanceDialog:
    program.window.actions_["concordance"].trigger()
    return found(program, qtbot, words)


def found(program: Tospalt, qtbot: QtBot, words: str | None = None) -> ConcordanceDialog:
    (dialog,) = program.window.findChildren(ConcordanceDialog)
    if words is not None:
        dialog.field.setText(words)
    qtbot.waitUntil(lambda: not program.window.concordance.searching, timeout=PATIENCE)
    return dialog


def listed(dialog: ConcordanceDialog) -> list[tuple[str, list[str]]]:
    """The groups with their hits, as a screen reader is told."""
    model = dialog.list.hits
    tops = [model.index(row, 0, QModelIndex()) for row in range(model.rowCount())]
    return [
        (top.data(_ROLE), [model.index(row, 0, top).data(_ROLE) for row in range(model.rowCount(top))]) for top in tops
    ]


def remember(program: Tospalt, source: str, target: str, ours: str, theirs: str) -> None:
    start, other = source.index(ours), target.index(theirs)
    links = ((start, start + len(ours), other, other + len(theirs), 1.0),)
    program.window.concordance.memory.store(PACKAGE, {source: Hypothesis(target, -1.0, links)})


def test_the_word_at_the_caret_is_looked_up_in_the_document_and_the_memory(opened: Tospalt, qtbot: QtBot) -> None:
    remember(opened, "Hundene løp.", "The hounds ran.", "Hundene", "hounds")
    opened.window.reading_view.move_caret(Place(0, 0, 0), (0, 6))
    dialog = look_up(opened, qtbot)
    assert dialog.field.text() == "Hunden" and dialog.language.currentData() == "nb"
    groups = dict(listed(dialog))
    assert groups["hound · 1"] == ["Hundene løp. · The hounds ran. · Translation memory"]
    here = [hit for title, hits in groups.items() if not title.startswith("hound") for hit in hits]
    assert [hit.split(" · ")[2] for hit in here] == ["Paragraph 1", "Paragraph 2"]
    dialog.field.setText("qwerty")
    assert listed(found(opened, qtbot)) == [] and dialog._message.text() == "Nothing found."


def test_a_word_that_was_clicked_is_looked_up_once_the_pointer_has_left(opened: Tospalt, qtbot: QtBot) -> None:
    view = opened.window.reading_view
    view.move_caret(Place(1, 0, 0))
    click(qtbot, view, at_word(view, 0, 0, 2))
    view.highlighter.leave()
    assert look_up(opened, qtbot).field.text() == "Hunden"


def test_return_goes_to_a_hit_in_the_document(opened: Tospalt, qtbot: QtBot) -> None:
    dialog = look_up(opened, qtbot, "regner")
    assert dialog.go_button.isEnabled() and not dialog.insert_button.isVisible()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    place = opened.window.reading_view.caret.place
    assert not dialog.isVisible() and place is not None and place.row == 1


def test_a_hit_of_the_memory_is_copied_but_nowhere_to_go_to(opened: Tospalt, qtbot: QtBot) -> None:
    remember(opened, "Båten fløt.", "The boat floated.", "Båten", "boat")
    dialog = look_up(opened, qtbot, "båt")
    assert not dialog.go_button.isEnabled()
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.list.setFocus()
    qtbot.keyClick(dialog.list, Qt.Key.Key_C, _CONTROL)
    assert QGuiApplication.clipboard().text() == "Båten fløt.\tThe boat floated."


def test_while_a_sentence_is_edited_words_are_looked_up_and_inserted(opened: Tospalt, qtbot: QtBot) -> None:
    remember(opened, "Hundene løp.", "The hounds ran.", "Hundene", "hounds")
    window = opened.window
    window.activateWindow()
    bar = begin(opened)
    bar.field.setPlainText("hounds sleep")
    cursor = bar.field.textCursor()
    cursor.setPosition(2)
    bar.field.setTextCursor(cursor)
    qtbot.keyClick(bar.field, Qt.Key.Key_K, _CONTROL)
    dialog = found(opened, qtbot)
    assert bar.field.toPlainText() == "hounds sleep"  # nothing was deleted
    assert dialog.field.text() == "hounds" and dialog.language.currentData() == "en"
    assert [title for title, _ in listed(dialog)] == ["hund · 1"]
    cursor.setPosition(0)
    bar.field.setTextCursor(cursor)
    dialog.insert_button.click()
    assert bar.field.toPlainText() == "houndshounds sleep" and not dialog.isVisible()
    bar.field.undo()
    dialog = look_up(opened, qtbot, "hund")
    dialog.language.setCurrentIndex(dialog.language.findData("nb"))
    found(opened, qtbot)
    dialog.list.setCurrentIndex(next(index for index in indexes(dialog) if "hounds" in index.data(_ROLE)))
    assert dialog.insert_button.isVisible() and dialog.insert_button.isEnabled()
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    assert bar.field.toPlainText() == "houndshounds sleep" and not dialog.isVisible()
    assert window.focusWidget() is bar.field


def indexes(dialog: ConcordanceDialog) -> list[QModelIndex]:
    model = dialog.list.hits
    tops = [model.index(row, 0, QModelIndex()) for row in range(model.rowCount())]
    return [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]


def test_words_cannot_be_inserted_once_nothing_is_edited_any_more(opened: Tospalt, qtbot: QtBot) -> None:
    bar = begin(opened)
    dialog = look_up(opened, qtbot, "hund")
    assert dialog.insert_button.isVisibleTo(dialog)
    opened.window.activateWindow()
    qtbot.waitUntil(opened.window.isActiveWindow, timeout=PATIENCE)
    opened.window.editing.finish()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=PATIENCE)
    assert bar.isHidden() and not dialog.insert_button.isVisibleTo(dialog) and not dialog.insert_button.isEnabled()


def test_without_a_document_the_memory_is_searched(program: Tospalt, qtbot: QtBot) -> None:
    remember(program, "Båten fløt.", "The boat floated.", "Båten", "boat")
    dialog = look_up(program, qtbot, "floated")
    assert len(listed(dialog)) == 1 and dialog.language.count() == 1
    program.window.concordance.memory.forget_everything()
    assert listed(look_up(program, qtbot, "boats")) == []


def test_what_cannot_be_searched_is_said(program: Tospalt, qtbot: QtBot) -> None:
    remember(program, "Båten fløt.", "The boat floated.", "Båten", "boat")
    look_up(program, qtbot, "boat")
    file = program.window.concordance.memory.file
    assert file is not None
    (index,) = file.parent.glob("*.words*")
    index.unlink()
    index.mkdir()
    dialog = look_up(program, qtbot, "boats")
    assert "searched only in part" in dialog._message.text()


@pytest.mark.parametrize("width", [100, 160, 2000])
def test_the_word_is_in_sight_however_narrow_the_list(qtbot: QtBot, width: int) -> None:
    metrics = QFontMetrics(QFont())
    text = "Et 🐕 ord og et til før det som letes etter står her."
    span = (text.index("letes"), text.index("letes") + 5)
    line = line_of(text, [span], metrics, width)
    ((start, end),) = line.spans
    assert line.text[start:end] == "letes" and metrics.horizontalAdvance(line.text[:end]) <= width
    assert (line.text == text) is (width == 2000)
