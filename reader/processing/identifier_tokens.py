"""Tokens that identify something and are no words: checksums, UUIDs, keys, sequences, versions, licence keys, books."""

import re

from reader.processing.token import CAPITAL_INSIDE, DIGIT_BY_LETTER, DIGITS, SEVERAL_DIGITS, Rule, TokenKind

_UUID = re.compile(r"(?<![\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\w-]*\w)")
_CHECKSUM = re.compile(
    r"(?<!\w)(?:(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,}+|(?=\d*[A-F])(?=[A-F]*\d)[0-9A-F]{7,}+)(?!\w)"
    r"|(?<!\w)(?:sha\d{1,3}|md5|SHA\d{1,3}|MD5)[:=-][0-9A-Za-z+/=]{16,}+(?!\w)"
)
_BYTES = re.compile(r"(?<![\w:])(?<!\b[0-9A-Fa-f]{2}\ )[0-9A-Fa-f]{2}(?:\ [0-9A-Fa-f]{2}){3,}+(?!\w)")

_KEY = re.compile(
    r"(?<![\w+/=-])(?:eyJ[\w-]+(?:\.[\w-]+){1,4}|[A-Za-z0-9+/_-]{16,}+={0,2}(?![\w+/=]))"
    r"|-{5}(?:BEGIN|END)\ [A-Z0-9 ]{1,40}-{5}"
)
_SEQUENCE = re.compile(
    r"(?<!\w)[ACGTUN]{8,}+(?!\w)|(?<!\w)(?<![ACGT]\ )[ACGT]{3,}+(?:\ [ACGT]{3,}+){2,}+(?!\w)"
    r"|(?<!\w)(?<![01]\ )(?:0[01]{7,}+|[01]{4,8}(?:\ [01]{4,8}){2,}+)(?!\w)"
)
_CHANGE = re.compile(r"[a-z](?=[A-Z])|[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])")  # as no word changes
_FEW_CHANGES = 2
_MIXED = re.compile(r"(?<![\w-])[A-Za-z0-9]{6,15}(?!\w)")

_NAMED_RELEASE = (
    r"(?:[-+._~]?(?:alpha|beta|rc|dev|preview|pre|post|snapshot|SNAPSHOT|final|nightly|canary|next|build|stable|"
    r"lts|LTS|RC)(?:[.-]?\d{1,9}){0,4}(?![^\W\d_])|[-.]?[ab]\d{1,4}(?!\w))"
)
_RELEASE = rf"(?:{_NAMED_RELEASE}|[-+]\d[0-9A-Za-z]{{0,40}}(?:\.[0-9A-Za-z]{{1,40}}){{0,6}}|[-+]g?[0-9a-f]{{6,40}})"
_VERSION = re.compile(
    rf"(?<![\w.,])(?:[vV]\d{{1,6}}(?:\.\d{{1,9}}){{0,4}}(?:\.[x*](?!\w))?{_RELEASE}{{0,3}}"
    rf"|\d{{1,6}}\.\d{{1,9}}(?:\.\d{{1,9}}){{0,3}}{_NAMED_RELEASE}{{1,3}}|\d{{1,6}}(?:\.\d{{1,9}}){{2,3}}{_RELEASE}{{1,3}}"
    r"|\d{1,6}(?:\.\d{1,6}){0,3}\.[x*]|(?P<plain>\d{1,4}(?:\.\d{1,6}){2,4}))(?!\w|[.,]\d)"
)
_NUMBERED = re.compile(
    r"\b(?:versjon(?:en)?|version|utgave|release|ver\.|build)\ (?P<token>\d{1,6}(?:\.\d{1,9}){1,4})(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:\d{4}|\d\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")

_SERIAL = re.compile(
    r"(?<![\w-])(?:(?=[A-Z-]{0,80}\d)(?=[0-9-]{0,80}[A-Z])[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,8}"  # licence keys
    r"|(?!(?:VM|OL|EM)-)[A-Z]{2,10}-\d{3,12}(?:-\d{1,12}){0,4}(?:-[A-Z]{1,3})?"  # case numbers
    r"|[A-Z]{2}\ ?\d{5}(?!\ \d))(?!\w|-\w)"  # number plates
)
_BOOK = re.compile(
    r"\bISBN(?:-1[03])?:?\ ?[\dX](?:[ -]?[\dX]){8,12}(?![\w-])|\bISSN:?\ ?\d{4}-\d{3}[\dX](?!\w)"
    r"|(?<![\w-])97[89](?:-\d{1,7}){3}-[\dX](?![\w-])"
)


def _is_bytes(match: re.Match[str]) -> bool:
    """Not a row of numbers."""
    return any(map(str.isalpha, match[0]))


def _is_key(match: re.Match[str]) -> bool:
    """Not a word: capitals or figures keep coming among the letters, or all is in capitals and figures."""
    text = match[0]
    if text.startswith(("eyJ", "-----")) or len(_CHANGE.findall(text)) > _FEW_CHANGES:
        return True
    return text.isalnum() and text.isupper() and not text.isalpha()


def _is_mixed(match: re.Match[str]) -> bool:
    return len(_CHANGE.findall(match[0])) > _FEW_CHANGES


def _is_version(match: re.Match[str]) -> bool:
    """Not a date or a number with thousands."""
    plain = match["plain"]
    return not plain or not (_DATE.fullmatch(plain) or _THOUSANDS.fullmatch(plain))


RULES = (
    Rule(TokenKind.UUID, _UUID, "-", re.compile(r"-\w{4}-")),
    Rule(TokenKind.CHECKSUM, _CHECKSUM, DIGITS, DIGIT_BY_LETTER),
    Rule(TokenKind.LONG, _BYTES, DIGITS, re.compile(r"\ [0-9A-Fa-f]{2}\ [0-9A-Fa-f]{2}\ "), _is_bytes),
    Rule(TokenKind.LONG, _KEY, DIGITS, DIGIT_BY_LETTER, _is_key),
    Rule(TokenKind.LONG, _KEY, "-", re.compile("-----"), _is_key),
    Rule(TokenKind.LONG, _KEY, hint=CAPITAL_INSIDE, is_sure=_is_key),
    Rule(TokenKind.LONG, _SEQUENCE, hint=re.compile("[ACGTUN01](?=[ACGTUN01]{2})")),
    Rule(TokenKind.VERSION, _VERSION, DIGITS, re.compile(r"[0-9](?=\.[0-9x*])|[vV][0-9]"), _is_version),
    Rule(TokenKind.VERSION, _NUMBERED, DIGITS, re.compile(r"[0-9](?=\.[0-9])")),
    Rule(TokenKind.IDENTIFIER, _BOOK, DIGITS, SEVERAL_DIGITS),
    Rule(TokenKind.IDENTIFIER, _SERIAL, DIGITS, re.compile("[0-9](?:(?<=[A-Z-].)|(?<=[A-Z-]\\ .)|(?=-?[A-Z]))")),
    Rule(TokenKind.IDENTIFIER, _MIXED, DIGITS, DIGIT_BY_LETTER, _is_mixed),
)
