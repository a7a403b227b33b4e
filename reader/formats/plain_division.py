"""Words divided at the ends of lines in plain text: which hyphens are of the word, and which of the line."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from reader import late_re as re

_HYPHENS = "-\u2010\u00ad"
# If one of these follows a wrap after "Idlib-", the space stays: "Idlib- og Hama-provinsen".
_SUSPENDED = frozenset({"og", "eller", "samt", "til", "and", "or", "to"})
_LINE_END = re.compile(r"[-\u2010][^\S\n]*\n[>\s]*([^\W\d_]+)")
_LONGEST_PART = 40
_BEGIN = re.compile(r"[^\W\d_]+")
# A word is known by an inflected form, too: if it is long enough, and the ending is short enough.
_LONG_ENOUGH, _LONGEST_ENDING = 6, 4
_SIGNS = ".,;:!?…()[]«»“”\"'*_"
# A word of a list is at least so frequent (Zipf scale); rarer ones are misprints, too.
_FREQUENT = 1.5
# Where that many words are divided, and of them that share is known whole, the others are, too.
_FEWEST = 3


class Divided:
    """Makes words that are divided in a text whole again.

    The hyphen goes where the whole word is known, from the text (in another form, too) or, if the package wordfreq is
    installed, from its lists of Norwegian and English words; and in a text that divides words where it does not occur
    elsewhere with its hyphen, as long as its parts are not both words of the text. In one that is `typeset` with
    divided words it goes wherever the word does not occur elsewhere with it.
    """

    def __init__(self, text: str, *, typeset: bool = False) -> None:
        self._text, self._typeset = text, typeset
        self._words: frozenset[str] | None = None
        self._sorted: Sequence[str] = ()
        self._divides: bool | None = None

    def joined(self, line: str, after: str) -> tuple[str, str]:
        """The parts which, concatenated, are the two lines joined at a wrap."""
        if line.endswith("\u00ad"):
            return line[:-1], after
        if len(line) < 2 or line[-1] not in _HYPHENS or not _are_one_word(line[-2], after[:1]):
            return line + " ", after
        if after.split(maxsplit=1)[0].rstrip(_SIGNS) in _SUSPENDED:
            return line + " ", after
        return (line[:-1] if self._is_divided(line[:-1], after) else line), after

    def _is_divided(self, line: str, after: str) -> bool:
        left, right = _last_word(line), _BEGIN.match(after)
        before = line.removesuffix(left)
        if not left or right is None or left[-1].isupper() or before.endswith(("-", "\u2010")):
            return False
        if self._typeset:
            return len(left) > 1 and f"{left}-{right[0]}".casefold() not in self._all_words()
        if self._is_known(left, right[0]):
            return True
        named = left[0].isupper() and bool(before.strip(_SIGNS + "–— "))
        return len(left) > 1 and not named and self._divides_words() and not self._is_compound(left, right[0])

    def _is_known(self, left: str, right: str) -> bool:
        word = (left + right).casefold()
        return word in self._all_words() or _is_in_list(word) or self._is_inflected(left.casefold(), right.casefold())

    def _is_inflected(self, left: str, right: str) -> bool:
        """Whether the whole word begins one of the text, or one of the text is it without an ending.

        That says nothing where the parts are joined by a hyphen elsewhere.
        """
        word, words = left + right, self._all_words()
        if len(word) < _LONG_ENOUGH or f"{left}-{right}" in words:
            return False
        shortest = max(_LONG_ENOUGH, len(left) + 3, len(word) - _LONGEST_ENDING)
        return self._begins_word(word) or any(word[:size] in words for size in range(shortest, len(word)))

    def _begins_word(self, word: str) -> bool:
        if not self._sorted:
            self._sorted = sorted(self._all_words())
        place = bisect_left(self._sorted, word)
        return place < len(self._sorted) and self._sorted[place].startswith(word)

    def _is_compound(self, left: str, right: str) -> bool:
        """Whether parts are joined by a hyphen elsewhere, or are both words of the text."""
        left, right, words = left.casefold(), right.casefold(), self._all_words()
        return f"{left}-{right}" in words or (left in words and right in words)

    def _divides_words(self) -> bool:
        """Whether a text divides words: one of several with a hyphen at the end of a line is known whole."""
        if self._divides is None:
            found = set(self._pairs())
            self._divides = len(found) >= _FEWEST and any(self._is_known(*pair) for pair in found)
        return self._divides

    def _pairs(self) -> Iterator[tuple[str, str]]:
        """The parts of what may be words divided at the ends of lines."""
        for found in _LINE_END.finditer(self._text):
            left = _last_word(self._text[max(found.start() - _LONGEST_PART, 0) : found.start()])
            if left and found[1][0].islower() and found[1] not in _SUSPENDED:
                yield left, found[1]

    def _all_words(self) -> frozenset[str]:
        """The words of the text, in small letters."""
        if self._words is None:
            self._words = frozenset(word.strip(_SIGNS).casefold() for word in set(self._text.split()))
        return self._words


def _last_word(line: str) -> str:
    """The letters at the end of a line; looked for from there, as a search would begin again at each letter before."""
    found = _BEGIN.match(line[::-1])
    return line[-found.end() :] if found else ""


def _are_one_word(before: str, after: str) -> bool:
    """Whether a hyphen between these signs stands without a space: "barne-skole", "48-timers", "1905-1907"."""
    return (before.isalnum() and after.islower()) or (before.isdigit() and after.isdigit())


def _is_in_list(word: str) -> bool:
    return _has_lists() and any(
        import_module("wordfreq").zipf_frequency(word, language) >= _FREQUENT for language in ("nb", "en")
    )


@cache
def _has_lists() -> bool:
    return find_spec("wordfreq") is not None
