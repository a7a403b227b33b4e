"""The rows that wait for translations, and which of their sentences are translated next."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import chain, islice

from reader.errors import Message, TranslationError
from reader.late_dataclasses import dataclass
from reader.parallel import Hypothesis, Part, Row, RowTranslated, State, assembled, failed_row, left_row, part_of
from reader.text import Paragraph
from reader.translation.languages import never_left
from reader.translation.sentences import Sentence, sentences_of

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

Answer = Hypothesis | TranslationError


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences to translate together, and whether they are on screen."""

    sentences: list[str]
    visible: bool


class Queue:
    """The rows that wait for translations."""

    def __init__(
        self, rows: Sequence[Row], languages: tuple[str, str], leave: Callable[[Paragraph], str] = never_left
    ) -> None:
        """Wait for what is pending or failed; `languages` are the codes of both, for the rest see `translate`."""
        self._rows, self._languages, self._leave = rows, languages, leave
        outstanding = (i for i, row in enumerate(rows) if row.state in (State.PENDING, State.FAILED))
        self._unsplit = dict.fromkeys(outstanding)
        self._drafts: dict[int, _Draft] = {}
        self._users: dict[str, list[int]] = {}
        # The same by the parts of sentences, which only the user's edits are for.
        self._users_of_parts: dict[str, list[int]] = {}
        self._stretch: list[list[str]] = []
        self._fresh: list[str] = []
        self._fresh_parts: dict[str, None] = {}
        # Rows without sentences to translate; the next `take` yields them.
        self._wordless: dict[int, None] = {}
        # Rows with sentences whose language is to be asked.
        self._unasked: list[int] = []

    def __bool__(self) -> bool:
        """Whether any row waits."""
        return bool(self._drafts or self._unsplit)

    def look_ahead(self, view: range) -> bool:
        """Split the rows on screen into sentences or, if that is done, the next ones; whether there were any."""
        indices = [i for i in view if i in self._unsplit]
        if not indices and not self._stretch and not any(i in self._drafts for i in view):
            indices = list(self._following(view.stop))
        for index in indices:
            del self._unsplit[index]
            draft = self._drafts[index] = _Draft.of(self._rows[index].source, self._languages)
            for part in draft.parts:
                self._users_of_parts.setdefault(part, []).append(index)
                self._fresh_parts[part] = None
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

    def fresh_parts(self) -> list[str]:
        """The new parts of sentences since the last call, each once: the user may have edited them."""
        fresh, self._fresh_parts = self._fresh_parts, {}
        return list(fresh)

    def parts_of(self, sentences: Iterable[str]) -> list[str]:
        """The parts of these sentences that rows wait for, each once."""
        drafts = (self._drafts[index] for each in sentences for index in self._users.get(each, ()))
        return list(dict.fromkeys(part for draft in drafts for part in draft.parts))

    def next_batch(self, view: range) -> Batch:
        """The sentences to translate next, given the rows on screen."""
        visible = [i for i in view if i in self._drafts]
        if visible:
            return Batch(next(_cut(self._missing(visible), _SMALL_BATCH)), visible=True)
        while self._stretch:
            # Some may have been translated meanwhile, as part of what was on screen.
            if batch := [sentence for sentence in self._stretch.pop() if sentence in self._users]:
                return Batch(batch, visible=False)
        self._stretch = self._plan_stretch(view.stop)
        return Batch(self._stretch.pop(), visible=False)

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

    def take(self, answers: Mapping[str, Answer], edits: Mapping[str, Hypothesis]) -> Iterator[RowTranslated]:
        """Give answers to the rows that wait for them, and yield the rows that are then complete.

        `edits` are the user's, of sentences and of parts of them; these win.
        """
        touched, self._wordless = self._wordless, {}
        for part, edit in edits.items():
            for index in self._users_of_parts.get(part, ()):
                self._drafts[index].edits[part] = edit
                touched[index] = None
        for sentence, answer in {**answers, **edits}.items():
            for index in self._users.pop(sentence, ()):
                self._drafts[index].give(sentence, answer)
                touched[index] = None
        for index in sorted(i for i in touched if not self._drafts[i].missing):
            draft = self._drafts.pop(index)
            self._forget_users(index, draft)
            yield RowTranslated(index, draft.row())

    def _forget_users(self, index: int, draft: "_Draft") -> None:
        """That a row waits no more."""
        for users, keys in ((self._users, draft.missing), (self._users_of_parts, draft.parts)):
            for key in keys:
                users[key].remove(index)
                if not users[key]:
                    del users[key]

    def leave(self) -> Iterator[RowTranslated]:
        """Yield the rows that are left as they are, of those split since the last call, as far as they wait."""
        unasked, self._unasked = self._unasked, []
        for index in unasked:
            draft = self._drafts.get(index)
            if draft is None or draft.has_edits or not (language := self._leave(read_with(draft.paragraph))):
                continue
            del self._drafts[index]
            self._forget_users(index, draft)
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


def read_with(paragraph: Paragraph) -> Paragraph:
    """What the language of a paragraph is told by: of a cue all that sentences run on to, which is left with it."""
    cue = paragraph.cue
    return paragraph if cue is None or cue.run is None else Paragraph(cue.run.text, paragraph.kind)


@dataclass(slots=True)
class _Draft:
    """A paragraph split into sentences, with the answers so far.

    Attributes:
        paragraph: the paragraph.
        languages: codes of its language, and of that of the answers.
        sentences: its sentences.
        missing: what it waits for.
        parts: the keys of its parts of sentences that run on over cues.
        answers: what has been answered.
        edits: the user's edits of parts.
    """

    paragraph: Paragraph
    languages: tuple[str, str]
    sentences: tuple[Sentence, ...]
    missing: dict[str, None]
    parts: dict[str, None]
    answers: dict[str, Answer] = field(default_factory=dict)
    edits: dict[str, Hypothesis] = field(default_factory=dict)

    @classmethod
    def of(cls, paragraph: Paragraph, languages: tuple[str, str]) -> "_Draft":
        found = tuple(sentences_of(paragraph, languages[0]))
        asked = [each for each in found if each.asked]
        parts = dict.fromkeys(each.key for each in asked if each.whole is not None)
        return cls(paragraph, languages, found, dict.fromkeys(each.request for each in asked), parts)

    def give(self, sentence: str, answer: Answer) -> None:
        """Take the answer for a sentence."""
        self.answers[sentence] = answer
        self.missing.pop(sentence, None)

    @property
    def has_edits(self) -> bool:
        """Whether the user has edited one of the sentences that are answered so far."""
        return bool(self.edits) or any(isinstance(a, Hypothesis) and a.edited for a in self.answers.values())

    def row(self) -> Row:
        """The finished row; white space between sentences is as in the source."""
        failure = next((a.message for a in self.answers.values() if isinstance(a, TranslationError)), Message(""))
        if not failure and any(isinstance(a, Hypothesis) and not (a.text or a.edited) for a in self.answers.values()):
            failure = Message("The language model gave no translation.")
        if failure:
            return failed_row(self.paragraph, failure)
        return assembled(self.paragraph, list(map(self._part, self.sentences)))

    def _part(self, sentence: Sentence) -> Part:
        answer, whole = self.answers.get(sentence.request), sentence.whole
        if whole is not None and isinstance(answer, Hypothesis):
            answer = self.edits.get(sentence.key) or part_of(whole, answer, self.languages)
        if not isinstance(answer, Hypothesis):
            return Part(sentence.span, sentence.key)
        score = None if answer.edited else answer.score
        return Part(
            sentence.span, answer.text, score, answer.links, answer.warnings, answer.edited, linked=answer.linked
        )
