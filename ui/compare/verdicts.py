"""Accepting sentences of the open text and dismissing their warnings, and telling what has come of it."""

from PySide6.QtCore import QObject, Signal

from reader.parallel import editable
from ui.compare.sentences import Sentences
from ui.compare.spots import Spot
from ui.editing.judgement_turns import JudgedPair
from ui.editing.judging import Judging
from ui.toolkit.guard import guarded


class Verdicts(QObject):
    """Has what the user thinks of a sentence stored, for all places where it is translated like that."""

    told = Signal(str)

    def __init__(self, sentences: Sentences, judging: Judging, parent: QObject | None = None) -> None:
        """Judge `sentences` by `judging`."""
        super().__init__(parent)
        self._sentences, self._judging = sentences, judging
        self._telling: JudgedPair | None = None  # what was accepted, until it is told in how many places
        sentences.places.connect(self._on_places)

    def pair_at(self, spot: Spot) -> JudgedPair | None:
        """A sentence with its translation; None if it cannot be judged."""
        row = self._sentences.row_of(spot)
        if row is None or not editable(row, spot[1]):
            return None
        return self._sentences.known.pair_at(row, spot[1])

    def is_accepted(self, spot: Spot) -> bool:
        """Whether a sentence is accepted."""
        pair = self.pair_at(spot)
        return pair is not None and self._judging.of(pair).accepted

    def accept(self, spot: Spot) -> None:
        """Accept a sentence, or if it is accepted, no longer."""
        if (pair := self.pair_at(spot)) is None:
            self.tell_impossible()
        elif self._judging.of(pair).accepted:
            self._telling = None
            self._judging.withdraw(pair, row=spot[0])
            self.told.emit(self.tr("No longer accepted"))
        else:
            self._telling = pair
            self._judging.accept(pair, row=spot[0])
            if self._telling is not None:  # in how many places may take a moment to find out
                self.told.emit(self.tr("Accepted"))
        self._sentences.look_at([spot[0]])

    def tell_impossible(self) -> None:
        """There is no sentence that can be accepted."""
        self.told.emit(self.tr("Only translated sentences can be accepted."))

    @guarded
    def _on_places(self, pairs: frozenset[JudgedPair], count: int) -> None:
        if self._telling is not None and pairs == {self._telling} and self._judging.of(self._telling).accepted:
            self._telling = None
            self.told.emit(self.tr("Accepted, in %Ln place(s)", "", count) if count > 1 else self.tr("Accepted"))

    def dismiss(self, spot: Spot, *codes: str) -> None:
        """Dismiss the warnings with these codes."""
        if (pair := self.pair_at(spot)) is not None:
            for code in codes:
                self._judging.dismiss(code, pair, row=spot[0])
            self._sentences.look_at([spot[0]])

    def dismiss_all(self, spot: Spot) -> None:
        """Dismiss all warnings about a sentence, and tell that."""
        row = self._sentences.row_of(spot)
        codes = tuple(dict.fromkeys(self._sentences.known.warnings_of(row, spot[1]))) if row is not None else ()
        self.dismiss(spot, *codes)
        words = self.tr("%Ln warning(s) dismissed", "", len(codes)) if codes else ""
        self.told.emit(words or self.tr("This sentence has no warning."))

    def warn_again(self, spot: Spot, code: str) -> None:
        """Show a dismissed warning again."""
        if (pair := self.pair_at(spot)) is not None:
            self._judging.undismiss(code, pair, row=spot[0])
            self._sentences.look_at([spot[0]])
