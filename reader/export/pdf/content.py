"""The content of a PDF for the Typst template, to be passed as JSON.

Text is passed as values only, never as Typst source.
"""

import re
from collections.abc import Callable, Collection, Iterator

from reader.export.blocks import IMAGE_SIGN, Piece, blocks
from reader.export.colophon import last_lines
from reader.export.columns import caption, heading, language_of, needs_caption
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
from reader.export.pdf.texts import SIDES, VARIATION, References, Texts
from reader.export.titles import running_head, shown_title, title_in
from reader.late_dataclasses import dataclass
from reader.parallel import Column, ParallelText
from reader.text import OBJECT, BoxKind, Kind

# In characters.
_LONGEST_RUNNING_HEAD = 70

_MISSING = {
    "en": "Characters that no font here has are shown by their Unicode numbers, in brackets.",
    "nb": "Tegn som ingen av skrifttypene har, står med sine Unicode-numre i hakeparentes.",
}


@dataclass(frozen=True, slots=True)
class PdfContent:
    """Makes the content of a PDF from a parallel text.

    Attributes:
        text: the rows.
        options: what to show and how, as `arranged`.
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
        page = page_for(options)
        labels = labels_for(text.target_language)
        head = one_line(running_head(text, options), self.missing)
        rows, notes, gridded = self._rows(page, labels)
        return {
            "layout": options.layout.value,
            "page": _measures(page),
            "font_size": options.font_size,
            "title": one_line(title_in(text, options), self.missing),
            "title_above": one_line(shown_title(text), self.missing),
            "running_head": _shorten(head, _LONGEST_RUNNING_HEAD),
            "page_title": head,
            "columns": [self._column(column, labels) for column in options.columns],
            "labels": {"not_translated": labels.not_translated, "language": language_for_typst(labels.language)},
            "named_above": options.layout is Layout.COLUMNS and gridded,
            "rows": rows,
            "notes": notes,
            "colophon": [self._line(line) for line in self._colophon(labels)],
        }

    def _column(self, column: int, labels: Labels) -> dict[str, object]:
        code = language_of(column, self.text.source_language, self.text.target_language)
        above = heading(column, self.text, self.options, labels)
        return {
            **language_for_typst(code),
            "which": SIDES.get(column, f"c{column}"),
            "caption": one_line(caption(column, self.options, labels), self.missing),
            "name": one_line(above.words, self.missing),
            "named_in": language_for_typst(above.language),
            "captioned": needs_caption(column, self.options),
            "own": code == self.text.source_language,
            "note": column == Column.NOTES,
        }

    def _rows(self, page: Page, labels: Labels) -> tuple[list[SetRow], list[SetRow], bool]:
        """The rows, the footnotes, and whether there are tables."""
        text, options = self.text, self.options
        top = 1 if shown_title(text) else 0
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
        yield from last_lines(self.text, self.options, labels)
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
        parts += (row.source.marker, row.source.text, row.target)
        parts += (version.text for version in row.versions)
        if row.source.kind is Kind.FIGURE:
            parts.append(IMAGE_SIGN)
    return set().union(*(clean(part).replace(OBJECT, IMAGE_SIGN) for part in parts))


def _measures(page: Page) -> dict[str, float]:
    names = ("width", "height", "left", "right", "top", "bottom", "gap", "columns", "column_width")
    return {name: getattr(page, name) for name in names}


def _shorten(text: str, length: int) -> str:
    return text if len(text) <= length else re.sub(r"\s*\S*$", "", text[:length]) + "…"
