"""How two versions of a text differ: which words, and how much."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from reader.late_dataclasses import dataclass
from reader.text import Span, words_and_signs

# How many steps a word may take on average; and the words in a stretch, if that is not enough.
_CHEAP, _STRETCH = 100, 16
# Start and end in ours, then in theirs, in words.
_Change = tuple[int, int, int, int]
# chrF with the defaults of sacrebleu: orders 1 to 6, recall counting twice.
_ORDERS, _BETA = 6, 2


@dataclass(frozen=True, slots=True)
class Differences:
    """Where two texts differ.

    Attributes:
        original, back: spans in code points of the words that the other text does not have at that place, in order;
            adjacent ones are merged.
        similarity: chrF of the second text against the first, from 0 (nothing in common) to 1 (the same letters).
    """

    original: tuple[Span, ...]
    back: tuple[Span, ...]
    similarity: float


def differences(original: str, back: str) -> Differences:
    """Compare a text with its back-translation: the words of both that differ (see there), and how alike they are."""
    return Differences(*differing_words(original, back), similarity(original, back))


def differing_words(original: str, back: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Compare two texts word by word; case and white space are ignored.

    Long texts are compared between the words that each has once, in the same order (patience diff, Bram Cohen),
    and stretch by stretch where those are far apart.

    Returns:
        Of each text the spans, in code points, that the other does not have at that place, as in `Differences`.
    """
    ours, theirs = words_and_signs(original), words_and_signs(back)
    changes = list(_joined(_changes(_words(original, ours), _words(back, theirs))))
    return (
        tuple((ours[i][0], ours[j - 1][1]) for i, j, _, _ in changes if i < j),
        tuple((theirs[i][0], theirs[j - 1][1]) for _, _, i, j in changes if i < j),
    )


def unchanged(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """The runs of words that two versions of a text have in common, found as in `differing_words`.

    Yields:
        For each run, in order: its start in `before`, its start in `after`, and its length, in words.
    """
    i = j = 0
    for start, end, _, stop in (*_changes(before, after), (len(before), len(before), len(after), len(after))):
        if start > i:
            yield i, j, start - i
        i, j = end, stop


def _changes(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Change]:
    if _is_cheap(ours, theirs):
        yield from _compared(ours, theirs, 0, 0)
        return
    i = j = 0
    for next_i, next_j in (*_anchors(ours, theirs), (len(ours), len(theirs))):
        yield from _between(ours[i:next_i], theirs[j:next_j], i, j)
        i, j = next_i + 1, next_j + 1


def _is_cheap(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether difflib is fast: for each of its blocks it may visit all pairs of equal words."""
    here, there = Counter(ours), Counter(theirs)
    pairs = sum(count * there[word] for word, count in here.items() if word in there)
    return pairs * min(len(ours), len(theirs)) <= _CHEAP * (len(ours) + len(theirs) + _CHEAP)


def _anchors(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The positions of the words that each text has once, as many as are in the same order."""
    once = [{word for word, count in Counter(words).items() if count == 1} for words in (ours, theirs)]
    places = {word: place for place, word in enumerate(theirs) if word in once[1]}
    pairs = [(i, places[word]) for i, word in enumerate(ours) if word in once[0] and word in places]
    # The longest increasing subsequence: `last` has the smallest end for each length, `before` the way back.
    last: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        length = bisect_left(last, place, key=lambda other: pairs[other][1])
        before.append(last[length - 1] if length else -1)
        last[length : length + 1] = [index]
    index, chain = last[-1] if last else -1, []
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return reversed(chain)


def _between(ours: Sequence[str], theirs: Sequence[str], i: int, j: int) -> Iterator[_Change]:
    length = max(len(ours), len(theirs))
    step = length if _is_cheap(ours, theirs) else _STRETCH
    for start in range(0, length, max(step, 1)):
        stretches = ours[start : start + step], theirs[start : start + step]
        yield from _compared(*stretches, i + min(start, len(ours)), j + min(start, len(theirs)))


def _compared(ours: Sequence[str], theirs: Sequence[str], i: int, j: int) -> Iterator[_Change]:
    if set(ours).isdisjoint(theirs):  # usual for a single changed word
        if ours or theirs:
            yield i, i + len(ours), j, j + len(theirs)
        return
    for name, start, end, other, stop in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if name != "equal":
            yield i + start, i + end, j + other, j + stop


def _joined(changes: Iterable[_Change]) -> Iterator[_Change]:
    """The changes, adjacent ones merged."""
    last: _Change | None = None
    for change in changes:
        if last is not None and last[1] == change[0] and last[3] == change[2]:
            last = last[0], change[1], last[2], change[3]
            continue
        if last is not None:
            yield last
        last = change
    if last is not None:
        yield last


def _words(text: str, tokens: Sequence[Span]) -> list[str]:
    return ["".join(text[start:end].casefold().split()) for start, end in tokens]  # a number may have spaces in it


def similarity(reference: str, hypothesis: str) -> float:
    """The character n-gram F-score chrF2 of a sentence (Popović 2015), from 0 to 1.

    Characters rather than words, so that a word with another ending is nearly the same. White space is ignored.
    The similarity of two empty texts is 1.
    """
    reference, hypothesis = "".join(reference.split()), "".join(hypothesis.split())
    if reference == hypothesis:
        return 1.0
    precisions, recalls = [], []
    for order in range(1, _ORDERS + 1):
        ours, theirs = _ngrams(reference, order), _ngrams(hypothesis, order)
        # An order for which one of the texts is too short is left out.
        if ours and theirs:
            common = sum((ours & theirs).values())
            precisions.append(common / theirs.total())
            recalls.append(common / ours.total())
    if not precisions:
        return 0.0
    precision, recall = sum(precisions) / len(precisions), sum(recalls) / len(recalls)
    weighted = _BETA**2 * precision + recall
    return (1 + _BETA**2) * precision * recall / weighted if weighted else 0.0


def _ngrams(text: str, order: int) -> Counter[str]:
    return Counter(text[i : i + order] for i in range(len(text) - order + 1))
