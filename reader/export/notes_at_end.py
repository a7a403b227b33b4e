"""The user's notes in an export: beside their paragraphs, or at the end, each beside the words that it is about."""

from collections.abc import Iterable
from dataclasses import replace

from reader.annotations import Placed
from reader.export.columns import chosen, language_of
from reader.export.labels import labels_for
from reader.export.markup import clean, one_line
from reader.export.options import USUAL_COLUMNS, ExportOptions, Layout
from reader.parallel import Column, ParallelText, Row, Version, translated_row
from reader.text import Kind, Paragraph

# Code points of the words that a note is about.
_LONGEST = 90


def with_notes(text: ParallelText, options: ExportOptions) -> ParallelText:
    """The text with the notes in the options beside their rows, if there is a column for notes, else at its end.

    There they are rows under a heading of their own: the words that a note is about stand in the first column, and the
    note in the second. Bookmarks without a name are left out: there is nothing to say of them.
    """
    notes = [each for each in options.notes if each.annotation.text.strip()]
    if Column.NOTES in options.columns:
        text, notes = _beside(text, notes), [each for each in notes if each.spot.gone]
    if not notes:
        return text
    rows = [_heading(text, options), *(_noted(text, each, options) for each in notes)]
    paragraphs = (*text.document.paragraphs, *(row.source for row in rows))
    return ParallelText(
        replace(text.document, paragraphs=paragraphs),
        text.source_language,
        text.target_language,
        text.packages,
        [*text.rows, *rows],
        text.forced,
    )


def _beside(text: ParallelText, notes: Iterable[Placed]) -> ParallelText:
    """The text with notes in a column of their own."""
    rows = list(text.rows)
    for index, own in notes_by_row([each for each in notes if not each.spot.gone]).items():
        words = "\n".join(clean(each.annotation.text).strip() for each in own)
        rows[index] = rows[index].with_version(Version(Column.NOTES, words))
    return ParallelText(text.document, text.source_language, text.target_language, text.packages, rows, text.forced)


def _heading(text: ParallelText, options: ExportOptions) -> Row:
    languages = (language_of(column, text.source_language, text.target_language) for column in chosen(options))
    names = [labels_for(language).notes for language in languages]
    return _row(names[0], names[min(1, len(names) - 1)], Kind.HEADING, options, names[0])


def _noted(text: ParallelText, each: Placed, options: ExportOptions) -> Row:
    label = text.label(each.spot.row) if options.numbers and not each.spot.gone else ""
    place = f"¶ {label} " if label else ""
    words, note = f"{place}“{_words(text, each)}”", clean(each.annotation.text).strip()
    return _row(words, note, Kind.NOTE, options, f"{words} {note}")


def _row(one: str, other: str, kind: Kind, options: ExportOptions, both: str) -> Row:
    """A row with `one` in the first column and the `other` in the second; with `both` where one text stands alone."""
    columns = chosen(options)
    alone = options.layout is Layout.TRANSLATION or len(columns) == 1
    told = (both,) if alone else (one, other)
    texts = dict(zip(columns, (*told, *[""] * len(columns)), strict=False))
    source = Paragraph(texts.get(Column.ORIGINAL) or one, kind, level=int(kind is Kind.HEADING))
    row = translated_row(source, texts.get(Column.TRANSLATION) or other, (), ())
    for column, words in texts.items():
        row = row.with_version(Version(column, words)) if column not in USUAL_COLUMNS else row
    return row


def _words(text: ParallelText, each: Placed) -> str:
    """The words that a note is about, or was about if they are gone."""
    spot, known = each.spot, each.annotation.anchor.words
    if not spot.gone and (spot.span is not None or not each.annotation.anchor.sentence):
        source = text.rows[spot.row].source.text
        known = source[slice(*spot.span)] if spot.span is not None else source
    words = one_line(known)
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST].rsplit(' ', 1)[0].rstrip(' ,.;:–-')}…"


def notes_by_row(notes: Iterable[Placed]) -> dict[int, list[Placed]]:
    """Notes by the index of the row they are at; of those whose row is gone, where it would be."""
    found: dict[int, list[Placed]] = {}
    for each in notes:
        found.setdefault(each.spot.row, []).append(each)
    return found
