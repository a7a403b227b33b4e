"""Line ends of plain text: which are wraps, which are deliberate, and which end a paragraph.

A program that fills lines breaks one where the next word would not have fitted: `len(line) <= width < len(line) + 1 +
len(next word)`. No width is presumed: that at which most line ends of a block would be such breaks is its own. Line
ends of verse or addresses fit one width by chance only, and their words differ: running text breaks behind "og" and
"the" as often as it uses them and goes on with a small letter. Each line end adds the logarithm of how much likelier
what it shows is in wrapped text than in deliberate lines (naive Bayes, with estimated odds), and the sum decides for
the block. Blocks that are sure tell the widths of the text, against which the others are judged, too; one that is
unsure goes with those beside it. In a wrapped block each line end is then a wrap, unless the next word had fitted.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, pairwise

from reader.formats.choices import Lines
from reader.formats.plain_starts import Start, first_indent, starts_of

# Wrapped lines are as long as this, give or take a long word.
NARROWEST, WIDEST = 30, 145
_LONG_WORD = 5
# Longer lines that end on purpose are paragraphs.
PARAGRAPH = 100
_SENTENCE_END = re.compile(r"""(?:[.!?…][)\]"'”’»]*|[:»”])$""")
_PAUSE = re.compile(r"[.,;:!?)»”] |[–(«“]\w| – ")
_STOP = re.compile(r"[a-zæøå][.!?][)»”\"']? [«“\"'–(]{0,2}[A-ZÆØÅ]")
# Words behind which a deliberate line hardly ever ends.
_LEANING_WORDS = """
    og i til av for med som at det den de en et er var har ved fra om men eller når hvor skal vil kan må ble
    blir hadde sin sitt sine dette denne disse under mellom hos blant etter uten enn hvis fordi samt både
    kunne skulle ville the a an of in on at to with by from and or but that which who is was are were has had
    have be been as if his her their its my our your these than into would could should will can may might not
    no between because when
"""
_LEANING = frozenset(_LEANING_WORDS.split())
# What a line end shows, as the logarithm of the odds of a wrap.
_FULL, _NEAR, _SHORT, _OVER, _ENDED = 0.75, -1.2, -2.6, -3.0, -0.4
# The same where the width is known from elsewhere in the text.
_FULL_THERE, _NEAR_THERE, _SHORT_THERE = 2.0, -1.2, -4.0
_LEANS, _STANDS = 2.2, -0.4
_SMALL, _SENTENCE, _CAPITAL, _FIGURE, _COMMA, _DIVIDED = 0.9, -1.4, -2.3, -1.2, -1.6, 4.0
_FEW, _PAUSES, _STOPS, _NO_PAUSE, _NO_LEAN = 12, 0.3, 0.8, -1.5, -4.5
_BEGINNING = frozenset({Start.PARAGRAPH, Start.APART})
# What the blocks beside count: verse stands by verse, while prose may stand by anything.
_BESIDE = {False: 0.4, True: 0.15}
_SOFT, _ALL_ENDED = 1.5, -2.0
_SURE, _THRESHOLD = 6.0, 1.0
_MOST_WIDTHS = 4
# A line so much shorter than the width was filled by a program that looks ahead.
_RAGGED, _RAGGEDEST, _LAST = 0.14, 0.4, 0.2
_FEW_LINES, _FILLED = 4, 0.97


class End(IntEnum):
    """What the end of a line is."""

    KEPT = 0  # deliberate, in a paragraph
    WRAP = 1
    PARAGRAPH = 2


