"""A package's model: pieces of text in, pieces of text out, with the attention between them."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar
from unicodedata import category

from reader import log
from reader.engine.attention import (
    BYTE,
    Aligner,
    Attention,
    attention_of,
    load_model,
    target_tokens,
    target_vocabulary,
)
from reader.engine.calibration import attention_choice, shipped_choice
from reader.engine.calls import align_cost_of, calls, cost_of, longest_translation
from reader.engine.halves import halves
from reader.engine.scoring import Scorer, TokenScores
from reader.errors import CancelledError, TranslationError
from reader.late_dataclasses import dataclass
from reader.packages import LanguagePackage, load_tokenizer
from reader.parallel import not_cancelled
from reader.processing import joined_pieces, unspellable
from reader.text import Span

T = TypeVar("T")

# Ends most loops, at some cost in quality: for second attempts only.
AGAINST_LOOPS: dict[str, Any] = {"no_repeat_ngram_size": 3, "repetition_penalty": 1.2}
_FREELY: dict[str, Any] = {"no_repeat_ngram_size": 0}
# The most and the fewest tokens in one pass through the model. Each core makes its own pass; measured on two
# cores that is a third faster than both cores in one pass, and passes this small waste least on sentences of
# different lengths. Argos' 32 tokens are about one sentence.
_BATCH_TOKENS = 256
_SMALLEST_BATCH = 48
# What one call may cost for each core if all of it loops, in tokens times decoding steps: one piece of the greatest
# length, or a wave of ordinary sentences. A call cannot be stopped, and two are made at a time: such calls take 0.7
# seconds on two idle cores, with a beam of four.
_CALL_COST, _CALL_BEAM = 60_000, 4
# What aligning in one call may cost: some sixty pairs of ordinary sentences, or two of the longest texts.
_ALIGN_COST = 6000
# More characters a token than any text has: a longer text is too long, which is known without tokenizing it.
_LONGEST_TOKEN = 32
# In tokens. Models have at least so many positions (most 512), for the source and for the target forced on it.
_LONGEST_ALIGNED = 400
# By how much a text may be longer than those that are translated in one piece, where it has to be one; with the
# starter pair such translations are as good (chrF 61.3 and 62.8; in pieces 60.7 and 63.0).
_LONGER = 1.25
# The Unicode categories of numbers other than digits, of symbols and of raised letters.
_SIGNS = frozenset({"No", "Nl", "Sc", "Sk", "Sm", "So", "Lm"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text as the model translated it.

    Attributes:
        source: the text that was translated.
        text: the translation; empty if the model had nothing to say.
        score: mean log-probability of a token.
        attention: between the two; None if it was not asked for, or the source was split for the model.
    """

    source: str
    text: str
    score: float
    attention: Attention | None = None


