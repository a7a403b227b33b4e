"""Care with text: what goes to the model, what stays out, what is mended, and what is found wrong."""

import pytest
from hypothesis import example, given, strategies as st

from reader.processing import joined_pieces, looping
from reader.processing.care import finish, lost, plan, plan_around, warnings

# Text as it may come, thick with what the rules are about.
FRAGMENTS = st.sampled_from(
    [
        *("https://a.no/b_c?d=1", "post@firma.no", "min_fil.txt", "C:\\x\\y.doc", "/etc/x", "~/b", "www.x.no", "____"),
        *(
            "1 000,5",
            "1,000.5",
            "000",
            "10.30",
            "3.5.2017",
            "48-åring",
            '5"',
            "NRK",
            "I",
            "Å",
            "ordet",
            "mer",
            "Hva",
            "水",
        ),
        *"«»“”\"'‘’–—-•….?!:,()[]%ßİŉ\t\n\u2028",
        *("..", "''", "   ", " "),
    ]
)
TEXTS = st.one_of(
    st.text(), st.lists(FRAGMENTS, max_size=12).map("".join), st.lists(FRAGMENTS, max_size=12).map(" ".join)
)


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        pytest.param("Vi kom hjem.", ("Vi kom hjem.",), id="a sentence"),
        pytest.param("– Nei.", ("Nei.",), id="dash of speech"),
        pytest.param("—No, he said.", ("No, he said.",), id="dash without a space"),
        pytest.param("- Er du der?", ("Er du der?",), id="hyphen as a dash"),
        pytest.param("• Melk og brød ", ("Melk og brød",), id="bullet"),
        pytest.param("–5 grader ute", ("–5 grader ute",), id="a minus is no dash"),
        pytest.param("Navn:\tOla Lie\nBy:   Oslo", ("Navn:", "Ola Lie", "By:", "Oslo"), id="tab, line break, wide gap"),
        pytest.param("Hei  du", ("Hei  du",), id="two spaces do not divide"),
        pytest.param("", (), id="empty"),
        pytest.param(" \n", (), id="white space"),
        pytest.param("* * * … 12.50 %", (), id="symbols and figures"),
        pytest.param("https://a.no/b, min_fil.txt", (), id="names only"),
        pytest.param("B)", (), id="a letter is no word"),
        pytest.param("水", ("水",), id="an ideograph is a word"),
        pytest.param("NEI!", ("Nei!",), id="a word in capitals"),
        pytest.param("MØTE I NRK OG EU", ("Møte i NRK og EU",), id="acronyms in capitals"),
        pytest.param("WHAT AM I TO DO?", ("What am I to do?",), id="English I in capitals"),
        pytest.param("«STOPP», KL. 10", ("«Stopp», kl. 10",), id="abbreviation in capitals"),
        pytest.param("SE MIN_FIL.TXT OG A4-ARK", ("Se MIN_FIL.TXT og A4-ark",), id="names in capitals"),
        pytest.param("NATO sier nei.", ("NATO sier nei.",), id="acronym in a sentence"),
    ],
)
def test_the_model_gets_the_words_of_a_sentence(sentence: str, pieces: tuple[str, ...]) -> None:
    assert plan(sentence).pieces == pieces


@pytest.mark.parametrize(
    ("sentence", "translations", "expected"),
    [
        pytest.param("– Nei.", ["No."], "– No.", id="dash"),
        pytest.param("  Ja.\n", [" Yes. "], "  Yes.\n", id="white space"),
        pytest.param("SE MIN_fil.txt NÅ", ["See MIN_fil.txt now"], "SEE MIN_fil.txt NOW", id="capitals but not names"),
        pytest.param("EN\tto", ["One", "two"], "ONE\ttwo", id="each piece its own capitals"),
        pytest.param("…", [], "…", id="nothing to translate"),
    ],
)
def test_the_surroundings_return(sentence: str, translations: list[str], expected: str) -> None:
    assert plan(sentence).join(translations) == expected


