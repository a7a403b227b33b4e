"""What calls of a model cost, and how many texts go into one: a call cannot be stopped."""

from collections.abc import Callable, Iterator, Sequence

# A translation may be this much longer than its source, in tokens, before it is a loop.
_LENGTH_RATIO = 3


def longest_translation(tokens: int) -> int:
    """The most tokens that a translation of so many may have."""
    return 20 + _LENGTH_RATIO * tokens


def cost_of(tokens: int, longest: int) -> int:
    """The cost of translating pieces in one call, if all of them loop: tokens times decoding steps."""
    return tokens * longest_translation(longest)


def align_cost_of(source: int, target: int) -> int:
    """The cost of aligning texts of so many tokens: reading them, and returning the attention of all pairs."""
    return source + target + source * target // 64


def calls(sizes: Sequence[int], most: int, cost: Callable[[int, int], int]) -> Iterator[tuple[int, int]]:
    """Start and end of stretches of as many items as cost at most `most`, or of one.

    `cost` gets the sum of the sizes in a stretch and the largest of them.
    """
    start = total = longest = 0
    for i, size in enumerate(sizes):
        if i > start and cost(total + size, max(longest, size)) > most:
            yield start, i
            start, total, longest = i, 0, 0
        total, longest = total + size, max(longest, size)
    if start < len(sizes):
        yield start, len(sizes)
