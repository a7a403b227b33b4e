"""Where the text of paragraphs comes from: recorded while tokens are read, to write other words in their place."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import field
from typing import TYPE_CHECKING

from reader.formats.building import Builder
from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(slots=True)
class Fed:
    """A token of a line that has been read.

    Attributes:
        token, block: itself, and the token of the block that it is in.
        group: the number of the paragraph that it was read into.
        start, length: the text that it has given, in that paragraph before white space around it was removed.
        content: its content, without what stands for a task or callout.
    """

    token: "Token"
    block: "Token"
    group: int
    start: int
    length: int
    content: str


@dataclass(slots=True)
class Origins:
    """The tokens of lines in the order in which they were read; `block` is the one that is being read.

    Text has a mark with the index of its token.
    """

    fed: list[Fed] = field(default_factory=list)
    block: "Token | None" = None

    @contextmanager
    def of(self, token: "Token", builder: Builder) -> Iterator[None]:
        """Record what reading a token gives."""
        inline = builder.inline
        group, start, marks = len(builder.paragraphs), inline.length, len(inline.marks)
        content = token.content
        yield
        ended = len(builder.paragraphs) > group or inline.length < start
        length = 0 if ended else inline.length - start
        if length:
            # Before its own marks: what comes next may look at the last one.
            place = min(marks, len(inline.marks))
            inline.marks.insert(place, Mark(start, start + length, MarkKind.ORIGIN, str(len(self.fed))))
        assert self.block is not None
        group = len(builder.paragraphs) if ended else group
        self.fed.append(Fed(token, self.block, group, inline.length if ended else start, length, content))


def made_of(fed: Fed) -> Sequence[tuple[int, int, int]]:
    """As what a token was written, without what was taken from its beginning; see `tracing`."""
    parts: list[tuple[int, int, int]] = list(fed.token.meta.get("written", ()))
    if fed.token.type != "text":
        return parts
    surplus = sum(part[0] for part in parts) - (min(len(fed.content), fed.length) or len(fed.content))
    while parts and surplus > 0:
        length, start, end = parts[0]
        if length > surplus and length == end - start:
            parts[0] = (length - surplus, start + surplus, end)
            break
        surplus -= length
        del parts[0]
    return parts
