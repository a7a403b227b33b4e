"""The checklist, connected to the text: it follows the caret, and takes the caret along."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from reader.parallel import ParallelText, editable
from reader.text import OBJECT
from ui.compare.back import BackTranslating
from ui.compare.current import Current
from ui.compare.known import Found
from ui.compare.model import SentenceModel
from ui.compare.panel import ChecklistPanel
from ui.compare.rules import RuleChoice
from ui.compare.sentences import Sentences, Sort
from ui.compare.spots import Spot
from ui.compare.verdicts import Verdicts
from ui.compare.words import doubt_words, level_of, named_in, nothing_listed, state_of, told_of, warnings_of
from ui.editing.change import nearest_row
from ui.editing.judgement_turns import JudgedPair
from ui.editing.judging import Judging
from ui.reading.cell import TARGET
from ui.reading.places import Place, span_of
from ui.reading.view import ReadingView
from ui.session.preferences import Preferences
from ui.toolkit.announce import announce
from ui.toolkit.guard import guarded
from ui.toolkit.one_line import LONGEST, one_line


class Checking(QObject):
    """Shows the sentence at the caret in the checklist, and goes to those that are listed.

    Attributes:
        panel: the checklist, to be laid out by the window.
    """

    told = Signal(str)  # what a command has found, in words
    announced = Signal(str)  # what was announced to a screen reader
    packages_wanted = Signal()

    def __init__(
        self,
        view: ReadingView,
        sentences: Sentences,
        judging: Judging,
        steps: RuleChoice,
        preferences: Preferences,
        back: BackTranslating,
        edit: Callable[[], object],
        move_on: Callable[[], object],
        keys: tuple[str, str],
        parent: QObject | None = None,
    ) -> None:
        """A checklist of `sentences` for the text in `view`.

        Args:
            back: translates the current sentence back.
            edit: edits the current sentence.
            move_on: called before a command goes to another one.
            judging: stores what the user thinks of a sentence.
            steps: stores which warnings a document shows.
            keys: those that accept and edit the current sentence, as they are written.
        """
        super().__init__(parent)
        self._view, self._sentences, self._preferences = view, sentences, preferences
        self._judging, self._steps, self._back, self._move_on = judging, steps, back, move_on
        self._verdicts = Verdicts(sentences, judging, self)
        self._verdicts.told.connect(self.told)
        self._stayed: Place | None = None  # where a command found nothing to go to
        self._model = SentenceModel(sentences, Sort(preferences.settings.checklist_sort))
        self.panel = ChecklistPanel(sentences, self._model, keys)
        self._shown: ParallelText | None = None
        self._connect(edit)

    def _connect(self, edit: Callable[[], object]) -> None:
        panel, sentences = self.panel, self._sentences
        self._preferences.bind("checklist_sort", self._list, self)
        panel.choice.activated.connect(self._choose)
        current = panel.current
        current.accept_button.clicked.connect(guarded(lambda: self._accept(self._here)))
        current.edit_button.clicked.connect(guarded(lambda: self._edit_here(edit)))
        current.dismissed.connect(self._dismiss)
        current.returned.connect(self._warn_again)
        current.ruled_out.connect(self._rule_out)
        panel.rules_on.connect(self._warn_of_all)
        panel.view.pointed.connect(self._point)
        panel.view.chosen.connect(self._go_on_at)
        self._view.caret_moved.connect(self.follow)
        sentences.reset.connect(self.follow)
        sentences.changed.connect(self._on_changed)
        self._view.show_rows_as(sentences.shown_row)
        known, doubts = sentences.known, sentences.known.doubts
        self._view.show_doubts(known.doubtful_words, lambda: doubt_words(doubts.measured))
        panel.seen.connect(self._on_seen)
        panel.packages_wanted.connect(self.packages_wanted)
        doubts.went_on.connect(self._on_headway)
        self._back.changed.connect(guarded(lambda: self._show()))
        self._view.visible_rows_changed.connect(self._back.delay)
        doubts.found.connect(self._on_doubts)
        doubts.changed.connect(self._view.viewport().update)
        sentences.quieted.connect(self._on_quieted)
        self._judging.shown.connect(self._show_judged)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {
            "next_listed": lambda: self._step(1),
            "previous_listed": lambda: self._step(-1),
            "accept": self._accept_current,
            "dismiss": self._dismiss_current,
        }

    # Which are listed

    def _list(self, name: str) -> None:
        sort = Sort(name)
        if self._model.listed is not sort:
            self._model.set_listed(sort)
        self.panel.tell()
        self.panel.choice.setCurrentIndex(self.panel.choice.findData(sort))

    @guarded
    def _choose(self, number: int) -> None:
        self._preferences.change(checklist_sort=str(Sort(self.panel.choice.itemData(number))))

    # The current sentence

    @property
    def _here(self) -> Place | None:
        """Where the caret is; None while the text of which the sentences are is not the one in the view."""
        text = self._sentences.known.text
        return self._view.caret.standing if text is not None and text is self._shown else None

    @guarded
    def on_text_shown(self, text: ParallelText | None) -> None:
        """The view shows this text, or none."""
        self._shown = text
        self.follow()

    @guarded
    def follow(self) -> None:
        """Show the sentence at the caret."""
        self._stayed = None
        self.panel.view.show_spot(self._show())
        self.panel.tell()

    @guarded
    def _on_changed(self, _rows: Sequence[int]) -> None:
        self._show()
        self.panel.tell()

    def _show(self) -> Spot | None:
        """Show what is known of the sentence at the caret, and mark what its warnings name; returns it."""
        place = self._here
        spot = _spot_of(place)
        self._back.set_pair(self._verdicts.pair_at(spot) if spot is not None and not self.panel.isHidden() else None)
        self.panel.show_sentence(self._current(spot))
        if self._shown is self._sentences.known.text:
            self._view.mark_named(named_in(self._sentences, spot) if spot is not None else {})
        return spot

    @guarded
    def _on_seen(self, seen: bool) -> None:
        self._sentences.known.want(seen)
        self._show()

    @guarded
    def on_packages_changed(self, *_: object) -> None:
        """Other language packages are installed."""
        self._back.try_again()

    @guarded
    def _on_headway(self) -> None:
        self._show()
        self.panel.tell()

    @guarded
    def _on_quieted(self, rows: Sequence[int]) -> None:
        if self._shown is not None and self._shown is self._sentences.known.text:
            self._view.rows_changed(rows)

    @guarded
    def _on_doubts(self, rows: Sequence[int]) -> None:
        """Draw the marks of doubtful words in these rows."""
        if self._shown is not None and self._shown is self._sentences.known.text:
            for row in rows:
                self._view.update_row(row)

    def _current(self, spot: Spot | None) -> Current:
        row = self._sentences.row_of(spot) if spot is not None else None
        if spot is None or row is None:
            return Current(state=self.tr("No translated sentence is selected.") if self._here is not None else "")
        found, known = self._sentences.found_at(spot), self._sentences.known
        accepted = bool(found & Found.ACCEPTED)
        start, end = row.sentences[spot[1]].source
        words = row.source.text[start : min(end, start + 2 * LONGEST)].replace(OBJECT, "")
        return Current(
            one_line(words),
            tuple(warnings_of(self._sentences, spot)),
            "" if accepted else level_of(known.assessment_of(row, spot[1]), awaited=known.awaits(row, spot[1])),
            state_of(found),
            editable(row, spot[1]),
            accepted,
            self._back.now,
        )

    # Judging

    def _accept_current(self) -> None:
        """Accept the pinned sentence, or else the one that the panel shows: not what the pointer happens to be over."""
        self._move_on()  # what is being typed is what is accepted
        place = self._chosen
        stayed, self._stayed = self._stayed, None
        if stayed is not None and place == stayed and self._verdicts.is_accepted((place.row, place.sentence or 0)):
            self.told.emit(self.tr("Already accepted. Press again to withdraw that."))
        else:
            self._accept(place)

    def _dismiss_current(self) -> None:
        """Dismiss the warnings about the same sentence."""
        self._move_on()
        if (spot := _spot_of(self._chosen)) is not None:
            self._verdicts.dismiss_all(spot)

    @property
    def _chosen(self) -> Place | None:
        highlighter = self._view.highlighter
        pinned = highlighter.sentence if highlighter.pinned and self._here is not None else None
        return pinned or self._here

    def _edit_here(self, edit: Callable[[], object]) -> None:
        """Edit the sentence that the panel shows; the highlighted one may be another."""
        if (place := self._here) is not None:
            self._view.move_caret(place, scroll=False)
        edit()

    def _accept(self, place: Place | None) -> None:
        """Accept a sentence, or if it is accepted, no longer."""
        spot = _spot_of(place)
        if place is None or spot is None or self._verdicts.pair_at(spot) is None:
            self._verdicts.tell_impossible()
            return
        if place != self._here:
            self._view.move_caret(place, scroll=False)
        self._verdicts.accept(spot)

    @guarded
    def _dismiss(self, code: str) -> None:
        if (spot := _spot_of(self._here)) is not None:
            self._verdicts.dismiss(spot, code)

    @guarded
    def _warn_again(self, code: str) -> None:
        if (spot := _spot_of(self._here)) is not None:
            self._verdicts.warn_again(spot, code)

    @guarded
    def _rule_out(self, code: str) -> None:
        self._steps.dismiss_rule(code)

    @guarded
    def _warn_of_all(self) -> None:
        for code in self._sentences.known.rules_off:
            self._steps.dismiss_rule(code, dismissed=False)

    @guarded
    def _show_judged(self, pair: JudgedPair, row: int) -> None:
        """Go to a sentence of which something was undone or redone in a row, if it stands in the open text."""
        known = self._sentences.known
        if self._here is None or known.text is None or (row_of := nearest_row(known.text, row, pair.sentence)) is None:
            return
        found = range(len(known.text.rows[row_of].sentences))
        here = next((n for n in found if known.pair_at(known.text.rows[row_of], n) == pair), None)
        if here is not None:
            self._view.move_caret(Place(row_of, TARGET, here))

    # Going

    @guarded
    def _point(self, spot: Spot) -> None:
        """Go along in the text, while the keyboard stays in the list."""
        row, place = self._sentences.row_of(spot), self._here
        if row is not None and place is not None:
            self._view.reveal(spot[0], place.column, span_of(row, spot[1], place.column), spot[1])

    @guarded
    def _go_on_at(self, spot: Spot) -> None:
        self._view.setFocus()
        self._point(spot)

    def _step(self, step: int) -> None:
        """Go to the next (1) or the previous (-1) sentence that is listed, round the end of the text.

        From then on translations are judged, also while the list is hidden.
        """
        self._move_on()
        self._sentences.known.want(True)
        spots, place = self._sentences.of(self._model.listed), self._here
        if place is None or not len(spots):
            self._stayed = place
            self.told.emit(nothing_listed(self._sentences, self._model.listed))
            return
        spot = spots.next_to((place.row, place.sentence or 0), step)
        if spot is None:
            spot = spots[0 if step > 0 else len(spots) - 1]
            self.told.emit(self.tr("Continued from the beginning") if step > 0 else self.tr("Continued from the end"))
        self._point(spot)
        self._announce(" ".join(told_of(self._sentences, spot)))

    def _announce(self, words: str) -> None:
        """Have a screen reader say what there is to say of a sentence, which it reads out itself."""
        if words:
            announce(self._view, words)
            self.announced.emit(words)


def _spot_of(place: Place | None) -> Spot | None:
    """The sentence at a place, if there is one."""
    return (place.row, place.sentence) if place is not None and place.sentence is not None else None
