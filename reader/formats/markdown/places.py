"""Where the paragraphs of a Markdown text stand in it; imported late, as markdown-it is."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reader.formats.finishing import clean
from reader.formats.html_origins import Origins as HtmlOrigins
from reader.formats.markdown.blocks import Block, blocks_of
from reader.formats.markdown.frontmatter import FrontMatter, front_matter
from reader.formats.markdown.origins import Fed, Origins, made_of, origin_in
from reader.formats.markdown.parsing import body_of, parsed, read_body, tokens_of
from reader.formats.markdown.tracing import tracing_parser, written
from reader.formats.markdown.walk import BlockWalk
from reader.late_dataclasses import dataclass
from reader.text import Kind, MarkKind, Paragraph

# What stands before the lines of the head of a letter, where these have become part of the text.
_BEFORE_LETTER = 2
# Between the reference of a note and the note that stands in it: "^[".
_OPENING = 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands.

    Attributes:
        block: the block that it is in.
        fed: its tokens; of an image that is a paragraph, that.
        start, end: the span of the block's content that they are.
        offset: how much white space there was before its text.
        text: that, as its tokens give it.
    """

    block: Block
    fed: Sequence[Fed]
    start: int
    end: int
    offset: int
    text: str


@dataclass(frozen=True, slots=True)
class Places:
    """A text with where its paragraphs stand.

    Attributes:
        front: what it says about itself.
        paragraphs: as reading it gives them, with origins.
        places: of each; None if it is not known, as of what stands in HTML.
        blocks: those of the text.
        lines: of the text behind its front matter.
        numbers: for each of these its number in the whole text.
        titled: whether the first paragraph is the title in the front matter.
        html: of what stands in blocks of HTML.
        parts: the blocks that are the parts of that.
    """

    front: FrontMatter
    paragraphs: Sequence[Paragraph]
    places: Sequence[Place | None]
    blocks: Sequence[Block]
    lines: Sequence[str]
    numbers: Sequence[int]
    titled: bool
    html: HtmlOrigins
    parts: Sequence[Block]

    @property
    def before(self) -> int:
        """The number of the first line behind the front matter."""
        return self.numbers[-1] - len(self.lines) + 1 + self.front.letter.count("\n")


def places_of(text: str) -> Places:
    """Read a text, with where its paragraphs stand."""
    front = front_matter(text)
    body = body_of(text, front)
    lines = body.split("\n")
    origins = Origins()
    walk = BlockWalk(text=body, origins=origins)
    tokens = tokens_of(body, tracing_parser())
    blocks = dict(blocks_of(tokens, lines))
    read_body(walk, tokens)
    read = len(walk.builder.paragraphs)
    whole = parsed(walk.builder, front).paragraphs
    _find_notes_in_references(origins, blocks)
    groups = defaultdict[tuple[int, int], list[Fed]](list)
    for fed in origins.fed:
        if fed.content or fed.token.type != "text":
            groups[id(fed.block), fed.group].append(fed)
    places = [_place(paragraph, origins, groups, blocks) for paragraph in whole]
    parts = [blocks[id(token)] for token in origins.parts]
    numbers = _numbers(text, front, len(lines))
    titled = len(whole) > read
    paragraphs = list(map(clean, whole))
    return Places(front, paragraphs, places, tuple(blocks.values()), lines, numbers, titled, origins.html, parts)


def _find_notes_in_references(origins: Origins, blocks: dict[int, Block]) -> None:
    """Notes that stand in their references have blocks in blocks."""
    for fed in origins.fed:
        for token in fed.token.children or () if fed.token.type == "footnote_ref" else ():
            outer = blocks.get(id(fed.block))
            if outer is not None:
                start = written(fed.token)[0][1] + _OPENING
                blocks[id(token)] = Block(token, "note", inside=True, one_line=outer.one_line, outer=(outer, start))


def _place(
    paragraph: Paragraph,
    origins: Origins,
    groups: Mapping[tuple[int, int], Sequence[Fed]],
    blocks: Mapping[int, Block],
) -> Place | None:
    marks = [mark for mark in paragraph.marks if mark.kind is MarkKind.ORIGIN]
    if not marks or any(origin_in(mark) < 0 for mark in marks):
        return None
    first = origins.fed[origin_in(marks[0])]
    block = blocks.get(id(first.block))
    fed: Sequence[Fed] = groups[id(first.block), first.group]
    if paragraph.kind is Kind.FIGURE and first.token.type == "image":
        fed = [first]
    length = sum(each.length for each in fed)
    text = first.content[-first.length :] if first.token.type == "text" else "x"
    offset = first.start - marks[0].start + (0 if marks[0].start else len(text) - len(text.lstrip()))
    if block is None or not block.found or length < len(paragraph.text) or not all(map(made_of, fed)):
        return None
    return Place(block, fed, made_of(fed[0])[0][1], made_of(fed[-1])[-1][2], offset, paragraph.text)


def _numbers(text: str, front: FrontMatter, count: int) -> Sequence[int]:
    """For each line behind the front matter its number in the whole text."""
    before = text.count("\n", 0, front.length)
    head = front.letter.count("\n")
    if not head:
        return range(before, before + count)
    written_ = [number for number, line in enumerate(text[: front.length].split("\n")) if line.strip()][1:-1]
    letter = [0] * _BEFORE_LETTER + written_
    letter += [before] * (head - len(letter))
    return [*letter, *range(before, before + count - head)]
