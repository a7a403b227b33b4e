"""A loaded language package: lists of sentences in, lists of translations out."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader import care
from reader.argos import LanguagePackage, load_tokenizer
from reader.attention import Aligner, Attention, attention_of, load_model, target_vocabulary
from reader.calibration import attention_choice
from reader.errors import TranslationError
from reader.hypothesis import Hypothesis
from reader.links import word_links
from reader.parallel import Link
from reader.places import data_folder

# Argos' own search: beam 4 and its mild length penalty, which its packages were tuned with.
_BEAM_SIZE = 4
_LENGTH_PENALTY = 0.2
# Tokens in one pass through the model. Argos' 32 is about one sentence; full passes are some six times
# as fast on a CPU and more than this gains nothing.
_BATCH_TOKENS = 2048
# The models learned on sentences; far longer ones come out as gibberish, and CTranslate2 would cut them
# without a word. They are translated in pieces.
_LONGEST_TOKENS = 160
_PIECE_ENDS = (";", ":", ",")
# Models know at least so many positions (most 512), of the text and of what is forced on it.
_LONGEST_ALIGNED = 400
# A translation may be this much longer than its source, in tokens, before it is a loop.
_LENGTH_RATIO = 3
# What ends most loops, at some cost to the translation: for second tries only.
_AGAINST_LOOPS = {"no_repeat_ngram_size": 3, "repetition_penalty": 1.2}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of text as the model translated it; no attention if it had to be cut for the model."""

    source: str
    text: str
    score: float
    attention: Attention | None = None


