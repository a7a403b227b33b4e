"""The user's documents and the choices made for each."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Any

from reader.errors import Message, OutputError, reason
from reader.files import write_atomically
from reader.json_files import Found, State, decode_json, read_small, set_aside
from reader.late_dataclasses import dataclass
from reader.library_changes import (
    Added,
    AllForgotten,
    Change,
    Chosen,
    Forgotten,
    Member,
    Relocated,
    Removed,
    Restored,
    Taken,
)
from reader.library_entry import Description, Entry, absolute, new_entry
from reader.library_forgotten import note_forgotten, without_forgotten
from reader.library_list import Listing, new_listing, parsed
from reader.library_order import OrderOfTaken
from reader.locks import alone

__all__ = ["Entry", "Library", "Saved"]

# Bytes: enough for some 250,000 documents.
_LIMIT = 100_000_000
# Other processes lock the file only briefly; after this wait a save is left to the next change.
_PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Saved:
    """The changes by other processes that a save found.

    Attributes:
        changed: whether the list has changed.
        removed: the documents no longer in it.
    """

    changed: bool = False
    removed: frozenset[Path] = frozenset()


class Library:
    """The list of documents, the user's own first, in a file that several processes may use at once.

    A save merges the changes of this process into the current file and takes over those of others: of two choices
    for a document the last one saved wins; a document that either has removed stays removed until it is added again.
    Only file names, titles, the choices made for each document, with digests of paragraphs, and reading positions are
    stored, nothing else that texts could be read from. Values in the file that this version does not understand are
    preserved.

    Attributes:
        problem: one sentence on what was wrong with the file when it was last read, or "".
    """

    def __init__(self, file: Path, *, deferred: bool = False) -> None:
        """Read the list from `file`; a damaged one is moved aside and `problem` says so.

        With `deferred` changes are written only by `save`, else each at once.
        """
        self._file, self._deferred = file, deferred
        self.problem = Message("")
        self._saving, self._noting = Lock(), Lock()
        self._changes: list[Change] = []  # since the last save
        self._base, self._digest = Listing(), b""  # as last read or written
        self._base, self._digest = self._first()
        self._now = self._base.copy()
        self._gone: set[Path] = set()  # removed by other processes, until added or wanted again
        self._order = OrderOfTaken()

    @property
    def folder(self) -> Path:
        """The data folder, which contains the file."""
        return self._file.parent

    @property
    def file(self) -> Path:
        """The file of the list."""
        return self._file

    def __iter__(self) -> Iterator[Entry]:
        """The entries in the order of the list."""
        return iter(self._now)

    def __len__(self) -> int:
        """Number of entries."""
        return len(self._now)

    @property
    def examples(self) -> list[Entry]:
        """The entries of the documents that came with the program, in the order of the list."""
        return [kept.entry for kept in self._now.examples.values()]

    def find(self, path: Path) -> Entry | None:
        """The entry for a file, if it is in the library."""
        # What is listed is absolute; making a path so takes far longer than looking it up.
        kept = self._now.find(path)
        if kept is None and (place := absolute(path)) is not path:
            kept = self._now.find(place)
        return kept.entry if kept else None

    def add(self, path: Path) -> Entry:
        """Put a file at the top of the list unless it is in the list, even if another process has removed it.

        Raises:
            OutputError: the list cannot be written; until the program ends the file is in it all the same.
        """
        path = absolute(path)
        self.want(path)
        self._order.drop(path)
        kept = self._now.find(path) or new_entry(path)
        if not kept.entry.bundled:
            self._note(Added(kept))
        return kept.entry

    def was_removed(self, path: Path) -> bool:
        """Whether another process has removed a file from the list, and it was not added or wanted again since."""
        return absolute(path) in self._gone

    def want(self, path: Path) -> None:
        """Note that the user wants a file in the list even if another process has removed it; does not add it."""
        with self._noting:
            self._gone.discard(absolute(path))

    def remove(self, entry: Entry) -> None:
        """Remove one of the user's documents from the list, but not its file; bundled documents stay listed.

        Raises:
            OutputError: the list cannot be written.
        """
        if not entry.bundled:
            self._note(Removed((entry.path,)))

    def take(self, documents: Collection[Path], count: int) -> Iterator[tuple[Taken, ...]]:
        """Remove several, by their files as they are listed, so many at a time.

        Yields what `put_back` needs of each part, the lowest first; a part stands above all those that follow.

        Raises:
            OutputError: the list cannot be written.
        """
        for part in self._order.parts_of(self._now, documents, count):
            taken = tuple(each.taken_from(self._now) for each in part)
            self._note(Removed(tuple(each.path for each in part)))
            yield tuple(each for each in taken if each is not None)

    def put_back(self, taken: Sequence[Taken]) -> None:
        """Put removed documents back where they were in the list, with all that was stored of them.

        Of many, parts can be put back one after another, in their order.

        Raises:
            OutputError: the list cannot be written.
        """
        with self._noting:
            self._gone.difference_update(each.path for each in taken)
        self._note(Restored(self._order.put_back(taken, self._now)))

    def forget(self, *entries: Entry) -> None:
        """Remove documents of the user's from the list, and reset the choices and reading positions of examples.

        Raises:
            OutputError: the list cannot be written.
        """
        self._note(*(Forgotten(entry.path) for entry in entries))

    def forget_all(self) -> None:
        """Forget all documents, also those added by other processes, and everything unknown in the file.

        Raises:
            OutputError: the list cannot be written.
        """
        self._note(AllForgotten())

    def relocate(self, entry: Entry, path: Path) -> Entry:
        """Have the entry of a document name another file, where its own has gone; all else of it stays.

        Does nothing if the list has the other file already, or the document is an example.

        Returns:
            The entry as it is now.

        Raises:
            OutputError: the list cannot be written; the other file is named until the program ends.
        """
        path = absolute(path)
        known = self.find(entry.path)
        if known is None or known.bundled or self.find(path) is not None:
            return known or entry
        self.want(path)
        self._order.relocate(known.path, path)
        self._note(Relocated(entry.path, path))
        return replace(known, path=path)

    def choose_languages(self, entry: Entry, source: str, target: str) -> Entry:
        """Save the languages chosen for a document; "" means that the text decides.

        Returns:
            The entry with them, even if the document is no longer in the list.

        Raises:
            OutputError: the list cannot be written; the choice applies until the program ends.
        """
        return self._choose(entry, {"source": source, "target": target})

    def choose_languages_of(self, languages: Mapping[Path, tuple[str, str]]) -> list[Entry]:
        """The same for several documents of the list, by their files; others are left out. Written once.

        Returns:
            The entries of those in the list, with them.

        Raises:
            OutputError: the list cannot be written; the choices apply until the program ends.
        """
        there = [(path, chosen) for path, chosen in languages.items() if self._now.find(path) is not None]
        self._note(*(Chosen(path, {"source": source, "target": target}) for path, (source, target) in there))
        return [kept.entry for path, _ in there if (kept := self._now.find(path)) is not None]

    def force(self, entry: Entry, paragraph: str, forced: bool) -> Entry:
        """Save that a paragraph, by its key, is translated whatever language it seems to be in, or no longer.

        Raises:
            OutputError: the list cannot be written; the choice applies until the program ends.
        """
        return self._set_member(entry, Member(entry.path, "forced", paragraph, forced))

    def dismiss(self, entry: Entry, rule: str, dismissed: bool) -> Entry:
        """Save that warnings by a rule are not shown for a document, or shown again.

        Raises:
            OutputError: the list cannot be written; the choice applies until the program ends.
        """
        return self._set_member(entry, Member(entry.path, "dismissed", rule, dismissed))

    def _set_member(self, entry: Entry, change: Member) -> Entry:
        known = self.find(entry.path)
        if known is not None:
            self._note(change)
        members: dict[str, Any] = {change.name: change.among(known or entry)}
        return replace(known or entry, **members)

    def choose_reading(self, entry: Entry, **chosen: str) -> Entry:
        """Save how the file of a document is to be read: its `encoding` or `lines`; "" means that the file decides.

        Returns:
            The entry with them, even if the document is no longer in the list.

        Raises:
            OutputError: the list cannot be written; the choice applies until the program ends.
        """
        return self._choose(entry, chosen)

    def rename(self, entry: Entry, title: str) -> Entry:
        """Save the title that the user gives a document; "" means that the text decides.

        Returns:
            The entry with it, even if the document is no longer in the list.

        Raises:
            OutputError: the list cannot be written; the title applies until the program ends.
        """
        return self._choose(entry, {"title": title})

    def mark_opened(self, entry: Entry, when: int) -> Entry:
        """Save when a document was opened, in whole seconds since 1970, UTC.

        Raises:
            OutputError: the list cannot be written; the time is known until the program ends.
        """
        return self._choose(entry, {"opened": when})

    def mark_translated(self, entry: Entry, share: float) -> Entry:
        """Save the share of a document's paragraphs that is translated, from 0 to 1.

        Raises:
            OutputError: the list cannot be written; the share is known until the program ends.
        """
        known, share = self.find(entry.path) or entry, round(share, 3)
        return known if known.translated == share else self._choose(entry, {"translated": share})

    def mark_checked(self, entry: Entry, checked: int, sentences: int) -> Entry:
        """Save how many of a document's sentences the user has checked, of how many that can be.

        Raises:
            OutputError: the list cannot be written; the counts are known until the program ends.
        """
        known, values = self.find(entry.path) or entry, {"checked": checked, "sentences": sentences}
        return known if (known.checked, known.sentences) == (checked, sentences) else self._choose(entry, values)

    def describe(self, path: Path, description: Description) -> bool:
        """Save what was found in one of the user's documents; returns whether that is new.

        Raises:
            OutputError: the list cannot be written.
        """
        known = self.find(path)
        if known is None or known.bundled or known.description == description:
            return False
        self._note(Chosen(known.path, {"description": description}))
        return True

    def keep_position(self, entry: Entry, row: int, share: float) -> Entry:
        """Save the reading position of a document (see `Entry`).

        Raises:
            OutputError: the list cannot be written; the position is known until the program ends.
        """
        known, share = self.find(entry.path) or entry, round(share, 3)
        # The same position must not overwrite a newer one of another process.
        return known if (known.row, known.share) == (row, share) else self._choose(entry, {"row": row, "share": share})

    def _choose(self, entry: Entry, values: dict[str, Any]) -> Entry:
        known = self.find(entry.path)
        if known is not None:
            self._note(Chosen(entry.path, values))
        return replace(known or entry, **values)

    def _note(self, *changes: Change) -> None:
        with self._noting:
            self._changes += changes
            for change in changes:
                change.apply(self._now)
        if not self._deferred:
            self.save()

    def save(self) -> Saved:
        """Write the changes since the last save, and take over those of other processes. Thread-safe.

        Raises:
            OutputError: the file cannot be read or written, or another process keeps it locked; the next successful
                save writes the changes.
        """
        with self._saving:
            with self._noting:
                changes = list(self._changes)
            if not changes:
                return Saved()
            try:
                listing = self._merged(changes)
            except OSError as error:
                raise _unwritten(self._file, error) from error
            return self._take_over(listing, len(changes))

    def refresh(self) -> Saved:
        """Take over the changes of other processes without writing any. Thread-safe.

        A file that cannot be read now, or was started anew, is left to the next save.
        """
        with self._saving:
            found = self._look()
            listing, digest = found.value
            known = listing.name == self._base.name or not self._digest
            if found.state is not State.READ or digest == self._digest or not known:
                return Saved()
            self._base, self._digest = listing.copy(), digest
            return self._take_over(listing, 0)

    def _merged(self, changes: list[Change]) -> Listing:
        """Merge the changes into the file; raises OSError or OutputError."""
        with alone(self._file, _PATIENCE_S):
            listing, digest = self._read()
            if begun_anew := listing.name != self._base.name:
                listing = listing.joined(without_forgotten(self._file, self._base))
            effects = [change.apply(listing) for change in changes]
            if written := begun_anew or any(effects):
                listing.count_write()
            if any(isinstance(change, AllForgotten) for change in changes):
                note_forgotten(self._file, listing, None)
            if forgotten := [change.path for change in changes if isinstance(change, Forgotten)]:
                note_forgotten(self._file, listing, forgotten)
            if written:
                data = listing.encoded()
                write_atomically(self._file, data, private=True)
                digest = _digest(data)
            self._base, self._digest = listing.copy(), digest
        return listing

    def _take_over(self, listing: Listing, written: int) -> Saved:
        with self._noting:
            del self._changes[:written]
            for change in self._changes:
                change.apply(listing)
            before = self._now
            removed = before.without_those_of(listing)
            self._gone |= removed  # before `_now`: `was_removed` may be asked at once
            self._now = listing
            after = listing.copy()
        return Saved(list(before) != list(after), removed)

    def _first(self) -> tuple[Listing, bytes]:
        found = self._look()
        try:
            if found.error is not None:
                raise found.error
            if found.state is State.DAMAGED:
                with alone(self._file, _PATIENCE_S):
                    return self._read()  # again: another process may have written it since
        except OSError as error:
            self.problem = Message(
                "Your library, “{file}”, cannot be read: {reason}.", file=self._file, reason=reason(error)
            )
        return found.value

    def _read(self) -> tuple[Listing, bytes]:
        """The list in the file, for changing, and its digest; a new list if the file is missing or damaged.

        Raises OSError if the file cannot be read.
        """
        found = self._look()
        if found.error is not None:
            raise found.error
        if found.state is State.DAMAGED:
            self.problem = Message(
                "Your library was damaged. It was kept as “{kept}” and a new one was started.",
                kept=set_aside(self._file),
            )
        return found.value

    def _look(self) -> Found[tuple[Listing, bytes]]:
        return read_small(self._file, self._content, (new_listing(), b""), limit=_LIMIT)

    def _content(self, data: bytes) -> tuple[Listing, bytes]:
        digest = _digest(data)
        return self._base.copy() if digest == self._digest else parsed(decode_json(data)), digest


def _digest(data: bytes) -> bytes:
    return blake2b(data).digest()


def _unwritten(file: Path, error: OSError) -> OutputError:
    return OutputError("“{path}” cannot be written: {reason}.", path=file, reason=reason(error))
