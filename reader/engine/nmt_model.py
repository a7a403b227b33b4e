"""A package's model: pieces of text in, pieces of text out, with the attention between them."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from unicodedata import category

from reader.engine.attention import BYTE, Aligner, Attention, attention_of, load_model, target_vocabulary
from reader.engine.calibration import attention_choice
from reader.errors import CancelledError, TranslationError
from reader.packages import LanguagePackage, load_tokenizer
from reader.parallel import never
from reader.processing import joined_pieces, unspellable
from reader.text import Span

# What ends most loops, at some cost to the translation: for second tries only.
AGAINST_LOOPS: dict[str, Any] = {"no_repeat_ngram_size": 3, "repetition_penalty": 1.2}
_FREELY: dict[str, Any] = {"no_repeat_ngram_size": 0}
# Tokens in one pass through the model, at most and at least. Each core has a pass of its own; measured on two
# cores that is a third faster than both cores in one pass, and passes this small waste least on sentences of
# different lengths. Argos' 32 tokens are about one sentence.
_BATCH_TOKENS = 256
_SMALLEST_BATCH = 48
_PIECE_ENDS = (";", ":", ",")
# A translation may be this much longer than its source, in tokens, before it is a loop.
_LENGTH_RATIO = 3
# What one call may cost for each core if all of it loops, in tokens times steps of decoding: a piece of the longest
# kind, or a wave of usual sentences. A call cannot be stopped, and two are made at a time: such ones take 0.7 seconds
# on two idle cores, with a beam of four.
_CALL_COST, _CALL_BEAM = 60_000, 4
# What aligning in one call may cost: as much as some sixty pairs of usual sentences, or as two of the longest texts.
_ALIGN_COST = 6000
# More characters a token than any text has: what is longer need not be cut into tokens to see that it is too long.
_LONGEST_TOKEN = 32
# Models know at least so many positions (most 512), of the text and of what is forced on it.
_LONGEST_ALIGNED = 400
# The categories of numbers that are no plain figures, of symbols and of letters that are raised.
_SIGNS = frozenset({"No", "Nl", "Sc", "Sk", "Sm", "So", "Lm"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text as the model translated it.

    Attributes:
        source: what was given to it.
        text: the translation; empty if the model had nothing to say.
        score: mean log-probability of a token.
        attention: between the two; None if it was not asked for, or the source was cut for the model.
    """

    source: str
    text: str
    score: float
    attention: Attention | None = None


