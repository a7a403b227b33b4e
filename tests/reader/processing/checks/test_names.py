"""The rule about names, Norwegian to English and back."""

import pytest

from reader.processing import findings

SAME = [
    ("Vi møtte Kari Nordmann i Bergen.", "We met Kari Nordmann in Bergen."),
    ("Vi reiste gjennom Norge og Tyskland.", "We travelled through Norway and Germany."),
    ("Statsbesøket i København", "The state visit to Copenhagen"),
    ("Så kom Gorbatsjov til Tsjernobyl.", "Then Gorbachev came to Chernobyl."),
    ("Det er Ibsens stykke.", "It is Ibsen’s play."),
    ("Rapporten fra FN og EU", "The report from the UN and the EU"),
    ("Hun bor i USA.", "She lives in the United States."),
    ("Hun bor i USA.", "She lives in the U.S."),
    ("En lov fra Stortinget", "An act of Parliament"),
    ("De seilte over Middelhavet.", "They sailed across the Mediterranean."),
    ("De så Det kaspiske hav.", "They saw the Caspian Sea."),
    ("Han arbeider i Utenriksdepartementet.", "He works at the Ministry of Foreign Affairs."),
    ("Møtet er på mandag i april.", "The meeting is on a Monday in April."),
    ("Han snakker norsk og fransk.", "He speaks Norwegian and French."),
    ("Sa han: «Kom hit!» Så gikk de.", "“Come here!” he said. Then they left."),
    ("Hun sa at jeg er sen, og jeg har løpt.", "She said I'm late, and I’ve run."),
    ("Kommunen betalte kr 500.", "The municipality paid NOK 500."),
    ("Kommunen betalte 500 euro.", "The municipality paid EUR 500."),
    ("Kyotoavtalen ble undertegnet.", "The Kyoto agreement was signed."),
]


def names(source: str, target: str, languages: tuple[str, str]) -> list[tuple[str, str]]:
    return [(each.word, each.instead) for each in findings(source, target, languages) if each.rule == "name"]


@pytest.mark.parametrize(("nb", "en"), SAME)
def test_a_name_as_the_other_language_has_it_is_not_lost(nb: str, en: str) -> None:
    assert names(nb, en, ("nb", "en")) == []
    assert names(en, nb, ("en", "nb")) == []


def test_a_lost_an_added_and_a_changed_name_are_told() -> None:
    nb, en = "Vi møtte Sunniva i Bergen.", "We met Sunniva in Bergen."
    assert names(nb, "We met her in Bergen.", ("nb", "en")) == [("Sunniva", "")]
    assert names("Vi møtte henne i Bergen.", en, ("nb", "en")) == [("Sunniva", "")]
    assert names(nb, "We met Hallvard in Bergen.", ("nb", "en")) == [("Sunniva", "Hallvard")]
    assert names(en, "Vi møtte Hallvard i Bergen.", ("en", "nb")) == [("Sunniva", "Hallvard")]


def test_a_heading_in_capitals_has_no_names_of_its_own() -> None:
    assert names("Slik baker du brød", "How To Bake Your Own Bread", ("nb", "en")) == []
    assert names("SLIK BAKER DU BRØD", "HOW TO BAKE BREAD", ("nb", "en")) == []
