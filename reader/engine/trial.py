"""Whether a package works: it is tried in a process of its own, because a damaged model may crash it or hang.

What that process does is in `trial_process`.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from reader import log
from reader.own_process import command
from reader.packages import Outcome

# Without a sign of life for so long it hangs. The longest step, choosing the attention to read, takes some ten seconds
# with the official packages.
_SILENCE_S = 60.0
_LOOK_S = 0.05
# A process that was killed is gone at once, unless it waits for a disk that does not answer.
_GONE_S = 1.0

# Exit codes of the process; a Python that cannot even run it exits with 1 or 2.
PASSED_CODE, FAILED_CODE, UNSURE_CODE = 0, 40, 41

_CRASHES = ("SIGSEGV", "SIGABRT", "SIGFPE", "SIGBUS", "SIGILL", "SIGTRAP", "SIGSYS")
# On Windows the exit code of a crash is an NTSTATUS. These are not the model's fault: no memory, a library that is
# not found or does not start, Ctrl+C, and the limit of virtual memory.
_FIRST_FAULT = 0xC0000000
_OTHER_FAULTS = {0xC0000017, 0xC0000135, 0xC0000142, 0xC000013A, 0xC000012D}
# What libraries say before they abort for lack of memory.
NO_MEMORY = ("bad_alloc", "failed to allocate")


def try_out(folder: Path, attention: Path, cancelled: Callable[[], bool]) -> Outcome:
    """Use the package in `folder` in every way that the program does.

    The attention to read is measured on the way, and the choice saved in the folder `attention`. `cancelled` is asked
    every 50 ms; if it returns True the process is killed.
    """
    try:
        with tempfile.TemporaryFile() as output:
            return _outcome(_ended(start(folder, attention, output), output, cancelled), output)
    except OSError as error:
        log.caught(error, "starting the trial of a package")
        return Outcome.UNSURE


def start(folder: Path, attention: Path, output: IO[bytes]) -> "subprocess.Popen[bytes]":
    """Start the process that tries the package in `folder`; its output, a byte a step, goes to `output`.

    Raises:
        OSError: it cannot be started.
    """
    return subprocess.Popen(
        command("reader.engine.trial_process", str(folder.absolute()), str(attention.absolute())),
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would open one for a moment
    )


def _ended(process: "subprocess.Popen[bytes]", output: IO[bytes], cancelled: Callable[[], bool]) -> int | Outcome:
    """The exit code of the process, or why it was killed."""
    said, deadline = 0, time.monotonic() + _SILENCE_S
    try:
        while process.poll() is None:
            if cancelled():
                return Outcome.CANCELLED
            if (now_said := _size(output)) > said:
                said, deadline = now_said, time.monotonic() + _SILENCE_S
            if time.monotonic() > deadline:
                return Outcome.HUNG
            time.sleep(_LOOK_S)
        return process.returncode
    finally:
        _end(process)


def _size(file: IO[bytes]) -> int:
    return os.fstat(file.fileno()).st_size


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    try:
        process.wait(_GONE_S)
    except subprocess.TimeoutExpired as error:
        log.caught(error, "ending the trial of a package")


def _outcome(end: int | Outcome, output: IO[bytes]) -> Outcome:
    if isinstance(end, Outcome):
        return end
    if end in (PASSED_CODE, FAILED_CODE):
        return Outcome.PASSED if end == PASSED_CODE else Outcome.FAILED
    output.seek(0)
    said = output.read().decode("ascii", "replace")
    for_memory = any(words in said for words in NO_MEMORY)
    return Outcome.FAILED if _is_crash(end) and not for_memory else Outcome.UNSURE


def _is_crash(code: int) -> bool:
    if code < 0:  # a signal's number, on all systems but Windows
        return any(-code == getattr(signal, name, None) for name in _CRASHES)
    return code % (1 << 32) >= _FIRST_FAULT and code % (1 << 32) not in _OTHER_FAULTS
