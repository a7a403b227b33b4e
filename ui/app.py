"""Assembly of the program: the only module that builds all services and knows them all."""

import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader.drafts import Drafts
from reader.engine import Engines
from reader.late_dataclasses import dataclass
from reader.library import Entry, Library
from reader.library_forgotten import ForgottenWatch
from reader.memory import Memory
from reader.parts import sweep_parts
from reader.paths import (
    DRAFTS_FOLDER,
    LIBRARY_FILE,
    MEMORY_FILE,
    OWN_WORDS_FILE,
    SETTINGS_FILE,
    WATCHED_FILE,
)
from reader.settings_file import SettingsFile
from reader.spelling import OwnWords, Speller
from reader.translation import in_forgotten_folder
from reader.watched import Watched
from ui.compare.checked_count import CheckedCount
from ui.compare.invented_words import InventedWords
from ui.compare.sentences import Sentences
from ui.editing.deleted_edits import DeletedEdits
from ui.editing.edit_keeper import EditKeeper
from ui.editing.edit_steps import EditSteps
from ui.editing.judged_elsewhere import JudgedElsewhere
from ui.editing.judged_rows import JudgedRows
from ui.editing.judging import Judging
from ui.editing.sentence_jobs import SentenceJobs
from ui.editing.spelling import Spelling
from ui.library.folders import Folders as AddedFolders
from ui.library.presence import Presence
from ui.library.shelf import Shelf
from ui.library.steps import LibrarySteps
from ui.library.watching import Watching
from ui.packages.controller import PackageController
from ui.reading.typography import load_fonts
from ui.session.asides import Asides
from ui.session.attachments import Attachments
from ui.session.beside import Beside
from ui.session.doubts import Doubts
from ui.session.export_job import Writing
from ui.session.file_watch import FileWatch
from ui.session.forgotten_elsewhere import ForgottenElsewhere
from ui.session.idle_engines import IdleEngines
from ui.session.loading_ahead import LoadingAhead
from ui.session.memory_problems import MemoryProblems
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.pools import Pools
from ui.session.preferences import Preferences
from ui.session.translation import Translation
from ui.session.undo import Undo
from ui.toolkit.cycle_collector import CycleCollector
from ui.toolkit.dialog import waits_for_user
from ui.toolkit.focus_items import FocusItems
from ui.toolkit.focus_keys import FocusKeys
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import InterfaceLanguage, interface_language
from ui.toolkit.imports_ahead import ImportsAhead
from ui.toolkit.jobs import Job, finish_all
from ui.toolkit.text_keys import TextKeys
from ui.toolkit.theme import palette, style_sheet, theme_for
from ui.window.beginning import Beginning, is_first_start
from ui.window.document_steps import DocumentSteps
from ui.window.forgetter import Forgetter
from ui.window.help import HelpController
from ui.window.main_window import MainWindow
from ui.window.needed import NEEDED_LATER, NEEDED_SOON
from ui.window.problems import Problems
from ui.window.recovery import Recovery
from ui.window.services import Services

# Seconds a thread may keep the interpreter while others wait; Python's default, 0.005, is a third of a frame.
_SWITCH_S = 0.001
# Seconds that saving waits for each of two threads.
_PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders of the program's own files: the library, the settings."""

    data: Path
    config: Path


