"""Texts in which verbatim spans, long runs and long stretches that a model cannot spell are one word each."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reader.parallel import Link
from reader.processing import joined, outside
from reader.text import Span, long_runs, signed_spans, word_spans

# Placeholders: for a run with letters or digits a word, which is the same in both texts and so linked; else no word.
_WORD, _SIGN = "X1", "…"
# In code points. Longer stretches would leave a model little to link the words around them by.
_LONG = 20


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text with its long runs replaced.

    Attributes:
        text: the short text.
        starts: where unchanged stretches and placeholders begin in it, alternately.
        places: where in the long text each of them begins.
        ends: where in the long text each of them ends.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, unspellable: Sequence[Span] = ()) -> "Shortened":
        """Shorten `text`, if it has long runs, verbatim spans or long stretches that a model cannot spell."""
        long = [(start, end) for start, end in unspellable if end - start > _LONG]
        runs = joined([*long_runs(text), *signed_spans(text), *long])
        short, starts, spans = "", [], []
        for stretch, run in zip(outside(runs, len(text)), [*runs, None], strict=True):
            starts.append(len(short))
            spans.append(stretch)
            short += text[slice(*stretch)]
            if run is not None:
                starts.append(len(short))
                spans.append(run)
                short += _WORD if any(map(str.isalnum, text[slice(*run)])) else _SIGN
        return cls(short, tuple(starts), tuple(start for start, _ in spans), tuple(end for _, end in spans))

    def span(self, short: Span) -> Span:
        """The span in the long text of one in the short text; part of a placeholder is its whole run."""
        return self._place(short[0]), self._end(short[1])

    def _place(self, position: int) -> int:
        part = bisect_right(self.starts, position) - 1
        return self.places[part] + (0 if part % 2 else position - self.starts[part])

    def _end(self, position: int) -> int:
        part = bisect_right(self.starts, position - 1) - 1
        return self.ends[part] if part % 2 else self.places[part] + position - self.starts[part]


def pinned(
    links: Sequence[Link], source: str, target: str, stretches: tuple[Sequence[Span], Sequence[Span]]
) -> tuple[Link, ...]:
    """The links, with stretches that occur once in each text linked word for word, and to nothing else.

    Args:
        links: of words of `source` and `target`.
        source, target: the texts.
        stretches: for each text the spans that a model cannot spell, and so cannot link.
    """
    here, there = (_once(text, spans) for text, spans in zip((source, target), stretches, strict=True))
    same = [(here[stretch], there[stretch]) for stretch in here.keys() & there.keys()]
    if not same:
        return tuple(links)
    inside = [{place for pair in same for place in range(*pair[side])} for side in (0, 1)]
    kept = [link for link in links if link[0] not in inside[0] and link[2] not in inside[1]]
    for (start, end), (other, _) in same:
        by = other - start
        kept += [(a + start, b + start, a + start + by, b + start + by, 1.0) for a, b in word_spans(source[start:end])]
    return tuple(sorted(kept))


def _once(text: str, spans: Sequence[Span]) -> dict[str, Span]:
    count = Counter(text[start:end] for start, end in spans)
    return {text[start:end]: (start, end) for start, end in spans if count[text[start:end]] == 1}


def restored(links: Sequence[Link], source: Shortened, target: Shortened) -> tuple[Link, ...]:
    """Links between two short texts as links between the long ones."""
    return tuple((*source.span((a, b)), *target.span((c, d)), weight) for a, b, c, d, weight in links)
