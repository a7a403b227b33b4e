"""The journal of what the user made: a file beside the memory's, from which a lost or damaged memory restores it.

Each ledger has one (see `reader.memory.ledger`); what is said here of edits holds for all.

Each line is a checksum and a JSON list. The first identifies the journal: `lineage`, which never changes, and
`generation`, which grows by one whenever the file is rewritten. Each further line records an edit that was saved or
forgotten. Lines are appended and reach the disk before the edit is acknowledged; every writer holds the lock.
"""

import errno
import json
import os
import secrets
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from glob import escape
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from reader.errors import OutputError
from reader.file_locking import lock_of
from reader.files import write_atomically
from reader.late_dataclasses import dataclass
from reader.memory.database import Problem, ProblemError, set_aside
from reader.memory.ledger import EDITS, Ledger

# Source language, target language and sentence; the user's edit and its links, packed.
Key = tuple[str, str, str]
Value = tuple[str, bytes]
# None: the edit was removed.
Changes = Mapping[Key, Value | None]

_FORMAT = 1
_KEEP, _FORGET = "keep", "forget"
_PIECE = 1 << 20
# Created once: `json.dumps` and `json.loads` take twice as long for a short line. Texts are not escaped.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


class JournalError(Exception):
    """The journal cannot be read, written or locked, for the reason `error`."""

    def __init__(self, error: OSError) -> None:
        super().__init__(type(error).__name__)
        self.error = error


class Header(NamedTuple):
    """The first line: which journal this is, how often it has been rewritten, and how many edits it began with."""

    lineage: str
    generation: int
    edits: int = 0


@dataclass(frozen=True, slots=True)
class Extent:
    """A journal up to some point: its header, its length in bytes, their CRC-32, and how many records they hold."""

    header: Header
    size: int
    crc: int
    records: int


class History(NamedTuple):
    """The changes in records, of which the last for an edit counts.

    Attributes:
        sound: whether no line is damaged. An incomplete last line is no damage: its edit was never acknowledged.
        whole: whether, besides, none of the edits that the journal began with is missing.
    """

    changes: dict[Key, Value | None]
    sound: bool
    whole: bool


