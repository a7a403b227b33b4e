"""What the user did, and can undo and redo: the steps of every document, and of the library."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

# More than anyone undoes; what is older is dropped, so that a long day does not fill the memory.
_MOST = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that the user did.

    Attributes:
        words: gives what was done in the interface language, as a noun phrase: "edit of “Hei.”".
        undo, redo: take it back, and do it again; called on the window's thread, in turns.
        document: the file whose text it changed, or None for a change of the library, which is undone from anywhere.
        about: the files that it knows of, all of which are forgotten with it; `document` is one of them.
    """

    words: Callable[[], str]
    undo: Callable[[], None]
    redo: Callable[[], None]
    document: Path | None = None
    about: frozenset[Path] = frozenset()


class Undo(QObject):
    """The steps done and undone, while the program runs, whichever window is open.

    Undone is the latest step that changed the open document or the library.
    """

    changed = Signal()  # what can be undone or redone

    def __init__(self) -> None:
        """Nothing was done."""
        super().__init__()
        self._done: list[Step] = []
        self._undone: list[Step] = []  # the last undone at the end
        self._open: Path | None = None
        self._running = False

    def push(self, step: Step) -> None:
        """Add a step that was just done; what it follows on cannot be redone any more."""
        if self._running:  # the step is done again by itself
            return
        self._done.append(step)
        del self._done[:-_MOST]
        self._undone = [each for each in self._undone if not _concerns(each, step.document)]
        self.changed.emit()

    def show(self, document: Path | None) -> None:
        """Another document is open, or none: from now on its steps are undone."""
        self._open = document
        self.changed.emit()

    @property
    def next_undo(self) -> Step | None:
        """The step that `undo` takes back."""
        return next((step for step in reversed(self._done) if _concerns(step, self._open)), None)

    @property
    def next_redo(self) -> Step | None:
        """The step that `redo` does again."""
        return next((step for step in reversed(self._undone) if _concerns(step, self._open)), None)

    def undo(self) -> None:
        """Take back the latest step; does nothing if there is none."""
        if (step := self.next_undo) is not None:
            self._move(step, self._done, self._undone, step.undo)

    def redo(self) -> None:
        """Do the step again that was undone last; does nothing if there is none."""
        if (step := self.next_redo) is not None:
            self._move(step, self._undone, self._done, step.redo)

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

    def forget(self, document: Path | None) -> None:
        """Drop all steps that know of a forgotten document, or with None all steps."""

        def stays(step: Step) -> bool:
            return document is not None and document not in step.about | {step.document}

        self._done, self._undone = list(filter(stays, self._done)), list(filter(stays, self._undone))
        self.changed.emit()


def _concerns(step: Step, document: Path | None) -> bool:
    """Whether a step is undone while `document` is open."""
    return step.document is None or step.document == document
