"""What a paragraph consists of: words, mark-up around them, and what stands between them, each as it is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from enum import Enum, auto
from itertools import count
from typing import TYPE_CHECKING

from reader import late_re as re
from reader.formats.html_scanner import TAG_NAME
from reader.formats.markdown.blocks import Block
from reader.formats.markdown.escaping import escaped
from reader.formats.markdown.origins import Fed, made_of
from reader.late_dataclasses import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

_WORD = re.compile(r"[^ \n]+")
# What stays to the letter.
_VERBATIM = frozenset({"code_inline", "math_inline", "verbatim"})
_BREAKS = frozenset({"softbreak", "hardbreak"})
# Elements of HTML that have no end.
_VOID = frozenset({"br", "img", "hr", "input", "wbr"})


class What(Enum):
    """What an element is."""

    TEXT = auto()
    SPACE = auto()
    BREAK = auto()
    VERBATIM = auto()
    OBJECT = auto()
    OPEN = auto()
    CLOSE = auto()


@dataclass(slots=True)
class Element:
    """A part of a paragraph.

    Attributes:
        what: what it is.
        source: how it is written.
        start, end: the span of the paragraph's text that it is.
        pair: of what opens or closes, the number of the pair.
        link: whether that leads somewhere.
        alt: of an image, the span of the source that is its description.
        name: the type of its token.
        words: of text, words that are written otherwise than others would write them.
    """

    what: What
    source: str
    start: int = 0
    end: int = 0
    pair: int = -1
    link: bool = False
    alt: tuple[int, int] | None = None
    name: str = ""
    words: Mapping[str, str] = field(default_factory=dict)


def elements_of(fed: Sequence[Fed], block: Block, offset: int, text: str) -> list[Element]:
    """The elements of a paragraph with a text, `offset` behind where its tokens begin.

    Empty if it cannot be told how they are written.
    """
    found: list[Element] = []
    place: int | None = None
    spaces = 0
    pairs = dict(_pairs([each.token for each in fed]))
    for index, each in enumerate(fed):
        parts = made_of(each)
        if not parts or (place is not None and parts[0][1] < place):
            return []
        start, end = parts[0][1], parts[-1][2]
        gap = block.source(place - spaces, start) if place is not None else ""
        element = _element(each, block, start, end, pairs.get(index))
        element.start = min(max(each.start - offset, 0), len(text))
        element.end = min(max(each.start + each.length - offset, 0), len(text))
        if element.what is What.TEXT and text[element.start : element.end] not in each.content:
            element.what = What.VERBATIM  # raised or lowered digits, as Unicode has them
        if element.what is What.VERBATIM and element.start == element.end:
            element.what = What.OBJECT  # white space at an end, which is no text
        _add(found, element, gap)
        place, spaces = end, _spaces_behind(each, len(text) + offset)
    return _collapsed(found)


def _spaces_behind(fed: Fed, end: int) -> int:
    """How much white space at the end of a text is not part of that of the paragraph, which ends at `end`."""
    surplus = fed.start + fed.length - end if fed.token.type == "text" else 0
    return max(min(surplus, len(fed.content) - len(fed.content.rstrip(" \t"))), 0)


def _element(fed: Fed, block: Block, start: int, end: int, pair: int | None) -> Element:
    token, source = fed.token, block.source(start, end)
    name = token.type
    if name == "text":
        return Element(What.TEXT, source, words=_words(fed, block), name=name)
    if name == "softbreak":
        return Element(What.SPACE, source, name=name)
    if name == "hardbreak":
        return Element(What.BREAK, source.rstrip(" \t"), name=name)
    if name in _VERBATIM:
        return Element(What.VERBATIM, source, name=name)
    if pair is not None:
        opens = token.nesting > 0 if token.nesting else not token.content.startswith("</")
        tag = token.content.lower() if name == "html_inline" else ""
        link = name.startswith("link") or tag.startswith(("<a ", "</a"))
        return Element(What.OPEN if opens else What.CLOSE, source, pair=pair, link=link, name=name)
    if name == "html_inline" and (tag_name := TAG_NAME.match(token.content)) and tag_name[2].lower() == "br":
        return Element(What.BREAK, source, name=name)
    element = Element(What.OBJECT, source, name=name)
    if name == "image" and token.content and source.startswith("![" + token.content + "]"):
        element.alt = (2, 2 + len(token.content))
    return element


def _pairs(tokens: Sequence["Token"]) -> Iterator[tuple[int, int]]:
    """The indices of the tokens that open and close something, with the number of their pair."""
    numbers = count()
    opened: list[tuple[int, str]] = []
    for index, token in enumerate(tokens):
        name, nesting = token.type.removesuffix("_open").removesuffix("_close"), token.nesting
        if token.type == "html_inline":
            tag = TAG_NAME.match(token.content)
            if tag is None or tag[2].lower() in _VOID or token.content.endswith("/>"):
                continue
            name, nesting = "<" + tag[2].lower(), -1 if tag[1] else 1
        if nesting > 0:
            opened.append((index, name))
        elif nesting < 0:
            place = next((n for n in reversed(range(len(opened))) if opened[n][1] == name), None)
            # A tag does not end what is no tag.
            if place is None or (name[0] == "<" and any(each[1][0] != "<" for each in opened[place:])):
                continue
            number = next(numbers)
            yield opened[place][0], number
            yield index, number
            del opened[place:]


def _words(fed: Fed, block: Block) -> Mapping[str, str]:
    """The words of a text that are not written as themselves, or have signs that need not be escaped there."""
    content, parts = fed.content, made_of(fed)
    source = block.content[parts[0][1] : parts[-1][2]]
    if source == content and escaped(content, at_line_start=False) == content:
        return {}
    letters: list[tuple[int, int]] = []  # of each letter the span that it was written as, the first of several
    for length, start, end in parts:
        same = length == end - start
        letters += [
            (start + n, start + n + 1) if same else (start, end) if not n else (end, end) for n in range(length)
        ]
    found: dict[str, str] = {}
    offset = len(content) - len(letters)
    for word in _WORD.finditer(content, max(offset, 0)):
        spans = letters[word.start() - offset : word.end() - offset]
        if spans:
            found.setdefault(word[0], block.content[spans[0][0] : spans[-1][1]])
    return found


def _add(found: list[Element], element: Element, gap: str) -> None:
    """Add an element, and what stands between it and the one before: white space that is no text, or what is hidden."""
    last = found[-1] if found else None
    if gap.strip():
        found.append(Element(What.OBJECT, gap, element.start, element.start))
    elif gap and last is not None and last.what is What.OBJECT:
        last.source += gap
    elif gap and element.what in (What.OBJECT, What.BREAK):
        element.source = gap + element.source
    if element.what is What.SPACE and last is not None and last.name == "named" and last.what is What.OBJECT:
        last.source += "\n"  # which may not be otherwise than at the end of a line
    if element.name == "named" and last is not None and not gap and last.what is not What.TEXT:
        last.source += element.source  # it belongs to what it stands behind
        return
    found.append(element)


def _collapsed(elements: Iterable[Element]) -> list[Element]:
    """The elements, each pair without words between as one object."""
    found: list[Element] = []
    opened: list[int] = []
    for element in elements:
        if element.what is What.OPEN:
            opened.append(len(found))
        found.append(element)
        if element.what is What.CLOSE and opened:
            first = opened.pop()
            inner = found[first:]
            if not any(each.what in (What.TEXT, What.VERBATIM, What.SPACE) for each in inner):
                found[first:] = [_as_one(inner)]
    return found


def _as_one(elements: Sequence[Element]) -> Element:
    """Several elements as one object."""
    one = Element(What.OBJECT, "", elements[0].start, elements[-1].end, name="several")
    images = [each for each in elements if each.alt]
    for element in elements:
        if element.alt and len(images) == 1:
            one.alt = (element.alt[0] + len(one.source), element.alt[1] + len(one.source))
        one.source += element.source
    if len(images) == 1:
        one.start, one.end = images[0].start, images[0].end
    return one
