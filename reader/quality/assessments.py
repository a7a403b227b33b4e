"""What was estimated of the sentences of a document, found by the two texts of each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.parallel import Row, SentencePair
from reader.quality.own_pairs import Pair

if TYPE_CHECKING:
    from reader.quality.assessing import Assessment


@dataclass(frozen=True, slots=True)
class RowAssessed:
    """The machine-translated sentences of a row were judged; None for one that cannot be."""

    index: int
    found: "tuple[tuple[Pair, Assessment | None], ...]"


@dataclass(frozen=True, slots=True)
class Measured:
    """What is known of the estimates to come, measured on other sentences.

    Attributes:
        informed: whether the model of the opposite direction is asked too.
        marked: the share of words marked as doubtful that were not in the reference translation; 0 if none are marked.
        base: the same of all words.
    """

    informed: bool
    marked: float
    base: float


class Assessments:
    """The assessments of a document's sentences by one package.

    They are kept by the texts of a sentence and its translation, so what has been edited since has none.

    Attributes:
        judges: the identities of the packages that judge: the one of the direction, then that of the opposite, if any.
        measured: what is known of them; None before the first.
    """

    def __init__(self, judges: tuple[str, ...] = ()) -> None:
        """None yet, by these packages."""
        self.judges = judges
        self.measured: Measured | None = None
        self._found: dict[Pair, Assessment | None] = {}

    def add(self, event: RowAssessed | Measured) -> None:
        """Take what was found."""
        if isinstance(event, Measured):
            self.measured = event
        else:
            self._found.update(event.found)

    def of(self, row: Row) -> "list[Assessment | None]":
        """For each sentence of the row its assessment; None where there is none (yet), and for the user's own."""
        return [self.at(row, sentence) for sentence in range(len(row.sentences))]

    def at(self, row: Row, sentence: int) -> "Assessment | None":
        """The same for one sentence of the row."""
        pair = row.sentences[sentence]
        return None if pair.edited else self._found.get(texts_of(row, pair))

    def kept_for(self, rows: Iterable[Row], judges: tuple[str, ...]) -> "Assessments":
        """Those of these rows, and no others; none if other packages judge now."""
        kept = Assessments(judges)
        if judges == self.judges:
            kept.measured = self.measured
            texts = (each for row in rows for each in _translated(row))
            kept._found = {each: self._found[each] for each in texts if each in self._found}
        return kept

    def missing(self, row: Row) -> list[Pair]:
        """The texts of the row's sentences that have yet to be judged."""
        return [texts for texts in _translated(row) if texts not in self._found]


def texts_of(row: Row, pair: SentencePair) -> Pair:
    """A sentence of a row and its translation, as they stand there."""
    return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]


def _translated(row: Row) -> Iterator[Pair]:
    """The sentences that a model translated."""
    return (texts_of(row, pair) for pair in row.sentences if not pair.edited and pair.score is not None)
