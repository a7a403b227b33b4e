"""The content of a PDF for the Typst template, to be passed as JSON.

Text is passed as values only, never as Typst source.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from reader.export.blocks import Block, Piece, Segment, blocks, has_reference, plain, shown_pairs
from reader.export.colophon import colophon, legend, moment_of
from reader.export.labels import EDITED_SIGN, WARNED_SIGN, Labels, labels_for
from reader.export.markup import clean
from reader.export.options import ExportOptions, Layout
from reader.export.pdf.page import Page, page_for
from reader.export.pdf.runs import Run, one_line, runs_of, styled
from reader.export.pdf.steps import steps
from reader.export.titles import TitleStyle, title_of, title_style
from reader.parallel import ParallelText
from reader.text import HEADINGS, Kind, Nesting, language_tag, own_name

# In characters. A longer heading is set as a paragraph: Typst does not break a heading row across pages.
_LONGEST_HEADING = 600
_LONGEST_RUNNING_HEAD = 70

# In lines: a row up to the first is kept together; a text up to the second is short.
_KEPT_LINES = 4
_SHORT_LINES = 3

# In rows: the least length of a text that is set in chapters, and the least average length of these.
_LONG_TEXT = 600
_CHAPTER = 40

_MISSING = {
    "en": "Characters that no font here has are shown by their Unicode numbers, in brackets.",
    "nb": "Tegn som ingen av skrifttypene har, står med sine Unicode-numre i hakeparentes.",
}
# Selects the text form over the emoji form; the fonts here have only the former.
_VARIATION = "\ufe0e"


@dataclass(frozen=True, slots=True)
class PdfContent:
    """Makes the content of a PDF from a parallel text.

    Attributes:
        text: the rows.
        options: what to show and how.
        missing: the characters that no font has; they are shown by number.
        cancelled: called before each row; True ends the work.
    """

    text: ParallelText
    options: ExportOptions
    missing: Collection[str] = frozenset()
    cancelled: Callable[[], bool] = lambda: False

    def content(self) -> dict[str, object]:
        """What the template reads; see parallel.typ.

        Raises:
            CancelledError: `cancelled` returned True.
        """
        text, options = self.text, self.options
        reference = has_reference(text, options)
        page = page_for(options, reference=reference)
        title = one_line(title_of(text.document), self.missing)
        labels = labels_for(text.target_language)
        return {
            "layout": options.layout.value,
            "page": _measures(page),
            "font_size": options.font_size,
            "title": title,
            "title_style": title_style(text.document).value,
            "running_head": _shorten(title, _LONGEST_RUNNING_HEAD),
            "languages": [_language(text.source_language), _language(text.target_language)],
            "labels": {
                "not_translated": labels.not_translated,
                "back": labels_for(text.source_language).back,
                "reference": labels.reference,
                "language": _language(labels.language),
            },
            "rows": _in_chapters(list(self._rows(page))),
            "colophon": [self._line(line) for line in self._colophon(labels)],
        }

    def _rows(self, page: Page) -> Iterator[dict[str, object]]:
        in_steps = self.options.layout is Layout.FACING
        for block in self._levelled(blocks(self.text, self.options, self.cancelled, sentences=in_steps)):
            yield {
                "kind": block.kind.value,
                "level": block.level,
                "number": str(block.number or ""),
                "breaks": _breaks(block, page),
                "same": block.same or plain(block.source) == plain(block.target),
                "marker": one_line(block.marker, self.missing),
                **self._texts(block, page),
            }

    def _levelled(self, found: Iterable[Block]) -> Iterator[Block]:
        """The blocks, with empty and over-long headings as paragraphs, and levels without gaps (for PDF/UA)."""
        nesting = Nesting()
        top = 0 if title_style(self.text.document) is TitleStyle.NONE else 1
        for block in found:
            kind = _set_as(block)
            if kind in HEADINGS:
                level = nesting.enter(self.text.rows[block.index].source.level)
                yield replace(block, level=min(top + level, 6))
            else:
                yield replace(block, kind=kind, level=0) if block.kind in HEADINGS else block

    def _texts(self, block: Block, page: Page) -> dict[str, object]:
        """The texts of a row that exist, by name."""
        texts: dict[str, object] = {}
        in_steps = self.options.layout is Layout.FACING and block.kind not in HEADINGS
        if in_steps:
            longest = page.line_length * max(2, page.lines // 3)
            texts["steps"] = [[self._runs(side) for side in step] for step in steps(block, longest)]
        if self.options.layout is not Layout.TRANSLATION and not in_steps:
            texts["source"] = self._runs(block.source.segments)
        if block.target.segments:
            texts["target"] = [] if in_steps else self._runs(block.target.segments)
        for name, side in (("back", block.back), ("reference", block.reference)):
            if side is not None and not block.same:
                texts[name] = self._runs(side.segments)
        return texts

    def _runs(self, segments: Iterable[Segment]) -> list[Run]:
        runs: list[Run] = []
        for segment in segments:
            if segment.label:
                runs.append(styled(segment.label, "label"))
            # Every second sentence pair is tinted, on both sides.
            tint = ("tint",) * (bool(segment.index) and (segment.index or 0) % 2) if self.options.sentence_marks else ()
            runs += runs_of(segment.pieces, self.missing, *tint)
            runs += [styled(sign, "sign") for sign in _signs(segment)]
        return runs

    def _line(self, line: str) -> list[Run]:
        return runs_of([Piece(clean(line.replace(_VARIATION, "")))], self.missing)

    def _colophon(self, labels: Labels) -> Iterator[str]:
        yield from colophon(self.text, labels, moment_of(self.options.timestamp).date())
        yield from legend(shown_pairs(self.text, self.options), labels)
        if self.missing:
            yield _MISSING[labels.language if labels.language in _MISSING else "en"]


def every_character(text: ParallelText) -> set[str]:
    """The characters that an edition of `text` may show."""
    parts = [text.document.title, text.document.name]
    for row in text.rows:
        parts += (row.source.marker, row.source.text, row.target, row.back, row.reference)
    return set().union(*map(clean, parts))


def _set_as(block: Block) -> Kind:
    length = len(plain(block.source).strip())
    if block.kind in HEADINGS and not 0 < length <= _LONGEST_HEADING:
        return Kind.PARAGRAPH
    return block.kind


def _breaks(block: Block, page: Page) -> str:
    """Where a row may break across pages: "never", "anywhere" or "well", which leaves no single lines.

    A short text beside a long one must not be moved to the next page as a whole, or the two are no longer aligned.
    """
    sides = [side for side in (block.source, block.target, block.back, block.reference) if side is not None]
    lengths = [page.lines_of(plain(side)) for side in sides]
    short, long = min(lengths[:2]), max(lengths)
    if long <= _KEPT_LINES or (short <= _SHORT_LINES and long <= 2 * _KEPT_LINES):
        return "never"
    return "anywhere" if short <= _SHORT_LINES else "well"


def _in_chapters(rows: list[dict[str, object]]) -> list[dict[str, object]]:
    """The rows, with those marked that begin a chapter in a long text; chapters begin a page.

    This is usual in books, and lets Typst set the chapters in parallel, one per core.
    """
    levels = [row["level"] for row in rows if row["kind"] == Kind.HEADING.value]
    beginnings = [row for row in rows if levels and (row["kind"], row["level"]) == (Kind.HEADING.value, min(levels))]  # type: ignore[type-var]
    if len(rows) >= _LONG_TEXT and len(beginnings) > 1 and len(rows) >= _CHAPTER * len(beginnings):
        for row in beginnings:
            row["chapter"] = True
    return rows


def _signs(segment: Segment) -> Iterator[str]:
    if segment.edited:
        yield EDITED_SIGN
    if segment.warnings:
        yield WARNED_SIGN.replace(_VARIATION, "")


def _language(code: str) -> dict[str, str]:
    """The language for Typst (a code of two or three letters, and a region), and its own name."""
    tag, _, region = language_tag(code, region=True).partition("-")
    return {"lang": tag, "region": region, "name": own_name(code)}


def _measures(page: Page) -> dict[str, float]:
    names = ("width", "height", "left", "right", "top", "bottom", "gap", "columns", "column_width")
    return {name: getattr(page, name) for name in names}


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else re.sub(r"\s*\S*$", "", text[:length]) + "…"
