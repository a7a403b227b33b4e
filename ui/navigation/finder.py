"""Search in the open text: the query, the hits, and the current one."""

import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText
from reader.search import SOURCE, TARGET, Cell, HitCounts, Pattern, Query, RowHits, TextIndex, find
from reader.text import Span
from ui.toolkit.guard import guarded

# The length of a slice of the search between the window's events, in seconds.
_SLICE_S = 0.006
# More hits than this are not numbered.
MANY = 999
# Rows above and below the screen whose hits are drawn too, so that they are marked when scrolled into view.
_MARGIN = 30

Position = tuple[int, int, int]  # row, column, code point


class Place(Protocol):
    """A sentence that the caret may be on."""

    @property
    def row(self) -> int:
        """The index of the paragraph."""

    @property
    def column(self) -> int:
        """The number of its column."""


class Text(Protocol):
    """The view of the text, as far as searching needs it."""

    def set_found(self, found: Mapping[Cell, Sequence[Span]], current: tuple[int, int, Span] | None) -> None:
        """Draw hits, spans (code points) by row and column, and the current one."""

    def reveal(self, row: int, column: int, span: Span) -> None:
        """Bring a hit into view and put the caret on its sentence."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The state of the search.

    Attributes:
        number: of the current hit, from 1; 0 if none is current or there are more than `MANY`.
        total: hits found so far; above `MANY`, further ones may not be counted.
        complete: whether the whole text has been searched.
        wrapped: 1 if the last step continued from the beginning, -1 if from the end, else 0.
    """

    number: int = 0
    total: int = 0
    complete: bool = True
    wrapped: int = 0


