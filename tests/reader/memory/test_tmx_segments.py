"""Segments as the sentences of documents have them."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from reader.memory.tmx_codes import LOST, in_one_line, left_of, without_tags
from reader.memory.tmx_report import Unusable
from reader.memory.tmx_sentences import sentences_of
from tests.reader.memory.tmx_files import pair, pairs, tmx


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "minne.tmx"


BREAKS = [
    '<ph type="lb"/>',
    '<ph x="3" type="x-line-break"/>',
    "<ph>&lt;br/&gt;</ph>",
    "<ph>&lt;BR clear='all'&gt;</ph>",
    '<it pos="begin">&lt;p class="a"&gt;</it>',
    "<ept i='1'>&lt;/td&gt;</ept>",
    "<ut>\\line </ut>",
    "<ut>{\\tab}</ut>",
    "<ph>&lt;w:br/&gt;</ph>",
    "<ph>&lt;text:line-break/&gt;</ph>",
    "<ph>&lt;Char HardReturn&gt;</ph>",
    "<ph>\\n</ph>",
    "<ph>\n</ph>",
    "<ph x='1'/>",
    "<x id='1'/>",
    "<ph>&lt;img src='a.png'/&gt;</ph>",
    '<ph id="m1" equiv-text="base64:Jmx0O2JyJmd0Ow=="/>',
]
FORMATTING = [
    "<bpt i='1' type='bold'>&lt;b&gt;</bpt>",
    "<ept i='1'>}</ept>",
    "<bpt i='1'/>",
    "<it pos='end'>&lt;/i&gt;</it>",
    "<ut>{\\b </ut>",
    "<ut>{\\cs6\\f1\\cf6\\lang1024 </ut>",
    "<ph>&lt;span class='x'&gt;</ph>",
    "<ph>&lt;cf bold=on&gt;</ph>",
    "<ph>{\\fs20\\i </ph>",
    "<bpt i='1'>{}</bpt>",
    "<bx id='1'/>",
]


@pytest.mark.parametrize("code", BREAKS)
def test_a_line_break_leaves_a_space_where_words_would_weld(file: Path, code: str) -> None:
    found = pairs(file, tmx(pair(f"Linje én{code}linje to", f"{code}One {code} two{code}.".replace(f"{code}.", "."))))
    assert found == [("Linje én linje to", "One two.")]


@pytest.mark.parametrize("code", FORMATTING)
def test_formatting_leaves_nothing_within_a_word_and_one_space_between_words(file: Path, code: str) -> None:
    found = pairs(file, tmx(pair(f"{code}Særs{code}lig {code} viktig{code}.", f"So {code}im{code}portant{code}!")))
    assert found == [("Særslig viktig.", "So important!")]


@pytest.mark.parametrize(
    ("segment", "sentence"),
    [
        ("Fem<ph>&amp;nbsp;</ph>kilo", "Fem\xa0kilo"),
        ("Fem<ph>\\~</ph>kilo", "Fem\xa0kilo"),
        ("Fem<ph type='nbsp'/>kilo", "Fem\xa0kilo"),
        ("Smith <ph>&amp;amp;</ph> sønn", "Smith & sønn"),
        ('Side<ph>&lt;mq:ch val="&#160;" /&gt;</ph>3', "Side\xa03"),
        ("Hei, <ph>{0}</ph>!", "Hei, {0}!"),
        ("Hei, <ph>%(navn)s</ph>!", "Hei, %(navn)s!"),
        ("Hei, <ph>{{ navn }}</ph>!", "Hei, {{ navn }}!"),
        ('Prøv <hi type="x">dette</hi> nå', "Prøv dette nå"),
        ('<g id="1">Prøv</g> nå<mrk>!</mrk>', "Prøv nå!"),
        ("Se<ph>{\\footnote <sub>En note.</sub>}</ph> her", "Se her"),
        ("a  b\tc", "a  b\tc"),
        ("\n   Vi kom\n\t\t sent \r\n hjem.\n  ", "Vi kom sent hjem."),
        ("Kom\n  <hi>hjem</hi>\n  .", "Kom hjem."),
        ("Kom\n  <hi>hjem</hi>\n  ?!\n", "Kom hjem?!"),
        ("Fil\n .txt\n – og", "Fil .txt – og"),
        ("Kjør <ph>`ls -l`</ph> nå", "Kjør \ufdd0ls -l\ufdd1 nå"),
        ("Fem&#160;kilo", "Fem\xa0kilo"),
        ("a&#x2028;b", "a b"),
        ("Pa&#x30A; o&#xAD;ver", "På o\xadver"),
        ('Kjør <hi type="x-verbatim">git</hi> nå', "Kjør \ufdd0git\ufdd1 nå"),
    ],
)
def test_a_segment_is_the_sentence_of_a_document(file: Path, segment: str, sentence: str) -> None:
    assert pairs(file, tmx(pair(segment, "x"))) == [(sentence, "x")]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("<f0>Viktig:</f0> Les <x1/>dette.", "<f0>Important:</f0> Read <x1/>this.", ("Viktig: Les dette.", None)),
        ("<b>Viktig:</b> les.", '<b class="x">Important:</b> read.', ("Viktig: les.", "Important: read.")),
        ("Les <x1/> dette <1> nå", "Read <x1/> this <1> now", ("Les dette nå", "Read this now")),
        ("Linje<br/>to", "Line<br>two", ("Linje to", "Line two")),
        ("Les {1>dette<1} nå", "Read {1>this<1} now", ("Les dette nå", "Read this now")),
        ("Trykk <b> for fet.", "Press <b> for bold.", ("Trykk <b> for fet.", None)),
        ('Vent <x id="2"/>litt.', 'Wait <x id="2"/>a bit.', ("Vent litt.", "Wait a bit.")),
        ('<bx id="1"/>Vent<ex id="1"/> litt.', '<bx id="1"/>Wait<ex id="1"/>!', ("Vent litt.", "Wait!")),
        ("Vent [1}litt{2] nå", "Wait [1}a bit{2] now", ("Vent litt nå", "Wait a bit now")),
        ("Vent <x1/> litt <i> og </i> sov.", "Wait <x1/> or <i>sleep</i>.", ("Vent litt og sov.", "Wait or sleep.")),
        ("Se [1] og [2].", "See [1] and [2].", ("Se [1] og [2].", None)),
        ("<f0>Viktig</f0>", "Important", ("<f0>Viktig</f0>", "Important")),
        ("Hvis a < b og c > d", "If a < b and c > d", ("Hvis a < b og c > d", None)),
        ("Fil {1} av {2}", "File {1} of {2}", ("Fil {1} av {2}", None)),
    ],
)
def test_tags_in_the_text_go_where_both_sides_have_the_same_and_they_are_tags(
    source: str, target: str, expected: tuple[str, str | None]
) -> None:
    found = without_tags(source, target)
    assert found[0] == expected[0]
    assert expected[1] is None or found[1] == expected[1]


SV = ("nb", "en")


def test_several_sentences_are_split_where_both_sides_have_as_many() -> None:
    found = sentences_of("Vi kom sent. Det regnet hele veien. Alle sov.", "We were late. It rained. All slept.", SV)
    assert found == [
        ("Vi kom sent.", "We were late."),
        ("Det regnet hele veien.", "It rained."),
        ("Alle sov.", "All slept."),
    ]


def test_one_sentence_may_have_a_translation_of_two() -> None:
    assert sentences_of("Hun gikk, og han ble.", "She left. He stayed.", SV) == [
        ("Hun gikk, og han ble.", "She left. He stayed.")
    ]


@pytest.mark.parametrize(
    ("source", "target", "why"),
    [
        ("Vi kom sent. Det regnet.", "We came late, in the rain.", Unusable.SENTENCES),
        (
            "Ja. " + "Det regnet hele den lange veien hjem fra byen. ",
            "Well, it was raining hard all that way home. No.",
            Unusable.SENTENCES,
        ),
        ("", "x", Unusable.EMPTY),
        ("x", " \n ", Unusable.EMPTY),
        ("1 234,50", "1,234.50", Unusable.EMPTY),
        ("…", "…", Unusable.EMPTY),
    ],
)
def test_what_can_never_be_a_sentence_is_told_apart(source: str, target: str, why: Unusable) -> None:
    assert sentences_of(source, target, SV) is why


TEXTS = st.text(st.sampled_from("ab \n\t\xa0.<>{}\\&;/1fx\ufdd2\ufdd3\ufdd4"), max_size=40)


@given(TEXTS, TEXTS)
def test_whatever_stands_in_segments_ends_as_one_line_without_marks_of_codes(source: str, target: str) -> None:
    for text in (in_one_line(source), *without_tags(in_one_line(source), in_one_line(target))):
        assert not set(text) & set("\n\ufdd2\ufdd3\ufdd4")
        assert text == text.strip()
        letters = [c for c in source + target if c in "ab"]
        assert [c for c in text if c in "ab"] == [c for c in text if c in letters]


LONG = [" ", "{ ", "<br", "\\b", "&a", "<b> ", '<mq:ch val="']


@pytest.mark.parametrize(("element", "content"), [*product(["ph", "ut"], LONG)])
def test_long_codes_take_no_time(element: str, content: str) -> None:
    assert len(left_of(element, {}, content * 20_000)) < 2
    in_one_line(f"{content * 20_000}\ufdd2a")
    without_tags(content * 20_000, content * 20_000)


@pytest.mark.parametrize("code", ["<ph x='1' type='x-sdl:time'/>", "<ph type='x-sdl:number'/>"])
def test_a_unit_with_words_that_are_only_in_a_code_is_the_translation_of_none(file: Path, code: str) -> None:
    assert pairs(file, tmx(pair(f"Toget går {code}.", f"The train leaves at {code}."))) == []
    assert sentences_of(f"Toget går {LOST}.", "It leaves.", SV) is Unusable.CODES


def test_a_code_for_a_number_that_has_it_is_read_as_any_other(file: Path) -> None:
    code = "<ph type='x-sdl:number' equiv-text='12'/>"
    assert pairs(file, tmx(pair(f"Buss {code}", f"Bus {code}"))) != []
