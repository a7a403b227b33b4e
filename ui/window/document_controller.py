"""The open document, from being requested until being left, and what the window shows of it."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.errors import NoPackageError
from reader.library import Entry
from reader.parallel import ParallelText
from reader.text import Document, Revision
from ui.editing.controller import Editing
from ui.library.naming import with_distinction
from ui.library.shelf import Shelf
from ui.navigation.controller import Navigation
from ui.reading.view import ReadingView
from ui.session.open_document import OpenDocument
from ui.session.translation import Translation
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.line_breaks import window_title
from ui.toolkit.notices import NoticeBar
from ui.toolkit.one_line import one_line
from ui.window.given_files import FirstReadable, Given, GivenFiles
from ui.window.pages import Pages

# Milliseconds until a document that is being read takes the place of what is shown.
_PATIENCE_MS = 400


class DocumentController(QObject):
    """Opens documents, and shows the open one or a page that says why it cannot be shown."""

    title_changed = Signal(str)  # the text for the title bar
    text_shown = Signal(object)  # the ParallelText that is shown now
    new_shown = Signal(object)  # the Document, after `text_shown`, when it has just been opened
    page_shown = Signal()  # no text is shown any more
    closed = Signal()  # nothing is open any more
    chosen_again = Signal()  # the document whose text is shown was to be opened
    packages_chosen = Signal(object)  # Paths of package files
    memories_chosen = Signal(object)  # Paths of TMX files
    folders_chosen = Signal(object)  # Paths of folders

    def __init__(
        self,
        shelf: Shelf,
        document: OpenDocument,
        translation: Translation,
        pools: DiskPools,
        view: ReadingView,
        navigation: Navigation,
        editing: Editing,
        pages: Pages,
        notices: NoticeBar,
        window: QWidget,
    ) -> None:
        """Show `document`, whose `translation` may fail, in `window`; nothing is shown before `show_nothing`.

        Files that are to be opened are looked at in `pools`.
        """
        super().__init__(window)
        self._shelf, self._notices, self._document, self._translation = shelf, notices, document, translation
        self._view, self._navigation, self._editing, self._pages = view, navigation, editing, pages
        self._shown: Document | None = None
        self._takes_focus = True  # whether what is shown next takes the keyboard focus
        self._unreadable: tuple[Entry, Exception] | None = None  # the document that could not be read, and why
        self._first = FirstReadable()  # of those given at once
        self._no_package: NoPackageError | None = None  # why the open document is not translated at all
        self._left: tuple[str, str] | None = None  # languages in which the user reads it untranslated all the same
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PATIENCE_MS)
        self._waiting.timeout.connect(self._show_opening)
        self._given = GivenFiles(shelf, pools, self)
        self._given.sorted.connect(self._on_given)
        pages.entry_wanted.connect(self.open_entry)
        pages.original_wanted.connect(self._show_original)
        view.visible_rows_changed.connect(self._on_visible_rows)
        translation.notice.connect(notices.say)
        document.rows_changed.connect(view.rows_changed)
        document.rows_changed.connect(navigation.rows_changed)
        document.rows_changed.connect(editing.take_up)
        shelf.altered.connect(self._on_altered)
        shelf.distinguished.connect(self._on_distinguished)
        document.opening.connect(self._on_opening)
        document.recognising.connect(self._on_recognising)
        document.begun.connect(self._on_begun)
        document.opened.connect(self._on_opened)
        document.unreadable.connect(self._on_unreadable)
        translation.stopped.connect(self._on_stopped)

    # Opening

    @guarded
    def open_files(self, paths: Sequence[Path]) -> None:
        """Add files to the library and open the first that can be read; packages and translation memories are imported.

        The documents in folders are added too.
        """
        self._given.take(paths)

    @guarded
    def _on_given(self, given: Given) -> None:
        if given.folders:
            self.folders_chosen.emit(given.folders)
        if given.packages:
            self.packages_chosen.emit(given.packages)
        if given.documents:
            self._first = FirstReadable(given.documents)
            self.open_entry(self._shelf.wanted(given.documents[0]))
        if given.memories:
            self.memories_chosen.emit(given.memories)

    @guarded
    def show_entry(self, entry: Entry) -> None:
        """Open a document that was clicked in the list, where the keyboard goes on working: Delete removes it."""
        self._open(entry, takes_focus=False)

    @guarded
    def open_entry(self, entry: Entry) -> None:
        """Open a document of the library at the position where it was left, and read on there."""
        self._open(entry, takes_focus=True)

    @guarded
    def open_changed(self, entry: Entry) -> None:
        """Open the document again that could not be read, as its file has changed."""
        self._open(entry, takes_focus=self._pages.isAncestorOf(self._pages.window().focusWidget() or self._pages))

    @guarded
    def read_again(self, entry: Entry) -> None:
        """Open a document anew, also if its text is shown: it is in another file, or is to be read in another way."""
        self._read(entry, takes_focus=True)

    def _open(self, entry: Entry, *, takes_focus: bool) -> None:
        """Open a document; one that is open stays as it is, since its file, if it has changed, is read by itself."""
        here, text = self._document.entry, self._document.text
        if here is None or here.path != entry.path or text is None or self._shown is not text.document:
            self._read(entry, takes_focus=takes_focus)
            return
        self._end_first()
        if takes_focus and self._view.isVisible():
            self._view.setFocus()
        self._document.tell_again()
        self.chosen_again.emit()

    def _read(self, entry: Entry, *, takes_focus: bool) -> None:
        self._takes_focus = takes_focus
        self.keep_position()
        self._document.open(self._shelf.library.find(entry.path) or entry)

    def open_again(self, path: Path, row: int, share: float) -> None:
        """Open a document at a row, with this fraction of it scrolled past."""
        self._takes_focus = True
        self._document.open(replace(self._shelf.entry_of(path), row=row, share=share))

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        self._keep_unread(entry)
        self._notices.clear()
        if not self._first.opens(entry.path):
            self._end_first()
        self._unreadable = self._left = None
        self._show_name(entry)
        self._waiting.start()
        if self._takes_focus:
            self._pages.setFocus()  # what is typed until the text is shown is not for the list

    def _keep_unread(self, following: Entry) -> None:
        """Have a document that is left before it was read join the library all the same, as the user opened it."""
        left, library = self._document.entry, self._shelf.library
        if left is None or left.path == following.path or self._unreadable is not None:
            return
        if library.find(left.path) is None and not library.was_removed(left.path):
            self._shelf.add(left.path)

    def _show_name(self, entry: Entry) -> None:
        """Show the name of the document, until its title is known."""
        self.title_changed.emit(_title(self._shelf.called(entry)))

    # What is shown

    @guarded
    def _show_opening(self) -> None:
        """Say that the document is being read, rather than show what was left or how to open one."""
        if (entry := self._document.entry) is not None:
            self._pages.opening(entry)
            self._clear()

    @guarded
    def _on_recognising(self, number: int, count: int) -> None:
        if self._waiting.isActive():  # it takes long enough
            self._waiting.stop()
            self._show_opening()
        if (entry := self._document.entry) is not None:
            self._pages.recognising(entry, number, count)

    @guarded
    def _on_begun(self, text: ParallelText) -> None:
        """Show how the document begins, unless it was left at a place that is still to be read."""
        entry = self._document.entry
        if entry is not None and entry.row < len(text.rows):
            self._waiting.stop()
            self._pages.begun(entry, text, self._kept_position())
            self._clear()

    @guarded
    def _on_opened(self, text: ParallelText) -> None:
        self._end_first()
        if (revision := self._document.version.revision) is not None and self._shown is not None:
            self._show_revised(text, revision)
            return
        again = self._shown is text.document  # in another direction: the user stays at the same position
        read_on = None
        if not again and (entry := self._document.entry) is not None:
            self._document.entry = self._shelf.mark_opened(entry, int(time.time()))
            read_on = self._pages.position(entry)  # in its beginning
        self._show(text, self._view.position() if again else read_on or self._kept_position())
        if not again:
            self.new_shown.emit(text.document)

    def _show_revised(self, text: ParallelText, revision: Revision) -> None:
        """Show a later version of the same document; whatever the user is doing goes on where it was."""
        takes_focus, self._takes_focus = self._takes_focus, False
        stay, (row, share) = self._view.staying(revision), self._view.position()
        self._show(text, (revision.place_of(row), share))
        stay()
        self._takes_focus = takes_focus

    def _show(self, text: ParallelText, at: tuple[int, float]) -> None:
        self._waiting.stop()
        self._show_title(text)
        self._no_package = None
        self._shown = text.document
        self._pages.show_text()  # first, as only now the view has its size
        self._view.show_text(text, at=at)
        self._navigation.show_text(text)
        if self._takes_focus:
            self._view.setFocus()
        self._editing.follow()
        self.text_shown.emit(text)

    def _show_title(self, text: ParallelText) -> None:
        """Show the title that the user gave the document, or else that in the text, and what tells it from others."""
        entry, title = self._document.entry, text.document.title
        if entry is not None:
            title = with_distinction(one_line(entry.title) or title, self._shelf.distinction(entry))
        self.title_changed.emit(_title(title))

    @guarded
    def _on_altered(self, entries: Sequence[Entry]) -> None:
        """Show a title that has just been given to the open document."""
        here, text = self._document.entry, self._document.text
        if here is None or text is None:
            return
        entry = next((each for each in entries if each.path == here.path), here)
        if entry.title != here.title:
            self._document.entry = entry
            self._show_title(text)

    @guarded
    def _on_distinguished(self) -> None:
        """Show the title again: the document has joined the library, or another has got or lost the same title."""
        text = self._document.text
        if text is not None and self._shown is text.document:
            self._show_title(text)

    @guarded
    def _on_unreadable(self, entry: Entry, error: Exception) -> None:
        self._waiting.stop()
        self._unreadable = entry, error
        if (other := self._first.after(entry.path, said(error))) is not None:
            self._shelf.give_up([entry.path])  # or it would tell of it too
            self._open(self._shelf.wanted(other), takes_focus=self._takes_focus)
            return
        self._end_first()
        if self._shelf.has_lost(entry, error):
            self._pages.missing(entry)
        else:
            self._pages.unreadable(entry, error)
        self._clear()
        if self._takes_focus:
            self._pages.page.focus()

    def _end_first(self) -> None:
        """Tell why documents that were given with the one that is opened cannot be read; no other is opened instead."""
        first, self._first = self._first, FirstReadable()
        for problem in first.problems.values():
            self._notices.say(problem)

    @guarded
    def _on_stopped(self, error: Exception) -> None:
        if isinstance(error, NoPackageError):
            self._show_no_package(error)
        else:
            self._notices.say(said(error), self.tr("Try again"), self._translation.resume, topic="stopped", here=True)

    def _show_no_package(self, error: NoPackageError) -> None:
        """Show a page over the text, where the user may choose to see the text, unless they have."""
        if self._left == (error.source, error.target):
            return
        self._no_package = error
        reading = self._pages.isAncestorOf(self._pages.window().focusWidget() or self._pages)
        self._pages.no_package(error)
        if self._takes_focus and (reading or self._document.version.revision is None):
            self._pages.page.focus()

    @guarded
    def _show_original(self) -> None:
        error, self._no_package = self._no_package, None
        self._left = (error.source, error.target) if error is not None else None
        self._pages.show_text()
        self._view.setFocus()

    @guarded
    def close_document(self) -> None:
        """Close the open document, if any."""
        self._notices.clear()
        self._end_first()
        self._document.close()  # what this ends is told
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that nothing is open, and how to open something."""
        self._waiting.stop()
        self.title_changed.emit("Tospalt")
        self._unreadable = self._no_package = None
        self._pages.nothing_open(empty=not len(self._shelf.library))
        self._clear()
        self.closed.emit()

    def _clear(self) -> None:
        """A page is shown: hide everything that belongs to a text."""
        self._view.show_text(None)
        self._navigation.show_text(None)
        self._shown = None
        self.page_shown.emit()

    # Position

    @guarded
    def _on_visible_rows(self, rows: range) -> None:
        self._document.see(rows)

    def reading_position(self) -> tuple[Entry, int, float] | None:
        """The document that is open or being read, the row at the top and the fraction of it scrolled past."""
        entry, text = self._document.entry, self._document.text
        if entry is None:
            return None
        if text is None or self._shown is not text.document:
            return entry, entry.row, entry.share
        return entry, *self._view.position()

    def _kept_position(self) -> tuple[int, float]:
        entry = self._document.entry
        return (entry.row, entry.share) if entry is not None else (0, 0.0)

    def keep_position(self) -> None:
        """Remember the position where the open document is left."""
        text = self._document.text
        if text is not None and self._shown is text.document and (place := self.reading_position()) is not None:
            self._shelf.keep_position(*place)

    # Replacing another window

    def take_over(self, old: "DocumentController") -> None:
        """Show what `old` shows, at the same position, and open what it was to open."""
        self._given.take_over(old._given)
        if self._document.entry is not None:
            self._show_name(self._document.entry)  # it may be unreadable, or not read yet
        if old._unreadable is not None:
            self._on_unreadable(*old._unreadable)
        if self._document.text is None:
            if self._document.entry is not None and old._unreadable is None:
                self._show_opening()
            return
        self._show(self._document.text, old._view.position())
        self._view.take_over(old._view)
        self._navigation.take_over(old._navigation)
        self._left = old._left
        if old._no_package is not None:
            self._show_no_package(old._no_package)


def _title(document: str) -> str:
    return window_title(document, "Tospalt")
