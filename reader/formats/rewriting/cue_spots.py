"""Where a row of subtitles stands: the lines of its cue, with their text and tags."""

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import NamedTuple

from reader import late_re as re
from reader.formats.cue_text import BREAK, TAG, CuePlaces, CueSlice
from reader.formats.rewriting.placement import Piece
from reader.late_dataclasses import dataclass
from reader.text import MarkKind, Paragraph

# So many times between the words of a cue are those of the words.
_TIMES = 2


class Tag(NamedTuple):
    """A tag that stands at a place in the text of a row, and whether it belongs to what is behind it."""

    place: int
    text: str
    opens: bool


@dataclass(slots=True)
class CueSpot:
    """Where a row stands.

    Attributes:
        first, stop: its lines in the file.
        before, behind: what stands before its text in the first line, and behind it in the last, with tags.
        around: the pairs of tags around all of it, opened and closed.
        joint: what is between lines.
        by_line: whether tags are closed at the end of each line.
        pieces: of the row's text; their looks are indices into `signs`.
        tags: single tags between the words.
    """

    first: int
    stop: int
    before: str = ""
    behind: str = ""
    around: tuple[str, str] = ("", "")
    joint: str = "\n"
    by_line: bool = False
    pieces: list[Piece] = field(default_factory=list)
    tags: list[Tag] = field(default_factory=list)


class _Token(NamedTuple):
    """A tag of a cue: its line and columns, and how many stretches of text are before it."""

    found: re.Match[str]
    line: int
    place: int

    @property
    def name(self) -> str:
        """What it is called; "" for one that closes nothing."""
        return (self.found["name"] or "").lower()


_Stretch = tuple[int, int, CueSlice]


def spot_of(
    paragraph: Paragraph, places: CuePlaces, texts: Sequence[str], signs: list[tuple[str, str]]
) -> CueSpot | None:
    """Where a row stands; None if not all of its text is known to stand somewhere.

    Pairs of tags are added to `signs`.
    """
    found = [
        (mark.start, mark.end, places.slices[int(mark.href)])
        for mark in paragraph.marks
        if mark.kind is MarkKind.ORIGIN
    ]
    covered = sum(end - start for start, end, _ in found)
    return _spot(found, texts, signs) if found and covered >= len("".join(paragraph.text.split())) else None


def _spot(found: Sequence[_Stretch], texts: Sequence[str], signs: list[tuple[str, str]]) -> CueSpot:
    first, last = found[0][2], found[-1][2]
    tokens = list(_tokens(found, texts))
    count = len(found)
    head = [token for token in tokens if not token.place and token.line == first.line]
    tail = [token for token in tokens if token.place == count and token.line == last.line]
    start = min([first.column, *(token.found.start() for token in head)])
    end = max([last.stop, *(token.found.end() for token in tail)])
    spot = CueSpot(first.line, last.line + 1)
    tokens = _without_times(tokens, count)
    pairs = list(_pairs(tokens))
    inner = [(a, b) for a, b in pairs if a.place or b.place < count]
    outer = [(a, b) for a, b in pairs if not a.place and b.place == count]
    spot.around = "".join(a.found[0] for a, _ in reversed(outer)), "".join(b.found[0] for _, b in outer)
    paired = {id(token) for pair in inner for token in pair}
    single = [token for token in tokens if id(token) not in paired]
    spot.before = texts[first.line][:start] + "".join(token.found[0] for token in single if not token.place)
    spot.behind = "".join(token.found[0] for token in single if token.place == count) + texts[last.line][end:]
    spot.tags = [_tag(token, found) for token in single if 0 < token.place < count]
    spot.by_line = all(a.line == b.line for a, b in inner)
    spot.joint = "\\N" if any(BREAK.search(line) for line in texts[spot.first : spot.stop]) else "\n"
    looks = _looks(count, inner, signs)
    spot.pieces = [Piece(start, end, look, not look) for (start, end, _), look in zip(found, looks, strict=True)]
    return spot


def _without_times(tokens: list[_Token], count: int) -> list[_Token]:
    """The tags without the times of each word, and what marks words for these.

    Other words have other times, and in another order; a single time keeps its place among the words.
    """
    if sum(_is_time(token) and 0 < token.place < count for token in tokens) < _TIMES:
        return tokens
    marked = [pair for pair in _pairs(tokens) if pair[0].name == "c" and not pair[0].found["rest"]]
    dropped = {id(token) for pair in marked for token in pair}
    return [token for token in tokens if not _is_time(token) and id(token) not in dropped]


def _is_time(token: _Token) -> bool:
    return token.found[0][1].isdigit()


def _tag(token: _Token, found: Sequence[_Stretch]) -> Tag:
    """A tag between two stretches: one that closes something belongs to the first, another to the second."""
    closes = bool(token.found["close"])
    return Tag(found[token.place - 1][1] if closes else found[token.place][0], token.found[0], not closes)


def _tokens(found: Sequence[_Stretch], texts: Sequence[str]) -> Iterator[_Token]:
    """The tags in and around the text of a cue."""
    place = 0
    for line in range(found[0][2].line, found[-1][2].line + 1):
        for tag in TAG.finditer(texts[line]):
            while place < len(found) and (found[place][2].line, found[place][2].stop) <= (line, tag.start()):
                place += 1
            yield _Token(tag, line, place)


def _pairs(tokens: Sequence[_Token]) -> Iterator[tuple[_Token, _Token]]:
    """The tags that open something, with those that close it."""
    opened = list[_Token]()
    for token in tokens:
        if token.name and not token.found["close"]:
            opened.append(token)
        elif token.name:
            at = next((n for n in reversed(range(len(opened))) if opened[n].name == token.name), None)
            if at is not None:
                yield opened.pop(at), token


def _looks(count: int, pairs: Sequence[tuple[_Token, _Token]], signs: list[tuple[str, str]]) -> list[tuple[int, ...]]:
    """For each stretch of text the pairs of tags around it."""
    looks: list[tuple[int, ...]] = [()] * count
    for a, b in sorted(pairs, key=lambda pair: (pair[0].place, -pair[1].place)):
        sign = (a.found[0], b.found[0])
        if sign not in signs:
            signs.append(sign)
        for place in range(a.place, b.place):
            looks[place] = (*looks[place], signs.index(sign))
    return looks
