"""What is usual in a document: the size of its text, the distance of its lines."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reader.formats.pdf.lines import Line
from reader.late_dataclasses import dataclass

# Where a size has no lines below each other, in sizes of letters; and what lines of a paragraph may be apart.
_USUAL, _LEAST, _MOST = 1.2, 0.85, 2.1


@dataclass(frozen=True, slots=True)
class Measures:
    """What is usual.

    Attributes:
        size: of the letters of running text.
        pitches: the distance of lines in each size.
    """

    size: float
    pitches: dict[float, float]

    def pitch(self, size: float) -> float:
        """The distance of lines with letters of this size."""
        return self.pitches.get(size, size * _USUAL)


def measured(flows: Iterable[Sequence[Line]]) -> Measures:
    """What is usual in the columns of a document."""
    letters, distances = Counter[float](), dict[float, Counter[float]]()
    for flow in flows:
        for line in flow:
            letters[line.size] += line.length
        for line, after in pairwise(flow):
            distance = round((after.base - line.base) * 4) / 4
            if line.size == after.size and _LEAST * line.size <= distance <= _MOST * line.size:
                distances.setdefault(line.size, Counter())[distance] += 1
    body = letters.most_common(1)[0][0] if letters else 10.0
    return Measures(body, {size: _common(counts) for size, counts in distances.items()})


def _common(counts: Counter[float]) -> float:
    """The distance that most lines have, or nearly."""
    return max(counts, key=lambda d: (counts[d - 0.25] + 2 * counts[d] + counts[d + 0.25], -d))
