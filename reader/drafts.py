"""Unsaved edits of a program that ended, stored until the user saves or discards them."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, fields, replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import log
from reader.errors import OutputError
from reader.file_locking import lock_of
from reader.files import write_atomically
from reader.json_files import read_json, row_in
from reader.late_dataclasses import dataclass

if TYPE_CHECKING:
    from filelock import BaseFileLock

_SUFFIX, _LOCK = ".json", ".lock"


@dataclass(frozen=True, slots=True)
class Draft:
    """An unsaved edit of a sentence.

    Attributes:
        document: path of the file.
        row: index of the paragraph.
        sentence: the source sentence.
        words: the text that the user typed.
    """

    document: str
    row: int
    sentence: str
    words: str


class Drafts:
    """The drafts in a folder, one private file each, so that several processes can use it at once."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist."""
        self._folder = folder

    def keep(self, draft: Draft) -> Path | None:
        """Save a draft, always to the same file; returns that file, or None if it could not be written."""
        file = self.file_of(draft)
        try:
            write_atomically(file, _data(draft), private=True)
        except OutputError as error:
            log.caught(error, "keeping a draft")
            return None
        return file

    def file_of(self, draft: Draft) -> Path:
        """The file of a draft, which need not exist."""
        return self._folder / f"{blake2b(_data(draft), digest_size=8).hexdigest()}{_SUFFIX}"

    def count(self, concerned: Callable[[str], bool]) -> int:
        """How many there are of documents for which `concerned` is true."""
        return sum(concerned(draft.document) for _, draft in self)

    def take_over(self, drafts: Iterable[Draft]) -> bool:
        """Save the drafts of a program that ended; returns whether all were saved, True if there are none."""
        unsafe = [draft for draft in drafts if self.keep(draft) is None]
        return not unsafe

    def __iter__(self) -> Iterator[tuple[Path, Draft]]:
        """The drafts with their files, oldest first; files that cannot be parsed are skipped."""
        for file in self._files():
            if (draft := _read(file)) is not None:
                yield file, draft

    def _files(self) -> list[Path]:
        found = list[tuple[float, Path]]()
        for file in self._folder.glob(f"*{_SUFFIX}"):
            try:
                found.append((file.stat().st_mtime, file))
            except FileNotFoundError:  # another process has just deleted it
                continue
            except OSError as error:
                log.caught(error, "looking at a draft")
        return [file for _, file in sorted(found)]

    def follow(self, before: str, now: str) -> None:
        """The file of a document is at another path: so are its drafts, but those that another process goes on with."""
        for file, draft in list(self):
            if draft.document == before and (claim := self.claim(file)) is not None:
                kept = self.keep(replace(draft, document=now))
                claim.release()
                if kept is not None:
                    self.drop(file)

    def forget(self, concerned: Callable[[str], bool]) -> None:
        """Delete the drafts of documents for which `concerned` is true, and all unreadable or half-written files.

        Raises:
            OSError: not all of them could be deleted.
        """
        with suppress(FileNotFoundError):  # there is no folder
            for file in list(self._folder.iterdir()):
                if file.is_dir() or (file.suffix == _LOCK and file.with_suffix(_SUFFIX).exists()):
                    continue  # a lock goes with its draft
                draft = _read(file)
                if draft is None or concerned(draft.document):
                    file.unlink(missing_ok=True)
                    file.with_suffix(_LOCK).unlink(missing_ok=True)

    def claim(self, file: Path) -> "BaseFileLock | None":
        """The right to go on with a stored draft, which ends with this process; None if another has it, or has had it.

        Until it is released no other process can claim the draft. Where files cannot be locked, everyone may.
        """
        lock = lock_of(file.with_suffix(_LOCK), thread_local=False)
        try:
            lock.acquire(timeout=0)
        except TimeoutError:
            return None
        except (OSError, NotImplementedError) as error:
            log.caught(error, "claiming a draft")
        if file.exists():
            return lock
        lock.release()
        return None

    def drop(self, file: Path) -> None:
        """Delete the file of a draft; a failure is only logged."""
        try:
            file.unlink(missing_ok=True)
            file.with_suffix(_LOCK).unlink(missing_ok=True)
        except OSError as error:
            log.caught(error, "forgetting a draft")


def _data(draft: Draft) -> bytes:
    return json.dumps(asdict(draft)).encode()


def _read(file: Path) -> Draft | None:
    return read_json(file, parsed, None).value


def parsed(kept: Any) -> Draft:
    """The draft with these fields, as decoded from JSON.

    Raises:
        KeyError, TypeError, ValueError: it is not a draft.
    """
    values = {field.name: kept[field.name] for field in fields(Draft)}
    if not all(type(values[field.name]) is field.type for field in fields(Draft)):
        raise TypeError
    return Draft(**values | {"row": row_in(values["row"])})
