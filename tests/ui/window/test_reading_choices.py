"""Choosing the encoding and the line ends of the open document."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reader.formats import OFFERED
from tests.ui.documents import open_and_translate, text_of
from tests.ui.patience import PATIENCE
from ui.app import Tospalt

ENCODINGS = ["encoding_detected", *(f"encoding_{name}" for name in OFFERED)]
LINES = ["lines_judged", "lines_joined", "lines_kept"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "dikt.txt"
    path.write_bytes("Båten lå på vannet,\nog måkene skrek over øya.\n".encode("cp850"))
    return path


def choose(program: Tospalt, qtbot: QtBot, command: str) -> None:
    with qtbot.waitSignal(program.document.opened, timeout=PATIENCE):
        program.window.actions_[command].trigger()
    qtbot.waitUntil(lambda: not program.translation.translating, timeout=PATIENCE)


def checked(program: Tospalt) -> list[str]:
    return [name for name in [*ENCODINGS, *LINES] if program.window.actions_[name].isChecked()]


def words(program: Tospalt) -> str:
    return "\n".join(paragraph.text for paragraph in text_of(program).document.paragraphs)


def test_choices_need_a_document(program: Tospalt, qtbot: QtBot, file: Path) -> None:
    actions = program.window.actions_
    assert not any(actions[name].isEnabled() for name in [*ENCODINGS, *LINES])
    open_and_translate(qtbot, program, file)
    assert all(actions[name].isEnabled() and actions[name].isCheckable() for name in [*ENCODINGS, *LINES])
    assert checked(program) == ["encoding_detected", "lines_judged"]
    program.window.documents.close_document()
    assert not any(actions[name].isEnabled() for name in [*ENCODINGS, *LINES])


def test_a_chosen_encoding_is_used_at_once_and_when_the_document_is_opened_again(
    program: Tospalt, qtbot: QtBot, file: Path
) -> None:
    open_and_translate(qtbot, program, file)
    assert "Båten lå på" in words(program)
    choose(program, qtbot, "encoding_cp1252")
    assert "B†ten l† p†" in words(program)
    assert checked(program) == ["encoding_cp1252", "lines_judged"]
    program.window.documents.close_document()
    open_and_translate(qtbot, program, file)
    assert "B†ten" in words(program) and checked(program)[0] == "encoding_cp1252"
    choose(program, qtbot, "encoding_detected")
    assert "Båten" in words(program) and checked(program)[0] == "encoding_detected"


def test_lines_are_kept_when_chosen(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "prosa.txt"
    lines = (
        "De gikk langs stranda hele dagen og lette etter skjell som ingen andre hadde",
        "sett før dem, og da kvelden kom, satte de seg ned i sanden og så på bølgene",
        "som slo inn mot land, mens måkene skrek over dem og sola gikk sakte ned bak",
        "øyene langt der ute.",
    )
    path.write_text("\n".join(lines), "utf-8")
    open_and_translate(qtbot, program, path)
    assert "\n" not in words(program)
    choose(program, qtbot, "lines_kept")
    assert words(program).count("\n") == 3 and checked(program)[1] == "lines_kept"
    source = text_of(program).document.source
    assert source is not None and source.lines == "kept"
    choose(program, qtbot, "lines_judged")
    assert "\n" not in words(program)


def test_a_document_whose_encoding_cannot_be_told_is_read_once_it_is_chosen(
    program: Tospalt, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "brev.txt"
    path.write_bytes("Съешь же ещё этих мягких французских булок".encode("koi8-r"))
    with qtbot.waitSignal(program.document.unreadable, timeout=PATIENCE):
        program.window.open_files([path])
    choose(program, qtbot, "encoding_cp865")
    assert checked(program)[0] == "encoding_cp865"
    entry = program.shelf.library.find(path)
    assert entry is not None and entry.encoding == "cp865"


def test_the_list_describes_a_document_as_it_is_read(program: Tospalt, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "brev.txt"
    path.write_text("Båten går over fjorden.\n", "utf-8")
    program.shelf.choose_reading(program.shelf.library.add(path), encoding="cp850")
    model = program.window.library.model
    qtbot.waitUntil(lambda: model.index(0).data() == "B├Ñten g├Ñr over fjorden.", timeout=PATIENCE)


@pytest.mark.parametrize(
    ("name", "text", "possible"),
    [
        ("vær.txt", "Det regner i dag.\n", True),
        ("vær.md", "# Vær\n\nDet regner i dag.\n", False),
        ("vær.srt", "1\n00:00:01,000 --> 00:00:02,500\nDet regner i dag.\n", False),
    ],
)
def test_lines_are_chosen_only_where_they_may_be_read_in_several_ways(
    program: Tospalt, qtbot: QtBot, tmp_path: Path, name: str, text: str, possible: bool
) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    open_and_translate(qtbot, program, path)
    actions = program.window.actions_
    assert [actions[line].isEnabled() for line in LINES] == [possible] * len(LINES)
    assert actions["encoding_cp1252"].isEnabled()
