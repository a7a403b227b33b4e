"""Other translations of a sentence that a user may choose from: few, and each really another one."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from reader.engine import Beginning
from reader.late_dataclasses import dataclass
from reader.parallel import Hypothesis, differing_words, not_cancelled
from reader.processing import warnings
from reader.quality.assessing import Assessor, Level
from reader.text import Link, Span, content_lemmas, lemma, shown, word_spans

if TYPE_CHECKING:
    from reader.engine import LinkingTranslator

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)

# How many are offered for a sentence; and of those with the same content words, how many more.
MOST, _MOST_FORMS = 8, 2
# How many translations the model is asked for, and how many words that may stand at a place.
_SEARCHED, _WORDS = 12, 32
# At a word: how many lemmas that the model would write there, and how many more that it makes of the word of the
# original by itself, of so many translations. Measured with the starter pair: of the words of a reference translation
# there are 44 and 50 in a hundred, without the latter 31 and 46.
_FROM_PLACE, _FROM_WORD, _ALONE = 12, 4, 8
# Each of these is written to its end: so many at a time, and no more in all.
_AT_ONCE, _MOST_AT_PLACE = 4, 18
# How many translations with the user's words are offered.
_MOST_KEEPING = 4


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another translation of a sentence.

    Attributes:
        hypothesis: the translation.
        word: what stands at the place that was asked about; "" if the whole sentence was.
        changed: its words that the translation shown does not have, as spans in code points into what is shown of it.
        level: how good it probably is; None if that is not known.
        forms: those with the same content words in other forms, with other function words or other punctuation.
    """

    hypothesis: Hypothesis
    word: str = ""
    changed: tuple[Span, ...] = ()
    level: Level | None = None
    forms: tuple["Alternative", ...] = ()

    @property
    def text(self) -> str:
        """What is shown of it."""
        return shown(self.hypothesis.text)


@dataclass(frozen=True, slots=True)
class Asked:
    """What alternatives are wanted for.

    Attributes:
        sentence, translation: the translation that is shown and its sentence, both as asked for.
        languages: codes of both.
        links: between their words.
    """

    sentence: str
    translation: str
    languages: tuple[str, str]
    links: tuple[Link, ...] = ()

    @property
    def target(self) -> str:
        """The language of the translation."""
        return self.languages[1]


def variants(
    asked: Asked, engine: "LinkingTranslator", *, cancelled: Callable[[], bool] = not_cancelled
) -> list[Alternative]:
    """At most eight translations of a sentence that differ in a content word, the likeliest first.

    Those with the words of the translation shown in other forms come last, as one.

    Raises:
        TranslationError: the model failed.
        CancelledError: `cancelled` returned True.
    """
    found = _sound(asked, engine.variants(asked.sentence, _SEARCHED, cancelled=cancelled))
    groups = _grouped(found, lambda each: _content(each.text, asked.target))
    own = groups.pop(_content(asked.translation, asked.target), [])
    others = [*groups.values(), own] if own else list(groups.values())
    return [_as_one(asked, group) for group in others[:MOST]]


def words_at(
    asked: Asked, beginning: Beginning, engine: "LinkingTranslator", *, cancelled: Callable[[], bool] = not_cancelled
) -> Iterator[list[Alternative]]:
    """Translations with another word behind the beginning of the one shown, and the rest made anew around it.

    The words have different lemmas, the likeliest first; other forms of the word that stands there come last. They
    come several times, each time more of them.

    Raises:
        TranslationError: the model failed.
        CancelledError: `cancelled` returned True.
    """
    here, before = beginning.next_word(asked.translation), _last_word(beginning.text)
    words = engine.words_at(asked.sentence, beginning, _WORDS, cancelled=cancelled)
    groups = _by_lemma((each for each in words if each.casefold() not in (here.casefold(), before.casefold())), asked)
    own = groups.pop(lemma(here, asked.target), [])
    alone = _by_lemma(_words_alone(asked, beginning, engine, cancelled), asked)
    wanted = list(groups.values())[:_FROM_PLACE]
    known = {*list(groups)[:_FROM_PLACE], lemma(here, asked.target)}
    wanted += islice((group for key, group in alone.items() if key not in known), _FROM_WORD)
    wanted = [group[: 1 + _MOST_FORMS] for group in (*wanted, own) if group]
    # First one of each.
    chosen = [*(group[0] for group in wanted), *(word for group in wanted for word in group[1:])]
    found = dict[str, Hypothesis]()
    for start in range(0, min(len(chosen), _MOST_AT_PLACE), _AT_ONCE):
        beginnings = [beginning.with_word(word) for word in chosen[start : start + _AT_ONCE]]
        new = _sound(asked, engine.continued(asked.sentence, beginnings, cancelled=cancelled))
        found |= {beginning.next_word(each.text): each for each in new}
        groups_found = ([found[word] for word in group if word in found] for group in wanted)
        yield [_as_one(asked, group, beginning) for group in groups_found if group]


