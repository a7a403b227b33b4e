"""The text of a reference translation beside each row, as its links say."""

from collections.abc import Sequence

from reader.parallel import ParallelText, ReferenceAligned, ReferencePair
from reader.reference.links import Alignment, Piece, SentenceLink
from reader.text import Document, Span


def placed(alignment: Alignment, text: ParallelText, reference: Document) -> list[ReferenceAligned]:
    """The text of the reference for each row of the text.

    What belongs to several rows goes to the first of them, and what belongs to none to the row before. Several
    paragraphs in one row are put on separate lines. A marker that differs from that of the row ("2." beside "•")
    stands before the text.

    Args:
        alignment: of these two texts.
        text: whose rows they are.
        reference: the reference translation.

    Returns:
        One event for each row of the text.
    """
    rows = [_Beside(text.rows[i].source.marker, reference) for i in range(len(text.rows))]
    row = alignment.sources[0].paragraph if alignment.sources else 0
    for link in alignment.links:
        if link.source[0] < link.source[1]:
            row = _row_of(alignment, link)
        rows[row].add(link, alignment)
    return [ReferenceAligned(i, each.text, tuple(each.pairs)) for i, each in enumerate(rows)]


def _row_of(alignment: Alignment, link: SentenceLink) -> int:
    """The first row of a link, of those with text if any has."""
    pieces = alignment.sources[slice(*link.source)]
    return next((piece.paragraph for piece in pieces if piece.start < piece.end), pieces[0].paragraph)


class _Beside:
    """What stands beside one row."""

    def __init__(self, marker: str, reference: Document) -> None:
        self._marker, self._reference = marker, reference
        self.text = ""
        self.pairs: list[ReferencePair] = []
        self._last: Piece | None = None

    def add(self, link: SentenceLink, alignment: Alignment) -> None:
        """Add the pieces of a link."""
        start = None
        for piece in alignment.targets[slice(*link.target)]:
            if piece.start < piece.end:
                self.text += self._gap(piece)
                start = len(self.text) if start is None else start
                self.text += self._reference.paragraphs[piece.paragraph].text[piece.start : piece.end]
                self._last = piece
        if start is None:
            return
        end = self.pairs[-1].source[1] if self.pairs else 0
        source = _first_span(alignment.sources[slice(*link.source)]) or (end, end)
        self.pairs.append(ReferencePair(source, (start, len(self.text)), link.certain))

    def _gap(self, piece: Piece) -> str:
        """What stands before a piece."""
        last, paragraph = self._last, self._reference.paragraphs[piece.paragraph]
        if last is not None and last.paragraph == piece.paragraph and last.end <= piece.start:
            between = paragraph.text[last.end : piece.start]
            return "\n" if between.strip() else between
        begun = "\n" if self.text else ""
        marked = paragraph.marker if piece.start == 0 or not paragraph.text[: piece.start].strip() else ""
        return begun + (f"{marked} " if marked and marked != self._marker else "")


def _first_span(pieces: Sequence[Piece]) -> Span | None:
    """What the pieces in the first row with text span there."""
    some = [piece for piece in pieces if piece.start < piece.end]
    own = [piece for piece in some if piece.paragraph == some[0].paragraph]
    return (own[0].start, own[-1].end) if own else None
