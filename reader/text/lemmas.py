"""Lemmas: what the inflected forms of a word have in common, and which words are content words.

The lemmas are simplemma's, which knows some fifty languages by lists of forms and by rules.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from reader import log
from reader.text.languages import LIKE_NORWEGIAN
from reader.text.spans import Span
from reader.text.words import word_spans


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# The words without content of their own: articles, pronouns, prepositions, conjunctions, auxiliaries and the like.
_NB = _words(
    """
    en ei et den det de denne dette disse slik slikt slike jeg meg du deg han ham hun henne vi oss dere dem man seg selv
    min mi mitt mine din di ditt dine sin si sitt sine hans hennes dens dets vår vårt våre deres som hvem hva hvilken
    hvilket hvilke hvis og eller men for så samt at om når da hvor hvordan hvorfor fordi siden dersom mens før etter
    enn ikke også bare jo nok vel i på av til fra med ved hos under over mot mellom gjennom uten innen innenfor utenfor
    blant langs rundt omkring bak foran inn ut opp ned her der nå er var være vært bli blir ble blitt ha har hadde hatt
    kan kunne kunnet skal skulle skullet vil ville villet må måtte måttet bør burde får fikk fått å
    """
)
_EN = _words(
    """
    a an the this that these those such i me you he him she her it we us they them one oneself myself yourself himself
    herself itself ourselves yourselves themselves my your his its our their mine yours hers ours theirs who whom whose
    which what and or but nor so as that if when while where how why because since although though unless until before
    after than not also only just in on at of to from with by under over against between through without within among
    along around behind about into onto upon off out up down for there here now is am are was were be been being have
    has had having do does did doing done can could shall should will would may might must ought get gets got
    """
)
_FUNCTION_WORDS = {"nb": _NB, "en": _EN}
_REMEMBERED = 50_000
_loading = Lock()


def lemma(word: str, language: str) -> str:
    """The lemma of a word of a language (a code), in small letters: "hus" of "Husenes".

    Of a language without lists it is the word itself. At the first word of a language its list is read, which takes
    half a second; that is nothing for the window's thread.
    """
    return _lemma(word.strip("'’-"), "nb" if language == "no" else language)


class Lemmas:
    """The same for many words: a tenth of the time, and for as long as this lives 50 MB a language."""

    def __init__(self) -> None:
        """Nothing is read yet."""
        self._lists = cache(lambda: _read_lists(low_memory=False))

    def lemma(self, word: str, language: str) -> str:
        """See `lemma`."""
        return _found(word.strip("'’-"), "nb" if language == "no" else language, self._lists)


@lru_cache(_REMEMBERED)
def _lemma(word: str, language: str) -> str:
    with _loading:  # or two threads would read the same list
        return _found(word, language, _lists)


def _found(word: str, language: str, lists: Callable[[], Any]) -> str:
    if not word:
        return ""
    try:
        return _looked_up(word, language, lists()).casefold()
    except (ImportError, OSError, ValueError, EOFError) as error:  # its files are damaged
        if not isinstance(error, ValueError) or _is_listed(language):
            log.caught(error, "looking up a lemma")
        return word.casefold()


def _looked_up(word: str, language: str, lists: Any) -> str:
    forms = [word, *_bare(word, language)]
    for form in (*map(str.lower, forms), *forms):  # names last: "Regjeringen" is among them
        if lists.is_dictionary_member(form, language):
            return str(lists.get_lemma(form, language))
    found = lists.get_lemma(word, language)
    return str(found) if found is not None else word


def _bare(word: str, language: str) -> list[str]:
    """A word without the ending of a genitive, which the lists do not have."""
    bare = word.removesuffix("'s").removesuffix("’s")
    if bare == word and language in LIKE_NORWEGIAN:
        bare = word.removesuffix("s")
    return [bare] if bare != word else []


def _is_listed(language: str) -> bool:
    from simplemma.strategies.dictionaries.dictionary_factory import SUPPORTED_LANGUAGES

    return language in SUPPORTED_LANGUAGES


@lru_cache(1)
def _lists() -> Any:
    # Whole lists take 50 MB a language; looked up where they lie, 8, and a word takes 20 µs.
    return _read_lists(low_memory=True)


def _read_lists(*, low_memory: bool) -> Any:
    """What looks words up."""
    from simplemma.strategies import DefaultStrategy  # late: with all it brings

    return DefaultStrategy(low_memory=low_memory)


def is_content_word(word: str, language: str) -> bool:
    """Whether a word has content of its own: a noun, a verb, an adjective, a name, a number.

    Of languages without a list of other words, all words have.
    """
    low = word.casefold()
    return any(map(str.isalnum, low)) and low not in _FUNCTION_WORDS.get("nb" if language == "no" else language, ())


def content_lemmas(text: str, language: str) -> Iterator[tuple[Span, str]]:
    """The content words of a text, as spans in code points, with the lemma of each."""
    for start, end in word_spans(text):
        if is_content_word(word := text[start:end], language):
            yield (start, end), lemma(word, language)
