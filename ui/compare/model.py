"""The list of sentences as an item model, one row for each."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader.text import OBJECT
from ui.compare.known import Found
from ui.compare.sentences import Sentences, Sort
from ui.compare.spots import Spot, Spots, runs
from ui.compare.words import told_of
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import isolated, tool_tip
from ui.toolkit.one_line import LONGEST, one_line

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
# With more changes at once the list is made anew, which takes less time.
_MOST = 200
# As in the margin of the text; a checked sentence has a sign of its own.
_SIGNS = {Found.WARNED: "!", Found.DOUBTFUL: "?", Found.EDITED: "✓", Found.ACCEPTED: "☑"}


class SentenceModel(QAbstractTableModel):
    """Lists the sentences of one sort, in the order of the text."""

    def __init__(self, sentences: Sentences, sort: Sort) -> None:
        """List those of `sentences` that are of a `sort`."""
        super().__init__()
        self._sentences, self._spots = sentences, Spots()
        self.listed = sort
        sentences.reset.connect(self._fill)
        sentences.changed.connect(self._follow)
        self._fill()

    def set_listed(self, sort: Sort) -> None:
        """List the sentences of another sort."""
        self.listed = sort
        self._fill()

    def spot(self, index: Index) -> Spot:
        """The sentence of a valid index."""
        return self._spots[index.row()]

    def index_of(self, spot: Spot | None) -> QModelIndex:
        """The index of a sentence; an invalid one if it is not listed."""
        number = self._spots.number_of(spot) if spot is not None else None
        return self.index(number, 0) if number is not None else QModelIndex()

    def index_near(self, spot: Spot) -> QModelIndex:
        """The index of a sentence, or else of the one listed after it, or else of the last; invalid if none is."""
        return self.index(min(self._spots.place_for(spot), len(self._spots) - 1), 0)

    # Following the sentences

    @guarded
    def _fill(self) -> None:
        self.beginResetModel()
        self._spots = self._sentences.of(self.listed).copy()
        self.endResetModel()

    @guarded
    def _follow(self, rows: Sequence[int]) -> None:
        """Other sentences of these rows, in ascending order, are listed, or other things are to be said of them."""
        listed = self._sentences.of(self.listed)
        wanted = {row: listed.of_row(row) for row in rows}
        shown = {row: self._spots.of_row(row) for row in rows}
        gone = [(row, each) for row in rows for each in _without(shown[row], wanted[row])]
        new = [(row, each) for row in rows for each in _without(wanted[row], shown[row])]
        if len(gone) + len(new) > _MOST:
            self._fill()
            return
        self._take_out(gone)
        self._add(new)
        self._tell([(row, each) for row in rows for each in wanted[row]])

    def _take_out(self, gone: Sequence[Spot]) -> None:
        places = [place for spot in gone if (place := self._spots.number_of(spot)) is not None]
        for first, last in reversed(list(runs(places))):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._spots.remove(first, last)
            self.endRemoveRows()

    def _add(self, new: Sequence[Spot]) -> None:
        groups = [(place, list(spots)) for place, spots in groupby(new, self._spots.place_for)]
        for place, spots in reversed(groups):
            self.beginInsertRows(QModelIndex(), place, place + len(spots) - 1)
            self._spots.insert(place, spots)
            self.endInsertRows()

    def _tell(self, spots: Sequence[Spot]) -> None:
        places = [place for spot in spots if (place := self._spots.number_of(spot)) is not None]
        for first, last in runs(places):
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))

    # The model

    @guarded
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """The number of sentences."""
        return 0 if parent.isValid() else len(self._spots)

    @guarded
    def columnCount(self, parent: Index = QModelIndex()) -> int:
        """One."""
        return 0 if parent.isValid() else 1

    @guarded
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """The signs of a sentence and its translation on one line; as tool tip, what there is to say of it."""
        if not index.isValid() or role not in (_Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole):
            return None
        spot = self.spot(index)
        words = self._words(spot)
        if role == _Role.DisplayRole:
            return f"{signs_of(self._sentences.found_at(spot))}  {isolated(words)}"
        told = told_of(self._sentences, spot)
        if role == _Role.ToolTipRole:
            return tool_tip("\n".join((*told, words)))
        return f"{' '.join(told)} {words}"

    def _words(self, spot: Spot) -> str:
        """The translation of a sentence, on one line; the original where it was left out."""
        shown = self._sentences.row_of(spot)
        if shown is None:
            return ""
        pair = shown.sentences[spot[1]]
        for whole, (start, end) in ((shown.target, pair.target), (shown.source.text, pair.source)):
            if words := one_line(whole[start : min(end, start + 2 * LONGEST)].replace(OBJECT, "")):
                return words
        return ""


def _without(some: Sequence[int], others: Sequence[int]) -> list[int]:
    """Those that are not among the others: a row may have tens of thousands."""
    out = set(others)
    return [each for each in some if each not in out]


def signs_of(found: int) -> str:
    """The signs of what was found about a sentence; of one that is accepted nothing else is to be seen."""
    found = found & Found.ACCEPTED or found
    return "".join(dict.fromkeys(sign for each, sign in _SIGNS.items() if found & each))
