"""Quotations and notes of plain text."""

import pytest
from hypothesis import given, strategies as st

from reader.formats import read_text
from reader.formats.plaintext import parse_plain_text
from reader.text import BoxKind, Kind, MarkKind, Paragraph
from tests.plain_texts import SENTENCES


def quotes(paragraph: Paragraph) -> list[int]:
    return [box.number for box in paragraph.within if box.kind is BoxKind.QUOTE]


@given(st.lists(st.tuples(st.integers(0, 4), SENTENCES), min_size=1, max_size=8))
def test_a_quotation_is_as_deep_as_its_signs(lines: list[tuple[int, str]]) -> None:
    text = "\n".join(f"{'> ' * depth}{sentence}\n{'> ' * depth}".rstrip(" ") for depth, sentence in lines)
    found = parse_plain_text(text).paragraphs
    assert [(len(quotes(p)), p.text) for p in found] == [(depth, sentence) for depth, sentence in lines]
    assert all(p.kind is (Kind.QUOTE if p.within else Kind.PARAGRAPH) for p in found)


def test_a_quotation_goes_on_around_one_inside_it_and_ends_at_a_blank_line() -> None:
    found = parse_plain_text("> En.\n>> To.\n> Tre.\n\n> Fire.").paragraphs
    assert [quotes(p) for p in found] == [[0], [0, 1], [0], [2]]


def test_quoted_lines_keep_deliberate_breaks_and_lists() -> None:
    found = parse_plain_text("> Åse Moe\n> Storgata 5\n>\n> - melk\n> - egg").paragraphs
    assert [(p.kind, p.text) for p in found] == [
        (Kind.QUOTE, "Åse Moe\nStorgata 5"),
        (Kind.LIST_ITEM, "melk"),
        (Kind.LIST_ITEM, "egg"),
    ]


def test_a_quotation_in_an_item_knows_its_list() -> None:
    found = parse_plain_text("1. Han skrev:\n   > Kom hjem.\n2. Hun kom.").paragraphs
    assert [(p.kind, p.level, p.marker) for p in found] == [
        (Kind.LIST_ITEM, 1, "1."),
        (Kind.QUOTE, 1, ""),
        (Kind.LIST_ITEM, 1, "2."),
    ]
    assert found[1].within[0].level == 1


def test_a_quotation_at_the_margin_ends_a_list() -> None:
    assert [p.level for p in parse_plain_text("- melk\n> Kom hjem.").paragraphs] == [1, 0]


@pytest.mark.parametrize("text", [">50 prosent er mange.", ">= 5 er nok."])
def test_more_than_is_no_quotation(text: str) -> None:
    assert parse_plain_text(text).paragraphs == [Paragraph(text)]


def test_code_in_a_quotation_is_code() -> None:
    [code] = parse_plain_text("> ```\n> x = 1\n>\n> y = 2\n> ```").paragraphs
    assert (code.kind, code.text, quotes(code)) == (Kind.CODE, "x = 1\n\ny = 2", [0])


BODY = "Det var sant.{0} Og mer.{1}"


@pytest.mark.parametrize("apart", ["Noter\n\n", "Fotnoter:\n", "Notes\n", "----\n", "___\n\n"])
@pytest.mark.parametrize(
    ("references", "labels"),
    [
        (("[1]", "[2]"), ("[1]", "[2]")),
        (("¹", "²"), ("1)", "2)")),
        (("¹", "²"), ("¹", "²")),
        (("[1]", "[2]"), ("1.", "2.")),
    ],
)
def test_notes_at_the_end_are_notes(apart: str, references: tuple[str, str], labels: tuple[str, str]) -> None:
    text = f"{BODY.format(*references)}\n\n{apart}{labels[0]} Ifølge *Åse*.\n{labels[1]} Ifølge Per."
    document = read_text(text)
    assert document.paragraphs[0].text == BODY.format("[1]", "[2]")
    noted = [mark for mark in document.paragraphs[0].marks if mark.kind is MarkKind.NOTE]
    assert [(mark.start, mark.end, mark.href) for mark in noted] == [(13, 16, "#note:0"), (24, 27, "#note:1")]
    assert [note.label for note in document.notes] == ["1", "2"]
    first, second = (document.paragraphs[note.start] for note in document.notes)
    assert (first.kind, first.text, first.marker, second.text) == (Kind.NOTE, "Ifølge Åse.", "1.", "Ifølge Per.")
    assert [first.text[mark.start : mark.end] for mark in first.marks] == ["Åse"]


