"""Writing the open document to a file, once everything that belongs into it is there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.export import Exported, ExportOptions, write_export
from reader.parallel import ParallelText
from ui.session.attachments import Supplements
from ui.session.session import Workspace
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job

_USUAL = ExportOptions()


@dataclass(frozen=True, slots=True)
class _Target:
    """A file to write, and how."""

    path: Path
    options: ExportOptions
    suffix: str
    human: Path | None

    def write(self, text: ParallelText, cancelled: Callable[[], bool]) -> Exported:
        """Write it; on a thread for files."""
        return write_export(text, self.path, self.options, cancelled=cancelled, suffix=self.suffix)


class Writing(QObject):
    """Writes one file at a time: the rest is translated first if that is wanted, then what stands with it."""

    exported = Signal(object, object)  # Path, Exported
    stopped = Signal(str)  # why, or "" if it was cancelled
    notice = Signal(str)  # on what was asked for

    def __init__(self, workspace: Workspace, supplements: Supplements) -> None:
        """Writes what is open in `workspace`."""
        super().__init__()
        self._workspace, self.supplements = workspace, supplements
        self._promised: _Target | None = None  # waits for the translation
        self._awaiting: _Target | None = None  # waits for what stands with it
        self._job: Job | None = None
        workspace.settled.connect(self._keep_promise)
        workspace.halted.connect(self._drop)
        supplements.ready.connect(self._on_ready)
        supplements.failed.connect(self._on_not_ready)

    def write(
        self,
        path: Path,
        options: ExportOptions = _USUAL,
        suffix: str = "",
        *,
        human: Path | None = None,
        translate_first: bool = True,
    ) -> None:
        """Write the open document, with `translate_first` when what is missing has been translated.

        `suffix` names the format where that of `path` says nothing; `human` is a human translation to lay beside
        it. It ends with `exported` or `stopped`.
        """
        text = self._workspace.text
        if text is None:
            return
        target = _Target(path, options, suffix, human)
        if not translate_first:
            self._supplement(target)
        elif self._workspace.linking:
            self._promised = target  # in a moment
        elif text.outstanding():
            self._promised = target
            self._workspace.resume()
            message = self.tr("“{name}” will be saved when the translation is finished.")
            self.notice.emit(message.format(name=path.name))
        else:
            self._supplement(target)

    @property
    def busy(self) -> bool:
        """Whether a file waits to be written."""
        return self._promised is not None or self._awaiting is not None

    @guarded
    def cancel(self) -> None:
        """Stop writing; the file stays as it was."""
        if self._awaiting is not None:
            self._awaiting = None
            self.supplements.cancel()
            self.stopped.emit("")
        if self._job is not None:
            self._job.cancel()

    @guarded
    def _keep_promise(self) -> None:
        """Write the file that was promised when the translation is done."""
        if self._promised is not None:
            target, self._promised = self._promised, None
            self._supplement(target)

    @guarded
    def _drop(self) -> None:
        """A file that was promised will not be written."""
        target = self._promised or self._awaiting
        self._promised = self._awaiting = None
        if target is not None:
            message = self.tr("“{name}” was not saved because the translation was stopped.")
            self.notice.emit(message.format(name=target.path.name))

    def _supplement(self, target: _Target) -> None:
        self._awaiting = target
        self.supplements.provide(back=target.options.back_translation, human=target.human)

    @guarded
    def _on_ready(self) -> None:
        if self._awaiting is not None:
            target, self._awaiting = self._awaiting, None
            self._write(target)

    @guarded
    def _on_not_ready(self, error: Exception) -> None:
        if self._awaiting is not None:
            self._awaiting = None
            self.stopped.emit(said(error))

    def _write(self, target: _Target) -> None:
        text = self._workspace.text
        assert text is not None
        snapshot = text.snapshot()
        self._job = Job(lambda job: (target.path, target.write(snapshot, job.is_cancelled)))
        self._job.finished.connect(self._on_exported)
        self._job.cancelled.connect(guarded(lambda _: self.stopped.emit("")))
        self._job.failed.connect(self._on_failed)
        self._workspace.file_pool.start(self._job)

    @guarded
    def _on_exported(self, _job: Job, written: tuple[Path, Exported]) -> None:
        self.exported.emit(*written)

    @guarded
    def _on_failed(self, _job: Job, error: Exception) -> None:
        self.stopped.emit(said(error))
