"""Footnotes at the end of a plain text, and the references to them."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reader.formats.plain_lines import AS_FIGURES, RAISED, calls_notes
from reader.text import Box, BoxKind, Kind, Mark, MarkKind, Paragraph

# A sign raised behind a unit or a figure is a power.
_REFERENCE = re.compile(rf"\[(\d{{1,3}})\]|(?<![\s\d{RAISED}])(?<!\b[a-z])(?<!\b[a-z]m)([{RAISED}]{{1,3}})(?!\w)")
_NOTED = re.compile(rf"\[(\d{{1,3}})\][ \xa0]?(?=\S)|([{RAISED}]{{1,3}})[ \xa0]?(?=\S)")
_MARKER = re.compile(rf"[\[(]?(\d{{1,3}}|[{RAISED}]{{1,3}})[.)\]]?")


def with_notes(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with notes and references where these correspond one to one.

    Notes are the last paragraphs, each with its label: below a rule or a line that calls them so, or in brackets or
    raised.
    """
    start = _notes_start(paragraphs)
    if start is None:
        return paragraphs
    labels = [label for p in paragraphs[start:] if (label := _label(p))]
    references = Counter(label for p in paragraphs[:start] if _may_refer(p) for label in _references(p.text))
    if not labels or Counter(labels) != references or references.most_common(1)[0][1] > 1:
        return paragraphs
    numbers = {label: number for number, label in enumerate(labels)}
    body = [_referring(p, numbers) if _may_refer(p) else p for p in paragraphs[:start]]
    return [*body, *_notes(paragraphs[start:])]


def _notes_start(paragraphs: Sequence[Paragraph]) -> int | None:
    """Index of the first note at the end, below what sets notes apart; None if there are none."""
    start = len(paragraphs)
    while start and (_label(paragraphs[start - 1]) or _goes_on(paragraphs[start - 1])):
        start -= 1
    if not start or start == len(paragraphs) or not _label(paragraphs[start]):
        return None
    apart = _sets_apart(paragraphs[start - 1]) or all(map(_is_sure, filter(_label, paragraphs[start:])))
    return start if apart else None


def _is_sure(paragraph: Paragraph) -> bool:
    """Whether the label of a note is written as references are, and not as numbers of items."""
    return paragraph.kind is not Kind.LIST_ITEM or paragraph.marker[0] in f"[{RAISED}"


def _goes_on(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.PARAGRAPH and paragraph.level > 0


def _sets_apart(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.RULE or calls_notes(paragraph.text)


def _label(paragraph: Paragraph) -> str:
    """The label of the note that a paragraph begins, or ""."""
    if paragraph.within or paragraph.level > 1:
        return ""
    if paragraph.kind is Kind.LIST_ITEM:
        found = _MARKER.fullmatch(paragraph.marker)
    else:
        found = _NOTED.match(paragraph.text) if paragraph.kind is Kind.PARAGRAPH else None
    return (found[1] or found[2] if found.re is _NOTED else found[1]).translate(AS_FIGURES) if found else ""


def _may_refer(paragraph: Paragraph) -> bool:
    return paragraph.kind is not Kind.CODE


def _references(text: str) -> Iterator[str]:
    return ((found[1] or found[2]).translate(AS_FIGURES) for found in _REFERENCE.finditer(text))


def _referring(paragraph: Paragraph, numbers: dict[str, int]) -> Paragraph:
    """A paragraph with its references in brackets and marked."""
    parts, marks, places, moved = list[str](), list[Mark](), list[int](), [0]
    end = 0
    for found in _REFERENCE.finditer(paragraph.text):
        label = (found[1] or found[2]).translate(AS_FIGURES)
        start = found.start() + moved[-1]
        marks.append(Mark(start, start + len(label) + 2, MarkKind.NOTE, f"#note:{numbers[label]}"))
        parts += [paragraph.text[end : found.start()], f"[{label}]"]
        places.append(found.start())
        end = found.end()
        moved.append(moved[-1] + len(label) + 2 - len(found[0]))
    if not parts:
        return paragraph

    def place(offset: int) -> int:
        return offset + moved[bisect_left(places, offset)]

    grown = [mark.at(place(mark.start), place(mark.end)) for mark in paragraph.marks]
    ordered = sorted([*grown, *marks], key=lambda mark: (mark.start, -mark.end))
    return replace(paragraph, text="".join([*parts, paragraph.text[end:]]), marks=tuple(ordered))


def _notes(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    number = -1
    label = ""
    for paragraph in paragraphs:
        marker = ""
        if found := _label(paragraph):
            number, label, marker = number + 1, found, f"{found}."
        box = Box(BoxKind.NOTE, number, label=label)
        text = _without_label(paragraph) if marker and paragraph.kind is not Kind.LIST_ITEM else paragraph
        yield replace(text, kind=Kind.NOTE, level=0, marker=marker, within=(box,))


def _without_label(paragraph: Paragraph) -> Paragraph:
    found = _NOTED.match(paragraph.text)
    cut = found.end() if found else 0
    marks = [mark.at(max(mark.start - cut, 0), mark.end - cut) for mark in paragraph.marks if mark.end > cut]
    return replace(paragraph, text=paragraph.text[cut:], marks=tuple(marks))
