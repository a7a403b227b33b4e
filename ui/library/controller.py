"""The list of documents, connected to the library and the open document."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from reader.library import Entry
from reader.paths import is_pasted
from reader.settings import CHOICES
from ui.library.menu import EntryMenu
from ui.library.model import LibraryModel
from ui.library.panel import LibraryPanel
from ui.library.shelf import Shelf, Summary
from ui.library.steps import LibrarySteps
from ui.library.translated import TranslatedShare
from ui.library.view import LibraryView
from ui.session.file_choice import choose_files
from ui.session.open_document import OpenDocument
from ui.session.preferences import Preferences
from ui.session.undo_offers import UndoOffers
from ui.toolkit.file_filters import openable_files
from ui.toolkit.folder_opening import open_folder
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar
from ui.toolkit.theme import Theme

# The commands that the menus have only for documents that they are for.
ON_DOCUMENTS = ("find_file", "show_in_folder")
# The commands that sort the list.
ORDERS = tuple(f"sort_{order}" for order in CHOICES["library_order"])


class LibraryController(QObject):
    """Adds opened documents, changes and removes those that the user selects, and marks the open document.

    Attributes:
        panel: the list and the field that filters it, to be laid out by the window.
        view: the list.
        model: the contents of the list.
        translated: notes how much of the open document is translated.
    """

    chosen = Signal(object)  # the Entry of a document to open
    returned = Signal(object)  # Entry of a document that was open when it was removed, to be read as it is chosen now
    pointed = Signal(object)  # that of one to show while the list keeps the focus
    files_chosen = Signal(list)  # the Paths of files to add, the first of which is to be opened
    deletion = Signal(object)  # a list of Entries of pasted texts to delete: nothing would be left of them
    forgetting = Signal(object)  # a list of Entries of documents to forget, once the user has been asked
    place_wanted = Signal(object)  # the Entry of a document whose file the user looks for
    export_wanted = Signal(object)  # a list of Entries
    languages_chosen = Signal(list, str, str)  # Entries, source and target ("" lets the text decide)
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
        """Serve `window`, with the colours of `theme`; `preferences` has the folder last used, and the order."""
        super().__init__(window)
        self._shelf, self._document, self._preferences = shelf, document, preferences
        self._notices, self._window = notices, window
        self._steps, self._offers = steps, offers
        self._added: Sequence[Path] = ()  # documents that are to be shown once they are in the list
        self._joining = False  # the document being opened is not in the list yet
        self.model = LibraryModel(shelf, preferences.settings.library_order)
        self.view = LibraryView(self.model, theme)
        self.panel = LibraryPanel(self.model, self.view, theme)
        self.translated = TranslatedShare(document, shelf, self)
        preferences.watch("library_order", self.model.sort_by, self)
        self._connect()

    def _connect(self) -> None:
        self.view.chosen.connect(self.chosen)
        self.view.pointed.connect(self.pointed)
        self.view.dropped.connect(self.files_chosen)
        self.view.menu_wanted.connect(self._show_menu)
        self.view.renamed.connect(self._steps.retitle)
        self.view.left.connect(self._sort_again)
        self._shelf.unwritten.connect(self._on_unwritten)
        self._shelf.refused.connect(self._on_refused)
        self._shelf.changed.connect(self._on_changed)
        self._shelf.used.connect(self._sort_again)
        self._steps.leaving.connect(self._on_leaving)
        self._steps.returned.connect(self._on_returned)
        self.model.arranged.connect(self._show_added)
        self._document.opening.connect(self._mark)
        self._document.closed.connect(self.model.mark_open)
        self._document.measured.connect(self._admit)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {
            "open": self.ask_for_files,
            "remove": lambda: self.remove(self._targets()),
            "rename": lambda: self._rename(self._targets()),
            "find_file": lambda: self._find(self._targets()),
            "show_in_folder": lambda: self._show_in_folder(self._targets()),
            **{f"sort_{order}": partial(self._sort_by, order) for order in CHOICES["library_order"]},
        }

    @guarded
    def ask_for_files(self) -> None:
        """Let the user choose files to open."""
        choose_files(
            self._window, self.tr("Open documents"), openable_files(), self._preferences, self.files_chosen.emit
        )

    def selected(self) -> list[Entry]:
        """The documents that are selected while the list has the focus."""
        return self.view.selected_entries() if self.view.hasFocus() else []

    def _targets(self) -> list[Entry]:
        """The documents that a command is for: those selected in the list if it has the focus, else the open one."""
        entry = self._document.entry
        if self.view.hasFocus():
            current = self.view.current_entry()
            return self.view.selected_entries() or ([current] if current is not None else [])
        return [entry] if entry is not None else []

    # The menu

    @guarded
    def _show_menu(self, place: QPoint) -> None:
        acts = {
            "open": lambda entries: self.chosen.emit(entries[0]),
            "find": self._find,
            "export": lambda entries: self.export_wanted.emit(list(entries)),
            "show": self._show_in_folder,
            "rename": self._rename,
            "remove": self.remove,
            "forget": lambda entries: self.forgetting.emit(list(entries)),
        }
        entries = self.view.selected_entries()
        shelf = self._shelf
        there = lambda entry: not shelf.is_missing(entry)  # noqa: E731
        menu = EntryMenu(entries, there, shelf.can_look_for, acts, self.languages_chosen.emit, self.view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _rename(self, entries: Sequence[Entry]) -> None:
        """Let the user type another title for the first document, in the list."""
        if not entries:
            return
        if self.model.row_of(entries[0]) < 0:
            self.panel.list_all()
        self.view.edit_title(entries[0])

    def _find(self, entries: Sequence[Entry]) -> None:
        """Let the user look for the file of the first document, if it is missing and may be elsewhere."""
        if entries and self._shelf.can_look_for(entries[0]):
            self.place_wanted.emit(entries[0])

    def possible(self) -> dict[str, bool]:
        """Which of `ON_DOCUMENTS` there is something to do for now."""
        entries = self._targets()
        one = len(entries) == 1
        find, missing = (one and test(entries[0]) for test in (self._shelf.can_look_for, self._shelf.is_missing))
        return dict(zip(ON_DOCUMENTS, (find, not missing), strict=True))

    def _show_in_folder(self, entries: Sequence[Entry]) -> None:
        if entries and (problem := open_folder(entries[0].path.parent)):
            self._notices.say(problem)

    # Order

    def _sort_by(self, order: str) -> None:
        self._preferences.change(library_order=order)

    @guarded
    def _sort_again(self) -> None:
        """Put the documents last opened on top, but not while the user goes through the list."""
        if self.model.order == "opened" and not self.view.in_use:
            self.model.arrange()

    # Removing

    def remove(self, entries: Sequence[Entry]) -> None:
        """Remove documents of the user's from the library; for pasted texts `deletion` follows."""
        pasted = [entry for entry in entries if is_pasted(entry.path)]
        others = entries if not pasted else [entry for entry in entries if not is_pasted(entry.path)]
        removed = [entry for entry in others if not entry.bundled]
        if entries and not pasted and not removed:
            self._notices.say(self.tr("The examples that come with Tospalt cannot be removed from the library."))
        if removed:
            self._remove(removed)
        if pasted:
            self.deletion.emit(pasted)

    def _remove(self, entries: Sequence[Entry]) -> None:
        opened, name = self._document.entry, self._shelf.called(entries[0])
        template = self.tr("“{name}” was removed from the library. The file itself was not changed.")
        if self._shelf.is_missing(entries[0]):
            template = self.tr("“{name}” was removed from the library.")
        step = self._steps.remove(entries, opened.path if opened is not None else None)
        if len(entries) > 1:
            template = self.tr(
                "%Ln document(s) were removed from the library. The files themselves were not changed.",
                "",
                len(entries),
            )
        self._offers.offer(template.format(name=name), step)

    @guarded
    def _on_leaving(self, paths: Collection[Path]) -> None:
        """Close the open document if it is about to be removed."""
        if self._document.entry is not None and self._document.entry.path in paths:
            self.open_removed.emit()

    @guarded
    def _on_returned(self, entry: Entry) -> None:
        """Open a document again that was open when it was removed, unless another is open by now."""
        if self._document.entry is None or self._document.entry.path == entry.path:
            self.returned.emit(entry)

    # What has been added

    @guarded
    def show_added(self, paths: Sequence[Path]) -> None:
        """Scroll to the first of documents that the user has added, once all are in the list; the focus stays."""
        self._added = paths
        self._show_added()

    @guarded
    def _show_added(self) -> None:
        if not self._added:
            return
        there = [path for path in self._added if self._shelf.library.find(path) is not None]
        if (rows := self.model.rows_of_files(there)) is None:
            return
        self._added = ()
        if rows and not self.view.in_use:
            self.view.bring_into_view(rows[0])

    # The open document

    @guarded
    def _admit(self, entry: Entry, words: int) -> None:
        """Add the open document, which has been read to its end, with all that the list shows of it."""
        text = self._document.text
        if text is not None:
            stamp = self._document.version.stamp
            self._shelf.admit(entry, Summary(text.document.title, text.document.language, words, stamp))

    @guarded
    def _mark(self, entry: Entry) -> None:
        if not self.model.is_open(entry):  # else it is only read again
            self.view.follow_open()
        self.model.mark_open(entry)
        self.view.select(entry)
        self._joining = self._shelf.library.find(entry.path) is None

    @guarded
    def _on_refused(self, entry: Entry, problem: str) -> None:
        """Say that a file does not join the list, unless it is shown instead of a text why it cannot be read."""
        if self._document.entry is None or self._document.entry.path != entry.path:
            self._notices.say(problem)

    @guarded
    def _on_unwritten(self, problem: Callable[[], str] | None) -> None:
        self._notices.keep_saying(problem, topic="unwritten-list")

    @guarded
    def _on_changed(self) -> None:
        entry = self._document.entry
        joined = self._joining and entry is not None and self._shelf.library.find(entry.path) is not None
        if joined and entry is not None and self.model.row_of(entry) < 0:
            self.panel.list_all()  # a filter hides what was just opened
        if not self.view.typing and (
            joined or not (self.view.in_use or self.view.several_selected)
        ):  # else the user is going through the list
            self._joining = False
            self.mark_open()

    @guarded
    def mark_open(self) -> None:
        """Mark the open document in the list, and select it."""
        if self._document.entry is not None:
            self.model.mark_open(self._document.entry)
            self.view.select(self._document.entry)

    def finish(self) -> None:
        """Keep what is being typed or counted: the window closes."""
        self.view.finish()
        self.translated.keep()

    def take_over(self, old: "LibraryController") -> None:
        """Show what the list of another window shows."""
        old.view.finish()
        self.mark_open()
        self.panel.field.setText(old.panel.field.text())
