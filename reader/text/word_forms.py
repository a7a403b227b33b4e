"""The words of a text as a word index has them: in small letters, and nothing but letters and digits."""

import unicodedata
from collections.abc import Iterator

from reader import late_re as re
from reader.text.spans import Span

# Combining marks and soft hyphens belong to the letter before them.
_TOKEN = re.compile("[^\\W_](?:[^\\W_]|[\u00ad\u0300-\u036f])*")


def tokens(text: str) -> Iterator[tuple[Span, str]]:
    """The tokens of a text with their spans in code points: "e-post" is two."""
    of = str.lower if text.isascii() else form_of
    for match in _TOKEN.finditer(text):
        yield match.span(), of(match[0])


def forms_in(text: str) -> list[str]:
    """The same without the spans."""
    if text.isascii():
        return _TOKEN.findall(text.lower())
    return [form_of(token) for token in _TOKEN.findall(text)]


def form_of(token: str) -> str:
    """A token in small letters, composed and without soft hyphens."""
    form = token.lower()
    return form if form.isascii() else unicodedata.normalize("NFC", form.replace("\u00ad", ""))
