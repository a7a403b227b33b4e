"""What a sentence is asked for as: without objects, with signs around verbatim spans."""

import pytest
from hypothesis import given, strategies as st

from reader.text import (
    Cuts,
    Inline,
    Mark,
    MarkKind,
    Paragraph,
    Signed,
    Span,
    paragraph_asked_as,
    shown,
    split_sentences,
    verbatim_in,
    with_signs_of,
)

GIT = "\ufdd0git\ufdd1"


def inline(text: str, *marks: tuple[int, int, MarkKind]) -> Inline:
    found = Inline.of(text, [Mark(*mark) for mark in marks])
    assert found is not None
    return found


def key_of(text: str, *marks: tuple[int, int, MarkKind]) -> str:
    return inline(text, *marks).asked((0, len(text))).key


def sentences(text: str, *marks: tuple[int, int, MarkKind]) -> list[str]:
    seen = inline(text, *marks).for_splitting()
    assert len(seen) == len(text)
    return [text[slice(*span)] for span in split_sentences(seen, "nb")]


def test_marks_of_words_change_nothing() -> None:
    assert Inline.of("Se kartet.", [Mark(0, 2, MarkKind.STRONG), Mark(3, 9, MarkKind.LINK, "x")]) is None


@pytest.mark.parametrize(
    ("text", "start", "end", "key"),
    [
        ("Se kartet.[1]", 10, 13, "Se kartet."),
        ("Se kartet.  [1]", 12, 15, "Se kartet."),
        ("[1] Se kartet.", 0, 3, "Se kartet."),
        ("Trykk på ▣ her.", 9, 10, "Trykk på her."),
        ("Trykk på ▣.", 9, 10, "Trykk på."),
        ("Trykk på ▣her.", 9, 10, "Trykk på her."),
        ("[1]", 0, 3, ""),
    ],
)
def test_an_object_is_taken_out_with_one_of_two_spaces(text: str, start: int, end: int, key: str) -> None:
    assert key_of(text, (start, end, MarkKind.NOTE)) == key


@pytest.mark.parametrize("kind", [MarkKind.CODE, MarkKind.MATH, MarkKind.VERBATIM])
def test_a_verbatim_span_is_set_between_signs(kind: MarkKind) -> None:
    assert key_of("Kjør git nå.", (5, 8, kind)) == f"Kjør {GIT} nå."


def test_verbatim_spans_that_touch_are_one_and_an_object_in_one_is_part_of_it() -> None:
    touching = (0, 3, MarkKind.CODE), (3, 5, MarkKind.MATH), (4, 5, MarkKind.NOTE)
    assert key_of("git12 nå", *touching) == "\ufdd0git12\ufdd1 nå"


def test_a_line_break_ends_a_verbatim_span() -> None:
    assert inline("a\nb", (0, 3, MarkKind.CODE)).verbatim == [(0, 1), (2, 3)]


def test_a_verbatim_span_begins_a_sentence_like_a_word_with_a_capital() -> None:
    assert sentences("Det er slik. git er bra.", (13, 16, MarkKind.CODE)) == ["Det er slik.", "git er bra."]


def test_an_end_mark_in_a_verbatim_span_ends_no_sentence() -> None:
    text = "Skriv a. B. c! D nå."
    assert sentences(text, (6, 16, MarkKind.CODE)) == [text]


def test_a_verbatim_span_of_one_letter_is_no_initial() -> None:
    assert sentences("Trykk x. Hunden sover.", (6, 7, MarkKind.CODE)) == ["Trykk x.", "Hunden sover."]


@pytest.mark.parametrize("label", ["1", "12", "123", "1234", "12345", "123456", "*", "a"])
def test_a_reference_behind_an_end_mark_belongs_to_the_sentence(label: str) -> None:
    text, size = f"«Ja.»[{label}] Neste.", len(label) + 2
    assert sentences(text, (5, 5 + size, MarkKind.NOTE)) == [f"«Ja.»[{label}]", "Neste."]


def test_an_object_behind_a_space_begins_the_next_sentence() -> None:
    assert sentences("Ja. ▣ Neste.", (4, 5, MarkKind.IMAGE)) == ["Ja.", "▣ Neste."]


def test_what_has_letters_only_in_verbatim_spans_and_objects_is_not_translated() -> None:
    assert not Paragraph("git [a] 7", marks=(Mark(0, 3, MarkKind.CODE), Mark(4, 7, MarkKind.NOTE))).translatable
    assert Paragraph("git nå", marks=(Mark(0, 3, MarkKind.CODE),)).translatable
    assert not Paragraph("a b c", marks=(Mark(0, 5, MarkKind.CODE), Mark(2, 3, MarkKind.MATH))).translatable


def test_people_see_no_signs() -> None:
    assert shown(f"Kjør {GIT} nå.") == "Kjør git nå."
    assert shown("a\ufdd2b\ufdefc") == "abc"


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("Run git now.", f"Run {GIT} now."),
        ("git or git", f"{GIT} or git"),
        ("legit or git", f"legit or {GIT}"),
        ("Run it.", "Run it."),
        (f"git, then {GIT}", f"git, then {GIT}"),
        ("\ufdd0gut\ufdd1 git", f"gut {GIT}"),
        ("\ufdd1git", GIT),
    ],
)
def test_verbatim_spans_are_found_in_what_is_typed(text: str, signed: str) -> None:
    assert with_signs_of(f"Kjør {GIT} nå.", text) == signed
    assert with_signs_of(f"Kjør {GIT} nå.", signed) == signed


def test_a_text_for_a_sentence_without_verbatim_spans_has_no_signs() -> None:
    assert with_signs_of("Kjør nå.", f"Run {GIT}.") == "Run git."


def test_a_paragraph_made_of_a_key_is_asked_for_as_it() -> None:
    key = f"Kjør {GIT} og \ufdd0a b. C\ufdd1 nå."
    paragraph = paragraph_asked_as(key)
    found = Inline.of(paragraph.text, paragraph.marks)
    assert found is not None
    assert found.asked((0, len(paragraph.text))).key == key
    assert verbatim_in(key) == ["git", "a b. C"]


@given(st.text("ab \ufdd0\ufdd1", max_size=12))
def test_the_text_of_a_key_is_what_is_shown(text: str) -> None:
    signed = Signed(text)
    assert signed.text == shown(text)
    assert [signed.text[slice(*span)] for span in signed.verbatim] == verbatim_in(text)
    assert len("".join(signed.language())) == len(signed.text) - len("".join(verbatim_in(text)))


@st.composite
def cuts(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = "".join(map(chr, range(97, 97 + draw(st.integers(0, 20)))))
    edges = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    return text, [(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False) if a < b]


@given(cuts())
def test_offsets_on_both_sides_of_cuts_are_those_of_the_same_characters(given: tuple[str, list[Span]]) -> None:
    text, spans = given
    there = Cuts(spans)
    rest = there.of(text)
    for start in range(len(rest)):
        for end in range(start + 1, len(rest) + 1):
            a, b = there.whole((start, end))
            assert (text[a], text[b - 1]) == (rest[start], rest[end - 1])
            assert there.rest((a, b)) == (start, end)
