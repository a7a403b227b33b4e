"""What the signals of a package's translations mean: measured on sentence pairs with a reference translation."""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from reader.late_dataclasses import dataclass
from reader.parallel import not_cancelled
from reader.quality.chrf import chrf
from reader.quality.own_pairs import Pair
from reader.quality.regression import Linear, folds, left_out, logistic, ridge
from reader.quality.signals import WordSignals, of_sentence, of_words
from reader.text import Span, word_spans

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from reader.engine import Engine, TokenScores

    Numbers = npt.NDArray[np.float64]

_FOLDS = 10
# Sentences that are measured together: few enough to tell how far it is.
_AT_ONCE = 30
# The shares of sentences that are doubtful, and that are to be looked at.
_DOUBTFUL, _LOOK = 0.18, 0.25
# Estimates that follow chrF less than this are of no use; with the starter pair it is 0.46 and 0.57.
_LEAST_CORRELATION = 0.3
# The most words that are marked in a sentence, and how many of 100 are to be absent from the reference translation.
# With more than 80 of the starter pair's, hardly any would be marked.
_MOST_MARKED, _MARKED_RIGHT = 3, 0.8
# By how much that must exceed the share of all words for any to be marked, unless it is so high; and from how many
# words it can be told.
_LEAST_GAIN, _SURE, _FEWEST_MARKED = 0.3, 0.95, 30


@dataclass(frozen=True, slots=True)
class Calibration:
    """How to read the signals of one package, or of one and that of the opposite direction.

    Attributes:
        informed: whether it is for both.
        words: how likely a word is not in the reference translation, from its signals.
        sentences: the chrF that is to be expected, from the signals of a sentence.
        doubtful, look: estimates below which a sentence is doubtful, or is to be looked at; 0 if no estimate is of use.
        marked_from: the likelihood from which a word is marked; above 1 if none is.
        marked, base: what was measured: the shares of marked words, and of all words, that are not in the reference
            translation.
        correlation: of estimates and chrF (Pearson).
    """

    informed: bool
    words: Linear
    sentences: Linear
    doubtful: float
    look: float
    marked_from: float
    marked: float
    base: float
    correlation: float

    def marked_words(self, chances: Sequence[float], spans: Sequence[Span]) -> tuple[Span, ...]:
        """The words to mark, of those with these likelihoods: the few most likely ones, in order."""
        return tuple(spans[i] for i in chosen(chances, self.marked_from))


class Judged:
    """Sentence pairs with what the models say of them."""

    def __init__(self, pair: Pair, forward: "TokenScores", back: "TokenScores | None", words: WordSignals) -> None:
        """`pair` is a sentence and its machine translation; `back` is None without a reverse model."""
        self._pair, self._forward, self._back, self.words = pair, forward, back, words

    def numbers(self, chances: "Numbers") -> list[float]:
        """The signals of the pair, from how likely each of its words is wrong too."""
        return of_sentence(*self._pair, self._forward, self._back, chances, self.words.spans)


def judged(
    pairs: Sequence[Pair],
    engine: "Engine",
    reverse: "Engine | None",
    cancelled: Callable[[], bool] = not_cancelled,
) -> list[Judged | None]:
    """What the models say of each pair; None where they cannot tell.

    Raises:
        TranslationError: a model failed.
        CancelledError: `cancelled` returned True.
    """
    forward = engine.score(pairs, cancelled=cancelled)
    back: Sequence[TokenScores | None] = [None] * len(pairs)
    if reverse is not None:
        back = reverse.score([(target, source) for source, target in pairs], cancelled=cancelled)
    return [_judged(*each, told=reverse is None) for each in zip(pairs, forward, back, strict=True)]


def _judged(pair: Pair, forward: "TokenScores | None", back: "TokenScores | None", *, told: bool) -> Judged | None:
    if forward is None or (back is None and not told):
        return None
    words = of_words(*pair, forward)
    return Judged(pair, forward, back, words) if words is not None else None


