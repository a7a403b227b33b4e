"""Paragraphs that are in another language than their document's."""

from random import Random

import pytest
from hypothesis import given, strategies as st

from reader.text import Mark, MarkKind, Paragraph, foreign_language, like_language, neighbour_language
from tests.paragraphs_in import LANGUAGES, paragraph

NORWEGIAN, ENGLISH = like_language("nb"), like_language("en")
SEEDS = st.integers(0, 10_000).map(Random)


@given(SEEDS, st.sampled_from(["nb", "nn", "da"]))
def test_norwegian_and_what_is_like_it_is_never_foreign_to_norwegian(random: Random, code: str) -> None:
    assert foreign_language(Paragraph(paragraph(code, random)), NORWEGIAN, "en") == ""


@given(SEEDS, st.sampled_from(["sv", "en", "de", "fr"]))
def test_other_languages_are_foreign_to_norwegian(random: Random, code: str) -> None:
    assert foreign_language(Paragraph(paragraph(code, random)), NORWEGIAN, "en") == code


@given(SEEDS, st.sampled_from([code for code in LANGUAGES if code != "en"]))
def test_other_languages_are_foreign_to_english(random: Random, code: str) -> None:
    found = foreign_language(Paragraph(paragraph(code, random)), ENGLISH, "nb")
    assert found in NORWEGIAN if code in NORWEGIAN else found == code


@given(SEEDS)
def test_english_is_not_foreign_to_english(random: Random) -> None:
    assert foreign_language(Paragraph(paragraph("en", random)), ENGLISH, "nb") == ""


@pytest.mark.parametrize("code", ["en", "de", "fr", "sv"])
def test_a_short_paragraph_is_never_foreign(code: str) -> None:
    for seed in range(50):
        short = paragraph(code, Random(seed))[:59]
        assert foreign_language(Paragraph(short), NORWEGIAN, "en") == ""


@given(SEEDS, st.sampled_from(["en", "de"]))
def test_a_paragraph_that_is_half_in_the_language_of_the_document_belongs_to_it(random: Random, code: str) -> None:
    mixed = f"{paragraph('nb', random, 3)} {paragraph(code, random, 2)}"
    assert foreign_language(Paragraph(mixed), NORWEGIAN, "en") == ""


def test_what_stays_as_it_is_does_not_count() -> None:
    code = paragraph("en", Random(1))
    text = f"Skriv {code} nå."
    mark = Mark(6, 6 + len(code), MarkKind.CODE)
    assert foreign_language(Paragraph(text), NORWEGIAN, "en") == "en"
    assert foreign_language(Paragraph(text, marks=(mark,)), NORWEGIAN, "en") == ""


def test_nothing_is_foreign_to_a_language_that_detection_does_not_know() -> None:
    assert foreign_language(Paragraph(paragraph("de", Random(2))), like_language("xx"), "en") == ""


def test_other_codes_of_packages_stand_for_the_languages_that_detection_knows() -> None:
    portuguese = "O pescador esqueceu as chaves no barco porque ninguém tinha dito nada antes da chuva da manhã."
    assert foreign_language(Paragraph(portuguese), like_language("pb"), "en") == ""
    assert foreign_language(Paragraph(portuguese), like_language("de"), "en") == "pt"


@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    assert foreign_language(Paragraph(text), NORWEGIAN, "en") not in NORWEGIAN


@given(SEEDS, st.sampled_from(LANGUAGES))
def test_only_nynorsk_and_danish_are_neighbours(random: Random, code: str) -> None:
    found = neighbour_language(Paragraph(paragraph(code, random)))
    assert found in (("", code) if code in ("nn", "da") else ("",))


@pytest.mark.parametrize("code", ["nn", "da"])
def test_nynorsk_and_danish_are_nearly_always_told_from_bokmal(code: str) -> None:
    found = [neighbour_language(Paragraph(paragraph(code, Random(seed)))) for seed in range(200)]
    assert found.count(code) >= 180


@pytest.mark.parametrize("code", ["nn", "da"])
def test_a_short_paragraph_is_no_neighbour(code: str) -> None:
    assert not any(neighbour_language(Paragraph(paragraph(code, Random(seed))[:59])) for seed in range(50))


@pytest.mark.parametrize("words", ["Hun så det ikke etter meg.", "Han sa ikke noe til henne."])
def test_a_foreign_paragraph_with_words_of_its_documents_language_is_not_left(words: str) -> None:
    german = paragraph("de", Random(3))
    assert foreign_language(Paragraph(german), NORWEGIAN, "en") == "de"
    assert foreign_language(Paragraph(f"{german} {words}"), NORWEGIAN, "en") == ""
