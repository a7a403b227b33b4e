"""The sentences of a text paired with those of a reference translation, within each paragraph.

The machine translation of each sentence is the bridge, as between paragraphs (see `reader.reference.alignment`).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from reader.errors import CancelledError
from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText, Row, State, not_cancelled
from reader.reference.bead_alignment import Array, Texts, align_texts
from reader.reference.vectors import TextVectors
from reader.text import Span, split_sentences


class AlignedSentences(NamedTuple):
    """Sentences that belong together: mostly one of each, sometimes a few, or none on one side.

    Attributes:
        row: the index of their row.
        source: the text in the source, "" for what the reference adds.
        target: the text in the reference, "" for what it leaves out.
    """

    row: int
    source: str
    target: str


def sentence_pairs(text: ParallelText, cancelled: Callable[[], bool] = not_cancelled) -> Iterator[AlignedSentences]:
    """Pair the sentences of each row with those of the reference translation beside it, in the order of both.

    Args:
        text: translated, with the reference translation (see `align`); rows without words are left out.
        cancelled: asked often.

    Raises:
        CancelledError: it was cancelled.
    """
    rows = [_Sides.of(i, row, text) for i, row in enumerate(text.rows) if row.state is not State.SAME or row.reference]
    originals = [each.source[slice(*span)] for each in rows for span in each.sources]
    versions = [version for each in rows for version in each.versions]
    references = [each.target[slice(*span)] for each in rows for span in each.targets]
    # Of all rows together, or it would not be known which words are common.
    vectors = TextVectors(originals, versions, references, cancelled)
    first = second = 0
    for each in rows:
        last, end = first + len(each.sources), second + len(each.targets)
        yield from each.aligned(vectors.versions[first:last], vectors.references[second:end], cancelled)
        first, second = last, end


@dataclass(frozen=True, slots=True)
class _Sides:
    """The two texts of a row, their sentences as spans, and the machine translations of those of the source."""

    row: int
    source: str
    target: str
    sources: Sequence[Span]
    targets: Sequence[Span]
    versions: Sequence[str]

    @classmethod
    def of(cls, index: int, row: Row, text: ParallelText) -> "_Sides":
        source, targets = row.source.text, split_sentences(row.reference, text.target_language)
        if row.sentences:
            spans = [pair.source for pair in row.sentences]
            versions = [row.target[slice(*pair.target)] for pair in row.sentences]
        else:
            spans = split_sentences(source, text.source_language)
            versions = [""] * len(spans)
        return cls(index, source, row.reference, spans, targets, versions)

    def aligned(self, versions: Array, references: Array, cancelled: Callable[[], bool]) -> Iterator[AlignedSentences]:
        import numpy as np

        if not self.sources or not self.targets:
            if self.sources or self.targets:
                yield self._joined((0, len(self.sources)), (0, len(self.targets)))
            return
        pairs = zip(self.sources, self.versions, strict=True)
        lengths = np.array([len(version) or end - start for (start, end), version in pairs], float)
        theirs = np.array([end - start for start, end in self.targets], float)
        beads = align_texts(Texts(versions, lengths), Texts(references, theirs), cancelled)
        if not beads:
            raise CancelledError
        for bead in beads:
            yield self._joined(bead.first, bead.second)

    def _joined(self, sources: Span, targets: Span) -> AlignedSentences:
        source = _from_to(self.source, self.sources[slice(*sources)])
        return AlignedSentences(self.row, source, _from_to(self.target, self.targets[slice(*targets)]))


def _from_to(text: str, spans: Sequence[Span]) -> str:
    """The text from the first sentence to the last."""
    return text[spans[0][0] : spans[-1][1]] if spans else ""
