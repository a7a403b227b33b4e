"""Asking a process of our own: it is killed when nobody waits for its answer any more."""

import subprocess
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from threading import Thread

from reader.errors import CancelledError

# How often to look whether the work has been cancelled.
_LOOK_S = 0.05
_AHEAD = b"AHEAD "
_MOST_DIGITS = 9


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
    told: Callable[[bytes], object] | None = None,
) -> Asked:
    """Start a process, give it the request as its input, and return what it answers.

    Args:
        command: see `reader.own_process.command`.
        request: its standard input.
        cancelled: asked every 50 ms.
        patience: for how many seconds to wait for it to say something; then it is killed, and what it said is all there
            is.
        told: gets what it says ahead of its answer, if anything, each time as soon as it does.

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
        return Asked(_answer(process, request, cancelled, patience, told), process.wait())


def _answer(
    process: "subprocess.Popen[bytes]",
    request: bytes,
    cancelled: Callable[[], bool],
    patience: float | None,
    told: Callable[[bytes], object] | None,
) -> bytes:
    exchange = _Exchange(process, request)
    heard = time.monotonic()
    try:
        while exchange.is_alive() and (patience is None or time.monotonic() < heard + patience):
            if cancelled():
                raise CancelledError
            exchange.join(_LOOK_S)
            for said in exchange.take_ahead():
                heard = time.monotonic()
                if told is not None:
                    told(said)
    finally:
        process.kill()
        exchange.join()
    return exchange.answer


def ahead(said: bytes) -> bytes:
    """What a process writes to say this ahead of its answer; it may say several things so, before anything else."""
    return b"%s%d\n%s" % (_AHEAD, len(said), said)


def _size_ahead(first: bytes) -> int:
    """How many bytes are said ahead, by the first line of all; 0 if none, or more than anybody says."""
    digits = first.removeprefix(_AHEAD).strip()
    return int(digits) if first.startswith(_AHEAD) and digits.isdigit() and len(digits) < _MOST_DIGITS else 0


class _Exchange(Thread):
    """Gives a process its request, and takes what it says, in threads: communicate() hands nothing over before the end.

    Attributes:
        answer: all that it said, but for what was said ahead; whole once the thread has ended.
    """

    def __init__(self, process: "subprocess.Popen[bytes]", request: bytes) -> None:
        super().__init__(daemon=True)
        self._process, self._request = process, request
        self.answer = b""
        self._ahead: deque[bytes] = deque()
        self.start()

    def run(self) -> None:
        assert self._process.stdout is not None
        sending = Thread(target=self._send, daemon=True)
        sending.start()
        first = self._process.stdout.readline()
        while size := _size_ahead(first):
            self._ahead.append(self._process.stdout.read(size))
            first = self._process.stdout.readline()
        self.answer = first + self._process.stdout.read()
        sending.join()

    def take_ahead(self) -> Iterator[bytes]:
        """What was said ahead, each thing once."""
        while self._ahead:
            yield self._ahead.popleft()

    def _send(self) -> None:
        assert self._process.stdin is not None
        with suppress(OSError), self._process.stdin as stdin:  # it may have ended without reading
            stdin.write(self._request)