class Model:
    """The loaded model and tokenizer of a package. `translate` may be used by several threads at once."""

    def __init__(self, package: LanguagePackage, folder: Path) -> None:
        """Load both; the attention to read is measured once and its choice saved in `folder`.

        Raises:
            PackageError: model or tokenizer cannot be loaded.
        """
        self._search = package.beam_search
        self._prefix = [package.target_prefix] if package.target_prefix else []
        self._tokenizer = load_tokenizer(package)
        self._unlearned = package.unlearned
        self._spelt: dict[str, bool] = {}  # character -> whether the tokenizer has pieces for it
        self.workers = _cores()  # passes at once
        self._choice = shipped_choice(package) or attention_choice(package, self._tokenizer, folder, self.workers)
        self._model = load_model(package, self._choice, self.workers)
        vocabulary = target_vocabulary(package)
        self._vocabulary = vocabulary
        self._has_alternatives = True  # until the model is found to fail at them
        self._aligner = Aligner(self._model, self._tokenizer, self._choice, package.target_prefix, vocabulary)
        self._scorer = Scorer(self._model, self._tokenizer, package.target_prefix, vocabulary)

    @property
    def attention_is_reliable(self) -> bool:
        """Whether word links from the attention were found right often enough."""
        return self._choice.reliable

    def translate(
        self, texts: Sequence[str], *, attention: bool, cancelled: Callable[[], bool] = not_cancelled, **options: Any
    ) -> Iterator[Piece]:
        """Translate each text; the i-th piece belongs to the i-th text, and comes as soon as it is done.

        Args:
            texts: sentences, or parts of them.
            attention: whether to return it.
            cancelled: asked before each call of the model, which takes a bounded number of tokens.
            options: for CTranslate2's search, in place of the usual ones.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True.
        """
        tokens = [self._tokens(text) for text in texts]
        results = self._run([piece for pieces in tokens for piece in pieces], attention, cancelled, **options)
        for text, pieces in zip(texts, tokens, strict=True):
            yield self._whole(text, pieces, [next(results) for _ in pieces])

    def continued(
        self,
        text: str,
        prefixes: Sequence[str],
        *,
        attention: bool = False,
        tokens: int | None = None,
        cancelled: Callable[[], bool] = not_cancelled,
        **options: Any,
    ) -> list[list[Piece]]:
        """What follows each of the prefixes of a translation of `text`: whole translations that begin with it.

        Args:
            text: a sentence.
            prefixes: beginnings of its translation; "" for none.
            attention: whether to return it.
            tokens: how many tokens are added at most, a last word that this cuts off not; None as many as there are.
            cancelled: asked before each call of the model, which takes a bounded number of tokens.
            options: for CTranslate2's search. `num_hypotheses` are found for each prefix.

        Returns:
            A list for each prefix, in order; empty lists for a text that is too long for one piece, or empty.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True.
        """
        source = self._tokenizer.encode(text) if len(text) <= self._search.longest_source * _LONGEST_TOKEN else []
        if not 0 < len(source) <= self._search.longest_source * _LONGER:
            return [[] for _ in prefixes]
        found = list[list[Piece]]()
        starts = [target_tokens(each, self._tokenizer, self._vocabulary) if each else [] for each in prefixes]
        if self._repeats(source):
            options = _FREELY | options
        for start, end in calls([len(source)] * len(starts), self.workers * _CALL_COST, cost_of):
            _look(cancelled)
            found += self._continued(source, starts[start:end], attention, tokens, options)
        return found

    def alternatives(
        self, text: str, prefix: str, count: int, tokens: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Piece]:
        """As `continued`, of one prefix: `count` beginnings that differ in the first token behind it, likeliest first.

        A model that fails at that, as some do, gives the `count` likeliest beginnings instead.
        """
        if self._has_alternatives:
            try:
                options: dict[str, Any] = {"beam_size": 1, "num_hypotheses": count, "return_alternatives": True}
                return self.continued(text, [prefix], tokens=tokens, cancelled=cancelled, **options)[0]
            except TranslationError as error:
                log.caught(error, "asking a model for alternatives")
                self._has_alternatives = False
        options = {"beam_size": count, "num_hypotheses": count}
        return self.continued(text, [prefix], tokens=tokens, cancelled=cancelled, **options)[0]

    def _continued(
        self,
        source: list[str],
        starts: Sequence[list[str]],
        attention: bool,
        most: int | None,
        options: dict[str, Any],
    ) -> list[list[Piece]]:
        forced = [[*self._prefix, *start] for start in starts]
        longest = max(map(len, forced)) + (longest_translation(len(source)) if most is None else most)
        try:
            results = self._model.translate_batch(
                [source] * len(starts),
                target_prefix=forced if any(forced) else None,
                **self._options() | options,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                max_input_length=0,
                max_decoding_length=longest,  # counts the prefix
                replace_unknowns=True,
                return_scores=True,
                return_attention=attention,
            )
        except (RuntimeError, ValueError) as error:
            raise TranslationError("The language model could not translate this text.") from error
        cut = longest if most is not None else None
        return [
            [self._piece(source, result, attention, number, cut) for number in range(len(result.hypotheses))]
            for result in results
        ]

    def align(
        self, pairs: Sequence[tuple[str, str]], *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Attention | None]:
        """The attention between any texts and given translations; None for texts too long to be aligned.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True; it is asked as by `translate`.
        """
        return self._forced(pairs, self._aligner.align, cancelled)

    def score(
        self, pairs: Sequence[tuple[str, str]], *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[TokenScores | None]:
        """How probable the given translations are; None for texts that are too long, or empty. Otherwise as `align`."""
        return self._forced(pairs, self._scorer.score, cancelled)

    def _forced(
        self,
        pairs: Sequence[tuple[str, str]],
        run: Callable[[Sequence[tuple[str, str]]], Sequence[T]],
        cancelled: Callable[[], bool],
    ) -> list[T | None]:
        sizes = [(self._size(source), self._size(target)) for source, target in pairs]
        # Similar lengths together, since all are decoded as far as the longest.
        fits = sorted((i for i, size in enumerate(sizes) if max(size) <= _LONGEST_ALIGNED), key=lambda i: sizes[i][1])
        found: dict[int, T] = {}
        for start, end in calls([align_cost_of(*sizes[i]) for i in fits], _ALIGN_COST, lambda total, _: total):
            _look(cancelled)
            call = fits[start:end]
            found |= zip(call, run([pairs[i] for i in call]), strict=True)
        return [found.get(i) for i in range(len(pairs))]

    def unspellable(self, text: str) -> list[Span]:
        """Spans, in code points, of words and signs that the tokenizer or the model would not preserve."""
        return unspellable(text, self._is_spelt)

    def _is_spelt(self, character: str) -> bool:
        if character not in self._spelt:
            if category(character) == "Cs":  # half a surrogate pair, which no tokenizer takes
                return False
            pieces = self._tokenizer.encode(character)
            whole = not any(map(BYTE.fullmatch, pieces)) and not self._is_folded(character, pieces)
            self._spelt[character] = whole and character not in self._unlearned
        return self._spelt[character]

    def _is_folded(self, character: str, pieces: list[str]) -> bool:
        """Whether the tokenizer replaces a sign (m² by m2, ½ by 1⁄2, ™ by TM); of letters that is no loss."""
        return category(character) in _SIGNS and self._tokenizer.decode(pieces) != character

    def _size(self, text: str) -> int:
        """How many tokens a text has; of a very long one, some number over the limit."""
        return len(self._tokenizer.encode(text)) if len(text) <= _LONGEST_ALIGNED * _LONGEST_TOKEN else len(text)

    def _tokens(self, text: str) -> list[list[str]]:
        """The tokens of a text, split into lists that are short enough for the model."""
        tokens: list[str] = []
        if len(text) <= self._search.longest_source * _LONGEST_TOKEN:
            tokens = self._tokenizer.encode(text)
            if len(tokens) <= self._search.longest_source:
                return [tokens] if tokens else []
        cut = halves(text)
        return [tokens] if len(cut) < 2 else [piece for half in cut for piece in self._tokens(half)]

    def _run(
        self, batch: list[list[str]], attention: bool, cancelled: Callable[[], bool], **options: Any
    ) -> Iterator[Piece]:
        repeating = {i for i, tokens in enumerate(batch) if self._repeats(tokens)}
        freely = self._call_all([batch[i] for i in sorted(repeating)], attention, cancelled, **_FREELY | options)
        others = (tokens for i, tokens in enumerate(batch) if i not in repeating)
        usually = self._call_all(list(others), attention, cancelled, **options)
        return (next(freely if i in repeating else usually) for i in range(len(batch)))

    def _whole(self, source: str, parts: Sequence[list[str]], pieces: Sequence[Piece]) -> Piece:
        """The pieces of a text joined into one."""
        if len(pieces) == 1:
            return replace(pieces[0], source=source)
        said = [(self._tokenizer.decode(part), piece.text) for part, piece in zip(parts, pieces, strict=True)]
        return Piece(source, joined_pieces([each for each in said if each[1]]), mean_score(pieces))

    def _repeats(self, tokens: Sequence[str]) -> bool:
        """Whether the source itself repeats what the model may not say twice, as in "10.00 to 10.00"."""
        size = self._search.no_repeat_ngram_size
        stretches = [tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)] if size else []
        return len(set(stretches)) < len(stretches)

    def _call_all(
        self, batch: list[list[str]], attention: bool, cancelled: Callable[[], bool], **options: Any
    ) -> Iterator[Piece]:
        most = self.workers * _CALL_COST * _CALL_BEAM // max(self._search.beam_size, _CALL_BEAM)
        for start, end in calls(list(map(len, batch)), most, cost_of):
            _look(cancelled)
            yield from self._call(batch[start:end], attention, **options)

    def _options(self) -> dict[str, Any]:
        search = self._search
        return {
            "beam_size": search.beam_size,
            "length_penalty": search.length_penalty,
            "repetition_penalty": search.repetition_penalty,
            "no_repeat_ngram_size": search.no_repeat_ngram_size,
        }

    def _call(self, batch: list[list[str]], attention: bool, **options: Any) -> Iterator[Piece]:
        try:
            results = self._model.translate_batch(
                batch,
                target_prefix=[self._prefix] * len(batch) if self._prefix else None,
                **self._options() | options,
                max_batch_size=self._batch_tokens(batch),
                batch_type="tokens",
                max_input_length=0,
                max_decoding_length=longest_translation(max(map(len, batch))),
                replace_unknowns=True,
                return_scores=True,
                return_attention=attention,
                # The first results are processed while the last are still being decoded.
                asynchronous=True,
            )
            for tokens, result in zip(batch, results, strict=True):
                yield self._piece(tokens, result.result(), attention)
        except (RuntimeError, ValueError) as error:  # ValueError: the vocabulary is another model's
            raise TranslationError("The language model could not translate this text.") from error

    def _batch_tokens(self, batch: Sequence[Sequence[str]]) -> int:
        """Tokens in one pass, so few that every core has something to do."""
        each = sum(map(len, batch)) // self.workers
        return min(max(each, _SMALLEST_BATCH, max(map(len, batch))), _BATCH_TOKENS)

    def _piece(self, source: list[str], result: Any, attention: bool, number: int = 0, cut: int | None = None) -> Piece:
        """A hypothesis of a result; `cut` is the number of tokens at which it was cut off."""
        tokens = result.hypotheses[number]
        if len(tokens) == cut:
            tokens = _whole_words(tokens)
        # CTranslate2 divides the sum of log-probabilities by length ** penalty, counting the end token: undo that.
        length = len(tokens) + 1
        score = result.scores[number] * length**self._search.length_penalty / length
        skipped = len(self._prefix) if tokens[: len(self._prefix)] == self._prefix else 0
        read = None
        if attention:
            read = attention_of(source, tokens[skipped:], result.attention[number][skipped:], self._choice)
        return Piece("", self._tokenizer.decode(tokens[skipped:]), score, read)


def mean_score(pieces: Sequence[Piece]) -> float:
    """The mean score of pieces, weighted by length."""
    total = sum(len(piece.text) + 1 for piece in pieces)
    return sum(piece.score * (len(piece.text) + 1) for piece in pieces) / total if pieces else 0.0


def _cores() -> int:
    """Cores this process may use, at most eight; stated because on macOS CTranslate2 would use one."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 8)


def _whole_words(tokens: list[str]) -> list[str]:
    """The tokens without those of the last word, which may go on."""
    begins = [i for i, token in enumerate(tokens) if token.startswith("▁")]
    if not begins:  # subwords with "@@" at the seams
        begins = [i for i in range(len(tokens)) if not i or not tokens[i - 1].endswith("@@")]
    return tokens[: begins[-1]] if begins else []


def _look(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise CancelledError
