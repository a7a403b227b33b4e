"""Documents made of text from other programs: from the clipboard, or dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader import late_re as re, log
from reader.errors import DocumentError, NoTextError
from reader.export import Offered, keep_pasted
from reader.formats import read_document
from reader.pasted import Pasted
from ui.library.shelf import Shelf
from ui.toolkit.drops import files_in
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.notices import NoticeBar
from ui.toolkit.offers import text_in

_ADDRESS = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
# A text with more words is not only the addresses of what is dragged.
_MOST_ADDRESSES = 20


class Pasting(QObject):
    """Keeps texts from other programs, and hands over their files to be opened, as well as files themselves."""

    files_found = Signal(list)  # Paths

    def __init__(self, shelf: Shelf, notices: NoticeBar, pool: Pool, window: QWidget) -> None:
        """Serve `window`; texts are kept in the library's folder, by `pool`."""
        super().__init__(window)
        self._shelf, self._notices, self._pool = shelf, notices, pool
        self._pasted = Pasted(shelf.library.folder)

    @guarded
    def paste(self) -> None:
        """Make a document of the text on the clipboard, or open the files there."""
        self._take(
            QGuiApplication.clipboard().mimeData() or QMimeData(),  # there is none on an empty clipboard
            self.tr("There is no text on the clipboard. Copy some text, then try again."),
            self.tr("The other program did not hand over its text. Copy it again, then try again."),
        )

    def take_dropped(self, data: QMimeData) -> None:
        """Make a document of dropped text, or open dropped files."""
        self._take(
            data,
            self.tr("There is no text in what you dropped."),
            self.tr("The other program did not hand over what you dropped. Try again, or open the file from the menu."),
        )

    def _take(self, data: QMimeData, nothing: str, withheld: str) -> None:
        if files := files_in(data):
            self.files_found.emit(files)
            return
        text = text_in(data)
        if text.withheld:
            self._notices.say(withheld)
        elif _only_addresses(text.forms.plain) or (data.hasUrls() and not text.forms.plain.strip()):
            words = self.tr("Tospalt does not fetch web pages. Copy the text of the page, and paste that.")
            self._notices.say(words)
        elif not (text.forms.plain + text.forms.html + text.forms.markdown).strip():
            self._notices.say(nothing)
        else:
            self._keep(text.forms, nothing)

    def _keep(self, forms: Offered, nothing: str) -> None:
        job = Job(lambda _: keep_pasted(self._pasted, forms))
        job.finished.connect(self._on_kept)
        job.failed.connect(guarded(lambda _, error: self._on_not_kept(error, nothing)))
        self._pool.start(job)

    @guarded
    def _on_kept(self, _job: Job, path: Path) -> None:
        self.files_found.emit([path])

    def _on_not_kept(self, error: Exception, nothing: str) -> None:
        """Tell why; of HTML with images only, the same as of an image."""
        self._notices.say(nothing if isinstance(error, NoTextError) else said(error))

    # Texts that no list has

    def find_unlisted(self) -> None:
        """Add the texts to the library that a killed program kept and did not list."""
        listed = {entry.path for entry in self._shelf.library}
        job = Job(lambda _: [path for path in self._pasted if path not in listed and _is_readable(path)])
        job.finished.connect(self._on_unlisted)
        self._pool.start(job)

    @guarded
    def _on_unlisted(self, _job: Job, paths: list[Path]) -> None:
        for path in paths:
            self._shelf.add(path)


def _only_addresses(text: str) -> bool:
    words = text.split(maxsplit=_MOST_ADDRESSES)
    return bool(words) and all(map(_ADDRESS.fullmatch, words))


def _is_readable(path: Path) -> bool:
    try:
        read_document(path)
    except DocumentError as error:
        log.caught(error, "looking for pasted texts")
        return False
    return True
