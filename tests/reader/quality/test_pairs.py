"""The sentence pairs that estimates of quality are calibrated on."""

import unicodedata

from reader.paths import RESOURCES
from reader.text import detect_language

LINES = (RESOURCES / "quality" / "pairs.tsv").read_text("utf-8").splitlines()
PAIRS = [line.split("\t") for line in LINES if not line.startswith("#")]


def test_there_are_three_hundred_pairs_and_none_twice() -> None:
    assert len(PAIRS) == 300 and all(len(pair) == 2 for pair in PAIRS)
    for side in zip(*PAIRS, strict=True):
        assert len({sentence.casefold() for sentence in side}) == 300


def test_they_are_clean_text() -> None:
    for sentence in (sentence for pair in PAIRS for sentence in pair):
        assert sentence == " ".join(sentence.split()) and sentence.isprintable()
        assert unicodedata.is_normalized("NFC", sentence)
        assert 8 <= len(sentence.split()) <= 35


def test_each_side_is_in_its_language() -> None:
    for language, side in zip(("nb", "en"), zip(*PAIRS, strict=True), strict=True):
        for start in range(0, 300, 10):
            assert detect_language(" ".join(side[start : start + 10])).language == language
