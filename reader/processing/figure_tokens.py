"""Tokens with figures: versions, checksums, identifiers, telephone and account numbers, sections, instants, places."""

import re

from reader.processing.token import Rule, TokenKind

_FIGURES = "0123456789"
_SPACE = "[ \u00a0\u2009\u202f]"

_RELEASE = (
    r"(?:[-+._~]?(?:alpha|beta|rc|dev|preview|pre|post|snapshot|SNAPSHOT|final|nightly|canary|next|build|stable|lts|LTS|RC|p|b|a)"
    r"(?:[.-]?\d{1,9})*(?![^\W\d_])|[-+]\d[0-9A-Za-z]*(?:\.[0-9A-Za-z]+)*|[-+]g?[0-9a-f]{6,40})"
)
_VERSION = re.compile(
    rf"(?<![\w.,])(?:[vV]\.?\d{{1,6}}(?:\.\d{{1,9}}){{0,4}}(?:\.[x*](?!\w))?{_RELEASE}{{0,3}}"
    rf"|\d{{1,6}}(?:\.\d{{1,9}}){{1,4}}{_RELEASE}{{1,3}}|\d{{1,6}}(?:\.\d{{1,6}}){{0,3}}\.[x*](?!\w)"
    rf"|(?P<plain>\d{{1,4}}(?:\.\d{{1,6}}){{2,4}}))(?![\w])(?![.,]\d)"
)
_NUMBERED = re.compile(
    r"\b(?:versjon(?:en)?|version|utgave|release|ver\.|build|bygg|oppdatering|update)\ (?P<token>\d{1,6}(?:\.\d{1,9}){1,4})(?!\w)(?![.,]\d)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?:\d{4}|\d\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")

_HEXADECIMAL = re.compile(
    r"(?<!\w)(?:(?=\d*[a-f])(?=[a-f]*\d)[0-9a-f]{7,}|(?=\d*[A-F])(?=[A-F]*\d)[0-9A-F]{7,})(?![^\W_])"
    r"|(?<!\w)(?:sha\d{1,3}|md5|SHA\d{1,3}|MD5)[:=-][0-9A-Za-z+/=]{16,}(?!\w)"
    r"|(?<![\w:])(?=[0-9\ ]{0,60}[A-Fa-f])(?:[0-9A-Fa-f]{2}\ ){3,}[0-9A-Fa-f]{2}(?![\w])"
)
_UUID = re.compile(r"(?<![\w-])[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![\w-]*\w)")
_LONG = re.compile(
    r"(?<![\w+/=])[A-Za-z0-9+/_-]{16,}={0,2}(?![\w+/=])|(?<![\w-])eyJ[\w-]+(?:\.[\w-]+){1,4}"
    r"|-{5}(?:BEGIN|END)\ [A-Z0-9 ]{1,40}-{5}"
)
_SEQUENCE = re.compile(
    r"(?<!\w)(?:[ACGTUN]{8,}|[acgtun]{12,})(?!\w)|(?<![\w])(?:[ACGT]{3,}\ ){2,}[ACGT]{3,}(?!\w)|(?<!\w)0[01]{7,}(?!\w)|(?<!\w)(?:[01]{4,8}\ ){2,}[01]{4,8}(?!\w)"
)
_CHANGE = re.compile(r"[a-z](?=[A-Z])|\d(?=[A-Za-z])|[A-Za-z](?=\d)")
_MIXED = re.compile(r"(?<![\w-])(?=[A-Za-z]*\d)[A-Za-z0-9]{6,15}(?!\w)")

_SERIAL = re.compile(
    r"(?<![\w-])(?:(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{4,8}(?:-[A-Z0-9]{4,8}){2,8}"  # licence keys
    r"|(?!VM|OL|EM)[A-Z]{2,10}-\d{3,}(?:-\d+)*(?:-[A-Z]{1,3})?|CVE-\d{4}-\d{4,7}|HR-\d{4}-\d+-[A-Z]"
    r"|[A-Z]{2}\ ?\d{5}(?!\s\d))(?![\w])(?!-\w)"
)
_BOOK = re.compile(
    r"\bISBN(?:-1[03])?:?\ ?[\dX](?:[ -]?[\dX]){8,12}(?![\w-])|\bISSN:?\ ?\d{4}-\d{3}[\dX](?!\w)"
    r"|(?<![\w-])97[89](?:-\d{1,7}){3}-[\dX](?![\w-])"
)

