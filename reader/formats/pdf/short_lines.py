"""Lines that are not running text: those of an address, a signature, or values with labels."""

from collections.abc import Sequence
from itertools import pairwise

from reader import late_re as re
from reader.formats.pdf.lines import Line

# Running text in a narrow column has a line that begins with a small letter soon.
_FEWEST, _MOST, _LONGEST = 3, 12, 45
_PLACE = re.compile(r"\S+@\S+|(?:www\.|https?://)\S+|(?:v/|c/o) ?\w")
_UNENDED = tuple(".!?,;-–—\u2010")
# A word that leads on to the next: "og", "of".
_SMALL_WORD = re.compile(r"(?<!\S)[a-zæøå]{1,3}$")
_LABEL = re.compile(r"\w[\w .]{1,18}:(?:\s|$)")


def are_kept(lines: Sequence[Line]) -> bool:
    """Whether lines below each other stay lines."""
    if not 2 <= len(lines) <= _MOST or any(line.length > _LONGEST or line.leader for line in lines):
        return False
    texts = [line.text for line in lines]
    if texts[-1].endswith(".") or any(_is_running(text, after) for text, after in pairwise(texts)):
        return False
    return len(texts) >= _FEWEST or all(map(_LABEL.match, texts))


def _is_running(text: str, after: str) -> bool:
    if text.endswith(_UNENDED) or _SMALL_WORD.search(text):
        return True
    return after[:1].isalpha() and not after[:1].isupper() and not _PLACE.match(after)
