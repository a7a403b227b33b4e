"""Words and signs that a model's vocabulary cannot spell: other scripts, emoji, rare letters.

A model gets them as bytes, which it saw too seldom to learn, and gives back rubbish; so something stands in for them.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count, islice

from reader.document import Span

# A word with its combining marks, or a sign with what makes another one of it: joiners, variants, skin tones.
_UNIT = re.compile(r"[\w\u0300-\u036f]+|[^\w\s](?:[\u200d\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff]+[^\w\s]?)*")
_WORD = re.compile(r"\w")
# What a model copies more reliably than any other word.
_STAND_IN = re.compile(r"\bX\d+\b")


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


@dataclass(frozen=True, slots=True)
class StandIns:
    """A text in which words stand in for stretches of it.

    Attributes:
        text: the text with them.
        originals: what stands in -> what for.
    """

    text: str
    originals: dict[str, str]

    @classmethod
    def of(cls, text: str, stretches: Sequence[Span]) -> "StandIns":
        """Put "X1", "X2" and so on, those that are not in the text, in the place of stretches, which are in order."""
        taken = set(_STAND_IN.findall(text))
        free = (name for number in count(1) if (name := f"X{number}") not in taken)
        names = list(islice(free, len(stretches)))
        parts, end = [], 0
        for name, (first, last) in zip(names, stretches, strict=True):
            parts += [text[end:first], name]
            end = last
        originals = {name: text[slice(*span)] for name, span in zip(names, stretches, strict=True)}
        return cls("".join(parts) + text[end:], originals)

    def lost(self, target: str) -> int:
        """How many of the stretches a translation with them restored does not hold as often as the text did."""
        wanted = Counter(self.originals.values())
        return sum(max(count - target.count(stretch), 0) for stretch, count in wanted.items())

    def restored(self, text: str) -> str:
        """`text` with the stretches in the place of what stands in for them."""
        return _STAND_IN.sub(lambda name: self.originals.get(name[0], name[0]), text) if self.originals else text
