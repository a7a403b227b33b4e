"""Plain text: which line ends are wraps, block by block."""

import random
import string
import textwrap
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, strategies as st

from reader.formats import Choices, Lines, read_text
from reader.formats.plaintext import parse_plain_text
from reader.text import Kind
from tests.wrapped_texts import asides, hyphenated, optimal

FOREST = (
    "Skogen bak gården var eldre enn noen kunne huske, og trærne sto så tett at lyset bare så vidt nådde bakken. Om "
    "høsten gikk barna dit med kurver for å plukke tyttebær, og de voksne hogde ved til vinteren. Ingen gikk lenger "
    "inn enn til bekken, for bak den begynte det som de gamle kalte for villmarka."
)
HARBOUR = (
    "The harbour had been closed for most of the winter because of the ice, and the fishermen had mended their nets "
    "in the long shed behind the church. When the thaw came at last, they put the boats out in a single morning. "
    "By noon there was not a sail left along the whole of the quay."
)
POEM = "Sakte siger skumringen\ninn over åkrene våre,\nog alt det som var vondt i dag\ner glemt i morgen."
WIDTHS = st.integers(30, 140)


def texts(text: str, lines: Lines = Lines.JUDGED) -> list[str]:
    return [paragraph.text for paragraph in parse_plain_text(text, lines).paragraphs]


def words(text: str) -> str:
    """The letters and digits."""
    return "".join(filter(str.isalnum, text))


def greedy(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False)


def flowed(text: str, width: int) -> list[str]:
    lines = greedy(text, width)
    return [*(f"{line} " for line in lines[:-1]), lines[-1]]


@st.composite
def prose(draw: st.DrawFn) -> str:
    """A paragraph of the words and sentences of the two above, in another order."""
    sentences = [f"{s.rstrip('.')}." for text in (FOREST, HARBOUR) for s in text.split(". ")]
    language = draw(st.booleans())
    chosen = draw(st.permutations(sentences[:3] if language else sentences[3:]))
    return " ".join([*chosen, sentences[0 if language else 3]])


@given(prose(), WIDTHS, st.sampled_from([greedy, optimal, flowed]))
def test_a_paragraph_is_whole_at_any_width(text: str, width: int, wrap: Callable[[str, int], Sequence[str]]) -> None:
    assert texts("\n".join(wrap(text, width))) == [text]


@given(prose(), prose(), WIDTHS, WIDTHS)
def test_each_paragraph_has_a_width_of_its_own(first: str, second: str, width: int, other: int) -> None:
    text = f"{textwrap.fill(first, width)}\n\n{textwrap.fill(second, other)}"
    assert texts(text) == [first, second]


@given(prose(), prose(), WIDTHS, st.integers(1, 8))
def test_paragraphs_without_blank_lines_are_told_by_their_indent(
    first: str, second: str, width: int, indent: int
) -> None:
    wrapped = [textwrap.fill(text, width, initial_indent=" " * indent) for text in (first, second)]
    assert texts("\n".join(wrapped)) == [first, second]


def test_a_short_last_line_ends_a_paragraph() -> None:
    wrapped = "\n".join(textwrap.fill(text, 60) for text in (FOREST, HARBOUR, FOREST))
    assert texts(wrapped) == [FOREST, HARBOUR, FOREST]


def test_a_line_that_could_not_be_wrapped_says_nothing_of_the_others() -> None:
    address = "https://www.eksempel.no/bilder/skogen/hosten/tytteber-ved-bekken-1923.jpg?storrelse=full"
    wrapped = textwrap.fill(FOREST, 60)
    assert texts(f"{wrapped}\n\nSe her:\n{address}\n\n{wrapped}")[::2] == [FOREST, FOREST]


@given(st.integers(0, 10_000), st.sampled_from(sorted(asides())))
def test_deliberate_lines_are_kept_alone(seed: int, kind: str) -> None:
    lines = asides()[kind](random.Random(seed))
    expected = "\n".join(lines)
    found = parse_plain_text(expected).paragraphs
    table = [p for p in found if p.kind is Kind.TABLE_CELL]
    assert table if kind == "table" else [p.text for p in found] == [expected]


