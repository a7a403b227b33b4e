"""What stays: the tokens of a sentence, stretches that are not language and are copied instead of translated.

Placeholders, code, addresses, names of files, identifiers, keys, formulas, quantities with units. They go around the
model. All spans are in code points. The time is linear in the text.
"""

from dataclasses import dataclass
from enum import StrEnum

from reader.processing.nontranslatables import names
from reader.short_cache import cached_if_short
from reader.text import signed_spans


class TokenKind(StrEnum):
    """What a token is."""

    VERBATIM = "verbatim"  # marked in the document as code, mathematics, another language; with its signs
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of a sentence that is not language.

    Attributes:
        start, end: its span.
        kind: what it is.
        written: what stands for it in the target language: its text, except that a decimal sign may differ.
    """

    start: int
    end: int
    kind: TokenKind
    written: str


@cached_if_short(1024)
def tokens(text: str, source: str, target: str) -> tuple[Token, ...]:
    """The tokens of a text, in order and without overlap.

    Args:
        text: a sentence as it is asked for: with signs around its verbatim spans.
        source: code of its language; "" if unknown.
        target: code of the language into which it is translated; "" if unknown, then tokens stay to the letter.
    """
    signed = set(signed_spans(text))
    return tuple(
        Token(start, end, TokenKind.VERBATIM if (start, end) in signed else TokenKind.NAME, text[start:end])
        for start, end in names(text)
    )
