"""Texts much longer than sentences."""

import pytest

from reader.processing import finish, number_tokens, plan, warnings


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
    planned = plan(text)
    assert planned.join(planned.pieces) == text
    number_tokens(text, "", "nb", "en")
    assert finish("«x».", text, "nb") and not warnings(text, f"{text}x")[1:]
