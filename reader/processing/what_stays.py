"""What stays: the tokens of a sentence, stretches that are not language and are copied instead of translated.

Placeholders, code, addresses, names of files, identifiers, keys, formulas, quantities with units. They go around the
model. All spans are in code points. The time is linear in the text: a pattern tries only where a run of its characters
begins, or looks at a bounded stretch from each place.
"""

import re
from collections.abc import Iterable, Iterator

from reader.processing import address_tokens, code_tokens, figure_tokens, file_tokens, sign_tokens
from reader.processing.token import Rule, Token as Token, TokenKind as TokenKind
from reader.short_cache import cached_if_short
from reader.text import LIKE_NORWEGIAN, Span, base_language, long_runs, signed_spans

# Of several at one place the longest, and of those the first.
_RULES = (*code_tokens.RULES, *address_tokens.RULES, *figure_tokens.RULES, *file_tokens.RULES, *sign_tokens.RULES)
# Languages in Latin letters in which any other script is foreign.
_LATIN = LIKE_NORWEGIAN | {"en"}
_CONNECTORS = frozenset("/@:=.|+&_-")


@cached_if_short(1024)
def tokens(text: str, source: str, target: str) -> tuple[Token, ...]:
    """The tokens of a text, in order and without overlap.

    Args:
        text: a sentence as it is asked for: with signs around its verbatim spans.
        source: code of its language; "" if unknown.
        target: code of the language into which it is translated; "" if unknown, then tokens stay to the letter.
    """
    whole = list(_whole(text))
    found: list[Token] = []
    rules = _rules(text, source)
    end = 0
    for start, stop, kind in whole:
        found += _between(text, end, start, rules)
        found.append(Token(start, stop, kind, text[start:stop]))
        end = stop
    return tuple([*found, *_between(text, end, len(text), rules)])


def _whole(text: str) -> Iterator[tuple[int, int, TokenKind]]:
    """What no rule looks into: verbatim spans and long runs, in order; overlapping ones are one."""
    signed = [(start, end, TokenKind.VERBATIM) for start, end in signed_spans(text)]
    runs = [(a, b, TokenKind.LONG) for a, b in long_runs(text) if not address_tokens.is_address(text[a:b])]
    last: tuple[int, int, TokenKind] | None = None
    for start, end, kind in sorted([*signed, *runs]):
        if last and start < last[1]:
            last = (last[0], max(end, last[1]), TokenKind.VERBATIM)
            continue
        if last:
            yield last
        last = (start, end, kind)
    if last:
        yield last


def _rules(text: str, source: str) -> list[Rule]:
    """The rules that may find something in a text."""
    present = set(text)
    rules = [rule for rule in _RULES if not rule.signs or not present.isdisjoint(rule.signs)]
    return [*rules, sign_tokens.SCRIPT] if base_language(source) in _LATIN and not text.isascii() else rules


def _between(text: str, start: int, end: int, rules: Iterable[Rule]) -> Iterator[Token]:
    """The tokens of a stretch that has no long runs; tokens that touch or are only joined by signs are one."""
    last: Token | None = None
    for token in _apart(text, start, end, rules):
        if last and _belong_together(text, last, token):
            last = Token(last.start, token.end, last.kind, text[last.start : token.end])
            continue
        if last:
            yield last
        last = token
    if last:
        yield last


def _belong_together(text: str, one: Token, other: Token) -> bool:
    between = text[one.end : other.start]
    return len(between) < 3 and _CONNECTORS.issuperset(between)


def _apart(text: str, start: int, end: int, rules: Iterable[Rule]) -> Iterator[Token]:
    candidates = [
        (span[0], -span[1], order, rule.kind)
        for order, rule in enumerate(rules)
        for span in _spans(rule, text, start, end)
    ]
    last = start
    for begin, minus, _, kind in sorted(candidates):
        if begin >= last:
            last = -minus
            yield Token(begin, last, kind, text[begin:last])


def _spans(rule: Rule, text: str, start: int, end: int) -> Iterator[Span]:
    for match in rule.pattern.finditer(text, start, end):
        if not rule.is_sure(match):
            continue
        first, last = _core(match)
        last -= len(text[first:last]) - len(text[first:last].rstrip(rule.loose)) if rule.loose else 0
        if first < last:
            yield first, last


def _core(match: re.Match[str]) -> Span:
    return next(
        (match.span(name) for name in ("token", "vat") if match.re.groupindex.get(name) and match[name]), match.span()
    )
