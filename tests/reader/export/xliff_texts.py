"""Parallel texts with any marks, states and notes, for round trips through XLIFF."""

from dataclasses import replace

from hypothesis import strategies as st

from reader.annotations import BOOKMARK, NOTE, Anchor, Annotation, Placed, Spot
from reader.parallel import ParallelText, Row, SentencePair, State
from reader.text import Mark, MarkKind, Paragraph, Span
from tests.mark_kinds import MARK_KINDS
from tests.reader.export.parallels import done, parallel
from tests.structures import paragraphs

_LETTERS = st.text(st.sampled_from("ab Æø<>&\"'.\n\t 🎉"), max_size=14)
_WITH_HREF = frozenset({MarkKind.LINK, MarkKind.NOTE, MarkKind.IMAGE, MarkKind.LANGUAGE, MarkKind.CODE})
_HREFS = st.sampled_from(["", "https://no/?a=1&b=<2>", "#note:0", 'en "tittel"'])


@st.composite
def _marks(draw: st.DrawFn, text: str) -> tuple[Mark, ...]:
    found = set[Mark]()
    for _ in range(draw(st.integers(0, 5))):
        start = draw(st.integers(0, len(text)))
        kind = draw(st.sampled_from(MARK_KINDS))
        href = draw(_HREFS) if kind in _WITH_HREF else ""
        found.add(Mark(start, draw(st.integers(start, len(text))), kind, href))
    return tuple(sorted(found, key=lambda mark: (mark.start, -mark.end)))


@st.composite
def _row(draw: st.DrawFn, paragraph: Paragraph) -> Row:
    """A translated row, or one that is not; its sentences are any stretches."""
    marked = replace(paragraph, marks=draw(_marks(paragraph.text)))
    if not draw(st.integers(0, 4)):
        return Row(marked)
    target, pairs, at = "", list[SentencePair](), 0
    while at < len(paragraph.text):
        start = draw(st.integers(at, len(paragraph.text) - 1))
        end = draw(st.integers(start + 1, len(paragraph.text)))
        target += draw(_LETTERS)
        begin = len(target)
        target += draw(st.text(st.sampled_from("xyz åø<&"), min_size=1, max_size=9))
        edited, accepted = draw(st.booleans()), draw(st.booleans())
        pairs.append(SentencePair((start, end), (begin, len(target)), edited=edited, accepted=accepted))
        at = end
    return done(marked, target, *pairs, marks=draw(_marks(target))) if pairs else Row(marked)


@st.composite
def _note(draw: st.DrawFn, row: int, text: str) -> Placed:
    start = draw(st.integers(0, len(text)))
    span: Span | None = (start, draw(st.integers(start, len(text)))) if draw(st.booleans()) else None
    kind = draw(st.sampled_from([NOTE, BOOKMARK]))
    words = draw(st.text(st.characters(categories=["L", "P", "S"]), min_size=1, max_size=12))
    made = draw(st.integers(0, 4_000_000_000))
    changed = made and made + draw(st.integers(0, 10**6))
    return Placed(kind, Annotation("x", Anchor(row, ""), words, made, changed), Spot(row, span))


@st.composite
def texts(draw: st.DrawFn) -> tuple[ParallelText, tuple[Placed, ...]]:
    """A text, and notes in the order of its rows."""
    found = draw(paragraphs(4))
    letters = [draw(_LETTERS) if draw(st.booleans()) else each.text for each in found]
    rows = [draw(_row(replace(each, text=text))) for each, text in zip(found, letters, strict=True)]
    if not any(row.source.text.strip() for row in rows):
        rows[0] = Row(Paragraph("tekst"))
    places = draw(st.lists(st.integers(0, len(rows) - 1), max_size=4))
    notes = tuple(draw(_note(row, rows[row].source.text)) for row in sorted(places))
    return parallel(*rows), notes


def is_given(row: Row) -> bool:
    """Whether a file has the translation of a row."""
    return row.state is State.DONE and bool(row.sentences)
