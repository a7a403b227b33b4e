"""What a formatting code within a segment of a TMX file leaves in the sentence: mostly nothing.

Programs keep in a code what stood in the document: HTML ("<br/>"), RTF ("\\line"), XML of Word, or only its type.
Line breaks and the like become a space where words would weld, special characters the character. Placeholders stay.
"""

import base64
from collections import Counter
from collections.abc import Mapping
from html import unescape

from reader import late_re as re
from reader.text import CLOSE, OPEN, shown

# What codes leave; noncharacters, which texts are without. A BREAK is always a space, what is UNKNOWN one between
# letters, and NOTHING none, but spaces on both sides of it are one. For LOST there were words that nobody knows.
BREAK, UNKNOWN, NOTHING, LOST = "\ufdd2", "\ufdd3", "\ufdd4", "\ufdd5"
# Elements of a segment whose text is not the sentence's. The text of others (<hi>, <g>) is.
_ALONE = frozenset({"ph", "x"})
CODES = _ALONE | {"bpt", "ept", "it", "ut", "bx", "ex", "sub"}

# Of a code, in code points; what is longer is none of what is looked for.
_LONGEST = 2000
_BREAKS = frozenset({"lb", "br", "pb", "cb", "break", "linebreak", "newline", "softreturn", "pagebreak", "tab", "crlf"})
_BLOCKS = r"br|p|div|li|ul|ol|dl|dt|dd|tr|td|th|table|hr|h[1-6]|tab|cr|para|line-break|text:s"
_BREAKING = re.compile(
    rf"<\s*/?\s*(?:[a-z]{{1,8}}:)?(?:{_BLOCKS})\b[^<>]*>|HardReturn|Char Tab"
    r"|\\(?:line|par|page|sect|column|tab|lbr\d?|row|cell|[nrt])(?![a-z])",
    re.IGNORECASE,
)
_INLINE = (
    r"a|abbr|b|bdo|big|cf|cite|code|csf|del|dfn|em|f|font|i|ins|kbd|label|mark|nobr|q|r|s|samp|small|span|strike|strong|"
    r"sub|sup|tt|u|var|wbr"
)
_TAG = re.compile(rf"(?:<\s*/?\s*(?:[a-z]{{1,8}}:)?(?:{_INLINE})\d*\b[^<>]*>\s*)+", re.IGNORECASE)
_RTF = re.compile(r"(?:[{}\s*]|\\(?:[a-z]+-?\d*|\*))+")
# memoQ's special characters and stretches that it protects.
_MEMOQ = re.compile(r"<mq:(?:ch|rxt[\w-]*)\b[^>]*?\bval=\"([^\"]*)\"[^>]*>")
_CHARACTERS = {
    **{r"\~": "\xa0", r"\_": "\u2011", r"\-": "\xad", r"\emdash": "—", r"\endash": "–", r"\bullet": "•"},
    **{r"\lquote": "‘", r"\rquote": "’", r"\ldblquote": "“", r"\rdblquote": "”", r"\zwj": "\u200d"},
}
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|\w{1,31});")
_PLACEHOLDER = re.compile(
    r"\{\{[^{}]{1,80}\}\}|\$?\{[\w.,: -]{1,80}\}"
    r"|%(?:\d\$|\(\w{1,40}\))?[-+ 0#]*\d{0,4}(?:\.\d{1,3})?[a-zA-Z@]|%\d|\$\w{1,40}"
)
_VERBATIM = re.compile(r"`([^`\r\n]+)`")  # Markdown's
# What Trados takes out of sentences and puts back.
_WORDS = frozenset({"sdl:time", "sdl:date", "sdl:datetime", "sdl:number", "sdl:measurement", "sdl:variable"})
# Tags that a program left in the text: OmegaT's <f0>, HTML's, and the numbers of others.
_IN_TEXT = re.compile(
    r"(?P<open><(?P<name>[A-Za-z]{1,12}\d{0,4})(?:\s[^<>]{0,500})?(?<!/)>)|(?P<close></(?P<end>[A-Za-z]{1,12}\d{0,4})\s?>)"
    r"|(?P<alone><[A-Za-z]{1,12}\d{0,4}(?:\s[^<>]{0,500})?/>)"
    r"|(?P<number></?\d{1,4}/?>|\{\d{1,4}>|<\d{1,4}\}|\[\d{1,4}\}|\{\d{1,4}\])"
)
_MAY_BE_TAG = re.compile(r"[<\[]")
_VOID = frozenset({"br", "hr", "img", "wbr"})
_LEFT = re.compile(
    rf"(?<![^\S\xa0\u202f])[^\S\xa0\u202f]*+[{BREAK}{UNKNOWN}{NOTHING}](?:[{BREAK}{UNKNOWN}{NOTHING}]|[^\S\xa0\u202f])*"
)
_SPACE = re.compile(r"\s+")
# Before punctuation that an indented element comes before.
_BEFORE_END = re.compile(r"(?<=\S)[^\S\n]*+\n\s*+(?=[.,;:!?]+(?:\s|$))")
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def left_of(element: str, attributes: Mapping[str, str], content: str) -> str:
    """What a code leaves in the segment: a character, verbatim text, a placeholder, BREAK, UNKNOWN, NOTHING or LOST.

    Args:
        element: one of CODES.
        attributes: of the element.
        content: its text, without that of subflows.
    """
    raw = (content or _equivalent(attributes))[:_LONGEST]
    kind, content = attributes.get("type", "").lower().removeprefix("x-").replace("-", ""), raw.strip()
    if (character := _character(raw, kind)) is not None:
        return character
    if kind in _BREAKS or (raw and not content) or _BREAKING.search(content):
        return BREAK
    if element not in _ALONE:
        return NOTHING
    if not content and kind in _WORDS:
        return LOST
    if found := _VERBATIM.fullmatch(content):
        return f"{OPEN}{shown(found[1])}{CLOSE}"
    if _PLACEHOLDER.fullmatch(content):
        return content
    # Of anything but formatting it is likelier that it stood between words than within one.
    return NOTHING if _TAG.fullmatch(content) or _RTF.fullmatch(content) else UNKNOWN


