"""Documents whose pages were recognised, which takes seconds a page: read again, they are there at once.

In memory only, as long as the program runs: what is stored of a text is for the user to delete, and this is not.
"""

from collections import OrderedDict
from hashlib import blake2b
from threading import Lock

from reader.formats.parsed import Parsed

# Together so many pages, a few megabytes.
_MOST_PAGES = 1000


class Kept:
    """What was read of files, by their bytes and the passwords that opened them."""

    def __init__(self) -> None:
        """Nothing."""
        self._lock = Lock()
        self._parsed: OrderedDict[bytes, Parsed] = OrderedDict()

    def of(self, data: bytes, password: str) -> Parsed | None:
        """What was read of a file with these bytes, if its pages were recognised and it was kept."""
        if not self._parsed:  # as for nearly all users
            return None
        key = _key(data, password)
        with self._lock:
            if key in self._parsed:
                self._parsed.move_to_end(key)
            return self._parsed.get(key)

    def keep(self, data: bytes, password: str, parsed: Parsed) -> None:
        """Keep what was read, if pages were recognised, instead of what has not been asked for the longest time."""
        if parsed.recognition is None:
            return
        key = _key(data, password)
        with self._lock:
            self._parsed[key] = parsed
            while len(self._parsed) > 1 and sum(map(_pages, self._parsed.values())) > _MOST_PAGES:
                self._parsed.popitem(last=False)


def _key(data: bytes, password: str) -> bytes:
    return blake2b(data, key=blake2b(password.encode("utf-8", "replace")).digest()).digest()


def _pages(parsed: Parsed) -> int:
    return parsed.recognition.pages if parsed.recognition is not None else 0


KEPT = Kept()
