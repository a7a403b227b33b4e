"""Texts much longer than sentences."""

import pytest

from reader.processing import finish, plan, plan_without_names_and_numbers, warnings


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        "1",
        "1.1,",
        "123 ",
        "\"'",
        '" ',
        "«",
        "a_",
        "a@",
        "a.",
        "/a",
        "\\a",
        "A ",
        "- ",
        " ",
        "\u2003",
        "ab",
        "nrk.no/",
    ],
)
def test_thirty_thousand_of_anything_takes_no_longer_than_it_must(unit: str) -> None:
    # Anything quadratic would be very slow here.
    text = (unit * 30_000)[:30_000]
    for way in (plan, plan_without_names_and_numbers):
        planned = way(text)
        assert planned.join(planned.pieces) == text
    assert finish("«x».", text, "nb") and not warnings(text, f"{text}x")[1:]