class Finder(QObject):
    """Searches the text in slices between the window's events and steps from hit to hit.

    The search begins at the user's position and wraps around. Only the hits near the screen are passed to the view, so
    that a letter that is everywhere costs no more than a rare word.
    """

    tallied = Signal(object)  # Tally
    leaving = Signal()  # the first hit is about to be shown since the user was elsewhere

    def __init__(self, view: Text, parent: QObject | None = None) -> None:
        """A finder without a text; it draws in `view`."""
        super().__init__(parent)
        self._view = view
        self._text: ParallelText | None = None
        self._index = TextIndex([])
        self._query, self._pattern = Query(""), Pattern(Query(""))
        self._visible = range(0)
        self._columns: tuple[int, ...] = (SOURCE, TARGET)  # in the order in which they are shown
        # The next hit follows `_from`, the first hit of another query follows `_anchor`: while the user types, each
        # search begins where the first one did.
        self._from: Position = (0, 0, -1)
        self._anchor = self._from
        self._revealing = False
        self._away = False  # whether what is on screen is a hit, and not where the user was
        self._restart()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def query(self) -> Query:
        """The current query; empty if there is none."""
        return self._query

    @property
    def tally(self) -> Tally:
        """The state of the search."""
        return Tally(self._number(), self._counts.total, self._remaining is None, self._wrapped)

    def _number(self) -> int:
        if self._current is None or self._counts.total > MANY:
            return 0
        row, column, span = self._current
        earlier = sum(each < span for each in self._spans((row, column)))
        return self._counts.before((row, column)) + earlier + 1

    # Events

    def set_text(self, text: ParallelText | None) -> None:
        """Search another text for the same query."""
        self._text = text
        self._index = TextIndex(text.rows if text is not None else [])
        self._from = self._anchor = (0, 0, -1)
        self._visible = range(0)
        self._begin(self._query, step=0)

    @guarded
    def rows_changed(self, rows: Sequence[int]) -> None:
        """Search these rows again, whose translations have changed; the current hit stays current."""
        if self._query:
            self._changed.extend(rows)
            self._timer.start()

    def set_visible(self, rows: range) -> None:
        """Set the rows on screen."""
        self._visible = rows
        self._draw()

    @guarded
    def caret_moved(self, place: Place) -> None:
        """The user has moved the caret: the next hit is looked for from there."""
        if self._revealing:
            return
        self._away = False
        if self._current is None or (place.row, place.column) != self._current[:2]:
            self._from = self._anchor = (place.row, place.column, -1)

    # Searching

    def start_here(self) -> None:
        """Begin the next search on the screen, if the caret is not there; it is where the user is."""
        self._away = False
        if self._visible and self._anchor[0] not in self._visible:
            self._anchor = (self._visible.start, self._columns[0], -1)

    @guarded
    def search(self, query: Query) -> None:
        """Search for something else; the first hit from the user's position becomes the current one."""
        self._from = self._anchor
        self._begin(query, step=1)

    @guarded
    def step(self, step: int) -> None:
        """Go to the next hit (1) or the previous one (-1), wrapping around the end of the text."""
        if not self._query:
            return
        self._wanted, self._settles = step, True
        self._take_step()
        self._report()

    def clear(self) -> None:
        """End the search and release its memory."""
        self._begin(Query(""), step=0)
        self._index = TextIndex(self._text.rows if self._text is not None else [])

    def _restart(self) -> None:
        self._counts = HitCounts(self._columns)
        self._current: tuple[int, int, Span] | None = None
        self._changed: list[int] = []
        self._remaining: Iterator[RowHits] | None = None
        self._rows: Iterator[int] = iter(())
        self._first_row = 0
        self._wanted = self._wrapped = 0
        self._settles = self._uncounted = False
        self._drawn: tuple[dict[Cell, tuple[Span, ...]], object] | None = None

    def _begin(self, query: Query, step: int) -> None:
        self._restart()
        self._query, self._pattern = query, Pattern(query)
        self._timer.stop()
        if query and len(self._index):
            self._wanted = step
            self._first_row = min(self._from[0], len(self._index) - 1)
            self._rows = chain(range(self._first_row, len(self._index)), range(self._first_row))
            self._remaining = find(self._index, query, self._rows)
            self._timer.start()
            self._draw()
            self._go_on()
        else:
            self._draw()
            self._report()

    @guarded
    def _go_on(self) -> None:
        """Run one slice of the search."""
        end = time.perf_counter() + _SLICE_S
        changed = bool(self._changed)
        while self._changed and time.perf_counter() < end:
            self._search_again(self._changed.pop())
        while self._remaining is not None and time.perf_counter() < end:
            result = next(self._remaining, None)
            if result is None:
                self._remaining = None
            else:
                self._put(result)
                self._count_no_more()
        if self._remaining is None and not self._changed:
            self._timer.stop()
        self._take_step()
        if changed:
            self._draw()
        self._report()

    def _count_no_more(self) -> None:
        """With this many hits, only find which cells have any: a letter may occur five million times."""
        if self._counts.total > MANY and not self._uncounted:
            self._uncounted = True
            self._remaining = find(self._index, self._query, self._rows, most=1)

    def _search_again(self, row: int) -> None:
        for result in find(self._index, self._query, [row]):
            self._put(result)
        if self._current is not None and self._current[0] == row:
            _, column, span = self._current
            if span not in self._spans((row, column)):
                self._current = None
        if self._uncounted and self._counts.total <= MANY:
            current = self._current
            self._begin(self._query, step=0)
            self._current = current

    def _put(self, result: RowHits) -> None:
        for column, spans in zip(self._query.columns, result.spans, strict=True):
            self._counts.put((result.row, column), len(spans))

    def set_columns(self, shown: Sequence[int], query: Query) -> None:
        """Other columns are shown, in this order: search for the same in those of `query`.

        The current hit stays; if its column is gone, the next one is gone to.
        """
        if (tuple(shown), query) == (self._columns, self._query) or not shown:
            return
        self._columns = tuple(shown)
        if not self._query:
            return
        current = self._current
        gone = current is not None and current[1] not in query.columns
        if gone:
            self._from = self._anchor
        self._begin(query, step=int(gone))
        if current is not None and not gone:
            self._current = current
            self._draw()
            self._report()

    # Stepping

    def _take_step(self) -> None:
        """Go to the wanted hit if it is known already; otherwise after more has been searched."""
        if not self._wanted:
            return
        hit = self._adjacent_hit(self._from, self._wanted) if self._is_searched(self._wanted) else None
        wrapped = 0
        if hit is None and self._remaining is None:
            wrapped = self._wanted
            hit = self._adjacent_hit((-1, 0, 0) if wrapped > 0 else (len(self._index), 0, 0), wrapped)
        if hit is not None:
            self._wrapped = wrapped
            self._go_to(hit)
        if hit is not None or self._remaining is None:
            self._wanted = 0

    def _is_searched(self, step: int) -> bool:
        """Whether all rows up to the next hit have been searched: the search goes down from its first row."""
        return self._remaining is None or (step > 0 and self._from[0] >= self._first_row)

    def _adjacent_hit(self, position: Position, step: int) -> tuple[int, int, Span] | None:
        """The next or previous hit from a position; None if there is none without wrapping around."""
        row, column, at = position
        cell: Cell | None = (row, column)
        if 0 <= row < len(self._index):
            spans = self._spans((row, column))
            here = [span for span in spans if (span[0] > at if step > 0 else span[0] < at)]
            if here:
                return row, column, here[0 if step > 0 else -1]
        cell = self._counts.next((row, column)) if step > 0 else self._counts.previous((row, column))
        return (*cell, self._spans(cell)[0 if step > 0 else -1]) if cell is not None else None

    def _go_to(self, hit: tuple[int, int, Span]) -> None:
        row, column, span = self._current = hit
        self._from = (row, column, span[0])
        if self._settles:
            self._anchor = (row, column, span[0] - 1)
        if not self._away:
            self.leaving.emit()
        self._away = self._revealing = True
        try:
            self._view.reveal(row, column, span)
        finally:
            self._revealing = False
        self._draw()

    # Drawing

    def _spans(self, cell: Cell) -> tuple[Span, ...]:
        return self._index.hits(*cell, self._pattern) if cell[1] in self._query.columns else ()

    def _draw(self) -> None:
        rows = range(max(self._visible.start - _MARGIN, 0), min(self._visible.stop + _MARGIN, len(self._index)))
        cells = ((row, column) for row in rows for column in self._query.columns) if self._query else ()
        found = {cell: spans for cell in cells if (spans := self._spans(cell))}
        if (found, self._current) != self._drawn:
            self._drawn = found, self._current
            self._view.set_found(found, self._current)

    def _report(self) -> None:
        self.tallied.emit(self.tally)
