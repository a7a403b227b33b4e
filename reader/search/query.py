"""Finding words in a parallel text, whatever keyboard they are typed on.

The search is asymmetric (Unicode Technical Standard 10, section 8.2): a plain letter in the query stands for
itself with any diacritic, so "ae", "o" and "a" find "æ", "ø" and "å" as well; a letter typed with its diacritic
finds only itself, so "får" does not find "far". Case is ignored unless asked for. Invisible characters, such as
soft hyphens, are ignored in text and query; a hit never begins or ends inside a letter.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

from reader.late_dataclasses import dataclass
from reader.parallel import Column, Row, State
from reader.search.folding import Edit, Folded, fold, letters
from reader.text import Span, WordEdges

SOURCE, TARGET = int(Column.ORIGINAL), int(Column.TRANSLATION)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for, and where.

    Attributes:
        text: the text to find.
        match_case: whether case matters.
        whole_words: whether a hit may not begin or end inside a word. Signs around a number do not count: "50" is
            found in "50 %", and not in "50,5".
        columns: numbers of columns (see `reader.parallel.Column`), in the order in which hits are counted.
    """

    text: str
    match_case: bool = False
    whole_words: bool = False
    columns: tuple[int, ...] = (SOURCE, TARGET)

    def __bool__(self) -> bool:
        """Whether there is something to look for."""
        return bool(fold(self.text).text.strip())


@dataclass(frozen=True, slots=True)
class RowHits:
    """What was found in a row: for each column of the query spans (code points), ascending, never overlapping."""

    row: int
    spans: tuple[tuple[Span, ...], ...]


class Pattern:
    """A query prepared for searching many texts."""

    def __init__(self, query: Query) -> None:
        """Fold the query."""
        self._query = query
        self._needle = fold(query.text).text if query else ""
        self._plain = _plain(query.text)
        self._marked = {at: exact for at, exact, plain in self._exact_letters(query.text) if exact != plain}

    def spans(self, text: Folded) -> Iterator[Span]:
        """The hits in a text as spans (code points) of its source, ascending; they never overlap."""
        needle, begin, edges = self._needle, 0, WordEdges(text.source) if self._query.whole_words else None
        if not needle:
            return
        while (found := text.text.find(needle, begin)) >= 0:
            begin, end = found + 1, found + len(needle)
            start, stop = text.start(found), text.end(end)
            if start is None or stop is None or (edges and not (edges.at(start) and edges.at(stop))):
                continue
            if self._agrees(text.source[start:stop]):
                yield start, stop
                begin = end

    def _agrees(self, source: str) -> bool:
        if self._query.match_case and _plain(source) != self._plain:
            return False
        if not self._marked:
            return True
        there = {at: exact for at, exact, _ in self._exact_letters(source)}
        return all(there.get(at) == exact for at, exact in self._marked.items())

    def _exact_letters(self, text: str) -> Iterator[tuple[int, str, str]]:
        """For each letter its position in the folded text, and the letter with and without diacritics."""
        at = 0
        for letter in letters(text):
            if letter.folded:
                exact, plain = letter.exact, letter.plain
                yield (at, exact, plain) if self._query.match_case else (at, exact.casefold(), plain.casefold())
            at += len(letter.folded)


class TextIndex:
    """The folded cells of a parallel text, computed on first use and again when they change."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """An index of `rows`, which may be replaced one by one while it is in use."""
        self._rows = rows
        # The fields of a `Folded`, by column and row: plain tuples of texts and numbers do not
        # burden the garbage collector, which would stop the window for a third of a second over 200,000 objects.
        self._parts: defaultdict[int, dict[int, tuple[str, str, tuple[Edit, ...]]]] = defaultdict(dict)

    def __len__(self) -> int:
        """Number of rows."""
        return len(self._rows)

    def hits(self, row: int, column: int, pattern: Pattern, most: int | None = None) -> tuple[Span, ...]:
        """The hits in one cell as spans (code points) of its text, ascending; at most the first `most`."""
        return tuple(islice(pattern.spans(self._cell(row, column)), most))

    def _cell(self, row: int, column: int) -> Folded:
        text, parts = _text(self._rows[row], column), self._parts[column]
        known = parts.get(row)
        if known is not None and known[0] is text:
            return Folded(*known)
        folded = fold(text)
        parts[row] = folded.source, folded.text, folded.edits
        return folded


def find(
    index: TextIndex,
    query: Query,
    rows: Iterable[int] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    most: int | None = None,
) -> Iterator[RowHits]:
    """Search row by row; yields a result for every row, also without hits, so that the caller can pause in between.

    Args:
        index: the text to search.
        query: an empty one yields nothing.
        rows: indices of the rows, in the order to search them; None for all from the first.
        cancelled: called before each row; True ends the search.
        most: the most hits to find in a cell; 1 if it only matters which cells have any.
    """
    if not query:
        return
    pattern = Pattern(query)
    for row in range(len(index)) if rows is None else rows:
        if cancelled():
            return
        yield RowHits(row, tuple([index.hits(row, column, pattern, most) for column in query.columns]))


def _text(row: Row, column: int) -> str:
    """The text of a cell; "" for a translation, or another text, that is missing."""
    if column == SOURCE:
        return row.source.text
    if column == TARGET:
        return row.target if row.state in (State.DONE, State.SAME) else ""
    version = row.version(column)
    return version.text if version is not None else ""


def _plain(text: str) -> str:
    return "".join(letter.plain for letter in letters(text))
