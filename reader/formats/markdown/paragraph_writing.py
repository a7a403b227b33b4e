"""What becomes of the place of a paragraph when it gets other words; imported late, as markdown-it is."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from reader.formats.finishing import cleaned, is_clean
from reader.formats.markdown.blocks import Block, Line
from reader.formats.markdown.elements import Element, What, elements_of
from reader.formats.markdown.laying import Laid, Style, described, laid
from reader.formats.markdown.places import Place
from reader.formats.markdown.wrapping import wrapped
from reader.formats.rewriting.changes import Change
from reader.late_dataclasses import dataclass
from reader.text import Kind, Paragraph

_CELLS = frozenset({"th", "td", "dt"})


class Way(IntEnum):
    """How a paragraph is written, the best first: words as they were written before, escaped, without mark-up, not."""

    AS_BEFORE = 0
    ESCAPED = 1
    PLAIN = 2
    NOT = 3


@dataclass(frozen=True, slots=True)
class Result:
    """What is to be written for a paragraph.

    Attributes:
        new: the content of its place.
        copy: what stands behind its block, as one of its own; "" for nothing.
        texts: what reading it must give.
        laid: how it was laid.
    """

    new: str
    copy: str
    texts: Sequence[str]
    laid: Laid


class Page(NamedTuple):
    """The lines of a text, and how wide the widest of those is that go on in the next."""

    lines: Sequence[str]
    width: int


def width_of(blocks: Sequence[Block]) -> int:
    """How wide the lines of paragraphs in several are at most."""
    return max((line.end for block in blocks for line in block.lines[:-1] if block.name == "paragraph"), default=0)


def result_of(place: Place, paragraph: Paragraph, change: Change, way: Way, page: Page, *, both: bool) -> Result | None:
    """What is to be written on a page in a way; None if it cannot be written."""
    block = place.block
    elements = elements_in(place)
    if not elements:
        return None
    if paragraph.kind is Kind.FIGURE and elements[0].alt:
        return _description(elements[0], paragraph.text, change.text, both=both)
    style = Style(
        at_line_start=place.start == 0 and not block.one_line and not block.outer,
        one_line=block.one_line or block.outer is not None,
        spelled=way is Way.AS_BEFORE,
        plain=way is Way.PLAIN,
        objects=not both,
        line_ends=_line_ends(elements, change),
    )
    found = laid(paragraph.text, paragraph.marks, change, elements, style)
    new = _in_lines(found.written, place, elements, page, style)
    if not both:
        return Result(new, "", [found.text], found)
    old = block.source(place.start, place.end)
    if _may_be_followed(place):
        return Result(old, new, [paragraph.text, found.text], found)
    between, text = _between(place)
    return Result(old + between + new, "", [paragraph.text + text + found.text], found)


def elements_in(place: Place) -> Sequence[Element]:
    """The elements of a paragraph, with their places in its text as all texts are; see `cleaned`."""
    elements = elements_of(place.fed, place.block, place.offset, place.text)
    if not is_clean(place.text):
        moved = cleaned(place.text, (at for element in elements for at in (element.start, element.end)))[1]
        for element in elements:
            element.start, element.end = moved[element.start], moved[element.end]
            element.words = {cleaned(word, ())[0]: source for word, source in element.words.items()}
    return elements


def _may_be_followed(place: Place) -> bool:
    """Whether the place is a block that another one can follow."""
    block = place.block
    whole = place.start == 0 and place.end == len(block.content)
    return whole and not block.inside and not block.outer and (not block.one_line or block.name == "heading")


def _between(place: Place) -> tuple[str, str]:
    """What stands between the old and the new text in one block, and as what it is read."""
    block = place.block
    if place.end < len(block.content):  # the title of a callout
        return " / ", " / "
    if block.name in _CELLS or (block.name == "heading" and block.one_line):
        return "<br>", "\n"
    return (" / ", " / ") if block.one_line or block.outer else ("\\\n", "\n")


def _description(image: Element, old: str, new: str, *, both: bool) -> Result:
    """An image that is a paragraph, with another description."""
    text = " ".join(new.split())
    if both:
        text = f"{old} / {text}"
    return Result(described(image, old, text), "", [text], Laid("", text))


def _line_ends(elements: Sequence[Element], change: Change) -> frozenset[int]:
    """Where lines of the new text end, if those of the old one end where sentences do."""
    spaces = [each for each in elements if each.what is What.SPACE]
    ends = {sentence.source[1]: sentence.target[1] for sentence in change.sentences}
    if not spaces or not all(each.start in ends for each in spaces):
        return frozenset()
    return frozenset(ends[each.start] for each in spaces)


def _in_lines(written: str, place: Place, elements: Sequence[Element], page: Page, style: Style) -> str:
    """What is written in lines as wide as those of the old text are."""
    if style.one_line or style.line_ends or not any(each.what is What.SPACE for each in elements):
        return wrapped(written, 0, [0])
    block = place.block
    old = block.lines_of(place.start, place.end)
    before = block.content[: place.start].rpartition("\n")[2]
    width = _width([page.lines[line.number][: line.end] for line in old], old, page.width)
    return wrapped(written, width, [line.start for line in old], before=before)


def _width(lines: Sequence[str], places: Sequence[Line], most: int) -> int:
    """How wide lines may be: too narrow for the first word of the next one, if they are filled, as all others are."""
    firsts = (line[place.start :].split(" ", 1)[0] for line, place in zip(lines[1:], places[1:], strict=True))
    filled = min(len(line) + len(first) for line, first in zip(lines, firsts, strict=False))
    return max(min(filled, most), *map(len, lines))
