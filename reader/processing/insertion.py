"""Sentences without their tokens, and the way back: each token into the translation, beside its neighbour's word.

Whatever a model makes of the words, the tokens are there.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reader import late_re as re
from reader.late_dataclasses import dataclass
from reader.processing.casing import without_initial_capital
from reader.processing.punctuation import lead
from reader.processing.splices import Splices
from reader.processing.token import Token
from reader.text import Span, word_spans

# Spans in the text without tokens and in its translation, and how sure the link is.
_Links = Sequence[tuple[int, int, int, int, float]]

_PAIRS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "„": "“", '"': '"', "'": "'", "‘": "’"}
_OPENING, _CLOSING = frozenset("([{«“„‘\"'"), frozenset(")]}»”’\"'.,;:!?…")
_MARKS = re.compile(r"[^\w\s]+")
_HYPHENS = ("-", "‑")
# Of English, which has its article before a compound.
_ARTICLE = re.compile(r"[Tt]he (?=\w)")
_LETTER = re.compile(r"\w")
_NEXT_MARKS = re.compile(r"[^\w\s]+")
_STOPS, _CLOSERS = ".!?…", ")]}»”’\"'"


@dataclass(frozen=True, slots=True)
class Taken:
    """A token taken out, with the brackets or quotation marks around it alone, or a hyphen to a word.

    Attributes:
        place: where it was, in the text without tokens.
        text: what stands for it, with what is around it.
        glued_before, glued_behind: whether no space was there.
    """

    place: int
    text: str
    glued_before: bool
    glued_behind: bool


@dataclass(frozen=True, slots=True)
class Without:
    """A sentence without its tokens; `source` has both, `taken` one for each stretch that is gone."""

    source: Splices
    taken: tuple[Taken, ...]

    @classmethod
    def of(cls, sentence: str, tokens: Sequence[Token]) -> "Without":
        """Take the tokens, which are in order, out of a sentence, each with a space where two would be left."""
        gone, taken, end, length = [], [], 0, 0
        for token in tokens:
            start, stop = _widened(sentence, token, end)
            text = sentence[start : token.start] + token.written + sentence[token.end : stop]
            glued = sentence[start - 1 : start].isalnum(), sentence[stop : stop + 1].isalnum()
            first, last = _with_space(sentence, start, stop, end)
            gone.append((first, last, ""))
            length += first - end
            taken.append(Taken(length, text, *glued))
            end = last
        return cls(Splices.of(sentence, gone), tuple(taken))

    @property
    def text(self) -> str:
        """The sentence without tokens."""
        return self.source.text

    def into(self, translation: str, links: _Links) -> tuple[Splices, list[tuple[Span, Span]]]:
        """The translation with the tokens in it, and the spans of each in the sentence and there.

        Args:
            translation: of `text`.
            links: between words of the two; without any, a token goes to the place in proportion.
        """
        if self.taken and self.taken[0].place == 0 and self.text:
            translation = without_initial_capital(self.text, translation)
        places = _Places(self.text, translation, links)
        placed = [_behind_article(translation, places.of(taken), taken) for taken in self.taken]
        found = sorted((place, i) for i, (place, _) in enumerate(placed))
        if found and found[0][1] == 0 and placed[0][1] is not self.taken[0] and not self.taken[0].place:
            translation = translation[:1].upper() + translation[1:]
        result = Splices.of(translation, _spaced(translation, [(place, placed[i][1]) for place, i in found]))
        gone = self.source.replaced()
        return result, [(gone[i][0], new) for (_, i), (_, new) in zip(found, result.replaced(), strict=True)]


def _widened(text: str, token: Token, least: int) -> Span:
    """The token's span with brackets around it alone, and with a hyphen between it and a word."""
    start, end = token.start, token.end
    if start > least and text[end : end + 1] and _PAIRS.get(text[start - 1]) == text[end]:
        return start - 1, end + 1
    if text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].isalnum():
        end += 1
    if start > least + 1 and text[start - 1] in _HYPHENS and text[start - 2].isalnum():
        start -= 1
    return start, end


