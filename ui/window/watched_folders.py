"""Watched folders as the user meets them: the dialog that lists them, and what is told of them."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.library.folders import Folders
from ui.library.watching import Watching
from ui.session.file_choice import choose_folder
from ui.session.preferences import Preferences
from ui.toolkit.dialog import Dialog
from ui.toolkit.folders import folder_key, folder_name
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import Label, tool_tip
from ui.toolkit.notices import NoticeBar
from ui.toolkit.one_line import one_line
from ui.toolkit.stack import Stack

_SIZE = QSize(560, 320)  # wide enough for most paths
_AROUND = 4  # pixels above and below a path


class WatchedFolders(QObject):
    """Opens the dialog, and tells what has joined the library from watched folders, and which are not there."""

    def __init__(
        self, watching: Watching, folders: Folders, preferences: Preferences, notices: NoticeBar, window: QWidget
    ) -> None:
        """Serve `window`; the documents in a folder that is to be watched are added by `folders`."""
        super().__init__(window)
        self._watching, self._folders, self._preferences = watching, folders, preferences
        self._notices, self._window = notices, window
        watching.added.connect(self._on_added)
        watching.gone.connect(self._on_gone)
        watching.notice.connect(notices.say)

    @guarded
    def watch_folder(self, folder: Path, seen: Sequence[Path]) -> None:
        """Watch a folder whose documents the user has just added."""
        self._watching.watch_folder(folder, seen)
        words = self.tr("New documents in “{folder}” will join your library by themselves.")
        self._notices.say(words.format(folder=folder_name(folder)))

    def open_dialog(self) -> None:
        """Let the user see and change which folders are watched."""
        dialog = WatchedFoldersDialog(self._watching, self._ask_for_folder, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_for_folder(self, dialog: QWidget) -> None:
        watch = lambda folder: self._folders.look_into([folder], watch=True)  # noqa: E731
        choose_folder(dialog, self.tr("Watch a folder"), self._preferences, watch)

    @guarded
    def _on_added(self, folder: Path, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            words = self.tr("“{name}” in the watched folder “{folder}” was added to your library.")
            words = words.format(name=one_line(paths[0].name), folder=folder_name(folder))
        else:
            words = self.tr(
                "%Ln document(s) in the watched folder “{folder}” were added to your library.", "", len(paths)
            )
            words = words.format(folder=folder_name(folder))
        self._notices.say(words, topic=f"watched {folder_key(folder)}", asked=False)

    @guarded
    def _on_gone(self, folder: Path) -> None:
        words = self.tr(
            "The watched folder “{folder}” is not there or cannot be read. Tospalt goes on watching for it."
        )
        self._notices.say(
            words.format(folder=folder_name(folder)),
            self.tr("Watched folders…"),
            self.open_dialog,
            topic=f"watched {folder_key(folder)}",
            asked=False,
        )


class WatchedFoldersDialog(Dialog):
    """Lists the watched folders, and lets the user add and remove some."""

    def __init__(self, watching: Watching, ask: Callable[[QWidget], None], parent: QWidget | None = None) -> None:
        """A dialog over `watching`; `ask` lets the user choose a folder, in a dialog over this one."""
        super().__init__(parent)
        self._watching = watching
        self.setWindowTitle(self.tr("Watched folders"))
        self.resize(_SIZE)
        self._hint = Label(self.tr("New documents in these folders join your library by themselves."))
        self._hint.setWordWrap(True)
        self._empty = Label(
            self.tr("Add a folder here, and its documents join your library. New ones follow by themselves.")
        )
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setObjectName("caption")
        self.list = FolderList()
        self.list.setAccessibleName(self.tr("Watched folders"))
        self.add_button, self.remove_button = QPushButton(self.tr("&Add…")), QPushButton(self.tr("&Remove"))
        self.add_button.clicked.connect(guarded(lambda: ask(self)))
        self.remove_button.clicked.connect(self._remove)
        self.list.delete_pressed.connect(self._remove)
        self.list.itemSelectionChanged.connect(self._show_possible)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        row.addWidget(buttons)
        layout = QVBoxLayout(self)
        layout.addWidget(self._hint)
        self._pages = Stack(self.list, self._empty)  # a small dialog has room for the list, and so for the words too
        layout.addWidget(self._pages, 1)
        layout.addLayout(row)
        watching.changed.connect(self.fill)
        self.fill()
        (self.list if self.list.count() else self.add_button).setFocus()

    @guarded
    def fill(self) -> None:
        """List the folders; the place in the list stays."""
        place = self.list.currentRow()
        self.list.clear()
        for folder in self._watching.folders:
            item = QListWidgetItem(one_line(str(folder)))
            item.setData(Qt.ItemDataRole.UserRole, folder)
            item.setToolTip(tool_tip(str(folder)))
            item.setSizeHint(QSize(0, self.list.fontMetrics().lineSpacing() + 2 * _AROUND))  # no wider than the list
            self.list.addItem(item)
        some = self.list.count() > 0
        if not some and self.list.hasFocus():
            self.add_button.setFocus()
        self._hint.setVisible(some)
        self._pages.show_widget(self.list if some else self._empty)
        if some:
            self.list.setCurrentRow(min(max(place, 0), self.list.count() - 1))
        self._show_possible()

    @guarded
    def _show_possible(self) -> None:
        self.remove_button.setEnabled(self.list.currentItem() is not None)

    @guarded
    def _remove(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self._watching.unwatch(item.data(Qt.ItemDataRole.UserRole))


class FolderList(QListWidget):
    """A list from which Delete removes."""

    delete_pressed = Signal()

    def __init__(self) -> None:
        """An empty list. The ends of long paths are seen, which tell them apart."""
        super().__init__()
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace are for the current folder."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)
