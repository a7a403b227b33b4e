"""Words of a translation that are in no dictionary, and are made of no words that are: models invent some.

No dictionary has all words of a language: Norwegian joins words as it likes, both languages derive them. So a word is
only told if it cannot be taken apart into known ones, and is nothing like a word of the source.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from reader.processing import Finding, alike, folded
from reader.spelling.checking import words_to_check
from reader.spelling.codes import INVENTED
from reader.text import Span, base_language, word_spans

Unknown = Callable[[Iterable[str], str], frozenset[str]]  # of words and a language; see `Speller.unknown`
_Parts = tuple[str, ...]

_LEAST = 4  # letters
_PART, _LAST = 3, 4  # letters of a part of a Norwegian compound, and of the middle and last of three
_OF_THREE = 13  # letters of such a compound
_LONGEST = 40  # of a word that is taken apart
# What Norwegian dictionaries lack.
_KNOWN = frozenset({"noen"})
_ENDINGS = {
    "nb": """\
ende endes het heten heter hetene ing ingen inger ingene elig elige sk ske isk iske isme ismen ist isten ister istene
ert erte erer ere ering eringen bar bart bare messig messige mann menn r ne te t enes ene ens ers en er et e s ets a""",
    "en": "s ly ness like less ish wide ing ed er",
}
_BEGINNINGS = {
    "nb": """\
u for gjen hoved mis sam etter til over under på inn ut opp ned av an be mot om super mega mikro bio geo multi anti
post pre sub ikke halv selv ny stor små fjern""",
    "en": "non anti pre post sub super multi micro mega bio geo inter over under un re co out",
}
# Known to whatever dictionary has British spelling: an American one alone would call too much invented.
_BRITISH = "colour"


def invented_words(pairs: Sequence[tuple[str, str]], language: str, unknown: Unknown) -> list[tuple[Span, ...]]:
    """The invented words of translations, as spans in code points into each of them.

    Args:
        pairs: sentences and their translations.
        language: code of the language of the translations; of others than Norwegian Bokmål and English nothing is told.
        unknown: which of some words no dictionary of a language has; none if there is no dictionary. Asked twice.
    """
    code = base_language(language)
    if code not in _ENDINGS:
        return [()] * len(pairs)
    wanted = [list(_candidates(*pair)) for pair in pairs]
    asked = {part for each in wanted for _, part in each}
    strange = unknown(asked | ({_BRITISH} if code == "en" else set()), code) - _KNOWN
    if _BRITISH in strange and code == "en":
        return [()] * len(pairs)
    forms = {word: _forms(word, code) for word in strange}
    lacking = unknown({part for each in forms.values() for parts in each for part in parts}, code)
    invented = {word for word, each in forms.items() if all(not lacking.isdisjoint(parts) for parts in each)}
    return [
        tuple(dict.fromkeys(span for span, part in each if part in invented and not _is_of(part, source)))
        for each, (source, _) in zip(wanted, pairs, strict=True)
    ]


def word_findings(target: str, words: Iterable[Span]) -> list[Finding]:
    """Findings about the invented `words` of a text, spans in code points into it; not one of the rules about pairs."""
    return [Finding(INVENTED, target[slice(*span)], (), (span,)) for span in words]


def _candidates(source: str, target: str) -> Iterator[tuple[Span, str]]:
    """The parts between hyphens of the words in small letters, but for names of the source."""
    for span, word in words_to_check(target, source):
        for part in word.split("-"):
            if len(part) >= _LEAST and part.islower():
                yield span, part


def _is_of(word: str, source: str) -> bool:
    """Whether a word is like one of the source: what one language lends from the other."""
    others = (folded(source[a:b].lower()) for a, b in word_spans(source) if b - a >= _LEAST)
    return any(alike(folded(word), other) for other in others)


def _forms(word: str, language: str) -> set[_Parts]:
    """The ways to take a word apart; each is one or more words that must all be known."""
    if len(word) > _LONGEST:
        return {(word,)}
    found = _derived({word}, language)
    if language == "en":
        return {(each,) for each in found} | {(word[:i], word[i:]) for i in range(_LAST, len(word) - _LAST + 1)}
    return {(each,) for each in found}.union(*map(_compounds, found))


def _derived(words: set[str], language: str) -> set[str]:
    """The words without what words are derived and inflected with."""
    least = _LEAST if language == "en" else _PART
    found = set(words)
    for ending in _ENDINGS[language].split():
        stems = {
            word.removesuffix(ending) for word in words if word.endswith(ending) and len(word) >= least + len(ending)
        }
        found |= stems | {f"{stem}e" for stem in stems}
    for beginning in _BEGINNINGS[language].split():
        found |= {
            word.removeprefix(beginning)
            for word in set(found)
            if word.startswith(beginning) and len(word) >= _LEAST + len(beginning)
        }
    return found


def _compounds(word: str) -> Iterator[_Parts]:
    """Two or three words in one, with "s" or "e" between them."""
    for left, right in _divided(word, _PART, _PART):
        yield left, right
        if len(word) >= _OF_THREE:
            yield from ((left, *rest) for rest in _divided(right, _LAST, _LAST))


def _divided(word: str, left: int, right: int) -> Iterator[tuple[str, str]]:
    for place in range(left, len(word) - right + 1):
        yield word[:place], word[place:]
        if place > left and word[place - 1] in "se":
            yield word[: place - 1], word[place:]
