"""The sentences of a paragraph, and what each is asked for as."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reader.processing import unspoken
from reader.short_cache import cached_if_short
from reader.text import (
    Inline,
    Paragraph,
    Span,
    Whole,
    cuts_of,
    in_language,
    long_runs,
    split_sentences,
    stretches_outside,
    whole_of,
)


class Sentence(NamedTuple):
    """A sentence of a paragraph, or a part of one that runs on over cues.

    Attributes:
        span: in the paragraph.
        key: under which the user's edits of it are saved.
        asked: whether it is given to a model.
        whole: of a part, the sentence; of a sentence of cues also what is asked for instead.
    """

    span: Span
    key: str
    asked: bool
    whole: Whole | None = None

    @property
    def request(self) -> str:
        """What a model and the memory are asked for."""
        return self.whole.text if self.whole is not None else self.key


def sentences_to_translate(paragraph: Paragraph, language: str) -> Iterator[str]:
    """What the sentences of a paragraph of a document in `language` are asked for as.

    These are given to a model, and under these the memory stores the translations.
    """
    return (each.request for each in sentences_of(in_language(paragraph, language), language) if each.asked)


def sentences_of(paragraph: Paragraph, language: str) -> Iterator[Sentence]:
    """The sentences of a paragraph; of a cue also its parts of those that run on from it or to it.

    Of cues nothing is asked for that is not said (see `unspoken`).
    """
    cue = paragraph.cue
    if cue is None:
        yield from _sentences_in(paragraph, language)
        return
    if cue.run is None:
        for each in _sentences_in(paragraph, language):
            yield each._replace(whole=_spoken(Whole(each.key, (), 0), language))
        return
    start, end = cue.run.span(cue.index)
    for span, asked in _sentences_of_run(cue.run.text, language):
        if start < span[1] and span[0] < end:
            first, last = max(span[0] - start, 0), min(span[1], end) - start
            key = paragraph.text[first:last]
            whole = whole_of(cue.run, span, cue.index) or Whole(key, (), 0)
            yield Sentence((first, last), key, asked, _spoken(whole, language))


def _spoken(whole: Whole, language: str) -> Whole | None:
    """A sentence without what of it is not said; None if it is asked for as it stands."""
    asked, begins, unsaid = _said_in(whole.text, whole.begins, language)
    if not begins and not any(unsaid[0]):
        return None
    lead, tail = unsaid[whole.part]
    return Whole(asked, begins, whole.part, lead, tail)


@cached_if_short(8)  # each of its cues asks for it
def _said_in(text: str, begins: tuple[int, ...], language: str) -> tuple[str, tuple[int, ...], list[tuple[str, str]]]:
    """What is said in a sentence, where in that each part but the first begins, and what is not said around each."""
    said, places, unsaid, length = list[str](), list[int](), list[tuple[str, str]](), 0
    for start, end in cuts_of(len(text), begins):
        lead, tail = unspoken(text[start:end], language, inner=end < len(text))
        places.append(length)
        said.append(text[start + lead : end - tail] + text[end : end + 1])
        unsaid.append((text[start : start + lead], text[end - tail : end]))
        length += len(said[-1])
    return "".join(said), tuple(places[1:]), unsaid


def whole_with(paragraphs: Iterable[Paragraph], key: str, language: str) -> Whole | None:
    """The sentence that one saved as `key` is a part of, where the paragraphs have it first; None if it is whole."""
    cues = (each for each in paragraphs if each.cue is not None and key in each.text)
    return next((each.whole for cue in cues for each in sentences_of(cue, language) if each.key == key), None)


@cached_if_short(8)  # each of its cues asks for them
def _sentences_of_run(text: str, language: str) -> list[tuple[Span, bool]]:
    return [(each.span, each.asked) for each in _sentences_in(Paragraph(text), language)]


def _sentences_in(paragraph: Paragraph, language: str) -> Iterator[Sentence]:
    """Those that the paragraph has for itself.

    Sentences without letters outside long runs, verbatim spans and objects are not given to a model.
    """
    text, inline = paragraph.text, Inline.of(paragraph.text, paragraph.marks)
    if inline is None:
        runs = long_runs(text)
        for span in _cut_at(runs, split_sentences(text, language), text):
            yield Sentence(span, text[slice(*span)], _has_words(text, span, runs))
        return
    seen, runs = inline.for_splitting(), long_runs(inline.for_runs())
    words = inline.for_words()
    for span in _cut_at(runs, split_sentences(seen, language), seen):
        yield Sentence(span, inline.asked(span).key, _has_words(words, span, runs))


def _cut_at(runs: Sequence[Span], spans: Sequence[Span], text: str) -> Iterator[Span]:
    """The spans of sentences, cut where a long run that spans several of them begins or ends."""
    cuts = [edge for run in runs for edge in run if not any(_holds(span, run) for span in _around(run[0], spans))]
    for start, end in spans:
        within = cuts[bisect_right(cuts, start) : bisect_left(cuts, end)]
        for first, last in pairwise((start, *within, end)):
            part = text[first:last]
            if part.strip():
                yield last - len(part.lstrip()), first + len(part.rstrip())


def _around(place: int, spans: Sequence[Span]) -> Sequence[Span]:
    """The last span that begins at or before `place`, if any."""
    index = bisect_right(spans, place, key=lambda span: span[0])
    return spans[max(index - 1, 0) : index]


def _holds(outer: Span, inner: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _has_words(text: str, sentence: Span, runs: Sequence[Span]) -> bool:
    """Whether a sentence has letters outside the long runs of its paragraph."""
    start, end = sentence
    first = bisect_right(runs, start, key=lambda run: run[1])
    last = bisect_left(runs, end, key=lambda run: run[0])
    within = [(max(a, start) - start, min(b, end) - start) for a, b in runs[first:last]]
    return any(c.isalpha() for a, b in stretches_outside(within, end - start) for c in text[start + a : start + b])
