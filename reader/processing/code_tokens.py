"""Tokens of code and templates that stand in plain text: code spans, TeX, placeholders, tags, calls, identifiers."""

import re

from reader.processing.token import Rule, TokenKind

_DIGITS = "0123456789"

# Between backticks, as Markdown has it; an apostrophe typed as a backtick follows a letter.
_BACKTICKS = re.compile(r"(?<![\w`\\])(`{1,3})(?![`\s])[^`\n]{1,300}(?<!\s)\1(?!`)")
# Pandoc's rule: no space behind the first dollar sign and before the last, and no figure behind that.
_DOLLARS = re.compile(r"(?<![\w$\\])(\${1,2})(?![\s$])[^$\n]{1,300}(?<![\s\\])\1(?![\w$])")
_TEX = re.compile(
    r"\\\([^\n\\]{1,200}(?:\\(?![()])[^\n\\]{0,200}){0,20}\\\)|\\\[[^\n\\]{1,200}(?:\\(?![\[\]])[^\n\\]{0,200}){0,20}\\\]"
    r"|(?<![\w\\:.])\\(?:[nrt](?=[A-ZÆØÅ\s]|$)|[A-Za-z]{2,30}(?:\[[^\[\]\n]{0,80}\])?(?:\{[^{}\n]{0,80}\}){0,3})(?![\w\\])"
)

_BRACES = re.compile(
    r"\{{2,3}[^{}\n]{1,200}\}{2,3}"  # {{navn}}, {{#if x}}
    r"|\{[%#][^{}\n]{1,200}[%#]\}"  # {% if x %}
    r"|[$#@%]\{[^{}\n]{1,200}\}"  # ${x}, #{x}, @{x}, %{x}
    r"|\$\([\w.]{1,60}\)"  # $(Navn)
    r"|\{\ ?[^{}\s]{0,80}\ ?\}"  # {x}, {0:.2f}, {}
    r"|\{\s?\"[^{}\n]{1,300}\}"  # {"a": 1}
    r"|<%[=-]?[^%\n]{1,200}%>|<\?[^?\n]{1,200}\?>"
    r"|\[\[[^\[\]\n]{1,200}\]\]|<<\w{1,60}>>"
    r"|\[\^[\w-]{1,60}\]|\[[ xX]\](?=\s)"
)
# Messages of ICU: {count, plural, one {# item} other {# items}}.
_IN_ICU = r"[^{}]*+"
_ICU = re.compile(
    r"\{\s?\w{1,60}\s?,\s?(?:plural|select|selectordinal|choice|number|date|time|duration|ordinal|spellout)(?!\w)"
    rf"{_IN_ICU}(?:\{{{_IN_ICU}(?:\{{{_IN_ICU}(?:\{{[^{{}}]*+\}}{_IN_ICU})*+\}}{_IN_ICU})*+\}}{_IN_ICU})*+\}}"
)
_PERCENT = re.compile(
    r"(?<![\w%])%(?:"
    r"\([\w.]{1,60}\)[-+0#]{0,3}\d{0,4}(?:\.\d{1,4})?[a-zA-Z]"  # %(n)d
    r"|(?:\d{1,2}\$)?[-+0#']{0,3}(?:\d{1,4}|\*)?(?:\.(?:\d{1,4}|\*))?(?:hh?|ll?|[Lqjzt])?[diouxXeEfFgGaAcspn@](?![a-zæøå\d])"
    r"|L?\d{1,2}(?![\w.,]?\w)%?|[A-Za-z_]\w{0,40}%(?!\w)|%(?![\w%])"  # %1, %APPDATA%, %%
    r")"
)
_VARIABLE = re.compile(r"(?<![\w$\\])\$(?:[A-Za-z_]\w{0,60}(?:->\w{1,60}|\[\w{1,60}\])*)(?![\w$])")
# Three or more of one sign, as in "$$$", alone.
_SIGNS = re.compile(r"(?<![\w$#=~^|@&%*+<>/\\])([$#=~^|@&%*+<>/\\])\1{2,}+(?![\w$#=~^|@&%*+<>/\\])")

