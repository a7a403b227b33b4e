"""A loaded language package: lists of sentences in, lists of translations out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Any

from reader.engine.attention import Attention
from reader.engine.nmt_model import AGAINST_LOOPS, Model, Piece, mean_score
from reader.engine.shortened import Shortened, pinned, restored
from reader.engine.word_alignment import word_links
from reader.errors import CancelledError, TranslationError
from reader.packages import LanguagePackage
from reader.parallel import Hypothesis, Link, not_cancelled
from reader.paths import ATTENTION_FOLDER, data_folder
from reader.processing import Placeholders, Plan, finish, looping, lost, plan, plan_without_names_and_numbers, warnings
from reader.text import long_runs, verbatim_in, word_spans

# Characters translated together, for each core: a few hundred tokens, a full pass through the model.
_WAVE = 1000
# Seconds between checks for cancellation while the model is busy.
_LOOK_S = 0.1
# More than a sentence has numbers and addresses.
_MISPLACED_COST = 1_000_000
# Words of one text times words of the other: more than in any pair that is short enough to be aligned.
_MOST_WORD_PAIRS = 500 * 500


class Engine:
    """One package loaded for translating. Not thread-safe."""

    def __init__(self, package: LanguagePackage, *, folder: Path | None = None, linking: bool = True) -> None:
        """Load the model and the tokenizer of `package`.

        Args:
            package: what to load.
            folder: where the attention choice is saved; by default in the data folder.
            linking: whether to link words; without, translating is a little faster.

        Raises:
            PackageError: model or tokenizer cannot be loaded.
        """
        self.package = package
        self._model = Model(package, folder or data_folder() / ATTENTION_FOLDER)
        self._linking = linking and self._model.attention_is_reliable

    @property
    def links_words(self) -> bool:
        """Whether words are linked: if asked for, and if the model's attention was found reliable."""
        return self._linking

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """Translate each sentence; the i-th result belongs to the i-th sentence.

        Without `linking` the results are not linked, which is a little faster: `align` can do it afterwards.

        Numbers, addresses and the like are preserved, loops are decoded again, and a sentence too long for the
        model is translated in pieces and joined. What still looks wrong is reported in `warnings`.

        `cancelled` is asked before each call of the model, which takes a bounded number of tokens, from any thread,
        and regularly while waiting. Once it returns True this raises at once; a call still running ends by itself.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True.
        """
        order = sorted(range(len(sentences)), key=lambda i: -len(sentences[i]))
        waves = list(_waves(order, sentences, self._model.workers * _WAVE))
        linking = linking and self._linking

        def translated(wave: list[int], cancelled: Callable[[], bool]) -> list[Hypothesis]:
            return self._wave([sentences[i] for i in wave], linking, cancelled)

        done = _in_parallel(translated, waves, cancelled)
        results = dict(zip(chain(*waves), chain(*done), strict=True))
        return [results[i] for i in range(len(sentences))]

    def _wave(self, sentences: Sequence[str], linking: bool, cancelled: Callable[[], bool]) -> list[Hypothesis]:
        """Translate these together. Two threads may run this at once, which model and tokenizer allow."""
        plans = [plan(sentence, self._model.unspellable(sentence)) for sentence in sentences]
        results: list[Hypothesis] = []
        drafts: list[_Draft] = []
        for draft in self._drafts(sentences, plans, linking, cancelled):
            drafts.append(draft)
            results.append(self._finished(draft, linking))
        for i in self._repair(drafts, linking, cancelled):
            results[i] = self._finished(drafts[i], linking)
        return self._with_links(drafts, results, cancelled) if linking else results

    def align(
        self,
        pairs: Sequence[tuple[str, str]],
        backward: "Engine | None" = None,
        *,
        cancelled: Callable[[], bool] = not_cancelled,
    ) -> list[tuple[Link, ...]]:
        """Link the words of each sentence with those of any translation of it; () where that is unreliable.

        Args:
            pairs: sentences and their translations.
            backward: the engine of the opposite direction; links from both are more accurate.
            cancelled: asked before each call of a model, which takes a bounded number of tokens.

        Returns:
            Links in code points into the two texts of each pair. A long run counts as one word.

        Raises:
            TranslationError: a model failed.
            CancelledError: `cancelled` returned True.
        """
        if not self._linking or not pairs:
            return [() for _ in pairs]
        spans = [(self._model.unspellable(source), self._model.unspellable(target)) for source, target in pairs]
        short = [
            (Shortened.of(source, here), Shortened.of(target, there))
            for (source, target), (here, there) in zip(pairs, spans, strict=True)
        ]
        texts = [(source.text, target.text) for source, target in short]
        forward = self._model.align(texts, cancelled=cancelled)
        back: Sequence[Attention | None] = [None] * len(pairs)
        if backward is not None and backward.links_words:
            back = backward._model.align([(target, source) for source, target in texts], cancelled=cancelled)
        return [
            pinned(restored(_links(a.text, b.text, one, other), a, b), *pair, span)
            for pair, span, (a, b), one, other in zip(pairs, spans, short, forward, back, strict=True)
        ]

    def _drafts(
        self,
        sentences: Sequence[str],
        plans: Sequence[Plan],
        linking: bool,
        cancelled: Callable[[], bool],
        **options: Any,
    ) -> Iterator["_Draft"]:
        texts = [piece for planned in plans for piece in planned.pieces]
        pieces = self._model.translate(texts, attention=linking, cancelled=cancelled, **options)
        for sentence, planned in zip(sentences, plans, strict=True):
            yield _Draft.of(sentence, planned, [next(pieces) for _ in planned.pieces])

    def _repair(self, drafts: list["_Draft"], linking: bool, cancelled: Callable[[], bool]) -> set[int]:
        """Translate again what loops, and around what was lost, and use what is better; returns the changed indices."""
        changed: set[int] = set()
        for is_bad, way, options in (
            (_Draft.looping, plan, AGAINST_LOOPS),
            (_Draft.losses, plan_without_names_and_numbers, {}),
        ):
            bad = [i for i, draft in enumerate(drafts) if draft.text and is_bad(draft)]
            sentences = [drafts[i].sentence for i in bad]
            plans = [way(sentence, self._model.unspellable(sentence)) for sentence in sentences]
            again = self._drafts(sentences, plans, linking, cancelled, **options)
            for i, draft in zip(bad, again, strict=True):
                if draft.text and is_bad(draft) < is_bad(drafts[i]):
                    drafts[i] = draft
                    changed.add(i)
        return changed

    def _finished(self, draft: "_Draft", linking: bool) -> Hypothesis:
        if not draft.text or not draft.pieces:
            return Hypothesis(draft.text, draft.score)
        text = draft.finished(self.package)
        links = _links(draft.sentence, text, draft.attention() if linking else None)
        # If the model cannot link, nothing is left to be done later.
        return Hypothesis(text, draft.score, links, warnings(draft.sentence, text), linking or not self._linking)

    def _with_links(
        self, drafts: Sequence["_Draft"], results: list[Hypothesis], cancelled: Callable[[], bool]
    ) -> list[Hypothesis]:
        """Align as a whole what has no attention of its own, such as a sentence joined from several pieces."""
        pieced = [i for i, draft in enumerate(drafts) if draft.text and len(draft.pieces) > 1]
        pieced += [i for i, draft in enumerate(drafts) if len(draft.pieces) == 1 and draft.attention() is None]
        try:
            links = self.align([(drafts[i].sentence, results[i].text) for i in pieced], cancelled=cancelled)
        except TranslationError:
            return results  # translations without links are still of use
        for i, found in zip(pieced, links, strict=True):
            results[i] = replace(results[i], links=found)
        return results


