"""The window of the package manager."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.errors import ChecksumError
from reader.packages import Installed
from ui.packages.list_view import PackageList, key_of
from ui.packages.model import ROW_ROLE, PackageModel, PackageRow, RowKind
from ui.packages.progress import ProgressRow
from ui.packages.store import PackageStore, Snapshot
from ui.toolkit.dialog import Dialog
from ui.toolkit.drops import dropped_files
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.line_breaks import Label, breakable, shortened
from ui.toolkit.notices import NoticeBar
from ui.toolkit.question import ask
from ui.toolkit.search_field import SearchField
from ui.toolkit.theme import Theme

_SIZE = (760, 640)
_SUFFIX = ".argosmodel"


class PackagesDialog(Dialog):
    """Lists the packages, with buttons that act on the current one. Not modal: work continues after it is closed."""

    def __init__(self, store: PackageStore, theme: Theme, parent: QWidget | None = None) -> None:
        """A dialog over `store`, which is asked for its packages."""
        super().__init__(parent)
        self._store = store
        self._snapshot: Snapshot | None = None
        self._key: object = None  # of the package to be selected once there are any
        self._failure: tuple[Exception, Callable[[], None]] | None = None  # what the notice tells
        self.model = PackageModel()
        self.search = SearchField(self.tr("Search by language"))
        self.list = PackageList(self.model, theme)
        self.notices, self.progress = NoticeBar(), ProgressRow()
        self._details, self._age, self._empty = Label(), Label(), Label()
        self.install_button, self.use_button = QPushButton(self.tr("&Install")), QPushButton()
        self.remove_button = QPushButton(self.tr("Re&move…"))
        self.import_button = QPushButton(self.tr("Import from a &file…"))
        self.refresh_button = QPushButton(self.tr("&Refresh list"))
        self._close = QPushButton(self.tr("Cl&ose"))
        self._lay_out()
        self._connect()
        self._empty.hide()
        if store.busy:
            self._on_started(store.working)
        self._show_row()
        store.load()

    def take_over(self, old: "PackagesDialog") -> None:
        """Show what `old` shows, in its place."""
        self.take_place_of(old)
        self.search.setText(old.search.text())
        self._key = key_of(old._row())
        if old._failure is not None and old.notices.isVisible():
            self._on_failed(*old._failure)

    def set_theme(self, theme: Theme) -> None:
        """Redraw with other colours."""
        self.list.delegate.theme = theme
        self.list.viewport().update()

    # Building

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Language packages"))
        self.resize(*_SIZE)
        self.setMinimumSize(560, 420)
        self.setAcceptDrops(True)
        self.search.setMinimumHeight(self.import_button.sizeHint().height() + 4)
        for label in (self._details, self._age):
            label.setObjectName("caption")
        self._details.setWordWrap(True)
        self._details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._details.setAccessibleName(self.tr("Details of the selected package"))
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop)
        # Three lines high even for one, or the list would move from row to row.
        self._details.setMinimumHeight(self._details.fontMetrics().lineSpacing() * 3 + 4)
        self._details.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setObjectName("caption")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(_row(self.search, self.import_button, stretch=0))
        layout.addWidget(self.notices)
        layout.addWidget(self._empty, 1)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._details)
        layout.addWidget(self.progress)
        self.foot = QWidget()
        rows = QVBoxLayout(self.foot)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        rows.addLayout(_row(self.install_button, self.use_button, self.remove_button, None, self._close))
        rows.addLayout(_row(self._age, self.refresh_button, stretch=0))
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        store = self._store
        store.changed.connect(self._on_changed)
        store.started.connect(self._on_started)
        store.progressed.connect(self.progress.tell)
        store.installed.connect(self._on_installed)
        store.failed.connect(self._on_failed)
        store.ended.connect(self._on_ended)
        self.progress.cancelled.connect(store.cancel)
        self.search.textChanged.connect(self._on_search)
        self.list.selectionModel().currentChanged.connect(self._show_row)
        self.list.activated.connect(guarded(lambda _: self._on_activated()))
        self.install_button.clicked.connect(self._install)
        self.use_button.clicked.connect(self._use)
        self.remove_button.clicked.connect(self._ask_to_remove)
        self.import_button.clicked.connect(self._ask_for_file)
        self.refresh_button.clicked.connect(store.refresh)
        self._close.clicked.connect(self.close)

    # What is listed

    @guarded
    def _on_changed(self, snapshot: Snapshot) -> None:
        key = self._key if self._snapshot is None else key_of(self._row())
        self._snapshot = snapshot
        self.model.show(snapshot)
        self._mark(key)
        self._age.setText(self._age_of(snapshot))
        self._show_row()

    @guarded
    def _on_search(self, words: str) -> None:
        key = key_of(self._row())
        self.model.search(words)
        self._mark(key)
        self._show_row()

    def _mark(self, key: object) -> None:
        """Select the row selected before, if it still exists, else the first."""
        rows = self.model.rows()
        places = [i for i, row in enumerate(rows) if row.kind is not RowKind.HEADING]
        place = next((i for i in places if key_of(rows[i]) == key), places[0] if places else -1)
        if place >= 0:
            self.list.setCurrentIndex(self.model.index(place))
        self.list.setVisible(bool(places))
        self._empty.setVisible(not places)
        nothing = self.tr("No packages found for “{words}”.").format(words=shortened(self.search.text()))
        self._empty.setText(breakable(nothing))

    def _age_of(self, snapshot: Snapshot) -> str:
        fetched = snapshot.index.fetched.astimezone()
        date = QLocale().toString(QDate(fetched.year, fetched.month, fetched.day), self.tr("d MMMM yyyy"))
        text = self.tr("Package list from {date}.")
        if snapshot.index.bundled:
            text = self.tr("Package list from {date}, included with Tospalt.")
        if snapshot.index.is_old(datetime.now(UTC)):
            text = self.tr("Package list from {date}. There may be a newer one.")
        return text.format(date=date)

    def _row(self) -> PackageRow | None:
        row = self.list.currentIndex().data(ROW_ROLE)
        return row if isinstance(row, PackageRow) else None

    @guarded
    def _show_row(self, *_: object) -> None:
        """Show the details of the current package, and enable the actions it allows."""
        row, free = self._row(), not self._store.busy
        self._details.setText(row.more if row else "")
        package = row.package if row else None
        self.install_button.setEnabled(free and bool(row and row.offer))
        self.install_button.setText(self._what_install_does(row))
        several = self._snapshot is not None and package is not None
        serving = self._snapshot.installed.serving(package.source, package.target) if self._snapshot and package else []
        chosen = bool(package and self._snapshot and package.path in self._snapshot.installed.chosen.values())
        self.use_button.setText(self.tr("Let Tospalt c&hoose") if chosen else self.tr("Use &this one"))
        self.use_button.setEnabled(free and several and len(serving) > 1)
        own = bool(row and (row.broken or (package and not package.starter)))
        self.remove_button.setEnabled(free and own)
        self.import_button.setEnabled(free)
        self.refresh_button.setEnabled(free)

    # Actions

    def _what_install_does(self, row: PackageRow | None) -> str:
        if row is None or row.package is None or row.offer is None:
            return self.tr("&Install")
        return self.tr("&Update") if row.badge else self.tr("Install a&gain")

    def _on_activated(self) -> None:
        """Handle Return or a double click, which does not download an installed package again."""
        row = self._row()
        if row is not None and (row.package is None or row.badge):
            self._install()

    @guarded
    def _install(self, *_: object) -> None:
        row = self._row()
        if row is not None and row.offer is not None and not self._store.busy:
            self._store.install(row.offer)

    @guarded
    def _use(self) -> None:
        row = self._row()
        if row is None or row.package is None or self._snapshot is None:
            return
        package, chosen = row.package, self._snapshot.installed.chosen.values()
        self._store.choose(package.source, package.target, None if package.path in chosen else package)

    @guarded
    def _ask_to_remove(self) -> None:
        row = self._row()
        if row is None or not self.remove_button.isEnabled():
            return
        folder = row.broken.path if row.broken else row.package.path if row.package else None
        assert folder is not None
        text = self.tr("“{package}” will be deleted from this computer.").format(package=row.title)
        ask(self, text, {self.tr("&Delete"): lambda: self._store.remove(folder)}, self.tr("Cancel"))

    @guarded
    def _ask_for_file(self) -> None:
        dialog = FileDialog(self, self.tr("Import a language package"))
        dialog.setNameFilter(self.tr("Language packages (*.argosmodel);;All files (*)"))
        dialog.setFileMode(FileDialog.FileMode.ExistingFiles)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(guarded(lambda names: self._store.import_files([Path(name) for name in names])))
        dialog.open()

    # Progress

    @guarded
    def _on_started(self, name: str) -> None:
        self.notices.hide()
        self._failure = None
        captions = {
            "install": self.tr("Contacting the server…"),
            "refresh": self.tr("Getting the list from the server…"),
            "import": self.tr("Reading the file…"),
        }
        if name in captions:
            self.progress.begin(captions[name])
        self._show_row()

    @guarded
    def _on_installed(self, installed: Installed) -> None:
        package, self._failure = installed.package, None
        message = self.tr("The package {name} {version} is installed and works.")
        self.notices.say(message.format(name=package.name, version=package.version))

    @guarded
    def _on_failed(self, error: Exception, again: Callable[[], None]) -> None:
        self._failure = error, again
        if isinstance(error, ChecksumError) and not error.pinned:
            self.notices.say(said(error), self.tr("Install anyway"), self._store.anyway)
        else:
            self.notices.say(said(error), self.tr("Try again"), again)

    @guarded
    def _on_ended(self) -> None:
        self.progress.hide()
        self._show_row()

    # Qt's own events

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove the current package on Delete; on Return in the search field go to the list."""
        if event.key() == Qt.Key.Key_Delete and self.list.hasFocus():
            self._ask_to_remove()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.list.setFocus()
        elif event.key() == Qt.Key.Key_Escape and self.search.hasFocus() and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept package files anywhere."""
        if any(file.suffix.lower() == _SUFFIX for file in dropped_files(event)):
            event.acceptProposedAction()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Install the dropped files."""
        self._store.import_files([file for file in dropped_files(event) if file.suffix.lower() == _SUFFIX])
        event.acceptProposedAction()


def _row(*widgets: QWidget | None, stretch: int = -1) -> QHBoxLayout:
    """Widgets in a row; None is a stretching gap, else the widget at `stretch` takes the room."""
    layout = QHBoxLayout()
    layout.setSpacing(8)
    for number, widget in enumerate(widgets):
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget, int(number == stretch))
    return layout
