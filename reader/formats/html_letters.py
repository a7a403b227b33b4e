"""Letters of HTML as they are written: references, white space that counts as one, letters raised by an element."""

import html
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from reader.formats.html_scanner import REFERENCE
from reader.formats.inline import lowered, raised
from reader.text import composed, shown


class Letter(NamedTuple):
    """A code point of a paragraph, and how the file writes it; `tag`: as an element, not as text."""

    text: str
    written: str
    tag: bool = False


@lru_cache(4096)
def itself(letter: str) -> Letter:
    """A letter that is written as it is."""
    return Letter(letter, letter)


class Letters(NamedTuple):
    """Those of a stretch that belong to a paragraph, and how many characters before and behind them do not."""

    letters: list[Letter]
    before: int = 0
    behind: int = 0


def letters_of(written: str, text: str, *, preformatted: bool) -> Letters:
    """The letters that a stretch of text consists of, of which a paragraph shows these."""
    if "&" not in written and (start := _start(written, text)) >= 0:  # each is written as itself
        return Letters(list(map(itself, text)), start, len(written) - start - len(text))
    found = list(_decoded(written))
    if not preformatted:
        found = list(_collapsed(found))
    for form in (list, _composed):
        letters = list(form(found))
        start = _start("".join(letter.text for letter in letters), text)
        if start >= 0:
            end = start + len(text)
            return Letters(letters[start:end], _length(letters[:start]), _length(letters[end:]))
    plain = "".join(letter.text for letter in found)
    if text in (raised(plain), lowered(plain)):
        return Letters([Letter(letter, raw.written) for letter, raw in zip(text, found, strict=True)])
    return Letters([Letter(letter, escaped(letter)) for letter in text])


def length_of_marks(written: str) -> int:
    """How many characters the combining marks are that a stretch of text begins with."""
    end = 0
    while end < len(written):
        reference = REFERENCE.match(written, end)
        text = html.unescape(reference[0]) if reference else written[end]
        if not all(map(unicodedata.combining, text)):
            break
        end = reference.end() if reference else end + 1
    return end


def escaped(text: str) -> str:
    """Text as HTML has it."""
    return html.escape(text, quote=False)


def _start(text: str, shown: str) -> int:
    """Where a text shows what it does: a paragraph may lack its beginning or end."""
    if text.startswith(shown):
        return 0
    return len(text) - len(shown) if text.endswith(shown) else text.find(shown)


def _decoded(written: str) -> Iterator[Letter]:
    end = 0
    for match in REFERENCE.finditer(written):
        yield from map(itself, written[end : match.start()])
        text, end = html.unescape(match[0]), match.end()
        if len(text) == 1:
            yield Letter(text, match[0])
        else:
            yield from (Letter(letter, letter if text == match[0] else escaped(letter)) for letter in text)
    yield from map(itself, written[end:])


def _collapsed(letters: list[Letter]) -> Iterator[Letter]:
    """White space counts as one space."""
    space = ""
    for letter in letters:
        if letter.text.isspace() and letter.text != "\xa0":
            space += letter.written
            continue
        if space:
            yield Letter(" ", space)
            space = ""
        yield letter
    if space:
        yield Letter(" ", space)


def _composed(letters: list[Letter]) -> Iterator[Letter]:
    """Letters with the combining marks behind them, as texts have them."""
    together: list[Letter] = []
    for letter in letters:
        if together and not unicodedata.combining(letter.text):
            yield from _cluster(together)
            together = []
        together.append(letter)
    yield from _cluster(together)


def _cluster(letters: list[Letter]) -> Iterator[Letter]:
    text = composed(shown("".join(letter.text for letter in letters)))
    if len(text) == 1:
        yield Letter(text, "".join(letter.written for letter in letters))
    else:
        yield from (Letter(letter, escaped(letter)) for letter in text)


def _length(letters: list[Letter]) -> int:
    return sum(len(letter.written) for letter in letters)
