"""The list of documents, connected to the library and the open document."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.library import Entry
from reader.paths import is_pasted
from ui.library.model import LibraryModel
from ui.library.shelf import Shelf, Summary
from ui.library.steps import LibrarySteps
from ui.library.view import LibraryView
from ui.session.file_choice import choose_files
from ui.session.open_document import OpenDocument
from ui.session.preferences import Preferences
from ui.session.undo_offers import UndoOffers
from ui.toolkit.file_filters import openable_files
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar
from ui.toolkit.theme import Theme

REMOVED = "removed"  # with the path, the topic of the notice that a document can be brought back


class LibraryController(QObject):
    """Adds opened documents, removes those the user removes, and marks the open document.

    Attributes:
        view: the list, to be laid out by the window.
        model: the contents of the list.
    """

    chosen = Signal(object)  # the Entry of a document to open
    pointed = Signal(object)  # that of one to show while the list keeps the focus
    files_chosen = Signal(list)  # the Paths of files to add, the first of which is to be opened
    deletion = Signal(object)  # the Entry of a pasted text to delete: nothing would be left of it
    open_removed = Signal()  # the open document is about to be removed

    def __init__(
        self,
        shelf: Shelf,
        document: OpenDocument,
        preferences: Preferences,
        notices: NoticeBar,
        steps: LibrarySteps,
        offers: UndoOffers,
        theme: Theme,
        window: QWidget,
    ) -> None:
        """Serve `window`, with the colours of `theme`; `preferences` has the folder last used."""
        super().__init__(window)
        self._shelf, self._document, self._preferences = shelf, document, preferences
        self._notices, self._window = notices, window
        self._steps, self._offers = steps, offers
        self._joining = False  # the document being opened is not in the list yet
        self.model = LibraryModel(shelf)
        self.view = LibraryView(self.model, theme)
        self.view.chosen.connect(self.chosen)
        self.view.pointed.connect(self.pointed)
        self.view.dropped.connect(self.files_chosen)
        steps.leaving.connect(self._on_leaving)
        steps.returned.connect(self._on_returned)
        shelf.notice.connect(notices.say)
        shelf.refused.connect(self._on_refused)
        shelf.changed.connect(self._on_changed)
        document.opening.connect(self._mark)
        document.measured.connect(self._admit)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"open": self.ask_for_files, "remove": self._remove_current}

    @guarded
    def ask_for_files(self) -> None:
        """Let the user choose files to open."""
        choose_files(
            self._window, self.tr("Open documents"), openable_files(), self._preferences, self.files_chosen.emit
        )

    def _remove_current(self) -> None:
        """Remove the document marked in the list if the list has the focus, else the open one."""
        entry = self.view.current_entry() if self.view.hasFocus() else self._document.entry
        if entry is not None:
            self._remove(entry)

    def _remove(self, entry: Entry) -> None:
        if entry.bundled:
            self._notices.say(self.tr("The examples that come with Tospalt cannot be removed from the library."))
            return
        if is_pasted(entry.path):
            self.deletion.emit(entry)
            return
        row, opened = self.view.currentIndex().row(), self._document.entry
        step = self._steps.remove([entry], opened.path if opened is not None else None)
        template = self.tr("“{name}” was removed from the library. The file itself was not changed.")
        self._offers.offer(template.format(name=entry.path.name), step, REMOVED)
        self.view.mark_near(row)

    @guarded
    def _on_leaving(self, paths: Sequence[Path]) -> None:
        """Close the open document if it is about to be removed."""
        if self._document.entry is not None and self._document.entry.path in paths:
            self.open_removed.emit()

    @guarded
    def _on_returned(self, entry: Entry) -> None:
        """Open a document again that was open when it was removed, unless another is open by now."""
        if self._document.entry is None or self._document.entry.path == entry.path:
            self.chosen.emit(entry)

    @guarded
    def _admit(self, entry: Entry, words: int) -> None:
        """Add the open document, which has been read to its end, with all that the list shows of it."""
        text = self._document.text
        if text is not None:
            self._shelf.admit(entry, Summary(text.document.title, text.document.language, words))

    @guarded
    def _mark(self, entry: Entry) -> None:
        self.view.select(entry)
        self._joining = self.model.row_of(entry) < 0

    @guarded
    def _on_refused(self, entry: Entry, problem: str) -> None:
        """Say that a file does not join the list, unless it is shown instead of a text why it cannot be read."""
        if self._document.entry is None or self._document.entry.path != entry.path:
            self._notices.say(problem)

    @guarded
    def _on_changed(self) -> None:
        entry = self._document.entry
        joined = self._joining and entry is not None and self.model.row_of(entry) >= 0
        if joined or not self.view.hasFocus():  # else the user is going through the list
            self._joining = False
            self.mark_open()

    @guarded
    def mark_open(self) -> None:
        """Mark the open document in the list."""
        if self._document.entry is not None:
            self.view.select(self._document.entry)
