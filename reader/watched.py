"""The folders whose new documents join the library by themselves, in a file that several processes may use at once."""

import json
import os
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from hashlib import blake2b
from pathlib import Path
from threading import RLock
from typing import Any

from reader.errors import CancelledError, Message, OutputError, reason
from reader.files import Stamp, file_name, open_regular, write_atomically
from reader.json_files import Found, State, json_object, read_json, set_aside
from reader.late_dataclasses import dataclass
from reader.locks import alone

_PATIENCE_S = 2.0
# Bytes: enough for a million files.
_LIMIT = 40_000_000

# By folder, the digests of the files in it that have joined the library once, or were there when watching began.
_Seen = dict[str, frozenset[str]]
# Bytes of a file that are read at a time.
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class Content:
    """What a file had in it: its stamp then, and a digest; and a digest of the name of the disk that it was on."""

    stamp: Stamp
    digest: str
    disk: str = ""


# By folder and digest of the name, the contents of documents of the library.
_Contents = dict[str, dict[str, Content]]


@dataclass(frozen=True, slots=True)
class _Kept:
    key: str = field(default_factory=lambda: secrets.token_hex(16))
    folders: _Seen = field(default_factory=dict)
    contents: _Contents = field(default_factory=dict)


class Watched:
    """Which folders are watched, which files in them are not new, and what documents in them had in them.

    A file is new once: a document that the user has removed from the library does not come back. One that is moved is
    known again by what is in it. Neither names nor texts are stored: there are only digests, keyed with a key in the
    same file. Thread-safe.

    Attributes:
        problem: one sentence on what was wrong with the file when it was last read, or "".
    """

    def __init__(self, file: Path) -> None:
        """Nothing is known before `read`."""
        self.problem = Message("")
        self._file = file
        self._kept = _Kept()
        self._mine = RLock()  # one thread at a time

    @property
    def folders(self) -> tuple[Path, ...]:
        """The watched folders, in the order of their names."""
        return tuple(sorted(map(Path, self._kept.folders)))

    def read(self) -> tuple[Path, ...]:
        """Take over what this or another process has written last; returns the folders.

        If it cannot be read, what it said last is still true, and `problem` says so.
        """
        with self._mine:
            try:
                if self._look().state is State.DAMAGED:
                    with alone(self._file, _PATIENCE_S):  # another process may have written it since
                        self._kept = self._found()
                else:
                    self._kept = self._found()
            except OSError as error:
                self._report_unreadable(error)
            return self.folders

    def is_new(self, folder: Path, path: Path) -> bool:
        """Whether a file in a watched folder has not been seen yet."""
        seen = self._kept.folders.get(str(folder))
        return seen is not None and _mark(path, self._kept.key) not in seen

    def content_of(self, folder: Path, path: Path) -> Content | None:
        """What a document in a watched folder had in it when that was noted last."""
        kept = self._kept
        return kept.contents.get(str(folder), {}).get(_mark(path, kept.key))

    def digest_of(self, path: Path, cancelled: Callable[[], bool]) -> str:
        """A digest of what a file has in it.

        Raises:
            OSError, ValueError: it cannot be read.
            CancelledError: it was cancelled.
        """
        digest = blake2b(digest_size=16, key=self._kept.key.encode())
        with open_regular(path) as file:
            while piece := file.read(_PIECE):
                if cancelled():
                    raise CancelledError
                digest.update(piece)
        return digest.hexdigest()

    def mark_of_disk(self, disk: str) -> str:
        """A digest of the name that `Disks` gives a disk."""
        return _mark(Path(disk), self._kept.key)

    def note(
        self,
        folder: Path,
        contents: Mapping[Path, Content],
        documents: Iterable[Path],
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        """Note what files in a folder have in them, and forget it of others that are not among these documents.

        Does nothing if the folder is no longer watched.

        Raises:
            OutputError: that cannot be written; it may be known until the file is read again.
            CancelledError: it was cancelled, also while another process was writing.
        """
        others = tuple(documents)

        def change(kept: _Kept) -> _Kept:
            if cancelled():  # now: what is forgotten after that is forgotten here too
                raise CancelledError
            if str(folder) not in kept.folders:
                return kept
            before, stay = kept.contents.get(str(folder), {}), {_mark(path, kept.key) for path in others}
            known = {mark: content for mark, content in before.items() if mark in stay}
            known |= {_mark(path, kept.key): content for path, content in contents.items()}
            return replace(kept, contents=kept.contents | {str(folder): known})

        self._change(change)

    def watch(self, folder: Path, seen: Iterable[Path] = ()) -> None:
        """Watch a folder from now on, in which these files are not new.

        Raises:
            OutputError: that cannot be written; the same of the others.
        """
        self._change(lambda kept: _with(kept, folder, seen))

    def see(self, folder: Path, paths: Iterable[Path]) -> None:
        """These files are not new any more; does nothing if the folder is no longer watched."""
        self._change(lambda kept: _with(kept, folder, paths) if str(folder) in kept.folders else kept)

    def follow(self, moved: Mapping[Path, Path]) -> None:
        """Documents were moved: their files are not new where they are now, and what comes where they were is."""

        def change(kept: _Kept) -> _Kept:
            left = {_mark(path, kept.key) for path in moved}
            folders = {
                name: (seen - left) | {_mark(place, kept.key) for place in moved.values() if place.is_relative_to(name)}
                for name, seen in kept.folders.items()
            }
            return replace(kept, folders=folders)

        self._change(change)

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no more, and forget its name and its files."""
        self._change(lambda kept: _only(kept, lambda name: name != str(folder)))

    def forget_around(self, documents: Collection[Path], others: Collection[Path]) -> None:
        """Watch no more the folders that any of these documents is in, but none of the others.

        What these documents had in them is forgotten too.
        """

        def stays(name: str) -> bool:
            return _has_any(Path(name), others) or not _has_any(Path(name), documents)

        self._change(lambda kept: _without(_only(kept, stays), documents))

    def forget_all(self) -> None:
        """Watch no folder any more, whatever the file says and even if it cannot be read."""
        with self._writing():
            self._kept = _Kept()
            self._write(self._kept)  # even if there is no file: other processes go on with what it said last

    def _look(self) -> Found[_Kept]:
        return read_json(self._file, _parsed, _Kept(), limit=_LIMIT)

    def _found(self) -> _Kept:
        """What the file says; what it said last if it is damaged, when it is kept under another name, or missing.

        Raises OSError if it cannot be read.
        """
        found = self._look()
        if found.error is not None:
            raise found.error
        if found.state is State.DAMAGED:
            self.problem = Message(
                "The list of your watched folders was damaged. It was kept as “{kept}”. Check which folders are "
                "watched.",
                kept=set_aside(self._file),
            )
        return found.value if found.state is State.READ else self._kept

    def _report_unreadable(self, error: OSError) -> None:
        self.problem = Message(
            "The list of your watched folders, “{file}”, cannot be read: {reason}.",
            file=self._file,
            reason=reason(error),
        )

    def _change(self, change: Callable[[_Kept], _Kept]) -> None:
        """Change what the file says; one that cannot be read stays as it is."""
        with self._writing():
            before = self._found()
            self._kept = change(before)
            if self._kept != before:
                self._write(self._kept)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """No other process changes the file meanwhile."""
        try:
            with self._mine, alone(self._file, _PATIENCE_S):
                yield
        except OSError as error:
            raise OutputError("“{path}” cannot be written: {reason}.", path=self._file, reason=reason(error)) from error

    def _write(self, kept: _Kept) -> None:
        contents = {
            name: {mark: [*content.stamp, content.digest, content.disk] for mark, content in sorted(known.items())}
            for name, known in kept.contents.items()
        }
        folders = {name: sorted(seen) for name, seen in kept.folders.items()}
        data = {"key": kept.key, "folders": folders, "contents": contents}
        write_atomically(self._file, json.dumps(data).encode(), private=True)


def _has_any(folder: Path, paths: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for path in paths)


def _with(kept: _Kept, folder: Path, paths: Iterable[Path]) -> _Kept:
    seen = kept.folders.get(str(folder), frozenset()) | {_mark(path, kept.key) for path in paths}
    return replace(kept, folders=kept.folders | {str(folder): seen})


def _only(kept: _Kept, stays: Callable[[str], bool]) -> _Kept:
    """What is kept of the folders that stay."""
    folders = {name: seen for name, seen in kept.folders.items() if stays(name)}
    return replace(kept, folders=folders, contents={n: known for n, known in kept.contents.items() if n in folders})


def _without(kept: _Kept, documents: Collection[Path]) -> _Kept:
    """What is kept but for the contents of these documents."""
    marks = {_mark(path, kept.key) for path in documents}
    contents = {
        name: {mark: content for mark, content in known.items() if mark not in marks}
        for name, known in kept.contents.items()
    }
    return replace(kept, contents=contents)


def _mark(path: Path, key: str) -> str:
    return blake2b(os.fsencode(path), digest_size=10, key=key.encode()).hexdigest()


def _parsed(found: Any) -> _Kept:
    key, folders = found["key"], found["folders"]
    if not (isinstance(key, str) and 0 < len(key.encode()) <= 64):
        raise ValueError("no key")
    watched = {_folder(name): frozenset(map(str, seen)) for name, seen in folders.items()}
    contents = json_object(found.get("contents", {}))
    return _Kept(key, watched, {name: _contents(contents[name]) for name in watched if name in contents})


def _contents(found: Any) -> dict[str, Content]:
    known = dict[str, Content]()
    for mark, (size, time, number, *digests) in found.items():
        if not all(isinstance(each, int) for each in (size, time, number)) or not all(map(_is_text, digests)):
            raise ValueError("no content")
        known[mark] = Content((size, time, number), *digests)
    return known


def _is_text(found: Any) -> bool:
    return isinstance(found, str)


def _folder(name: str) -> str:
    if not os.path.isabs(file_name(name)):  # noqa: PTH117 -- as elsewhere for names in files
        raise ValueError("no place of a folder")
    return name
