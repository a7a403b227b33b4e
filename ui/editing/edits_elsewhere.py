"""Edits of the sentences on screen that were made by another window or a script."""

from collections.abc import Collection, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from reader.late_dataclasses import dataclass
from reader.memory import EditRequest, Key, Memory
from reader.packages import identity_of
from reader.parallel import (
    Hypothesis,
    ParallelText,
    Row,
    RowEdited,
    RowEvent,
    differing,
    judged,
    sentence_texts,
    translation_texts,
    with_hypothesis_everywhere,
)
from ui.editing.change import Spot
from ui.editing.deleted_edits import DeletedEdits
from ui.editing.edit_keeper import EditKeeper
from ui.reading.view import ReadingView
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool

# The delay after scrolling, and the interval otherwise, in milliseconds.
_SOON_MS, _OFTEN_MS = 200, 2000


@dataclass(frozen=True, slots=True)
class _Look:
    """A query about rows: each sentence's latest change here by number, and those awaiting machine translation."""

    text: ParallelText
    rows: dict[int, Row]
    numbers: dict[str, int]
    awaiting: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    """The current translations of sentences that differ from the rows, and the sentences whose edits are gone.

    `settled` are those that await nothing: the rows show no edit of them, or a saved one exists.
    """

    look: _Look
    translations: dict[str, Hypothesis]
    gone: Collection[str]
    settled: Collection[str]


