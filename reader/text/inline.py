"""What a sentence is asked for as: the only place that knows the texts of a sentence, and turns their offsets.

An *object* (the reference of a note, an image) is no word of its sentence: it is taken out. A *verbatim* span (code,
mathematics, another language) is no language: signs stand around it. What is left is the sentence's *key*, which the
memory and the model get. Where a paragraph has neither, the key is the sentence itself.

All spans are in code points. Work is linear in the text and its marks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reader import late_re as re
from reader.text.document import INLINE_KINDS, OBJECT_KINDS, VERBATIM_KINDS, Mark, MarkKind, Paragraph
from reader.text.languages import base_language
from reader.text.signs import Cuts, Signed, with_signs
from reader.text.spans import Span

_LINE = re.compile("[^\n]+")
# Before these an object takes the space before it along, as before a space.
_CLOSING = frozenset(".,;:!?…)]}»”’")
# What the splitter sees: a capital letter that no abbreviation, initial or long run has.
_WORD = "Ω"


def in_language(paragraph: Paragraph, language: str) -> Paragraph:
    """The paragraph of a document in `language`, with what is marked as another language verbatim too."""
    if not any(mark.kind is MarkKind.LANGUAGE for mark in paragraph.marks):
        return paragraph
    own = base_language(language)
    marks: list[Mark] = []
    for mark in paragraph.marks:
        foreign = mark.kind is MarkKind.LANGUAGE and own and base_language(mark.href) != own
        marks += [mark, Mark(mark.start, mark.end, MarkKind.VERBATIM)] if foreign else [mark]
    return replace(paragraph, marks=tuple(dict.fromkeys(marks)))


class Taken(NamedTuple):
    """Objects that were taken out of a sentence together, with spaces.

    Attributes:
        start, end: the span, in the text.
        place: where that was, in the sentence without objects.
        space, behind: how many code points of white space before and behind them were taken.
    """

    start: int
    end: int
    place: int
    space: int = 0
    behind: int = 0


class Asked:
    """A sentence of a text as memory and model see it.

    Attributes:
        span: of the sentence in the text.
        stretches: its verbatim spans in the text.
        taken: its objects.
        text: the sentence without objects.
        verbatim: the verbatim spans in that.
        key: the same with signs: what is asked for.
    """

    def __init__(self, span: Span, sentence: str, stretches: Sequence[Span], taken: Sequence[Taken]) -> None:
        """Spans are in code points of the text."""
        self.span, self.stretches, self.taken = span, stretches, taken
        self._start = start = span[0]
        self._cuts = Cuts([(a - start, b - start) for a, b, *_ in taken])
        self.text = self._cuts.of(sentence)
        # Spans that touch without the object between them are one: so are they in what is typed.
        self.verbatim = _joined(self._cuts.rest((a - start, b - start)) for a, b in stretches)
        self.key = with_signs(self.text, self.verbatim)
        self._signs = Signed(self.key).signs

    def without_signs(self, span: Span) -> Span:
        """A span of the key as one of the sentence without objects."""
        return self._signs.rest(span)

    def in_sentence(self, span: Span) -> Span:
        """A span of the sentence without objects as one of the sentence as it is."""
        return self._cuts.whole(span)

    def in_key(self, span: Span) -> Span:
        """A span of the whole text as one of the key."""
        return self._signs.whole(self._cuts.rest((span[0] - self._start, span[1] - self._start)))


class Inline:
    """The verbatim spans and objects of a text."""

    def __init__(self, text: str, verbatim: Sequence[Span], objects: Sequence[Span]) -> None:
        """The spans are in order and none overlaps another; see `of`."""
        self.text, self.verbatim, self.objects = text, verbatim, objects
        self._bare = words_in_place(text, verbatim)
        self._solid = words_in_place(self._bare, objects)  # all white space in it is the sentence's own

    @classmethod
    def of(cls, text: str, marks: Sequence[Mark]) -> "Inline | None":
        """Those that the marks give a text; None if there are none.

        Spans that touch are one, and an object in a verbatim span is part of it. A line break ends a verbatim span.
        """
        if not marks or not any(mark.kind in INLINE_KINDS for mark in marks):
            return None
        verbatim = _joined((mark.start, mark.end) for mark in marks if mark.kind in VERBATIM_KINDS)
        spans = ((mark.start, mark.end) for mark in marks if mark.kind in OBJECT_KINDS)
        objects = _joined(spans, touching=False)  # one that touches a part of a verbatim span is none of it
        if inside := {each for each in objects if any(_overlap(each, other) for other in _around(each, verbatim))}:
            verbatim, objects = _joined([*verbatim, *inside]), [each for each in objects if each not in inside]
        lines = [line.span() for span in verbatim for line in _LINE.finditer(text, *span)]
        return cls(text, lines, _joined(objects))

    def for_splitting(self) -> str:
        """A text of the same length in which sentences end where they do in this one.

        A verbatim span is a word, an object closes what it follows, or else is a word too.
        """
        return _filled(self._bare, [(start, end, self._closing(start, end)) for start, end in self.objects])

    def _closing(self, start: int, end: int) -> str:
        if not self._bare[max(start - 1, 0) : start].strip():
            return _WORD * (end - start)
        return _note(end - start)

    def for_runs(self) -> str:
        """A text of the same length with words in place of verbatim spans, and spaces in place of objects."""
        return blanked(self._bare, self.objects)

    def for_words(self) -> str:
        """A text of the same length with spaces in place of both."""
        return blanked(self.for_runs(), self.verbatim)

    def without_objects(self) -> str:
        """The text without objects, which has every sentence as people see it."""
        return self.asked((0, len(self.text))).text

    def asked(self, sentence: Span) -> Asked:
        """What a sentence is asked for as."""
        start, end = sentence
        return Asked(sentence, self.text[start:end], _within(self.verbatim, sentence), list(self._taken(sentence)))

    def _taken(self, sentence: Span) -> Iterator[Taken]:
        """The objects of a sentence with what is taken along: all white space at its edges, one of two spaces else."""
        (start, end), gone = sentence, 0
        objects = _within(self.objects, sentence)
        first = self._leading(objects, start)
        if first > start:
            yield Taken(start, first, 0, behind=first - start - len(self._solid[start:first].rstrip()))
            gone = first - start
        last = self._trailing(objects, first, end)
        for a, b in objects:
            if first <= a and b <= last:
                space = int(a > first and is_space(self._character(a - 1)) and closes(self._character(b)))
                yield Taken(a - space, b, a - space - start - gone, space)
                gone += b - a + space
        if last < end:
            yield Taken(last, end, last - start - gone, end - last - len(self._solid[last:end].lstrip()))

    def _leading(self, objects: Sequence[Span], start: int) -> int:
        """Behind the objects, and the white space behind them, that the sentence begins with."""
        for a, b in objects:
            if a > start:
                break
            start = b
            while is_space(self._character(start)):
                start += 1
        return start

    def _trailing(self, objects: Sequence[Span], start: int, end: int) -> int:
        """Before the objects that the sentence ends with, and the white space before them."""
        for a, b in reversed(objects):
            if b < end or a < start:
                break
            end = a
            while end > start and is_space(self._character(end - 1)):
                end -= 1
        return end

    def _character(self, place: int) -> str:
        return self._solid[place : place + 1]


def is_space(character: str) -> bool:
    """Whether it is white space within a line."""
    return character.isspace() and character != "\n"


def closes(character: str) -> bool:
    """Whether an object before `character`, or before the end (""), takes the space before it along."""
    return not character or character in _CLOSING or is_space(character)


def _note(length: int) -> str:
    """A text of this length that closes what it follows, for the splitter, which knows notes of three to five."""
    if length < 3:
        return ")" * length
    sizes = [5] * (length // 5) + [length % 5] * (length % 5 > 0)
    if sizes[-1] < 3:
        sizes[-2:] = [3, sum(sizes[-2:]) - 3]
    return "".join(f"[{'1' * (size - 2)}]" for size in sizes)


def _filled(text: str, fillings: Sequence[tuple[int, int, str]]) -> str:
    """The text with other characters in some of its spans, which are in order."""
    parts, end = [], 0
    for start, stop, filling in fillings:
        parts += [text[end:start], filling]
        end = stop
    return "".join(parts) + text[end:] if parts else text


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in place of some of its spans, which are in order."""
    return _filled(text, [(start, end, " " * (end - start)) for start, end in spans])


def words_in_place(text: str, spans: Iterable[Span]) -> str:
    """The text with words in place of its verbatim spans, of the same length."""
    return _filled(text, [(start, end, _WORD * (end - start)) for start, end in spans])


def _joined(spans: Iterable[Span], *, touching: bool = True) -> list[Span]:
    """The spans that are not empty, in order; those that overlap are one, and those that touch, unless told not."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1] + touching:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        elif start < end:
            joined.append((start, end))
    return joined


def _around(span: Span, others: Sequence[Span]) -> Sequence[Span]:
    """Those of the others, which are in order, that begin before the end of `span`: the last of them and one more."""
    stop = bisect_left(others, span[1], key=lambda other: other[0])
    start = bisect_right(others, span[0], 0, stop, key=lambda other: other[1])
    return others[start : min(stop, start + 1)]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _within(spans: Sequence[Span], outer: Span) -> list[Span]:
    """The spans, which are in order, cut to `outer`."""
    first = bisect_right(spans, outer[0], key=lambda span: span[1])
    last = bisect_left(spans, outer[1], key=lambda span: span[0])
    return [(max(start, outer[0]), min(end, outer[1])) for start, end in spans[first:last]]
