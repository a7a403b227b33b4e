"""Numbers that a translation lost, as tokens around which the sentence is translated again."""

import pytest
from hypothesis import given

from reader.processing import number_errors, number_tokens
from tests.reader.processing.texts import TEXTS

SENTENCE = "Den 12. mars 1987 fikk han 1 500 kr, 3,5 % av alt, i A4-ark nr. 7."


@pytest.mark.parametrize(
    ("translation", "expected"),
    [
        ("On 12 March 1987 he got NOK 1,500, 3.5% of it all, in A4 no. 7.", []),
        ("On 12 March 1987 he got NOK 1,500, 3.8% of it all, in A4 no. 7.", [("3,5", "3.5")]),
        (
            "In March 1987 he got NOK 15, 3.5% of it all, in A4 no. 7.",
            [("12. mars 1987", "12 March 1987"), ("1 500 kr", "NOK 1,500")],
        ),
        ("On 12 March 1987 he got NOK 1,500, 3.5% of it all, in paper.", [("7", "7")]),
    ],
)
def test_what_a_translation_lost_is_a_token(translation: str, expected: list[tuple[str, str]]) -> None:
    found = number_tokens(SENTENCE, translation, "nb", "en")
    assert [(SENTENCE[token.start : token.end], token.written) for token in found] == expected


def test_a_translation_into_another_language_keeps_numbers_to_the_letter() -> None:
    assert [token.written for token in number_tokens("Han fikk 1 500,5 og A4.", "", "nb", "de")] == ["1 500,5"]


def test_what_was_lost_and_what_was_added_are_errors() -> None:
    assert number_errors("Han fikk 3,5 og 17.", "He got 3.5 and 17.") == 0
    assert number_errors("Han fikk 3,5 og 17.", "He got 3.6.") == 3


@given(text=TEXTS)
def test_numbers_are_in_order_and_without_overlap(text: str) -> None:
    ends = [0]
    for token in number_tokens(text, "", "nb", "en"):
        assert ends[-1] <= token.start < token.end <= len(text)
        ends.append(token.end)
