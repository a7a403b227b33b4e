"""What the user is told when another program changes, removes or spoils the file of the open document."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.library import Entry
from reader.parallel import ParallelText
from ui.library.shelf import Shelf
from ui.session.file_watch import FileWatch
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.notices import NoticeBar
from ui.toolkit.one_line import one_line

_TOPIC = "file"


class FileChanges(QObject):
    """Says in the notices of a window what has happened to the file of the text that it shows."""

    def __init__(
        self, watch: FileWatch, document: OpenDocument, shelf: Shelf, notices: NoticeBar, window: QWidget
    ) -> None:
        """Tell of the file open in `document`, on which `watch` keeps an eye."""
        super().__init__(window)
        self._document, self._shelf, self._notices = document, shelf, notices
        self._path = document.text.document.path if document.text is not None else None  # of the text that is shown
        document.opened.connect(self._on_opened)
        watch.gone.connect(self._on_gone)
        watch.unreadable.connect(self._on_unreadable)
        watch.well.connect(self._on_well)

    @guarded
    def _on_opened(self, text: ParallelText) -> None:
        entry, revision, before = self._document.entry, self._document.version.revision, self._path
        self._path = text.document.path
        if entry is None or revision is None:
            return
        if before != self._path:
            words = self.tr("This document was moved or renamed by another program. It is “{name}” now.")
            self._notices.say(words.format(name=one_line(entry.path.name)), topic=_TOPIC, asked=False)
            return
        words = self.tr("“{name}” was changed by another program and has been read again.")
        if revision.changed:
            words = self.tr(
                "“{name}” was changed by another program and has been read again: %Ln paragraph(s) changed.",
                "",
                revision.changed,
            )
        self._say(words, entry)

    @guarded
    def _on_gone(self, entry: Entry) -> None:
        self._shelf.set_missing(entry, True)
        self._say(self.tr("“{name}” is no longer in its folder. You see the text as it was read last."), entry)

    @guarded
    def _on_unreadable(self, entry: Entry, error: Exception) -> None:
        words = self.tr(
            "“{name}” was changed by another program and cannot be read now. You see the text as it was read last. "
            "{problem}"
        )
        self._say(words, entry, said(error))

    def _say(self, words: str, entry: Entry, problem: str = "") -> None:
        def named(path: Path | None) -> str:
            return words.format(name=self._shelf.called_at(path or entry.path), problem=problem)

        self._notices.say(named, topic=_TOPIC, asked=False, about=entry.path)

    @guarded
    def _on_well(self, entry: Entry) -> None:
        self._shelf.set_missing(entry, False)
        self._notices.take_back(_TOPIC)