class Model:
    """The loaded model and tokenizer of a package. `translate` may be used by several threads at once."""

    def __init__(self, package: LanguagePackage, folder: Path) -> None:
        """Load both; which of the model's attention to read is measured once and kept in `folder`.

        Raises:
            PackageError: model or tokenizer cannot be loaded.
        """
        self._search = package.beam_search
        self._prefix = [package.target_prefix] if package.target_prefix else []
        self._tokenizer = load_tokenizer(package)
        self._unlearned = package.unlearned
        self._spelt: dict[str, bool] = {}  # character -> whether the tokenizer has pieces for it
        self.workers = _cores()  # passes at once
        self._choice = attention_choice(package, self._tokenizer, folder, self.workers)
        self._model = load_model(package, self._choice, self.workers)
        vocabulary = target_vocabulary(package)
        self._aligner = Aligner(self._model, self._tokenizer, self._choice, package.target_prefix, vocabulary)

    @property
    def attention_is_reliable(self) -> bool:
        """Whether word links read from the attention were found to be right often enough."""
        return self._choice.reliable

    def translate(
        self, texts: Sequence[str], *, attention: bool, cancelled: Callable[[], bool] = never, **options: Any
    ) -> Iterator[Piece]:
        """Translate each text; the i-th piece belongs to the i-th text, and comes as soon as it is done.

        Args:
            texts: sentences, or parts of such.
            attention: whether it is wanted.
            cancelled: asked before each call of the model, which takes a bounded number of tokens.
            options: for CTranslate2's search, beyond the usual ones.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` gave True.
        """
        tokens = [self._tokens(text) for text in texts]
        results = self._run([piece for pieces in tokens for piece in pieces], attention, cancelled, **options)
        for text, pieces in zip(texts, tokens, strict=True):
            yield self._whole(text, pieces, [next(results) for _ in pieces])

    def align(
        self, pairs: Sequence[tuple[str, str]], *, cancelled: Callable[[], bool] = never
    ) -> list[Attention | None]:
        """The attention between any texts and given translations; None for texts too long to be aligned.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` gave True; it is asked as by `translate`.
        """
        sizes = [(self._size(source), self._size(target)) for source, target in pairs]
        # Those of a length together, since the longest decides how far all are decoded.
        fits = sorted((i for i, size in enumerate(sizes) if max(size) <= _LONGEST_ALIGNED), key=lambda i: sizes[i][1])
        found: dict[int, Attention] = {}
        for start, end in _calls([_align_cost(*sizes[i]) for i in fits], _ALIGN_COST, lambda total, _: total):
            _look(cancelled)
            call = fits[start:end]
            found |= zip(call, self._aligner.align([pairs[i] for i in call]), strict=True)
        return [found.get(i) for i in range(len(pairs))]

    def unspellable(self, text: str) -> list[Span]:
        """The stretches of words and signs that the tokenizer knows only by their bytes, in code points."""
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
        """Whether the tokenizer takes a sign for others: m² for m2, ½ for 1⁄2, ™ for TM. Of letters that is no loss."""
        return category(character) in _SIGNS and self._tokenizer.decode(pieces) != character

    def _size(self, text: str) -> int:
        """How many tokens a text has, or a number that is too large in any case."""
        return len(self._tokenizer.encode(text)) if len(text) <= _LONGEST_ALIGNED * _LONGEST_TOKEN else len(text)

    def _tokens(self, text: str) -> list[list[str]]:
        """The tokens of a text, in as many lists as the model needs to take them all."""
        tokens: list[str] = []
        if len(text) <= self._search.longest_source * _LONGEST_TOKEN:
            tokens = self._tokenizer.encode(text)
            if len(tokens) <= self._search.longest_source:
                return [tokens] if tokens else []
        halves = _halves(text)
        return [tokens] if len(halves) < 2 else [piece for half in halves for piece in self._tokens(half)]

    def _run(
        self, batch: list[list[str]], attention: bool, cancelled: Callable[[], bool], **options: Any
    ) -> Iterator[Piece]:
        repeating = {i for i, tokens in enumerate(batch) if self._repeats(tokens)}
        freely = self._call_all([batch[i] for i in sorted(repeating)], attention, cancelled, **_FREELY | options)
        others = (tokens for i, tokens in enumerate(batch) if i not in repeating)
        usually = self._call_all(list(others), attention, cancelled, **options)
        return (next(freely if i in repeating else usually) for i in range(len(batch)))

    def _whole(self, source: str, parts: Sequence[list[str]], pieces: Sequence[Piece]) -> Piece:
        """The pieces of a text as one."""
        if len(pieces) == 1:
            return replace(pieces[0], source=source)
        said = [(self._tokenizer.decode(part), piece.text) for part, piece in zip(parts, pieces, strict=True)]
        return Piece(source, joined_pieces([each for each in said if each[1]]), mean_score(pieces))

    def _repeats(self, tokens: Sequence[str]) -> bool:
        """Whether what the model is kept from saying twice stands twice in its source, as in "10.00 to 10.00"."""
        size = self._search.no_repeat_ngram_size
        stretches = [tuple(tokens[i : i + size]) for i in range(len(tokens) - size + 1)] if size else []
        return len(set(stretches)) < len(stretches)

    def _call_all(
        self, batch: list[list[str]], attention: bool, cancelled: Callable[[], bool], **options: Any
    ) -> Iterator[Piece]:
        most = self.workers * _CALL_COST * _CALL_BEAM // max(self._search.beam_size, _CALL_BEAM)
        for start, end in _calls(list(map(len, batch)), most, _cost):
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
                max_decoding_length=_longest_translation(max(map(len, batch))),
                replace_unknowns=True,
                return_scores=True,
                return_attention=attention,
                # The first results are worked on while the last are still being made.
                asynchronous=True,
            )
            for tokens, result in zip(batch, results, strict=True):
                yield self._piece(tokens, result.result(), attention)
        except (RuntimeError, ValueError) as error:  # ValueError: the vocabulary is another model's
            raise TranslationError("The language model could not translate this text.") from error

    def _batch_tokens(self, batch: Sequence[Sequence[str]]) -> int:
        """So many that every core has something to do, however little there is."""
        each = sum(map(len, batch)) // self.workers
        return min(max(each, _SMALLEST_BATCH, max(map(len, batch))), _BATCH_TOKENS)

    def _piece(self, source: list[str], result: Any, attention: bool) -> Piece:
        tokens = result.hypotheses[0]
        # CTranslate2 divides the sum of log-probabilities by length ** penalty, and counts the sentence's end; undone.
        length = len(tokens) + 1
        score = result.scores[0] * length**self._search.length_penalty / length
        skipped = len(self._prefix) if tokens[: len(self._prefix)] == self._prefix else 0
        read = None
        if attention:
            read = attention_of(source, tokens[skipped:], result.attention[0][skipped:], self._choice)
        return Piece("", self._tokenizer.decode(tokens[skipped:]), score, read)


