"""What the colours show, in words: for the status bar, the tool tip and screen readers."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from reader.parallel import Column, Row, State
from reader.text import Span, note_at, row_at
from ui.reading.cell import RETRY, SOURCE, TARGET, cell_text, misread, read_from, sign_of, told_of
from ui.reading.hit_test import Link
from ui.reading.model import ParallelModel
from ui.reading.places import LinkedWord, Place, counterpart, sentence_at
from ui.toolkit.line_breaks import isolated

# What is shown of words: characters of their beginning and of their end; some are as long as a book.
_BEGINNING, _END = 48, 12
# What a hint shows of a note: characters, and paragraphs.
_MOST, _MOST_ROWS = 600, 20


def words_of(word: LinkedWord | None, model: ParallelModel) -> str:
    """A word and its partners, original first: “kaffe” – “coffee”; for an unlinked word, that it has no partner."""
    if word is None:
        return ""
    row = model.row(word.row)
    both = sorted((word.column, counterpart(word.column)))
    texts = {column: cell_text(row, column).text for column in both}
    if not word.partners:
        said = _tr("No match for “{word}”")
        return said.format(word=_shown(texts[word.column][slice(*word.span)]))
    said_of = [" … ".join(texts[column][slice(*span)] for span in word.spans(column)) for column in both]
    source, target = map(_shown, said_of)
    return _tr("“{source}” – “{target}”").format(source=source, target=target)


def _shown(words: str) -> str:
    """So much of some words as there is room for; isolated if they would change the order of what is around them."""
    if len(words) > _BEGINNING + _END:
        words = f"{words[:_BEGINNING].rstrip()}…{words[-_END:].lstrip()}"
    return isolated(words)


def hint_at(at: tuple[int, int, int], href: str, model: ParallelModel) -> str:
    """A hint on the text at `at` (row, column, code point) under the pointer, or ""."""
    number, column, position = at
    if href:
        return "" if href == RETRY else _led_to(href, column, model) or href
    row = model.row(number)
    if column == SOURCE:
        return _misread_in(row, (position, position + 1))
    if column != TARGET:
        return _difference_at(at, model)
    sentence = sentence_at(row, column, position)
    if row.state is not State.DONE or sentence is None:
        sign = sign_of(row, languages=model.languages)
        return sign.meaning if sign and row.state is State.SAME else ""
    is_doubtful = any(start <= position < end for start, end in model.doubtful(row))
    code = model.written_in(number)
    told = (
        model.doubt() if is_doubtful else "",
        told_of(row, [sentence], model.languages),
        read_from(code) if code else "",
    )
    return "\n".join(filter(None, told))


def _difference_at(at: tuple[int, int, int], model: ParallelModel) -> str:
    number, column, position = at
    if not any(start <= position < end for start, end in model.differing(number, column)):
        return ""
    if column == Column.BACK:
        return _tr("The original says this in other words, or not at all")
    return _tr("The translation has other words here")


def _misread_in(row: Row, within: Span) -> str:
    """The words in a span of the source that text recognition was not sure of, as a hint."""
    found = [row.source.text[start:end] for start, end in misread(row) if start < within[1] and within[0] < end]
    if not found:
        return ""
    return _tr("Perhaps misread by text recognition: {words}").format(words=", ".join(map(_shown, found[:_MOST_ROWS])))


def hints_of(place: Place, links: Sequence[Link], model: ParallelModel) -> str:
    """What there is to say of a sentence and its links, a line each; of a paragraph that has no sentences, its sign."""
    row = model.row(place.row)
    pair = row.sentences[place.sentence] if place.sentence is not None else None
    sign = model.sign(place.row)
    everywhere = range(len(row.sentences))
    told = told_of(row, [place.sentence], model.languages) if place.sentence is not None else ""
    if not told and sign is not None and (pair is None or not told_of(row, everywhere, model.languages)):
        told = sign.meaning
    led = [
        f"{link.words}: {_led_to(link.href, place.column, model) or link.href}" if link.words else link.href
        for link in links
        if link.href != RETRY
    ]
    unsure = _misread_in(row, pair.source) if pair is not None and place.column == SOURCE else ""
    return "\n".join(filter(None, [told, unsure, *led]))


def _led_to(href: str, column: int, model: ParallelModel) -> str:
    """The beginning of what a link inside the document leads to, in the language of a column; "" for other links."""
    if model.text is None or (first := row_at(model.text.document, href)) is None:
        return ""
    note = note_at(model.text.document, href)
    rows = [model.row(number) for number in range(first, note.stop if note else first + 1)][:_MOST_ROWS]
    words = "\n".join(_beginning(row, column) for row in rows)
    return words if len(words) <= _MOST else f"{words[:_MOST].rsplit(None, 1)[0]} …"


def _beginning(row: Row, column: int) -> str:
    """A paragraph behind its marker, so much of it as is needed; the original where there is no translation."""
    text = row.target if column not in (SOURCE, Column.BACK) and row.target else row.source.text
    return f"{row.source.marker} {text[: _MOST + 1]}".strip()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
