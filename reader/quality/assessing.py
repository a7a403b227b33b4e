"""Which sentences of a machine translation are doubtful, and which of their words."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.parallel import not_cancelled
from reader.paths import QUALITY_FOLDER, data_folder
from reader.processing import set_phrase, tokens
from reader.quality.assessments import Measured
from reader.quality.calibration import Calibration, Judged, judged
from reader.quality.kept import calibration_for, known_calibration
from reader.quality.own_pairs import Pair
from reader.text import Span

if TYPE_CHECKING:
    from reader.engine import Engine

# What is in words that the checks compare with those of the source, as they do tokens: these are never doubtful.
_COMPARED = re.compile(r"\W*\d|.*@|.*[A-ZÆØÅ-]\d", re.DOTALL)


class Level(StrEnum):
    """How good a translation probably is."""

    FINE = "fine"
    LOOK = "look"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Assessment:
    """What is estimated of the translation of a sentence.

    Attributes:
        level: among translations by the same package.
        estimate: the chrF with a reference translation that is to be expected, 0 to 100.
        doubtful: the words that are most likely wrong, as spans in code points into the translation of the sentence.
        informed: whether the model of the opposite direction was asked too.
    """

    level: Level
    estimate: float
    doubtful: tuple[Span, ...]
    informed: bool


class Assessor:
    """Judges translations of one package. Not thread-safe."""

    def __init__(self, engine: "Engine", reverse: "Engine | None", calibration: Calibration) -> None:
        """Judge by `engine`, and by that of the opposite direction if the calibration is for both."""
        self._engine, self.calibration = engine, calibration
        self._reverse = reverse if calibration.informed else None

    @property
    def measured(self) -> Measured:
        """What is known of its assessments."""
        return Measured(self.calibration.informed, self.calibration.marked, self.calibration.base)

    def assess(
        self, pairs: Sequence[Pair], *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Assessment | None]:
        """Judge each (sentence, machine translation); None for what cannot be judged: too long, the same, no words.

        Nor are set phrases, which no model translated.

        Raises:
            TranslationError: a model failed.
            CancelledError: `cancelled` returned True; it is asked before each call of a model, of bounded size.
        """
        wanted = [i for i, pair in enumerate(pairs) if pair[0] != pair[1] and not self._is_set(*pair)]
        found = judged([pairs[i] for i in wanted], self._engine, self._reverse, cancelled)
        told = {
            i: self._assessment(each, pairs[i][1]) for i, each in zip(wanted, found, strict=True) if each is not None
        }
        return [told.get(i) for i in range(len(pairs))]

    def _is_set(self, source: str, target: str) -> bool:
        package = self._engine.package
        phrase = set_phrase(source, package.source, package.target)
        return phrase is not None and phrase.text == target

    def _assessment(self, found: Judged, target: str) -> Assessment:
        import numpy as np

        chances = self.calibration.words.probability(found.words.numbers)
        value = float(self.calibration.sentences.value(np.array([found.numbers(chances)]))[0])
        marked = self.calibration.marked_words(chances.tolist(), found.words.spans)
        return Assessment(
            self._level(value), min(max(value, 0.0), 100.0), _of_language(marked, target), self.calibration.informed
        )

    def _level(self, estimate: float) -> Level:
        if estimate < self.calibration.doubtful:
            return Level.DOUBTFUL
        return Level.LOOK if estimate < self.calibration.look else Level.FINE


def _of_language(words: Sequence[Span], text: str) -> tuple[Span, ...]:
    """The words without those that are numbers, or part of addresses, codes and the like."""
    kept = tuple(span for span in words if not _COMPARED.match(text[slice(*span)]))
    taken = [(token.start, token.end) for token in tokens(text, "", "")] if kept else []
    return tuple((a, b) for a, b in kept if not any(a < end and start < b for start, end in taken))


def assessor_for(
    engine: "Engine",
    reverse: "Engine | None",
    cancelled: Callable[[], bool] = not_cancelled,
    measuring: Callable[[int, int], object] = lambda done, total: None,
) -> Assessor | None:
    """The assessor of a package, calibrated once with a reverse package or without; None if that is not possible.

    `measuring` is called while it is calibrated, with how many sentences are done, of how many.

    Raises:
        CancelledError: `cancelled` returned True.
    """
    calibration = calibration_for(engine, reverse, data_folder() / QUALITY_FOLDER, cancelled, measuring)
    return _assessor(engine, reverse, calibration)


def known_assessor(engine: "Engine", reverse: "Engine | None") -> Assessor | None:
    """As `assessor_for`, but None if the package has not been calibrated yet."""
    return _assessor(engine, reverse, known_calibration(engine, reverse, data_folder() / QUALITY_FOLDER))


def _assessor(engine: "Engine", reverse: "Engine | None", calibration: Calibration | None) -> Assessor | None:
    return Assessor(engine, reverse, calibration) if calibration is not None and calibration.look else None
