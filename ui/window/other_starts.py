"""What later starts of the program ask of this window: to open files, and to come to the front."""

import os
from collections import deque
from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from reader.formats import READABLE_SUFFIXES
from reader.library import Entry
from reader.library_list import absolute
from ui.library.shelf import Shelf
from ui.toolkit.guard import guarded
from ui.toolkit.portions import Portions, portions_of
from ui.toolkit.start_request import StartRequest, request_for
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from ui.toolkit.single_instance import Instance  # it needs Qt Network, which may not be there

# How often to see whether the dialog that the files wait for has been closed.
_LOOK_MS = 200
# The most requests that wait for that; later starts open a window of their own.
_MOST = 100
# The most files handed to the shelf before the window does something else: some milliseconds.
_AT_ONCE = 50
# Where Qt looks for the right to come to the front on Wayland.
_TOKEN = "XDG_ACTIVATION_TOKEN"


class OtherStarts(QObject):
    """Does what later starts ask for, one after another.

    The other process relies on it: what has to wait joins the library meanwhile, so that nothing is lost if the program
    ends before it can be opened.
    """

    def __init__(self, instance: "Instance", window: Callable[[], MainWindow], shelf: Shelf, owner: QObject) -> None:
        """Nothing is heard before `listen`; `window` gives the current one, which may be replaced."""
        super().__init__(owner)
        self._instance, self._window, self._shelf = instance, window, shelf
        self._here = request_for(())
        self._waiting: list[StartRequest] = []
        self._unkept: deque[Path] = deque()  # files of these that may not be in the library yet
        self._owed: set[Path] = set()  # those of opened requests that have not joined the library yet
        self._records: dict[str, set[Path]] = {}  # of what was handed over: the documents in each that have not joined
        self._left: set[str] = set()  # those found when this process began to hear later starts
        shelf.joined.connect(self.on_settled)
        shelf.unreadable.connect(self.on_settled)
        shelf.changed.connect(self._settle_listed)
        self._portions = Portions(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._open)

    @guarded
    def serve(self) -> None:
        """Hear later starts from now on, unless another process does."""
        self._instance.listen(self._take)
        if not self._instance.beside:
            self._take_up_left()

    def tell_unanswered(self) -> None:
        """Say why there is another window, if there is one since the first does not answer."""
        if self._instance.unanswered:
            self._window().notices.say(
                self.tr(
                    "Tospalt is running already but does not answer, so this window was opened beside it. You can end "
                    "the other one: what it has saved is kept."
                ),
                topic="unanswered",
                lasting=True,
                again=lambda _: self.tell_unanswered(),
            )

    @guarded
    def close_down(self) -> None:
        """The program ends: a later start opens a window of its own; what could not be opened is in the library."""
        self._instance.leave()
        library, waiting = self._shelf.library, [request.files for request in self._waiting]
        owed = sorted(self._owed.union(*self._records.values()))
        for path in filter(_joins, chain(chain.from_iterable(waiting), owed)):
            if library.find(path) is None:
                library.add(path)  # unread: there is no time
        others = {request.record for request in self._waiting if not all(map(_joins, request.files))}
        self._drop(self._records.keys() - others)  # the next start opens those
        self._waiting.clear()
        self._owed.clear()
        self._shelf.save()

    @guarded
    def on_settled(self, entry: Entry, *_: object) -> None:
        """A document was read, or cannot be."""
        self._settle({entry.path})

    @guarded
    def forget(self, document: Path | None) -> None:
        """A document, or with None everything, is about to be forgotten: it is not to join the library."""
        concerned = self._owed.union(*self._records.values()) if document is None else {document}
        self._owed -= concerned
        for documents in self._records.values():
            documents -= concerned  # the records themselves are forgotten with it

    @guarded
    def _settle_listed(self) -> None:
        owed = self._owed.union(*self._records.values())
        self._settle({path for path in owed if self._shelf.library.find(path) is not None})

    def _settle(self, joined: set[Path]) -> None:
        """These documents are in the library, or cannot be: what was handed over to open them is no longer needed."""
        self._owed -= joined
        for documents in self._records.values():
            documents -= joined
        waiting = {request.record for request in self._waiting}
        self._drop([name for name, left in self._records.items() if not left and name not in waiting])

    def _drop(self, records: Collection[str]) -> None:
        for name in list(records):
            del self._records[name]
            if (handed := self._instance.handed) is not None:
                self._shelf.once_saved(partial(handed.drop, name))

    def _take_up_left(self) -> None:
        """Add what was handed to a process that was killed: what was being read then is open again, and stays so."""
        handed = self._instance.handed
        if handed is None or self._records or self._left:
            return
        others, documents = list[Path](), list[Path]()
        for name, files in handed:
            self._left.add(name)
            self._records[name] = {absolute(path) for path in files if _joins(path)}
            documents += filter(_joins, files)
            others += [path for path in files if not _joins(path)]
        self._portions.begin(portions_of(documents, _AT_ONCE, self._add), self._settle_listed)
        if others:
            self._window().open_files(others)

    def _add(self, documents: Sequence[Path]) -> None:
        for path in documents:
            self._shelf.add(path)

    @guarded
    def on_application_state(self, state: Qt.ApplicationState) -> None:
        """Hear later starts if the process that did has ended."""
        if state is Qt.ApplicationState.ApplicationActive and self._instance.beside:
            self.serve()

    def _take(self, request: StartRequest) -> bool:
        """Whether the window can do what is asked, where the user will see it, and the other process still waits."""
        if len(self._waiting) >= _MOST or not request.is_on_screen_of(self._here) or self._is_taken_back(request):
            return False
        self._waiting.append(request)
        if request.record:
            self._records[request.record] = {absolute(path) for path in request.files if _joins(path)}
        self._unkept.extend(filter(_joins, reversed(request.files)))
        QTimer.singleShot(0, self, guarded(partial(self._appear, request.token)))  # the other process may go
        return True

    def _is_taken_back(self, request: StartRequest) -> bool:
        handed, name = self._instance.handed, request.record
        return bool(name) and handed is not None and name not in self._left and not handed.has(name)

    def _appear(self, token: str) -> None:
        _show_in_front(self._window(), token)
        self._open()

    @guarded
    def _open(self) -> None:
        """Open what waits; not under a dialog, which may be about the open document."""
        while self._waiting:
            if QApplication.activeModalWidget() is not None:
                self._keep_some()
                self._timer.start(0 if self._unkept else _LOOK_MS)
                return
            request = self._waiting.pop(0)
            if request.files:
                self._owed |= {absolute(path) for path in request.files if _joins(path)}
                self._window().open_files(request.files)
            self._settle_listed()
        self._unkept.clear()

    def _keep_some(self) -> None:
        """Have what cannot be opened yet join the library; what is wrong with it is said when it is opened."""
        for _ in range(min(_AT_ONCE, len(self._unkept))):
            self._shelf.add(self._unkept.popleft(), quietly=True)


def _show_in_front(window: QWidget, token: str) -> None:
    """Show the window, or the dialog over it, in front of others, as far as the desktop allows it."""
    if token:
        os.environ[_TOKEN] = token
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    front = QApplication.activeModalWidget() or window
    front.raise_()
    front.activateWindow()
    os.environ.pop(_TOKEN, None)  # it is valid once


def _joins(path: Path) -> bool:
    """Whether what is at `path` joins the library as one document, by its name alone: no folder, package or memory."""
    return path.suffix.lower() in READABLE_SUFFIXES
