"""Translating through pivot languages, where no package translates directly."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from reader.engine.beginnings import Beginning
from reader.parallel import Hypothesis, by_rules, not_cancelled
from reader.processing import localised
from reader.text import Link


class LinkingTranslator(Protocol):
    """An engine, or a chain of them."""

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """As `Engine.translate`."""

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """As `Engine.align`."""

    def variants(self, sentence: str, count: int, *, cancelled: Callable[[], bool] = not_cancelled) -> list[Hypothesis]:
        """As `Engine.variants`."""

    def words_at(
        self, sentence: str, beginning: Beginning, count: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[str]:
        """As `Engine.words_at`."""

    def continued(
        self, sentence: str, beginnings: Sequence[Beginning], *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """As `Engine.continued`."""

    def near(
        self, sentence: str, wanted: str, count: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """As `Engine.near`."""


class Pivot:
    """Two engines, of which the second translates the output of the first."""

    def __init__(self, first: LinkingTranslator, second: LinkingTranslator, ends: tuple[str, str] = ("", "")) -> None:
        """`first` translates into the source language of `second`.

        `ends` are the languages of the sentences and of the translations, in which numbers are written as these do:
        once over the whole, so neither engine is to (see `Engine.leg`).
        """
        self._first, self._second, self._ends = first, second, ends

    def translate(
        self, sentences: Sequence[str], *, linking: bool = True, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """Translate through the pivot language; scores add up, links are composed.

        Links are always made: later the sentence would have to be translated again for them.
        """
        between = self._first.translate(sentences, cancelled=cancelled)
        said = [hypothesis.text for hypothesis in between if hypothesis.text]
        results = iter(self._second.translate(said, cancelled=cancelled))
        return [
            self._through(sentence, hypothesis, next(results)) if hypothesis.text else hypothesis
            for sentence, hypothesis in zip(sentences, between, strict=True)
        ]

    def align(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Link, ...]]:
        """Link the words of given texts through the sentence's translation into the pivot language."""
        between = self._first.translate([source for source, _ in pairs])
        targets = self._second.align([(h.text, target) for h, (_, target) in zip(between, pairs, strict=True)])
        return [composed(h.links, links) for h, links in zip(between, targets, strict=True)]

    def variants(self, sentence: str, count: int, *, cancelled: Callable[[], bool] = not_cancelled) -> list[Hypothesis]:
        """Several translations of what the sentence is in the pivot language; otherwise as `Engine.variants`."""
        return self._rest(sentence, lambda said: self._second.variants(said, count, cancelled=cancelled), cancelled)

    def words_at(
        self, sentence: str, beginning: Beginning, count: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[str]:
        """As `variants`; otherwise as `Engine.words_at`."""
        between = self._between(sentence, cancelled)
        return self._second.words_at(between.text, beginning, count, cancelled=cancelled) if between.text else []

    def continued(
        self, sentence: str, beginnings: Sequence[Beginning], *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """As `variants`; otherwise as `Engine.continued`."""
        return self._rest(
            sentence, lambda said: self._second.continued(said, beginnings, cancelled=cancelled), cancelled
        )

    def near(
        self, sentence: str, wanted: str, count: int, *, cancelled: Callable[[], bool] = not_cancelled
    ) -> list[Hypothesis]:
        """As `variants`; otherwise as `Engine.near`."""
        return self._rest(sentence, lambda said: self._second.near(said, wanted, count, cancelled=cancelled), cancelled)

    def _rest(
        self, sentence: str, ask: Callable[[str], Sequence[Hypothesis]], cancelled: Callable[[], bool]
    ) -> list[Hypothesis]:
        """What the second engine finds for what the sentence is in the pivot language, linked with the sentence."""
        between = self._between(sentence, cancelled)
        found = ask(between.text) if between.text else ()
        return [self._through(sentence, between, each) for each in found]

    def _between(self, sentence: str, cancelled: Callable[[], bool]) -> Hypothesis:
        [between] = self._first.translate([sentence], cancelled=cancelled)
        return between

    def _through(self, sentence: str, first: Hypothesis, second: Hypothesis) -> Hypothesis:
        text = localised(sentence, second.text, *self._ends)
        if text != second.text:
            [links] = self._second.align([(first.text, text)])
            second = replace(second, text=text, links=links)
        found = Hypothesis(second.text, first.score + second.score, composed(first.links, second.links))
        return by_rules(sentence, found, self._ends)


def composed(first: Sequence[Link], second: Sequence[Link]) -> tuple[Link, ...]:
    """Links from a to b and from b to c as links from a to c; weights multiply, of several paths the best counts."""
    best: dict[tuple[int, int, int, int], float] = {}
    for s0, s1, a0, a1, one in first:
        for b0, b1, t0, t1, two in second:
            if a0 < b1 and b0 < a1:
                key = (s0, s1, t0, t1)
                best[key] = max(best.get(key, 0.0), one * two)
    return tuple(sorted((*key, weight) for key, weight in best.items()))