@dataclass(slots=True)
class _Block:
    """Lines between blank ones, measured.

    Attributes:
        sizes: how long each line is.
        needs: how long it would be with the first word of the next; one fewer.
        starts: what each line begins by its own looks.
        words: the evidence of the words at each line end.
        free: the line ends that are evidence.
        width: at which its line ends look most like wraps.
        odds: the sum of the evidence at this width.
        flowed: whether a space at the end of a line shows that it goes on (RFC 3676).
    """

    lines: Sequence[str]
    sizes: list[int]
    needs: list[int]
    starts: Sequence[Start]
    words: list[float]
    free: list[int]
    width: int = 0
    odds: float = -99.0
    flowed: bool = False


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
    measured = [_measured(lines, indent) for lines in several]
    for block in measured:
        _judge_alone(block)
    widths = _widths(measured)
    for block in measured:
        for width in widths:
            _judge_at(block, width)
    wrapped = _with_neighbours(measured)
    filled = _are_filled([block for block, is_so in zip(measured, wrapped, strict=True) if is_so])
    found = (
        (block, _decided(block, filled=filled) if is_so else _kept(block))
        for block, is_so in zip(measured, wrapped, strict=True)
    )
    return {id(block.lines): ends for block, ends in found if ends}


def _all_joined(lines: Sequence[str], indent: int) -> list[End]:
    return [End.PARAGRAPH if start in _BEGINNING else End.WRAP for start in starts_of(lines, indent)]


def _measured(lines: Sequence[str], indent: int) -> _Block:
    sizes, needs, words, free = [], [], [], []
    starts = starts_of(lines, indent)
    for index, (line, after) in enumerate(pairwise(lines)):
        first = after.split(None, 1)[0]
        size = len(line.rstrip())
        sizes.append(size)
        needs.append(size + 1 + len(first))
        words.append(_said(line, first))
        if starts[index + 1] is Start.NOTHING and (size <= WIDEST or " " in line.strip()):
            free.append(index)
    sizes.append(len(lines[-1].rstrip()))
    return _Block(lines, sizes, needs, starts, words, free, flowed=_is_flowed(lines))


def _is_flowed(lines: Sequence[str]) -> bool:
    if lines[-1][-1] == " " or lines[0][-1] != " ":
        return False
    return all(map(_is_soft, lines[:-1])) or 5 * sum(map(_is_soft, lines)) >= 3 * len(lines)


def _is_soft(line: str) -> bool:
    return line[-1] == " " and line[-2:] != "  " and line != "-- "


def _said(line: str, first: str) -> float:
    """What the words around a line end say for a wrap; `first` is the one behind it."""
    last = line.rsplit(None, 1)[-1]
    sign, begin = last[-1], first[0]
    if sign in "-\u00ad\u2010" and len(last) > 1 and begin.islower():
        return _DIVIDED
    said = 0.0
    if begin.islower() or sign in "-\u2010":
        said = _SMALL
    elif begin.isdigit():
        said = _FIGURE
    elif sign not in ".!?…:»”\"')" and begin.isupper():
        said = _CAPITAL
    elif begin.isupper():
        said = _SENTENCE
    if sign in ",;":
        said += _COMMA
    return said + (_LEANS if last.lower() in _LEANING else _STANDS)


def _judge_alone(block: _Block) -> None:
    """Find the width at which the line ends of a block look most like wraps, and how much."""
    if not block.free:
        return
    most = max((block.sizes[index] for index in block.free if block.sizes[index] <= WIDEST), default=0)
    for width in {_fitting(block), most}:
        if NARROWEST - _LONG_WORD <= width <= WIDEST:
            odds = _prior(width) + _evidence(block, width, _FULL, _NEAR, _SHORT) + _all_ended(block)
            if odds > block.odds:
                block.width, block.odds = width, odds
    if block.flowed:
        block.odds += _SOFT * min(len(block.free), 3)
    if block.odds < 2 * _SURE:
        block.odds += _punctuated(block)


