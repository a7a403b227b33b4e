"""Aligning a reference translation with the machine translation, paragraph by paragraph and sentence by sentence.

The machine translation is the bridge: it is in the language of the reference, so the two can be compared (Sennrich
and Volk 2010). No text of the reference is lost: what matches no paragraph goes with the one before.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import log2

from reader.errors import CancelledError, DocumentError
from reader.parallel import ParallelText, ReferenceAligned, State, not_cancelled
from reader.reference.bead_alignment import align_texts
from reader.reference.cells import cells_of, with_paired_cells
from reader.reference.gains import Texts
from reader.reference.kept_links import KeptLink, found_again
from reader.reference.links import Alignment, SentenceLink
from reader.reference.moves import with_moved
from reader.reference.order import in_another_order
from reader.reference.pieces import paragraphs_of, source_pieces, target_pieces
from reader.reference.placing import placed
from reader.reference.refining import refined
from reader.reference.splitting import assign_sentences
from reader.reference.table import Bead
from reader.reference.vectors import TextVectors
from reader.text import LIKE_NORWEGIAN, Document, Span, language_name

# The likeness below which two texts are unrelated; a sentence needs less, a text that is far shorter than the other
# more, for each time that it is half as long. On FLORES, sentences and their translations reach 0.075, others 0.06; two
# or more 0.2 and 0.08; eight among eighty 0.4 and 0.1. Five free translations reach 0.37.
_RELATED, _SHORT_RELATED, _EXCERPT = 0.13, 0.07, 0.03
_SHORT = 200  # characters
# How far apart, as shares of both texts, what the user has linked may be if nothing else is to cross it.
_FAR = 0.1


def align(
    text: ParallelText, reference: Document, cancelled: Callable[[], bool] = not_cancelled
) -> list[ReferenceAligned]:
    """The text of a reference translation for each row of a translated text, without its sentences (see `linked`).

    Returns:
        One event for each row of the text; none if it was cancelled.

    Raises:
        DocumentError: as `linked`.
    """
    try:
        alignment = _Work(text, reference, (), cancelled).aligned()
    except CancelledError:
        return []
    return placed(alignment, text, reference)


def linked(
    text: ParallelText,
    reference: Document,
    *,
    kept: Sequence[KeptLink] = (),
    cancelled: Callable[[], bool] = not_cancelled,
) -> Alignment:
    """Which sentences of a translated text and of a reference translation belong together.

    A reference paragraph that covers several rows is divided among them, between its sentences, where that is certain;
    otherwise it goes with all of them. The cells of a table are laid beside the cells of the same table. A paragraph
    that has moved is found again if it is hardly like anything else.

    Args:
        text: translated; rows not done yet are matched by what both languages write alike.
        reference: the reference translation, in the target language.
        kept: links that the user has made, which stay as far as their sentences are there (see `links_by_hand`).
        cancelled: asked now and then; True ends the work.

    Raises:
        CancelledError: it was cancelled.
        DocumentError: nothing is translated yet, or `reference` is in another language, of another text, or has its
            paragraphs in another order.
    """
    work = _Work(text, reference, kept, cancelled)
    return refined(work.aligned(), work.ours, work.theirs, cancelled)


def check_language(reference: Document, wanted: str) -> None:
    """Raise DocumentError if a reference translation is surely in another language than `wanted` (a code)."""
    if reference.certain and reference.language != wanted and not {reference.language, wanted} <= LIKE_NORWEGIAN:
        raise DocumentError(
            "“{name}” is in {language} and not in {wanted}, the language of the translation.",
            name=reference.name,
            language=language_name(reference.language),
            wanted=language_name(wanted),
        )


def _check(text: ParallelText, reference: Document) -> None:
    if not any(row.state is State.DONE and row.target.strip() for row in text.rows):
        raise DocumentError(
            "“{name}” cannot be placed beside a document that is not translated yet. Translate the document first.",
            name=reference.name,
        )
    check_language(reference, text.target_language)
    _check_translated(text, reference)


def _check_translated(text: ParallelText, reference: Document) -> None:
    """Raise DocumentError if most of the reference is the original as it is."""
    originals = {
        row.source.text.strip() for row in text.rows if row.state is State.DONE and row.target != row.source.text
    }
    texts = [paragraph.text.strip() for paragraph in reference.paragraphs]
    same = sum(len(each) for each in texts if each in originals)
    if 2 * same > sum(map(len, texts)):
        raise DocumentError("“{name}” has the text of this document, not a translation of it.", name=reference.name)


class _Work:
    """Aligning stretches: paragraphs, or what is left of them between links that are kept."""

    def __init__(
        self, text: ParallelText, reference: Document, kept: Sequence[KeptLink], cancelled: Callable[[], bool]
    ) -> None:
        """Raises DocumentError and CancelledError as `linked`."""
        import numpy as np

        _check(text, reference)
        self._text, self._reference, self._cancelled = text, reference, cancelled
        self.ours = source_pieces(text, cancelled)
        self.theirs = target_pieces(reference, text.target_language, cancelled)
        self._kept = found_again(kept, self.ours, self.theirs)
        self._first = self.ours.stretches({i for link in self._kept for i in range(*link.source)})
        self._second = self.theirs.stretches({i for link in self._kept for i in range(*link.target)})
        originals, versions = (list(map(get, self._first)) for get in (self.ours.text, self.ours.bridged))
        references = list(map(self.theirs.text, self._second))
        self._vectors = TextVectors(originals, versions, references, cancelled)
        # The original has about as many characters as its translation.
        lengths = np.array([len(version or text) for version, text in zip(versions, originals, strict=True)], float)
        self._our_texts = Texts(self._vectors.versions, lengths)
        self._their_texts = Texts(self._vectors.references, np.array(list(map(len, references)), float))

    def aligned(self) -> Alignment:
        """The alignment, with the sentences of a paragraph together."""
        beads = with_moved(list(self._beads()), self._our_texts, self._their_texts)
        if self._cancelled():
            raise CancelledError
        self._check_related(beads)
        first, second = (
            paragraphs_of(*each) for each in ((self.ours.pieces, self._first), (self.theirs.pieces, self._second))
        )
        ours, theirs = list(cells_of(self._text.document, first)), list(cells_of(self._reference, second))
        paired, alone = with_paired_cells(beads, ours, theirs)
        links = [link for bead in paired for link in self._links(bead)] + list(self._in_empty_cells(alone))
        return Alignment.of(self.ours.pieces, self.theirs.pieces, [*self._kept, *_beside(links, self._kept)])

    def _in_empty_cells(self, alone: Mapping[int, int]) -> Iterator[SentenceLink]:
        """Links of stretches of the reference with rows without text."""
        empty = {each.paragraph: i for i, each in enumerate(self.ours.pieces) if each.start == each.end}
        together: dict[int, list[int]] = {}
        for item, row in alone.items():
            items = together.setdefault(row, [])
            if not items or item == items[-1] + 1:
                items.append(item)
        for row, items in together.items():
            if row in empty:
                yield SentenceLink((empty[row], empty[row] + 1), self._target((items[0], items[-1] + 1)))

    def _beads(self) -> Iterator[Bead]:
        """The beads between each two links that are kept and the next."""
        at = 0, 0
        for first, second in [*self._borders(), (len(self._first), len(self._second))]:
            yield from self._between((at[0], first), (at[1], second))
            at = first, second

    def _borders(self) -> Iterator[tuple[int, int]]:
        """Before which stretches of both sides a link is kept; not of one that joins what has moved far."""
        sizes = len(self.ours.pieces), len(self.theirs.pieces)
        ends = sorted((link.source[1], link.target[1]) for link in self._kept if _is_whole(link))
        last = 0
        for source, target in ends:
            if target > last and abs(source / sizes[0] - target / sizes[1]) <= _FAR:
                last = target
                yield _behind(self._first, source), _behind(self._second, target)

    def _between(self, first: Span, second: Span) -> Iterator[Bead]:
        if first[0] == first[1] or second[0] == second[1]:
            yield from (Bead((i, i + 1), (second[0], second[0])) for i in range(*first))
            yield from (Bead((first[1], first[1]), (i, i + 1)) for i in range(*second))
            return
        beads = align_texts(_part(self._our_texts, first), _part(self._their_texts, second), self._cancelled)
        if not beads:
            raise CancelledError
        yield from (
            bead._replace(first=_moved(bead.first, first[0]), second=_moved(bead.second, second[0])) for bead in beads
        )

    def _check_related(self, beads: Sequence[Bead]) -> None:
        """Raise DocumentError if the texts are not alike, by the mean cosine of what the shorter one has.

        Or if that is because they are in another order.
        """
        if not self._kept and in_another_order(self._our_texts, self._their_texts):
            raise DocumentError(
                "“{name}” has the paragraphs of this document in another order. Put them in the same order.",
                name=self._reference.name,
            )
        sizes = sorted((float(self._our_texts.lengths.sum()), float(self._their_texts.lengths.sum())))
        alike = sum(bead.similarity * float(self._their_texts.lengths[slice(*bead.second)].sum()) for bead in beads)
        if not self._kept and (not sizes[0] or alike / sizes[0] < _needed(*sizes)):
            raise DocumentError(
                "“{name}” does not seem to be a translation of this document.", name=self._reference.name
            )

    def _links(self, bead: Bead) -> Iterator[SentenceLink]:
        """The links of a bead: if it has several stretches of the source, the reference is divided among these."""
        if self._cancelled():
            raise CancelledError
        sure = bead.certain
        if bead.second[0] == bead.second[1]:
            yield from (SentenceLink(self._first[i], (0, 0), sure) for i in range(*bead.first))
        elif bead.first[1] - bead.first[0] > 1:
            yield from self._divided(bead)
        else:
            source = self._first[bead.first[0]] if bead.first[0] < bead.first[1] else (0, 0)
            yield SentenceLink(source, self._target(bead.second), sure)

    def _target(self, stretches: Span) -> Span:
        return self._second[stretches[0]][0], self._second[stretches[1] - 1][1]

    def _divided(self, bead: Bead) -> Iterator[SentenceLink]:
        start, end = self._target(bead.second)
        pieces = [i for stretch in self._second[slice(*bead.second)] for i in range(*stretch)]
        texts = [self.theirs.texts[i] for i in pieces]
        owners = assign_sentences(
            _part(self._our_texts, bead.first), self._vectors.of_parts(texts), list(map(len, texts))
        )
        begins = [(0, start), *((b, i) for a, b, i in zip(owners, owners[1:], pieces[1:], strict=False) if a != b)]
        for (row, first), (following, last) in pairwise([*begins, (bead.first[1] - bead.first[0], end)]):
            ours = self._first[bead.first[0] + row], self._first[bead.first[0] + following - 1]
            yield SentenceLink((ours[0][0], ours[1][1]), (first, last), bead.certain)


def _beside(links: Iterable[SentenceLink], kept: Sequence[SentenceLink]) -> Iterator[SentenceLink]:
    """The links, each only up to where a kept one begins in it."""
    sources, targets = sorted(link.source[0] for link in kept), sorted(link.target[0] for link in kept)
    for link in links:
        yield link.over(_until(link.source, sources), _until(link.target, targets))


def _until(span: Span, places: Sequence[int]) -> Span:
    at = bisect_left(places, span[0])
    return (span[0], min(span[1], places[at])) if at < len(places) else span


def _needed(shorter: float, longer: float) -> float:
    """How alike two texts of so many characters must be."""
    return (_RELATED if shorter > _SHORT else _SHORT_RELATED) + _EXCERPT * log2(longer / shorter)


def _is_whole(link: SentenceLink) -> bool:
    """Whether a link has pieces of both sides."""
    return link.source[0] < link.source[1] and link.target[0] < link.target[1]


def _behind(stretches: Sequence[Span], place: int) -> int:
    """The first stretch from this piece on."""
    return bisect_left(stretches, place, key=lambda stretch: stretch[0])


def _part(texts: Texts, items: Span) -> Texts:
    return Texts(texts.vectors[slice(*items)], texts.lengths[slice(*items)])


def _moved(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
