"""Large initials that reach down beside the first lines of a paragraph."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from reader.formats.pdf.lines import INITIAL, Line

# The letters beside an initial begin so near, as a share of its size.
_NEAR = 0.6
_LONGEST = 2
# No more lines stand beside one.
_MOST_BESIDE = 100


def with_initials(lines: Sequence[Line]) -> list[Line]:
    """Lines in order from the top to the bottom, in which a large initial is the first letter of its word."""
    gone = {id(line) for line in lines if _may_be(line) and _is_taken(line, lines)}
    return [line for line in lines if id(line) not in gone] if gone else list(lines)


def _may_be(line: Line) -> bool:
    return len(line.pieces) == 1 and line.length <= _LONGEST and line.text.isalpha() and line.text.isupper()


def _is_taken(initial: Line, lines: Sequence[Line]) -> bool:
    """Give an initial to the word that it begins, if there is one; the lines beside it begin where it does."""
    start = bisect_left(lines, initial.top, key=attrgetter("base"))
    beside = [line for line in lines[start : start + _MOST_BESIDE] if _stands_beside(line, initial)]
    if len(beside) < 2:
        return False
    beside[0].pieces[0].text = initial.text + beside[0].pieces[0].text
    for line in beside:
        line.left = initial.left
    return True


def _stands_beside(line: Line, initial: Line) -> bool:
    if line is initial or not line.pieces or initial.size <= INITIAL * line.size:
        return False
    level = initial.top < line.base <= initial.base + line.size / 2
    return level and -1 <= line.left - initial.right <= _NEAR * initial.size
