"""Documents whose files are no longer there: finding them again."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.folders import likely_place
from reader.library import Entry
from ui.library.shelf import Shelf
from ui.library.steps import LibrarySteps
from ui.session.file_choice import choose_files
from ui.session.open_document import OpenDocument
from ui.session.preferences import Preferences
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.file_filters import openable_files
from ui.toolkit.guard import guarded
from ui.toolkit.latest import Latest
from ui.toolkit.one_line import one_line
from ui.window.pages import Pages


class MissingFiles(QObject):
    """Offers, on the page of a document whose file is not there, the place where it probably is, or to look for it."""

    found = Signal(object)  # the Entry with its new place, to be opened
    notice = Signal(str)

    def __init__(
        self,
        document: OpenDocument,
        shelf: Shelf,
        pages: Pages,
        steps: LibrarySteps,
        preferences: Preferences,
        pools: DiskPools,
        window: QWidget,
    ) -> None:
        """Serve `window`; places are looked for in `pools`."""
        super().__init__(window)
        self._document, self._shelf, self._pages, self._steps = document, shelf, pages, steps
        self._preferences, self._window = preferences, window
        self._pools = pools
        self._looking = Latest(pools.of(Path.home()), self)
        document.unreadable.connect(self._on_unreadable)
        document.opened.connect(self._on_opened)
        document.closing.connect(self._looking.cancel)
        steps.relocated.connect(self._on_relocated)
        steps.followed.connect(self._on_followed)
        pages.place_wanted.connect(self.ask_for_place)
        pages.place_chosen.connect(self._on_chosen)

    @guarded
    def _on_opened(self) -> None:
        if self._document.entry is not None:
            self._shelf.set_missing(self._document.entry, False)

    @guarded
    def _on_unreadable(self, entry: Entry, error: Exception) -> None:
        if self._shelf.has_lost(entry, error):
            self._shelf.set_missing(entry, True)
            self._looking.start(
                lambda _: likely_place(entry.path),
                finished=lambda place: self._on_looked(entry, place),
                pool=self._pools.of(entry.path),
            )

    def _on_looked(self, entry: Entry, place: Path | None) -> None:
        if place is not None and self._shelf.library.find(place) is None:
            self._pages.missing(entry, place)
            if self._pages.page.isAncestorOf(self._window.focusWidget() or self._window):
                self._pages.page.focus()

    @guarded
    def ask_for_place(self, entry: Entry) -> None:
        """Let the user choose the file that a document is in now."""
        title = self.tr("Find “{name}”").format(name=one_line(entry.path.name))
        choose_files(
            self._window,
            title,
            openable_files(),
            self._preferences,
            lambda paths: self._on_chosen(entry, paths[0]),
            one=True,
            near=entry.path.parent,
        )

    @guarded
    def _on_chosen(self, entry: Entry, path: Path) -> None:
        """The document is in another file from now on."""
        if (there := self._shelf.library.find(path)) is not None and there.path != entry.path:
            self.found.emit(there)  # first, as opening it removes what was told before
            self.notice.emit(self.tr("“{name}” is in your library already.").format(name=self._shelf.called(there)))
            return
        self._steps.relocate(entry, path)

    @guarded
    def _on_followed(self, before: Entry, now: Entry) -> None:
        """Open the file that another program has moved, if all that is shown of it is that it is not there."""
        if self._document.text is None:
            self._on_relocated(before, now)

    @guarded
    def _on_relocated(self, before: Entry, now: Entry) -> None:
        """Open the file that the open document is in now."""
        if self._document.entry is not None and self._document.entry.path == before.path:
            self._document.entry = now  # what is left now is not another document
            self.found.emit(now)
