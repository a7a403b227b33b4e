"""The rows of a parallel text as blocks, which all formats but TMX and plain text write."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from reader.errors import CancelledError
from reader.export.addresses import address, beside
from reader.export.columns import language_of
from reader.export.markup import clean, one_line
from reader.export.options import ExportOptions, Layout
from reader.export.places import Places
from reader.export.titles import shown_title
from reader.late_dataclasses import dataclass
from reader.parallel import Column, ParallelText, Row, SentencePair, State, findings_in, parent_of
from reader.processing import Finding
from reader.text import (
    HEADINGS,
    OBJECT,
    OBJECT_KINDS,
    Box,
    BoxKind,
    Kind,
    Mark,
    MarkKind,
    Nesting,
    Paragraph,
    Span,
    marks_on,
    runs,
)

# Columns in which nothing need stand beside a paragraph.
_MAY_BE_EMPTY = (Column.BACK, Column.REFERENCE, Column.NOTES)
# Stands for an image, which exports do not contain.
IMAGE_SIGN = "▣"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with the same marks.

    Attributes:
        text: the stretch; an image in it is `IMAGE_SIGN`.
        kinds: of the marks.
        href: an address that is safe to follow, or "".
        beside: of a link to another file, its path as the document has it, or "".
        row: index of the row that it leads to: of the note that is referred to, or a place in the document.
        language: code of its language, if that is marked.
    """

    text: str
    kinds: frozenset[MarkKind] = frozenset()
    href: str = ""
    row: int | None = None
    language: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence, or the text between two sentences.

    Attributes:
        pieces: its text; all pieces joined are the text of the row without characters that files cannot have.
        span: its place in the row's text, in code points.
        index: index of its sentence pair in the row; None between sentences.
        label: the number shown at both sentences of the pair, or "".
        edited: whether it is shown as edited.
        warnings: what looks wrong, to be shown; spans are of the row.
    """

    pieces: tuple[Piece, ...]
    span: Span
    index: int | None = None
    label: str = ""
    edited: bool = False
    warnings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One text of a row; if it has no segments, there is no translation.

    Attributes:
        language: its code.
        segments: the text.
        label: what is written above the callouts and text boxes that begin with it.
        column: the number of the column that it stands in.
    """

    language: str
    segments: tuple[Segment, ...]
    label: str = ""
    column: int = Column.ORIGINAL


@dataclass(frozen=True, slots=True)
class Block:
    """A row to be written.

    Attributes:
        index: index of the row in the parallel text.
        kind, marker: of the paragraph.
        level: 1 to 6 for a heading, never skipping one; else how many list items it stands in, itself included.
        number: what stands beside it in the margin: its number or, of a cue, its time; "" for nothing.
        source, target: original and translation; where there was nothing to translate, the translation is the
            original.
        sides: the texts to show, one for each column of the options; None where it has nothing in that column.
        same: whether there was nothing to translate.
        pairs: the sentence pairs of a translated row.
        within: the boxes that it stands in, outermost first.
        referred: of the first paragraph of a note, index of the row that refers to it first.
    """

    index: int
    kind: Kind
    level: int
    marker: str
    number: str
    source: Side
    target: Side
    sides: tuple[Side | None, ...]
    same: bool
    pairs: tuple[SentencePair, ...]
    within: tuple[Box, ...] = ()
    referred: int | None = None

    @property
    def label(self) -> str:
        """What is written above callouts and text boxes that begin with it, where it stands above both texts."""
        return " · ".join(dict.fromkeys(side.label for side in (self.source, self.target) if side.label))

    @property
    def below(self) -> tuple[Side, ...]:
        """The texts to show one under the other: not those that only repeat the first, as nothing was translated."""
        first, *others = [side for side in self.sides if side is not None] or [self.source]
        return first, *(side for side in others if not (self.same and side.segments == first.segments))

    def of(self, side: Side) -> "Block":
        """The block as one of its texts is written: a note is a plain paragraph, whatever it is about."""
        if side.column != Column.NOTES:
            return self
        return replace(self, kind=Kind.PARAGRAPH, marker="", level=0, within=())

    @property
    def texts(self) -> tuple[Side, ...]:
        """Original, translation, and what is shown besides."""
        usual = (Column.ORIGINAL, Column.TRANSLATION)
        return self.source, self.target, *(side for side in self.sides if side is not None and side.column not in usual)

    @property
    def blank(self) -> bool:
        """Whether there is nothing to say: an empty cell, or an image without a description."""
        return self.same and not self.source.segments


