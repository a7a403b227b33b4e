"""The list of notes and bookmarks of the open document."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader.annotations import NOTE, Placed, search
from reader.search import Query
from ui.toolkit.dialog import Dialog
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, shortened, window_title
from ui.toolkit.search_field import SearchField

_SIZE, _SMALLEST = QSize(560, 460), QSize(340, 260)
_PLACED = Qt.ItemDataRole.UserRole


class NotesDialog(Dialog):
    """Lists them in the order of the text, those too whose paragraph is gone.

    Return or a double click goes to one, Delete removes it.
    """

    def __init__(
        self,
        numbers: Callable[[], Sequence[int | None]],
        go: Callable[[int], object],
        remove: Callable[[Placed], object],
        parent: QWidget,
    ) -> None:
        """An empty list.

        Args:
            numbers: gives the numbers of the paragraphs, by row; None for those without.
            go: goes to a row of the text.
            remove: removes one of them; what is left is then shown with `show_all`.
            parent: the window.
        """
        super().__init__(parent)
        self._numbers, self._go, self._remove = numbers, go, remove
        self._placed: Sequence[Placed] = ()
        self.setWindowTitle(window_title(self.tr("Notes and bookmarks")))
        self.resize(_SIZE)
        self.setMinimumSize(_SMALLEST)
        self.field, self.list, self._empty = SearchField(self.tr("Search notes…")), QListWidget(), Label()
        self.list.setAccessibleName(self.tr("Notes and bookmarks"))
        self.list.setWordWrap(True)
        self._empty.setWordWrap(True)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._on_return)
        self.list.itemActivated.connect(self._on_activated)
        self.buttons = self.foot = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.close)
        self.remove_button = self.buttons.addButton(self.tr("&Remove"), QDialogButtonBox.ButtonRole.ActionRole)
        self.remove_button.clicked.connect(self._remove_current)
        key = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.list, context=Qt.ShortcutContext.WidgetShortcut)
        key.activated.connect(self._remove_current)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        for widget in (self.field, self._empty, self.list, self.buttons):
            layout.addWidget(widget, 1 if widget is self.list else 0)

    def show_all(self, placed: Sequence[Placed]) -> None:
        """Show these."""
        self._placed = placed
        self._fill()

    @guarded
    def _fill(self, *_: object) -> None:
        words, self_row = self.field.text().strip(), self.list.currentRow()
        found = [each for each, _ in search(self._placed, Query(words))] if words else list(self._placed)
        numbers = self._numbers() if found else ()
        self.list.clear()
        for each in found:
            row = each.spot.row
            item = QListWidgetItem(self._words_of(each, numbers[row] if 0 <= row < len(numbers) else None))
            item.setData(_PLACED, each)
            self.list.addItem(item)
        if found:
            self.list.setCurrentRow(min(max(self_row, 0), len(found) - 1))
        self._empty.setText(self.tr("Nothing found.") if words else self.tr("There are no notes or bookmarks yet."))
        self._empty.setVisible(not found)
        self.remove_button.setEnabled(bool(found))

    def _words_of(self, placed: Placed, number: int | None) -> str:
        place = self.tr("Paragraph {number}").format(number=number) if number is not None else ""
        if placed.spot.gone:
            place = self.tr("Its paragraph is gone")
        kind = self.tr("Note") if placed.kind == NOTE else self.tr("Bookmark")
        about = shortened(" ".join(placed.annotation.anchor.words.split()))
        first = " · ".join(filter(None, (kind, place, about)))
        return f"{first}\n{placed.annotation.text}" if placed.annotation.text else first

    @guarded
    def _remove_current(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._remove(item.data(_PLACED))

    @guarded
    def _on_return(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._on_activated(item)

    @guarded
    def _on_activated(self, item: QListWidgetItem) -> None:
        self._go(item.data(_PLACED).spot.row)
        self.close()
