"""What a token is, and the rules by which tokens are found.

The families of rules (`code_tokens`, `address_tokens` and so on) each list `Rule`s; `reader.processing.what_stays`
applies them all.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class TokenKind(StrEnum):
    """What a token is."""

    VERBATIM = "verbatim"  # marked in the document as code, mathematics, another language; with its signs
    LONG = "long"  # keys, sequences, dumps
    CODE = "code"  # set in backticks, calls, escapes, identifiers
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
    OPTION = "option"
    FORMULA = "formula"
    SECTION = "section"
    TELEPHONE = "telephone"
    ACCOUNT = "account"
    IDENTIFIER = "identifier"
    TIME = "time"  # as ISO 8601 writes it
    COORDINATE = "coordinate"
    QUANTITY = "quantity"


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
    """How tokens of a kind are found. Its time must be linear: see `reader.processing.what_stays`.

    Attributes:
        kind: what they are.
        pattern: where they may be; if it has a group "token", that is the token, and the rest its context.
        signs: every match has one of these characters; "" if there is no telling.
        is_sure: whether a match is one.
        loose: characters that are not of the token if it ends in them.
    """

    kind: TokenKind
    pattern: re.Pattern[str]
    signs: str = ""
    is_sure: Callable[[re.Match[str]], bool] = bool
    loose: str = ""
