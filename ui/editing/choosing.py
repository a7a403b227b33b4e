"""Choosing another translation of the sentence at the caret, or another word in it."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal

from reader.late_dataclasses import dataclass
from reader.parallel import Row, editable, edited, sentence_text, translation_text
from reader.text import Link, Span, word_spans
from ui.editing.change import Spot
from ui.editing.choice_list import Choice, ChoiceList, around
from ui.editing.edit_steps import EditSteps
from ui.reading.cell import TARGET
from ui.reading.places import span_of
from ui.reading.view import ReadingView
from ui.session.asides import Asides
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job
from ui.toolkit.latest import Latest
from ui.toolkit.one_line import one_line

if TYPE_CHECKING:
    from reader.quality import Alternative

# Code points of a sentence; a longer one would keep the models busy.
_LONGEST = 1000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A sentence for which something else is wanted: where it is, and its translation as it was then."""

    spot: Spot
    index: int
    translation: str
    links: tuple[Link, ...]
    place: int | None = None  # of a word, in code points of the translation

    @property
    def still_there(self) -> bool:
        """Whether it still has that translation."""
        rows, row = self.spot.text.rows, self.spot.row
        if row >= len(rows) or not editable(rows[row], self.index):
            return False
        return (sentence_text(rows[row], self.index), translation_text(rows[row], self.index)) == (
            self.spot.sentence,
            self.translation,
        )


