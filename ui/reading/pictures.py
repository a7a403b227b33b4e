"""The pictures of the open document, read on another thread as they come into view."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from reader.text import BoxKind, Document, Figure, Kind, Paragraph
from ui.reading.picture_files import Picture, local_name, read_packed_picture, read_picture
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest

# Pictures in memory: more than there is room for on a screen.
_KEPT = 60

Reading = Callable[[], Picture | None]  # reads a picture, on any thread
Size = tuple[int, int]  # width and height, in pixels


class Pictures(QObject):
    """Knows the pictures of rows; `changed` carries the rows of those that have arrived, or cannot be shown."""

    changed = Signal(object)  # list of rows

    def __init__(self, pool: Pool, parent: QObject | None = None) -> None:
        """No document; pictures are read in `pool`, one after another."""
        super().__init__(parent)
        self._reading = Latest(pool, self)
        self._files: dict[int, Reading] = {}  # by rows
        self._sizes: dict[int, Size] = {}
        self._kept: OrderedDict[int, QImage] = OrderedDict()
        self._wanted: list[int] = []  # the latest last

    def begin(self, document: Document | None) -> None:
        """Start over with another document."""
        self._reading.cancel()
        self._files, self._sizes, self._wanted = {}, {}, []
        self._kept.clear()
        if document is None or document.path is None or not document.figures:
            return
        for row, paragraph in enumerate(document.paragraphs):
            figure = _figure_of(paragraph, document)
            if figure is not None and (read := _reading_of(figure, document.path)) is not None:
                self._files[row] = read
                if figure.width > 0 and figure.height > 0:
                    self._sizes[row] = figure.width, figure.height

    def size(self, row: int) -> Size | None:
        """How large the picture of a row is; None if it has none, or as long as that is not known."""
        return self._sizes.get(row)

    def image(self, row: int) -> QImage | None:
        """The picture of a row that is on screen; None if it has none, or as long as it is being read."""
        image = self._kept.get(row)
        if image is not None:
            self._kept.move_to_end(row)
        elif row in self._files:
            self._want(row)
        return image

    def _want(self, row: int) -> None:
        if row in self._wanted:
            return
        self._wanted = [*self._wanted, row][-_KEPT:]
        self._read_on()

    def _read_on(self) -> None:
        if self._wanted and not self._reading.running:
            row = self._wanted[-1]
            read = self._files[row]
            self._reading.start(
                lambda _job: read(),
                finished=partial(self._on_read, row),
                failed=partial(self._on_failed, row),
            )

    @guarded
    def _on_read(self, row: int, picture: Picture | None) -> None:
        self._wanted = [other for other in self._wanted if other != row]
        if picture is None:
            del self._files[row]
            self._sizes.pop(row, None)
        else:
            self._sizes.setdefault(row, (picture.width, picture.height))
            self._kept[row] = picture.image
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self.changed.emit([row])
        self._read_on()

    @guarded
    def _on_failed(self, row: int, _error: Exception) -> None:
        self._on_read(row, None)


def _reading_of(figure: Figure, path: Path) -> Reading | None:
    """What reads the picture of a figure of the document at `path`; None if there can be none."""
    if figure.inside:
        return partial(read_packed_picture, path, figure.name)
    name = local_name(figure.name)
    return partial(read_picture, path.parent, name) if name is not None else None


def _figure_of(paragraph: Paragraph, document: Document) -> Figure | None:
    """The figure that a paragraph stands for."""
    if paragraph.kind is not Kind.FIGURE:
        return None
    box = next((box for box in reversed(paragraph.within) if box.kind is BoxKind.FIGURE), None)
    return document.figures[box.number] if box and 0 <= box.number < len(document.figures) else None
