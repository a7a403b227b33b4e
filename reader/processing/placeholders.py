"""Placeholders: words that replace what a model cannot spell (other scripts, signs) while it translates the rest."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from reader.text import Span

# What a model copies more reliably than any other word: X1, X2 and so on.
_NAMED = re.compile(r" ?(X[0-9]+) ?")
# In Norwegian a placeholder and the next word may become a compound: "X1-butikk" from "X1 shop".
_COMPOUND = re.compile(r"(X[0-9]+)-(?=\w)")


@dataclass(frozen=True, slots=True)
class Original:
    """What a placeholder replaces, and whether spaces were added before and after it to separate it from a word."""

    text: str
    spaced_before: bool = False
    spaced_after: bool = False


@dataclass(frozen=True, slots=True)
class Placeholders:
    """A text with placeholders for some of its stretches.

    Attributes:
        text: the text with the placeholders.
        originals: placeholder -> what it replaces; in the order of the text.
    """

    text: str
    originals: dict[str, Original]

    @classmethod
    def of(cls, text: str, stretches: Sequence[Span]) -> "Placeholders":
        """Replace stretches, which are in order, with "X1", "X2" and so on, skipping those that are in the text."""
        taken = set(_NAMED.findall(text))
        free = (name for number in count(1) if (name := f"X{number}") not in taken)
        originals: dict[str, Original] = {}
        parts, end = [], 0
        for name, (first, last) in zip(free, stretches, strict=False):
            # Next to a letter or digit a model would not recognise it as a word.
            before, after = text[first - 1 : first].isalnum() and first > end, text[last : last + 1].isalnum()
            originals[name] = Original(text[first:last], before, after)
            parts += [text[end:first], " " * before, name, " " * after]
            end = last
        return cls("".join(parts) + text[end:], originals)

    def misplaced(self, target: str) -> int:
        """How many placeholders do not occur exactly once in a translation, not yet restored, plus those it made up."""
        found = Counter(_NAMED.findall(target))
        ours = sum(found[name] != 1 for name in self.originals)
        known = set(_NAMED.findall(self.text))
        return ours + sum(count for name, count in found.items() if name not in known)

    def restored(self, target: str) -> str:
        """A translation with the original stretches in place of the placeholders."""
        return _NAMED.sub(self._original, self._apart(target)) if self.originals else target

    def _apart(self, target: str) -> str:
        """Split the compounds of placeholders for signs, unless they were compounds in the source."""
        signs = {name for name, original in self.originals.items() if not any(map(str.isalnum, original.text))}
        signs.difference_update(_COMPOUND.findall(self.text))
        return _COMPOUND.sub(lambda found: f"{found[1]} " if found[1] in signs else found[0], target)

    def _original(self, found: re.Match[str]) -> str:
        original = self.originals.get(found[1])
        if original is None:
            return found[0]
        before = " " * (found[0].startswith(" ") and not original.spaced_before)
        return before + original.text + " " * (found[0].endswith(" ") and not original.spaced_after)
