"""Fitting marks to Markdown: nested, code on one line, and delimiters only where Markdown readers recognise them.

A mark that cannot be written is left out: no text is lost, and no delimiter shows.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from heapq import heapify, heappop, heappush
from html import unescape
from itertools import accumulate, pairwise
from operator import itemgetter

from reader import late_re as re
from reader.export.markup import clean
from reader.text import OBJECT_KINDS, Figure, Mark, MarkKind, Paragraph, Run, runs

# Markdown has no delimiters for these, but every reader of it knows the elements of HTML.
TAGS = {MarkKind.UNDERLINE: "u", MarkKind.SUPER: "sup", MarkKind.SUB: "sub"}
# For these there is nothing in Markdown.
_NOTHING = frozenset({MarkKind.LANGUAGE, MarkKind.MISREAD})
# Written as they are, as a whole, with no marks inside.
ATOMS = frozenset({MarkKind.NOTE, MarkKind.IMAGE, MarkKind.MATH, MarkKind.VERBATIM})
# From the outside in, for marks on the same words; code and atoms cannot contain others.
_ORDER = (MarkKind.LINK, MarkKind.STRONG, MarkKind.EMPHASIS, MarkKind.STRIKE, *TAGS, MarkKind.CODE, *sorted(ATOMS))
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}
# Mathematics that a reader without such a sign for it shows as it is, rather than as mark-up.
_MATH = re.compile(r"(?![\s\d])(?:[^\s`<>&*~|\[\]!$\"{_\\]|\\[A-Za-z]|[{_](?! )|[<>&] |[\[\]](?![(\[:^])| )+(?<!\s)")
# What tells a website generator to show something, and does not begin or end with a word that makes it more than that.
_NAME = r"[ \t]*+(?!end|assign|set|break|continue|layout|extends)[^\W\d_][^{}\n<>%|\\`*]{0,200}"
_COMMAND = re.compile(rf"\{{\{{<{_NAME}>\}}\}}|\{{\{{%{_NAME}%\}}\}}|\{{%{_NAME}%\}}|\{{\{{{_NAME}\}}\}}")
# Unsafe addresses; markdown-it and others show such links as text.
_UNSAFE = re.compile(r"(?:javascript|vbscript|data|file):", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\x9f]")


def prepared(paragraph: Paragraph, known: Container[str] = ()) -> Paragraph:
    """The paragraph with its text cleaned and stripped, and its marks nested and ordered from the outside in.

    Of references, those to notes and images that are `known` ("#note:0", "figure:0") are kept.
    """
    if not paragraph.marks:  # as for most paragraphs
        return replace(paragraph, text=clean(paragraph.text).strip())
    moved = [(clean(run.text), run) for run in runs(paragraph.text, paragraph.marks)]
    whole = "".join(shown for shown, _ in moved)
    text = whole.strip()
    before = len(whole) - len(whole.lstrip())
    spans = _spans(moved, known)
    marks = (mark.at(max(mark.start - before, 0), min(mark.end - before, len(text))) for mark in spans)
    return replace(paragraph, text=text, marks=tuple(_nested(text, list(marks))))


def _spans(cut: Iterable[tuple[str, Run]], known: Container[str]) -> Iterator[Mark]:
    """A mark for each stretch with the same mark, even if it was made of several."""
    opened: dict[tuple[MarkKind, str], int] = {}
    end = 0
    for shown, run in cut:
        keys = set(_keys(run, known))
        for key in [key for key in opened if key not in keys]:
            yield Mark(opened.pop(key), end, *key)
        for key in keys:
            opened.setdefault(key, end)
        end += len(shown)
    for key, start in opened.items():
        yield Mark(start, end, *key)


def _keys(run: Run, known: Container[str]) -> Iterator[tuple[MarkKind, str]]:
    for kind in run.kinds:
        if kind is MarkKind.LINK:
            if not unsafe(run.href):
                yield kind, clean(run.href).replace("\n", "")
        elif kind in OBJECT_KINDS:
            if run.stands_for in known:
                yield kind, run.stands_for
        elif kind not in _NOTHING:
            yield kind, ""


def image_address(figure: Figure) -> str:
    """The address of an image as Markdown has it; "" if it cannot be written, or the image has no file of its own."""
    return "" if figure.inside or unsafe(figure.name) else figure.name


def unsafe(href: str) -> bool:
    """Whether an address could run something or read files."""
    return _UNSAFE.match(_UNSEEN.sub("", unescape(href))) is not None


def _nested(text: str, marks: Sequence[Mark]) -> list[Mark]:
    outer = [mark for mark in marks if mark.kind is not MarkKind.CODE and mark.kind not in ATOMS]
    uncrossed = list(_uncrossed(text, outer))
    atoms = _whole_atoms(text, [mark for mark in marks if mark.kind in ATOMS], uncrossed)
    codes = list(_around(atoms, [mark for mark in marks if mark.kind is MarkKind.CODE]))
    others = list(_seen(text, uncrossed, [*codes, *atoms]))
    cut = (line for mark in codes for line in _lines(text, mark))
    inner = _without_references(_between(text, list(cut), others), others, text)
    return sorted([*others, *inner, *atoms], key=_outermost_first)


def _whole_atoms(text: str, atoms: Sequence[Mark], others: Sequence[Mark]) -> list[Mark]:
    """The atoms in which no other mark begins or ends, and of mathematics that which is safe to write."""
    edges = sorted({edge for mark in others for edge in (mark.start, mark.end)})
    kept: list[Mark] = []
    for mark in sorted(atoms, key=_outermost_first):
        cut = bisect_right(edges, mark.start) < bisect_left(edges, mark.end)
        free = not kept or kept[-1].end <= mark.start
        if free and not cut and _WRITTEN.get(mark.kind, _always)(text, mark):
            kept.append(mark)
    return kept


def _is_math(text: str, mark: Mark) -> bool:
    around = text[mark.start - 1 : mark.start] + text[mark.end : mark.end + 1]
    apart = not any(character.isalnum() or character in "$\\" for character in around)
    return apart and _MATH.fullmatch(text, mark.start, mark.end) is not None


def _is_command(text: str, mark: Mark) -> bool:
    """Whether it is a command or a variable, with words beside it on its line: alone it would be read as a block."""
    line = text[text.rfind("\n", 0, mark.start) + 1 : mark.start] + text[mark.end :].partition("\n")[0]
    return _COMMAND.fullmatch(text, mark.start, mark.end) is not None and bool(_COMMAND.sub("", line).strip())


def _always(_: str, __: Mark) -> bool:
    return True


_WRITTEN = {MarkKind.MATH: _is_math, MarkKind.VERBATIM: _is_command}


def _around(atoms: Sequence[Mark], codes: Iterable[Mark]) -> Iterator[Mark]:
    """Code without the atoms in it."""
    starts = [atom.start for atom in atoms]
    for mark in codes:
        start, first = mark.start, bisect_left(starts, mark.start)
        if first and atoms[first - 1].end > start:
            start = atoms[first - 1].end
        for atom in atoms[first : bisect_left(starts, mark.end)]:
            yield from [mark.at(start, atom.start)] * (start < atom.start)
            start = atom.end
        yield from [mark.at(start, mark.end)] * (start < mark.end)


def _outermost_first(mark: Mark) -> tuple[int, int, int]:
    return mark.start, -mark.end, _RANK[mark.kind]


def _without_edges(mark: Mark, text: str) -> Mark | None:
    """The mark without white space at its ends, where Markdown does not recognise delimiters."""
    covered = text[mark.start : mark.end]
    start = mark.start + len(covered) - len(covered.lstrip())
    end = mark.end - len(covered) + len(covered.rstrip())
    return mark.at(start, end) if start < end else None


def _uncrossed(text: str, marks: Iterable[Mark]) -> Iterator[Mark]:
    """The marks in order, none crossing another: a mark that continues after an outer one is split there."""
    waiting = [(_outermost_first(mark), mark) for each in marks if (mark := _without_edges(each, text))]
    heapify(waiting)
    around: list[int] = []  # ends of the open marks
    while waiting:
        _, mark = heappop(waiting)
        while around and around[-1] <= mark.start:
            around.pop()
        if around and around[-1] < mark.end:
            rest = _without_edges(replace(mark, start=around[-1]), text)
            if rest:
                heappush(waiting, (_outermost_first(rest), rest))
            mark = _without_edges(replace(mark, end=around[-1]), text) or mark
        around.append(mark.end)
        yield mark


def _seen(text: str, marks: Sequence[Mark], codes: Sequence[Mark]) -> Iterator[Mark]:
    """The marks without those whose delimiters Markdown readers would take for text, within a word or at a symbol."""
    firm = [mark for mark in (*marks, *codes) if mark.kind not in (MarkKind.STRONG, MarkKind.EMPHASIS)]
    starts, ends = {mark.start for mark in firm}, {mark.end for mark in firm}
    always = {MarkKind.LINK, *TAGS}
    closed = {mark.end for mark in marks if mark.kind not in always}
    for mark in marks:
        first, last = mark.start, mark.end
        if mark.kind in always:
            yield mark
            continue
        opens = first not in closed and (_apart(text, first - 1) or (_in_word(text, first) and first not in starts))
        closes = _apart(text, last) or (_in_word(text, last - 1) and last not in ends)
        if opens and closes:
            yield mark


def _apart(text: str, place: int) -> bool:
    """Whether `place` is outside the text, or has white space or punctuation."""
    return not 0 <= place < len(text) or text[place].isspace() or unicodedata.category(text[place])[0] == "P"


def _in_word(text: str, place: int) -> bool:
    return unicodedata.category(text[place])[0] in "LMN"


def _lines(text: str, mark: Mark) -> Iterator[Mark]:
    """Code split by lines: after a line break within code nothing could be escaped."""
    start = mark.start
    for line in text[mark.start : mark.end].split("\n"):
        yield replace(mark, start=start, end=start + len(line))
        start += len(line) + 1


def _between(text: str, codes: Iterable[Mark], others: Sequence[Mark]) -> Iterator[Mark]:
    """Code split where other marks begin and end."""
    edges = sorted({edge for mark in others for edge in (mark.start, mark.end)})
    for mark in codes:
        inner = edges[bisect_right(edges, mark.start) : bisect_left(edges, mark.end)]
        for start, end in pairwise([mark.start, *inner, mark.end]):
            if cut := _without_edges(replace(mark, start=start, end=end), text):
                yield cut


def _without_references(codes: Iterable[Mark], others: Sequence[Mark], text: str) -> Iterator[Mark]:
    """The code marks without those that contain "]:" and are in a link.

    After "[", "]:" makes the text the label of a link definition, which is not shown; in code it cannot be escaped.
    """
    links = sorted((mark.start, mark.end) for mark in others if mark.kind is MarkKind.LINK)
    farthest = list(accumulate((end for _, end in links), max))
    for mark in codes:
        before = bisect_right(links, mark.start, key=itemgetter(0))
        linked = before > 0 and farthest[before - 1] >= mark.end
        if not (linked and "]:" in text[mark.start : mark.end]):
            yield mark
