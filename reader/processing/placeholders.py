"""Placeholders: words that replace tokens, which no model is to change, while it translates the rest."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing.splices import Replacement, Splices
from reader.processing.token import Token
from reader.text import Span

# What a model copies more reliably than any other word: X1, X2 and so on.
_NAMED = re.compile(r" ?(X[0-9]+) ?")
# In Norwegian a placeholder and the next word may become a compound: "X1-butikk" from "X1 shop".
_COMPOUND = re.compile(r"(X[0-9]+)([)\]]?)-(?=\w)")
# A placeholder at the edge of a text, and the marks between it and the sentence.
_FIRST = re.compile(r"(X[0-9]+)([:.!?…]?)\s+")
_LAST = re.compile(r"([.!?…»”\"]?)\s+(X[0-9]+)\Z")


@dataclass(frozen=True, slots=True)
class Original:
    """What a placeholder stands for, and whether spaces were added before and after it to separate it from a word."""

    text: str
    spaced_before: bool = False
    spaced_after: bool = False


@dataclass(frozen=True, slots=True)
class Placeholders:
    """A text with placeholders for some of its stretches.

    Attributes:
        named: the text with placeholders only.
        source: the text without placeholders, and as the model gets it: with them, and written out.
        originals: placeholder -> what stands for it in the translation; in the order of the text.
    """

    named: str
    source: Splices
    originals: dict[str, Original]

    @property
    def text(self) -> str:
        """The text as the model gets it."""
        return self.source.text

    @property
    def changes(self) -> bool:
        """Whether the model gets another text."""
        return len(self.source.old) > 1

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], written_out: Sequence[Replacement] = ()) -> "Placeholders":
        """Replace tokens with "X1", "X2" and so on, skipping those that are in the text.

        Args:
            text: a sentence.
            tokens: what of it goes around the model, in order.
            written_out: what else of it the model gets in other words, in order.
        """
        if not tokens:
            return cls(text, Splices.of(text, written_out), {})
        taken = set(_NAMED.findall(text))
        free = (name for number in count(1) if (name := f"X{number}") not in taken)
        originals: dict[str, Original] = {}
        replacements: list[Replacement] = []
        end = 0
        for name, token in zip(free, tokens, strict=False):
            first, last = token.start, token.end
            # Next to a letter or digit a model would not recognise it as a word.
            before, after = text[first - 1 : first].isalnum() and first > end, text[last : last + 1].isalnum()
            originals[name] = Original(token.written, before, after)
            replacements.append((first, last, " " * before + name + " " * after))
            end = last
        named = Splices.of(text, replacements)
        whole = Splices.of(text, sorted([*replacements, *written_out])) if written_out else named
        return cls(named.text, whole, originals)

    def spans(self) -> list[Span]:
        """The spans of the placeholders in the text."""
        return [match.span(1) for match in self._ours(self.text)]

    def misplaced(self, target: str) -> int:
        """How many placeholders do not occur exactly once in a translation, not yet restored, plus those it made up."""
        if not self.originals:
            return 0
        found = Counter(_NAMED.findall(target))
        ours = sum(found[name] != 1 for name in self.originals)
        known = set(_NAMED.findall(self.text))
        return ours + sum(count for name, count in found.items() if name not in known)

    def restored(self, target: str) -> Splices:
        """A translation, as `apart` gives it, with what the placeholders stand for in place of them."""
        return Splices.of(target, [self._original(match) for match in self._ours(target)])

    def pairs(self, target: str) -> list[tuple[Span, Span]]:
        """The spans of each placeholder in the text and in a translation, as `apart` gives it."""
        here, there = ({match[1]: match.span(1) for match in self._ours(text)} for text in (self.text, target))
        return [(here[name], there[name]) for name in self.originals if name in there]

    def _ours(self, text: str) -> Iterator[re.Match[str]]:
        return (match for match in _NAMED.finditer(text) if match[1] in self.originals) if self.originals else iter(())

    def outside(self, text: str) -> str:
        """A stretch of the text, or of a translation, with a space in place of each placeholder."""
        return _NAMED.sub(lambda match: " " if match[1] in self.originals else match[0], text)

    def inside(self, text: str, start: int, end: int) -> Span:
        """A span of a text without placeholders at its edges that are no part of the sentence.

        A placeholder for a sign (an emoji) is none, nor is one before a colon or behind the end mark.
        """
        if not self.originals:
            return start, end
        first, last = _FIRST.match(text, start, end), _LAST.search(text, start, end)
        if first and self._stands_apart(first[1], first[2]):
            start = first.end()
        if last and last.start() >= start and self._stands_apart(last[2], last[1]):
            end = last.end(1)
        return start, max(start, end)

    def _stands_apart(self, name: str, mark: str) -> bool:
        return name in self.originals and (bool(mark) or name in self._signs())

    def _signs(self) -> set[str]:
        return {name for name, original in self.originals.items() if not any(map(str.isalnum, original.text))}

    def apart(self, target: str) -> str:
        """Split the compounds of placeholders in brackets and for signs, unless they were compounds in the source."""
        if not self.originals:
            return target
        own = {match[1] for match in _COMPOUND.finditer(self.text)}
        signs, ours = self._signs() - own, self.originals.keys() - own
        return _COMPOUND.sub(
            lambda found: f"{found[1]}{found[2]} " if found[1] in (ours if found[2] else signs) else found[0], target
        )

    def _original(self, found: re.Match[str]) -> tuple[int, int, str]:
        """What to replace, without the spaces that stay."""
        original = self.originals[found[1]]
        start, end = found.span() if original.spaced_before else (found.start(1), found.end())
        return start, end if original.spaced_after else found.end(1), original.text
