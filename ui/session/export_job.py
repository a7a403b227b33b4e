"""Writing the open document to files, once everything they need is available."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.export import Exported, ExportOptions, write_export
from reader.late_dataclasses import dataclass
from reader.memory import LookUp, judged_text
from reader.parallel import ParallelText
from ui.session.attachments import Additions, Attachments
from ui.session.open_document import OpenDocument
from ui.session.translation import Translation
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.toolkit.one_line import one_line

_DEFAULTS, _NOTHING = ExportOptions(), Additions()


@dataclass(frozen=True, slots=True)
class _Target:
    """A file to write, and how to write it."""

    path: Path
    options: ExportOptions
    suffix: str
    additions: Additions
    whole: bool  # only with a translation of everything

    def write(self, text: ParallelText, cancelled: Callable[[], bool]) -> Exported:
        """Write it, on a thread for files."""
        return write_export(text, self.path, self.options, cancelled=cancelled, suffix=self.suffix)


class Writing(QObject):
    """Writes one file after another, after translating the rest if requested and adding its attachments."""

    exported = Signal(object, object)  # Path, Exported
    stopped = Signal(object, str)  # Path, and why, or "" if it was cancelled
    notice = Signal(object, str)  # Path, and a message about it
    attached = Signal()  # the attachments requested for the preview are available
    not_attached = Signal(object)  # the exception: they are not

    def __init__(
        self,
        document: OpenDocument,
        translation: Translation,
        attachments: Attachments,
        look_up: LookUp,
        pool: Pool,
    ) -> None:
        """Write the document open in `document`, in `pool`, which is for files.

        `look_up` gives what the user thinks of its sentences, on any thread.
        """
        super().__init__()
        self._document, self._translation, self.attachments = document, translation, attachments
        self._look_up = look_up
        self._awaiting_translation: list[_Target] = []  # waiting for the translation
        self._waiting: list[_Target] = []  # waiting for their turn
        self._current: _Target | None = None  # waiting for its attachments, or being written
        self._preview_request: Additions | None = None  # those for the preview, once no file waits
        self._latest: _Target | None = None
        self._working = Latest(pool, self)
        translation.settled.connect(self._write_awaited)
        translation.halted.connect(self._drop)
        document.unreadable.connect(self._drop)  # the translation does not begin
        document.opened.connect(self._on_opened)
        document.closing.connect(self.cancel_preview)
        attachments.ready.connect(self._on_ready)
        attachments.failed.connect(self._on_not_ready)

    def write(
        self,
        path: Path,
        options: ExportOptions = _DEFAULTS,
        suffix: str = "",
        *,
        additions: Additions = _NOTHING,
        translate_first: bool = True,
    ) -> None:
        """Write the open document, with `translate_first` after translating what is missing.

        `suffix` names the format if that of `path` does not; `additions` are made for it first. Ends with `exported` or
        `stopped`.
        """
        text = self._document.text
        if text is None:
            return
        target = self._latest = _Target(path, options, suffix, additions, translate_first or not text.outstanding())
        if translate_first and self._translation.linking:
            self._awaiting_translation.append(target)  # translated, only links are missing
        elif translate_first and text.outstanding():
            self._awaiting_translation.append(target)
            self._translation.resume()
            self._tell_awaited(target)
        else:
            self._waiting.append(target)
            self._go_on()

    def judging(self) -> Callable[[ParallelText], ParallelText]:
        """What gives the open text, as it is now or later, as it is shown: see `judged_text`; not for this thread."""
        entry = self._document.entry
        return partial(judged_text, look_up=self._look_up, rules_off=entry.dismissed if entry is not None else ())

    def request_preview(self, additions: Additions) -> None:
        """Add these to the open text for a preview, like `Attachments.provide`; files that wait come first.

        Ends with `attached` or `not_attached`, unless something else is requested before.
        """
        self._preview_request = additions
        self._go_on()

    @guarded
    def cancel_preview(self) -> None:
        """Cancel the attachments for the preview."""
        self._preview_request = None
        if self._current is None:
            self.attachments.cancel()

    @property
    def unfinished(self) -> list[Path]:
        """The files that are being written, or are to be."""
        current = [self._current] if self._current is not None else []
        return [target.path for target in (*current, *self._waiting, *self._awaiting_translation)]

    @guarded
    def cancel(self) -> None:
        """Stop writing the file requested last, which stays as it was."""
        if (target := self._latest) is None:
            return
        for waiting in (self._waiting, self._awaiting_translation):
            if target in waiting:
                waiting.remove(target)
                self.stopped.emit(target.path, "")
                return
        if target is self._current and self._working.running:
            self._working.stop()
        elif target is self._current:
            self.attachments.cancel()
            self._stop("")

    def _go_on(self) -> None:
        """Begin with the next file, or the preview, unless something is under way."""
        if self._current is None and self._waiting:
            self._current = target = self._waiting.pop(0)
            self.attachments.provide(target.additions)
        elif self._current is None and self._preview_request is not None:
            self.attachments.provide(self._preview_request)

    @guarded
    def _write_awaited(self) -> None:
        """The translation is complete: write the files that waited for it."""
        self._waiting, self._awaiting_translation = self._waiting + self._awaiting_translation, []
        if self._waiting:
            self._go_on()

    def _tell_awaited(self, target: _Target) -> None:
        message = self.tr("“{name}” will be saved when the translation is finished.")
        self.notice.emit(target.path, message.format(name=one_line(target.path.name)))

    @guarded
    def _on_opened(self, text: ParallelText) -> None:
        """Files that were to be whole wait for the translation of a text that replaces theirs."""
        if not text.outstanding():
            return
        waiting = self._take_waiting()
        self._waiting = [target for target in waiting if not target.whole]
        for target in waiting:
            if target.whole:
                self._awaiting_translation.append(target)
                self._tell_awaited(target)
        self._go_on()

    @guarded
    def _drop(self) -> None:
        """Cancel files that wait; one being written has a snapshot of the text."""
        dropped, self._awaiting_translation = self._awaiting_translation + self._take_waiting(), []
        message = self.tr("“{name}” was not saved because the translation was stopped.")
        for target in dropped:
            self.stopped.emit(target.path, message.format(name=one_line(target.path.name)))
        self._go_on()

    def _take_waiting(self) -> list[_Target]:
        """The files that wait for their turn or their attachments, which now nothing is done for."""
        waiting, self._waiting = self._waiting, []
        if self._current is not None and not self._working.running:
            waiting.insert(0, self._current)
            self._current = None
            self.attachments.cancel()
        return waiting

    @guarded
    def _on_ready(self) -> None:
        if (target := self._current) is not None:
            self._write(target)
        elif self._preview_request is not None:
            self._preview_request = None
            self.attached.emit()

    @guarded
    def _on_not_ready(self, error: Exception) -> None:
        if self._current is not None:
            self._stop(said(error))
        elif self._preview_request is not None:
            self._preview_request = None
            self.not_attached.emit(error)

    def _write(self, target: _Target) -> None:
        text = self._document.text
        assert text is not None
        snapshot, judged = text.snapshot(), self.judging()
        self._working.start(
            lambda job: target.write(judged(snapshot), job.is_cancelled),
            finished=self._on_written,
            failed=lambda error: self._stop(said(error)),
            cancelled=lambda: self._stop(""),
        )

    def _on_written(self, exported: Exported) -> None:
        target = self._ended()
        self.exported.emit(target.path, exported)
        self._go_on()

    def _stop(self, problem: str) -> None:
        target = self._ended()
        self.stopped.emit(target.path, problem)
        self._go_on()

    def _ended(self) -> _Target:
        target, self._current = self._current, None
        assert target is not None
        return target