class Tospalt(QObject):
    """The program: the services, the window and their connections.

    Attributes:
        beside: whether another window of the program is open, so that this one opens nothing by itself.
    """

    def __init__(self, folders: Folders) -> None:
        """Build everything; needs a QApplication. The window is not shown yet."""
        super().__init__()
        self.beside = False
        # The window must not wait long for a thread that is running Python code.
        sys.setswitchinterval(_SWITCH_S)
        self._collector = CycleCollector()
        first = is_first_start(folders.config / SETTINGS_FILE, folders.data / LIBRARY_FILE)
        settings_file = SettingsFile(folders.config / SETTINGS_FILE)
        self.preferences = Preferences(settings_file)
        self.problems = Problems(lambda: self.window.notices, lambda: self.help.reports)
        self.preferences.unwritten.connect(self.problems.keep_telling)
        library = Library(folders.data / LIBRARY_FILE, deferred=True)
        self.memory, self.pools, engines = Memory(folders.data / MEMORY_FILE), Pools(), Engines()
        self._make_document(engines)
        self._make_editing(folders.data)
        self._make_library(library, folders.data)
        load_fonts()
        self._language = InterfaceLanguage()
        self._language.use(self._chosen_language())
        # Deferred: the signal comes from the old window.
        self.preferences.watch("interface_language", lambda _: self._apply_language_soon(), self)
        self.packages = PackageController(folders.data, self.document, self.pools.files)
        self.help = HelpController(folders.data, folders.config, self.preferences)
        self.recovery = Recovery(
            folders.data,
            self.document,
            self.edits,
            (self.judging, self._document_steps.unsaved),
            self.kept_values,
            self.shelf.called_at,
            self.help.reports.copy_of_ended,
        )
        self.forgetter.forgotten.connect(self.recovery.offer_kept)
        for moved in (self._library_steps.followed, self._library_steps.relocated):
            moved.connect(self.recovery.follow)
        self.packages.store.changed.connect(self.columns.look_for_packages)
        self.window = self._new_window()
        # After the window: while it is put together, each widget would be given the style sheet several times.
        self.preferences.bind("theme", self._apply_theme, self)
        self._beginning = Beginning(lambda: self.window, self.shelf, self.document, self.pools.files, first=first)
        self._watch_application()
        if first_problems := [problem for problem in (library.problem, settings_file.problem) if problem]:
            self.problems.tell_of(first_problems)

    def _make_document(self, engines: Engines) -> None:
        """What reads and translates the open document."""
        self._pipelines = Pipelines(engines, self.memory)
        self.document = OpenDocument(self.pools.files, self.memory)
        self._asides = Asides(self.pools.engine)
        self.translation = Translation(self.document, self.pools.engine, self._pipelines, self._asides)
        busy = lambda: self.translation.translating  # noqa: E731
        self._idle = IdleEngines(engines, self.pools.engine, busy, self._has_bokmal)
        self._ahead = LoadingAhead(self.document, engines, self.pools.engine)
        self._imports = ImportsAhead(NEEDED_SOON, NEEDED_LATER, self.pools.files, self._is_busy)
        self._memory_problems = self._watch_memory()

    def _make_editing(self, data: Path) -> None:
        """What changes translations and judges them, and can be undone; it outlives the window."""
        sentences = SentenceJobs(self.document, self._pipelines, self.pools.engine)
        self.edits = EditKeeper(self.document, self.memory, self.pools.edits, sentences)
        self._drafts = Drafts(data / DRAFTS_FOLDER)
        self.undo = Undo()
        beside = Beside(
            self.document, self.translation, self.pools, self.memory, self._pipelines, self._asides, self.undo
        )
        beside.notice.connect(self.problems.tell)
        self._beside_text, self.kept_values = beside, beside.kept
        self.columns, self.reference, self.notes = beside.columns, beside.reference, beside.notes
        self.document.opening.connect(guarded(lambda entry: self.undo.show(entry.path)))
        self.document.closed.connect(guarded(lambda: self.undo.show(None)))
        self._edit_steps = EditSteps(self.document, self.edits, self.undo)
        self.deleted = DeletedEdits(self.edits, self._edit_steps)
        self.judging = Judging(self.document, self.memory, self.pools.edits, self.undo)
        self.judging.notice.connect(self.problems.tell)
        self._judged_elsewhere = JudgedElsewhere(self.document, self.judging, self.memory, self.pools.edits)
        self._judged_rows = JudgedRows(self.document, self.judging)
        self.doubts = Doubts(self.document, self.translation, self._pipelines, self.pools.engine, self._asides)
        self.spelling = Spelling(Speller(), OwnWords(data / OWN_WORDS_FILE))
        self.spelling.notice.connect(self.problems.tell)
        self.invented_words = InventedWords(self.document, self.spelling)
        self.sentences = Sentences(self.document, self.judging, self.doubts, self.invented_words)
        attachments = Attachments(self.document, self.pools, self._pipelines, self.reference)
        self.writing = Writing(self.document, self.translation, attachments, self.judging.judgements, self.pools.files)
        self.watch = FileWatch(self.document, self.pools, lambda: bool(self.writing.unfinished))

    def _make_library(self, library: Library, data: Path) -> None:
        """What is known of all documents: the list, watched folders, forgetting."""
        self.shelf = Shelf(library, self.pools.folders, self.pools.edits)
        self.undo.beginning.connect(self.shelf.complete)
        self._checked_count = CheckedCount(self.document, self.sentences, self._judged_rows, self.shelf)
        self._library_steps = LibrarySteps(self.shelf, self.undo)
        self._document_steps = DocumentSteps(self.document, self.translation, self.shelf, self.undo)
        self._document_steps.rules_changed.connect(self.sentences.look_again)
        self._judged_elsewhere.looked.connect(self.shelf.keep_up)
        self.presence = Presence(self.shelf, self.pools.folders)
        watched = Watched(data / WATCHED_FILE)
        self.watching = Watching(watched, self.shelf, self._library_steps, self.pools)
        self.watching.touched.connect(self.presence.look_in)
        self.shelf.presence_changed.connect(self.watch.look_at)
        self._watch_moving()
        self.folders = AddedFolders(self.shelf, self._library_steps, self.pools.folders)
        self.folders.watch.connect(self.watching.watch_folder)
        self.forgetter = Forgetter(self.memory, self.pools, self.edits, self.shelf, self.spelling)
        watch = ForgottenWatch(data / LIBRARY_FILE)
        self._forgotten_elsewhere = ForgottenElsewhere(watch, self.undo, self.pools.edits, self._named)
        self._forgotten_elsewhere.forgotten.connect(self._on_forgotten_elsewhere)
        self.judging.unsaved_changed.connect(self._forgotten_elsewhere.look)
        self._watch_forgetting()
        self.problems.watch(
            *(each.problem for each in (self.shelf, self.watching, self._memory_problems, self.preferences))
        )

    def _watch_moving(self) -> None:
        """Have the services follow a document whose file is in another place, or that is given another file."""
        self._library_steps.followed.connect(self.watch.follow)
        self._library_steps.followed.connect(self._on_followed)
        for moved in (self._library_steps.followed, self._library_steps.relocated):
            moved.connect(self.deleted.follow)
            moved.connect(self.edits.follow)
            moved.connect(self._beside_text.follow)
            moved.connect(self.judging.follow)
            moved.connect(self._document_steps.unsaved.follow)
            moved.connect(self._on_moved)

    def _watch_forgetting(self) -> None:
        """Have the services drop what is forgotten."""
        self.forgetter.forgotten.connect(self.presence.forget)
        self.forgetter.forgotten.connect(self.deleted.forget)
        self.forgetter.forgotten.connect(self.undo.forget)
        for forgetting in (self.forgetter, self._forgotten_elsewhere):
            forgetting.forgotten.connect(self.judging.forget)
            forgetting.forgotten.connect(self._beside_text.forget)
            forgetting.forgotten.connect(self._document_steps.unsaved.forget)
            forgetting.forgotten.connect(self._judged_elsewhere.look)
            forgetting.forgotten.connect(self.doubts.forget)
            forgetting.forgotten.connect(self.invented_words.look_again)
        self.forgetter.forgotten.connect(self.spelling.forget)
        self.forgetter.forgotten.connect(self._forget_folders)
        self.forgetter.edits_forgotten.connect(self._edit_steps.forget)
        for service in (self.undo, self.judging):  # undone or written meanwhile, it would be there again
            self.forgetter.begun.connect(service.pause)
            self.forgetter.ended.connect(service.resume)
        self.forgetter.begun.connect(self.kept_values.forget)
        self.forgetter.begun.connect(self.folders.forget)
        self.forgetter.begun.connect(self.watching.pause)
        self.forgetter.ended.connect(self.watching.resume)

    def _watch_application(self) -> None:
        """Save everything whenever the program may end, and follow what changes around it."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._text_keys, self._focus_keys = TextKeys(application), FocusKeys(application)
        self._focus_items = FocusItems(application)
        application.commitDataRequest.connect(self.save)
        application.aboutToQuit.connect(self._on_quitting)
        application.applicationStateChanged.connect(self._on_application_state)
        self._application, self._closed = application, False
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_colour_scheme)

    def _watch_memory(self) -> MemoryProblems:
        """Check the memory for problems whenever any job ends, and as rows arrive during a long one."""
        pools = self.pools.engine, self.pools.files, self.pools.edits
        return MemoryProblems(self.memory, *(pool.ended for pool in pools), self.document.updated)

    def _new_window(self) -> MainWindow:
        window = MainWindow(self._services())
        signals = window.packages_wanted, window.documents.packages_chosen
        self.packages.attach(window, window.notices, *signals, window.welcome.isVisible)
        self.packages.store.changed.connect(window.checking.on_packages_changed)
        self.help.attach(window, window.notices, window.help_wanted)
        self.recovery.attach(window)
        for named_otherwise in (self.shelf.described, self.shelf.altered, self.shelf.distinguished):
            named_otherwise.connect(window.notices.reword)
        window.notices.naming.connect(self._forgotten_elsewhere.look)
        return window

    def _services(self) -> Services:
        return Services(
            shelf=self.shelf,
            folders=self.folders,
            watching=self.watching,
            document=self.document,
            sentences=self.sentences,
            watch=self.watch,
            translation=self.translation,
            edits=self.edits,
            deleted=self.deleted,
            spelling=self.spelling,
            undo=self.undo,
            edit_steps=self._edit_steps,
            judging=self.judging,
            library_steps=self._library_steps,
            document_steps=self._document_steps,
            writing=self.writing,
            forgetter=self.forgetter,
            preferences=self.preferences,
            memory=self.memory,
            pipelines=self._pipelines,
            asides=self._asides,
            columns=self.columns,
            reference=self.reference,
            notes=self.notes,
            kept_values=self.kept_values,
            pools=self.pools,
        )

    def begin(self, files: Sequence[Path]) -> None:
        """Open `files`; without any, what was read last, also when the program ended unexpectedly."""
        if files:
            self.window.open_files(files)
        elif not self.beside:
            self.recovery.joined.connect(self._beginning.open_first)
        self.recovery.begin(reopen=not files)
        self.pools.files.start(Job(lambda _: sweep_parts()))
        self.window.pasting.find_unlisted()
        self.presence.look()
        self.watching.look()
        self._imports.begin()

    def _is_busy(self) -> bool:
        """Whether the open document is being prepared, translated or linked."""
        preparing = self.document.entry is not None and not self.document.is_prepared
        return preparing or self.translation.translating or self.translation.linking

    @guarded
    def save(self) -> None:
        """Save everything, as on quitting: the desktop session ends, perhaps without telling the program to quit."""
        self.window.editing.finish()
        self.window.save()
        self._checked_count.keep()
        self.shelf.complete()
        self.shelf.save()
        self.edits.try_again()
        self.judging.try_again()
        self.recovery.keep()
        for pool in (self.recovery.pool, self.pools.edits):
            pool.flush(_PATIENCE_S)

    @guarded
    def _on_application_state(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._forgotten_elsewhere.look()
            self.watch.look()  # some file systems tell of no change
            self.presence.look()
            self.watching.look()
            self.shelf.catch_up()  # the user returns, perhaps from another window of the program

    @guarded
    def _on_quitting(self) -> None:
        """Save now: a session's end may end the process before the event loop returns; after a signal much is open."""
        self.save()
        safe = self.recovery.put_aside()
        if self.edits.leave(self._drafts) and safe:
            self.recovery.end()

    def close(self, seconds: float = math.inf) -> bool:
        """End all work, waiting at most `seconds`; returns whether all of it has ended.

        The user's edits are saved first. Work still running after that is inside a single call of another library and
        loses nothing: sentences are saved as they arrive.
        """
        deadline = time.monotonic() + seconds
        if not self._closed:
            self._application.commitDataRequest.disconnect(self.save)
            self._application.aboutToQuit.disconnect(self._on_quitting)
            self._application.applicationStateChanged.disconnect(self._on_application_state)
            self._closed = True
        self._idle.stop()
        self._imports.stop()
        self.document.close()
        self.edits.try_again()
        self.judging.try_again()
        self.shelf.complete()
        self.shelf.save()
        self.packages.stop()
        for pool in (self.pools.engine, self.pools.files, self.pools.folders):
            pool.stop()
        pools = self.recovery.pool, self.pools.engine, self.pools.files
        others = self.spelling.close, self.packages.close, self.help.close
        ended = finish_all(
            [self.pools.edits.finish, *others, *(pool.finish for pool in pools), self.pools.folders.finish],
            deadline,
        )
        self.recovery.end(safe=self.edits.leave(self._drafts))
        if ended:
            self.memory.close()
        self._collector.close()
        self._language.use("en")  # it belongs to the whole process, which may continue
        return ended

    def _has_bokmal(self) -> bool:
        """Whether the open text may have paragraphs in Nynorsk or Danish, which are looked for as they are shown."""
        return self.document.text is not None and self.document.text.document.language == "nb"

    def _named(self) -> frozenset[Path]:
        """The files of documents of which the window says what can be done."""
        return self.window.notices.documents | self.deleted.documents | self.judging.documents

    @guarded
    def _on_forgotten_elsewhere(self, document: Path | None) -> None:
        """Another program has forgotten a document, or with None everything: nothing of it is offered any more."""
        self.window.notices.forget_about(document)
        self.deleted.forget(document)
        self.recovery.offer_kept(document)

    @guarded
    def _on_followed(self, before: Entry, now: Entry) -> None:
        """The file of a document is in another place: what is done in it from now on is undone there."""
        if self.document.entry is not None and self.document.entry.path == now.path:
            self.undo.show(now.path)
            self.window.library.mark_open()

    @guarded
    def _on_moved(self, before: Entry, now: Entry) -> None:
        """A document has another file than before."""
        self.window.notices.follow(before.path, now.path)

    @guarded
    def _forget_folders(self, document: Path | None) -> None:
        """Forget the folders that `document` was last opened from or exported to; with None, all such folders."""
        self.preferences.forget_folders(in_forgotten_folder(document))

    def _chosen_language(self) -> str:
        return interface_language(self.preferences.settings.interface_language)

    @guarded
    def _apply_language_soon(self) -> None:
        QTimer.singleShot(0, self, self._apply_language)

    @guarded
    def _apply_language(self) -> None:
        """Change the interface language: build a new window that shows what the old one shows.

        While a dialog waits for the user or works, nothing changes: what was chosen or typed in it would be lost.
        """
        code = self._chosen_language()
        if code == self._language.code:
            return
        if (waiting := waits_for_user(self.window)) is not None:
            waiting.finished.connect(self._apply_language_soon)
            return
        self._language.use(code)
        old, self.window = self.window, self._new_window()
        self.window.take_over(old)
        self.packages.take_over()
        self.help.take_over()
        old.retire()
        # Objects without a parent in Qt are in Python reference cycles, which must not be collected on another thread.
        old.destroyed.connect(guarded(self._collector.collect_all_when_quiet))

    @guarded
    def _on_colour_scheme(self) -> None:
        if self.preferences.settings.theme == "system":
            self._apply_theme("system")
            self.window.set_theme(theme_for("system"))

    def _apply_theme(self, setting: str) -> None:
        theme = theme_for(setting)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.setPalette(palette(theme))
        application.setStyleSheet(style_sheet(theme))
        self.packages.set_theme(theme)
