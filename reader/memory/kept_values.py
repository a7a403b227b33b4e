"""What is kept for documents as the running program knows it: those values too that could not be saved yet."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from reader.late_dataclasses import dataclass
from reader.library_entry import absolute
from reader.memory.document_values import ByPlace, Json, ValuesKept
from reader.unwritten import UnwrittenValues

if TYPE_CHECKING:
    from reader.memory.document_values import ValuesSince
    from reader.memory.memory import Memory
    from reader.memory.sync import Mark

# A document and a kind of values.
Of = tuple[Path, str]
# Gets changes that were made knowing the values before them, and the values that are there by now, all by place, and
# gives what is to be kept: of the places of the changes, perhaps of more.
Merge = Callable[[ByPlace, ByPlace, ByPlace], ByPlace]
# How often what is there is looked at anew, as another program changes it meanwhile; then that makes way.
_TRIES = 5


@dataclass(frozen=True, slots=True)
class ValuesChange:
    """What was changed: to be given to `DocumentValues.put_back`.

    Attributes:
        document, kind: of what.
        before, after: the values, by place, where it made a difference; None for no value.
        refused: whether nothing was done, because something is not as the user knows it.
        forgettings: for `put_back`.
    """

    document: Path
    kind: str
    before: ByPlace
    after: ByPlace
    refused: bool = False
    forgettings: int = 0

    @property
    def reversed(self) -> "ValuesChange":
        """What undoing it changes."""
        return replace(self, before=self.after, after=self.before)


@dataclass(slots=True)
class Unsaved:
    """Changes that are not saved.

    Attributes:
        changes: by place.
        before: what there was in these places, where that is known.
    """

    changes: dict[str, Json] = field(default_factory=dict)
    before: dict[str, Json] = field(default_factory=dict)


class DocumentValues:
    """What is kept for documents. Several threads may use it; its methods wait for the disk.

    What cannot be saved now, since the disk is full say, is known here all the same until the program ends, and saved
    by `save_again`. What other programs have changed by then is newer, and stays.

    Attributes:
        unread: how often the memory could not be read, so that values seemed to be missing.
    """

    def __init__(self, memory: "Memory", merges: Mapping[str, Merge] | None = None) -> None:
        """Keep values in `memory`; `merges` tells by kind how late changes go together with later ones."""
        self._memory, self._lock, self._merges = memory, Lock(), merges or {}
        self.unread = 0
        self._brief = Lock()  # held while the two below change or are read, never while waiting for the disk
        self._unsaved: dict[Of, Unsaved] = {}
        self._moves: list[tuple[Path, Path]] = []  # not saved, the first one first

    @property
    def unsaved(self) -> int:
        """How many changes are not safely on the disk; never waits."""
        with self._brief:
            return len(self._moves) + sum(len(each.changes) for each in self._unsaved.values())

    @property
    def records(self) -> tuple[UnwrittenValues, ...]:
        """The same as it is recorded for another run of the program, should this one end before; never waits."""
        with self._brief:
            moves = list(self._moves)
            unsaved = [(*of, dict(each.changes), dict(each.before)) for of, each in self._unsaved.items()]
        moved = (UnwrittenValues(str(before), now=str(now)) for before, now in moves)
        kept = (UnwrittenValues(str(of), kind, changes, before=before) for of, kind, changes, before in unsaved)
        return (*moved, *kept)

    def take_over(self, records: Iterable[UnwrittenValues]) -> None:
        """Keep what other runs of the program could not save, together with what was kept since."""
        for record in records:
            if record.now:
                self.follow(Path(record.document), Path(record.now))
            if record.changes:
                merge = partial(self._merged, record.kind, record.changes, record.before)
                self.update(Path(record.document), record.kind, merge)

    def of(self, document: Path, kind: str) -> dict[str, Json]:
        """The values of a kind for a document, by place."""
        with self._lock:
            return self._of(absolute(document), kind)

    def change(self, document: Path, kind: str, changes: ByPlace, seen: ByPlace | None = None) -> ValuesChange:
        """Keep values, by place; None takes one away. It is refused if any that was `seen` is otherwise by now."""
        with self._lock:
            return self._change(absolute(document), kind, changes, seen, None)

    def update(self, document: Path, kind: str, decide: Callable[[Mapping[str, Json]], ByPlace]) -> ValuesChange:
        """Change values according to those that are there: `decide` gets these by place, and returns what to keep.

        It is asked again when another program has changed them meanwhile.
        """
        for tries_left in reversed(range(_TRIES)):
            there = self.of(document, kind)
            changes = decide(there)
            seen = {place: there.get(place) for place in changes}
            change = self.change(document, kind, changes, seen if tries_left else None)
            if not change.refused:
                break
        return change

    def put_back(self, change: ValuesChange) -> ValuesChange:
        """Undo a change; it is refused where a value has changed since, or another program has forgotten something.

        Undoing what this returns does the change again.
        """
        with self._lock:
            return self._change(change.document, change.kind, change.before, change.after, change.forgettings)

    def save_again(self) -> bool:
        """Try to save what could not be saved; returns whether all is safely on the disk."""
        with self._lock:
            self._save_moves()
            for document, kind in [] if self._moves else list(self._unsaved):
                self._save(document, kind)
            return not self._moves and not self._unsaved

    def since(self, mark: "Mark | None") -> "ValuesSince":
        """What has changed since the look that gave this mark; see `Memory.values_since`."""
        return self._memory.values_since(mark)

    def follow(self, before: Path, now: Path) -> bool:
        """The file of a document is at another path: so is what is kept for it; returns whether that is saved."""
        before, now = absolute(before), absolute(now)
        with self._lock:
            with self._brief:
                self._moves.append((before, now))
                for document, kind in [of for of in self._unsaved if of[0] == before]:
                    moved, there = self._unsaved.pop((document, kind)), self._unsaved.get((now, kind), Unsaved())
                    self._unsaved[now, kind] = Unsaved(moved.changes | there.changes, moved.before | there.before)
            self._save_moves()
            return not self._moves

    def forget(self, documents: Collection[Path] | None) -> None:
        """Documents, or all if None, are forgotten in the memory: so are values that are not saved."""
        gone = set(map(absolute, documents or ()))
        with self._lock, self._brief:
            self._moves = [move for move in self._moves if documents is not None and gone.isdisjoint(move)]
            for of in list(self._unsaved):
                if documents is None or of[0] in gone:
                    del self._unsaved[of]

    def _save_moves(self) -> None:
        while self._moves and self._memory.move_values(*self._moves[0]):
            with self._brief:
                del self._moves[0]

    def _save(self, document: Path, kind: str) -> ValuesKept:
        """Save what could not be saved, together with what other programs have changed since."""
        unsaved = self._unsaved[document, kind]
        for tries_left in reversed(range(_TRIES)):
            there = self._memory.values_of(document, kind) or {}
            changes = self._merged(kind, unsaved.changes, unsaved.before, there)
            seen = {place: there.get(place) for place in changes} if tries_left else None
            kept = self._memory.keep_values(document, kind, changes, seen=seen)
            if not kept.refused:
                break
        if kept.safe:
            with self._brief:
                del self._unsaved[document, kind]
        return kept

    def _merged(self, kind: str, changes: ByPlace, before: ByPlace, there: ByPlace) -> ByPlace:
        """The values to keep where these changes, made knowing those `before`, come to those that are `there`."""
        return self._merges.get(kind, _newer)(changes, before, there)

    def _of(self, document: Path, kind: str) -> dict[str, Json]:
        found = dict[str, Json]()
        for place in (*self._former(document), document):
            if (kept := self._memory.values_of(place, kind)) is None:
                self.unread += 1
            found |= kept or {}
        if (unsaved := self._unsaved.get((document, kind))) is not None:
            found |= self._merged(kind, unsaved.changes, unsaved.before, found)
        return {place: value for place, value in found.items() if value is not None}

    def _former(self, document: Path) -> list[Path]:
        """Where values of a document still are, the oldest first."""
        places = [document]
        for before, now in reversed(self._moves):
            if now == places[0]:
                places.insert(0, before)
        return places[:-1]

    def _change(
        self, document: Path, kind: str, changes: ByPlace, seen: ByPlace | None, since: int | None
    ) -> ValuesChange:
        if self._moves or (document, kind) in self._unsaved:
            return self._change_here(document, kind, changes, seen)
        kept = self._memory.keep_values(document, kind, changes, seen=seen, since=since)
        if not kept.stored:
            return self._change_here(document, kind, changes, seen)
        after = {place: changes[place] for place in kept.before}
        if not (kept.safe or kept.refused):
            with self._brief:
                self._unsaved[document, kind] = Unsaved(dict(changes), dict(changes) | dict(kept.before))
        return ValuesChange(document, kind, kept.before, after, kept.refused, kept.forgettings)

    def _change_here(self, document: Path, kind: str, changes: ByPlace, seen: ByPlace | None) -> ValuesChange:
        """The same where the memory does not have everything: compared with what is known here, and saved if it can."""
        unread = self.unread
        there = self._of(document, kind)
        if any(there.get(place) != value for place, value in (seen or {}).items()):
            return ValuesChange(document, kind, {}, {}, refused=True)
        after = {place: value for place, value in changes.items() if there.get(place) != value}
        before = {place: there.get(place) for place in after}
        with self._brief:
            unsaved = self._unsaved.setdefault((document, kind), Unsaved())
            unsaved.before = (before if self.unread == unread else {}) | unsaved.before
            unsaved.changes.update(after)
        kept = ValuesKept() if self._moves else self._save(document, kind)
        return ValuesChange(document, kind, before, after, forgettings=kept.forgettings)


def _newer(changes: ByPlace, before: ByPlace, there: ByPlace) -> ByPlace:
    """The changes unless somebody has surely changed the same since: then that; what was removed is kept again."""
    later = {place for place in changes if place in before and there.get(place) not in (None, before[place])}
    return {place: there[place] if place in later else value for place, value in changes.items()}
