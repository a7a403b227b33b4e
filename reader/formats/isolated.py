"""Reading files in a process of their own, which is killed when it takes too long, and may crash."""

import io
import json
import pickle
import subprocess
import threading
import time
from collections.abc import Callable
from typing import Any

from reader import errors
from reader.errors import CancelledError, DocumentError, UnfitError
from reader.formats.parsed import Parsed
from reader.formats.reading_process import NO_MEMORY_CODE
from reader.formats.zipped import too_large
from reader.own_process import command

# A book of 1,500 pages takes some 400 MB and ten seconds.
_MEMORY = 2 * 1024**3
# Of the processor, where the system counts that; and of waiting, where others keep the machine busy.
_SECONDS, _PATIENCE_S = 60, 180
_LOOK_S = 0.05
# What the answer may be made of: the values of a document and of messages, and nothing that does anything.
_ALLOWED = {
    "builtins": frozenset({"frozenset", "set"}),
    "collections": frozenset({"Counter"}),
    "reader.errors": frozenset({"Message"}),
    "reader.formats.parsed": frozenset({"Parsed"}),
    "reader.text.document": frozenset({"Figure", "Kind", "Mark", "MarkKind", "Paragraph"}),
    "reader.text.structure": frozenset({"Box", "BoxKind", "Cell"}),
}


def parse_isolated(family: str, data: bytes, name: str, cancelled: Callable[[], bool] = lambda: False) -> Parsed:
    """Read the bytes of a file of this family; see `parse_family`. `cancelled` is asked every 50 ms.

    Raises:
        CancelledError: it returned True; the process is gone.
        DocumentError: they cannot be read, or not within the limits of time and memory.
    """
    request = {"family": family, "name": name, "memory": _MEMORY, "seconds": _SECONDS}
    try:
        process = subprocess.Popen(
            command("reader.formats.reading_process"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a crash may print the user's text
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise DocumentError("“{name}” cannot be read: no process could be started for it.", name=name) from error
    with process:
        said = _answer(process, json.dumps(request).encode() + b"\n" + data, cancelled)
    kind, _, content = said.partition(b"\n")
    if process.returncode == NO_MEMORY_CODE:
        raise too_large(name)
    if kind not in (b"DOC", b"ERR"):
        raise _ended_early(name)
    return _parsed(kind, content, name)


def _answer(process: "subprocess.Popen[bytes]", request: bytes, cancelled: Callable[[], bool]) -> bytes:
    answers: list[bytes] = []
    # In a thread, since communicate() with a timeout loses unsent input (CPython 3.11).
    exchange = threading.Thread(target=lambda: answers.append(process.communicate(request)[0]), daemon=True)
    exchange.start()
    end = time.monotonic() + _PATIENCE_S
    try:
        while exchange.is_alive() and time.monotonic() < end:
            if cancelled():
                raise CancelledError
            exchange.join(_LOOK_S)
    finally:
        process.kill()
        exchange.join()
    return b"".join(answers)


def _parsed(kind: bytes, content: bytes, name: str) -> Parsed:
    try:
        found = _Reader(io.BytesIO(content)).load()
        if kind == b"ERR":
            found = _error(*found)
    except Exception as error:
        raise _ended_early(name) from error
    if isinstance(found, DocumentError):
        raise found
    if not isinstance(found, Parsed):
        raise _ended_early(name)
    return found


def _error(kind: str, template: str, values: dict[str, object]) -> DocumentError:
    made = getattr(errors, kind, DocumentError)
    error = made(template, **values) if isinstance(made, type) and issubclass(made, DocumentError) else None
    return error or DocumentError(template, **values)


def _ended_early(name: str) -> UnfitError:
    return UnfitError(
        "“{name}” cannot be read: it is damaged, or larger than any document. "
        "Open it in the program that it was made with, save it anew, and open that.",
        name=name,
    )


class _Reader(pickle.Unpickler):
    """Makes objects of known classes only: who took the other process over has not taken this one."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of an object."""
        if name in _ALLOWED.get(module, ()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)
