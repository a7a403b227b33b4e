"""Units: tokens that stand together, which go around the model as one."""

import re
from collections.abc import Iterable, Sequence

from reader.processing.token import Token, TokenKind
from reader.text import Span, long_runs

# What may be between two tokens of a unit: nothing, or a comma, a slash or the like; no layout, no end of a sentence.
_BETWEEN = re.compile("[ \u00a0]?[,/;|&+=·:_-]?[ \u00a0]?")


def units(text: str, tokens: Iterable[Token], unspellable: Sequence[Span] = ()) -> list[Token]:
    """The tokens, and what a model cannot spell, with those that overlap or stand together made one.

    Args:
        text: a sentence as it is asked for.
        tokens: its tokens, in order.
        unspellable: spans that the model cannot spell, in order.

    Returns:
        Tokens in order; without leaders and lines to write on, which divide a sentence.
    """
    found: list[Token] = []
    lines = {(start, end) for start, end in long_runs(text) if not any(map(str.isalnum, text[start:end]))}
    unknown = (Token(start, end, TokenKind.SCRIPT, text[start:end]) for start, end in unspellable)
    for token in sorted((*tokens, *unknown), key=lambda token: (token.start, -token.end)):
        if (token.start, token.end) in lines:
            continue
        if found and (both := _both(text, found[-1], token)):
            found[-1] = both
        else:
            found.append(token)
    return found


def _both(text: str, one: Token, other: Token) -> Token | None:
    """Both as one token, if they overlap or stand together."""
    if other.end <= one.end:
        return one
    between = text[one.end : other.start]
    if not _BETWEEN.fullmatch(between):
        return None
    # Of one that overlaps, the end is as it is written here.
    rest = other.written if other.start >= one.end else text[one.end : other.end]
    return Token(one.start, other.end, one.kind, one.written + between + rest)