def test_marks_on_the_label_of_a_note_go_with_it() -> None:
    *_, note = parse_plain_text("Det var sant.[1]\n\nNoter\n\n**[1]** Ifølge *Åse*.").paragraphs
    assert (note.text, [(mark.start, mark.end) for mark in note.marks]) == ("Ifølge Åse.", [(7, 10)])


def test_marks_around_a_raised_reference_move_with_it() -> None:
    [first, *_] = parse_plain_text("*Åse kom*¹ *Per gikk.*\n\nNoter\n1) I går.").paragraphs
    assert [first.text[m.start : m.end] for m in first.marks] == ["Åse kom", "[1]", "Per gikk."]


@pytest.mark.parametrize(
    "text",
    [
        "Det var sant.[1] Og mer.[1]\n\nNoter\n\n[1] Ifølge Åse.\n\n[1] Ifølge Per.",
        "Det var sant.[1]\n\n1. Ifølge Åse.",
        "Det var sant.[1]\n\nNoter\n\n[1] Ifølge Åse.\n\n[2] Ifølge Per.",
        "Det var sant.[1] Og mer.[1]\n\nNoter\n\n[1] Ifølge Åse.",
        "Det var sant.\n\nNoter\n\n[1] Ifølge Åse.",
        "Rommet er 5 m² og 10² høyt.\n\n----\n2. Det er sant.",
    ],
    ids=[
        "one label twice",
        "nothing sets them apart",
        "one without a reference",
        "two references",
        "no reference",
        "powers",
    ],
)
def test_what_does_not_correspond_one_to_one_is_no_note(text: str) -> None:
    document = read_text(text)
    assert document.notes == ()
    assert not any(mark.kind is MarkKind.NOTE for p in document.paragraphs for mark in p.marks)


@pytest.mark.parametrize("labels", [("[1]", "[2]"), ("¹", "²")])
@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_notes_with_the_labels_of_their_references_need_nothing_to_set_them_apart(
    labels: tuple[str, str], between: str
) -> None:
    first, second = labels
    notes = between.join(f"{label} Ifølge Åse." for label in labels)
    document = read_text(f"Det var sant,{first} og mer enn sant.{second}\n\nHan gikk hjem.\n\n{notes}")
    assert [note.label for note in document.notes] == ["1", "2"]
    assert [p.kind for p in document.paragraphs] == [Kind.PARAGRAPH] * 2 + [Kind.NOTE] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Brua er fra 1820.(1) Den falt i 1911.(2)\n\n(1) Se Moe, side 3.\n(2) Etter avisa.",
        "Brua er fra 1820.(1) Den falt i 1911.(2)\n\n(1) Se Moe, side 3.\n\n(2) Etter avisa.",
        "Brua er gammel*) og falt i fjor.**)\n\n*) Se Moe, side 3.\n**) Etter avisa.",
        "Brua er gammel* og falt i fjor.**\n\n*Se Moe, side 3.\n\n**Etter avisa.",
    ],
    ids=["parentheses", "parentheses apart", "stars and parentheses", "stars"],
)
def test_notes_are_those_that_are_referred_to_by_the_same_signs(text: str) -> None:
    body, *notes = parse_plain_text(text).paragraphs
    assert [body.text[mark.start : mark.end] for mark in body.marks] == ["[1]", "[2]"]
    assert {mark.kind for mark in body.marks} == {MarkKind.NOTE}
    assert [(p.kind, p.marker, p.text) for p in notes] == [
        (Kind.NOTE, "1.", "Se Moe, side 3."),
        (Kind.NOTE, "2.", "Etter avisa."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Unntatt er de som nevnes i § 3(1) og § 4 a(2).\n\n(1) Styret velges.\n(2) Det svarer.",
        "Brua er gammel.*\n\n*) Se Moe.\n**) Etter avisa.",
        "Vi trenger (1) mel og (2) melk.\n\n(1) Mel kjøpes.\n(2) Melk hentes.",
    ],
)
def test_what_is_not_referred_to_by_its_signs_is_no_note(text: str) -> None:
    assert Kind.NOTE not in {p.kind for p in parse_plain_text(text).paragraphs}


def test_marks_in_a_note_count_from_its_text() -> None:
    *_, second = parse_plain_text("Brua* falt.**\n\n*) Se Moe.\n**) Etter *hele* avisa.").paragraphs
    assert [second.text[mark.start : mark.end] for mark in second.marks] == ["hele"]
