"""A package's cross-attention: which part of it to read, and the rows for any pair of texts.

CTranslate2 returns the attention of one decoder layer, averaged over its first heads; the model file states which
layer and how many heads. Both numbers are changed in memory while the model is loaded.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from html import unescape
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from reader import late_re as re
from reader.errors import TranslationError
from reader.files import read_bytes
from reader.json_files import read_json
from reader.late_dataclasses import dataclass
from reader.packages import LanguagePackage, Tokenizer, load_translator
from reader.short_cache import cached_if_short
from reader.text import Span

_LAYER = b"decoder/alignment_layer"
_HEADS = b"decoder/alignment_heads"
# How CTranslate2 writes a scalar of 16 bits after its name: NUL, rank 0, type 2, size 2 (4 bytes).
_INT16 = b"\0\0\2\2\0\0\0"
_LAYER_NAME = re.compile(rb"decoder/layer_(\d+)/")
# Pairs aligned in one call: of similar length, since all are decoded as far as the longest. Of long ones CTranslate2
# takes fewer at a time, up to so many tokens in one pass.
_PAIRS_AT_ONCE = 64
_BATCH_TOKENS = 1024
_VOCABULARY_LIMIT = 50_000_000  # bytes; one of 32,000 pieces has half a million
# No vocabulary has longer pieces than SentencePiece makes by default.
_LONGEST_PIECE = 16
BYTE = re.compile(r"<0x[0-9A-F]{2}>")
# The most letters to skip when looking for the next token in its text.
_STEP = 12


@dataclass(frozen=True, slots=True)
class AttentionChoice:
    """Which attention of a model to read for word links.

    Attributes:
        layer: decoder layer from 0; negative for the one that the model file names.
        heads: 1 is head 0 alone, 0 all heads averaged.
        shift: 0 if row i belongs to target token i, 1 if row i + 1 does: then the row is read where the token
            is the decoder's input rather than its output ("Shift-Att", Chen et al. 2020, arXiv 2004.14837).
        reliable: whether word links read from it are right often enough to be shown.
        f1: of those links on the probe pairs, 0 to 1.
    """

    layer: int
    heads: int
    shift: int
    reliable: bool
    f1: float


DEFAULT_CHOICE = AttentionChoice(layer=-1, heads=1, shift=0, reliable=False, f1=0.0)


@dataclass(frozen=True, slots=True)
class Attention:
    """How much each target token attends to each source token; `rows[target][source]`, 0 to 1."""

    source_tokens: tuple[str, ...]
    target_tokens: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]


def load_model(package: LanguagePackage, choice: AttentionChoice, threads: int) -> Any:
    """The package's model, a `ctranslate2.Translator` that returns the attention of `choice`.

    Raises:
        PackageError: the model cannot be loaded.
    """
    return load_translator(package, threads, None if choice.layer < 0 else lambda files: with_choice(files, choice))


def with_choice(files: Mapping[str, bytes], choice: AttentionChoice) -> dict[str, bytes]:
    """The files of a model, name to content, with the layer and heads of `choice` written into `model.bin`.

    A model that does not say which attention it returns, or has no such layer, is left as it is.
    """
    if f"decoder/layer_{choice.layer}/".encode() not in files["model.bin"]:
        return dict(files)
    model = _with_int16(_with_int16(files["model.bin"], _LAYER, choice.layer), _HEADS, choice.heads)
    return {**files, "model.bin": model}


def _with_int16(model: bytes, name: bytes, value: int) -> bytes:
    head, found, tail = model.partition(name + _INT16)
    return head + found + value.to_bytes(2, "little", signed=True) + tail[2:] if found else model


def decoder_layers(package: LanguagePackage) -> int:
    """How many decoder layers the package's model has; 0 if unknown.

    Raises:
        OSError: the model cannot be read.
    """
    model = (package.path / "model" / "model.bin").read_bytes()
    return max((int(number) + 1 for number in _LAYER_NAME.findall(model)), default=0)


def target_vocabulary(package: LanguagePackage) -> frozenset[str]:
    """The SentencePiece pieces that the package's model can write; empty if unknown."""
    for name in ("target_vocabulary", "shared_vocabulary"):
        for path in sorted((package.path / "model").glob(f"{name}.*")):
            pieces = _pieces(path)
            if pieces is not None:
                return pieces if any(piece.startswith("▁") for piece in pieces) else frozenset()
    return frozenset()


def _pieces(path: Path) -> frozenset[str] | None:
    if path.suffix == ".json":
        return read_json(path, _strings, None, limit=_VOCABULARY_LIMIT).value
    try:
        return frozenset(read_bytes(path, _VOCABULARY_LIMIT).decode("utf-8").splitlines())
    except (OSError, ValueError):
        return None


def _strings(pieces: Any) -> frozenset[str]:
    if not isinstance(pieces, list) or not set(map(type, pieces)) <= {str}:  # there are tens of thousands
        raise ValueError("no list of pieces")
    return frozenset(pieces)


def longest_pieces(text: str, vocabulary: Collection[str]) -> list[str]:
    """`text` split from the left into the longest pieces of `vocabulary`; empty if that fails.

    Nearly what the SentencePiece model of the target language would give; packages do not have it.
    """
    rest = "".join(f"▁{word}" for word in text.split())
    tokens: list[str] = []
    while rest:
        size = next((n for n in range(min(len(rest), _LONGEST_PIECE), 0, -1) if rest[:n] in vocabulary), 0)
        if not size:
            return []
        tokens.append(rest[:size])
        rest = rest[size:]
    return tokens


