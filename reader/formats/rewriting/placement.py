"""Where in a new text the looks of letters, links and objects of the old one go.

A paragraph's old text consists of *pieces*, each of which looks like something; pieces that look alike and touch are
one *stretch*. Where the old and the new text say the same, every letter keeps its look; else a stretch goes to the
words that its words are linked to, as bold and italic letters do (`carried_marks`), and what has no look of its own
gets the one that most letters have. All spans are in code points. Work is linear in the texts, their
pieces and links, but for sorting.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice, pairwise
from typing import NamedTuple
from unicodedata import combining

from reader import late_re as re
from reader.formats.rewriting.changes import Change, SentenceChange, Unplaced, unplaced
from reader.formats.rewriting.places import Places, Same
from reader.late_dataclasses import dataclass
from reader.text import INLINE_KINDS, Link, Mark, MarkKind, Span, carried_marks, merged, word_spans

# A number behind a word, as references of notes are.
_RAISED = re.compile("[⁰¹²³⁴-⁹]+$")


class Piece(NamedTuple):
    """A part of the old text that its file has in one place.

    Attributes:
        start, end: the span.
        look: what it looks like, and what is around it; equal for pieces that look alike in every way.
        usual: whether unlinked words may look so: not if that is a link, or set apart from words without any look.
    """

    start: int
    end: int
    look: Hashable
    usual: bool = True


class Fixed(NamedTuple):
    """An object in the old text, such as a reference or a bookmark: it is moved as it is.

    Attributes:
        start, end: the span of text that stands for it; empty if there is none.
        closes: the index of the object that it closes, such as the beginning of a bookmark, or -1; it comes later.
        opens: whether it belongs to the word behind it, as that beginning does, not to the one before it.
    """

    start: int
    end: int
    closes: int = -1
    opens: bool = False


class Stretch(NamedTuple):
    """A stretch of the new text that looks like a piece of the old one.

    Attributes:
        text: the stretch.
        piece: the index of that piece; -1 if the old text has none.
        start: where it stands in the new text.
    """

    text: str
    piece: int
    start: int = 0


class Object(NamedTuple):
    """An object that stands here; `number` is its index, and `text` what stands for it in the new text."""

    number: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """A new text with everything in its place.

    Attributes:
        parts: its stretches and objects, in order.
        looks: how many stretches of the old text with letters or digits had a look that is not the usual one.
        lost: how many of these have no place in the new text.
        guessed: how many objects stand where they are in proportion, since no words tell.
    """

    parts: tuple[Stretch | Object, ...]
    looks: int = 0
    lost: int = 0
    guessed: int = 0

    def unplaced(self, row: int, nearby: int = 0) -> list[Unplaced]:
        """What of the paragraph with this index has no place, with so many more objects that stand only nearby."""
        return unplaced(row, self.lost, self.guessed + nearby)


def placed(
    text: str, marks: Sequence[Mark], change: Change, pieces: Sequence[Piece], objects: Sequence[Fixed]
) -> Placement:
    """Place what a paragraph consists of in its new text.

    Args:
        text: the old text.
        marks: on it.
        change: what it becomes.
        pieces: those of the old text, in order, none overlapping another or an object.
        objects: in order.
    """
    if not objects and len({piece.look for piece in pieces}) == 1:  # as most paragraphs are
        return Placement((Stretch(change.text, 0),) if change.text else ())
    return _Placing(text, marks, change, pieces, objects).placement()


class _Placing:
    def __init__(
        self, text: str, marks: Sequence[Mark], change: Change, pieces: Sequence[Piece], objects: Sequence[Fixed]
    ) -> None:
        self._source, self._target = text, change.text
        self._pieces, self._objects = pieces, objects
        self._changed: list[SentenceChange] = []
        same = [each for sentence in _with_gaps(text, change) for each in self._compared(sentence)]
        inline = list(_apart(_inline(text, marks, change)))
        self._same = [*_outside(same, inline), *inline]
        self._places = Places(self._same, self._changed, text)

    def placement(self) -> Placement:
        """Everything in its place."""
        usual = self._usual()
        stretches = [each for each in self._stretches() if self._pieces[each.first].look != usual]
        plain = next((n for n, piece in enumerate(self._pieces) if piece.look == usual), -1)
        letters = [plain] * len(self._target)
        lost = [each for each in self._paint(letters, stretches) if self._has_words(each)]
        spans = [self._span_of(fixed) for fixed in self._objects]
        parts = tuple(self._parts(letters, self._behind_what_they_close(spans)))
        return Placement(parts, sum(map(self._has_words, stretches)), len(lost), self._places.guessed)

    # What is the same

    def _compared(self, sentence: SentenceChange) -> Iterator[Same]:
        """What a sentence and what it becomes begin and end with alike; what is between has changed."""
        (a, b), (c, d) = sentence.source, sentence.target
        old, new = self._source[a:b], self._target[c:d]
        if old == new:
            yield Same((a, b), (c, d))
            return
        head = _common(old, new)
        tail = _common(old[head:][::-1], new[head:][::-1])
        yield Same((a, a + head), (c, c + head))
        first, last = (a + head, b - tail), (c + head, d - tail)
        links = tuple(
            x for x in sentence.links if first[0] <= x[0] and x[1] <= first[1] and last[0] <= x[2] and x[3] <= last[1]
        )
        self._changed.append(SentenceChange(first, last, links))
        yield from self._alike(links)
        yield Same((b - tail, b), (d - tail, d))

    def _alike(self, links: Sequence[Link]) -> Iterator[Same]:
        """Words that are linked to words which are the same to the letter, such as names, and raised digits behind."""
        taken = set[tuple[str, Span]]()
        for s0, s1, t0, t1, _ in sorted(links, key=lambda link: -link[4]):
            raised = _RAISED.search(self._source[s0:s1])
            if raised and self._target[t0:t1].endswith(raised[0]):
                s0, t0 = s1 - len(raised[0]), t1 - len(raised[0])
            ends = {("source", (s0, s1)), ("target", (t0, t1))}
            if self._source[s0:s1] == self._target[t0:t1] and not taken & ends:
                taken |= ends
                yield Same((s0, s1), (t0, t1))

    # Looks

    def _usual(self) -> Hashable:
        """The look that most letters have, of those that unlinked words may have, if there are any."""
        letters: Counter[Hashable] = Counter()
        for piece in [piece for piece in self._pieces if piece.usual] or self._pieces:
            letters[piece.look] += piece.end - piece.start
        return max(letters, key=letters.__getitem__, default=None)

    def _stretches(self) -> Iterator["_Stretch"]:
        for _, group in groupby(enumerate(self._pieces), lambda numbered: numbered[1].look):
            numbered = list(group)
            yield _Stretch(numbered[0][1].start, numbered[-1][1].end, numbered[0][0])

    def _has_words(self, stretch: "_Stretch") -> bool:
        """Whether a stretch has letters or digits; how spaces and signs alone look hardly anybody sees."""
        return any(map(str.isalnum, self._source[stretch.start : stretch.end]))

    def _paint(self, letters: list[int], stretches: Sequence["_Stretch"]) -> list["_Stretch"]:
        """Give letters of the new text the pieces that they look like; returns the stretches that none are of."""
        kept = set[int]()
        for mark in self._carried([(self._snapped(each), each.first) for each in stretches]):
            kept.add(int(mark.href))
            letters[mark.start : mark.end] = [int(mark.href)] * (mark.end - mark.start)
        by_letter = _pieces_of_letters(len(self._source), self._pieces)
        for (a, b), (c, d) in self._same:
            letters[c:d] = by_letter[a:b]
        missing = [each for each in stretches if each.first not in kept]
        same = merged([source for source, _ in self._same if source[0] < source[1]]) if missing else []
        return [each for each in missing if not _touches(same, each)]

    def _carried(self, spans: Iterable[tuple[Span, int]]) -> tuple[Mark, ...]:
        """The spans of the new text that those of the old one go to where it has changed, with their numbers."""
        marks = [Mark(*span, MarkKind.ORIGIN, str(number)) for span, number in spans if span[0] < span[1]]
        return carried_marks(marks, self._changed, self._source, self._target)

    def _snapped(self, stretch: "_Stretch") -> Span:
        """A stretch with the words that most of is in it whole, and without the others."""
        return self._edge(stretch.start), self._edge(stretch.end)

    @cached_property
    def _words(self) -> list[Span]:
        return word_spans(self._source)

    def _edge(self, place: int) -> int:
        if not _may_be_inside(self._source, place):
            return place
        word = bisect_right(self._words, place, key=lambda span: span[0]) - 1
        start, end = self._words[word] if word >= 0 else (place, place)
        if not start < place < end:
            return place
        return start if place - start < end - place else end

    # Objects

    def _span_of(self, fixed: Fixed) -> Span:
        """Where an object stands in the new text, with the text that stands for it."""
        if fixed.start < fixed.end:
            if (span := self._places.same((fixed.start, fixed.end))) is not None:
                return span
            spans = [(mark.start, mark.end) for mark in self._carried([((fixed.start, fixed.end), 0)])]
            spans = sorted([*spans, *self._places.parts_of((fixed.start, fixed.end))])
            apart = any(any(map(str.isalnum, self._target[a:b])) for (_, a), (b, _) in pairwise(spans))
            if spans and not apart:
                return spans[0][0], spans[-1][1]
        place = self._places.of(fixed.end, opens=fixed.opens)
        return place, place

    def _behind_what_they_close(self, spans: list[Span]) -> list[Span]:
        for number, fixed in enumerate(self._objects):
            if fixed.closes >= 0:
                least = spans[fixed.closes][1]
                spans[number] = max(spans[number][0], least), max(spans[number][1], least)
        return spans

    def _parts(self, letters: Sequence[int], spans: Sequence[Span]) -> Iterator[Stretch | Object]:
        end = 0
        for number in sorted(range(len(spans)), key=lambda n: (spans[n][0], n)):
            yield from self._between(letters, end, spans[number][0])
            yield Object(number, self._target[max(end, spans[number][0]) : spans[number][1]])
            end = max(end, spans[number][1])
        yield from self._between(letters, end, len(self._target))

    def _between(self, letters: Sequence[int], start: int, end: int) -> Iterator[Stretch]:
        runs = ((piece, sum(1 for _ in run)) for piece, run in groupby(letters[start:end]))
        for _, alike in groupby(runs, lambda run: self._look(run[0])):
            (piece, length), *others = alike
            stop = start + length + sum(more for _, more in others)
            yield Stretch(self._target[start:stop], piece, start)
            start = stop

    def _look(self, piece: int) -> Hashable:
        return self._pieces[piece].look if piece >= 0 else None


class _Stretch(NamedTuple):
    """A stretch of the old text: its span, and the index of its first piece."""

    start: int
    end: int
    first: int


def _with_gaps(text: str, change: Change) -> Iterator[SentenceChange]:
    """The sentences and what is between, before and behind them, all in order."""
    source = target = 0
    for sentence in change.sentences:
        yield SentenceChange((source, sentence.source[0]), (target, sentence.target[0]))
        yield sentence
        source, target = sentence.source[1], sentence.target[1]
    yield SentenceChange((source, len(text)), (target, len(change.text)))


def _common(old: str, new: str) -> int:
    """How many letters two texts begin with alike, up to the last whole word of both."""
    length = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    while length and (_goes_on(old, length) or _goes_on(new, length)):
        length -= 1
    return length


def _goes_on(text: str, place: int) -> bool:
    """Whether a word goes on at a place."""
    return place < len(text) and text[place - 1].isalnum() and (text[place].isalnum() or combining(text[place]) > 0)


def _may_be_inside(text: str, place: int) -> bool:
    """Whether a place may be inside a word, in which spaces stand only between digits."""
    before, behind = text[max(place - 1, 0) : place], text[place : place + 1]
    return before.isdigit() or behind.isdigit() or not (before.isspace() or behind.isspace())


def _inline(text: str, marks: Sequence[Mark], change: Change) -> Iterator[Same]:
    """Where objects and verbatim spans stand in both texts, in the order of the old one."""
    theirs: dict[tuple[MarkKind, str, str], deque[Mark]] = defaultdict(deque)
    for mark in change.marks:
        theirs[mark.kind, mark.href, change.text[mark.start : mark.end]].append(mark)
    for mark in marks:
        if mark.kind in INLINE_KINDS:
            found = theirs[mark.kind, mark.href, text[mark.start : mark.end]]
            if found:
                other = found.popleft()
                yield Same((mark.start, mark.end), (other.start, other.end))


def _apart(found: Iterable[Same]) -> Iterator[Same]:
    """Of what was found, in order, that which is outside what comes before."""
    end = 0
    for each in found:
        if each.source[0] >= end:
            end = each.source[1]
            yield each


def _outside(same: Iterable[Same], taken: Sequence[Same]) -> Iterator[Same]:
    """What is the same outside of what is taken, which is in order and apart."""
    if not taken:
        yield from same
        return
    for (a, b), (c, _) in same:
        first = bisect_right(taken, a, key=lambda each: each.source[1])
        start = a
        for each in islice(taken, first, None):
            if each.source[0] >= b:
                break
            if start < each.source[0]:
                yield Same((start, each.source[0]), (c + start - a, c + each.source[0] - a))
            start = max(start, each.source[1])
        if start < b or a == b:
            yield Same((start, b), (c + start - a, c + b - a))


def _touches(spans: Sequence[Span], stretch: _Stretch) -> bool:
    return _overlaps(spans, (stretch.start, stretch.end))


def _overlaps(spans: Sequence[Span], span: Span) -> bool:
    """Whether any of the spans, which are in order and apart, has a letter of another."""
    index = bisect_left(spans, span[1], key=lambda each: each[0]) - 1
    return index >= 0 and span[0] < spans[index][1]


def _pieces_of_letters(length: int, pieces: Sequence[Piece]) -> list[int]:
    """The index of the piece that each letter is in, or of the one before it, or the first; -1 without any."""
    found = [0 if pieces else -1] * length
    for number, piece in enumerate(pieces):
        end = pieces[number + 1].start if number + 1 < len(pieces) else length
        found[piece.start : end] = [number] * (end - piece.start)
    return found
