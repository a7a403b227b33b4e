"""Aligning a reference translation with the machine translation, paragraph by paragraph.

The machine translation is the bridge: it is in the language of the reference, so the two can be compared (Sennrich
and Volk 2010). No text of the reference is lost: what matches no paragraph goes with the one before.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from reader.errors import CancelledError, DocumentError
from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText, ReferenceAligned, State
from reader.reference.bead_alignment import Bead, Texts, align_texts
from reader.reference.cells import cells_of, with_paired_cells
from reader.reference.splitting import assign_sentences
from reader.reference.vectors import TextVectors
from reader.text import LIKE_NORWEGIAN, Document, Paragraph, Span, language_name, split_sentences

# The likeness below which two texts are unrelated; short ones need less. On FLORES, single sentences and their
# translations reach 0.08 or more, eight sentences 0.24 or more, but eight that are no translation less than 0.1.
_RELATED, _SHORT_RELATED = 0.12, 0.07
_SHORT = 1000  # characters


def align(
    text: ParallelText, reference: Document, cancelled: Callable[[], bool] = lambda: False
) -> list[ReferenceAligned]:
    """The text of a reference translation for each row of a translated text.

    A reference paragraph that covers several rows is split among them, between its sentences, where that is certain;
    otherwise it goes to the first row. Several paragraphs in one row are put on separate lines. One without counterpart
    in the source goes to the row before. The cells of a table are laid beside the cells of the same table. A marker
    that differs from that of the row ("2." beside "•") stands before the text.

    Args:
        text: translated; rows not done yet are matched by what both languages write alike.
        reference: the reference translation, in the target language.
        cancelled: asked now and then; True ends the work.

    Returns:
        One event for each row of the text; none if it was cancelled.

    Raises:
        DocumentError: nothing is translated yet, or `reference` is in another language or of another text.
    """
    _check(text, reference)
    rows = [i for i, row in enumerate(text.rows) if (row.target or row.source.text).strip()]
    told = [i for i, paragraph in enumerate(reference.paragraphs) if paragraph.text.strip()]
    references = [reference.paragraphs[i] for i in told]
    try:
        sides = _Sides(text, rows, references, cancelled)
    except CancelledError:
        return []
    beads = sides.beads(cancelled)
    if cancelled():
        return []
    if _similarity(beads, sides) < (_RELATED if sides.lengths.sum() > _SHORT else _SHORT_RELATED):
        raise DocumentError("“{name}” does not seem to be a translation of this document.", name=reference.name)
    paired, alone = with_paired_cells(beads, list(cells_of(text.document, rows)), list(cells_of(reference, told)))
    filled = _filled(text, sides.pieces(paired, alone, cancelled))
    return [] if cancelled() else filled


def _check(text: ParallelText, reference: Document) -> None:
    if not any(row.state is State.DONE and row.target.strip() for row in text.rows):
        raise DocumentError(
            "“{name}” cannot be placed beside a document that is not translated yet. Translate the document first.",
            name=reference.name,
        )
    check_language(reference, text.target_language)


def check_language(reference: Document, wanted: str) -> None:
    """Raise DocumentError if a reference translation is surely in another language than `wanted` (a code)."""
    if reference.certain and reference.language != wanted and not {reference.language, wanted} <= LIKE_NORWEGIAN:
        raise DocumentError(
            "“{name}” is in {language} and not in {wanted}, the language of the translation.",
            name=reference.name,
            language=language_name(reference.language),
            wanted=language_name(wanted),
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the reference text and its row.

    It `begins` a paragraph, which may have a marker, or follows after the white space `gap`.
    """

    row: int
    text: str
    begins: bool
    gap: str = ""
    marker: str = ""


