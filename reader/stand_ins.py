"""Words in the place of what a model cannot read, keys and other scripts, while it translates or links the rest."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from reader.document import Span
from reader.links import words
from reader.long_runs import long_runs
from reader.parallel import Link
from reader.protected import joined, outside

# What a model copies more reliably than any other word: X1, X2 and so on.
_NAMED = re.compile(r" ?(X[0-9]+) ?")
# Norwegian makes one word of it and the next, as of "X1 shop".
_COMPOUND = re.compile(r"(X[0-9]+)-(?=\w)")
# What stands for a run, as a word that is the same in both texts and so linked with itself; for signs, no word.
_WORD, _SIGN = "X1", "…"
# A stretch that is longer would leave a model little to link the words around it by.
_LONG = 20


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text with its long runs replaced.

    Attributes:
        text: the short one.
        starts: where stretches of it begin that stand together in the long text, and stand-ins, by turns.
        places: where in the long text each of them begins.
        ends: where in the long text each of them ends.
    """

    text: str
    starts: tuple[int, ...]
    places: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str, unspellable: Sequence[Span] = ()) -> "Shortened":
        """Shorten `text`, which may have no long run at all, nor a long stretch that a model cannot spell."""
        runs = joined([*long_runs(text), *((start, end) for start, end in unspellable if end - start > _LONG)])
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
        """A span of the short text in the long one; one that holds a part of a stand-in holds all of its run."""
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
    """The links, with the words of stretches that stand once in both texts linked to themselves and to nothing else.

    Args:
        links: of words of `source` and `target`.
        source, target: the texts.
        stretches: of each what a model cannot spell, so that it cannot link it either.
    """
    here, there = (_once(text, spans) for text, spans in zip((source, target), stretches, strict=True))
    same = [(here[stretch], there[stretch]) for stretch in here.keys() & there.keys()]
    if not same:
        return tuple(links)
    inside = [{place for pair in same for place in range(*pair[side])} for side in (0, 1)]
    kept = [link for link in links if link[0] not in inside[0] and link[2] not in inside[1]]
    for (start, end), (other, _) in same:
        by = other - start
        kept += [(a + start, b + start, a + start + by, b + start + by, 1.0) for a, b in words(source[start:end])]
    return tuple(sorted(kept))


def _once(text: str, spans: Sequence[Span]) -> dict[str, Span]:
    count = Counter(text[start:end] for start, end in spans)
    return {text[start:end]: (start, end) for start, end in spans if count[text[start:end]] == 1}


def restored(links: Sequence[Link], source: Shortened, target: Shortened) -> tuple[Link, ...]:
    """Links between two short texts as links between the long ones."""
    return tuple((*source.span((a, b)), *target.span((c, d)), weight) for a, b, c, d, weight in links)


@dataclass(frozen=True, slots=True)
class Original:
    """What a word stands in for, and whether spaces were put around that word, which stood close to another."""

    text: str
    spaced_before: bool = False
    spaced_after: bool = False


@dataclass(frozen=True, slots=True)
class StandIns:
    """A text in which words stand in for stretches of it.

    Attributes:
        text: the text with them.
        originals: what stands in -> what for; in the order of the text.
    """

    text: str
    originals: dict[str, Original]

    @classmethod
    def of(cls, text: str, stretches: Sequence[Span]) -> "StandIns":
        """Put "X1", "X2" and so on, those that are not in the text, in the place of stretches, which are in order."""
        taken = set(_NAMED.findall(text))
        free = (name for number in count(1) if (name := f"X{number}") not in taken)
        originals: dict[str, Original] = {}
        parts, end = [], 0
        for name, (first, last) in zip(free, stretches, strict=False):
            # Beside a letter or a figure no model would know it for a word.
            before, after = text[first - 1 : first].isalnum() and first > end, text[last : last + 1].isalnum()
            originals[name] = Original(text[first:last], before, after)
            parts += [text[end:first], " " * before, name, " " * after]
            end = last
        return cls("".join(parts) + text[end:], originals)

    def astray(self, target: str) -> int:
        """How many of them a translation, in which they still stand, does not have just once; and those it made up."""
        found = Counter(_NAMED.findall(target))
        ours = sum(found[name] != 1 for name in self.originals)
        known = set(_NAMED.findall(self.text))
        return ours + sum(count for name, count in found.items() if name not in known)

    def restored(self, target: str) -> str:
        """A translation with the stretches in the place of what stands in for them."""
        return _NAMED.sub(self._original, _COMPOUND.sub(self._apart, target)) if self.originals else target

    def _apart(self, found: re.Match[str]) -> str:
        """Signs are no part of a word, unless they were in the source."""
        original = self.originals.get(found[1])
        part = original is None or any(map(str.isalnum, original.text)) or found[0] in self.text
        return found[0] if part else f"{found[1]} "

    def _original(self, found: re.Match[str]) -> str:
        original = self.originals.get(found[1])
        if original is None:
            return found[0]
        before = " " * (found[0].startswith(" ") and not original.spaced_before)
        return before + original.text + " " * (found[0].endswith(" ") and not original.spaced_after)
