"""Assembly of the program: the only module that builds all services and knows them all."""

import math
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reader import log
from reader.drafts import Drafts
from reader.engine import Engines
from reader.errors import Message
from reader.gc_pause import freeze_existing_objects
from reader.heap import share_arenas
from reader.late_dataclasses import dataclass
from reader.library import Entry, Library
from reader.library_forgotten import ForgottenWatch
from reader.memory import DocumentValues, Memory
from reader.parts import sweep_parts
from reader.paths import (
    COMMAND,
    DESKTOP_ID,
    DRAFTS_FOLDER,
    LIBRARY_FILE,
    LOGS_FOLDER,
    MEMORY_FILE,
    OWN_WORDS_FILE,
    SETTINGS_FILE,
    WATCHED_FILE,
    config_folder,
    data_folder,
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
from ui.session.columns import Columns
from ui.session.doubts import Doubts
from ui.session.export_job import Writing
from ui.session.file_watch import FileWatch
from ui.session.forgotten_elsewhere import ForgottenElsewhere
from ui.session.further_texts import FurtherTexts
from ui.session.idle_engines import IdleEngines
from ui.session.kept_values import KeptValues
from ui.session.loading_ahead import LoadingAhead
from ui.session.memory_problems import MemoryProblems
from ui.session.notes import Notes
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.pools import Pools
from ui.session.preferences import Preferences
from ui.session.reference import Reference
from ui.session.reference_words import ReferenceWords
from ui.session.translation import Translation
from ui.session.undo import Undo
from ui.toolkit.cycle_collector import CycleCollector
from ui.toolkit.dialog import waits_for_user
from ui.toolkit.faults import Faults
from ui.toolkit.focus_items import FocusItems
from ui.toolkit.focus_keys import FocusKeys
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import InterfaceLanguage, interface_language, localised
from ui.toolkit.icons import app_icon
from ui.toolkit.imports_ahead import ImportsAhead
from ui.toolkit.jobs import Job, finish_all
from ui.toolkit.signals import watch_for_signals
from ui.toolkit.text_keys import TextKeys
from ui.toolkit.theme import palette, style_sheet, theme_for
from ui.window.beginning import Beginning, is_first_start
from ui.window.document_steps import DocumentSteps
from ui.window.forgetter import Forgetter
from ui.window.help import HelpController
from ui.window.main_window import MainWindow
from ui.window.other_starts import OtherStarts
from ui.window.recovery import Recovery
from ui.window.services import Services

if TYPE_CHECKING:
    from ui.toolkit.single_instance import Instance  # it needs Qt Network, which may not be there

# Seconds a thread may keep the interpreter while others wait; Python's default, 0.005, is a third of a frame.
_SWITCH_S = 0.001
# Seconds that closing waits for work under way; with the one for edits it is three in all.
_PATIENCE_S = 2.0
# The latest, in milliseconds after the window is shown, that later starts are heard.
_HEARD_AFTER_MS = 5000
# What the first document needs: it is loaded as soon as the window is there.
NEEDED_SOON = (
    "reader.formats.reading",
    "reader.translation.pipeline",
    "reader.processing.checks",
    "reader.spelling.invented",
)
# What few starts need at all, and none before the window is there, but then without a wait.
NEEDED_LATER = (
    "ui.export.dialog",
    "reader.export.pdf.document",
    "ui.export.printer",
    "ui.packages.dialog",
    "ui.export.batch_dialog",
    "ui.window.settings_dialog",
    "ui.window.information_dialog",
    "ui.window.memory_dialog",
    "ui.window.about_dialog",
    "ui.window.shortcuts_dialog",
    "ui.window.log_dialog",
    "ui.memory.import_dialog",
    "ui.memory.export_dialog",
    "reader.memory.tmx_import",
    "reader.reference.alignment",
    "reader.translation.forgetting",
    "reader.processing.typing_aid",
)


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
        self._watch_problems([problem for problem in (library.problem, settings_file.problem) if problem])

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
        self._problems = self._watch_memory()

    def _make_editing(self, data: Path) -> None:
        """What changes translations and judges them, and can be undone; it outlives the window."""
        sentences = SentenceJobs(self.document, self._pipelines, self.pools.engine)
        self.edits = EditKeeper(self.document, self.memory, self.pools.edits, sentences)
        self._drafts = Drafts(data / DRAFTS_FOLDER)
        self.kept_values = KeptValues(DocumentValues(self.memory), self.pools.edits)
        self.undo = Undo()
        self.reference = Reference(self.document, self.pools, self.kept_values, self.memory, self.undo)
        self.reference.notice.connect(self._tell)
        self.notes = Notes(self.document, self.kept_values, self.undo)
        self._reference_words = ReferenceWords(
            self.document, self.reference, self.pools.engine, self._pipelines, self._asides
        )
        self._further_texts = FurtherTexts(self.document, self.pools.engine, self._pipelines, self._asides)
        self.columns = Columns(self.document, self._further_texts, self.reference, self.kept_values, self.pools.files)
        self.columns.notice.connect(self._tell)
        self.translation.packages_changed.connect(self.columns.look_for_packages)
        self.document.opening.connect(guarded(lambda entry: self.undo.show(entry.path)))
        self.document.closed.connect(guarded(lambda: self.undo.show(None)))
        self._edit_steps = EditSteps(self.document, self.edits, self.undo)
        self.deleted = DeletedEdits(self.edits, self._edit_steps)
        self.judging = Judging(self.document, self.memory, self.pools.edits, self.undo)
        self.judging.notice.connect(self._tell)
        self._judged_elsewhere = JudgedElsewhere(self.document, self.judging, self.memory, self.pools.edits)
        self._judged_rows = JudgedRows(self.document, self.judging)
        self.doubts = Doubts(self.document, self.translation, self._pipelines, self.pools.engine, self._asides)
        self.spelling = Spelling(Speller(), OwnWords(data / OWN_WORDS_FILE))
        self.spelling.notice.connect(self._tell)
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

    def _watch_moving(self) -> None:
        """Have the services follow a document whose file is in another place, or that is given another file."""
        self._library_steps.followed.connect(self.watch.follow)
        self._library_steps.followed.connect(self._on_followed)
        for moved in (self._library_steps.followed, self._library_steps.relocated):
            moved.connect(self.deleted.follow)
            moved.connect(self.edits.follow)
            moved.connect(self.kept_values.follow)
            moved.connect(self.columns.follow)
            moved.connect(self.reference.follow)
            moved.connect(self.notes.follow)
            moved.connect(self.judging.follow)
            moved.connect(self._document_steps.unsaved.follow)
            moved.connect(self._on_moved)

    def _watch_problems(self, first: Sequence[Message]) -> None:
        """Tell of problems with the program's own files; `first` are those from before there was a window."""
        self.preferences.unwritten.connect(self._on_unwritten)
        for service in (self.shelf, self.watching, self._problems, self.preferences):
            service.problem.connect(self._report_problem)
        if first:
            self._tell_problems(first)

    def _watch_forgetting(self) -> None:
        """Have the services drop what is forgotten."""
        self.forgetter.forgotten.connect(self.presence.forget)
        self.forgetter.forgotten.connect(self.deleted.forget)
        self.forgetter.forgotten.connect(self.undo.forget)
        for forgetting in (self.forgetter, self._forgotten_elsewhere):
            forgetting.forgotten.connect(self.judging.forget)
            forgetting.forgotten.connect(self.kept_values.forget)
            forgetting.forgotten.connect(self.notes.look)
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

    @guarded
    def report_fault(self, fault: str) -> None:
        """Say that something unexpected went wrong, and offer to copy a report."""
        self.help.reports.hear(fault)
        self._tell_fault()

    def _tell_fault(self) -> None:
        self.window.notices.say(
            self.tr(
                "Something went wrong in Tospalt. Everything saved so far has been kept. If this keeps happening, "
                "restart Tospalt."
            ),
            self.tr("Copy report"),
            self.help.reports.copy,
            topic="fault",
            lasting=True,
            again=lambda _: self._tell_fault(),
        )

    @guarded
    def _tell(self, message: str) -> None:
        self.window.notices.say(message)

    @guarded
    def _on_unwritten(self, problem: Callable[[], str] | None) -> None:
        self.window.notices.keep_saying(problem, topic="unwritten-settings")

    @guarded
    def _report_problem(self, problem: Message) -> None:
        """Show a problem with one of the program's own files until the user closes the notice."""
        self._tell_problems([problem])

    def _tell_problems(self, problems: Sequence[Message]) -> None:
        words, again = "\n".join(map(localised, problems)), lambda _: self._tell_problems(problems)
        self.window.notices.say(words, lasting=True, again=again)

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


def run_window(files: Sequence[Path], instance: "Instance | None" = None, *, debug: bool = False) -> int:
    """Open the window, with `files` if any, and run until it is closed.

    It also opens what later starts of the program hand to `instance`. Returns the exit code: 0, or that of the signal
    that ended the program. `debug` prints the log on standard error.
    """
    share_arenas()
    writing = log.Log(data_folder() / LOGS_FOLDER, debug=debug)
    faults = Faults()
    faults.install()
    application = _application()
    program = Tospalt(Folders(data_folder(), config_folder()))
    faults.told.connect(program.report_fault)
    if instance is not None:
        _serve_later_starts(program, instance, application)
    watcher = watch_for_signals(application)
    program.window.show()
    freeze_existing_objects()  # the program itself
    QTimer.singleShot(0, program, guarded(partial(program.begin, files)))
    code = application.exec()
    program.window.close()
    if not program.close(_PATIENCE_S) or threading.active_count() > 1:
        log.note("work that has not ended is left")
        os._exit(code)  # Python would wait for its threads
    del watcher
    faults.uninstall()
    writing.close()
    return code


def _serve_later_starts(program: Tospalt, instance: "Instance", application: QApplication) -> None:
    """Let later starts use the window as soon as what this start opens is known, and until the program quits."""
    program.beside = instance.beside
    starts = OtherStarts(instance, lambda: program.window, program.shelf, program)
    starts.tell_unanswered()
    program.recovery.joined.connect(starts.serve)
    QTimer.singleShot(_HEARD_AFTER_MS, starts, starts.serve)  # later starts wait for it, whatever the disk does
    application.applicationStateChanged.connect(starts.on_application_state)
    application.aboutToQuit.connect(starts.close_down)
    program.document.unreadable.connect(starts.on_settled)
    program.forgetter.begun.connect(starts.forget)


def _application() -> QApplication:
    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")  # the only style that uses every colour of a palette on every system
    application.setApplicationName(COMMAND)  # and no display name, which Qt would put at the end of every title
    application.setDesktopFileName(DESKTOP_ID)  # also the app id on Wayland
    application.setWindowIcon(app_icon())
    return application
