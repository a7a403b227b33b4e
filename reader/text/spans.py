"""Spans of a text."""

from collections.abc import Iterable

# Half open, from `start` to `end`, in code points (Python string indices).
Span = tuple[int, int]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, overlapping ones merged."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def stretches_outside(spans: Iterable[Span], length: int) -> list[Span]:
    """The stretches of a text of `length` between ordered spans, before the first and after the last."""
    stretches, end = [], 0
    for start, stop in spans:
        stretches.append((end, start))
        end = stop
    return [*stretches, (end, length)]
