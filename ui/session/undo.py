"""What the user did, and can undo and redo: the steps of every document, and of the library."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Optional, TypeVar

from PySide6.QtCore import QObject, Signal

from reader.late_dataclasses import dataclass
from ui.toolkit.guard import guarded

# More than anyone undoes; what is older is dropped, so that a long day does not fill the memory.
_MOST = 1000

_T = TypeVar("_T")


class Places:
    """Where the files of a step are now: other programs, or the user, may have moved them since it was done."""

    def __init__(self) -> None:
        """All are where they were."""
        self._now: dict[Path, Path] = {}  # by where they were when the step was done
        self._first: dict[Path, Path] = {}  # the other way round

    def of(self, path: Path) -> Path:
        """Where a file is now that was at `path` when the step was done."""
        return self._now.get(path, path)

    def of_all(self, paths: frozenset[Path]) -> frozenset[Path]:
        """The same of several, perhaps of thousands."""
        return frozenset(map(self.of, paths)) if self._now else paths

    def of_keys(self, values: Mapping[Path, _T]) -> Mapping[Path, _T]:
        """The same of the keys of something, perhaps of thousands."""
        return {self.of(path): value for path, value in values.items()} if self._now else values

    def follow(self, moved: Mapping[Path, Path]) -> None:
        """Files are in other places, by where they were."""
        # Another file may have come to where one of these had been, or comes there now.
        mine = [before for before in moved if before in self._first or before not in self._now]
        firsts = [self._first.pop(before, before) for before in mine]
        for first, before in zip(firsts, mine, strict=True):
            self._now[first], self._first[moved[before]] = moved[before], first


@dataclass(slots=True, eq=False)
class Step:
    """One thing that the user did.

    Attributes:
        words: gives what was done in the interface language, as a noun phrase: "edit of “Hei.”".
        undo, redo: take it back, and do it again; called on the window's thread, in turns.
        document: the file whose text it changed, or None for a change of the library, which is undone from anywhere.
        about: the files that it knows of, all of which are forgotten with it; `document` is one of them.
        subjects: what it changed that other documents share, or that the library has of one: of the steps with a
            common subject the latest is undone first, whichever document is open.
        without: gives the step without what it did to a subject that others have changed since; None if that is all.
        places: where `undo` and `redo` find the files.
        matters: whether undoing it would change anything: what it did may have been taken back in another way.
    """

    words: Callable[[], str]
    undo: Callable[[], None]
    redo: Callable[[], None]
    document: Path | None = None
    about: frozenset[Path] = frozenset()
    subjects: frozenset[Hashable] = frozenset()
    without: Callable[[Hashable], Optional["Step"]] = lambda _: None
    places: Places = field(default_factory=Places)
    matters: Callable[[], bool] = lambda: True

    def follow(self, moved: Mapping[Path, Path]) -> None:
        """Files are in other places now, perhaps some of those that it knows of; by where they were."""
        known = moved.keys() & _files_of(self)
        if not known:
            return
        self.places.follow({before: moved[before] for before in known})
        if self.document is not None:
            self.document = moved.get(self.document, self.document)
        self.about = frozenset(moved.get(path, path) for path in self.about)
        self.subjects = frozenset(moved.get(each, each) if isinstance(each, Path) else each for each in self.subjects)


class Undo(QObject):
    """The steps done and undone, while the program runs, whichever window is open.

    Undone is the latest step that changed the open document or the library.
    """

    changed = Signal()  # what can be undone or redone, or whether that matters
    pushed = Signal(object)  # a Step that was just done
    beginning = Signal()  # something is about to be undone or redone: what is being typed is to be saved first
    moved = Signal(object, bool)  # a Step was undone (True) or redone
    dropped = Signal()  # steps that others have made impossible, perhaps the one moved last

    def __init__(self) -> None:
        """Nothing was done."""
        super().__init__()
        self._done: list[Step] = []
        self._undone: list[Step] = []  # the last undone at the end
        self._open: Path | None = None
        self._running = False
        self._pauses = 0
        self._wanted: list[Step] = []  # to be undone once nothing is forgotten any more

    def push(self, step: Step) -> None:
        """Add a step that was just done; what it follows on cannot be redone any more."""
        if self._running:  # the step is done again by itself
            return
        self._done.append(step)
        del self._done[:-_MOST]
        self._undone = list(_independent(self._undone, step))
        self.pushed.emit(step)
        self.changed.emit()

    def follow_moved(self, moved: Mapping[Path, Path]) -> None:
        """Files of documents are in other places, by where they were: what was done to them is undone there."""
        for step in (*self._done, *self._undone):
            step.follow(moved)

    def show(self, document: Path | None) -> None:
        """Another document is open, or none: from now on its steps are undone."""
        self._open = document
        self.changed.emit()

    @property
    def documents(self) -> frozenset[Path]:
        """The files that any step knows of."""
        # Joined as sets, which know the hashes of their paths: a step may be about thousands.
        return frozenset().union(*map(_files_of, (*self._done, *self._undone)))

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` takes back."""
        return _next(self._done, self._open) if not self._pauses else None

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` does again."""
        return _next(self._undone, self._open) if not self._pauses else None

    def is_latest(self, step: Step) -> bool:
        """Whether nothing was done after a step that changed the same document, or anything else that it changed.

        Steps of the library that have no subject in common do not follow on one another.
        """
        after = self._after(step)
        return after is not None and not any(
            each.subjects & step.subjects or (each.document == step.document is not None) for each in after
        )

    def _after(self, step: Step) -> list[Step] | None:
        """The steps done after this one; None if it is not done."""
        return next((self._done[i + 1 :] for i, each in enumerate(self._done) if each is step), None)

    def undo(self) -> None:
        """Take back the latest step; does nothing if there is none."""
        if not self._pauses:
            self.beginning.emit()
        if (step := self.next_undo) is not None:
            self._undo(step)

    def undo_step(self, step: Step) -> None:
        """Take back this step; does nothing unless it is the latest one of what it changed.

        What was being typed is saved first: if it is on the same, it is undone before the step.
        """
        if self._pauses:
            self._wanted.append(step)
            return
        if not self.is_latest(step):
            return
        self.beginning.emit()
        for each in reversed(self._after(step) or ()):
            if each.subjects & step.subjects:
                self._undo(each)
        self._undo(step)

    def _undo(self, step: Step) -> None:
        self._move(step, self._done, self._undone, step.undo)
        self.moved.emit(step, True)

    def redo(self) -> None:
        """Do the step again that was undone last; does nothing if there is none."""
        if not self._pauses:
            self.beginning.emit()
        if (step := self.next_redo) is not None:
            self._move(step, self._undone, self._done, step.redo)
            self.moved.emit(step, False)

    def _move(self, step: Step, here: list[Step], there: list[Step], act: Callable[[], None]) -> None:
        # By identity, and before acting: a step that fails must not stand in the way of those before it.
        here[:] = [each for each in here if each is not step]
        self._running = True
        try:
            act()
        finally:
            self._running = False
            self.changed.emit()
        there.append(step)
        self.changed.emit()

    @guarded
    def drop(self, subject: Hashable) -> None:
        """Undo and redo nothing of a subject any more, which others have changed since; all else stays."""
        self.drop_all(lambda each: each == subject)

    def drop_all(self, concerned: Callable[[Hashable], bool]) -> None:
        """The same for all `concerned` subjects."""
        self._done, self._undone = list(_without(self._done, concerned)), list(_without(self._undone, concerned))
        self.changed.emit()
        self.dropped.emit()

    @guarded
    def pause(self, *_: object) -> None:
        """Undo and redo nothing until `resume`, as what it would bring back is about to be forgotten."""
        self._pauses += 1
        self.changed.emit()

    @guarded
    def resume(self, *_: object) -> None:
        """End a `pause`; the steps that were to be taken back meanwhile, and are still there, are so now."""
        self._pauses -= 1
        self.changed.emit()
        if not self._pauses:
            wanted, self._wanted = self._wanted, []
            for step in wanted:
                self.undo_step(step)

    @guarded
    def forget(self, document: Path | None, later: Sequence[Step] = ()) -> None:
        """Drop all steps that know of a forgotten document, or with None all steps; those done `later` stay."""

        def stays(step: Step) -> bool:
            known = document is None or document in _files_of(step)
            return not known or any(each is step for each in later)

        self._done, self._undone = list(filter(stays, self._done)), list(filter(stays, self._undone))
        self.changed.emit()


def _files_of(step: Step) -> frozenset[Path]:
    return step.about if step.document is None else step.about | {step.document}


def _concerns(step: Step, document: Path | None) -> bool:
    """Whether a step is undone while `document` is open."""
    return step.document is None or step.document == document


def _without(steps: Iterable[Step], concerned: Callable[[Hashable], bool]) -> Iterator[Step]:
    for step in steps:
        left: Step | None = step
        for subject in filter(concerned, step.subjects):
            left = left.without(subject) if left is not None else None
        if left is not None:
            yield left


def _independent(undone: Sequence[Step], new: Step) -> Iterator[Step]:
    """Those of the undone steps that can still be redone after a new one: they do not follow on it, or on any other."""
    taken, left = set(new.subjects), list[Step]()
    for step in reversed(undone):  # from the one that was done first
        if _concerns(step, new.document) or step.subjects & taken:
            taken |= step.subjects
        else:
            left.append(step)
    return reversed(left)


def _next(steps: Sequence[Step], document: Path | None) -> Step | None:
    """The step to be undone or redone while `document` is open, of those in the order in which they came there."""
    place = next((i for i in reversed(range(len(steps))) if _concerns(steps[i], document)), None)
    if place is None:
        return None
    for later in range(place + 1, len(steps)):
        if steps[later].subjects & steps[place].subjects:
            place = later
    return steps[place]
