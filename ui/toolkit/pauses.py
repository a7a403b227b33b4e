"""How long to wait before looking again at a file that goes on changing."""

from collections.abc import Collection
from pathlib import Path


class Pauses:
    """Pauses between looks at files that change: short ones first, then longer and longer ones.

    Whether one has come to rest is known by two looks, a short while apart; so every other pause stays short.
    """

    def __init__(self, least: int, most: int) -> None:
        """Pauses of at least and at most so many milliseconds."""
        self._least, self._most = least, most
        self._looks: dict[Path, int] = {}

    def after(self, path: Path) -> int:
        """The pause after another look at a file that has changed, in milliseconds."""
        looks = self._looks[path] = self._looks.get(path, -1) + 1
        return self.longer(path) if looks % 2 else self._least

    def longer(self, path: Path) -> int:
        """The pause that does not stay short."""
        return min(self._least << min(self._looks.get(path, 0) // 2, 16), self._most)

    def keep(self, paths: Collection[Path]) -> None:
        """Of other files nothing is known any more."""
        self._looks = {path: looks for path, looks in self._looks.items() if path in paths}
