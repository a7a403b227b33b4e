"""The documents of the library as an item model: sorted, and those that a filter leaves."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QLocale, QModelIndex, QPersistentModelIndex, QStringListModel, Qt, QTimer, Signal

from reader.library import Entry
from reader.paths import is_pasted
from ui.library.catalogue import Catalogue, Item, words_of
from ui.library.shelf import Shelf
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_title
from ui.toolkit.line_breaks import tool_tip
from ui.toolkit.one_line import one_line

Index = QModelIndex | QPersistentModelIndex

ENTRY_ROLE = Qt.ItemDataRole.UserRole
LANGUAGE_ROLE = Qt.ItemDataRole.UserRole + 1
DETAIL_ROLE = Qt.ItemDataRole.UserRole + 2
DISTINCTION_ROLE = Qt.ItemDataRole.UserRole + 3  # what tells documents of the same title apart
TRANSLATED_ROLE = Qt.ItemDataRole.UserRole + 4  # in words, how much is translated; "" for nothing
EXAMPLE_ROLE = Qt.ItemDataRole.UserRole + 5  # in a word, that it came with the program, or ""
OPEN_ROLE = Qt.ItemDataRole.UserRole + 6  # whether it is the open document
MISSING_ROLE = Qt.ItemDataRole.UserRole + 10

_GATHER_MS = 100
# Seconds that the window sorts and searches at a time, which leaves it enough of a frame to draw what was found.
_AT_ONCE_S = 0.005
# More stretches of rows than these are not inserted or removed one by one: the view lays out all rows after each.
_MOST_STRETCHES = 4
# New documents that are handed over to be described at a time.
_DESCRIBED_AT_ONCE = 128
_DONE = "✓"


class LibraryModel(QStringListModel):
    """One row per entry. Titles, languages and lengths arrive as the documents are read.

    Only the number of rows is in Qt's own model: a view asks for it at each of thousands of rows when it lays them out,
    which takes forty times as long in Python.

    Attributes:
        held: the item whose row a view edits; while it is listed it keeps its row's index, whatever else changes.
    """

    arranged = Signal()  # which documents are listed may have changed, or their order
    about_to_arrange = Signal()  # before that

    def __init__(self, shelf: Shelf, order: str = "added") -> None:
        """A model of the library on `shelf`, sorted by `order`, one of those that can be set."""
        super().__init__()
        self._shelf, self._order = shelf, order
        self._catalogue = Catalogue(shelf)
        shelf.distinguish_by(self._catalogue.distinction_of)
        self._shown: list[Item] = []
        self._rows: dict[Item, int] = {}
        self._next: list[Item] = []  # what is listed once Qt has as many rows
        for changed in (self.modelReset, self.rowsInserted, self.rowsRemoved):
            changed.connect(self._take_next)  # before any view does
        self.held: Item | None = None
        self._query = ""
        self._open: Path | None = None
        self._work: Iterator[list[Item] | None] = iter(())
        self._touched: set[Item] = set()
        self._outdated = False  # the library's list is to be taken over
        self._new: list[Item] = []  # those to be described, if they are not known
        self._changed: list[Item] = []  # those to be redrawn
        self._roles = self._make_roles()
        self._gather, self._go_on = self._timer(_GATHER_MS, self._tell), self._timer(0, self._arrange_on)
        shelf.changed.connect(self.refresh)
        shelf.altered.connect(self._alter)
        shelf.moved.connect(self._follow)
        shelf.described.connect(self._touch)
        shelf.unreadable.connect(self._touch)
        shelf.presence_changed.connect(self._touch)
        self.refresh()
        self._finish()  # there is no window yet

    def _make_roles(self) -> dict[int, Callable[[Item], object]]:
        """What is shown of a document, by role."""
        return {
            Qt.ItemDataRole.DisplayRole: self._catalogue.title,
            Qt.ItemDataRole.EditRole: self._catalogue.title,
            Qt.ItemDataRole.ToolTipRole: lambda item: tool_tip(self._tip(item.entry)),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            ENTRY_ROLE: lambda item: item.entry,
            LANGUAGE_ROLE: self._catalogue.language,
            DETAIL_ROLE: lambda item: self._detail(item.entry),
            DISTINCTION_ROLE: self._catalogue.distinction,
            TRANSLATED_ROLE: lambda item: self._translated(item.entry, _DONE),
            MISSING_ROLE: lambda item: self._shelf.is_missing(item.entry),
            EXAMPLE_ROLE: lambda item: self.tr("example") if item.entry.bundled else "",
            OPEN_ROLE: lambda item: self.is_open(item.entry),
        }

    def _timer(self, milliseconds: int, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(True)
        timer.timeout.connect(guarded(act))
        return timer

    # What is listed

    @guarded
    def refresh(self) -> None:
        """Take over the library's list, and have new documents described."""
        self._outdated = True
        self.arrange()

    @guarded
    def sort_by(self, order: str) -> None:
        """Sort by one of the orders that can be set."""
        self._order = order
        self.arrange()

    @property
    def order(self) -> str:
        """What the list is sorted by."""
        return self._order

    @property
    def query(self) -> str:
        """What the list is filtered by, on one line, or ""."""
        return self._query

    @property
    def complete(self) -> bool:
        """Whether the titles of all documents are known."""
        return not self._shelf.describing

    @property
    def total(self) -> int:
        """Number of documents in the library."""
        return len(self._catalogue.items)

    @guarded
    def filter_by(self, query: str) -> None:
        """List only documents with all words of `query` in their title, the name of their file or of its folder.

        Those with all of them in their title come first.
        """
        self._query = one_line(query)
        self.arrange()

    @guarded
    def arrange(self) -> None:
        """Sort and filter again."""
        self._work = self._arranged()
        self._arrange_on()

    def _arranged(self) -> Iterator[list[Item] | None]:
        """What `Catalogue.arranged` gives, once the library's list is taken over and what is new is being described."""
        if self._outdated:
            for changed in self._catalogue.take(list(self._shelf.library)):
                if changed is None:
                    yield None
                else:
                    self._outdated = False
                    self._new += changed
                    self._changed += changed
        while self._new:
            new, self._new = self._new[:_DESCRIBED_AT_ONCE], self._new[_DESCRIBED_AT_ONCE:]
            self._shelf.describe(item.entry for item in new)
            if self._new:
                yield None
        yield from self._catalogue.arranged(self._order, words_of(self._query))

    @guarded
    def _arrange_on(self) -> None:
        """Show the list as it is to be, or go on later: the window must respond meanwhile."""
        self._go_on.stop()
        end = time.perf_counter() + _AT_ONCE_S
        for items in self._work:
            if items is not None:
                self._show(items)
                changed, self._changed = self._changed, []
                self._redraw(changed)
            elif time.perf_counter() > end:
                self._go_on.start()
                break

    def _finish(self) -> None:
        """Do now what is left of that."""
        while self._go_on.isActive():
            self._arrange_on()

    def _show(self, items: list[Item]) -> None:
        """List these; rows that stay keep what views know of them, if not too much changes."""
        if items != self._shown:
            self.about_to_arrange.emit()
            old, new = set(self._shown), set(items)
            gone = _few(row for row, item in enumerate(self._shown) if item not in new)
            come = _few(row for row, item in enumerate(items) if item not in old)
            if len(gone) + len(come) <= _MOST_STRETCHES:
                self._change(items, gone, come, old)
            elif self.held in old and self.held in new:
                self._change_around(items, self._rows[self.held])
            else:
                self._next = items
                self.setStringList([""] * len(items))
        self.arranged.emit()

    def _change(self, items: list[Item], gone: list[range], come: list[range], old: set[Item]) -> None:
        for rows in reversed(gone):
            self._next = self._shown[: rows.start] + self._shown[rows.stop :]
            self.removeRows(rows.start, len(rows))
        kept = [item for item in items if item in old] if come else items
        if kept != self._shown:
            self._move(kept)
        for rows in come:
            self._next = self._shown[: rows.start] + items[rows.start : rows.stop] + self._shown[rows.start :]
            self.insertRows(rows.start, len(rows))

    def _change_around(self, items: list[Item], kept: int) -> None:
        """List these, one of which keeps its index; all rows above and below it are replaced by others."""
        at, rows = items.index(self._shown[kept]), len(self._shown)
        for first, last in ((kept + 1, rows), (0, kept)):
            self._next = self._shown[:first] + self._shown[last:]
            if last > first:
                self.removeRows(first, last - first)
        for first, last, listed in ((0, at, items[: at + 1]), (at + 1, len(items), items)):
            self._next = listed
            if last > first:
                self.insertRows(first, last - first)

    def _move(self, items: list[Item]) -> None:
        """List the same items in another order."""
        self.layoutAboutToBeChanged.emit()
        indices = self.persistentIndexList()
        pointed = [self._shown[index.row()] for index in indices]
        self._set(items)
        self.changePersistentIndexList(indices, [self.index(self._rows[item]) for item in pointed])
        self.layoutChanged.emit()

    @guarded
    def _take_next(self) -> None:
        self._set(self._next)

    def _set(self, items: list[Item]) -> None:
        self._shown = items
        self._rows = {item: row for row, item in enumerate(items)}

    def row_of(self, entry: Entry) -> int:
        """The row of an entry, or -1 if it is not listed."""
        item = self._catalogue.find(entry.path)
        return self._rows.get(item, -1) if item is not None else -1

    def rows_of(self, items: Iterable[Item]) -> list[int]:
        """The rows of those items that are listed, perhaps of thousands, in ascending order."""
        rows = self._rows
        return sorted(rows[item] for item in items if item in rows)

    def rows_of_files(self, paths: Iterable[Path]) -> list[int] | None:
        """The rows of those documents in these files that are listed, in ascending order; None until all are known."""
        items = [self._catalogue.find(path) for path in paths]
        return self.rows_of(item for item in items if item is not None) if None not in items else None

    def lists(self, item: Item) -> bool:
        """Whether this very item is listed."""
        return item in self._rows

    def has(self, item: Item) -> bool:
        """Whether a document is in the library, listed or filtered out."""
        return self._catalogue.find(item.entry.path) is not None

    @property
    def listed(self) -> Sequence[Item]:
        """The documents that are listed, in their order; a later order is another sequence."""
        return self._shown

    def entry_at(self, row: int) -> Entry | None:
        """The entry in a row, if there is such a row."""
        return self._shown[row].entry if 0 <= row < len(self._shown) else None

    def row_beginning(self, typed: str, first: int) -> int:
        """The first row, from `first` on and then from the top, whose title begins with what was typed; or -1.

        Views would ask for the title of each row in turn.
        """
        begin, title, count = typed.casefold(), self._catalogue.title, len(self._shown)
        rows = (*range(first, count), *range(min(first, count)))
        return next((row for row in rows if title(self._shown[row]).casefold().startswith(begin)), -1)

    # The open document

    @property
    def open_row(self) -> int:
        """The row of the open document, or -1 if there is none or it is not listed."""
        item = self._catalogue.find(self._open) if self._open is not None else None
        return self._rows.get(item, -1) if item is not None else -1

    def is_open(self, entry: Entry) -> bool:
        """Whether an entry is that of the open document."""
        return entry.path == self._open

    @guarded
    def mark_open(self, entry: Entry | None = None) -> None:
        """Show which document is open, if any."""
        before, self._open = self._open, entry.path if entry is not None else None
        paths = {path for path in (before, self._open) if path is not None}
        for item in map(self._catalogue.find, paths):
            self._redraw([item] if item is not None else [])

    def ordered(self) -> list[Entry]:
        """All documents of the library in the order of the list."""
        self._finish()
        return [item.entry for item in self._catalogue.ordered(self._order)]

    # Qt's model

    @guarded
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What is shown of a document in this role, or all of it in words for a screen reader."""
        show = self._roles.get(role)
        return show(self._shown[index.row()]) if show is not None and index.isValid() else None

    def _place(self, entry: Entry) -> str:
        if is_pasted(entry.path):
            return self.tr("Pasted text, kept by Tospalt")
        return self.tr("Example that comes with Tospalt") if entry.bundled else one_line(str(entry.path))

    def _tip(self, entry: Entry) -> str:
        return "\n".join(filter(None, (self._place(entry), self._checked(entry))))

    def _checked(self, entry: Entry) -> str:
        """How many sentences the user has checked, in words; "" for none."""
        if not entry.checked:
            return ""
        words = self.tr("{number} of %Ln sentence(s) checked", "", entry.sentences)
        return words.format(number=QLocale().toString(entry.checked))

    def _detail(self, entry: Entry) -> str:
        self._shelf.shown.emit(entry)
        if self._shelf.is_missing(entry):
            return self.tr("Missing")
        if self._shelf.is_unreadable(entry):
            return self.tr("Cannot be read")
        summary = self._shelf.summary_of(entry)
        if summary is None:
            self._shelf.hurry(entry)
            return ""
        return self.tr("%Ln word(s)", "", summary.words)

    def _translated(self, entry: Entry, done: str) -> str:
        if entry.translated <= 0 or self._shelf.summary_of(entry) is None:
            return ""
        if entry.translated == 1:
            return done
        percent = max(int(100 * entry.translated), 1)
        return self.tr("{percent}% translated").format(percent=percent)

    def _spoken(self, item: Item) -> str:
        language, entry = self._catalogue.language(item), item.entry
        parts = [
            self._catalogue.title(item),
            self.tr("open") if self.is_open(entry) else "",
            self._catalogue.distinction(item),
            language_title(language) if language else "",
            self._detail(entry),
            self._translated(entry, self.tr("translated")),
            self._checked(entry),
            self.tr("example") if entry.bundled else "",
        ]
        return ", ".join(part for part in parts if part)

    # Changes of single documents

    @guarded
    def _alter(self, entries: Iterable[Entry]) -> None:
        find, library = self._catalogue.find, self._shelf.library
        for path in (entry.path for entry in entries):  # perhaps thousands, some of which have changed again
            item, entry = find(path), library.find(path)
            if item is not None and entry is not None:
                before, item.entry = item.entry.title, entry
                self._touched.add(item)
                if entry.title != before:
                    self._catalogue.renew(item)
        self._tell_soon()

    @guarded
    def _touch(self, entry: Entry) -> None:
        """Note a changed row; the views are notified of many at once."""
        item = self._catalogue.find(entry.path)
        if item is not None:
            item.entry = self._shelf.entry_of(item.entry.path)
            self._touched.add(item)
            self._catalogue.renew(item)
            self._tell_soon()

    @guarded
    def _follow(self, before: Entry, now: Entry) -> None:
        """Keep the row of a document whose file is in another place: it is selected, or current, as it was."""
        item = self._catalogue.follow(before.path, now)
        if item is not None:
            self._touched.add(item)
            self._tell_soon()

    def _tell_soon(self) -> None:
        if not self._gather.isActive():
            self._gather.start()

    @guarded
    def _tell(self) -> None:
        touched, self._touched = self._touched, set()
        # When a document was opened sorts it only once the list is sorted again, not while one goes through it.
        if self._order in ("title", "language") or words_of(self._query):
            self.arrange()
        self._redraw(touched)

    def _redraw(self, changed: Iterable[Item]) -> None:
        """Notify the views of rows that show something else than before."""
        rows = [self._rows[item] for item in changed if item in self._rows]
        distinguished = self._catalogue.distinguished()
        if distinguished and self._shown:
            rows = [0, len(self._shown) - 1]
        if rows:
            self.dataChanged.emit(self.index(min(rows)), self.index(max(rows)))
        if distinguished:
            self._shelf.distinguished.emit()


def _few(rows: Iterable[int]) -> list[range]:
    """Their first stretches: one more than is inserted or removed, if there are so many."""
    return list(islice(stretches(rows), _MOST_STRETCHES + 1))


def stretches(rows: Iterable[int]) -> Iterator[range]:
    """Rows in ascending order as stretches of neighbours."""
    first = last = -2
    for row in rows:  # perhaps thousands
        if row != last + 1:
            if last >= 0:
                yield range(first, last + 1)
            first = row
        last = row
    if last >= 0:
        yield range(first, last + 1)
