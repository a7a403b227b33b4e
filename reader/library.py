"""The user's documents: which there are, and what was chosen for each."""

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from reader.errors import Message, OutputError, reason
from reader.files import file_name, write_atomically
from reader.json_files import State, json_object, read_json, set_aside
from reader.places import SEEDS

# Bytes: of some 800,000 documents.
_LIMIT = 100_000_000
# No text that is opened has more, and no view counts further.
_MOST_ROWS = 1_000_000_000
_DOCUMENTS = "documents"


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the library.

    Attributes:
        path: its file, absolute.
        bundled: whether it came with the program.
        source, target: the languages the user chose for it, or "" where the text decides.
        row, share: where it was left: the paragraph at the top of the screen, and the share of it (0 to 1)
            that had been scrolled past.
    """

    path: Path
    bundled: bool = False
    source: str = ""
    target: str = ""
    row: int = 0
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class _Kept:
    """An entry as it is in the file, and what of it was understood; the rest may be from a later version."""

    values: Mapping[str, Any]
    entry: Entry


@dataclass(slots=True)
class _Content:
    """What is in the file.

    Attributes:
        documents: by path, those that were added last first.
        strange: entries that are not understood.
        others: what else there is, by name.
    """

    documents: dict[Path, _Kept] = field(default_factory=dict)
    strange: list[Any] = field(default_factory=list)
    others: dict[str, Any] = field(default_factory=dict)


class Library:
    """The list of documents, the user's own first; every change is written to disk at once.

    Only names of files and chosen languages are kept, nothing of the texts. What this version does not understand of
    the file stays in it.
    """

    def __init__(self, file: Path) -> None:
        """Read the list kept in `file`; a damaged one is moved aside and `problem` says so."""
        self._file = file
        self.problem = Message("")
        self._unread: OSError | None = None
        self._content = self._read()
        kept = {path: known.entry for path, known in self._content.documents.items()}
        self._bundled = {path: replace(kept.pop(path, Entry(path)), bundled=True) for path in _examples()}
        self._own = dict(reversed(kept.items()))  # the last one is the first of the list

    def __iter__(self) -> Iterator[Entry]:
        """The entries in the order of the list."""
        return iter([*reversed(self._own.values()), *self._bundled.values()])

    def __len__(self) -> int:
        """Number of entries."""
        return len(self._own) + len(self._bundled)

    def find(self, path: Path) -> Entry | None:
        """The entry for a file, if it is in the library."""
        path = _absolute(path)
        return self._own.get(path) or self._bundled.get(path)

    def add(self, path: Path) -> Entry:
        """Put a file at the top of the list, or find it there.

        Raises:
            OutputError: the list cannot be written; the file is in it all the same.
        """
        known = self.find(path)
        if known is not None:
            return known
        entry = Entry(_absolute(path))
        self._own[entry.path] = entry
        self._save()
        return entry

    def remove(self, entry: Entry) -> None:
        """Take one of the user's documents off the list; its file stays, and bundled ones stay listed.

        Raises:
            OutputError: the list cannot be written.
        """
        self._own.pop(entry.path, None)
        self._save()

    def choose_languages(self, entry: Entry, source: str, target: str) -> Entry:
        """Keep the languages chosen for a document; "" leaves the choice to the text.

        Raises:
            OutputError: the list cannot be written; the choice holds until the program ends.
        """
        return self._change(entry, source=source, target=target)

    def keep_position(self, entry: Entry, row: int, share: float) -> Entry:
        """Keep where a document was left.

        Raises:
            OutputError: the list cannot be written; the place is known until the program ends.
        """
        return self._change(entry, row=row, share=round(share, 3))

    def _change(self, entry: Entry, **values: Any) -> Entry:
        known = self.find(entry.path) or entry
        changed = replace(known, **values)
        if changed == known:
            return known
        for entries in (self._own, self._bundled):
            if entry.path in entries:
                entries[entry.path] = changed
        self._save()
        return changed

    def _read(self) -> _Content:
        found = read_json(self._file, _content, _Content(), limit=_LIMIT)
        if found.error is not None:
            self._unread = found.error
            self.problem = Message(
                "The list of your documents, “{file}”, cannot be read: {reason}.",
                file=self._file,
                reason=reason(found.error),
            )
        elif found.state is State.DAMAGED:
            self._set_aside()
        return found.value

    def _set_aside(self) -> None:
        try:
            kept = set_aside(self._file)
        except OSError as error:
            self._unread = error
            self.problem = Message("The list of your documents, “{file}”, cannot be read.", file=self._file)
        else:
            self.problem = Message(
                "The list of your documents was damaged; it was kept as “{kept}” and a new one begun.", kept=kept
            )

    def _save(self) -> None:
        if self._unread is not None:  # what is in the file would be lost
            raise OutputError(
                "“{path}” cannot be written: {reason}.", path=self._file, reason=reason(self._unread)
            ) from self._unread
        kept = self._content.documents
        chosen = [e for e in self._bundled.values() if e.path in kept or e != Entry(e.path, bundled=True)]
        listed = [_as_json(entry, kept.get(entry.path)) for entry in [*reversed(self._own.values()), *chosen]]
        data = {**self._content.others, _DOCUMENTS: [*listed, *self._content.strange]}
        # In ASCII: a name that is not valid UTF-8 on disk holds lone surrogates, which do not encode.
        write_atomically(self._file, json.dumps(data).encode(), private=True)


def _examples() -> list[Path]:
    return sorted(SEEDS.glob("*.txt"))


def _content(data: Any) -> _Content:
    """What is in the file; raises what `read_json` takes for damage."""
    content = _Content(others={name: value for name, value in json_object(data).items() if name != _DOCUMENTS})
    if not isinstance(data[_DOCUMENTS], list):
        raise ValueError("no list of documents")
    for values in data[_DOCUMENTS]:
        try:
            entry = _entry(json_object(values))
        except (ValueError, TypeError, KeyError):
            content.strange.append(values)
        else:
            content.documents.setdefault(entry.path, _Kept(values, entry))
    return content


def _entry(values: Mapping[str, Any]) -> Entry:
    """What is understood of an entry; raises ValueError, TypeError or KeyError if it names no file."""
    path = file_name(values["path"])
    if not os.path.isabs(path):  # noqa: PTH117 -- a Path is made once only, there are thousands
        raise ValueError("no place of a file")
    row, share = values.get("row", 0), values.get("share", 0.0)
    if not (_is_number(row) and _is_number(share) and 0 <= row < _MOST_ROWS and 0 <= share <= 1):
        row, share = 0, 0.0
    return Entry(_absolute(path), False, _text(values, "source"), _text(values, "target"), int(row), float(share))


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _text(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name, "")
    return value if isinstance(value, str) else ""


def _as_json(entry: Entry, kept: _Kept | None) -> dict[str, Any]:
    """The entry for the file: what has not changed stays as it is there."""
    values = {"path": str(entry.path), "source": "", "target": "", **(kept.values if kept else {})}
    before = kept.entry if kept else Entry(entry.path)
    for names in (("source",), ("target",), ("row", "share")):
        if any(getattr(entry, name) != getattr(before, name) for name in names):
            values |= {name: getattr(entry, name) for name in names}
    return values


def _absolute(path: Path | str) -> Path:
    # Not resolve(): a document opened through a link keeps the name that the user knows it by.
    return Path(os.path.abspath(path))
