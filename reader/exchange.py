"""Asking a process of our own: it is killed when nobody waits for its answer any more."""

import subprocess
import time
from collections.abc import Callable, Sequence
from threading import Thread

from reader.errors import CancelledError

# How often to look whether the work has been cancelled.
_LOOK_S = 0.05


class Asked:
    """A process that has been asked: what it said, and the code that it ended with."""

    def __init__(self, answer: bytes, code: int) -> None:
        self.answer, self.code = answer, code


def ask(
    command: Sequence[str],
    request: bytes,
    cancelled: Callable[[], bool] = lambda: False,
    *,
    patience: float | None = None,
) -> Asked:
    """Start a process, give it the request as its input, and return what it answers.

    Args:
        command: see `reader.own_process.command`.
        request: its standard input.
        cancelled: asked every 50 ms.
        patience: for how many seconds to wait; then it is killed, and what it said is all there is.

    Raises:
        CancelledError: `cancelled` returned True; the process is gone.
        OSError: it could not be started.
    """
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a crash may print the user's text
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with process:
        return Asked(_answer(process, request, cancelled, patience), process.wait())


def _answer(
    process: "subprocess.Popen[bytes]", request: bytes, cancelled: Callable[[], bool], patience: float | None
) -> bytes:
    answers: list[bytes] = []
    # In a thread, since communicate() with a timeout loses unsent input (CPython 3.11).
    exchange = Thread(target=lambda: answers.append(process.communicate(request)[0]), daemon=True)
    exchange.start()
    end = None if patience is None else time.monotonic() + patience
    try:
        while exchange.is_alive() and (end is None or time.monotonic() < end):
            if cancelled():
                raise CancelledError
            exchange.join(_LOOK_S)
    finally:
        process.kill()
        exchange.join()
    return b"".join(answers)
