"""The open document and what is being done with it: reading, translating, exporting."""

import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.argos import LanguagePackage
from reader.document import Document
from reader.engines import Engines
from reader.errors import sentence
from reader.export.pdf import export_pdf
from reader.formats import read_document
from reader.languages import other_language
from reader.library import Entry
from reader.parallel import ParallelText, Row, State
from reader.translation import Translated, translate
from ui.jobs import Job, Pool

# Rows arrive in bursts; the window takes them together, at most this often.
_GATHER_MS = 30
# So many texts with their translations are kept for going back to them.
_KEPT_TEXTS = 20

_Key = tuple[Path, str, str]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the translation of the open document is.

    Attributes:
        done, total: paragraphs with words, finished and in all.
        failed: of those finished, how many the model failed on.
        words_per_second: of the source, since this translation began; 0 at first.
        running: whether it goes on.
    """

    done: int
    total: int
    failed: int
    words_per_second: float
    running: bool


class Workspace(QObject):
    """One open document. All work is done by jobs; results of a job that was replaced never show."""

    opening = Signal(object)  # Entry
    opened = Signal(object)  # ParallelText
    closed = Signal()
    unreadable = Signal(object, str)  # Entry, why
    rows_changed = Signal(list)  # indices of rows
    progressed = Signal(object)  # Progress
    stopped = Signal(object)  # the exception that ended the translation
    exported = Signal(object)  # Path
    notice = Signal(str)

    def __init__(self, engine_pool: Pool, file_pool: Pool) -> None:
        """A workspace with nothing open; `engine_pool` has one thread."""
        super().__init__()
        self.entry: Entry | None = None
        self.text: ParallelText | None = None
        self.visible_row = 0  # set by the reading view, read by the engine's thread
        self._engine_pool, self._file_pool = engine_pool, file_pool
        self._engines = Engines()
        self._reading: Job | None = None
        self._translating: Job | None = None
        self._exporting: Job | None = None
        self._export_path: Path | None = None
        self._texts: OrderedDict[_Key, ParallelText] = OrderedDict()
        self._arrived: list[Translated] = []
        self._gather = QTimer(self)
        self._gather.setInterval(_GATHER_MS)
        self._gather.setSingleShot(True)
        self._gather.timeout.connect(self._take_arrived)
        self._started, self._words = 0.0, 0

    # Opening

    def open(self, entry: Entry) -> None:
        """Read the document of `entry`, show it and begin to translate it."""
        self.close()
        self.entry = entry
        self.opening.emit(entry)
        self._reading = Job(lambda _: read_document(entry.path))
        self._reading.finished.connect(self._on_read)
        self._reading.failed.connect(self._on_unreadable)
        self._file_pool.start(self._reading)

    def close(self) -> None:
        """Leave the open document; its translation ends after the batch that is being worked on."""
        for job in (self._reading, self._translating):
            if job is not None:
                job.cancel()
        self._take_arrived()
        self._reading = self._translating = self._export_path = None
        self.entry = self.text = None
        self.closed.emit()

    def _on_read(self, job: Job, document: Document) -> None:
        if job is not self._reading or self.entry is None:
            return
        self._reading = None
        source = self.entry.source or document.language
        self._show(document, source, self.entry.target or other_language(source))

    def _on_unreadable(self, job: Job, error: Exception) -> None:
        if job is self._reading and self.entry is not None:
            self._reading = None
            self.unreadable.emit(self.entry, sentence(error))

    def _show(self, document: Document, source: str, target: str) -> None:
        self.text = self._kept_text(document, source, target)
        self.visible_row = 0
        self.opened.emit(self.text)
        self.resume()

    def _kept_text(self, document: Document, source: str, target: str) -> ParallelText:
        """The text as it was left, if the file still says the same, else a fresh one."""
        assert document.path is not None
        key = (document.path, source, target)
        kept = self._texts.get(key)
        if kept is None or kept.document != document:
            kept = ParallelText.untranslated(document, source, target)
        self._texts[key] = kept
        self._texts.move_to_end(key)
        while len(self._texts) > _KEPT_TEXTS:
            self._texts.popitem(last=False)
        return kept

    # Translating

    @property
    def translating(self) -> bool:
        """Whether a translation is under way."""
        return self._translating is not None

    def set_languages(self, source: str, target: str) -> None:
        """Translate the open document from `source` to `target` instead."""
        if self.text is None:
            return
        self.cancel()
        self._show(self.text.document, source, target)

    def cancel(self) -> None:
        """End the translation after the batch that is being worked on; what is done stays."""
        if self._translating is None:
            return
        self._translating.cancel()
        self._take_arrived()
        self._translating = self._export_path = None
        self._report()

    def resume(self) -> None:
        """Translate what is pending or failed, beginning with what is on screen."""
        if self.text is None or self._translating is not None or not self.text.outstanding():
            self._report()
            return
        self._started, self._words = time.monotonic(), 0
        text, rows = self.text, list(self.text.rows)
        self._translating = Job(lambda job: self._translate(job, text, rows))
        self._translating.item.connect(self._on_item)
        self._translating.finished.connect(self._on_translated)
        self._translating.failed.connect(self._on_translation_failed)
        self._report()
        self._engine_pool.start(self._translating)

    def _translate(self, job: Job, text: ParallelText, rows: list[Row]) -> None:
        """On the engine's thread."""
        engine = self._engines.get(text.source_language, text.target_language)
        job.emit_item(engine.package)
        finished = translate(
            rows, text.source_language, engine, first=lambda: self.visible_row, cancelled=job.is_cancelled
        )
        for row in finished:
            job.emit_item(row)

    def _on_item(self, job: Job, item: LanguagePackage | Translated) -> None:
        if job is not self._translating or self.text is None:
            return
        if isinstance(item, LanguagePackage):
            self.text.package = item
            self._started = time.monotonic()  # loading it is not counted against its speed
            return
        self._arrived.append(item)
        if not self._gather.isActive():
            self._gather.start()

    def _take_arrived(self) -> None:
        arrived, self._arrived = self._arrived, []
        self._gather.stop()
        if not arrived or self.text is None:
            return
        self.text.apply((translated.index, translated.row) for translated in arrived)
        self._words += sum(len(translated.row.source.text.split()) for translated in arrived)
        self.rows_changed.emit([translated.index for translated in arrived])
        self._report()

    def _on_translated(self, job: Job, _result: object) -> None:
        if job is not self._translating:
            return
        self._take_arrived()
        self._translating = None
        self._report()
        if self._export_path is not None:
            path, self._export_path = self._export_path, None
            self._export_now(path)

    def _on_translation_failed(self, job: Job, error: Exception) -> None:
        if job is not self._translating:
            return
        self._take_arrived()
        self._translating = self._export_path = None
        self._report()
        self.stopped.emit(error)

    def _report(self) -> None:
        if self.text is None:
            return
        rows = [row for row in self.text.rows if row.state is not State.SAME]
        pending = sum(row.state is State.PENDING for row in rows)
        failed = sum(row.state is State.FAILED for row in rows)
        elapsed = time.monotonic() - self._started
        speed = self._words / elapsed if self._words and elapsed > 0 else 0.0
        self.progressed.emit(Progress(len(rows) - pending, len(rows), failed, speed, self.translating))

    # Exporting

    def export(self, path: Path) -> None:
        """Write the open document as a bilingual PDF, when what is missing has been translated."""
        if self.text is None:
            return
        if self.text.outstanding():
            self.resume()
            self._export_path = path
            self.notice.emit(f"“{path.name}” will be written when the translation is done.")
        else:
            self._export_now(path)

    def _export_now(self, path: Path) -> None:
        assert self.text is not None
        text = self.text
        self._exporting = Job(lambda _: _export(text, path))
        self._exporting.finished.connect(self._on_exported)
        self._exporting.failed.connect(self._on_export_failed)
        self._file_pool.start(self._exporting)

    def _on_exported(self, _job: Job, path: Path) -> None:
        self.exported.emit(path)

    def _on_export_failed(self, _job: Job, error: Exception) -> None:
        self.notice.emit(sentence(error))


def _export(text: ParallelText, path: Path) -> Path:
    export_pdf(text, path)
    return path
