"""Signs in plain text: those of the author's words stay, those that surely mark words become marks."""

import re
import string
from collections.abc import Sequence

import pytest
from hypothesis import assume, given, strategies as st

from reader.formats.plaintext import parse_plain_text
from reader.text import Mark, MarkKind, Paragraph

WORDS = st.text(string.ascii_lowercase + "æøå", min_size=2, max_size=9)
PAIRS = st.tuples(WORDS, WORDS)
LITERAL: Sequence[st.SearchStrategy[str]] = [
    PAIRS.map(lambda w: f"{w[0]}*{w[1]} og {w[1]}*{w[0]}"),  # gender stars
    PAIRS.map(lambda w: f"__{w[0]}__ eller __{w[1]}__.py"),
    PAIRS.map(lambda w: f"_{w[0]}_ eller {w[0]}_{w[1]}_"),
    PAIRS.map(lambda w: f"{w[0][0]}*{w[1][0]}*x = 2**3**4"),
    PAIRS.map(lambda w: f"{w[0][0]}*** og {w[1][0]}**{w[1][-1]}"),  # masked words
    PAIRS.map(lambda w: f"*.{w[0]} og *.{w[1]}"),
    PAIRS.map(lambda w: f"char **{w[0]}, *{w[1]};"),
    PAIRS.map(lambda w: f"{w[0]}* og {w[1]}**"),  # signs of notes
    PAIRS.map(lambda w: f"``{w[0]}'' og `{w[1]}' her"),
    PAIRS.map(lambda w: f"`{w[0]} {w[1]}!` sa hun"),
    PAIRS.map(lambda w: f"{w[0]}[i]({w[1]})"),
    PAIRS.map(lambda w: f"<{w[0]}> og <{w[0]}@{w[1]}.no>, &amp; &{w[1]};"),
    PAIRS.map(lambda w: f"C:\\{w[0]}\\_{w[1]}\\*.txt \\* \\_ [x] ~{w[0]}~ ^{w[1]}^"),
    PAIRS.map(lambda w: f"https://{w[0]}.no/_{w[1]}_/{w[0]}_*"),
]


def read(text: str) -> Paragraph:
    [paragraph] = parse_plain_text(text).paragraphs
    return paragraph


def marked(paragraph: Paragraph) -> list[tuple[MarkKind, str]]:
    return [(mark.kind, paragraph.text[mark.start : mark.end]) for mark in paragraph.marks]


@given(st.lists(st.one_of(*LITERAL), min_size=1, max_size=5))
def test_signs_that_belong_to_words_stay(pieces: list[str]) -> None:
    text = f"Her er {', så '.join(pieces)} til slutt."
    assume(not re.search(r"\*\w+;.*_\* ", text))  # the signs of two pieces are a pair
    assert read(text).text == text
    assert {mark.kind for mark in read(text).marks} <= {MarkKind.LINK}


@given(st.lists(st.one_of(*LITERAL), min_size=1, max_size=3), PAIRS)
def test_words_that_are_marked_are_so_beside_signs_that_stay(pieces: list[str], words: tuple[str, str]) -> None:
    inner, literal = " ".join(words), ", så ".join(pieces)
    found = read(f"Her er *{inner}* ({literal}) og **{words[0]}**")
    assert found.text == f"Her er {inner} ({literal}) og {words[0]}"
    assert [m for m in marked(found) if m[0] is not MarkKind.LINK] == [
        (MarkKind.EMPHASIS, inner),
        (MarkKind.STRONG, words[0]),
    ]


@pytest.mark.parametrize("sign", ["*", "**", "***"])
@pytest.mark.parametrize("around", ["{}", "({})", "«{}»", '"{}"', "{}, ja", "{}.", "– {}!", "en {} til"])
def test_stars_around_a_word_are_marks(sign: str, around: str) -> None:
    found = read(f"Se {around.format(f'{sign}ordet{sign}')}")
    assert found.text == f"Se {around.format('ordet')}"
    assert {text for _, text in marked(found)} == {"ordet"}


def test_underscores_around_one_word_are_marks_only_in_a_text_that_marks_several_words_so() -> None:
    assert read("Feltet _navn_ er tomt.").text == "Feltet _navn_ er tomt."
    assert read("Han _ville_ ikke, _ikke engang nå_.").text == "Han ville ikke, ikke engang nå."


def test_an_address_between_angle_brackets_keeps_them_and_is_a_link() -> None:
    found = read("Kari <kari@moe.no> og <https://a.no/x_y>")
    assert found.text == "Kari <kari@moe.no> og <https://a.no/x_y>"
    assert [mark.href for mark in found.marks] == ["mailto:kari@moe.no", "https://a.no/x_y"]


def test_brackets_are_a_link_only_before_an_address() -> None:
    assert read("Tallet [i](x) og ordet [sic](se)").marks == ()
    assert read("Les [mer *her*](http://a.no/_b_)").marks == (
        Mark(4, 11, MarkKind.LINK, "http://a.no/_b_"),
        Mark(8, 11, MarkKind.EMPHASIS),
    )


def test_characters_that_stand_in_for_signs_are_kept() -> None:
    assert read("Et \ufdd0 og *to*").text == "Et \ufdd0 og *to*"


@pytest.mark.parametrize(
    "unit", ["*a ", "_a ", "`a ", "[a ", "**a *b* ", "*a **b** ", "[a](b ", "``a` ", "_a_b_", "*ab*"]
)
def test_a_long_run_of_signs_is_read(unit: str) -> None:
    assert parse_plain_text(unit * 20_000 + "ord").paragraphs