class EditsElsewhere(QObject):
    """Shows such edits in the rows on screen; other rows are checked when they come into view.

    A machine translation replaces an edit deleted elsewhere, which is set aside: it may be the last copy.
    """

    looked = Signal()  # the rows on screen have been checked
    deleted = Signal(object)  # what Vanished of the open document, and was set aside

    def __init__(
        self,
        view: ReadingView,
        document: OpenDocument,
        edits: EditKeeper,
        deleted: DeletedEdits,
        memory: Memory,
        pool: Pool,
    ) -> None:
        """Check what `view` shows of the open text in `memory`, in `pool`; what `edits` stores meanwhile is newer."""
        super().__init__(view)
        self._view, self._document, self._edits, self._deleted = view, document, edits, deleted
        self._memory, self._pool = memory, pool
        self._looking: Job | None = None
        self._text: ParallelText | None = None
        # By sentence of that text, numbers of changes: where a deleted edit may still be shown, and those taken back.
        self._awaiting: dict[str, int] = {}
        self._taken_back: dict[str, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        view.visible_rows_changed.connect(self.look)

    @guarded
    def look(self) -> None:
        """Check soon: other rows have come into view."""
        self._timer.start(_SOON_MS)

    @guarded
    def _look(self) -> None:
        text = self._document.text
        if text is None or not self._view.isVisible():
            return  # starts again with the next text
        if self._looking is not None:
            self._timer.start(_SOON_MS)  # the memory is slow, or busy
            return
        self._timer.start(_OFTEN_MS)
        if self._text is not text:
            self._text, self._awaiting, self._taken_back = text, {}, {}
        rows = {number: text.rows[number] for number in self._document.visible_rows if number < len(text.rows)}
        numbers = {s: self._edits.number_of(_key(text, s)) for row in rows.values() for s in sentence_texts(row)}
        look = _Look(text, rows, numbers, self._awaiting_of(text, numbers))
        self._looking = Job(lambda _: self._found(look))
        self._looking.finished.connect(self._on_found)  # disconnected once the window is gone
        self._looking.failed.connect(self._on_failed)
        self._pool.start(self._looking)  # after pending writes of edits made here

    def _awaiting_of(self, text: ParallelText, numbers: dict[str, int]) -> frozenset[str]:
        """The sentences that may still show an edit known to be gone, until they are settled."""
        back = {s: number for s, number in numbers.items() if self._edits.was_reverted(_key(text, s))}
        for sentence in self._taken_back.keys() & numbers.keys() - back.keys():  # there was another edit behind it
            if self._awaiting.get(sentence) == self._taken_back.pop(sentence):
                del self._awaiting[sentence]
        self._awaiting |= dict(back.items() - self._taken_back.items())
        self._taken_back |= back
        return frozenset(s for s, number in numbers.items() if self._awaiting.get(s) == number)

    @guarded
    def _on_failed(self, _job: Job, _error: Exception) -> None:
        self._looking = None

    @guarded
    def _on_found(self, _job: Job, found: _Found) -> None:
        self._looking = None
        look, text = found.look, found.look.text
        if self._document.text is not text:
            return
        unchanged = {s for s, number in look.numbers.items() if self._edits.number_of(_key(text, s)) == number}
        for sentence in unchanged.intersection(found.settled):
            self._awaiting.pop(sentence, None)
        self._drop_deleted(look, unchanged.intersection(found.gone), found.translations)
        for sentence in unchanged & found.translations.keys():
            self._show(text, sentence, found.translations[sentence])
        self.looked.emit()

    def _found(self, look: _Look) -> _Found:
        """Answer a query, on the memory's thread."""
        text, memory, package = look.text, self._memory, identity_of(look.text.packages)
        pair, rows = (text.source_language, text.target_language), list(look.rows.values())
        # Edits made here count even if not written yet; read first, as they may be written meanwhile.
        unsaved = {key[2]: edit for key, edit in self._edits.unsaved.items() if key[:2] == pair}
        kept = memory.edits(*pair, list(look.numbers), package=package)
        edits = kept | unsaved
        settled = (look.numbers.keys() - {spot.sentence for spot, _ in _edits_in(look)}) | (
            kept.keys() - unsaved.keys()
        )
        different = differing(rows, edits)
        gone = self._confirmed_deleted(pair, different - edits.keys() - look.awaiting)
        machine = memory.lookup(package, list(gone)) if gone and package else {}
        return _Found(look, judged({s: edits[s] for s in different & edits.keys()} | machine, *pair), gone, settled)

    def _confirmed_deleted(self, pair: tuple[str, str], sentences: Collection[str]) -> Collection[str]:
        """The sentences that have no edit for certain; none if the memory cannot be read.

        A request to delete an edit without having seen any changes nothing if there is one, and reports it.
        """
        if not sentences:
            return ()
        outcome = self._memory.change_edits(*pair, {sentence: EditRequest(None) for sentence in sentences})
        return outcome.safe - outcome.others.keys()

    def _show(self, text: ParallelText, sentence: str, translation: Hypothesis) -> None:
        shown = [number for number in self._document.visible_rows if number < len(text.rows)]

        def edited() -> list[RowEvent]:
            changed = with_hypothesis_everywhere([text.rows[number] for number in shown], sentence, translation)
            return [RowEdited(shown[place], row) for place, row in changed]

        self._document.edit(edited)

    # Edits that were deleted elsewhere

    def _drop_deleted(self, look: _Look, gone: Collection[str], machine: Collection[str]) -> None:
        """Set deleted edits aside, and translate the sentences without a remembered machine translation."""
        deleted = {spot.sentence: (spot, words) for spot, words in _edits_in(look) if spot.sentence in gone}
        entry, vanished = self._document.entry, None
        for sentence, (spot, words) in deleted.items():
            self._awaiting[sentence] = look.numbers[sentence]
            vanished = self._deleted.add(spot, words, entry.path if entry is not None else None)
            if sentence not in machine:
                self._edits.replace_deleted(spot, words)
        if vanished is not None:
            self.deleted.emit(vanished)


def _edits_in(look: _Look) -> Iterator[tuple[Spot, str]]:
    """The edits in the rows."""
    for number, row in look.rows.items():
        if not any(pair.edited for pair in row.sentences):
            continue
        for pair, sentence, words in zip(row.sentences, sentence_texts(row), translation_texts(row), strict=True):
            if pair.edited:
                yield Spot(look.text, number, sentence), words


def _key(text: ParallelText, sentence: str) -> Key:
    return text.source_language, text.target_language, sentence
