"""The main window: library, reading view, notices and status bar, connected."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from reader.settings import Settings
from reader.translation import guide_file
from ui.compare.back import BackTranslating
from ui.compare.controller import Checking
from ui.concordance.controller import Concordance
from ui.editing.choosing import Choosing
from ui.editing.controller import Editing
from ui.editing.edit_notices import EditNotices
from ui.editing.edits_elsewhere import EditsElsewhere
from ui.editing.judging_notices import JudgingNotices
from ui.editing.writing_aids import add_writing_aids
from ui.editing.writing_choices import WritingChoices
from ui.library.controller import ORDERS, LibraryController
from ui.memory.controller import MemoryFiles
from ui.navigation.controller import Navigation
from ui.reading.view import ReadingView
from ui.session.file_choice import choose_folder
from ui.session.undo_offers import UndoOffers
from ui.toolkit.announce import announce
from ui.toolkit.bar import latest_open
from ui.toolkit.drops import accept_copy, may_be_dropped
from ui.toolkit.elided import ElidedLabel
from ui.toolkit.focus_home import FocusHome
from ui.toolkit.focus_keys import show_hint
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import interface_language
from ui.toolkit.notices import NoticeBar
from ui.toolkit.sizes import remember_sizes
from ui.toolkit.text_focus import TextFocus
from ui.toolkit.theme import Theme, theme_for
from ui.window.action_states import ActionStates
from ui.window.actions import Actions, keys_of
from ui.window.appearance import Appearance
from ui.window.bars import add_bars, menu_with
from ui.window.closing import may_close
from ui.window.column_commands import ColumnCommands
from ui.window.copying import Copying
from ui.window.direction import Direction
from ui.window.document_controller import DocumentController
from ui.window.exports import Exports
from ui.window.file_changes import FileChanges
from ui.window.folder_notices import FolderNotices
from ui.window.forgetting import Forgetting
from ui.window.full_screen import FullScreen
from ui.window.information import Information
from ui.window.kept_notices import KeptNotices
from ui.window.left_paragraphs import LeftParagraphs
from ui.window.links import Links
from ui.window.missing_files import MissingFiles
from ui.window.note_commands import NoteCommands
from ui.window.pages import Pages
from ui.window.panels import WIDTHS, Panels
from ui.window.parts import Parts
from ui.window.passwords import PasswordQuestions
from ui.window.pasting import Pasting
from ui.window.progress_controller import ProgressController
from ui.window.reading_choices import ReadingChoices
from ui.window.recent import RecentFiles
from ui.window.reference_commands import ReferenceCommands
from ui.window.services import Services
from ui.window.spot import Spot
from ui.window.status_bar import StatusLine
from ui.window.text_pane import TextPane
from ui.window.undoing import Undoing
from ui.window.watched_folders import WatchedFolders
from ui.window.welcome import Welcome

_DEFAULT_SIZE = (1180, 780)
# The commands of the menus of the text, and of the header above it.
_OF_TEXT = (
    *("copy", "copy_table", "select_all", "pin", "edit", "alternatives", "other_words", "accept", "dismiss"),
    *("force", "resume", "full_screen"),
)
_OF_HEADER = (
    *("view_both", "view_stacked", "view_original", "view_translation", "even_columns"),
    *("column_original", "column_translation", "column_back"),
)
_SMALLEST_SIZE = (640, 420)
_TOLD_MS = 5000  # how long the status bar says what a command has done


class MainWindow(QMainWindow):
    """The one window of the program."""

    packages_wanted = Signal()
    help_wanted = Signal(str)  # id of the command

    def __init__(self, services: Services) -> None:
        """A window over services that outlive it."""
        super().__init__()
        self._services, self._preferences = services, services.preferences
        remember_sizes(self, services.preferences)
        theme = theme_for(self.settings.theme)
        self.appearance = Appearance(self._preferences, services.columns, theme, self)
        self.notices, self.welcome, self._words = NoticeBar(), Welcome(), ElidedLabel()
        self._make_parts(theme)
        self._make_controllers()
        self.actions_ = Actions(self, self._handlers())
        self._action_states = ActionStates(
            self.actions_, self._document_handlers().keys(), self.appearance, self._preferences, self
        )
        self._lay_out()
        self._connect()
        self.reading_view.addActions([self.actions_[name] for name in _OF_TEXT])
        self.reading_view.horizontalHeader().addActions([self.actions_[name] for name in _OF_HEADER])
        self.library.view.addAction(self.actions_["remove"])
        self.library.panel.set_orders(self.actions_[name] for name in ORDERS)
        self._preferences.bind("theme", lambda name: self.set_theme(theme_for(name)), self)
        self.documents.show_nothing()
        self.undoing.show_next()

    def _make_parts(self, theme: Theme) -> None:
        """What is laid out in the window, with what belongs to each."""
        services, document, translation = self._services, self._services.document, self._services.translation
        self._offers = UndoOffers(self.notices, services.undo)
        self.library = LibraryController(
            services.shelf,
            document,
            self._preferences,
            self.notices,
            services.library_steps,
            self._offers,
            theme,
            self,
        )
        self.reading_view = ReadingView(self.appearance.looks())
        self.columns = ColumnCommands(services.columns, self.reading_view, self.appearance, self._preferences, self)
        self._reference_commands = ReferenceCommands(
            services.columns, services.reference, self.reading_view, self._preferences, self
        )
        self.reading_view.use_pool(services.pools.files)
        self.navigation = Navigation(self.reading_view, theme, self.settings.outline_shown, self)
        services.columns.changed.connect(self.navigation.look_at_columns)  # once they are named
        self.notes = NoteCommands(
            services.notes, services.columns, document, self.reading_view, self.navigation.go_to_row, self
        )
        self.editing = Editing(self.reading_view, document, services.edit_steps, theme, self)
        self.checking = Checking(
            self.reading_view,
            services.sentences,
            services.judging,
            services.document_steps,
            self._preferences,
            BackTranslating(services.pipelines, services.asides, self),
            self.editing.begin,
            self.editing.move_on,
            (keys_of("accept"), keys_of("edit")),
            self,
        )
        self.choosing = Choosing(
            self.reading_view,
            document,
            services.edit_steps,
            services.pipelines,
            services.asides,
            self.editing.move_on,
            self,
        )
        self.writing_choices = WritingChoices(self.editing, services.pipelines, services.asides, self)
        add_writing_aids(self.editing.bar, self._preferences, services.spelling)
        focus = TextFocus(self)
        self.undoing = Undoing(services.undo, focus, self.editing.finish, self)
        self._copying = Copying(self.reading_view, focus, self)
        self.progress = ProgressController(document, translation, self)
        self.status = self.progress.status
        self.direction = Direction(document, translation, services.document_steps, self.notices, self._offers)
        self._pages = Pages(self.reading_view, services.shelf.called, self.appearance.looks)
        self.page = self._pages.page
        FocusHome(self, lambda: self.reading_view if self.reading_view.isVisible() else self._pages)

    def _make_controllers(self) -> None:
        """What ties these to the document, its translation, edits and exports."""
        services, document, translation = self._services, self._services.document, self._services.translation
        edits, deleted, pools = services.edits, services.deleted, services.pools
        self.edits_elsewhere = EditsElsewhere(self.reading_view, document, edits, deleted, services.memory, pools.edits)
        self._edit_notices = EditNotices(
            self.notices, self.editing, self.edits_elsewhere, edits, deleted, self._offers, services.shelf.called_at
        )
        self._judging_notices = JudgingNotices(self.notices, services.judging)
        self._kept_notices = KeptNotices(self.notices, services.kept_values)
        self._left_paragraphs = LeftParagraphs(self.reading_view, document, services.document_steps, self)
        self._links = Links(translation, self.notices, self.navigation.jump)
        self.documents = DocumentController(
            services.shelf,
            document,
            translation,
            pools.folders,
            self.reading_view,
            self.navigation,
            self.editing,
            self._pages,
            self.notices,
            self,
        )
        self._file_changes = FileChanges(services.watch, document, services.shelf, self.notices, self)
        self._missing_files = MissingFiles(
            document, services.shelf, self._pages, services.library_steps, self._preferences, pools.folders, self
        )
        self._passwords = PasswordQuestions(document, services.shelf, self)
        self.watched_folders = WatchedFolders(
            services.watching, services.folders, self._preferences, self.notices, self
        )
        self._folder_notices = FolderNotices(services.folders, self.watched_folders, self.notices, self)
        self._reading_choices = ReadingChoices(document, services.document_steps, self)
        self._exports = Exports(self, services, self.notices, self.library)
        self._information = Information(self, document, self.notices, pools.files)
        self.pasting = Pasting(services.shelf, self.notices, pools.files, self)
        self.concordance = Concordance(
            self.reading_view,
            document,
            self.editing.bar,
            services.memory,
            pools.files,
            self.navigation.go_to_row,
            lambda: self.appearance.theme,
            self,
        )
        self.memory_files = MemoryFiles(self, services.memory, self._preferences, pools.files)
        self.forgetting = Forgetting(
            self,
            document,
            self.editing,
            services.forgetter,
            services.shelf,
            self.notices,
            self.documents.close_document,
            pools,
            self.memory_files,
        )

    def _lay_out(self) -> None:
        self.setMinimumSize(*_SMALLEST_SIZE)
        self.setAcceptDrops(True)
        self._bars = self.editing.bar, self.navigation.parts.go_to, self.navigation.parts.find
        pane = TextPane(self.notices, self.welcome, self._pages, self._bars, self.reading_view.height_of_lines)
        self.panels = Panels(
            self.library.panel, pane, self.navigation.parts.outline, self.checking.panel, self._preferences
        )
        self.setCentralWidget(self.panels)
        bars = add_bars(self, self.actions_, StatusLine(self.direction.label, self._words, self.status))
        self.recent = RecentFiles(self._services.shelf, self)
        self.recent.put_before(self.actions_["watched"], self.menuBar())
        self.columns.extend(self.actions_["column_back"], self.menuBar())
        self._spot = Spot(self, self._preferences, QSize(*_DEFAULT_SIZE))
        self.full_screen = FullScreen(
            self, self.panels, self.navigation, bars, self._spot, self._pages, self.reading_view.setFocus
        )

    def _connect(self) -> None:
        self._connect_library()
        self._connect_pages()
        self._connect_states()
        self._connect_view()
        self.full_screen.changed.connect(guarded(partial(self._action_states.switch, "full_screen")))
        self._services.document.opening.connect(self.welcome.hide)
        self.memory_files.imported.connect(self.edits_elsewhere.look)
        self._services.document_steps.reopen.connect(self.documents.read_again)
        self.undoing.told.connect(self._tell_undone)
        menu_with(self.actions_["undo"], self.menuBar()).aboutToShow.connect(self.undoing.show_next)
        self.navigation.notice.connect(self.notices.say)
        self.navigation.outline_toggled.connect(self.panels.keep_outline)

    def _connect_library(self) -> None:
        """What is chosen in the list of documents, or comes into it."""
        library, documents = self.library, self.documents
        library.chosen.connect(documents.open_entry)
        library.returned.connect(documents.read_again)
        library.pointed.connect(documents.show_entry)
        library.files_chosen.connect(documents.open_files)
        library.deletion.connect(self.forgetting.ask_to_delete)
        library.forgetting.connect(self.forgetting.ask_to_forget)
        library.export_wanted.connect(self._exports.export)
        library.place_wanted.connect(self._missing_files.ask_for_place)
        library.languages_chosen.connect(self._services.document_steps.choose_for_several)
        library.open_removed.connect(documents.close_document)
        self.pasting.files_found.connect(documents.open_files)
        self.recent.chosen.connect(documents.open_entry)
        documents.folders_chosen.connect(self._services.folders.look_into)
        self._services.folders.added.connect(library.show_added)
        self._services.folders.first.connect(self._open_if_nothing_is)
        documents.memories_chosen.connect(self.memory_files.import_memories)

    def _connect_pages(self) -> None:
        """What is asked for where there is no text, and on what is not there."""
        pages, missing = self._pages, self._missing_files
        self.welcome.file_wanted.connect(self.library.ask_for_files)
        pages.file_wanted.connect(self.library.ask_for_files)
        pages.removal.connect(guarded(lambda: self.library.handlers()["remove"]()))
        pages.packages_wanted.connect(self.packages_wanted)
        pages.language_wanted.connect(self.direction.read_as)
        missing.found.connect(self.documents.read_again)
        pages.password_wanted.connect(self._passwords.ask_for_password)
        self._passwords.given.connect(self.documents.read_again)
        self._passwords.given_up.connect(self.documents.close_document)
        self._services.watch.again.connect(self.documents.open_changed)
        self.documents.chosen_again.connect(self._services.watch.look)
        missing.notice.connect(self.notices.say)

    def _connect_states(self) -> None:
        """What changes with the document that is shown: what can be done, and what is checked and said."""
        documents, states = self.documents, self._action_states
        documents.title_changed.connect(self.setWindowTitle)
        documents.new_shown.connect(self._information.tell)
        documents.text_shown.connect(self.direction.show_direction)
        documents.text_shown.connect(states.on_text_shown)
        documents.text_shown.connect(self._reading_choices.show_choices)
        documents.text_shown.connect(self._left_paragraphs.show_switch)
        documents.text_shown.connect(self._copying.on_text_shown)
        documents.text_shown.connect(self.checking.on_text_shown)
        documents.page_shown.connect(self.direction.hide_direction)
        documents.page_shown.connect(self.progress.hide_progress)
        documents.page_shown.connect(states.on_page_shown)
        documents.page_shown.connect(self._reading_choices.show_choices)  # it may be unreadable in this encoding only
        documents.page_shown.connect(self._copying.on_page_shown)
        documents.page_shown.connect(guarded(lambda: self.checking.on_text_shown(None)))
        for named in (self.undoing.named, self._copying.named):
            named.connect(states.name)
        for checked in (self._reading_choices.choice_shown, self.direction.choice_shown):
            checked.connect(states.check)
        commands_of = self._reading_choices, self.panels, self.columns, self._reference_commands
        for part in commands_of:
            part.possible.connect(states.allow)
        states.allow(self.panels.changeable())
        self.progress.progress_shown.connect(states.on_progress_shown)
        self.navigation.back_changed.connect(states.on_back_changed)
        self._left_paragraphs.notice.connect(self.notices.say)
        self._left_paragraphs.switched.connect(states.switch)
        self.columns.switched.connect(states.switch)
        self.columns.show_choices()
        self._reference_commands.show_possible()
        commands = menu_with(self.actions_["remove"], self.menuBar())
        commands.aboutToShow.connect(guarded(lambda: states.show(self.library.possible())))
        commands.aboutToHide.connect(guarded(lambda: states.show(dict.fromkeys(self.library.possible(), True))))

    def _connect_view(self) -> None:
        """What is done in the text, and how it looks."""
        view = self.reading_view
        self.appearance.looks_changed.connect(self._draw_anew)
        view.words_highlighted.connect(self._words.setText)
        view.told.connect(self._tell)
        self.checking.told.connect(self._tell_undone)
        self.choosing.told.connect(self._tell_undone)
        self.writing_choices.told.connect(self._tell_undone)
        self.notes.told.connect(self._tell_undone)
        self.checking.packages_wanted.connect(self.packages_wanted)
        view.link_activated.connect(self._links.follow)
        view.zoomed.connect(self.appearance.enlarge)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **self.undoing.handlers(),
            **self._copying.handlers(),
            **self.library.handlers(),
            "open_folder": self._ask_for_folder,
            "watched": self.watched_folders.open_dialog,
            "paste": self.pasting.paste,
            **self._document_handlers(),
            "export_several": self._exports.export_selected,
            "back": self.navigation.back,
            "quit": self.close,
            **self.appearance.handlers(),
            **self.columns.handlers(),
            **self._reference_commands.handlers(),
            "full_screen": lambda: self.full_screen.toggle(),
            "library": lambda: self.panels.toggle_library(),
            "checklist": self._toggle_checklist,
            **self._parts().handlers(),
            "filter": self._filter,
            **{name: partial(self._widen, *change) for name, change in WIDTHS.items()},
            "packages": self.packages_wanted.emit,
            "memory": lambda: self.forgetting.open(),
            **self.concordance.handlers(),
            "guide": self._open_guide,
            "shortcuts": self._show_shortcuts,
            "explain": lambda: show_hint(QApplication.focusWidget()),
            **{name: partial(self.help_wanted.emit, name) for name in ("log", "report", "about")},
        }

    def _parts(self) -> Parts:
        navigation = self.navigation.parts
        bars = self.editing.bar, navigation.go_to, navigation.find
        return Parts(
            self.reading_view,
            self.page,
            self.notices,
            bars,
            (self.library.view, navigation.outline),
            self.checking.panel,
        )

    def _document_handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of the commands that need an open document."""
        return {
            **self._exports.handlers(),
            **self._information.handlers(),
            "copy_table": self.reading_view.copier.copy_table,
            "pin": self.reading_view.highlighter.toggle_pin,
            "follow": self.reading_view.follow_link,
            "edit": self.editing.begin,
            **self.choosing.handlers(),
            **self.writing_choices.handlers(),
            **self.checking.handlers(),
            **self.notes.handlers(),
            **self.navigation.handlers(),
            **self.direction.handlers(),
            **self._left_paragraphs.handlers(),
            **self._reading_choices.handlers(),
            **self.progress.handlers(),
        }

    @guarded
    def open_files(self, paths: Sequence[Path]) -> None:
        """Add files to the library and open the first; packages and translation memories are imported."""
        self.documents.open_files(paths)

    def _ask_for_folder(self) -> None:
        title = self.tr("Open the documents in a folder")
        choose_folder(self, title, self._preferences, lambda folder: self._services.folders.look_into([folder]))

    @guarded
    def _open_if_nothing_is(self, path: Path) -> None:
        """Open the first document of a folder, unless the user is reading another."""
        if self._services.document.entry is None:
            self.documents.open_entry(self._services.shelf.wanted(path))

    # Appearance

    def set_theme(self, theme: Theme) -> None:
        """Draw everything with the colours of `theme`."""
        self.appearance.theme = theme
        self.actions_.set_theme(theme)
        self.library.panel.set_theme(theme)
        self.navigation.set_theme(theme)
        self.editing.bar.set_theme(theme)
        self._draw_anew()

    @guarded
    def _draw_anew(self) -> None:
        self.reading_view.configure(self.appearance.looks())
        self._pages.updateGeometry()  # lines may be higher
        self.editing.bar.set_text_size(self.settings.text_size)
        self.navigation.look_at_columns()

    @property
    def settings(self) -> Settings:
        """The current settings."""
        return self._preferences.settings

    @guarded
    def _tell(self, words: str) -> None:
        """Show for a moment what a command has done."""
        self.statusBar().showMessage(words, _TOLD_MS)

    @guarded
    def _tell_undone(self, words: str) -> None:
        self._tell(words)
        if words:
            announce(self, words)

    def _widen(self, panel: int, pixels: int) -> None:
        self.panels.widen(panel, pixels)

    def _toggle_checklist(self) -> None:
        """Show the checklist and go there, or hide it and go to the text."""
        if self.panels.toggle_checklist():
            self.checking.panel.take_focus()
        else:
            self.reading_view.setFocus()

    def _filter(self) -> None:
        """Let the user type which documents to list, in a library that shows."""
        self.panels.show_library()
        self.library.panel.begin_filtering()

    def _open_guide(self) -> None:
        """Open the guide in the language of the window, beside that in the other."""
        self.open_files([guide_file(interface_language(self.settings.interface_language))])

    def _show_shortcuts(self) -> None:
        from ui.window.shortcuts_dialog import ShortcutsDialog

        dialog = ShortcutsDialog(self.actions_, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    # Replacing another window, when the language changes

    def take_over(self, old: "MainWindow") -> None:
        """Show what `old` shows, with the same position and size on the screen."""
        self.setGeometry(old.normalGeometry())
        self.setWindowState(old.windowState())
        if not old.full_screen.active:
            self.panels.setSizes(old.panels.sizes())
        self.full_screen.take_over(old.full_screen)
        self.library.take_over(old.library)
        self.setVisible(old.isVisible())
        self.notices.take_over(old.notices)
        self.welcome.setVisible(not old.welcome.isHidden())
        self.editing.take_over(old.editing)
        self.documents.take_over(old.documents)
        self.progress.take_over(old.progress)
        self.appearance.take_over(old.appearance)

    def retire(self) -> None:
        """Close, as another window has taken over."""
        self.hide()
        self.deleteLater()

    # The window's own events

    @guarded
    def event(self, event: QEvent) -> bool:
        """Let Esc close the bar opened last, then leave full screen, before it cancels anything."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            escape = self._escape()
            if escape is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if escape is not None and event.type() == QEvent.Type.KeyPress:
                escape()
                return True
        return super().event(event)

    def _escape(self) -> Callable[[], object] | None:
        """What Esc gets out of, if anything."""
        bar = latest_open(self._bars)
        if bar is not None:
            return bar.close_bar
        return self.full_screen.leave if self.full_screen.active else None

    @guarded
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files and text anywhere."""
        if may_be_dropped(event):
            accept_copy(event)

    @guarded
    def dropEvent(self, event: QDropEvent) -> None:
        """Open the dropped files, or make a document of the dropped text."""
        accept_copy(event)
        self.pasting.take_dropped(event.mimeData())

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        """Save everything; refuse once if something the user wrote cannot be saved."""
        self.editing.finish()
        self.save()
        notices, services = (self._edit_notices, self._judging_notices, self._kept_notices), self._services
        unfinished = *notices, self.forgetting, self.memory_files, self._exports
        warnings = [each.warn_before_closing for each in unfinished]
        if may_close(services.pools, services.edits, services.judging, services.kept_values, *warnings):
            super().closeEvent(event)
        else:
            event.ignore()

    @guarded
    def save(self) -> None:
        """Remember the sizes and the position."""
        self.documents.keep_position()
        self.library.finish()
        self._preferences.change(**self.full_screen.measures(), **self.panels.widths())