_P = _SPACE
_TELEPHONE = re.compile(
    rf"(?<![\w+.,])(?:\+|00)[1-9]\d{{0,2}}{_P}?(?:\(0\){_P}?)?\(?\d{{1,4}}\)?(?:(?:{_P}|-)?\d{{2,4}}){{1,5}}(?![\w])(?![.,]\d)"
    rf"|(?<![\w.,§-])(?<!\d{_P})[2-9]\d(?:{_P}\d\d){{3}}(?!\w)(?!{_P}\d)(?![.,]\d)"
    rf"|(?<![\w.,§-])(?<!\d{_P})[489]\d\d{_P}\d\d{_P}\d{{3}}(?!\w)(?!{_P}\d)(?![.,]\d)"
    rf"|(?<![\w.,+-])(?:\(\d{{3}}\){_P}?|\d{{3}}[-.])?\d{{3}}-\d{{4}}(?![\w-])"
    rf"|(?<![\w.,+-])\(?0\d{{2,4}}\)?{_P}\d{{3,4}}{_P}?\d{{3,4}}(?!\w)(?!{_P}\d)"
)
_CALLED = re.compile(
    rf"\b(?:tlf|tel|telefon\w*|mobil\w*|mob|phone|telephone|call|ring|sms|faks|fax|nummer|number)\.?:?{_P}(?:(?:på|til|at|on|is|er){_P})?"
    rf"(?P<token>\d{{2,4}}(?:{_P}?\d{{2,4}}){{1,4}}|0\d{{4}})(?![\w])(?![.,]\d)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    rf"(?<![\w.,])(?<!\d{_P})\d{{4}}([ .\u00a0])\d\d\1\d{{5}}(?!\w)|(?<![\w.,])(?<!\d{_P})\d{{6}}{_P}\d{{5}}(?!\w)(?!{_P}\d)"
    rf"|(?<!\w)[A-Z]{{2}}\d{{2}}(?:{_P}?[A-Z0-9]{{4}}){{2,7}}(?:{_P}?\d{{1,4}})?(?!\w)"
    rf"|(?<![\w.,-])(?<!\d{_P})\d{{4}}(?:([ -])\d{{4}})(?:\2\d{{4}}){{2}}(?!\w)"
    rf"|(?<![\w.,:-])\d{{9,40}}(?!\w)(?![.,:-]\d)"
)
_ORGANISATION = re.compile(
    rf"\b(?:org\.?{_P}?(?:anisasjons)?(?:nr|nummer)?\.?|organisasjonsnummer\w*|organi[sz]ation{_P}number|foretaksnummer\w*|kid|kontonummer\w*|konto|account):?{_P}"
    rf"(?:NO{_P}?)?(?P<token>\d{{3,4}}(?:[ .\u00a0]?\d{{2,5}}){{1,6}})(?!\w)|(?P<vat>(?<![\w.,])(?:NO{_P}?)?\d{{3}}{_P}?\d{{3}}{_P}?\d{{3}}{_P}?MVA)\b",
    re.IGNORECASE,
)
_SECTION = re.compile(
    rf"§{{1,2}}{_P}?\d{{1,4}}(?:-\d{{1,4}})?(?:[a-z](?!\w))?(?:{_P}?[–-]{_P}?\d{{1,4}}(?:-\d{{1,4}})?(?:[a-z](?!\w))?)?(?![\w])"
)
_INSTANT = re.compile(
    r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|(?<!\w)\d{8}T\d{4,6}Z?(?!\w)|(?<!\w)\d{4}-?W\d\d(?:-\d)?(?!\w)|(?<![\w:])\d\d:\d\d:\d\d[.,]\d{1,6}(?!\w)"
    r"|(?<!\w)P(?:\d{1,4}[YMWD]){1,4}(?:T(?:\d{1,4}[HMS]){1,3})?(?!\w)|(?<!\w)PT(?:\d{1,6}[HMS]){1,3}(?!\w)"
)
_COORDINATE = re.compile(
    rf"(?<![\w.,])\d{{1,3}}(?:[.,]\d{{1,8}})?{_P}?°{_P}?(?:\d{{1,2}}(?:[.,]\d{{1,8}})?{_P}?[′'’]{_P}?)?(?:\d{{1,2}}(?:[.,]\d{{1,8}})?{_P}?(?:[″\"”]|''){_P}?)?[NSEWØV](?!\w)"
    rf"(?:,?{_P}\d{{1,3}}(?:[.,]\d{{1,8}})?{_P}?°{_P}?(?:\d{{1,2}}(?:[.,]\d{{1,8}})?{_P}?[′'’]{_P}?)?(?:\d{{1,2}}(?:[.,]\d{{1,8}})?{_P}?(?:[″\"”]|''){_P}?)?[NSEWØV](?!\w))?"
)


def _is_version(match: re.Match[str]) -> bool:
    plain = match["plain"]
    return not plain or not (_DATE.fullmatch(plain) or _THOUSANDS.fullmatch(plain))


def _is_long(match: re.Match[str]) -> bool:
    """No word: the case changes often, or letters and figures do."""
    text = match[0]
    return text.startswith(("eyJ", "-----")) or len(_CHANGE.findall(text)) > 2


def _is_mixed(match: re.Match[str]) -> bool:
    return len(_CHANGE.findall(match[0])) > 2


def _is_account(match: re.Match[str]) -> bool:
    """Many figures in a row are no number that anyone reads, unless it is round."""
    return not (match[0].isdigit() and match[0].endswith("000000"))


RULES = (
    Rule(TokenKind.UUID, _UUID, "-"),
    Rule(TokenKind.CHECKSUM, _HEXADECIMAL, _FIGURES),
    Rule(TokenKind.LONG, _LONG, is_sure=_is_long),
    Rule(TokenKind.LONG, _SEQUENCE, "ACGTUacgtu01"),
    Rule(TokenKind.TIME, _INSTANT, "-:TPW"),
    Rule(TokenKind.VERSION, _VERSION, _FIGURES, _is_version),
    Rule(TokenKind.VERSION, _NUMBERED, _FIGURES),
    Rule(TokenKind.SECTION, _SECTION, "§"),
    Rule(TokenKind.COORDINATE, _COORDINATE, "°"),
    Rule(TokenKind.ACCOUNT, _ACCOUNT, _FIGURES, _is_account),
    Rule(TokenKind.ACCOUNT, _ORGANISATION, _FIGURES),
    Rule(TokenKind.TELEPHONE, _TELEPHONE, _FIGURES),
    Rule(TokenKind.TELEPHONE, _CALLED, _FIGURES),
    Rule(TokenKind.IDENTIFIER, _BOOK, _FIGURES),
    Rule(TokenKind.IDENTIFIER, _SERIAL, _FIGURES),
    Rule(TokenKind.IDENTIFIER, _MIXED, _FIGURES, _is_mixed),
)
