"""Translating a document: paragraphs are split into sentences, translated, and put together as rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain, islice, pairwise

from reader.errors import CancelledError, Message, TranslationError
from reader.gc_pause import gc_paused
from reader.late_dataclasses import dataclass
from reader.memory import Memory
from reader.parallel import (
    Hypothesis,
    Part,
    Row,
    RowTranslated,
    State,
    Translator,
    assembled,
    failed_row,
    judged,
    left_row,
)
from reader.processing import lost_token
from reader.text import Inline, Paragraph, Span, in_language, long_runs, split_sentences, stretches_outside
from reader.translation.languages import never_left

# Characters of source text in a batch. While paragraphs on screen wait, a batch is about one paragraph, so
# that something appears at once; otherwise it is large enough to use the model's full speed and small enough
# to be cancelled within a second or two.
_SMALL_BATCH = 400
_FULL_BATCH = 8000
# Characters that are sorted by length before they are cut into full batches: equal lengths need no padding.
_STRETCH = 6 * _FULL_BATCH
# Characters that are split into sentences and looked up in the memory at once, so that the first paragraphs of
# a very long document need not wait for the rest.
_AHEAD = 3 * _STRETCH


def translate(
    rows: Sequence[Row],
    language: str,
    translator: Translator,
    *,
    view: Callable[[], range] = lambda: range(0),
    cancelled: Callable[[], bool] = lambda: False,
    memory: Memory | None = None,
    package: str = "",
    linking: bool = True,
    target: str = "",
    leave: Callable[[Paragraph], str] = never_left,
    keep: bool = True,
    given: Mapping[str, Hypothesis] | None = None,
) -> Iterator[RowTranslated]:
    """Translate the rows that are pending or failed, and yield each when it is finished.

    Rows on screen go first, in small batches; then what follows them and finally what precedes them, sorted
    by length into full batches. Sentences in the memory are not translated again. A paragraph on which the
    model fails is yielded as failed, with the reason; the work goes on.

    Args:
        rows: all rows of the document; finished ones are skipped.
        language: code of the source language, for finding the sentences.
        translator: the loaded model.
        view: called before each batch; gives the rows on screen.
        cancelled: called often, also from other threads and within a batch, whose results are then dropped; True
            ends the work.
        memory: where finished sentences are looked up and stored; nothing is stored any more after something was
            forgotten there, since it may be part of that.
        package: identity of what translates, under which the memory stores them.
        linking: whether words are linked at once; otherwise only those on screen are, and the rest is left to
            `relink`, so that the text appears sooner.
        target: code of the target language; the user's edits in it take precedence over any translation.
        leave: the language of a paragraph that is left as it is, unless the user has edited something in it; else "".
        keep: whether finished sentences are stored.
        given: translations that come with the document, by sentence; only the user's edits take precedence over them.
    """
    memory = memory or Memory(None)
    forget_mark = memory.forget_mark  # read first: what is forgotten after a cancellation must not be stored again
    queue = _Queue(rows, language, leave)
    while queue:
        if cancelled():
            return
        here = view()
        if queue.look_ahead(here):
            waiting = queue.fresh()
            known = queue.take(
                _remembered(memory, package, waiting, language, target)
                | _given(given, waiting, language, target)
                | _edits(memory, package, waiting, language, target)
            )
            yield from (_unless_left(event, leave) for event in known)
            yield from queue.leave()
            continue
        batch = queue.next_batch(here)
        try:
            answers = _answers(translator, batch.sentences, linking or batch.visible, cancelled)
        except CancelledError:
            continue  # the loop then ends, unless it was a pause that was withdrawn
        finished = {s: a for s, a in answers.items() if isinstance(a, Hypothesis) and a.text}
        if keep:
            memory.store(package, finished, since=forget_mark)
        # Looked up again: the user may have edited sentences meanwhile.
        yield from queue.take(answers | _edits(memory, package, list(answers), language, target))


def recall(
    rows: Sequence[Row],
    language: str,
    memory: Memory,
    package: str,
    target: str = "",
    first: int = 0,
    leave: Callable[[Paragraph], str] = never_left,
    given: Mapping[str, Hypothesis] | None = None,
) -> list[RowTranslated]:
    """The rows whose sentences are all in the memory, without a model; arguments as for `translate`.

    Args:
        first: index of the first of `rows` in the document, if they are a part of it.
        leave: asked only of paragraphs that are all in the memory.
        given: translations that come with the document, by sentence; only the user's edits take precedence over them.
    """
    with gc_paused():
        queue = _Queue(rows, language)
        queue.look_ahead(range(len(rows)))
        waiting = queue.fresh()
        with_it = _given(given, waiting, language, target)
        edits = _edits(memory, package, waiting, language, target)
        known = queue.take(_remembered(memory, package, waiting, language, target) | with_it | edits)
        asked = (_unless_left(event, leave) for event in known)
        return [RowTranslated(first + event.index, event.row) for event in asked]


def _given(
    given: Mapping[str, Hypothesis] | None, sentences: Iterable[str], source: str, target: str
) -> dict[str, Hypothesis]:
    """Those of the sentences whose translation comes with the document."""
    if not given:
        return {}
    return judged({sentence: given[sentence] for sentence in sentences if sentence in given}, source, target)


def _remembered(
    memory: Memory, package: str, sentences: Sequence[str], source: str, target: str
) -> dict[str, Hypothesis]:
    """What the memory has, but for translations that lost a token, as some did before tokens went around the model."""
    known = memory.lookup(package, sentences).items()
    kept = {s: found for s, found in known if not _lost_token(s, found)}
    found = judged(kept, source, target)
    if changed := {s: each for s, each in found.items() if each is not kept[s]}:
        memory.note_judged(package, changed)  # so that they are not judged again at each opening
    return found


def _lost_token(sentence: str, found: Hypothesis) -> bool:
    return (not found.judged or "verbatim" in found.warnings) and lost_token(sentence, found.text)


def _edits(memory: Memory, package: str, sentences: Sequence[str], source: str, target: str) -> dict[str, Hypothesis]:
    return judged(memory.edits(source, target, sentences, package=package), source, target)


def _unless_left(event: RowTranslated, leave: Callable[[Paragraph], str]) -> RowTranslated:
    """The event, or that its row is left as it is, if it is to be and nothing in it is edited."""
    row = event.row
    if row.state is not State.DONE or any(pair.edited for pair in row.sentences) or not (language := leave(row.source)):
        return event
    return RowTranslated(event.index, left_row(row.source, language))


def sentences_to_translate(paragraph: Paragraph, language: str) -> Iterator[str]:
    """What the sentences of a paragraph of a document in `language` are asked for as.

    These are given to a model, and under these the memory stores the translations.
    """
    return (key for _, key, asked in sentences_of(in_language(paragraph, language), language) if asked)


def sentences_of(paragraph: Paragraph, language: str) -> Iterator[tuple[Span, str, bool]]:
    """The spans of a paragraph's sentences, what each is asked for as, and whether it is given to a model.

    Sentences without letters outside long runs, verbatim spans and objects are not.
    """
    text, inline = paragraph.text, Inline.of(paragraph.text, paragraph.marks)
    if inline is None:
        runs = long_runs(text)
        for span in _cut_at(runs, split_sentences(text, language), text):
            yield span, text[slice(*span)], _has_words(text, span, runs)
        return
    seen, runs = inline.for_splitting(), long_runs(inline.for_runs())
    words = inline.for_words()
    for span in _cut_at(runs, split_sentences(seen, language), seen):
        yield span, inline.asked(span).key, _has_words(words, span, runs)


_Answer = Hypothesis | TranslationError


def _answers(
    translator: Translator, sentences: Sequence[str], linking: bool, cancelled: Callable[[], bool]
) -> dict[str, _Answer]:
    """Translate sentences; if the model fails on the batch, each is tried alone."""
    try:
        return dict(zip(sentences, translator.translate(sentences, linking=linking, cancelled=cancelled), strict=True))
    except TranslationError as error:
        if len(sentences) == 1:
            return {sentences[0]: error}
    return {s: answer for alone in sentences for s, answer in _answers(translator, [alone], linking, cancelled).items()}


@dataclass(frozen=True, slots=True)
class _Batch:
    """Sentences to translate together, and whether they are on screen."""

    sentences: list[str]
    visible: bool


class _Queue:
    """The rows that wait for translations."""

    def __init__(self, rows: Sequence[Row], language: str, leave: Callable[[Paragraph], str] = never_left) -> None:
        self._rows, self._language, self._leave = rows, language, leave
        outstanding = (i for i, row in enumerate(rows) if row.state in (State.PENDING, State.FAILED))
        self._unsplit = dict.fromkeys(outstanding)
        self._drafts: dict[int, _Draft] = {}
        self._users: dict[str, list[int]] = {}
        self._stretch: list[list[str]] = []
        self._fresh: list[str] = []
        # Rows without sentences to translate; the next `take` yields them.
        self._wordless: dict[int, None] = {}
        # Rows with sentences whose language is to be asked.
        self._unasked: list[int] = []

    def __bool__(self) -> bool:
        return bool(self._drafts or self._unsplit)

    def look_ahead(self, view: range) -> bool:
        """Split the rows on screen into sentences or, if that is done, the next ones; whether there were any."""
        indices = [i for i in view if i in self._unsplit]
        if not indices and not self._stretch and not any(i in self._drafts for i in view):
            indices = list(self._following(view.stop))
        for index in indices:
            del self._unsplit[index]
            draft = self._drafts[index] = _Draft.of(self._rows[index].source, self._language)
            for sentence in draft.missing:
                users = self._users.setdefault(sentence, [])
                if not users:
                    self._fresh.append(sentence)
                users.append(index)
            if draft.missing:
                self._unasked.append(index)
            else:
                self._wordless[index] = None
        return bool(indices)

    def _following(self, first: int) -> Iterator[int]:
        """Rows that are not split yet, from `first` on and round to the start, until enough text is waiting."""
        characters = sum(len(self._rows[index].source.text) for index in self._drafts)
        order = list(self._unsplit)
        start = bisect_left(order, first)
        for index in chain(islice(order, start, None), islice(order, start)):
            if characters >= _AHEAD:
                return
            characters += len(self._rows[index].source.text)
            yield index

    def fresh(self) -> list[str]:
        """The new sentences since the last call, each once."""
        fresh, self._fresh = self._fresh, []
        return fresh

    def next_batch(self, view: range) -> _Batch:
        """The sentences to translate next, given the rows on screen."""
        visible = [i for i in view if i in self._drafts]
        if visible:
            return _Batch(next(_cut(self._missing(visible), _SMALL_BATCH)), visible=True)
        while self._stretch:
            # Some may have been translated meanwhile, as part of what was on screen.
            if batch := [sentence for sentence in self._stretch.pop() if sentence in self._users]:
                return _Batch(batch, visible=False)
        self._stretch = self._plan_stretch(view.stop)
        return _Batch(self._stretch.pop(), visible=False)

    def _plan_stretch(self, first: int) -> list[list[str]]:
        """Full batches of the text from row `first` on and round to the start; the last of them is done first."""
        order = sorted(self._drafts)
        start = bisect_left(order, first)
        nearest = next(_cut(self._missing(order[start:] + order[:start]), _STRETCH))
        return list(_cut(sorted(nearest, key=len, reverse=True), _FULL_BATCH))

    def _missing(self, indices: Iterable[int]) -> Iterator[str]:
        seen: set[str] = set()
        for index in indices:
            for sentence in self._drafts[index].missing:
                if sentence not in seen:
                    seen.add(sentence)
                    yield sentence

    def take(self, answers: Mapping[str, _Answer]) -> Iterator[RowTranslated]:
        """Give answers to the rows that wait for them, and yield the rows that are then complete."""
        touched, self._wordless = self._wordless, {}
        for sentence, answer in answers.items():
            for index in self._users.pop(sentence, ()):
                self._drafts[index].give(sentence, answer)
                touched[index] = None
        for index in sorted(i for i in touched if not self._drafts[i].missing):
            yield RowTranslated(index, self._drafts.pop(index).row())

    def leave(self) -> Iterator[RowTranslated]:
        """Yield the rows that are left as they are, of those split since the last call, as far as they wait."""
        unasked, self._unasked = self._unasked, []
        for index in unasked:
            draft = self._drafts.get(index)
            if draft is None or draft.has_edits or not (language := self._leave(draft.paragraph)):
                continue
            del self._drafts[index]
            for sentence in draft.missing:
                self._users[sentence].remove(index)
                if not self._users[sentence]:
                    del self._users[sentence]
            yield RowTranslated(index, left_row(draft.paragraph, language))


def _cut(sentences: Iterable[str], size: int) -> Iterator[list[str]]:
    """Sentences in lists of up to `size` characters, or one sentence that is longer."""
    batch: list[str] = []
    characters = 0
    for sentence in sentences:
        if batch and characters + len(sentence) > size:
            yield batch
            batch, characters = [], 0
        batch.append(sentence)
        characters += len(sentence)
    if batch:
        yield batch


@dataclass(slots=True)
class _Draft:
    """A paragraph split into sentences, with the answers so far."""

    paragraph: Paragraph
    sentences: tuple[tuple[Span, str], ...]
    missing: dict[str, None]
    answers: dict[str, _Answer] = field(default_factory=dict)

    @classmethod
    def of(cls, paragraph: Paragraph, language: str) -> "_Draft":
        found = list(sentences_of(paragraph, language))
        asked = (key for _, key, asked in found if asked)
        return cls(paragraph, tuple((span, key) for span, key, _ in found), dict.fromkeys(asked))

    def give(self, sentence: str, answer: _Answer) -> None:
        """Take the answer for a sentence."""
        self.answers[sentence] = answer
        self.missing.pop(sentence, None)

    @property
    def has_edits(self) -> bool:
        """Whether the user has edited one of the sentences that are answered so far."""
        return any(isinstance(answer, Hypothesis) and answer.edited for answer in self.answers.values())

    def row(self) -> Row:
        """The finished row; white space between sentences is as in the source."""
        failure = next((a.message for a in self.answers.values() if isinstance(a, TranslationError)), Message(""))
        if not failure and any(isinstance(a, Hypothesis) and not (a.text or a.edited) for a in self.answers.values()):
            failure = Message("The language model gave no translation.")
        if failure:
            return failed_row(self.paragraph, failure)
        return assembled(self.paragraph, [_part(span, s, self.answers.get(s)) for span, s in self.sentences])


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


def _part(span: Span, sentence: str, answer: _Answer | None) -> Part:
    if not isinstance(answer, Hypothesis):
        return Part(span, sentence)
    score = None if answer.edited else answer.score
    return Part(span, answer.text, score, answer.links, answer.warnings, answer.edited, answer.linked)
