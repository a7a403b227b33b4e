"""Words of the open translation that are in no dictionary, looked for while that is wanted."""

import time
from collections.abc import Sequence
from itertools import islice

from PySide6.QtCore import QObject, Signal

from reader.parallel import ParallelText, Row, SentencePair, State
from reader.text import Span
from ui.editing.spelling import Spelling
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest

# Rows that are asked about together; the dictionaries are in another process.
_AT_ONCE = 40
# Seconds after which the spelling of what is being typed gets its turn.
_TURN_S = 0.2

_Texts = tuple[str, str]  # of a row: its source and its target
_Spans = tuple[tuple[Span, ...], ...]  # of each sentence of a row, in code points into its target


class InventedWords(QObject):
    """Looks for them in what the machine translated, while wanted; what was found is kept until the text is left.

    Without a dictionary of the language, none are found.
    """

    found = Signal(list)  # rows in which some were found
    changed = Signal()  # whether anything is told of what was found

    def __init__(self, document: OpenDocument, spelling: Spelling) -> None:
        """Look in the text open in `document`, in the pool of `spelling`."""
        super().__init__()
        self._document, self._spelling = document, spelling
        self._working = Latest(spelling.pool, self)
        self._wanted = False
        self._looked = set[_Texts]()  # rows that need no second look; for the dictionaries' thread
        self._kept: dict[_Texts, _Spans] = {}  # rows in which some were found
        self._waiting = set[int]()  # rows to look at that no job has
        document.opened.connect(self._on_opened)
        document.closing.connect(self._clear)
        document.rows_changed.connect(self._on_rows_changed)
        spelling.changed.connect(self.look_again)

    def want(self, wanted: bool) -> None:
        """Look for them from now on, and tell what is known; or do neither."""
        if wanted != self._wanted:
            self._wanted = wanted
            if wanted:
                self._look_at_all()
            else:
                self._working.cancel()
                self._looked = set()  # what the job has looked at and was about to tell is lost
            self.changed.emit()

    def of(self, row: Row) -> _Spans:
        """Those in the sentences of a row of the open text, while that is wanted; () for none at all."""
        return self._kept.get(_texts(row), ()) if self._wanted and self._kept else ()

    def at(self, row: Row, sentence: int) -> Sequence[Span]:
        """Those in one sentence of it."""
        found = self.of(row)
        return found[sentence] if sentence < len(found) else ()

    @guarded
    def look_again(self, *_: object) -> None:
        """Other words are known than before, or something was forgotten: look anew."""
        self._clear()
        self.changed.emit()
        self._look_at_all()

    @guarded
    def _clear(self) -> None:
        self._working.cancel()
        self._waiting, self._looked, self._kept = set(), set(), {}

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._clear()
        self._look_at_all()

    @guarded
    def _on_rows_changed(self, rows: Sequence[int]) -> None:
        if self._wanted:
            self._waiting.update(rows)
            if not self._working.running:
                self._go_on()

    def _look_at_all(self) -> None:
        if self._document.text is not None:
            self._waiting.update(range(len(self._document.text.rows)))
        self._go_on()

    def _go_on(self) -> None:
        text, rows, looked = self._document.text, self._waiting, self._looked
        if not self._wanted or text is None or not rows:
            return
        self._waiting, snapshot = set(), text.snapshot()
        self._spelling.stay()
        self._working.start(
            lambda job: self._look(job, snapshot, rows, looked), item=self._take, finished=self._on_turn_over
        )

    def _look(self, job: Job, text: ParallelText, rows: set[int], looked: set[_Texts]) -> set[int]:
        """On the dictionaries' thread: look at these rows for a while, those on screen first; returns the others."""
        end = time.monotonic() + _TURN_S
        if not self._spelling.can_check(text.target_language):
            return set()
        view = [row for row in self._document.visible_rows if row in rows]
        while rows and time.monotonic() < end and not job.is_cancelled():
            portion = view[:_AT_ONCE] or list(islice(rows, _AT_ONCE))
            del view[: len(portion)]
            rows.difference_update(portion)
            found = self._found_in(text, portion, looked)
            if found and not job.is_cancelled():
                job.emit_item(found)
        return rows

    def _found_in(
        self, text: ParallelText, numbers: Sequence[int], looked: set[_Texts]
    ) -> dict[int, tuple[_Texts, _Spans]]:
        """Those in some rows, by the number of the row; rows that were looked at before are left out."""
        done = [(number, text.rows[number]) for number in numbers if text.rows[number].state is State.DONE]
        rows = [(number, row) for number, row in done if _texts(row) not in looked]
        sentences = [(number, row, pair) for number, row in rows for pair in row.sentences]
        asked = [("", "") if pair.edited else _pair(row, pair) for _, row, pair in sentences]
        spans: dict[int, list[tuple[Span, ...]]] = {number: [] for number, _ in rows}
        answers = self._spelling.invented(asked, text.target_language)
        for (number, _, pair), found in zip(sentences, answers, strict=True):
            start = pair.target[0]
            spans[number].append(tuple((start + a, start + b) for a, b in found))
        looked.update(_texts(row) for _, row in rows)
        return {number: (_texts(row), tuple(spans[number])) for number, row in rows if any(spans[number])}

    def _take(self, found: dict[int, tuple[_Texts, _Spans]]) -> None:
        self._spelling.stay()
        self._kept.update(found.values())
        self.found.emit(list(found))

    def _on_turn_over(self, left: set[int]) -> None:
        self._waiting |= left
        self._go_on()


def _texts(row: Row) -> _Texts:
    return row.source.text, row.target


def _pair(row: Row, pair: SentencePair) -> tuple[str, str]:
    return row.source.text[slice(*pair.source)], row.target[slice(*pair.target)]
