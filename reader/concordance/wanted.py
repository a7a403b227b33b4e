"""What is looked for in a concordance: words in all their forms, phrases as they are, beginnings of words.

Letters without diacritics stand for themselves with any, as in `reader.search`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, cached_property

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.memory import WordIndex
from reader.search import Pattern, Query, fold
from reader.text import Span, forms_in, lemma, tokens

# A phrase in any quotation marks, or what is between spaces.
_PART = re.compile(r"[\"«“”„]([^\"«»“”„]*)[\"»“”]?|(\S+)")
# The words of a text, with their spans.
_Words = Sequence[tuple[Span, str]]


@dataclass(frozen=True)
class _Word:
    """A word in all its forms or, if it `begins` others, all words that begin so."""

    form: str
    begins: bool = False

    @cached_property
    def _pattern(self) -> Pattern:
        return Pattern(Query(self.form))

    def forms(self, index: WordIndex, language: str) -> set[str]:
        """Its forms that a word index has."""
        if self.begins:
            return set(filter(self._is_spelled, index.beginning_with(language, self.form)))
        if self.form.isdecimal():
            return {self.form}
        inflected = set(index.inflected(language, self.form))
        return inflected | {form for form in index.spelled(language, self.form) if self._is_spelled(form)}

    def fits(self, language: str, form: str) -> bool:
        """Whether a word is a form of it, told without a word index."""
        if form == self.form or self._is_spelled(form):
            return True
        return not self.begins and self._may_be_inflected(form) and lemma(form, language) == lemma(self.form, language)

    def _is_spelled(self, form: str) -> bool:
        spans = list(self._pattern.spans(fold(form)))
        return bool(spans) and spans[0][0] == 0 and (self.begins or spans[0][1] == len(form))

    def _may_be_inflected(self, form: str) -> bool:
        # Lemmas of all words of a book would take seconds; few words have forms that begin with another letter.
        return form[0] == self.form[0]


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words that follow each other as they are."""

    forms: tuple[str, ...]

    def spans(self, words: _Words) -> list[Span]:
        forms, length = [form for _, form in words], len(self.forms)
        starts = [n for n in range(len(forms) - length + 1) if tuple(forms[n : n + length]) == self.forms]
        return [(words[n][0][0], words[n + length - 1][0][1]) for n in starts]


@dataclass(frozen=True, slots=True)
class _AnyOf:
    """A word that fits."""

    fits: Callable[[str], bool]

    def spans(self, words: _Words) -> list[Span]:
        return [span for span, form in words if self.fits(form)]


class Finder:
    """Finds all that is wanted in texts of one language."""

    def __init__(self, parts: Collection[_Phrase | _AnyOf]) -> None:
        self._parts = parts

    def spans(self, text: str) -> list[Span]:
        """Where it stands in a text, in code points; nothing if some of it does not."""
        words = list(tokens(text))
        found = [part.spans(words) for part in self._parts]
        return sorted({span for spans in found for span in spans}) if all(found) else []


class Wanted:
    """What is looked for: every part of it in one sentence."""

    def __init__(self, text: str) -> None:
        """Read what the user typed: `vedtak`, `"gjøre vedtak"`, `vedtak kommune`, `kommun*`."""
        self._parts = list(_parts(text))

    def __bool__(self) -> bool:
        """Whether there is something to look for."""
        return bool(self._parts)

    def finder(self, language: str) -> Finder:
        """What finds it in texts in a language, in whatever forms."""
        return Finder([_fitting(part, language) for part in self._parts])

    def indexed(self, index: WordIndex, language: str) -> tuple[Finder, list[list[Sequence[str]]]] | None:
        """What finds it, and for `WordIndex.find` its phrases, by the forms in an index; None if some has none."""
        parts: list[_Phrase | _AnyOf] = []
        phrases: list[list[Sequence[str]]] = []
        for part in self._parts:
            if isinstance(part, _Phrase):
                parts.append(part)
                phrases.append([part.forms])
            elif forms := part.forms(index, language):
                parts.append(_AnyOf(forms.__contains__))
                phrases.append([(form,) for form in sorted(forms)])
            else:
                return None
        return (Finder(parts), phrases) if parts else None


def _fitting(part: _Word | _Phrase, language: str) -> _Phrase | _AnyOf:
    if isinstance(part, _Phrase):
        return part
    return _AnyOf(cache(lambda form: part.fits(language, form)))


def _parts(text: str) -> Iterator[_Word | _Phrase]:
    for match in _PART.finditer(text):
        quoted, word = match.groups()
        forms = forms_in(quoted if word is None else word)
        if not forms:
            continue
        if word is None or len(forms) > 1:  # "e-post" is two tokens
            yield _Phrase(tuple(forms))
        else:
            yield _Word(forms[0], begins=word.endswith("*"))
