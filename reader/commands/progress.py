"""A line on standard error that shows how far the work is, if that is a terminal."""

import sys
import time

_OFTEN_S = 0.1


class ProgressLine:
    """Shown ten times a second at most, each time in place of what it showed before."""

    def __init__(self) -> None:
        """Nothing is shown yet."""
        self._shown = 0.0
        self._visible = sys.stderr.isatty()

    def show(self, words: str) -> None:
        """Show `words`."""
        now = time.monotonic()
        if self._visible and now - self._shown > _OFTEN_S:
            self._shown = now
            print(f"\r{words}\033[K", end="", file=sys.stderr, flush=True)

    def close(self) -> None:
        """Clear the line, if there is one."""
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
