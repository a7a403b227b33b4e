"""Hits as a model: groups by what the word has become, and in them the hits."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from reader.concordance import Hit, Origin, grouped
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import tool_tip

HIT_ROLE, PLACE_ROLE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class HitModel(QAbstractItemModel):
    """Two levels; an index of a hit has the number of its group, from 1, as its internal id, that of a group 0."""

    def __init__(self, numbers: Callable[[], Sequence[int | None]]) -> None:
        """No hits; `numbers` gives the numbers of the paragraphs of the document, by row; None for those without."""
        super().__init__()
        self._numbers_now = numbers
        self._groups: list[tuple[str, list[Hit]]] = []
        self._numbers: Sequence[int | None] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Have these."""
        self.beginResetModel()
        self._groups, self._numbers = grouped(hits), self._numbers_now()
        self.endResetModel()

    def index_of(self, hit: Hit | None) -> QModelIndex:
        """Where a hit is; the first one if it is not there."""
        places = ((group, of.index(hit)) for group, (_, of) in enumerate(self._groups) if hit in of)
        group, row = next(places, (0, 0))
        return self.index(row, 0, self.index(group, 0)) if self._groups else _ROOT

    @guarded
    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        """The index of a group, or of a hit in one."""
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @guarded
    def parent(self, index: _Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """The group of a hit."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    @guarded
    def rowCount(self, parent: _Index = _ROOT) -> int:
        """The number of groups, or of hits in one."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() else len(self._groups[parent.row()][1])

    @guarded
    def columnCount(self, parent: _Index = _ROOT) -> int:
        """One."""
        return 1

    @guarded
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Of a group its title; of a hit itself, where it is from, and both in words."""
        if not index.isValid():
            return None
        if not index.internalId():
            return self._of_group(*self._groups[index.row()], role)
        hit = self._groups[index.internalId() - 1][1][index.row()]
        if role == HIT_ROLE:
            return hit
        if role == PLACE_ROLE:
            return self._place(hit)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tool_tip(f"{hit.text}\n{hit.other}")
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return " · ".join((hit.text, hit.other, self._place(hit)))
        return None

    def _of_group(self, became: str, hits: Sequence[Hit], role: int) -> object:
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole):
            return f"{became or self.tr('No linked word')} · {QLocale().toString(len(hits))}"
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return None

    def _place(self, hit: Hit) -> str:
        if hit.origin is not Origin.TEXT:
            words = {
                Origin.EDIT: self.tr("Your edit"),
                Origin.IMPORTED: self.tr("Imported"),
                Origin.MACHINE: self.tr("Translation memory"),
            }
            return words[hit.origin]
        number = self._numbers[hit.row] if hit.row < len(self._numbers) else None
        here = self.tr("Paragraph {number}").format(number=number) if number is not None else self.tr("This document")
        return f"{here} · {self.tr('Your edit')}" if hit.edited else here
