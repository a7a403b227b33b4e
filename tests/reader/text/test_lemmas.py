"""Lemmas, and which words are content words."""

import pytest

from reader.text import content_lemmas, lemma
from reader.text.lemmas import is_content_word


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Husenes hus, gikk gå, bøker bok, større stor, Regjeringens regjering, Norges norge, e-postene e-post"),
        ("no", "barna barn"),
        ("en", "went go, houses house, mice mouse, largest large, Norway's norway, children’s child"),
        ("de", "Häuser haus"),
        ("xx", "Words words, 日本 日本"),
    ],
)
def test_inflected_forms_have_the_lemma_of_their_word(language: str, words: str) -> None:
    pairs = [pair.split() for pair in words.split(", ")]
    assert [lemma(word, language) for word, _ in pairs] == [found for _, found in pairs]


def test_function_words_and_signs_are_no_content_words() -> None:
    text = "Regjeringen sa at de nye reglene var bedre – i 2026."
    found = [f"{text[start:end]} {word}" for (start, end), word in content_lemmas(text, "nb")]
    assert found == ["Regjeringen regjering", "sa si", "nye ny", "reglene regel", "bedre god", "2026 2026"]
    assert not any(is_content_word(word, "en") for word in ("The", "of", "hers", "–", ""))
    assert is_content_word("of", "xx")


def test_where_a_list_cannot_be_read_words_are_their_own_lemmas(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from simplemma.strategies.dictionaries import stream_dictionary_factory

    def damaged(language: str) -> bytes:
        raise EOFError

    monkeypatch.setattr(stream_dictionary_factory, "_read_decompressed", damaged)
    assert lemma("Städerna", "sv") == "städerna"
    assert "looking up a lemma" in caplog.text
    caplog.clear()
