"""Texts as they are shown: without what was dismissed, and with what was accepted."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.memory import Memory, judged_text, pairs_of
from reader.parallel import ParallelText, Part, RowTranslated, assembled, checked_in
from reader.text import Document, Mark, MarkKind, Paragraph

NB_EN = ("nb", "en")
FIRST, SECOND = "Kjør git 12 ganger.", "Han kommer ikke."
CODE = Mark(5, 8, MarkKind.CODE)
WARNINGS = [("number", "name"), ("negation",)]


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with closing(Memory(tmp_path / "memory.sqlite")) as memory:
        yield memory


@pytest.fixture
def text() -> ParallelText:
    """Three paragraphs: two sentences with warnings, in one of which something is verbatim; the second again; none."""
    paragraphs = (Paragraph(f"{FIRST} {SECOND}", marks=(CODE,)), Paragraph(SECOND), Paragraph("Ja."))
    made = ParallelText.untranslated(Document("", paragraphs, None, "nb", True), *NB_EN)
    spans = [(0, len(FIRST)), (len(FIRST) + 1, len(FIRST) + 1 + len(SECOND))]
    texts = ["Run \ufdd0git\ufdd1 13 times.", "He is coming."]
    parts = [Part(*each[:2], warnings=each[2]) for each in zip(spans, texts, WARNINGS, strict=True)]
    made.apply(RowTranslated(0, assembled(paragraphs[0], parts)))
    made.apply(RowTranslated(1, assembled(paragraphs[1], [Part((0, len(SECOND)), texts[1], warnings=WARNINGS[1])])))
    return made


def warnings(text: ParallelText) -> list[list[tuple[str, ...]]]:
    return [[pair.warnings for pair in row.sentences] for row in text.rows]


def test_a_text_of_which_nothing_was_judged_is_shown_as_it_is(text: ParallelText, memory: Memory) -> None:
    shown = judged_text(text, memory.judgements, ["a_rule_of_a_later_version"])
    assert all(row is before for row, before in zip(shown.rows, text.rows, strict=True))


def test_what_was_dismissed_is_left_out_wherever_the_pair_stands(text: ParallelText, memory: Memory) -> None:
    first, second = pairs_of(text.rows[0])
    memory.dismiss(NB_EN, "number", [first])
    memory.dismiss(NB_EN, "negation", [second])
    memory.dismiss(NB_EN, "name", [(first[0], "Another translation.")])
    before = [*text.rows]
    shown = judged_text(text, memory.judgements)
    assert warnings(shown) == [[("name",), ()], [()], []]
    assert warnings(judged_text(text, memory.judgements, ["name"])) == [[(), ()], [()], []]
    assert text.rows == before  # the text itself is as it was
    assert warnings(judged_text(text, memory.judgements)) == warnings(shown)


def test_rules_that_are_off_are_left_out_everywhere(text: ParallelText, memory: Memory) -> None:
    assert warnings(judged_text(text, memory.judgements, ["negation"])) == [[("number", "name"), ()], [()], []]


def test_what_was_accepted_is_marked_and_counted_with_what_was_edited(text: ParallelText, memory: Memory) -> None:
    assert checked_in(judged_text(text, memory.judgements)) == (0, 3)
    memory.accept(NB_EN, [pairs_of(text.rows[1])[0]])
    shown = judged_text(text, memory.judgements)
    assert [[pair.accepted for pair in row.sentences] for row in shown.rows] == [[False, True], [True], []]
    assert checked_in(shown) == (2, 3)
    assert warnings(text) == [[("number", "name"), ("negation",)], [("negation",)], []]
    assert warnings(shown) == [[("number", "name"), ()], [()], []]  # the user has looked at it


def test_what_was_judged_in_other_languages_changes_nothing(text: ParallelText, memory: Memory) -> None:
    memory.dismiss(("nb", "de"), "number", pairs_of(text.rows[0]))
    memory.accept(("nn", "en"), pairs_of(text.rows[0]))
    assert judged_text(text, memory.judgements).rows == text.rows
