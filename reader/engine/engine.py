"""A loaded language package: lists of sentences in, lists of translations out."""

from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

from reader.engine.attention import Attention
from reader.engine.beginnings import Beginning, as_prefix
from reader.engine.draft import Draft, inserted
from reader.engine.nmt_model import AGAINST_LOOPS, Model
from reader.engine.scoring import TokenScores
from reader.engine.tokens_linked import links_of, pinned, restored, same_tokens, shortened
from reader.engine.waves import in_parallel, in_waves
from reader.errors import TranslationError
from reader.packages import LanguagePackage
from reader.parallel import Hypothesis, not_cancelled
from reader.paths import ATTENTION_FOLDER, data_folder
from reader.processing import (
    Plan,
    Token,
    Without,
    changed_scale,
    number_errors,
    number_tokens,
    plan,
    rules_for,
    set_phrase,
    tokens,
    units,
    written_out,
)
from reader.text import Link, Span

# Characters translated together, for each core: a few hundred tokens, a full pass through the model.
_WAVE = 1000

# Of how many more words it is looked which of them begin as they should.
_MORE = 4
_NOTHING = Beginning("", 0)
# How far a translation is drawn to a wanted one: with less than 0.4 it is not, with more than 0.6 it is that one.
_NEARNESS = 0.5
# Enough tokens for a word, and for the one behind it that shows that it is whole.
_WORD_TOKENS = 6

