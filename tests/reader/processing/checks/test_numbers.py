"""The rule about numbers, Norwegian to English and back."""

import pytest

from reader.processing import Finding, findings

NB_EN = ("nb", "en")


def numbers(source: str, target: str, languages: tuple[str, str] = NB_EN) -> list[Finding]:
    return [each for each in findings(source, target, languages) if each.rule == "number"]


SAME = [
    ("Vi var tolv.", "There were 12 of us."),
    ("Vi var 12.", "There were twelve of us."),
    ("Møtet begynner halv tolv.", "The meeting starts at 11:30."),
    ("Møtet begynner halv tolv.", "The meeting starts at half past eleven."),
    ("Bussen går kvart over ni.", "The bus leaves at a quarter past nine."),
    ("Bussen går fem på halv ni.", "The bus leaves at 8:25."),
    ("Toget går kl. 21.30.", "The train leaves at 9:30 pm."),
    ("Hun kom på tredjeplass, den 3. gangen.", "She came third, for the third time."),
    ("Han kjøpte et dusin egg.", "He bought 12 eggs."),
    ("Han kjøpte to dusin egg.", "He bought two dozen eggs."),
    ("Et par dager senere var 2 av dem borte.", "A couple of days later 2 of them were gone."),
    ("Jeg har en bil og et hus.", "I have a car and a house."),
    ("Musikk fra 1990-årene", "Music from the 1990s"),
    ("Musikk fra 90-tallet", "Music from the nineties"),
    ("Kirken er fra 1800-tallet.", "The church is from the nineteenth century."),
    ("Prisen steg med 3,5 prosent.", "The price rose by 3.5%."),
    ("Det kom 1 000 mennesker.", "A thousand people came."),
    ("Det kom ett tusen mennesker.", "1,000 people came."),
    ("De tjente to millioner kroner.", "They made NOK 2 million."),
    ("De tjente to til tre millioner.", "They made two to three million."),
    ("De tjente en milliard.", "They made a billion."),
    ("En halv million mennesker", "500,000 people"),
    ("Halvannen time", "1.5 hours"),
    ("Tre hundre og førtifem sider", "345 pages"),
    ("Toogtjue år", "22 years"),
    ("I nitten førtifem", "In 1945"),
    ("En tredjedel av 90 elever", "A third of 90 pupils"),
    ("En treårig avtale", "A three-year agreement"),
    ("Kong Harald 5. kom.", "King Harald V came."),
    ("Den 3. mai 2021", "On 3 May 2021"),
    ("Den 3.5.2021", "On May 3, 2021"),
    ("Det var 5 kuldegrader.", "It was −5 degrees."),
    ("Bordet er av tre.", "The table is made of wood."),
    ("Han skjærer figurer i tre.", "He carves figures in wood."),
    ("Et tre måneder gammelt barn", "A three-month-old child"),
    ("Fra ti til tolv personer", "From ten to twelve people"),
    ("Sju av ti", "7 out of 10"),
]


@pytest.mark.parametrize(("nb", "en"), SAME)
def test_the_same_number_in_another_form_is_no_error(nb: str, en: str) -> None:
    assert numbers(nb, en) == []
    assert numbers(en, nb, ("en", "nb")) == []


@pytest.mark.parametrize(
    ("nb", "en", "word", "instead"),
    [
        ("Vi var tolv.", "There were eleven of us.", "tolv", "eleven"),
        ("Vi var 12 i båten.", "We were in the boat.", "12", ""),
        ("Brevet lå der i tre dager.", "The letter lay there for days.", "tre", ""),
        ("Møtet begynner halv tolv.", "The meeting starts at 12:30.", "halv tolv", "12:30"),
        ("Kirken er fra 1800-tallet.", "The church is from the 1700s.", "1800", "1700"),
        ("Den 3. mai 2021", "On 3 June 2021", "mai", "June"),
        ("Han kom på tirsdag.", "He came on Thursday.", "tirsdag", "Thursday"),
        ("To millioner kroner", "Two billion kroner", "To millioner", "Two billion"),
        ("Det er 5 millioner.", "It is 5 billion.", "5 millioner", "5 billion"),
        ("Det var −5 °C i Oslo.", "It was 5 °C in Oslo.", "−5", "5"),
        ("Det er 30 kilometer dit.", "It is 30 miles there.", "30 kilometer", "30 miles"),
        ("Prisen steg med 3,5 prosent.", "The price rose by 35 percent.", "3,5", "35"),
        ("Senest 1. mai får du svar.", "You will get a reply by May.", "1", ""),
    ],
)
def test_another_number_is_named_with_what_stands_for_it(nb: str, en: str, word: str, instead: str) -> None:
    [found] = numbers(nb, en)
    assert (found.word, found.instead) == (word, instead)
    assert nb[slice(*found.source[0])] == word
    assert [en[slice(*span)] for span in found.target] == ([instead] if instead else [])


def test_an_added_number_is_the_one_of_the_translation() -> None:
    [found] = numbers("Vi var i båten.", "All 12 of us were in the boat.")
    assert (found.word, found.source, found.target) == ("12", (), ((4, 6),))


def test_of_other_languages_only_figures_are_compared() -> None:
    assert numbers("Wir waren zwölf.", "Nous étions onze.", ("de", "fr")) == []
    [found] = numbers("Wir waren 12.", "Nous étions 11.", ("de", "fr"))
    assert (found.word, found.instead) == ("12", "11")


@pytest.mark.parametrize("words", ["tre hundre og ", "tusen ", "to millioner ", "hundreogtjue "])
def test_words_on_end_are_many_numbers(words: str) -> None:
    assert numbers(words * 2000, "") != []
