"""Which parts of a sentence go to the model, and that the rest is restored."""

import pytest
from hypothesis import example, given, strategies as st

from reader.processing import lost, plan, plan_without_names_and_numbers
from tests.reader.processing.texts import FRAGMENTS, TEXTS


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        pytest.param("Vi kom hjem.", ("Vi kom hjem.",), id="a sentence"),
        pytest.param("– Nei.", ("Nei.",), id="dash of speech"),
        pytest.param("—No, he said.", ("No, he said.",), id="dash without a space"),
        pytest.param("- Er du der?", ("Er du der?",), id="hyphen as a dash"),
        pytest.param("• Melk og brød ", ("Melk og brød",), id="bullet"),
        pytest.param("–5 grader ute", ("–5 grader ute",), id="a minus is no dash"),
        pytest.param("Navn:\tOla Lie\nBy:   Oslo", ("Navn:", "Ola Lie", "By:", "Oslo"), id="tab, line break, wide gap"),
        pytest.param("Hei  du", ("Hei  du",), id="two spaces do not divide"),
        pytest.param("", (), id="empty"),
        pytest.param(" \n", (), id="white space"),
        pytest.param("* * * … 12.50 %", (), id="symbols and figures"),
        pytest.param("https://a.no/b, min_fil.txt", (), id="names only"),
        pytest.param("B)", (), id="a letter is no word"),
        pytest.param("水", ("水",), id="an ideograph is a word"),
        pytest.param("NEI!", ("Nei!",), id="a word in capitals"),
        pytest.param("MØTE I NRK OG EU", ("Møte i NRK og EU",), id="acronyms in capitals"),
        pytest.param("WHAT AM I TO DO?", ("What am I to do?",), id="English I in capitals"),
        pytest.param("«STOPP», KL. 10", ("«Stopp», kl. 10",), id="abbreviation in capitals"),
        pytest.param("SE MIN_FIL.TXT OG A4-ARK", ("Se MIN_FIL.TXT og A4-ark",), id="names in capitals"),
        pytest.param("NATO sier nei.", ("NATO sier nei.",), id="acronym in a sentence"),
    ],
)
def test_the_model_gets_the_words_of_a_sentence(sentence: str, pieces: tuple[str, ...]) -> None:
    assert plan(sentence).pieces == pieces


@pytest.mark.parametrize(
    ("sentence", "translations", "expected"),
    [
        pytest.param("– Nei.", ["No."], "– No.", id="dash"),
        pytest.param("  Ja.\n", [" Yes. "], "  Yes.\n", id="white space"),
        pytest.param("SE MIN_fil.txt NÅ", ["See MIN_fil.txt now"], "SEE MIN_fil.txt NOW", id="capitals but not names"),
        pytest.param("EN\tto", ["One", "two"], "ONE\ttwo", id="each piece its own capitals"),
        pytest.param("…", [], "…", id="nothing to translate"),
    ],
)
def test_the_surroundings_return(sentence: str, translations: list[str], expected: str) -> None:
    assert plan(sentence).join(translations) == expected


def test_a_translation_too_few_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        plan("en\tto").join(["one"])


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        pytest.param("Se https://a.no/b_c, og min_fil.txt (her).", ("Se", "og", "(her)"), id="names"),
        pytest.param('Skriv til "a@b.no" i dag.', ("Skriv til", "i dag"), id="within quotation marks"),
        pytest.param("I 1814 kom 300 menn.", ("I", "kom", "menn"), id="numbers, and a word of one letter"),
        pytest.param("En 48-åring og A4-ark.", ("En 48-åring og A4-ark",), id="numbers in words"),
        pytest.param("12, 13", (), id="nothing left"),
    ],
)
def test_around_protected_parts_the_text_between_is_translated(sentence: str, pieces: tuple[str, ...]) -> None:
    assert plan_without_names_and_numbers(sentence).pieces == pieces


@pytest.mark.parametrize(
    ("sentence", "translations", "expected"),
    [
        pytest.param(
            "Les min_fil.txt og svar.", ["Read.", "And answer."], "Read min_fil.txt and answer.", id="a capital"
        ),
        pytest.param(
            "På a_b er norsk best.", ["On", "Norwegian is best."], "On a_b Norwegian is best.", id="kept capital"
        ),
        pytest.param("Kom a_b til byen Oslo.", ["Come", "Oslo city."], "Come a_b Oslo city.", id="a name in front"),
        pytest.param("Ta a_b for dr. Ås", ["Take", "for Ås Inc."], "Take a_b for Ås Inc.", id="abbreviation"),
    ],
)
def test_stretches_come_back_into_one_sentence(sentence: str, translations: list[str], expected: str) -> None:
    assert plan_without_names_and_numbers(sentence).join(translations) == expected


@pytest.mark.parametrize("way", [plan, plan_without_names_and_numbers])
@given(text=TEXTS)
@example(text="– –\u2028A\u00a0\x1c")
@example(text="İSTANBUL ŉ ẞ")
def test_a_model_that_changes_nothing_gives_every_text_back(way: type, text: str) -> None:
    planned = way(text)
    assert planned.join(planned.pieces) == text


@given(texts=st.lists(FRAGMENTS, max_size=12).map(" ".join))
def test_nothing_protected_goes_into_a_piece_on_the_way_round(texts: str) -> None:
    planned = plan_without_names_and_numbers(texts)
    assert set(lost(texts, planned.join(["x"] * len(planned.pieces)))) <= {"48", "5", "1"}