def _in_parallel(
    work: Callable[[list[int], Callable[[], bool]], list[Hypothesis]],
    waves: Sequence[list[int]],
    cancelled: Callable[[], bool],
) -> list[list[Hypothesis]]:
    """The results of `work` on the waves, two at a time: the model translates one while the other is finished.

    Raises:
        CancelledError: `cancelled` returned True; waves in progress end soon after.
    """
    stop = Event()  # also stops a wave when this ends with another exception

    def stopped() -> bool:
        return stop.is_set() or cancelled()

    pool = ThreadPoolExecutor(2)
    try:
        futures = [pool.submit(work, wave, stopped) for wave in waves]
        done = _results(futures, cancelled)
    except BaseException:
        stop.set()
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()
    return done


def _results(futures: Sequence[Future[list[Hypothesis]]], cancelled: Callable[[], bool]) -> list[list[Hypothesis]]:
    """The results once all are done; raises the exception of the first that fails."""
    pending: Collection[Future[list[Hypothesis]]] = futures
    while pending:
        done, pending = wait(pending, _LOOK_S, FIRST_EXCEPTION)
        for future in done:
            future.result()
        if pending and cancelled():
            raise CancelledError
    return [future.result() for future in futures]


def _links(source: str, target: str, forward: Attention | None, backward: Attention | None = None) -> tuple[Link, ...]:
    """As `word_links`; () without attention, or where there are too many words for a table of all pairs."""
    if forward is None or len(word_spans(source)) * len(word_spans(target)) > _MOST_WORD_PAIRS:
        return ()
    return word_links(source, target, forward, backward)


def _waves(order: Sequence[int], sentences: Sequence[str], size: int) -> Iterator[list[int]]:
    """Indices of sentences in lists, each of which ends with the sentence that brings it to `size` characters."""
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
    """A sentence as the model translated it, joined from its pieces; `joined` still has the placeholders."""

    sentence: str
    joined: str
    score: float
    pieces: tuple[Piece, ...]
    placeholders: Placeholders

    @classmethod
    def of(cls, sentence: str, planned: Plan, pieces: Sequence[Piece]) -> "_Draft":
        # Rather an untranslated stretch than none of the verbatim spans around it.
        texts = [piece.text or (piece.source if verbatim_in(sentence) and len(pieces) > 1 else "") for piece in pieces]
        joined = planned.join(texts) if all(texts) else ""
        return cls(sentence, joined, mean_score(pieces), tuple(pieces), planned.placeholders)

    @property
    def text(self) -> str:
        return self.placeholders.restored(self.joined)

    def finished(self, package: LanguagePackage) -> str:
        return self.placeholders.restored(finish(self.placeholders.text, self.joined, package.target, package.source))

    def looping(self) -> int:
        return int(looping(self.sentence, self.text))

    def losses(self) -> int:
        """How much was lost.

        A placeholder that is missing, repeated or made up outweighs all numbers, and a verbatim span all of those.
        """
        verbatim = Counter(verbatim_in(self.sentence)) - Counter(verbatim_in(self.text))
        misplaced = self.placeholders.misplaced(self.joined) + _MISPLACED_COST * verbatim.total()
        return _MISPLACED_COST * misplaced + len(lost(self.sentence, self.text))

    def attention(self) -> Attention | None:
        """The attention of a single piece, which is that of the sentence: what is around it (a dash) has no words."""
        is_whole = len(self.pieces) == 1 and not self.placeholders.originals and not long_runs(self.sentence)
        return self.pieces[0].attention if is_whole else None