def calibrate(
    engine: "Engine",
    reverse: "Engine | None",
    pairs: Sequence[Pair],
    cancelled: Callable[[], bool] = not_cancelled,
    measuring: Callable[[int, int], object] = lambda done, total: None,
) -> Calibration | None:
    """Translate the `pairs`' sentences, compare with the references, and fit; None if nothing can be fitted.

    Everything that is told of it is measured on sentences left out of the fit. `measuring` is called with how many
    sentences have been measured, of how many.

    Raises:
        TranslationError: a model failed.
        CancelledError: `cancelled` returned True.
    """
    texts, found = list[str](), list[Judged | None]()
    for start in range(0, len(pairs), _AT_ONCE):
        measuring(start, len(pairs))
        sources = [source for source, _ in pairs[start : start + _AT_ONCE]]
        new = [hypothesis.text for hypothesis in engine.translate(sources, linking=False, cancelled=cancelled)]
        found += judged(list(zip(sources, new, strict=True)), engine, reverse, cancelled)
        texts += new
    measuring(len(pairs), len(pairs))
    samples = [
        _Sample(each, text, reference)
        for each, text, (_, reference) in zip(found, texts, pairs, strict=True)
        if each is not None
    ]
    return _fitted(samples, informed=reverse is not None) if len(samples) >= 2 * _FOLDS else None


@dataclass(frozen=True)
class _Sample:
    """A machine translation, and a reference translation."""

    judged: Judged
    text: str
    reference: str

    @cached_property
    def absent(self) -> "Numbers":
        """For each word of the machine translation 1 if the reference does not have it, else 0."""
        import numpy as np

        known = {self.reference[start:end].lower() for start, end in word_spans(self.reference)}
        return np.array([self.text[a:b].lower() not in known for a, b in self.judged.words.spans], float)


def _fitted(samples: Sequence[_Sample], informed: bool) -> Calibration:
    import numpy as np

    chances = _chances_left_out(samples)
    numbers = np.array([each.judged.numbers(chance) for each, chance in zip(samples, chances, strict=True)])
    wanted = np.array([chrf(each.text, each.reference) for each in samples])
    estimates = left_out(ridge, numbers, wanted, _FOLDS)
    correlation = float(np.corrcoef(estimates, wanted)[0, 1]) if estimates.std() and wanted.std() else 0.0
    doubtful, look = (
        np.quantile(estimates, [_DOUBTFUL, _DOUBTFUL + _LOOK]) if correlation >= _LEAST_CORRELATION else (0, 0)
    )
    base = float(np.concatenate([each.absent for each in samples]).mean())
    start, marked = _marked_from(samples, chances, base)
    return Calibration(
        informed,
        _words_fitted(samples),
        ridge(numbers, wanted),
        *(round(float(value), 4) for value in (doubtful, look, start, marked, base, correlation)),
    )


def _words_fitted(samples: Sequence[_Sample]) -> Linear:
    import numpy as np

    numbers = np.concatenate([each.judged.words.numbers for each in samples])
    return logistic(numbers, np.concatenate([each.absent for each in samples]))


def _chances_left_out(samples: Sequence[_Sample]) -> "list[Numbers]":
    """How likely each word of each sample is absent, by models fitted without the sample."""
    chances: dict[int, Numbers] = {}
    for rest, part in folds(len(samples), _FOLDS):
        words = _words_fitted([samples[i] for i in rest])
        chances |= {i: words.probability(samples[i].judged.words.numbers) for i in part}
    return [chances[i] for i in range(len(samples))]


def _marked_from(samples: "Sequence[_Sample]", chances: "Sequence[Numbers]", base: float) -> tuple[float, float]:
    """The lowest likelihood with which the words marked are often enough absent, and how often they are."""
    least = min(base + _LEAST_GAIN, _SURE)
    shares = list(_shares(samples, chances))
    for wanted in (max(_MARKED_RIGHT, least), least):
        for start, share in shares:
            if share >= wanted:
                return start, share
    return 2.0, 0.0


def _shares(samples: "Sequence[_Sample]", chances: "Sequence[Numbers]") -> Iterator[tuple[float, float]]:
    """Likelihoods from which words may be marked, and the share of words marked then that are absent."""
    for start in (percent / 100 for percent in range(30, 100)):
        both = zip(samples, chances, strict=True)
        marked = [each.absent[i] for each, chance in both for i in chosen(chance.tolist(), start)]
        if len(marked) < _FEWEST_MARKED:
            return
        yield start, sum(marked) / len(marked)


def chosen(chances: Sequence[float], start: float) -> list[int]:
    """The indices of the few highest likelihoods from `start`, in order."""
    order = sorted(range(len(chances)), key=lambda i: -chances[i])
    return sorted(i for i in order[:_MOST_MARKED] if chances[i] >= start)
