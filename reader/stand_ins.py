"""Words in the place of what a model cannot read, keys and other scripts, while it translates or links the rest."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count, islice

from reader.document import Span
from reader.long_runs import long_runs
from reader.parallel import Link
from reader.protected import outside

# What stands for a run, as a word that is the same in both texts and so linked with itself; for signs, no word.
_WORD, _SIGN = "X1", "…"
# What a model copies more reliably than any other word.
_STAND_IN = re.compile(r"\bX\d+\b")


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
    def of(cls, text: str) -> "Shortened":
        """Shorten `text`, which may have no long run at all."""
        runs = long_runs(text)
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


def restored(links: Sequence[Link], source: Shortened, target: Shortened) -> tuple[Link, ...]:
    """Links between two short texts as links between the long ones."""
    return tuple((*source.span((a, b)), *target.span((c, d)), weight) for a, b, c, d, weight in links)


@dataclass(frozen=True, slots=True)
class StandIns:
    """A text in which words stand in for stretches of it.

    Attributes:
        text: the text with them.
        originals: what stands in -> what for.
    """

    text: str
    originals: dict[str, str]

    @classmethod
    def of(cls, text: str, stretches: Sequence[Span]) -> "StandIns":
        """Put "X1", "X2" and so on, those that are not in the text, in the place of stretches, which are in order."""
        taken = set(_STAND_IN.findall(text))
        free = (name for number in count(1) if (name := f"X{number}") not in taken)
        names = list(islice(free, len(stretches)))
        parts, end = [], 0
        for name, (first, last) in zip(names, stretches, strict=True):
            parts += [text[end:first], name]
            end = last
        originals = {name: text[slice(*span)] for name, span in zip(names, stretches, strict=True)}
        return cls("".join(parts) + text[end:], originals)

    def lost(self, target: str) -> int:
        """How many of the stretches a translation with them restored does not hold as often as the text did."""
        wanted = Counter(self.originals.values())
        return sum(max(count - target.count(stretch), 0) for stretch, count in wanted.items())

    def restored(self, text: str) -> str:
        """`text` with the stretches in the place of what stands in for them."""
        return _STAND_IN.sub(lambda name: self.originals.get(name[0], name[0]), text) if self.originals else text
