"""The sentences of the open text that are to be checked or were, kept up as the text changes."""

from array import array
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import partial
from itertools import takewhile

from PySide6.QtCore import QObject, Signal

from reader.parallel import ParallelText, Row, may_have
from ui.compare.invented_words import InventedWords
from ui.compare.known import Found, Known
from ui.compare.spots import Spot, Spots
from ui.editing.judgement_turns import JudgedPair, pairs_in
from ui.editing.judging import Judging
from ui.session.doubts import Doubts
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.portions import Portions, portions_of

# Rows that are looked at in about a millisecond.
_AT_ONCE = 100
# With more sentences that are judged otherwise, all rows are looked at.
_MOST_WANTED = 20


class Sort(StrEnum):
    """Which sentences are listed."""

    ALL = "all"
    TO_CHECK = "to_check"
    WARNED = "warned"
    DOUBTFUL = "doubtful"
    EDITED = "edited"
    CHECKED = "checked"


def _belongs(found: int, sort: Sort) -> bool:
    accepted, looks_wrong = bool(found & Found.ACCEPTED), bool(found & (Found.WARNED | Found.DOUBTFUL))
    match sort:
        case Sort.ALL:
            return bool(found) and not accepted
        case Sort.TO_CHECK:
            return looks_wrong and not accepted
        case Sort.WARNED:
            return bool(found & Found.WARNED) and not accepted
        case Sort.DOUBTFUL:
            return bool(found & Found.DOUBTFUL) and not accepted
        case Sort.EDITED:
            return bool(found & Found.EDITED)
        case Sort.CHECKED:
            return accepted or (bool(found & Found.EDITED) and not looks_wrong)


# By what was found about a sentence: whether it belongs to a sort.
_BELONGS = {sort: [_belongs(found, sort) for found in range(2 * Found.ACCEPTED)] for sort in Sort}


