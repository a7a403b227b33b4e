"""Unexpected errors: written to the log, and reported once."""

import sys
import threading
from collections import Counter
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from reader import log

# A fault in painting can occur sixty times a second: for each place, the occurrences that are logged.
_WRITTEN = frozenset({1, 10, 100, 1000, 10_000})


class Faults(QObject):
    """While installed, receives every uncaught exception, on any thread."""

    told = Signal(str)  # its type and frames, without a message; once for each place in the code

    def __init__(self) -> None:
        """Not installed yet."""
        super().__init__()
        self._seen: Counter[str] = Counter()
        self._lock = threading.Lock()
        self._before = sys.excepthook, threading.excepthook

    def install(self) -> None:
        """Replace the hooks that print uncaught exceptions, including their messages, to the terminal."""
        self._before = sys.excepthook, threading.excepthook
        sys.excepthook, threading.excepthook = self._on_uncaught, self._on_uncaught_in_thread

    def uninstall(self) -> None:
        """Restore the previous hooks."""
        sys.excepthook, threading.excepthook = self._before

    def _on_uncaught(self, _type: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        self.hear(error)

    def _on_uncaught_in_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.hear(args.exc_value)

    def hear(self, error: BaseException) -> None:
        """Log the error, and report it if it is the first at its place. For any thread."""
        place = log.described(error)
        with self._lock:
            self._seen[place] += 1
            times = self._seen[place]
        if times in _WRITTEN:
            log.caught(error, "something unexpected")
        if times == 1:
            self.told.emit(place)
