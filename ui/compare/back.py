"""What the translation of the current sentence says, translated back into the language of the original."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import NoPackageError
from reader.late_dataclasses import dataclass
from reader.parallel import differences
from reader.text import Span, shown
from ui.editing.judgement_turns import JudgedPair
from ui.session.asides import Asides
from ui.session.pipelines import Pipelines
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest

# Milliseconds that a sentence has to be the current one, and that nothing is scrolled.
_AFTER_MS = 600
# Code points of a translation; a longer one would keep the models busy.
_LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Back:
    """What is known of it.

    Attributes:
        words: the back-translation; "" if there is none yet.
        lost, other: the words of the original that it does not have, and its own that the original does not have, as
            spans in code points.
        original: the text that `lost` is about.
        problem: why there is none, in a sentence.
        packages: whether another language package would help.
        waiting: whether it is being made.
    """

    words: str = ""
    lost: tuple[Span, ...] = ()
    other: tuple[Span, ...] = ()
    original: str = ""
    problem: str = ""
    packages: bool = False
    waiting: bool = False


NONE = Back()


class BackTranslating(QObject):
    """Translates one sentence at a time back, once it has been the current one for a moment."""

    changed = Signal()  # `now` is another

    def __init__(self, pipelines: Pipelines, asides: Asides, parent: QObject | None = None) -> None:
        """Use `pipelines`, behind what is on screen: `asides` are for their thread."""
        super().__init__(parent)
        self._pipelines = pipelines
        self._working = Latest(asides, self)
        self._pair: JudgedPair | None = None
        self.now = NONE
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._begin)

    def set_pair(self, pair: JudgedPair | None) -> None:
        """Another sentence and translation are the current ones, or none that is wanted back."""
        if pair == self._pair:
            return
        self._pair = pair
        self._working.cancel()
        self._timer.stop()
        self._show(NONE)
        if pair is not None:
            self._timer.start()

    @guarded
    def try_again(self, *_: object) -> None:
        """Other packages are there, or the like: what failed may go well now."""
        if self.now.problem:
            self._begin()

    @guarded
    def delay(self, *_: object) -> None:
        """The text is scrolled: begin nothing now."""
        if self._timer.isActive():
            self._timer.start()

    @guarded
    def _begin(self) -> None:
        if (pair := self._pair) is None:
            return
        if len(pair.translation) > _LONGEST:
            self._show(Back(problem=self.tr("This sentence is too long to be translated back here.")))
            return
        self._show(Back(waiting=True))
        self._working.start(partial(self._translated, pair), finished=self._show, failed=self._on_failed)

    def _translated(self, pair: JudgedPair, job: Job) -> Back:
        """On the engine's thread."""
        pipeline = self._pipelines.new(job.is_cancelled)
        original, words = (
            shown(pair.sentence),
            shown(pipeline.translate_sentence_back(pair.translation, pair.languages)),
        )
        found = differences(original, words)
        return Back(words, found.original, found.back, original)

    def _on_failed(self, error: Exception) -> None:
        self._show(Back(problem=said(error), packages=isinstance(error, NoPackageError)))

    def _show(self, back: Back) -> None:
        if back != self.now:
            self.now = back
            self.changed.emit()
