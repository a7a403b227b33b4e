"""Texts as vectors, compared by cosine: for matching a reference translation with a machine translation.

The features are character 4-grams of words, weighted by inverse document frequency; they tolerate inflection and most
of what a weak model does to a word. They are hashed to a fixed number of dimensions with random signs (Weinberger et
al. 2009), which preserves cosines up to a little noise and computes many of them as one matrix product. Vectors add
up: that of two paragraphs together is the sum of theirs.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from reader import late_re as re
from reader.errors import CancelledError
from reader.parallel import not_cancelled

# Arrays of numpy, which is imported late.
Array = Any
_Item = TypeVar("_Item")

# Smaller than words elsewhere: two translations may share only parts of "e-post" and of "10.30". Questions,
# exclamations and speech stay such in a translation.
_WORD = re.compile(r"\w+|[?!:…]|[«“\"]")
_SIZE = 4
# Enough for hardly any 4-grams to collide; fewer for a long text, to save memory: so many numbers in all.
_MOST_DIMENSIONS, _FEWEST_DIMENSIONS = 16_384, 512
_NUMBERS = 16_000_000
# The weight of a feature of the source, relative to the same in its machine translation.
_ORIGINAL = 0.5


class TextVectors:
    """Vectors of machine translations and of reference texts in the same language, for comparing the two.

    Names, numbers and whatever else both languages write alike count as well, and are all there is where a translation
    is missing: of the source those features are used that also occur in the reference texts.

    Attributes:
        versions, references: arrays of float32 with a row for each text, not normalised.
    """

    def __init__(
        self,
        originals: Sequence[str],
        versions: Sequence[str],
        references: Sequence[str],
        cancelled: Callable[[], bool] = not_cancelled,
    ) -> None:
        """Compute the vectors.

        Args:
            originals: the texts in the source language.
            versions: their machine translations, one for each; may be "".
            references: texts in the target language.
            cancelled: asked for each text.

        Raises:
            CancelledError: `cancelled` returned True.
        """
        import numpy as np

        self._grams = _Grams()
        counted = [self._grams.counted(until(texts, cancelled)) for texts in (versions, originals, references)]
        ours, anchors, theirs = counted
        frequency, shared = np.zeros(len(self._grams), np.float32), np.zeros(len(self._grams), bool)
        for ids, _ in until((*ours, *theirs), cancelled):
            frequency[ids] += 1
        for ids, _ in theirs:
            shared[ids] = True
        weights = np.log((len(ours) + len(theirs) + 1) / np.maximum(frequency, 1))
        self._project = _Projection(weights, len(ours) + len(theirs))
        self.references = self._project(theirs, cancelled)
        both = [_with_anchors(*pair, shared) for pair in until(zip(ours, anchors, strict=True), cancelled)]
        self.versions = self._project(both, cancelled)

    def of_parts(self, texts: Sequence[str]) -> Array:
        """Vectors of texts that are parts of the reference texts, cut between words."""
        return self._project(self._grams.counted(texts))


def until(items: Iterable[_Item], cancelled: Callable[[], bool]) -> Iterator[_Item]:
    """The items; raises CancelledError once cancelled."""
    for item in items:
        if cancelled():
            raise CancelledError
        yield item


class _Grams:
    """Numbers for 4-grams, in order of first appearance."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._of_word = cache(self._numbered)

    def __len__(self) -> int:
        return len(self._numbers)

    def counted(self, texts: Iterable[str]) -> list[tuple[Array, Array]]:
        """For each text the numbers of its 4-grams and how often each occurs."""
        import numpy as np

        counted = []
        for text in texts:
            numbers = [number for word in _WORD.findall(text.lower()) for number in self._of_word(word)]
            ids, counts = np.unique(np.array(numbers, np.int64), return_counts=True)
            counted.append((ids, 1 + np.log(counts)))
        return counted

    def _numbered(self, word: str) -> tuple[int, ...]:
        padded = f" {word} "
        grams = (padded[i : i + _SIZE] for i in range(max(1, len(padded) - _SIZE + 1)))
        return tuple(self._numbers.setdefault(gram, len(self._numbers)) for gram in grams)


def _with_anchors(own: tuple[Array, Array], anchor: tuple[Array, Array], shared: Array) -> tuple[Array, Array]:
    import numpy as np

    wanted = shared[anchor[0]] & ~np.isin(anchor[0], own[0])
    return np.concatenate([own[0], anchor[0][wanted]]), np.concatenate([own[1], _ORIGINAL * anchor[1][wanted]])


class _Projection:
    """From counts of features to vectors; deterministic: every run projects alike."""

    def __init__(self, weights: Array, texts: int) -> None:
        import numpy as np

        self._size = max(_FEWEST_DIMENSIONS, min(_MOST_DIMENSIONS, _NUMBERS // max(1, texts)))
        random = np.random.default_rng(0)
        if len(weights) <= self._size:
            self._size, self._places = len(weights), np.arange(len(weights))
        else:
            self._places = random.integers(self._size, size=len(weights))
            weights = weights * random.choice([-1.0, 1.0], len(weights))
        self._weights = weights.astype(np.float32)

    def __call__(self, counted: Sequence[tuple[Array, Array]], cancelled: Callable[[], bool] = not_cancelled) -> Array:
        import numpy as np

        vectors = np.zeros((len(counted), self._size), np.float32)
        for vector, (ids, counts) in zip(vectors, until(counted, cancelled), strict=True):
            vector += np.bincount(self._places[ids], self._weights[ids] * counts, self._size)
        return vectors
