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
        source: the text in the source, "" for what the reference adds.
        target: the text in the reference, "" for what it leaves out.
    """

    link: SentenceLink
    source: str
    target: str


def aligned_sentences(alignment: Alignment, text: ParallelText, reference: Document) -> Iterator[AlignedSentences]:
    """The sentences of both texts, as their links say, in the order of these.

    Args:
        alignment: of these two texts.
        text: whose source it is.
        reference: the reference translation.
    """
    sources = [row.source for row in text.rows]
    for link in alignment.links:
        source = _text(alignment.sources[slice(*link.source)], sources)
        target = _text(alignment.targets[slice(*link.target)], reference.paragraphs)
        if source or target:
            yield AlignedSentences(link, source, target)


def _text(pieces: Sequence[Piece], paragraphs: Sequence[Paragraph]) -> str:
    """The text of neighbouring pieces; what is of several paragraphs is on separate lines."""
    stretches: list[Piece] = []
    for piece in pieces:
        if stretches and stretches[-1].paragraph == piece.paragraph:
            stretches[-1] = stretches[-1]._replace(end=piece.end)
        elif piece.start < piece.end:
            stretches.append(piece)
    return "\n".join(paragraphs[each.paragraph].text[each.start : each.end] for each in stretches)
