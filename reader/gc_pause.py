"""Pausing Python's garbage collector while many long-lived objects are created."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


def stop_collector() -> None:
    """Stop the collector until somebody enables it.

    For a start of the program, which creates hardly any garbage; its window has a collector of its own.
    """
    gc.disable()


def freeze_existing_objects() -> None:
    """Exclude all objects that exist now from future collections.

    For use after a large document was read, and once the program has started: each full collection over a million
    long-lived objects stops every thread for a tenth of a second or more. Reference counting still frees them.
    """
    gc.freeze()


def collect_all() -> None:
    """Collect all garbage, also of objects that were excluded; nothing is excluded after that."""
    gc.unfreeze()
    gc.collect()


@contextmanager
def gc_paused() -> Iterator[None]:
    """Pause the collector during the block, which creates objects of which none is garbage.

    A document has some 100,000 links and tokens; while they are created, collections take half the time. Only for
    work of well under a second, since the pause affects the whole process.
    """
    _rests.begin()
    try:
        yield
    finally:
        _rests.end()


def is_at_rest() -> bool:
    """Whether some thread has paused the collector."""
    return _rests.count > 0


class _Rests:
    """Counts the pauses in effect; after the last one the collector is enabled if it was before the first."""

    def __init__(self) -> None:
        self.count = 0
        self._was_enabled = False
        self._lock = Lock()

    def begin(self) -> None:
        with self._lock:
            if self.count == 0:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self.count += 1

    def end(self) -> None:
        with self._lock:
            self.count -= 1
            if self.count == 0 and self._was_enabled:
                gc.enable()


_rests = _Rests()
