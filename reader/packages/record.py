"""What is saved inside an installed package: the SHA-256 of the file it came in, and of each of its files."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from reader.files import file_name, is_regular, write_atomically
from reader.json_files import read_json
from reader.late_dataclasses import dataclass
from reader.packages.checksums import sha256_of

RECORD_FILE = "tospalt.json"


@dataclass(frozen=True, slots=True)
class Record:
    """How a package was installed.

    Attributes:
        sha256: of the package file, in hexadecimal digits.
        files: path within the folder to SHA-256.
    """

    sha256: str
    files: dict[str, str]


def write_record(folder: Path, sha256: str) -> None:
    """Write the record of the package in `folder` as it is.

    Raises:
        PackageError, OutputError: a file cannot be read, or the record cannot be written.
    """
    files = {path.relative_to(folder).as_posix(): sha256_of(path) for path in _files(folder)}
    content = json.dumps({"sha256": sha256, "files": files}, indent=1)
    write_atomically(folder / RECORD_FILE, content.encode())


def read_record(folder: Path) -> Record | None:
    """The record of the package in `folder`; None for a package that this program did not install."""
    return read_json(folder / RECORD_FILE, _record, None).value


def _record(kept: Any) -> Record:
    sha256, files = kept["sha256"], kept["files"]
    if not all(isinstance(text, str) and text.isascii() and text.isprintable() for text in (sha256, *files.values())):
        raise ValueError("no checksums")
    if not all(_is_inside(name) for name in files):
        raise ValueError("no names of files")
    return Record(sha256, dict(files))


def _is_inside(name: str) -> bool:
    path = PurePosixPath(file_name(name))
    return not path.is_absolute() and ".." not in path.parts


def changed_files(folder: Path, record: Record, cancelled: Callable[[], bool]) -> Iterator[str]:
    """The files of a package that are not as they were when it was installed, are gone, or were added."""
    for name, sha256 in record.files.items():
        path = folder / name
        if not is_regular(path) or sha256_of(path, cancelled) != sha256:
            yield name
        if cancelled():
            return
    there = (path.relative_to(folder).as_posix() for path in _files(folder))
    yield from (name for name in there if name not in record.files)


def folder_size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(path.stat().st_size for path in _files(folder))


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path != folder / RECORD_FILE)
