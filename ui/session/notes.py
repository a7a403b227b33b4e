"""The user's notes and bookmarks in the open document."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from reader.annotations import (
    BOOKMARK,
    NOTE,
    Annotation,
    Annotations,
    Placed,
    Places,
    annotation_at,
    as_value,
    with_text,
)
from reader.late_dataclasses import dataclass
from reader.library import Entry
from reader.memory import DocumentValues, Json, ValuesChange, ValuesSince
from reader.parallel import Column, ParallelText, RowEvent, SentencePair, Version, VersionMade
from reader.text import Span
from reader.unwritten import UnwrittenValues
from ui.session.kept_elsewhere import concerns
from ui.session.kept_values import KeptValues
from ui.session.open_document import OpenDocument
from ui.session.undo import Places as StepPlaces, Step, Undo
from ui.toolkit.guard import guarded

# What stands between two notes on a paragraph.
_GAP = "\n"
# What holds the place in a stored note.
_AT = "at"

# Has something done with what is kept, and something else with what was found.
_Run = Callable[[Callable[[DocumentValues], Sequence[Placed]], Callable[[Sequence[Placed]], object]], None]
# What was changed, and the words for it.
_Change = tuple[ValuesChange, Callable[[], str]]


class Notes(QObject):
    """Keeps them in the memory, and gives the rows of the text their notes; changes can be undone."""

    changed = Signal()  # which there are
    notice = Signal(str)  # what has failed

    def __init__(self, document: OpenDocument, kept: KeptValues, undo: Undo) -> None:
        """Serve the text open in `document`; they are in `kept`, changes are steps of `undo`."""
        super().__init__()
        self._document, self._kept, self._undo = document, kept, undo
        self._of: Path | None = None
        self._turn = 0  # counts what was asked for, so that an older answer is not taken for a later one
        self._rows = set[int]()  # that have a note in the open text
        self._places = WeakSet[NotePlace]()  # where something may still be written
        self.placed: Sequence[Placed] = ()
        document.opening.connect(self._on_opening)
        document.opened.connect(self._on_opened)
        document.closed.connect(self._on_closed)

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        self._of, self.placed = entry.path, ()
        self._turn += 1
        self.changed.emit()

    @guarded
    def _on_closed(self) -> None:
        self._of, self.placed = None, ()
        self.changed.emit()

    @guarded
    def _on_opened(self, _text: ParallelText) -> None:
        self._rows.clear()
        self.look()

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before."""
        if self._of == before.path:
            self._of = now.path
        for place in self._places:
            if place.document == before.path:
                place.document = now.path

    @guarded
    def look_elsewhere(self, since: ValuesSince) -> None:
        """Other windows may have changed some: read them again.

        Where they are in the text is not noted then: another window may have another version of it, and note that too.
        """
        if concerns(since, self._of, NOTE, BOOKMARK):
            self._look(self._kept.read, _placed)

    @guarded
    def look(self, *_: object) -> None:
        """Read them again: others may have changed or forgotten some."""
        self._look(self._kept.do, _looked)

    def _look(self, run: _Run, read: Callable[[DocumentValues, Path, Sequence[str]], Sequence[Placed]]) -> None:
        of, text = self._of, self._document.text
        if of is None or text is None:
            return
        texts = self._texts()
        self._turn += 1
        turn = self._turn
        run(lambda values: read(values, of, texts), lambda placed: self._on_placed(turn, placed))

    def _on_placed(self, turn: int, placed: Sequence[Placed]) -> None:
        if turn != self._turn or self._document.text is None:
            return
        self.placed = placed
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        by_row = defaultdict[int, list[Placed]](list)
        for each in self.placed:
            if each.kind == NOTE and not each.spot.gone and each.annotation.text:
                by_row[each.spot.row].append(each)
        events: list[RowEvent] = [VersionMade(row, _version(those)) for row, those in by_row.items()]
        events += [VersionMade(row, Version(Column.NOTES, "")) for row in sorted(self._rows - by_row.keys())]
        self._rows = set(by_row)
        if events:
            self._document.gather(events)

    # At a place

    def place(self, row: int, span: Span | None) -> "NotePlace | None":
        """A sentence, a span of the original in code points, or a paragraph of the text that is open now.

        It stays that place, whatever is opened or changed until something is written there; None if no text is open.
        """
        if self._of is None or self._document.text is None:
            return None
        place = NotePlace(self._of, self._texts(), row, span, self.note_at(row, span))
        self._places.add(place)
        return place

    def note_at(self, row: int, span: Span | None) -> Annotation | None:
        """The note on a sentence, a span of the original in code points, else that on its paragraph."""
        of_row = [each for each in self.placed if each.kind == NOTE and each.spot.row == row and not each.spot.gone]
        at = [each for each in of_row if each.spot.span == span] or [each for each in of_row if each.spot.span is None]
        return at[0].annotation if at else None

    def hold(self, place: "NotePlace", text: str) -> None:
        """This is being typed at a place, or nothing any more: a note of its own, should the program end before."""
        words = text.strip()
        if not words or words == place.before:
            self._kept.hold(None)
            return
        record = UnwrittenValues(str(place.document), NOTE, {place.own.place: as_value(with_text(place.own, words))})
        self._kept.hold(record)

    def write(
        self,
        place: "NotePlace",
        text: str,
        done: Callable[[], object] = lambda: None,
        failed: Callable[[], object] | None = None,
    ) -> None:
        """Write a note at a place, or change the one that is there; without text it is removed.

        Args:
            place: where.
            text: of the note.
            done: called once it is kept, be it only to be saved later.
            failed: called if it is not kept at all; if None, the user is told by `notice`.
        """
        before, words = place.note, text.strip()
        if words == place.before:
            done()
            return
        if not words and before is not None:
            self._remove(place, NOTE, before, done, failed)
            return
        new = place.own if before is None else before
        note = with_text(new, words)

        def change(notes: Annotations) -> _Change:
            return notes.revise(place.document, note, new.text), lambda: self.tr("note")

        def then(changed: ValuesChange) -> None:
            if changed.after and note.place not in changed.after:
                self.notice.emit(self.tr("The note has been changed elsewhere meanwhile. Both versions were kept."))
            done()

        known: dict[str, Json] = {} if before is None else {before.place: as_value(before)}
        record = UnwrittenValues(str(place.document), NOTE, {note.place: as_value(note)}, before=known)
        self._change(place, change, record, then, failed)
        self._kept.hold(None)

    def toggle_bookmark(self, row: int, told: Callable[[bool], object] = lambda _: None) -> None:
        """Set a bookmark at a paragraph, or remove those there; `told` gets whether there is one then."""
        if (place := self.place(row, None)) is None:
            return
        new, is_set = annotation_at(place.texts, row), False

        def change(notes: Annotations) -> _Change:
            nonlocal is_set
            places, of = Places(place.texts), place.document
            stored = [(each, places.find(each.anchor)) for each in notes.of(of, BOOKMARK)]
            there = [each for each, spot in stored if spot.row == row and not spot.gone]
            is_set = not there
            if there:
                return notes.remove(of, BOOKMARK, *there), lambda: self.tr("removal of a bookmark")
            return notes.keep(of, BOOKMARK, new), lambda: self.tr("bookmark")

        here = [each for each in self.placed if each.kind == BOOKMARK and each.spot.row == row and not each.spot.gone]
        removed: dict[str, Json] = {each.annotation.place: None for each in here}
        changes = removed or {new.place: as_value(new)}
        known: dict[str, Json] = {each.annotation.place: as_value(each.annotation) for each in here}
        record = UnwrittenValues(str(place.document), BOOKMARK, changes, before=known)
        self._change(place, change, record, lambda _: told(is_set))

    def remove(self, placed: Placed) -> None:
        """Remove a note or a bookmark of the open text, also one whose paragraph is gone."""
        if (place := self.place(placed.spot.row, placed.spot.span)) is not None:
            self._remove(place, placed.kind, placed.annotation)

    def _texts(self) -> list[str]:
        text = self._document.text
        return [paragraph.text for paragraph in text.document.paragraphs] if text is not None else []

    def _remove(
        self,
        place: "NotePlace",
        kind: str,
        annotation: Annotation,
        done: Callable[[], object] = lambda: None,
        failed: Callable[[], object] | None = None,
    ) -> None:
        def words() -> str:
            return self.tr("removal of a note") if kind == NOTE else self.tr("removal of a bookmark")

        known = {annotation.place: as_value(annotation)}
        record = UnwrittenValues(str(place.document), kind, {annotation.place: None}, before=known)
        change = lambda notes: (notes.remove(place.document, kind, annotation), words)  # noqa: E731
        self._change(place, change, record, lambda _: done(), failed)

    def _change(
        self,
        place: "NotePlace",
        change: Callable[[Annotations], _Change],
        record: UnwrittenValues,
        then: Callable[[ValuesChange], object],
        failed: Callable[[], object] | None = None,
    ) -> None:
        def done(changed: _Change) -> None:
            if changed[0].after:  # not where it was so already
                self._push(place.document, *changed)
            self._on_turned(changed[0].refused)
            then(changed[0])

        self._kept.do(lambda values: change(Annotations(values)), done, failed or self._on_failed, record)

    def _on_failed(self) -> None:
        self.notice.emit(self.tr("Something went wrong, and the note or bookmark was not saved."))

    def _on_turned(self, refused: bool) -> None:
        if refused:
            words = self.tr(
                "The note or bookmark has been changed or forgotten elsewhere since, and was left as it is."
            )
            self.notice.emit(words)
        self.look()

    def _push(self, of: Path, changed: ValuesChange, name: Callable[[], str]) -> None:
        now = _Turned(changed)
        places = StepPlaces()

        def turn(*, undone: bool) -> None:
            document = places.of(of)
            self._kept.do(lambda values: now.turn(values, document, undone=undone), self._on_turned, self._on_failed)

        step = Step(
            name,
            lambda: turn(undone=True),
            lambda: turn(undone=False),
            document=of,
            about=frozenset({of}),
            places=places,
        )
        self._undo.push(step)


