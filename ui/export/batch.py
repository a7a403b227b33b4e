"""Exporting several documents of the library in one go."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Self, overload

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QWidget

from reader import log
from reader.annotations import Annotations, all_notes
from reader.errors import CancelledError, Message
from reader.export import FORMATS, ExportOptions, Layout, Names, check_target, make_folder, own_suffix, write_export
from reader.formats import choices_of, read_document
from reader.late_dataclasses import dataclass
from reader.library import Entry
from reader.memory import DocumentValues, LookUp, judged_text
from reader.parallel import Column, ParallelText, State
from reader.translation import Advance, Stage, complete, languages_of
from ui.export.preferences import options_of, preferences_of
from ui.session.pipelines import Pipelines
from ui.session.preferences import Preferences
from ui.session.translation import Translation
from ui.toolkit.folders import usual_folder
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest
from ui.toolkit.one_line import one_line

if TYPE_CHECKING:
    from reader import translation
    from ui.export.batch_dialog import BatchDialog


@dataclass(frozen=True, slots=True)
class _Step:
    """Document `index` of the chosen ones has reached a step."""

    index: int
    advance: Advance


@dataclass(frozen=True, slots=True)
class _Outcome:
    """Document `index` is finished: written to `path`, or `error` tells why not; `failed` paragraphs are missing.

    `remarks` are sentences about what was written.
    """

    index: int
    path: Path | None = None
    failed: int = 0
    error: Exception | None = None
    remarks: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class _Request:
    """A request to export documents."""

    entries: tuple[Entry, ...]
    names: Names
    options: ExportOptions
    notes: bool  # whether with the user's notes


class _Titled(Sequence[tuple[str, Path]]):
    """Documents with their titles, each of which is made only when it is shown: there may be thousands."""

    def __init__(self, entries: Sequence[Entry], called: Callable[[Entry], str]) -> None:
        self._entries, self._called = entries, called

    def __len__(self) -> int:
        return len(self._entries)

    @overload
    def __getitem__(self, index: int) -> tuple[str, Path]: ...

    @overload
    def __getitem__(self, index: slice) -> Self: ...

    def __getitem__(self, index: int | slice) -> tuple[str, Path] | Self:
        if isinstance(index, slice):
            return type(self)(self._entries[index], self._called)
        return self._called(self._entries[index]), self._entries[index].path


class Batch(QObject):
    """Opens the dialog over a window and writes the documents chosen in it."""

    def __init__(
        self,
        window: QWidget,
        translation: Translation,
        preferences: Preferences,
        pipelines: Pipelines,
        look_up: LookUp,
        pool: Pool,
    ) -> None:
        """Serve `window`, with the choices in `preferences`; `pool` has the thread that the `pipelines` run on.

        `look_up` gives what the user thinks of sentences, on any thread.
        """
        super().__init__(window)
        self._window, self._translation = window, translation
        self._preferences, self._pipelines, self._look_up = preferences, pipelines, look_up
        self._values = DocumentValues(pipelines.memory)
        self._dialog: BatchDialog | None = None
        self._working = Latest(pool, self)
        self._indices: list[int] = []
        self._finished = self._written = 0  # documents

    def ask(self, entries: Sequence[Entry], called: Callable[[Entry], str], chosen: Sequence[Entry] = ()) -> None:
        """Open the dialog for documents, the title of each being what it is `called`; those `chosen` are ticked."""
        if self._dialog is not None:
            return
        from ui.export.batch_dialog import BatchDialog  # late: few starts open it

        kept = self._preferences.settings.export
        dialog = BatchDialog(
            _Titled(entries, called),
            Path(kept.folder or usual_folder()),
            options_of(kept),
            kept.suffix,
            FORMATS,
            self._window,
            notes_at_end=kept.notes,
        )
        if ticked := {entry.path for entry in chosen}:
            dialog.tick_these([number for number, entry in enumerate(entries) if entry.path in ticked])
        dialog.confirmed.connect(guarded(lambda *chosen: self._begin(entries, *chosen)))
        dialog.cancelled.connect(self._cancel)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        dialog.open()

    @guarded
    def _on_closed(self) -> None:
        self._dialog = None

    def _begin(
        self,
        entries: Sequence[Entry],
        indices: list[int],
        folder: Path,
        options: ExportOptions,
        suffix: str,
        replacing: bool,
    ) -> None:
        if self._dialog is None:
            return
        choices = self._dialog.choices
        # The choice for single documents: this dialog has no column for a reference.
        reference = self._preferences.settings.export.reference
        chosen = preferences_of(options, folder, suffix, notes=choices.notes_at_end)
        self._preferences.change(export=replace(chosen, reference=reference))
        self._indices, self._finished, self._written = indices, 0, 0
        names = Names(folder, suffix, replacing, titled=options.layout is not Layout.ORIGINAL)
        order = _Request(tuple(entries[index] for index in indices), names, options, choices.with_notes)
        self._say(self.tr("Waiting for the current translation to finish…") if self._translation.translating else "")
        self._working.start(
            lambda job: self._work(job, order),
            item=self._on_item,
            finished=self._on_end,
            failed=self._on_end,
            cancelled=self._on_end,
        )

    def warn_before_closing(self) -> bool:
        """Say once that not all documents are saved; returns whether the user was not warned of it."""
        if self._dialog is None:
            return False
        words = self.tr("Not all documents have been saved yet. If you quit again, nothing more will be saved.")
        return self._dialog.warn_before_closing(words)

    @guarded
    def _cancel(self) -> None:
        self._working.stop()

    # On the engine's thread

    def _work(self, job: Job, order: _Request) -> None:
        make_folder(order.names.folder)
        pipeline = self._pipelines.new(job.is_cancelled)
        for index, entry in enumerate(order.entries):
            if job.is_cancelled():
                return
            try:
                outcome = self._write(job, index, entry, order, pipeline)
            except CancelledError:
                return
            except Exception as error:  # noqa: BLE001 - one that fails does not stop the others
                log.caught(error, "exporting one of several")
                outcome = _Outcome(index, error=error)
            if outcome is not None:
                job.emit_item(outcome)

    def _write(
        self, job: Job, index: int, entry: Entry, order: _Request, pipeline: "translation.Pipeline"
    ) -> _Outcome | None:
        """Translate and write a document; None if cancelled."""
        document = read_document(entry.path, choices_of(entry.encoding, entry.lines), cancelled=job.is_cancelled)
        source, target = languages_of(document, entry.source, entry.target, pipeline.installed)
        own = order.options.layout is Layout.ORIGINAL
        suffix = own_suffix(document) if own else order.names.suffix
        titled = replace(document, title=entry.title or document.title)
        path = order.names.path(titled, source, target, suffix=suffix)
        check_target(document, path)
        text = ParallelText.untranslated(document, source, target, frozenset(entry.forced))
        links, back = own or suffix == ".html", not own and Column.BACK in order.options.columns
        for step in complete(pipeline, text, links=links, back=back):
            if isinstance(step, Advance):
                job.emit_item(_Step(index, step))
        if job.is_cancelled():
            return None
        judged = judged_text(text, self._look_up, entry.dismissed)
        notes = tuple(all_notes(document, Annotations(self._values))) if order.notes else ()
        options = replace(order.options, notes=notes)
        written = write_export(judged, path, options, cancelled=job.is_cancelled, suffix=suffix)
        failed = sum(row.state is State.FAILED for row in text.rows)
        return _Outcome(index, path, failed, remarks=written.remarks) if written.written else None

    # On the window's thread

    def _on_item(self, item: _Step | _Outcome) -> None:
        if self._dialog is None:
            return
        self._say("")
        self._dialog.show_result(self._indices[item.index], self._words(item))
        if isinstance(item, _Outcome):
            self._finished += 1
            self._written += item.error is None
            self._dialog.show_finished(self._finished)

    def _words(self, item: _Step | _Outcome) -> str:
        if isinstance(item, _Step):
            total = item.advance.total
            template = self.tr("Translating: {done} of %Ln paragraph(s)", "", total)
            if item.advance.stage is Stage.TRANSLATING_BACK:
                template = self.tr("Translating back: {done} of %Ln paragraph(s)", "", total)
            return template.format(done=QLocale().toString(item.advance.done))
        if item.error is not None:
            return said(item.error)
        assert item.path is not None
        words = self.tr("Saved as “{name}”.").format(name=one_line(item.path.name))
        if item.failed:
            words += " " + self.tr("%Ln paragraph(s) could not be translated.", "", item.failed)
        return " ".join((words, *map(localised, item.remarks)))

    def _on_end(self, error: object = None) -> None:
        if self._dialog is None:
            return
        self._dialog.set_writing(0)
        if isinstance(error, Exception):
            self._say(said(error))
        else:
            template = self.tr("{done} of %Ln document(s) exported.", "", len(self._indices))
            self._say(template.format(done=QLocale().toString(self._written)))

    def _say(self, words: str) -> None:
        if self._dialog is not None:
            self._dialog.say(words)
