"""The rows of a parallel text as blocks: what DOCX, EPUB, HTML and Markdown all write, each in its own form."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from reader.errors import CancelledError
from reader.export.markup import clean, one_line
from reader.export.options import ExportOptions, Layout
from reader.export.titles import shown_title
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.text import HEADINGS, Kind, Mark, MarkKind, Nesting, Span, marks_on, runs

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20\x7f\ud800-\udfff]+", re.IGNORECASE)
_LONGEST_ADDRESS = 2000
# A percent sign that quotes nothing.
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


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
        back, reference: what stands with the translation, or None.
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
    reference: Side | None
    same: bool
    pairs: tuple[SentencePair, ...]


def blocks(
    text: ParallelText,
    options: ExportOptions,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    sentences: bool = False,
) -> Iterator[Block]:
    """The rows in order, without blank ones and without rules at either end, which divide nothing.

    A text is cut at sentences with something to show before or behind them; with `sentences` at all of them.

    Raises:
        CancelledError: `cancelled`, asked before each row, said so.
    """
    top = 1 if shown_title(text) else 0
    nesting = Nesting()
    for index, number in _shown_rows(text):
        if cancelled():
            raise CancelledError
        paragraph = text.rows[index].source
        level = paragraph.level
        if paragraph.kind in HEADINGS:
            # Not more than one step below the heading before it: readers who hear the text go by levels.
            level = min(top + nesting.enter(level), 6)
        yield _block(text, index, number if options.numbers else None, level, options, sentences)


def shown_pairs(text: ParallelText, options: ExportOptions) -> list[SentencePair]:
    """The sentence pairs behind which signs may stand."""
    rows = text.rows if options.state_marks else []
    return [pair for row in rows if row.state is State.DONE for pair in row.sentences]


def has_reference(text: ParallelText, options: ExportOptions) -> bool:
    """Whether a reference translation is to be shown and there is one."""
    return options.reference and any(row.reference.strip() for row in text.rows)


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


def _block(
    text: ParallelText, index: int, number: int | None, level: int, options: ExportOptions, sentences: bool
) -> Block:
    row = text.rows[index]
    source, target = _sides(row, text, options, sentences)
    return Block(
        index,
        row.source.kind,
        level,
        one_line(row.source.marker),
        number,
        source,
        target,
        _plain_side(row.back, text.source_language) if options.back_translation else None,
        _plain_side(row.reference, text.target_language) if options.reference else None,
        row.state is State.SAME,
        row.sentences if row.state is State.DONE else (),
    )


def _sides(row: Row, text: ParallelText, options: ExportOptions, sentences: bool) -> tuple[Side, Side]:
    source = row.source
    if row.state is State.SAME:
        same = Side(text.source_language, _segments(source.text, source.marks, ()))
        return same, same
    if row.state is not State.DONE or not row.target.strip():
        left = Side(text.source_language, _segments(source.text, source.marks, ()))
        return left, Side(text.target_language, ())
    labelled = options.sentence_marks and options.layout is not Layout.TRANSLATION and len(row.sentences) > 1
    shown = [_Shown.of(*each, labelled, options) for each in enumerate(row.sentences)]
    left_cuts = [(pair.source, each.unsigned()) for pair, each in zip(row.sentences, shown, strict=True)]
    right_cuts = [(pair.target, each) for pair, each in zip(row.sentences, shown, strict=True)]
    wanted = (lambda _: True) if sentences else _Shown.__bool__
    return (
        Side(text.source_language, _segments(source.text, source.marks, [c for c in left_cuts if wanted(c[1])])),
        Side(text.target_language, _segments(row.target, row.marks, [c for c in right_cuts if wanted(c[1])])),
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown with a side of a sentence pair; the attributes are those of a segment."""

    index: int
    label: str
    edited: bool = False
    warnings: tuple[str, ...] = ()

    @classmethod
    def of(cls, index: int, pair: SentencePair, labelled: bool, options: ExportOptions) -> "_Shown":
        label = str(index + 1) if labelled else ""
        if not options.state_marks:
            return cls(index, label)
        return cls(index, label, pair.edited, pair.warnings)

    def __bool__(self) -> bool:
        return bool(self.label or self.edited or self.warnings)

    def unsigned(self) -> "_Shown":
        """The same for the original, which is neither edited nor doubtful."""
        return _Shown(self.index, self.label)


def _plain_side(text: str, language: str) -> Side | None:
    return Side(language, _segments(text, (), ())) if text.strip() else None


def _segments(text: str, marks: Sequence[Mark], cuts: Sequence[tuple[Span, _Shown]]) -> tuple[Segment, ...]:
    """`text` cut into sentences and what is between them."""
    stretches = list(_stretches(len(text), cuts))
    spans = [span for span, _ in stretches]
    found = []
    for ((start, end), shown), own in zip(stretches, marks_on(spans, marks), strict=True):
        pieces = _pieces(text[start:end], own)
        if shown is None:
            found.append(Segment(pieces, (start, end)))
        else:
            found.append(Segment(pieces, (start, end), shown.index, shown.label, shown.edited, shown.warnings))
    return tuple(found)


def _stretches(length: int, cuts: Sequence[tuple[Span, _Shown]]) -> Iterator[tuple[Span, _Shown | None]]:
    """The sentences of a text of `length` and what is between them, in order."""
    end = 0
    for (first, last), shown in sorted(cuts, key=lambda cut: cut[0]):
        if not end <= first < last <= length:
            continue  # no file is worth failing for a span that is off
        if end < first:
            yield (end, first), None
        yield (first, last), shown
        end = last
    if end < length:
        yield (end, length), None


def _pieces(text: str, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    if not marks:
        return (Piece(clean(text)),)
    cut = ((clean(run.text), run) for run in runs(text, marks))
    return tuple(Piece(shown, run.kinds, address(run.href)) for shown, run in cut if shown)
