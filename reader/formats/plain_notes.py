"""Footnotes at the end of a plain text, and the references to them."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader import late_re as re
from reader.formats.plain_lines import AS_FIGURES, RAISED, calls_notes
from reader.text import Box, BoxKind, Kind, Mark, MarkKind, Paragraph

# A sign raised behind a unit or a figure is a power.
_REFERENCE = re.compile(rf"\[(\d{{1,3}})\]|(?<![\s\d{RAISED}])(?<!\b[a-z])(?<!\b[a-z]m)([{RAISED}]{{1,3}})(?!\w)")
# Behind a number or letter this is a part of a section: "§ 3(1)".
_PARENTHESIS = re.compile(r"(?<=[^\s\d(\[])(?<!\b[^\W\d])\((\d{1,3})\)(?!\w)")
_STARS = re.compile(r"(?<=[^\s*(])(\*{1,3})\)?(?![\w*])")
_NOTED = re.compile(
    rf"\[(\d{{1,3}})\][ \xa0]?(?=\S)|([{RAISED}]{{1,3}})[ \xa0]?(?=\S)|\((\d{{1,3}})\)[ \xa0](?=\S)|"
    r"(\*{1,3})(?:\)[ \xa0]?(?=\S)|(?=\w))"
)
_STARRED_LINE = re.compile(r"\n(?=\*)")
_MARKER = re.compile(rf"[\[(]?(\d{{1,3}}|[{RAISED}]{{1,3}})[.)\]]?")


def with_notes(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """The paragraphs, with notes and references where these correspond one to one.

    Notes are the last paragraphs, each with its label: below a rule or a line that calls them so, or in brackets,
    raised or a star, as the references then are.
    """
    parted = list(_with_stars_apart(paragraphs))
    start = _notes_start(parted)
    if start is None:
        return paragraphs
    noted = [p for p in parted[start:] if _label(p)]
    labels = list(map(_label, noted))
    for reference in _forms(noted, apart=_sets_apart(parted[start - 1])):
        found = Counter(label for p in parted[:start] if _may_refer(p) for label in _references(p.text, reference))
        if Counter(labels) == found and found.most_common(1)[0][1] == 1:
            numbers = {label: number for number, label in enumerate(labels)}
            body = [_referring(p, reference, numbers) if _may_refer(p) else p for p in parted[:start]]
            return [*body, *_notes(parted[start:])]
    return paragraphs


def _with_stars_apart(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those at the end that begin with a star line by line where the lines do."""
    start = len(paragraphs)
    while start and _is_plain(paragraphs[start - 1]) and paragraphs[start - 1].text.startswith("*"):
        start -= 1
    yield from paragraphs[:start]
    for paragraph in paragraphs[start:]:
        begins = [0, *(found.end() for found in _STARRED_LINE.finditer(paragraph.text)), len(paragraph.text) + 1]
        yield from (_part(paragraph, begin, end - 1) for begin, end in pairwise(begins))


def _is_plain(paragraph: Paragraph) -> bool:
    return paragraph.kind is Kind.PARAGRAPH and not paragraph.level and not paragraph.within


def _notes_start(paragraphs: Sequence[Paragraph]) -> int | None:
    """Index of the first paragraph at the end that may be a note; None if there are none."""
    start = len(paragraphs)
    while start and (_label(paragraphs[start - 1]) or _goes_on(paragraphs[start - 1])):
        start -= 1
    return start if start and start < len(paragraphs) and _label(paragraphs[start]) else None


def _forms(noted: Sequence[Paragraph], *, apart: bool) -> Iterator[re.Pattern[str]]:
    """How references to notes with these labels may be written; `apart`: what sets notes apart stands above."""
    signs = {(paragraph.marker or paragraph.text)[0] for paragraph in noted}
    if signs == {"*"}:
        yield _STARS
    elif apart or signs <= set(f"[{RAISED}"):
        yield _REFERENCE
    if signs == {"("}:
        yield _PARENTHESIS


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
    return _figures(found) if found else ""


def _figures(found: re.Match[str]) -> str:
    """The label that has been found; stars are counted."""
    label: str = next(filter(None, found.groups()))
    return str(len(label)) if label[0] == "*" else label.translate(AS_FIGURES)


def _may_refer(paragraph: Paragraph) -> bool:
    return paragraph.kind is not Kind.CODE


def _references(text: str, reference: re.Pattern[str]) -> Iterator[str]:
    return map(_figures, reference.finditer(text))


def _referring(paragraph: Paragraph, reference: re.Pattern[str], numbers: dict[str, int]) -> Paragraph:
    """A paragraph with its references in brackets and marked."""
    parts, marks, places, moved = list[str](), list[Mark](), list[int](), [0]
    end = 0
    for found in reference.finditer(paragraph.text):
        label = _figures(found)
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
    return _part(paragraph, found.end() if found else 0, len(paragraph.text))


def _part(paragraph: Paragraph, start: int, end: int) -> Paragraph:
    marks = [
        mark.at(max(mark.start, start) - start, min(mark.end, end) - start)
        for mark in paragraph.marks
        if mark.end > start and mark.start < end
    ]
    return replace(paragraph, text=paragraph.text[start:end], marks=tuple(marks))
