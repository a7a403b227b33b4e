"""What paragraphs are: headings by their size, weight and the file's outline; code; items of lists."""

from collections.abc import Iterator, Mapping, Sequence
from statistics import median

from reader import late_re as re
from reader.formats.pdf.blocks import Block
from reader.formats.plain_markers import bulleted, is_sure, numbered

# How much larger than the text headings are; those in the same size are bold.
_LARGER, _NO_SMALLER = 1.08, 0.96
_LONGEST, _LONGEST_BOLD, _MOST_LINES = 200, 120, 4
_SENTENCE_END = re.compile(r"[.,;][\"'”’»)]*$")
_SIGNS = re.compile(r"\W+")
_DEEPEST = 6
# Behind so many items of lists within it nothing is looked at for one.
_MOST_NESTED = 12
# No more stands above a title: who sends a letter, and to whom.
_EARLY = 8

# Titles of an outline, without signs, and how deep they are.
Outline = Mapping[str, int]
_Style = tuple[float, bool]


def plain(title: str) -> str:
    """A title as it is compared with others: its letters and digits."""
    return _SIGNS.sub("", title).casefold()


def heading_levels(blocks: Sequence[Block], size: float, outline: Outline) -> dict[int, int]:
    """The levels of those that are headings, from 1 on, by identity; `size` is that of running text."""
    named = {
        id(block): outline[plain(block.text)] for block in blocks if _may_be(block) and plain(block.text) in outline
    }
    tagged = {id(block): block.tag.heading for block in blocks if block.tag is not None and block.tag.heading}
    styled = {
        id(block): _style(block)
        for place, block in enumerate(blocks)
        if id(block) in named or id(block) in tagged or _is_heading(block, size, blocks[place + 1 : place + 2])
    }
    known = {**named, **tagged}
    if tagged:
        styled = _like_known(styled, known)
    levels = _by_style(styled, known)
    return {found: known.get(found, levels[style]) for found, style in styled.items()}


def _like_known(styled: Mapping[int, _Style], known: Mapping[int, int]) -> dict[int, _Style]:
    """Headings of a file that says of some what they are: these, what looks so, and a title that is larger."""
    styles = {styled[found] for found in known}
    return {found: style for found, style in styled.items() if style in styles or style > max(styles)}


def _may_be(block: Block) -> bool:
    if block.grid is not None or len(block.lines) > _MOST_LINES or any(line.leader for line in block.lines):
        return False
    return 0 < len(block.text) <= _LONGEST


def _style(block: Block) -> _Style:
    return round(block.size * 2) / 2, block.bold


def _is_heading(block: Block, size: float, after: Sequence[Block]) -> bool:
    text = block.text
    if not _may_be(block) or not any(map(str.isalpha, text)) or _is_bullet(text):
        return False
    if block.size >= _LARGER * size:
        return True
    if not block.bold or block.size < _NO_SMALLER * size or len(text) > _LONGEST_BOLD or _SENTENCE_END.search(text):
        return False
    return bool(after) and not (text.endswith(":") and bool(after[0].marker))


def _is_bullet(text: str) -> bool:
    item = bulleted(text)
    return item is not None and is_sure(item)


def _by_style(styled: Mapping[int, _Style], named: Mapping[int, int]) -> dict[_Style, int]:
    """How deep each style of headings is: as the outline has it, else by size, and weight."""
    known: dict[_Style, list[int]] = {}
    for found, level in named.items():
        known.setdefault(styled[found], []).append(level)
    levels: dict[_Style, int] = {}
    level = 0
    for style in sorted(set(styled.values()), reverse=True):
        level = round(median(known[style])) if style in known else level + 1
        levels[style] = min(level, _DEEPEST)
    return levels


def title_of(blocks: Sequence[Block], levels: Mapping[int, int]) -> Block | None:
    """The title of a document: the largest heading, or the only outermost of the file, if it stands before all text."""
    headings = [block for block in blocks if id(block) in levels]
    if not headings:
        return None
    first = max(headings, key=_rank)
    early = blocks.index(first) <= _EARLY and first.page == blocks[0].page
    return first if early and sum(_rank(block) == _rank(first) for block in headings) == 1 else None


def _rank(heading: Block) -> tuple[float, int]:
    tag = heading.tag
    return round(heading.size, 1), -tag.heading if tag is not None else 0


def is_mono(block: Block) -> bool:
    """Whether all letters of a paragraph are equally wide."""
    return all(piece.look.mono for line in block.lines for piece in line.pieces)


def has_code(blocks: Sequence[Block]) -> bool:
    """Whether such paragraphs are code: not where most of a document looks so."""
    code = sum(len(block.lines) for block in blocks if is_mono(block))
    return 2 * code < sum(len(block.lines) for block in blocks)


def are_items(blocks: Sequence[Block]) -> list[bool]:
    """Which paragraphs are items of lists: those with bullets, and those with numbers that have neighbours."""
    return [_is_item(blocks, place) for place in range(len(blocks))]


def _is_item(blocks: Sequence[Block], place: int) -> bool:
    block = blocks[place]
    if block.tag is not None and block.tag.depth:
        return True
    if not block.marker:
        return False
    if _is_bullet(block.text):
        return True
    return any(_are_one_list(block, other) for step in (-1, 1) for other in _beside(blocks, place, step)) or _hangs(
        block
    )


def _beside(blocks: Sequence[Block], place: int, step: int) -> Iterator[Block]:
    """The next paragraph, and if it is an item further in, the one behind that and those like it."""
    inner = blocks[place].lines[0].left + blocks[place].size / 2
    for at in range(place + step, place + step * _MOST_NESTED, step):
        if not 0 <= at < len(blocks):
            return
        yield blocks[at]
        if not blocks[at].marker or blocks[at].lines[0].left <= inner:
            return


def _are_one_list(block: Block, other: Block) -> bool:
    if not other.marker:
        return False
    if block.marker == other.marker:
        return True
    values = {item.family: value for item, value in numbered(block.lines[0].text)}
    return any(
        item.family in values and abs(values[item.family][-1] - value[-1]) == 1
        for item, value in numbered(other.lines[0].text)
    )


def _hangs(block: Block) -> bool:
    return len(block.lines) > 1 and block.lines[1].left > block.lines[0].left + block.size / 2
