"""Texts with signs around what is verbatim, and texts of which stretches are cut; offsets in one and the other.

A verbatim span (code, mathematics, another language) is no language: signs stand around it in what memory and model
get, and in what they give. All spans are in code points.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from reader import late_re as re
from reader.text.document import Mark, MarkKind, Paragraph
from reader.text.spans import Span

# Before and behind a verbatim span; noncharacters, which no text may have (Unicode 23.7).
OPEN, CLOSE = "\ufdd0", "\ufdd1"
_SIGNED = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")


def shown(key: str) -> str:
    """A key or translation without signs, for people; also any other text without noncharacters."""
    return key if key.isascii() else _NONCHARACTER.sub("", key)


class Cuts:
    """A text from which stretches are cut, and what the offsets in one are in the other."""

    def __init__(self, spans: Sequence[Span]) -> None:
        """`spans` of the whole text are cut, in order."""
        self.spans = spans
        self._ends = [end for _, end in spans]
        self._gone = [0, *accumulate(end - start for start, end in spans)]
        self._places = [start - gone for (start, _), gone in zip(spans, self._gone, strict=False)]

    def of(self, text: str) -> str:
        """The text without these stretches."""
        edges = [0, *(edge for span in self.spans for edge in span), len(text)]
        return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))

    def place(self, offset: int) -> int:
        """An offset in the whole text as one in the rest."""
        index = bisect_right(self._ends, offset)
        gone = self._gone[index]
        return min(offset - gone, self._places[index]) if index < len(self._places) else offset - gone

    def rest(self, span: Span) -> Span:
        """A span of the whole text in the rest."""
        return self.place(span[0]), self.place(span[1])

    def whole(self, span: Span) -> Span:
        """A span of the rest in the whole text, without cut stretches at its edges."""
        start = span[0] + self._gone[bisect_right(self._places, span[0])]
        return start, max(start, span[1] + self._gone[bisect_left(self._places, span[1])])


class Signed:
    """A key or translation, and the same without signs."""

    def __init__(self, text: str) -> None:
        """Read the signs in `text`; those without a counterpart mean nothing."""
        self.signs = Cuts([match.span() for match in _NONCHARACTER.finditer(text)] if not text.isascii() else [])
        self.text = self.signs.of(text)
        self.verbatim = [self.signs.rest(match.span()) for match in _SIGNED.finditer(text)] if self.signs.spans else []

    def language(self) -> Iterator[str]:
        """The text between the verbatim spans."""
        end = 0
        for start, stop in self.verbatim:
            yield self.text[end:start]
            end = stop
        yield self.text[end:]


def with_signs(text: str, verbatim: Iterable[Span]) -> str:
    """The text with signs around its verbatim spans, which are in order."""
    parts, end = [], 0
    for start, stop in verbatim:
        parts += [text[end:start], OPEN, text[start:stop], CLOSE]
        end = stop
    return "".join(parts) + text[end:] if parts else text


def signed_spans(text: str) -> list[Span]:
    """The spans of the verbatim spans of a key or translation, with their signs."""
    return [match.span() for match in _SIGNED.finditer(text)] if OPEN in text else []


def verbatim_in(key: str) -> list[str]:
    """The verbatim spans of a key or translation, in order."""
    return _SIGNED.findall(key) if OPEN in key else []


def paragraph_asked_as(key: str) -> Paragraph:
    """A paragraph that is asked for as `key`."""
    signed = Signed(key)
    return Paragraph(signed.text, marks=tuple(Mark(*span, MarkKind.VERBATIM) for span in signed.verbatim))


def with_signs_of(key: str, text: str) -> str:
    """A translation of `key` with the verbatim spans of the key signed, wherever they come from.

    Signs stay if they are around spans of the key; else these are found from left to right, outside longer words.
    """
    wanted = verbatim_in(key)
    if text.isascii() and not wanted:
        return text
    there = verbatim_in(text)
    bare = shown(text)
    if not (there and set(there) <= set(wanted) and len(text) == len(bare) + 2 * len(there)):
        text = with_signs(bare, _found(wanted, bare)) if wanted else bare
    return text.replace(CLOSE + OPEN, "")  # spans that touch are one


def _found(wanted: Sequence[str], text: str) -> Iterator[Span]:
    """Where each of the wanted texts is, each as often as it is wanted; of several at one place the longest."""
    left = Counter(filter(None, wanted))
    sizes: dict[str, set[int]] = defaultdict(set)
    for verbatim in left:
        sizes[verbatim[0]].add(len(verbatim))
    longest_first = {first: sorted(of_first, reverse=True) for first, of_first in sizes.items()}
    end = 0
    for place, character in enumerate(text):
        if place < end or character not in longest_first:
            continue
        ends = (place + size for size in longest_first[character])
        here = (stop for stop in ends if left[text[place:stop]] and is_apart(text, place) and is_apart(text, stop))
        if stop := next(here, 0):
            left[text[place:stop]] -= 1
            yield place, stop
            end = stop


def is_apart(text: str, place: int) -> bool:
    """Whether no word goes on across a place."""
    return not (text[max(place - 1, 0) : place].isalnum() and text[place : place + 1].isalnum())
