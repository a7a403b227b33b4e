"""The library as the window uses it: changes saved to disk, documents described in the background."""

import time
from collections import OrderedDict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import MissingError, TospaltError
from reader.formats import choices_of, read_document
from reader.library import Entry, Library, Saved
from reader.library_list import Taken, absolute
from reader.log import caught
from reader.paths import is_pasted
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import said
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.one_line import one_line

# The most documents, and the most seconds of reading, before the window is notified.
_AT_ONCE, _AT_ONCE_S = 32, 0.1


@dataclass(frozen=True, slots=True)
class Summary:
    """What the list shows of a document: its title, its language (code) and its length in words."""

    title: str
    language: str
    words: int


class Shelf(QObject):
    """Adds, removes and describes documents. `notice` and `problem` carry one sentence for the user.

    Changes take effect at once and are written in the background; `changed` also reports changes by other programs.
    """

    changed = Signal()
    altered = Signal(object)  # a list of Entries, some of whose values have changed; the list has not
    described = Signal(object, object)  # Entry, Summary
    unreadable = Signal(object, str)  # Entry, why
    refused = Signal(object, str)  # likewise of a file that was to join the library
    joined = Signal(object)  # Entry of a file that was to join the library, and did
    skipped = Signal(object)  # Entry of one that did not, of which the user is told together with others
    presence_changed = Signal(object)  # Entry whose file has gone, or is there again
    shown = Signal(object)  # Entry whose row is drawn
    notice = Signal(str)
    problem = Signal(object)  # a Message, with the library's file: to be shown until the user closes it

    def __init__(self, library: Library, pool: Pool, saving_pool: Pool) -> None:
        """A shelf over `library`, whose writing is deferred; documents are read in `pool`.

        The library is written in `saving_pool`, which has one thread and finishes all queued work before it ends.
        """
        super().__init__()
        self.library = library
        self._pool, self._saving_pool = pool, saving_pool
        self._save_queued = False  # read by the saving thread
        self._told = ""  # why the library could not be saved
        self._known_problem = library.problem
        self._joining: dict[Path, Entry] = {}  # files to be read for the first time, before all others
        self._waiting: OrderedDict[Path, Entry] = OrderedDict()  # those of the library to be described
        self._in_hand: dict[Path, Entry] = {}  # those being read, but not those forgotten meanwhile
        self._reading = False
        self._summaries: dict[Path, Summary] = {}
        self._unreadable: set[Path] = set()
        self._missing: set[Path] = set()
        self._quiet: set[Path] = set()  # those of the joining that are added quietly

    def entry_of(self, path: Path) -> Entry:
        """The entry of a file; a new one if it is not in the library."""
        return self.library.find(path) or Entry(absolute(path))

    def wanted(self, path: Path) -> Entry:
        """The entry of a file that the user wants in the library, where it stays even if another program removed it."""
        self.library.want(path)
        if self.library.find(path) is not None:
            self.library.add(path)
            self.save()
        return self.entry_of(path)

    def add(self, path: Path, *, quietly: bool = False) -> None:
        """Add a file to the library once it was found readable; otherwise a notice tells why not.

        If `quietly`, `skipped` is emitted instead.
        """
        entry = self.wanted(path)
        if self.library.find(path) is None:
            self._joining[entry.path] = entry
            (self._quiet.add if quietly else self._quiet.discard)(entry.path)
            self._go_on()

    def is_joining(self, path: Path) -> bool:
        """Whether a file is being added."""
        return path in self._joining

    def give_up(self, paths: Iterable[Path]) -> None:
        """Add no more of these files."""
        for path in paths:
            if self._joining.pop(path, None) is not None:
                self._in_hand.pop(path, None)
            self._quiet.discard(path)

    def admit(self, entry: Entry, summary: Summary) -> None:
        """Add a document that was opened to the library; it may have changed since it was described.

        One that another program removes while it is open is not added again, whatever languages it is read in.
        """
        if self._admit(entry, summary):
            self.changed.emit()

    def _admit(self, entry: Entry, summary: Summary) -> bool:
        """Do that, and return whether the list has changed."""
        self._keep(entry, summary)  # first, or the list would have it read again
        if entry.path in self._joining:
            self._joining[entry.path] = entry  # its place is among those that it was opened with
            return False
        if self.library.find(entry.path) is not None or self.library.was_removed(entry.path):
            return False
        self.library.add(entry.path)
        self._choose_all(entry)
        self.save()
        return True

    def _choose_all(self, entry: Entry) -> None:
        """Store what the user has chosen for a document while it was being read."""
        self.library.choose_languages(entry, entry.source, entry.target)
        self.library.choose_reading(entry, encoding=entry.encoding, lines=entry.lines)
        for paragraph in entry.forced:
            self.library.force(entry, paragraph, forced=True)
        if entry.title:
            self.library.rename(entry, entry.title)
        if entry.opened:
            self.library.mark_opened(entry, entry.opened)
        if entry.translated >= 0:
            self.library.mark_translated(entry, entry.translated)

    def take(self, entries: Collection[Entry]) -> tuple[Taken, ...]:
        """Remove documents of the user's from the list; returns what `put_back` needs."""
        taken = self.library.take(entries)
        self.save()
        self.changed.emit()
        return taken

    def put_back(self, taken: Sequence[Taken]) -> None:
        """Put removed documents back where they were in the list."""
        self.library.put_back(taken)
        self.save()
        self.changed.emit()

    def leave_off(self, document: Path | None) -> None:
        """Add a document no more, or any, as it is about to be forgotten."""
        self.give_up(list(self._joining) if document is None else [document])

    def forgotten(self, document: Path | None) -> None:
        """Forget all that is known of a document, or of any, once the library has forgotten the rest."""
        for known in (self._summaries, self._unreadable, self._missing, self._waiting, self._in_hand):
            if document is None:
                known.clear()
            elif isinstance(known, set):
                known.discard(document)
            else:
                known.pop(document, None)
        self.changed.emit()

    def choose_languages(self, entry: Entry, source: str, target: str) -> Entry:
        """Store the languages chosen for a document; returns its entry with them."""
        return self.choose_languages_of({entry: (source, target)})[0]

    def choose_languages_of(self, languages: Mapping[Entry, tuple[str, str]]) -> list[Entry]:
        """Store the languages chosen for several documents; returns their entries with them."""
        chosen = [self._joining_with(entry) for entry in self.library.choose_languages_of(languages)]
        self.save()
        self.altered.emit(chosen)  # once: the list may be sorted again
        return chosen

    def rename(self, entry: Entry, title: str) -> Entry:
        """Store the title that the user gives a document; "" lets the text decide. Returns its entry with that."""
        return self._store(self.library.rename(entry, title))

    def mark_opened(self, entry: Entry, when: int) -> Entry:
        """Store when a document was opened, in seconds since 1970, UTC; returns its entry with that."""
        return self._store(self.library.mark_opened(entry, when))

    def mark_translated(self, entry: Entry, share: float, *, save: bool) -> Entry:
        """Store which share of a document is translated; without `save` it is written with the next change."""
        marked = self._joining_with(self.library.mark_translated(entry, share))
        self.altered.emit([marked])
        if save:
            self.save()
        return marked

    def _store(self, chosen: Entry) -> Entry:
        chosen = self._joining_with(chosen)
        self.save()
        self.altered.emit([chosen])
        return chosen

    def force(self, entry: Entry, paragraph: str, forced: bool) -> Entry:
        """Store that a paragraph, by its key, is translated whatever language it is in, or not; returns the entry."""
        chosen = self._joining_with(self.library.force(entry, paragraph, forced))
        self.save()
        self.changed.emit()
        return chosen

    def _joining_with(self, chosen: Entry) -> Entry:
        """An entry, with which a file joins the library if it has not joined yet."""
        if chosen.path in self._joining:
            self._joining[chosen.path] = chosen
        return chosen

    def choose_reading(self, entry: Entry, **chosen: str) -> Entry:
        """Store how the file of a document is to be read; returns its entry with that. See `Library`."""
        entry = self._joining_with(self.library.choose_reading(entry, **chosen))
        self._summaries.pop(entry.path, None)
        self._unreadable.discard(entry.path)
        self.save()
        self.changed.emit()
        return entry

    def keep_position(self, entry: Entry, row: int, share: float) -> None:
        """Store the position where a document was left."""
        self.library.keep_position(entry, row, share)
        self.save()

    def save(self) -> None:
        """Write unsaved changes in the background, including any made before the writing begins."""
        if not self._save_queued:
            self._save_queued = True
            job = Job(self._write)
            job.finished.connect(self._on_saved)
            job.failed.connect(self._on_not_saved)
            self._saving_pool.start(job)

    def catch_up(self) -> None:
        """Take over changes by other programs to the library, in the background."""
        job = Job(lambda _: self.library.refresh())
        job.finished.connect(self._on_caught_up)
        self._saving_pool.start(job)

    def _write(self, _job: Job) -> Saved:
        self._save_queued = False  # first: later changes need another job
        return self.library.save()

    @guarded
    def _on_saved(self, _job: Job, saved: Saved) -> None:
        self._told = ""
        self._report_problem()
        self._show(saved)

    @guarded
    def _on_caught_up(self, _job: Job, saved: Saved) -> None:
        self._show(saved)

    def _show(self, saved: Saved) -> None:
        if saved.changed:
            self.changed.emit()

    @guarded
    def _on_not_saved(self, _job: Job, error: Exception) -> None:
        self._report_problem()
        if said(error) != self._told:  # once: each save tries again
            self._told = said(error)
            self.notice.emit(self._told)

    def _report_problem(self) -> None:
        if self.library.problem != self._known_problem:
            self._known_problem = self.library.problem
            self.problem.emit(self._known_problem)

    def summary_of(self, entry: Entry) -> Summary | None:
        """What is known of a document."""
        return self._summaries.get(entry.path)

    def name_of(self, entry: Entry) -> str:
        """What a document is called in sentences: the name of its file, or the title of a pasted text."""
        if not is_pasted(entry.path):
            return one_line(entry.path.name)
        summary = self.summary_of(entry)
        return summary.title if summary is not None else self.tr("Pasted text")

    def title_of(self, entry: Entry) -> str:
        """What a document is called in lists, on one line: the user's title, or that in the text.

        Until it has been read it is called by its file, without the suffix.
        """
        return one_line(entry.title) or self.own_title(entry)

    def own_title(self, entry: Entry) -> str:
        """What it would be called if the user had given it no title."""
        summary = self.summary_of(entry)
        title = one_line(summary.title) if summary is not None else ""
        if not title and not is_pasted(entry.path):  # its name may have nothing that can be seen
            title = one_line(entry.path.stem) or one_line(str(entry.path))
        return title or one_line(self.name_of(entry))

    def is_described(self, entry: Entry) -> bool:
        """Whether a document has been read, even if in vain."""
        return entry.path in self._summaries or entry.path in self._unreadable

    def is_unreadable(self, entry: Entry) -> bool:
        """Whether a document could not be read."""
        return entry.path in self._unreadable

    def is_missing(self, entry: Entry) -> bool:
        """Whether the file of a document is not there."""
        return entry.path in self._missing

    def has_lost(self, entry: Entry, error: Exception) -> bool:
        """Whether a document of the user's cannot be read since its file is no longer where it was."""
        theirs = not (entry.bundled or is_pasted(entry.path)) and self.library.find(entry.path) is not None
        return theirs and isinstance(error, MissingError)

    def set_missing(self, entry: Entry, missing: bool) -> None:
        """Take note that the file of a document is not there, or that it is there again and can be described."""
        if missing != self.is_missing(entry):
            (self._missing.add if missing else self._missing.discard)(entry.path)
            self.presence_changed.emit(entry)
            if not missing and self.library.find(entry.path) is not None:
                self.describe_again(entry)

    def describe_again(self, entry: Entry) -> None:
        """Read a document again, whose file has changed; until then what is known of it stays."""
        self._unreadable.discard(entry.path)
        self._waiting[entry.path] = entry
        self._go_on()

    def relocate(self, entry: Entry, path: Path) -> Entry:
        """Have the entry of a document name another file, where its own has gone; returns its entry. See `Library`."""
        moved = self.library.relocate(entry, path)
        self._missing -= {entry.path, moved.path}
        self.save()
        self.changed.emit()
        return moved

    def follow(self, moved: Mapping[Path, Path]) -> list[tuple[Entry, Entry]]:
        """Have documents name the files that their own were moved to, the same in all else; `changed` is left to do.

        Returns:
            Their entries before and after, without those that are not in the list, or whose new file is in it already.
        """
        followed = []
        for path, place in moved.items():
            before = self.library.find(path)
            if before is not None and (now := self.library.relocate(before, place)).path != path:
                followed.append((before, now))
                self._missing -= {path, now.path}
                summary = self._summaries.pop(path, None)
                if summary is not None and path.suffix == place.suffix:  # else it is read in another way
                    self._summaries[now.path] = summary
        if followed:
            self.save()
        return followed

    def describe(self, entries: Iterable[Entry]) -> None:
        """Read documents that are not known yet, one after another, in the background.

        `described` or `unreadable` follows for each.
        """
        for entry in entries:
            if not self.is_described(entry) and entry.path not in self._in_hand:
                self._waiting.setdefault(entry.path, entry)
        self._go_on()

    @property
    def describing(self) -> bool:
        """Whether documents are still to be read, so that not all titles are known."""
        return bool(self._waiting or self._in_hand)

    def hurry(self, entry: Entry) -> None:
        """Read the document of an entry next, if it is not known: the entry is on screen."""
        self.describe([entry])
        if entry.path in self._waiting:
            self._waiting.move_to_end(entry.path, last=False)

    def _go_on(self) -> None:
        """Read the next documents, unless some are being read."""
        if self._reading or not (self._joining or self._waiting):
            return
        entries = [*islice(self._joining.values(), _AT_ONCE)]
        room = min(_AT_ONCE - len(entries), len(self._waiting))
        entries += [self._waiting.popitem(last=False)[1] for _ in range(room)]
        self._in_hand = {entry.path: entry for entry in entries}
        job = Job(lambda job: _descriptions(entries, job))
        job.finished.connect(self._on_read)
        self._reading = True
        self._pool.start(job)

    @guarded
    def _on_read(self, _job: Job, found: list[tuple[Entry, Summary | None, str]]) -> None:
        done = {entry.path for entry, _, _ in found}
        for entry in reversed(self._in_hand.values()):
            if entry.path not in done and entry.path not in self._joining:  # there was no time for it
                self._waiting[entry.path] = entry
                self.hurry(entry)
        changes = [self._announce(*each) for each in found if each[0].path in self._in_hand]
        if any(changes):
            self.changed.emit()  # once for all of them
        self._in_hand, self._reading = {}, False  # only now: emitting leads to requests for more
        self._go_on()

    def _announce(self, entry: Entry, summary: Summary | None, problem: str) -> bool:
        """Tell what came of reading a document; returns whether the list has changed."""
        joining, quiet = self._joining.pop(entry.path, None), entry.path in self._quiet
        self._quiet.discard(entry.path)
        if summary is None:
            self._unreadable.add(entry.path)
            self.unreadable.emit(entry, problem)
            if quiet:
                self.skipped.emit(entry)
            elif joining is not None:
                self.refused.emit(entry, problem)
            return False
        if joining is None:
            self._keep(entry, summary)
            return False
        has_changed = self._admit(joining, summary)
        self.joined.emit(joining)
        return has_changed

    def _keep(self, entry: Entry, summary: Summary) -> None:
        self._summaries[entry.path] = summary
        self._unreadable.discard(entry.path)
        self.described.emit(entry, summary)


def _descriptions(entries: Sequence[Entry], job: Job) -> list[tuple[Entry, Summary | None, str]]:
    """On the pool's thread: descriptions of the first documents, or why they cannot be read; at least of one."""
    found: list[tuple[Entry, Summary | None, str]] = []
    end = time.monotonic() + _AT_ONCE_S
    for entry in entries:
        if job.is_cancelled() or (found and time.monotonic() > end):
            break
        found.append((entry, *_summary(entry)))
    return found


def _summary(entry: Entry) -> tuple[Summary | None, str]:
    try:
        document = read_document(entry.path, choices_of(entry.encoding, entry.lines))
    except TospaltError as error:
        return None, said(error)
    except Exception as error:  # noqa: BLE001 - the list says that it cannot be read
        caught(error, "describing a document")
        return None, said(error)
    return Summary(document.title, document.language, document.words), ""
