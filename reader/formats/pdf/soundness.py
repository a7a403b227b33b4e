"""Whether the structure trees of a file can be relied on: many repeat what pages look like, or have half of it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from reader.formats.pdf.blocks import ENDS, Block, Column
from reader.formats.pdf.lines import Line, lines_of
from reader.formats.pdf.measures import Measures
from reader.formats.pdf.tagged import TaggedPage
from reader.formats.pdf.values import PageContent, Piece

# Elements have nearly all letters of a page; of its paragraphs few stand in a strange order, or are cut, and of their
# lines few are apart, as those of several paragraphs are.
_COVERED, _MOST_ODD, _MOST_STRANGE = 0.97, 0.1, 0.05
_NEAR, _APART, _SHORT = 1.3, 1.6, 0.85
# So many of the pages with trees are sound where these are used at all.
_SOUND = 0.75


def tagged_pages(
    pages: Sequence[PageContent], lines: Sequence[Sequence[Line]], measures: Measures
) -> dict[int, list[Block]]:
    """The paragraphs of pages by their trees, notes last, by number; nothing if few of these can be relied on.

    `lines` are those of the pages' text.
    """
    tagged = [page for page in pages if page.structure]
    read = {page.number: _read(page, lines[page.number], measures) for page in tagged}
    sound = {number: blocks for number, blocks in read.items() if blocks}
    return sound if len(sound) >= _SOUND * sum(bool(lines[page.number]) for page in tagged) else {}


def _read(page: PageContent, lines: Sequence[Line], measures: Measures) -> list[Block]:
    """The paragraphs of a page; none if its tree is not sound."""
    words = _by_content(page, lines)
    letters = sum(len(piece.text) for pieces in words.values() for piece in pieces)
    read = TaggedPage(page.number, words, measures)
    read.read(page.structure)
    left = [piece for pieces in words.values() for piece in pieces]
    if sum(len(piece.text) for piece in left) > (1 - _COVERED) * letters:
        return []
    odd = sum(_is_odd(block, after, measures) for block, after in pairwise(read.blocks))
    apart = sum(_apart(block, measures) for block in read.blocks)
    count = sum(len(block.lines) for block in read.blocks)
    cells = sum(len(block.grid.cells) for block in read.blocks if block.grid is not None)
    if (
        odd > _MOST_ODD * len(read.blocks) + 1
        or apart > _MOST_ODD * count + 1
        or read.strange > _MOST_STRANGE * cells + 1
    ):
        return []
    return [*_with_left(read.blocks, left, page.number, measures), *read.notes]


def _by_content(page: PageContent, lines: Sequence[Line]) -> dict[int, list[Piece]]:
    """The words of lines of a page, in the order of the file, by the part of its content that they are in."""
    kept = {id(piece) for line in lines for piece in line.pieces}
    kept |= {id(piece) for line in lines if line.grid for cell in line.grid.cells for piece in cell.pieces}
    found: dict[int, list[Piece]] = {}
    for piece in page.pieces:
        if id(piece) in kept:
            found.setdefault(piece.content, []).append(piece)
    return found


def _is_odd(block: Block, after: Block, measures: Measures) -> bool:
    """Whether a paragraph stands above the one before it, or is the rest of it."""
    if not block.lines or not after.lines:
        return False
    last, first = block.lines[-1], after.lines[0]
    if not _overlap(last, first):
        return False
    down = first.base - last.base
    if down < -last.size:
        return True
    plain = not (_is_special(block) or _is_special(after)) and last.size == first.size
    cut = not last.text.endswith(ENDS) and first.text[:1].islower()
    return plain and cut and 0 < down <= _NEAR * measures.pitch(last.size)


def _is_special(block: Block) -> bool:
    return block.tag is None or bool(block.tag.heading or block.tag.item)


def _overlap(one: Line, other: Line) -> bool:
    shared = min(one.right, other.right) - max(one.left, other.left)
    return 2 * shared > min(one.right - one.left, other.right - other.left)


def _apart(block: Block, measures: Measures) -> int:
    """How many lines of a paragraph seem to begin another one."""
    wide = block.right - block.left
    count = 0
    for line, after in pairwise(block.lines):
        down = after.base - line.base
        ended = line.text.endswith(ENDS) and line.right - block.left < _SHORT * wide and after.text[:1].isupper()
        count += down > _APART * measures.pitch(line.size) or (down > 0 and ended)
    return count


def _with_left(blocks: Sequence[Block], left: Sequence[Piece], page: int, measures: Measures) -> list[Block]:
    """Paragraphs with what no element has: each behind the last that stands above it."""
    found = list(blocks)
    for block in _by_looks(left, page, measures):
        found.insert(_behind(found, block), block)
    return found


def _by_looks(pieces: Sequence[Piece], page: int, measures: Measures) -> Iterator[Block]:
    lines = lines_of(pieces)
    for line in lines:
        line.page = page
    if lines:
        yield from Column(lines, page, measures, frozenset()).blocks()


def _behind(blocks: Sequence[Block], block: Block) -> int:
    top = _top(block)
    return next((place + 1 for place in reversed(range(len(blocks))) if _top(blocks[place]) <= top), 0)


def _top(block: Block) -> float:
    return block.grid.area.top if block.grid is not None else block.lines[0].top
