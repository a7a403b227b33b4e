"""What a model gets in other words, so that it keeps the sentence around it."""

import pytest
from hypothesis import given

from reader.processing import Placeholders, plan, tokens, written_out
from reader.processing.splices import Splices
from tests.reader.processing.texts import TEXTS


def for_model(text: str, source: str, target: str) -> str:
    return Splices.of(text, written_out(text, tokens(text, source, target), source, target)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sykkelen kostet 3 499 kr på salg.", "Sykkelen kostet 3 499 kroner på salg."),
        ("Jakka kostet 799 kr.", "Jakka kostet 799 kroner."),
        ("Bollen koster 1 kr.", "Bollen koster 1 krone."),
        ("Laget fikk 4 mill. kr av banken.", "Laget fikk 4 millioner kroner av banken."),
        ("Laget fikk 1 mill. kroner.", "Laget fikk 1 million kroner."),
        ("Brua kostet 2,1 mrd.", "Brua kostet 2,1 milliarder."),
        ("Lampa koster 349,- hos oss.", "Lampa koster 349 kroner hos oss."),
        ("Lampa koster kr 349,- hos oss.", "Lampa koster kr 349 hos oss."),
        ("Hybelen koster 6 500 kr/mnd. med strøm.", "Hybelen koster 6 500 kroner per måned med strøm."),
        ("Fisken koster 129 kr/kg nå.", "Fisken koster 129 kroner per kg nå."),
        ("Turen starter kl. 9 ved porten.", "Turen starter klokka 9.00 ved porten."),
        ("Turen starter kl 9.15 ved porten.", "Turen starter klokka 9.15 ved porten."),
        ("Stille mellom kl. 23 og kl. 07.", "Stille mellom klokka 23.00 og 07.00."),
        ("Vi løper kl. 6 om morgenen.", "Vi løper klokka seks om morgenen."),
        ("Åpent kl. 10–18.", "Åpent klokka 10.00–18.00."),
        ("Åpent kl. 10.15–18.", "Åpent klokka 10.15–18."),
        ("Melka koster 21 kr/l her.", "Melka koster 21 kr/l her."),
        ("Hun kom 8. nov. med toget.", "Hun kom 8. november med toget."),
        ("De bor i 4. etg. mot gata.", "De bor i 4. etasje mot gata."),
        ("Se s. 48 om dette.", "Se side 48 om dette."),
        ("Skriv `kl. 9` og `5 kr` der.", "Skriv `kl. 9` og `5 kr` der."),
        ("Han heter Kr. Berg og er 5.", "Han heter Kr. Berg og er 5."),
    ],
)
def test_norwegian_abbreviations_beside_figures_are_written_out(text: str, expected: str) -> None:
    assert for_model(text, "nb", "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mug costs $12.95 today.", "The mug costs 12.95 dollars today."),
        ("I owe you $1.", "I owe you 1 dollar."),
        ("The bid was US$4.5m in cash.", "The bid was 4.5 million dollars in cash."),
        ("It takes $15/hour.", "It takes 15 dollars per hour."),
        ("Fees are $40–60 a day.", "Fees are 40–60 dollars a day."),
        ("The play ends at 9 p.m. tonight.", "The play ends at 21:00 tonight."),
        ("The play ends at 9:40 PM.", "The play ends at 21:40."),
        ("It opens at 12:05 a.m. sharp.", "It opens at 00:05 sharp."),
        ("Lunch is from 11 to 1 pm.", "Lunch is from 11:00 to 13:00."),
        ("It is shut between 1 and 2 pm today.", "It is shut between 13:00 and 14:00 today."),
        ("We were 4 and 10 pm came.", "We were 4 and 22:00 came."),
        ("Lunch is 1-2:30 pm.", "Lunch is 13:00 to 14:30."),
        ("We eat at 12 noon today.", "We eat at 12:00 today."),
        ("From April 30 to May 2 we rest.", "From 30 April to 2 May we rest."),
        ("It is on Sunday, March 9.", "It is on Sunday 9 March."),
        ("On Sunday, March 9, 2025, we sail.", "On Sunday 9 March 2025 we sail."),
        ("Open on March 9 and 10.", "Open on March 9 and 10."),
        ("See p. 7 and pp. 9–11.", "See page 7 and pages 9–11."),
        ("Set ${x} and $HOME to 5.", "Set ${x} and $HOME to 5."),
        ("I am 5 among many.", "I am 5 among many."),
    ],
)
def test_english_halves_of_the_day_dollars_and_american_dates_are_written_out(text: str, expected: str) -> None:
    assert for_model(text, "en", "nb") == expected


@pytest.mark.parametrize(("source", "target"), [("nb", "de"), ("de", "en"), ("nb", "nn"), ("", "")])
def test_other_languages_are_left(source: str, target: str) -> None:
    assert not written_out("Das kostet 5 kr um 9 p.m.", (), source, target)


def test_what_is_written_out_is_no_placeholder_and_stays_in_the_sentence() -> None:
    text = "Se a.no kl. 9 for 5 kr."
    found = tokens(text, "nb", "en")
    placeholders = Placeholders.of(text, found, written_out(text, found, "nb", "en"))
    assert placeholders.text == "Se X1 klokka 9.00 for 5 kroner."
    assert placeholders.named == "Se X1 kl. 9 for 5 kr."
    assert [placeholders.text[start:end] for start, end in placeholders.spans()] == ["X1"]
    assert placeholders.source.before((6, 12)) == (8, 13)
    assert plan(text, found, written_out(text, found, "nb", "en")).pieces == (placeholders.text,)


@given(text=TEXTS)
def test_replacements_are_in_order_and_outside_tokens(text: str) -> None:
    for source, target in (("nb", "en"), ("en", "nb")):
        taken = {place for token in tokens(text, source, target) for place in range(token.start, token.end)}
        end = 0
        for start, stop, _ in written_out(text, tokens(text, source, target), source, target):
            assert end <= start < stop <= len(text)
            assert taken.isdisjoint(range(start, stop))
            end = stop


@pytest.mark.parametrize("part", ["1 kr ", "kl. 1 ", "$1.000", "1 am-", "1.000 ", "from 1:00-", "May 1, ", "1 and "])
def test_thousands_are_written_out_at_once(part: str) -> None:
    text = part * (8_000 // len(part))
    for source, target in (("nb", "en"), ("en", "nb")):
        written_out(text, (), source, target)
