"""Translations that come with a document: those in its file, or, of the guide, the guide in the other language."""

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from threading import Lock

from reader.memory import Judgement, SentenceAndTranslation
from reader.parallel import Hypothesis
from reader.text import (
    LIKE_NORWEGIAN,
    Document,
    GivenSegment,
    GivenState,
    Span,
    base_language,
    in_language,
    split_sentences,
    with_signs_of,
)
from reader.translation.guide import guide_sentences
from reader.translation.sentences import sentences_of

_LookUp = Callable[[tuple[str, str], Collection[SentenceAndTranslation]], Mapping[SentenceAndTranslation, Judgement]]
# By sentence as it is asked for, its translation and what the file says of that.
_Known = Mapping[str, tuple[str, GivenState]]


def given_sentences(
    document: Document, source: str, target: str, rows: range | None = None
) -> Mapping[str, Hypothesis]:
    """The translations that come with a document: by sentence, as it is asked for.

    Args:
        document: any document.
        source, target: codes of the languages that it is translated from and to.
        rows: the paragraphs whose sentences are wanted, at least; by default all, which takes as long as splitting all
            into sentences.
    """
    if document.given is None:
        return guide_sentences(document, source, target)
    # The words are linked later, like those of any translation.
    known = _latest.of(document, source, target, rows)
    return {sentence: Hypothesis(text, 0.0, linked=False) for sentence, (text, _) in known.items()}


def with_given(look_up: _LookUp, document: Document) -> _LookUp:
    """What the user thinks of translations, and that those which people made count as checked: see `judged_text`."""

    def both(
        languages: tuple[str, str], pairs: Collection[SentenceAndTranslation]
    ) -> Mapping[SentenceAndTranslation, Judgement]:
        known = _latest.of(document, *languages)
        made = {key: text for key, (text, state) in known.items() if state is not GivenState.MACHINE}
        checked = {pair: Judgement(accepted=True) for pair in pairs if made.get(pair[0]) == pair[1]}
        return {**checked, **look_up(languages, pairs)}

    return both if document.given is not None else look_up


class _Latest:
    """What was found for the document that was asked about last: it is asked for sentence by sentence."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._document: Document | None = None
        self._languages = ("", "")
        self._known: _Known = {}

    def of(self, document: Document, source: str, target: str, rows: range | None = None) -> _Known:
        with self._lock:
            if self._document is document and self._languages == (source, target):
                return self._known
            if rows is not None:
                return dict(_known_in(document, source, target, rows))
            self._known = dict(_known_in(document, source, target, range(len(document.paragraphs))))
            self._document, self._languages = document, (source, target)
            return self._known


_latest = _Latest()


def _known_in(
    document: Document, source: str, target: str, wanted: range
) -> Iterator[tuple[str, tuple[str, GivenState]]]:
    given = document.given
    if given is None or not _are_alike(document.language, source):
        return
    if given.target_language and not _are_alike(given.target_language, target):
        return
    rows: dict[int, list[GivenSegment]] = {}
    first = bisect_left(given.segments, wanted.start, key=lambda segment: segment.row)
    for segment in takewhile(lambda segment: segment.row < wanted.stop, islice(given.segments, first, None)):
        rows.setdefault(segment.row, []).append(segment)
    for row, segments in rows.items():
        paragraph = in_language(document.paragraphs[row], source)
        sentences = [(each.span, each.key) for each in sentences_of(paragraph, source) if each.asked]
        for keys, same in _groups(sentences, segments):
            yield from _paired(keys, same, target)


def _groups(
    sentences: Sequence[tuple[Span, str]], segments: Sequence[GivenSegment]
) -> Iterator[tuple[list[str], list[GivenSegment]]]:
    """Sentences, and the segments that are about the same stretch: the fewest of both that have the same ends."""
    left = deque(segments)
    keys, same = list[str](), list[GivenSegment]()
    for span, key in sentences:
        keys.append(key)
        while left and left[0].span[0] < span[1]:
            same.append(left.popleft())
        if not same or same[-1].span[1] <= span[1]:
            if same:
                yield keys, same
            keys, same = [], []


def _paired(
    keys: Sequence[str], segments: Sequence[GivenSegment], target: str
) -> Iterator[tuple[str, tuple[str, GivenState]]]:
    """Each sentence with its translation, where it can be told which that is."""
    state = min((each.state for each in segments), key=list(GivenState).index)
    texts = [each.text.strip() for each in segments]
    if len(keys) == 1:
        texts = [" ".join(filter(None, texts))]
    elif len(texts) != len(keys):
        whole = " ".join(filter(None, texts))
        texts = [whole[start:end] for start, end in split_sentences(whole, target)]
    if len(texts) == len(keys):
        for key, text in zip(keys, texts, strict=True):
            yield key, (with_signs_of(key, text), state)


def _are_alike(one: str, other: str) -> bool:
    """Whether two codes name one language, or two of which one can be read as the other."""
    one, other = base_language(one), base_language(other)
    return one == other or {one, other} <= LIKE_NORWEGIAN
