"""Tokens in figures that are no numbers: telephone and account numbers, sections of laws, instants, coordinates."""

from reader import late_re as re
from reader.processing.token import BUT_OWNING, DIGITS, SEVERAL_DIGITS, Rule, TokenKind

_SPACE = "[ \u00a0\u2009\u202f]"
_ALONE = rf"(?<![\w.,§-])(?<!\d{_SPACE})"  # not behind other figures
_LAST = rf"(?!{BUT_OWNING}\w|[.,]\d|{_SPACE}\d)"

_TELEPHONE = re.compile(
    rf"(?<![\w+.,])(?P<country>(?:\+|00)[1-9]\d{{0,2}}|\((?:\+|00)[1-9]\d{{0,2}}\)){_SPACE}?(?:\(0\){_SPACE}?)?(?:\(\d{{1,4}}\)|\d{{1,4}})"
    rf"(?>(?:(?:{_SPACE}|-)?\d{{2,4}}){{1,5}})(?!{BUT_OWNING}\w|[.,]\d)"
    rf"|{_ALONE}(?P<pairs>[2-9]\d(?:{_SPACE}\d\d){{3}}){_LAST}"
    rf"|{_ALONE}[489]\d\d{_SPACE}\d\d{_SPACE}\d{{3}}{_LAST}"
    rf"|(?<![\w.,+-])(?:\(\d{{3}}\){_SPACE}?|\d{{3}}[-.])\d{{3}}[-.]\d{{4}}(?![\w-])"
    r"|(?<![\w.,+-])(?:555-\d{4}|\d{3}-0\d{3})(?![\w-])"  # another pair of numbers is a range
    rf"|{_ALONE}(?<!\+)\(?0\d{{2,4}}\)?{_SPACE}\d{{3,4}}{_SPACE}?\d{{3,4}}{_LAST}"
)
_LEAST_FIGURES, _SURE_FIGURES = 8, 10
_ROUND = re.compile(rf"\d0(?:{_SPACE}\d0)+")
_THOUSANDS = re.compile(rf"\+\d{{1,3}}(?:{_SPACE}\d{{3}})+")
_CALLED = re.compile(
    rf"\b(?:tlf|tel|telefon\w*|mobil\w*|mob|phone|telephone|call|ring|sms|faks|fax)\.?:?{_SPACE}"
    rf"(?:(?:på|til|at|on|is|er){_SPACE})?(?P<token>\d{{2,4}}(?:{_SPACE}?\d{{2,4}}){{2,4}}|0\d{{4}})(?!\w|[.,]\d)",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(
    rf"{_ALONE}\d{{4}}([ .\u00a0])\d\d\1\d{{5}}{_LAST}|{_ALONE}\d{{6}}{_SPACE}\d{{5}}{_LAST}"
    rf"|(?<!\w)[A-Z]{{2}}\d{{2}}(?:{_SPACE}?[A-Z0-9]{{4}}){{2,7}}(?:{_SPACE}?\d{{1,4}})?(?!\w)"  # IBAN
    rf"|{_ALONE}\d{{4}}([ -])\d{{4}}(?:\2\d{{4}}){{2}}{_LAST}"  # cards
    rf"|(?<![\w.,:-])\d{{9,40}}(?!\w|[.,:-]\d)"
)
_OWNER = (
    rf"org\.?{_SPACE}?(?:anisasjons)?(?:nr|nummer)?\.?|organisasjonsnummer\w*|organi[sz]ation{_SPACE}number|"
    r"foretaksnummer\w*|kid|kontonummer\w*|konto|account"
)
_ORGANISATION = re.compile(
    rf"\b(?:{_OWNER}):?{_SPACE}(?:NO{_SPACE}?)?(?P<token>\d{{3,4}}(?:[ .\u00a0]?\d{{2,5}}){{1,6}})(?!\w)", re.IGNORECASE
)
_TAXED = re.compile(rf"(?<![\w.,])(?:NO{_SPACE}?)?\d{{3}}{_SPACE}?\d{{3}}{_SPACE}?\d{{3}}{_SPACE}?MVA(?!\w)")

_NUMBER = r"\d{1,4}(?:[-.]\d{1,4}){0,3}(?:[a-z](?!\w))?"
# A letter that stands apart is the section's if a word for its parts follows, or none.
_PARTS = "første|annet|andre|tredje|fjerde|femte|sjette|ledd|nr|jf|jfr|og|eller|til|flg|bokstav|punktum"
_LETTER = rf"(?:{_SPACE}[a-h](?=[,.;:)\]]|$|{_SPACE}(?:{_PARTS})\b))"
_SECTION = re.compile(
    rf"§{{1,2}}{_SPACE}?{_NUMBER}(?:{_SPACE}?[–-]{_SPACE}?{_NUMBER}|{_LETTER})?(?!\w)|¶{_SPACE}?\d{{1,4}}"
)

_INSTANT = re.compile(
    r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"
    r"(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|(?<!\w)\d{8}T\d{4,6}Z?(?!\w)|(?<!\w)\d{4}-?W\d\d(?:-\d)?(?!\w)|(?<![\w:])\d\d:\d\d:\d\d[.,]\d{1,6}(?!\w)"
    r"|(?<!\w)P(?:\d{1,4}[YMWD]){1,4}(?:T(?:\d{1,4}[HMS]){1,3})?(?!\w)|(?<!\w)PT(?:\d{1,6}[HMS]){1,3}(?!\w)"
)
_PART = rf"\d{{1,3}}(?:[.,]\d{{1,8}})?{_SPACE}?"
_DEGREES = rf"{_PART}°{_SPACE}?(?:{_PART}[′'’]{_SPACE}?)?(?:{_PART}(?:[″\"”]|''){_SPACE}?)?[NSEWØV](?!\w)"
_DECIMALS = r"[-−]?\d{1,3}\.\d{4,12}"
_COORDINATE = re.compile(
    rf"(?<![\w.,]){_DEGREES}(?:,?{_SPACE}{_DEGREES})?|(?<![\w.,-]){_DECIMALS},{_SPACE}?{_DECIMALS}(?!\w|[.,]\d)"
)


def _is_telephone(match: re.Match[str]) -> bool:
    """A number with a country's code is long, and not in thousands as "+12 345 678" is; "20 30 40 50" is a row."""
    if match["pairs"]:
        return not _ROUND.fullmatch(match["pairs"])
    figures = sum(map(str.isdigit, match[0]))
    if not match["country"] or figures >= _SURE_FIGURES:
        return True
    return figures >= _LEAST_FIGURES and not _THOUSANDS.fullmatch(match[0])


def _is_called(match: re.Match[str]) -> bool:
    return match["token"].startswith("0") or sum(map(str.isdigit, match["token"])) >= _LEAST_FIGURES


def _is_account(match: re.Match[str]) -> bool:
    """Many figures in a row are no number that anyone reads, unless it is round."""
    return not (match[0].isdigit() and match[0].endswith("000000"))


RULES = (
    Rule(TokenKind.TIME, _INSTANT, DIGITS, re.compile(r"[0-9](?=[-:TW])|P[T0-9]")),
    Rule(TokenKind.SECTION, _SECTION, "§¶"),
    Rule(TokenKind.COORDINATE, _COORDINATE, "°,", re.compile(r"°|\.[0-9]{4,12},")),
    Rule(TokenKind.ACCOUNT, _ACCOUNT, DIGITS, SEVERAL_DIGITS, _is_account),
    Rule(TokenKind.ACCOUNT, _ORGANISATION, DIGITS, SEVERAL_DIGITS),
    Rule(TokenKind.ACCOUNT, _TAXED, DIGITS, re.compile("MVA")),
    Rule(TokenKind.TELEPHONE, _TELEPHONE, DIGITS, SEVERAL_DIGITS, _is_telephone),
    Rule(TokenKind.TELEPHONE, _CALLED, DIGITS, SEVERAL_DIGITS, _is_called),
)
