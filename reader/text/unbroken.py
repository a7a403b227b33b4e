"""Code and templates that stand in plain text and may have a full stop and a space inside: no sentence ends there."""

from collections.abc import Iterator

from reader import late_re as re
from reader.text.spans import Span

# As in Markdown; an apostrophe that is typed as a backtick follows a letter.
CODE_SPAN = re.compile(
    r"(?<![\w`\\])(?:(`{1,3})(?![`\s])[^`\n]{1,300}(?<!\s)\1(?!`)|``\ ?[^`\n]{0,200}(?:`[^`\n]{1,200}){1,20}?``(?!`))"
)

_STRING = r"(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}')"
_VALUE = rf"(?:{_STRING}|-?\d{{1,9}}(?:\.\d{{1,9}})?|[A-Za-z_]\w{{0,40}})"
_ARGUMENTS = rf"(?:{_STRING}(?:,\ ?{_VALUE}){{0,8}}|{_VALUE}(?:,\ ?{_VALUE}){{1,8}})?"
CALL = re.compile(
    rf"(?<![\w.$])[A-Za-z_$]\w{{0,60}}(?:(?:\.|::|->)\w{{1,60}}){{0,6}}\({_ARGUMENTS}\)(?:\.\w{{1,60}}\(\)){{0,4}};?"
)

# {{navn}}, {% if x %}, {"a": 1}, and messages of ICU: {count, plural, one {# item} other {# items}}.
_FORMATS = "plural|select|selectordinal|choice|number|date|time|duration|ordinal|spellout"
_IN_MESSAGE = r"[^{}\n]*+"
_INNER = rf"\{{{_IN_MESSAGE}(?>(?:\{{[^{{}}\n]*+\}}{_IN_MESSAGE})*)\}}{_IN_MESSAGE}"
TEMPLATE = re.compile(
    r"\{{2,3}[^{}\n]{1,200}\}{2,3}|\{[%#][^{}\n]{1,200}[%#]\}|\{\s?\"[^{}\n]{1,300}\}"
    rf"|\{{\s?\w{{1,60}}\s?,\s?(?:{_FORMATS})(?!\w){_IN_MESSAGE}(?>(?:\{{{_IN_MESSAGE}(?>(?:{_INNER})*)\}}{_IN_MESSAGE})*)\}}"
)

# A line of bytes as hexdump and xxd print it: offset, bytes, characters.
_BYTES = r"[0-9A-Fa-f]{2}(?:[0-9A-Fa-f]{2}){0,3}(?!\S)"
_ROW = rf"{_BYTES}(?:\ {{1,2}}{_BYTES}){{0,15}}"
DUMP = re.compile(
    rf"(?<!\S)[0-9A-Fa-f]{{6,16}}(?::?\ {{1,2}}{_ROW}\ {{1,60}}\|.{{1,16}}?\|(?=\s|$)"
    rf"|:\ {_ROW}\ {{2,60}}.{{1,16}}(?=\n|$))"
)


def unbroken(text: str) -> Iterator[Span]:
    """The stretches of a text in which no sentence ends; those of one pattern in order."""
    for sign, pattern in (("`", CODE_SPAN), ("(", CALL), ("{", TEMPLATE), ("  ", DUMP)):
        if sign in text:
            yield from (match.span() for match in pattern.finditer(text))