class Sentences(QObject):
    """Sorts the sentences of the open text by what is known about them, in the order of the text.

    They are looked at a portion of rows at a time when a text opens, and then as rows change.
    """

    leaving = Signal()  # the open text is being left; its sentences are still there
    reset = Signal()  # another text is open, or none: there are no sentences yet
    quieted = Signal(list)  # rows that show something else now: warnings were dismissed, or sentences accepted
    changed = Signal(list)  # rows, of which other sentences are listed, or other things are known
    places = Signal(
        object, int
    )  # a frozenset of JudgedPairs that were judged otherwise, and in how many places they stand

    def __init__(self, document: OpenDocument, judging: Judging, doubts: Doubts, words: InventedWords) -> None:
        """Sort the sentences of what is open in `document`.

        What the user thinks of them `judging` knows, which are doubtful `doubts`, and `words` which are invented.
        """
        super().__init__()
        self._document, self.known = document, Known(document, judging, doubts, words)
        self._portions = Portions(self)
        self._looking = 0  # how many texts have been looked at: work for an earlier one ends
        self._clear()
        document.opened.connect(self._on_opened)
        document.closing.connect(self._on_closing)
        document.rows_changed.connect(self.look_at)
        judging.found.connect(self.look_at)
        doubts.found.connect(self.look_at)
        doubts.changed.connect(self.look_again)
        words.found.connect(self.look_at)
        words.changed.connect(self.look_again)
        judging.changed.connect(self._on_judged)

    def _clear(self) -> None:
        self._sorts = {sort: Spots() for sort in Sort}
        self._counts, self._total = array("l"), 0  # of the sentences in each row, and in all
        self._quieted: dict[int, tuple[Row, Row]] = {}  # rows as they are shown, where that differs
        self._found: dict[int, bytes] = {}  # what was found in rows, of which something was
        self._louder: list[int] = []  # rows that are shown otherwise than before
        self._looked = True  # whether all rows have been looked at
        self._told = True  # whether everything was told to have been found
        self._looking += 1

    def shown_row(self, number: int, row: Row) -> Row:
        """A row of the text as it is shown: without the warnings that were dismissed, and with what was accepted."""
        kept = self._quieted.get(number)
        if kept is None:
            return row
        if kept[0] is not row:  # it has other links now
            kept = self._quieted[number] = row, self.known.quieted(row)
        return kept[1]

    # What is listed

    def of(self, sort: Sort) -> Spots:
        """The sentences of a sort; not to be changed."""
        return self._sorts[sort]

    @property
    def complete(self) -> bool:
        """Whether everything has been found: all rows are translated, as far as they can be, and were looked at."""
        tally = self._document.tally
        return self.known.text is None or (self._looked and (tally is None or not tally.pending))

    @property
    def counted(self) -> bool:
        """Whether all rows of the open text have been looked at."""
        return self._looked and self.known.text is not None and self.known.text is self._document.text

    @property
    def total(self) -> int:
        """How many sentences can be checked."""
        return self._total

    @property
    def checked(self) -> int:
        """How many of them have been: those accepted, or edited so that nothing looks wrong."""
        return len(self._sorts[Sort.CHECKED])

    def row_of(self, spot: Spot) -> Row | None:
        """The row of a sentence; None if there is no such sentence any more."""
        text, (number, sentence) = self.known.text, spot
        row = text.rows[number] if text is not None and number < len(text.rows) else None
        return row if row is not None and sentence < len(row.sentences) else None

    def found_at(self, spot: Spot) -> int:
        """What was found about a sentence, a `Found`; 0 if there is no such sentence."""
        found = self._found.get(spot[0], b"")
        return found[spot[1]] if spot[1] < len(found) else 0

    # Looking

    @guarded
    def _on_opened(self, text: ParallelText) -> None:
        self._clear()
        self.known.text = text
        self._counts = array("l", bytes(array("l").itemsize * len(text.rows)))
        self.reset.emit()
        self.look_again()

    @guarded
    def _on_closing(self) -> None:
        self.leaving.emit()
        self._clear()
        self.known.text = None
        self.reset.emit()

    @guarded
    def look_again(self) -> None:
        """Look at all sentences, as something else is known about them."""
        text = self.known.text
        if text is None:
            return
        self._looking += 1
        looking, self._looked = self._looking, False
        rows = takewhile(lambda _: looking == self._looking, range(len(text.rows)))
        self._portions.begin(portions_of(rows, _AT_ONCE, self._look), lambda: self._end(looking))

    @guarded
    def _on_judged(self, pairs: frozenset[JudgedPair]) -> None:
        """Look at the rows with sentences of which the user thinks otherwise now."""
        text = self.known.text
        if text is None or not pairs:
            return
        if len(pairs) > _MOST_WANTED:
            self.look_again()
            return
        places = [0]
        rows = takewhile(lambda _: text is self.known.text, range(len(text.rows)))
        concerned = partial(self._look_for, text, pairs, places)
        self._portions.begin(portions_of(rows, _AT_ONCE, concerned), lambda: self.places.emit(pairs, places[0]))

    def _look_for(
        self, text: ParallelText, pairs: frozenset[JudgedPair], places: list[int], rows: Iterable[int]
    ) -> None:
        """Look at those of the rows with the sentences of pairs, and count in how many `places` these stand."""
        sources = ((row, text.rows[row].source) for row in rows)
        found = [row for row, source in sources if any(may_have(source, pair.sentence) for pair in pairs)]
        places[0] += sum(pair in pairs for row in found for pair in pairs_in(text, text.rows[row]))
        self._look(found)

    def _end(self, looking: int) -> None:
        if looking == self._looking:
            self._looked, self._told = True, self.complete
            self.changed.emit([])

    @guarded
    def look_at(self, rows: Sequence[int]) -> None:
        """Look at these rows, which have changed."""
        if self.known.text is self._document.text is not None:
            self._look(sorted(set(rows)))

    def _look(self, rows: Iterable[int]) -> None:
        self._louder.clear()
        changed = [row for row in rows if self._sort(row)]
        if self._louder:
            self.quieted.emit(list(self._louder))
        if changed or self._told != self.complete:  # also when nothing is to be said of the last row
            self._told = self.complete
            self.changed.emit(changed)

    def _sort(self, number: int) -> bool:
        """Sort the sentences of a row; returns whether there is, or was, anything to say of them."""
        text = self.known.text
        if text is None or number >= len(text.rows):
            return False
        row = text.rows[number]
        count, (found, quiet) = self.known.count_in(row), self.known.look_at(row)
        told = count != self._counts[number]
        self._total += count - self._counts[number]
        self._counts[number] = count
        self._quiet(number, row, quiet)
        before = self._found.pop(number, b"")
        if found:
            self._found[number] = found
        if found != before:
            for sort, spots in self._sorts.items():
                belongs = _BELONGS[sort]
                spots.set_row(number, [sentence for sentence, each in enumerate(found) if belongs[each]])
        return told or bool(found or before)

    def _quiet(self, number: int, row: Row, quiet: Row) -> None:
        """Note how a row is shown, and tell if that is otherwise than before."""
        before = self._quieted.pop(number, None)
        if quiet is not row:
            self._quieted[number] = row, quiet
        if (before[1] if before is not None and before[0] is row else row) != quiet:
            self._louder.append(number)
