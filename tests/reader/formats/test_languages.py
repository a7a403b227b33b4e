"""The language of a whole document."""

from random import Random

import pytest
from hypothesis import given, strategies as st

from reader.formats.languages import document_language
from reader.text import Kind, Paragraph
from tests.paragraphs_in import LANGUAGES, paragraph

SEEDS = st.integers(0, 10_000).map(Random)


def language_of(*texts: str, said: str = "") -> tuple[str, bool]:
    return document_language([Paragraph(text) for text in texts], said)


@given(SEEDS, st.sampled_from(LANGUAGES))
def test_a_document_in_one_language_is_in_that_one(random: Random, code: str) -> None:
    texts = [paragraph(code, random) for _ in range(6)]
    assert language_of(*texts) == (code, True)


@given(SEEDS, st.integers(5, 9))
def test_a_mostly_norwegian_document_is_norwegian_wherever_the_english_stands(random: Random, norwegian: int) -> None:
    texts = [paragraph(random.choice(["nb", "nn"]), random) for _ in range(norwegian)]
    texts += [paragraph("en", random) for _ in range(4)]
    random.shuffle(texts)
    assert language_of(*texts)[0] in ("nb", "nn")


def test_one_long_english_paragraph_does_not_make_a_norwegian_document_english() -> None:
    random = Random(3)
    texts = [paragraph("nb", random, 1) for _ in range(8)]
    assert language_of(paragraph("en", random, 40), *texts) == ("nb", True)


@given(SEEDS)
def test_bokmal_nynorsk_and_danish_count_together_against_english(random: Random) -> None:
    texts = [paragraph(code, random) for code in ("nb", "nn", "da", "en", "en")]
    assert language_of(*texts)[0] in ("nb", "nn", "da")


def test_alternating_paragraphs_are_all_asked_in_a_long_document() -> None:
    random = Random(4)
    for period in (3, 4, 5):
        texts = [paragraph("en" if n % period == 0 else "nb", random) for n in range(3000)]
        assert language_of(*texts)[0] == "nb"
    for period in (3, 4, 5):
        texts = [paragraph("nb" if n % period == 0 else "en", random) for n in range(3000)]
        assert language_of(*texts)[0] == "en"


def test_headings_with_names_do_not_decide() -> None:
    random = Random(5)
    headings = [Paragraph(paragraph("nb", random), Kind.HEADING) for _ in range(5)]
    assert document_language([*headings, Paragraph(paragraph("en", random))]) == ("en", True)


def test_what_the_file_says_counts_where_the_text_does_not_tell() -> None:
    assert language_of("Oslo 2024", "IKEA", said="nn") == ("nn", True)
    assert language_of(paragraph("en", Random(6)), said="nn") == ("en", True)
    assert not language_of("Oslo 2024", "IKEA")[1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Katten vår har gjemt seg under sofaen igjen.", "nb"),
        ("The cat is hiding under the sofa again.", "en"),
    ],
)
def test_one_clear_sentence_is_enough(text: str, language: str) -> None:
    assert language_of(text) == (language, True)


@pytest.mark.parametrize(
    "text",
    ["Ja, det er greit.", "Tromsø Bodø Hamar Skien Larvik", "Unsere Katze liegt wieder unter dem Sofa"],
)
def test_a_short_text_that_may_be_anything_stays_uncertain(text: str) -> None:
    assert not language_of(text)[1]


def test_two_paragraphs_around_a_longer_one_in_another_language_make_the_document() -> None:
    random = Random(4)
    around = [paragraph("nb", random, 1) for _ in range(2)]
    long = paragraph("en", random, 2)
    assert sum(map(len, around)) + 20 < len(long)  # with what a paragraph counts for besides
    assert language_of(around[0], long, around[1]) == ("nb", True)
    assert language_of(around[0], long)[0] == "en"


def test_short_lines_have_a_voice_beside_a_long_paragraph() -> None:
    lines = ["Hun kom ikke hjem.", "Han gikk etterpå.", "Vi spiste ikke.", "Jeg så henne også.", "Det var noen der."]
    assert language_of(paragraph("en", Random(3), 40)[:150], *lines) == ("nb", True)