def _punctuated(block: _Block) -> float:
    """What the punctuation of a short block says for wraps: verse has it at the ends of lines."""
    if not 1 < len(block.free) <= _FEW:
        return 0.0
    inside = sum(len(_PAUSE.findall(line)) for line in block.lines)
    if inside:
        stops = sum(len(_STOP.findall(line)) for line in block.lines)
        return _PAUSES * min(inside, 3) + _STOPS * min(stops, 3)
    ends = sum(block.lines[index].rstrip()[-1] in ",;:.!?–" for index in block.free)
    leans = any(block.words[index] > _SMALL for index in block.free)
    return _NO_PAUSE * (1 + min(ends, 2)) + (0.0 if leans else _NO_LEAN)


def _all_ended(block: _Block) -> float:
    """What it says for wraps if all lines may be paragraphs of their own."""
    return _ALL_ENDED * len(block.free) if all(_is_last(block, index) for index in block.free) else 0.0


def _fitting(block: _Block) -> int:
    """The width at which most line ends would be wraps."""
    begins = sorted(block.sizes[index] for index in block.free)
    stops = sorted(block.needs[index] for index in block.free)
    best, most = 0, 0
    for place, size in enumerate(begins):
        count = place + 1 - bisect_left(stops, size + 1)
        if count >= most:
            best, most = size, count
    return best


def _prior(width: int) -> float:
    """The odds that lines so long are wrapped, before they are read: those of verse and lists are shorter."""
    return min(3.5, (width - 52) / 8)


def _evidence(block: _Block, width: int, full: float, near: float, short: float) -> float:
    odds = _OVER if width < block.sizes[-1] <= WIDEST and not _is_one_word(block.lines[-1]) else 0.0
    for index in block.free:
        size = block.sizes[index]
        if size > width:
            odds += 0.0 if _is_one_word(block.lines[index]) else _OVER
        elif block.needs[index] > width:
            odds += full + block.words[index]
        elif _is_last(block, index):
            odds += _ENDED
        else:
            odds += (near if _is_near(block, index, width) else short) + block.words[index]
    return odds


def _is_one_word(line: str) -> bool:
    return len(line.split(None, 1)) == 1


def _is_near(block: _Block, index: int, width: int) -> bool:
    return width - block.needs[index] < max(3.0, _RAGGED * width)


def _is_last(block: _Block, index: int) -> bool:
    """Whether a line may be the last of a paragraph by its words."""
    begin = block.lines[index + 1].lstrip()[0]
    return not begin.islower() and _SENTENCE_END.search(block.lines[index].rstrip()) is not None


def _widths(blocks: Sequence[_Block]) -> list[int]:
    """The widths that sure blocks of a text were wrapped at: those of most lines."""
    votes = [0] * (WIDEST + 2)
    for block in blocks:
        if block.odds >= _SURE:
            votes[block.width] += len(block.free)
    total, found = sum(votes), list[int]()
    sums = [0, *accumulate(votes)]
    while total and len(found) < _MOST_WIDTHS:
        near = [sums[min(at + 3, WIDEST + 2)] - sums[max(at - 3, 0)] for at in range(WIDEST + 2)]
        best = max(range(WIDEST + 2), key=near.__getitem__)
        if near[best] < max(4, 0.08 * total):
            break
        around = range(max(best - 3, 0), min(best + 3, WIDEST + 2))
        found.append(max(at for at in around if votes[at]))
        for at in around:
            votes[at] = 0
        sums = [0, *accumulate(votes)]
    return found


def _judge_at(block: _Block, width: int) -> None:
    """Judge a block by a width that the text has elsewhere."""
    if not block.free or block.odds >= _SURE:
        return
    odds = _evidence(block, width, _FULL_THERE, _NEAR_THERE, _SHORT_THERE)
    odds += _punctuated(block) + (_all_ended(block) if len(block.free) > 1 else 0.0)
    if odds > block.odds:
        block.width, block.odds = width, odds


