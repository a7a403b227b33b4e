"""The program's log: what failed and where, and how long work took; never the user's text.

One file per process, in a folder of its own in the data folder, readable only by the user. An error is logged as its
type and frames, without its message, since foreign errors quote texts and file names. Only constants, numbers and
types may be logged: the formatter replaces any other value by its type.
"""

import faulthandler
import logging
import os
import platform
import sys
import time
from contextlib import suppress
from functools import cached_property, lru_cache
from io import FileIO
from pathlib import Path
from types import TracebackType

from reader import late_re as re
from reader.paths import make_private_folder
from reader.version import __version__

_KEPT = 5
_MOST_BYTES = 1_000_000
# Most frames logged of an error; the innermost tell most.
_FRAMES = 40
# Below one of these folders a path names only a library; above it may be the user's name.
_LIBRARY = re.compile(r"site-packages|dist-packages|python3\.\d+", re.IGNORECASE)
# "File" before a frame of Python's, "Binary file" (from Python 3.14 on) before one of a library's.
# A quotation mark within the path does not end it. Where none ends it, it was cut short at the end of the line.
_FILE = re.compile(r'([Ff]ile) "([^\n]*?)("(?=[ \r\t]*(?:, (?:line|at) |$))|$)', re.MULTILINE)
# The rest of a path with a line break in it.
_REST_OF_FILE = re.compile(r'^(?!.*[Ff]ile ")[^\n]*"(?=, (?:line|at) )', re.MULTILINE)
_MASKED = "…"
_ROOT = Path(__file__).resolve().parent.parent
_PREFIX, _SUFFIX = "tospalt-", ".log"

_logger = logging.getLogger("tospalt")
_logger.addHandler(logging.NullHandler())  # silent when used as a library


def caught(error: BaseException, doing: str) -> None:
    """Log an error that is not raised further; `doing` says in constant words what failed, such as "linking words"."""
    _logger.error("%s failed\n%s", Words(doing), Words(described(error)))


def note(what: str, **numbers: float) -> None:
    """Log an event in constant words, with numbers by name (durations in seconds: `s`)."""
    _logger.info("%s %s", Words(what), Words(" ".join(f"{name}={value:.4g}" for name, value in numbers.items())))


def described(error: BaseException) -> str:
    """The type and frames of an error, the innermost frame last, then those of its causes."""
    lines: list[str] = []
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        lines += [_type_of(at), *(f"  {frame}" for frame in frames(at.__traceback__))]
        at = at.__cause__ or (None if at.__suppress_context__ else at.__context__)
    return "\n".join(lines)


