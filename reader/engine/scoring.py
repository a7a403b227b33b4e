"""How probable a model finds a given translation, token by token."""

from collections.abc import Collection, Sequence
from typing import Any

from reader.engine.attention import target_tokens, token_spans
from reader.errors import TranslationError
from reader.late_dataclasses import dataclass
from reader.packages import Tokenizer
from reader.text import Span

# So few in one pass that every core has one to make.
_BATCH_TOKENS = 256


@dataclass(frozen=True, slots=True)
class TokenScores:
    """What a model thinks of a translation.

    Attributes:
        spans: of each token, in code points into the translation; None for one that is not found there.
        log_probabilities: of each token, given the source and the tokens before it; then that of the end.
    """

    spans: tuple[Span | None, ...]
    log_probabilities: tuple[float, ...]


class Scorer:
    """Scores any two given texts. Not thread-safe."""

    def __init__(
        self, model: Any, tokenizer: Tokenizer, target_prefix: str = "", vocabulary: Collection[str] = ()
    ) -> None:
        """Arguments as of `Aligner`."""
        self._model, self._tokenizer, self._vocabulary = model, tokenizer, vocabulary
        self._prefix = [target_prefix] if target_prefix else []

    def score(self, pairs: Sequence[tuple[str, str]]) -> list[TokenScores | None]:
        """The scores of the target of each (source, target) pair, in order; None where a text is empty.

        Raises:
            TranslationError: the model failed.
        """
        tokens = [(self._tokenizer.encode(s), target_tokens(t, self._tokenizer, self._vocabulary)) for s, t in pairs]
        full = sorted((i for i, (s, t) in enumerate(tokens) if s and t), key=lambda i: len(tokens[i][1]))
        found = dict(zip(full, self._called([tokens[i] for i in full]), strict=True))
        spans = {i: tuple(token_spans(pairs[i][1], tokens[i][1])) for i in full}
        return [TokenScores(spans[i], tuple(found[i])) if i in found else None for i in range(len(pairs))]

    def _called(self, batch: list[tuple[list[str], list[str]]]) -> list[Sequence[float]]:
        if not batch:
            return []
        try:
            results = self._model.score_batch(
                [source for source, _ in batch],
                [[*self._prefix, *target] for _, target in batch],
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                max_input_length=0,
            )
        except (RuntimeError, ValueError) as error:
            raise TranslationError("The language model could not judge this text.") from error
        return [result.log_probs[len(self._prefix) :] for result in results]
