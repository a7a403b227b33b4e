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
    ("Han kom ikke før klokken to.", "It was two before he came."),
    ("Jeg vil helst ikke reise.", "I would rather stay."),
    ("Det var ikke slutt.", "There was no end to it."),
    ("Han lot være å svare.", "He did not answer."),
    ("Nesten ingen så det.", "Hardly anyone saw it."),
    ("Hun ville ikke svare.", "She refused to answer."),
    ("Toget gikk ikke før klokken ni.", "The train was delayed until nine."),
    ("Mange kom ikke på jobb.", "Many stayed away from work."),
    ("Bilen stod uten tilsyn.", "The car was unattended."),
    ("De har ikke betalt ennå.", "They have yet to pay."),
    ("Det er ikke uvanlig.", "It is quite common."),
    ("Arbeidet er ikke på langt nær ferdig.", "The work is far from finished."),
    ("Han er langt fra rik.", "He is not rich by any means."),
    ("Jeg har aldri sett noe så vakkert.", "It is the most beautiful thing I have ever seen."),
    ("Uten tvil den beste.", "Undoubtedly the best."),
]
OTHER = [
    ("Han kommer ikke i kveld.", "He is coming tonight.", "ikke", ""),
    ("Han kommer i kveld.", "He is never coming tonight.", "", "never"),
    ("De ville ikke ha noe.", "They wanted some of it.", "ikke", ""),
    ("Ingen av dem svarte.", "Some of them answered.", "Ingen", ""),
    ("Vi dro uten henne.", "We left with her.", "uten", ""),
    ("Vi vet det.", "We don't know that.", "", "don't"),
    ("Regnet stanser ikke.", "The rain does stop.", "ikke", ""),
    ("Skytteren bommet ikke.", "The shooter missed.", "ikke", ""),
    ("Les ikke brevet før fredag.", "Read the letter before Friday.", "ikke", ""),
    ("Avtalen gjelder ikke for hus som ble bygd før krigen.", "It applies to houses built before.", "ikke", ""),
    ("Du bør helst ikke røyke.", "You should preferably smoke.", "ikke", ""),
    ("Uten feil kom de fram.", "They arrived with mistakes.", "Uten", ""),
    ("De sluttet ikke, men gråt i stedet.", "They ended it and cried instead.", "ikke", ""),
    ("Boka er ikke tom.", "The book is empty.", "ikke", ""),
    ("Romferden var ikke kort.", "The space mission was short.", "ikke", ""),
    ("Hjelpen kom ikke fram.", "After the disaster the help arrived.", "ikke", ""),
    ("Hun sang ikke, men fikk danse i stedet.", "She sang and got to dance instead.", "ikke", ""),
    ("De fikk ikke dra til stedet.", "They got to go to the place.", "ikke", ""),
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


@pytest.mark.parametrize(
    ("en", "nb"),
    [("The suspect did not answer.", "Den mistenkte svarte."), ("He did not go to Kyiv.", "Han dro til Ukraina.")],
)
def test_words_that_only_begin_as_others_that_deny_excuse_nothing(en: str, nb: str) -> None:
    assert [each.word for each in findings(en, nb, ("en", "nb")) if each.rule == "negation"] == ["not"]
