"""The process that reads files which come from outside: its memory and time are limited, and it may crash.

Its `main` is run by `reader.own_process`. The request is JSON on one line (`family`, `name`, `password`, `memory`
in bytes, `seconds`), then the bytes of the file. If it has `rewriting`, the file is written anew: so many bytes before
those of the file are a pickled `Rewriting`. The answer is `DOC` or `ERR`, a line end, and the pickled `Parsed` or
`Rewritten`, or the pickled class, template and values of the error. If the request has `began`, what a long document
begins with is said ahead of the answer (see `reader.exchange.ahead`), as a pickled `Parsed`.
"""

import json
import os
import pickle
import sys
import time
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reader.formats.parsed import Parsed

# Ended with this code if there is not enough memory.
NO_MEMORY_CODE = 43
_LOOK_S = 0.1


def answer(request: dict[str, Any], data: bytes) -> bytes:
    """The answer to a request."""
    from reader.errors import DocumentError
    from reader.gc_pause import gc_paused

    try:
        with gc_paused():
            done = _rewritten(request, data) if "rewriting" in request else _read(request, data)
    except DocumentError as error:
        message = error.message
        return b"ERR\n" + pickle.dumps((type(error).__name__, message.template, message.values))
    return b"DOC\n" + pickle.dumps(done, pickle.HIGHEST_PROTOCOL)


def _read(request: dict[str, Any], data: bytes) -> object:
    from reader.formats.families import parse_family

    began = _tell if request.get("began") else None
    return _clean(parse_family(request["family"], data, request["name"], request["password"], began))


def _clean(parsed: "Parsed") -> "Parsed":
    from reader.formats.finishing import clean

    return replace(parsed, paragraphs=tuple(map(clean, parsed.paragraphs)))


def _tell(beginning: "Parsed") -> None:
    """Say what a document begins with, while the rest is being read."""
    from reader.exchange import ahead

    sys.stdout.buffer.write(ahead(pickle.dumps(_clean(beginning), pickle.HIGHEST_PROTOCOL)))
    sys.stdout.buffer.flush()


def _rewritten(request: dict[str, Any], data: bytes) -> object:
    from reader.formats.families import rewrite_family

    length = request["rewriting"]
    rewriting = pickle.loads(data[:length])  # it comes from the program itself
    return rewrite_family(request["family"], data[length:], request["name"], rewriting, request["password"])


def main() -> None:
    """Answer one request."""
    request = json.loads(sys.stdin.buffer.readline())
    _limit(request["memory"], request["seconds"])
    sys.setrecursionlimit(3000)
    try:
        said = answer(request, sys.stdin.buffer.read())
    except MemoryError:
        os._exit(NO_MEMORY_CODE)
    sys.stdout.buffer.write(said)
    sys.stdout.buffer.flush()


def _limit(memory: int, seconds: int) -> None:
    """Have the system limit this process where it can; elsewhere it looks at itself."""
    if sys.platform in ("win32", "darwin"):  # macOS knows such limits and does not keep them
        Thread(target=_watch, args=(memory,), daemon=True).start()
        return
    import resource

    for what, most in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),  # nothing is written to any file
        (resource.RLIMIT_CORE, 0),  # it would hold the text
    ):
        _, allowed = resource.getrlimit(what)
        most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(what, (most, most))


def _watch(memory: int) -> None:
    while _used() < memory:
        time.sleep(_LOOK_S)
    os._exit(NO_MEMORY_CODE)


def _used() -> int:
    """The most memory, in bytes, that this process has used so far."""
    if sys.platform == "win32":
        return _used_on_windows()
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # in bytes on macOS


def _used_on_windows() -> int:
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = [
            ("cb", wintypes.DWORD),
            ("PageFaultCount", wintypes.DWORD),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
            *((name, ctypes.c_size_t) for name in ("PeakPaged", "Paged", "PeakNonPaged", "NonPaged")),
            *((name, ctypes.c_size_t) for name in ("PagefileUsage", "PeakPagefileUsage")),
        ]

    counters = Counters(cb=ctypes.sizeof(Counters))
    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
    kernel.GetCurrentProcess.restype = wintypes.HANDLE
    kernel.K32GetProcessMemoryInfo.argtypes = [wintypes.HANDLE, ctypes.POINTER(Counters), wintypes.DWORD]
    kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
    return int(counters.PeakPagefileUsage)
