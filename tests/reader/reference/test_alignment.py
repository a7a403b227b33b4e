"""Aligning a reference translation with that of the starter package; the text was written for this test."""

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings, strategies as st

from reader.engine import Engine
from reader.errors import DocumentError
from reader.formats import read_document, read_text
from reader.packages import find_packages
from reader.parallel import Column, ParallelText, Row, State, initial_row
from reader.reference import align, linked, placed as placed_events
from reader.reference.bead_alignment import align_texts
from reader.reference.gains import Texts
from reader.reference.splitting import assign_sentences
from reader.reference.table import Bead
from reader.text import Document, Kind, Paragraph, split_sentences
from reader.translation import translate

pytestmark = pytest.mark.usefixtures("shipped_pair")

DATA = Path(__file__).parents[2] / "data"
REFERENCE = [p.text for p in read_document(DATA / "boathouse-en.txt").paragraphs]


@pytest.fixture(scope="module")
def text() -> ParallelText:
    """The Norwegian text, translated by the starter package."""
    document = read_document(DATA / "boathouse-nb.txt")
    text = ParallelText.untranslated(document, "nb", "en")
    engine = Engine(find_packages().choose("nb", "en"))
    for event in translate(list(text.rows), "nb", engine):
        text.apply(event)
    assert len(text.rows) == len(REFERENCE) == 12
    return text


def document(*paragraphs: str, language: str = "en", certain: bool = True) -> Document:
    return Document("t", tuple(map(Paragraph, paragraphs)), Path("reference.txt"), language, certain)


def placed(text: ParallelText, *paragraphs: str) -> list[str]:
    return [event.text for event in align(text, document(*paragraphs))]


def bare(text: str) -> str:
    return "".join(text.split())


def test_paragraph_beside_paragraph(text: ParallelText) -> None:
    assert placed(text, *REFERENCE) == REFERENCE


def test_nothing_else_of_the_rows_changes(text: ParallelText) -> None:
    beside = text.snapshot()
    for event in align(text, document(*REFERENCE)):
        beside.apply(event)
    assert [row.reference for row in beside.rows] == REFERENCE
    assert [row.without_version(Column.REFERENCE) for row in beside.rows] == text.rows


@pytest.mark.parametrize("dropped", [(0,), (3,), (11,), (1, 2), (4, 5, 6, 7)])
def test_what_the_translator_left_out_stays_empty(text: ParallelText, dropped: tuple[int, ...]) -> None:
    given = [paragraph for i, paragraph in enumerate(REFERENCE) if i not in dropped]
    assert placed(text, *given) == ["" if i in dropped else paragraph for i, paragraph in enumerate(REFERENCE)]


@pytest.mark.parametrize("place", [1, 2, 5, 10, 12])
def test_what_the_translator_added_stands_with_the_paragraph_before(text: ParallelText, place: int) -> None:
    added = "Translator's note: this story was first printed by a small press and has been read on the radio."
    found = placed(text, *REFERENCE[:place], added, *REFERENCE[place:])
    assert found == [p if i != place - 1 else f"{p}\n{added}" for i, p in enumerate(REFERENCE)]


def test_a_preface_stands_with_the_first_paragraph(text: ParallelText) -> None:
    preface = "About this edition: the spelling of names is that of the printed book of the municipal archives."
    assert placed(text, preface, *REFERENCE)[0] == f"{preface}\n{REFERENCE[0]}"


@pytest.mark.parametrize("first", [1, 3, 4, 8, 9])
def test_two_paragraphs_made_one_are_divided_between_their_sentences(text: ParallelText, first: int) -> None:
    joined = " ".join(REFERENCE[first : first + 2])
    assert placed(text, *REFERENCE[:first], joined, *REFERENCE[first + 2 :]) == REFERENCE


def test_three_paragraphs_made_one_are_divided_too(text: ParallelText) -> None:
    assert placed(text, *REFERENCE[:3], " ".join(REFERENCE[3:6]), *REFERENCE[6:]) == REFERENCE


