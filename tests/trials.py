"""Trials of packages for tests that are about something else: of the same files only the first takes a second."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from reader.engine import try_out
from reader.packages import Outcome

_seen: dict[str, Outcome] = {}


def try_once(folder: Path, attention: Path, cancelled: Callable[[], bool]) -> Outcome:
    """The outcome of `try_out`; of files that have been tried already no attention is measured."""
    digest = _digest(folder)
    if digest not in _seen:
        _seen[digest] = try_out(folder, attention, cancelled)
    return _seen[digest]


def _digest(folder: Path) -> str:
    """Of all files but the record of the installation."""
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != "tospalt.json")
    return sha256(b"".join(str(path.relative_to(folder)).encode() + path.read_bytes() for path in files)).hexdigest()
