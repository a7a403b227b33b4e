"""Engines that know which words they translate wrongly, and pairs to calibrate them on."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reader.engine import TokenScores
from reader.errors import CancelledError, TranslationError
from reader.packages import LanguagePackage, find_packages
from reader.parallel import Hypothesis, not_cancelled
from reader.text import word_spans

WRONG = "galt"
_LONGEST = 500


@dataclass
class Scored:
    """Translates "ord7" as "word7", but every fifth of these words as "galt…", which it knows if it is `honest`.

    Attributes:
        package: what it says that it is.
        honest: whether wrong words get a low score.
        doubts: the last digits of right words that get a low score too.
        fails_on: a text on which it fails.
        asked: the pairs that were scored, call by call.
        translated: how many sentences were translated.
    """

    package: LanguagePackage = field(default_factory=lambda: find_packages().choose("nb", "en"))
    honest: bool = True
    doubts: str = ""
    fails_on: str = "\0"
    asked: list[list[tuple[str, str]]] = field(default_factory=list)
    translated: int = 0

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        if cancelled():
            raise CancelledError
        self.translated += len(sentences)
        return [Hypothesis(" ".join(map(_said, sentence.split())), -0.5) for sentence in sentences]

    def score(
        self, pairs: Sequence[tuple[str, str]], *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[TokenScores | None]:
        if cancelled():
            raise CancelledError
        self.asked.append(list(pairs))
        if any(self.fails_on in source for source, _ in pairs):
            raise TranslationError("The language model could not judge this text.")
        return [self._scores(target) if target and len(target) < _LONGEST else None for _, target in pairs]

    def _scores(self, target: str) -> TokenScores:
        spans = word_spans(target)
        wrong = [self.honest and self._doubts(target[slice(*span)]) for span in spans]
        return TokenScores(tuple(spans), (*(-4.0 if bad else -0.1 for bad in wrong), -0.1))

    def _doubts(self, word: str) -> bool:
        return word.startswith(WRONG) or word[-1] in self.doubts


def _said(word: str) -> str:
    number = word.removeprefix("ord")
    return f"{WRONG}{number}" if int(number) % 5 == 0 else f"word{number}"


def made_pairs(count: int) -> list[tuple[str, str]]:
    """Sentences and their right translations; each has some words that the engine translates wrongly, or none."""
    chance = random.Random(1)
    pairs = []
    for _ in range(count):
        few = chance.random() / 2
        tens = [10 * chance.randrange(40) for _ in range(chance.randrange(8, 16))]
        numbers = [ten + (0 if chance.random() < few else chance.choice([1, 2, 3, 4, 6, 7, 8, 9])) for ten in tens]
        pairs.append((" ".join(f"ord{n}" for n in numbers), " ".join(f"word{n}" for n in numbers)))
    return pairs
