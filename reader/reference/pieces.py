"""The sentences of both texts, and stretches of them that are aligned as one: paragraphs, mostly."""

from collections.abc import Callable, Collection, Iterator, Sequence

from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText, Row, not_cancelled
from reader.reference.links import Piece
from reader.reference.vectors import until
from reader.text import Document, Span, split_sentences


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one of the two texts.

    Attributes:
        pieces: in order.
        texts: the text of each.
        bridge: the machine translation of each, or its text in the reference; "" if there is none.
    """

    pieces: tuple[Piece, ...]
    texts: tuple[str, ...]
    bridge: tuple[str, ...]

    def stretches(self, fixed: Collection[int]) -> list[Span]:
        """Ranges of the pieces of each paragraph, without those that are `fixed` or have no text."""
        found: list[Span] = []
        for i, piece in enumerate(self.pieces):
            if i in fixed or piece.start == piece.end:
                continue
            if found and found[-1][1] == i and self.pieces[i - 1].paragraph == piece.paragraph:
                found[-1] = (found[-1][0], i + 1)
            else:
                found.append((i, i + 1))
        return found

    def text(self, stretch: Span) -> str:
        """The text of a stretch."""
        return " ".join(self.texts[slice(*stretch)])

    def bridged(self, stretch: Span) -> str:
        """The machine translation of a stretch."""
        return " ".join(filter(None, self.bridge[slice(*stretch)]))


def source_pieces(text: ParallelText, cancelled: Callable[[], bool] = not_cancelled) -> Pieces:
    """Those of the source, with their machine translations as far as there are any; CancelledError if cancelled."""
    found = [
        (Piece(index, *span), row.source.text[slice(*span)], version)
        for index, row in enumerate(until(text.rows, cancelled))
        for span, version in _of_row(row, (text.source_language, text.target_language))
    ]
    return Pieces(*(tuple(each[i] for each in found) for i in range(3)))  # type: ignore[arg-type]


def target_pieces(reference: Document, language: str, cancelled: Callable[[], bool] = not_cancelled) -> Pieces:
    """Those of the reference, which is in `language`; CancelledError if cancelled."""
    found = [
        (Piece(index, *span), paragraph.text[slice(*span)])
        for index, paragraph in enumerate(until(reference.paragraphs, cancelled))
        for span in split_sentences(paragraph.text, language)
    ]
    texts = tuple(text for _, text in found)
    return Pieces(tuple(piece for piece, _ in found), texts, texts)


def _of_row(row: Row, languages: tuple[str, str]) -> Iterator[tuple[Span, str]]:
    """The sentences of a row with their machine translations; an empty span if it has none."""
    if row.sentences:
        yield from ((pair.source, row.target[slice(*pair.target)]) for pair in row.sentences)
    elif not (row.target or row.source.text).strip():
        yield (0, 0), ""
    else:
        spans = split_sentences(row.source.text, languages[0]) or [(0, len(row.source.text))]
        theirs = split_sentences(row.target, languages[1])
        if not row.target:
            yield from ((span, "") for span in spans)
        elif len(spans) == len(theirs):
            yield from ((span, row.target[slice(*their)]) for span, their in zip(spans, theirs, strict=True))
        else:  # it is not known which is the translation of which
            yield (spans[0][0], spans[-1][1]), row.target


def paragraphs_of(pieces: Sequence[Piece], stretches: Sequence[Span]) -> list[int]:
    """The paragraph of each stretch."""
    return [pieces[start].paragraph for start, _ in stretches]