_VALUE = r"(?:\"[^\"\n<>]{0,200}\"|'[^'\n<>]{0,200}'|[^\s\"'<>]{1,200})"
_TAG = re.compile(
    rf"</?[A-Za-zÆØÅæøå][\wÆØÅæøå:.-]{{0,60}}(?:\s{{1,3}}[\w:@.-]{{1,60}}=?(?:(?<==){_VALUE}|(?<!=)(?=\s*/?>))){{0,10}}\s?/?>"
    r"|<!--[^<>\n]{0,300}-->|<!DOCTYPE[^<>\n]{0,100}>"
    r"|&(?:[a-zA-Z]{2,10}\d{0,2}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});"
)
_SHORTCODE = re.compile(
    r"(?<![\w:])(?<![^\s(\[{\"'«“>:]):(?:\+1|-1|[a-z][\w+-]{1,60}):(?![\w:])|(?<![^\s(\[«“\"]):[a-zæøå_][\wæøå]{1,60}(?![\w:/])"
)
_CITATION = re.compile(r"\[-?@[^\[\]\n]{1,200}\]")
_STRING = r"(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'|-?\d{1,9}(?:\.\d{1,9})?|[A-Za-z_]\w{0,40})"
_CALL = re.compile(
    r"(?<![\w.])[A-Za-z_$]\w{0,60}(?:(?:\.|::|->)\w{1,60}){0,6}\("
    rf"(?:\)|(?:\"[^\"\n]{{0,200}}\"|'[^'\n]{{0,200}}')(?:,\ ?{_STRING}){{0,8}}\)|{_STRING}(?:,\ ?{_STRING}){{1,8}}\))"
    r"(?:\.\w{1,60}\(\))*;?"
    r"|(?<!\w)(?:rgba?|hsla?)\([\d.,%\s/°]{5,60}\)"
)
# Qualified names and names in camel case; not "iPhone", which may be inflected.
_IDENTIFIER = re.compile(
    r"(?<![\w.:])[A-Za-z_]\w{0,60}(?:::|->)[A-Za-z_]\w{0,60}(?:(?:::|->)\w{1,60})*"
    r"|(?<![\w.])[a-z]{2,40}\d{0,4}(?:[A-Z][a-z0-9]{1,40}){1,10}(?!\w)"
)
_UNDERSCORED = re.compile(r"(?<!\w)(?=\w*[^\W_]_+[^\W_])\w+(?:\.\w+)*|(?<!\w)_{3,}(?!\w)")


def _is_dated(match: re.Match[str]) -> bool:
    """Whether a set of braces, brackets and so on is no prose: anything but a single word in capitals within [[ ]]."""
    return bool(match)


def _is_call(match: re.Match[str]) -> bool:
    """Not "kl(e)" or "han(hun, de)": a call has no words for people in it, or no letter before the bracket."""
    inner = match[0].partition("(")[2]
    return inner[:1] in ")\"'" or any(sign in match[0] for sign in "_.:\"'") or "rgb" in match[0] or "hsl" in match[0]


RULES = (
    Rule(TokenKind.CODE, _BACKTICKS, "`"),
    Rule(TokenKind.MATHEMATICS, _DOLLARS, "$"),
    Rule(TokenKind.MATHEMATICS, _TEX, "\\"),
    Rule(TokenKind.PLACEHOLDER, _ICU, "{"),
    Rule(TokenKind.PLACEHOLDER, _BRACES, "{[<$"),
    Rule(TokenKind.PLACEHOLDER, _PERCENT, "%"),
    Rule(TokenKind.PLACEHOLDER, _VARIABLE, "$"),
    Rule(TokenKind.PLACEHOLDER, _SIGNS, "$#=~^|@&%*+<>/\\"),
    Rule(TokenKind.TAG, _TAG, "<&"),
    Rule(TokenKind.SHORTCODE, _SHORTCODE, ":"),
    Rule(TokenKind.CITATION, _CITATION, "@"),
    Rule(TokenKind.CODE, _CALL, "(", _is_call),
    Rule(TokenKind.CODE, _IDENTIFIER),
    Rule(TokenKind.CODE, _UNDERSCORED, "_"),
)
