"""Links that the user has made stay when the texts are aligned again; the texts were written for this test."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from reader.parallel import ParallelText, ReferenceAligned, Row, State
from reader.reference import (
    Alignment,
    KeptLink,
    Side,
    aligned_sentences,
    kept_links_from_json,
    linked,
    linked_otherwise,
    links_by_hand,
    merged_links,
    placed,
)
from reader.text import Document, Paragraph

# What the machine made of the source is the reference, nearly.
LINES = [
    "The old ferry left the harbour at six.",
    "Nobody waved to it from the quay.",
    "On deck a woman fed biscuits to the gulls.",
    "Her suitcase had a broken handle.",
    "The captain drank coffee from a tin mug.",
    "Rain began to fall over the islands.",
]


def text_of(lines: Sequence[str], pending: Sequence[int] = ()) -> ParallelText:
    """A text whose machine translation are these lines, some not translated yet."""
    paragraphs = tuple(Paragraph(f"Avsnitt {line[::-1]}") for line in lines)
    rows = [
        Row(paragraph) if i in pending else Row(paragraph, line, State.DONE)
        for i, (paragraph, line) in enumerate(zip(paragraphs, lines, strict=True))
    ]
    return ParallelText(Document("t", paragraphs, None, "nb", True), "nb", "en", (), rows)


def reference_of(lines: Sequence[str]) -> Document:
    return Document("r", tuple(map(Paragraph, lines)), Path("r.txt"), "en", True)


def beside(alignment: Alignment, text: ParallelText, reference: Document) -> dict[str, str]:
    return {each.source: each.target for each in aligned_sentences(alignment, text, reference) if each.source}


@pytest.fixture
def moved() -> tuple[ParallelText, Document, Alignment]:
    """Two texts of which the user has given the second line of the reference to the first of the source."""
    text, reference = text_of(LINES), reference_of(LINES)
    return text, reference, linked(text, reference).shifted(0, 1, Side.TARGET)


def test_what_was_linked_by_hand_stays_when_the_texts_are_aligned_again(
    moved: tuple[ParallelText, Document, Alignment],
) -> None:
    text, reference, alignment = moved
    again = linked(text, reference, kept=links_by_hand(alignment, text, reference))
    assert beside(again, text, reference) == beside(alignment, text, reference)
    assert [link.by_hand for link in again.links] == [link.by_hand for link in alignment.links]


def test_it_stays_where_something_is_added_and_where_nothing_is_translated_yet(
    moved: tuple[ParallelText, Document, Alignment],
) -> None:
    text, reference, alignment = moved
    kept = links_by_hand(alignment, text, reference)
    more = reference_of(["A note by the translator of this story.", *LINES])
    longer = text_of(["A title that is new", *LINES], pending=(1, 2))
    found = beside(linked(longer, more, kept=kept), longer, more)
    source = longer.rows[1].source.text
    assert found[source] == " ".join(LINES[:2])


def test_a_link_whose_sentence_is_gone_is_made_anew_and_the_others_stay() -> None:
    text, reference = text_of(LINES), reference_of(LINES)
    alignment = linked(text, reference).shifted(0, 1, Side.TARGET).shifted(4, 1, Side.TARGET)
    kept = links_by_hand(alignment, text, reference)
    changed = reference_of([*LINES[:1], "Nobody waved to it, of course, from the quay.", *LINES[2:]])
    found = list(beside(linked(text, changed, kept=kept), text, changed).values())
    assert found[4:] == [" ".join(LINES[4:]), ""]
    assert found[1] == "Nobody waved to it, of course, from the quay."


def test_of_equal_sentences_the_nearest_is_meant() -> None:
    lines = [line for pair in zip(LINES, ["Yes."] * len(LINES), strict=True) for line in pair]
    text, reference = text_of(lines), reference_of(lines)
    alignment = linked(text, reference).split(7, 8, 7)
    again = linked(text, reference, kept=links_by_hand(alignment, text, reference))
    assert [link.source for link in again.links if link.by_hand] == [(7, 7), (7, 8)]


def test_of_two_links_of_a_sentence_the_first_counts_and_the_other_goes_nowhere_else() -> None:
    lines = [line for pair in zip(LINES, ["Yes."] * len(LINES), strict=True) for line in pair]
    text, reference = text_of(lines), reference_of(lines)
    links = links_by_hand(linked(text, reference).shifted(4, 1, Side.TARGET), text, reference)  # with "Yes."
    other = KeptLink((text.rows[5].source.text,), ("Yes.",), (5 / 12, 5 / 12))
    again = linked(text, reference, kept=[*links, other])
    assert [(link.source, link.target) for link in again.links if link.by_hand] == [((4, 5), (4, 6))]


def test_links_made_by_two_at_once_are_merged() -> None:
    one, two, three, four = (KeptLink((letter,), (letter.upper(),)) for letter in "abcd")
    assert merged_links([one, two], [one], [one, three]) == (one, two, three)
    assert merged_links([one, two], [one, two], [two, three]) == (two, three)  # others have unlinked one
    assert merged_links([four], [one, two], [one, two, three]) == (four, three)  # and what was unlinked here stays so


def test_it_is_known_which_sentences_two_have_linked_otherwise() -> None:
    one, other, third = KeptLink(("a",), ("A", "B")), KeptLink(("b",), ("B",)), KeptLink(("c",), ("C",))
    assert linked_otherwise([one], [one, other, third]) and linked_otherwise([other, one], [one, KeptLink(("a",), ())])
    assert not linked_otherwise([one, other], [one, other, third])


def test_a_far_move_by_hand_does_not_take_the_other_sentences_along(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.reference.alignment.with_moved", lambda beads, *_: beads)  # which would find them again
    text, reference = text_of(LINES), reference_of([*LINES[1:], LINES[0]])
    kept = [KeptLink((text.rows[0].source.text,), (LINES[0],), (0.0, 0.9))]
    found = beside(linked(text, reference, kept=kept), text, reference)
    assert list(found.values()) == LINES


def test_rows_show_what_was_linked_by_hand(moved: tuple[ParallelText, Document, Alignment]) -> None:
    text, reference, alignment = moved
    events = placed(alignment, text, reference)
    assert [event.text for event in events] == ["\n".join(LINES[:2]), "", *LINES[2:]]
    assert all(isinstance(event, ReferenceAligned) for event in events)
    first = events[0]
    [pair] = first.pairs
    assert (pair.source, pair.target, pair.certain) == ((0, len(text.rows[0].source.text)), (0, len(first.text)), True)


def test_kept_links_are_kept_as_json_and_what_is_damaged_is_left_out() -> None:
    links = [KeptLink(("Én.", "To."), ("One.",), (0.25, 0.5)), KeptLink(("Tre.",), ())]
    values = json.loads(json.dumps([link.to_json() for link in links]))
    assert kept_links_from_json(values) == links
    damaged = [
        *values,
        None,
        {},
        {"source": "x", "target": []},
        {"source": [1], "target": []},
        {"source": [], "target": []},
    ]
    assert kept_links_from_json(damaged) == links
    assert kept_links_from_json("x") == []