def _with_neighbours(blocks: Sequence[_Block]) -> list[bool]:
    """Whether each block is wrapped; where its own lines hardly tell, those beside it do, if they are as long."""
    result = []
    for index, block in enumerate(blocks):
        odds = block.odds
        if abs(odds) < _SURE and block.free:
            for beside in blocks[max(index - 1, 0) : index + 2]:
                if beside is not block and beside.free and _alike(block, beside):
                    odds += _BESIDE[beside.odds > 0] * max(-_SURE, min(beside.odds, _SURE))
        result.append(odds >= _THRESHOLD)
    return result


def _alike(block: _Block, other: _Block) -> bool:
    size, beside = max(block.sizes), max(other.sizes)
    return 4 * abs(size - beside) <= max(size, beside)


def _kept(block: _Block) -> list[End]:
    """What ends before each line of a block whose line ends are deliberate; nothing where that is nothing else.

    A divided word is whole there, too.
    """
    divided = [_is_divided(block, index) for index in range(len(block.lines) - 1)]
    if Start.APART not in block.starts[1:] and not any(divided):
        return []
    ends = [End.PARAGRAPH if start is Start.APART else End.KEPT for start in block.starts]
    return [End.WRAP if index and divided[index - 1] else end for index, end in enumerate(ends)]


def _is_divided(block: _Block, index: int) -> bool:
    return (
        block.words[index] == _DIVIDED
        and block.sizes[index] >= _LONG_WORD + 5
        and block.starts[index + 1] is Start.NOTHING
    )


def _decided(block: _Block, *, filled: bool) -> list[End]:
    """What ends before each line of a block that is wrapped."""
    room = _room(block, filled=filled)
    ends = [End.PARAGRAPH]
    for index in range(len(block.lines) - 1):
        start = block.starts[index + 1]
        if start in _BEGINNING:
            ends.append(End.PARAGRAPH)
        elif start is Start.LINE:
            ends.append(End.KEPT)
        else:
            ends.append(_end(block, index, room))
    return ends


def _inner(block: _Block) -> list[int]:
    """The line ends of a block that end no paragraph."""
    return [index for index in block.free if not _is_last(block, index)]


def _full(block: _Block, inner: Sequence[int]) -> int:
    """How many of these lines are as full as can be."""
    return sum(block.sizes[index] <= block.width < block.needs[index] for index in inner)


def _are_filled(blocks: Sequence[_Block]) -> bool:
    """Whether lines are as full as can be, in all blocks together."""
    inner = [(block, _inner(block)) for block in blocks]
    lines = sum(len(found) for _, found in inner)
    return lines >= _FEW_LINES and sum(_full(block, found) for block, found in inner) >= _FILLED * lines


def _room(block: _Block, *, filled: bool) -> float:
    """How much room the last line of a paragraph leaves at least.

    That is none where all others are as full as can be, and some paragraph ends with a line that is clearly shorter.
    """
    inner = _inner(block)
    short = any(
        block.width - block.needs[index] > _LAST * block.width for index in block.free if _is_last(block, index)
    )
    if filled and short and _full(block, inner) >= _FILLED * len(inner):
        return 0
    rooms = [block.width - block.needs[index] for index in inner]
    ragged = [room for room in rooms if room < _RAGGEDEST * block.width]
    return max(_LAST * block.width, *ragged, 3) + 1


def _end(block: _Block, index: int, room: float) -> End:
    line, width = block.lines[index], block.width
    if block.sizes[index] > width and not _is_one_word(line):
        looks_ahead = block.sizes[index] <= width + 2
        return End.WRAP if looks_ahead else End.KEPT
    if block.needs[index] > width:
        return End.WRAP
    if block.flowed:
        return End.WRAP if _is_soft(line) else End.PARAGRAPH
    if _is_last(block, index):
        return End.PARAGRAPH if width - block.needs[index] >= room else End.WRAP
    if _is_near(block, index, width):
        return End.WRAP if block.words[index] > _CAPITAL + _STANDS else End.KEPT
    ragged = width - block.needs[index] < _RAGGEDEST * width and block.words[index] > _SMALL
    return End.WRAP if ragged else End.KEPT
