"""Which parts of a sentence go to the model, and that the rest is restored."""

import pytest
from hypothesis import example, given

from reader.processing import plan
from tests.reader.processing.texts import TEXTS

RUN = "QFZTY0IGVyIGrl2Ug3B" * 10  # what no model reads


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
    ("sentence", "translations", "expected"),
    [
        pytest.param("Les RUN og svar.", ["Read.", "And answer."], "Read RUN and answer.", id="a capital"),
        pytest.param("På RUN er norsk best.", ["On", "Norwegian is best."], "On RUN Norwegian is best.", id="kept"),
        pytest.param("Kom RUN til byen Oslo.", ["Come", "Oslo city."], "Come RUN Oslo city.", id="a name in front"),
        pytest.param("Ta RUN for dr. Ås", ["Take", "for Ås Inc."], "Take RUN for Ås Inc.", id="abbreviation"),
    ],
)
def test_stretches_come_back_into_one_sentence(sentence: str, translations: list[str], expected: str) -> None:
    assert plan(sentence.replace("RUN", RUN)).join(translations) == expected.replace("RUN", RUN)


@given(text=TEXTS)
@example(text="– –\u2028A\u00a0\x1c")
@example(text="İSTANBUL ŉ ẞ")
def test_a_model_that_changes_nothing_gives_every_text_back(text: str) -> None:
    planned = plan(text)
    assert planned.join(planned.pieces) == text
