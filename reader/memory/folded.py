"""Sentences that differ only in what nobody sees: kinds of spaces, and characters without a width.

Programs write "10 000" with a space that does not break lines, or with a plain one, and leave soft hyphens, or do not;
some take Markdown for plain text. A sentence is looked up as it is first, then folded.
"""

from collections.abc import Iterator

from reader import late_re as re
from reader.text import composed

_SPACES = re.compile(r"[^\S ]|  |[\xad\u200b\u2060\ufeff]")
_SPACE = re.compile(r"\s+")
_WIDTHLESS = re.compile("[\xad\u200b\u2060\ufeff]")
# Of Markdown: verbatim text, strong and emphasised text.
_MARKS = re.compile(r"(?<![`\w])`([^`\n]+)`(?![`\w])|(?<![*\w])(\*\*|\*)(?=[^\s*])([^*\n]+)(?<=[^\s*])\2(?![*\w])")


def folded(text: str) -> str:
    """A sentence with plain spaces, one at a time, and only characters that have a width."""
    if not _SPACES.search(text):
        return text
    return composed(_SPACE.sub(" ", _WIDTHLESS.sub("", text)).strip())


def without_marks(text: str) -> str:
    """A sentence without the marks that Markdown has for verbatim, strong and emphasised text."""
    return _MARKS.sub(lambda found: found[1] or found[3], text) if "`" in text or "*" in text else text


def foldings_of(sentence: str, translation: str) -> Iterator[tuple[str, str]]:
    """What a sentence is found by besides itself, and its translation there."""
    plain = folded(sentence)
    if plain != sentence:
        yield plain, translation
    unmarked, translated = without_marks(plain), without_marks(translation)
    if unmarked != plain and len(_MARKS.findall(plain)) == len(_MARKS.findall(translation)):
        yield unmarked, translated
