"""Paragraphs that go on in the next column, or on the next page."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.formats.pdf.blocks import ENDS, Block, Tag

_RESIZED = 0.06
# As shares of the size of letters, and of all paragraphs: those that begin further in.
_INDENT, _INDENTED = 0.7, 0.5
_SENTENCE_ENDS = tuple(".!?:")


def joined(columns: Sequence[Sequence[Block]]) -> list[Block]:
    """The paragraphs of all columns; one that goes on in the next column is one."""
    indented = _are_indented(block for column in columns for block in column)
    found: list[Block] = []
    for column in columns:
        last = next((block for block in reversed(found[-3:]) if block.grid is None), None)
        first = next((block for block in column if block.grid is None), None)
        if last is None or first is None or not _goes_on(last, first, indented=indented):
            found += _without_rest_of_table(found, column)
            continue
        last.add(first.lines)
        last.full, last.tag = first.full, _both(last.tag, first.tag)
        found += (block for block in column if block is not first)
    return found


def _without_rest_of_table(found: Sequence[Block], column: Sequence[Block]) -> Sequence[Block]:
    """The paragraphs of a column, without a table at its beginning that the file says is the rest of the last one."""
    last, first = (found[-1] if found else None), (column[0] if column else None)
    if last is None or first is None or last.grid is None or first.grid is None or not _is_rest(last, first):
        return column
    last.grid.add(first.grid)
    last.tag = _both(last.tag, first.tag)
    return column[1:]


def _is_rest(last: Block, first: Block) -> bool:
    return last.tag is not None and last.tag.open and first.tag is not None and first.tag.begun


def _both(tag: Tag | None, after: Tag | None) -> Tag | None:
    """What is said of a paragraph of which something has been said before."""
    return tag and replace(tag, open=after is not None and after.open)


def _are_indented(blocks: Iterable[Block]) -> bool:
    """Whether the paragraphs of a document begin further in."""
    several = [block.lines for block in blocks if len(block.lines) > 1 and not block.marker]
    indented = sum(first.left > second.left + _INDENT * first.size for first, second, *_ in several)
    return bool(several) and indented >= _INDENTED * len(several)


def _inset(block: Block, line: int) -> float:
    """How far in a line of a paragraph begins."""
    return block.lines[line].left - block.left


def _goes_on(last: Block, first: Block, *, indented: bool) -> bool:
    if last.tag is not None and first.tag is not None:
        return _is_rest(last, first)
    if first.marker or not last.lines or not first.lines or abs(last.size - first.size) > _RESIZED * last.size:
        return False
    if last.bold is not first.bold or not last.full:
        return False
    text, after = last.lines[-1].text, first.lines[0].text
    if text.endswith(("-", "\u2010", "\u00ad")) and after[:1].islower():
        return True
    if last.marker and len(last.lines) > 1:
        return abs(_inset(last, -1) - _inset(first, 0)) <= _INDENT * last.size
    if indented and len(last.lines) + len(first.lines) > 2:
        return first.lines[0].left <= first.left + _INDENT * first.size
    return not text.endswith(ENDS) if not after[:1].islower() else not text.endswith(_SENTENCE_ENDS)
