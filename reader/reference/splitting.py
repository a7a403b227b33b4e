"""Where to cut a text that covers several paragraphs: between sentences, and only where that is sure."""

from collections.abc import Sequence

from reader.reference.gains import Array, Texts

# How much better, in cosines, a cut must be than any other place for it, and how alike the texts on both sides of it.
# On joined paragraphs of FLORES sentences these put 4 of 100 sentences with too early a paragraph and 1 with too late.
_BETTER, _ALIKE = 0.002, 0.05
# The most sentences to try all stretches of; time and memory grow with the square.
_MOST = 1000


def assign_sentences(paragraphs: Texts, sentences: Array, lengths: Sequence[int]) -> list[int]:
    """For each sentence of a text the paragraph that it belongs to.

    Args:
        paragraphs: those that the text covers, in order; at least one.
        sentences: vectors of the sentences of the text, comparable with those of the paragraphs.
        lengths: of the sentences, in characters.

    Returns:
        Indices of paragraphs, never decreasing. After a cut that is not certain, sentences stay with the paragraph
        before; if there are more than 1,000, all go to the first.
    """
    import numpy as np

    if len(lengths) > _MOST:
        return [0] * len(lengths)
    alike = _similarities(paragraphs.vectors, sentences)
    count, size = alike.shape[:2]
    # The best totals, for a cut at each place, of the paragraphs before it and of those after it.
    before, behind = np.full((count + 1, size), -np.inf), np.full((count + 1, size), -np.inf)
    before[0, 0] = behind[count, size - 1] = 0.0
    for i in range(count):
        before[i + 1] = (before[i][:, None] + alike[i]).max(axis=0)
    for i in reversed(range(count)):
        behind[i] = (alike[i] + behind[i + 1][None, :]).max(axis=1)
    totals = before + behind
    cuts = [int(places.argmax()) for places in totals]
    owners = [0] * len(lengths)
    for i in range(1, count):
        here, there = alike[i - 1, cuts[i - 1], cuts[i]], alike[i, cuts[i], cuts[i + 1]]
        if min(here, there) > _ALIKE and _is_sure(totals[i], cuts[i]):
            owners[cuts[i] :] = [i] * (len(lengths) - cuts[i])
    return owners


def _similarities(paragraphs: Array, sentences: Array) -> Array:
    """Cosines by paragraph, first sentence and end of a stretch; minus infinity for an empty one."""
    import numpy as np

    sums = np.concatenate([np.zeros((1, sentences.shape[1])), np.cumsum(sentences, axis=0, dtype=float)])
    products = sums @ sums.T
    squares = products.diagonal()
    norms = np.sqrt(np.maximum(squares[:, None] + squares[None, :] - 2 * products, 1e-9))
    dots = sums @ paragraphs.T.astype(float)
    own = np.linalg.norm(paragraphs, axis=1) + 1e-9
    alike = (dots.T[:, None, :] - dots.T[:, :, None]) / norms / own[:, None, None]
    alike[:, np.tri(len(sums), dtype=bool)] = -np.inf
    return alike


def _is_sure(totals: Array, cut: int) -> bool:
    others = [*totals[:cut], *totals[cut + 1 :]]
    return bool(totals[cut] > max(others, default=float("-inf")) + _BETTER)
