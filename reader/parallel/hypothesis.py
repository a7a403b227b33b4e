"""The translation of one sentence, and the protocol of what translates."""

from collections.abc import Callable, Sequence
from dataclasses import field
from typing import Protocol

from reader.late_dataclasses import dataclass
from reader.text import Link


def not_cancelled() -> bool:
    """The `cancelled` of work that cannot be cancelled."""
    return False


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A translation of one sentence.

    Attributes:
        text: the translation; empty if the model returned nothing.
        score: mean log-probability of a token, at most 0; nearer 0 is more certain.
        links: between words, in code points into the sentence and into `text`.
        warnings: codes of what looks wrong.
        linked: whether words have been aligned; if not, that is still to be done.
        judged: the rules by which the warnings were found (see `rules_for`); "" if that is not known.
        edited: whether this is the user's edit, which no model has scored and which may be empty.
    """

    text: str
    score: float
    links: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()
    linked: bool = True
    edited: bool = False
    judged: str = field(default="", compare=False)


class Translator(Protocol):
    """What `translate` needs: one translation for each sentence, in order."""

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """Translate the sentences; without `linking`, words are not aligned where that saves time.

        `cancelled` is called often, also within a long sentence, and from any thread.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True; there is no partial result.
        """
