"""What was estimated of the sentences of a document, found by the two texts of each."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

from reader.late_dataclasses import dataclass
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


class NotJudged(StrEnum):
    """Why translations are not judged.

    `SEVERAL`: several packages translated them in turn. `LANGUAGES`: there are no pairs to measure on for these
    languages. `PACKAGE`: the package cannot be loaded. `UNRELIABLE`: its scores tell too little of how good its
    translations are, or could not be measured. `FAILED`: the model failed on some.
    """

    SEVERAL = "several"
    LANGUAGES = "languages"
    PACKAGE = "package"
    UNRELIABLE = "unreliable"
    FAILED = "failed"


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

    def lacks(self, row: Row, sentence: int) -> bool:
        """Whether a model translated this sentence of the row, and it has yet to be judged."""
        pair = row.sentences[sentence]
        return _is_machines(pair) and texts_of(row, pair) not in self._found

    def kept_for(self, rows: Iterable[Row], judges: tuple[str, ...]) -> "Assessments":
        """Those of these rows, and no others; none if other packages judge now."""
        kept = Assessments(judges)
        if judges == self.judges:
            kept.measured = self.measured
            texts = (each for row in rows for each in _translated(row))
            kept._found = {each: self._found[each] for each in texts if each in self._found}
        return kept

    def __contains__(self, pair: object) -> bool:
        """Whether a sentence and its translation were judged, or found impossible to judge."""
        return pair in self._found

    def get(self, pair: Pair) -> "Assessment | None":
        """What was found about a sentence and its translation."""
        return self._found.get(pair)


class ToJudge:
    """What of a text has yet to be judged.

    It is kept from one turn of judging to the next, so that no row is looked at again that has not changed.

    Attributes:
        total: how many sentences of the text can be judged: those that a model translated.
        left: how many of them have yet to be.
    """

    def __init__(self) -> None:
        """Nothing is known of the text."""
        self.total = self.left = 0
        self._counts: dict[int, int] = {}
        self._waiting: dict[int, list[Pair]] = {}

    def look_at(self, rows: Iterable[tuple[int, Row]], known: Assessments) -> None:
        """Look at these rows, with their numbers, which are new or have changed; `known` has been judged already."""
        for number, row in rows:
            pairs = list(_translated(row))
            self.total += len(pairs) - self._counts.pop(number, 0)
            if pairs:
                self._counts[number] = len(pairs)
            self._take(number)
            if missing := [pair for pair in pairs if pair not in known]:
                self._waiting[number] = missing
                self.left += len(missing)

    def __bool__(self) -> bool:
        """Whether there is anything."""
        return bool(self._waiting)

    def next(self, view: range, most: int) -> dict[int, list[Pair]]:
        """The sentences of the rows to judge now: those on screen, or else the first, `most` rows at a time."""
        seen = [number for number in view if number in self._waiting]
        return {number: self._waiting[number] for number in islice(seen or self._waiting, most)}

    def done(self, rows: Iterable[int]) -> None:
        """These rows have been judged, or cannot be."""
        for number in rows:
            self._take(number)

    def _take(self, number: int) -> None:
        self.left -= len(self._waiting.pop(number, ()))


def texts_of(row: Row, pair: SentencePair) -> Pair:
    """A sentence of a row and its translation, as they stand there."""
    return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]


def _translated(row: Row) -> Iterator[Pair]:
    """The sentences that a model translated."""
    return (texts_of(row, pair) for pair in row.sentences if _is_machines(pair))


def _is_machines(pair: SentencePair) -> bool:
    return not pair.edited and pair.score is not None
