"""Tokens that identify something and are no words: checksums, UUIDs, keys, sequences, licence keys, books."""

from reader import late_re as re
from reader.processing.token import (
    BUT_OWNING,
    CAPITAL_INSIDE,
    DIGIT_BY_LETTER,
    DIGITS,
    SEVERAL_DIGITS,
    Rule,
    TokenKind,
)
from reader.text import DUMP

_UUID = re.compile(r"(?<![\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\w-]*\w)")
_CHECKSUM = re.compile(
    r"(?<!\w)(?:(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,}+|(?=\d*[A-F])(?=[A-F]*\d)[0-9A-F]{7,}+)(?!\w)"
    r"|(?<!\w)(?:sha\d{1,3}|md5|SHA\d{1,3}|MD5)[:=-][0-9A-Za-z+/=]{16,}+(?!\w)"
)
_BYTES = re.compile(r"(?<![\w:])(?<!\b[0-9A-Fa-f]{2}\ )[0-9A-Fa-f]{2}(?>(?:\ [0-9A-Fa-f]{2}){3,})(?!\w)")

_KEY = re.compile(
    r"(?<![\w+/=-])(?:eyJ[\w-]+(?:\.[\w-]+){1,4}|[A-Za-z0-9+/_-]{16,}+={0,2}(?![\w+/=]))"
    r"|-{5}(?:BEGIN|END)\ [A-Z0-9 ]{1,40}-{5}"
)
_SEQUENCE = re.compile(
    r"(?<!\w)[ACGTUN]{8,}+(?!\w)|(?<!\w)(?<![ACGT]\ )[ACGT]{3,}+(?>(?:\ [ACGT]{3,}+){2,})(?!\w)"
    r"|(?<!\w)(?<![01]\ )(?:0[01]{7,}+|[01]{4,8}(?>(?:\ [01]{4,8}){2,}))(?!\w)"
)
_CHANGE = re.compile(r"[a-z](?=[A-Z])|[0-9](?=[A-Za-z])|[A-Za-z](?=[0-9])")  # as no word changes
# Proteins, in the letters of their amino acids; and primers, between their ends.
_PROTEIN = re.compile(r"(?<!\w)[ACDEFGHIKLMNPQRSTVWY]{15,100}+\*?(?!\w)")
_NO_SYLLABLES = re.compile(r"Q|^M[^AEIY]|(.)\1\1|[^AEIY]{6}|[HJ][CDFGHKPQSW]|V[CFHMPQW]|W[CDFGHKPQTVW]|[AEIY]{4}")
_PRIMER = re.compile(r"(?<!\w)[35]['’′]-[ACGTUNRYKMSWBDHV]{3,100}+(?:-[35]['’′])?(?!\w)")
_FEW_CHANGES = 2
_MIXED = re.compile(r"(?<![\w-])[A-Za-z0-9]{6,15}(?!\w)")

_SERIAL = re.compile(
    r"(?<![\w-])(?:(?=[A-Z-]{0,80}\d)(?=[0-9-]{0,80}[A-Z])[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,8}"  # licence keys
    r"|(?!(?:VM|OL|EM)-)[A-Z]{2,10}-\d{3,12}(?:-\d{1,12}){0,4}(?:-[A-Z]{1,3})?"  # case numbers
    r"|[A-Z]{2}\ ?\d{5}(?!\ \d)"  # number plates
    r"|(?!(?:NOK|USD|EUR|GBP|SEK|DKK|CHF)\d)[A-Z]{1,4}\d{6,14}[A-Z]{0,4})"  # parcels
    rf"(?!{BUT_OWNING}\w|-\w)"
)
_ISSUE = re.compile(r"(?<![\w./@#-])[A-Za-z0-9][\w.-]{0,60}(?:/[\w.-]{1,60})?\#\d{1,7}(?!\w)")
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


def _is_protein(match: re.Match[str]) -> bool:
    """Not a word in capitals, of syllables as "STATSMINISTEREN" is."""
    return bool(_NO_SYLLABLES.search(match[0]))


def _is_mixed(match: re.Match[str]) -> bool:
    return len(_CHANGE.findall(match[0])) > _FEW_CHANGES


RULES = (
    Rule(TokenKind.UUID, _UUID, "-", re.compile(r"-\w{4}-")),
    Rule(TokenKind.CHECKSUM, _CHECKSUM, DIGITS, DIGIT_BY_LETTER),
    Rule(TokenKind.LONG, _BYTES, DIGITS, re.compile(r"\ [0-9A-Fa-f]{2}\ [0-9A-Fa-f]{2}\ "), _is_bytes),
    Rule(TokenKind.LONG, DUMP, DIGITS, re.compile(r"[0-9A-Fa-f]{6}:?\ {1,2}[0-9A-Fa-f]{2}")),
    Rule(TokenKind.LONG, _KEY, DIGITS, DIGIT_BY_LETTER, _is_key),
    Rule(TokenKind.LONG, _KEY, "-", re.compile("-----"), _is_key),
    Rule(TokenKind.LONG, _KEY, hint=CAPITAL_INSIDE, is_sure=_is_key),
    Rule(TokenKind.LONG, _SEQUENCE, hint=re.compile("[ACGTUN01](?=[ACGTUN01]{2})")),
    Rule(TokenKind.LONG, _PROTEIN, hint=re.compile("[A-Z]{15}"), is_sure=_is_protein),
    Rule(TokenKind.LONG, _PRIMER, "35", re.compile("[35]['’′]-")),
    Rule(TokenKind.IDENTIFIER, _ISSUE, "#", re.compile(r"\w\#[0-9]")),
    Rule(TokenKind.IDENTIFIER, _BOOK, DIGITS, SEVERAL_DIGITS),
    Rule(TokenKind.IDENTIFIER, _SERIAL, DIGITS, re.compile("[0-9](?:(?<=[A-Z-].)|(?<=[A-Z-]\\ .)|(?=-?[A-Z]))")),
    Rule(TokenKind.IDENTIFIER, _MIXED, DIGITS, DIGIT_BY_LETTER, _is_mixed),
)
