"""The columns of a parallel text, and what rows have in them besides original and translation."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import IntEnum

from reader.late_dataclasses import dataclass
from reader.parallel.pairs import SentencePair, State
from reader.text import Link, Mark, Span


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
        unsure: indices of pairs that may not belong together.
    """

    column: int
    text: str
    pairs: tuple[SentencePair, ...] = ()
    marks: tuple[Mark, ...] = ()
    state: State = State.DONE
    reason: str = ""
    unsure: frozenset[int] = frozenset()

    @property
    def certain(self) -> bool:
        """Whether it is sure that all of it belongs to this row."""
        return not self.unsure

    def with_links(self, links: Mapping[Span, tuple[Link, ...]]) -> "Version":
        """The version with these links of sentences, by the `target` of their pairs, which are linked now."""
        pairs = [
            replace(pair, links=links[pair.target], linked=True) if pair.target in links else pair
            for pair in self.pairs
        ]
        return replace(self, pairs=tuple(pairs))

    def same_but_links(self, other: "Version") -> bool:
        """Whether the two differ at most in the links between words."""
        return _unlinked(self) == _unlinked(other)

    def span_of(self, sentence: Span) -> Span:
        """The span of `text` that belongs to a sentence, a span of the parent column's text.

        The whole text if nothing is known of its sentences, an empty span if it leaves the sentence out.
        """
        if not self.pairs:
            return 0, len(self.text)
        found = self.pair_of(sentence)
        if found is not None:
            return found.target
        before = [pair.target[1] for pair in self.pairs if pair.source[0] <= sentence[0]]
        end = before[-1] if before else 0
        return end, end

    def pair_of(self, sentence: Span) -> SentencePair | None:
        """The pair of a sentence, a span of the parent column's text; None if there is none."""
        # Pairs of nothing have the place of others, and some may stand in another order: no search by halves.
        return next((pair for pair in self.pairs if pair.source[0] <= sentence[0] < pair.source[1]), None)

    def sentence_at(self, position: int) -> Span | None:
        """The sentence in the parent column's text that a code point of `text` belongs to; None if none is known."""
        before = [pair for pair in self.pairs if pair.target[0] <= position]
        found = max(before or self.pairs[:1], key=_target_start, default=None)
        return found.source if found is not None else None


def with_version(versions: Sequence[Version], version: Version) -> tuple[Version, ...]:
    """The versions with another one in its column, in the order of the columns."""
    others = [each for each in versions if each.column != version.column]
    return tuple(sorted([*others, version], key=_column))


def version_in(versions: Sequence[Version], column: int) -> Version | None:
    """The version in a column; None if there is none."""
    return next((version for version in versions if version.column == column), None)


def _unlinked(version: Version) -> Version:
    return replace(version, pairs=tuple(replace(pair, links=(), linked=False) for pair in version.pairs))


def _target_start(pair: SentencePair) -> int:
    return pair.target[0]


def _column(version: Version) -> int:
    return version.column
