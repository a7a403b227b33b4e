"""How the lines of one paragraph of plain text are laid out: what is around their words, and how long they are."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from reader import late_re as re
from reader.formats.plain_places import Part
from reader.formats.rewriting.filling import filled
from reader.formats.rewriting.plain_spots import Spot
from reader.text import Kind, Paragraph

_QUOTES = re.compile(r"\s*(?:>[^\S\n]?)*")
_FRAMES = ("*", "#")
_UNDERLINE = re.compile(r"(\s*)([=\-~^*_])(\2{2,})\s*")
# An underline may be a little longer or shorter than the words.
_NEAR = 2
# What is one line may become several where all else is wrapped: running text.
_RUNNING = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.QUOTE, Kind.NOTE})
# A width is that of so many lines of a paragraph, or that of the text which is a little wider.
_MANY_LINES, _WIDER = 4, 12
# Longer lines that end on purpose are paragraphs.
_PARAGRAPH = 100


class Layout:
    """How a paragraph is laid out.

    Attributes:
        start, stop: the lines that are replaced, with those that underline it.
    """

    def __init__(
        self, paragraph: Paragraph, spot: Spot, texts: Sequence[str], width: int, below: Mapping[str, str]
    ) -> None:
        """How a paragraph at a spot is laid out.

        Args:
            paragraph: the paragraph.
            spot: where it stands.
            texts: the lines of the file.
            width: of the wrapped lines of the text; 0 if there are none.
            below: what begins further lines of a paragraph, by what begins its first.
        """
        self._paragraph, self._parts, self._texts = paragraph, spot.parts, texts
        self._old = [
            line._replace(shown=texts[part.line][part.column : part.stop])
            for line, part in zip(spot.lines, spot.parts, strict=True)
        ]
        self._text_width, self._below = width, below
        self._first, self._last = spot.parts[0].line, spot.parts[-1].line + 1
        over, under = self._ruled
        self.start, self.stop = self._first - over, self._last + under

    def lines(self, text: str) -> list[str]:
        """The lines with other words."""
        return self._with_underlines(self._filled(text, self._prefix(self._parts[0])))

    def with_copy(self, text: str) -> list[str]:
        """The lines as they are, and a copy of the paragraph with other words behind them."""
        first = self._prefix(self._parts[0])
        copy = self._filled(text, self._continuation(first) if self._paragraph.marker else first)
        return [*self._texts[self.start : self.stop], *self._between, *self._with_underlines(copy)]

    def _filled(self, text: str, first: str) -> list[str]:
        new = list(filled(self._old, text, self._room))
        lines = [self._line(each.text, each.like, extra=each.extra, last=each.last) for each in new]
        return [first + lines[0][len(self._prefix(self._parts[0])) :], *lines[1:]]

    # Around the words

    def _prefix(self, part: Part) -> str:
        return self._texts[part.line][: part.column]

    def _suffix(self, part: Part) -> str:
        return self._texts[part.line][part.stop :]

    def _before(self, like: int, *, extra: bool) -> str:
        prefix = self._prefix(self._parts[like])
        if not extra or like or self._is_framed:
            return prefix
        return self._continuation(prefix)

    def _continuation(self, prefix: str) -> str:
        """What begins the lines below one that begins so."""
        if len(self._parts) > 1:
            return self._prefix(self._parts[-1])
        if (known := self._below.get(prefix)) is not None:
            return known
        quotes = _QUOTES.match(prefix)
        size = quotes.end() if quotes else 0
        return prefix[:size] + "".join("\t" if sign == "\t" else " " for sign in prefix[size:])

    @cached_property
    def _is_framed(self) -> bool:
        """Whether it stands in a frame of signs."""
        sign = self._suffix(self._parts[0]).strip()
        return sign in _FRAMES and self._prefix(self._parts[0]).strip() == sign

    def _group(self, like: int) -> tuple[int, int]:
        """The lines between deliberate line ends that one is among."""
        start = stop = like
        while start and self._old[start - 1].joint != "\n":
            start -= 1
        while stop < len(self._old) - 1 and self._old[stop].joint != "\n":
            stop += 1
        return start, stop + 1

    def _behind(self, like: int, *, extra: bool, last: bool) -> str:
        start, stop = self._group(like)
        if not extra and last == (like == stop - 1):
            return self._suffix(self._parts[like])
        if last:
            return self._suffix(self._parts[stop - 1])
        return self._suffix(self._parts[start]) if stop - start > 1 else ""

    def _line(self, text: str, like: int, *, extra: bool, last: bool) -> str:
        before = self._before(like, extra=extra)
        if not self._is_framed:
            return before + text + self._behind(like, extra=extra, last=last)
        line = self._texts[self._parts[like].line].rstrip()
        edge = max(len(line) - 1, len(before) + len(text) + 1)
        return (before + text).ljust(edge) + line[-1]

    # How long the lines are

    def _room(self, like: int, extra: bool) -> int:
        width = self._width(like)
        return max(width - len(self._before(like, extra=extra)), 1) if width else 0

    def _width(self, like: int) -> int:
        """How long a line may be; 0 if as long as its words."""
        start, stop = self._group(like)
        part = self._parts[like]
        if self._is_framed:
            return len(self._texts[part.line].rstrip()) - 2
        if stop - start > 1:
            own = max(part.stop for part in self._parts[start:stop])
            wider = own < self._text_width <= own + _WIDER and stop - start < _MANY_LINES
            return self._text_width if wider else own
        alone = len(self._parts) == 1 and self._paragraph.kind in _RUNNING and not self._suffix(part).strip()
        return self._text_width if alone and part.stop <= self._text_width + _NEAR else 0

    # What is around it

    @cached_property
    def _ruled(self) -> tuple[int, int]:
        """Whether lines over and under its only one underline it."""
        part = self._parts[0]
        if len(self._parts) > 1 or self._last >= len(self._texts):
            return 0, 0
        under = _UNDERLINE.fullmatch(self._texts[self._last])
        if under is None or not self._is_as_long(under, part):
            return 0, 0
        over = _UNDERLINE.fullmatch(self._texts[self._first - 1]) if self._first else None
        apart = self._first < 2 or not self._texts[self._first - 2].strip()
        both = over is not None and over[2] == under[2] and apart and self._is_as_long(over, part)
        return int(both), 1

    def _is_as_long(self, rule: re.Match[str], part: Part) -> bool:
        length = rule.end(3) - rule.start(2)
        return len(rule[1]) == part.column and abs(length - (part.stop - part.column)) <= _NEAR

    def _with_underlines(self, lines: list[str]) -> list[str]:
        over, under = self._ruled
        if not under:
            return lines
        part, rule = self._parts[0], self._texts[self._last]
        grown = max(len(line.rstrip()) for line in lines) - part.stop
        longer = rule.rstrip() + rule.strip()[0] * grown if grown > 0 else rule.rstrip()[: len(rule.rstrip()) + grown]
        longer = longer if len(longer.strip()) > _NEAR else rule
        return [*[longer] * over, *lines, longer]

    @property
    def _between(self) -> list[str]:
        """What stands between the paragraph and a copy behind it: a blank line, but where all is close together."""
        above = self._texts[self._first - 1] if self._first else ""
        below = self._texts[self.stop] if self.stop < len(self._texts) else ""
        close = any(_QUOTES.sub("", line, count=1).strip() for line in (above, below))
        listed = self._paragraph.kind in (Kind.LIST_ITEM, Kind.NOTE)
        long = len(self._parts) == 1 and self._parts[0].stop > _PARAGRAPH
        if self._is_framed or (close and (listed or long)):
            return []
        quotes = _QUOTES.match(self._prefix(self._parts[0]))
        return [quotes[0].rstrip() if quotes else ""]
