"""Words and signs that a model's vocabulary cannot spell: other scripts, emoji, rare letters.

A model gets them as bytes, which it saw too seldom to learn, and gives back rubbish; so words stand in for them (see
`reader.stand_ins`).
"""

import re
from collections.abc import Callable

from reader.document import Span

# A word with its combining marks, or a sign with what makes another one of it: joiners, variants, skin tones.
_UNIT = re.compile(r"[\w\u0300-\u036f]+|[^\w\s](?:[\u200d\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]+[^\w\s]?)*")
_WORD = re.compile(r"\w")


def unspellable(text: str, is_spelt: Callable[[str], bool]) -> list[Span]:
    """The stretches of `text` that hold what cannot be spelt, each of whole words and signs, in order.

    Those with only spaces and punctuation between them are one. Spans are in code points; linear in the text.

    Args:
        text: any.
        is_spelt: whether a character can be; it is asked once for each of the characters that are not ASCII.
    """
    if text.isascii():
        return []
    bad = {character for character in set(text) if not character.isascii() and not is_spelt(character)}
    found: list[Span] = []
    if not bad:
        return found
    for unit in _UNIT.finditer(text):
        if bad.isdisjoint(unit[0]):
            continue
        start = unit.start()
        if found and not _WORD.search(text, found[-1][1], start) and "\n" not in text[found[-1][1] : start]:
            start = found.pop()[0]
        found.append((start, unit.end()))
    return found
