"""The list of documents on the left: title, language badge and details; several can be selected."""

from collections.abc import Collection, Sequence
from itertools import chain, islice

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QListView, QWidget

from reader.late_dataclasses import dataclass
from reader.library import Entry
from ui.library.catalogue import Item
from ui.library.delegate import EntryDelegate
from ui.library.model import ENTRY_ROLE, Index, LibraryModel, stretches
from ui.library.type_ahead import TypeAhead
from ui.toolkit.drops import accept_copy, dropped_files
from ui.toolkit.guard import guarded
from ui.toolkit.theme import Theme

_LEAST_WIDTH = 140
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_Keys = QKeySequence.StandardKey
_Flag = QItemSelectionModel.SelectionFlag
_SEVERAL = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the user is in the list: the current document, the selected ones, and the first one in view.

    `past` are the pixels of that one that are scrolled past, and `listed` is the whole list; `focused` is whether
    the field for a title has the focus.
    """

    listed: Sequence[Item]
    current: Item | None
    selected: list[Item]
    first: Item | None
    past: int
    focused: bool


class LibraryView(QListView):
    """Lists the documents; `chosen` carries the one to open. The one that is open is selected, or what the user is at.

    When what is selected leaves the library, what took its place is selected instead: the next one, or the last.
    While several are selected none is opened.
    """

    chosen = Signal(object)  # Entry, to be read
    pointed = Signal(object)  # Entry that was clicked, to be shown beside the list
    dropped = Signal(list)  # paths
    renamed = Signal(object, str)  # Entry, the title that was typed
    menu_wanted = Signal(QPoint)  # where on the screen, for the selected documents
    all_wanted = Signal()  # Esc was pressed: documents that are filtered out are to be listed again
    left = Signal()  # the keyboard focus has gone elsewhere

    def __init__(self, model: LibraryModel, theme: Theme, parent: QWidget | None = None) -> None:
        """A view of `model` with the colours of `theme`."""
        super().__init__(parent)
        self.setObjectName("documents")
        self._documents, self._delegate = model, EntryDelegate(theme, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)  # or each of thousands would be measured
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)  # only by the commands that rename
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setAccessibleName(self.tr("Documents"))
        self.setAcceptDrops(True)
        self._type_ahead = TypeAhead()
        self._editor: QLineEdit | None = None  # the field for a title, while there is one
        self.clicked.connect(self._choose)
        self._delegate.renamed.connect(self.renamed)
        self._before: _Place | None = None  # while the list changes
        self._follows = True  # the open document is kept in view, as the user has not moved in the list since
        self.verticalScrollBar().actionTriggered.connect(self._leave)
        model.about_to_arrange.connect(self._remember)
        model.arranged.connect(self._stay)

    def set_theme(self, theme: Theme) -> None:
        """Redraw with other colours."""
        self._delegate.theme = theme
        self.viewport().update()

    # What is selected

    def select(self, entry: Entry) -> None:
        """Mark `entry` as the open one; if it is not in the list, none is marked.

        It is scrolled to unless the user has moved in the list since it was opened.
        """
        row = self._documents.row_of(entry)
        if row >= 0:
            self._go_to(row, _Flag.ClearAndSelect)
            if self._follows:
                self.scrollTo(self.currentIndex())
        else:
            self.clearSelection()

    def bring_into_view(self, row: int) -> None:
        """Scroll to a row, with those below it, unless it is in view; what is selected stays."""
        self._follows = False  # or it would be scrolled back when the list changes next
        self.executeDelayedItemsLayout()
        index = self._documents.index(row)
        if not self.viewport().rect().contains(self.visualRect(index)):
            self.scrollTo(index, QListView.ScrollHint.PositionAtTop)

    def follow_open(self) -> None:
        """Keep the open document in view from now on, until the user moves in the list."""
        self._follows = True

    @guarded
    def _leave(self) -> None:
        self._follows = False

    def go_to(self, row: int) -> None:
        """Select the document in a row and no other, and go on there with the keyboard."""
        self._go_to(min(row, self._documents.rowCount() - 1), _Flag.ClearAndSelect)
        self.scrollTo(self.currentIndex())
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _go_to(self, row: int, flag: QItemSelectionModel.SelectionFlag) -> None:
        self.setAutoScroll(self._follows)  # what is selected by the program must not move who reads elsewhere
        # Said outright: Qt would judge by the keys that happen to be held down.
        self.selectionModel().setCurrentIndex(self._documents.index(row), flag)
        self.setAutoScroll(True)

    def selected_entries(self) -> list[Entry]:
        """The entries that are selected, in the order of the list."""
        return [item.entry for item in self._selected()]

    @property
    def several_selected(self) -> bool:
        """Whether more than one is selected."""
        return self.selectionModel().selection().size() > 1 or len(self._selected_rows()) > 1

    def _selected(self) -> list[Item]:
        listed = self._documents.listed
        return [listed[row] for row in self._selected_rows()]

    def _selected_rows(self) -> list[int]:
        ranges = self.selectionModel().selection().toList()  # few, where there may be thousands of rows
        return sorted(set(chain.from_iterable(range(each.top(), each.bottom() + 1) for each in ranges)))

    def current_entry(self) -> Entry | None:
        """The entry that the keyboard is at."""
        return self._entry(self.currentIndex().row())

    def _entry(self, row: int) -> Entry | None:
        return self._documents.entry_at(row)

    @property
    def in_use(self) -> bool:
        """Whether the user goes through the list, or types a title in it."""
        return self.hasFocus() or self.typing

    @property
    def typing(self) -> bool:
        """Whether the user types a title."""
        return self._editor is not None

    @guarded
    def _remember(self) -> None:
        top = self.indexAt(QPoint(0, 0))
        past, first = -self.visualRect(top).top(), self._item(top.row())
        focused = self._editor is not None and self._editor.hasFocus()
        current = self._item(self.currentIndex().row())
        self._before = _Place(self._documents.listed, current, self._selected(), first, past, focused)

    @guarded
    def _stay(self) -> None:
        """Keep what is selected, the current entry and the place when the list has changed.

        If the current entry is gone be where it was: without a current one screen readers are lost.
        """
        before, self._before = self._before, None
        if before is not None:
            self._end_if_gone(focused=before.focused)
        if before is None or not self._documents.rowCount():
            return
        self._select(before.selected)
        selected = self.selectionModel().hasSelection()
        gone = [] if selected else [item for item in before.selected if not self._documents.has(item)]
        if gone:
            self._go_to(self._instead_of(gone, before.listed), _Flag.ClearAndSelect)
        elif (kept := self._row(before.current)) >= 0:
            self._go_to(kept, _Flag.NoUpdate)
        else:
            here = [before.current] if before.current is not None else []
            self._go_to(self._instead_of(here, before.listed), _Flag.NoUpdate)
        top = self._row(before.first)
        if top > 0:  # who is at the beginning sees what comes there
            self.executeDelayedItemsLayout()
            bar, area = self.verticalScrollBar(), self.visualRect(self._documents.index(top))
            bar.setValue(bar.value() + area.top() + before.past)
        if self._follows and (row := self._documents.open_row) >= 0:
            self.scrollTo(self._documents.index(row))

    def _instead_of(self, gone: Collection[Item], listed: Sequence[Item]) -> int:
        """The row of what took the place of documents that are gone: what was next in the list, else before them.

        If nothing of that is left, it is the open document, else the first.
        """
        left = set(gone)
        last = max((row for row, item in enumerate(listed) if item in left), default=-1)
        near = chain(islice(listed, last + 1, None), reversed(listed[: last + 1])) if last >= 0 else ()
        instead = next(filter(self._documents.lists, near), None)
        return self._row(instead) if instead is not None else max(self._documents.open_row, 0)

    def _item(self, row: int) -> Item | None:
        listed = self._documents.listed
        return listed[row] if 0 <= row < len(listed) else None

    def _row(self, item: Item | None) -> int:
        return next(iter(self._documents.rows_of([item])), -1) if item is not None else -1

    def _select(self, items: Sequence[Item]) -> None:
        rows = self._documents.rows_of(items)
        if rows != self._selected_rows():
            selection = QItemSelection()
            for each in stretches(rows):
                selection.select(self._documents.index(each[0]), self._documents.index(each[-1]))
            self.selectionModel().select(selection, _Flag.ClearAndSelect)

    # Titles

    def edit_title(self, entry: Entry) -> None:
        """Let the user type another title for a document of the list; what is being typed for one is taken first."""
        row, typed = self._documents.row_of(entry), self._documents.held
        if typed is not None and typed.entry.path == entry.path:
            return
        self.finish()
        if row >= 0:
            self._go_to(row, _Flag.ClearAndSelect)
            self.scrollTo(self.currentIndex())
            self.edit(self.currentIndex())
            field = self.indexWidget(self.currentIndex())
            if isinstance(field, QLineEdit):
                self._editor, self._documents.held = field, self._documents.listed[row]

    def finish(self) -> None:
        """Take the title that is being typed, if any."""
        if self._editor is not None:
            self.commitData(self._editor)
            self.closeEditor(self._editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _end_if_gone(self, *, focused: bool) -> None:
        """Take the title that was being typed for a document that is no longer listed, if it is in the library."""
        item, field = self._documents.held, self._editor
        if item is None or field is None or self._documents.lists(item):
            return
        typed = field.text() if field.isModified() else None
        self._editor = self._documents.held = None
        self.setState(QAbstractItemView.State.NoState)  # Qt has let go of the field with its row
        if focused:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed is not None and self._documents.has(item):
            self.renamed.emit(item.entry, typed)

    @guarded
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Close the field; Tab goes on to no other title."""
        self._editor = self._documents.held = None
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    # Qt's events

    @guarded
    def _choose(self, index: QModelIndex) -> None:
        if len(self._selected_rows()) == 1 and self.selectionModel().isSelected(index):
            self.pointed.emit(index.data(ENTRY_ROLE))

    @guarded
    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Redraw. QListView would lay out all rows again, whose size does not depend on their contents."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Mark documents with the left button only, as marking one also opens it."""
        self._leave()
        if event.button() == Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    @guarded
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the selected documents; one that is clicked outside of these is selected first."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            index = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
            self._ask_for_menu(index, event.globalPos())
        else:
            self._ask_at_current()

    def _ask_at_current(self) -> None:
        index = self.currentIndex()
        self.scrollTo(index)
        self._ask_for_menu(index, self.viewport().mapToGlobal(self.visualRect(index).center()))

    def _ask_for_menu(self, index: Index, place: QPoint) -> None:
        if index.isValid():
            if not self.selectionModel().isSelected(index):
                self._go_to(index.row(), _Flag.ClearAndSelect)
            self.menu_wanted.emit(place)

    @guarded
    def event(self, event: QEvent) -> bool:
        """Keep the keys that mean something else in the list from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._claims(event):
            event.accept()
            return True
        return super().event(event)

    def _claims(self, event: QKeyEvent) -> bool:
        filtered = event.key() == Qt.Key.Key_Escape and self._documents.query
        return (
            (event.key() == Qt.Key.Key_F2 and not event.modifiers()) or event.matches(_Keys.SelectAll) or bool(filtered)
        )

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return opens the marked document, F2 renames it, Esc lists those that were filtered out."""
        entry, several = self.current_entry(), bool(event.modifiers() & _SEVERAL)
        self._leave()
        if event.key() in _OPENING and not several:
            if entry is not None and not self.several_selected:
                self.chosen.emit(entry)
        elif event.key() == Qt.Key.Key_F2 and entry is not None:
            self.edit_title(entry)
        elif event.key() == Qt.Key.Key_Escape and self._documents.query:
            self.all_wanted.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def keyboardSearch(self, search: str) -> None:
        """Go to the next document whose title begins with what is typed. Qt would ask for all titles one by one."""
        typed, further = self._type_ahead.add(search)
        row = self._documents.row_beginning(typed, max(self.currentIndex().row() + further, 0))
        if row >= 0:
            self.setCurrentIndex(self._documents.index(row))

    @guarded
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Emit `left`."""
        super().focusOutEvent(event)
        self.left.emit()

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files; text is left to the window."""
        if dropped_files(event):
            accept_copy(event)

    @guarded
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Accept files anywhere in the list."""
        accept_copy(event)

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Emit the dropped files."""
        accept_copy(event)
        self.dropped.emit(dropped_files(event))
