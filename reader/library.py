"""The user's documents: which there are, and what was chosen for each."""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reader.errors import Message, reason
from reader.files import write_atomically
from reader.places import SEEDS


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


class Library:
    """The list of documents, the user's own first; every change is written to disk at once.

    Only names of files and chosen languages are kept, nothing of the texts.
    """

    def __init__(self, file: Path) -> None:
        """Read the list kept in `file`; a damaged one is moved aside and `problem` says so."""
        self._file = file
        self.problem = Message("")
        self._own: list[Entry] = []
        self._bundled = [Entry(path, bundled=True) for path in sorted(SEEDS.glob("*.txt"))]
        self._load()

    def __iter__(self) -> Iterator[Entry]:
        """The entries in the order of the list."""
        return iter([*self._own, *self._bundled])

    def __len__(self) -> int:
        """Number of entries."""
        return len(self._own) + len(self._bundled)

    def find(self, path: Path) -> Entry | None:
        """The entry for a file, if it is in the library."""
        path = _absolute(path)
        return next((entry for entry in self if entry.path == path), None)

    def add(self, path: Path) -> Entry:
        """Put a file at the top of the list, or find it there.

        Raises:
            OutputError: the list cannot be written; the file is in it all the same.
        """
        known = self.find(path)
        if known is not None:
            return known
        entry = Entry(_absolute(path))
        self._own.insert(0, entry)
        self._save()
        return entry

    def remove(self, entry: Entry) -> None:
        """Take one of the user's documents off the list; its file stays, and bundled ones stay listed.

        Raises:
            OutputError: the list cannot be written.
        """
        self._own = [own for own in self._own if own.path != entry.path]
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
            entries[:] = [changed if other.path == entry.path else other for other in entries]
        self._save()
        return changed

    def _load(self) -> None:
        try:
            kept = json.loads(self._file.read_text("utf-8"))["documents"]
            entries = [_from_json(values) for values in kept]
        except FileNotFoundError:
            return
        except OSError as error:
            self.problem = Message(
                "The list of your documents, “{file}”, cannot be read: {reason}.", file=self._file, reason=reason(error)
            )
            return
        except (ValueError, KeyError, TypeError):
            self._set_aside()
            return
        bundled = {entry.path: entry for entry in entries if self._is_bundled(entry.path)}
        self._own = [entry for entry in entries if entry.path not in bundled]
        self._bundled = [replace(bundled.get(e.path, e), bundled=True) for e in self._bundled]

    def _is_bundled(self, path: Path) -> bool:
        return any(entry.path == path for entry in self._bundled)

    def _set_aside(self) -> None:
        kept = self._file.with_suffix(".damaged.json")
        self.problem = Message(
            "The list of your documents was damaged; it was kept as “{kept}” and a new one begun.", kept=kept
        )
        try:
            os.replace(self._file, kept)
        except OSError:
            self.problem = Message("The list of your documents, “{file}”, cannot be read.", file=self._file)

    def _save(self) -> None:
        chosen = [entry for entry in self._bundled if entry != Entry(entry.path, bundled=True)]
        data = {"documents": [_as_json(entry) for entry in [*self._own, *chosen]]}
        # In ASCII: a name that is not valid UTF-8 on disk holds lone surrogates, which do not encode.
        write_atomically(self._file, json.dumps(data, indent=1).encode(), private=True)


def _as_json(entry: Entry) -> dict[str, Any]:
    values = {"path": str(entry.path), "source": entry.source, "target": entry.target}
    return values | ({"row": entry.row, "share": entry.share} if entry.row or entry.share else {})


def _from_json(values: dict[str, Any]) -> Entry:
    """Raises ValueError, KeyError or TypeError where something else was kept."""
    path, source, target = Path(values["path"]), values["source"], values["target"]
    row, share = int(values.get("row", 0)), float(values.get("share", 0.0))
    if row < 0 or not 0 <= share <= 1:
        row, share = 0, 0.0
    return Entry(path, source=source, target=target, row=row, share=share)


def _absolute(path: Path) -> Path:
    # Not resolve(): a document opened through a link keeps the name that the user knows it by.
    return Path(os.path.abspath(path))
