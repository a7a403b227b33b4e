"""Checks for errors in a translation."""

import pytest
from hypothesis import given

from reader.processing import looping, lost_token, warnings
from reader.processing.nontranslatables import lost
from tests.reader.processing.texts import TEXTS


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("1 000,5 kr", "NOK 1,000.5", id="thousands and decimals"),
        pytest.param("1.000,5 kr", "NOK 1,000.5", id="points for thousands"),
        pytest.param("55\u202f000 og 55\u00a0000", "55,000 and 55000", id="thin and no-break spaces"),
        pytest.param("9.000 folk", "9,000 people", id="thousands only"),
        pytest.param("5 000 000 år", "5 million years", id="a million"),
        pytest.param("2,5 mill. år", "2,500,000 years", id="millions in figures"),
        pytest.param("kl. 10.30", "at 10:30", id="time"),
        pytest.param("kl. 08:46", "at 8.46 a.m.", id="time with a nought"),
        pytest.param("kl. 21.30 og 15", "at 9:30 pm and 3 p.m.", id="time after noon"),
        pytest.param("klokken 5:00", "at 5am", id="full hour"),
        pytest.param("19. mai", "19th of May", id="ordinal"),
        pytest.param("1.–3. plass", "1st to 3rd place", id="range of ordinals"),
        pytest.param("80 %", "80%", id="percent"),
        pytest.param("den 3.5.2017", "on 3 May 2017", id="date to words"),
        pytest.param("den 03.05.2017", "on 5/3/2017", id="date the American way"),
        pytest.param("15 menn kom kl. 3", "15 men came at 3 pm", id="each number its own"),
        pytest.param("innen 24.12.", "before December 24", id="day and month"),
        pytest.param("1970-tallet", "the 1970s", id="decade"),
        pytest.param("90-tallet", "the 1990s", id="short decade"),
        pytest.param("på 1700-tallet", "in the 18th century", id="century"),
        pytest.param("the 18th century", "1700-tallet", id="century to Norwegian"),
        pytest.param("2 hunder, 12 katter", "two dogs, twelve cats", id="words"),
        pytest.param("30 personer", "thirty people", id="tens in words"),
        pytest.param("2. verdenskrig", "World War II", id="Roman"),
        pytest.param("en 48-åring", "a 48-year-old", id="in a word"),
        pytest.param("Se www.a.no.", "See www.a.no!", id="address at the end"),
        pytest.param("min_fil.txt-filen", "the min_fil.txt file", id="ending on a file name"),
        pytest.param("km/t og/eller f.eks. bl.a. I/O slutt\\", "none of these", id="no names"),
        pytest.param("_uthevet_ ord", "emphasised word", id="emphasis is no identifier"),
        pytest.param("2 billioner kroner", "2,000 billion kroner", id="a word that means less in English"),
    ],
)
def test_what_is_there_in_the_other_way_of_writing_is_not_lost(source: str, target: str) -> None:
    assert lost(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Se https://a.no/b_c?d=1.", "See https://a.no/b c?d=1.", ("https://a.no/b_c?d=1",), id="URL"),
        pytest.param("Til post@firma.no", "To post@firm.no", ("post@firma.no",), id="e-mail"),
        pytest.param("nrk.no/sport", "nrk.no/sports", ("nrk.no/sport",), id="bare domain"),
        pytest.param("Åpne min_fil.tar.gz", "Open my_fil.tar.gz", ("min_fil.tar.gz",), id="file name"),
        pytest.param("rapport.pdf", "report.pdf", ("rapport.pdf",), id="file name without underscores"),
        pytest.param("i C:\\Mine\\a.txt", "in C:\\My\\a.txt", ("C:\\Mine\\a.txt",), id="Windows path"),
        pytest.param("i /hjem/ola", "in /home/ola", ("/hjem/ola",), id="path"),
        pytest.param("MAX_SIZE er", "MAX SIZE is", ("MAX_SIZE",), id="identifier"),
        pytest.param("Navn: ____", "Name:", ("____",), id="a line to write on"),
        pytest.param("a_b og a_b", "a_b", ("a_b",), id="once of twice"),
        pytest.param("2,5 liter", "25 litres", ("2,5",), id="decimal sign gone"),
        pytest.param("i 1979", "in 197", ("1979",), id="figure gone"),
        pytest.param("17 og 17", "17 and", ("17",), id="one of two numbers"),
        pytest.param("kl. 21.30", "at 9:30 am", ("21.30",), id="wrong half of the day"),
        pytest.param("192.168.0.1", "192.168.1.0", ("192.168.0.1",), id="row of figures"),
        pytest.param("den 3.5.2017", "on 3 June 2017", ("5",), id="wrong month"),
        pytest.param("14 banker", "forty banks", ("14",), id="wrong word"),
    ],
)
def test_what_is_lost_is_named_as_written(source: str, target: str, expected: tuple[str, ...]) -> None:
    assert lost(source, target) == expected


