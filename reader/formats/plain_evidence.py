"""What the line ends of plain text show of whether they are wraps: measured and weighed, block by block.

Each line end adds the logarithm of how much likelier what it shows is in wrapped text than in deliberate lines. The
odds are estimates.
"""

from bisect import bisect_left
from collections.abc import Sequence, Set
from itertools import pairwise

from reader import late_re as re
from reader.formats.numbering import heading_rank
from reader.formats.plain_lines import leans as leans_on
from reader.formats.plain_starts import Start, goes_on_hung, hung_of, starts_of
from reader.late_dataclasses import dataclass

# Wrapped lines are as long as this, give or take a long word.
NARROWEST, WIDEST = 30, 145
# A column may be as narrow as this, if it has so many line ends, and of them these shares are before small letters and
# full.
_COLUMN, _FEWEST_ENDS, _SMALL_SHARE, _FULL_SHARE = 16, 5, 0.7, 0.8
LONG_WORD = 5
_SENTENCE_END = re.compile(r"""(?:[.!?…][)\]"'”’»]*|[:»”])$""")
_LONGEST_END = 8
_PAUSE = re.compile(r"[.,;:!?)»”] |[–(«“]\w| – ")
_STOP = re.compile(r"[a-zæøå][.!?][)»”\"']? [«“\"'–(]{0,2}[A-ZÆØÅ]")
# What a line end shows, as the logarithm of the odds of a wrap.
_FULL, _NEAR, _SHORT, _OVER, _ENDED = 0.75, -1.2, -2.6, -3.0, -0.4
# The same where the width is known from elsewhere in the text.
_FULL_THERE, _NEAR_THERE, _SHORT_THERE = 2.0, -1.2, -4.0
_LEANS, _STANDS = 2.2, -0.4
_SMALL, _SENTENCE, _CAPITAL, _FIGURE, _COMMA, DIVIDED = 0.9, -1.4, -2.3, -1.2, -1.6, 4.0
_FEW, _PAUSES, _STOPS, _NO_PAUSE, _NO_LEAN = 12, 0.3, 0.8, -1.5, -4.5
_SOFT, _ALL_ENDED = 1.5, -2.0
# The same of a line with a label that goes on below its text.
_HANGS, _HANGS_SURELY = 1.0, 3.0
# The same of a sentence on two lines; the first is at least so long, the second at most that share of it.
_IN_TWO, _FULL_SENTENCE, _REST = 0.85, 36, 0.6
# Odds that are sure.
SURE = 6.0
# What begins nothing, or may begin nothing.
_OPEN = (Start.NOTHING, Start.SIGN)
# A line so much shorter than the width, as a share of it, was filled by a program that looks ahead.
_RAGGED = 0.14


