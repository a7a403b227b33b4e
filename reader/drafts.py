"""What the user had typed when the program ended, and nobody keeps; kept until they save or discard it."""

import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from hashlib import blake2b
from pathlib import Path
from typing import Any

from reader import log
from reader.errors import OutputError
from reader.files import write_atomically
from reader.json_files import read_json

_SUFFIX = ".json"


@dataclass(frozen=True, slots=True)
class Draft:
    """Words typed in place of the translation of a sentence.

    Attributes:
        document: the file.
        row: the paragraph.
        sentence: in its own language.
        words: what was typed.
    """

    document: str
    row: int
    sentence: str
    words: str


class Drafts:
    """The drafts in a folder, each in a private file, so that two programs do not get in each other's way."""

    def __init__(self, folder: Path) -> None:
        """Look in `folder`, which need not be there."""
        self._folder = folder

    def keep(self, draft: Draft) -> Path | None:
        """Keep a draft, once however often it is kept; gives its file, or None if it is not safely on the disk."""
        file = self.file_of(draft)
        try:
            write_atomically(file, _data(draft), private=True)
        except OutputError as error:
            log.caught(error, "keeping a draft")
            return None
        return file

    def file_of(self, draft: Draft) -> Path:
        """Where the draft is or would be kept."""
        return self._folder / f"{blake2b(_data(draft), digest_size=8).hexdigest()}{_SUFFIX}"

    def take_over(self, drafts: Iterable[Draft]) -> bool:
        """Keep those of a program that ended; gives whether all are safe, as none always are."""
        unsafe = [draft for draft in drafts if self.keep(draft) is None]
        return not unsafe

    def __iter__(self) -> Iterator[tuple[Path, Draft]]:
        """The drafts and their files, the oldest first; what cannot be understood is left alone."""
        for file in self._files():
            if (draft := _read(file)) is not None:
                yield file, draft

    def _files(self) -> list[Path]:
        found = list[tuple[float, Path]]()
        for file in self._folder.glob(f"*{_SUFFIX}"):
            try:
                found.append((file.stat().st_mtime, file))
            except FileNotFoundError:  # another program has dropped it just now, which hides no other
                continue
            except OSError as error:
                log.caught(error, "looking at a draft")
        return [file for _, file in sorted(found)]

    def forget(self, concerned: Callable[[str], bool]) -> None:
        """Delete the drafts of all `concerned` documents, and what cannot be understood, or was half written.

        Raises:
            OSError: they cannot be deleted, or not all of them.
        """
        with suppress(FileNotFoundError):  # the folder
            for file in list(self._folder.iterdir()):
                draft = _read(file)
                if (draft is None or concerned(draft.document)) and not file.is_dir():
                    file.unlink(missing_ok=True)

    def drop(self, file: Path) -> None:
        """Forget a draft."""
        try:
            file.unlink(missing_ok=True)
        except OSError as error:
            log.caught(error, "forgetting a draft")


def _data(draft: Draft) -> bytes:
    return json.dumps(asdict(draft)).encode()


def _read(file: Path) -> Draft | None:
    return read_json(file, parsed, None).value


def parsed(kept: Any) -> Draft:
    """The draft that was kept as its fields.

    Raises:
        KeyError, TypeError: it is none.
    """
    values = {field.name: kept[field.name] for field in fields(Draft)}
    if not all(type(values[field.name]) is field.type for field in fields(Draft)) or values["row"] < 0:
        raise TypeError
    return Draft(**values)
