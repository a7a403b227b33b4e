"""Edits of a sentence in its row."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import cast

import pytest
from hypothesis import given, strategies as st

from reader.engine import Engines, LinkingTranslator
from reader.packages import find_packages
from reader.parallel import (
    Hypothesis,
    Part,
    Row,
    SentencePair,
    State,
    assembled,
    differing,
    editable,
    edited,
    initial_row,
    not_cancelled,
    sentence_text,
    user_edit,
    with_hypothesis,
    with_hypothesis_everywhere,
)
from reader.parallel.assembly import parts_of
from reader.parallel.editing import carried_links
from reader.text import Inline, Link, Mark, MarkKind, Paragraph
from reader.translation.relink import relink_edit
from tests.versions import with_texts

STRONG = MarkKind.STRONG
SOURCE = Paragraph("En katt 😀. To hunder.\nTre mus.", marks=(Mark(0, 10, STRONG), Mark(26, 29, STRONG)))
SPANS = ((0, 10), (11, 21), (22, 30))
MACHINE = (
    Hypothesis("A cat 😀.", -0.25, ((0, 2, 0, 1, 1.0), (3, 7, 2, 5, 1.0))),
    Hypothesis("Two dogs.", -0.5, ((0, 2, 0, 3, 1.0), (3, 9, 4, 8, 1.0)), ("length",)),
    Hypothesis("Three mice.", -0.75, ((0, 3, 0, 5, 1.0), (4, 7, 6, 10, 1.0))),
)
PARTS = [Part(span, h.text, h.score, h.links, h.warnings) for span, h in zip(SPANS, MACHINE, strict=True)]
ROW = assembled(SOURCE, PARTS)


def texts(row: Row) -> list[str]:
    return [row.target[slice(*pair.target)] for pair in row.sentences]


def linked_words(row: Row) -> list[tuple[str, str]]:
    return [(row.source.text[a:b], row.target[c:d]) for pair in row.sentences for a, b, c, d, _ in pair.links]


def test_the_sentence_has_the_users_edit_and_the_others_stay() -> None:
    row, _ = edited(ROW, 1, "A pair of dogs, no less.")
    assert row.target == "A cat 😀. A pair of dogs, no less.\nThree mice."
    assert texts(row) == ["A cat 😀.", "A pair of dogs, no less.", "Three mice."]
    first, second, third = row.sentences
    assert (second.edited, second.score, second.warnings) == (True, None, ())
    assert first == ROW.sentences[0]
    assert (third.edited, third.score) == (False, -0.75)
    assert linked_words(row)[-2:] == [("Tre", "Three"), ("mus", "mice")]
    assert [row.target[mark.start : mark.end] for mark in row.marks] == ["A cat 😀.", "mice"]


@pytest.mark.parametrize("text", ["Dogs: two.", "Two dogs", "Two-dogs.", "", "two hounds.", "Dogs and dogs, two. "])
def test_taking_an_edit_back_gives_the_row_as_it_was(text: str) -> None:
    row, _ = edited(ROW, 1, text)
    assert with_hypothesis(row, 1, MACHINE[1]) == ROW


def test_words_that_were_left_alone_keep_their_links() -> None:
    row, new = edited(ROW, 1, "Only two – dogs.")
    assert ("hunder", "dogs") in linked_words(row)
    assert new.links == ((3, 9, 11, 15, 1.0),)


def test_white_space_around_an_edit_is_dropped_and_its_links_follow() -> None:
    given = user_edit("To hunder.", " \u2029Two\r\ndogs.\n", ((0, 2, 2, 5, 1.0),))
    assert given == Hypothesis("Two\ndogs.", 0.0, ((0, 2, 0, 3, 1.0),), (), edited=True)


@pytest.mark.parametrize(
    ("indices", "target"),
    [
        ((0,), "Two dogs.\nThree mice."),
        ((1,), "A cat 😀.\nThree mice."),
        ((2,), "A cat 😀. Two dogs."),
        ((0, 1), "Three mice."),
        ((1, 2), "A cat 😀."),
        ((0, 1, 2), ""),
    ],
)
def test_a_sentence_left_out_takes_its_white_space_along_and_comes_back(indices: Sequence[int], target: str) -> None:
    row = ROW
    for index in indices:
        row, _ = edited(row, index, " ")
    assert (row.target, row.state) == (target, State.DONE)
    assert all(row.sentences[i].warnings == () for i in indices)
    for index in indices:
        row = with_hypothesis(row, index, MACHINE[index])
    assert row == ROW


def test_the_warnings_are_those_of_the_new_edit() -> None:
    row = with_hypothesis(ROW, 1, user_edit("To hunder.", "Two dogs and 3 more."))
    assert row.sentences[1].warnings == ("number",)


def test_what_belongs_to_the_old_edit_goes_and_what_does_not_stays() -> None:
    row, _ = edited(with_texts(ROW, back="En katt.", reference="One cat."), 0, "One cat.")
    assert (row.back, row.reference) == ("", "One cat.")


@pytest.mark.parametrize(
    ("row", "index"),
    [
        (ROW, 3),
        (ROW, -1),
        (initial_row(SOURCE), 0),
        (replace(ROW, state=State.FAILED), 0),
        (initial_row(Paragraph("03/05/2017")), 0),
        (Row(Paragraph("***"), "***", State.DONE, (SentencePair((0, 3), (0, 3)),)), 0),
    ],
    ids=["beyond", "before", "pending", "failed", "same", "symbols"],
)
def test_what_is_not_translated_cannot_be_edited(row: Row, index: int) -> None:
    assert not editable(row, index)
    for change in (lambda: edited(row, index, "x"), lambda: with_hypothesis(row, index, user_edit("", "x"))):
        with pytest.raises(ValueError, match="no sentence"):
            change()


def test_an_edit_goes_wherever_the_sentence_stands() -> None:
    again = assembled(
        Paragraph("To hunder. To hunder."), [Part((0, 10), "Two dogs.", -1.0), Part((11, 21), "Two dogs.", -1.0)]
    )
    longer = assembled(Paragraph("Om to hunder. Ja."), [Part((0, 13), "About.", -1.0), Part((14, 17), "Yes.", -1.0)])
    new = user_edit("To hunder.", "Dogs.")
    changed = dict(with_hypothesis_everywhere([ROW, longer, again, initial_row(SOURCE)], "To hunder.", new))
    assert {index: row.target for index, row in changed.items()} == {
        0: "A cat 😀. Dogs.\nThree mice.",
        2: "Dogs. Dogs.",
    }


@pytest.mark.parametrize(
    ("before", "after", "links", "expected"),
    [
        ("a b c", "a c", [(0, 1, 0, 1, 1.0), (2, 3, 2, 3, 1.0), (4, 5, 4, 5, 1.0)], [(0, 0), (4, 2)]),
        ("New York", "in New York", [(0, 3, 0, 8, 1.0)], [(0, 3)]),
        ("New York", "New old York", [(0, 3, 0, 8, 1.0)], [(0, 0)]),
        ("a", "", [(0, 1, 0, 1, 1.0)], []),
        ("e-post nå", "min e-post", [(0, 1, 0, 6, 1.0), (1, 2, 2, 6, 1.0)], [(0, 4), (1, 6)]),
        ("50 % nå", "om 50 % nå", [(0, 1, 0, 2, 1.0)], [(0, 3)]),
        ("e-post nå", "e-posten nå", [(0, 1, 0, 6, 1.0), (1, 2, 0, 1, 1.0)], []),
        ("1 000 katter", "1 000 hunder", [(0, 1, 0, 5, 1.0), (1, 2, 6, 12, 1.0)], [(0, 0)]),
    ],
)
def test_links_follow_the_words_they_are_of(
    before: str, after: str, links: list[Link], expected: list[tuple[int, int]]
) -> None:
    assert [(link[0], link[2]) for link in carried_links(links, before, after)] == expected


words = st.text("ab å😀.,", max_size=12)


@given(st.lists(st.tuples(words.filter(str.strip), words), min_size=1, max_size=4), st.data())
def test_whatever_is_edited_the_spans_stay_in_order_and_the_links_inside(
    sentences: list[tuple[str, str]], data: st.DataObject
) -> None:
    parts: list[Part] = []
    source = ""
    for sentence, text in sentences:
        start = len(source)
        source += f"x{sentence.strip()}"
        end = len(source)
        source += data.draw(st.sampled_from([" ", "\n", "  ", ""]))
        link = ((0, 1, 0, 1, 1.0),) if text else ()
        parts.append(Part((start, end), f"y{text.strip()}", -1.0, link))
    row = assembled(Paragraph(source), parts)
    assert parts_of(row) == parts
    for _ in range(3):
        index, text = data.draw(st.integers(0, len(parts) - 1)), data.draw(words)
        row, new = edited(row, index, text)
        assert texts(row)[index] == new.text == text.strip()
        spans = [pair.target for pair in row.sentences]
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert spans[-1][1] <= len(row.target)
        covered = "".join(row.target[a:b] for a, b in spans)
        assert [c for c in row.target if not c.isspace()] == [c for c in covered if not c.isspace()]
        for pair in row.sentences:
            assert all(pair.target[0] <= c < d <= pair.target[1] for _, _, c, d, _ in pair.links)


def test_an_edited_sentence_is_linked_by_both_models() -> None:
    installed = find_packages()
    both = Engines().for_links(installed.route("nb", "en"), installed)
    assert both is not None
    sentence = "Katten bor i Oslo."
    new = relink_edit(sentence, user_edit(sentence, "The cat now lives in Oslo."), *both)
    found = {(sentence[a:b], new.text[c:d]) for a, b, c, d, _ in new.links}
    assert {("Oslo", "Oslo"), ("Katten", "cat")} <= found
    assert new.edited
    assert relink_edit(sentence, user_edit(sentence, ""), *both).links == ()


def test_where_a_model_links_nothing_the_links_that_were_there_stay() -> None:
    class Silent:
        def translate(
            self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
        ) -> list[Hypothesis]:
            raise AssertionError

        def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
            return [() for _ in pairs]

    given = user_edit("Hei", "Hi", ((0, 3, 0, 2, 1.0),))
    assert relink_edit("Hei", given, cast("LinkingTranslator", Silent())) == given


def test_a_sentence_is_named_by_its_text() -> None:
    assert [sentence_text(ROW, i) for i in range(3)] == ["En katt 😀.", "To hunder.", "Tre mus."]


def test_a_row_in_which_a_sentence_stands_often_is_put_together_once(monkeypatch: pytest.MonkeyPatch) -> None:
    often = Paragraph("Et. " * 50)
    row = assembled(often, [Part((4 * i, 4 * i + 3), "One.") for i in range(50)])
    put_together = list[Row]()

    def counted(paragraph: Paragraph, parts: Sequence[Part]) -> Row:
        put_together.append(assembled(paragraph, parts))
        return put_together[-1]

    monkeypatch.setattr("reader.parallel.editing.assembled", counted)
    [(_, changed)] = with_hypothesis_everywhere([row], "Et.", user_edit("Et.", "A."))
    assert changed.target == " ".join(["A."] * 50)
    assert put_together == [changed]


def test_signs_alone_are_no_difference() -> None:
    paragraph = Paragraph("Kjør git nå.", marks=(Mark(5, 8, MarkKind.CODE),))
    row = assembled(paragraph, [Part((0, 12), "Run \ufdd0git\ufdd1.", edited=True)])
    key = "Kjør \ufdd0git\ufdd1 nå."
    assert differing([row], {key: Hypothesis("Run git.", 0.0, edited=True)}) == set()
    assert differing([row], {key: Hypothesis("Run it.", 0.0, edited=True)}) == {key}
    assert differing([row], {}) == {key}


def test_a_sentence_with_a_note_and_code_is_edited_everywhere() -> None:
    marks = (Mark(5, 8, MarkKind.CODE), Mark(11, 14, MarkKind.NOTE))
    paragraphs = Paragraph("Kjør git nå[1].", marks=marks), Paragraph("Kjør git nå.", marks=marks[:1])
    rows = [assembled(each, [Part((0, len(each.text)), sentence_key(each))]) for each in paragraphs]
    edit = user_edit("Kjør \ufdd0git\ufdd1 nå.", "Run git.")
    changed = dict(with_hypothesis_everywhere(rows, "Kjør \ufdd0git\ufdd1 nå.", edit))
    assert {index: row.target for index, row in changed.items()} == {0: "Run git[1].", 1: "Run git."}


def sentence_key(paragraph: Paragraph) -> str:
    inline = Inline.of(paragraph.text, paragraph.marks)
    assert inline is not None
    return inline.asked((0, len(paragraph.text))).key
