"""The program's own small files: JSON that may be damaged, from another version, or not there at all."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import Any, Generic, TypeVar

from reader.files import TooLargeError, read_bytes
from reader.log import caught

T = TypeVar("T")

# Bytes that such a file may have if nothing else is said; most have less than a hundredth.
USUAL_LIMIT = 4_000_000
# Containers within containers; ours have five. What was read can be written again however deep the program is in.
_DEEPEST = 50
# What reading a value that is other than expected raises.
_WRONG = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)


class State(Enum):
    """What was found of a file."""

    READ = auto()
    MISSING = auto()
    UNREADABLE = auto()  # the system does not give it, or something else is in its place
    DAMAGED = auto()  # it is not what it should be


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """What `read_json` and `read_small` give.

    Attributes:
        value: what was read, or the default.
        state: whether it was.
        error: why the system did not give the file, if so.
    """

    value: T
    state: State
    error: OSError | None = None


def read_json(file: Path, parse: Callable[[Any], T], default: T, *, limit: int = USUAL_LIMIT) -> Found[T]:
    """What `parse` makes of the JSON in a file. Never raises, never waits.

    Args:
        file: an ordinary file.
        parse: takes the decoded value; where that is not what it should be it may raise ValueError, TypeError,
            LookupError, AttributeError or OverflowError.
        default: the value where the file is missing, unreadable or damaged.
        limit: bytes that it may have; a larger one counts as damaged.
    """
    return read_small(file, lambda data: parse(decode_json(data)), default, limit=limit)


def read_small(file: Path, parse: Callable[[bytes], T], default: T, *, limit: int = USUAL_LIMIT) -> Found[T]:
    """The same of a file whose bytes `parse` takes, as they are."""
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
    """The value that JSON in UTF-8 stands for.

    Raises:
        ValueError: it is none, or nested deeper than anybody would.
    """
    try:
        # The hook lets other threads get on, which else would wait until all of a large file is decoded.
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
        level = [inner for outer in level for inner in _inside(outer) if isinstance(inner, dict | list)]
        if not level:
            return
    raise ValueError("nested too deep")


def _inside(value: Any) -> Any:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def json_object(value: Any) -> dict[str, Any]:
    """`value` if it is an object of JSON; raises ValueError."""
    if not isinstance(value, dict):
        raise ValueError("no object")
    return value


def set_aside(file: Path) -> Path:
    """Move a damaged file to the first free name of NAME.damaged.json, NAME.damaged-2.json and so on.

    Raises:
        OSError: it cannot be moved.
    """
    for number in count(1):
        kept = file.with_suffix(f".damaged{file.suffix}" if number == 1 else f".damaged-{number}{file.suffix}")
        with suppress(FileExistsError):
            kept.touch(mode=0o600, exist_ok=False)  # so that nobody else takes the name
            break
    try:
        return file.replace(kept)
    except OSError:
        kept.unlink()
        raise
