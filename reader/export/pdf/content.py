"""The content of a PDF for the Typst template, to be passed as JSON.

Text is passed as values only, never as Typst source.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from reader.export.blocks import IMAGE_SIGN, Piece, blocks, has_reference, shown_pairs
from reader.export.colophon import colophon, legend, moment_of
from reader.export.footnotes import Footnotes, footnotes, named_rows
from reader.export.grid import Grid, grouped
from reader.export.labels import Labels, labels_for
from reader.export.markup import clean
from reader.export.options import ExportOptions, Layout
from reader.export.pdf.frames import depth_of
from reader.export.pdf.lists import nested
from reader.export.pdf.page import Page, page_for
from reader.export.pdf.rows import Rows, SetRow, levelled
from reader.export.pdf.runs import Run, language_for_typst, one_line, runs_of
from reader.export.pdf.texts import VARIATION, References, Texts
from reader.export.titles import TitleStyle, title_of, title_style
from reader.parallel import ParallelText
from reader.text import OBJECT, BoxKind, Kind, own_name

# In characters.
_LONGEST_RUNNING_HEAD = 70

# In rows: the least length of a text that is set in chapters, and the least average length of these.
_LONG_TEXT = 600
_CHAPTER = 40

_MISSING = {
    "en": "Characters that no font here has are shown by their Unicode numbers, in brackets.",
    "nb": "Tegn som ingen av skrifttypene har, står med sine Unicode-numre i hakeparentes.",
}


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
        page = page_for(options, reference=has_reference(text, options))
        title = one_line(title_of(text.document), self.missing)
        labels = labels_for(text.target_language)
        rows, notes, gridded = self._rows(page, labels)
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
            "named_above": options.layout is Layout.COLUMNS and gridded,
            "rows": _in_chapters(rows),
            "notes": notes,
            "colophon": [self._line(line) for line in self._colophon(labels)],
        }

    def _rows(self, page: Page, labels: Labels) -> tuple[list[SetRow], list[SetRow], bool]:
        """The rows, the footnotes, and whether there are tables."""
        text, options = self.text, self.options
        top = 0 if title_style(text.document) is TitleStyle.NONE else 1
        levels = [row.source.level for row in text.rows]
        in_steps = options.layout is Layout.FACING
        plain_blocks = blocks(text, options, self.cancelled, sentences=in_steps)
        found = list(grouped(levelled(plain_blocks, levels, top)))
        alone = options.layout is Layout.TRANSLATION
        taken = footnotes(found, text.document.notes) if alone else Footnotes(found)
        references = References(named_rows(found), taken.numbers, taken.referring)
        texts = Texts(self.missing, references, options.sentence_marks)
        rows = Rows(options, page, labels.not_translated, texts, (text.source_language, text.target_language))
        notes: list[SetRow] = [
            {"label": one_line(label, self.missing), "rows": list(rows.all(note, depth_of(note[0], BoxKind.NOTE)))}
            for label, note in zip(taken.labels, taken.notes, strict=True)
        ]
        body = list(nested(rows.all(taken.body)) if alone else rows.all(taken.body))
        return body, notes, any(isinstance(item, Grid) for item in found)

    def _line(self, line: str) -> list[Run]:
        return runs_of([Piece(clean(line.replace(VARIATION, "")))], self.missing)

    def _colophon(self, labels: Labels) -> Iterator[str]:
        yield from colophon(self.text, labels, moment_of(self.options.timestamp).date())
        yield from legend(shown_pairs(self.text, self.options), labels)
        if self.missing:
            yield _MISSING[labels.language if labels.language in _MISSING else "en"]


def every_character(text: ParallelText) -> set[str]:
    """The characters that an edition of `text` may show."""
    parts = [text.document.title, text.document.name]
    for row in text.rows:
        parts += (
            shown
            for box in row.source.within
            for shown in (box.label, *map(box.caption_in, (text.source_language, text.target_language)))
        )
        parts += (row.source.marker, row.source.text, row.target, row.back, row.reference)
        if row.source.kind is Kind.FIGURE:
            parts.append(IMAGE_SIGN)
    return set().union(*(clean(part).replace(OBJECT, IMAGE_SIGN) for part in parts))


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


def _language(code: str) -> dict[str, str]:
    """The language for Typst, and its own name."""
    return {**language_for_typst(code), "name": own_name(code)}


def _measures(page: Page) -> dict[str, float]:
    names = ("width", "height", "left", "right", "top", "bottom", "gap", "columns", "column_width")
    return {name: getattr(page, name) for name in names}


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else re.sub(r"\s*\S*$", "", text[:length]) + "…"