@dataclass(slots=True)
class Block:
    """Lines between blank ones, measured.

    Attributes:
        sizes: how long each line is.
        needs: how long it would be with the first word of the next; one fewer.
        starts: what each line begins by its own looks.
        words: the evidence of the words at each line end.
        lasts: whether each line may be the last of a paragraph.
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
    lasts: list[bool]
    free: list[int]
    width: int = 0
    odds: float = -99.0
    flowed: bool = False


def measured(lines: Sequence[str], indent: int) -> Block:
    """Measure a block; `indent` is that of the first lines of paragraphs, 0 if they are not told by it."""
    sizes, needs, words, lasts, free = [], [], [], [], []
    starts, hung = starts_of(lines, indent), hung_of(lines)
    for index, (line, after) in enumerate(pairwise(lines)):
        first = after.split(None, 1)[0]
        size = len(line.rstrip())
        sizes.append(size)
        needs.append(size + 1 + len(first))
        words.append(_said(line, first) + _hangs(lines, index, hung))
        lasts.append(_may_be_last(line, first))
        if not index and _is_heading(line, after):
            continue
        if starts[index + 1] in _OPEN and (size <= WIDEST or " " in line.strip()):
            free.append(index)
    sizes.append(len(lines[-1].rstrip()))
    return Block(lines, sizes, needs, starts, words, lasts, free, flowed=_is_flowed(lines))


def _is_heading(line: str, text: str) -> bool:
    """Whether a line is a numbered heading right above its text, whose end says nothing of the others."""
    line, text = line.strip(), text.strip()
    numbered = line[0].isdigit() or heading_rank(line) is not None
    return numbered and 2 * len(line) < len(text) and text[0].isupper() and _SENTENCE_END.search(line) is None


def _is_flowed(lines: Sequence[str]) -> bool:
    if lines[-1][-1] == " " or lines[0][-1] != " ":
        return False
    return all(map(is_soft, lines[:-1])) or 5 * sum(map(is_soft, lines)) >= 3 * len(lines)


def is_soft(line: str) -> bool:
    """Whether a line goes on by the rules of format=flowed."""
    return line[-1] == " " and line[-2:] != "  " and line != "-- "


def _said(line: str, first: str) -> float:
    """What the words around a line end say for a wrap; `first` is the one behind it."""
    last = line.rsplit(None, 1)[-1]
    sign, begin = last[-1], first[0]
    if sign in "-\u00ad\u2010" and len(last) > 1 and begin.islower():
        return DIVIDED
    said, leaning = 0.0, leans_on(last)
    if begin.islower() or sign in "-\u2010":
        said = _SMALL
    elif begin.isdigit():
        said = 0.0 if leaning else _FIGURE
    elif sign not in ".!?…:»”\"')" and begin.isupper():
        said = _CAPITAL
    elif begin.isupper():
        said = _SENTENCE
    if sign in ",;":
        said += _COMMA
    return said + (_LEANS if leaning else _STANDS)


def _hangs(lines: Sequence[str], index: int, hung: Set[int]) -> float:
    """What it says for a wrap, besides, that a line goes on below the text behind its label; verse does, too."""
    if index + 1 not in hung or index in hung or not goes_on_hung(lines[index], lines[index + 1]):
        return 0.0
    broken = lines[index].count(", ") > 1 or leans_on(lines[index].rsplit(None, 1)[-1])
    return _HANGS_SURELY if broken and index + 2 not in hung else _HANGS


def judge_alone(block: Block) -> None:
    """Find the width at which the line ends of a block look most like wraps, and how much."""
    if not block.free:
        return
    most = max((block.sizes[index] for index in block.free if block.sizes[index] <= WIDEST), default=0)
    widest = max(most, block.sizes[-1])  # the last line of a short block may be the longest
    for width in {_fitting(block), most, widest}:
        if NARROWEST - LONG_WORD <= width <= WIDEST or (width == widest and _is_column(block, width)):
            odds = _prior(width) + _evidence(block, width, _FULL, _NEAR, _SHORT) + _all_ended(block)
            if odds > block.odds:
                block.width, block.odds = width, odds
    if block.flowed:
        block.odds += _SOFT * min(len(block.free), 3)
    if block.odds < SURE or (block.odds < 2 * SURE and not any(map(_PAUSE.search, block.lines))):
        block.odds += _punctuated(block) + _in_two(block)  # more odds of a block that is sure would say nothing


def _is_column(block: Block, width: int) -> bool:
    """Whether a block that is as narrow as verse is a column of prose: full lines, with sentences that end inside."""
    ends = len(block.free)
    if width < _COLUMN or ends < _FEWEST_ENDS or not any(map(_STOP.search, block.lines)):
        return False
    small = sum(block.lines[index + 1].lstrip()[0].islower() for index in block.free)
    full = sum(block.needs[index] > width for index in block.free)
    return min(small / _SMALL_SHARE, full / _FULL_SHARE) >= ends


def _punctuated(block: Block) -> float:
    """What the punctuation of a short block says for wraps: verse has it at the ends of lines."""
    if not 1 < len(block.free) <= _FEW:
        return 0.0
    inside = sum(len(_PAUSE.findall(line)) for line in block.lines)
    if inside:
        stops = sum(len(_STOP.findall(line)) for line in block.lines)
        return _PAUSES * min(inside, 3) + _STOPS * min(stops, 3)
    ends = sum(block.lines[index].rstrip()[-1] in ",;:.!?–" for index in block.free)
    leaning = any(leans(block, index) for index in block.free)
    return _NO_PAUSE * (1 + min(ends, 2)) + (0.0 if leaning else _NO_LEAN)


def _in_two(block: Block) -> float:
    """What it says for a wrap that a block is a sentence on two lines, the second a rest, or with pauses inside."""
    first, last = block.lines[0], block.lines[-1].rstrip()
    if len(block.lines) != 2 or block.sizes[0] < _FULL_SENTENCE or block.words[0] < _SMALL + _STANDS:
        return 0.0
    if not (first[0].isupper() and last[0].islower() and last[-1] in ".!?"):
        return 0.0
    rest, pauses = block.sizes[1] <= _REST * block.sizes[0], sum(len(_PAUSE.findall(line)) for line in block.lines)
    return _IN_TWO * (bool(rest or pauses) + rest) + _PAUSES * min(pauses, 3)


def _all_ended(block: Block) -> float:
    """What it says for wraps if all lines may be paragraphs of their own."""
    return _ALL_ENDED * len(block.free) if all(is_last(block, index) for index in block.free) else 0.0


def _fitting(block: Block) -> int:
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


def judge_at(block: Block, width: int) -> None:
    """Judge a block by a width that the text has elsewhere."""
    if not block.free or block.odds >= SURE:
        return
    odds = _evidence(block, width, _FULL_THERE, _NEAR_THERE, _SHORT_THERE)
    odds += _punctuated(block) + (_all_ended(block) if len(block.free) > 1 else 0.0)
    if odds > block.odds:
        block.width, block.odds = width, odds


def _evidence(block: Block, width: int, full: float, near: float, short: float) -> float:
    odds = _OVER if width < block.sizes[-1] <= WIDEST and not is_one_word(block.lines[-1]) else 0.0
    for index in block.free:
        size = block.sizes[index]
        if size > width:
            odds += 0.0 if is_one_word(block.lines[index]) else _OVER
        elif block.needs[index] > width:
            odds += full + block.words[index]
        elif is_last(block, index):
            odds += _ENDED
        else:
            odds += (near if is_near(block, index, width) else short) + block.words[index]
    return odds


def is_one_word(line: str) -> bool:
    """Whether a line could not have been wrapped."""
    return len(line.split(None, 1)) == 1


def is_near(block: Block, index: int, width: int) -> bool:
    """Whether so little room was left that a program that looks ahead may have wrapped there."""
    return width - block.needs[index] < max(3.0, _RAGGED * width)


def is_last(block: Block, index: int) -> bool:
    """Whether a line may be the last of a paragraph by its words."""
    return block.lasts[index]


def _may_be_last(line: str, first: str) -> bool:
    return not first[0].islower() and _SENTENCE_END.search(line.rstrip()[-_LONGEST_END:]) is not None


def leans(block: Block, index: int) -> bool:
    """Whether the words at a line end by themselves say that the line goes on."""
    return block.words[index] > _SMALL


def begins_anew(block: Block, index: int) -> bool:
    """Whether the words at a line end by themselves say that another line begins."""
    return block.words[index] <= _CAPITAL + _STANDS