class Journal:
    """The journal of a ledger that belongs to the memory in the file `memory`."""

    def __init__(self, memory: Path, ledger: Ledger = EDITS) -> None:
        self.ledger = ledger
        self.path = memory.with_name(f"{memory.name}{ledger.suffix}")
        # One for all journals of a memory, so that forgetting can hold them all.
        self._lock = memory.with_name(f"{memory.name}{EDITS.suffix}.lock")

    @contextmanager
    def locked(self, patience: float) -> Iterator[None]:
        """Keep other programs and threads from writing; waits for them up to `patience` seconds.

        Raises:
            ProblemError: another one holds the lock for longer.
            JournalError: the journal cannot be locked here.
        """
        from filelock import Timeout

        lock = lock_of(self._lock)
        try:
            lock.acquire(timeout=patience, poll_interval=0.01)
        except Timeout as error:
            raise ProblemError(Problem.LOCKED) from error
        except NotImplementedError as error:
            raise JournalError(OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))) from error
        except OSError as error:
            raise JournalError(error) from error
        try:
            yield
        finally:
            lock.release()

    def exists(self) -> bool:
        """Whether there is a journal, even an empty one."""
        return os.path.lexists(self.path)

    def header(self) -> Header | None:
        """Its first line; None if it is missing or damaged.

        Raises:
            ProblemError: a newer program wrote it.
            JournalError: it cannot be read.
        """
        with _failing(), suppress(FileNotFoundError), self.path.open("rb") as file:
            return self._header(file.readline())
        return None

    def ends_at(self, extent: Extent) -> bool:
        """Whether it has the header and the length of `extent`; errors as for `header`."""
        with _failing(), suppress(FileNotFoundError):
            return self.path.stat().st_size == extent.size and self.header() == extent.header
        return False

    def begins_with(self, extent: Extent) -> bool:
        """Whether it begins with every byte of `extent`, unchanged; errors as for `header`."""
        return self.header() == extent.header and self._measure(extent.size) == (extent.size, extent.crc)

    def extent(self) -> Extent | None:
        """All of it, sound or not; None if its header is missing or damaged. Errors as for `header`.

        Records are not counted.
        """
        header = self.header()
        return Extent(header, *self._measure(), 0) if header else None

    def _measure(self, most: int | None = None) -> tuple[int, int]:
        """How many bytes there are, `most` at most, and their CRC-32."""
        size = crc = 0
        with _failing(), suppress(FileNotFoundError), self.path.open("rb") as file:
            while piece := file.read(_PIECE if most is None else min(most - size, _PIECE)):
                crc, size = crc32(piece, crc), size + len(piece)
        return size, crc

    def history(self, start: int = 0) -> History:
        """The history in the lines from byte `start` on; errors as for `header`."""
        changes: dict[Key, Value | None] = {}
        sound, missing = True, 0
        with _failing(), suppress(FileNotFoundError), self.path.open("rb") as file:
            file.seek(start)
            for line in file:
                if (record := _record(line)) is not None:
                    key, value = record
                    changes.pop(key, None)
                    changes[key] = value
                    missing -= 1
                elif (header := self._header(line)) is not None:
                    missing += header.edits
                else:
                    sound = sound and not line.endswith(b"\n")
        return History(changes, sound, sound and missing <= 0)

    def write(self, header: Header, edits: Mapping[Key, Value]) -> Extent:
        """Rewrite it atomically, with these edits and nothing else.

        Raises:
            JournalError: it cannot be written; the old one is unchanged.
        """
        self._sweep()
        header = header._replace(edits=len(edits))
        data = sealed([self.ledger.kind, _FORMAT, *header]) + b"".join(_lines(edits))
        try:
            write_atomically(self.path, data, private=True)
        except OutputError as error:
            cause = error.__cause__
            raise JournalError(cause if isinstance(cause, OSError) else OSError(errno.EINVAL, "")) from error
        with _failing():
            _sync_folder(self.path.parent)
        return Extent(header, len(data), crc32(data), len(edits))

    def append(self, extent: Extent, changes: Changes) -> Extent:
        """Append records after `extent`, where it must end, and wait until they are on the disk.

        Raises:
            JournalError: they cannot be written; as far as possible the file is unchanged.
        """
        data = b"".join(_lines(changes))
        with _failing(), open(self.path, "r+b", buffering=0) as file:
            file.seek(extent.size)
            try:
                _write_all(file.fileno(), data)
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    file.truncate(extent.size)
                raise
        return replace(
            extent,
            size=extent.size + len(data),
            crc=crc32(data, extent.crc),
            records=extent.records + len(changes),
        )

    def set_aside(self) -> None:
        """Rename the damaged file, so that it is kept; raises JournalError."""
        with _failing(), suppress(FileNotFoundError):
            set_aside(self.path)

    def delete(self) -> None:
        """Delete it and partial files left of writing it; raises JournalError."""
        self._sweep()
        with _failing():
            self.path.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Delete partial files of killed programs: under the lock nobody else is writing."""
        with _failing():
            for part in self.path.parent.glob(f".{escape(self.path.name[:40])}.*.part"):
                part.unlink(missing_ok=True)

    def _header(self, line: bytes) -> Header | None:
        match unsealed(line):
            case [kind, int(version), *_] if kind == self.ledger.kind and version > _FORMAT:
                raise ProblemError(Problem.NEWER)
            case [kind, int(), str(lineage), int(generation), int(edits)] if kind == self.ledger.kind:
                return Header(lineage, generation, edits)
        return None


def new_lineage() -> str:
    """A unique name for a journal."""
    return secrets.token_hex(8)


@contextmanager
def _failing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise JournalError(error) from error


def _write_all(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _sync_folder(folder: Path) -> None:
    """Write the folder to the disk, or a power cut may leave the old file under the name."""
    if os.name == "posix":
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def sealed(values: list[Any]) -> bytes:
    """A line: the checksum of a list, and the list. Texts are not escaped, so that a search finds them."""
    data = _encode(values).encode()
    return b"%08x %b\n" % (crc32(data), data)


def unsealed(line: bytes) -> list[Any] | None:
    """The list in a line; None if the line is damaged or not ours."""
    if line[8:9] != b" " or line[-1:] != b"\n" or line[:8] != b"%08x" % crc32(line[9:-1]):
        return None
    try:
        values = _decode(line[9:-1].decode())
    except (ValueError, RecursionError):  # another program's line
        return None
    return values if isinstance(values, list) else None


def _lines(changes: Changes) -> Iterable[bytes]:
    for key, value in changes.items():
        if value is None:
            yield sealed([_FORGET, *key])
        else:
            yield sealed([_KEEP, *key, value[0], b64encode(value[1]).decode()])


def _record(line: bytes) -> tuple[Key, Value | None] | None:
    match unsealed(line):
        case [kind, str(source), str(target), str(sentence), str(text), str(links)] if kind == _KEEP:
            return (source, target, sentence), (text, b64decode(links))
        case [kind, str(source), str(target), str(sentence)] if kind == _FORGET:
            return (source, target, sentence), None
    return None