@pytest.mark.parametrize("kind", sorted(set(asides()) - {"table"}))
def test_deliberate_lines_are_kept_beside_wrapped_ones(kind: str) -> None:
    for seed in range(20):
        expected = "\n".join(asides()[kind](random.Random(seed)))
        assert texts(f"{textwrap.fill(FOREST, 72)}\n\n{expected}") == [FOREST, expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(POEM, id="verse"),
        pytest.param(
            "BESTEMOR: Har du lukket grinda, slik jeg ba deg om i går kveld?\nGUTTEN: Nei.\nBESTEMOR: Gjør det nå.",
            id="drama",
        ),
        pytest.param("4 egg\n3 dl melk\n2 ss smør\n1 klype salt", id="recipe"),
        pytest.param("2025-02-01 08:00:01 start of the nightly run\n2025-02-01 08:00:09 end of it", id="log"),
        pytest.param("09.00 Frokost i spisesalen\n10.15 Avgang fra kaia med båten Havørn", id="programme"),
        pytest.param(
            "Sted: Bygdehuset på Nes, inngang fra parkeringsplassen bak kirken\nTid: kl. 18\nPris: gratis",
            id="labels",
        ),
        pytest.param(
            "siri: lurte på om noen vil være med ut på fjorden, vi har plass til to\nper.b: gjerne\nsiri: fint",
            id="chat",
        ),
        pytest.param("Veslemøy Berg\nNordlandsforskning, avdeling for kultur\nPostboks 14\n8049 Bodø", id="address"),
    ],
)
def test_lines_that_are_deliberate_stay(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Fyret på Stokkøya ble tent for første gang i 1874, og det lyste helt til\n"
            "1943. Da ble linsen gjemt i en fjøs, og den kom ikke til syne igjen før i\n"
            "1951. Nå står den på museet.",
            id="years",
        ),
        pytest.param(
            "Leien for naustet skal betales på forhånd, og pengene må være inne den\n"
            "10. i hver måned. Den som leier, skal også måke snø, og\n"
            "rydde opp etter seg på brygga når båten er satt på land om høsten.",
            id="an ordinal between uneven lines",
        ),
        pytest.param(
            "Brannøvelsen begynner onsdag den\n4. mars. Alle møter ved døra i\n5. etasje, også de som har fri.",
            id="a date and an ordinal in order",
        ),
    ],
)
def test_numbers_that_end_or_go_on_with_a_sentence_begin_no_line(text: str) -> None:
    assert texts(text) == [text.replace("\n", " ")]


def test_numbers_of_a_list_or_chronicle_begin_lines() -> None:
    chronicle = "1874. Fyret ble tent, og det lyste helt til\n1943. Da kom krigen til øya."
    assert texts(chronicle) == [chronicle]
    assert texts("Dette skal vi ha med på turen til\n1. hytta\n2. sjøen")[1:] == ["hytta", "sjøen"]