def test_one_paragraph_made_two_stands_in_two_lines(text: ParallelText) -> None:
    start = split_sentences(REFERENCE[4], "en")[1][0]
    parts = [REFERENCE[4][:start].rstrip(), REFERENCE[4][start:]]
    found = placed(text, *REFERENCE[:4], *parts, *REFERENCE[5:])
    assert found == [*REFERENCE[:4], "\n".join(parts), *REFERENCE[5:]]


def test_what_cannot_be_divided_stands_with_the_first(text: ParallelText) -> None:
    joined = f"{REFERENCE[9][:-1]}, and {REFERENCE[10]}".replace(".", ";")
    found = placed(text, *REFERENCE[:9], joined, *REFERENCE[11:])
    assert (found[9], found[10], found[11]) == (joined, "", REFERENCE[11])


def test_rows_that_are_not_translated_are_found_by_names_and_numbers_or_between_their_neighbours(
    text: ParallelText,
) -> None:
    rows = [Row(row.source, state=State.FAILED) if i in (2, 7, 9) else row for i, row in enumerate(text.rows)]
    partly = ParallelText(text.document, "nb", "en", (), rows)
    assert placed(partly, *REFERENCE) == REFERENCE


def test_rules_and_empty_paragraphs_take_nothing(text: ParallelText) -> None:
    rule = initial_row(Paragraph("", Kind.RULE))
    ruled = ParallelText(text.document, "nb", "en", (), [*text.rows[:7], rule, *text.rows[7:]])
    assert placed(ruled, "", *REFERENCE[:7], " ", *REFERENCE[7:]) == [*REFERENCE[:7], "", *REFERENCE[7:]]


@given(st.randoms(use_true_random=False))
def test_nothing_of_the_reference_text_is_ever_lost_or_moved(text: ParallelText, random: random.Random) -> None:
    words = " ".join(REFERENCE).split()
    cuts = sorted(random.sample(range(1, len(words)), random.randint(1, 30)))
    paragraphs = [" ".join(words[a:b]) for a, b in zip([0, *cuts], [*cuts, len(words)], strict=True)]
    assert bare("".join(placed(text, *paragraphs))) == bare("".join(words))


def test_cancelling_ends_it_without_rows(text: ParallelText) -> None:
    answers = iter([False, True])
    assert align(text, document(*REFERENCE), lambda: next(answers)) == []
    assert align_texts(texts([1, 2]), texts([1, 2]), lambda: True) == []


@pytest.mark.parametrize("looks", [0, 20, 40])
def test_cancelling_ends_it_wherever_it_is(text: ParallelText, looks: int) -> None:
    answers = iter([False] * looks)
    joined = [" ".join(REFERENCE[:2]), *REFERENCE[2:]]
    assert align(text, document(*joined), lambda: next(answers, True)) == []


def test_a_reference_text_of_very_many_sentences_is_not_divided() -> None:
    paragraphs = Texts(np.eye(2, dtype=np.float32), np.ones(2))

    def cut(size: int) -> list[int]:
        """Where to cut if only the two sentences in the middle show their paragraph."""
        sentences = np.zeros((2 * size, 2), np.float32)
        sentences[size - 1, 0] = sentences[size, 1] = 1
        return assign_sentences(paragraphs, sentences, [1] * 2 * size)

    assert cut(50) == [0] * 50 + [1] * 50
    assert cut(600) == [0] * 1200


@pytest.mark.parametrize(("paragraph", "place"), [(3, 9), (8, 2), (5, 11)])
def test_a_paragraph_that_the_translator_has_moved_is_found_again(
    text: ParallelText, paragraph: int, place: int
) -> None:
    moved = [*REFERENCE[:paragraph], *REFERENCE[paragraph + 1 :]]
    moved.insert(place, REFERENCE[paragraph])
    assert placed(text, *moved) == REFERENCE


# The sentences of each row