def _with_space(text: str, start: int, end: int, least: int) -> Span:
    """The span with one of the spaces around it, unless words would touch."""
    before, behind = text[max(start - 1, least) : start], text[end : end + 1]
    if before.isspace() and (not behind or behind.isspace() or behind in _CLOSING):
        return start - 1, end
    if behind.isspace() and (not before or before in _OPENING):
        return start, end + 1
    return start, end


def _behind_article(translation: str, place: int, taken: Taken) -> tuple[int, Taken]:
    """The place of a token, and it without its hyphen if an article is there: "the Node.js developer"."""
    article = _ARTICLE.match(translation, place) if taken.glued_behind and taken.text.endswith(_HYPHENS) else None
    if not article:
        return place, taken
    return article.end(), replace(taken, text=taken.text[:-1], glued_behind=False)


def _spaced(text: str, found: Sequence[tuple[int, Taken]]) -> list[tuple[int, int, str]]:
    """The insertions, with spaces between them and words."""
    replacements, last = [], -1
    for place, taken in found:
        before, behind = text[max(place - 1, 0) : place], text[place : place + 1]
        again = place == last  # behind another token
        lead = again or not (not before or before.isspace() or before in _OPENING or taken.glued_before)
        tail = bool(behind) and not (behind.isspace() or behind in _CLOSING or taken.glued_behind)
        replacements.append((place, place, " " * lead + taken.text + " " * tail))
        last = place
    return replacements


class _Places:
    """Where in a translation what stood at a place of its source goes."""

    def __init__(self, source: str, target: str, links: _Links) -> None:
        self._source, self._target = source, target
        sources, targets = word_spans(source), word_spans(target)
        best = {(a, b): 0.0 for a, b, *_ in links}
        chosen: dict[Span, Span] = {}
        for a, b, c, d, weight in links:
            if weight > best[a, b]:
                best[a, b], chosen[a, b] = weight, (c, d)
        if not chosen and sources and targets:
            share = len(targets) / len(sources)
            chosen = {span: targets[int(i * share)] for i, span in enumerate(sources)}
        self._words = sorted(chosen)
        self._links = chosen
        self._linked = sorted(start for start, _ in chosen.values())

    def of(self, taken: Taken) -> int:
        """The place for a token, at the edge of a word or a mark of the translation."""
        place = taken.place
        before = bisect_right(self._words, place, key=lambda span: span[1]) - 1
        behind = bisect_left(self._words, place, key=lambda span: span[0])
        left = self._links[self._words[before]] if before >= 0 else None
        right = self._links[self._words[behind]] if behind < len(self._words) else None
        marks_left = self._source[self._words[before][1] if left else 0 : place]
        marks_right = self._source[place : self._words[behind][0] if right else len(self._source)]
        if left is None:
            return self._before(right, marks_left) if right else len(self._target)
        if right is None and not _LETTER.search(marks_right):
            return self._at_end(marks_right)
        rather_right = _MARKS.search(marks_left) and not _MARKS.search(marks_right)
        if right and (taken.glued_behind or (rather_right and not self._follows(left, right))):
            return right[0]
        return self._behind(left, marks_left)

    def _follows(self, left: Span, right: Span) -> bool:
        """Whether the second is the next linked word behind the first in the translation."""
        index = bisect_left(self._linked, left[1])
        return index < len(self._linked) and self._linked[index] == right[0]

    def _before(self, word: Span, marks: str) -> int:
        """Before the first linked word; at the very start if that is where the token was."""
        return word[0] if _LETTER.search(marks) or _MARKS.search(marks) else lead(self._target)

    def _behind(self, word: Span, marks: str) -> int:
        """Behind a word, and behind the marks that follow it if some did in the source."""
        found = _NEXT_MARKS.match(self._target, word[1]) if _MARKS.search(marks) else None
        return found.end() if found else word[1]

    def _at_end(self, marks: str) -> int:
        """At the end, before as many marks as the token was."""
        end = len(self._target.rstrip())
        if _MARKS.search(marks):
            end = len(self._target[:end].rstrip(_STOPS))
        return len(self._target[:end].rstrip(_STOPS + _CLOSERS)) if set(_CLOSERS) & set(marks) else end
