"""Where the text of paragraphs comes from: recorded while tokens are read, to write other words in their place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from typing import TYPE_CHECKING

from reader.formats.building import Builder
from reader.formats.html_origins import Origins as HtmlOrigins
from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind

if TYPE_CHECKING:
    from markdown_it.token import Token

# Begins the marks of these origins, not those of HTML.
_OWN = "m"


@dataclass(slots=True)
class Fed:
    """A token of a line that has been read.

    Attributes:
        token, block: itself, and the token of the block that it is in.
        group: the number of the paragraph that it was read into.
        start, length: the text that it has given, in that paragraph before white space around it was removed.
        content: its content, without what stands for a task or callout.
        made_of: see the function; None until that is asked for.
    """

    token: "Token"
    block: "Token"
    group: int
    start: int
    length: int
    content: str
    made_of: Sequence[tuple[int, int, int]] | None = None


@dataclass(slots=True)
class Origins:
    """The tokens of lines in the order in which they were read; `block` is the one that is being read.

    Text has a mark with the index of its token. Blocks of HTML have origins of their own, `html`, each as a part, and
    are in `parts`.
    """

    fed: list[Fed] = field(default_factory=list)
    block: "Token | None" = None
    html: HtmlOrigins = field(default_factory=lambda: HtmlOrigins(placeholders=True))
    parts: list["Token"] = field(default_factory=list)

    @contextmanager
    def of_html(self, token: "Token") -> Iterator[None]:
        """Record what reading a block of HTML gives."""
        self.html.begin(token.content, 0)
        self.parts.append(token)
        yield
        self.html.end()

    @contextmanager
    def of(self, token: "Token", builder: Builder) -> Iterator[None]:
        """Record what reading a token gives."""
        inline = builder.inline
        group, start = len(builder.paragraphs), inline.length
        content = token.content
        yield
        ended = len(builder.paragraphs) > group or inline.length < start
        length = 0 if ended else inline.length - start
        if length:
            inline.origins.append(Mark(start, start + length, MarkKind.ORIGIN, f"{_OWN}{len(self.fed)}"))
        assert self.block is not None
        group = len(builder.paragraphs) if ended else group
        self.fed.append(Fed(token, self.block, group, inline.length if ended else start, length, content))


def origin_in(mark: Mark) -> int:
    """The index of the token that a mark names; -1 if it is of HTML."""
    return int(mark.href[len(_OWN) :]) if mark.href.startswith(_OWN) else -1


def made_of(fed: Fed) -> Sequence[tuple[int, int, int]]:
    """As what a token was written, without what was taken from its beginning; see `tracing`."""
    if fed.made_of is None:
        fed.made_of = list(fed.token.meta.get("written", ()))
        if fed.token.type == "text":
            fed.made_of = _without_beginning(fed, fed.made_of)
    return fed.made_of


def _without_beginning(fed: Fed, parts: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    surplus = sum(part[0] for part in parts) - (min(len(fed.content), fed.length) or len(fed.content))
    while parts and surplus > 0:
        length, start, end = parts[0]
        if length > surplus and length == end - start:
            parts[0] = (length - surplus, start + surplus, end)
            break
        surplus -= length
        del parts[0]
    return parts
