"""Engines that are already loaded, so that the next document need not wait for its model."""

from pathlib import Path

from reader.argos import find_packages
from reader.engine import Engine


class Engines:
    """One loaded engine a direction. For a single thread: the one that translates."""

    def __init__(self) -> None:
        """Nothing is loaded before it is asked for."""
        self._loaded: dict[Path, Engine] = {}

    def get(self, source: str, target: str) -> Engine:
        """The engine for a direction (language codes), loaded at the first call.

        The packages are looked for anew each time, so that one that was just installed is used.

        Raises:
            NoPackageError: no installed package translates this pair.
            PackageError: its model or tokenizer cannot be loaded.
        """
        package = find_packages().choose(source, target)
        if package.path not in self._loaded:
            self._loaded[package.path] = Engine(package)
        return self._loaded[package.path]
