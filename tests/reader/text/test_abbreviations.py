"""Sentences with abbreviations in them, made of parts, so that their ends are known."""

from unicodedata import normalize

from hypothesis import given, strategies as st

from reader.text import split_sentences

GAPS = st.sampled_from([" ", "\u00a0"])
NAMES = ["Ågot", "Berit", "Émile", "Øystein", "Tordis", "Ulrik"]
PLACES = ["Kråkerøy", "Ås", "Levanger", "Risør"]
WORDS = ["gulrøtter", "bøker", "ullsokker", "båter", "klokker"]
NEXT = ["Alle var enige.", "Det snødde.", "Hun lo.", "Så ble det stille.", "Vi venter ennå."]
GOES_ON = [
    "f. eks.",
    "bl. a.",
    "t. o. m.",
    "f. o. m.",
    "d. v. s.",
    "m. a. o.",
    "p. g. a.",
    "m. h. t.",
    "v. h. a.",
    "s. k.",
]
MAY_END = ["o. s. v.", "m. m.", "o. l.", "m. fl.", "e. l.", "m. v.", "o. fl."]
STREETS = ["Granv.", "Bakkev.", "Lundegt.", "Parkvn.", "Torvpl.", "Bygdøyv.", "Elvegt.", "Bispeg.", "Fjellvg."]
LAWS = ["asl.", "tvl.", "fvl.", "strl.", "aml.", "avhl.", "forskr.", "ftrl.", "kjl.", "vphl."]
CAPITALS = ["GNR.", "BNR.", "KL.", "TLF.", "ORG.NR.", "JF.", "NR.", "PBL.", "KAP.", "PKT."]
UNLISTED = ["Temp.", "Kval.", "Maks.", "Innb.", "Ant.", "Diam.", "Dos.", "Konst."]
OWN_SENTENCES = ["Vel.", "Feil.", "Takk.", "Slutt.", "Nei.", "Hei.", "Stopp."]
ENGLISH_ON = ["e. g.", "i. e.", "e.g.", "i.e.", "approx.", "cf."]
ENGLISH_NUMBER = ["No.", "Sec.", "Vol.", "Ch.", "Apt.", "Temp.", "Qty.", "Fig."]


def cut(text: str, language: str = "nb") -> list[str]:
    return [text[a:b] for a, b in split_sentences(text, language)]


def one_of(*choices: list[str]) -> st.SearchStrategy[str]:
    return st.sampled_from([each for group in choices for each in group])


@given(one_of(GOES_ON), one_of(NAMES, PLACES), one_of(WORDS), one_of(NEXT), GAPS)
def test_an_abbreviation_with_spaces_does_not_end_a_sentence(
    abbreviation: str, name: str, word: str, following: str, gap: str
) -> None:
    first = f"De ba om {word}, {abbreviation.replace(' ', gap)} {name} og de andre."
    assert cut(f"{first} {following}") == [first, following]
    opening = f"{abbreviation.capitalize()} {name} ville ha {word}."
    assert cut(f"{following} {opening}") == [following, opening]


@given(one_of(MAY_END), one_of(WORDS), one_of(NEXT))
def test_one_that_may_end_a_sentence_does_so_before_a_capital_only(end: str, word: str, following: str) -> None:
    assert cut(f"Hun solgte {word} {end} {following}") == [f"Hun solgte {word} {end}", following]
    inside = f"Hun solgte {word} {end} på torget."
    assert cut(f"{inside} {following}") == [inside, following]


@given(st.permutations(NAMES), st.sampled_from("AEKLMOP"), st.sampled_from("AELMOV"))
def test_initials_are_not_such_abbreviations(names: list[str], first: str, second: str) -> None:
    sentence = f"Da kom {first}. {second}. {names[0]}sen hjem."
    assert cut(f"{sentence} Hun lo.") == [sentence, "Hun lo."]


@given(one_of(STREETS), st.integers(1, 140), st.sampled_from(["", " A", " C", "B"]), one_of(NEXT), one_of(PLACES))
def test_a_house_number_belongs_to_the_abbreviated_street(
    street: str, number: int, letter: str, following: str, place: str
) -> None:
    for end in (".", f" i {place}.", f", 0{number % 900 + 100} {place}."):
        first = f"Vi flyttet til {street} {number}{letter}{end}"
        assert cut(f"{first} {following}") == [first, following]