class _Sides:
    """Rows and reference paragraphs, with their vectors."""

    def __init__(
        self, text: ParallelText, rows: Sequence[int], paragraphs: Sequence[Paragraph], cancelled: Callable[[], bool]
    ) -> None:
        import numpy as np

        references = [paragraph.text for paragraph in paragraphs]
        self.rows, self.references, self._language = rows, references, text.target_language
        self._markers = [paragraph.marker for paragraph in paragraphs]
        originals = [text.rows[i].source.text for i in rows]
        versions = [text.rows[i].target for i in rows]
        self._vectors = TextVectors(originals, versions, references, cancelled)
        # The original has about as many characters as its translation.
        ours = np.array([len(version or source) for version, source in zip(versions, originals, strict=True)], float)
        self.lengths = np.array([len(paragraph) for paragraph in references], float)
        self.ours = Texts(self._vectors.versions, ours)

    def beads(self, cancelled: Callable[[], bool]) -> list[Bead]:
        """Which rows belong to which reference paragraphs; empty without paragraphs or if cancelled."""
        return (
            align_texts(self.ours, Texts(self._vectors.references, self.lengths), cancelled) if self.references else []
        )

    def pieces(
        self, beads: Sequence[Bead], alone: Mapping[int, int], cancelled: Callable[[], bool]
    ) -> Iterator[_Piece]:
        """The reference text in order, each stretch with its row, until cancelled; `alone` are rows of single texts."""
        yield from (self._whole(row, text) for text, row in alone.items())
        row = self.rows[0]
        for bead in beads:
            if cancelled():
                return
            if bead.first[1] - bead.first[0] > 1 and bead.second[0] < bead.second[1]:
                for piece in self._divided(bead):
                    row = piece.row
                    yield piece
                continue
            row = self.rows[bead.first[0]] if bead.first[0] < bead.first[1] else row
            yield from (self._whole(row, text) for text in range(*bead.second))

    def _whole(self, row: int, text: int) -> _Piece:
        return _Piece(row, self.references[text], True, marker=self._markers[text])

    def _divided(self, bead: Bead) -> Iterator[_Piece]:
        """The reference paragraphs of a bead with several rows, each sentence with its row."""
        sentences = [
            (self.references[text][slice(*span)], gap, self._markers[text] if gap is None else "")
            for text in range(*bead.second)
            for span, gap in _with_gaps(self.references[text], split_sentences(self.references[text], self._language))
        ]
        vectors = self._vectors.of_parts([sentence for sentence, _, _ in sentences])
        lengths = [len(sentence) for sentence, _, _ in sentences]
        ours = Texts(self.ours.vectors[slice(*bead.first)], self.ours.lengths[slice(*bead.first)])
        for place, (sentence, gap, marker) in zip(assign_sentences(ours, vectors, lengths), sentences, strict=True):
            yield _Piece(self.rows[bead.first[0] + place], sentence, gap is None, gap or "", marker)


def _with_gaps(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, str | None]]:
    """Each sentence with the white space before it; None for the first."""
    end = None
    for span in spans:
        yield span, None if end is None else text[end : span[0]]
        end = span[1]


def _similarity(beads: Sequence[Bead], sides: _Sides) -> float:
    """The mean cosine, weighted by length; a text that is an excerpt of the other still scores something."""
    alike = sum(bead.similarity * float(sides.lengths[slice(*bead.second)].sum()) for bead in beads)
    total = float(sides.lengths.sum() * sides.ours.lengths.sum()) ** 0.5
    return alike / total if total else 0.0


def _filled(text: ParallelText, pieces: Iterator[_Piece]) -> list[ReferenceAligned]:
    texts: dict[int, str] = {}
    for piece in pieces:
        before = texts.get(piece.row, "")
        gap = ("\n" if piece.begins else piece.gap) if before else ""
        marked = piece.marker and piece.marker != text.rows[piece.row].source.marker
        texts[piece.row] = before + gap + (f"{piece.marker} {piece.text}" if marked else piece.text)
    return [ReferenceAligned(index, texts.get(index, "")) for index in range(len(text.rows))]
