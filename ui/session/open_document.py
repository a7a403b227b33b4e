"""The open document: reading it, changing its direction, leaving it, and changes of its text."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.files import Stamp, stamp_of
from reader.formats import Choices, choices_of, read_document
from reader.late_dataclasses import dataclass
from reader.library import Entry
from reader.memory import Memory
from reader.parallel import ParallelText, Row, RowEvent, VersionLinked
from reader.text import Document, Revision, other_language
from reader.translation import read_as
from ui.session.loading import Begun, Prepared, Read, Recognising, count_words, prepare
from ui.session.progress import Tally
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest

# Rows arrive in bursts; the window is updated at most this often, while more is waiting after this pause.
_GATHER_MS, _PAUSE_MS = 30, 8
# As much is shown at once then as takes so many seconds, by so many rows: this leaves enough of a frame to draw.
_AT_ONCE_S, _ROWS = 0.005, 40


@dataclass(slots=True)
class Version:
    """The file of a document when it was read.

    Attributes:
        stamp: its stamp, from before that.
        revision: how it differs from the version that it takes the place of on screen, if that was read before it.
    """

    stamp: Stamp | None = None
    revision: Revision | None = None

    def read(self, job: Job, path: Path, choices: Choices, began: Callable[[Document], None] | None = None) -> Document:
        """Read the file at `path`, on a thread for files; `began` may be told how it begins.

        Pages that are recognised meanwhile are items of the job (Recognising), for whoever waits for them.
        """
        self.stamp = stamp_of(path)
        return read_document(
            path,
            choices,
            cancelled=job.is_cancelled,
            began=began,
            recognising=lambda number, count: job.emit_item(Recognising(number, count)),
        )


class OpenDocument(QObject):
    """Holds at most one document, read by jobs; results of a job that was replaced are discarded.

    Attributes:
        entry: the document that is open or being read; None if there is none.
        text: its text as shown; None until it is read.
        tally: counts the rows of `text` in their current states.
        words: how many the document has; None until they are counted.
        version: of the file that `text` was read from, or from which it could not be read.
        visible_rows: those on screen; also read by the engine's thread.
    """

    opening = Signal(object)  # Entry
    turning = Signal()  # the user changes the direction of the open document
    leaving = Signal()  # the user is about to leave the text that is open
    closing = Signal()  # work for the document ends; its text is still there
    closed = Signal()  # nothing is open any more
    replacing = Signal()  # work for the text ends; another text of the same document is being prepared
    recognising = Signal(int, int)  # a page of it, from 0 on, is being recognised, and how many there are
    begun = Signal(object)  # ParallelText, the beginning of the document that is being read; `opened` follows
    opened = Signal(object)  # ParallelText
    prepared = Signal()  # all remembered translations are in the text
    measured = Signal(object, int)  # Entry, words
    unreadable = Signal(object, object)  # Entry, the exception
    seen = Signal()  # other rows are on screen
    rows_changed = Signal(list)  # indices of rows
    updated = Signal(object)  # after that: a list of pairs of a replaced Row and its replacement

    def __init__(self, pool: Pool, memory: Memory) -> None:
        """No document is open; documents are read in `pool`, and `memory` has earlier translations."""
        super().__init__()
        self.entry: Entry | None = None
        self.text: ParallelText | None = None
        self.tally: Tally | None = None
        self.words: int | None = None
        self.version = self._next_version = Version()
        self.visible_rows = range(0)
        self._memory = memory
        self._reading, self._measuring = Latest(pool, self), Latest(pool, self)
        self._recalled = False  # whether all remembered translations are in the text
        self._next_direction: tuple[str, str] | None = None  # the languages of the text that will replace this one
        self._arrived: list[RowEvent] = []
        self._then: list[Callable[[], object]] = []  # called once all of that is shown
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._gather.timeout.connect(self._take_some)

    def see(self, rows: range) -> None:
        """These rows are on screen now."""
        if rows != self.visible_rows:
            self.visible_rows = rows
            self.seen.emit()

    # Opening and leaving

    def open(self, entry: Entry) -> None:
        """Read the document of `entry` and show it."""
        self.opening.emit(entry)
        self._leave()
        self.entry = entry
        choices, version = choices_of(entry.encoding, entry.lines), Version()
        self._next_version = version
        self._prepare(
            lambda job, began: version.read(job, entry.path, choices, began), entry.source, entry.target, entry.row
        )

    def tell_again(self) -> None:
        """The user wants the document that is open already, which others may have removed from the library."""
        if self.entry is not None and self.words is not None:
            self.measured.emit(self.entry, self.words)

    def set_languages(self, source: str, target: str) -> None:
        """Translate the document from `source` to `target` instead; "" lets the text decide."""
        if self.text is not None:
            self.turning.emit()
            self.leaving.emit()
            found = source or read_as(self.text.document.language)
            self._next_direction = found, target or other_language(found)
            self._replace(self.text.document, source, target)

    @property
    def changing_direction(self) -> bool:
        """Whether the text is about to be replaced by one in another direction."""
        return self._next_direction is not None

    @property
    def languages(self) -> tuple[str, str] | None:
        """The source and target languages of the open text, or of the one being prepared."""
        if self._next_direction is not None or self.text is None:
            return self._next_direction
        return self.text.source_language, self.text.target_language

    def retranslate(self) -> None:
        """Prepare the document again for translation with the packages now installed, without leaving it."""
        if self.entry is not None and self.text is not None:
            self._replace(self.text.document, self.entry.source, self.entry.target)

    def revise(self, document: Document, version: Version) -> None:
        """Show a later version of the open document, without leaving it; what is translated already stays so."""
        if self.entry is not None and self.text is not None and version.revision is not None:
            near = version.revision.place_of(self.visible_rows.start)
            self._replace(document, self.entry.source, self.entry.target, version, near)

    def close(self) -> None:
        """Leave the document; nothing is open then."""
        self._leave()
        self.closed.emit()

    def _leave(self) -> None:
        self.leaving.emit()
        self._reading.cancel()
        self._measuring.cancel()
        self._then.clear()
        self.closing.emit()
        self.take_arrived()
        self.entry = self.text = self.tally = self.words = None
        self._next_direction = None

    def _replace(
        self, document: Document, source: str, target: str, version: Version | None = None, near: int | None = None
    ) -> None:
        """Prepare the document, perhaps a later version of it; the open text stays until that is done."""
        self._reading.cancel()
        self.replacing.emit()
        self._recalled = False  # work started meanwhile would be for the text being replaced
        self._next_version = version or Version(self.version.stamp)
        self._prepare(lambda _job, _began: document, source, target, self.visible_rows.start if near is None else near)

    # Reading

    @property
    def is_prepared(self) -> bool:
        """Whether all remembered translations are in the text, and no other text is being prepared to replace it."""
        return self.text is not None and self._recalled

    def _prepare(self, read: Read, source: str, target: str, near: int) -> None:
        """Prepare a text with its remembered translations in the background."""
        forced = self.entry.forced if self.entry is not None else ()
        self._reading.start(
            lambda job: prepare(job, read, source, target, self._memory, near, forced),
            item=self._on_item,
            finished=self._on_finished,
            failed=self._on_unreadable,
        )

    def _on_item(self, item: Begun | Recognising | Prepared | list[RowEvent]) -> None:
        if isinstance(item, Recognising):
            self.recognising.emit(item.number, item.count)
        elif isinstance(item, Begun):
            self.begun.emit(item.text)
        elif isinstance(item, Prepared):
            self._show(item)
        else:
            self.gather(item)

    def _show(self, prepared: Prepared) -> None:
        self._then.clear()
        self.take_arrived()  # it is for the text that was open
        self.text, self.tally, self.version = prepared.text, prepared.tally, self._next_version
        self._recalled = prepared.whole
        self._next_direction = None
        self.visible_rows = range(0)
        self.opened.emit(prepared.text)
        if self._recalled:
            self.prepared.emit()

    def _on_finished(self, _outcome: object) -> None:
        self.take_arrived()
        if self.entry is not None and (text := self.text) is not None:
            self._measuring.start(
                lambda job: count_words(text.document, job.is_cancelled),
                finished=self._on_measured,
            )
        if not self._recalled:
            self._recalled = True
            self.prepared.emit()

    def _on_measured(self, words: int) -> None:
        self.words = words
        self.measured.emit(self.entry, words)

    def _on_unreadable(self, error: Exception) -> None:
        if self.entry is not None:
            self._next_direction, self._recalled = None, True
            if self.text is None:
                self.version = self._next_version
            self.unreadable.emit(self.entry, error)

    # Changes

    def gather(self, arrived: list[RowEvent]) -> None:
        """Show these in the text soon, together with what else arrives until then."""
        self._arrived += arrived
        if not self._gather.isActive():
            self._gather.start(_GATHER_MS)

    def edit(self, edited: Callable[[], list[RowEvent]]) -> None:
        """Show the user's edits in the text at once; earlier changes are in it when `edited` is called."""
        self.take_arrived()
        self._arrived = edited()
        self.take_arrived()

    @property
    def arriving(self) -> bool:
        """Whether something was gathered that is not shown in the text yet."""
        return bool(self._arrived)

    def once_shown(self, then: Callable[[], object]) -> None:
        """Call this once all that was gathered is shown in the text, now if it is; never if another text is before."""
        if self._arrived:
            self._then.append(then)
        else:
            then()

    @guarded
    def _take_some(self) -> None:
        """Show the first of what was gathered: as much as takes no time."""
        end = time.perf_counter() + _AT_ONCE_S
        try:
            while self._arrived:
                part = self._arrived[:_ROWS]
                del self._arrived[:_ROWS]
                self._show_arrived(part)
                if time.perf_counter() > end:
                    break
        finally:
            if self._arrived:
                self._gather.start(_PAUSE_MS)
        self._tell_shown()

    @guarded
    def take_arrived(self) -> None:
        """Show everything that was gathered in the text now."""
        arrived, self._arrived = self._arrived, []
        self._gather.stop()
        self._show_arrived(arrived)
        self._tell_shown()

    def _tell_shown(self) -> None:
        while self._then and not self._arrived:
            self._then.pop(0)()

    def _show_arrived(self, arrived: list[RowEvent]) -> None:
        if not arrived or self.text is None or self.tally is None:
            return
        changed = [(event.index, *self._take(self.text, self.tally, event)) for event in arrived]
        # A row with only new links looks as before, unless its bold and italic have moved.
        seen = (each for event, each in zip(arrived, changed, strict=True) if not isinstance(event, VersionLinked))
        self.rows_changed.emit([index for index, old, row in seen if _looks(row) != _looks(old)])
        self.updated.emit([(old, row) for _, old, row in changed])

    def _take(self, text: ParallelText, tally: Tally, event: RowEvent) -> tuple[Row, Row]:
        """The row before and after the event."""
        before = text.rows[event.index]
        text.apply(event)
        tally.change(before, text.rows[event.index])
        return before, text.rows[event.index]


def _looks(row: Row) -> tuple[object, ...]:
    judged = [(pair.edited, pair.warnings) for pair in row.sentences]
    return row.state, row.target, row.marks, row.reason, judged, row.versions