def test_a_translation_too_few_is_an_error() -> None:
    with pytest.raises(ValueError, match="shorter"):
        plan("en\tto").join(["one"])


@pytest.mark.parametrize(
    ("sentence", "pieces"),
    [
        pytest.param("Se https://a.no/b_c, og min_fil.txt (her).", ("Se", "og", "(her)"), id="names"),
        pytest.param('Skriv til "a@b.no" i dag.', ("Skriv til", "i dag"), id="within quotation marks"),
        pytest.param("I 1814 kom 300 menn.", ("I", "kom", "menn"), id="numbers, and a word of one letter"),
        pytest.param("En 48-åring og A4-ark.", ("En 48-åring og A4-ark",), id="numbers in words"),
        pytest.param("12, 13", (), id="nothing left"),
    ],
)
def test_around_protected_parts_the_text_between_is_translated(sentence: str, pieces: tuple[str, ...]) -> None:
    assert plan_around(sentence).pieces == pieces


@pytest.mark.parametrize(
    ("sentence", "translations", "expected"),
    [
        pytest.param(
            "Les min_fil.txt og svar.", ["Read.", "And answer."], "Read min_fil.txt and answer.", id="a capital"
        ),
        pytest.param(
            "På a_b er norsk best.", ["On", "Norwegian is best."], "On a_b Norwegian is best.", id="kept capital"
        ),
        pytest.param("Kom a_b til byen Oslo.", ["Come", "Oslo city."], "Come a_b Oslo city.", id="a name in front"),
        pytest.param("Ta a_b for dr. Ås", ["Take", "for Ås Inc."], "Take a_b for Ås Inc.", id="abbreviation"),
    ],
)
def test_stretches_come_back_into_one_sentence(sentence: str, translations: list[str], expected: str) -> None:
    assert plan_around(sentence).join(translations) == expected


@pytest.mark.parametrize("way", [plan, plan_around])
@given(text=TEXTS)
@example(text="– –\u2028A\u00a0\x1c")
@example(text="İSTANBUL ŉ ẞ")
def test_a_model_that_changes_nothing_gives_every_text_back(way: type, text: str) -> None:
    planned = way(text)
    assert planned.join(planned.pieces) == text


