"""Texts of nothing but figures, as cells of tables are."""

import pytest

from reader.processing import written_figures

TO_ENGLISH = [
    ("12,50", "12.50"),
    ("0,75", "0.75"),
    ("3,5 %", "3.5%"),
    ("3\u00a0%", "3%"),
    ("-3,5", "-3.5"),
    ("2,5–3,5", "2.5–3.5"),
    ("1.250.000", "1,250,000"),
    ("1 250 000", "1,250,000"),
    ("1.250,50", "1,250.50"),
    ("500,-", "NOK 500"),
    ("€ 3,50", "€3.50"),
]
TO_NORWEGIAN = [
    ("12.50", "12,50"),
    ("3.5%", "3,5\u00a0%"),
    ("1,250,000", "1\u00a0250\u00a0000"),
    ("$12.50", "$12,50"),
    ("1,250.50", "1250,50"),
]


@pytest.mark.parametrize(("written", "expected"), TO_ENGLISH)
def test_norwegian_figures_are_written_as_english_ones(written: str, expected: str) -> None:
    assert written_figures(written, "nb", "en") == expected


@pytest.mark.parametrize(("written", "expected"), TO_NORWEGIAN)
def test_english_figures_are_written_as_norwegian_ones(written: str, expected: str) -> None:
    assert written_figures(written, "en", "nb", first=False) == expected


@pytest.mark.parametrize("language", ["nb", "en"])
@pytest.mark.parametrize(
    "written",
    [
        *("2019", "7", "01.02.2024", "1.2.3", "12:30", "22 33 44 55", "123 456 789", "1234.56.78901", "1:50 000"),
        *("978-82-02-12345-6", "1.250", "1,250", "+47 22 33 44 55", "10.0.0.1", "24/7", "—", "", "12,5 kg"),
    ],
)
def test_what_is_no_amount_or_may_mean_several_things_stays(written: str, language: str) -> None:
    other = "en" if language == "nb" else "nb"
    assert written_figures(written, language, other, first=False) == ""


def test_other_languages_stay() -> None:
    assert written_figures("12,50", "de", "en") == written_figures("12,50", "nb", "nn") == ""


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        (["1.250.000", "700"], "1,250"),
        (["12,50"], "1,250"),
        (["10.5"], ""),
        (["12,50", "10.5"], ""),
        (["1 250 000"], ""),
        (["700"], ""),
    ],
)
def test_the_figures_beside_it_tell_what_a_sign_means(beside: list[str], expected: str) -> None:
    assert written_figures("1.250", "nb", "en", beside=beside) == expected


@pytest.mark.parametrize("heading", ["Version", "Section", "Date", "Time", "Phone", "ISBN"])
def test_what_numbers_something_by_the_heading_of_its_column_stays(heading: str) -> None:
    assert written_figures("3.11", "en", "nb", heading=heading, first=False) == ""


def test_a_section_in_front_stays() -> None:
    assert written_figures("1.2", "en", "nb") == ""
