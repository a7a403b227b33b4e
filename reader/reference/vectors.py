"""Texts as vectors: how alike two texts are is a cosine. For finding a translation by a machine's version of it.

The features are character 4-grams of words, weighted by inverse document frequency; they forgive inflection and most
of what a weak model does to a word. They are hashed to a fixed number of dimensions with random signs (Weinberger et
al. 2009), which keeps cosines up to a little noise, so that many of them are one matrix product. Vectors add up: that
of two paragraphs together is the sum of theirs.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from reader.errors import CancelledError
from reader.parallel import never

# Arrays of numpy, which is imported late.
Array = Any
_Item = TypeVar("_Item")

# Smaller than words are elsewhere: the parts of "e-post" and of "10.30" are what two versions may have in common.
_WORD = re.compile(r"\w+")
_SIZE = 4
# Enough for 4-grams not to meet by chance; of a very long text fewer, for the memory they take.
_DIMENSIONS, _FEW_DIMENSIONS = 2048, 512
_LONG = 16_000  # texts
# What a feature of the original counts, beside the same in the machine's version.
_ORIGINAL = 0.5


class Fingerprints:
    """Vectors of the machine's versions of texts and of reference texts in the same language, for comparing the two.

    Names, numbers and whatever else both languages write alike count as well, and stand in where there is no
    version: of an original those features are taken that also occur in the reference texts.

    Attributes:
        versions, references: arrays of float32 with a row for each text, not normalised.
    """

    def __init__(
        self,
        originals: Sequence[str],
        versions: Sequence[str],
        references: Sequence[str],
        cancelled: Callable[[], bool] = never,
    ) -> None:
        """Compute the vectors.

        Args:
            originals: the texts in the source language.
            versions: their translations by a machine, one for each; may be "".
            references: texts in the target language.
            cancelled: asked for each text.

        Raises:
            CancelledError: `cancelled` gave True.
        """
        import numpy as np

        self._grams = _Grams()
        counted = [self._grams.counted(_until(texts, cancelled)) for texts in (versions, originals, references)]
        ours, anchors, theirs = counted
        frequency, shared = np.zeros(len(self._grams), np.float32), np.zeros(len(self._grams), bool)
        for ids, _ in (*ours, *theirs):
            frequency[ids] += 1
        for ids, _ in theirs:
            shared[ids] = True
        weights = np.log((len(ours) + len(theirs) + 1) / np.maximum(frequency, 1))
        self._project = _Projection(weights, len(ours) + len(theirs))
        self.references = self._project(theirs, cancelled)
        both = [_with_anchors(*pair, shared) for pair in zip(ours, anchors, strict=True)]
        self.versions = self._project(both, cancelled)

    def of_parts(self, texts: Sequence[str]) -> Array:
        """Vectors of texts that are parts of the reference texts, cut between words."""
        return self._project(self._grams.counted(texts))


def _until(items: Iterable[_Item], cancelled: Callable[[], bool]) -> Iterator[_Item]:
    """The items, while the work is not cancelled."""
    for item in items:
        if cancelled():
            raise CancelledError
        yield item


class _Grams:
    """Numbers for 4-grams, given as they are met."""

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
    """From counts of features to vectors; the same features go the same way in every run."""

    def __init__(self, weights: Array, texts: int) -> None:
        import numpy as np

        self._size = _DIMENSIONS if texts <= _LONG else _FEW_DIMENSIONS
        random = np.random.default_rng(0)
        self._places = random.integers(self._size, size=len(weights))
        self._weights = (weights * random.choice([-1.0, 1.0], len(weights))).astype(np.float32)

    def __call__(self, counted: Sequence[tuple[Array, Array]], cancelled: Callable[[], bool] = never) -> Array:
        import numpy as np

        vectors = np.zeros((len(counted), self._size), np.float32)
        for vector, (ids, counts) in zip(vectors, _until(counted, cancelled), strict=True):
            vector += np.bincount(self._places[ids], self._weights[ids] * counts, self._size)
        return vectors
