"""The program's own small files: JSON that may be damaged, from another version or missing."""

import json
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import Any, Generic, TypeVar

from reader.files import TooLargeError, read_bytes
from reader.late_dataclasses import dataclass
from reader.log import caught

T = TypeVar("T")

# Default size limit in bytes; most files have less than a hundredth of it.
USUAL_LIMIT = 4_000_000
# More rows, and more of anything that is counted, than there are. JSON has numbers that nobody can compute with.
MOST_ROWS, MOST_COUNTED = 1_000_000_000, 1 << 62
# Most levels of nested containers; ours have five. What was read can then be encoded at any depth of the call stack.
_DEEPEST = 50
_NESTED = (dict, list)
# What parsing an unexpected value may raise.
_WRONG = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)


class State(Enum):
    """The outcome of reading a file."""

    READ = auto()
    MISSING = auto()
    UNREADABLE = auto()  # the system refuses it, or it is not a regular file
    DAMAGED = auto()  # its content is not as expected


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The result of `read_json` and `read_small`.

    Attributes:
        value: what was read, or the default.
        state: the outcome.
        error: the system's error if the file is unreadable.
    """

    value: T
    state: State
    error: OSError | None = None


def read_json(file: Path, parse: Callable[[Any], T], default: T, *, limit: int = USUAL_LIMIT) -> Found[T]:
    """Read a JSON file and parse its value. Never raises, never blocks.

    Args:
        file: a regular file.
        parse: takes the decoded value; if that is not as expected it may raise ValueError, TypeError, LookupError,
            AttributeError or OverflowError.
        default: the value if the file is missing, unreadable or damaged.
        limit: the most bytes allowed; a larger file counts as damaged.
    """
    return read_small(file, lambda data: parse(decode_json(data)), default, limit=limit)


def read_small(file: Path, parse: Callable[[bytes], T], default: T, *, limit: int = USUAL_LIMIT) -> Found[T]:
    """Like `read_json`, but `parse` takes the raw bytes."""
    try:
        return Found(parse(read_bytes(file, limit)), State.READ)
    except FileNotFoundError:
        return Found(default, State.MISSING)
    except (TooLargeError, *_WRONG) as error:
        caught(error, "reading a small file")
        return Found(default, State.DAMAGED)
    except OSError as error:
        caught(error, "reading a small file")
        return Found(default, State.UNREADABLE, error)


def decode_json(data: bytes) -> Any:
    """Decode JSON in UTF-8, with or without a byte order mark.

    Raises:
        ValueError: it is not JSON, or is nested too deep.
    """
    try:
        # The hook runs Python code, so that other threads get a turn while a large file is decoded.
        value = json.loads(data.decode("utf-8-sig"), object_hook=_as_it_is)
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    _check_depth(value)
    return value


def _as_it_is(value: dict[str, Any]) -> dict[str, Any]:
    return value


def _check_depth(value: Any) -> None:
    level: list[Any] = [value]
    for _ in range(_DEEPEST):
        level = [inner for outer in level for inner in _inside(outer) if isinstance(inner, _NESTED)]
        if not level:
            return
    raise ValueError("nested too deep")


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def json_object(value: Any) -> dict[str, Any]:
    """`value` if it is a JSON object, else raises ValueError."""
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value


def row_in(value: int) -> int:
    """The index of a row that a decoded value is; 0 for one that no document has.

    Raises:
        ValueError: it is negative.
    """
    if value < 0:
        raise ValueError("no row")
    return value if value < MOST_ROWS else 0


def set_aside(file: Path) -> Path:
    """Move a damaged file to the first free name of NAME.damaged.json, NAME.damaged-2.json and so on.

    Raises:
        OSError: it cannot be moved.
    """
    for number in count(1):
        kept = file.with_suffix(f".damaged{file.suffix}" if number == 1 else f".damaged-{number}{file.suffix}")
        with suppress(FileExistsError):
            kept.touch(mode=0o600, exist_ok=False)  # reserves the name
            break
    try:
        return file.replace(kept)
    except OSError:
        kept.unlink()
        raise
