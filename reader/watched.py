"""The folders whose new documents join the library by themselves, in a file that several processes may use at once."""

import json
import os
import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reader.errors import OutputError, reason
from reader.files import file_name, write_atomically
from reader.json_files import State, read_json, set_aside
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
    """

    def __init__(self, file: Path) -> None:
        """Nothing is known before `read`."""
        self._file = file
        self._kept = _Kept()

    @property
    def folders(self) -> tuple[Path, ...]:
        """The watched folders, in the order of their names."""
        return tuple(sorted(map(Path, self._kept.folders)))

    def read(self) -> tuple[Path, ...]:
        """Take over what this or another process has written last; returns the folders."""
        self._kept = self._found()
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

    def forget_all(self) -> None:
        """Watch no folder any more."""
        self._change(lambda _: _Kept())

    def _found(self) -> _Kept:
        """What the file says; if it cannot be read, what it said last. A damaged one is kept under another name."""
        found = read_json(self._file, _parsed, _Kept(), limit=_LIMIT)
        if found.state is State.DAMAGED:
            set_aside(self._file)
        return found.value if found.state is State.READ else self._kept

    def _change(self, change: Callable[[_Kept], _Kept]) -> None:
        try:
            with alone(self._file, _PATIENCE_S):
                before = self._found()
                self._kept = change(before)
                if self._kept != before:
                    data = {"key": self._kept.key, "folders": {n: sorted(s) for n, s in self._kept.folders.items()}}
                    write_atomically(self._file, json.dumps(data).encode(), private=True)
        except OSError as error:
            raise OutputError("“{path}” cannot be written: {reason}.", path=self._file, reason=reason(error)) from error


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
