"""Units: tokens that stand together, which go around the model as one."""

from collections.abc import Iterable, Sequence

from reader import late_re as re
from reader.late_dataclasses import dataclass
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
    found: list[_Unit] = []
    lines = {(start, end) for start, end in long_runs(text) if not any(map(str.isalnum, text[start:end]))}
    unknown = (Token(start, end, TokenKind.SCRIPT, text[start:end]) for start, end in unspellable)
    for token in sorted((*tokens, *unknown), key=lambda token: (token.start, -token.end)):
        if (token.start, token.end) not in lines and not (found and found[-1].takes(text, token)):
            found.append(_Unit(token.start, token.end, token.kind, [token.written]))
    return [Token(unit.start, unit.end, unit.kind, "".join(unit.written)) for unit in found]


@dataclass(slots=True)
class _Unit:
    """Tokens that stand together; `written` has the parts of what is written for them."""

    start: int
    end: int
    kind: TokenKind
    written: list[str]

    def takes(self, text: str, token: Token) -> bool:
        """Add a token if it overlaps the others or stands together with them; else False."""
        if token.end <= self.end:
            return True
        between = text[self.end : token.start]
        if not _BETWEEN.fullmatch(between):
            return False
        # Of one that overlaps, the end is as it is written here.
        self.written += between, token.written if token.start >= self.end else text[self.end : token.end]
        self.end = token.end
        return True
