"""Connects the export dialog to the window: proposals, remembered choices, and the outcome of writing."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reader.export import (
    FORMATS,
    Exported,
    ExportOptions,
    Layout,
    check_target,
    first_unicode_numbers,
    own_format,
    proposed_stem,
)
from reader.parallel import ParallelText
from reader.paths import GUIDE, is_pasted
from ui.export.preferences import options_of, preferences_of
from ui.session.attachments import Additions
from ui.session.columns import Columns
from ui.session.export_job import Writing
from ui.session.notes import Notes
from ui.session.open_document import OpenDocument
from ui.session.preferences import Preferences
from ui.session.reference import Reference
from ui.toolkit.folders import usual_folder
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.toolkit.notices import NoticeBar
from ui.toolkit.one_line import one_line

if TYPE_CHECKING:
    from ui.export.choices import Beside
    from ui.export.dialog import ExportDialog
    from ui.export.printer import Printing


class Exporting(QObject):
    """Opens the dialog over a window and has the chosen file written."""

    def __init__(
        self,
        window: QWidget,
        document: OpenDocument,
        writing: Writing,
        notices: NoticeBar,
        preferences: Preferences,
        pool: Pool,
        columns: Columns,
        reference: Reference,
        notes: Notes,
    ) -> None:
        """Export for `window`, beginning with the `columns` it shows.

        `preferences` has the last choices, `pool` is for files; `reference` and `notes` are those of the document.
        """
        super().__init__(window)
        self._window, self._document, self._writing, self._notices = window, document, writing, notices
        self._preferences, self._pool = preferences, pool
        self._columns, self._reference, self._notes = columns, reference, notes
        self._dialog: ExportDialog | None = None
        self._printing: Printing | None = None  # while its dialog is open
        self._path: Path | None = None  # the file being written while the dialog waits
        self._warned: set[Path] = set()  # of these the user knows that they would not be saved
        self._checking = Latest(pool, self)
        document.opened.connect(self._on_replaced)
        document.closing.connect(self._on_left)
        writing.exported.connect(self._on_exported)
        writing.stopped.connect(self._on_stopped)
        writing.attachments.progressed.connect(self._on_translated)
        writing.attached.connect(self._on_attached)
        writing.not_attached.connect(self._on_not_attached)
        writing.notice.connect(self._on_notice)

    def _ready_text(self) -> ParallelText | None:
        """The text to export, unless it is not ready, or a dialog is open for it."""
        text = self._document.text
        if text is None or text.document.path is None or self._dialog is not None:
            return None
        if self._document.changing_direction:
            words = self.tr("The document is being prepared in another direction. Export it when it is ready.")
            self._notices.say(words)
            return None
        return text

    def ask(self) -> None:
        """Open the dialog for the open document."""
        if (text := self._ready_text()) is None or text.document.path is None:
            return
        from ui.export.dialog import ExportDialog, Proposal  # late: few starts open it

        kept = self._preferences.settings.export
        folder = Path(kept.folder or self._usual_folder(text.document.path))
        given = self._document.entry.title if self._document.entry is not None else ""
        document = replace(text.document, title=given or text.document.title)
        languages = text.source_language, text.target_language
        names = (proposed_stem(document, *languages, titled=titled) for titled in (True, False))
        own = own_format(text.document)
        in_own = own is not None and kept.layout == Layout.ORIGINAL
        dialog = ExportDialog(
            text,
            self._pool,
            Proposal(folder, *names),
            options_of(kept, self._columns.shown),
            own[0] if own is not None and in_own else kept.suffix,
            FORMATS if own is None or own in FORMATS else (*FORMATS, own),
            replace(self._beside(), own=own[0] if own is not None else ""),
            self._window,
            judged=self._writing.judging(),
        )
        dialog.confirmed.connect(self._on_confirmed)
        dialog.cancelled.connect(self._writing.cancel)
        self._open(dialog)

    def ask_to_print(self) -> None:
        """Open the dialog that prints the open document."""
        if (text := self._ready_text()) is None:
            return
        from ui.export.printer import Printing  # late: few starts open it

        given = self._document.entry.title if self._document.entry is not None else ""
        options = options_of(self._preferences.settings.export, self._columns.shown)
        called, judged = given or text.document.title, self._writing.judging()
        printing = Printing(text, self._pool, called, options, self._beside(), self._window, judged=judged)
        printing.began.connect(self._on_printing)
        printing.printed.connect(self._on_printed)
        self._printing = printing
        self._open(printing.dialog)

    def _beside(self) -> "Beside":
        """What the open document has beside its text."""
        from ui.export.choices import Beside  # late: few starts open the dialog

        reference = self._writing.attachments.reference or self._reference.path
        at_end = self._preferences.settings.export.notes
        return Beside(reference, self._columns.packages, self._notes.placed, at_end)

    def _open(self, dialog: "ExportDialog") -> None:
        dialog.wanted.connect(self._on_wanted)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()
        dialog.begin()

    def _usual_folder(self, document: Path) -> str:
        """The folder of the document, or the system's for documents if it came with the program or was pasted."""
        entry = self._document.entry
        if entry is not None and (entry.bundled or is_pasted(entry.path) or GUIDE in entry.path.parents):
            return usual_folder()
        return str(document.parent)

    @guarded
    def _on_confirmed(self, path: Path, options: ExportOptions, suffix: str, translate_first: bool) -> None:
        if self._dialog is None:
            return
        additions, notes = self._dialog.choices.wanted, self._dialog.choices.notes_at_end
        chosen = preferences_of(options, path.parent, suffix, notes=notes, shown=self._columns.shown)
        self._preferences.change(export=chosen)
        if not translate_first:
            self._set_writing(path)
            self._writing.write(path, options, suffix, additions=additions, translate_first=False)
            return
        # Check first what would otherwise fail only after the work.
        text = self._document.text
        assert text is not None

        def begin() -> None:
            if self._document.text is not text:
                return
            if self._dialog is not None:
                self._dialog.close()  # the status bar shows the progress of the translation
            self._writing.write(path, options, suffix, additions=additions)

        self._checking.start(
            lambda _: check_target(text.document, path),
            finished=lambda _: begin(),
            failed=lambda error: self._say(path, said(error)),
        )

    @guarded
    def _on_replaced(self, text: ParallelText) -> None:
        if self._dialog is not None:
            self._dialog.replace_text(text)

    @guarded
    def _on_left(self) -> None:
        if self._dialog is not None:
            self._set_writing(None)  # what is being written goes on
            self._dialog.close()

    @guarded
    def _on_printing(self, options: ExportOptions) -> None:
        """Remember the choices, but not those of a file."""
        kept = self._preferences.settings.export
        at_end = self._dialog.choices.notes_at_end if self._dialog is not None else kept.notes
        folder, shown = Path(kept.folder), self._columns.shown
        chosen = preferences_of(options, folder, kept.suffix, notes=at_end, shown=shown)
        self._preferences.change(export=replace(chosen, folder=kept.folder, reference=kept.reference))

    @guarded
    def _on_printed(self, printer: str, pages: int) -> None:
        words = self.tr("Sent to the printer “{name}” (%Ln page(s)).", "", pages)
        self._notices.say(words.format(name=one_line(printer)), topic="print")

    # Attachments of the translation

    @guarded
    def _on_wanted(self, additions: Additions) -> None:
        self._writing.request_preview(additions)

    @guarded
    def _on_translated(self, done: int, total: int, column: int) -> None:
        if self._dialog is not None:
            self._dialog.show_additions(done, total, column)

    @guarded
    def _on_attached(self) -> None:
        text = self._document.text
        if self._dialog is not None and text is not None and not self._dialog.writing:
            self._dialog.refresh(text, [localised(problem) for problem in self._writing.attachments.problems])

    @guarded
    def _on_not_attached(self, error: Exception) -> None:
        if self._dialog is not None and not self._dialog.writing:
            self._dialog.give_up(said(error))

    # Writing

    def _set_writing(self, path: Path | None) -> None:
        self._path = path
        if self._dialog is not None:
            self._dialog.set_writing(path is not None)

    @guarded
    def _on_closed(self) -> None:
        self._dialog = self._path = self._printing = None
        self._checking.cancel()
        self._writing.cancel_preview()

    @guarded
    def _on_exported(self, path: Path, exported: Exported) -> None:
        def show() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        if path == self._path:
            self._set_writing(None)
            if self._dialog is not None:
                self._dialog.close()
        self._notices.say(self._words(path, exported), self.tr("Open"), show, topic=_topic(path))

    def _words(self, path: Path, exported: Exported) -> str:
        if exported.pages is None:
            words = self.tr("Saved “{path}”.").format(path=one_line(str(path)))
        else:
            words = self.tr("Saved “{path}” (%Ln page(s)).", "", exported.pages).format(path=one_line(str(path)))
        if exported.missing:
            template = self.tr(
                "No font has these character(s). Their Unicode number(s) are shown instead: {characters}",
                "",
                len(exported.missing),
            )
            words += " " + template.format(characters=first_unicode_numbers(exported.missing))
        return " ".join((words, *map(localised, exported.remarks)))

    @guarded
    def _on_stopped(self, path: Path, problem: str) -> None:
        if path == self._path and self._dialog is not None:
            self._set_writing(None)
            self._dialog.say(problem or self.tr("Nothing was saved."))
        elif problem:
            self._on_notice(path, problem)

    @guarded
    def _on_notice(self, path: Path, words: str) -> None:
        self._notices.say(words, topic=_topic(path))

    def warn_before_closing(self) -> bool:
        """Say once of each file that it is not saved yet, and of what is being printed that there is more.

        Returns whether there is anything that the user was not warned of.
        """
        printing = self._printing is not None and self._printing.warn_before_closing()
        unfinished = self._writing.unfinished
        unknown, self._warned = set(unfinished) - self._warned, set(unfinished)
        if unknown:
            self._tell_unsaved(unfinished)
        return printing or bool(unknown)

    def _tell_unsaved(self, files: Sequence[Path]) -> None:
        names = ", ".join(self.tr("“{name}”").format(name=one_line(path.name)) for path in files)
        words = self.tr("Not saved yet: {names}. If you quit again, nothing more will be saved.").format(names=names)
        if self._dialog is not None:
            self._dialog.say(words)
            return

        def again(bar: NoticeBar) -> None:
            if (there := bar.window().findChild(Exporting)) is not None:
                there._warned = set(files)
                there._tell_unsaved(files)

        self._notices.say(words, topic="unexported", foremost=True, again=again)

    def _say(self, path: Path, problem: str) -> None:
        if self._dialog is not None:
            self._dialog.say(problem)
        else:
            self._on_notice(path, problem)


def _topic(path: Path) -> str:
    return f"export {path}"
