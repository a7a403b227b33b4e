"""The library as the window uses it: changes saved to disk, documents described in the background."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.errors import MissingError
from reader.files import Stamp
from reader.library import Entry, Library
from reader.library_changes import Taken
from reader.library_entry import Description
from reader.library_list import absolute
from reader.paths import is_pasted
from ui.library.descriptions import Descriptions, Found, Summary
from ui.library.naming import with_distinction
from ui.library.saving import Saving
from ui.toolkit.disk_pools import DiskPools
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Pool
from ui.toolkit.one_line import one_line
from ui.toolkit.portions import Portions, portions_of

__all__ = ["Shelf", "Summary"]

# Documents that are read before what was found is written, so that it is there at the next start.
_KEPT_AFTER = 500
# Documents that are changed at a time, of thousands: a millisecond or two.
_AT_ONCE = 40


class Shelf(QObject):
    """Adds, removes and describes documents. `problem` carries one sentence for the user.

    Changes take effect at once and are written in the background; `changed` also reports changes by other programs.
    """

    changed = Signal()
    altered = Signal(object)  # a list of Entries, some of whose values have changed; the list has not
    used = Signal()  # after `altered`: a document was opened
    moved = Signal(object, object)  # before `changed`: the Entry of a document before and after it got another file
    described = Signal(object, object)  # Entry, Summary
    unreadable = Signal(object, str)  # Entry, why
    refused = Signal(object, str)  # likewise of a file that was to join the library
    joined = Signal(object)  # Entry of a file that was to join the library, and did
    skipped = Signal(object)  # Entry of one that did not, of which the user is told together with others
    presence_changed = Signal(object)  # Entry whose file has gone, or is there again
    distinguished = Signal()  # what tells documents of the same title apart may have changed
    shown = Signal(object)  # Entry whose row is drawn
    unwritten = Signal(object)  # as `Retrying.told`, of changes of the list
    problem = Signal(object)  # a Message, with the library's file: to be shown until the user closes it

    def __init__(self, library: Library, pools: DiskPools, saving_pool: Pool) -> None:
        """A shelf over `library`, whose writing is deferred; documents are read in `pools`.

        The library is written in `saving_pool`, which has one thread and finishes all queued work before it ends.
        """
        super().__init__()
        self.library = library
        self._saving, self._descriptions = Saving(library, saving_pool), Descriptions(pools)
        self._joining = self._descriptions.joining
        self._portions = Portions(self)
        self._unwritten = 0  # descriptions that the library was given since they were written
        self._summaries: dict[Path, Summary] = {}
        self._unreadable: set[Path] = set()
        self._missing: set[Path] = set()
        self._distinction: Callable[[Entry], str] = lambda _: ""
        self._quiet: set[Path] = set()  # those of the joining that are added quietly
        self._saving.changed.connect(self.changed)
        self._saving.unwritten.connect(self.unwritten)
        self._saving.problem.connect(self.problem)
        self._descriptions.read.connect(self._on_read)

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
            (self._quiet.add if quietly else self._quiet.discard)(entry.path)
            self._descriptions.join(entry)

    def is_joining(self, path: Path) -> bool:
        """Whether a file is being added."""
        return path in self._joining

    def give_up(self, paths: Iterable[Path]) -> None:
        """Add no more of these files."""
        paths = tuple(paths)
        self._descriptions.give_up(paths)
        self._quiet.difference_update(paths)

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
        self._note(entry, summary)
        self.save()
        return True

    def _choose_all(self, entry: Entry) -> None:
        """Store what the user has chosen for a document while it was being read."""
        self.library.choose_languages(entry, entry.source, entry.target)
        self.library.choose_reading(entry, encoding=entry.encoding, lines=entry.lines)
        for paragraph in entry.forced:
            self.library.force(entry, paragraph, forced=True)
        for rule in entry.dismissed:
            self.library.dismiss(entry, rule, dismissed=True)
        if entry.title:
            self.library.rename(entry, entry.title)
        if entry.opened:
            self.library.mark_opened(entry, entry.opened)
        if entry.translated >= 0:
            self.library.mark_translated(entry, entry.translated)
        if entry.sentences:
            self.library.mark_checked(entry, entry.checked, entry.sentences)

    def take(self, documents: Collection[Path]) -> list[Taken]:
        """Remove documents of the user's from the list, those of them that are in it.

        Returns what `put_back` needs; if they are thousands it is complete once they `settle`.
        """
        self.complete()
        taken = list[Taken]()

        def take() -> Iterator[None]:
            for part in self.library.take(documents, _AT_ONCE):
                taken[:0] = part  # it stands below those before
                if len(documents) > _AT_ONCE:
                    yield

        self._portions.begin(take(), self._say_changed)
        return taken

    def put_back(self, taken: Iterable[Taken]) -> None:
        """Put removed documents back where they were in the list; of thousands some at a time."""
        self._portions.begin(portions_of(taken, _AT_ONCE, self.library.put_back), self._say_changed)

    def _say_changed(self) -> None:
        self.save()
        self.changed.emit()

    @guarded
    def complete(self) -> None:
        """Have all documents changed that are to be changed, as something depends on it."""
        self._portions.finish()

    def leave_off(self, documents: Collection[Path] | None) -> None:
        """Add documents no more, or with None any, as they are about to be forgotten."""
        self.complete()
        self.give_up(list(self._joining) if documents is None else documents)

    def forgotten(self, documents: Collection[Path] | None) -> None:
        """Forget all that is known of documents, or with None of any, once the library has forgotten the rest."""
        self._descriptions.leave_out(documents)
        for known in (self._summaries, self._unreadable, self._missing):
            for path in list(known) if documents is None else documents:
                if isinstance(known, set):
                    known.discard(path)
                else:
                    known.pop(path, None)
        self.changed.emit()

    def choose_languages(self, entry: Entry, source: str, target: str) -> Entry:
        """Store the languages chosen for a document; returns its entry with them."""
        self.complete()
        return self._store(self.library.choose_languages(entry, source, target))

    def choose_languages_of(self, languages: Mapping[Path, tuple[str, str]]) -> None:
        """Store the languages, source and target, chosen for several documents; of thousands some at a time."""

        def choose(part: Sequence[tuple[Path, tuple[str, str]]]) -> None:
            altered = self.library.choose_languages_of(dict(part))
            for path, chosen in part if self._joining else ():
                if (entry := self._joining.get(path)) is not None:
                    self._joining_with(self.library.choose_languages(entry, *chosen))
            self.altered.emit(altered)

        self._portions.begin(portions_of(languages.items(), _AT_ONCE, choose), self.save)

    def rename(self, entry: Entry, title: str) -> Entry:
        """Store the title that the user gives a document; "" lets the text decide. Returns its entry with that."""
        return self._store(self.library.rename(entry, title))

    def mark_opened(self, entry: Entry, when: int) -> Entry:
        """Store when a document was opened, in seconds since 1970, UTC; returns its entry with that."""
        opened = self._store(self.library.mark_opened(entry, when))
        self.used.emit()
        return opened

    def mark_translated(self, entry: Entry, share: float, *, save: bool) -> Entry:
        """Store which share of a document is translated; without `save` it is written with the next change."""
        marked = self._joining_with(self.library.mark_translated(entry, share))
        self.altered.emit([marked])
        if save:
            self.save()
        return marked

    def mark_checked(self, entry: Entry, checked: int, sentences: int, *, save: bool) -> Entry:
        """Store how many sentences of a document are checked, of how many; without `save` as `mark_translated` does."""
        marked = self._joining_with(self.library.mark_checked(entry, checked, sentences))
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

    def dismiss(self, entry: Entry, rule: str, dismissed: bool) -> Entry:
        """Store that warnings by a rule are not shown for a document, or shown again; returns the entry."""
        return self._store(self.library.dismiss(entry, rule, dismissed))

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
        self._saving.save()

    def once_saved(self, act: Callable[[], object]) -> None:
        """Call `act` off the window's thread once the library is written with what has been changed by now."""
        self._saving.then(act)

    def catch_up(self) -> None:
        """Take over changes by other programs to the library, in the background."""
        self._saving.catch_up()

    @guarded
    def keep_up(self) -> None:
        """Take over changes by other programs since the last time, in the background; quick if there are none."""
        self._saving.catch_up_if_new()

    def summary_of(self, entry: Entry) -> Summary | None:
        """What is known of a document: as it was read, or as it was when the program ran before."""
        if (summary := self._summaries.get(entry.path)) is not None:
            return summary
        known = entry.known
        return Summary(known.title, known.language, known.words, known.stamp) if known is not None else None

    def name_of(self, entry: Entry) -> str:
        """What a document is called in sentences: the name of its file, or the title of a pasted text or an example."""
        if entry.bundled:
            return self.own_title(entry)
        if not is_pasted(entry.path):
            return one_line(entry.path.name)
        summary = self.summary_of(entry)
        return summary.title if summary is not None else self.tr("Pasted text")

    def title_of(self, entry: Entry) -> str:
        """What a document is called in lists, on one line: the user's title, or that in the text.

        Until it has been read it is called by its file, without the suffix; examples, whose files say nothing, by their
        number.
        """
        return one_line(entry.title) or self.own_title(entry)

    def called(self, entry: Entry) -> str:
        """What a document is called among others: its title, and what tells it from those of the same title."""
        return with_distinction(self.title_of(entry), self.distinction(entry))

    def called_at(self, path: Path) -> str:
        """What the document of a file is called among others, also if it is not in the library."""
        return self.called(self.entry_of(path))

    def distinction(self, entry: Entry) -> str:
        """What tells a document from others of the library of the same title, or ""."""
        return self._distinction(entry)

    def distinguish_by(self, distinction: Callable[[Entry], str]) -> None:
        """Have `distinction` tell that: it knows the titles of all."""
        self._distinction = distinction

    def own_title(self, entry: Entry) -> str:
        """What it would be called if the user had given it no title."""
        summary = self.summary_of(entry)
        title = one_line(summary.title) if summary is not None else ""
        if not title and entry.bundled:
            examples = enumerate(self.library.examples, 1)
            number = next((number for number, each in examples if each.path == entry.path), 1)
            return self.tr("Example {number}").format(number=number)
        if not title and not is_pasted(entry.path):  # its name may have nothing that can be seen
            title = one_line(entry.path.stem) or one_line(str(entry.path))
        return title or one_line(self.name_of(entry))

    def is_described(self, entry: Entry) -> bool:
        """Whether a document has been read, even if in vain."""
        path = entry.path
        return path in self._summaries or path in self._unreadable or entry.known is not None

    def is_unreadable(self, entry: Entry) -> bool:
        """Whether a document could not be read."""
        return entry.path in self._unreadable

    def is_missing(self, entry: Entry) -> bool:
        """Whether the file of a document is not there."""
        return entry.path in self._missing

    def has_lost(self, entry: Entry, error: Exception) -> bool:
        """Whether a document of the user's cannot be read since its file is no longer where it was."""
        is_listed = self.library.find(entry.path) is not None
        return is_listed and _may_be_elsewhere(entry) and isinstance(error, MissingError)

    def can_look_for(self, entry: Entry) -> bool:
        """Whether the file of a document is not there, but may be elsewhere: it is one of the user's."""
        return self.is_missing(entry) and _may_be_elsewhere(entry)

    def set_missing(self, entry: Entry, missing: bool) -> None:
        """Take note that the file of a document is not there, or that it is there again and can be described."""
        if missing != self.is_missing(entry):
            (self._missing.add if missing else self._missing.discard)(entry.path)
            self.presence_changed.emit(entry)
            if not missing and self.library.find(entry.path) is not None:
                self.describe_again(entry)

    def stamp_of(self, path: Path) -> Stamp | None:
        """The stamp that a document's file had before what is known of it was read, if that was read."""
        entry = self.library.find(path)
        summary = self.summary_of(entry) if entry is not None else None
        return summary.stamp if summary is not None else None

    def describe_again(self, entry: Entry) -> None:
        """Read a document again, whose file has changed; until then what is known of it stays."""
        self._unreadable.discard(entry.path)
        self._descriptions.add_again(entry)

    def describe(self, entries: Iterable[Entry]) -> None:
        """Read documents that are not known yet, one after another, in the background.

        `described` or `unreadable` follows for each.
        """
        self._descriptions.add(entry for entry in entries if not self.is_described(entry))

    @property
    def describing(self) -> bool:
        """Whether documents are still to be read, so that not all titles are known."""
        return self._descriptions.running

    def hurry(self, entry: Entry) -> None:
        """Read the document of an entry next, if it is not known: the entry is on screen."""
        self.describe([entry])
        self._descriptions.hurry(entry.path)

    def relocate(self, entry: Entry, path: Path) -> Entry:
        """Have the entry of a document name another file, where its own has gone; returns its entry. See `Library`."""
        self.complete()  # what is being removed has been found by where it was
        moved = self.library.relocate(entry, path)
        self._missing -= {entry.path, moved.path}
        if moved.path != entry.path:
            self.moved.emit(entry, moved)
        self.save()
        self.changed.emit()
        return moved

    def follow_moved(self, moved: Mapping[Path, Path]) -> list[tuple[Entry, Entry]]:
        """Have documents name the files that their own were moved to, the same in all else.

        `changed` and saving are left to the caller, who may have more.

        Returns:
            Their entries before and after, without those that are not in the list, or whose new file is in it already.
        """
        self.complete()
        followed = []
        for path, place in moved.items():
            before = self.library.find(path)
            if before is not None and (now := self.library.relocate(before, place)).path != path:
                followed.append((before, now))
                self._missing -= {path, now.path}
                self.moved.emit(before, now)
                if (summary := self._summaries.pop(path, None)) is not None:
                    self._summaries[now.path] = summary
                if path.suffix != place.suffix:  # it is read in another way
                    self.describe_again(now)
        return followed

    @guarded
    def _on_read(self, found: Sequence[Found]) -> None:
        changes = [self._announce(*each) for each in found]
        if any(changes):
            self.changed.emit()  # once for all of them
        if self._unwritten >= _KEPT_AFTER or (self._unwritten and not self._descriptions.more):
            self._unwritten = 0
            self.save()

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
        self._note(entry, summary)
        self.described.emit(entry, summary)

    def _note(self, entry: Entry, summary: Summary) -> None:
        """Have the library keep what was found of one of its documents, for the next start."""
        if summary.stamp is not None:
            title = one_line(summary.title)
            found = Description(title, summary.language, summary.words, summary.stamp, entry.encoding, entry.lines)
            self._unwritten += self.library.describe(entry.path, found)


def _may_be_elsewhere(entry: Entry) -> bool:
    """Whether the file of a document is one that the user may have moved."""
    return not (entry.bundled or is_pasted(entry.path))
