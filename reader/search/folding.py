"""Folding text for search: without case, diacritics and invisible characters.

A text is folded letter by letter, where a letter is a character with its combining marks, or all parts of an
emoji. Positions are in code points.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.text import OBJECT

# Letters that Unicode does not decompose, as typed on a keyboard without them.
_PLAIN = {
    **{"æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS"},
    **{"ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "đ": "d", "Đ": "D", "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T"},
    **{"ł": "l", "Ł": "L", "ħ": "h", "Ħ": "H", "ı": "i"},
    # Variants of what a typewriter has one sign for.
    **dict.fromkeys("‘’‚‛′ʼ", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
}
_WHITE_SPACE = {ord(space): " " for space in "\t\n\v\f\r\u2028\u2029"}
_JOINER = "\u200d"
# No letter has more marks and joined parts; Unicode's Stream-Safe Text Format (UAX 15) stops at 30. Bounded, since
# decomposing a letter sorts its marks in quadratic time.
_LONGEST_LETTER = 60
# ASCII is folded as a whole, except a character before the rest, which may have a mark on it.
_RUN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")
_KEPT_RUN = 8
_KEPT_RUNS = 1 << 14

# A letter of several characters, or of another length when folded: start and end there, start and end in the source.
Edit = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of a text.

    Attributes:
        source: its characters.
        exact: `source` decomposed, without invisible characters and images.
        plain: `exact` without diacritics, in ordinary letters.
    """

    source: str
    exact: str
    plain: str

    @property
    def folded(self) -> str:
        """The plain letter without case; "" for an invisible character."""
        return self.plain.casefold()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text and its folded form, with the map from positions in it to those in the text."""

    source: str
    text: str
    edits: tuple[Edit, ...] = ()

    def start(self, position: int) -> int | None:
        """Where in the source the letter at `position` of the folded text begins; None inside a letter."""
        last = bisect_right(self.edits, position, key=itemgetter(1)) - 1
        if last + 1 < len(self.edits) and self.edits[last + 1][0] < position:
            return None
        return self._after(last, position)

    def end(self, position: int) -> int | None:
        """Where in the source the letter ends that ends at `position` of the folded text; None inside a letter."""
        last = bisect_left(self.edits, position, key=itemgetter(0)) - 1
        if last >= 0 and self.edits[last][1] > position:
            return None
        return self._after(last, position)

    def _after(self, edit: int, position: int) -> int:
        if edit < 0:
            return position
        _, folded_end, _, end = self.edits[edit]
        return end + position - folded_end


def fold(text: str) -> Folded:
    """Fold a text. Folding the folded text again changes nothing."""
    if text.isascii():
        return Folded(text, _fold_ascii(text))
    parts: list[str] = []
    edits: list[Edit] = []
    done = length = 0
    for match in _RUN.finditer(text):
        run = match.group()
        folded, changes = _fold_short_run(run) if len(run) <= _KEPT_RUN else _fold_run(run)
        between = _fold_ascii(text[done : match.start()])
        length += len(between)
        edits += [(a + length, b + length, c + match.start(), d + match.start()) for a, b, c, d in changes]
        parts += (between, folded)
        length += len(folded)
        done = match.end()
    parts.append(_fold_ascii(text[done:]))
    return Folded(text, "".join(parts), tuple(edits))


def letters(text: str) -> Iterator[Letter]:
    """Cut a text into its letters; their sources joined are the text."""
    for source in _clusters(text):
        exact = _exact(source)
        yield Letter(source, exact, "".join(_PLAIN.get(c, c) for c in exact if not _is_mark(c)))


def _fold_ascii(text: str) -> str:
    return text.lower().translate(_WHITE_SPACE)


def _fold_run(run: str) -> tuple[str, tuple[Edit, ...]]:
    parts: list[str] = []
    edits: list[Edit] = []
    position = length = 0
    for letter in letters(run):
        folded, size = letter.folded, len(letter.source)
        if len(folded) != size or size > 1:
            edits.append((length, length + len(folded), position, position + size))
        parts.append(folded)
        position += size
        length += len(folded)
    return "".join(parts), tuple(edits)


# A language has few: "ø", "på", "« ".
_fold_short_run = lru_cache(_KEPT_RUNS)(_fold_run)


def _clusters(text: str) -> Iterator[str]:
    """A light form of the grapheme clusters of Unicode's UAX 29: marks, emoji sequences; no syllables."""
    start = 0
    for position in range(1, len(text)):
        if not _belongs(text[position - 1], text[position]) or position - start >= _LONGEST_LETTER:
            yield text[start:position]
            start = position
    if text:
        yield text[start:]


def _belongs(before: str, character: str) -> bool:
    if character.isascii():
        return False
    # In other scripts a joiner also stands between letters, without making them one.
    joined = before == _JOINER and not character.isalpha()
    return joined or _is_mark(character) or _is_selector(character)


def _exact(source: str) -> str:
    decomposed = unicodedata.normalize("NFKD", source).translate(_WHITE_SPACE)
    return "".join(c for c in decomposed if not _is_invisible(c))


def _is_invisible(character: str) -> bool:
    """What nobody types when searching: selectors, soft hyphens and the like, and the place of an image."""
    formats = character != _JOINER and unicodedata.category(character) == "Cf"
    return formats or character == OBJECT or _is_selector(character)


def _is_mark(character: str) -> bool:
    """Diacritics, enclosing signs, the joiner of emoji and their skin colours."""
    return (
        unicodedata.combining(character) != 0
        or character == _JOINER
        or "\U0001f3fb" <= character <= "\U0001f3ff"
        or unicodedata.category(character) == "Me"
    )


def _is_selector(character: str) -> bool:
    """Variation selectors and the tags of regional flags."""
    return "\ufe00" <= character <= "\ufe0f" or "\U000e0020" <= character <= "\U000e007f"
