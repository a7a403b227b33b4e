"""The rule "name": names of persons, places and organisations that are lost, added or changed.

Norwegian writes only names with a capital, so that its side tells what a name is; of English ones only those are
judged that are no words which may be translated.
"""

from collections.abc import Iterator, Sequence

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing.checks.common_names import is_common
from reader.processing.checks.exonyms import also
from reader.processing.checks.likeness import alike, folded
from reader.processing.checks.words import LONGEST, Word, known_pair, lows, with_capitals, words
from reader.processing.finding import Finding, added, changed, lost
from reader.text import Span

RULE = "name"
_LEAST = 3  # letters of a name
_MOST_NAMES = 40  # of a sentence in which names are compared
_MOST_CAPITALS = 0.5  # of the words behind the first in a text that is no heading in capitals
# What a sentence, a quotation or an item of a list begins behind.
_BEGINS = re.compile(r"(?:^|[.!?:…;\n•*·]|[«“\"‘'(\[–—]|\s[–—-]|\b\w{1,2}[.)]|\d)[\s«“\"‘'(\[–—-]*$")
# Currencies of amounts, which the rules about numbers compare: "kr 500" is "NOK 500" in English.
_CURRENCIES = frozenset({"NOK", "USD", "EUR", "GBP"})
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of one or more words in a row; `known` are those of them that no other language has as a word."""

    parts: tuple[Word, ...]
    known: tuple[Word, ...]


def findings(source: str, target: str, languages: tuple[str, str]) -> Iterator[Finding]:
    """The names that only one of the two sentences has."""
    known = known_pair(languages)
    if known is None or max(len(source), len(target)) > LONGEST:
        return
    ours, theirs = _names(source, known[0]), _names(target, known[1])
    if not ours and not theirs:
        return
    missing = list(_without_counterpart(ours, source, known[0], target))
    new = list(_without_counterpart(theirs, target, known[1], source))
    for index, span in enumerate(missing):
        if index < len(new):
            yield changed(RULE, source, span, target, new[index])
        else:
            yield lost(RULE, source, span)
    yield from (added(RULE, target, span) for span in new[len(missing) :])


def _names(text: str, language: str) -> list[_Name]:
    """The names of a text, in order; none if most of its words have capitals."""
    capitals, count = with_capitals(text)
    if count > 3 and len(capitals) - 1 > _MOST_CAPITALS * (count - 1):
        return []
    found: list[_Name] = []
    row: list[Word] = []
    for word in capitals:
        if row and text[row[-1].end : word.start] not in (" ", "\u00a0", "-"):
            found += _named(row, text, language)
            row = []
        row.append(word)
    found += _named(row, text, language)
    return found[:_MOST_NAMES]


def _named(row: Sequence[Word], text: str, language: str) -> Iterator[_Name]:
    """The name that words in a row with capitals are, if any."""
    known = [word for index, word in enumerate(row) if _is_name(word, text, language, alone=index == 0)]
    if known:
        yield _Name(tuple(row), tuple(known))


def _is_name(word: Word, text: str, language: str, *, alone: bool) -> bool:
    """Whether a word with a capital is a name; `alone`: whether no other such word is before it."""
    written = text[word.start : word.end]
    if len(written) < _LEAST or written in _CURRENCIES or is_common(word.low, language):
        return False
    if not alone or not _begins(text, word.start):
        return True
    # The first word of a sentence has a capital anyway.
    return len(also(word.low)) > 1 and not written.isupper()


def _begins(text: str, start: int) -> bool:
    return (
        _BEGINS.search(text[max(start - 6, 0) : start]) is not None
        if start > 6
        else (_BEGINS.search(text[:start]) is not None)
    )


def _without_counterpart(names: Sequence[_Name], text: str, language: str, other: str) -> Iterator[Span]:
    """Where names are that the other text does not have in any form."""
    if not names:
        return
    there = lows(other)
    plain = {folded(low) for low in there}
    whole = " ".join(plain)
    for name in names:
        gone = [word for word in name.known if not _is_there(text[word.start : word.end], there, plain, whole, other)]
        if not gone:
            continue
        if language == "en" and len(gone) < len(name.parts) and not _is_of_a_person(name, gone):
            continue
        yield gone[0].start, gone[-1].end


def _is_of_a_person(name: _Name, gone: Sequence[Word]) -> bool:
    """Whether a name looks like one of a person: all of its words are names."""
    return len(name.known) == len(name.parts) and len(gone) == len(name.known)


def _is_there(written: str, there: frozenset[str], plain: set[str], whole: str, other: str) -> bool:
    low = written.lower().replace("’", "'")
    name = folded(low)
    if name in plain or low.removesuffix("s") in there:
        return True
    if written.isupper() or (written[:-1].isupper() and written.endswith("s")):
        return _is_abbreviated(written.rstrip("s"), there, other)
    others = also(low) | also(low.removesuffix("s")) | also(low.removesuffix("'s"))
    if not others.isdisjoint(there) or any(folded(each) in plain for each in others):
        return True
    if any(_is_begun(folded(each), plain) for each in others if len(each) > _LEAST):
        return True
    if "usa" in others and _DOTTED.search(other):
        return True
    if len(name) >= 4 and (name in whole or name.removesuffix("s") in whole):
        return True
    return any(alike(name, each) or alike(name.removesuffix("s"), each) for each in plain if len(each) >= _LEAST)


def _is_begun(name: str, plain: set[str]) -> bool:
    """Whether a longer word begins with a name: "sovjetisk"."""
    return any(each.startswith(name) for each in plain)


def _is_abbreviated(capitals: str, there: frozenset[str], other: str) -> bool:
    """Whether an abbreviation is there: as such, in words of these initials, or as another one."""
    low = capitals.lower()
    forms = also(low) | {low}
    if not forms.isdisjoint(there) or f"{low}s" in there:
        return True
    if any(match[0].replace(".", "").lower() in forms for match in _DOTTED.finditer(other)):
        return True
    if any(other[word.start : word.end].isupper() and word.end - word.start > 1 for word in words(other)):
        return True
    initials = "".join(word.low[0] for word in words(other) if len(word.low) > 3)
    return low in initials
