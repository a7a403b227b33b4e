"""The file names proposed for exports."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.export import Names, proposed_stem
from reader.formats import read_document

PATH = Path(__file__).parents[2] / "data" / "boathouse-nb.txt"
DOCUMENT = read_document(PATH)


def stem(title: str) -> str:
    """What is proposed for a document with this title, without the languages."""
    return proposed_stem(replace(DOCUMENT, title=title), "nb", "en").removesuffix(" nb-en")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Havnebyen", "Havnebyen"),
        ("En by, et hav: historien om dem som ble igjen i Sør-Varanger etter krigen", None),
        ("– Vi blir her, sier hun …", "Vi blir her, sier hun"),
        (".skjult", "skjult"),
        ("Slutt.", "Slutt"),
        ("a/b\\c: <d>?", "a b c d"),
        ("A\u030ar", "År"),
    ],
)
def test_an_export_is_called_after_the_title_in_short(title: str, expected: str | None) -> None:
    short = "En by, et hav historien om dem som ble igjen i Sør-Varanger"
    assert stem(title) == (short if expected is None else expected)


@pytest.mark.parametrize("title", ["", "...", "–", "\u200b"])
def test_without_a_title_it_is_called_after_the_file(title: str) -> None:
    assert stem(title) == PATH.stem


@given(st.text(min_size=1, max_size=200))
def test_whatever_the_title_the_name_is_one_that_every_file_system_takes(title: str) -> None:
    name = stem(title)
    longest = f"{name} nb-en (99).docx"
    assert name.strip(" .") == name != ""
    assert not set(name) & set('<>:"/\\|?*\0\n\r\t')
    assert len(longest.encode()) <= 143


def test_the_command_line_names_exports_after_the_files(tmp_path: Path) -> None:
    assert Names(tmp_path, ".pdf").path(DOCUMENT, "nb", "en").name == f"{PATH.stem} nb-en.pdf"
    assert Names(tmp_path, ".pdf", titled=True).path(DOCUMENT, "nb", "en").name == f"{DOCUMENT.title} nb-en.pdf"