_Tokens = Sequence[Token]  # of one sentence, in order


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
        # Their languages decide how quantities and other numbers are written.
        self._tokens_for = self._finished_for = (package.source, package.target)

    def leg(self) -> "Engine":
        """An engine with the same model for one leg of a way through several languages: it leaves numbers as written.

        What it rewrote would be read, or left, as if it were of a third language.
        """
        found = copy(self)
        found._tokens_for, found._finished_for = (self.package.source, ""), ("", self.package.target)
        return found

    @property
    def links_words(self) -> bool:
        """Whether words are linked: if asked for, and if the model's attention was found reliable."""
        return self._linking

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """Translate each sentence; the i-th result belongs to the i-th sentence.

        Without `linking` the results are not linked, which is a little faster: `align` can do it afterwards.

        Set phrases have their translation from a table. Numbers, addresses and the like are preserved, loops are
        decoded again, and a sentence too long for the model is translated in pieces and joined. What still looks wrong
        is reported in `warnings`.

        `cancelled` is asked before each call of the model, which takes a bounded number of tokens, from any thread,
        and regularly while waiting. Once it returns True this raises at once; a call still running ends by itself.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True.
        """
        known = {i: found for i, each in enumerate(sentences) if (found := self._set_phrase(each)) is not None}
        order = sorted((i for i in range(len(sentences)) if i not in known), key=lambda i: -len(sentences[i]))
        waves = list(in_waves(order, sentences, self._model.workers * _WAVE))
        linking = linking and self._linking

        def translated(wave: list[int], cancelled: Callable[[], bool]) -> list[Hypothesis]:
            return self._wave([sentences[i] for i in wave], linking, cancelled)

        done = in_parallel(translated, waves, cancelled)
        results = known | dict(zip(chain(*waves), chain(*done), strict=True))
        return [results[i] for i in range(len(sentences))]

    def _set_phrase(self, sentence: str) -> Hypothesis | None:
        found = set_phrase(sentence, *self._tokens_for)
        return Hypothesis(found.text, 0.0, found.links, judged=rules_for(self._tokens_for)) if found else None

    def _wave(self, sentences: Sequence[str], linking: bool, cancelled: Callable[[], bool]) -> list[Hypothesis]:
        """Translate these together. Two threads may run this at once, which model and tokenizer allow."""
        tokens_of = [self._tokens(sentence) for sentence in sentences]
        results = self._around(sentences, tokens_of, linking, cancelled)
        for all_numbers in (False, True):
            self._mend_numbers(sentences, tokens_of, results, linking, cancelled, all_numbers=all_numbers)
        return results

    def _tokens(self, sentence: str) -> list[Token]:
        """What of a sentence goes around the model."""
        found = tokens(sentence, *self._tokens_for)
        return units(sentence, found, self._model.unspellable(sentence))

    def _around(
        self, sentences: Sequence[str], tokens_of: Sequence[_Tokens], linking: bool, cancelled: Callable[[], bool]
    ) -> list[Hypothesis]:
        """Translate sentences around their tokens, which are in the translation whatever the model does.

        Placeholders read best, since the model sees that something is there. Where it loses one, or puts it beside
        other words, the sentence is translated without its tokens, and they are inserted. Both need word links.
        """
        drafts, results = self._tried(sentences, tokens_of, linking, cancelled)
        lost = [i for i, draft in enumerate(drafts) if tokens_of[i] and not draft.keeps_tokens(self._finished_for)]
        without = [Without.of(sentences[i], tokens_of[i]) for i in lost]
        _, bare = self._tried([each.text for each in without], [()] * len(lost), self._linking, cancelled)
        for i, taken, hypothesis in zip(lost, without, bare, strict=True):
            results[i] = inserted(sentences[i], taken, hypothesis, self._finished_for)
        return results

    def _mend_numbers(
        self,
        sentences: Sequence[str],
        tokens_of: Sequence[_Tokens],
        results: list[Hypothesis],
        linking: bool,
        cancelled: Callable[[], bool],
        *,
        all_numbers: bool,
    ) -> None:
        """Translate sentences with wrong numbers again, around those that were lost or all, and use what is better."""
        found = {
            i: number_tokens(sentences[i], "" if all_numbers else hypothesis.text, *self._tokens_for)
            for i, hypothesis in enumerate(results)
            if number_errors(sentences[i], hypothesis.text) or changed_scale(sentences[i], hypothesis.text)
        }
        if not (chosen := [i for i, numbers in found.items() if numbers]):
            return
        more = [units(sentences[i], [*tokens_of[i], *found[i]]) for i in chosen]
        again = self._around([sentences[i] for i in chosen], more, linking, cancelled)
        for i, hypothesis in zip(chosen, again, strict=True):
            if _has_better_numbers(sentences[i], hypothesis, results[i]):
                results[i] = hypothesis

    def _tried(
        self, sentences: Sequence[str], tokens_of: Sequence[_Tokens], linking: bool, cancelled: Callable[[], bool]
    ) -> tuple[list[Draft], list[Hypothesis]]:
        """Translate sentences with placeholders for their tokens, if any; those that have some are always linked."""
        plans = [self._planned(*each) for each in zip(sentences, tokens_of, strict=True)]
        linked = [linking or (self._linking and bool(found)) for found in tokens_of]
        drafts = list(self._drafts(sentences, plans, any(linked), cancelled))
        self._repair(drafts, tokens_of, any(linked), cancelled)
        results = [self._finished(*each) for each in zip(drafts, linked, strict=True)]
        return drafts, self._with_links(drafts, results, linked, cancelled)

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
        same = [self._same(*pair) for pair in pairs]
        short = [shortened(*pair, those) for pair, those in zip(pairs, same, strict=True)]
        texts = [(source.text, target.text) for source, target in short]
        forward = self._model.align(texts, cancelled=cancelled)
        back: Sequence[Attention | None] = [None] * len(pairs)
        if backward is not None and backward.links_words:
            back = backward._model.align([(target, source) for source, target in texts], cancelled=cancelled)
        return [
            pinned(restored(links_of(a.text, b.text, one, other), a, b), *pair, those)
            for pair, those, (a, b), one, other in zip(pairs, same, short, forward, back, strict=True)
        ]

    def score(
        self, pairs: Sequence[tuple[str, str]], *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[TokenScores | None]:
        """How probable the model finds given translations of sentences; None where it cannot tell: too long, or empty.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True; it is asked as by `align`.
        """
        return self._model.score(pairs, cancelled=cancelled)

    def variants(self, sentence: str, count: int, *, cancelled: Callable[[], bool] = not_cancelled) -> list[Hypothesis]:
        """Several whole translations of a sentence, at most `count`, the likeliest first.

        All keep its numbers, addresses and the like as well as the first; there are none of a sentence that is
        translated in pieces.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True; it is asked as by `align`.
        """
        found = self._tokens(sentence)
        results = self._variants(sentence, found, count, cancelled)
        wrong = number_errors(sentence, results[0].text) if results else 0
        if wrong:  # as where it is translated, numbers go around the model then
            numbers = number_tokens(sentence, results[0].text, *self._tokens_for)
            around = self._variants(sentence, units(sentence, [*found, *numbers]), count, cancelled)
            if around and number_errors(sentence, around[0].text) < wrong:
                return around
        return results

    def _variants(self, sentence: str, found: _Tokens, count: int, cancelled: Callable[[], bool]) -> list[Hypothesis]:
        options: dict[str, Any] = {"beam_size": count, "num_hypotheses": count}
        results = self._continued(sentence, found, [_NOTHING], cancelled, **options)
        if not results and found:  # it loses them in all
            without = Without.of(sentence, found)
            bare = self._continued(without.text, (), [_NOTHING], cancelled, **options)
            results = [inserted(sentence, without, each, self._finished_for) for each in bare]
        return results

    def words_at(
        self, sentence: str, beginning: Beginning, count: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[str]:
        """The words that may follow in a translation of a sentence, likeliest first, at most about `count`.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True; it is asked as by `align`.
        """
        found = self._tokens(sentence)
        planned = self._planned(sentence, found)
        if len(planned.pieces) != 1:
            return []
        ways = [(beginning.words, count)]
        if beginning.begun:
            # Behind that the model cannot write a word in the pieces in which it knows it, and makes up others.
            ways = [(beginning.words, count * _MORE), (beginning.text, count)]
        for start, often in ways:
            prefix = as_prefix(start, sentence, found, planned)
            pieces = self._model.alternatives(planned.pieces[0], prefix, often, _WORD_TOKENS, cancelled=cancelled)
            texts = (Draft.of(sentence, planned, [piece]).plain() for piece in pieces)
            if words := list(dict.fromkeys(filter(None, map(beginning.next_word, texts)))):
                return words
        return []

    def continued(
        self,
        sentence: str,
        beginnings: Sequence[Beginning],
        *,
        cancelled: Callable[[], bool] = not_cancelled,
    ) -> list[Hypothesis]:
        """Translations of a sentence that begin so: one for each beginning, but none where that is not possible.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True; it is asked as by `align`.
        """
        return self._continued(sentence, self._tokens(sentence), beginnings, cancelled, beam_size=1)

    def near(
        self, sentence: str, wanted: str, count: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """Translations of a sentence that leave a wanted one only where the model finds it unlikely, at most `count`.

        Raises:
            TranslationError: the model failed.
            CancelledError: `cancelled` returned True; it is asked as by `align`.
        """
        options: dict[str, Any] = {"beam_size": count, "num_hypotheses": count, "prefix_bias_beta": _NEARNESS}
        return self._continued(sentence, self._tokens(sentence), [_NOTHING], cancelled, wanted, **options)

    def _continued(
        self,
        sentence: str,
        found: _Tokens,
        beginnings: Sequence[Beginning],
        cancelled: Callable[[], bool],
        wanted: str = "",
        **options: Any,
    ) -> list[Hypothesis]:
        """Whole translations, those that lose least, in order and each once; near a `wanted` one if none is begun."""
        planned = self._planned(sentence, found)
        if len(planned.pieces) != 1:
            return []
        starts = [as_prefix(each.text or wanted, sentence, found, planned) for each in beginnings]
        attention = self._linking
        lists = self._model.continued(planned.pieces[0], starts, attention=attention, cancelled=cancelled, **options)
        results = dict[str, Hypothesis]()
        for beginning, pieces in zip(beginnings, lists, strict=True):
            for draft in (Draft.of(sentence, planned, [piece]) for piece in pieces):
                if draft.joined and not draft.looping() and draft.keeps_tokens(self._finished_for):
                    joined = beginning.joined(self._finished(draft, attention))
                    if joined is not None:
                        results.setdefault(joined.text, joined)
        errors = {text: number_errors(sentence, text) for text in results}
        return [each for text, each in results.items() if errors[text] == min(errors.values())]

    def _same(self, source: str, target: str) -> list[tuple[Span, Span]]:
        """The tokens of a sentence that stand once in it and once in a translation, in both."""
        return same_tokens(source, self._tokens(source), target)

    def _planned(self, sentence: str, found: _Tokens) -> Plan:
        """The plan of a sentence with its tokens, and with what the model would misread written out."""
        return plan(sentence, found, written_out(sentence, found, self.package.source, self.package.target))

    def _drafts(
        self,
        sentences: Sequence[str],
        plans: Sequence[Plan],
        linking: bool,
        cancelled: Callable[[], bool],
        **options: Any,
    ) -> Iterator[Draft]:
        texts = [piece for planned in plans for piece in planned.pieces]
        pieces = self._model.translate(texts, attention=linking, cancelled=cancelled, **options)
        for sentence, planned in zip(sentences, plans, strict=True):
            yield Draft.of(sentence, planned, [next(pieces) for _ in planned.pieces])

    def _repair(
        self, drafts: list[Draft], tokens_of: Sequence[_Tokens], linking: bool, cancelled: Callable[[], bool]
    ) -> None:
        """Translate again what loops, and use what does not."""
        bad = [i for i, draft in enumerate(drafts) if draft.joined and draft.looping()]
        sentences = [drafts[i].sentence for i in bad]
        plans = [self._planned(drafts[i].sentence, tokens_of[i]) for i in bad]
        again = self._drafts(sentences, plans, linking, cancelled, **AGAINST_LOOPS)
        for i, draft in zip(bad, again, strict=True):
            if draft.joined and not draft.looping():
                drafts[i] = draft

    def _finished(self, draft: Draft, linking: bool) -> Hypothesis:
        # If the model cannot link, nothing is left to be done later.
        return draft.finished(self._finished_for, linking, linked=linking or not self._linking)

    def _with_links(
        self,
        drafts: Sequence[Draft],
        results: list[Hypothesis],
        linked: Sequence[bool],
        cancelled: Callable[[], bool],
    ) -> list[Hypothesis]:
        """Align as a whole what has no attention of its own, such as a sentence joined from several pieces."""
        wanted = [(i, draft) for i, draft in enumerate(drafts) if linked[i]]
        pieced = [i for i, draft in wanted if draft.joined and len(draft.pieces) > 1]
        pieced += [i for i, draft in wanted if len(draft.pieces) == 1 and draft.attention() is None]
        try:
            links = self.align([(drafts[i].sentence, results[i].text) for i in pieced], cancelled=cancelled)
        except TranslationError:
            return results  # translations without links are still of use
        for i, found in zip(pieced, links, strict=True):
            results[i] = replace(results[i], links=found)
        return results


def _has_better_numbers(sentence: str, one: Hypothesis, other: Hypothesis) -> bool:
    """Whether fewer numbers were lost or added in one translation than in another, and nothing else is wrong."""
    if not {*one.warnings} - {"number"} <= {*other.warnings}:
        return False
    return number_errors(sentence, one.text) < number_errors(sentence, other.text)
