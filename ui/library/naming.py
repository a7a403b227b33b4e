"""What tells documents of the same title apart."""

import os
from collections import Counter
from pathlib import Path

from reader.paths import is_pasted
from ui.toolkit.one_line import one_line

_SEPARATOR = " – "
# Names at the end of a path that are compared; where that is not enough the whole is shown.
_MOST = 3


class Distinctions:
    """Counts titles with their files: of the same title, a document is told by its file, if need be with folders.

    Its work for a document does not grow with their number.
    """

    def __init__(self) -> None:
        """No titles yet."""
        self._counts = Counter[tuple[str, str]]()  # by a title and the end of a path, "" for the title alone

    def count(self, title: str, path: Path, by: int = 1) -> bool:
        """Count a title of a file once more, or with -1 once less; returns whether others have the title too."""
        for end in ("", *_ends(path)):
            self._counts[title, end] += by
            if not self._counts[title, end]:
                del self._counts[title, end]
        return self._counts[title, ""] > (by > 0)

    def of(self, title: str, path: Path) -> str:
        """What tells a document from others of the same title, or "": the least of its path that others do not have."""
        if self._counts[title, ""] < 2 or is_pasted(path):
            return ""
        ends = (end for end in _ends(path) if self._counts[title, end] < 2)
        return one_line(next(ends, str(path)))


def with_distinction(title: str, distinction: str) -> str:
    """A document's title, with what tells it from others of the same title, if anything."""
    return f"{title}{_SEPARATOR}{distinction}" if distinction else title


def _ends(path: Path) -> list[str]:
    """The name of a file, that with its folder's, and that with the one above."""
    # There are thousands at once: `Path.parent` would make as many paths.
    parts = str(path).rsplit(os.sep, _MOST)[-_MOST:]
    return ["/".join(parts[-count:]) for count in range(1, _MOST + 1)]