class Engine:
    """One package loaded for translating. Not for use by two threads at once."""

    def __init__(self, package: LanguagePackage, *, folder: Path | None = None, linking: bool = True) -> None:
        """Load the model and the tokenizer of `package`.

        Args:
            package: what to load.
            folder: where it is kept which of the model's attention to read; by default the data folder.
            linking: whether words are linked; without, translating is a little faster.

        Raises:
            PackageError: model or tokenizer cannot be loaded.
        """
        self.package = package
        self._tokenizer = load_tokenizer(package)
        folder = folder or data_folder() / "attention"
        self._choice = attention_choice(package, self._tokenizer, folder, _threads())
        self._model = load_model(package, self._choice, _threads())
        self._aligner = Aligner(
            self._model, self._tokenizer, self._choice, package.target_prefix, target_vocabulary(package)
        )
        self._linking = linking and self._choice.reliable

    def translate(self, sentences: Sequence[str]) -> list[Hypothesis]:
        """Translate each sentence; the i-th result belongs to the i-th sentence.

        What must survive (numbers, addresses) does, loops are decoded again, and a sentence longer than the
        model can take goes in pieces and is joined again. What still looks wrong is told in `warnings`.

        Raises:
            TranslationError: the model failed.
        """
        drafts = self._drafts(sentences, [care.plan(sentence) for sentence in sentences])
        self._repair(sentences, drafts)
        hypotheses = [self._finished(sentence, draft) for sentence, draft in zip(sentences, drafts, strict=True)]
        return self._linked(sentences, drafts, hypotheses) if self._linking else hypotheses

    @property
    def links_words(self) -> bool:
        """Whether the words of sentences are linked: only where the model's attention was found to be reliable."""
        return self._linking

    def attentions(self, pairs: Sequence[tuple[str, str]]) -> list[Attention]:
        """The attention of the model between each sentence and any translation of it.

        Raises:
            TranslationError: the model failed.
        """
        return self._aligner.align(pairs)

    def align(self, pairs: Sequence[tuple[str, str]], backward: "Engine | None" = None) -> list[tuple[Link, ...]]:
        """Link the words of each sentence with those of any translation of it; () where that is unreliable.

        Args:
            pairs: sentences and their translations.
            backward: the engine of the opposite direction; links that both agree on are righter.

        Returns:
            Links in code points into the two texts of each pair.

        Raises:
            TranslationError: a model failed.
        """
        if not self._linking or not pairs:
            return [() for _ in pairs]
        forward = self.attentions(pairs)
        back: Sequence[Attention | None] = [None] * len(pairs)
        if backward is not None and backward.links_words:
            back = backward.attentions([(target, source) for source, target in pairs])
        return [word_links(*pair, one, other) for pair, one, other in zip(pairs, forward, back, strict=True)]

    # Translating

    def _drafts(self, sentences: Sequence[str], plans: Sequence[care.Plan], **options: Any) -> list["_Draft"]:
        pieces = iter(self._pieces([piece for plan in plans for piece in plan.pieces], **options))
        return [
            _Draft.of(sentence, plan, [next(pieces) for _ in plan.pieces])
            for sentence, plan in zip(sentences, plans, strict=True)
        ]

    def _repair(self, sentences: Sequence[str], drafts: list["_Draft"]) -> None:
        """Translate again what loops, and around what was lost; keep what is better."""
        for is_bad, plan, options in (
            (_Draft.looping, care.plan, _AGAINST_LOOPS),
            (_Draft.losses, care.plan_around, {}),
        ):
            bad = [i for i, draft in enumerate(drafts) if is_bad(draft)]
            again = self._drafts([sentences[i] for i in bad], [plan(sentences[i]) for i in bad], **options)
            for i, draft in zip(bad, again, strict=True):
                if draft.text and is_bad(draft) < is_bad(drafts[i]):
                    drafts[i] = draft

    def _finished(self, sentence: str, draft: "_Draft") -> Hypothesis:
        if not draft.text or not draft.pieces:
            return Hypothesis(draft.text, draft.score)
        text = care.finish(sentence, draft.text, self.package.target)
        return Hypothesis(text, draft.score, (), care.warnings(sentence, text))

    # Linking

    def _linked(
        self, sentences: Sequence[str], drafts: Sequence["_Draft"], hypotheses: Sequence[Hypothesis]
    ) -> list[Hypothesis]:
        """Link words by the attention of the translation itself, or aligned anew where the text was changed."""
        result = list(hypotheses)
        changed: list[int] = []
        for i, (sentence, draft) in enumerate(zip(sentences, drafts, strict=True)):
            attention = draft.attention(sentence, hypotheses[i].text)
            if attention is not None:
                result[i] = replace(result[i], links=word_links(sentence, result[i].text, attention))
            elif result[i].text and draft.pieces:
                changed.append(i)
        for i, links in zip(changed, self._aligned([(sentences[i], result[i].text) for i in changed]), strict=True):
            result[i] = replace(result[i], links=links)
        return result

    def _aligned(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """As `align`, but text too long to be aligned in one go, or failing, is no reason not to translate it."""
        fits = [pair for pair in pairs if all(len(self._tokenizer.encode(text)) <= _LONGEST_ALIGNED for text in pair)]
        try:
            found = dict(zip(fits, self.align(fits), strict=True))
        except TranslationError:
            found = {}
        return [found.get(pair, ()) for pair in pairs]

    # The model

    def _pieces(self, texts: Sequence[str], **options: Any) -> list[_Piece]:
        tokens = [self._tokens(text) for text in texts]
        results = self._run([piece for pieces in tokens for piece in pieces], **options)
        return [_whole(text, [next(results) for _ in pieces]) for text, pieces in zip(texts, tokens, strict=True)]

    def _tokens(self, text: str) -> list[list[str]]:
        """The tokens of a text, in as many lists as the model needs to take them all."""
        tokens = self._tokenizer.encode(text)
        if len(tokens) <= _LONGEST_TOKENS:
            return [tokens] if tokens else []
        halves = _halves(text)
        return [tokens] if len(halves) < 2 else [piece for half in halves for piece in self._tokens(half)]

    def _run(self, batch: list[list[str]], **options: Any) -> Iterator[_Piece]:
        if not batch:
            return iter(())
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
                return_attention=self._linking,
                **options,
            )
        except RuntimeError as error:
            raise TranslationError("The language model could not translate this text.") from error
        return (self._piece(tokens, result) for tokens, result in zip(batch, results, strict=True))

    def _piece(self, source: list[str], result: Any) -> _Piece:
        tokens = result.hypotheses[0]
        # CTranslate2 divides the sum of log-probabilities by length ** penalty; undone here.
        length = max(len(tokens), 1)
        score = result.scores[0] * length**_LENGTH_PENALTY / length
        skipped = int(bool(self.package.target_prefix) and tokens[:1] == [self.package.target_prefix])
        attention = None
        if self._linking:
            attention = attention_of(source, tokens[skipped:], result.attention[0][skipped:], self._choice)
        return _Piece("", self._tokenizer.decode(tokens[skipped:]), score, attention)


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence as it came from the model, put together again."""

    sentence: str
    text: str
    score: float
    pieces: tuple[_Piece, ...]

    @classmethod
    def of(cls, sentence: str, plan: care.Plan, pieces: Sequence[_Piece]) -> "_Draft":
        said = all(piece.text for piece in pieces)
        text = plan.join([piece.text for piece in pieces]) if said else ""
        return cls(sentence, text, _mean(pieces), tuple(pieces))

    def looping(self) -> int:
        return int(care.looping(self.sentence, self.text))

    def losses(self) -> int:
        return len(care.lost(self.sentence, self.text))

    def attention(self, sentence: str, text: str) -> Attention | None:
        """The attention from `sentence` to `text`, if the model saw just them."""
        if len(self.pieces) != 1 or self.pieces[0].source != sentence or self.pieces[0].text != text:
            return None
        return self.pieces[0].attention


def _mean(pieces: Sequence[_Piece]) -> float:
    """The score of pieces together, each counting by its length."""
    total = sum(len(piece.text) + 1 for piece in pieces)
    return sum(piece.score * (len(piece.text) + 1) for piece in pieces) / total if pieces else 0.0


def _whole(source: str, pieces: Sequence[_Piece]) -> _Piece:
    if len(pieces) == 1:
        return replace(pieces[0], source=source)
    return _Piece(source, " ".join(piece.text for piece in pieces if piece.text), _mean(pieces))


def _threads() -> int:
    """Cores this process may use; CTranslate2 gains nothing from more than eight for one batch.

    Said out loud because on macOS CTranslate2 would use one.
    """
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