def blocks(
    text: ParallelText,
    options: ExportOptions,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    sentences: bool = False,
) -> Iterator[Block]:
    """The rows in order, without blank rows and without rules at the start and the end.

    Empty cells and images without a description are no blank rows; see `Block.blank`.

    Texts are cut into segments at sentences with a label or signs to show; with `sentences`, at all of them.

    Raises:
        CancelledError: `cancelled`, called before each row, returned True.
    """
    top = 1 if shown_title(text) else 0
    nesting = Nesting()
    shown = _shown_rows(text, options)
    places = Places.of(text.document, [index for index, _ in shown])
    before: tuple[Box, ...] = ()
    for index, label in shown:
        if cancelled():
            raise CancelledError
        paragraph = text.rows[index].source
        level = paragraph.level
        if paragraph.kind in HEADINGS:
            # At most one level below the heading before it: screen readers navigate by levels.
            level = min(top + nesting.enter(level), 6)
        yield _block(text, index, label if options.numbers else "", level, options, sentences, places, before)
        before = paragraph.within


def plain(side: Side) -> str:
    """The text of a side without marks and signs."""
    return "".join(piece.text for segment in side.segments for piece in segment.pieces)


def heading_text(block: Block, side: Side) -> str:
    """A side of a heading on one line, for tables of contents: with its number, without references and images."""
    pieces = (piece for segment in side.segments for piece in segment.pieces)
    words = "".join(piece.text for piece in pieces if not piece.kinds & OBJECT_KINDS)
    return one_line(f"{block.marker} {words}")


def _shown_rows(text: ParallelText, options: ExportOptions) -> list[tuple[int, str]]:
    """Indices and numbers of the rows to write."""
    columns = [column for column in options.columns if column not in _MAY_BE_EMPTY]
    shown = [
        (index, text.label(index))
        for index, row in enumerate(text.rows)
        if (row.source.text.strip() or row.target.strip() or stands_empty(row.source))
        and (columns or _stands_in(row, options.columns))
    ]
    words = [place for place, (index, _) in enumerate(shown) if text.rows[index].source.kind is not Kind.RULE]
    return shown[words[0] : words[-1] + 1] if words else []


def _stands_in(row: Row, columns: Collection[int]) -> bool:
    """Whether a row has anything in columns that may be empty, or must not be left out."""
    if row.source.kind is Kind.RULE or row.source.cell is not None:
        return True
    if row.state is State.SAME and Column.BACK in columns:
        return True
    return any(version.column in columns and version.text.strip() for version in row.versions)


def _label(within: Sequence[Box], before: Collection[Box], language: str) -> str:
    """What is written above the callouts and text boxes that begin with a text in `language`."""
    begun = [box for box in within if box.kind is BoxKind.ASIDE and box.label and box not in before]
    return " ".join(one_line(box.caption_in(language)) for box in begun)


def stands_empty(paragraph: Paragraph) -> bool:
    """Whether a paragraph is shown without a text."""
    return paragraph.kind in (Kind.RULE, Kind.FIGURE) or paragraph.cell is not None


def _block(
    text: ParallelText,
    index: int,
    number: str,
    level: int,
    options: ExportOptions,
    sentences: bool,
    places: Places,
    before: Collection[Box],
) -> Block:
    row = text.rows[index]
    source, target = _sides(row, text, options, sentences, places)
    found: dict[int, Side | None] = {Column.ORIGINAL: source, Column.TRANSLATION: target}
    for column in options.columns:
        if column not in found:
            found[column] = _further_side(row, column, text, source, options, sentences, places)
    if row.source.within and row.source.within != before:
        languages = text.source_language, text.target_language
        labels = {code: _label(row.source.within, before, code) for code in languages}
        found = {
            column: replace(side, label=labels[language_of(column, *languages)]) if side is not None else None
            for column, side in found.items()
        }
    return Block(
        index,
        row.source.kind,
        level,
        one_line(row.source.marker),
        number,
        found[Column.ORIGINAL] or source,
        found[Column.TRANSLATION] or target,
        tuple(found.get(column) for column in options.columns),
        row.state is State.SAME,
        row.sentences if row.state is State.DONE else (),
        row.source.within,
        places.referred.get(index),
    )


def _sides(row: Row, text: ParallelText, options: ExportOptions, sentences: bool, places: Places) -> tuple[Side, Side]:
    source = row.source
    if source.kind is Kind.CODE:  # a mark there only says in which programming language it is
        source = replace(source, marks=())
    if row.state is not State.DONE or not row.target.strip():
        left = Side(row.language or text.source_language, _segments(source.text, source.marks, (), places))
        same = row.state is State.SAME
        right = replace(left, column=Column.TRANSLATION) if same else _untranslated(text, Column.TRANSLATION)
        return left, right
    labelled = _labelled(row, options)
    shown = [_Shown.of(index, row, text, labelled, options) for index in range(len(row.sentences))]
    left_cuts = [(pair.source, each.unsigned()) for pair, each in zip(row.sentences, shown, strict=True)]
    right_cuts = [(pair.target, each) for pair, each in zip(row.sentences, shown, strict=True)]
    wanted = (lambda _: True) if sentences else _Shown.__bool__
    ours, theirs = ([cut for cut in cuts if wanted(cut[1])] for cuts in (left_cuts, right_cuts))
    return (
        Side(text.source_language, _segments(source.text, source.marks, ours, places)),
        Side(text.target_language, _segments(row.target, row.marks, theirs, places), column=Column.TRANSLATION),
    )


