"""Short texts in the place of sentences with long runs and other scripts, so that the words around can be linked."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reader.document import Span
from reader.long_runs import long_runs
from reader.parallel import Link
from reader.protected import joined, outside

# What stands for a run, as a word that is the same in both texts and so linked with itself; for signs, no word.
_WORD, _SIGN = "X1", "…"


@dataclass(frozen=True, slots=True)
class Shortened:
    """A text with what the model cannot read replaced.

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
        """Shorten `text`, which may have no long run at all, also by what the model cannot spell."""
        runs = joined([*long_runs(text), *unspellable])
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
