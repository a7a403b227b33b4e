"""Texts from outside in labels: broken where needed, and names on one line."""

import pytest
from hypothesis import given, strategies as st

from ui.toolkit.line_breaks import breakable, one_line, unbroken

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