def test_the_spans_of_sentences_that_belong_together_are_beside_each_row(text: ParallelText) -> None:
    reference = document(*REFERENCE)
    events = placed_events(linked(text, reference), text, reference)
    for event, row in zip(events, text.rows, strict=True):
        assert event.text == REFERENCE[event.index]
        ours = [row.source.text[slice(*pair.source)] for pair in event.pairs]
        theirs = [event.text[slice(*pair.target)] for pair in event.pairs]
        assert ours == [row.source.text[slice(*pair.source)] for pair in row.sentences]
        assert theirs == [event.text[slice(*span)] for span in split_sentences(event.text, "en")]


def test_spans_go_on_behind_a_marker_and_another_paragraph(text: ParallelText) -> None:
    start = split_sentences(REFERENCE[4], "en")[1][0]
    parts = [Paragraph(REFERENCE[4][:start].rstrip(), Kind.LIST_ITEM, marker="7."), Paragraph(REFERENCE[4][start:])]
    paragraphs = [*map(Paragraph, REFERENCE[:4]), *parts, *map(Paragraph, REFERENCE[5:])]
    reference = Document("t", tuple(paragraphs), Path("reference.txt"), "en", True)
    event = placed_events(linked(text, reference), text, reference)[4]
    assert event.text == f"7. {parts[0].text}\n{parts[1].text}"
    assert [event.text[slice(*pair.target)] for pair in event.pairs][:2] == [
        REFERENCE[4][slice(*span)] for span in split_sentences(REFERENCE[4], "en")[:2]
    ]


def test_a_row_is_unsure_if_a_sentence_of_it_is(text: ParallelText) -> None:
    beside = text.snapshot()
    reference = document(*REFERENCE[:6], "Perhaps.", *REFERENCE[7:])
    for event in placed_events(linked(beside, reference), beside, reference):
        beside.apply(event)
    assert [row.reference_unsure for row in beside.rows][:5] == [False] * 5
    assert any(row.reference_unsure for row in beside.rows[5:8])


# What is refused


def test_another_text_is_refused(text: ParallelText) -> None:
    other = (
        "The committee met on Tuesday to discuss the budget. Several members asked for more time.",
        "Prices of wheat and maize rose again last month, while those of sugar and oil fell.",
        "A new timetable for the trains to the south comes into force in December.",
        "The police ask witnesses of the accident at the crossroads to come forward.",
    )
    with pytest.raises(DocumentError, match=r"“reference.txt” does not seem to be a translation of this document\."):
        placed(text, *other)


@pytest.mark.parametrize(("language", "name"), [("nb", "Norwegian Bokmål"), ("de", "German")])
def test_a_text_in_another_language_is_refused(text: ParallelText, language: str, name: str) -> None:
    with pytest.raises(DocumentError, match=f"is in {name} and not in English"):
        align(text, document(*REFERENCE, language=language))


def test_the_original_itself_is_refused(text: ParallelText) -> None:
    with pytest.raises(DocumentError, match="is in Norwegian Bokmål and not in English"):
        align(text, text.document)


def test_the_original_itself_is_refused_though_its_language_is_not_sure(text: ParallelText) -> None:
    paragraphs = [paragraph.text for paragraph in text.document.paragraphs]
    with pytest.raises(DocumentError, match="has the text of this document, not a translation of it"):
        align(text, document(*paragraphs[2:9], "A line of its own.", language="nb", certain=False))


def test_an_excerpt_is_laid_beside_the_paragraphs_that_it_has(text: ParallelText) -> None:
    assert placed(text, *REFERENCE[7:9]) == [p if i in (7, 8) else "" for i, p in enumerate(REFERENCE)]


def test_a_translation_of_the_paragraph_that_the_document_is_an_excerpt_of_is_not_refused(text: ParallelText) -> None:
    excerpt = ParallelText(text.document, "nb", "en", (), text.rows[7:9])
    found = placed(excerpt, *REFERENCE)
    assert REFERENCE[7] in found[0] and REFERENCE[8] in found[1]


