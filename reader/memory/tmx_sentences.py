"""The sentences of a translation unit: what the memory may be asked for, each with its translation."""

from reader.memory.tmx_codes import LOST, in_one_line, without_tags
from reader.memory.tmx_report import Unusable
from reader.text import Signed, Span, composed, split_sentences

# Of a segment, in code points: what is longer is no paragraph.
LONGEST = 100_000
# How much longer the translation of one sentence may be than that of others, in times and in code points besides.
_TIMES, _BESIDES = 3, 20


def sentences_of(source: str, target: str, languages: tuple[str, str]) -> list[tuple[str, str]] | Unusable:
    """The sentences of a unit with their translations, or why it cannot be the translation of any.

    Args:
        source, target: its segments, with what codes left in them.
        languages: their languages.
    """
    if LOST in source or LOST in target:
        return Unusable.CODES
    source, target = without_tags(in_one_line(source), in_one_line(target))
    source, target = composed(source), composed(target)
    if not target or not any(map(str.isalpha, source)):
        return Unusable.EMPTY
    plain, translation = Signed(source).text, Signed(target).text
    ours = split_sentences(plain, languages[0])
    if len(ours) == 1:
        return [(source, target)]
    theirs = split_sentences(translation, languages[1])
    if len(ours) != len(theirs) or not _are_alike(ours, theirs):
        return Unusable.SENTENCES
    pairs = [(plain[slice(*one)], translation[slice(*other)]) for one, other in zip(ours, theirs, strict=True)]
    return [pair for pair in pairs if any(map(str.isalpha, pair[0]))]


def _are_alike(ours: list[Span], theirs: list[Span]) -> bool:
    """Whether each sentence is about as long beside its translation as the others: none went with another."""
    there, here = (sum(end - start for start, end in spans) for spans in (theirs, ours))
    for (a, b), (c, d) in zip(ours, theirs, strict=True):
        expected, found = (b - a) * there / here, d - c
        if max(expected, found) > _TIMES * min(expected, found) + _BESIDES:
            return False
    return True
