"""Plain text: which line ends are wraps, which mark-up is recognised, and what must survive."""

import string
import textwrap

import pytest
from hypothesis import given, strategies as st

from reader.formats.plaintext import parse_plain_text
from reader.text import Kind, MarkKind, Paragraph

PROSE = (
    "Det var en gang en konge som bodde i et slott langt mot nord, der vinteren varte i ni måneder og sommeren "
    "i tre. Han hadde tre sønner, og den yngste het Askeladden, som alle visste. En dag dro de ut i verden for å "
    "lete etter lykken, og året etter kom de hjem igjen med tomme lommer og slitte sko."
)
VERSE = """\
Der stod en gran på høyen haug,
så rank og grønn,
og alle hugsa dagen da
den falt for vind og brann."""
LONG_LINE = (
    "Dette er et helt avsnitt på én linje, slik et tekstbehandlingsprogram lagrer det, og det er lengre enn hundre."
)


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in parse_plain_text(text).paragraphs]


def kinds(text: str) -> list[tuple[Kind, str]]:
    return [(paragraph.kind, paragraph.text) for paragraph in parse_plain_text(text).paragraphs]


def marked(paragraph: Paragraph) -> list[tuple[MarkKind, str]]:
    return [(mark.kind, paragraph.text[mark.start : mark.end]) for mark in paragraph.marks]


@pytest.mark.parametrize("width", [50, 65, 72, 80, 100])
def test_hard_wrapped_lines_are_joined(width: int) -> None:
    assert texts(textwrap.fill(PROSE, width)) == [PROSE]


def test_wrapped_paragraphs_stay_apart() -> None:
    wrapped = textwrap.fill(PROSE, 60)
    assert texts(f"{wrapped}\n\n{wrapped}\n") == [PROSE, PROSE]


def test_an_indented_first_line_is_no_code() -> None:
    assert kinds(textwrap.fill(PROSE, 72, initial_indent="      ")) == [(Kind.PARAGRAPH, PROSE)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(VERSE, id="verse"),
        pytest.param("Kari Nordmann\nStorgata 5\n0155 Oslo", id="an address"),
        pytest.param("Fra: Kari\nTil: Ola\nEmne: Møte", id="the head of a letter"),
        pytest.param(
            "Og jenta som satt ved vinduet lo,\nog gutten som gikk på veien forbi\n"
            "så opp og stanset en stund der han sto\nog ønsket at dagen var aldri forbi.",
            id="verse of even lines",
        ),
        pytest.param(
            "Og jenta som satt ved det åpne vinduet hver kveld, hun lo,\n"
            "og gutten som gikk på veien forbi i regnet,\n"
            "han så opp og stanset en lang, lang stund der han sto\n"
            "og ønsket at dagen aldri var kommet til enden,\n"
            "og natten kom likevel.",
            id="verse of which some lines are as long as wrapped ones",
        ),
    ],
)
def test_deliberate_line_breaks_are_kept(text: str) -> None:
    assert texts(text) == [text]


def test_verse_keeps_its_breaks_beside_wrapped_prose() -> None:
    assert texts(textwrap.fill(PROSE, 70) + "\n\n" + VERSE) == [PROSE, VERSE]


def test_long_lines_are_paragraphs_without_a_blank_line_between() -> None:
    assert texts(f"Kort først.\n{LONG_LINE}\n{LONG_LINE}\nKort sist.") == [
        "Kort først.",
        LONG_LINE,
        LONG_LINE,
        "Kort sist.",
    ]


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        pytest.param("Idlib-", "og Hama-provinsen", "Idlib- og Hama-provinsen", id="a suspended hyphen"),
        pytest.param("inn-", "eller utland", "inn- eller utland", id="a suspended hyphen before eller"),
        pytest.param("Oslo-", "kartet", "Oslo-kartet", id="a hyphen inside a word"),
        pytest.param("NATO-", "USA er enige", "NATO- USA er enige", id="a hyphen before a capital"),
        pytest.param("verden –", "og alt", "verden – og alt", id="a dash"),
        pytest.param("presi\u00ad", "denten", "presidenten", id="a soft hyphen"),
        pytest.param("møtet", "ble hevet", "møtet ble hevet", id="two words"),
    ],
)
def test_a_word_cut_at_the_end_of_a_line_is_made_whole(before: str, after: str, joined: str) -> None:
    lead = "Dette er en linje som fyller hele bredden i teksten og slutter med " + before
    assert texts(f"{lead}\n{after} og litt til.") == [f"{lead.removesuffix(before)}{joined} og litt til."]


