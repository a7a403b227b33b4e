"""Following links in the text, and going back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.documents import DOCUMENTS, open_and_translate
from ui.app import Tospalt


def test_a_link_inside_the_document_is_followed_at_once_and_back_returns(program: Tospalt, qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[1])
    window, view = program.window, program.window.reading_view
    back = window.actions_["back"]
    assert not back.isEnabled()
    view.go_to(5)
    before = view.whereabouts()
    view.link_activated.emit("#")
    assert view.caret.place is not None and view.caret.place.row == 0
    assert window.notices.isHidden() and back.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.whereabouts() == before
    assert not back.isEnabled()


def test_a_link_to_no_place_says_so(program: Tospalt, qtbot: QtBot) -> None:
    open_and_translate(qtbot, program, DOCUMENTS[1])
    program.window.reading_view.link_activated.emit("#borte")
    assert program.window.notices.message == "There is no place “borte” in this document."
    assert not program.window.actions_["back"].isEnabled()


@pytest.mark.parametrize("name", ["tekst.md", "tekst.txt"])
def test_a_link_to_a_heading_leads_there_in_every_kind_of_document(
    name: str, program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    heading = "## Om været" if name.endswith(".md") else "Om været"
    text = f"Først litt om [noe helt annet](#om-været) enn været.\n\n{heading}\n\nDet regner mye på Vestlandet.\n"
    (tmp_path / name).write_text(text, "utf-8")
    open_and_translate(qtbot, program, tmp_path / name)
    view = program.window.reading_view
    view.link_activated.emit("#om-været")
    assert view.caret.place is not None and view.caret.place.row == 1
