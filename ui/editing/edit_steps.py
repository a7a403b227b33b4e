"""Changes of translations as steps that can be undone, whichever window is open."""

from collections.abc import Callable, Hashable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.late_dataclasses import dataclass
from reader.memory import Key
from reader.parallel import Hypothesis, ParallelText, parts_of, sentence_texts
from reader.text import Document, shown
from ui.editing.change import Change, Record, Spot, nearest_row
from ui.editing.edit_keeper import EditKeeper
from ui.session.open_document import OpenDocument
from ui.session.undo import Places, Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import shortened


@dataclass(frozen=True, slots=True)
class _Where:
    """A sentence and the document and row where it was edited, without holding the text, which may be left."""

    path: Path | None
    key: Key
    row: int


@dataclass(slots=True)
class _Turn:
    """A change of a sentence, which is undone and redone in turns.

    Attributes:
        where: the sentence.
        now: its translation; None is the machine's, which is not known yet.
        next: the same once it is undone or redone.
        record: what the last turn has replaced.
    """

    where: _Where
    now: Hypothesis | None
    next: Hypothesis | None
    record: Record


class EditSteps(QObject):
    """Saves and deletes edits, and makes steps of that. Undoing a step brings back exactly what was there before."""

    shown = Signal(object)  # the Spot of a sentence that was changed by undoing or redoing
    reopened = Signal(object, str)  # the Spot of a sentence, and the text typed for it that is wanted again
    closed = Signal(object)  # the Spot of a sentence whose typed text is to be discarded again

    def __init__(self, document: OpenDocument, edits: EditKeeper, undo: Undo) -> None:
        """Make steps for `undo` of what `edits` stores; `document` is what is open."""
        super().__init__()
        self._document, self._edits, self._undo = document, edits, undo
        edits.other_wanted.connect(guarded(lambda *wanted: self.save(wanted)))
        edits.refused.connect(undo.drop)

    @guarded
    def save(self, *wanted: tuple[Spot, Hypothesis, str], document: Path | None = None) -> Step | None:
        """Save edits, in one step: for each the sentence, the edit, and the text that the user saw in its place.

        `document` is the file of a text that has been left, if it may have been moved since. Returns the step; None if
        there is nothing to save.
        """
        turns = []
        for spot, edit, seen in wanted:
            before = _translation_at(spot)
            turns.append(_Turn(self._where(spot, document), edit, before, self._edits.save(spot, edit, seen).record))
        return self._push(turns) if turns else None

    def take_back(self, spot: Spot, seen: str, typed: str = "") -> Step:
        """Delete the edit that the user saw; undoing it also brings back what had been `typed` in its place."""
        before = _translation_at(spot) or Hypothesis(seen, 0.0, edited=True)
        turn = _Turn(self._where(spot), None, before, self._edits.take_back(spot, seen).record)
        return self._push([turn], typed)

    def discard(self, spot: Spot, typed: str) -> Step:
        """Text typed for a sentence was discarded, which can be undone too."""
        where, places = self._where(spot), Places()
        step = Step(
            lambda: self.tr("discarding of text for “{sentence}”").format(sentence=_short(where)),
            lambda: self.reopened.emit(self._spot(where, places), typed),
            lambda: self.closed.emit(self._spot(where, places)),
            *_scope(where, places),
            places=places,
        )
        self._undo.push(step)
        return step

    @guarded
    def forget(self, concerned: Callable[[Key], bool]) -> None:
        """Undo and redo nothing any more of the `concerned` sentences, whose edits were forgotten."""
        self._undo.drop_all(lambda subject: isinstance(subject, tuple) and concerned(subject))

    def _where(self, spot: Spot, document: Path | None = None) -> _Where:
        """Where a sentence is; the file of an open text may have been moved, and not been read there yet."""
        entry = self._document.entry
        if document is None and entry is not None and spot.text is self._document.text:
            document = entry.path
        return _Where(document or spot.text.document.path, spot.key, spot.row)

    def _push(self, turns: list[_Turn], typed: str = "") -> Step:
        step = self._step(turns, typed, Places(), deleted=turns[0].now is None)
        self._undo.push(step)
        return step

    def _step(self, turns: list[_Turn], typed: str, places: Places, *, deleted: bool) -> Step:
        first = turns[0].where

        def undo() -> None:
            self._take_turns(turns, places)
            if typed:
                self.reopened.emit(self._spot(first, places), typed)

        def without(subject: Hashable) -> Step | None:
            left = [turn for turn in turns if turn.where.key != subject]
            return self._step(left, "", places, deleted=deleted) if left else None

        return Step(
            lambda: self._words(first, len(turns), deleted=deleted),
            undo,
            partial(self._take_turns, turns, places),
            *_scope(first, places),
            frozenset(turn.where.key for turn in turns),
            without,
            places,
        )

    def _words(self, where: _Where, count: int, *, deleted: bool) -> str:
        if count > 1:
            return self.tr("%Ln edit(s)", "", count)
        words = self.tr("deletion of the edit of “{sentence}”") if deleted else self.tr("edit of “{sentence}”")
        return words.format(sentence=_short(where))

    def _take_turns(self, turns: list[_Turn], places: Places) -> None:
        for turn in turns:
            turn.record = self._restored(turn, self._spot_in_any(turn.where, places)).record
            turn.now, turn.next = turn.next, turn.now
        self.shown.emit(self._spot(turns[0].where, places))

    def _restored(self, turn: _Turn, spot: Spot) -> Change:
        there = turn.now or _translation_at(spot)
        seen = there.text if there is not None else ""
        new = turn.next or Hypothesis(seen, 0.0, edited=True)  # stays visible until the machine's is there
        back = turn.next is None or not turn.next.edited
        return self._edits.restore(spot, turn.record, new, seen, back=back)

    def _spot(self, where: _Where, places: Places) -> Spot:
        """The sentence in the open text, perhaps of a later version of its file.

        In a text without rows if it is not there, or another document or direction is open.
        """
        text, entry, path = self._document.text, self._document.entry, None
        if where.path is not None:
            path = places.of(where.path)
        is_open = text is not None and entry is not None and entry.path == path
        spot = _found(where, text) if text is not None and is_open else None
        source, target, sentence = where.key
        nowhere = ParallelText(Document("", (), path, source, True), source, target)
        return spot or Spot(nowhere, where.row, sentence)

    def _spot_in_any(self, where: _Where, places: Places) -> Spot:
        """The same in whichever document is open: what is done with a sentence is seen wherever it is."""
        text = self._document.text
        return (_found(where, text) if text is not None else None) or self._spot(where, places)


def _found(where: _Where, text: ParallelText) -> Spot | None:
    """The sentence in a text, if that has it, and is read in the same direction."""
    source, target, sentence = where.key
    if (text.source_language, text.target_language) != (source, target):
        return None
    row = nearest_row(text, where.row, sentence)
    return Spot(text, row, sentence) if row is not None else None


def _translation_at(spot: Spot) -> Hypothesis | None:
    """What is shown for the sentence, if its row still has it."""
    if spot.row >= len(spot.text.rows):
        return None
    row = spot.text.rows[spot.row]
    for sentence, part in zip(sentence_texts(row), parts_of(row), strict=True):
        if sentence == spot.sentence:
            return Hypothesis(part.text, part.score or 0.0, part.links, part.warnings, part.linked, part.edited)
    return None


def _scope(where: _Where, places: Places) -> tuple[Path | None, frozenset[Path]]:
    """The document of a step, and the files that it knows of."""
    path = places.of(where.path) if where.path is not None else None
    return path, frozenset({path} if path is not None else ())


def _short(where: _Where) -> str:
    return shortened(shown(where.key[2]))
