"""Cutting the translation of a sentence of subtitles that runs on over cues: each cue gets its part of it.

No word is lost, none is there twice, and no part is empty. A cut stands where it parts the fewest words from those that
they are linked to, not too far from where it would be in proportion, and rather behind a comma than within a phrase.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from reader import late_re as re
from reader.parallel.assembly import moved_links
from reader.parallel.hypothesis import Hypothesis
from reader.processing import Finding, findings, unspoken_in, without_initial_capital
from reader.short_cache import cached_if_short
from reader.text import Link, Span, Whole, allowance, cuts_of

# A cut may stand at white space, and beside a letter of a script that has none.
_SPACE = re.compile(r"\s+|(?<=[\u3041-\u30ff\u3400-\u9fff\uff66-\uff9d])(?=[^\W\d_])")
# How many letters away a cut may be for each pair of linked words that it does not part.
_WORTH = 20.0
# Signs that do not stand before an ellipsis.
_SEAMS = ",;:"
# What a cue has for which there is no word: that the sentence before it is still being shown.
_NOTHING = "…"


def part_of(whole: Whole, translation: Hypothesis, languages: tuple[str, str]) -> Hypothesis:
    """The part of a translation that belongs to a cue, with what is not said before and behind it.

    Args:
        whole: the sentence, and which part of it.
        translation: of the whole; if it is empty, so are its parts.
        languages: codes of both, by which warnings are told from each other.
    """
    if not translation.text:
        return translation
    if whole.lead and not translation.edited:
        translation = replace(translation, text=without_initial_capital(whole.text, translation.text))
    part = _part(whole, translation, languages) if whole.begins else translation
    if part.text == _NOTHING:
        return part
    lead, tail = (unspoken_in(each, *languages) for each in (whole.lead, whole.tail))
    text = part.text.rstrip(_SEAMS) if tail else part.text
    return replace(part, text=lead + text + tail, links=moved_links(part.links, len(whole.lead), len(lead)))


def _part(whole: Whole, translation: Hypothesis, languages: tuple[str, str]) -> Hypothesis:
    old = cuts_of(len(whole.text), whole.begins)
    new = parted(whole.text, whole.begins, translation.text, translation.links)
    (a, b), index = old[whole.part], whole.part
    if index >= len(new):
        return replace(translation, text=_NOTHING, links=(), warnings=())
    c, d = new[index]
    links = [link for link in translation.links if a <= link[0] and link[1] <= b and c <= link[2] and link[3] <= d]
    return replace(
        translation,
        text=translation.text[c:d],
        links=moved_links(links, -a, -c),
        warnings=_warnings_of(index, whole.text, translation, (old, new), languages),
    )


def _warnings_of(
    index: int,
    sentence: str,
    translation: Hypothesis,
    parts: tuple[Sequence[Span], Sequence[Span]],
    languages: tuple[str, str],
) -> tuple[str, ...]:
    """Those of the warnings of a whole that are about a part; what is about all of it is told at the first."""
    if not translation.warnings:
        return ()
    places = dict[str, set[int]]()
    for found in findings(sentence, translation.text, languages):
        places.setdefault(found.rule, set()).add(_place_of(found, parts))
    return tuple(code for code in translation.warnings if index in places.get(code, {0}))


def _place_of(found: Finding, parts: tuple[Sequence[Span], Sequence[Span]]) -> int:
    """The part that a finding is in, by where the source has it if it does."""
    for spans, cuts in zip((found.source, found.target), parts, strict=True):
        if spans:
            return next((n for n, (_, end) in enumerate(cuts) if spans[0][0] < end), len(cuts) - 1)
    return 0


@cached_if_short(64)  # each cue asks for it
def parted(old: str, begins: tuple[int, ...], new: str, links: tuple[Link, ...]) -> list[Span]:
    """The spans of a new text that belong to the parts of an old one; fewer if it has not a word for each.

    Args:
        old: the old text.
        begins: where in it each part but the first begins.
        new: the new text.
        links: between the words of both.
    """
    spaces = [space.span() for space in _SPACE.finditer(new) if space.start() > 0 and space.end() < len(new)]
    begins = begins[: len(spaces)]
    spans, start, first = list[Span](), 0, 0
    for number, begin in enumerate(begins):
        costs = _costs(begin, begin * len(new) / len(old), new, spaces, links)
        stop = len(spaces) - (len(begins) - number) + 1
        chosen = min(range(first, stop), key=costs.__getitem__)
        spans.append((start, spaces[chosen][0]))
        start, first = spaces[chosen][1], chosen + 1
    return [*spans, (start, len(new))]


def _costs(begin: int, even: float, new: str, spaces: Sequence[Span], links: Sequence[Link]) -> list[float]:
    """What a cut at each space would cost: linked words that it parts, and how far it is from its place."""
    steps = [0.0] * (len(spaces) + 1)
    for source, _, start, end, weight in links:
        if source < begin:  # parted by the cuts up to its word
            steps[0] += weight
            steps[bisect_right(spaces, start, key=lambda space: space[1])] -= weight
        else:
            steps[bisect_left(spaces, end, key=lambda space: space[0])] += weight
    return [
        apart + (abs(place - even) - allowance(new, place)) / _WORTH
        for apart, (place, _) in zip(accumulate(steps), spaces, strict=False)
    ]
