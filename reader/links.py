"""Word links of a sentence pair, from the attention of a translation model.

Attention between tokens becomes attention between words, is balanced so that no word draws everything, and is
combined with that of the other direction. Words that are the same in both languages are anchors. A link is what
is then the best partner seen from both sides, or a good one seen from one: so a compound gets its several words.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import exp, sqrt

from reader.attention import Attention, token_spans
from reader.document import Span
from reader.parallel import Link

# A word: an address; a number with spaces between its thousands; else letters and digits with what may stand
# inside a word. Other punctuation belongs to no word and gets no links.
_WORD = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»“”]*[\w/]"
    r"|[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+"
    r"|(?<![\w.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\w)(?:,\d+)?"
    r"|\w+(?:[-'’.&]\w+|(?<=\d)[,:/](?=\d)\w+)*"
)
# Chosen on the probe pairs in resources/probes, with the starter packages.
_MUTUAL = 0.1  # the least score of a link that is the best from both sides,
_ONE_SIDED = 0.2  # and of one that is the best from one side only
# How fast the score falls with the distance from the diagonal, as in fast_align (Dyer et al. 2013), but mild.
_DIAGONAL = 2.0
# An identical word without a capital is an anchor from this length on: short ones are often false friends
# (nb "men", "for", "her", "store").
_ANCHOR_LETTERS = 6

# Scores by word: [target][source].
_Matrix = list[list[float]]


def word_links(source: str, target: str, forward: Attention, backward: Attention | None = None) -> tuple[Link, ...]:
    """Which words of `source` became which words of `target`.

    Args:
        source, target: a sentence and its translation.
        forward: of a model from the source's language to the target's, on these two texts.
        backward: of a model the other way, its source tokens those of `target`.

    Returns:
        Links with spans in code points into the two texts, sorted; no link where there is no attention.
    """
    sources, targets = words(source), words(target)
    if not (sources and targets and forward.rows):
        return ()
    scores = _balanced(_by_words((source, sources), (target, targets), forward))
    if backward is not None and backward.rows:
        back = _balanced(_by_words((target, targets), (source, sources), backward))
        scores = _zipped(scores, _transposed(back))
    scores = _near_diagonal(scores)
    for s, t in _anchors((source, sources), (target, targets)):
        scores[t][s] = 1.0
    return tuple(sorted((*sources[s], *targets[t], score) for s, t, score in _best(scores)))


def words(text: str) -> list[Span]:
    """The words of `text`, in order: spans of code points."""
    return [match.span() for match in _WORD.finditer(text)]


_Words = tuple[str, Sequence[Span]]


def _by_words(source: _Words, target: _Words, attention: Attention) -> _Matrix:
    """What of each target word's attention goes to each source word: summed over its tokens, as a share later."""
    matrix = [[0.0] * len(source[1]) for _ in target[1]]
    source_words = _owners(source, attention.source_tokens)
    for t, row in zip(_owners(target, attention.target_tokens), attention.rows, strict=False):
        if t is None:
            continue
        scores = matrix[t]
        for s, value in zip(source_words, row, strict=False):
            if s is not None:
                scores[s] += value
    return matrix


def _owners(text: _Words, tokens: Sequence[str]) -> list[int | None]:
    """For each token the index of the word that it spells or begins; None for punctuation."""
    owner: list[int | None] = [None] * len(text[0])
    for index, (start, end) in enumerate(text[1]):
        owner[start:end] = [index] * (end - start)
    spans = token_spans(text[0], tokens)
    return [next((w for w in owner[slice(*span)] if w is not None), None) if span else None for span in spans]


def _balanced(scores: _Matrix) -> _Matrix:
    """The geometric mean of each score's share of its row and of its column."""
    rows = [sum(row) or 1.0 for row in scores]
    columns = [sum(column) or 1.0 for column in zip(*scores, strict=True)]
    return [[v / sqrt(r * c) for v, c in zip(row, columns, strict=True)] for row, r in zip(scores, rows, strict=True)]


def _zipped(left: _Matrix, right: _Matrix) -> _Matrix:
    """The geometric mean of two matrices, cell by cell."""
    pairs = zip(left, right, strict=True)
    return [[sqrt(a * b) for a, b in zip(one, other, strict=True)] for one, other in pairs]


def _transposed(matrix: _Matrix) -> _Matrix:
    return [list(column) for column in zip(*matrix, strict=True)]


def _near_diagonal(scores: _Matrix) -> _Matrix:
    """The scores, those far from the diagonal lowered."""
    height, width = len(scores), len(scores[0])
    places = [(s + 0.5) / width for s in range(width)]
    return [
        [v * exp(-_DIAGONAL * abs(place - (t + 0.5) / height)) for v, place in zip(row, places, strict=True)]
        for t, row in enumerate(scores)
    ]


def _best(scores: _Matrix) -> Iterator[tuple[int, int, float]]:
    """Source word, target word and score of what is linked."""
    row_tops = [max(row) for row in scores]
    column_tops = [max(column) for column in zip(*scores, strict=True)]
    for t, row in enumerate(scores):
        for s, score in enumerate(row):
            sides = (score >= row_tops[t]) + (score >= column_tops[s])
            if sides and score >= (_MUTUAL if sides == 2 else _ONE_SIDED):
                yield s, t, min(score, 1.0)


def _anchors(source: _Words, target: _Words) -> Iterator[tuple[int, int]]:
    """Words that are the same in both texts: pairs of indices, in order or, if not as many, the nearest."""
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
    """The words that could be anchors, by what they would have in common with their partner."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, (start, end) in enumerate(text[1]):
        if key := _key(text[0][start:end], first=index == 0):
            found[key].append(index)
    return found


def _key(word: str, first: bool) -> str:
    if word[0].isdigit():
        # 1.000,5 and 1,000.5, 10.30 and 10:30, 1 000 and 1000, 17. and 17th: only the digits count.
        return "".join(filter(str.isdigit, word))
    name = len(word) > 1 and any(c.isupper() for c in (word[1:] if first else word))
    address = any(c in "@/.0123456789" for c in word)
    return word.casefold() if name or address or len(word) >= _ANCHOR_LETTERS else ""
