"""The window: the library, the reading view, the notices and the status bar, wired together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from reader.errors import NoPackageError
from reader.library import Entry
from reader.parallel import ParallelText
from reader.settings import Settings
from reader.text import Document, other_language
from reader.version import __version__
from ui.editing.controller import Editing
from ui.editing.edit_keeper import EditKeeper
from ui.editing.edits_elsewhere import EditsElsewhere
from ui.editing.vanished_edits import VanishedEdits
from ui.export.batch import Batch
from ui.export.controller import Exporting
from ui.library.model import LibraryModel
from ui.library.shelf import Shelf, Summary
from ui.library.view import LibraryView
from ui.navigation.controller import Navigation
from ui.reading.cell import RETRY
from ui.reading.view import ReadingView
from ui.session.export_job import Writing
from ui.session.preferences import Preferences
from ui.session.progress import Progress
from ui.session.session import Workspace
from ui.toolkit.elided import ElidedLabel
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import language_in_text, language_title, said
from ui.toolkit.line_breaks import window_title
from ui.toolkit.notices import NoticeBar
from ui.toolkit.theme import Theme, theme_for
from ui.window.actions import Actions
from ui.window.appearance import Appearance
from ui.window.forgetter import Forgetter
from ui.window.forgetting import Forgetting
from ui.window.placeholder import Page
from ui.window.placeholders import Pages
from ui.window.shortcuts_dialog import ShortcutsDialog
from ui.window.status_bar import TranslationStatus

_DEFAULT_SIZE = (1180, 780)
_SMALLEST_SIZE = (640, 420)
_LIBRARY_WIDTH = 280
_KEEPING_S = 1.0  # closing waits so long for edits to be written, before all else
_LEAST_TEXT = 280  # library and outline give way
_UNDO = "undo"  # with a space and more, the topics of what was done to words in the open text
_FORGETTING = "forgetting"  # the topic of what is not forgotten yet
_UNSAVED = "unsaved"  # the topic of edits that are not written
_NEED_A_DOCUMENT = (
    *("export", "copy", "copy_table", "pin", "follow", "edit", "swap", "from_detected", "from_nb", "from_en", "pause"),
    *("cancel", "resume"),
)


class MainWindow(QMainWindow):
    """The one window of the program."""

    left = Signal()  # nothing is open any more
    packages_wanted = Signal()
    packages_dropped = Signal(object)  # list of Paths of package files

    def __init__(
        self,
        shelf: Shelf,
        workspace: Workspace,
        edits: EditKeeper,
        vanished: VanishedEdits,
        writing: Writing,
        forgetter: Forgetter,
        preferences: Preferences,
    ) -> None:
        """A window over the services that outlive it."""
        super().__init__()
        self._shelf, self._workspace, self._edits, self._vanished = shelf, workspace, edits, vanished
        self._preferences = preferences
        theme = theme_for(preferences.settings.theme)
        self.appearance = Appearance(preferences, theme, self)
        self.library_model = LibraryModel(shelf)
        self.library_view = LibraryView(self.library_model, theme)
        self.reading_view = ReadingView(self.appearance.looks())
        self.navigation = Navigation(self.reading_view, theme, self.settings.outline_shown, self)
        self.editing = Editing(self.reading_view, workspace, edits, theme, self)
        self._elsewhere = EditsElsewhere(self.reading_view, workspace, edits, vanished)
        self.notices, self.page, self.status = NoticeBar(), Page(), TranslationStatus()
        self._pages = Pages(self.page)
        self._direction, self._words = ElidedLabel(), ElidedLabel()
        self._trouble: tuple[Entry, Exception] | None = None  # the document that could not be read
        self._unserved: NoPackageError | None = None  # why the open document is not translated at all
        self._shown: Document | None = None
        self.actions_ = Actions(self, self._handlers())
        self._writing = writing
        self._exporting = Exporting(self, workspace, writing, self.notices, preferences)
        self._forgetter = forgetter
        self._forgetting = Forgetting(self, workspace, self.editing, edits, shelf, forgetter, self.notices, self._leave)
        self._batch = Batch(self, workspace, preferences)
        self._lay_out()
        self._connect()
        self.reading_view.addActions([self.actions_[name] for name in ("copy", "copy_table", "pin", "follow", "edit")])
        preferences.bind("theme", lambda name: self.set_theme(theme_for(name)), self)
        self._mark_choices()
        self._nothing_open()

    def _lay_out(self) -> None:
        size = QSize(self.settings.window_width or _DEFAULT_SIZE[0], self.settings.window_height or _DEFAULT_SIZE[1])
        self.resize(size.boundedTo(self.screen().availableSize() * 2))  # it may span two screens
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.setAcceptDrops(True)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.page)
        self._stack.addWidget(self.reading_view)
        self._middle = QWidget()
        self._middle.setMinimumWidth(_LEAST_TEXT)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        column.addWidget(self.editing.bar)
        column.addWidget(self.navigation.parts.go_to)
        column.addWidget(self.navigation.parts.find)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.addWidget(self.library_view)
        self._splitter.addWidget(self._middle)
        self._splitter.addWidget(self.navigation.parts.outline)
        self._splitter.setCollapsible(1, False)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setHandleWidth(1)
        self._splitter.setCollapsible(2, False)
        self._splitter.setSizes([self.settings.library_width or _LIBRARY_WIDTH, 900, self.settings.outline_width])
        self.library_view.setVisible(self.settings.library_width > 0)
        self.setCentralWidget(self._splitter)
        self._lay_out_bars()

    def _lay_out_bars(self) -> None:
        self.actions_.fill_menus(self.menuBar())
        bar = QToolBar(self.tr("Tools"))
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.actions_.fill_tool_bar(bar)
        self.addToolBar(bar)
        for label in (self._direction, self._words):
            label.setObjectName("caption")
        for label in (self._direction, self._words):
            label.setContentsMargins(12, 0, 0, 0)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self._direction)
        self.statusBar().addWidget(self._words)
        self.statusBar().addPermanentWidget(self.status)

    def _connect(self) -> None:
        shelf, workspace = self._shelf, self._workspace
        self._preferences.changed.connect(self._mark_choices)
        self.appearance.looks_changed.connect(self._draw_anew)
        shelf.notice.connect(self.notices.say)
        shelf.changed.connect(self._mark_open_entry)
        self.library_view.chosen.connect(self.open_entry)
        self.library_view.removal.connect(self._remove)
        self.library_view.dropped.connect(self.open_files)
        workspace.opening.connect(self._on_opening)
        workspace.opened.connect(self._on_opened)
        workspace.packages_changed.connect(self._show_direction)
        workspace.measured.connect(self._on_measured)
        workspace.unreadable.connect(self._on_unreadable)
        workspace.rows_changed.connect(self.reading_view.rows_changed)
        workspace.rows_changed.connect(self.navigation.rows_changed)
        workspace.rows_changed.connect(self.editing.take_up)
        self.navigation.notice.connect(self.notices.say)
        self.editing.notice.connect(self.notices.say)
        self.editing.undoable.connect(self._offer_undo)
        workspace.leaving.connect(self._withdraw_undo)
        self._edits.notice.connect(self.notices.say)
        self._edits.trouble.connect(self._tell_of_trouble)
        self._edits.untroubled.connect(self._tell_of_no_trouble)
        self._edits.differed.connect(self._tell_of_difference)
        self._forgetter.forgotten.connect(self.notices.forget)
        self._forgetter.told.connect(self._tell_of_forgetting)
        self.reading_view.visible_rows_changed.connect(self._elsewhere.look)
        self._elsewhere.vanished.connect(self._tell_of_vanished_edits)
        self.navigation.outline_toggled.connect(self._on_outline_toggled)
        workspace.progressed.connect(self._on_progress)
        workspace.stopped.connect(self._on_stopped)
        workspace.notice.connect(self.notices.say)
        self._writing.notice.connect(self._tell_of_export)
        self.reading_view.visible_rows_changed.connect(self._on_visible_rows)
        self.reading_view.words_lit.connect(self._words.setText)
        self.reading_view.link_activated.connect(self._follow)
        self.reading_view.split_dragged.connect(self.appearance.set_split)
        self.status.cancelled.connect(workspace.cancel)
        self.status.paused.connect(workspace.pause)
        self.status.resumed.connect(workspace.resume)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "open": self._ask_for_file,
            "export": lambda: self._exporting.ask(),
            "export_several": lambda: self._batch.ask(self.library_model.titled()),
            "remove": lambda: self._remove(self._entry_in_hand()),
            "quit": self.close,
            "copy": self.reading_view.copy,
            "copy_table": self.reading_view.copy_table,
            "pin": self.reading_view.toggle_pin,
            "follow": self.reading_view.follow_link,
            "edit": self.editing.begin,
            **self.appearance.handlers(),
            **self.navigation.handlers(),
            "library": self._toggle_library,
            "swap": self._swap,
            "from_detected": lambda: self._choose_languages("", ""),
            "from_nb": lambda: self._choose_languages("nb", "en"),
            "from_en": lambda: self._choose_languages("en", "nb"),
            "pause": self._workspace.pause,
            "packages": self.packages_wanted.emit,
            "memory": lambda: self._forgetting.open(),
            "cancel": self._workspace.cancel,
            "resume": self._workspace.resume,
            "shortcuts": self._show_shortcuts,
            "about": self._about,
        }

    # Opening

    @guarded
    def open_entry(self, entry: Entry) -> None:
        """Open a document of the library."""
        self._keep_position()
        entry = self._shelf.library.find(entry.path) or entry
        self.library_view.select(entry)
        self._workspace.open(entry)

    def open_again(self, path: Path, row: int, share: float) -> None:
        """Open a document where it was left."""
        entry = self._shelf.entry_of(path)
        self._workspace.open(replace(entry, row=row, share=share))
        self.library_view.select(entry)

    def left_at(self) -> tuple[Entry, int, float] | None:
        """The document that is open or being read, the row at the top and the share of it scrolled past."""
        entry, text = self._workspace.entry, self._workspace.text
        if entry is None:
            return None
        if text is None or self._shown is not text.document:
            return entry, entry.row, entry.share
        return entry, *self.reading_view.position()

    @guarded
    def open_files(self, paths: Sequence[Path]) -> None:
        """Put files into the library and open the first of them; package files are for the package manager."""
        packages = [path for path in paths if path.suffix.lower() == ".argosmodel"]
        paths = [path for path in paths if path not in packages]
        if packages:
            self.packages_dropped.emit(packages)
        # The first is read once, to be shown, and joins the library then.
        for path in paths[1:]:
            self._shelf.add(path)
        if paths:
            self.open_entry(self._shelf.wanted(paths[0]))

    @guarded
    def _mark_open_entry(self) -> None:
        if self._workspace.entry is not None:
            self.library_view.select(self._workspace.entry)

    def _ask_for_file(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Open documents"),
            self.settings.last_folder,
            self.tr("Text files (*.txt *.md *.markdown *.text);;All files (*)"),
        )
        if names:
            self._preferences.change(last_folder=str(Path(names[0]).parent))
            self.open_files([Path(name) for name in names])

    def _entry_in_hand(self) -> Entry | None:
        """The document marked in the list while that has the focus, else the open one."""
        return self.library_view.current_entry() if self.library_view.hasFocus() else self._workspace.entry

    @guarded
    def _remove(self, entry: Entry | None) -> None:
        if entry is None:
            return
        if entry.bundled:
            self.notices.say(self.tr("The examples that come with Tospalt cannot be removed from the library."))
            return
        if self._workspace.entry is not None and self._workspace.entry.path == entry.path:
            self._workspace.close()
            self._nothing_open()
        self._shelf.remove(entry)
        message = self.tr("“{name}” was removed from the library. The file itself was not changed.").format(
            name=entry.path.name
        )
        topic = f"removed {entry.path}"
        self.notices.say(message, self.tr("Undo"), lambda: self.open_files([entry.path]), topic=topic)

    def _leave(self) -> None:
        """Close the document that is open, if one is."""
        self._workspace.close()
        self._nothing_open()

    def _nothing_open(self) -> None:
        self.setWindowTitle("Tospalt")
        self._trouble = self._unserved = None
        keys = self.actions_["open"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self._pages.nothing_open(keys, self._ask_for_file, empty=not len(self._shelf.library))
        self._show_page()
        self.left.emit()

    def _show_page(self) -> None:
        """Show the page, which has its words already, in place of a text."""
        self._stack.setCurrentWidget(self.page)
        self.reading_view.show_text(None)
        self.navigation.show_text(None)
        self.status.clear()
        self._direction.clear()
        self._words.clear()
        self._shown = None
        self._enable(open_=False)

    def _enable(self, *, open_: bool) -> None:
        for name in (*_NEED_A_DOCUMENT, *self.navigation.handlers()):
            self.actions_[name].setEnabled(open_)

    def _kept_position(self) -> tuple[int, float]:
        entry = self._workspace.entry
        return (entry.row, entry.share) if entry is not None else (0, 0.0)

    def _keep_position(self) -> None:
        """Remember where the open document is left."""
        text = self._workspace.text
        if text is not None and self._shown is text.document and (left := self.left_at()) is not None:
            self._shelf.keep_position(*left)

    @guarded
    def _follow(self, address: str) -> None:
        """A link was clicked: try again, or ask before anything is opened outside."""
        if address == RETRY:
            self._workspace.resume()
        elif QUrl(address).scheme() in ("http", "https", "mailto"):
            question = self.tr("Open “{address}” in your web browser?").format(address=address)
            topic = f"open {address}"
            self.notices.say(question, self.tr("Open"), lambda: QDesktopServices.openUrl(QUrl(address)), topic=topic)
        else:
            self.notices.say(self.tr("“{address}” is not a web address.").format(address=address))

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        self.notices.clear()
        self._trouble = None
        self.setWindowTitle(window_title(f"{entry.path.name} – Tospalt"))
        self.status.clear()

    @guarded
    def _on_opened(self, text: ParallelText, at: tuple[int, float] | None = None) -> None:
        self.setWindowTitle(window_title(f"{text.document.title} – Tospalt"))
        self._unserved = None
        again = self._shown is text.document  # in another direction: the reader stays where they are
        at = at or (self.reading_view.position() if again else self._kept_position())
        self._shown = text.document
        self._stack.setCurrentWidget(self.reading_view)  # first, for only now it has its size
        self.reading_view.show_text(text, at=at)
        self.navigation.show_text(text)
        self.reading_view.setFocus()
        self.editing.follow()
        self._show_direction(text)
        self._tell_of_language(text)
        self._enable(open_=True)

    @guarded
    def _on_measured(self, entry: Entry, words: int) -> None:
        text = self._workspace.text
        if text is not None:
            self._shelf.admit(entry, Summary(text.document.title, text.document.language, words))

    @guarded
    def _on_unreadable(self, entry: Entry, error: Exception) -> None:
        self._trouble = (entry, error)
        self._pages.unreadable(entry.path, error, partial(self.open_entry, entry), self._ask_for_file)
        self._show_page()
        self.page.focus()

    # Translating

    @guarded
    def _show_direction(self, text: ParallelText) -> None:
        """From what language into which, and by which packages."""
        source, target = language_title(text.source_language), language_in_text(text.target_language)
        packages = [f"{package.name} {package.version}" for package in text.packages]
        self._direction.setText(" · ".join([f"{source} → {target}", *packages]))

    def _tell_of_language(self, text: ParallelText) -> None:
        entry = self._workspace.entry
        chosen = entry.source if entry is not None else ""
        self.actions_[f"from_{chosen}" if chosen in ("nb", "en") else "from_detected"].setChecked(True)
        if not chosen and not text.document.certain:
            message = self.tr("Language unclear; reading as {language}.")
            self.notices.say(
                message.format(language=language_in_text(text.source_language)),
                self.tr("Swap direction"),
                self._swap,
                topic="language",
                asked=False,
            )

    def _swap(self) -> None:
        if (languages := self._workspace.languages) is not None:
            source, target = languages
            self._choose_languages(target, source)

    def _choose_languages(self, source: str, target: str) -> None:
        entry, text = self._workspace.entry, self._workspace.text
        if entry is None or text is None:
            return
        self.notices.clear()
        self._workspace.entry = self._shelf.choose_languages(entry, source, target)
        self._workspace.set_languages(source, target)
        self.library_model.refresh()
        self.library_view.select(entry)

    @guarded
    def _on_progress(self, progress: Progress) -> None:
        self.status.show_progress(progress)
        unfinished = progress.done - progress.failed < progress.total
        self.actions_["pause"].setEnabled(progress.running and not progress.paused)
        self.actions_["cancel"].setEnabled(progress.running or progress.paused)
        self.actions_["resume"].setEnabled(unfinished and (progress.paused or not progress.running))

    @guarded
    def _on_stopped(self, error: Exception) -> None:
        if isinstance(error, NoPackageError):
            self._show_no_package(error)
        else:
            self.notices.say(said(error), self.tr("Try again"), self._workspace.resume, topic="stopped")

    def _show_no_package(self, error: NoPackageError) -> None:
        self._unserved = error
        packages = self.actions_["packages"].trigger if "packages" in self.actions_ else None
        self._pages.no_package(error, packages, self._read_as, self._show_text)
        self._stack.setCurrentWidget(self.page)
        self.page.focus()

    def _read_as(self, code: str) -> None:
        self._choose_languages(code, other_language(code))

    def _show_text(self) -> None:
        self._stack.setCurrentWidget(self.reading_view)
        self.reading_view.setFocus()

    @guarded
    def _on_visible_rows(self, rows: range) -> None:
        self._workspace.visible_rows = rows

    @guarded
    def _offer_undo(self, words: str, undo: Callable[[], None], topic: str) -> None:
        self.notices.say(words, self.tr("Undo"), undo, topic=f"{_UNDO} {topic}")

    @guarded
    def _withdraw_undo(self) -> None:
        self.notices.take_back(_UNDO)

    @guarded
    def _tell_of_trouble(self, words: str, lasting: bool) -> None:
        self.notices.say(words, topic=_UNSAVED, lasting=lasting)

    @guarded
    def _tell_of_difference(self, words: str, use_other: Callable[[], None], document: Path | None, topic: str) -> None:
        use = self.tr("Use the other edit")
        closed = partial(self._edits.release, topic)
        self.notices.say(words, use, use_other, topic=f"other {topic}", lasting=True, about=document, closed=closed)

    @guarded
    def _tell_of_vanished_edits(self, document: Path | None) -> None:
        count = self._vanished.count(document)
        words = self.tr(
            "Your edit(s) in “{name}” were deleted elsewhere. The machine translation is shown again.", "", count
        )
        told, topic = words.format(name=document.name if document is not None else ""), f"vanished {document}"
        bring_back, do = self.tr("Restore edit(s)", "", count), partial(self._vanished.bring_back, document)
        self.notices.say(told, bring_back, do, topic=topic, lasting=True, about=document)

    @guarded
    def _tell_of_no_trouble(self) -> None:
        self.notices.take_back(_UNSAVED)

    @guarded
    def _tell_of_forgetting(self, words: str) -> None:
        self.notices.take_back(_FORGETTING)
        self.notices.say(words)

    # Exporting

    @guarded
    def _tell_of_export(self, path: Path, message: str) -> None:
        self.notices.say(message, topic=f"export {path}")

    # Looks

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in the colours of `theme`."""
        self.appearance.theme = theme
        self.actions_.set_theme(theme)
        self.library_view.set_theme(theme)
        self.navigation.set_theme(theme)
        self.editing.bar.set_theme(theme)
        self._draw_anew()

    @guarded
    def _draw_anew(self) -> None:
        self.reading_view.configure(self.appearance.looks())
        self.navigation.set_view(self.settings.view)

    @guarded
    def _mark_choices(self) -> None:
        for name in self.appearance.checked():
            self.actions_[name].setChecked(True)

    def _toggle_library(self) -> None:
        width = self.library_view.width()
        shown = self.library_view.isVisible()
        self.library_view.setVisible(not shown)
        self._preferences.change(library_width=0 if shown else width or _LIBRARY_WIDTH)

    @guarded
    def _on_outline_toggled(self, shown: bool) -> None:
        width = self.settings.outline_width if shown else self.navigation.parts.outline.width()
        self._preferences.change(outline_shown=shown, outline_width=width)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._preferences.settings

    def _show_shortcuts(self) -> None:
        dialog = ShortcutsDialog(self.actions_, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _about(self) -> None:
        QMessageBox.about(
            self,
            self.tr("About Tospalt"),
            self.tr(
                "<b>Tospalt {version}</b><p>Reads a text and its translation side by side, entirely on this "
                "computer.<p>Translation by Argos Translate and CTranslate2, pages by Typst, text set in "
                "Source Serif 4.<p>Licence: MIT. The language packages that come with it: CC BY-SA 4.0. "
                "Source Serif 4: SIL Open Font License."
            ).format(version=__version__),
        )

    # Taking another window's place, when the language changes

    def take_over(self, old: "MainWindow") -> None:
        """Show what `old` shows, where it shows it, in its place on the screen."""
        self.setGeometry(old.geometry())
        self.setWindowState(old.windowState())
        self._splitter.setSizes(old._splitter.sizes())
        self._mark_open_entry()
        self.setVisible(old.isVisible())
        self._show_what(old)
        if old.appearance.settings_open:
            self.appearance.open_settings()

    def _show_what(self, old: "MainWindow") -> None:
        self.notices.take_over(old.notices)
        self.editing.take_over(old.editing)
        if old._trouble is not None:
            self._on_unreadable(*old._trouble)
        if self._workspace.text is None:
            return
        self._on_opened(self._workspace.text, at=old.reading_view.position())
        self.reading_view.take_over(old.reading_view)
        self.navigation.take_over(old.navigation)
        if old.status.progress is not None:
            self._on_progress(old.status.progress)
        if old._unserved is not None:
            self._show_no_package(old._unserved)

    def retire(self) -> None:
        """Go away for another window that has taken over."""
        self.hide()
        self.deleteLater()

    # The window's own events

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        self.open_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything; once it is refused if something that the user wrote cannot be kept."""
        self.editing.finish()
        self.save()
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()

    def _may_close(self) -> bool:
        """Whether all is kept or forgotten and all was told that came of it, or the user was asked already."""
        self._edits.try_again()
        self._workspace.edit_pool.flush(_KEEPING_S)
        unsaved, undeleted = self._edits.ask_for()
        if asked := bool(unsaved or undeleted):
            self._ask_to_leave(unsaved, undeleted)
        if forgetting := self._forgetter.ask_for():
            words = self.tr(
                "Tospalt is still deleting what you asked it to forget. Close again to quit anyway. Some of it "
                "may then not be deleted."
            )
            self.notices.say(words, topic=_FORGETTING)
        return not asked and not forgetting and not self._edits.untold

    def _ask_to_leave(self, unsaved: list[str], undeleted: list[str]) -> None:
        """Close the window only if that is asked for once more, without what could not be kept or deleted."""
        template = self.tr(
            "The edit(s) could not be saved to disk: “{words}”. Close again to quit anyway. Tospalt will try to "
            "keep them as draft(s).",
            "",
            len(unsaved),
        )
        other = self.tr(
            "The edit(s) that you deleted could not be removed from the disk: “{words}”. Close again to quit anyway. "
            "They will then reappear.",
            "",
            len(undeleted),
        )
        self.notices.say(
            "\n".join(t.format(words="\n".join(each)) for t, each in ((template, unsaved), (other, undeleted)) if each),
            self.tr("Copy"),
            (lambda: QGuiApplication.clipboard().setText("\n".join(unsaved))) if unsaved else None,
            topic=_UNSAVED,
            lasting=True,
        )

    @guarded
    def save(self) -> None:
        """Remember the sizes and the place."""
        self._keep_position()
        width = self._splitter.sizes()[0] if self.library_view.isVisible() else 0
        outline = self._splitter.sizes()[2] or self.settings.outline_width
        self._preferences.change(
            window_width=self.width(), window_height=self.height(), library_width=width, outline_width=outline
        )