def test_a_soft_hyphen_inside_a_line_is_kept() -> None:
    assert texts("presi\u00addenten") == ["presi\u00addenten"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("– Hei.\n– Nei, sa hun.", ["– Hei.", "– Nei, sa hun."], id="dashes on lines of their own"),
        pytest.param("— Hei.\n— Nei.", ["— Hei.", "— Nei."], id="em dashes"),
        pytest.param("– Hei.\n\n– Nei.", ["– Hei.", "– Nei."], id="dashes between blank lines"),
        pytest.param("- Hei.\n\n- Nei, sa hun.", ["- Hei.", "- Nei, sa hun."], id="hyphens between blank lines"),
        pytest.param("Så kom han.\n\n- Hei!\n\nHun lo.", ["Så kom han.", "- Hei!", "Hun lo."], id="one line of speech"),
        pytest.param("Han sa:\n– Nei.", ["Han sa:", "– Nei."], id="a dash below its speaker"),
    ],
)
def test_speech_is_set_in_paragraphs_of_its_own_and_keeps_its_dash(text: str, expected: list[str]) -> None:
    assert kinds(text) == [(Kind.PARAGRAPH, line) for line in expected]


def test_marks_in_speech_move_with_the_hyphen() -> None:
    [first, _] = parse_plain_text("- Kom *nå*, sa han.\n\n- Nei.").paragraphs
    assert (first.text, marked(first)) == ("- Kom nå, sa han.", [(MarkKind.EMPHASIS, "nå")])


@pytest.mark.parametrize(
    "text",
    [
        "- melk\n- brød",
        "* melk\n* brød",
        "+ melk\n+ brød",
        "- melk\n\n- brød",
        "  - melk\n  - brød",
        "- Melk.\n- Brød.",
    ],
)
def test_a_list_is_a_list(text: str) -> None:
    items = [(paragraph.kind, paragraph.marker, paragraph.level) for paragraph in parse_plain_text(text).paragraphs]
    assert items == [(Kind.LIST_ITEM, "•", 1)] * 2


def test_a_list_may_follow_its_introduction_at_once() -> None:
    expected = [(Kind.PARAGRAPH, "Handleliste:"), (Kind.LIST_ITEM, "melk"), (Kind.LIST_ITEM, "brød")]
    assert kinds("Handleliste:\n- melk\n- brød") == expected


@pytest.mark.parametrize(
    "text",
    ["1. melk\n2. brød", "1. Melk\n2. Brød", "1. melk\n2. Brød", "1) melk\n2) brød", "1. desserten\n2. marsipan"],
)
def test_numbered_lines_are_a_list(text: str) -> None:
    assert [paragraph.kind for paragraph in parse_plain_text(text).paragraphs] == [Kind.LIST_ITEM] * 2
    assert [paragraph.marker for paragraph in parse_plain_text(text).paragraphs] == [text[:2], text.split("\n")[1][:2]]


@pytest.mark.parametrize(
    "text",
    [
        "17. mai 2017",
        "17. mai feires i hele landet.",
        "2. verdenskrig varte i seks år.",
        "Dagen etter:\n1. januar var alt stille.",
        "16. mai øver de.\n\n17. mai går de i tog.",
    ],
)
def test_an_ordinal_number_begins_no_list(text: str) -> None:
    assert kinds(text) == [(Kind.PARAGRAPH, block) for block in text.split("\n\n")]


def test_a_date_at_the_beginning_of_a_wrapped_line_is_joined_to_its_sentence() -> None:
    wrapped = "Alle i landet hadde ventet lenge på at de skulle komme hjem den\n1. mai, som er en fridag for de fleste."
    assert texts(wrapped) == [wrapped.replace("\n", " ")]


@pytest.mark.parametrize(
    ("text", "expected", "marks"),
    [
        pytest.param('*"Nei,"* sa han.', '"Nei," sa han.', [(MarkKind.EMPHASIS, '"Nei,"')], id="emphasised quotation"),
        pytest.param(
            "**fet** og _i kursiv_",
            "fet og i kursiv",
            [(MarkKind.STRONG, "fet"), (MarkKind.EMPHASIS, "i kursiv")],
            id="strong",
        ),
        pytest.param("[Les mer](http://a.no/b)", "Les mer", [(MarkKind.LINK, "Les mer")], id="link"),
        pytest.param("[a] og [b](#)", "[a] og b", [(MarkKind.LINK, "b")], id="brackets are no link"),
        pytest.param("skriv `ls` nå", "skriv ls nå", [(MarkKind.CODE, "ls")], id="code"),
        pytest.param(
            "*over\nto linjer*", "over\nto linjer", [(MarkKind.EMPHASIS, "over\nto linjer")], id="over two lines"
        ),
    ],
)
def test_a_little_mark_up_counts(text: str, expected: str, marks: list[tuple[MarkKind, str]]) -> None:
    [paragraph] = parse_plain_text(text).paragraphs
    assert (paragraph.text, marked(paragraph)) == (expected, marks)


