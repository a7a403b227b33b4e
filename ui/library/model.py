"""The documents of the library as an item model."""

from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer

from reader.library import Entry
from reader.paths import is_pasted
from ui.library.shelf import Shelf
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_title
from ui.toolkit.line_breaks import tool_tip

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole
LANGUAGE_ROLE = Qt.ItemDataRole.UserRole + 1
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2
MISSING_ROLE = Qt.ItemDataRole.UserRole + 10

_GATHER_MS = 100


class LibraryModel(QAbstractListModel):
    """One row per entry. Titles, languages and lengths arrive as the documents are read."""

    def __init__(self, shelf: Shelf) -> None:
        """A model of the library on `shelf`."""
        super().__init__()
        self._shelf = shelf
        self._entries: list[Entry] = []
        self._rows: dict[Path, int] = {}
        self._touched: set[Path] = set()
        self._gather = QTimer(self)
        self._gather.setInterval(_GATHER_MS)
        self._gather.setSingleShot(True)
        self._gather.timeout.connect(self._tell)
        shelf.changed.connect(self.refresh)
        shelf.described.connect(self._touch)
        shelf.unreadable.connect(self._touch)
        shelf.presence_changed.connect(self._touch)
        self.refresh()

    @guarded
    def refresh(self) -> None:
        """Take over the library's list, and have new documents described."""
        self.beginResetModel()
        self._entries = list(self._shelf.library)
        self._rows = {entry.path: row for row, entry in enumerate(self._entries)}
        self.endResetModel()
        self._shelf.describe(self._entries)

    def row_of(self, entry: Entry) -> int:
        """The row of an entry, or -1."""
        return self._rows.get(entry.path, -1)

    def titled(self) -> list[tuple[str, Entry]]:
        """All documents with their titles, as far as known."""
        return [(self._title(entry), entry) for entry in self._entries]

    @guarded
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Number of documents."""
        return 0 if parent.isValid() else len(self._entries)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, language code, length in words, or all of it in words for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return tool_tip(self.tr("Pasted text, kept by Tospalt") if is_pasted(entry.path) else str(entry.path))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(entry)
            case _ if role == ENTRY_ROLE:
                return entry
            case _ if role == LANGUAGE_ROLE:
                return self._language(entry)
            case _ if role == DETAIL_ROLE:
                return self._detail(entry)
            case _ if role == MISSING_ROLE:
                return self._shelf.is_missing(entry)
        return None

    def _title(self, entry: Entry) -> str:
        summary = self._shelf.summary_of(entry)
        if summary is not None:
            return summary.title
        return self._shelf.name_of(entry) if is_pasted(entry.path) else entry.path.stem

    def _language(self, entry: Entry) -> str:
        summary = self._shelf.summary_of(entry)
        return entry.source or (summary.language if summary else "")

    def _detail(self, entry: Entry) -> str:
        if self._shelf.is_missing(entry):
            return self.tr("Missing")
        if self._shelf.is_unreadable(entry):
            return self.tr("Cannot be read")
        summary = self._shelf.summary_of(entry)
        if summary is None:
            self._shelf.hurry(entry)
            return ""
        return self.tr("%Ln word(s)", "", summary.words)

    def _spoken(self, entry: Entry) -> str:
        language = self._language(entry)
        parts = [self._title(entry), language_title(language) if language else "", self._detail(entry)]
        return ", ".join(part for part in parts if part)

    @guarded
    def _touch(self, entry: Entry) -> None:
        """Note a changed row; the views are notified of many at once."""
        self._touched.add(entry.path)
        if not self._gather.isActive():
            self._gather.start()

    @guarded
    def _tell(self) -> None:
        rows = [self._rows[path] for path in self._touched if path in self._rows]
        self._touched.clear()
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))
