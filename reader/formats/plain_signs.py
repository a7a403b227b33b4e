"""The signs of a plain text that are mark-up, told from those that are letters of it.

A plain text is no Markdown: in "elev*er", "__init__.py", "`ls'" and "char **argv" the signs belong to the words. They
are mark-up only where they surely stand around something: outside words, in pairs, with words between them.
"""

from collections.abc import Iterator

from reader import late_re as re
from reader.formats.plain_lines import RAISED
from reader.formats.plain_places import Signs

_SIGNS = "*_`[]<"
# In place of signs that are text, for as long as a parser reads them; no text holds these.
_STAND_INS = "".join(map(chr, range(0xFDD0, 0xFDD0 + len(_SIGNS))))
_AS_TEXT, _AS_SIGNS = str.maketrans(_SIGNS, _STAND_INS), str.maketrans(_STAND_INS, _SIGNS)
_ANY = re.compile(f"[{_STAND_INS}]")

_BEFORE = r"(?<![^\s(\[{«“„\"'‘–—*_-])"
_AFTER = rf"(?=[)\]}}»”\"'’.,;:!?…–—*_-]*+(?:\s|\Z)|[)\]}}»”\"'’;!?…–—*_{RAISED}-])"
_FIRST, _LAST = r"(?=[\w\"'«“„‘(\[*])", r"(?<![\s(\[{«“„‘\\])"
_WORDS = r"(?>(?:[^_]++|(?<=[^\W_])_++(?=[^\W_]))+)"
# The first sign that the text of a span ends before is its end, so that all of them are found in linear time.
_LINK = (
    r"(\[)((?>(?:[^\[\]]++|\[[^\[\]]*+\])+))"
    r"(\]\((?=[^\s()]*[:/.#@])(?>(?:[^\s()\\]++|\\\S|\([^\s()]*+\))*)(?:\s++\"[^\"\n]*+\")?\))"
)
_CODE = (
    r"(?<![\w`\\])(`)(?=[^\s`])([^`]++)(?<!\s)(`)(?![\w`])",
    r"(?<![\w`\\])(``)(?=[^\s`])((?>(?:[^`]++|`(?!`))+))(?<!\s)(``)(?![\w`])",
)
_STARS = (
    rf"{_BEFORE}(?<!\*)(\*\*\*){_FIRST}([^*]++){_LAST}(\*\*\*)(?!\*){_AFTER}",
    rf"{_BEFORE}(?<!\*)(\*\*){_FIRST}((?>(?:[^*]++|\*(?!\*)[^*]++\*(?!\*))+)){_LAST}(\*\*)(?!\*){_AFTER}",
    rf"{_BEFORE}(?<!\*)(\*){_FIRST}((?>(?:[^*]++|\*\*(?!\*)[^*]++\*\*(?!\*))+)){_LAST}(\*)(?!\*){_AFTER}",
)
_UNDERSCORES = (
    rf"{_BEFORE}(?<!_)(__){_FIRST}({_WORDS}){_LAST}(__)(?!_){_AFTER}",
    rf"{_BEFORE}(?<!_)(_){_FIRST}({_WORDS}){_LAST}(_)(?!_){_AFTER}",
)
_SPANS = {
    sign: re.compile("|".join(f"(?:{span})" for span in spans))
    for sign, spans in (("[", (_LINK,)), ("`", _CODE), ("*", _STARS), ("_", _UNDERSCORES))
}
_SIGN, _UNDERSCORE = re.compile(r"[\[`*_]"), re.compile("_")
_MARKABLE = re.compile(r"[^\W\d_].*[^\W\d_]|^\[\d{1,3}\]$", re.DOTALL)  # words, or the label of a note


def underlines(text: str) -> bool:
    """Whether a text marks words by underscores: several words between two, which names of programs never are."""
    return any(" " in (found[2] or found[5]) for found in _spans(text, _UNDERSCORE))


def _spans(text: str, signs: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """What may be spans between signs, from left to right; none is inside another."""
    sign = signs.search(text)
    while sign is not None:
        found = _SPANS[sign[0]].match(text, sign.start())
        if found is not None:
            yield found
        sign = signs.search(text, (found or sign).end())


def without_literal(text: str, *, underlined: bool) -> str:
    """The text with stand-ins for all signs that are no mark-up, of the same length.

    `underlined`: whether a single word between underscores is marked.
    """
    parts, end = list[str](), 0
    for found in _spans(text, _SIGN):
        start, inner, stop = (group for group in found.groups() if group is not None)
        if not _is_marked(start, inner, underlined=underlined):
            continue
        parts += [text[end : found.start()].translate(_AS_TEXT), start]
        parts += [inner.translate(_AS_TEXT) if start[0] == "`" else without_literal(inner, underlined=underlined), stop]
        end = found.end()
    return "".join([*parts, text[end:].translate(_AS_TEXT)])


def signs_in(text: str, *, underlined: bool, start: int = 0) -> Iterator[Signs]:
    """The pairs of signs that are mark-up, each before those in it; `start` is where the text begins in another."""
    for found in _spans(text, _SIGN):
        first, inner, last = (number for number, group in enumerate(found.groups(), 1) if group is not None)
        if _is_marked(found[first], found[inner], underlined=underlined):
            yield Signs(start + found.start(), start + found.end(first), start + found.start(last), start + found.end())
            if found[first][0] != "`":
                yield from signs_in(found[inner], underlined=underlined, start=start + found.start(inner))


def has_stand_ins(text: str) -> bool:
    """Whether a text holds what stands in for signs."""
    return _ANY.search(text) is not None


def with_literal(text: str) -> str:
    """The text with the signs that `without_literal` replaced."""
    return text.translate(_AS_SIGNS)


def _is_marked(sign: str, inner: str, *, underlined: bool) -> bool:
    """Whether the words inside a pair of signs are ones that people mark."""
    if sign == "[":
        return True
    if sign[0] == "`":
        return not (inner.endswith((",", "!", "?")) and _is_several(inner))  # speech
    several = sign[0] == "*" or _is_several(inner) or (underlined and sign == "_")
    return several and _MARKABLE.search(inner) is not None


def _is_several(words: str) -> bool:
    return any(map(str.isspace, words))
