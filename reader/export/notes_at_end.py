"""The user's notes in an export: at the end, each beside the words that it is about."""

from collections.abc import Iterable
from dataclasses import replace

from reader.annotations import Placed
from reader.export.labels import labels_for
from reader.export.markup import clean, one_line
from reader.export.options import ExportOptions, Layout
from reader.parallel import ParallelText, Row, translated_row
from reader.text import Kind, Paragraph

# Code points of the words that a note is about.
_LONGEST = 90


def with_notes(text: ParallelText, options: ExportOptions) -> ParallelText:
    """The text with the notes in the options as rows at its end, under a heading of their own.

    The words that a note is about stand where the original does, and the note where the translation does. Bookmarks
    without a name are left out: there is nothing to say of them.
    """
    notes = [each for each in options.notes if each.annotation.text.strip()]
    if not notes:
        return text
    rows = [_heading(text), *(_row(text, each, options) for each in notes)]
    paragraphs = (*text.document.paragraphs, *(row.source for row in rows))
    return ParallelText(
        replace(text.document, paragraphs=paragraphs),
        text.source_language,
        text.target_language,
        text.packages,
        [*text.rows, *rows],
        text.forced,
    )


def _heading(text: ParallelText) -> Row:
    ours, theirs = (labels_for(language).notes for language in (text.source_language, text.target_language))
    return translated_row(Paragraph(ours, Kind.HEADING, level=1), theirs, (), ())


def _row(text: ParallelText, each: Placed, options: ExportOptions) -> Row:
    number = None if each.spot.gone else text.numbers()[each.spot.row]
    place = f"¶ {number} " if number is not None and options.numbers else ""
    words, note = f"{place}“{_words(text, each)}”", clean(each.annotation.text).strip()
    target = f"{words} {note}" if options.layout is Layout.TRANSLATION else note
    return translated_row(Paragraph(words, Kind.NOTE), target, (), ())


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
