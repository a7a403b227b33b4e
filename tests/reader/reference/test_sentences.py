"""Pairing the sentences of a text with those of a reference translation; by the starter package."""

from itertools import count
from pathlib import Path

import pytest

from reader.engine import Engine
from reader.errors import CancelledError
from reader.formats import read_document
from reader.packages import find_packages
from reader.parallel import ParallelText
from reader.reference import AlignedSentences, aligned_sentences, linked
from reader.text import Document, Paragraph, split_sentences
from reader.translation import translate

pytestmark = pytest.mark.usefixtures("shipped_pair")

DATA = Path(__file__).parents[2] / "data"
PARAGRAPHS = [p.text for p in read_document(DATA / "boathouse-en.txt").paragraphs]
SENTENCES = [[p[slice(*span)] for span in split_sentences(p, "en")] for p in PARAGRAPHS]


@pytest.fixture(scope="module")
def text() -> ParallelText:
    """The Norwegian text, translated by the starter package."""
    text = ParallelText.untranslated(read_document(DATA / "boathouse-nb.txt"), "nb", "en")
    for event in translate(list(text.rows), "nb", Engine(find_packages().choose("nb", "en"))):
        text.apply(event)
    return text


def document(sentences: list[list[str]]) -> Document:
    """A reference translation of these sentences, by paragraph."""
    paragraphs = tuple(Paragraph(" ".join(each)) for each in sentences if each)
    return Document("t", paragraphs, Path("reference.txt"), "en", True)


def paired(text: ParallelText, sentences: list[list[str]]) -> list[AlignedSentences]:
    """The pairs with a reference translation of these sentences, by paragraph."""
    reference = document(sentences)
    return list(aligned_sentences(linked(text, reference), text, reference))


def by_source(pairs: list[AlignedSentences]) -> dict[str, str]:
    return {pair.source: pair.target for pair in pairs if pair.source}


@pytest.fixture(scope="module")
def whole(text: ParallelText) -> list[AlignedSentences]:
    return paired(text, SENTENCES)


def test_sentence_beside_sentence(text: ParallelText, whole: list[AlignedSentences]) -> None:
    assert [pair.target for pair in whole] == [sentence for each in SENTENCES for sentence in each]
    sources = [row.source.text[slice(*pair.source)] for row in text.rows for pair in row.sentences]
    assert [pair.source for pair in whole] == sources


@pytest.mark.parametrize("row", [i for i, each in enumerate(SENTENCES) if len(each) > 2])
def test_what_is_left_out_is_beside_nothing_and_all_else_as_before(
    text: ParallelText, whole: list[AlignedSentences], row: int
) -> None:
    less = [each if i != row else [each[0], *each[2:]] for i, each in enumerate(SENTENCES)]
    expected = {s: "" if t == SENTENCES[row][1] else t for s, t in by_source(whole).items()}
    assert by_source(paired(text, less)) == expected


def test_what_is_added_is_beside_nothing(text: ParallelText, whole: list[AlignedSentences]) -> None:
    added = "The translator of this book has been to Paris and liked the food there a lot."
    more = [[*each[:1], added, *each[1:]] if i == 3 else each for i, each in enumerate(SENTENCES)]
    pairs = paired(text, more)
    assert by_source(pairs) == by_source(whole)
    assert [pair.target for pair in pairs if not pair.source] == [added]


def test_two_sentences_made_one_are_beside_both(text: ParallelText) -> None:
    first, second = SENTENCES[1][1], SENTENCES[1][2]
    joined = f"{first[:-1]}, and {second}"
    pairs = paired(text, [each if i != 1 else [each[0], joined, *each[3:]] for i, each in enumerate(SENTENCES)])
    [pair] = [pair for pair in pairs if pair.target == joined]
    assert len(split_sentences(pair.source, "nb")) == 2


def test_a_paragraph_that_is_left_out_is_one_pair(text: ParallelText) -> None:
    pairs = paired(text, [each if i != 4 else [] for i, each in enumerate(SENTENCES)])
    assert [pair.source for pair in pairs if not pair.target] == [text.rows[4].source.text]


def test_no_letter_of_either_text_is_lost(text: ParallelText) -> None:
    changed = [[*each, "An addition."] if i % 2 else each[:-1] or each for i, each in enumerate(SENTENCES)]
    pairs = paired(text, changed)

    def letters(texts: list[str]) -> str:
        return "".join("".join(texts).split())

    assert letters([pair.source for pair in pairs]) == letters([row.source.text for row in text.rows])
    assert letters([pair.target for pair in pairs]) == letters([s for each in changed for s in each])


def test_it_can_be_cancelled_at_any_time(text: ParallelText) -> None:
    asked = count()
    linked(text, document(SENTENCES), cancelled=lambda: next(asked) < 0)
    last = next(asked) - 1
    for looks in (0, 1, last // 2, last):
        asked = count()
        with pytest.raises(CancelledError):
            linked(text, document(SENTENCES), cancelled=lambda: next(asked) >= looks)  # noqa: B023