@given(one_of(LAWS), st.integers(1, 30), st.integers(1, 9), one_of(NEXT))
def test_a_section_belongs_to_the_abbreviated_law(law: str, chapter: int, section: int, following: str) -> None:
    for first in (
        f"Kravet følger av {law} § {chapter}-{section}.",
        f"Dette er nytt, jf. {law} §§ {chapter} flg. og nr. {section} bokstav c.",
        f"Se HR-20{chapter:02}-{section}27-A.",
    ):
        assert cut(f"{first} {following}") == [first, following]


@given(st.sampled_from(["Kravet står i loven.", "Det er en regel.", "Han nådde sitt mål."]), st.integers(1, 40))
def test_a_section_may_begin_a_sentence(first: str, section: int) -> None:
    second = f"§ {section} gjelder ikke."
    assert cut(f"{first} {second}") == [first, second]


@given(one_of(CAPITALS), st.integers(1, 900), one_of(NEXT), st.sampled_from(["VEDTAK OM", "Brev om", "–", ""]))
def test_capitals_do_not_make_another_word_of_an_abbreviation(
    abbreviation: str, number: int, following: str, before: str
) -> None:
    heading = f"{before} {abbreviation} {number} I KOMMUNEN".strip()
    assert cut(heading) == [heading]
    assert cut(f"Hun er med i PR. {number} andre er det ikke.") == ["Hun er med i PR.", f"{number} andre er det ikke."]


@given(one_of(UNLISTED), st.integers(1, 99), st.integers(0, 9), one_of(NEXT))
def test_a_short_word_before_a_figure_is_an_abbreviation_if_it_opens_the_sentence(
    word: str, number: int, decimal: int, following: str
) -> None:
    first = f"{word} {number},{decimal} ble målt kl. 7."
    assert cut(f"{first} {following}") == [first, following]


@given(one_of(OWN_SENTENCES), st.integers(1, 99), one_of(WORDS))
def test_a_whole_word_before_a_figure_is_a_sentence(word: str, number: int, thing: str) -> None:
    assert cut(f"{word} {number} {thing} er nok.") == [word, f"{number} {thing} er nok."]
    assert cut(f"Han kom. {number} {thing} er nok.") == ["Han kom.", f"{number} {thing} er nok."]


@given(one_of(NAMES), one_of(NEXT))
def test_a_name_follows_who_signs_for_another(name: str, following: str) -> None:
    for abbreviation in ("e.f.", "e. f."):
        first = f"Brevet er signert {abbreviation} {name} Moe."
        assert cut(f"{first} {following}") == [first, following]


@given(one_of(ENGLISH_ON), one_of(ENGLISH_NUMBER), st.integers(1, 60))
def test_english_abbreviations_belong_to_what_follows(on: str, numbered: str, number: int) -> None:
    first = f"They grow fruit, {on} Gala apples, see {numbered} {number} there."
    assert cut(f"{first} It rained.", "en") == [first, "It rained."]


@given(st.sampled_from(["p. m.", "a. m."]), st.integers(1, 12))
def test_english_hours_may_end_a_sentence(half: str, hour: int) -> None:
    assert cut(f"We met at {hour} {half} The rain had stopped.", "en") == [
        f"We met at {hour} {half}",
        "The rain had stopped.",
    ]
    assert len(cut(f"We met at {hour} {half} and left.", "en")) == 1


@given(one_of(NAMES), st.sampled_from(["Å", "É", "Ö", "Ü"]), one_of(NEXT))
def test_decomposed_letters_are_letters(name: str, initial: str, following: str) -> None:
    text = f"Da kom {initial}. {name} Lie hjem. {following} På plan {initial}. Så gikk de, d. v. s. Åse og Åge."
    sentences = cut(text)
    assert len(sentences) == 4
    assert cut(normalize("NFD", text)) == [normalize("NFD", each) for each in sentences]


@given(one_of(["Chr.", "Th.", "Wm.", "Joh.", "Edv."]), one_of(NAMES), one_of(NEXT))
def test_an_abbreviated_given_name_belongs_to_the_name(given_name: str, name: str, following: str) -> None:
    first = f"Huset tegnet {given_name} {name}sen."
    assert cut(f"{first} {following}") == [first, following]


@given(one_of(["fnr.", "snr.", "gnr.", "bnr."]), st.integers(1, 400), one_of(NEXT))
def test_the_numbers_of_a_property_belong_together(kind: str, number: int, following: str) -> None:
    first = f"Tomten har bnr. 7 {kind} {number} i Ås kommune."
    assert cut(f"{first} {following}") == [first, following]
