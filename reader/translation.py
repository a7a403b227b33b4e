"""Translating a document: paragraphs to sentences, sentences to the model, and back into rows."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reader.document import Mark, Paragraph, Span
from reader.engine import Hypothesis, Translator
from reader.errors import TranslationError
from reader.parallel import Row, SentencePair, State
from reader.sentences import split_sentences

# Characters of source text in a batch. The first is about a paragraph, so that something stands there
# at once; the last is about a full pass through the model, so that none of its speed is lost, and short
# enough to be cancelled within a second or two.
_FIRST_BATCH = 300
_FULL_BATCH = 5000

# A dash that leads speech, or a bullet: the models were not taught what to do with it.
_LEAD = re.compile(r"(?:[–—•·*-]\s+)?")


@dataclass(frozen=True, slots=True)
class Translated:
    """Row `index` of the document is finished, done or failed."""

    index: int
    row: Row


def translate(
    rows: Sequence[Row],
    language: str,
    translator: Translator,
    *,
    first: Callable[[], int] = lambda: 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Translated]:
    """Translate the rows that are pending or failed, a batch of paragraphs at a time.

    A paragraph on which the model fails comes back failed, with the reason; the rest goes on.

    Args:
        rows: all rows of the document; those done are left alone.
        language: code of the source language, for finding the sentences.
        translator: the loaded model.
        first: asked before each batch; the row to go on from, such as the topmost one on screen. After
            the last row come those before it.
        cancelled: asked before each batch; True ends the work.
    """
    outstanding = [i for i, row in enumerate(rows) if row.state in (State.PENDING, State.FAILED)]
    size = _FIRST_BATCH
    while outstanding and not cancelled():
        batch = _next_batch(outstanding, rows, first(), size)
        taken = set(batch)
        outstanding = [index for index in outstanding if index not in taken]
        paragraphs = [rows[index].source for index in batch]
        for index, row in zip(batch, translate_paragraphs(paragraphs, language, translator), strict=True):
            yield Translated(index, row)
        size = min(size * 2, _FULL_BATCH)


def _next_batch(outstanding: list[int], rows: Sequence[Row], first: int, size: int) -> list[int]:
    """The outstanding rows from `first` on, around the end, until `size` characters are together."""
    start = bisect_left(outstanding, first) % len(outstanding)
    batch: list[int] = []
    characters = 0
    for index in outstanding[start:] + outstanding[:start]:
        characters += len(rows[index].source.text)
        if batch and characters > size:
            break
        batch.append(index)
    return batch


def translate_paragraphs(paragraphs: Sequence[Paragraph], language: str, translator: Translator) -> list[Row]:
    """Translate paragraphs together; the i-th row belongs to the i-th paragraph.

    If the model fails on them together each is tried alone, so that one bad paragraph spoils no other.
    """
    drafts = [_Draft.of(paragraph, language) for paragraph in paragraphs]
    cores = [core for draft in drafts for core in draft.cores()]
    try:
        hypotheses = iter(translator.translate(cores))
    except TranslationError as error:
        if len(paragraphs) == 1:
            return [Row(paragraphs[0], state=State.FAILED, reason=str(error))]
        return [row for p in paragraphs for row in translate_paragraphs([p], language, translator)]
    return [draft.row([next(hypotheses) for _ in draft.cores()]) for draft in drafts]


@dataclass(frozen=True, slots=True)
class _Draft:
    """A paragraph cut into sentences, of which the model gets the part with words."""

    paragraph: Paragraph
    spans: tuple[Span, ...]

    @classmethod
    def of(cls, paragraph: Paragraph, language: str) -> "_Draft":
        return cls(paragraph, tuple(split_sentences(paragraph.text, language)))

    def cores(self) -> list[str]:
        """What goes to the model: sentences with words, without a leading dash, on one line."""
        return [core for span in self.spans if (core := self._split(span)[1])]

    def _split(self, span: Span) -> tuple[str, str]:
        sentence = self.paragraph.text[span[0] : span[1]]
        if not any(character.isalpha() for character in sentence):
            return sentence, ""
        match = _LEAD.match(sentence)
        lead = match[0] if match else ""
        return lead, sentence[len(lead) :]

    def row(self, hypotheses: Sequence[Hypothesis]) -> Row:
        """The finished row; the white space between the sentences is that of the source."""
        answers = iter(hypotheses)
        pairs: list[SentencePair] = []
        target = ""
        for span, gap in zip(self.spans, self._gaps(), strict=True):
            lead, core = self._split(span)
            answer = next(answers) if core else None
            if answer is not None and not answer.text:
                return Row(self.paragraph, state=State.FAILED, reason="The language model gave no translation.")
            start = len(target)
            target += lead + (answer.text if answer else "")
            pairs.append(SentencePair(span, (start, len(target)), answer.score if answer else None))
            target += gap
        marks = _carried_marks(self.paragraph.marks, pairs)
        return Row(self.paragraph, target, State.DONE, tuple(pairs), marks)

    def _gaps(self) -> list[str]:
        text = self.paragraph.text
        return [text[a[1] : b[0]] for a, b in pairwise(self.spans)] + [""]


def _carried_marks(marks: Sequence[Mark], pairs: Sequence[SentencePair]) -> tuple[Mark, ...]:
    """The marks that cover whole sentences, moved to their translations."""
    carried = []
    for mark in marks:
        inside = [pair for pair in pairs if mark.start <= pair.source[0] and pair.source[1] <= mark.end]
        begins = any(pair.source[0] == mark.start for pair in inside)
        if inside and begins and inside[-1].source[1] == mark.end:
            carried.append(replace(mark, start=inside[0].target[0], end=inside[-1].target[1]))
    return tuple(carried)