@given(texts=st.lists(FRAGMENTS, max_size=12).map(" ".join))
def test_nothing_protected_goes_into_a_piece_on_the_way_round(texts: str) -> None:
    planned = plan_around(texts)
    assert set(lost(texts, planned.join(["x"] * len(planned.pieces)))) <= {"48", "5", "1"}


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
    ("source", "target", "language", "expected"),
    [
        pytest.param("«Hvorfor?» spurte han.", '"Why?" he asked.', "en", "“Why?” he asked.", id="guillemets to curly"),
        pytest.param('"Hvorfor?" spurte han.', "“Why?” he asked.", "en", '"Why?" he asked.', id="straight to straight"),
        pytest.param("“Why?” he asked.", '"Hvorfor?" spurte han.', "nb", "«Hvorfor?» spurte han.", id="to guillemets"),
        pytest.param("«En «to» tre»", "«One «two» three»", "en", "“One ‘two’ three”", id="nested doubles"),
        pytest.param("«En ‘to’ tre»", "\"One 'two' don't\"", "en", "“One ‘two’ don't”", id="nested singles"),
        pytest.param("\"One 'two' three\"", "\"En 'to' tre\"", "nb", "«En ‘to’ tre»", id="nested to Norwegian"),
        pytest.param("A ‘bad bank’", "En 'dårlig bank'", "nb", "En «dårlig bank»", id="British singles"),
        pytest.param("It's Tom's.", "Det er Lars' 'n'.", "nb", "Det er Lars' 'n'.", id="apostrophes"),
        pytest.param("Han sa «nei».", 'He said " no ".', "en", "He said “no”.", id="no space inside"),
        pytest.param("«Nei.»", "No.", "en", "“No.”", id="marks around the whole are put back"),
        pytest.param("«Nei».", "No.", "en", "“No”.", id="before the full stop"),
        pytest.param("– «Kom inn.", "Come in.", "en", "– “Come in.", id="one that closes later"),
        pytest.param("Det er alt».", "That is all.", "en", "That is all”.", id="one that opened earlier"),
        pytest.param("«A» og «B»", "A and B", "en", "A and B", id="no guessing where"),
        pytest.param("Nei", 'The "no"', "en", 'The "no"', id="none in the source"),
        pytest.param("«Nei»", '"Nej"', "da", '"Nej"', id="another language"),
        pytest.param('Et 5" rør i «a»', 'A 5" pipe in "a"', "en", 'A 5" pipe in “a”', id="inches"),
        pytest.param("‘a’ i x.no/'b'", "'a' in www.x.no/'b'.", "en", "“a” in www.x.no/'b'.", id="not in an address"),
        pytest.param("«Nei», sa «Per».", '"No, said "Per".', "en", "“No, said “Per”.", id="one mark forgotten"),
        pytest.param("– Nei.", "No.", "en", "– No.", id="dash put back"),
        pytest.param("– Nei.", "– - No.", "en", "– No.", id="second dash away"),
        pytest.param("Nei.", "- No.", "en", "No.", id="dash of the model's own away"),
        pytest.param("Nei, takk.", "No , thanks .", "en", "No, thanks.", id="space before punctuation"),
        pytest.param("Vent ... her", "Wait ... here", "en", "Wait ... here", id="space before an ellipsis"),
        pytest.param("Bonsoir!", "Bonsoir !", "fr", "Bonsoir !", id="French spacing"),
        pytest.param("Ja.", "Yes..", "en", "Yes.", id="two full stops"),
        pytest.param("Hva?", "What?.", "en", "What?", id="question mark and full stop"),
        pytest.param("Ja.", "Yes,.", "en", "Yes.", id="comma and full stop"),
        pytest.param("Ja ...", "Yes ...", "en", "Yes ...", id="an ellipsis"),
        pytest.param("Han sa «ja».", 'He said "yes.".', "en", "He said “yes.”", id="full stops around a mark"),
        pytest.param("Kapittel en", "Chapter one.", "en", "Chapter one", id="heading"),
        pytest.param("Kontor i USA", "Office in the U.S.", "en", "Office in the U.S.", id="abbreviation"),
        pytest.param("Epler osv", "Apples etc.", "en", "Apples etc.", id="one-word abbreviation"),
    ],
)
def test_the_last_touches(source: str, target: str, language: str, expected: str) -> None:
    assert finish(source, target, language) == expected


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Leiekontrakt nr. 5", "rent contract No. 5", "Rent contract No. 5"),
        ("– Takk!", "– thanks!", "– Thanks!"),
        ("«Å nei», sa hun.", "“oh no,” she said.", "“Oh no,” she said."),
        ("iPhone er ny.", "iPhone is new.", "iPhone is new."),
        ("Nye iPhone er her.", "iPhone is here.", "iPhone is here."),
        ("Tolv katter.", "12 cats.", "12 cats."),
        ("2. Kapittel", "2nd chapter", "2nd chapter"),
        ("etter middag", "after dinner", "after dinner"),
        ("Les https://a.no/b", "https://a.no/b is read", "https://a.no/b is read"),
        ("In this house", "i dette huset", "I dette huset"),  # "i" is in "this"
        ("Stor hage", "a large garden", "A large garden"),
        ("Kommandoen ls viser filer.", "ls shows files.", "ls shows files."),
    ],
)
def test_a_sentence_begins_with_a_capital_if_the_source_does(source: str, target: str, expected: str) -> None:
    assert finish(source, target, "en") == expected


