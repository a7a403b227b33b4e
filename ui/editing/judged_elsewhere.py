"""What other windows of the program accept, withdraw, dismiss and forget is shown here too."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from reader.memory import ByTranslation, JudgedSince, Mark, Memory
from ui.editing.judging import Judging
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool

_OFTEN_MS = 2000


class JudgedElsewhere(QObject):
    """Looks for that while a document is open, and has `Judging` know it."""

    looked = Signal()  # what the memory had is known

    def __init__(self, document: OpenDocument, judging: Judging, memory: Memory, pool: Pool) -> None:
        """Look in `memory` for the text of `document`; `pool` is the one that `judging` writes in."""
        super().__init__()
        self._document, self._judging, self._memory, self._pool = document, judging, memory, pool
        self._mark: Mark | None = None
        self._looking = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_OFTEN_MS)
        self._timer.timeout.connect(self.look)
        document.closed.connect(self._rest)
        document.opening.connect(self.look)  # before its sentences are looked up, so that nothing falls between

    @guarded
    def _rest(self) -> None:
        self._timer.stop()

    @guarded
    def look(self, *_: object) -> None:
        """Look now."""
        if self._looking:
            return
        self._looking, mark = True, self._mark
        text = self._document.text
        languages = (text.source_language, text.target_language) if text is not None else None
        job = Job(lambda _: self._found(mark, languages))
        job.finished.connect(guarded(lambda _, found: self._on_found(languages, *found) if found is not None else None))
        for signal in (job.finished, job.failed, job.cancelled):
            signal.connect(guarded(lambda *_: self._on_ended()))
        self._pool.start(job)

    def _found(
        self, mark: Mark | None, languages: tuple[str, str] | None
    ) -> tuple[JudgedSince, Mapping[str, ByTranslation]] | None:
        """On the memory's thread: what is new, and what the memory has of the sentences in these languages.

        None if the memory cannot be read now: the next look is for that.
        """
        since = self._memory.judged_since(mark)
        if languages is None or since.sentences is None:
            return since, {}
        sentences = since.sentences.get(languages, frozenset())
        judged = self._memory.judgements_of(languages, sentences)
        return (since, {sentence: {} for sentence in sentences} | judged) if judged is not None else None

    def _on_found(
        self, languages: tuple[str, str] | None, since: JudgedSince, judged: Mapping[str, ByTranslation]
    ) -> None:
        text = self._document.text
        here = (text.source_language, text.target_language) if text is not None else None
        if since.sentences is None:
            self._judging.look_again()
        elif since.sentences and here != languages:
            return  # another text is open by now: the next look is for that
        elif languages is not None and judged:
            self._judging.learn(languages, judged)
        self._mark = since.mark

    def _on_ended(self) -> None:
        self._looking = False
        if self._document.entry is not None:
            self._timer.start()
        self.looked.emit()