def test_a_link_keeps_its_target() -> None:
    [paragraph] = parse_plain_text("Les [mer](http://a.no/b?c=1&d=2)!").paragraphs
    assert [mark.href for mark in paragraph.marks] == ["http://a.no/b?c=1&d=2"]


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "-----------", "___"])
def test_a_rule_is_a_rule(rule: str) -> None:
    assert [kind for kind, _ in kinds(f"En.\n\n{rule}\n\nTo.")] == [Kind.PARAGRAPH, Kind.RULE, Kind.PARAGRAPH]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("# Tittel\n\n## Under", [(Kind.TITLE, "Tittel"), (Kind.HEADING, "Under")], id="number signs"),
        pytest.param("En linje\n======", [(Kind.PARAGRAPH, "En linje"), (Kind.RULE, "")], id="a double rule"),
        pytest.param("En linje\n-----", [(Kind.PARAGRAPH, "En linje"), (Kind.RULE, "")], id="a rule"),
        pytest.param("> sitert", [(Kind.QUOTE, "sitert")], id="quotation"),
        pytest.param("```\nx = 1\n```", [(Kind.CODE, "x = 1")], id="fenced code"),
    ],
)
def test_blocks_that_show_their_kind_have_it(text: str, expected: list[tuple[Kind, str]]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "snake_case og annet_navn_her",
        r"C:\path\ny_mappe og \\tjener\deling",
        "5 * 3 * 2 = 30",
        "2*3 er 6",
        "<b>ikke fet</b> <br> <!-- ikke borte -->",
        "Fjær &amp; sønn &copy; &#65;",
        "~~strek~~",
        "[1]: http://a.no/",
        "[^1] og [x] og [ ]",
        "#emneknagg",
        "+47 22 33 44 55",
        "-5 grader",
        "a | b | c",
        "100 % ~ 50 ^ {x} $y$",
        "e\u0301 😀 👩‍👩‍👧 \u200b \u00a0 –",
        "«Hei» “du” 'nå' \"så\"",
        "http://a.no/?a=1&b=2#c",
    ],
)
def test_characters_of_plain_text_survive(text: str) -> None:
    [paragraph] = parse_plain_text(text).paragraphs
    assert (paragraph.text, paragraph.marks) == (text, ())


@pytest.mark.parametrize("text", ["", "\n", " \t \n\n  "])
def test_blank_text_has_no_paragraphs(text: str) -> None:
    assert parse_plain_text(text).paragraphs == []


PIECES = st.sampled_from(
    [
        *"*_`[]()<>#-–=|\\&!~+>\"«»'.:",
        "\n",
        "\n\n",
        "\n    ",
        "\t",
        " ",
        "1. ",
        "17. mai",
        "ord",
        "Ord ",
        "](#)",
        "```",
        "---\n",
    ]
)
ANY_TEXT = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))


@given(ANY_TEXT)
def test_any_text_has_paragraphs_whose_marks_lie_inside_them(text: str) -> None:
    for paragraph in parse_plain_text(text).paragraphs:
        assert all(0 <= mark.start < mark.end <= len(paragraph.text) for mark in paragraph.marks)
        order = [(mark.start, -mark.end) for mark in paragraph.marks]
        assert order == sorted(order)
        assert paragraph.kind is Kind.CODE or paragraph.text == paragraph.text.strip()


WORD = st.text(string.ascii_letters + "æøåÆØÅ,.!?:;«»()%", min_size=1, max_size=12)


@given(st.lists(st.lists(WORD, min_size=1, max_size=40), min_size=1, max_size=4), st.integers(20, 110))
def test_no_word_is_lost_however_the_text_is_wrapped(paragraphs: list[list[str]], width: int) -> None:
    text = "\n\n".join(textwrap.fill(" ".join(words), width, break_on_hyphens=False) for words in paragraphs)
    found = " ".join(paragraph.text for paragraph in parse_plain_text(text).paragraphs)
    assert found.split() == [word for words in paragraphs for word in words]