def completions(
    sentence: str, typed: str, engine: "LinkingTranslator", *, cancelled: Callable[[], bool] = not_cancelled
) -> list[str]:
    """The words that may follow what was typed of a translation, or end its last word, likeliest first; at most eight.

    Raises:
        TranslationError: the model failed.
        CancelledError: `cancelled` returned True.
    """
    beginning = Beginning.typed(typed)
    found = engine.words_at(sentence, beginning, 2 * MOST, cancelled=cancelled)
    return [word for word in found if word != beginning.begun][:MOST]


def keeping(
    asked: Asked, machine: str, engine: "LinkingTranslator", *, cancelled: Callable[[], bool] = not_cancelled
) -> list[Alternative]:
    """Translations with the words of the user's that the machine's has not, which differ from the user's elsewhere.

    Args:
        asked: the sentence, and the user's translation of it.
        machine: the machine's.
        engine: what translates.
        cancelled: asked as by the engine.

    Raises:
        TranslationError: the model failed.
        CancelledError: `cancelled` returned True.
    """
    own = differing_words(machine, asked.translation)[1]
    if not own:
        return []
    found = engine.near(asked.sentence, asked.translation, MOST, cancelled=cancelled)
    until = Beginning.until(asked.translation, own[-1][1])
    found += engine.continued(asked.sentence, [until], cancelled=cancelled)
    kept = [word for start, end in own for word in _folded(asked.translation[start:end])]
    sound = {each.text: each for each in _sound(asked, found) if _has_in_order(_folded(each.text), kept)}
    return [_alternative(asked, each, None) for each in sound.values()][:_MOST_KEEPING]


def _folded(text: str) -> list[str]:
    return [text[start:end].casefold() for start, end in word_spans(text)]


def _has_in_order(words: Iterable[str], wanted: Iterable[str]) -> bool:
    coming = iter(words)
    return all(word in coming for word in wanted)


def _by_lemma(words: Iterable[str], asked: Asked) -> dict[str, list[str]]:
    return _grouped(words, lambda word: lemma(word, asked.target))


def _words_alone(
    asked: Asked, beginning: Beginning, engine: "LinkingTranslator", cancelled: Callable[[], bool]
) -> list[str]:
    """What the word of the original that belongs to the place may be by itself, in a word."""
    place = beginning.place_in(asked.translation)
    linked = [link for link in asked.links if (link[2], link[3]) == place]
    if not linked:
        return []
    start, end, *_ = max(linked, key=lambda link: link[4])
    found = engine.variants(asked.sentence[start:end], _ALONE, cancelled=cancelled)
    texts = [(each.text, word_spans(each.text)) for each in found]
    return [text[slice(*words[0])] for text, words in texts if len(words) == 1]


def _last_word(text: str) -> str:
    words = word_spans(text)
    return text[slice(*words[-1])] if words else ""


def _content(text: str, language: str) -> tuple[str, ...]:
    """The lemmas of the content words of a translation; word order is another form of the same."""
    return tuple(sorted(word for _, word in content_lemmas(shown(text), language)))


def _sound(asked: Asked, found: Iterable[Hypothesis]) -> list[Hypothesis]:
    """Those that are another translation and have nothing wrong that the one shown does not have."""
    known = {*warnings(asked.sentence, asked.translation, asked.languages)}
    return [each for each in found if shown(each.text) != shown(asked.translation) and known.issuperset(each.warnings)]


def _grouped(found: Iterable[_T], key: Callable[[_T], _K]) -> dict[_K, list[_T]]:
    groups = defaultdict[_K, list[_T]](list)
    for each in found:
        groups[key(each)].append(each)
    return groups


def _as_one(asked: Asked, group: Sequence[Hypothesis], beginning: Beginning | None = None) -> Alternative:
    first, *others = (_alternative(asked, each, beginning) for each in group[: 1 + _MOST_FORMS])
    return replace(first, forms=tuple(others))


def _alternative(asked: Asked, found: Hypothesis, beginning: Beginning | None) -> Alternative:
    _, changed = differing_words(shown(asked.translation), shown(found.text))
    return Alternative(found, beginning.next_word(found.text) if beginning is not None else "", changed)


def with_levels(
    found: Sequence[Alternative],
    asked: Asked,
    assessor: Assessor,
    *,
    cancelled: Callable[[], bool] = not_cancelled,
) -> list[Alternative]:
    """The alternatives with how good each of them, and each of their forms, probably is.

    Raises:
        TranslationError: a model failed.
        CancelledError: `cancelled` returned True.
    """
    all_of_them = [each for one in found for each in (one, *one.forms)]
    pairs = [(shown(asked.sentence), each.text) for each in all_of_them]
    told = iter(assessor.assess(pairs, cancelled=cancelled))
    levels = {
        each.text: assessment.level if assessment is not None else None
        for each, assessment in zip(all_of_them, told, strict=True)
    }
    return [
        replace(one, level=levels[one.text], forms=tuple(replace(each, level=levels[each.text]) for each in one.forms))
        for one in found
    ]
