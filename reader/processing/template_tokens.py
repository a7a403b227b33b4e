"""Tokens of templates and markup in plain text: placeholders, tags, shortcodes, citations, TeX."""

from reader import late_re as re
from reader.processing.token import Rule, TokenKind
from reader.text import TEMPLATE

# Pandoc's rule: no space behind the first dollar sign and before the last, and no figure behind that.
_DOLLARS = re.compile(r"(?<![\w$\\])(\${1,2})(?![\s$])[^$\n]{1,300}(?<![\s\\])\1(?![\w$])")
# Words of prose between dollars, as in "fra $5 til A$".
_PROSE = re.compile(r"[^\W\d_]{3,}\s+[^\W\d_]{2,}|\$\d[\d.,]*\s+[^\W\d_]{2,}")
_TEX = re.compile(
    r"\\\([^\n]{1,200}?\\\)|\\\[[^\n]{1,200}?\\\]"
    r"|(?<![\w\\:.])\\(?:[nrt](?=[A-ZÆØÅ\s]|$)"  # an escape, as in "Hei.\nNeste"
    r"|[A-Za-z]{2,30}(?:\[[^\[\]\n]{0,80}\])?(?:\{[^{}\n]{0,80}\}){0,3})(?![\w\\])"
)

_BRACES = re.compile(
    r"[$#@%]\{[^{}\n]{1,200}\}"  # ${x}, #{x}, @{x}, %{x}
    r"|\$\([\w.]{1,60}\)"  # $(Navn)
    r"|\{\ ?[^{}\s]{0,80}\ ?\}"  # {x}, {0:.2f}, {}
    r"|%%[A-Za-z_][\w.-]{0,60}%%|@@[A-Za-z_][\w.-]{0,60}@@|\#\#[A-Za-z_][\w.-]{0,60}\#\#"  # %%NAVN%%
    r"|<%[=-]?[^%\n]{1,200}%>|<\?[^?\n]{1,200}\?>|<<\w{1,60}>>"
    r"|\[\[[^\[\]\n]{1,200}\]\]|\[\^[\w-]{1,60}\]|\[[ xX]\](?=\s)"
)
_WIDTH = r"(?:\d{1,4}|\*)"
_CONVERSION = (
    r"%(?:"
    rf"\([\w.]{{1,60}}\)[-+0\#]{{0,3}}{_WIDTH}?(?:\.{_WIDTH})?[a-zA-Z]"  # %(n)d
    rf"|(?:\d{{1,2}}\$)?[-+0\#']{{0,3}}{_WIDTH}?(?:\.{_WIDTH})?(?:hh?|ll?|[Lqjzt])?"
    r"(?:[ds](?![a-zæøå\d_%])|[ds](?=%(?:%|[ds(]))|[iouxXeEfFgGaAcpn@](?!\w))"
    r"|L?\d{1,2}(?![.,]?\w)%?"  # %1
    r"|%(?!\w))"
)
_PERCENT = re.compile(rf"(?<![\d_%]){_CONVERSION}(?:[-:/.,x]?{_CONVERSION}){{0,20}}")
_VARIABLE = re.compile(r"(?<![\w$\\])\$[A-Za-z_]\w{0,60}(?:->\w{1,60}|\[\w{1,60}\]){0,10}(?![\w$])")
# Three or more of one sign, as in "$$$", alone.
_OF_SIGNS = r"[$\#=~^|@&%*+<>/\\]"
_SIGNS = re.compile(rf"(?<![\w$\#=~^|@&%*+<>/\\])({_OF_SIGNS})\1{{2,}}+(?![\w$\#=~^|@&%*+<>/\\])")

_VALUE = r"(?:\"[^\"\n<>]{0,200}\"|'[^'\n<>]{0,200}'|[^\s\"'<>]{1,200})"
_BARE = "disabled|checked|required|hidden|async|defer|readonly|selected|multiple|autofocus"
_TAG = re.compile(
    rf"(?<!<)</?[^\W\d_][\w:.-]{{0,60}}(?:\s{{1,3}}[\w:@.-]{{1,60}}={_VALUE}){{0,10}}(?:\s(?:{_BARE}))?\s?/?>(?!>)"
    r"|<!--[^<>\n]{0,300}-->|<!DOCTYPE[^<>\n]{0,100}>"
    r"|&(?:[a-zA-Z]{2,10}\d{0,2}|\#\d{1,7}|\#x[0-9A-Fa-f]{1,6});"
)
_SHORTCODE = re.compile(
    r"(?<![^\s(\[{\"'«“>])(?::(?:\+1|-1|[a-z][\w+-]{1,60}):)+(?!\w|:[\w:])"  # :smile:
    r"|(?<![^\s(\[«]):[a-zæøå_]\w{1,60}(?![\w:/])"  # :navn
)
_CITATION = re.compile(r"\[-?@[^\[\]\n]{1,200}\]")


# Arguments of scripts, as in "Send $1 to $2", where nothing is paid.
_ARGUMENT = re.compile(r"(?<![\w$\\])\$[1-9](?!\w|[.,]\d)")
_ARGUMENTS = re.compile(
    r"^(?![^\n]*\b(?i:cost|price|pa(?:y|id)|dollar|spen[dt]|worth|bill|s[eo]ld?l?|b[uo][yu]|earn|kost|pris|betal))"
    r"(?>[^\n]*?\$1(?!\w|[.,]\d))[^\n]*?\$2(?!\w|[.,]\d)",  # what follows the first $1 follows all of them
    re.MULTILINE,
)


def _is_mathematics(match: re.Match[str]) -> bool:
    return "\\" in match[0] or not _PROSE.search(match[0])


RULES = (
    Rule(TokenKind.MATHEMATICS, _DOLLARS, "$", is_sure=_is_mathematics),
    Rule(TokenKind.MATHEMATICS, _TEX, "\\"),
    Rule(TokenKind.PLACEHOLDER, TEMPLATE, "{"),
    Rule(TokenKind.PLACEHOLDER, _BRACES, "{<[$%@#"),
    Rule(TokenKind.PLACEHOLDER, _PERCENT, "%"),
    Rule(TokenKind.PLACEHOLDER, _VARIABLE, "$"),
    Rule(TokenKind.PLACEHOLDER, _ARGUMENT, "$", _ARGUMENTS),
    Rule(TokenKind.PLACEHOLDER, _SIGNS, "$#=~^|@&%*+<>/\\", re.compile(rf"({_OF_SIGNS})\1\1")),
    Rule(TokenKind.TAG, _TAG, "<&"),
    Rule(TokenKind.SHORTCODE, _SHORTCODE, ":", re.compile(r":(?=\S)")),
    Rule(TokenKind.CITATION, _CITATION, "@"),
)
