"""Ordinals, dates and years at the head of a line: in plain text and Markdown they are words, no markers."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, strategies as st

from reader.formats.markdown import parse_markdown
from reader.formats.plaintext import parse_plain_text
from reader.text import Kind, Paragraph
from tests.plain_texts import PHRASES

Read = Callable[[str], list[Paragraph]]
MONTHS = st.sampled_from(
    [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ]
)
THINGS = st.sampled_from(
    ["verdenskrig", "Samuelsbok", "bataljon", "etasje", "plass", "omgang", "juledag", "nestleder", "statsmakt"]
)
DATES = st.tuples(st.integers(1, 31), MONTHS).map(lambda found: f"{found[0]}. {found[1]}")
YEARS = st.integers(1000, 2099).map(lambda year: f"{year}. Krigen")
COUNTS = st.tuples(st.integers(1, 12), THINGS).map(lambda found: f"{found[0]}. {found[1]}")
RANGES = st.tuples(st.integers(1, 9), st.sampled_from(["og", "eller", "til"]), THINGS).map(
    lambda found: f"{found[0]}. {found[1]} {found[0] + 1}. {found[2]}"
)
ORDINALS = st.tuples(st.one_of(DATES, YEARS, COUNTS, RANGES), PHRASES).map(lambda found: f"{found[0]} {found[1]}.")
ITEMS = st.lists(PHRASES.map(str.capitalize), min_size=2, max_size=6)


def plain(text: str) -> list[Paragraph]:
    return list(parse_plain_text(text).paragraphs)


def markdown(text: str) -> list[Paragraph]:
    return list(parse_markdown(text).paragraphs)


BOTH = pytest.mark.parametrize("read", [plain, markdown])


def numbered(items: Sequence[str]) -> str:
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


@BOTH
@given(ordinals=st.lists(ORDINALS, min_size=1, max_size=5))
def test_ordinals_are_words_of_their_paragraphs(read: Read, ordinals: list[str]) -> None:
    found = read("\n\n".join(ordinals))
    assert [(p.kind, p.text) for p in found] == [(Kind.PARAGRAPH, text) for text in ordinals]


@BOTH
@given(before=ORDINALS, items=ITEMS, after=ORDINALS)
def test_a_list_beside_ordinals_stays_one(read: Read, before: str, items: list[str], after: str) -> None:
    found = read(f"{before}\n\nPlanen:\n\n{numbered(items)}\n\n{after}")
    assert [(p.kind, p.marker, p.text) for p in found] == [
        (Kind.PARAGRAPH, "", before),
        (Kind.PARAGRAPH, "", "Planen:"),
        *((Kind.LIST_ITEM, f"{number}.", item) for number, item in enumerate(items, 1)),
        (Kind.PARAGRAPH, "", after),
    ]


@BOTH
@given(ordinals=st.lists(ORDINALS, min_size=2, max_size=5), bullet=st.sampled_from("-*+"))
def test_an_item_may_begin_with_an_ordinal(read: Read, ordinals: list[str], bullet: str) -> None:
    found = read("\n".join(f"{bullet} {text}" for text in ordinals))
    assert [(p.kind, p.level, p.marker, p.text) for p in found] == [(Kind.LIST_ITEM, 1, "•", t) for t in ordinals]


@pytest.mark.parametrize(
    "text",
    [
        "1. Januar\n2. Februar\n3. Mars",
        "1. Mandag\n2. Tirsdag\n3. Onsdag",
        "1. Møte med styret\n2. Kaffe",
        "1. melk\n2. brød",
        "1. Melk\n\n2. Brød\n\n3. Ost",
        "1. Går hjem\n\n2. Kontakt oss\n\n3. Tilbud",
    ],
)
@BOTH
def test_numbers_in_order_before_other_things_are_a_list(read: Read, text: str) -> None:
    assert {p.kind for p in read(text)} == {Kind.LIST_ITEM}


@pytest.mark.parametrize(
    "text", ["1. klasse\n2. klasse", "I. Verdenskrig kom.\n\nII. Verdenskrig kom.", "1. Mai kom.\n\n2. Mai gikk."]
)
@BOTH
def test_what_is_counted_again_is_no_list(read: Read, text: str) -> None:
    assert Kind.LIST_ITEM not in {p.kind for p in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "1. Første\n\n```\nkode\n```\n\n2. Andre",
        "1. Alle\n1. heter\n1. en",
        " 9. Ni\n10. Ti",
        "- Punkt\n  1. Inne\n  2. Også inne",
        "1. Punkt\n   1. Inne\n   2. Også\n2. Ute",
        "3) Tre",
        "> 1. Sitert\n> 2. Også",
    ],
)
def test_a_list_of_markdown_stays_a_list(text: str) -> None:
    assert {p.kind for p in markdown(text)} <= {Kind.LIST_ITEM, Kind.CODE}


def test_lines_of_markdown_that_begin_with_ordinals_are_paragraphs_of_their_own() -> None:
    assert [p.text for p in markdown("1. februar: Møte\n8. februar: Fest")] == ["1. februar: Møte", "8. februar: Fest"]


def test_a_wrapped_line_of_markdown_may_begin_with_an_ordinal() -> None:
    [paragraph] = markdown("De ventet lenge på den\n1. mai, som er en fridag.")
    assert paragraph.text == "De ventet lenge på den 1. mai, som er en fridag."


@pytest.mark.parametrize(
    "text",
    [
        "2. etasje males i uke ni, mens\n3. etasje må vente.",
        "Kurset er flyttet til\n4. juni. Siste frist er\n1. juni.",
        "3. divisjon spiller mot\n2. divisjon.",
    ],
)
def test_a_line_of_markdown_that_is_not_finished_goes_on_with_an_ordinal(text: str) -> None:
    assert [p.text for p in markdown(text)] == [text.replace("\n", " ")]


def test_an_ordinal_below_an_item_of_markdown_does_not_belong_to_it() -> None:
    assert [p.text for p in markdown("- Møte\n17. mai går vi i tog.")] == ["Møte", "17. mai går vi i tog."]


@pytest.mark.parametrize("unit", ["1. x\n", "2. x\n\n", "17. mai\n", "- 1. klasse\n", "> 3. x\n", "5. x\n1. y\n"])
def test_many_numbers_are_read(unit: str) -> None:
    assert markdown(unit * 3000)


@BOTH
@given(thing=THINGS, phrase=PHRASES, items=ITEMS)
def test_an_ordinal_above_a_list_does_not_belong_to_it(read: Read, thing: str, phrase: str, items: list[str]) -> None:
    found = read(f"{numbered(items)}\n\n2. {thing} {phrase}\n\n{numbered(items)}")
    listed = [(Kind.LIST_ITEM, f"{number}.") for number in range(1, len(items) + 1)]
    assert [(p.kind, p.marker) for p in found] == [*listed, (Kind.PARAGRAPH, ""), *listed]


@given(st.integers(1, 2099), st.sampled_from([".", ")"]), st.sampled_from(["", "> ", "- "]), PHRASES)
def test_a_number_alone_above_a_paragraph_of_markdown_stays(number: int, sign: str, before: str, phrase: str) -> None:
    below = "\n".join([before.rstrip("- "), before.replace("-", " ") + phrase])
    texts = [p.text for p in parse_markdown(f"{before}{number}{sign}\n{below}\n").paragraphs]
    assert texts[0] == f"{number}{sign}" and len(texts) == 2


def test_a_number_with_its_text_further_in_below_is_the_marker_of_an_item() -> None:
    found = parse_markdown("1.\n   Melk\n2.\n   Brød\n").paragraphs
    assert [(p.kind, p.marker, p.text) for p in found] == [
        (Kind.LIST_ITEM, "1.", "Melk"),
        (Kind.LIST_ITEM, "2.", "Brød"),
    ]


@given(st.integers(1, 99), st.sampled_from([".", ")"]), THINGS)
def test_an_ordinal_behind_the_number_of_an_item_stays(number: int, sign: str, thing: str) -> None:
    (found,) = parse_markdown(f"1. {number}{sign} {thing}").paragraphs
    assert (found.kind, found.marker, found.text) == (Kind.LIST_ITEM, "1.", f"{number}{sign} {thing}")