def _further_side(
    row: Row,
    column: int,
    text: ParallelText,
    source: Side,
    options: ExportOptions,
    sentences: bool,
    places: Places,
) -> Side | None:
    """What a row has in a column of neither original nor translation; None if nothing is to be said of it there."""
    version = row.version(column)
    if version is None or not version.text.strip():
        if row.source.kind is Kind.RULE or (row.state is State.SAME and column not in (Column.REFERENCE, Column.NOTES)):
            return replace(source, column=column)
        said = column in _MAY_BE_EMPTY or (version is not None and version.state is State.DONE)
        return None if said else _untranslated(text, column)
    language = language_of(column, text.source_language, text.target_language)
    # Sentences of the translation that this is one of, or of the original.
    starts = (pair.target[0] if parent_of(column) == Column.TRANSLATION else pair.source[0] for pair in row.sentences)
    labelled = _labelled(row, options)
    known = {start: index for index, start in enumerate(starts)} if sentences or labelled else {}
    found = ((pair.target, known.get(pair.source[0])) for pair in version.pairs)
    cuts = [(span, _Shown(n, str(n + 1) if labelled else "")) for span, n in found if n is not None]
    return Side(language, _segments(version.text, version.marks, cuts, places), column=column)


def _untranslated(text: ParallelText, column: int) -> Side:
    return Side(language_of(column, text.source_language, text.target_language), (), column=column)


def _labelled(row: Row, options: ExportOptions) -> bool:
    """Whether the sentences of a row are numbered in all its texts."""
    return options.sentence_marks and options.layout is not Layout.TRANSLATION and len(row.sentences) > 1


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is shown with a side of a sentence pair; the attributes are those of a segment."""

    index: int
    label: str
    edited: bool = False
    warnings: tuple[Finding, ...] = ()

    @classmethod
    def of(cls, index: int, row: Row, text: ParallelText, labelled: bool, options: ExportOptions) -> "_Shown":
        label = str(index + 1) if labelled else ""
        if not options.state_marks:
            return cls(index, label)
        languages = text.source_language, text.target_language
        return cls(index, label, row.sentences[index].edited, tuple(findings_in(row, [index], languages)))

    def __bool__(self) -> bool:
        return bool(self.label or self.edited or self.warnings)

    def unsigned(self) -> "_Shown":
        """The same for the source, which has no signs."""
        return _Shown(self.index, self.label)


def _segments(
    text: str, marks: Sequence[Mark], cuts: Sequence[tuple[Span, _Shown]], places: Places
) -> tuple[Segment, ...]:
    """`text` cut into sentences and the text between them."""
    stretches = list(_stretches(len(text), cuts))
    spans = [span for span, _ in stretches]
    found = []
    for ((start, end), shown), own in zip(stretches, marks_on(spans, marks), strict=True):
        pieces = _pieces(text[start:end], own, places)
        if shown is None:
            found.append(Segment(pieces, (start, end)))
        else:
            found.append(Segment(pieces, (start, end), shown.index, shown.label, shown.edited, shown.warnings))
    return tuple(found)


def _stretches(length: int, cuts: Sequence[tuple[Span, _Shown]]) -> Iterator[tuple[Span, _Shown | None]]:
    """The sentences of a text of `length` code points and the stretches between them, in order."""
    end = 0
    for (first, last), shown in sorted(cuts, key=lambda cut: cut[0]):
        if not end <= first < last <= length:
            continue  # a wrong span is ignored rather than failing the export
        if end < first:
            yield (end, first), None
        yield (first, last), shown
        end = last
    if end < length:
        yield (end, length), None


def _pieces(text: str, marks: Sequence[Mark], places: Places) -> tuple[Piece, ...]:
    if not marks:
        return (Piece(_shown_text(text)),)
    cut = ((_shown_text(run.text), run) for run in runs(text, marks))
    return tuple(
        Piece(shown, run.kinds, address(run.href), places.row(run), run.language, beside(run.href))
        for shown, run in cut
        if shown
    )


def _shown_text(text: str) -> str:
    return clean(text).replace(OBJECT, IMAGE_SIGN)
