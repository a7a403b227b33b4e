"""From paragraphs that belong together to their sentences."""

from collections.abc import Callable, Iterator, Sequence

from reader.errors import CancelledError
from reader.reference.bead_alignment import align_texts
from reader.reference.gains import Array, Texts
from reader.reference.links import Alignment, SentenceLink
from reader.reference.pieces import Pieces
from reader.reference.table import Bead
from reader.reference.vectors import TextVectors

# How much more alike sentences are than any others if they clearly belong together.
_CLEAR = 0.15


def refined(alignment: Alignment, ours: Pieces, theirs: Pieces, cancelled: Callable[[], bool]) -> Alignment:
    """The alignment with the sentences of each row linked with those of the reference beside it.

    Links across rows stay whole, as those by hand do.

    Args:
        alignment: of these pieces.
        ours, theirs: the pieces of the source and of the reference.
        cancelled: asked often.

    Raises:
        CancelledError: it was cancelled.
    """
    wanted = [link for link in alignment.links if _divisible(link, alignment)]
    sources = [i for link in wanted for i in range(*link.source)]
    targets = [i for link in wanted for i in range(*link.target)]
    # Of all rows together, or it would not be known which words are common.
    vectors = TextVectors(
        [ours.texts[i] for i in sources],
        [ours.bridge[i] for i in sources],
        [theirs.texts[i] for i in targets],
        cancelled,
    )
    links = [link for link in alignment.links if not _divisible(link, alignment)]
    at = end = 0
    for link in wanted:
        first, second = range(*link.source), range(*link.target)
        versions, references = vectors.versions[at : at + len(first)], vectors.references[end : end + len(second)]
        at, end = at + len(first), end + len(second)
        lengths = ([len(ours.bridge[i] or ours.texts[i]) for i in first], [len(theirs.texts[i]) for i in second])
        links += _parts(link, _texts(versions, lengths[0]), _texts(references, lengths[1]), cancelled)
    return Alignment.of(alignment.sources, alignment.targets, links)


def _one_by_one(first: Texts, second: Texts) -> Sequence[Bead]:
    """Beads of one text each, if each is far more like its counterpart than like anything else; else nothing.

    Which most paragraphs are, and which is quickly seen.
    """
    import numpy as np

    count = len(first)
    if count != len(second):
        return ()
    norms = np.linalg.norm(first.vectors, axis=1)[:, None] * np.linalg.norm(second.vectors, axis=1) + 1e-6
    alike = first.vectors @ second.vectors.T / norms
    own = alike.diagonal() - _CLEAR
    np.fill_diagonal(alike := alike.copy(), -1.0)
    if (own < np.maximum(alike.max(axis=0), alike.max(axis=1))).any() or (own < 0).any():
        return ()
    return [Bead((i, i + 1), (i, i + 1)) for i in range(count)]


def _joined_at_first(beads: Sequence[Bead]) -> Sequence[Bead]:
    """The beads with what is added before the first sentence joined to it: alone it would follow the row before."""
    count = next((i for i, bead in enumerate(beads) if bead.first[0] < bead.first[1]), 0)
    first = beads[count]
    return [first._replace(second=(0, first.second[1])), *beads[count + 1 :]] if count else beads


def _divisible(link: SentenceLink, alignment: Alignment) -> bool:
    """Whether a link has several pieces, of one row."""
    (a, b), (c, d) = link.source, link.target
    if link.by_hand or a == b or c == d or (b - a == 1 and d - c == 1):
        return False
    return alignment.sources[a].paragraph == alignment.sources[b - 1].paragraph


def _texts(vectors: Array, lengths: Sequence[int]) -> Texts:
    import numpy as np

    return Texts(vectors, np.array(lengths, float))


def _parts(link: SentenceLink, first: Texts, second: Texts, cancelled: Callable[[], bool]) -> Iterator[SentenceLink]:
    beads = _one_by_one(first, second) or align_texts(first, second, cancelled)
    if not beads:
        raise CancelledError
    at, end = link.source[0], link.target[0]
    for bead in _joined_at_first(beads):
        source, target = ((bead.first[0] + at, bead.first[1] + at), (bead.second[0] + end, bead.second[1] + end))
        yield SentenceLink(source, target, link.certain and bead.certain)
