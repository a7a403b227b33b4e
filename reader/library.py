"""The user's documents: which there are, and what was chosen for each."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Any

from reader.errors import Message, OutputError, reason
from reader.files import write_atomically
from reader.json_files import Found, State, decode_json, read_small, set_aside
from reader.library_forgotten import note_forgotten, without_forgotten
from reader.library_list import (
    Added,
    Change,
    Chosen,
    Entry,
    Kept,
    Listing,
    Removed,
    absolute,
    new_entry,
    new_listing,
    parsed,
)
from reader.locks import alone

__all__ = ["Entry", "Library", "Saved"]

# Bytes: of some 800,000 documents.
_LIMIT = 100_000_000
# Another program has the file for a moment only; after so many seconds it is tried again with the next change.
_PATIENCE_S = 2.0


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save found that other programs had done.

    Attributes:
        changed: whether the list is another one now.
        removed: the documents that have gone from it.
    """

    changed: bool = False
    removed: frozenset[Path] = frozenset()


@dataclass(frozen=True, slots=True)
class _Forgotten:
    """A document of the user's is taken off the list, or an example is as it came; no strange entry names it."""

    path: Path

    def apply(self, listing: Listing) -> bool:
        """As `Change`."""
        strange, known = listing.forget_strange(self.path), listing.examples.get(self.path)
        if known is None:
            return Removed(self.path).apply(listing) or strange
        fresh = listing.examples[self.path] = Kept(Entry(self.path, bundled=True), {})
        return known != fresh or strange


class _AllForgotten:
    """The same for all that is in the file by then, and for entries that nobody understands."""

    path = None

    def apply(self, listing: Listing) -> bool:
        """As `Change`."""
        effects = [_Forgotten(entry.path).apply(listing) for entry in listing]
        return listing.forget_all_strange() or any(effects)


class Library:
    """The list of documents, the user's own first, kept in a file that several programs may use at once.

    A save puts what this program has changed into what is in the file by then, and takes over what others have done:
    of two choices for a document the last one holds; what either has removed stays away until it is added again.
    Only names of files, chosen languages and places are kept, nothing of the texts. What this version does not
    understand of the file stays in it.

    Attributes:
        problem: one sentence on what was wrong with the file when it was read last, or "".
    """

    def __init__(self, file: Path, *, deferred: bool = False) -> None:
        """Read the list kept in `file`; a damaged one is moved aside and `problem` says so.

        With `deferred` changes are written by `save` only, else each at once.
        """
        self._file, self._deferred = file, deferred
        self.problem = Message("")
        self._saving, self._noting = Lock(), Lock()
        self._changes: list[Change] = []  # since the last save
        self._base, self._digest = Listing(), b""  # as it is in the file, as far as is known
        self._base, self._digest = self._first()
        self._now = self._base.copy()
        self._gone: set[Path] = set()  # what other programs have taken off, until it is added or wanted again

    @property
    def folder(self) -> Path:
        """The data folder, in which the list is kept."""
        return self._file.parent

    def __iter__(self) -> Iterator[Entry]:
        """The entries in the order of the list."""
        return iter(self._now)

    def __len__(self) -> int:
        """Number of entries."""
        return len(self._now)

    def find(self, path: Path) -> Entry | None:
        """The entry for a file, if it is in the library."""
        kept = self._now.find(absolute(path))
        return kept.entry if kept else None

    def add(self, path: Path) -> Entry:
        """Put a file at the top of the list, or find it there; if another program has removed it, it is back.

        Raises:
            OutputError: the list cannot be written; the file is in it all the same.
        """
        path = absolute(path)
        self.want(path)
        kept = self._now.find(path) or new_entry(path)
        if not kept.entry.bundled:
            self._note(Added(kept))
        return kept.entry

    def was_removed(self, path: Path) -> bool:
        """Whether another program has taken a file off the list while this one had it, and it is not wanted again."""
        return absolute(path) in self._gone

    def want(self, path: Path) -> None:
        """The user wants a file in the list, whoever has removed it; it is not added yet."""
        with self._noting:
            self._gone.discard(absolute(path))

    def remove(self, entry: Entry) -> None:
        """Take one of the user's documents off the list; its file stays, and bundled ones stay listed.

        Raises:
            OutputError: the list cannot be written.
        """
        if not entry.bundled:
            self._note(Removed(entry.path))

    def forget(self, entry: Entry) -> None:
        """Take one of the user's documents off the list, or what was chosen for an example, with its place.

        Raises:
            OutputError: the list cannot be written.
        """
        self._note(_Forgotten(entry.path))

    def forget_all(self) -> None:
        """The same for all documents, also those that another program has added, and for what is not understood.

        Raises:
            OutputError: the list cannot be written.
        """
        self._note(_AllForgotten())

    def choose_languages(self, entry: Entry, source: str, target: str) -> Entry:
        """Keep the languages chosen for a document; "" leaves the choice to the text.

        Returns:
            The entry with them, also where the document is not in the list any more.

        Raises:
            OutputError: the list cannot be written; the choice holds until the program ends.
        """
        return self._choose(entry, {"source": source, "target": target})

    def keep_position(self, entry: Entry, row: int, share: float) -> Entry:
        """Keep where a document was left.

        Raises:
            OutputError: the list cannot be written; the place is known until the program ends.
        """
        known, share = self.find(entry.path) or entry, round(share, 3)
        # Who has stayed where they were must not take back where another program has gone.
        return known if (known.row, known.share) == (row, share) else self._choose(entry, {"row": row, "share": share})

    def _choose(self, entry: Entry, values: dict[str, Any]) -> Entry:
        known = self.find(entry.path)
        if known is not None:
            self._note(Chosen(entry.path, values))
        return replace(known or entry, **values)

    def _note(self, change: Change) -> None:
        with self._noting:
            self._changes.append(change)
            change.apply(self._now)
        if not self._deferred:
            self.save()

    def save(self) -> Saved:
        """Write what has changed since the last save, and take over what other programs have written. For any thread.

        Raises:
            OutputError: the file cannot be read or written, or another program does not let go of it; what has
                changed is written by the next save that succeeds.
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
        """Take over what other programs have written, and write nothing. For any thread.

        A file that cannot be read now, or that was begun anew, is left to the next save.
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
        """Put the changes into what is in the file; raises OSError or OutputError."""
        with alone(self._file, _PATIENCE_S):
            listing, digest = self._read()
            if begun_anew := listing.name != self._base.name:
                listing = listing.joined(without_forgotten(self._file, self._base))
            effects = [change.apply(listing) for change in changes]
            if written := begun_anew or any(effects):
                listing.count_write()
            for change in changes:
                if isinstance(change, _Forgotten | _AllForgotten):
                    note_forgotten(self._file, listing, change.path)
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
            before, after = list(self._now), list(listing)
            removed = frozenset({entry.path for entry in before} - {entry.path for entry in after})
            self._gone |= removed  # first: whoever does not find them may ask at once
            self._now = listing
        return Saved(before != after, removed)

    def _first(self) -> tuple[Listing, bytes]:
        found = self._look()
        try:
            if found.error is not None:
                raise found.error
            if found.state is State.DAMAGED:
                with alone(self._file, _PATIENCE_S):
                    return self._read()  # again: by now another program may have written it
        except OSError as error:
            self.problem = Message(
                "Your library, “{file}”, cannot be read: {reason}.", file=self._file, reason=reason(error)
            )
        return found.value

    def _read(self) -> tuple[Listing, bytes]:
        """What is in the file, to be changed, and its digest; a new list where there is none.

        Raises OSError if that is not known.
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
