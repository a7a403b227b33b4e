"""Millions and billions that a translation changes."""

import pytest

from reader.processing import warnings


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Staten tjente 7 billioner kroner.", "The state earned 7 billion kroner."),
        ("Huset kostet 8 mill. kr.", "The house cost 8 billion kroner."),
        ("Broa kostet 1,5 mrd. kroner.", "The bridge cost NOK 1.5 million."),
        ("Broa kostet 3 mrd. kroner.", "The bridge cost NOK 3."),
        ("There are 8 billion people.", "Det er 8 billioner mennesker."),
        ("The cat cost 30 kroner.", "Katten kostet 30 millioner kroner."),
        ("There are 2 trillion galaxies.", "Es gibt 2 Milliarden Galaxien."),
    ],
)
def test_other_millions_are_another_number(source: str, target: str) -> None:
    assert warnings(source, target) == ("number",)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Staten tjente 7 billioner kroner.", "The state earned NOK 7 trillion."),
        ("Staten tjente 1 billion kroner.", "The state earned NOK 1 trillion."),
        ("Huset kostet 1500 millioner kroner.", "The house cost 1.5 billion kroner."),
        ("Det kostet kr 5–10 mill. i fjor.", "It cost 5 million–10 million kroner last year."),
        ("Han fikk 5 kr av 5 millioner.", "He got NOK 5 of 5 million."),
        ("There are 8 billion people.", "Es gibt 8 Milliarden Menschen."),
        ("There are 2 trillion galaxies.", "Es gibt 2 Billionen Galaxien."),
        ("There are 8 million people.", "Det finns 8 miljoner människor."),
    ],
)
def test_the_same_millions_are_the_same_number(source: str, target: str) -> None:
    assert "number" not in warnings(source, target)