@dataclass(eq=False)
class NotePlace:
    """Where a note is to be written, as its text was when that was begun.

    Attributes:
        document: the file, wherever it is now.
        texts: of its paragraphs then.
        row: the paragraph.
        span: the sentence, in code points; None for the whole paragraph.
        note: the one that was there.
    """

    document: Path
    texts: Sequence[str]
    row: int
    span: Span | None
    note: Annotation | None

    @property
    def before(self) -> str:
        """What the note said that was there."""
        return self.note.text if self.note is not None else ""

    @cached_property
    def own(self) -> Annotation:
        """A new note there."""
        return annotation_at(self.texts, self.row, self.span)


class _Turned:
    """A change that is undone and done again, on the thread of the memory only: in whatever order that is asked for."""

    def __init__(self, change: ValuesChange) -> None:
        """It was just done."""
        self._change, self._undone = change, False

    def turn(self, values: DocumentValues, document: Path, *, undone: bool) -> bool:
        """Have it undone, or done, in the file where it is now; returns whether others have changed the same since.

        Nothing is undone then.
        """
        if undone == self._undone:
            return False
        back = values.put_back(_with_places_of(values, replace(self._change, document=document)))
        if not back.refused:
            self._change, self._undone = back, undone
        return back.refused


def _with_places_of(values: DocumentValues, change: ValuesChange) -> ValuesChange:
    """The change with where notes are known to be now: nobody has changed a note that is found elsewhere."""
    stored = values.of(change.document, change.kind)
    before, after = dict(change.before), dict(change.after)
    for place, value in change.after.items():
        now = stored.get(place)
        if isinstance(value, dict) and isinstance(now, dict) and {**value, _AT: None} == {**now, _AT: None}:
            after[place] = now
            if isinstance(earlier := before.get(place), dict):
                before[place] = {**earlier, _AT: now.get(_AT)}
    return replace(change, before=before, after=after)


def _placed(values: DocumentValues, of: Path, texts: Sequence[str]) -> list[Placed]:
    """Where they are in the text."""
    return Annotations(values).placed(of, texts)


def _looked(values: DocumentValues, of: Path, texts: Sequence[str]) -> list[Placed]:
    """Where they are in the text, which is noted, so that they are found after further changes of it too."""
    notes = Annotations(values)
    if placed := notes.placed(of, texts):
        notes.renew(of, Places(texts), placed)
    return placed


def _version(those: Sequence[Placed]) -> Version:
    """What stands beside a row: its notes below each other, those on sentences linked to them."""
    text, pairs = "", []
    for each in those:
        start = len(text) + (len(_GAP) if text else 0)
        text += (_GAP if text else "") + each.annotation.text
        if each.spot.span is not None:
            pairs.append(SentencePair(each.spot.span, (start, len(text))))
    return Version(Column.NOTES, text, tuple(pairs) if len(pairs) == len(those) else ())
