"""The rule about negation, Norwegian to English and back."""

import pytest

from reader.processing import findings

NB_EN = ("nb", "en")

SAME = [
    ("Han kommer ikke.", "He is not coming."),
    ("Han kommer ikke.", "He isn’t coming."),
    ("Jeg er ikke enig.", "I disagree."),
    ("Det lyktes ikke.", "It failed."),
    ("De hadde ikke mat.", "They were without food."),
    ("Hverken hun eller han kom.", "Neither she nor he came."),
    ("Ingen så noe.", "Nobody saw anything."),
    ("Et trådløst nett uten passord", "A wireless network without a password"),
    ("Boka er ikke bare lang, men også god.", "The book is both long and good."),
    ("Ikke minst barna liker det.", "The children in particular like it."),
    ("Nei, han kom.", "No, he came."),
    ("Huset er ubebodd.", "Nobody lives in the house."),
]
OTHER = [
    ("Han kommer ikke i kveld.", "He is coming tonight.", "ikke", ""),
    ("Han kommer i kveld.", "He is never coming tonight.", "", "never"),
    ("De ville ikke ha noe.", "They wanted some of it.", "ikke", ""),
    ("Ingen av dem svarte.", "Some of them answered.", "Ingen", ""),
    ("Vi dro uten henne.", "We left with her.", "uten", ""),
    ("Vi vet det.", "We don't know that.", "", "don't"),
    ("Han spiser ikke kjøtt og drikker aldri vin.", "He does not eat meat and drinks wine.", "aldri", ""),
]


@pytest.mark.parametrize(("nb", "en"), SAME)
def test_a_negation_that_is_there_in_other_words_is_not_lost(nb: str, en: str) -> None:
    assert [each for each in findings(nb, en, NB_EN) if each.rule == "negation"] == []
    assert [each for each in findings(en, nb, ("en", "nb")) if each.rule == "negation"] == []


@pytest.mark.parametrize(("nb", "en", "lost", "added"), OTHER)
def test_a_lost_or_added_negation_is_named(nb: str, en: str, lost: str, added: str) -> None:
    [found] = [each for each in findings(nb, en, NB_EN) if each.rule == "negation"]
    assert found.word == lost or added
    assert [nb[slice(*span)] for span in found.source] == ([lost] if lost else [])
    assert [en[slice(*span)] for span in found.target] == ([added] if added else [])


@pytest.mark.parametrize("languages", [("", ""), ("de", "en"), ("nb", "nn")])
def test_other_pairs_of_languages_are_not_judged(languages: tuple[str, str]) -> None:
    assert findings("Han kommer ikke i kveld.", "He is coming tonight.", languages) == ()
