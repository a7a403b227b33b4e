"""The word links in the form that the web page's script reads."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate

from reader.export.blocks import Block
from reader.export.markup import clean
from reader.export.web.context import Web
from reader.parallel import Column, SentencePair

# How many UTF-16 units are shown of a text between two places in it, which count code points.
_Units = Callable[[int, int], int]


def word_links(block: Block, web: Web) -> str | None:
    """The word links of a row: four numbers per link, sentences separated by ";"; None if there are no links.

    The numbers are start and end in the source and start and end in the target, or first in the target if that stands
    before the source, in UTF-16 units from the start of the sentence, as JavaScript counts in the text without line
    breaks.
    """
    if not any(pair.links for pair in block.pairs):
        return None
    row, columns = web.text.rows[block.index], web.options.columns
    turned = columns.index(Column.TRANSLATION) < columns.index(Column.ORIGINAL)
    source, target = _units_of(row.source.text), _units_of(row.target)
    return ";".join(" ".join(_links(pair, source, target, turned)) for pair in block.pairs)


def _links(pair: SentencePair, source: _Units | None, target: _Units | None, turned: bool) -> Iterator[str]:
    (a, a_end), (b, b_end) = pair.source, pair.target
    for s0, s1, t0, t1, _ in pair.links:
        if not (a <= s0 < s1 <= a_end and b <= t0 < t1 <= b_end):
            continue
        left = f"{source(a, s0)} {source(a, s1)}" if source else f"{s0 - a} {s1 - a}"
        right = f"{target(b, t0)} {target(b, t1)}" if target else f"{t0 - b} {t1 - b}"
        yield f"{right} {left}" if turned else f"{left} {right}"


def _units_of(text: str) -> _Units | None:
    """The counting function for `text`; None if each code point is shown as one unit, as in most texts."""
    if "\n" not in text and max(text, default="") <= "\uffff" and clean(text) == text:
        return None

    # Units before each code point, counted once and not for each link.
    before = list(accumulate(map(_width, text), initial=0))
    return lambda start, end: before[end] - before[start]


@lru_cache(maxsize=1024)
def _width(character: str) -> int:
    """How many UTF-16 units are shown for a character: none for a line break, which becomes an element."""
    shown = clean(character).replace("\n", "")
    return len(shown) + (shown > "\uffff")
