"""Folders whose documents the user adds to the library, all at once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import reason
from reader.folders import DEEPEST, Why
from reader.library import Entry
from reader.library_list import absolute
from ui.library.folder_contents import MOST_FILES, FolderContents, contents_of
from ui.library.shelf import Shelf
from ui.library.steps import LibrarySteps
from ui.toolkit.folders import folder_key, folder_name
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.notices import NoticeBar


@dataclass(slots=True)
class _Adding:
    """The documents of a folder that are being added, and what has come of it so far."""

    contents: FolderContents
    waiting: set[Path]
    joined: list[Path] = field(default_factory=list)
    unreadable: int = 0


class Folders(QObject):
    """Adds the documents of folders in the background, and then tells how many, and what was skipped and why."""

    first = Signal(object)  # the Path of the first document of a folder, once all are in the list
    watch = Signal(object, object)  # the Path of a folder that the user wants to be watched, and the files in it now

    def __init__(
        self, shelf: Shelf, steps: LibrarySteps, notices: NoticeBar, pool: Pool, parent: QObject | None = None
    ) -> None:
        """Add documents to `shelf`; folders are looked into in `pool`."""
        super().__init__(parent)
        self._shelf, self._steps, self._notices, self._pool = shelf, steps, notices, pool
        self._adding: dict[Path, _Adding] = {}
        self._looking: dict[Path, Job] = {}
        shelf.joined.connect(self._on_joined)
        shelf.skipped.connect(self._on_skipped)

    @guarded
    def look_into(self, folders: Sequence[Path]) -> None:
        """Add the documents in these folders, the first of which comes first."""
        for folder in map(absolute, reversed(folders)):
            if folder in self._looking or folder in self._adding:
                continue
            job = self._looking[folder] = Job(partial(_look, folder))
            job.finished.connect(self._on_looked)
            job.failed.connect(guarded(partial(self._on_closed, folder)))
            job.cancelled.connect(guarded(partial(self._end, folder)))
            words = self.tr("Looking for documents in “{folder}”…").format(folder=folder_name(folder))
            self._notices.say(words, self.tr("Cancel"), job.cancel, topic=_topic(folder), lasting=True, about=folder)
            self._pool.start(job)

    @guarded
    def forget(self, document: Path | None) -> None:
        """Add no more documents and tell nothing, as everything is about to be forgotten; of one `document` all stays.

        What a look finds after this is not taken.
        """
        if document is not None:
            return
        for folder, job in self._looking.items():
            job.cancel()
            self._notices.take_back(_topic(folder))
        for folder, adding in self._adding.items():
            self._shelf.give_up(adding.waiting)
            self._notices.take_back(_topic(folder))
        self._looking.clear()
        self._adding.clear()

    def _on_closed(self, folder: Path, job: Job, error: Exception) -> None:
        """A folder cannot be looked into."""
        if self._looking.get(folder) is not job:
            return
        self._end(folder, job)
        if isinstance(error, OSError):
            words = self.tr("The folder “{folder}” cannot be read: {reason}.")
            words = words.format(folder=folder_name(folder), reason=localised(reason(error)))
        else:
            words = said(error)
        self._notices.say(words, topic=_topic(folder))

    def _end(self, folder: Path, job: Job) -> None:
        if self._looking.get(folder) is job:
            del self._looking[folder]
            self._notices.take_back(_topic(folder))

    @guarded
    def _on_looked(self, job: Job, contents: FolderContents) -> None:
        folder = contents.folder
        if self._looking.get(folder) is not job:
            return
        self._end(folder, job)
        library = self._shelf.library
        new = [path for path in contents.files[:MOST_FILES] if library.find(path) is None]
        adding = self._adding[folder] = _Adding(contents, set(new))
        if not new:
            self._finish(adding)
            return
        words = self.tr("Adding %Ln document(s) from “{folder}”…", "", len(new)).format(folder=folder_name(folder))
        cancel = partial(self._give_up, adding)
        self._notices.say(words, self.tr("Cancel"), cancel, topic=_topic(folder), lasting=True, about=folder)
        for path in reversed(new):  # each comes to the top of the list
            self._shelf.add(path, quietly=True)

    def _give_up(self, adding: _Adding) -> None:
        """Add no more; what was added stays, and can be undone."""
        self._shelf.give_up(adding.waiting)
        adding.waiting.clear()
        self._finish(adding)

    @guarded
    def _on_joined(self, entry: Entry) -> None:
        for adding in [each for each in self._adding.values() if entry.path in each.waiting]:
            adding.joined.append(entry.path)
            self._done_with(adding, entry.path)

    @guarded
    def _on_skipped(self, entry: Entry) -> None:
        for adding in [each for each in self._adding.values() if entry.path in each.waiting]:
            adding.unreadable += 1
            self._done_with(adding, entry.path)

    def _done_with(self, adding: _Adding, path: Path) -> None:
        adding.waiting.discard(path)
        if not adding.waiting:
            self._finish(adding)

    def _finish(self, adding: _Adding) -> None:
        contents, folder = adding.contents, adding.contents.folder
        del self._adding[folder]
        if adding.joined:
            self._steps.added(adding.joined)
        if (first := self._first_listed(contents)) is not None:
            self.first.emit(first)  # before the notice, as opening it removes those that are no longer true
        self._notices.say(
            self._words(adding),
            self.tr("Watch this folder"),
            lambda: self.watch.emit(folder, contents.files),
            topic=_topic(folder),
        )

    def _first_listed(self, contents: FolderContents) -> Path | None:
        return next((path for path in contents.files if self._shelf.library.find(path) is not None), None)

    # In words

    def _words(self, adding: _Adding) -> str:
        name, contents = folder_name(adding.contents.folder), adding.contents
        beyond, skipped = len(contents.files) - MOST_FILES, contents.left_out + Counter()
        skipped[Why.UNREADABLE] += adding.unreadable
        if adding.joined:
            words = self.tr("Added %Ln document(s) from “{folder}”.", "", len(adding.joined))
        elif self._first_listed(contents) is not None:
            words = self.tr("All documents in “{folder}” are in your library.")
        else:
            words = self.tr("“{folder}” has no documents that Tospalt can read.")
        why = self._why(skipped, max(beyond, 0))
        if not why:
            return words.format(folder=name)
        count = skipped.total() + max(beyond, 0)
        more = self.tr("%Ln item(s) were skipped: {why}.", "", count).format(why=", ".join(why))
        return f"{words.format(folder=name)} {more}"

    def _why(self, skipped: Counter[Why], beyond: int) -> list[str]:
        deep = self.tr("%Ln folder(s) lie deeper than {depth} folders", "", skipped[Why.TOO_DEEP])
        whys = (
            (skipped[Why.NO_TEXT], self.tr("%Ln are not texts", "", skipped[Why.NO_TEXT])),
            (skipped[Why.UNREADABLE], self.tr("%Ln could not be read", "", skipped[Why.UNREADABLE])),
            (skipped[Why.TOO_DEEP], deep.format(depth=DEEPEST)),
            (beyond, self.tr("%Ln are beyond the first {most}", "", beyond).format(most=MOST_FILES)),
        )
        return [words for count, words in whys if count]


def _look(folder: Path, job: Job) -> FolderContents:
    return contents_of(folder, job.is_cancelled)


def _topic(folder: Path) -> str:
    return f"folder {folder_key(folder)}"
