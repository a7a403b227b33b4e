"""Numbers, amounts, dates and clock times as the language of a translation writes them."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.processing import finish
from reader.processing.localising import expressions, localised
from reader.processing.nontranslatables import lost
from tests.reader.processing.texts import TEXTS

FORMS = Path(__file__).parents[2] / "data" / "number-forms.txt"
SENTENCES = {"nb": "Det var {} der da.", "en": "There was {} there."}


def forms() -> list[tuple[str, str, str, str, str]]:
    """Languages, the form in the source, that in a translation and the right one."""
    rows, source, target = [], "", ""
    for line in FORMS.read_text("utf-8").replace("~", "\u00a0").splitlines():
        if " | " in line and not line.startswith("#"):
            there, model, right = line.split(" | ")
            model = there if model == "=" else model
            rows.append((source, target, there, model, model if right == "=" else right))
        elif line and not line.startswith("#"):
            source, target = line.split()[:2]
    return rows


def test_there_are_two_hundred_forms() -> None:
    assert len(forms()) >= 200


@pytest.mark.parametrize(("source", "target", "there", "model", "right"), forms())
def test_a_form_is_written_as_in_the_language_of_the_translation(
    source: str, target: str, there: str, model: str, right: str
) -> None:
    sentence, translation = SENTENCES[source].format(there), SENTENCES[target].format(model)
    assert localised(sentence, translation, source, target) == SENTENCES[target].format(right)


@pytest.mark.parametrize(("source", "target", "there", "model", "right"), forms())
def test_a_form_that_is_written_so_is_left(source: str, target: str, there: str, model: str, right: str) -> None:
    sentence, translation = SENTENCES[source].format(there), SENTENCES[target].format(right)
    assert localised(sentence, translation, source, target) == translation


@pytest.mark.parametrize(
    "sentence",
    [
        "Kursen sank fra 13.45 til 12.35 i går.",
        "Oppdatering 11.15 retter feil i 10.45.",
        "Det veide 10.15 den gangen.",
        "Prisen gikk mandag fra 14.30 til 15.30.",
        "Fra 20.00 til 25.00 kr for møtet.",
    ],
)
def test_figures_in_a_sentence_that_is_not_of_times_are_no_times(sentence: str) -> None:
    assert not [each for each in expressions(sentence, "nb", "en") if each.kind == "clock"]


@pytest.mark.parametrize(
    "sentence",
    ["Butikken stenger 18.00.", "Bussen går 14.35 på fredager.", "Vi sees i kveld 19.30.", "Åpent 10.00–18.30."],
)
def test_figures_in_a_sentence_of_times_are_times(sentence: str) -> None:
    assert [each.kind for each in expressions(sentence, "nb", "en")] == ["clock"]


@pytest.mark.parametrize(
    ("source", "translation", "expected"),
    [
        ("Av 10 000 betalte 1,5 % kr 500.", "Of 10 000, 1,5 % paid kr 500.", "Of 10,000, 1.5% paid NOK 500."),
        ("Det er 1,5 av 1 500.", "It is 1,5 of 1,500.", "It is 1.5 of 1,500."),
        ("Det er 1.500 av 1,5.", "It is 1.500 of 1,5.", "It is 1,500 of 1.5."),
        ("Fra kl. 9 til kl. 14.30.", "From 9 a.m. to 14.30 p.m..", "From 9 a.m. to 14:30."),
        ("Fra 1.1.2023 til 31.12.2025.", "From 1.1.2023 to 31.12.2025.", "From 1 January 2023 to 31 December 2025."),
        ("Han fikk 500 av 500 kr.", "He got 500 of 500.", "He got 500 of NOK 500."),
        ("Han fikk 500 kr av 500.", "He got 500 of 500.", "He got NOK 500 of 500."),
        ("Se fil_3,5.txt om 3,5.", "See fil_3,5.txt about 3,5.", "See fil_3,5.txt about 3.5."),
        ("På 1800- og 1700-tallet.", "In the 19th and 19th century.", "In the 19th and 18th century."),
        ("Kl. 9 eller halv ti.", "At nine or 9:30.", "At nine or 9:30."),
        ("Kl. 9 eller kl. 11.", "At nine or 10:00.", "At nine or 10:00."),
        ("Han fikk 1.500 kr.", "He got 1.500 Norwegian kroner.", "He got 1,500 Norwegian kroner."),
        ("Kjør \ufdd0a 3,5\ufdd1 med 3,5.", "Run \ufdd0a 3,5\ufdd1 with 3,5.", "Run \ufdd0a 3,5\ufdd1 with 3.5."),
        ("Se a.no/3,5 om 3,5.", "See a.no/3,5 about 3,5 %.", "See a.no/3,5 about 3.5 %."),
        ("Kl. 9, halv ti eller 10.", "At nine, 9:30 or 10.", "At nine, 9:30 or 10."),
        ("Han har ingen.", "He has 3,5.", "He has 3,5."),
        ("Den 10 000. gjesten.", "The 10 000. guest.", "The 10,000. guest."),
        ("I 2024 3. plass.", "In 2024 3. place.", "In 2024 3rd place."),
    ],
)
def test_each_expression_is_found_by_what_it_means(source: str, translation: str, expected: str) -> None:
    assert localised(source, translation, "nb", "en") == expected


@pytest.mark.parametrize(("source", "target"), [("nb", "de"), ("de", "en"), ("nb", "nn"), ("", "en"), ("en", "")])
def test_numbers_of_other_languages_are_left(source: str, target: str) -> None:
    assert localised("Das sind 3,5 und kr 500.", "That is 3,5 and kr 500.", source, target) == "That is 3,5 and kr 500."
    assert expressions("Das sind 3,5.", source, target) == ()


@pytest.mark.parametrize("language", ["nn", "no"])
def test_all_norwegian_is_written_alike(language: str) -> None:
    assert localised("Det er 3,5.", "It is 3,5.", language, "en") == "It is 3.5."
    assert localised("It is 3.5.", "Det er 3.5.", "en", language) == "Det er 3,5."


@pytest.mark.parametrize(("source", "target", "written"), [("nb", "en", "0.001"), ("en", "nb", "0,001")])
def test_a_nought_leads_no_thousands(source: str, target: str, written: str) -> None:
    """A thousandth in the figures of the other language is not a thousand times as much."""
    sentence, translation = SENTENCES[source].format(written), SENTENCES[target].format(written)
    assert localised(sentence, translation, source, target) == translation
    assert expressions(sentence, source, target) == ()


def test_expressions_say_where_they_are_and_how_they_are_to_be_written() -> None:
    text = "Møtet 12.3.2024 kl. 14.30 kostet 1 500 kr, altså 3,5 % av kapittel 3.2."
    found = [(text[each.start : each.end], each.written) for each in expressions(text, "nb", "en")]
    assert found == [
        ("12.3.2024", "12 March 2024"),
        ("kl. 14.30", "14:30"),
        ("1 500 kr", "NOK 1,500"),
        ("3,5", "3.5"),
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("On 3 October 187 at six it cost 5.", "On 3 October 1877 at six it cost 5."),
        ("On 3 October 199 at six it cost 5.", "On 3 October 1877 199 at six it cost 5."),
        ("On 3 October 18,5 at six.", "On 3 October 1877 18,5 at six."),
    ],
)
def test_of_a_year_that_was_cut_nothing_is_left(said: str, expected: str) -> None:
    assert localised("Den 3. oktober 1877 kl. seks kostet det 5.", said, "nb", "en") == expected


@pytest.mark.parametrize(("source", "said", "expected"), [("70,8 %", "X1 %", "X1%"), ("70,8 %", "70.8 %", "70.8%")])
def test_percent_signs_are_written_alike_whatever_stands_for_the_number(source: str, said: str, expected: str) -> None:
    source = source.replace("70,8", "X1") if "X1" in said else source
    assert localised(source, said, "nb", "en") == expected


def test_finishing_a_translation_writes_its_numbers() -> None:
    assert finish("Nå er det 3,5 grader", "It is 3,5 degrees.", "en", "nb") == "It is 3.5 degrees"


@given(source=TEXTS, target=TEXTS)
def test_a_translation_loses_nothing_by_it(source: str, target: str) -> None:
    result = localised(source, target, "nb", "en")
    assert len(lost(source, result)) <= len(lost(source, target))
    assert localised(source, result, "nb", "en") == result


@given(text=TEXTS)
def test_expressions_are_in_order_and_without_overlap(text: str) -> None:
    for source, target in (("nb", "en"), ("en", "nb")):
        ends = [0]
        for each in expressions(text, source, target):
            assert ends[-1] <= each.start < each.end <= len(text)
            ends.append(each.end)


@given(whole=st.integers(1, 9_999_999), decimals=st.text("0123456789", max_size=2))
def test_a_number_that_goes_to_the_other_language_and_back_is_the_same(whole: int, decimals: str) -> None:
    english = f"{whole:,}" + (f".{decimals}" if decimals else "")
    (number,) = expressions(f"It is {english} then", "en", "nb")
    (back,) = expressions(f"Det er {number.written} da", "nb", "en")
    assert back.written == (english if whole > 9999 else english.replace(",", ""))


@pytest.mark.parametrize("part", ["1.000 ", "kl. 1–", "1.1.", "kr 1 ", "1. a", "1. mai ", "90-", "1,5–", "1 p.m.."])
def test_thousands_of_expressions_are_read_at_once(part: str) -> None:
    """What tries each with each, or a pattern that backtracks over all, would take minutes."""
    text = part * (8_000 // len(part))
    for source, target in (("nb", "en"), ("en", "nb")):
        localised(text, text, source, target)
