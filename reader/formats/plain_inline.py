"""The little Markdown inside a paragraph of plain text: emphasis, links, code."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader import late_re as re
from reader.formats.markdown import BlockWalk
from reader.formats.plain_places import Signs
from reader.formats.plain_signs import has_stand_ins, signs_in, underlines, with_literal, without_literal
from reader.text import Mark, MarkKind, Paragraph

if TYPE_CHECKING:
    from reader.formats.commonmark import Parser

_MARKED = re.compile(r"[*_`\[<\0]")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>")


class Inline:
    """Reads the mark-up in the paragraphs of a text; the parser is made for the first that may have some."""

    def __init__(self, text: str = "") -> None:
        """`text`: the whole one, which tells whether single words are marked by underscores."""
        self._parser: Parser | None = None
        self._underlined = underlines(text)

    def read(self, text: str) -> tuple[str, tuple[Mark, ...]]:
        """The text without mark-up, and the marks on it; all of it where nothing else would be left."""
        if _MARKED.search(text) is None or has_stand_ins(text):
            return text, ()
        sure = without_literal(text, underlined=self._underlined)
        if _MARKED.search(sure) is None:
            return _linked(text, ())
        if self._parser is None:
            self._parser = _parser()
        tokens = self._parser.parse(sure.replace("\n", "  \n"))
        read = next(iter(BlockWalk().paragraphs(tokens)), Paragraph(text))
        return _linked(with_literal(read.text), read.marks)

    def joined(self, text: str) -> str:
        """The text, of the same length, with spaces for the line ends in code, which goes on over them."""
        if "\n" not in text or "`" not in text:
            return text
        pieces, end = list[str](), 0
        for pair in self.signs(text):
            if text[pair.start] == "`":
                pieces += text[end : pair.inner], text[pair.inner : pair.end].replace("\n", " ")
                end = pair.end
        return "".join([*pieces, text[end:]])

    def signs(self, text: str) -> Sequence[Signs]:
        """The pairs of signs that are mark-up in a text."""
        if _MARKED.search(text) is None or has_stand_ins(text):
            return ()
        return list(signs_in(text, underlined=self._underlined))


def _linked(text: str, marks: Sequence[Mark]) -> tuple[str, tuple[Mark, ...]]:
    """The text, and its marks with those on the addresses between "<" and ">"; the signs are the author's."""
    links = [link for link in _addresses(text) if not any(_overlap(mark, link) for mark in marks)]
    return text, tuple(sorted([*marks, *links], key=lambda mark: (mark.start, -mark.end)))


def _addresses(text: str) -> Iterator[Mark]:
    for found in _ADDRESS.finditer(text) if "<" in text else ():
        href = found[1] if ":" in found[1] else f"mailto:{found[1]}"
        yield Mark(found.start(1), found.end(1), MarkKind.LINK, href)


def _overlap(mark: Mark, link: Mark) -> bool:
    return mark.kind in (MarkKind.LINK, MarkKind.CODE) and mark.start < link.end and link.start < mark.end


def _parser() -> "Parser":
    """A parser that knows only paragraphs, and nothing that would drop characters."""
    from reader.formats.commonmark import Parser  # late, as in the Markdown reader

    parser = Parser(html=False)
    blocks = ["code", "fence", "blockquote", "hr", "list", "heading", "lheading", "html_block", "reference"]
    parser.disable([*blocks, "html_inline", "autolink", "escape", "entity", "image"])
    return parser
