"""What a look into a watched folder finds: new files, and documents whose files were moved. No Qt."""

import os
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from reader.disks import Disks
from reader.errors import OutputError
from reader.files import Stamp, is_folder, stamp_of
from reader.late_dataclasses import dataclass
from reader.library import Library
from reader.log import caught
from reader.watched import Content, Watched
from ui.library.folder_contents import MOST_FILES, FolderContents, contents_of
from ui.library.moved_files import moved_among

# What is in a file: its size in bytes and its digest.
_What = tuple[int, str]
# Seconds for taking digests of documents in one look; the rest is left to later ones.
_DIGESTS_S = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a watched folder.

    Attributes:
        contents: what is in it.
        new: the stamps of files that may join the library; `more` if there are others.
        known: files that are in it already, though they were new.
        moved: the files of documents that are not there any more, and where they are now.
        appeared: the files that have come while the folder was watched, and are not in the library.
        noted: whether it is known of all documents what is in them; else another look is needed.
        problem: why that cannot be written, so that it is left to later looks.
    """

    contents: FolderContents
    new: dict[Path, Stamp] = field(default_factory=dict)
    more: bool = False
    known: tuple[Path, ...] = ()
    moved: dict[Path, Path] = field(default_factory=dict)
    appeared: frozenset[Path] = frozenset()
    noted: bool = True
    problem: OutputError | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """A look into a watched folder, on a thread for its disk.

    Attributes:
        folder: the folder.
        watched: knows what is new in it.
        library: the documents.
        refused: files that are no documents, as they were then.
        seen: files that are not new any more, though the list of watched folders may not say so yet.
        before: what was found by the look before; None at the first.
        cancelled: whether to end.
        disks: the disks as they are mounted.
    """

    folder: Path
    watched: Watched
    library: Library
    refused: Mapping[Path, Stamp]
    seen: Collection[Path]
    before: Found | None
    cancelled: Callable[[], bool]
    disks: Disks = field(default_factory=Disks.now)
    _marks: dict[Path, str] = field(default_factory=dict)  # by folder, what stands for its disk

    def find(self) -> Found:
        """Look into the folder.

        Raises:
            OSError: it cannot be read.
            CancelledError: it was cancelled.
        """
        contents, library = contents_of(self.folder, self.cancelled), self.library
        files = (path for path in contents.files if path not in self.seen)
        unseen = [path for path in files if self.watched.is_new(self.folder, path)]
        appeared = self._appeared(contents)
        moved = self._moved(contents, [*unseen, *appeared])
        noted, problem = self._note(contents, dict(moved.values()))
        known = tuple(path for path in unseen if library.find(path) is not None)
        places = {*known, *(place for place, _ in moved.values())}
        waiting = [path for path in unseen if path not in places and self.refused.get(path) != contents.stamps[path]]
        new = {path: contents.stamps[path] for path in waiting[:MOST_FILES]}
        return Found(
            contents,
            new,
            len(waiting) > len(new),
            known,
            {p: place for p, (place, _) in moved.items()},
            appeared,
            noted,
            problem,
        )

    # Documents that were moved

    def _appeared(self, contents: FolderContents) -> frozenset[Path]:
        """The files that have come; of what was there all along, none is a document that was moved."""
        if self.before is None:
            return frozenset()
        files, known = contents.stamps.keys(), self.before.contents.stamps.keys()
        came = [*(files - known), *(files & self.before.appeared)]
        return frozenset(path for path in came if self.library.find(path) is None)

    def _moved(self, contents: FolderContents, candidates: Iterable[Path]) -> dict[Path, tuple[Path, Content]]:
        """Where documents are now whose files are gone: each in the one file that has come with the same content.

        Of several with the same content each is where its name is: their folder was renamed.
        """
        open_to = [path for path in dict.fromkeys(candidates) if self.library.find(path) is None]
        if not open_to:
            return {}
        moved = self._moved_by_content(contents, open_to)
        taken = {place for place, _ in moved.values()}
        unseen = moved_among((path for path in open_to if path not in taken), contents.stamps, self.library)
        for path, place in unseen.items():  # perhaps before the folder was watched
            moved.setdefault(path, (place, self._content(contents, place, self._digest(place))))
        return moved

    def _moved_by_content(self, contents: FolderContents, open_to: Iterable[Path]) -> dict[Path, tuple[Path, Content]]:
        lost, come = defaultdict[_What, set[Path]](set), defaultdict[_What, list[Path]](list)
        for path, content in self._lost(contents):
            lost[content.stamp[0], content.digest].add(path)
        sizes = {size for size, _ in lost}
        for path in open_to:
            size, *_ = contents.stamps[path]
            if size in sizes and (digest := self._digest(path)):
                come[size, digest].append(path)
        return {
            path: (place, self._content(contents, place, what[1]))
            for what, places in come.items()
            for path, place in _pairs(lost[what], places)
        }

    def _content(self, contents: FolderContents, path: Path, digest: str) -> Content:
        return Content(contents.stamps[path], digest, self._disk_of(path))

    def _lost(self, contents: FolderContents) -> Iterable[tuple[Path, Content]]:
        """The documents in watched folders of this disk whose files are gone, with what was in them.

        Those on a disk that has gone are not: they will be there again.
        """
        here = self.disks.of(self.folder)
        for folder in self.watched.folders:
            if folder != self.folder and not (self.disks.of(folder) == here and is_folder(folder)):
                continue
            for path in self._documents(folder):
                content = self.watched.content_of(folder, path)
                if content is None or path in contents.stamps or content.disk != self._disk_of(path):
                    continue
                if stamp_of(path) is None:
                    yield path, content

    def _disk_of(self, path: Path) -> str:
        """What stands for the disk of a file, even if that is gone."""
        folder = path.parent
        if folder not in self._marks:
            self._marks[folder] = self.watched.mark_of_disk(self.disks.of(folder))
        return self._marks[folder]

    def _documents(self, folder: Path) -> list[Path]:
        """The documents of the library in a folder, and in those in it."""
        inside = os.path.join(folder, "")  # noqa: PTH118 -- there may be thousands
        return [entry.path for entry in self.library if not entry.bundled and str(entry.path).startswith(inside)]

    def _digest(self, path: Path) -> str:
        try:
            return self.watched.digest_of(path, self.cancelled)
        except (OSError, ValueError) as error:
            caught(error, "taking the digest of a file")
            return ""

    # What is in documents

    def _note(self, contents: FolderContents, moved: Mapping[Path, Content]) -> tuple[bool, OutputError | None]:
        """Note what is in documents of the folder that have changed since.

        Returns whether there was time for all, and why they cannot be noted.
        """
        end, noted, documents = time.monotonic() + _DIGESTS_S, dict(moved), self._documents(self.folder)
        changed = [path for path in documents if self._is_to_be_noted(path, contents)]
        for path in changed:
            if len(noted) > len(moved) and time.monotonic() > end:
                break
            noted[path] = self._content(contents, path, self._digest(path))
        try:
            if noted:
                self.watched.note(self.folder, noted, documents, self.cancelled)
        except OutputError as error:  # what is new joins all the same
            caught(error, "noting what is in documents")
            return True, error
        return len(noted) == len(changed) + len(moved), None

    def _is_to_be_noted(self, path: Path, contents: FolderContents) -> bool:
        stamp, content = contents.stamps.get(path), self.watched.content_of(self.folder, path)
        return stamp is not None and (content is None or (content.stamp, content.disk) != (stamp, self._disk_of(path)))


def _pairs(lost: Collection[Path], come: Collection[Path]) -> Iterator[tuple[Path, Path]]:
    """Of files with the same content those that are gone, each with the one that has come in its place for certain."""
    left, there = _by_name(lost), _by_name(come)
    same = [name for name in left if len(left[name]) == len(there.get(name, ())) == 1]
    for name in same:
        yield left.pop(name)[0], there.pop(name)[0]
    others, places = ([path for paths in each.values() for path in paths] for each in (left, there))
    if len(others) == len(places) == 1:
        yield others[0], places[0]


def _by_name(paths: Iterable[Path]) -> dict[str, list[Path]]:
    named = defaultdict[str, list[Path]](list)
    for path in paths:
        named[path.name].append(path)
    return dict(named)