class Choosing(QObject):
    """Offers alternatives in a list; choosing one is an edit.

    Attributes:
        offer: the list.
    """

    told = Signal(str)  # why there is nothing to choose from, in words

    def __init__(
        self,
        view: ReadingView,
        document: OpenDocument,
        steps: EditSteps,
        pipelines: Pipelines,
        asides: Asides,
        move_on: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        """Offer them for the text in `view`.

        Args:
            steps: saves what is chosen.
            pipelines: make the alternatives; `asides` are for their thread.
            move_on: called before, so that what is being typed is saved.
        """
        super().__init__(parent)
        self._view, self._document, self._steps, self._move_on = view, document, steps, move_on
        self._pipelines, self._working = pipelines, Latest(asides, self)
        self._wanted: _Wanted | None = None
        self._found: list[Choice] = []
        self.offer = ChoiceList(view)
        self.offer.taken.connect(self._take)
        self.offer.closed.connect(self._working.cancel)
        for left in (document.leaving, document.turning):
            left.connect(self._leave)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"alternatives": self._offer_sentences, "other_words": self._offer_words}

    def _offer_sentences(self) -> None:
        if (wanted := self._at_caret()) is not None:
            self._offer(wanted, self.tr("Other translations of this sentence"), None)

    def _offer_words(self) -> None:
        if (wanted := self._at_caret()) is None:
            return
        row, word = wanted.spot.text.rows[wanted.spot.row], self._word()
        place = _place_in(wanted, row, word) if word is not None else None
        if word is None or place is None:
            self.told.emit(self.tr("Click a word first, or go to one with the Right arrow key."))
            return
        wanted = _Wanted(wanted.spot, wanted.index, wanted.translation, wanted.links, place)
        self._offer(wanted, self.tr("Instead of “{word}”").format(word=row.target[slice(*word)]), word)

    def _at_caret(self) -> _Wanted | None:
        """The sentence at the caret; None, which is told, if there can be no alternatives."""
        self._move_on()
        text, place = self._document.text, self._view.caret.standing
        row = text.rows[place.row] if text is not None and place is not None else None
        if text is None or place is None or row is None or place.sentence is None or not editable(row, place.sentence):
            self.told.emit(self.tr("Only translated sentences have alternatives."))
            return None
        sentence, translation = sentence_text(row, place.sentence), translation_text(row, place.sentence)
        if max(len(sentence), len(translation)) > _LONGEST:
            self.told.emit(self.tr("This sentence is too long for alternatives."))
            return None
        links = _links_of(row, place.sentence, sentence, translation)
        return _Wanted(Spot(text, place.row, sentence), place.sentence, translation, links)

    def _word(self) -> Span | None:
        """The word of the translation at the caret, or that was clicked; for one of the original its partner."""
        caret = self._view.caret
        word = caret.word_or_clicked
        if caret.place is None or word is None or caret.place.column == TARGET:
            return word
        linked = caret.linked(word)
        return next(iter(linked.spans(TARGET)), None) if linked is not None else None

    def _offer(self, wanted: _Wanted, title: str, word: Span | None) -> None:
        self._wanted, self._found = wanted, []
        self.offer.open_at(self._rect(wanted, word), title, self.tr("Looking for alternatives…"))
        self._working.start(
            partial(self._alternatives, wanted), item=self._show, finished=self._on_finished, failed=self._on_failed
        )

    def _rect(self, wanted: _Wanted, word: Span | None) -> QRect:
        """Where the sentence or a word of it is on the screen; the list is beside it."""
        column = TARGET if TARGET in self._view.caret.columns else self._view.caret.columns[0]
        row = wanted.spot.text.rows[wanted.spot.row]
        start = word[0] if word is not None and column == TARGET else span_of(row, wanted.index, column)[0]
        point = self._view.hits.point_of(wanted.spot.row, column, start)
        area = self._view.viewport().rect()
        within = QPoint(min(max(point.x(), 0), area.right()), min(max(point.y(), 0), area.bottom()))
        line = self._view.fontMetrics().height()
        return QRect(self._view.viewport().mapToGlobal(within) - QPoint(0, line // 2), QSize(1, 2 * line))

    def _alternatives(self, wanted: _Wanted, job: Job) -> None:
        """On the engine's thread."""
        from reader.quality import Asked

        pipeline, languages = self._pipelines.new(job.is_cancelled), wanted.spot.key[:2]
        asked = Asked(wanted.spot.sentence, wanted.translation, languages, wanted.links)
        for found in pipeline.alternatives(asked, wanted.place):
            job.emit_item(found)

    def _show(self, found: "Sequence[Alternative]") -> None:
        if self._wanted is None or not self._wanted.still_there:
            self.offer.close()
            return
        self._found = [choice for one in found for choice in self._choices(one)]
        self.offer.offer_choices(self._found, self.tr("Looking for alternatives…"))

    def _choices(self, one: "Alternative") -> "Iterator[Choice]":
        for each in (one, *one.forms):
            words = each.word or one_line(around(each.text, each.changed))
            yield Choice(words, each.text, each.changed, self._level(each), each is not one)

    def _level(self, one: "Alternative") -> str:
        from reader.quality import Level

        told = {Level.LOOK: self.tr("worth a look"), Level.DOUBTFUL: self.tr("doubtful")}
        return told.get(one.level, "") if one.level is not None else ""

    def _on_finished(self, _result: object) -> None:
        nothing = self.tr("No other translation was found.")
        self.offer.offer_choices(self._found, "" if self._found else nothing)

    def _on_failed(self, error: Exception) -> None:
        self.offer.offer_choices(self._found, said(error))

    @guarded
    def _leave(self) -> None:
        """The document is left, or translated in another direction."""
        self.offer.close()

    @guarded
    def _take(self, choice: Choice) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or not wanted.still_there or wanted.spot.text is not self._document.text:
            self.told.emit(self.tr("The sentence has changed meanwhile. Nothing was done."))
            return
        row = wanted.spot.text.rows[wanted.spot.row]
        edit = edited(row, wanted.index, choice.whole, wanted.spot.key[:2])[1]
        self._steps.save((wanted.spot, edit, wanted.translation))


def _links_of(row: Row, index: int, sentence: str, translation: str) -> tuple[Link, ...]:
    """The links of a sentence, in code points into it and its translation; () where these are not as in the row."""
    pair = row.sentences[index]
    (a, b), (c, d) = pair.source, pair.target
    if row.source.text[a:b] != sentence or row.target[c:d] != translation:
        return ()
    return tuple((s0 - a, s1 - a, t0 - c, t1 - c, weight) for s0, s1, t0, t1, weight in pair.links)


def _place_in(wanted: _Wanted, row: Row, word: Span) -> int | None:
    """Where a word of the row is in the translation of the sentence as it is asked for."""
    start, end = row.sentences[wanted.index].target
    if not start <= word[0] < end:
        return None
    number, words = len(word_spans(row.target[start : word[0]])), word_spans(wanted.translation)
    return words[number][0] if number < len(words) else None
