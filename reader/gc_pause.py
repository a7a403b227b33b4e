"""A rest for Python's garbage collector while many objects are made that all stay."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock


def spare_what_is_there() -> None:
    """Let the collector never look again through the objects that there are now.

    For after a large document was read: each full look through a million objects that stay stops every thread
    for a tenth of a second or more. They are freed all the same when nobody refers to them any longer.
    """
    gc.freeze()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the collector from looking, over and over, through objects of which none is garbage.

    A document has some 100,000 links and tokens; while they are made, looking takes half the time. Only for
    work of well under a second: the whole process goes without.
    """
    _rests.begin()
    try:
        yield
    finally:
        _rests.end()


def is_at_rest() -> bool:
    """Whether some thread keeps the collector from looking."""
    return _rests.count > 0


class _Rests:
    """How many threads want it to rest; the last one to end wakes it, if it was awake before the first."""

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
