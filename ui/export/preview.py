"""A preview of the pages of an export, laid out and drawn off the UI thread."""

from collections.abc import Callable
from dataclasses import replace
from threading import Lock

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from reader.errors import CancelledError
from reader.export import ExportOptions, Pdf, Picture, page_sizes, render_page, set_pdf
from reader.late_dataclasses import dataclass
from reader.parallel import ParallelText
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

# Milliseconds to wait for further changes of the choices.
_PATIENCE_MS = 200
# The rows of a long text shown first, and the number of rows above which a text is long.
_FIRST_ROWS = 80
_LONG_TEXT = 320


# Gives a text as it is to be shown.
Judged = Callable[[ParallelText], ParallelText]


def as_it_is(text: ParallelText) -> ParallelText:
    """The text itself."""
    return text


class _AsShown:
    """A text as it is to be shown, which is found out once, on the thread that needs it first."""

    def __init__(self, text: ParallelText, judged: Judged) -> None:
        self._text, self._judged, self._lock = text, judged, Lock()
        self._shown: ParallelText | None = None

    def text(self) -> ParallelText:
        """That text."""
        with self._lock:
            if self._shown is None:
                self._shown = self._judged(self._text)
            return self._shown


@dataclass(frozen=True, slots=True)
class Pages:
    """Pages that were laid out: their sizes in points, characters no font has, and whether these are all pages."""

    data: bytes
    sizes: tuple[tuple[float, float], ...]
    missing: tuple[str, ...]
    whole: bool


class Preview(QObject):
    """Lays out a text with the latest options, and draws its pages; outdated results are discarded."""

    working = Signal()
    ready = Signal(object)  # Pages
    drawn = Signal(int, QImage)  # index of the page
    failed = Signal(str)

    def __init__(
        self, text: ParallelText, pool: Pool, parent: QObject | None = None, *, judged: Judged = as_it_is
    ) -> None:
        """A preview of the current `text`, which `judged` gives as it is to be shown, in the `pool`."""
        super().__init__(parent)
        self._judged = judged
        self.set_text(text)
        self._options = ExportOptions()
        self._pages: Pages | None = None
        self._setting, self._drawing = Latest(pool, self), Latest(pool, self)
        self._wanted: tuple[int, float] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self._set)

    def set_text(self, text: ParallelText) -> None:
        """Use the current `text` from the next `show` on."""
        self._text = _AsShown(text.snapshot(), self._judged)

    def show(self, options: ExportOptions) -> None:
        """Lay out the pages with these options, soon."""
        self._options = options
        self.stop()
        self.working.emit()
        self._timer.start()

    def stop(self) -> None:
        """Stop; nothing more is emitted."""
        self._timer.stop()
        self._setting.cancel()
        self._drawing.cancel()
        self._wanted = None

    @guarded
    def _set(self) -> None:
        text, options = self._text, self._options
        self._setting.start(
            lambda job: _pages_of(job, text.text(), options),
            item=self._on_set,
            finished=self._on_set,
            failed=self._on_failed,
        )

    def _on_set(self, pages: Pages | None) -> None:
        if pages is not None:
            self._pages = pages
            self.ready.emit(pages)

    def _on_failed(self, error: Exception) -> None:
        self.failed.emit(said(error))

    @guarded
    def draw(self, index: int, scale: float) -> None:
        """Draw a page (from 0) with `scale` pixels per point; `drawn` carries the image."""
        self._wanted = (index, scale)
        if not self._drawing.running:
            self._draw_wanted()

    def _draw_wanted(self) -> None:
        if self._wanted is None or self._pages is None or self._wanted[0] >= len(self._pages.sizes):
            return
        (index, scale), data = self._wanted, self._pages.data
        self._wanted = None
        self._drawing.start(
            lambda _: (index, render_page(data, index, scale)), finished=self._on_drawn, failed=self._on_failed
        )

    def _on_drawn(self, drawn: tuple[int, Picture]) -> None:
        index, picture = drawn
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self.drawn.emit(index, image.copy())  # a deep copy, as the bytes object may be freed
        self._draw_wanted()


def _pages_of(job: Job, text: ParallelText, options: ExportOptions) -> Pages | None:
    try:
        if len(text.rows) > _LONG_TEXT:
            beginning = replace(
                text,
                document=replace(text.document, paragraphs=text.document.paragraphs[:_FIRST_ROWS]),
                rows=text.rows[:_FIRST_ROWS],
            )
            job.emit_item(_pages(set_pdf(beginning, options, cancelled=job.is_cancelled), whole=False))
        return _pages(set_pdf(text, options, cancelled=job.is_cancelled), whole=True)
    except CancelledError:
        return None


def _pages(pdf: Pdf, *, whole: bool) -> Pages:
    return Pages(pdf.data, page_sizes(pdf.data), pdf.missing, whole)