def target_tokens(text: str, tokenizer: Tokenizer, vocabulary: Collection[str]) -> list[str]:
    """The tokens of a translation, by the tokenizer of the source language, or by the target's vocabulary if fewer."""
    tokens = tokenizer.encode(text)
    known = longest_pieces(text, vocabulary) if vocabulary else tokens
    return known if known and len(known) < len(tokens) else tokens


def attention_of(
    source_tokens: Sequence[str],
    target_tokens: Sequence[str],
    raw_rows: Sequence[Sequence[float]],
    choice: AttentionChoice,
) -> Attention:
    """The attention between two token lists, from the rows that CTranslate2 returned.

    `raw_rows` starts with the row of the first target token; it may have a row, and each row a column, more
    or fewer for the end-of-sentence token. If the last token's shifted row is missing, its own is used.
    """
    wanted = [raw_rows[min(i + choice.shift, len(raw_rows) - 1)] for i in range(len(target_tokens)) if raw_rows]
    width = len(source_tokens)
    rows = tuple(tuple(row[:width]) + (0.0,) * (width - len(row)) for row in wanted)
    return Attention(tuple(source_tokens), tuple(target_tokens), rows)


class Aligner:
    """Forced alignment: the attention between any two given texts. Not thread-safe."""

    def __init__(
        self,
        model: Any,
        tokenizer: Tokenizer,
        choice: AttentionChoice,
        target_prefix: str = "",
        vocabulary: Collection[str] = (),
    ) -> None:
        """Align with a `model` loaded for `choice`; `target_prefix` as in the package.

        `tokenizer` is the package's, made for the source language; with the `vocabulary` of the target
        language (`target_vocabulary`) target texts are not split into pieces that the model never writes.
        """
        self._model = model
        self._tokenizer = tokenizer
        self._choice = choice
        self._prefix = [target_prefix] if target_prefix else []
        self._vocabulary = vocabulary

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[Attention]:
        """The attention of each (source, target) pair, in order; without rows where a text is empty.

        Raises:
            TranslationError: the model failed.
        """
        encode, known = self._tokenizer.encode, self._vocabulary
        tokens = [(encode(source), target_tokens(target, self._tokenizer, known)) for source, target in pairs]
        order = sorted((i for i, (s, t) in enumerate(tokens) if s and t), key=lambda i: len(tokens[i][1]))
        rows: dict[int, Sequence[Sequence[float]]] = {}
        for batch in _chunks(order, _PAIRS_AT_ONCE):
            rows |= zip(batch, self._rows([tokens[i] for i in batch]), strict=True)
        return [attention_of(s, t, rows.get(i, ()), self._choice) for i, (s, t) in enumerate(tokens)]

    def _rows(self, batch: list[tuple[list[str], list[str]]]) -> list[Sequence[Sequence[float]]]:
        # One extra token, no matter which, so that the last one has a shifted row too.
        forced = [[*self._prefix, *target, target[-1]] for _, target in batch]
        try:
            results = self._model.translate_batch(
                [source for source, _ in batch],
                target_prefix=forced,
                beam_size=1,
                return_attention=True,
                max_batch_size=_BATCH_TOKENS,
                batch_type="tokens",
                max_input_length=0,
                max_decoding_length=max(map(len, forced)),  # counts the prefix
            )
        except RuntimeError as error:
            raise TranslationError("The language model could not align this text.") from error
        return [result.attention[0][len(self._prefix) :] for result in results]


def _chunks(items: Sequence[int], size: int) -> Iterator[list[int]]:
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk


def token_spans(text: str, tokens: Sequence[str]) -> list[Span | None]:
    """The span of each token in `text`, in code points; None for one that is not there.

    Tokens are found in order, whatever their tokenizer (SentencePiece with "▁" and bytes, subwords with "@@");
    case, compatibility forms and white space are ignored, and what is missing on either side is skipped.
    """
    flat, places = _letters(text)
    spans: list[Span | None] = []
    position = 0
    for piece, count in _spellings(tokens):
        found = flat.find(piece, position, position + len(piece) + _STEP) if piece else -1
        span = None
        if found >= 0:
            position = found + len(piece)
            span = (places[found], places[position - 1] + 1)
        spans += [span] * count
    return spans


def _letters(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters the index in `text`."""
    flat = "".join(text.split()).casefold()
    places = [i for i, character in enumerate(text) if not character.isspace()]
    if len(flat) == len(places) and unicodedata.is_normalized("NFKC", text):
        return flat, places  # folding kept the number of letters, as usual
    letters = [(letter, i) for i, character in enumerate(text) for letter in _folded(character)]
    return "".join(letter for letter, _ in letters), [i for _, i in letters]


def _spellings(tokens: Sequence[str]) -> Iterable[tuple[str, int]]:
    """What the tokens spell, folded, and how many spell it together: byte tokens make a character only together."""
    if not any(token[:3] == "<0x" for token in tokens):
        return [(_spelling(token), 1) for token in tokens]
    spellings: list[tuple[str, int]] = []
    for is_bytes, run in groupby(tokens, key=lambda token: BYTE.fullmatch(token) is not None):
        if is_bytes:
            codes = [int(token[3:5], 16) for token in run]
            spellings.append((_folded(bytes(codes).decode("utf-8", "ignore")), len(codes)))
        else:
            spellings += [(_spelling(token), 1) for token in run]
    return spellings


@cached_if_short(8192)
def _spelling(token: str) -> str:
    # Moses writes & and quotes as HTML entities.
    return _folded(unescape(token.removesuffix("@@").replace("▁", "")))


@cached_if_short(1024)
def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
