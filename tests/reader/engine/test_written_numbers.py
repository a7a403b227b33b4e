"""Numbers, amounts, dates and times from the sentence to its finished translation, with the shipped pair."""

import pytest

from reader.engine import Engine
from reader.packages import find_packages

pytestmark = pytest.mark.usefixtures("shipped_pair")

WANTED = {
    ("nb", "en"): {
        "Byen har 10.000 innbyggere.": "10,000",
        "Kommunen har 1 234 567,89 kroner på konto.": "1,234,567.89",
        "Møtet begynner kl. 14.30 i morgen.": "14:30",
        "Butikken er åpen 10.00–18.00 på lørdager.": "10:00–18:00",
        "Hun ble født den 12.03.1984 i Bergen.": "12 March 1984",
        "Leien er kr 1.250,50 i måneden.": "NOK 1,250.50",
        "Staten brukte 3,2 mrd. kroner på veier.": "NOK 3.2 billion",
        "Boka koster 500 kr.": "NOK 500",
        "Se kapittel 3.2 om de 3,5 prosentene i 2024.": "3.2",
    },
    ("en", "nb"): {
        "The municipality has 1,234,567.89 kroner in its account.": "1\u00a0234\u00a0567,89",
        "The meeting starts at 2:30 pm tomorrow.": "kl. 14.30",
        "The shop is open 10 am–6 pm on Saturdays.": "kl. 10–18",
        "The state spent $3.2 billion on roads.": "3,2 milliarder dollar",
        "It was popular in the '90s.": "90-tallet",
        "He uses Python 3.11 at work in 2024.": "Python 3.11",
    },
}


@pytest.mark.parametrize(("source", "target"), WANTED)
def test_what_a_sentence_has_is_written_as_the_language_of_its_translation_does(source: str, target: str) -> None:
    wanted = WANTED[source, target]
    translations = Engine(find_packages().choose(source, target), linking=False).translate(list(wanted))
    pairs = zip(wanted.values(), translations, strict=True)
    assert [found.text for there, found in pairs if there not in found.text] == []


def test_the_words_of_what_was_rewritten_and_those_after_it_are_linked() -> None:
    sentence = "Hun ble født den 12.03.1984 i Bergen."
    (found,) = Engine(find_packages().choose("nb", "en")).translate([sentence])
    linked = {(sentence[a:b], found.text[c:d]) for a, b, c, d, _ in found.links}
    assert ("Bergen", "Bergen") in linked
    assert any("1984" in theirs for ours, theirs in linked if ours == "12.03.1984")
