"""Copying what is selected, or the highlighted sentence; the clipboard gets plain text and HTML."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QByteArray, QCoreApplication, QObject
from PySide6.QtGui import QClipboard, QGuiApplication

from reader.late_dataclasses import dataclass
from reader.parallel import Row, not_cancelled
from reader.text import Paragraph, Span
from ui.reading.amount import paragraphs_in, words_in
from ui.reading.cell import cell_text
from ui.reading.clipboard import as_table, mime_data
from ui.reading.highlighter import Highlighter
from ui.reading.highlights import Block, Stretch
from ui.reading.model import ParallelModel
from ui.reading.places import Place, span_of
from ui.reading.selection import Selection
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest

# More paragraphs or characters than these are copied off the window's thread.
_AT_ONCE, _CHARACTERS_AT_ONCE = 100, 50_000
# A longer text is copied without formatting: no word processor takes it in a reasonable time.
_LONGEST_FORMATTED = 2_000_000
# Characters that are encoded at a time.
_PIECE = 500_000


@dataclass(frozen=True, slots=True)
class _Taken:
    """What is copied of one column, as it is now: rows of the text, from and to a code point of the first and last."""

    rows: Sequence[Row]
    column: int
    language: str
    start: int = 0
    end: int = sys.maxsize

    @property
    def is_short(self) -> bool:
        """Whether copying it takes no time."""
        return len(self.rows) <= _AT_ONCE and sum(len(row.source.text) for row in self.rows) <= _CHARACTERS_AT_ONCE

    def parts(self) -> Iterator[tuple[Paragraph, Span, str]]:
        """The paragraphs, their spans and languages."""
        last = len(self.rows) - 1
        for number, row in enumerate(self.rows):
            shown = cell_text(row, self.column)
            paragraph = replace(row.source, text=shown.text, marks=shown.marks)
            end = min(self.end, len(shown.text)) if number == last else len(shown.text)
            yield paragraph, (0 if number else self.start, end), row.language or self.language

    def pairs(self) -> Iterator[tuple[Paragraph, Paragraph]]:
        """The paragraphs beside their translations."""
        for row in self.rows:
            yield row.source, replace(row.source, text=row.target, marks=row.marks)


@dataclass(frozen=True, slots=True)
class _Copy:
    """What the clipboard gets, in UTF-8, and how many paragraphs and words it is.

    Attributes:
        html: empty for a very long text.
    """

    plain: QByteArray
    html: QByteArray
    paragraphs: int
    words: int


class Copier:
    """Copies from a reading view."""

    def __init__(
        self, model: ParallelModel, selection: Selection, highlighter: Highlighter, tell: Callable[[str], None]
    ) -> None:
        """Copy the `selection` in `model`, else the sentence that `highlighter` highlights; `tell` tells the user."""
        self._model, self._selection, self._highlighter, self._tell = model, selection, highlighter, tell
        self._jobs: Latest | None = None
        self._offers: Latest | None = None

    def use(self, pool: Pool, owner: QObject) -> None:
        """Copy long texts in `pool`, while `owner` lives."""
        self._jobs, self._offers = Latest(pool, owner), Latest(pool, owner)

    def copy(self) -> None:
        """Copy the selected text, else the highlighted sentence of its column, else the whole cell."""
        self._cancel()
        if (taken := self._selected()) is not None:
            self._start(self._jobs, taken, _copied, self._keep)
        elif (place := self._highlighter.sentence) is not None:
            self._put(_copied(self._sentence(place), not_cancelled), QClipboard.Mode.Clipboard)
            sentence = place.sentence is not None
            self._tell(_tr("Copied the sentence.") if sentence else _tr("Copied the paragraph."))

    def copy_table(self) -> None:
        """Copy the selected paragraphs beside their translations; of one paragraph, its sentences."""
        text, place = self._model.text, self._highlighter.sentence
        if text is None:
            return
        self._cancel()
        languages = text.source_language, text.target_language
        taken = self._selected() or (self._sentence(place) if place is not None else None)
        if taken is None:
            return
        if len(taken.rows) == 1:
            QGuiApplication.clipboard().setMimeData(as_table(taken.rows[0], languages))
            self._tell(_tr("Copied the paragraph in both languages."))
        else:
            self._start(self._jobs, taken, partial(_table, languages), self._keep_table)

    def copy_address(self, address: str) -> None:
        """Copy the address of a link."""
        self._cancel()
        QGuiApplication.clipboard().setText(address)
        self._tell(_tr("Copied the link address."))

    def offer_selection(self) -> None:
        """Offer the selected text to the middle mouse button, on systems that have this."""
        if self._offers is not None:
            self._offers.cancel()
        if QGuiApplication.clipboard().supportsSelection() and (taken := self._selected()) is not None:
            self._start(self._offers, taken, _plainly_copied, lambda copy: self._put(copy, QClipboard.Mode.Selection))

    # What is copied

    def _selected(self) -> _Taken | None:
        selection, text = self._selection, self._model.text
        if selection.column is None or text is None:
            return None
        language = self._model.language(selection.column)
        match selection.shown:
            case Stretch(column, start, end):
                return _Taken(text.rows[start[0] : end[0] + 1], column, language, start[1], end[1])
            case Block(column, rows):
                return _Taken([text.rows[row] for row in sorted(rows)], column, language)
        return None

    def _sentence(self, place: Place) -> _Taken:
        """The sentence, or what there is in its place."""
        row, language = self._model.row(place.row), self._model.language(place.column)
        if place.sentence is None:
            return _Taken([row], place.column, language)
        return _Taken([row], place.column, language, *span_of(row, place.sentence, place.column))

    # Putting it on the clipboard

    def _cancel(self) -> None:
        """Something else is copied: what is still being made would replace it."""
        if self._jobs is not None:
            self._jobs.cancel()

    def _start(
        self,
        jobs: Latest | None,
        taken: _Taken,
        made: Callable[[_Taken, Callable[[], bool]], _Copy],
        finished: Callable[[_Copy], None],
    ) -> None:
        if jobs is None or taken.is_short:
            finished(made(taken, not_cancelled))
            return
        if jobs is self._jobs:
            self._tell(_tr("Copying…"))
        jobs.start(lambda job: made(taken, job.is_cancelled), finished=finished, failed=self._on_failed)

    def _put(self, copy: _Copy, mode: QClipboard.Mode) -> None:
        data = mime_data()
        data.setData("text/plain", copy.plain)
        if not copy.html.isEmpty():
            data.setData("text/html", copy.html)
        QGuiApplication.clipboard().setMimeData(data, mode)

    def _keep(self, copy: _Copy) -> None:
        self._put(copy, QClipboard.Mode.Clipboard)
        words = words_in(copy.words)
        if copy.paragraphs <= 1:
            self._tell(_tr("Copied {words}.").format(words=words))
            return
        told = (
            _tr("Copied {paragraphs} ({words}).")
            if not copy.html.isEmpty()
            else _tr("Copied {paragraphs} ({words}), without formatting.")
        )
        self._tell(told.format(paragraphs=paragraphs_in(copy.paragraphs), words=words))

    def _keep_table(self, copy: _Copy) -> None:
        self._put(copy, QClipboard.Mode.Clipboard)
        told = QCoreApplication.translate("Reading", "Copied %Ln paragraph(s) in both languages.", "", copy.paragraphs)
        self._tell(told)

    def _on_failed(self, _error: Exception) -> None:
        self._tell(_tr("The text could not be copied."))


# What writes passages is loaded with the first copy, not when the program starts.


def _copied(taken: _Taken, cancelled: Callable[[], bool]) -> _Copy:
    from reader.export import passage, passage_html, passage_text

    part = passage(taken.parts(), cancelled=cancelled)
    html = passage_html(part, cancelled=cancelled) if part.length <= _LONGEST_FORMATTED else ""
    return _Copy(_encoded(passage_text(part)), _encoded(html), *part.counts)


def _plainly_copied(taken: _Taken, cancelled: Callable[[], bool]) -> _Copy:
    from reader.export import passage, passage_text

    part = passage(taken.parts(), cancelled=cancelled)
    return _Copy(_encoded(passage_text(part)), QByteArray(), *part.counts)


def _table(languages: tuple[str, str], taken: _Taken, cancelled: Callable[[], bool]) -> _Copy:
    from reader.export import passage, table_html, table_text

    length = sum(len(row.source.text) + len(row.target) for row in taken.rows)
    html = table_html(taken.pairs(), languages, cancelled=cancelled) if length <= _LONGEST_FORMATTED else ""
    return _Copy(_encoded(table_text(taken.pairs())), _encoded(html), *passage(taken.parts()).counts)


def _encoded(text: str) -> QByteArray:
    """A text in UTF-8, made in pieces: Python's other threads stand still while a large one is converted."""
    found = QByteArray()
    found.reserve(len(text))
    for start in range(0, len(text), _PIECE):
        # A lone surrogate is nothing that other programs could read.
        found.append(text[start : start + _PIECE].encode("utf-8", "replace"))
    return found


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