@pytest.mark.parametrize("sign", ["+", "-", "–"])
def test_a_sign_within_a_wrapped_sentence_begins_no_item(sign: str) -> None:
    text = (
        "Havnestyret har regnet på hva det vil koste å bygge ut den gamle moloen\n"
        f"{sign} en kran og tre nye fortøyninger, og kommet til at pengene ikke kan\n"
        "strekke til."
    )
    assert texts(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Dette må du ta med til dugnaden på stranda på lørdag\n- spade\nog godt humør", id="with room"),
        pytest.param(f"{FOREST[:67]}\n- spade til å grave med og en bøtte som er tett\n- klær", id="several"),
        pytest.param(f"{FOREST[:66]}:\n- spade til å grave med og en bøtte som er tett\nog klær", id="behind a colon"),
    ],
)
def test_a_sign_that_may_begin_an_item_does(text: str) -> None:
    assert parse_plain_text(text).paragraphs[1].kind is Kind.LIST_ITEM


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Post 4  Naustrekka\n        Laget leier ut de fire tomme naustene innerst i vika\n"
            "        fra nyttår. Liv spør kommunen hvilke papirer utleie\n        krever.",
            "Post 4  Naustrekka\nLaget leier ut de fire tomme naustene innerst i vika fra nyttår. Liv spør kommunen "
            "hvilke papirer utleie krever.",
            id="below a heading",
        ),
        pytest.param(
            "Møtt fram: Liv Dale, Jon Moe, Eva Strand (vara), Ola\n           Viken\nSkriver: Liv Dale",
            "Møtt fram: Liv Dale, Jon Moe, Eva Strand (vara), Ola Viken\nSkriver: Liv Dale",
            id="within a name",
        ),
        pytest.param(
            "Møtt fram: Liv Dale\n           Jon Moe\n           Eva Strand\nSkriver: Liv Dale",
            "Møtt fram: Liv Dale\nJon Moe\nEva Strand\nSkriver: Liv Dale",
            id="a name a line",
        ),
        pytest.param(
            "GUTTEN: Jeg gikk og lette overalt\n        fra fjøs og opp til loft,\n        men alt var stille\n"
            "        og månen sto til topps.\nBESTEMOR: Ja.",
            "GUTTEN: Jeg gikk og lette overalt\nfra fjøs og opp til loft,\nmen alt var stille\n"
            "og månen sto til topps.\nBESTEMOR: Ja.",
            id="verse",
        ),
    ],
)
def test_what_is_indented_below_the_text_behind_a_label_goes_on_where_it_is_wrapped(text: str, expected: str) -> None:
    assert texts(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Styret i båtlaget vil ikke selge den gamle\nmoloen.",
        "Hei, Ola, kan du si fra til de andre på brygga at\nmøtet er flyttet, og at vi begynner klokka åtte?",
        "Havnesjefen sa på telefon at han\nikke ventet snø, men at\nbåtene burde på land før november.",
    ],
)
def test_a_sentence_on_few_lines_is_one(text: str) -> None:
    joined = text.replace("\n", " ")
    assert texts(text) == [joined]
    assert texts("\n".join(f"> {line}" for line in text.split("\n"))) == [joined]


@pytest.mark.parametrize("width", [17, 19, 20, 24])
def test_a_narrow_column_with_sentences_that_end_in_lines_is_joined(width: int) -> None:
    text = (
        "Ola rodde ut i natt for å se etter garna. De var fulle av sei. Han dro dem opp i båten, og så rodde han "
        "hjem igjen. Der sto kona og ventet."
    )
    assert texts("\n".join(greedy(text, width))) == [text]


def test_free_verse_with_a_full_stop_in_a_line_stays() -> None:
    text = "Jeg venter her. Det er\nstille på brygga,\nog langt der ute\ngår en båt\nover alt som var\nog alt som er."
    assert texts(text) == [text]


def test_a_couplet_stays_on_its_lines() -> None:
    for text in (
        "Det snør så stilt i natten over alle hus\nog ingen hører når det faller ned.",
        "Jeg hørte månen synge over vann og fjell\nsom ingen andre noen gang har hørt",
        "Velkommen om bord\ntil alle.",
    ):
        assert texts(text) == [text]


def test_quoted_lines_are_judged_as_others_at_every_depth() -> None:
    inner = "\n".join(f">> {line}" for line in greedy(HARBOUR, 66))
    outer = "\n".join(f"> {line}" for line in greedy(FOREST, 70))
    poem = "\n".join(f"> {line}" for line in POEM.split("\n"))
    expected = ["Den 4. mai 2025 skrev Liv:", FOREST, HARBOUR, POEM, "Takk!"]
    assert texts(f"Den 4. mai 2025 skrev Liv:\n{outer}\n{inner}\n{poem}\n\nTakk!") == expected


def test_what_follows_a_signature_keeps_its_lines() -> None:
    signature = "--\nLiv Berg\nRådgiver ved avdelingen for hav og kyst i Nordland fylke, Prinsens gate\nBodø"
    assert texts(f"{textwrap.fill(FOREST, 72)}\n{signature}") == [FOREST, signature]


