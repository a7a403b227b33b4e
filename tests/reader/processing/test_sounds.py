"""What of subtitles is not said: signs, who speaks, sounds."""

import pytest

from reader.processing import set_phrase, unspoken, unspoken_in


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- Hei.", "Hei."),
        ("-Kom inn.", "Kom inn."),
        ("...og så", "og så"),
        ("- … og så", "og så"),
        ("♪ Å, jeg vet et land ♪", "Å, jeg vet et land"),
        ("# La la la #", "La la la"),
        (">> REPORTER: Takk.", "Takk."),
        ("KARI NORDMANN: Kom!", "Kom!"),
        ("MANN 2: (ROPER) Vent!", "Vent!"),
        ("- [ler] Nei.", "Nei."),
        ("(til Kari) Nei.", "(til Kari) Nei."),
        ("Anna: Nei.", "Anna: Nei."),
        ("Kl. 12: Nei.", "Kl. 12: Nei."),
        ("-5 grader", "-5 grader"),
        ("Jeg vet ikke ...", "Jeg vet ikke ..."),
        ("- ... ♪", "- ... ♪"),
        ("[ler]", "[ler]"),
    ],
)
def test_what_is_said(text: str, said: str) -> None:
    before, behind = unspoken(text, "nb", inner=False)
    assert text[before : len(text) - behind] == said


def test_an_ellipsis_behind_belongs_to_a_sentence_only_where_that_ends() -> None:
    assert unspoken("Hun gikk ...", "nb", inner=True) == (0, 4)
    assert unspoken("♪ Hun gikk... ♪", "nb", inner=True) == (2, 5)


@pytest.mark.parametrize(
    ("norwegian", "english"),
    [
        ("- (LER) ", "- (LAUGHS) "),
        ("MANN 2: ", "MAN 2: "),
        ("[Sukker] ", "[Sighs] "),
        (">> KARI: ", ">> KARI: "),
        ("♪ ", "♪ "),
    ],
)
def test_known_words_in_it_are_in_the_other_language(norwegian: str, english: str) -> None:
    assert unspoken_in(norwegian, "nb", "en") == english
    assert unspoken_in(english, "en", "nb") == norwegian
    assert unspoken_in(norwegian, "nb", "de") == norwegian


@pytest.mark.parametrize(
    ("source", "target", "sentence", "translation"),
    [
        ("nb", "en", "[Musikk]", "[Music]"),
        ("en", "nb", "(DOOR SLAMS)", "(DØR SMELLER)"),
        ("en", "nb", "[ laughing ]", "[ler]"),
        ("nb", "en", "[Brev fra Kari]", None),
        ("nb", "en", "Musikk", None),
    ],
)
def test_a_sentence_that_only_describes_a_sound(source: str, target: str, sentence: str, translation: str) -> None:
    found = set_phrase(sentence, source, target)
    assert (found.text if found else None) == translation
    if found is not None:
        [(a, b, c, d, _)] = found.links
        assert sentence[a:b] == sentence.strip("[]() ")
        assert translation[c:d] == translation.strip("[]()")
