"""One form for letters with marks."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.formats import read_document, read_text
from reader.parallel import user_edit
from reader.text import composed


@given(st.text(st.sampled_from("aåeéoøn\u030a\u0301\u0316 \u1100\u1161ﬁ²")))
def test_text_is_composed_as_unicode_says(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text)


def test_a_letter_under_a_heap_of_marks_takes_no_longer_than_its_length() -> None:
    heap = "e" + "\u0301\u0316" * 200_000 + " a\u030a"
    assert composed(heap).endswith(" å") and len(composed(heap)) == len(heap) - 1


def test_ligatures_and_raised_digits_stay() -> None:
    assert composed("ﬁn m² ½ …") == "ﬁn m² ½ …"


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_decomposed_document_is_the_composed_one(name: str, tmp_path: Path) -> None:
    text = "# Vår dag\n\nVåren kom så **sent** at ingen så blåveis før på øya én dag i mai.\n"
    path = tmp_path / name
    path.write_text(unicodedata.normalize("NFD", text), "utf-8")
    decomposed = read_document(path).paragraphs
    path.write_text(text, "utf-8")
    assert decomposed == read_document(path).paragraphs


def test_an_edit_is_composed() -> None:
    assert user_edit("The boat.", "Ba\u030aten.").text == "Båten."


def test_text_from_elsewhere_is_composed() -> None:
    assert read_text("Ba\u030aten.").paragraphs[0].text == "Båten."