@pytest.mark.parametrize(
    ("source", "target", "language", "expected"),
    [
        ("“Yes,” she said.", "Ja, sa hun.", "nb", "«Ja», sa hun."),
        ("“Go home!” they cried.", "Gå hjem! ropte de.", "nb", "«Gå hjem!» ropte de."),
        ("“Go home!” they cried.", "Gå hjem!» ropte de.", "nb", "«Gå hjem!» ropte de."),
        ("“Yes, at 10.30,” she said.", "Ja, kl. 10.30, sa hun.", "nb", "«Ja, kl. 10.30», sa hun."),
        ("“I know,” he said, “it is.”", "Jeg vet, sa han, «det er det.»", "nb", "«Jeg vet», sa han, «det er det.»"),
        ("«Ja», sa hun.", "Yes, she said.", "en", "“Yes,” she said."),
        (
            "«Ja, og nei!» sa hun, og gikk.",
            "Yes, and no! she said, and went.",
            "en",
            "“Yes, and no!” she said, and went.",
        ),
        # There is no telling where these end, or they are there.
        ("“Yes” is a word.", "Ja er et ord.", "nb", "Ja er et ord."),
        ("“Yes, no,” she said.", "Ja sa hun.", "nb", "Ja sa hun."),
        ("“Yes,” she said.", "«Ja», sa hun.", "nb", "«Ja», sa hun."),
    ],
)
def test_speech_at_the_beginning_has_its_marks(source: str, target: str, language: str, expected: str) -> None:
    assert finish(source, target, language) == expected


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (
            [("Da det regnet,", "When it rained."), ("gikk hun hjem.", "She went home.")],
            "When it rained, she went home.",
        ),
        ([("Han så henne;", "He saw her;"), ("Oslo var tom.", "Oslo was empty.")], "He saw her; Oslo was empty."),
        ([("Ja, kl.", "Yes, at."), ("ti.", "Ten.")], "Yes, at. ten."),
        ([("hun sa:", "she said –"), ("nei", "No")], "she said – no"),
    ],
)
def test_pieces_of_a_long_sentence_are_one_sentence_again(pieces: list[tuple[str, str]], expected: str) -> None:
    assert joined_pieces(pieces) == expected


@given(source=TEXTS, target=TEXTS, language=st.sampled_from(["nb", "en", "fr"]))
@example(source="«a»", target="3 000", language="nb")
def test_the_last_touches_lose_nothing(source: str, target: str, language: str) -> None:
    result = finish(source, target, language)
    assert lost(target, result) == ()
    assert lost(source, result) == lost(source, target)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        pytest.param("Hun er 48 år.", "She is 48 years old.", (), id="nothing"),
        pytest.param("Hun er 48 år.", "She is old.", ("number",), id="number lost"),
        pytest.param("Hun er gammel.", "She is 48 years old.", ("number",), id="number new"),
        pytest.param("Han er en mann.", "He he he he he is.", ("repetition",), id="loop"),
        pytest.param("Ja.", "Yes, and this goes on as if it had been said.", ("length",), id="longer"),
        pytest.param("Dette var en lang setning som ble til så lite.", "A sentence.", ("length",), id="shorter"),
        pytest.param("dette er ikke oversatt", "dette  er ikke oversatt ", ("untranslated",), id="same"),
        pytest.param("Per og Kari Moe, min_fil.txt", "Per og Kari Moe, min_fil.txt", (), id="same but names"),
    ],
)
def test_the_user_is_warned(source: str, target: str, expected: tuple[str, ...]) -> None:
    assert warnings(source, target) == expected


@pytest.mark.parametrize(
    "unit",
    [
        ".",
        "1",
        "1.1,",
        "123 ",
        "\"'",
        '" ',
        "«",
        "a_",
        "a@",
        "a.",
        "/a",
        "\\a",
        "A ",
        "- ",
        " ",
        "\u2003",
        "ab",
        "nrk.no/",
    ],
)
def test_thirty_thousand_of_anything_takes_no_longer_than_it_must(unit: str) -> None:
    # Anything quadratic would take long here, and the run with it.
    text = (unit * 30_000)[:30_000]
    for way in (plan, plan_around):
        planned = way(text)
        assert planned.join(planned.pieces) == text
    assert finish("«x».", text, "nb") and not warnings(text, f"{text}x")[1:]
