"""The panel with the list of documents: the field that filters it, the button that sorts it, and what is found."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from ui.library.model import LibraryModel
from ui.library.view import LibraryView
from ui.toolkit.announce import announce
from ui.toolkit.elided import ElidedLabel
from ui.toolkit.guard import guarded
from ui.toolkit.icons import icon
from ui.toolkit.line_breaks import Label, breakable
from ui.toolkit.search_field import SearchField
from ui.toolkit.selecting import focus_and_select
from ui.toolkit.theme import Theme

_ICON = QSize(16, 16)
_ESCAPE = Qt.Key.Key_Escape
_LONGEST = 1000  # characters to search for; Qt would lay out every one of a pasted book
_SHOWN = 60  # characters of what was searched for in vain
_QUIET_MS = 400  # without another change, before the number found is announced


class FilterField(SearchField):
    """Says which documents are listed."""

    down = Signal()  # on to what is listed
    opening = Signal()  # the first document is to be opened
    given_up = Signal()  # Esc was pressed while it was empty

    @guarded
    def event(self, event: QEvent) -> bool:
        """Keep Esc from the window's shortcuts."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and event.key() == _ESCAPE:
            event.accept()
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes into the list, Return opens the first document, Esc empties the field."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_PageDown:
                self.down.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opening.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)


class LibraryPanel(QWidget):
    """Lays out the list, the field above it and the words for an empty result.

    Attributes:
        field: filters the list as one types.
        count: how many documents are left of how many; hidden while the list is not filtered.
    """

    def __init__(self, model: LibraryModel, view: LibraryView, theme: Theme) -> None:
        """A panel for `view` of `model`, with the colours of `theme`."""
        super().__init__()
        self.setObjectName("library")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model, self._view = model, view
        self.field, self.count = FilterField(self.tr("Filter documents…")), ElidedLabel()
        self.field.setMaxLength(_LONGEST)
        self._sort, self._none = QToolButton(), Label()
        self._all = QPushButton(self.tr("Show all documents"))
        self._quiet = QTimer(self)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.setSingleShot(True)
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        self._sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sort.setIconSize(_ICON)
        self._sort.setAccessibleName(self.tr("Sort documents"))
        self._sort.setToolTip(self.tr("Sort documents"))
        self.count.setObjectName("caption")
        self.count.setContentsMargins(16, 0, 16, 4)
        self.count.hide()
        above = QHBoxLayout()
        above.setContentsMargins(10, 10, 6, 4)
        above.setSpacing(4)
        above.addWidget(self.field, 1)
        above.addWidget(self._sort)
        self._either = QStackedLayout()
        self._either.addWidget(self._view)
        self._either.addWidget(self._empty())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(above)
        column.addWidget(self.count)
        column.addLayout(self._either, 1)
        self.setTabOrder(self.field, self._sort)
        self.setTabOrder(self._sort, self._view)
        self.setMinimumWidth(self._view.minimumWidth())

    def _empty(self) -> QWidget:
        """What is shown instead of a list without documents."""
        page = QWidget()
        self._none.setObjectName("caption")
        self._none.setWordWrap(True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._all.setAutoDefault(False)
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 24, 16, 16)
        column.setSpacing(12)
        column.addWidget(self._none)
        column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        return page

    def _connect(self) -> None:
        self.field.textChanged.connect(self._model.filter_by)
        self.field.down.connect(self._into_hits)
        self.field.opening.connect(self._open_first)
        self.field.given_up.connect(self._into_list)
        self._all.clicked.connect(self._list_all)
        self._view.all_wanted.connect(self._list_all)
        self._model.arranged.connect(self._tell)
        self._quiet.timeout.connect(self._announce)

    def set_orders(self, actions: Iterable[QAction]) -> None:
        """Offer these commands, which sort the list, at the button."""
        menu = QMenu(self._sort)
        menu.addActions(list(actions))
        self._sort.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        """Draw with other colours."""
        self._sort.setIcon(icon("sort", theme.text))
        self._view.set_theme(theme)

    def begin_filtering(self) -> None:
        """Let the user type what to list."""
        focus_and_select(self.field)

    def list_all(self) -> None:
        """List all documents again."""
        self.field.clear()

    @guarded
    def _list_all(self) -> None:
        self.list_all()
        self._into_list()

    @guarded
    def _into_list(self) -> None:
        if self._model.rowCount():
            self._view.go_to(max(self._view.currentIndex().row(), 0))

    @guarded
    def _into_hits(self) -> None:
        """Go to the open document if it is listed, else to the first hit, or without a filter where the user was."""
        if self._model.rowCount():
            here = 0 if self._model.query else self._view.currentIndex().row()
            row = self._model.open_row
            self._view.go_to(row if row >= 0 else max(here, 0))

    @guarded
    def _open_first(self) -> None:
        if self._model.rowCount():
            self._view.go_to(0)
            self._view.chosen.emit(self._view.current_entry())

    @guarded
    def _tell(self) -> None:
        """Say how many documents are listed of how many."""
        query, found = self._model.query, self._model.rowCount()
        number = QLocale().toString(found)
        words = self.tr("{number} of %Ln document(s)", "", self._model.total).format(number=number) if query else ""
        before = self.count.text()
        self.count.setText(words)
        self.count.setVisible(bool(words))
        if query and not found:
            query = query if len(query) <= _SHOWN else f"{query[:_SHOWN]}…"
            none = self.tr("No document matches “{words}”.").format(words=query)
            unknown = "" if self._model.complete else self.tr("Titles are still being read.")
            self._none.setText(breakable(f"{none} {unknown}".rstrip()))
        self._either.setCurrentIndex(1 if query and not found else 0)
        if words and words != before:
            self._quiet.start()

    @guarded
    def _announce(self) -> None:
        if self.isVisible() and self._model.query:
            announce(self, self.count.text())
