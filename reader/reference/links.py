"""Which sentences of a text belong to which of a reference translation, and changing that by hand."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from reader.late_dataclasses import dataclass
from reader.text import Span


class Piece(NamedTuple):
    """A sentence: which paragraph it stands in, and its span there in code points; empty for one without words."""

    paragraph: int
    start: int
    end: int


class Side(StrEnum):
    """One of the two texts."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """Neighbouring pieces of the source and those of the reference that they belong to; one side may be empty.

    Attributes:
        source, target: half-open ranges of pieces.
        certain: whether it is surely right.
        by_hand: whether the user has made it, which makes it certain.
    """

    source: Span
    target: Span
    certain: bool = True
    by_hand: bool = False

    def over(self, source: Span, target: Span) -> "SentenceLink":
        """The link with other ranges."""
        return SentenceLink(source, target, self.certain, self.by_hand)


@dataclass(frozen=True, slots=True)
class Alignment:
    """All pieces of a text and of a reference translation, linked.

    Attributes:
        sources: the pieces of the source, in order; a paragraph without words is an empty piece.
        targets: those of the reference.
        links: each piece is in exactly one of them. They are in the order of the source; what the reference adds
            follows what stands before it there. Targets may be in another order: a paragraph may have moved.
    """

    sources: tuple[Piece, ...]
    targets: tuple[Piece, ...]
    links: tuple[SentenceLink, ...]

    @classmethod
    def of(cls, sources: Sequence[Piece], targets: Sequence[Piece], links: Iterable[SentenceLink]) -> "Alignment":
        """The alignment with these links, which share no piece, and with links of nothing for all other pieces."""
        return cls(tuple(sources), tuple(targets), tuple(_in_order(list(links), len(sources), len(targets))))

    def joined(self, first: int, last: int) -> "Alignment":
        """The alignment with links `first` to `last` made one, by hand.

        Raises:
            ValueError: there are no such links, or their targets do not stand together.
        """
        if not 0 <= first < last < len(self.links):
            raise ValueError("There are no such links.")
        some = self.links[first : last + 1]
        link = SentenceLink(
            _together([each.source for each in some]), _together([each.target for each in some]), by_hand=True
        )
        return self._with(some, [link])

    def split(self, index: int, source: int, target: int) -> "Alignment":
        """The alignment with a link divided, by hand, before pieces `source` and `target`.

        Raises:
            ValueError: there is no such link, or a part would be empty.
        """
        link = self._link(index)
        (a, b), (c, d) = link.source, link.target
        if not (a <= source <= b and c <= target <= d) or (source, target) in ((a, c), (b, d)):
            raise ValueError("The link cannot be divided there.")
        parts = [
            SentenceLink((a, source), (c, target), by_hand=True),
            SentenceLink((source, b), (target, d), by_hand=True),
        ]
        return self._with([link], parts)

    def shifted(self, index: int, direction: int, side: Side) -> "Alignment":
        """The alignment with the end of a link moved, by hand, by one piece of one side.

        Args:
            index: of the link.
            direction: 1 takes the first piece of the next link with any; -1 gives the last one to the next link.
            side: whose piece.

        Raises:
            ValueError: there is no such link or piece, or it stands elsewhere.
        """
        link, following = self._link(index), list(self.links[index + 1 :])
        own = _of(link, side)
        if direction > 0:
            following = [each for each in following if _size(_of(each, side))]
        if not following or (direction < 0 and not _size(own)):
            raise ValueError("There is nothing to move.")
        other = following[0]
        theirs = _of(other, side)
        edge = theirs[0] + 1 if direction > 0 else own[1] - 1
        if _size(own) and _size(theirs) and own[1] != theirs[0]:
            raise ValueError("The pieces do not stand together.")
        ours = (own[0] if _size(own) else theirs[0], edge)
        rest = (edge, theirs[1] if _size(theirs) else own[1])
        return self._with([link, other], [_by_hand(link, side, ours), _by_hand(other, side, rest)])

    def paragraphs(self) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
        """The paragraphs of the source and of the reference that belong together, in the order of the links.

        Paragraphs are together if any of their sentences are. Those that belong to nothing come alone.
        """
        sources, targets = _whole(self.sources), _whole(self.targets)
        groups = _Groups()
        for link in self.links:
            if _size(link.source) and _size(link.target):
                groups.join(
                    [(Side.SOURCE, self.sources[i].paragraph) for i in range(*link.source) if i in sources]
                    + [(Side.TARGET, self.targets[i].paragraph) for i in range(*link.target)]
                )
        keys = [(Side.SOURCE, self.sources[i].paragraph) for i in sorted(sources)]
        keys += [(Side.TARGET, self.targets[i].paragraph) for i in sorted(targets)]
        for group in groups.of(dict.fromkeys(keys)):
            ours = tuple(sorted(number for side, number in group if side is Side.SOURCE))
            yield ours, tuple(sorted(number for side, number in group if side is Side.TARGET))

    def _link(self, index: int) -> SentenceLink:
        if not 0 <= index < len(self.links):
            raise ValueError("There is no such link.")
        return self.links[index]

    def _with(self, old: Sequence[SentenceLink], new: Sequence[SentenceLink]) -> "Alignment":
        gone = set(old)
        links = [*(link for link in self.links if link not in gone), *new]
        return Alignment.of(self.sources, self.targets, [x for x in links if _size(x.source) or _size(x.target)])


def _of(link: SentenceLink, side: Side) -> Span:
    return link.source if side is Side.SOURCE else link.target


def _size(span: Span) -> int:
    return span[1] - span[0]


def _by_hand(link: SentenceLink, side: Side, span: Span) -> SentenceLink:
    """The link with another range on one side; what only lost its last piece may belong to something else again."""
    source, target = (span, link.target) if side is Side.SOURCE else (link.source, span)
    return SentenceLink(source, target, by_hand=bool(_size(source) and _size(target)))


def _together(spans: Sequence[Span]) -> Span:
    """The range that some ranges are together."""
    some = sorted(span for span in spans if _size(span))
    if any(one[1] != other[0] for one, other in pairwise(some)):
        raise ValueError("The pieces do not stand together.")
    return (some[0][0], some[-1][1]) if some else spans[0]


def _whole(pieces: Sequence[Piece]) -> set[int]:
    """The places of the pieces that have text."""
    return {i for i, piece in enumerate(pieces) if piece.start < piece.end}


def _in_order(links: list[SentenceLink], sources: int, targets: int) -> Iterator[SentenceLink]:
    """The links, completed, in their order; empty sides get their places."""
    links += _lacking([link.source for link in links], sources, Side.SOURCE)
    links += _lacking([link.target for link in links], targets, Side.TARGET)
    behind = {link.target[0]: link for link in links if not _size(link.source)}
    at = end = 0

    def added() -> Iterator[SentenceLink]:
        nonlocal end
        while (link := behind.pop(end, None)) is not None:
            yield link.over((at, at), link.target)
            end = link.target[1]

    yield from added()
    for link in sorted((link for link in links if _size(link.source)), key=lambda link: link.source):
        at = link.source[1]
        yield link if _size(link.target) else link.over(link.source, (end, end))
        if _size(link.target):
            end = link.target[1]
            yield from added()


def _lacking(spans: Iterable[Span], size: int, side: Side) -> Iterator[SentenceLink]:
    """Links of nothing for the pieces in none of these ranges, a link for each stretch of them."""
    at = 0
    for start, end in sorted(span for span in [*spans, (size, size + 1)] if _size(span)):
        if at < start:
            yield SentenceLink((at, start), (0, 0)) if side is Side.SOURCE else SentenceLink((0, 0), (at, start))
        at = end


_Key = tuple[Side, int]


class _Groups:
    """Sets of things that belong together."""

    def __init__(self) -> None:
        self._above: dict[_Key, _Key] = {}

    def join(self, keys: Sequence[_Key]) -> None:
        """Put these into one set, with all that is with any of them."""
        for key in keys[1:]:
            self._above[self._top(key)] = self._top(keys[0])

    def of(self, keys: Iterable[_Key]) -> Iterator[list[_Key]]:
        """The sets of these, in the order of the first of each."""
        found: dict[_Key, list[_Key]] = {}
        for key in keys:
            found.setdefault(self._top(key), []).append(key)
        yield from found.values()

    def _top(self, key: _Key) -> _Key:
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = above
        return key
