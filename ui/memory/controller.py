"""Importing TMX files into the translation memory, and exporting it, from the window."""

from collections.abc import Sequence
from functools import partial, reduce
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.errors import TospaltError
from reader.export import export_memory
from reader.files import is_regular
from reader.late_dataclasses import dataclass
from reader.memory import Amount, Memory, import_tmx, languages_of_tmx
from ui.session.file_choice import choose_files
from ui.session.preferences import Preferences
from ui.toolkit.file_dialog import FileDialog
from ui.toolkit.file_filters import memory_files
from ui.toolkit.folders import usual_folder
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest
from ui.toolkit.one_line import one_line

if TYPE_CHECKING:
    from reader.memory import TmxLanguages, TmxReport
    from ui.memory.export_dialog import MemoryExportDialog
    from ui.memory.import_dialog import ImportDialog

_SUFFIX = "tmx"
# The most errors that are told.
_TOLD = 5


class _Ways(TypedDict):
    """The directions of an import, as `import_tmx` takes them."""

    both: bool
    said: bool


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What came of a file: a report, or why it could not be imported."""

    report: "TmxReport | None" = None
    error: TospaltError | None = None


class MemoryFiles(QObject):
    """Opens the dialogs over a window, and does their work in the background."""

    imported = Signal()  # the memory has other edits now

    def __init__(self, window: QWidget, memory: Memory, preferences: Preferences, pool: Pool) -> None:
        """Serve `window`; `preferences` has the folder last used, `pool` is for files."""
        super().__init__(window)
        self._window, self._memory, self._preferences = window, memory, preferences
        self._import: ImportDialog | None = None
        self._export: MemoryExportDialog | None = None
        self._work = Latest(pool, self)
        self._languages: TmxLanguages | None = None  # of the files to import
        self._outcomes: list[_Outcome] = []
        self._warned = False
        self._preparing = False  # what is to be asked is not known yet

    # Importing

    @guarded
    def ask_for_files(self) -> None:
        """Let the user choose files to import."""
        title = self.tr("Import into the translation memory")
        choose_files(self._window, title, memory_files(), self._preferences, self.import_memories)

    def _folder(self) -> str:
        return usual_folder(self._preferences.settings.last_folder)

    @guarded
    def import_memories(self, paths: Sequence[Path]) -> None:
        """Ask which languages of the files are wanted, then import them."""
        if self._import is not None or self._export is not None:
            return
        from ui.memory.import_dialog import ImportDialog

        self._languages = None
        dialog = self._import = ImportDialog(paths, self._window)
        dialog.cancelled.connect(self._stop)
        dialog.confirmed.connect(guarded(partial(self._begin_import, paths)))
        dialog.finished.connect(self._on_closed)
        self._preparing = True
        self._work.start(lambda _: languages_of_tmx(*paths), finished=self._ask, failed=self._on_failed)
        dialog.open()

    def _ask(self, languages: "TmxLanguages") -> None:
        if self._import is None:
            return
        self._languages, self._preparing = languages, False
        if len(languages.codes) < 2:
            self._import.end_work(self._why_none(languages))
        else:
            self._import.ask(languages)

    def _why_none(self, languages: "TmxLanguages") -> str:
        if languages.unknown:
            words = self.tr("Tospalt does not know these languages: {names}.")
            return words.format(names=languages.unknown_in_words())
        return self.tr("There are no translations from one language to another in it.")

    def _begin_import(self, paths: Sequence[Path], source: str, target: str, both: bool) -> None:
        memory, self._outcomes, self._warned = self._memory, [], False
        pair, said = (source, target), self._languages is not None and self._languages.is_mixed((source, target))
        self._work.start(
            lambda job: _imported(job, paths, pair, memory, _Ways(both=both, said=said)),
            item=self._on_item,
            finished=lambda _: self._report(),
            failed=self._on_failed,
            cancelled=self._on_import_cancelled,
        )

    def _on_item(self, item: object) -> None:
        if isinstance(item, _Outcome):
            self._outcomes.append(item)
        elif isinstance(item, tuple) and (dialog := self._import or self._export) is not None:
            dialog.show_progress(*item)

    def _report(self) -> None:
        reports = [outcome.report for outcome in self._outcomes if outcome.report is not None]
        errors = [outcome.error for outcome in self._outcomes if outcome.error is not None]
        words = [localised(sentence) for sentence in (reduce(add, reports).sentences() if reports else ())]
        words += [said(error) for error in errors[:_TOLD]] + ["…"] * (len(errors) > _TOLD)
        if self._import is not None:
            self._import.end_work("\n".join(words))
        self.imported.emit()

    def _on_import_cancelled(self) -> None:
        done = [outcome for outcome in self._outcomes if outcome.report is not None]
        words = self.tr("The import was cancelled. Nothing was added.")
        if done:
            words = self.tr("The import was cancelled after %Ln file(s).", "", len(done))
        if self._import is not None:
            self._import.end_work(words)
        if done:
            self.imported.emit()

    # Exporting

    def ask_for_export(self) -> None:
        """Ask what of the memory is to be exported, and where to."""
        if self._import is not None or self._export is not None:
            return
        from ui.memory.export_dialog import MemoryExportDialog

        dialog = self._export = MemoryExportDialog(self._window)
        dialog.cancelled.connect(self._stop)
        dialog.confirmed.connect(self._ask_where)
        dialog.finished.connect(self._on_closed)
        memory = self._memory
        self._preparing = True
        self._work.start(lambda _: memory.exportable(), finished=self._ask_what, failed=self._on_failed)
        dialog.open()

    def _ask_what(self, amounts: Sequence[Amount]) -> None:
        if self._export is not None:
            self._preparing = False
            self._export.ask(amounts)

    @guarded
    def _ask_where(self, machine: bool) -> None:
        if self._export is None:
            return
        proposal = Path(self._folder()) / self.tr("Translation memory.tmx")
        dialog = FileDialog(self._export, self.tr("Export the translation memory"), str(proposal))
        dialog.setNameFilter(memory_files()[0])
        dialog.setAcceptMode(FileDialog.AcceptMode.AcceptSave)
        # Added by the dialog, so that it asks before replacing the file that is actually written.
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.fileSelected.connect(guarded(partial(self._on_path, machine)))
        dialog.open()

    def _on_path(self, machine: bool, name: str) -> None:
        if self._export is not None:
            self._write(self._export, Path(name), machine)

    def _write(self, dialog: "MemoryExportDialog", path: Path, machine: bool) -> None:
        memory = self._memory
        dialog.begin_work(self.tr("Exporting…"))
        self._work.start(
            lambda job: _exported(job, path, memory, machine),
            item=self._on_item,
            finished=lambda number: self._on_exported(path, number),
            failed=self._on_failed,
            cancelled=lambda: self._end(self.tr("The export was cancelled. Nothing was saved.")),
        )

    def _on_exported(self, path: Path, number: int) -> None:
        words = self.tr("%Ln sentence(s) were saved in “{path}”.", "", number)
        self._end(words.format(path=one_line(str(path))))

    # Both

    def _on_failed(self, error: Exception) -> None:
        self._end(said(error))

    @guarded
    def _stop(self) -> None:
        """End the work; before the question, with the dialog."""
        dialog = self._import or self._export
        if self._preparing and dialog is not None:
            dialog.done(0)
        else:
            self._work.stop()

    def _end(self, words: str) -> None:
        if (dialog := self._import or self._export) is not None:
            dialog.end_work(words)

    @guarded
    def _on_closed(self) -> None:
        for dialog in (self._import, self._export):
            if dialog is not None:
                dialog.deleteLater()
        self._import = self._export = None
        self._work.cancel()

    def warn_before_closing(self) -> bool:
        """Say once that an import is under way; returns whether there is one the user was not warned of."""
        if self._import is None or self._preparing or self._warned or not self._work.running:
            return False
        self._warned = True
        words = self.tr("Tospalt is still importing translations. If you quit again, nothing will be added.")
        self._import.say(words)
        return True


def _imported(job: Job, paths: Sequence[Path], pair: tuple[str, str], memory: Memory, ways: _Ways) -> None:
    """On a file thread: import one file after another, each whole or not at all."""
    sizes = [path.stat().st_size if is_regular(path) else 0 for path in paths]
    for place, path in enumerate(paths):
        tell = partial(_tell, job, sum(sizes[:place]), sizes[place], sum(sizes))
        try:
            report = import_tmx(path, *pair, memory, **ways, progress=tell, cancelled=job.is_cancelled)
        except TospaltError as error:
            job.emit_item(_Outcome(error=error))
        else:
            job.emit_item(_Outcome(report))


def _tell(job: Job, begun: int, size: int, total: int, done: int, of: int) -> None:
    job.emit_item((begun + size * done // max(of, 1), total))


def _exported(job: Job, path: Path, memory: Memory, machine: bool) -> int:
    return export_memory(
        memory,
        path,
        machine=machine,
        progress=lambda done, of: job.emit_item((done, of)),
        cancelled=job.is_cancelled,
    )
