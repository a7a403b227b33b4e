"""Words of a translation that are in no dictionary, and are made of no words that are."""

from collections.abc import Iterable

import pytest

from reader.spelling import invented_words

NORWEGIAN = "forbruker avgift trykkeri hus eier vennlig arbeid plass by nabo lærer stor avis våpen stille gi leve lov"
ENGLISH = "colour wood shed tax happy the paper traveler fly fight plane struggle"
KNOWN = {"nb": frozenset(NORWEGIAN.split()), "en": frozenset(ENGLISH.split())}


def unknown(words: Iterable[str], language: str) -> frozenset[str]:
    return frozenset(words) - KNOWN[language]


def invented(source: str, target: str, language: str) -> list[str]:
    [spans] = invented_words([(source, target)], language, unknown)
    return [target[slice(*span)] for span in spans]


@pytest.mark.parametrize("word", ["forbrukerisker", "trykkzoriert", "strugglefly", "hussbarnet", "kvabbel-avgift"])
def test_a_word_that_is_made_of_no_known_words_is_told(word: str) -> None:
    assert invented("The tax", f"avgift {word} hus", "nb") == [word]


@pytest.mark.parametrize(
    "word",
    ["forbrukeravgift", "arbeidsplass", "huseieren", "naboen", "noen", "uvennlig", "forbrukeravgiftsplass", "by-avis"],
)
def test_norwegian_words_that_are_joined_or_derived_are_known(word: str) -> None:
    assert invented("The tax", f"avgift {word} hus", "nb") == []


@pytest.mark.parametrize("word", ["woodshed", "unhappy", "travelers", "tax-paper"])
def test_english_words_that_are_joined_or_derived_are_known(word: str) -> None:
    assert invented("avgift", f"the {word} tax", "en") == []


def test_an_american_dictionary_alone_tells_nothing() -> None:
    def american(words: Iterable[str], language: str) -> frozenset[str]:
        return unknown(words, language) | (frozenset(words) & {"colour"})

    assert invented_words([("a", "the xyzzk")], "en", unknown) == [((4, 9),)]
    assert invented_words([("a", "the xyzzk")], "en", american) == [()]


def test_names_and_what_is_like_a_word_of_the_source_are_not_told() -> None:
    assert invented("Paellaen er spansk.", "the paella tax", "en") == []
    assert invented("Hr. Xyzzk", "the Xyzzk Qwert tax", "en") == []
    assert invented("En xyzzk", "the xyzzk tax", "en") == []
    assert invented("Se https://xyzzk.no", "the https://xyzzk.no/qwertz tax", "en") == []


def test_several_are_told_in_their_places_and_other_languages_are_not_judged() -> None:
    pairs = [("a", "the xyzzk tax xyzzk qwertz"), ("b", "the tax")]
    assert invented_words(pairs, "en", unknown) == [((4, 9), (14, 19), (20, 26)), ()]
    assert invented_words(pairs, "de", unknown) == [(), ()]


def test_without_a_dictionary_nothing_is_told() -> None:
    assert invented_words([("a", "the xyzzk")], "en", lambda _words, _language: frozenset()) == [()]
