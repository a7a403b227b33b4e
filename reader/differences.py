"""How two versions of a text differ: which words, and how much."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reader.document import Span

# A word, a number with its marks, or one other sign.
_TOKEN = re.compile(r"\d+(?:[.,:/]\d+)*|\w+(?:[-'’]\w+)*|[^\w\s]")
# Of chrF, as sacrebleu computes it by default: orders 1 to 6, recall counting twice.
_ORDERS, _BETA = 6, 2


@dataclass(frozen=True, slots=True)
class Differences:
    """Where two texts differ.

    Attributes:
        original, back: spans in code points of the words that the other text does not have at that place, in order;
            neighbours are one span.
        similarity: chrF of the second text against the first, from 0 (nothing in common) to 1 (the same letters).
    """

    original: tuple[Span, ...]
    back: tuple[Span, ...]
    similarity: float


def differences(original: str, back: str) -> Differences:
    """Compare a text with its translation back, word by word; capitals and white space make no difference."""
    ours, theirs = _tokens(original), _tokens(back)
    matcher = SequenceMatcher(None, _words(original, ours), _words(back, theirs), autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    return Differences(
        tuple((ours[i][0], ours[j - 1][1]) for _, i, j, _, _ in changes if i < j),
        tuple((theirs[i][0], theirs[j - 1][1]) for _, _, _, i, j in changes if i < j),
        similarity(original, back),
    )


def _tokens(text: str) -> list[Span]:
    return [match.span() for match in _TOKEN.finditer(text)]


def _words(text: str, tokens: Sequence[Span]) -> list[str]:
    return [text[start:end].casefold() for start, end in tokens]


def similarity(reference: str, hypothesis: str) -> float:
    """The character n-gram F-score chrF2 of a sentence (Popović 2015), from 0 to 1.

    White space is left out. Two texts without any letters or signs are the same: 1.
    """
    reference, hypothesis = "".join(reference.split()), "".join(hypothesis.split())
    if reference == hypothesis:
        return 1.0
    precisions, recalls = [], []
    for order in range(1, _ORDERS + 1):
        ours, theirs = _ngrams(reference, order), _ngrams(hypothesis, order)
        # An order that one of them is too short for counts for neither.
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
