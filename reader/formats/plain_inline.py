"""The little Markdown inside a paragraph of plain text: emphasis, links, code."""

import re
from typing import TYPE_CHECKING

from reader.formats.markdown import BlockWalk
from reader.text import Mark, Paragraph

if TYPE_CHECKING:
    from reader.formats.commonmark import Parser

_MARKED = re.compile(r"[*_`\[<\0]")


class Inline:
    """Reads the mark-up in paragraphs; the parser is made for the first that may have some."""

    def __init__(self) -> None:
        """No parser yet."""
        self._parser: Parser | None = None

    def read(self, text: str) -> tuple[str, tuple[Mark, ...]]:
        """The text without mark-up, and the marks on it; all of it where nothing else would be left."""
        if _MARKED.search(text) is None:
            return text, ()
        if self._parser is None:
            self._parser = _parser()
        tokens = self._parser.parse(text.replace("\n", "  \n"))
        read = next(iter(BlockWalk().paragraphs(tokens)), Paragraph(text))
        return read.text, read.marks


def _parser() -> "Parser":
    """A parser that knows only paragraphs, and nothing that would drop characters."""
    from reader.formats.commonmark import Parser  # late, as in the Markdown reader

    parser = Parser(html=False)
    blocks = ["code", "fence", "blockquote", "hr", "list", "heading", "lheading", "html_block", "reference"]
    parser.disable([*blocks, "html_inline", "escape", "entity", "image"])
    return parser
