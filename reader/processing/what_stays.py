"""What stays: the tokens of a sentence, stretches that are not language and are copied instead of translated.

Placeholders, code, addresses, names of files, identifiers, keys, formulas, quantities with units. They go around the
model. All spans are in code points. The time is linear in the text: a pattern tries only where a run of its characters
begins, or looks at a bounded stretch from each place.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing import (
    address_tokens,
    code_tokens,
    figure_tokens,
    file_tokens,
    formula_tokens,
    identifier_tokens,
    key_tokens,
    sign_tokens,
    template_tokens,
    version_tokens,
)
from reader.processing.quantities import quantities
from reader.processing.token import Rule, Token, TokenKind
from reader.short_cache import cached_if_short
from reader.text import LIKE_NORWEGIAN, Span, base_language, long_runs, signed_spans

# Of several tokens at one place the longest is right, and of those the one whose rule comes first.
RULES = (
    *code_tokens.RULES,
    *template_tokens.RULES,
    *address_tokens.RULES,
    *identifier_tokens.RULES,
    *version_tokens.RULES,
    *figure_tokens.RULES,
    *file_tokens.RULES,
    *key_tokens.RULES,
    *formula_tokens.RULES,
    *sign_tokens.RULES,
)
# The places in the order of the rules that need one of some characters, and by each of these.
_ANYWAY = frozenset(order for order, rule in enumerate(RULES) if not rule.signs)
_BY_SIGN = {
    sign: frozenset(order for order, rule in enumerate(RULES) if sign in rule.signs)
    for sign in set("".join(rule.signs for rule in RULES))
}
_SIGNS = frozenset(_BY_SIGN)
_ALL = (*RULES, sign_tokens.SCRIPT, version_tokens.DOTTED)
_SCRIPT, _DOTTED = len(RULES), len(RULES) + 1  # for some languages
_LATIN = LIKE_NORWEGIAN | {"en"}
# Words, small numbers and punctuation alone, as most sentences are: nothing is to be found but a few of the words.
_LOWER = "[a-zß-öø-ÿ]"
_WORD = rf"(?:[A-ZÆØÅ]?{_LOWER}{{1,40}}+(?:['’]{_LOWER}{{1,2}}+)?|[A-ZÆØÅ]{{2,5}}+)(?:-{_LOWER}{{1,40}}+)?"
_LETTER = rf"[AI](?=\ {_LOWER}{{2}})"  # "A house", "I live"
# With no unit behind it.
_SMALL = rf"[1-9][0-9]{{0,3}}+(?=\ (?:{_LOWER}{{5}}|(?:år|av|og|of|and)\b)|[.,](?:\ {_LOWER}{{2}}|\Z))"
_BEFORE, _BEHIND = r"[«“\"(]?", r"[,;:.!?]?[»”\"]?[,;.!?]?(?: [–—] | |\Z)"
_IN_BRACKETS = rf"{_WORD}(?:\)(?<={_LOWER}{{2}}\)))?"  # as its last word, if it has letters enough
_PLAIN = re.compile(rf"(?>(?:{_BEFORE}(?:{_IN_BRACKETS}|{_LETTER}|{_SMALL}){_BEHIND})+)")
_NO_WORDS = re.compile(rf"localhost|Ctrl|Esc|OH|XD|[ACGT]{{3}} [ACGT]{{3}}|\b(?:sudo|{file_tokens.MANAGERS}) ")
_MORE_FIGURES = re.compile("[ \u00a0][0-9]")
# What tokens are joined with into one: "{navn}@{domene}", "$HOME/fil.txt".
_CONNECTORS = frozenset("/@:=.|+&_-")
_MOST_CONNECTORS = 2
# What marks a token on both sides.
_AROUND = frozenset("~*_=+|^%@#$")
_LEAST_AROUND, _MOST_AROUND = 2, 10


@cached_if_short(1024)
def tokens(text: str, source: str, target: str) -> tuple[Token, ...]:
    """The tokens of a text, in order and without overlap.

    Args:
        text: a sentence as it is asked for: with signs around its verbatim spans.
        source: code of its language; "" if unknown, then words of other scripts are language too.
        target: code of the language into which it is translated; "" if unknown, then tokens stay to the letter.
    """
    if _PLAIN.fullmatch(text) and not _NO_WORDS.search(text):
        return ()
    seek = _Seeker(_rules(text, source), source, target)
    found: list[Token] = []
    end = 0
    for whole in _whole(text):
        found += seek(text, end, whole.start)
        found.append(whole)
        end = whole.end
    return (*found, *seek(text, end, len(text)))


def _rules(text: str, source: str) -> list[Rule]:
    """The rules that may find something in a text, in their order."""
    found = sorted(_hinted(text))
    if not text.isascii() and base_language(source) in _LATIN:
        found.append(_SCRIPT)
    if base_language(source) == "en":
        found.append(_DOTTED)
    return [_ALL[order] for order in found]


def _hinted(text: str) -> Iterator[int]:
    """The places of the rules whose signs and hint are in a text."""
    for hint, orders in _of_signs(_SIGNS.intersection(text)):
        if hint is None or hint.search(text):
            yield from orders


@lru_cache(1024)
def _of_signs(signs: frozenset[str]) -> tuple[tuple[re.Pattern[str] | None, tuple[int, ...]], ...]:
    """The places of the rules that may find something where these signs are, by their hints."""
    found: dict[int, tuple[re.Pattern[str] | None, list[int]]] = {}
    for order in _ANYWAY.union(*(_BY_SIGN[sign] for sign in signs)):
        hint = RULES[order].hint
        found.setdefault(id(hint), (hint, []))[1].append(order)
    return tuple((hint, tuple(orders)) for hint, orders in found.values())


def _whole(text: str) -> list[Token]:
    """What no rule looks into: verbatim spans and long runs, in order; overlapping ones are one."""
    signed = [(start, end, TokenKind.VERBATIM) for start, end in signed_spans(text)]
    runs = [(a, b, TokenKind.LONG) for a, b in long_runs(text) if not address_tokens.is_address(text[a:b])]
    found: list[Token] = []
    for start, end, kind in sorted([*signed, *runs]):
        if found and start < found[-1].end:
            last = found.pop()
            start, end, kind = last.start, max(end, last.end), TokenKind.VERBATIM
        found.append(Token(start, end, kind, text[start:end]))
    return found


@dataclass(frozen=True, slots=True)
class _Seeker:
    """Finds the tokens of stretches that have no whole ones; `rules` are those that may find something."""

    rules: Sequence[Rule]
    source: str
    target: str

    def __call__(self, text: str, start: int, end: int) -> list[Token]:
        """The tokens of a stretch, in order; those that touch, or are joined by signs alone, are one."""
        found: list[tuple[Token, int]] = []  # the first of each, and where the last of them ends
        for token in self._all(text, start, end):
            if found and _belong_together(text, *found[-1], token):
                found[-1] = found[-1][0], token.end
            else:
                found.append((token, token.end))
        whole = [
            one if one.end == last else replace(one, end=last, written=text[one.start : last]) for one, last in found
        ]
        ends, starts = [start, *(one.end for one in whole)], [*(one.start for one in whole[1:]), end]
        return [_between_signs(text, *each) for each in zip(ends, starts, whole, strict=False)]

    def _all(self, text: str, start: int, end: int) -> Iterator[Token]:
        """Those of the text as it is, and those behind one that ends in a figure: figures of their own, not its."""
        found = list(self._apart(text, start, end))
        for token, after in zip(found, [*(other.start for other in found[1:]), end], strict=False):
            yield token
            if text[token.end - 1].isdigit() and _MORE_FIGURES.match(text, token.end, after):
                rest = text[token.end : after]
                yield from (_moved(other, token.end) for other in self._apart(rest, 0, len(rest)))

    def _apart(self, text: str, start: int, end: int) -> Iterator[Token]:
        for token in sorted(self._candidates(text, start, end), key=lambda token: (token.start, -token.end)):
            if token.start >= start:
                start = token.end
                yield token

    def _candidates(self, text: str, start: int, end: int) -> Iterator[Token]:
        """Tokens that may overlap; of several with the same span the right one is the first."""
        addresses: set[int] = set()
        for rule in self.rules:
            for first, last in _spans(rule, text, start, end):
                if rule.kind is TokenKind.NETWORK:
                    addresses.update(range(first, last))
                yield Token(first, last, rule.kind, text[first:last])
        for found in quantities(text[start:end], self.source, self.target):
            quantity = Token(start + found.start, start + found.end, TokenKind.QUANTITY, found.written)
            if addresses.isdisjoint(range(quantity.start, quantity.end)):
                yield quantity


def _moved(token: Token, by: int) -> Token:
    return Token(token.start + by, token.end + by, token.kind, token.written)


def _between_signs(text: str, least: int, most: int, token: Token) -> Token:
    """The token, with the run of one sign that is on both sides of it, as in "~~{x}~~", between `least` and `most`."""
    sign = text[max(token.start - 1, least) : token.start]
    if not sign or sign not in _AROUND or token.kind is TokenKind.QUANTITY:
        return token
    before = text[max(token.start - _MOST_AROUND, least) : token.start]
    count = len(before) - len(before.rstrip(sign))
    if count < _LEAST_AROUND or not text.startswith(sign * count, token.end, most):
        return token
    start, end = token.start - count, token.end + count
    return replace(token, start=start, end=end, written=text[start:end])


def _belong_together(text: str, first: Token, end: int, other: Token) -> bool:
    if TokenKind.QUANTITY in (first.kind, other.kind):
        return False
    return other.start - end <= _MOST_CONNECTORS and _CONNECTORS.issuperset(text[end : other.start])


def _spans(rule: Rule, text: str, start: int, end: int) -> Iterator[Span]:
    group = "token" if "token" in rule.pattern.groupindex else 0
    for match in rule.pattern.finditer(text, start, end):
        first = match.start(group)
        last = first + len(match[group].rstrip(rule.loose)) if rule.loose else match.end(group)
        if first < last and rule.is_sure(match):
            yield first, last
