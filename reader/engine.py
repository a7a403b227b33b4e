"""A loaded language package: lists of sentences in, lists of translations out."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from reader.argos import LanguagePackage, Tokenizer, load_tokenizer
from reader.errors import PackageError, TranslationError

# Argos' own search: beam 4 and its mild length penalty, which its packages were tuned with.
_BEAM_SIZE = 4
_LENGTH_PENALTY = 0.2
# Tokens in one pass through the model. Argos' 32 is about one sentence; full passes are some six times
# as fast on a CPU and more than this gains nothing.
_BATCH_TOKENS = 1024
# The models learned on sentences; far longer ones come out as gibberish, and CTranslate2 would cut them
# without a word. They are translated in pieces.
_LONGEST_TOKENS = 160
_PIECE_ENDS = (";", ":", ",")
# A translation may be this much longer than its source, in tokens, before it is a loop.
_LENGTH_RATIO = 3


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """A translation of one sentence.

    Attributes:
        text: the translation; empty if the model had nothing to say.
        score: mean log-probability of a token, at most 0; nearer 0 is surer.
    """

    text: str
    score: float


class Translator(Protocol):
    """What `translate` needs: one translation for each sentence, in order."""

    def translate(self, sentences: Sequence[str]) -> list[Hypothesis]:
        """Translate the sentences; raises TranslationError if the model fails."""


class Engine:
    """One package loaded for translating. Not for use by two threads at once."""

    def __init__(self, package: LanguagePackage) -> None:
        """Load the model and the tokenizer of `package`.

        Raises:
            PackageError: one of them cannot be loaded.
        """
        self.package = package
        self._tokenizer: Tokenizer = load_tokenizer(package)
        self._model = _load_model(package)

    def translate(self, sentences: Sequence[str]) -> list[Hypothesis]:
        """Translate each sentence; the i-th result belongs to the i-th sentence.

        Sentences go through the model in full batches whatever their order, and one that is longer than
        the model can take goes in pieces and is joined again.

        Raises:
            TranslationError: the model failed.
        """
        pieces = [self._pieces(sentence) for sentence in sentences]
        results = iter(self._run([tokens for tokenized in pieces for tokens in tokenized]))
        return [_join([next(results) for _ in tokenized]) for tokenized in pieces]

    def _pieces(self, sentence: str) -> list[list[str]]:
        tokens = self._tokenizer.encode(sentence)
        if len(tokens) <= _LONGEST_TOKENS:
            return [tokens] if tokens else []
        parts = _halves(sentence)
        return [tokens] if len(parts) < 2 else [piece for part in parts for piece in self._pieces(part)]

    def _run(self, batch: list[list[str]]) -> list[Hypothesis]:
        if not batch:
            return []
        prefix = self.package.target_prefix
        try:
            results = self._model.translate_batch(
                batch,
                target_prefix=[[prefix]] * len(batch) if prefix else None,
                beam_size=_BEAM_SIZE,
                length_penalty=_LENGTH_PENALTY,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                max_input_length=0,
                max_decoding_length=20 + _LENGTH_RATIO * max(map(len, batch)),
                replace_unknowns=True,
                return_scores=True,
            )
        except RuntimeError as error:
            raise TranslationError("The language model could not translate this text.") from error
        return [self._hypothesis(result) for result in results]

    def _hypothesis(self, result: Any) -> Hypothesis:
        tokens = result.hypotheses[0]
        # CTranslate2 divides the sum of log-probabilities by length ** penalty; undone here.
        length = max(len(tokens), 1)
        score = result.scores[0] * length**_LENGTH_PENALTY / length
        if self.package.target_prefix and tokens[:1] == [self.package.target_prefix]:
            tokens = tokens[1:]
        return Hypothesis(self._tokenizer.decode(tokens), score)


def _load_model(package: LanguagePackage) -> Any:
    import ctranslate2

    try:
        # All cores for one batch at a time. Said out loud because on macOS the default is one thread.
        return ctranslate2.Translator(str(package.path / "model"), device="cpu", intra_threads=_threads())
    except (RuntimeError, ValueError) as error:
        raise PackageError(f"The model of {package.name} cannot be loaded; install the package again.") from error


def _threads() -> int:
    """Cores this process may use; CTranslate2 gains nothing from more than eight for one batch."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 8)


def _halves(sentence: str) -> list[str]:
    """Cut near the middle behind ; : or , in this order of preference, else at a space."""
    middle = len(sentence) // 2
    for end in (*_PIECE_ENDS, ""):
        cuts = [i + 1 for i in range(len(sentence) - 1) if sentence[i + 1] == " " and sentence[i].endswith(end)]
        central = [cut for cut in cuts if middle // 2 <= cut <= len(sentence) - middle // 2]
        if central:
            cut = min(central, key=lambda position: abs(position - middle))
            return [sentence[:cut], sentence[cut:].lstrip()]
    return [sentence[:middle], sentence[middle:]] if len(sentence) > 1 else [sentence]


def _join(hypotheses: list[Hypothesis]) -> Hypothesis:
    if len(hypotheses) == 1:
        return hypotheses[0]
    text = " ".join(hypothesis.text for hypothesis in hypotheses if hypothesis.text)
    lengths = [max(len(hypothesis.text), 1) for hypothesis in hypotheses]
    weighted = sum(h.score * n for h, n in zip(hypotheses, lengths, strict=True))
    return Hypothesis(text, weighted / sum(lengths) if lengths else 0.0)
