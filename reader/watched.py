"""The folders whose new documents join the library by themselves, in a file that several processes may use at once."""

import json
import os
import secrets
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reader.errors import Message, OutputError, reason
from reader.files import file_name, write_atomically
from reader.json_files import Found, State, read_json, set_aside
from reader.locks import alone

_PATIENCE_S = 2.0
# Bytes: enough for a million files.
_LIMIT = 40_000_000

# By folder, the digests of the files in it that have joined the library once, or were there when watching began.
_Seen = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Kept:
    key: str = field(default_factory=lambda: secrets.token_hex(16))
    folders: _Seen = field(default_factory=dict)


class Watched:
    """Which folders are watched, and which files in them are not new.

    A file is new once: a document that the user has removed from the library does not come back. Files are not named:
    there are only digests, keyed with a key in the same file. For one thread at a time.

    Attributes:
        problem: one sentence on what was wrong with the file when it was last read, or "".
    """

    def __init__(self, file: Path) -> None:
        """Nothing is known before `read`."""
        self.problem = Message("")
        self._file = file
        self._kept = _Kept()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The watched folders, in the order of their names."""
        return tuple(sorted(map(Path, self._kept.folders)))

    def read(self) -> tuple[Path, ...]:
        """Take over what this or another process has written last; returns the folders.

        If it cannot be read, what it said last is still true, and `problem` says so.
        """
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

    def watch(self, folder: Path, seen: Iterable[Path] = ()) -> None:
        """Watch a folder from now on, in which these files are not new.

        Raises:
            OutputError: that cannot be written; the same of the others.
        """
        self._change(lambda kept: _with(kept, folder, seen))

    def see(self, folder: Path, paths: Iterable[Path]) -> None:
        """These files are not new any more; does nothing if the folder is no longer watched."""
        self._change(lambda kept: _with(kept, folder, paths) if str(folder) in kept.folders else kept)

    def unwatch(self, folder: Path) -> None:
        """Watch a folder no more, and forget its name and its files."""
        self._change(lambda kept: replace(kept, folders={n: s for n, s in kept.folders.items() if n != str(folder)}))

    def forget_around(self, documents: Collection[Path], others: Collection[Path]) -> None:
        """Watch no more the folders that any of these documents is in, but none of the others."""

        def stays(name: str) -> bool:
            return _has_any(Path(name), others) or not _has_any(Path(name), documents)

        self._change(lambda kept: replace(kept, folders={n: s for n, s in kept.folders.items() if stays(n)}))

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
            with alone(self._file, _PATIENCE_S):
                yield
        except OSError as error:
            raise OutputError("“{path}” cannot be written: {reason}.", path=self._file, reason=reason(error)) from error

    def _write(self, kept: _Kept) -> None:
        data = {"key": kept.key, "folders": {name: sorted(seen) for name, seen in kept.folders.items()}}
        write_atomically(self._file, json.dumps(data).encode(), private=True)


def _has_any(folder: Path, paths: Iterable[Path]) -> bool:
    return any(path.is_relative_to(folder) for path in paths)


def _with(kept: _Kept, folder: Path, paths: Iterable[Path]) -> _Kept:
    seen = kept.folders.get(str(folder), frozenset()) | {_mark(path, kept.key) for path in paths}
    return replace(kept, folders=kept.folders | {str(folder): seen})


def _mark(path: Path, key: str) -> str:
    return blake2b(os.fsencode(path), digest_size=10, key=key.encode()).hexdigest()


def _parsed(found: Any) -> _Kept:
    key, folders = found["key"], found["folders"]
    if not (isinstance(key, str) and 0 < len(key.encode()) <= 64):
        raise ValueError("no key")
    return _Kept(key, {_folder(name): frozenset(map(str, seen)) for name, seen in folders.items()})


def _folder(name: str) -> str:
    if not os.path.isabs(file_name(name)):  # noqa: PTH117 -- as elsewhere for names in files
        raise ValueError("no place of a folder")
    return name
