"""Where in its file the text of a paragraph stands: told while a text is read, to write it back.

Lines that are to be found again are `Placed` strings. What a reader cuts off them still knows its place; what it
makes of them anew does not. So reading is the same with and without places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import NamedTuple, SupportsIndex

from reader.late_dataclasses import dataclass
from reader.text import Mark, MarkKind, Span


class Placed(str):
    """A line, or a part of one, that knows where it stands.

    Attributes:
        line: number of the line, from 0.
        column, stop: where it begins and ends in it.
    """

    __slots__ = ("column", "line", "stop")

    line: int
    column: int
    stop: int

    def __getitem__(self, key: SupportsIndex | slice, /) -> str:
        """A letter, or a part that knows its place."""
        found = super().__getitem__(key)
        if not isinstance(key, slice) or not found:
            return found
        start, end, _ = key.indices(len(self))
        return placed(found, self.line, self.column + start, self.stop - (len(self) - end))

    def strip(self, chars: str | None = None, /) -> str:
        """See `str`."""
        return self.rstrip(chars).lstrip(chars)

    def lstrip(self, chars: str | None = None, /) -> str:
        """See `str`."""
        return self[len(self) - len(super().lstrip(chars)) :]

    def rstrip(self, chars: str | None = None, /) -> str:
        """See `str`."""
        return self[: len(super().rstrip(chars))]

    def removeprefix(self, prefix: str, /) -> str:
        """See `str`."""
        return self[len(prefix) :] if prefix and self.startswith(prefix) else self

    def removesuffix(self, suffix: str, /) -> str:
        """See `str`."""
        return self[: -len(suffix)] if suffix and self.endswith(suffix) else self

    def expandtabs(self, tabsize: SupportsIndex = 8) -> str:
        """See `str`; what is moved has no place."""
        return super().expandtabs(tabsize) if "\t" in self else self

    def translate(self, table: Mapping[int, int | str | None], /) -> str:  # type: ignore[override]
        """See `str`; for tables that give one letter for each."""
        return placed(super().translate(table), self.line, self.column, self.stop)


def placed(text: str, line: int, column: int = 0, stop: int = -1) -> Placed:
    """A text that knows its place; `stop` is told by its length if it is -1."""
    found = Placed(text)
    found.line, found.column = line, column
    found.stop = stop if stop >= 0 else column + len(text)
    return found


def behind(sign: str, text: str) -> str:
    """A sign and a text, which keeps its place."""
    if not isinstance(text, Placed):
        return sign + text
    return placed(sign + text, text.line, text.column - len(sign), text.stop)


def instead(text: str, line: str) -> str:
    """A text in the place of another."""
    return placed(text, line.line, line.column, line.stop) if isinstance(line, Placed) else text


class Part(NamedTuple):
    """What a raw text has from one line: where it begins in that text, what it is, the line, and the columns there."""

    start: int
    text: str
    line: int
    column: int
    stop: int


class Signs(NamedTuple):
    """A pair of signs of mark-up in a raw text: where each of the two, and what is between, begins and ends."""

    start: int
    inner: int
    end: int
    stop: int


class Slice(NamedTuple):
    """A stretch of the raw text of this index."""

    raw: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Raw:
    """A text as its file has it, put together from its lines.

    Attributes:
        text: with signs of mark-up.
        parts: from which lines it is.
        signs: the pairs of signs that are mark-up, outermost first.
    """

    text: str
    parts: Sequence[Part]
    signs: Sequence[Signs]


@dataclass(slots=True)
class Places:
    """What has been told while a text was read.

    Attributes:
        raws: what paragraphs were read from.
        slices: what the marks of `MarkKind.ORIGIN` on their text stand for.
        tables: the first line of each table and the one behind its last.
    """

    raws: list[Raw] = field(default_factory=list)
    slices: list[Slice] = field(default_factory=list)
    tables: list[Span] = field(default_factory=list)

    def record(self, raw: str, parts: Sequence[tuple[int, str]], signs: Sequence[Signs], text: str) -> list[Mark]:
        """The marks for a text that has been read from a raw one; none if it is not that without its signs.

        Args:
            raw: the raw text.
            parts: where in it its lines begin, and these.
            signs: see `Raw`.
            text: what was read.
        """
        known = [(start, part) for start, part in parts if isinstance(part, Placed)]
        kept = _kept(raw, signs)
        if len(known) < len(parts) or "".join(raw[a:b] for a, b in kept) != text:
            return []
        self.raws.append(
            Raw(raw, [Part(start, str(part), part.line, part.column, part.stop) for start, part in known], signs)
        )
        starts = [*(start for start, _ in parts[1:]), len(raw)]
        marks, place, length = list[Mark](), 0, 0
        for start, end in kept:
            while start < end:
                while starts[place] <= start:
                    place += 1
                stop = min(end, starts[place])
                marks.append(Mark(length, length + stop - start, MarkKind.ORIGIN, str(len(self.slices))))
                self.slices.append(Slice(len(self.raws) - 1, start, stop))
                length += stop - start
                start = stop
        return marks


def _kept(raw: str, signs: Sequence[Signs]) -> list[Span]:
    """What is left of a raw text without signs."""
    dropped = sorted(span for pair in signs for span in ((pair.start, pair.inner), (pair.end, pair.stop)))
    kept, end = list[Span](), 0
    for start, stop in dropped:
        kept.append((end, start))
        end = stop
    return [(a, b) for a, b in [*kept, (end, len(raw))] if a < b]
