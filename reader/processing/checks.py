"""Checks of translations: each is one function of a sentence and its translation.

All are pure functions on strings and take time linear in the text.
"""

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from reader import late_re as re
from reader.processing.nontranslatables import lost_names, lost_numbers, outside, outside_names
from reader.processing.scales import changed_scale
from reader.processing.token import TokenKind
from reader.processing.what_stays import tokens
from reader.short_cache import cached_if_short
from reader.text import long_runs, verbatim_in

_WORD = re.compile(r"\w+")
# Repeats in a row of one word, and occurrences of the same four words, from which it may be a loop.
_REPEATS = (4, 3)
# A stammer without spaces: up to four characters, eight times in a row.
_STAMMER = re.compile(r"(\S{1,4}?)\1{7}")
# The two languages differ by a tenth in length, and single sentences by half; a word may become a phrase.
_TOO_LONG, _SLACK = 3, 40
_ODD = 20
# What most tokens have and most sentences do not.
_SIGN_OF_TOKEN = re.compile("[]@#%{}<>$\\\\_/~=+^|`§[\u00b2\u00b3\u00b9\u00bc-\u00be\u0250-\u2012\u2030-\U0010ffff]")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SEVERAL = 3  # lower-case words that are not the same in two languages by chance


def lost(source: str, target: str) -> tuple[str, ...]:
    """The names and numbers of `source`, as written there, that occur less often in `target`."""
    return (*lost_names(source, target), *lost_numbers(source, target))


@cached_if_short(1024)  # called to rate a hypothesis, and again for the warnings
def looping(source: str, target: str) -> bool:
    """Whether the model looped: repeats that the source does not have, or far too much text."""
    source, target = _outside_runs(source), _outside_runs(target)
    if _length(target) > _SLACK + _TOO_LONG * _length(source):
        return True
    theirs = _repeats(target)
    if any(there >= least for there, least in zip(theirs, _REPEATS, strict=True)):
        ours = _repeats(source)
        if any(there > here + 1 and there >= least for there, here, least in zip(theirs, ours, _REPEATS, strict=True)):
            return True
    return bool(_STAMMER.search(target)) and not _STAMMER.search(source)


def _repeats(text: str) -> tuple[int, int]:
    """The most repeats in a row of one word, and the most occurrences of the same four words."""
    words = _WORD.findall(text.lower())
    run = longest = min(len(words), 1)
    for before, word in pairwise(words):
        run = run + 1 if word == before else 1
        longest = max(longest, run)
    fours = Counter(zip(words, words[1:], words[2:], words[3:], strict=False))
    return longest, max(fours.values(), default=0)


def _length(text: str) -> int:
    """Code points; an ideograph or kana counts as three, as it stands for about three letters."""
    return len(text) + 2 * len(_DENSE.findall(text))


def changed_numbers(source: str, target: str) -> bool:
    """Whether a number was lost or added, or its millions are other ones."""
    return bool(lost_numbers(source, target) or lost_numbers(target, source)) or changed_scale(source, target)


def much_shorter(source: str, target: str) -> bool:
    """Whether the translation is much shorter than its source."""
    return _is_odd(source, target)


def much_longer(source: str, target: str) -> bool:
    """Whether the translation is much longer than its source."""
    return _is_odd(target, source)


def _is_odd(long: str, short: str) -> bool:
    return _length(_outside_runs(long)) > 2 * _length(_outside_runs(short)) + _ODD


def changed_verbatim(source: str, target: str) -> bool:
    """Whether a token, such as code or an address, was lost or changed; of quantities only the number counts."""
    ours, theirs = _to_the_letter(source), _to_the_letter(target)
    return any(_count(target, token) < ours[token] for token in ours - theirs)


def lost_token(source: str, target: str) -> bool:
    """As `changed_verbatim`, but quick for the many sentences without a sign that tokens have; others may pass."""
    return bool(_SIGN_OF_TOKEN.search(source)) and changed_verbatim(source, target)


def _to_the_letter(text: str) -> Counter[str]:
    found = tokens(text, "", "")
    return Counter(text[token.start : token.end] for token in found if token.kind is not TokenKind.QUANTITY)


def _count(text: str, token: str) -> int:
    """How often a token is in a text; a verbatim span counts only between signs, but may be part of another."""
    verbatim = verbatim_in(token)
    return "\n".join(verbatim_in(text)).count(verbatim[0]) if verbatim else text.count(token)


def untranslated(source: str, target: str) -> bool:
    """Whether the translation is the same as the source, though that has several lower-case words."""
    return source.split() == target.split() and _lower_words(source) >= _SEVERAL


# The checks, by the code of the warning.
_WARNINGS: dict[str, Callable[[str, str], bool]] = {
    "number": changed_numbers,
    "repetition": looping,
    "short": much_shorter,
    "long": much_longer,
    "untranslated": untranslated,
    "verbatim": changed_verbatim,
}


def warnings(source: str, target: str) -> tuple[str, ...]:
    """The codes of what looks wrong with a translation.

    Returns:
        "number" (see `changed_numbers`), "repetition" (`looping`), "short" (`much_shorter`), "long" (`much_longer`),
        "untranslated", "verbatim" (`changed_verbatim`). Old memories also have "length", which once stood for both
        "short" and "long".
    """
    return tuple(code for code, is_wrong in _WARNINGS.items() if is_wrong(source, target))


def _outside_runs(text: str) -> str:
    """The text without its long runs, which are the same in both texts and would hide errors around them."""
    runs = long_runs(text)
    return " ".join(text[start:end] for start, end in outside(runs, len(text))) if runs else text


def _lower_words(text: str) -> int:
    return sum(word.islower() and len(word) > 1 for word in _WORD.findall(outside_names(text)))
