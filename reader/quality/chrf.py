"""chrF: how many character n-grams two texts share (Popović 2015; chrF2 as sacrebleu computes it)."""

from collections import Counter

_ORDER = 6
_BETA = 2  # recall counts this many times as much as precision


def chrf(text: str, reference: str) -> float:
    """The chrF of a text with a reference, 0 to 100; white space is ignored."""
    one, other = "".join(text.split()), "".join(reference.split())
    orders = range(1, min(_ORDER, len(one), len(other)) + 1)
    if not orders:
        return 0.0
    shared = [(_grams(one, n) & _grams(other, n)).total() for n in orders]
    precision = sum(count / (len(one) - n + 1) for count, n in zip(shared, orders, strict=True)) / len(orders)
    recall = sum(count / (len(other) - n + 1) for count, n in zip(shared, orders, strict=True)) / len(orders)
    if not precision + recall:
        return 0.0
    return 100 * (1 + _BETA**2) * precision * recall / (_BETA**2 * precision + recall)


def _grams(text: str, size: int) -> Counter[str]:
    return Counter(text[i : i + size] for i in range(len(text) - size + 1))
