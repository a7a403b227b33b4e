"""Quantities: what stays to the letter except for its decimal sign."""

import re

import pytest
from hypothesis import given, strategies as st

from reader.processing.quantities import quantities
from tests.reader.processing.texts import TEXTS

N = "\u00a0"


def found(text: str, source: str = "nb", target: str = "en") -> list[str]:
    return [text[start:end] for start, end, _ in quantities(text, source, target)]


def written(text: str, source: str, target: str) -> str:
    (quantity,) = quantities(text, source, target)
    return quantity.written


QUANTITIES = """
−12 °C; -3 °C; +4 °C; –5 °C; ±3 %; −7; +5; ~5 kg; <5 mg; ≥10 l
5 km; 25 m²; 1 m3; 100 kWh; 16GB; 100px; 5 m/s; 10 Mbit/s; 4 l/100 km; 5 kN/m²; 1013 hPa; 220 V; 90°; 10 ‰; 30 s
½; 1½; ½ l; 1½ kg; 1 1/2 kg; 3/4; 2/3; 3/2; 10⁻³; 2⁸; 10^6; 2 × 10⁻³ mol/l; 3·10⁸ m/s; 1e-5
5–10 mg/l; 20-30 °C; 6 x 4 m; 1920x1080; 10×15 cm; 10 000 km
"""
LANGUAGE = """
Det kostet 500 kr, -500 kr, kr 10, 2,5 mill. og 12 kr/kg
Det er 3,5 % av 5 kilometer, 20 grader og 48-åringen med 5-10 venner
Fra 1914–18 og 1914 –18, kl. 14.30, 3–2, 24/7 og den 3/12/2024 og 3/12-2024
Ring 22 33 44 55 eller +47 22 33 44 55; konto 1234.56.78901, versjon 2.1.0
In 2020 A man had 5A and 747C in the 1960s, for $10m and $5m, in 1000 B.C.
At 5 pm, 9 ET and 2.30 pm, not 5 kl
Hun jobbet 24/7 H.C. Andersen til ære, 200 m.o.h. i fjor
Det tok 1 dag og 2 par, 9 mm-pistolen, 100 kWh/år, a-5 og §5-3
"""


@pytest.mark.parametrize("quantity", re.split(r"; |\n", QUANTITIES.strip()))
def test_a_quantity_is_found_in_both_languages_and_stays_to_the_letter(quantity: str) -> None:
    assert found(f"Det er {quantity}.") == [quantity]
    assert found(f"It is ({quantity}), too.", "en", "nb") == [quantity]
    assert written(f"Det er {quantity}, ja", "nb", "en") == quantity


@pytest.mark.parametrize(("source", "target", "quantity"), [("nb", "en", "0.125 kg"), ("en", "nb", "−0,050 V")])
def test_a_nought_leads_no_thousands(source: str, target: str, quantity: str) -> None:
    assert written(f"Det er {quantity}.", source, target) == quantity


@pytest.mark.parametrize(
    ("norwegian", "english"),
    [
        ("−12,5 °C", "−12.5 °C"),
        ("3,5 km", "3.5 km"),
        ("2,5 × 10⁻³", "2.5 × 10⁻³"),
        ("0,5–1,5 mg/l", "0.5–1.5 mg/l"),
        ("1,5e-5", "1.5e-5"),
        ("2,125 kg", "2.125 kg"),
        (f"1{N}500 kg", "1,500 kg"),
        (f"12{N}500,5 kg", "12,500.5 kg"),
    ],
)
def test_the_decimal_sign_follows_the_language(norwegian: str, english: str) -> None:
    assert written(english, "en", "nb") == norwegian
    assert written(norwegian.replace(N, "."), "nb", "en") == english


def test_the_sign_of_a_placeholder_behind_a_unit_is_no_currency() -> None:
    assert found("Send 5 kg ${x} hit, 3 km $(y) og 2 l $z.") == ["5 kg", "3 km", "2 l"]


def test_a_comma_that_may_be_between_thousands_stays() -> None:
    assert written("783,562 km²", "nb", "en") == "783,562 km²"


@pytest.mark.parametrize(
    ("norwegian", "english"), [("3,50 €", "€3.50"), ("€3,50", "€3.50"), ("£27 millioner", "£27 million"), ("£ 5", "£5")]
)
def test_amounts_with_a_sign_that_models_cannot_spell_are_quantities(norwegian: str, english: str) -> None:
    assert written(f"Det kostet {norwegian}, ja", "nb", "en") == english
    assert found(f"It cost ({english}), too", "en", "nb") == [english]


def test_norwegian_has_words_for_such_signs_after_a_million() -> None:
    assert written("It cost £27 million.", "en", "nb") == "27 millioner pund"
    assert written("It cost €3.50.", "en", "nb") == "€3,50"


def test_english_has_no_t_for_hours() -> None:
    assert written("83,5 km/t", "nb", "en") == "83.5 km/h"


@pytest.mark.parametrize(("source", "target"), [("nb", "de"), ("", ""), ("de", "en"), ("nb", "nn")])
def test_between_other_languages_a_quantity_stays_to_the_letter(source: str, target: str) -> None:
    assert written("Es sind −2,5 °C.", source, target).endswith("2,5 °C")


@pytest.mark.parametrize("text", LANGUAGE.strip().splitlines())
def test_what_is_language_is_no_quantity(text: str) -> None:
    assert found(text) == []


@given(text=TEXTS)
def test_quantities_are_in_order_and_without_overlap(text: str) -> None:
    ends = [0]
    for start, end, _ in quantities(text, "nb", "en"):
        assert ends[-1] <= start < end <= len(text)
        ends.append(end)


@given(whole=st.integers(0, 999), decimals=st.text("0123456789", min_size=1, max_size=2))
def test_a_decimal_that_goes_to_the_other_language_and_back_is_the_same(whole: int, decimals: str) -> None:
    norwegian = f"{whole},{decimals} kWh"
    assert written(written(norwegian, "nb", "en"), "en", "nb") == norwegian


@pytest.mark.parametrize("sign", ["1×", "1 × ", "1-", "½", "5 km/", "1 000", "1.000", "1e", "1^", "−", "1/2"])
def test_a_hundred_thousand_signs_are_read_at_once(sign: str) -> None:
    """Any pattern that backtracks over all of it would take hours."""
    list(quantities(sign * (100_000 // len(sign)) + "a", "nb", "en"))