@pytest.mark.parametrize(
    "closing", ["Med vennlig hilsen", "Beste hilsener", "Mvh", "Yours faithfully", "Kind regards,"]
)
def test_the_closing_of_a_letter_is_a_paragraph_and_no_heading(closing: str) -> None:
    text = f"Hei!\n\n{textwrap.fill(FOREST, 70)}\n{closing}\nLiv Berg\n\n{closing}\n\nLiv Berg\nRådgiver"
    found = [(p.kind, p.text) for p in read_text(text).paragraphs]
    assert found[1:] == [
        (Kind.PARAGRAPH, FOREST),
        (Kind.PARAGRAPH, f"{closing}\nLiv Berg"),
        (Kind.PARAGRAPH, closing),
        (Kind.PARAGRAPH, "Liv Berg\nRådgiver"),
    ]


@pytest.mark.parametrize("row", ["-----", "=====", "*****", "~~~~~", "* * *", "_____"])
def test_a_row_of_signs_divides_wrapped_text(row: str) -> None:
    found = parse_plain_text(f"{textwrap.fill(FOREST, 60)}\n{row}\n{textwrap.fill(HARBOUR, 60)}").paragraphs
    assert [(p.kind, p.text) for p in found] == [
        (Kind.PARAGRAPH, FOREST),
        (Kind.RULE, ""),
        (Kind.PARAGRAPH, HARBOUR),
    ]


def test_a_divider_with_words_stands_alone() -> None:
    head = "From: Liv\nTo: Jon"
    assert texts(f"Ja.\n-----Original Message-----\n{head}") == ["Ja.", "-----Original Message-----", head]


def test_a_paragraph_cut_by_the_end_of_a_page_is_two() -> None:
    lines = greedy(FOREST, 60)
    cut = "\n".join([*lines[:2], f"\f{lines[2]}", *lines[3:]])
    assert texts(cut) == [" ".join(lines[:2]), " ".join(lines[2:])]


def test_lines_that_begin_alike_are_deliberate_even_if_they_are_full() -> None:
    programme = (
        "10.15 Avgang fra kaia med båten Havørn til og\n11.40 ankomst ved brygga på Nes, der vi får en\n12.00 tur"
    )
    assert texts(f"{textwrap.fill(FOREST, 48)}\n\n{programme}") == [FOREST, programme]


def test_white_space_that_sets_edges_straight_goes() -> None:
    lines = [
        "Skogen  bak  gården  var eldre  enn noen",
        "kunne huske,  og trærne  sto så tett  at",
        "lyset  bare  så  vidt  nådde  bakken, og",
        "om høsten gikk barna dit.",
    ]
    assert texts("\n".join(lines)) == [" ".join(" ".join(lines).split())]


def test_lines_may_be_joined_by_hand() -> None:
    assert texts(f"{POEM}\n\n- en\n- to", Lines.JOINED) == [POEM.replace("\n", " "), "en", "to"]


def test_lines_may_be_kept_by_hand() -> None:
    wrapped = textwrap.fill(FOREST, 72)
    assert texts(wrapped, Lines.KEPT) == [wrapped]
    assert [p.text for p in read_text(wrapped, choices=Choices(lines=Lines.KEPT)).paragraphs] == [wrapped]


LEAD = "Mange mener at det som nå er foreslått for alle som bor og arbeider her, gjelder "


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        pytest.param("fiske-", "båten", "fiskebåten", id="known from the text"),
        pytest.param("Fiske-", "båten", "Fiskebåten", id="with a capital"),
        pytest.param("fiske\u2010", "båten", "fiskebåten", id="with the sign for hyphens"),
        pytest.param("hus\u00ad", "dyra", "husdyra", id="with a soft hyphen"),
        pytest.param("hus-", "dyra", "hus-dyra", id="known from nowhere"),
        pytest.param("vest-", "og østlandet", "vest- og østlandet", id="with a part left out"),
        pytest.param("NATO-", "landene", "NATO-landene", id="behind capitals"),
        pytest.param("24-", "timers vakt", "24-timers vakt", id="behind figures"),
        pytest.param("1990-", "1995", "1990-1995", id="between figures"),
    ],
)
def test_a_divided_word_is_whole_where_it_is_known(before: str, after: str, joined: str) -> None:
    text = f"Fiskebåten er ny.\n\n{LEAD}{before}\n{after} og litt til."
    assert texts(text)[1] == f"{LEAD}{joined} og litt til."


