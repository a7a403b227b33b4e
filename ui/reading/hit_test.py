"""Conversion between points of the viewport and positions in the text. Positions are code points of a cell's text."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

from PySide6.QtCore import QPoint, QPointF

from reader.late_dataclasses import dataclass
from reader.parallel import State
from reader.text import OBJECT, Mark, Span
from ui.reading.cell import SOURCE, TARGET, cell_text
from ui.reading.model import ParallelModel
from ui.reading.places import Place, leading, link_marks, sentence_at, span_of
from ui.reading.row_layout import RowLayout
from ui.reading.text_layout import columns_of

Cell = tuple[int, int]  # row and column


@dataclass(frozen=True, slots=True)
class Link:
    """A link in the text: its words, which may be "", and where it leads, an address or "#name"."""

    words: str
    href: str


class HitTest:
    """Finds text by point, for the rows of a model as placed by a layout."""

    def __init__(self, model: ParallelModel, layout: RowLayout) -> None:
        """Test against `model`, laid out by `layout`."""
        self._model, self._layout = model, layout

    def cell_at(self, point: QPointF) -> Cell | None:
        """The cell under a point; None if there is none."""
        return self._layout.cell_at(point)

    def position_at(self, point: QPointF) -> tuple[int, int, int] | None:
        """Row, column and code point under a point; None if there is no text."""
        cell = self.cell_at(point)
        if cell is None:
            return None
        position = self._layout.text(*cell).position_at(point - self._layout.text_origin(*cell))
        return None if position is None else (*cell, position)

    def place_beside(self, point: QPointF) -> Place | None:
        """The sentence nearest to a point of a cell, on the line at its height; None where no text is."""
        cell = self.cell_at(point)
        if cell is None or not self._model.row(cell[0]).source.text:
            return None
        return self.place_at((*cell, self._layout.text(*cell).beside(point - self._layout.text_origin(*cell))))

    def place_at(self, at: tuple[int, int, int]) -> Place:
        """The sentence at a row, column and code point."""
        number, column, position = at
        return Place(number, column, sentence_at(self._model.row(number), column, position))

    def sign_at(self, point: QPointF) -> Cell | None:
        """The cell beside whose text a point is where its sign would be, in the margin; None in that of the original.

        Of a text that is not repeated below the original, the cell of the translation.
        """
        cell = self.cell_at(point)
        if cell is None:
            return None
        row, column = cell
        arrangement = self._layout.slot(row).arrangement
        once = arrangement.stacked and self._model.row(row).state is State.SAME and column == SOURCE
        if column == SOURCE and not once:
            return None
        origin = self._layout.text_origin(row, column)
        beside = point.x() >= origin.x() + arrangement.band(column).text_width
        sign = row, TARGET if once else column
        return sign if beside and origin.y() <= point.y() <= origin.y() + self._layout.line_height else None

    def nearest(self, cell: Cell, point: QPointF) -> int:
        """The gap between code points of the cell nearest to a point, which may be anywhere."""
        return self._layout.text(*cell).nearest(point - self._layout.text_origin(*cell))

    def nearest_in(self, column: int, point: QPointF) -> tuple[int, int] | None:
        """The row and gap of a visible column nearest to a point, which may be anywhere; None without a text."""
        point = QPointF(point.x(), min(max(point.y(), 0), self._layout.height_of_screen - 1))
        row = self._layout.row_near(point, column)
        if row is None:
            return None
        shown = columns_of(self._model.row(row), self._layout.arrangement)
        return row, self.nearest((row, column if column in shown else shown[0]), point)

    @property
    def rows_on_screen(self) -> range:
        """The rows that are on screen, also in part."""
        return self._layout.visible()

    def first_on_screen(self, column: int) -> Place | None:
        """The first sentence of a column that begins on screen; if none does, the one that fills the screen.

        Of the cells of a table row that fills the screen, that is the first one that reaches down to it.
        """
        filling = below = None
        bottom = 0.0
        for row in self._layout.visible():
            content = self._model.row(row)
            if not content.source.text:
                continue  # a rule, an empty cell
            if self._layout.text_origin(row, column).y() >= 0:
                place = Place(row, column, 0 if content.sentences else None)
                if self.point_of(row, column, 0).y() < self._layout.height_of_screen:
                    return place
                below = below or place
                continue
            place = self.place_at((row, column, self.nearest((row, column), QPointF(0, 0))))
            if (begins := self._begins_on_screen(place)) is not None:
                return begins
            if filling is None or (bottom < 0 and self._layout.text_bottom(row, column) > bottom):
                filling, bottom = place, self._layout.text_bottom(row, column)
        return filling or below

    def _begins_on_screen(self, place: Place) -> Place | None:
        """The first sentence of a row, from the place of its text at the upper edge on, that begins on screen."""
        if place.sentence is None:
            return None
        following = Place(place.row, place.column, place.sentence + 1)
        last = len(self._model.row(place.row).sentences) - 1
        for candidate in (place, following)[: last - place.sentence + 1]:
            if 0 <= self.point_of_sentence(candidate).y() < self._layout.height_of_screen:
                return candidate
        return None

    def href_at(self, at: tuple[int, int, int] | None) -> str:
        """The link address at a position, or ""."""
        if at is None:
            return ""
        number, column, position = at
        marks = self._marks(number, column)
        return next((mark.href for mark in reversed(marks) if mark.start <= position < mark.end), "")

    def _marks(self, number: int, column: int) -> Sequence[Mark]:
        """The marks of a cell that lead somewhere; of those at a position, the innermost is the last."""
        row = self._model.row(number)
        if not row.sentences and column == TARGET:  # no translation: perhaps an offer to try again
            return cell_text(row, column).marks
        return link_marks(row, column)

    def links_of(self, place: Place, word: Span | None = None) -> list[Link]:
        """The links at a `word` of the cell, or without any there those in the sentence, each place once."""
        row = self._model.row(place.row)
        sentence = place.sentence
        # An untranslated row has its "Try again" link where the translation would be.
        columns = self._layout.arrangement.columns
        column = place.column if sentence is not None else TARGET if TARGET in columns else columns[-1]
        text = cell_text(row, column).text
        whole = span_of(row, sentence, column) if sentence is not None else (0, len(text))
        return (self._links_in(place.row, column, word) if word else []) or self._links_in(place.row, column, whole)

    def _links_in(self, row: int, column: int, span: Span) -> list[Link]:
        text, found = cell_text(self._model.row(row), column).text, dict[str, str]()
        for href, run in groupby(leading(self._marks(row, column), span), key=itemgetter(1)):
            stretches = [stretch for stretch, _ in run]
            if href:
                found.setdefault(href, text[stretches[0][0] : stretches[-1][1]].replace(OBJECT, " ").strip())
        return [Link(words, href) for href, words in found.items()]

    def point_of(self, row: int, column: int, position: int) -> QPoint:
        """The position of a code point in the viewport."""
        point = self._layout.text_origin(row, column) + self._layout.text(row, column).point_of(position)
        return point.toPoint() + QPoint(2, 0)

    def point_of_sentence(self, place: Place, *, end: bool = False) -> QPoint:
        """The position of a sentence's first letter, or of its `end`."""
        row, sentence = self._model.row(place.row), place.sentence
        span = span_of(row, sentence, place.column) if sentence is not None else (0, 0)
        return self.point_of(place.row, place.column, span[end])
