"""Line ends of plain text: which are wraps, which are deliberate, and which end a paragraph.

A program that fills lines breaks one where the next word would not have fitted: `len(line) <= width < len(line) + 1 +
len(next word)`. No width is presumed: that at which most line ends of a block would be such breaks is its own. Line
ends of verse or addresses fit one width by chance only, and their words differ: running text breaks behind "og" and
"the" as often as it uses them and goes on with a small letter. Each line end adds the logarithm of how much likelier
what it shows is in wrapped text than in deliberate lines (naive Bayes, with estimated odds), and the sum decides for
the block. Blocks that are sure tell the widths of the text, against which the others are judged, too; one that is
unsure goes with those beside it. In a wrapped block each line end is then a wrap, unless the next word had fitted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from reader.formats.choices import Lines
from reader.formats.plain_evidence import (
    DIVIDED,
    LONG_WORD,
    NARROWEST,
    SURE,
    Block,
    begins_anew,
    is_last,
    is_near,
    is_one_word,
    is_soft,
    judge_alone,
    judge_at,
    leans,
    measured,
)
from reader.formats.plain_starts import Start, first_indent, starts_of

# Longer lines that end on purpose are paragraphs.
PARAGRAPH = 100
_BEGINNING = (Start.PARAGRAPH, Start.APART)
# What the blocks beside count: verse stands by verse, while prose may stand by anything.
_BESIDE = {False: 0.4, True: 0.15}
# The least odds of a block that is wrapped.
_THRESHOLD = 1.0
# A width of the text is that of so many lines, and of that share of those of which it is sure.
_MOST_WIDTHS, _FEWEST, _SHARE, _AROUND = 4, 4, 0.08, 3
# How much room an inner line may leave, and the last line of a paragraph at least, as shares of the width.
_RAGGEDEST, _LAST = 0.4, 0.2
# So many lines, of which that share are full, show a program that fills them.
_FEW_LINES, _FILLED = 4, 0.97


class End(IntEnum):
    """What the end of a line is."""

    KEPT = 0  # deliberate, in a paragraph
    WRAP = 1
    PARAGRAPH = 2


def ends_of(blocks: Iterable[Sequence[str]], choice: Lines = Lines.JUDGED) -> Mapping[int, Sequence[End]]:
    """What ends before each line of the blocks of a text, by the identity of the block.

    The first line of a block begins a paragraph. Blocks of which all line ends are kept may be missing.
    """
    several = [lines for lines in blocks if len(lines) > 1]
    if choice is Lines.KEPT:
        return {}
    indent = first_indent(several)
    if choice is Lines.JOINED:
        return {id(lines): _all_joined(lines, indent) for lines in several}
    found = [measured(lines, indent) for lines in several]
    for block in found:
        judge_alone(block)
    widths = _widths(found)
    for block in found:
        for width in widths:
            judge_at(block, width)
    wrapped = _with_neighbours(found)
    filled = _are_filled([block for block, is_so in zip(found, wrapped, strict=True) if is_so])
    ends = [
        _decided(block, filled=filled) if is_so else _kept(block) for block, is_so in zip(found, wrapped, strict=True)
    ]
    return {id(block.lines): those for block, those in zip(found, ends, strict=True) if those}


def _all_joined(lines: Sequence[str], indent: int) -> list[End]:
    return [End.PARAGRAPH if start in _BEGINNING else End.WRAP for start in starts_of(lines, indent)]


def _widths(blocks: Sequence[Block]) -> list[int]:
    """The widths that sure blocks of a text were wrapped at: those of most lines."""
    votes = Counter[int]()
    for block in blocks:
        if block.odds >= SURE and block.width >= NARROWEST - LONG_WORD:
            votes[block.width] += len(block.free)
    total, found = votes.total(), list[int]()
    while votes and len(found) < _MOST_WIDTHS:
        near = {width: sum(votes[at] for at in _around(width)) for width in range(min(votes), max(votes) + 1)}
        best = max(near, key=near.__getitem__)
        if near[best] < max(_FEWEST, _SHARE * total):
            break
        found.append(max(at for at in _around(best) if at in votes))
        for at in _around(best):
            votes.pop(at, None)
    return found


def _around(width: int) -> range:
    return range(width - _AROUND, width + _AROUND)


def _with_neighbours(blocks: Sequence[Block]) -> list[bool]:
    """Whether each block is wrapped; where its own lines hardly tell, those beside it do, if they are as long."""
    result = []
    for index, block in enumerate(blocks):
        odds = block.odds
        if abs(odds) < SURE and block.free:
            for beside in blocks[max(index - 1, 0) : index + 2]:
                if beside is not block and beside.free and _alike(block, beside):
                    odds += _BESIDE[beside.odds > 0] * max(-SURE, min(beside.odds, SURE))
        result.append(odds >= _THRESHOLD)
    return result


def _alike(block: Block, other: Block) -> bool:
    size, beside = max(block.sizes), max(other.sizes)
    return 4 * abs(size - beside) <= max(size, beside)


def _kept(block: Block) -> list[End]:
    """What ends before each line of a block whose line ends are deliberate; nothing where that is nothing else.

    A divided word is whole there, too.
    """
    divided = [_is_divided(block, index) for index in range(len(block.lines) - 1)]
    if Start.APART not in block.starts[1:] and not any(divided):
        return []
    ends = [End.PARAGRAPH if start is Start.APART else End.KEPT for start in block.starts]
    return [End.WRAP if index and divided[index - 1] else end for index, end in enumerate(ends)]


def _is_divided(block: Block, index: int) -> bool:
    return (
        block.words[index] == DIVIDED
        and block.sizes[index] >= LONG_WORD + 5
        and block.starts[index + 1] is Start.NOTHING
    )


def _decided(block: Block, *, filled: bool) -> list[End]:
    """What ends before each line of a block that is wrapped."""
    room = _room(block, filled=filled)
    ends = [End.PARAGRAPH]
    for index in range(len(block.lines) - 1):
        start = block.starts[index + 1]
        if start in _BEGINNING:
            ends.append(End.PARAGRAPH)
        elif start is Start.LINE:
            ends.append(End.KEPT)
        elif start is Start.SIGN:
            ends.append(End.WRAP if _full(block, [index]) else End.KEPT)
        else:
            ends.append(_end(block, index, room))
    return ends


def _inner(block: Block) -> list[int]:
    """The line ends of a block that end no paragraph."""
    return [index for index in block.free if not is_last(block, index)]


def _full(block: Block, inner: Sequence[int]) -> int:
    """How many of these lines are as full as can be."""
    return sum(block.sizes[index] <= block.width < block.needs[index] for index in inner)


def _are_filled(blocks: Sequence[Block]) -> bool:
    """Whether lines are as full as can be, in all blocks together."""
    inner = [(block, _inner(block)) for block in blocks]
    lines = sum(len(found) for _, found in inner)
    return lines >= _FEW_LINES and sum(_full(block, found) for block, found in inner) >= _FILLED * lines


def _room(block: Block, *, filled: bool) -> float:
    """How much room the last line of a paragraph leaves at least.

    That is none where all others are as full as can be, and some paragraph ends with a line that is clearly shorter.
    """
    inner = _inner(block)
    short = any(block.width - block.needs[index] > _LAST * block.width for index in block.free if is_last(block, index))
    if filled and short and _full(block, inner) >= _FILLED * len(inner):
        return 0
    rooms = [block.width - block.needs[index] for index in inner]
    ragged = [room for room in rooms if room < _RAGGEDEST * block.width]
    return max(_LAST * block.width, *ragged, 3) + 1


def _end(block: Block, index: int, room: float) -> End:
    line, width = block.lines[index], block.width
    if _is_divided(block, index):
        return End.WRAP
    if block.sizes[index] > width and not is_one_word(line):
        looks_ahead = block.sizes[index] <= width + 2
        return End.WRAP if looks_ahead else End.KEPT
    if block.needs[index] > width:
        return End.WRAP
    if block.flowed:
        return End.WRAP if is_soft(line) else End.PARAGRAPH
    if is_last(block, index):
        return End.PARAGRAPH if width - block.needs[index] >= room else End.WRAP
    if is_near(block, index, width):
        return End.WRAP if not begins_anew(block, index) else End.KEPT
    ragged = width - block.needs[index] < _RAGGEDEST * width and leans(block, index)
    return End.WRAP if ragged else End.KEPT