def test_a_short_text_is_told_from_another_one(text: ParallelText) -> None:
    short = ParallelText(text.document, "nb", "en", (), text.rows[4:5])
    assert placed(short, REFERENCE[4]) == [REFERENCE[4]]
    with pytest.raises(DocumentError, match="does not seem to be a translation"):
        placed(short, "The new timetable for trains to the south comes into force in December.")


def test_a_language_that_was_only_guessed_is_no_reason_to_refuse(text: ParallelText) -> None:
    assert [event.text for event in align(text, document(*REFERENCE, language="nb", certain=False))] == REFERENCE


def test_norwegian_of_the_other_kind_is_not_refused_for_its_name() -> None:
    row = Row(Paragraph("She lives in Oslo."), "Hun bor i Oslo.", State.DONE)
    english = ParallelText(document("She lives in Oslo."), "en", "nb", (), [row])
    assert align(english, document("Ho bur i Oslo.", language="nn"))[0].text == "Ho bur i Oslo."


def test_a_text_that_is_not_translated_is_told_to_be_first(text: ParallelText) -> None:
    with pytest.raises(DocumentError, match="Translate the document first"):
        align(ParallelText.untranslated(text.document, "nb", "en"), document(*REFERENCE))


def test_a_file_of_symbols_is_refused(text: ParallelText) -> None:
    with pytest.raises(DocumentError, match="does not seem to be a translation"):
        align(text, read_text("* * *\n\n1 + 1\n"))
    with pytest.raises(DocumentError, match="does not seem to be a translation"):
        align(text, document("", " "))


# Beads


def texts(vectors: list[int], dimensions: int = 400, noise: int = 0) -> Texts:
    """Texts that are similar if their numbers are equal."""
    random = np.random.default_rng(7)
    known = random.normal(size=(max([*vectors, 0]) + 1, dimensions)).astype(np.float32)
    found = known[vectors] + np.random.default_rng(noise).normal(size=(len(vectors), dimensions)) * 0.5
    return Texts(found.astype(np.float32), np.full(len(vectors), 200.0))


@given(st.lists(st.integers(0, 30), min_size=1, max_size=25), st.lists(st.integers(0, 30), min_size=1, max_size=25))
@settings(max_examples=2 * settings().max_examples)
def test_beads_hold_everything_once_and_in_order(first: list[int], second: list[int]) -> None:
    beads = align_texts(texts(first), texts(second))
    for side, length in (("first", len(first)), ("second", len(second))):
        ranges = [getattr(bead, side) for bead in beads]
        assert [i for start, end in ranges for i in range(start, end)] == list(range(length))
    assert all(bead.first[0] < bead.first[1] or bead.second[0] < bead.second[1] for bead in beads)


def test_a_long_text_with_a_chapter_missing_is_found_again_behind_it() -> None:
    everything = list(range(1200))
    kept = [*everything[:450], *everything[650:]]
    beads = align_texts(texts(everything, 128), texts(kept, 128, noise=1))
    expected = {(i, i if i < 450 else i - 200) for i in kept}
    found = {(bead.first[0], bead.second[0]) for bead in beads if bead[:2] == _single(bead)}
    assert len(expected & found) > 0.99 * len(expected)


def _single(bead: Bead) -> tuple[tuple[int, int], tuple[int, int]]:
    return (bead.first[0], bead.first[0] + 1), (bead.second[0], bead.second[0] + 1)


def test_a_translation_with_its_paragraphs_in_another_order_is_refused(text: ParallelText) -> None:
    with pytest.raises(DocumentError, match="in another order"):
        linked(text, document(*REFERENCE[::-1]))


def test_a_part_of_a_translation_may_stand_elsewhere(text: ParallelText) -> None:
    half = len(REFERENCE) // 2
    for paragraphs in ([*REFERENCE[half:], *REFERENCE[:half]], [*REFERENCE[:2], *REFERENCE[5:], *REFERENCE[2:5]]):
        assert sorted(bare("".join(placed(text, *paragraphs)))) == sorted(bare("".join(paragraphs)))
