"""What another window, or a script, has edited of the sentences that are on screen."""

from PySide6.QtCore import QObject, QTimer, Signal

from reader.argos import identity_of
from reader.editing import differing, sentence_text, with_wording_everywhere
from reader.hypothesis import Hypothesis
from reader.memory_journal import Key
from reader.parallel import ParallelText, Row
from reader.translation import Translated
from ui.edit_keeper import EditKeeper
from ui.guard import guarded
from ui.jobs import Job
from ui.reading.view import ReadingView
from ui.workspace import Workspace

# How soon after scrolling, and how often while nothing is scrolled, it is looked whether there is anything.
_SOON_MS, _OFTEN_MS = 200, 2000


class EditsElsewhere(QObject):
    """Shows them in the rows on screen; rows that come into view later are looked at then."""

    looked = Signal()  # at the rows on screen

    def __init__(self, view: ReadingView, workspace: Workspace, edits: EditKeeper) -> None:
        """For what `view` shows of the open text; what `edits` keeps meanwhile is newer."""
        super().__init__(view)
        self._view, self._workspace, self._edits = view, workspace, edits
        self._looking: Job | None = None
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
        rows = {number: text.rows[number] for number in self._workspace.visible_rows if number < len(text.rows)}
        numbers = {s: self._edits.number_of(_key(text, s)) for row in rows.values() for s in sentences_of(row)}
        self._looking = Job(lambda _: self._found(text, list(rows.values())))
        self._looking.finished.connect(guarded(lambda job, found: self._on_found(job, text, found, numbers)))
        self._looking.failed.connect(self._on_failed)
        self._workspace.edit_pool.start(self._looking)  # after what was edited here

    @guarded
    def _on_failed(self, _job: Job, _error: Exception) -> None:
        self._looking = None

    def _on_found(self, job: Job, text: ParallelText, found: dict[str, Hypothesis], numbers: dict[str, int]) -> None:
        self._looking = None
        if self._workspace.text is not text:
            return
        for sentence, wording in found.items():
            if self._edits.number_of(_key(text, sentence)) == numbers[sentence]:
                self._show(text, sentence, wording)
        self.looked.emit()

    def _found(self, text: ParallelText, rows: list[Row]) -> dict[str, Hypothesis]:
        """On the thread for the memory: what holds for sentences that the rows show otherwise."""
        memory, package = self._workspace.memory, identity_of(text.packages)
        pair = text.source_language, text.target_language
        edits = memory.edits(*pair, list({sentence for row in rows for sentence in sentences_of(row)}))
        # What was edited here holds also if it cannot be written yet.
        edits |= {key[2]: wording for key, wording in self._edits.unkept.items() if key[:2] == pair}
        different = differing(rows, edits)
        gone = [sentence for sentence in different if sentence not in edits]
        machine = memory.lookup(package, gone) if gone and package else {}
        known = {sentence: edits.get(sentence) or machine.get(sentence) for sentence in different}
        return {sentence: wording for sentence, wording in known.items() if wording is not None}

    def _show(self, text: ParallelText, sentence: str, wording: Hypothesis) -> None:
        shown = [number for number in self._workspace.visible_rows if number < len(text.rows)]
        changed = with_wording_everywhere([text.rows[number] for number in shown], sentence, wording)
        self._workspace.replace_rows([Translated(shown[place], row) for place, row in changed])


def _key(text: ParallelText, sentence: str) -> Key:
    return text.source_language, text.target_language, sentence


def sentences_of(row: Row) -> list[str]:
    """The sentences of a row, as edits are kept under them."""
    return [sentence_text(row, index) for index in range(len(row.sentences))]
