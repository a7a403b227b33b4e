"""A loaded language package: lists of sentences in, lists of translations out."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from reader import care
from reader.argos import LanguagePackage
from reader.attention import Attention
from reader.errors import TranslationError
from reader.hypothesis import Hypothesis
from reader.links import word_links
from reader.model import AGAINST_LOOPS, Model, Piece, mean_score
from reader.parallel import Link
from reader.places import ATTENTION_FOLDER, data_folder

# Characters translated together, for each core: a few hundred tokens, a full pass through the model.
_WAVE = 1000


class Engine:
    """One package loaded for translating. Not for use by two threads at once."""

    def __init__(self, package: LanguagePackage, *, folder: Path | None = None, linking: bool = True) -> None:
        """Load the model and the tokenizer of `package`.

        Args:
            package: what to load.
            folder: where it is kept which of the model's attention to read; by default in the data folder.
            linking: whether words are linked; without, translating is a little faster.

        Raises:
            PackageError: model or tokenizer cannot be loaded.
        """
        self.package = package
        self._model = Model(package, folder or data_folder() / ATTENTION_FOLDER)
        self._linking = linking and self._model.attention_is_reliable

    @property
    def links_words(self) -> bool:
        """Whether the words of sentences are linked: only where the model's attention was found to be reliable."""
        return self._linking

    def translate(self, sentences: Sequence[str], *, linking: bool = True) -> list[Hypothesis]:
        """Translate each sentence; the i-th result belongs to the i-th sentence.

        Without `linking` the results are not linked, which is a little faster: `align` can do it afterwards.

        What must survive (numbers, addresses) does, loops are decoded again, and a sentence longer than the
        model can take goes in pieces and is joined again. What still looks wrong is told in `warnings`.

        Raises:
            TranslationError: the model failed.
        """
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        waves = list(_waves(order, sentences, self._model.workers * _WAVE))
        linking = linking and self._linking

        def translated(wave: list[int]) -> list[Hypothesis]:
            return self._wave([sentences[i] for i in wave], linking)

        # Two at a time: while one is finished, mended and linked the model works on the other.
        with ThreadPoolExecutor(2) as pool:
            done = list(pool.map(translated, waves))
        results = dict(zip(chain(*waves), chain(*done), strict=True))
        return [results[i] for i in range(len(sentences))]

    def _wave(self, sentences: Sequence[str], linking: bool) -> list[Hypothesis]:
        """Translate these together; two threads may be here at once, which model and tokenizer allow."""
        plans = [care.plan(sentence) for sentence in sentences]
        results: list[Hypothesis] = []
        drafts: list[_Draft] = []
        for draft in self._drafts(sentences, plans, linking):
            drafts.append(draft)
            results.append(self._finished(draft, linking))
        for i in self._repair(drafts, linking):
            results[i] = self._finished(drafts[i], linking)
        return self._with_links(drafts, results) if linking else results

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
        forward = self._model.align(pairs)
        back: Sequence[Attention | None] = [None] * len(pairs)
        if backward is not None and backward.links_words:
            back = backward._model.align([(target, source) for source, target in pairs])
        return [
            word_links(*pair, one, other) if one is not None else ()
            for pair, one, other in zip(pairs, forward, back, strict=True)
        ]

    def _drafts(
        self, sentences: Sequence[str], plans: Sequence[care.Plan], linking: bool, **options: Any
    ) -> Iterator["_Draft"]:
        texts = [piece for plan in plans for piece in plan.pieces]
        pieces = self._model.translate(texts, attention=linking, **options)
        for sentence, plan in zip(sentences, plans, strict=True):
            yield _Draft.of(sentence, plan, [next(pieces) for _ in plan.pieces])

    def _repair(self, drafts: list["_Draft"], linking: bool) -> set[int]:
        """Translate again what loops, and around what was lost; keep what is better. Gives what was changed."""
        changed: set[int] = set()
        for is_bad, plan, options in (
            (_Draft.looping, care.plan, AGAINST_LOOPS),
            (_Draft.losses, care.plan_around, {}),
        ):
            bad = [i for i, draft in enumerate(drafts) if draft.text and is_bad(draft)]
            sentences = [drafts[i].sentence for i in bad]
            again = self._drafts(sentences, [plan(sentence) for sentence in sentences], linking, **options)
            for i, draft in zip(bad, again, strict=True):
                if draft.text and is_bad(draft) < is_bad(drafts[i]):
                    drafts[i] = draft
                    changed.add(i)
        return changed

    def _finished(self, draft: "_Draft", linking: bool) -> Hypothesis:
        if not draft.text or not draft.pieces:
            return Hypothesis(draft.text, draft.score)
        text = care.finish(draft.sentence, draft.text, self.package.target)
        attention = draft.attention() if linking else None
        links = word_links(draft.sentence, text, attention) if attention is not None else ()
        # What the model cannot link is as linked as it will ever be.
        return Hypothesis(text, draft.score, links, care.warnings(draft.sentence, text), linking or not self._linking)

    def _with_links(self, drafts: Sequence["_Draft"], results: list[Hypothesis]) -> list[Hypothesis]:
        """What was put together of several pieces has no attention of its own: it is aligned as a whole."""
        pieced = [i for i, draft in enumerate(drafts) if draft.text and len(draft.pieces) > 1]
        pieced += [i for i, draft in enumerate(drafts) if len(draft.pieces) == 1 and draft.attention() is None]
        try:
            links = self.align([(drafts[i].sentence, results[i].text) for i in pieced])
        except TranslationError:
            return results  # no reason to give up the translation
        for i, found in zip(pieced, links, strict=True):
            results[i] = replace(results[i], links=found)
        return results


def _waves(order: Sequence[int], sentences: Sequence[str], size: int) -> Iterator[list[int]]:
    """Indices of sentences in lists of about `size` characters, or more by less than a sentence."""
    wave: list[int] = []
    characters = 0
    for i in order:
        wave.append(i)
        characters += len(sentences[i])
        if characters >= size:
            yield wave
            wave, characters = [], 0
    if wave:
        yield wave


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence as it came from the model, put together again."""

    sentence: str
    text: str
    score: float
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, sentence: str, plan: care.Plan, pieces: Sequence[Piece]) -> "_Draft":
        said = all(piece.text for piece in pieces)
        text = plan.join([piece.text for piece in pieces]) if said else ""
        return cls(sentence, text, mean_score(pieces), tuple(pieces))

    def looping(self) -> int:
        return int(care.looping(self.sentence, self.text))

    def losses(self) -> int:
        return len(care.lost(self.sentence, self.text))

    def attention(self) -> Attention | None:
        """The attention of the translation itself; what stands around the piece (a dash) has no words."""
        return self.pieces[0].attention if len(self.pieces) == 1 else None
