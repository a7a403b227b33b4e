"""Where an annotation belongs: a paragraph, or a sentence in it, recognised by its words in later versions of a text.

A paragraph is known by its text, which of several with the same text it is, and the texts beside it; its row is only a
hint. A paragraph that was changed is found between the same neighbours, or near where it was if it is alike. Texts are
kept as digests, but for the beginning of the paragraph, which is shown when it is gone.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import islice

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.text import Span

# Code points of a paragraph, or of a sentence, that are kept.
_LONGEST = 400
# Rows before and behind the one that is expected in which a changed paragraph, or a sentence, is looked for.
_NEAR = 50
# The share of their words that two versions of a paragraph have in common.
_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in a text.

    Attributes:
        row: the index of the paragraph.
        paragraph: a digest of its text.
        before, after: those of the paragraphs beside it, "" if there is none.
        repeat: how many paragraphs before it have the same text.
        words: the beginning of its text, or of the sentence if the place is one.
        sentence: the text of the sentence, or the beginning of a long one; "" if the place is the whole paragraph.
        sentence_repeat: how many times that is found before, in the paragraph.
        length: of the sentence, in code points.
    """

    row: int
    paragraph: str
    before: str = ""
    after: str = ""
    repeat: int = 0
    words: str = ""
    sentence: str = ""
    sentence_repeat: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a place is in a text.

    Attributes:
        row: the index of the paragraph; of one that is gone, where it would be.
        span: of the sentence, in code points of the paragraph's text; None for the whole paragraph, and if the
            sentence is no longer in it.
        gone: whether the paragraph is no longer there.
        changed: whether the paragraph, or the sentence, is not as it was.
    """

    row: int
    span: Span | None = None
    gone: bool = False
    changed: bool = False


class Places:
    """The paragraphs of a text, in which places are named and found."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Know them by their texts, which take a second for a million words."""
        self._texts = texts
        self._digests = [digest(text) for text in texts]
        self._rows = defaultdict[str, list[int]](list)
        for row, each in enumerate(self._digests):
            self._rows[each].append(row)

    def anchor(self, row: int, span: Span | None = None) -> Anchor:
        """The place of a paragraph or, with a span in code points, of a sentence in it."""
        own = self._digests[row]
        whole = Anchor(row, own, self._digest(row - 1), self._digest(row + 1), bisect_left(self._rows[own], row))
        return _with_words(whole, self._texts[row], span)

    def find(self, anchor: Anchor, hint: Callable[[int], int] = lambda row: row) -> Spot:
        """Where a place is now; `hint` tells where a row of the text it was named in may be."""
        expected = max(min(hint(anchor.row), len(self._texts) - 1), 0)
        if (row := self._same(anchor, expected)) is not None:
            return self._spot(anchor, row, changed=False)
        if (row := self._changed(anchor, expected)) is not None:
            return self._spot(anchor, row, changed=True)
        return Spot(expected, gone=True, changed=True)

    def _digest(self, row: int) -> str:
        return self._digests[row] if 0 <= row < len(self._digests) else ""

    def _same(self, anchor: Anchor, expected: int) -> int | None:
        """The paragraph with the same text, of several the one that is most like it in where it stands."""
        rows = self._rows.get(anchor.paragraph, ())
        if len(rows) < 2:
            return rows[0] if rows else None
        near = bisect_left(rows, expected)
        choice = {*rows[max(near - _NEAR, 0) : near + _NEAR], *rows[anchor.repeat : anchor.repeat + 1]}

        def likeness(row: int) -> tuple[int, bool, int]:
            return self._beside(anchor, row), bisect_left(rows, row) == anchor.repeat, -abs(row - expected)

        return max(choice, key=likeness)

    def _beside(self, anchor: Anchor, row: int) -> int:
        """How many of the two paragraphs beside it are the same."""
        return (self._digest(row - 1) == anchor.before) + (self._digest(row + 1) == anchor.after)

    def _changed(self, anchor: Anchor, expected: int) -> int | None:
        """The paragraph with other text: the one with the sentence, between the same neighbours, or alike."""
        rows = sorted(set(self._candidates(anchor, expected)), key=lambda row: abs(row - expected))
        if anchor.sentence and (found := [row for row in rows if anchor.sentence in self._texts[row]]):
            return max(found, key=lambda row: self._beside(anchor, row))
        between = [row for row in rows if self._beside(anchor, row) == 2]
        if between and (anchor.before or anchor.after):
            return between[0]
        words = _words(anchor.words)
        alike = [(_likeness(words, _words(self._texts[row][:_LONGEST])), row) for row in rows]
        share, row = max(alike, key=lambda each: each[0], default=(0.0, 0))
        return row if share >= _ALIKE else None

    def _candidates(self, anchor: Anchor, expected: int) -> Iterable[int]:
        yield from range(max(expected - _NEAR, 0), min(expected + _NEAR + 1, len(self._texts)))
        for digest_beside, step in ((anchor.before, 1), (anchor.after, -1)):
            rows = self._rows.get(digest_beside, [])
            near = bisect_left(rows, expected)
            for row in rows[max(near - 2, 0) : near + 2]:
                if 0 <= row + step < len(self._texts):
                    yield row + step

    def _spot(self, anchor: Anchor, row: int, *, changed: bool) -> Spot:
        if not anchor.sentence:
            return Spot(row, changed=changed)
        text = self._texts[row]
        if (start := _occurrence(text, anchor.sentence, anchor.sentence_repeat)) is None:
            return Spot(row, changed=True)
        return Spot(row, (start, min(start + anchor.length, len(text))), changed=changed)


def anchor_in(texts: Sequence[str], row: int, span: Span | None = None) -> Anchor:
    """As `Places.anchor` for one place alone: at once, also in a long text."""
    before, after = (digest(texts[each]) if 0 <= each < len(texts) else "" for each in (row - 1, row + 1))
    repeat = sum(each == texts[row] for each in islice(texts, row))
    return _with_words(Anchor(row, digest(texts[row]), before, after, repeat), texts[row], span)


def _with_words(anchor: Anchor, text: str, span: Span | None) -> Anchor:
    if span is None:
        return replace(anchor, words=text[:_LONGEST])
    start, end = span
    sentence = text[start : min(end, start + _LONGEST)]
    return replace(
        anchor,
        words=sentence,
        sentence=sentence,
        sentence_repeat=_count(text[: max(start + len(sentence) - 1, 0)], sentence),
        length=end - start,
    )


def digest(text: str) -> str:
    """What a paragraph's text is recognised by; never ""."""
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _count(text: str, sentence: str) -> int:
    """How many times a sentence is in a text, also where these overlap."""
    return len(re.findall(f"(?={re.escape(sentence)})", text)) if sentence else 0


def _occurrence(text: str, sentence: str, number: int) -> int | None:
    """Where a sentence is in a text for the time with this number, from 0, or for the last; None if it is not."""
    if sentence not in text:
        return None
    found = re.finditer(f"(?={re.escape(sentence)})", text)
    last = min(number, _count(text, sentence) - 1)
    return next(islice(found, last, None)).start()


def _words(text: str) -> Counter[str]:
    return Counter(text.casefold().split())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Twice the words in common by all words (Dice's coefficient)."""
    count = one.total() + other.total()
    return 2 * (one & other).total() / count if count else 0.0
