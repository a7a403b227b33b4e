"""Typographic signs while one types: what to put in place of the straight marks and hyphens that the keys give."""

from reader import late_re as re
from reader.processing.quotation_marks import Edit, typed_mark
from reader.processing.what_stays import tokens
from reader.text import NORWEGIAN

# How far around the cursor is looked, in code points: typing takes the same time in every text.
_NEAR = 2000
_MARKS = "\"'"
# Code that is no token yet, as its end has not been typed: print("a, href='b.
_BEGUN = re.compile(r"\w[(\[{=](?:['\"][^'\"]*)?\Z")
# A hyphen between two spaces, of which the second is being typed; at the beginning of a line it is a bullet.
_SPACED = re.compile(r"(?<=\S )-(?= \Z)")
# Two hyphens, and behind them what is being typed. Not options ("--help"), arrows ("-->", "<--") and rules ("---").
_DOUBLE = re.compile(r"(?:(?<=[^\s\-–—<!])--(?=[^\W_]\Z)|(?<=[^\-–—<!])--(?= \Z))")


def typed_edit(text: str, end: int, source: str, language: str) -> Edit | None:
    """The edit to a line after a character was typed into it, or None if it is right as it is.

    Norwegian and English get the quotation marks of `quotation_marks`, ’ as apostrophe, " – " for a spaced hyphen, and
    a dash for two hyphens: in English between words "—". Tokens ("x='a'", "https://…--…") are left alone, and so are
    other languages.

    Args:
        text: the line.
        end: where the typed character ends, in code points.
        source: the sentence of which the text is the translation.
        language: code of the language that is written.
    """
    if language not in NORWEGIAN and language != "en":
        return None
    start = max(end - _NEAR, 0)
    near, at = text[start : end + _NEAR], end - start
    edit = _mark(near, at, source, language) or _dash(near[:at], language)
    if edit is None or _in_token(near, at, edit):
        return None
    return edit[0] + start, edit[1] + start, edit[2]


def _mark(text: str, end: int, source: str, language: str) -> Edit | None:
    typed = text[end - 1 : end]
    if not typed or typed not in _MARKS:
        return None
    if _BEGUN.search(text, 0, end - 1):
        return None
    sign = typed_mark(typed, text[: end - 1], source, language)
    return None if sign == typed else (end - 1, end, sign)


def _dash(before: str, language: str) -> Edit | None:
    if match := _SPACED.search(before, max(len(before) - 3, 0)):
        return *match.span(), "–"
    if match := _DOUBLE.search(before, max(len(before) - 4, 0)):
        left, right = before[match.start() - 1], before[match.end()]
        between_words = not left.isspace() and not (left.isdigit() and right.isdigit())
        return *match.span(), "—" if between_words and language == "en" else "–"
    return None


def _in_token(text: str, end: int, edit: Edit) -> bool:
    """Whether the edit is within a token, of the text as it is now or as it was before the character was typed."""
    before = text[: end - 1] + text[end:]
    return (
        text.count("`", 0, end) % 2 == 1  # code that has not been ended yet
        or any(token.start < edit[1] and edit[0] < token.end for token in tokens(text, "", ""))
        or any(token.start < end - 1 < token.end for token in tokens(before, "", ""))
    )
