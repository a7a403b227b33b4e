"""The rows of a parallel text as blocks: what DOCX, EPUB, HTML and Markdown all write, each in its own form."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote, urlsplit

from reader.document import Kind, Mark, MarkKind, Span
from reader.export.markup import clean, one_line
from reader.export.options import ExportOptions, Layout
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.runs import runs

HEADINGS = (Kind.TITLE, Kind.HEADING)

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f\ud800-\udfff]+", re.IGNORECASE)
_LONGEST_ADDRESS = 2000
# A percent sign that quotes nothing.
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


class CancelledError(Exception):
    """The work was cancelled; nothing was written."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same marks; `href` is an address that is safe to follow, or ""."""

    text: str
    kinds: frozenset[MarkKind] = frozenset()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or what stands between two.

    Attributes:
        pieces: its text; joined they are the text of the row without what no file may hold.
        span: where it stands in the row's text, in code points.
        index: which of the row's sentence pairs it is a side of; None between sentences.
        label: the number that its partner bears too, or "".
        edited: whether that is to be shown.
        warnings: codes of what is to be warned of.
    """

    pieces: tuple[Piece, ...]
    span: Span
    index: int | None = None
    label: str = ""
    edited: bool = False
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a row; without segments it says that there is no translation."""

    language: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A row as it is written.

    Attributes:
        index: which row of the parallel text it is.
        kind, marker: of the paragraph.
        level: 1 to 6 for a heading, never skipping one; for a list item the depth of nesting, from 1.
        number: of the paragraph, or None.
        source, target: the two texts; the target's own is the source's where there was nothing to translate.
        back, human: what stands with the translation, or None.
        same: whether there was nothing to translate.
        pairs: which sentence became which.
    """

    index: int
    kind: Kind
    level: int
    marker: str
    number: int | None
    source: Side
    target: Side
    back: Side | None
    human: Side | None
    same: bool
    pairs: tuple[SentencePair, ...]


def blocks(
    text: ParallelText, options: ExportOptions, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[Block]:
    """The rows in order, without blank ones and without rules at either end, which divide nothing.

    Raises:
        CancelledError: `cancelled`, asked before each row, said so.
    """
    level = 1 if shown_title(text) else 0
    for index, number in _shown_rows(text):
        if cancelled():
            raise CancelledError
        row = text.rows[index]
        if row.source.kind in HEADINGS:
            # Not more than one step below the heading before it: readers who hear the text go by levels.
            level = min(max(row.source.level, 1), level + 1)
        yield _block(text, index, number if options.numbers else None, level, options)


def shown_title(text: ParallelText) -> str:
    """The title to set above the rows, in one line; "" if it is one of them, or only their first words."""
    title = one_line(text.document.title)
    paragraphs = text.document.paragraphs
    if title.endswith("…") or any(p.kind is Kind.TITLE or one_line(p.text) == title for p in paragraphs):
        return ""
    return title


def shown_pairs(text: ParallelText, options: ExportOptions) -> list[SentencePair]:
    """The sentence pairs behind which signs may stand."""
    rows = text.rows if options.state_marks else []
    return [pair for row in rows if row.state is State.DONE for pair in row.sentences]


def has_human(text: ParallelText, options: ExportOptions) -> bool:
    """Whether a human translation is to be shown and there is one."""
    return options.human and any(row.human.strip() for row in text.rows)


def plain(side: Side) -> str:
    """The text of a side alone."""
    return "".join(piece.text for segment in side.segments for piece in segment.pieces)


def address(href: str) -> str:
    """The target of a link as a URI in ASCII (RFC 3986), if it is safe to follow from a file; else ""."""
    if len(href) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(href) or clean(href) != href:
        return ""
    try:
        parts = urlsplit(href)
        named = parts.scheme == "mailto" or (parts.hostname and (parts.port or 0) >= 0)
    except ValueError:
        return ""
    quoted, mark, fragment = quote(href, safe="!#$%&'()*+,/:;=?@~").partition("#")
    return _PERCENT.sub("%25", quoted + mark + fragment.replace("#", "%23")) if named else ""


def _shown_rows(text: ParallelText) -> list[tuple[int, int | None]]:
    """Indices and numbers of the rows to write."""
    shown = [
        (index, number)
        for index, (number, row) in enumerate(zip(text.numbers(), text.rows, strict=True))
        if row.source.kind is Kind.RULE or row.source.text.strip() or row.target.strip()
    ]
    words = [place for place, (index, _) in enumerate(shown) if text.rows[index].source.kind is not Kind.RULE]
    return shown[words[0] : words[-1] + 1] if words else []


def _block(text: ParallelText, index: int, number: int | None, level: int, options: ExportOptions) -> Block:
    row = text.rows[index]
    source, target = _sides(row, text, options)
    return Block(
        index,
        row.source.kind,
        level if row.source.kind in HEADINGS else row.source.level,
        one_line(row.source.marker),
        number,
        source,
        target,
        _plain_side(row.back, text.source_language) if options.back_translation else None,
        _plain_side(row.human, text.target_language) if options.human else None,
        row.state is State.SAME,
        row.sentences if row.state is State.DONE else (),
    )


def _sides(row: Row, text: ParallelText, options: ExportOptions) -> tuple[Side, Side]:
    source = Side(text.source_language, _segments(row.source.text, row.source.marks, (), ()))
    if row.state is State.SAME:
        return source, source
    if row.state is not State.DONE or not row.target.strip():
        return source, Side(text.target_language, ())
    labelled = options.sentence_marks and options.layout is not Layout.TRANSLATION and len(row.sentences) > 1
    pairs = [
        Segment(
            (),
            (0, 0),
            number,
            str(number + 1) if labelled else "",
            pair.edited and options.state_marks,
            pair.warnings if options.state_marks else (),
        )
        for number, pair in enumerate(row.sentences)
    ]
    unsigned = [replace(pair, edited=False, warnings=()) for pair in pairs]
    return (
        Side(
            text.source_language,
            _segments(row.source.text, row.source.marks, unsigned, [p.source for p in row.sentences]),
        ),
        Side(text.target_language, _segments(row.target, row.marks, pairs, [p.target for p in row.sentences])),
    )


def _plain_side(text: str, language: str) -> Side | None:
    return Side(language, _segments(text, (), (), ())) if text.strip() else None


def _segments(
    text: str, marks: Sequence[Mark], sentences: Sequence[Segment], spans: Sequence[Span]
) -> tuple[Segment, ...]:
    """`text` cut into sentences and what is between them."""
    found = []
    end = 0
    for (first, last), sentence in sorted(zip(spans, sentences, strict=True), key=lambda pair: pair[0]):
        if not end <= first < last <= len(text):
            continue  # no file is worth failing for a span that is off
        found += [(end, first, Segment((), (end, first))), (first, last, sentence)]
        end = last
    found.append((end, len(text), Segment((), (end, len(text)))))
    return tuple(
        replace(segment, pieces=tuple(_pieces(text, marks, first, last)), span=(first, last))
        for first, last, segment in found
        if first < last
    )


def _pieces(text: str, marks: Sequence[Mark], start: int, end: int) -> Iterator[Piece]:
    inside = [
        replace(mark, start=mark.start - start, end=mark.end - start)
        for mark in marks
        if mark.start < end and start < mark.end
    ]
    for run in runs(text[start:end], inside):
        if shown := clean(run.text):
            yield Piece(shown, run.kinds, address(run.href))
