"""Word links of a sentence pair, from the attention of a translation model.

Attention between tokens becomes attention between words, is balanced so that no word attracts everything, and is
combined with that of the other direction. Words that are the same in both languages are anchors. A link then joins
words that are each other's best partner, or a word and its best partner if the score is high: so a compound is linked
to several words.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from reader.engine.attention import Attention, token_spans
from reader.short_cache import cached_if_short
from reader.text import Link, Span, word_spans

# Chosen on the probe pairs in resources/probes, with the starter packages.
_MUTUAL = 0.1  # the least score of a link that is the best from both sides,
_ONE_SIDED = 0.2  # and of one that is the best from one side only
# How fast the score falls with the distance from the diagonal, as in fast_align (Dyer et al. 2013), but mild.
_DIAGONAL = 2.0
# An identical word without a capital is an anchor from this length on: short ones are often false friends
# (nb "men", "for", "her", "store").
_ANCHOR_LETTERS = 6

# Scores by word, [target, source]: an array of numpy, since an average sentence has a thousand.
_Matrix = Any

# Weights to two decimals; shared, because a book has hundreds of thousands of links.
_WEIGHTS = tuple(number / 100 for number in range(101))


def word_links(source: str, target: str, forward: Attention, backward: Attention | None = None) -> tuple[Link, ...]:
    """Which words of `source` became which words of `target`.

    Args:
        source, target: a sentence and its translation.
        forward: of a model from the source language to the target language, on these two texts.
        backward: of a model of the opposite direction; its source tokens are those of `target`.

    Returns:
        Links with spans in code points into the two texts, sorted; no link where there is no attention.
    """
    sources, targets = word_spans(source), word_spans(target)
    if not (sources and targets and forward.rows):
        return ()
    scores = _balanced(_by_words((source, sources), (target, targets), forward))
    if backward is not None and backward.rows:
        back = _balanced(_by_words((target, targets), (source, sources), backward))
        scores = (scores * back.T) ** 0.5
    scores = _near_diagonal(scores)
    for s, t in _anchors((source, sources), (target, targets)):
        scores[t, s] = 1.0
    return tuple(sorted((*sources[s], *targets[t], _WEIGHTS[round(100 * score)]) for s, t, score in _best(scores)))


_Words = tuple[str, Sequence[Span]]


def _by_words(source: _Words, target: _Words, attention: Attention) -> _Matrix:
    """How much of each target word's attention goes to each source word, summed over their tokens."""
    import numpy

    scores = numpy.zeros((len(target[1]), len(source[1])))
    rows = numpy.array(_even(attention.rows))
    target_words, target_tokens, target_starts = _runs(_owners(target, attention.target_tokens)[: rows.shape[0]])
    source_words, source_tokens, source_starts = _runs(_owners(source, attention.source_tokens)[: rows.shape[1]])
    if target_words and source_words:
        sums = numpy.add.reduceat(rows[target_tokens], target_starts, axis=0)
        sums = numpy.add.reduceat(sums[:, source_tokens], source_starts, axis=1)
        scores[numpy.ix_(target_words, source_words)] = sums
    return scores


def _even(rows: Sequence[Sequence[float]]) -> Sequence[Sequence[float]]:
    """The rows, padded with zeros to the length of the longest."""
    width = max(map(len, rows))
    return rows if min(map(len, rows)) == width else [[*row, *[0.0] * (width - len(row))] for row in rows]


def _runs(owners: Sequence[int | None]) -> tuple[list[int], list[int], list[int]]:
    """The words that own tokens, in order; those tokens; and where among them the tokens of each word begin."""
    tokens = [token for token, word in enumerate(owners) if word is not None]
    words = [word for word in owners if word is not None]
    starts = [i for i, word in enumerate(words) if not i or word != words[i - 1]]
    return [words[start] for start in starts], tokens, starts


def _owners(text: _Words, tokens: Sequence[str]) -> list[int | None]:
    """For each token the index of the word that it spells or begins; None for punctuation."""
    owner: list[int | None] = [None] * len(text[0])
    for index, (start, end) in enumerate(text[1]):
        owner[start:end] = [index] * (end - start)
    return [_first(owner, span) if span else None for span in token_spans(text[0], tokens)]


def _first(owner: Sequence[int | None], span: Span) -> int | None:
    first = owner[span[0]]
    return first if first is not None else next((w for w in owner[slice(*span)] if w is not None), None)


def _balanced(scores: _Matrix) -> _Matrix:
    """The geometric mean of each score's share of its row and of its column."""
    rows, columns = scores.sum(axis=1, keepdims=True), scores.sum(axis=0, keepdims=True)
    rows[rows == 0], columns[columns == 0] = 1, 1
    return scores / (rows**0.5 * columns**0.5)  # roots first: the product of tiny numbers would be 0


def _near_diagonal(scores: _Matrix) -> _Matrix:
    """The scores, lowered with the distance from the diagonal."""
    import numpy

    height, width = scores.shape
    places, others = (numpy.arange(width) + 0.5) / width, (numpy.arange(height) + 0.5) / height
    return scores * numpy.exp(-_DIAGONAL * abs(places - others[:, None]))


def _best(scores: _Matrix) -> Iterator[tuple[int, int, float]]:
    """Source word, target word and score of each link."""
    of_row, of_column = scores == scores.max(axis=1, keepdims=True), scores == scores.max(axis=0, keepdims=True)
    linked = (of_row & of_column & (scores >= _MUTUAL)) | ((of_row | of_column) & (scores >= _ONE_SIDED))
    targets, sources = linked.nonzero()
    yield from zip(sources.tolist(), targets.tolist(), scores[linked].clip(max=1).tolist(), strict=True)


def _anchors(source: _Words, target: _Words) -> Iterator[tuple[int, int]]:
    """Words that are the same in both texts, as pairs of indices: in order or, if their counts differ, the nearest."""
    sources, targets = _keyed(source), _keyed(target)
    for key, left in sources.items():
        right = targets.get(key, [])
        if len(left) == len(right):
            yield from zip(left, right, strict=True)
        elif right:
            few, many = sorted((left, right), key=len)
            yield from _nearest(few, many, left is few, len(source[1]) / len(target[1]))


def _nearest(few: list[int], many: list[int], few_is_source: bool, ratio: float) -> Iterator[tuple[int, int]]:
    """Each of `few` with the one of `many` nearest to the diagonal, none twice."""
    left = list(many)
    for index in few:
        place = index / ratio if few_is_source else index * ratio
        partner = min(left, key=lambda other: abs(other - place))
        left.remove(partner)
        yield (index, partner) if few_is_source else (partner, index)


def _keyed(text: _Words) -> dict[str, list[int]]:
    """The indices of words that could be anchors, by the key they would share with their partner."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, (start, end) in enumerate(text[1]):
        if key := _key(text[0][start:end], first=index == 0):
            found[key].append(index)
    return found


@cached_if_short(4096)
def _key(word: str, first: bool) -> str:
    if next(filter(str.isalnum, word)).isdigit():
        # 1.000,5 and 1,000.5, 10.30 and 10:30, 1 000 and 1000, 17. and 17th: only the digits count, and no signs.
        return "".join(filter(str.isdigit, word))
    name = len(word) > 1 and any(c.isupper() for c in (word[1:] if first else word))
    address = any(c in "@/.0123456789" for c in word)
    return word.casefold() if name or address or len(word) >= _ANCHOR_LETTERS else ""
