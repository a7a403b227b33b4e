"""Where in HTML its text stands: remembered while it is read, for writing it anew."""

from dataclasses import field
from enum import Enum
from typing import NamedTuple

from reader import late_re as re
from reader.formats.html_elements import BLOCKS, KNOWN
from reader.formats.html_scanner import TAG_NAME, element_name
from reader.formats.inline import Inline
from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind


class Form(Enum):
    """What a token is: text, a tag in a line, or one that begins or ends a paragraph."""

    TEXT = 0
    INLINE = 1
    BLOCK = 2


class Token(NamedTuple):
    """A piece of markup.

    Attributes:
        part: the index of the file that it is in.
        start, end: the span in the markup of that.
        form: what it is.
        name: of a tag, in lower case.
        closing: whether it closes.
    """

    part: int
    start: int
    end: int
    form: Form
    name: str = ""
    closing: bool = False


@dataclass
class Origins:
    """The pieces of markup that a document was read from, in order.

    Attributes:
        parts: the markup of its files.
        tokens: the pieces; those between two of `Form.BLOCK` may be one paragraph. What is between pieces is not shown.
        placeholders: whether tags of elements that nobody knows may be text.
    """

    parts: list[str] = field(default_factory=list)
    tokens: list[Token] = field(default_factory=list)
    placeholders: bool = False
    offset: int = 0

    def begin(self, markup: str, offset: int) -> None:
        """Go on in another file, of which what is before `offset` is not read."""
        self.parts.append(markup)
        self.offset = offset
        self.tokens.append(Token(len(self.parts) - 1, offset, offset, Form.BLOCK))

    def add(self, piece: "str | re.Match[str]", start: int, inline: Inline) -> None:
        """Remember a piece that has just been read: a tag, or text that begins at `start`."""
        token = self._token(start, start + len(piece), Form.TEXT) if isinstance(piece, str) else self._tag(piece)
        inline.come_from(len(self.tokens))
        self.tokens.append(token)

    def end(self) -> None:
        """Nothing more of the file is read."""
        end = len(self.parts[-1])
        self.tokens.append(Token(len(self.parts) - 1, end, end, Form.BLOCK))

    def title(self, found: "re.Match[str] | None", length: int) -> tuple[Mark, ...]:
        """Remember the title in the head of the file that has been read last; returns where a text of it comes from."""
        if found is None:
            return ()
        (start, end), part = found.span(1), len(self.parts) - 1
        self.tokens += (
            Token(part, found.start(), start, Form.BLOCK, "title"),
            Token(part, start, end, Form.TEXT),
            Token(part, end, found.end(), Form.BLOCK, "title", closing=True),
        )
        return (Mark(0, length, MarkKind.ORIGIN, str(len(self.tokens) - 2)),)

    def _tag(self, tag: "re.Match[str]") -> Token:
        match = TAG_NAME.match(tag[0])
        name = element_name(match[2]) if match else ""
        if name not in KNOWN and self.placeholders:
            return self._token(tag.start(), tag.end(), Form.TEXT)
        form = Form.BLOCK if name in BLOCKS else Form.INLINE
        return self._token(tag.start(), tag.end(), form, name, closing=tag[0].startswith("</"))

    def _token(self, start: int, end: int, form: Form, name: str = "", *, closing: bool = False) -> Token:
        by = self.offset
        return Token(len(self.parts) - 1, start + by, end + by, form, name, closing)