def frames(trace: TracebackType | None) -> list[str]:
    """The frames of a traceback as "file:line function", the innermost last."""
    found: list[str] = []
    while trace is not None:
        code = trace.tb_frame.f_code
        found.append(f"{_place(code.co_filename)}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return found[-_FRAMES:]


def versions(**others: str) -> str:
    """The program, Python, `others` by name (a version may be ""), and the system, in one line."""
    found = {"Tospalt": __version__, "Python": platform.python_version(), **others}
    return ", ".join([*(f"{name} {number}".strip() for name, number in found.items()), platform.platform()])


class Words(str):
    """Text without anything of the user's, which may be logged."""

    __slots__ = ()


class LogFile(logging.Handler):
    """Appends to one file, which is cut to its newest half when it reaches `most` bytes."""

    def __init__(self, path: Path, most: int = _MOST_BYTES) -> None:
        """The file is created on first use, readable only by the user."""
        super().__init__()
        self.path, self._most = path, most

    @cached_property
    def file(self) -> FileIO:
        """The file, open.

        Raises:
            OSError: it cannot be opened.
        """
        make_private_folder(self.path.parent)
        # With O_APPEND, `faulthandler`, which writes to the same descriptor, appends as well.
        return FileIO(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600), "a+")

    def emit(self, record: logging.LogRecord) -> None:
        """Write a record; a full disk is ignored."""
        try:
            self._make_room()
            self.file.write(self.format(record).encode("utf-8", "backslashreplace") + b"\n")
        except OSError:  # there is nowhere else to report it
            pass

    def close(self) -> None:
        """Close the file, and delete it if it is empty."""
        if "file" in self.__dict__:
            self.file.close()
            _delete_empty(self.path)
        super().close()

    def _make_room(self) -> None:
        if os.fstat(self.file.fileno()).st_size < self._most:
            return
        self.file.seek(-self._most // 2, os.SEEK_END)
        newest = self.file.read().partition(b"\n")[2]
        self.file.truncate(0)
        self.file.write(newest)


class _Formatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        values = record.args if isinstance(record.args, tuple) else (record.args,)
        message = record.msg % tuple(map(_permitted, values)) if record.args else record.msg
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        return f"{stamp}Z {record.levelname.lower()} {record.threadName}: {message}"


def _permitted(value: object) -> object:
    """The value if it cannot contain the user's text, else its type."""
    return value if isinstance(value, Words | int | float) else type(value).__name__


class Log:
    """The log of this process, from now until `close`."""

    def __init__(self, folder: Path, *, debug: bool = False, errors_only: bool = False) -> None:
        """Start a file in `folder`; if it cannot be written, the program runs without.

        Args:
            folder: created if need be.
            debug: also print everything on standard error.
            errors_only: log only errors, and leave no file without one: for commands, which are many.
        """
        self._handlers: list[logging.Handler] = []
        self._faulthandler_was_enabled = faulthandler.is_enabled()
        self._level = _logger.level
        _logger.setLevel(logging.INFO)
        stamp = time.strftime("%Y%m%d-%H%M%S", time.gmtime())
        self.file = folder / f"{_PREFIX}{stamp}-{os.getpid()}{_SUFFIX}"
        handler = LogFile(self.file)
        self._add(handler, logging.ERROR if errors_only else logging.INFO)
        self._catch_crashes(handler)
        _sweep(folder, self.file)
        if debug:
            self._add(logging.StreamHandler(sys.stderr), logging.INFO)
        note(versions())

    def close(self) -> None:
        """Stop logging, and close the file."""
        faulthandler.disable()
        if self._faulthandler_was_enabled:
            with suppress(OSError, RuntimeError, ValueError):  # no standard error
                faulthandler.enable()
        for handler in self._handlers:
            _logger.removeHandler(handler)
            handler.close()
        _logger.setLevel(self._level)

    def _add(self, handler: logging.Handler, level: int) -> None:
        handler.setLevel(level)
        handler.setFormatter(_Formatter())
        _logger.addHandler(handler)
        self._handlers.append(handler)

    def _catch_crashes(self, handler: LogFile) -> None:
        with suppress(OSError):  # no room on the disk
            faulthandler.enable(handler.file)


def log_of(folder: Path, process: int | None = None) -> Path | None:
    """The newest log in `folder` that process number `process` wrote, or any process; None where there is none.

    Raises:
        OSError: the folder cannot be read, or is none.
    """
    pattern = f"{_PREFIX}*-{'*' if process is None else process}{_SUFFIX}"
    try:
        return max((path for path in folder.iterdir() if path.match(pattern)), default=None)
    except FileNotFoundError:  # nothing has been logged yet
        return None


def _sweep(folder: Path, own: Path) -> None:
    """Delete the empty logs of killed commands, and the oldest logs; their names begin with the time."""
    others = [path for path in sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}")) if path != own and not _runs(path)]
    for path in others:
        _delete_empty(path)
    for path in sorted(folder.glob(f"{_PREFIX}*{_SUFFIX}"))[:-_KEPT]:
        if path in others:
            _delete(path)


def _delete_empty(path: Path) -> None:
    with suppress(OSError):
        if not path.stat().st_size:
            _delete(path)


def _delete(path: Path) -> None:
    with suppress(OSError):  # on Windows a running process keeps its own open
        path.unlink(missing_ok=True)


def _runs(path: Path) -> bool:
    """Whether the process that writes the file still runs; False on Windows, which does not delete open files."""
    number = path.stem.rpartition("-")[2]
    if os.name != "posix" or not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is another user's
        return True
    return True


def without_places(text: str) -> str:
    """A log for others to read: what it tells of a crash names files by their whole paths, the user's name in them."""
    named = _FILE.sub(lambda match: f'{match[1]} "{_place(match[2]) if match[3] else _MASKED}"', text)
    return _below_home().sub(_MASKED, _REST_OF_FILE.sub(f'{_MASKED}"', named))


def _below_home() -> re.Pattern[str]:
    """The home folder and what follows on the line, as nothing tells where the path ends."""
    try:
        homes = [home for home in (Path.home(), Path.home().resolve()) if len(home.parts) > 1]
    except (RuntimeError, OSError):  # there is none
        homes = []
    written = {re.escape(each) for home in homes for path in (str(home), home.as_posix()) for each in _written(path)}
    return re.compile(rf"(?:{'|'.join(sorted(written)) or '(?!)'})(?!\w)[^\n]*", re.IGNORECASE)


def _written(path: str) -> tuple[str, str]:
    """A path as it is, and as `faulthandler` writes it."""
    return path, path.encode("ascii", "backslashreplace").decode("ascii")


def _type_of(error: BaseException) -> str:
    name = type(error)
    shown = f"{name.__module__}.{name.__qualname__}".removeprefix("builtins.")
    return f"{shown} errno={error.errno}" if isinstance(error, OSError) and error.errno else shown


@lru_cache(maxsize=1000)
def _place(file: str) -> str:
    """The path of a file relative to the program, or to its library; of any other file only the name."""
    path = Path(file)
    try:
        return path.resolve().relative_to(_ROOT).as_posix()
    except (ValueError, OSError):
        parts = path.parts
        library = max((number for number, part in enumerate(parts) if _LIBRARY.fullmatch(part)), default=None)
        return path.name if library is None else "/".join(parts[library + 1 :])