def _character(content: str, kind: str) -> str | None:
    """The text that a code stands for, if it does."""
    if content == "\xa0" or kind == "nbsp":
        return "\xa0"
    content = content.strip()
    if found := _MEMOQ.fullmatch(content):
        return shown(unescape(found[1]))
    if _REFERENCE.fullmatch(content):
        return shown(unescape(content))
    return _CHARACTERS.get(content)


def _equivalent(attributes: Mapping[str, str]) -> str:
    text = attributes.get("equiv-text", "")
    if not text.startswith("base64:"):
        return text
    try:
        return unescape(base64.b64decode(text[7:], validate=True).decode())
    except ValueError:  # not what it says
        return ""


def in_one_line(text: str) -> str:
    """A segment as the sentence of a document has it: its lines are joined, and what codes left is gone."""
    if not text.isascii():
        text = _LEFT.sub(_space, text)
    if not text.isprintable() and _LINE_END.search(text):
        text = _SPACE.sub(lambda found: " " if _LINE_END.search(found[0]) else found[0], _BEFORE_END.sub("", text))
    return text.strip()


def _space(found: re.Match[str]) -> str:
    left, text, (start, end) = found[0], found.string, found.span()
    if BREAK in left or any(map(str.isspace, left)):
        return " "
    between = text[max(0, start - 1) : start].isalnum() and text[end : end + 1].isalnum()
    return " " if UNKNOWN in left and between else ""


def without_tags(source: str, target: str) -> tuple[str, str]:
    """A text and its translation without tags that a program left in them; unchanged unless both have the same ones."""
    if not _MAY_BE_TAG.search(source) or not _MAY_BE_TAG.search(target):
        return source, target
    ours, theirs = _tags(source), _tags(target)
    if not ours or ours != theirs:
        return source, target
    return _untagged(source), _untagged(target)


def _tags(text: str) -> Counter[str]:
    """The tags in a text; none if one is not a tag for certain."""
    tags = Counter(found[0] if found["number"] else _name(found) for found in _IN_TEXT.finditer(text))
    for found in _IN_TEXT.finditer(text):
        name = found["name"] or ""
        if found["open"] and not name[-1].isdigit() and name.lower() not in _VOID and not tags[f"</{name}>"]:
            return Counter()
    return tags


def _name(found: re.Match[str]) -> str:
    return f"</{found['end']}>" if found["close"] else re.split(r"[\s/>]", found[0], maxsplit=1)[0]


def _untagged(text: str) -> str:
    return in_one_line(_IN_TEXT.sub(lambda found: BREAK if _BREAKING.fullmatch(found[0]) else NOTHING, text))
