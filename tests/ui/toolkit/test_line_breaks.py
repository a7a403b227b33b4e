"""Texts from outside in labels: broken where needed, and names on one line."""

import pytest
from hypothesis import given, strategies as st
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.toolkit.line_breaks import breakable, isolated, tool_tip, unbroken, window_title
from ui.toolkit.one_line import one_line

TEXT = st.text(st.characters(exclude_characters="\u200b")) | st.from_regex(r"[/\\._\-a-zæøå ]{0,200}", fullmatch=True)


@given(TEXT)
def test_nothing_is_lost_and_no_word_is_long(text: str) -> None:
    broken = breakable(text)
    assert unbroken(broken) == text
    words = "\u200b".join(broken.split()).split("\u200b")
    assert all(len(word.strip("/\\._-")) <= 24 for word in words)


def test_a_path_is_broken_after_its_separators() -> None:
    path = "/home/kari/Dokumenter/Et-veldig-langt-navn.txt"
    assert breakable(path).split("\u200b")[:4] == ["/", "home/", "kari/", "Dokumenter/"]


def test_ordinary_words_are_left_alone() -> None:
    assert breakable("Dette er en helt vanlig setning.") == "Dette er en helt vanlig setning."


def test_a_title_is_one_line_of_bounded_length_that_ends_with_the_program() -> None:
    assert window_title("Årsrapport", "Tospalt") == "Årsrapport – Tospalt"
    assert window_title("En\nto\t tre\u2028fire[*]", "Tospalt") == "En to tre fire[*][*] – Tospalt"
    long = window_title("navn " * 2_000, "Tospalt")
    assert long.startswith("navn navn") and long.endswith("navn… – Tospalt") and len(long) < 230


def test_what_turns_the_direction_of_writing_turns_only_itself() -> None:
    assert window_title("a\u202eb", "Tospalt") == "\u2068a\u202eb\u2069 – Tospalt"
    assert window_title("עברית", "Tospalt") == "\u2068עברית\u2069 – Tospalt"
    assert isolated("norsk") == "norsk"


def test_a_tool_tip_is_no_wider_and_no_higher_than_the_screen(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for text in ("navn" * 2_500, "et ord " * 2_000, "linje\n" * 10_000, "/mappe" * 40):
        label.setText(tool_tip(text))
        label.setWordWrap(Rich.mightBeRichText(label.text()))  # as Qt does with a tool tip
        size = label.sizeHint()
        assert size.width() < 1000 and size.height() < 700


def test_an_ordinary_tool_tip_is_left_alone() -> None:
    assert tool_tip("Åpne (Ctrl+O)") == "Åpne (Ctrl+O)"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a.txt", "a.txt"),
        ("to\nlinjer\r\n.txt", "to linjer .txt"),
        ("a\u202egnp.exe", "agnp.exe"),
        ("\u2067a\u2069\u2028b\x00c", "a b c"),
        ("‏שלום.txt", "שלום.txt"),
    ],
)
def test_a_name_is_one_line_that_turns_nothing_around(name: str, shown: str) -> None:
    assert one_line(name) == shown
