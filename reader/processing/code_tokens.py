"""Tokens of code that stands in plain text: code spans, calls, identifiers."""

from reader import late_re as re
from reader.processing.token import CAPITAL_INSIDE, Rule, TokenKind
from reader.text import CALL, CODE_SPAN

_COLOUR = re.compile(r"(?<!\w)(?:rgba?|hsla?)\([\d.,%\s/°]{5,60}\)")
_STARTS_ARGUMENTS = frozenset(")\"'")
_QUALIFIED = re.compile(r"(?<![\w.:])[A-Za-z_]\w{0,60}(?:(?:::|->)[A-Za-z_]\w{0,60}){1,10}")
# Not "iPhone" and "eBay", which are inflected.
_CAMEL = re.compile(r"(?<![\w.])[a-z]{2,40}\d{0,4}(?:[A-Z][a-z0-9]{1,40}){1,10}(?!\w)")
_LANGUAGE = re.compile(r"(?<!\w)[CF](?:\+\+|\#)(?!\w)")
_UNDERSCORED = re.compile(
    r"(?<!\w)(?=\w*[^\W_]_+[^\W_])\w+(?:\.\w+)*|(?<!\w)_{3,}(?!\w)|(?<!\w)__[^\W_](?:\w{0,60}[^\W_])?__(?!\w)"
)


def _is_call(match: re.Match[str]) -> bool:
    """Not "bil(er)" or "f(x, y)": what is called has a sign of code, or else a string or nothing to work on."""
    name, _, arguments = match[0].partition("(")
    return arguments[0] in _STARTS_ARGUMENTS or not name.isalpha()


RULES = (
    Rule(TokenKind.CODE, CODE_SPAN, "`"),
    Rule(TokenKind.CODE, CALL, "(", re.compile(r"\((?<=\w.)"), _is_call),
    Rule(TokenKind.COLOUR, _COLOUR, "("),
    Rule(TokenKind.CODE, _QUALIFIED, ":>"),
    Rule(TokenKind.CODE, _CAMEL, hint=CAPITAL_INSIDE),
    Rule(TokenKind.CODE, _LANGUAGE, "+#"),
    Rule(TokenKind.CODE, _UNDERSCORED, "_"),
)