@pytest.mark.parametrize("unit", ["[", "*", "_a", "`", "<", "\n- "])
def test_a_long_run_of_one_sign_is_read(unit: str) -> None:
    assert parse_plain_text(unit * 2000 + "ord").paragraphs


@pytest.mark.parametrize("unit", ["> ", "- ", "1. "])
def test_deep_nesting_loses_no_word(unit: str) -> None:
    assert texts(unit * 30 + "ord")[0].endswith("ord")
    parse_plain_text(unit * 2000 + "ord")


BLOCKS = st.lists(
    st.sampled_from(
        [
            "Et avsnitt med ord.",
            "– Nei, sa han.",
            "- Ja, sa hun.",
            "«Hva?» spurte de.",
            "* punkt",
            "1. Første",
            "   fortsettelse",
            "> Et sitat\n> i to linjer",
            "Noe *viktig* her.",
            "# Tittel",
            "Overskrift\n===",
            "***",
            "---",
            "Se https://example.org/a_b_c og mer.",
            "17. mai 2017",
            "Linje en\nlinje to",
            "| a | b |\n|---|---|\n| 1 | 2 |",
            "    innrykk",
            "(parentes) [1]",
            "```\nkode\n\nmer kode\n```",
            "A < B & C > D!",
        ]
    ),
    max_size=8,
)


@given(BLOCKS)
def test_plain_paragraphs_are_what_the_parser_would_have_made_of_them(blocks: list[str]) -> None:
    text = "\n\n".join(blocks)
    # With a fence, the whole text goes through the parser.
    fence = "\n\n~~~\nx\n~~~"
    assert [*parse_plain_text(text).paragraphs, Paragraph("x", Kind.CODE)] == parse_plain_text(text + fence).paragraphs


@pytest.mark.parametrize("row", ["~~~", "~~~ Del to ~~~", "~~~ Slutt på brevet", "~~~~", "``` og så kom hun"])
def test_signs_between_parts_of_a_text_open_no_code(row: str) -> None:
    text = f"Han gikk hjem.\n\n{row}\n\nHun ble der.\n\n{row}\n\nDe møttes igjen."
    found = parse_plain_text(text).paragraphs
    assert Kind.CODE not in {p.kind for p in found}
    assert [p.text for p in found if p.kind is not Kind.RULE and row not in p.text] == [
        "Han gikk hjem.",
        "Hun ble der.",
        "De møttes igjen.",
    ]


@pytest.mark.parametrize("fence", ["```", "```python", "~~~ text", "````"])
def test_a_fence_that_is_never_closed_is_text(fence: str) -> None:
    found = parse_plain_text(f"Han gikk hjem.\n\n{fence}\nHun ble der.").paragraphs
    assert Kind.CODE not in {p.kind for p in found} and found[-1].text.endswith("Hun ble der.")


@pytest.mark.parametrize("bullets", ["•\n•\n", "✓\n•\n•\n", "•\n"])
def test_bullets_alone_are_read_with_what_is_below(bullets: str) -> None:
    text = f"{bullets}Melk og brød\nog mer til"
    words = " ".join(f"{p.marker} {p.text}" for p in parse_plain_text(text).paragraphs)
    assert words.split()[-6:] == ["Melk", "og", "brød", "og", "mer", "til"]


def test_a_ticked_box_before_a_sentence_stays() -> None:
    found = parse_plain_text("Hei.\n\n- [x] Kjøp melk.\n\n- [ ] Kjøp brød.").paragraphs
    assert [p.marker for p in found] == ["", "☑", "☐"]


@pytest.mark.parametrize("sign", "*#")
def test_a_frame_of_signs_is_none_of_the_text(sign: str) -> None:
    edge, framed = sign * 24, [f"{sign} {line:20} {sign}" for line in ["NB!", "", "Porten stenges kl. 22."]]
    found = parse_plain_text("\n".join(["Kjære alle", edge, *framed, edge, "Hilsen styret"])).paragraphs
    assert [p.text for p in found] == ["Kjære alle", "", "NB!", "Porten stenges kl. 22.", "", "Hilsen styret"]
    assert [p.kind for p in found if not p.text] == [Kind.RULE, Kind.RULE]


def test_items_between_two_rows_of_stars_are_items() -> None:
    found = parse_plain_text("*****\n* melk\n* ost *\n*****").paragraphs
    assert [p.kind for p in found] == [Kind.RULE, Kind.LIST_ITEM, Kind.LIST_ITEM, Kind.RULE]
