"""What a token is, and what a rule is that finds tokens.

Each family of tokens (`code_tokens`, `address_tokens` and so on) lists its rules; `reader.processing.what_stays`
applies them all.
"""

from collections.abc import Callable
from enum import StrEnum

from reader import late_re as re
from reader.late_dataclasses import dataclass


class TokenKind(StrEnum):
    """What a token is."""

    VERBATIM = "verbatim"  # marked in the document as code, mathematics, another language; with its signs
    LONG = "long"  # keys, sequences, dumps
    CODE = "code"  # code spans between backticks, calls, identifiers
    MATHEMATICS = "mathematics"  # as TeX writes it
    PLACEHOLDER = "placeholder"
    TAG = "tag"
    SHORTCODE = "shortcode"
    CITATION = "citation"
    EMOJI = "emoji"
    EMOTICON = "emoticon"
    SIGN = "sign"
    SCRIPT = "script"  # words of a script that neither language is written in
    HASHTAG = "hashtag"
    HANDLE = "handle"
    COLOUR = "colour"
    VERSION = "version"
    CHECKSUM = "checksum"
    UUID = "uuid"
    NETWORK = "network"  # MAC and IP addresses
    EMAIL = "email"
    ADDRESS = "address"
    KEYS = "keys"  # of the keyboard
    FILE = "file"
    OPTION = "option"  # of a command
    FORMULA = "formula"
    SECTION = "section"
    TELEPHONE = "telephone"
    ACCOUNT = "account"
    IDENTIFIER = "identifier"
    TIME = "time"  # as ISO 8601 writes it
    COORDINATE = "coordinate"
    QUANTITY = "quantity"
    NUMBER = "number"  # language, and a token only where a model lost it


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


@dataclass(frozen=True, slots=True)
class Rule:
    """How tokens of a kind are found.

    Attributes:
        kind: what they are.
        pattern: where they may be, in linear time; if it has a group "token", that is the token, the rest its context.
        signs: every match has one of these characters; "" if there are too many.
        hint: what every match has besides, and what is found faster.
        is_sure: whether a match is one.
        loose: characters that are no part of the token if it ends in them.
    """

    kind: TokenKind
    pattern: re.Pattern[str]
    signs: str = ""
    hint: re.Pattern[str] | None = None
    is_sure: Callable[[re.Match[str]], bool] = bool
    loose: str = ""


DIGITS = "0123456789"
# Hints for several rules. All begin with a set of characters that few texts have: such a pattern is found fastest.
SEVERAL_DIGITS = re.compile(r"[0-9](?:[^0-9]{0,2}[0-9]){4}")
CAPITAL_INSIDE = re.compile("[A-Z](?<=[a-z0-9].)")
DIGIT_BY_LETTER = re.compile("[0-9](?:(?=[A-Za-z])|(?<=[A-Za-z].))")
# In a lookahead against letters: of what has a name, "AB 12345s bil".
BUT_OWNING = r"(?!s(?!\w))"
INNER_DOT = re.compile(r"\.(?=\w)")