@pytest.mark.parametrize(
    ("known", "before", "after", "joined"),
    [
        pytest.param("Kystvakten kom.", "kyst-", "vakt", "kystvakt", id="with an ending"),
        pytest.param("En kystvakt kom.", "kyst-", "vaktene", "kystvaktene", id="without the ending"),
        pytest.param("KYSTVAKTEN kom.", "kyst-", "vakt", "kystvakt", id="in capitals"),
        pytest.param("En kyst-vakt, altså Kystvakten, kom.", "kyst-", "vakt", "kyst-vakt", id="with its hyphen, too"),
        pytest.param("Kysten er lang, og vakten er vår.", "kyst-", "vakt", "kyst-vakt", id="in parts"),
    ],
)
def test_a_divided_word_is_known_in_another_form(known: str, before: str, after: str, joined: str) -> None:
    assert texts(f"{known}\n\n{LEAD}{before}\n{after} og litt til.")[1] == f"{LEAD}{joined} og litt til."


def test_a_text_that_divides_words_divides_those_that_it_has_once() -> None:
    text = "\n".join(
        [
            "Det var ikke mange som hadde sett den nye fiske-",
            "båten før den la til kai, og de fleste av fis-",
            "kerne var ute på havet den dagen. Fiskebåten er ny, sa for-",
            "mannen i fiskarlaget, og den er vår.",
        ]
    )
    assert "fiskerne var" in texts(text)[0]
    assert "formannen" in texts(text)[0]


@given(prose(), st.integers(40, 140))
def test_no_letter_of_a_divided_paragraph_is_lost(text: str, width: int) -> None:
    assert words("".join(texts("\n".join(hyphenated(text, width))))) == words(text)


@pytest.mark.parametrize("heading", ["§ 3. Skogen", "Kapittel 2. Fjorden", "4.2 Været", "3. Budsjett"])
@given(st.sampled_from([FOREST, HARBOUR]), st.integers(1, 3), st.integers(45, 140))
def test_text_right_below_a_numbered_heading_is_read_as_without(
    heading: str, text: str, count: int, width: int
) -> None:
    lines = greedy(". ".join(text.split(". ")[:count]), width)
    assert "\n".join(texts("\n".join([heading, *lines]))) == "\n".join([heading, *texts("\n".join(lines))])


SIGNS = st.sampled_from(["•", "  •", "-", "☐", "1.", "---", ">", "```", "|", "¹"])
ANY_LINES = st.lists(st.text(string.ascii_letters + "æøå -.,:;>\t\f0123456789", max_size=60) | SIGNS, max_size=30)


@given(ANY_LINES, st.sampled_from(list(Lines)))
def test_no_letter_is_lost_whatever_the_lines_are(lines: list[str], choice: Lines) -> None:
    found = parse_plain_text("\n".join(lines), choice).paragraphs
    assert sorted(words("".join(p.marker + p.text for p in found))) == sorted(words("".join(lines)))


HOSTILE = {
    "a divided word behind a long one": "a" * 200_000 + " barne-\nskole er her",
    "signs on both sides of signs": "Tekst her\n---a" + "-" * 200_000 + "b\nog mer",
    "figures in who wrote": "Tekst her\non " + "1 " * 100_000 + ":\nog mer",
    "verbs in who wrote": "Tekst her\non 1 " + "wrote " * 30_000 + ":\nog mer",
    "dots in a list of contents": "\n".join(f"{number} Ord {'.' * 100_000} y" for number in range(1, 4)),
    "white space in a list of contents": "\n".join(f"{number} Ord {' ' * 100_000} y" for number in range(1, 4)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_long_lines_are_read_in_linear_time(text: str) -> None:
    found = "".join(texts(text))  # a quadratic look would meet the time limit of the tests
    assert len(words(found)) > len(words(text)) - 5
