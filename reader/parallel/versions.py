"""The columns of a parallel text, and what rows have in them besides original and translation."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from reader.parallel.pairs import SentencePair, State
from reader.text import Mark, Span


class Column(IntEnum):
    """What stands in a column. `OTHER` is the first of any number: translations by other packages."""

    ORIGINAL = 0
    TRANSLATION = 1
    BACK = 2
    REFERENCE = 3
    NOTES = 4
    OTHER = 5


def parent_of(column: int) -> int:
    """The column whose sentences and words those of a column are linked to; that of the original is itself."""
    return Column.TRANSLATION if column == Column.BACK else Column.ORIGINAL


@dataclass(frozen=True, slots=True)
class Version:
    """A further text of a row.

    Attributes:
        column: where it stands; neither the original's nor the translation's.
        text: empty if there is none.
        pairs: sentences, in order: `source` is a span of the text in the parent column (see `parent_of`), `target` one
            of `text`, in code points; links likewise. Empty if nothing is known of them.
        marks: on the text.
        state: DONE, or why there is no text (yet).
        reason: one sentence on why it failed.
        certain: whether it is sure that it belongs to this row.
    """

    column: int
    text: str
    pairs: tuple[SentencePair, ...] = ()
    marks: tuple[Mark, ...] = ()
    state: State = State.DONE
    reason: str = ""
    certain: bool = True

    def span_of(self, sentence: Span) -> Span:
        """The span of `text` that belongs to a sentence, a span of the parent column's text.

        The whole text if nothing is known of its sentences, an empty span if it leaves the sentence out.
        """
        if not self.pairs:
            return 0, len(self.text)
        found = self.pair_of(sentence)
        if found is not None:
            return found.target
        place = bisect_right(self.pairs, sentence[0], key=_start) - 1
        end = self.pairs[place].target[1] if place >= 0 else 0
        return end, end

    def pair_of(self, sentence: Span) -> SentencePair | None:
        """The pair of a sentence, a span of the parent column's text; None if there is none."""
        place = bisect_right(self.pairs, sentence[0], key=_start) - 1
        found = self.pairs[place] if place >= 0 else None
        return found if found is not None and sentence[0] < found.source[1] else None

    def sentence_at(self, position: int) -> Span | None:
        """The sentence in the parent column's text that a code point of `text` belongs to; None if none is known."""
        place = bisect_right(self.pairs, position, key=_target_start) - 1
        return self.pairs[max(place, 0)].source if self.pairs else None


def with_version(versions: Sequence[Version], version: Version) -> tuple[Version, ...]:
    """The versions with another one in its column, in the order of the columns."""
    others = [each for each in versions if each.column != version.column]
    return tuple(sorted([*others, version], key=_column))


def version_in(versions: Sequence[Version], column: int) -> Version | None:
    """The version in a column; None if there is none."""
    return next((version for version in versions if version.column == column), None)


def _start(pair: SentencePair) -> int:
    return pair.source[0]


def _target_start(pair: SentencePair) -> int:
    return pair.target[0]


def _column(version: Version) -> int:
    return version.column
