"""Changes of the library as steps that can be undone, whichever window and document are open."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reader.library import Entry
from reader.library_changes import Taken
from ui.library.shelf import Shelf
from ui.session.undo import Places, Step, Undo
from ui.toolkit.guard import guarded
from ui.toolkit.line_breaks import shortened
from ui.toolkit.one_line import one_line

# The most moved documents that are followed at once: some milliseconds, with thousands in the list.
_AT_ONCE = 5


class LibrarySteps(QObject):
    """Removes and renames documents of the user's, gives them other files, and makes steps of that."""

    leaving = Signal(object)  # the Paths of documents about to be removed: the open one is to be closed
    returned = Signal(object)  # the Entry of a document that was open when it was removed, and is in the list again

    relocated = Signal(object, object)  # the Entry of a document before and after it was given another file
    followed = Signal(object, object)  # likewise of one whose file was moved, by another program

    def __init__(self, shelf: Shelf, undo: Undo) -> None:
        """Make steps for `undo` of changes of what is on `shelf`."""
        super().__init__()
        self._shelf, self._undo = shelf, undo
        shelf.changed.connect(undo.changed)
        self._moved: dict[Path, Path] = {}  # files to be followed
        self._done: list[tuple[Entry, Entry]] = []  # those followed while there are others
        self._then: list[Callable[[], None]] = []  # to be called once there are none
        self._following = QTimer(self)
        self._following.setSingleShot(True)
        self._following.setInterval(0)
        self._following.timeout.connect(self._follow_some)

    def push(
        self,
        words: Callable[[], str],
        undo: Callable[[], None],
        redo: Callable[[], None],
        paths: Collection[Path],
        places: Places,
        matters: Callable[[], bool],
    ) -> Step:
        """Add a step on documents of the library that was just done; see `Step`."""
        known = frozenset(paths)
        step = Step(words, undo, redo, about=known, subjects=known, places=places, matters=matters)
        self._undo.push(step)
        return step

    def remove(self, entries: Sequence[Entry], opened: Path | None) -> Step:
        """Remove documents from the list, in one step; `opened` is the file of the open document."""
        paths, name, places = [entry.path for entry in entries], self._shelf.called(entries[0]), Places()
        known = frozenset(paths)
        taken = self._remove(known)

        def undo() -> None:
            self._shelf.put_back(taken)
            if opened is not None and opened in known:
                self._shelf.complete()  # with all that was chosen for it
                self.returned.emit(self._shelf.entry_of(places.of(opened)))

        def redo() -> None:
            nonlocal taken
            taken = self._remove(places.of_all(known))

        words = lambda: self._removal(name, len(paths))  # noqa: E731
        return self.push(words, undo, redo, known, places, lambda: not all(self._listed(paths, places)))

    def added(self, paths: Sequence[Path]) -> Step:
        """Make a step of documents that were just added to the list: undone, they are removed."""
        known, taken, places = frozenset(paths), list[Taken](), Places()

        def undo() -> None:
            nonlocal taken
            taken = self._remove(places.of_all(known))

        words = lambda: self.tr("addition of %Ln document(s)", "", len(known))  # noqa: E731
        redo = lambda: self._shelf.put_back(taken)  # noqa: E731
        return self.push(words, undo, redo, known, places, lambda: any(self._listed(known, places)))

    def _listed(self, paths: Iterable[Path], places: Places) -> Iterator[bool]:
        """Of each of these documents whether it is in the list."""
        return (self._shelf.library.find(places.of(path)) is not None for path in paths)

    def _remove(self, paths: frozenset[Path]) -> list[Taken]:
        self.leaving.emit(paths)
        return self._shelf.take(paths)

    def _removal(self, name: str, count: int) -> str:
        if count > 1:
            return self.tr("removal of %Ln document(s)", "", count)
        return self.tr("removal of “{name}”").format(name=shortened(name))

    @guarded
    def retitle(self, entry: Entry, typed: str) -> None:
        """Give a document the title that was typed; what it is called anyway, or nothing, lets the text decide."""
        entry, title, name = self._shelf.entry_of(entry.path), one_line(typed), self._shelf.name_of(entry)
        if title == self._shelf.own_title(entry):
            title = ""
        path, before, places = entry.path, entry.title, Places()
        if title != before:
            self._shelf.rename(entry, title)
            self.push(
                lambda: self.tr("change of title of “{name}”").format(name=shortened(name)),
                lambda: self._rename(places.of(path), before),
                lambda: self._rename(places.of(path), title),
                [path],
                places,
                lambda: any(self._listed([path], places)) and self._shelf.entry_of(places.of(path)).title != before,
            )

    def _rename(self, path: Path, title: str) -> None:
        self._shelf.rename(self._shelf.entry_of(path), title)

    def relocate(self, entry: Entry, path: Path) -> None:
        """Have the entry of a document name the file at `path` from now on."""
        before, name, places = entry.path, path.name, Places()
        self._relocate(entry, path)
        self.push(
            lambda: self.tr("change of place of “{name}”").format(name=shortened(name)),
            lambda: self._relocate_if_there(places.of(path), places.of(before)),
            lambda: self._relocate_if_there(places.of(before), places.of(path)),
            {before, path},
            places,
            lambda: any(self._listed([path], places)),
        )

    def follow_moved(self, moved: Mapping[Path, Path], then: Callable[[], None]) -> None:
        """Have documents name the files in which they are now: other programs have moved them.

        That is no step: nothing was done here. Of many a few at a time are followed, as the window must respond; `then`
        is called once the library with all of them is being written.
        """
        self._moved |= moved
        self._then.append(then)
        self._follow_some()

    @guarded
    def _follow_some(self) -> None:
        some = dict(islice(self._moved.items(), _AT_ONCE))
        self._moved = {path: place for path, place in self._moved.items() if path not in some}
        self._done += self._shelf.follow_moved(some)
        if self._moved:
            self._following.start()
            return
        done, self._done = self._done, []
        after, self._then = self._then, []
        if done:
            self._shelf.save()  # once, as it takes the window's time too; and the list may be sorted again
            self._shelf.changed.emit()
        for each in after:
            each()
        self._undo.follow_moved({before.path: now.path for before, now in done})
        for before, now in done:
            self.followed.emit(before, now)

    def _relocate_if_there(self, path: Path, place: Path) -> None:
        if (entry := self._shelf.library.find(path)) is not None:
            self._relocate(entry, place)

    def _relocate(self, entry: Entry, path: Path) -> None:
        now = self._shelf.relocate(entry, path)
        if now.path != entry.path:
            self._undo.follow_moved({entry.path: now.path})
        self.relocated.emit(entry, now)
