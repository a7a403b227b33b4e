"""What another window, or a script, has edited of the sentences that are on screen."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from reader.memory import EditRequest, Key
from reader.packages import identity_of
from reader.parallel import (
    Hypothesis,
    ParallelText,
    Row,
    RowEdited,
    RowEvent,
    differing,
    sentence_text,
    with_hypothesis_everywhere,
)
from ui.editing.edit_keeper import EditKeeper, Spot
from ui.editing.vanished_edits import VanishedEdits
from ui.reading.view import ReadingView
from ui.session.session import Workspace
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job

# How soon after scrolling, and how often while nothing is scrolled, it is looked whether there is anything.
_SOON_MS, _OFTEN_MS = 200, 2000


@dataclass(frozen=True, slots=True)
class _Look:
    """At rows of a text: how often their sentences were changed here before, and which await the machine's."""

    text: ParallelText
    rows: dict[int, Row]
    numbers: dict[str, int]
    awaiting: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    """What holds for sentences that the rows show otherwise, and those whose edits nobody keeps any more.

    `settled` are those that await nothing: the rows show no edit of them, or there is one that is kept.
    """

    look: _Look
    edits: dict[str, Hypothesis]
    gone: Collection[str]
    settled: Collection[str]


class EditsElsewhere(QObject):
    """Shows them in the rows on screen; rows that come into view later are looked at then.

    An edit that was deleted elsewhere gives way to the machine translation, and is put by: this may be the last copy.
    """

    looked = Signal()  # at the rows on screen
    vanished = Signal(object)  # the file of the document of which edits were put by

    def __init__(self, view: ReadingView, workspace: Workspace, edits: EditKeeper, vanished: VanishedEdits) -> None:
        """For what `view` shows of the open text; what `edits` keeps meanwhile is newer."""
        super().__init__(view)
        self._view, self._workspace, self._edits, self._vanished = view, workspace, edits, vanished
        self._looking: Job | None = None
        self._text: ParallelText | None = None
        # Of that text: by which change here edits are gone that it may still show, and were taken back.
        self._awaiting: dict[str, int] = {}
        self._taken_back: dict[str, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    @guarded
    def look(self) -> None:
        """Other rows have come into view."""
        self._timer.start(_SOON_MS)

    @guarded
    def _look(self) -> None:
        text = self._workspace.text
        if text is None or self._looking is not None or not self._view.isVisible():
            return  # begins again with the next text
        self._timer.start(_OFTEN_MS)
        if self._text is not text:
            self._text, self._awaiting, self._taken_back = text, {}, {}
        rows = {number: text.rows[number] for number in self._workspace.visible_rows if number < len(text.rows)}
        numbers = {s: self._edits.number_of(_key(text, s)) for row in rows.values() for s in sentences_of(row)}
        look = _Look(text, rows, numbers, self._awaiting_of(text, numbers))
        self._looking = Job(lambda _: self._found(look))
        self._looking.finished.connect(self._on_found)  # no more once the window is gone
        self._looking.failed.connect(self._on_failed)
        self._workspace.edit_pool.start(self._looking)  # after what was edited here

    def _awaiting_of(self, text: ParallelText, numbers: dict[str, int]) -> frozenset[str]:
        """Which of the sentences still show an edit that is known to be gone, until they are settled again."""
        back = {s: number for s, number in numbers.items() if self._edits.was_taken_back(_key(text, s))}
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
        if self._workspace.text is not text:
            return
        unchanged = {s for s, number in look.numbers.items() if self._edits.number_of(_key(text, s)) == number}
        for sentence in unchanged.intersection(found.settled):
            self._awaiting.pop(sentence, None)
        self._let_go(look, unchanged.intersection(found.gone), found.edits)
        for sentence in unchanged & found.edits.keys():
            self._show(text, sentence, found.edits[sentence])
        self.looked.emit()

    def _found(self, look: _Look) -> _Found:
        """On the thread for the memory."""
        text, memory, package = look.text, self._workspace.memory, identity_of(look.text.packages)
        pair, rows = (text.source_language, text.target_language), list(look.rows.values())
        # What was edited here holds also if it cannot be written yet; first, for it may be written meanwhile.
        unsaved = {key[2]: edit for key, edit in self._edits.unsaved.items() if key[:2] == pair}
        kept = memory.edits(*pair, list(look.numbers))
        edits = kept | unsaved
        settled = (look.numbers.keys() - {spot.sentence for spot, _ in _edits_in(look)}) | (
            kept.keys() - unsaved.keys()
        )
        different = differing(rows, edits)
        gone = self._surely_gone(pair, different - edits.keys() - look.awaiting)
        machine = memory.lookup(package, list(gone)) if gone and package else {}
        return _Found(look, {s: edits[s] for s in different & edits.keys()} | machine, gone, settled)

    def _surely_gone(self, pair: tuple[str, str], sentences: Collection[str]) -> Collection[str]:
        """Those of the sentences that have no edit; where the memory cannot be read, that is not known of any.

        Taking back an edit of which nothing was seen changes nothing where there is one, and says so.
        """
        if not sentences:
            return ()
        outcome = self._workspace.memory.change_edits(*pair, {sentence: EditRequest(None) for sentence in sentences})
        return outcome.safe - outcome.others.keys()

    def _show(self, text: ParallelText, sentence: str, edit: Hypothesis) -> None:
        shown = [number for number in self._workspace.visible_rows if number < len(text.rows)]

        def edited() -> list[RowEvent]:
            changed = with_hypothesis_everywhere([text.rows[number] for number in shown], sentence, edit)
            return [RowEdited(shown[place], row) for place, row in changed]

        self._workspace.edit(edited)

    # Edits that vanished

    def _let_go(self, look: _Look, gone: Collection[str], machine: Collection[str]) -> None:
        """Edits are kept no more: have those translated of which the machine translation is forgotten too."""
        vanished = {spot.sentence: (spot, words) for spot, words in _edits_in(look) if spot.sentence in gone}
        for sentence, (spot, words) in vanished.items():
            self._awaiting[sentence] = look.numbers[sentence]
            self._vanished.add(spot, words)
            if sentence not in machine:
                self._edits.replace_vanished(spot, words)
        if vanished:
            self.vanished.emit(look.text.document.path)


def _edits_in(look: _Look) -> Iterator[tuple[Spot, str]]:
    """The edits that the rows show."""
    for number, row in look.rows.items():
        for index, pair in enumerate(row.sentences):
            if pair.edited:
                yield Spot(look.text, number, sentence_text(row, index)), row.target[slice(*pair.target)]


def _key(text: ParallelText, sentence: str) -> Key:
    return text.source_language, text.target_language, sentence


def sentences_of(row: Row) -> list[str]:
    """The sentences of a row, as edits are kept under them."""
    return [sentence_text(row, index) for index in range(len(row.sentences))]