def mean_score(pieces: Sequence[Piece]) -> float:
    """The score of pieces together, each counting by its length."""
    total = sum(len(piece.text) + 1 for piece in pieces)
    return sum(piece.score * (len(piece.text) + 1) for piece in pieces) / total if pieces else 0.0


def _cores() -> int:
    """Cores this process may use; said out loud because on macOS CTranslate2 would use one. Eight are plenty."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, 8)


def _longest_translation(tokens: int) -> int:
    return 20 + _LENGTH_RATIO * tokens


def _cost(tokens: int, longest: int) -> int:
    """Of translating pieces in one call, if all of them loop: tokens times steps."""
    return tokens * _longest_translation(longest)


def _align_cost(source: int, target: int) -> int:
    """Of aligning texts of so many tokens: reading them, and handing over the attention of all pairs."""
    return source + target + source * target // 64


def _calls(sizes: Sequence[int], most: int, cost: Callable[[int, int], int]) -> Iterator[tuple[int, int]]:
    """Start and end of stretches of as many items as cost at most so much, or of one.

    What a stretch costs is told by the sum of its sizes and the largest.
    """
    start = total = longest = 0
    for i, size in enumerate(sizes):
        if i > start and cost(total + size, max(longest, size)) > most:
            yield start, i
            start, total, longest = i, 0, 0
        total, longest = total + size, max(longest, size)
    if start < len(sizes):
        yield start, len(sizes)


def _look(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise CancelledError


def _halves(sentence: str) -> list[str]:
    """Cut near the middle behind ; : or , in this order of preference, else at a space."""
    middle = len(sentence) // 2
    for end in (*_PIECE_ENDS, ""):
        if cut := _cut_near(middle, sentence, f"{end} "):
            return [sentence[:cut], sentence[cut:].lstrip()]
    return [sentence[:middle], sentence[middle:]] if len(sentence) > 1 else [sentence]


def _cut_near(middle: int, sentence: str, mark: str) -> int:
    """The place nearest to the middle where a mark's space stands, not too near the edges; 0 if there is none."""
    low, high = max(middle // 2, 1), len(sentence) - middle // 2
    behind = len(mark) - 1
    before = sentence.rfind(mark, max(low - behind, 0), middle + 1)
    after = sentence.find(mark, max(middle - behind, 0), high + 1)
    cuts = [place + behind for place in (before, after) if place >= 0 and place + behind > 0]
    return min(cuts, key=lambda cut: abs(cut - middle), default=0)