@given(text=TEXTS)
def test_a_text_loses_nothing_against_itself(text: str) -> None:
    assert lost(text, text) == ()
    assert not looping(text, text)
    assert not set(warnings(text, text)) - {"untranslated"}


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("the man the the the the", id="a word"),
        pytest.param("the rate of the rate of the rate of the house", id="a phrase on end"),
        pytest.param("we are here today, you are, we are here today, and we are here today", id="a phrase between"),
        pytest.param("the pijjjjjjjjjj house", id="a letter"),
        pytest.param("cycycycycycycycycycy", id="a syllable"),
        pytest.param("word after word of " + " ".join(map(chr, range(200, 400))), id="far too long"),
    ],
)
def test_a_loop_is_found(target: str) -> None:
    assert looping("Mannen går hjem til huset sitt.", target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        pytest.param("Nei, nei, nei, nei!", "No, no, no, no!", id="the source says it as often"),
        pytest.param("Innhold ............ 5", "Contents ............ 5", id="dots of a table"),
        pytest.param("Osv.", "And so on and so forth.", id="a short source"),
        pytest.param("我喜歡在早上喝一杯熱咖啡", "In the morning I like to drink a cup of hot coffee", id="ideographs"),
        pytest.param("5 km² (3 sq mi)", "5 sq km (3 sq mi), 6 sq km (2 sq mi)", id="figures between the words"),
    ],
)
def test_what_the_source_repeats_is_no_loop(source: str, target: str) -> None:
    assert not looping(source, target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Hun er 48 år.", "She is 48 years old.", (), id="nothing"),
        pytest.param("Hun er 48 år.", "She is old.", ("number",), id="number lost"),
        pytest.param("Hun er gammel.", "She is 48 years old.", ("number",), id="number new"),
        pytest.param("Han er en mann.", "He he he he he is.", ("repetition",), id="loop"),
        pytest.param("Ja.", "Yes, and this goes on as if it had been said.", ("long",), id="longer"),
        pytest.param("Dette var en lang setning som ble til så lite.", "A sentence.", ("short",), id="shorter"),
        pytest.param("dette er ikke oversatt", "dette  er ikke oversatt ", ("untranslated",), id="same"),
        pytest.param("Per og Kari Moe, min_fil.txt", "Per og Kari Moe, min_fil.txt", (), id="same but names"),
    ],
)
def test_the_user_is_warned(source: str, target: str, expected: tuple[str, ...]) -> None:
    assert warnings(source, target) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("Run \ufdd0git push\ufdd1.", ()),
        ("Run git push.", ("verbatim",)),
        ("Run \ufdd0git pull\ufdd1.", ("verbatim",)),
    ],
    ids=["there", "not as such", "changed"],
)
def test_a_verbatim_span_that_is_gone_is_warned_of(target: str, expected: tuple[str, ...]) -> None:
    assert warnings("Kjør \ufdd0git push\ufdd1.", target) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Se https://nrk.no/a her.", "See https://nrk.no/a here.", ()),
        ("Se https://nrk.no/a her.", "See https://nrk.no/b here.", ("verbatim",)),
        ("Hei {{navn}}, du er her 😆", "Hi {{name}}, you are here 😆", ("verbatim",)),
        ("Hei {{navn}}, du er her 😆", "Hi {{navn}}, you are here", ("verbatim",)),
        ("Skriv %s og %s nå.", "Write %s now.", ("verbatim",)),
        ("Skriv {x} nå.", "Write ${x} now.", ()),
        ("Det er 2,5 km dit.", "It is 2.5 kilometres there.", ()),
    ],
)
def test_a_token_that_is_gone_or_changed_is_warned_of(source: str, target: str, expected: tuple[str, ...]) -> None:
    assert warnings(source, target) == expected
    assert lost_token(source, target) == ("verbatim" in expected)


def test_a_network_address_before_a_colon_is_warned_of() -> None:
    assert "verbatim" in warnings("2001:db8::3: Slik er det.", "2001:db8:::3: So it is.")


def test_verbatim_spans_that_touch_in_the_translation_are_there() -> None:
    assert warnings("Skriv \ufdd0(\ufdd1 og \ufdd0)\ufdd1.", "Type \ufdd0()\ufdd1 there.") == ()


def test_words_and_numbers_in_a_verbatim_span_are_not_compared_with_others() -> None:
    source = "Kode: \ufdd0select 7 from the table\ufdd1"
    assert lost(source, source.replace("Kode", "Code")) == ()
    assert warnings(source.replace("Kode", "Data"), source.replace("Kode", "Data")) == ()
    assert lost(source, "Code: 7") == ("\ufdd0select 7 from the table\ufdd1",)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The shift is from 3 to 11 pm.", "Skiftet er fra kl. 15 til kl. 23."),
        ("We begin at noon.", "Vi begynner kl. 12.00."),
        ("Kong Harald 5. kom.", "King Harald V came."),
        ("A map in 1:25,000.", "Et kart i 1:25\u00a0000."),
    ],
)
def test_numbers_that_the_other_language_writes_in_another_way_are_none_changed(source: str, target: str) -> None:
    assert "number" not in warnings(source, target)


def test_what_is_a_number_in_one_text_and_a_name_in_the_other_is_not_lost() -> None:
    source, target = "Det trengs 16.4 her.", "You need iOS 16.4 here."
    assert "number" not in warnings(source, target)
    assert "number" in warnings("Det trengs 16.4 her, ikke 16.4 der.", target)
