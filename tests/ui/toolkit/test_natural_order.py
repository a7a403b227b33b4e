"""The order in which files that are dropped join the library."""

import unicodedata
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, strategies as st

from ui.toolkit.natural_order import natural_order


@pytest.mark.parametrize(
    "names",
    [
        ["a.txt", "Zorro.txt", "Ærlig.txt", "øre.txt", "Ås.txt"],
        ["kapittel 2", "Kapittel 10", "kapittel 10b"],
        ["Éva", "Ewa", "Éwe"],
        ["Zebra", "Ängel", "Ödla", "Åre"],
    ],
)
def test_numbers_count_and_the_last_letters_are_those_of_the_norwegian_alphabet(names: list[str]) -> None:
    mixed = Random(1).sample(names, len(names))
    for form in ("NFC", "NFD"):  # file systems have either
        found = sorted((Path(unicodedata.normalize(form, name)) for name in mixed), key=natural_order)
        assert [unicodedata.normalize("NFC", path.name) for path in found] == names


@given(st.lists(st.text(), max_size=6))
def test_any_names_have_one_order(names: list[str]) -> None:
    paths = [Path(name) for name in names]
    mixed = Random(1).sample(paths, len(paths))
    assert sorted(paths, key=natural_order) == sorted(mixed, key=natural_order)
