"""Texts that are written anew: how much of a document they are, their languages, and what the file has around them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from unicodedata import combining, normalize

from reader import late_re as re
from reader.formats.rewriting.changes import Change
from reader.text import MarkKind, Paragraph

# What part of the letters has been translated of a document that has been translated whole: names stay as they are.
_WHOLE = 0.9
# What makes a text no text, and what XML 1.0 cannot have.
_CONTROLS = "\x00-\x08\x0b-\x1f\ud800-\udfff"
_NO_TEXT = re.compile(f"[{_CONTROLS}]")
_UNFIT = re.compile(f"[{_CONTROLS}\ufffe\uffff]")


def fit_for_files(change: Change, *, xml: bool) -> Change:
    """A change without signs that a text file cannot have, or `xml` cannot; all else stays where it is.

    A space stands for white space among them, and U+FFFD for others.
    """
    if change.text.isprintable():  # has none of these; a fast path for most text
        return change
    unfit = _UNFIT if xml else _NO_TEXT
    return change._replace(text=unfit.sub(lambda sign: " " if sign[0].isspace() else "\ufffd", change.text))


def without_unfit(text: str) -> str:
    """A text without what XML cannot have."""
    return _UNFIT.sub("", text)


def is_whole(paragraphs: Sequence[Paragraph], changes: Iterable[Change]) -> bool:
    """Whether nearly all of a text changes."""
    lengths = {row: len(p.text) for row, p in enumerate(paragraphs) if p.translatable}
    return sum(lengths.get(change.row, 0) for change in changes) >= _WHOLE * sum(lengths.values())


def languages(change: Change, usual: str) -> Iterator[tuple[int, int, str]]:
    """The languages of stretches of the new text, in order; all of it is covered."""
    end = 0
    for mark in change.marks:
        if mark.kind is MarkKind.LANGUAGE and mark.start >= end:
            yield end, mark.start, usual
            yield mark.start, mark.end, mark.href
            end = mark.end
    yield end, len(change.text), usual


def cut(languages: Sequence[tuple[int, int, str]], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The languages of the stretches of a part of the text."""
    for first, last, language in islice(languages, bisect_right(languages, start, key=lambda each: each[1]), None):
        if first >= end:
            return
        if max(first, start) < min(last, end):
            yield max(first, start), min(last, end), language


def beside(old: str, new: str) -> str:
    """What stands where both texts have to be on one line."""
    return f"{old} / {new}" if old and new and old != new else new or old


def around_covered(read: str, covered: str, text: str, place: int) -> tuple[str, str]:
    """What stands before and behind the part of a text that a paragraph has.

    The part, or what comes next if there is none, begins at `place` in the paragraph's `text`. Combining marks that
    have become part of the letter before, in NFC, are left out.
    """
    read = _without_marks_of(read, text, place)
    if not covered:
        return read, ""
    start = read.find(covered)
    return (read[:start], read[start + len(covered) :]) if start >= 0 else ("", "")


def _without_marks_of(read: str, text: str, place: int) -> str:
    """A text without the combining marks at its beginning that the letter before a place in another has."""
    marks = next((place for place, sign in enumerate(read) if not combining(sign)), len(read))
    if not marks:
        return read
    letter = next((start for start in range(place - 1, -1, -1) if not combining(text[start])), 0)
    return read[marks:] if set(normalize("NFD", read[:marks])) <= set(normalize("NFD", text[letter:place])) else read
