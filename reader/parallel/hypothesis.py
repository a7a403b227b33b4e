"""What a model says of one sentence, and what can be asked to translate."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from reader.parallel.rows import Link


def never() -> bool:
    """What to ask whether work is cancelled that nobody can cancel."""
    return False


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A translation of one sentence.

    Attributes:
        text: the translation; empty if the model had nothing to say.
        score: mean log-probability of a token, at most 0; nearer 0 is surer.
        links: between words, in code points into the sentence and into `text`.
        warnings: codes of what looks wrong.
        linked: whether its words were looked for links; if not, that is still to be done.
        edited: whether this is the user's edit instead, which no model has scored; it may be empty.
    """

    text: str
    score: float
    links: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()
    linked: bool = True
    edited: bool = False


class Translator(Protocol):
    """What `translate` needs: one translation for each sentence, in order."""

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = never
    ) -> list[Hypothesis]:
        """Translate the sentences, without `linking` words where that saves time.

        `cancelled` is asked often, also within a long sentence, and from any thread.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` gave True; nothing of it is worth keeping.
        """
