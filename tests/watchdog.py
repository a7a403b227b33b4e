"""Reports the slots, and the overrides of Qt's methods, that block the event loop for too long.

Everything that Qt calls is wrapped by `ui.toolkit.guard.guarded`; `watch` makes that measure time too, and must be
called before anything in `ui` is imported. The summary of a run lists slow calls with their tests. No test fails for
them, since everything may be slow on a busy machine; the CPU time, reported too, tells the two apart.
"""

import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial, wraps
from typing import ParamSpec, TypeVar

from ui.toolkit import guard

LIMIT_MS = 100
PROPERTY = "kept the event loop"

_P = ParamSpec("_P")
_R = TypeVar("_R")


@dataclass(frozen=True, slots=True, order=True)
class SlowCall:
    """A call that took too long: milliseconds of clock time and of CPU time, and what was called."""

    clock: float
    processor: float
    slot: str

    def __str__(self) -> str:
        """As in the summary."""
        return f"{self.clock:.0f} ms ({self.processor:.0f} ms computing) {self.slot}"


class Watchdog:
    """Times the outermost calls on the thread that it was made on."""

    def __init__(self, limit_ms: float = LIMIT_MS) -> None:
        """Report what takes longer than `limit_ms` of clock time."""
        self._limit_ms = limit_ms
        self._thread = threading.get_ident()
        self._within = False
        self._held: list[SlowCall] = []

    def clocked(self, function: Callable[_P, _R]) -> Callable[_P, _R]:
        """`function`, timed."""

        @wraps(function)
        def call(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            if self._within or threading.get_ident() != self._thread:
                return function(*args, **kwargs)
            self._within = True
            clock, processor = time.perf_counter(), time.thread_time()
            try:
                return function(*args, **kwargs)
            finally:
                self._within = False
                self._note(function, time.perf_counter() - clock, time.thread_time() - processor)

        return call

    def _note(self, function: Callable[..., object], clock: float, processor: float) -> None:
        if 1000 * clock > self._limit_ms:
            named = function.func if isinstance(function, partial) else function
            slot = f"{named.__module__}.{getattr(named, '__qualname__', type(named).__qualname__)}"
            self._held.append(SlowCall(1000 * clock, 1000 * processor, slot))

    def take(self) -> list[SlowCall]:
        """What was too slow since the last call."""
        held, self._held = self._held, []
        return held


# For the thread that the tests run on.
watchdog = Watchdog()


def watch(watchdog: Watchdog) -> None:
    """Time everything that is guarded from now on."""
    unwatched = guard.guarded

    def guarded(function: Callable[_P, _R]) -> Callable[_P, _R]:
        return unwatched(watchdog.clocked(function))

    guard.guarded = guarded


def summary(properties: Iterable[tuple[str, str, object]], most: int = 20) -> list[str]:
    """The lines of the summary, slowest first, from (test, name of property, value)."""
    told = sorted(((value, test) for test, name, value in properties if name == PROPERTY), reverse=True, key=_clock)
    lines = [f"{value} in {test}" for value, test in told[:most]]
    return [*lines, f"… and {len(told) - most} more"] if len(told) > most else lines


def _clock(told: tuple[object, str]) -> float:
    return float(str(told[0]).split(" ", 1)[0])
