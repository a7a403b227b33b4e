"""A translator that needs no model."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from reader.errors import TranslationError
from reader.parallel import Hypothesis, not_cancelled


@dataclass
class FakeTranslator:
    """Stands in for a loaded model: answers in capitals, records what it was asked, and fails on request."""

    asked: list[list[str]] = field(default_factory=list)
    fails_on: str = "\0"
    silent_on: str = "\0"
    cancelled: Callable[[], bool] = not_cancelled  # that of the latest batch

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        self.asked.append(list(sentences))
        self.cancelled = cancelled
        if any(self.fails_on in sentence for sentence in sentences):
            raise TranslationError("The language model could not translate this text.")
        return [Hypothesis("" if self.silent_on in s else s.upper(), -0.5) for s in sentences]
