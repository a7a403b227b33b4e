"""The documents of the library as an item model."""

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QPersistentModelIndex, Qt

from reader.library import Entry
from ui.guard import guarded
from ui.i18n import language_title
from ui.library.shelf import Shelf, Summary

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole
LANGUAGE_ROLE = Qt.ItemDataRole.UserRole + 1
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2


class LibraryModel(QAbstractListModel):
    """One row an entry. Titles, languages and lengths come in as the documents are read."""

    def __init__(self, shelf: Shelf) -> None:
        """A model of the library on `shelf`."""
        super().__init__()
        self._shelf = shelf
        self._entries: list[Entry] = []
        self._summaries: dict[str, Summary] = {}
        self._problems: dict[str, str] = {}
        shelf.changed.connect(self.refresh)
        shelf.described.connect(self._on_described)
        shelf.unreadable.connect(self._on_unreadable)
        self.refresh()

    @guarded
    def refresh(self) -> None:
        """Take over the library's list, and have documents that are new to it described."""
        self.beginResetModel()
        self._entries = list(self._shelf.library)
        self.endResetModel()
        for entry in self._entries:
            if str(entry.path) not in self._summaries:
                self._shelf.describe(entry)

    def row_of(self, entry: Entry) -> int:
        """The row of an entry, or -1."""
        paths = [known.path for known in self._entries]
        return paths.index(entry.path) if entry.path in paths else -1

    def titled(self) -> list[tuple[str, Entry]]:
        """All documents with their titles, as far as those are known."""
        return [(self._title(entry), entry) for entry in self._entries]

    @guarded
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        """Number of documents."""
        return 0 if parent.isValid() else len(self._entries)

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Title, language code, length in words, and the whole of it in words for a screen reader."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(entry)
            case Qt.ItemDataRole.ToolTipRole:
                return str(entry.path)
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(entry)
            case _ if role == ENTRY_ROLE:
                return entry
            case _ if role == LANGUAGE_ROLE:
                return self._language(entry)
            case _ if role == DETAIL_ROLE:
                return self._detail(entry)
        return None

    def _summary(self, entry: Entry) -> Summary | None:
        return self._summaries.get(str(entry.path))

    def _title(self, entry: Entry) -> str:
        summary = self._summary(entry)
        return summary.title if summary else entry.path.stem

    def _language(self, entry: Entry) -> str:
        summary = self._summary(entry)
        return entry.source or (summary.language if summary else "")

    def _detail(self, entry: Entry) -> str:
        problem = self._problems.get(str(entry.path))
        if problem:
            return self.tr("Cannot be read")
        summary = self._summary(entry)
        if summary is None:
            return ""
        if summary.words == 1:
            return self.tr("1 word")
        return self.tr("{count} words").format(count=QLocale().toString(summary.words))

    def _spoken(self, entry: Entry) -> str:
        language = self._language(entry)
        parts = [self._title(entry), language_title(language) if language else "", self._detail(entry)]
        return ", ".join(part for part in parts if part)

    @guarded
    def _on_described(self, entry: Entry, summary: Summary) -> None:
        self._summaries[str(entry.path)] = summary
        self._problems.pop(str(entry.path), None)
        self._touch(entry)

    @guarded
    def _on_unreadable(self, entry: Entry, problem: str) -> None:
        self._problems[str(entry.path)] = problem
        self._touch(entry)

    def _touch(self, entry: Entry) -> None:
        row = self.row_of(entry)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))
