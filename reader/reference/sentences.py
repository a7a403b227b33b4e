"""The sentences of a text beside those of a reference translation."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reader.parallel import ParallelText
from reader.reference.links import Alignment, Piece, SentenceLink
from reader.text import Document, Paragraph


class AlignedSentences(NamedTuple):
    """Sentences that belong together: mostly one of each, sometimes a few, or none on one side.

    Attributes:
        link: where they stand.
        sources: the sentences of the source, () for what the reference adds.
        targets: those of the reference, () for what it leaves out.
    """

    link: SentenceLink
    sources: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def source(self) -> str:
        """The text in the source, or ""."""
        return " ".join(self.sources)

    @property
    def target(self) -> str:
        """The text in the reference, or ""."""
        return " ".join(self.targets)


def aligned_sentences(alignment: Alignment, text: ParallelText, reference: Document) -> Iterator[AlignedSentences]:
    """The sentences of both texts, as their links say, in the order of these; paragraphs without words are left out.

    Args:
        alignment: of these two texts.
        text: whose source it is.
        reference: the reference translation.
    """
    sources = [row.source for row in text.rows]
    for link in alignment.links:
        ours = piece_texts(alignment.sources[slice(*link.source)], sources)
        theirs = piece_texts(alignment.targets[slice(*link.target)], reference.paragraphs)
        if ours or theirs:
            yield AlignedSentences(link, ours, theirs)


def piece_texts(pieces: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> tuple[str, ...]:
    """The texts of pieces, without empty ones."""
    texts = (paragraphs[each.paragraph].text[each.start : each.end] for each in pieces)
    return tuple(filter(None, texts))
