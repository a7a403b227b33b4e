"""The process that reads files which come from outside: its memory and time are limited, and it may crash.

Its `main` is run by `reader.own_process`. The request is JSON on one line (`family`, `name`, `password`, `memory`
in bytes, `seconds`), then the bytes of the file. If it has `rewriting`, the file is written anew: so many bytes before
those of the file are a pickled `Rewriting`. The answer is `DOC` or `ERR`, a line end, and the pickled `Parsed` or
`Rewritten`, or the pickled class, template and values of the error. If the request has `began`, what a long document
begins with is said ahead of the answer (see `reader.exchange.ahead`), as a pickled `Parsed`. Before each page that is
recognised, its number and that of all pages are said so, as a pickled tuple; twice the seconds are then for that page.
"""

import json
import os
import pickle
import sys
import time
from dataclasses import replace
from functools import partial
from math import ceil
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

    began = (lambda beginning: _tell(_clean(beginning))) if request.get("began") else None
    password, recognising = request["password"], partial(_recognising, request["seconds"])
    return _clean(parse_family(request["family"], data, request["name"], password, began, recognising))


def _clean(parsed: "Parsed") -> "Parsed":
    from reader.formats.finishing import clean

    return replace(parsed, paragraphs=tuple(map(clean, parsed.paragraphs)))


def _recognising(seconds: int, number: int, count: int) -> None:
    """Say that a page is being recognised, for which there are twice as many seconds: see `pdf.scans`."""
    _allow(2 * seconds)
    _tell((number, count))


def _tell(what: object) -> None:
    """Say something while the rest is being read."""
    from reader.exchange import ahead

    sys.stdout.buffer.write(ahead(pickle.dumps(what, pickle.HIGHEST_PROTOCOL)))
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
        (resource.RLIMIT_FSIZE, 0),  # nothing is written to any file
        (resource.RLIMIT_CORE, 0),  # it would hold the text
    ):
        _, allowed = resource.getrlimit(what)
        most = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(what, (most, most))
    _allow(seconds)


def _allow(seconds: int) -> None:
    """Have the system end this process, where it can, once it has used so many further seconds of the processor."""
    if sys.platform in ("win32", "darwin"):
        return
    import resource

    _, allowed = resource.getrlimit(resource.RLIMIT_CPU)
    until = ceil(time.process_time()) + seconds
    until = until if allowed == resource.RLIM_INFINITY else min(until, allowed)
    resource.setrlimit(resource.RLIMIT_CPU, (until, allowed))


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
