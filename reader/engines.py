"""Engines that are already loaded, so that the next document need not wait for its model."""

import time
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from reader.argos import LanguagePackage, Packages
from reader.engine import Engine
from reader.errors import NoPackageError
from reader.pivot import Linking, Pivot


def opposite(packages: Sequence[LanguagePackage], installed: Packages) -> LanguagePackage | None:
    """The package of the opposite direction, with whose help words are linked; None for more than one package."""
    try:
        [package] = packages
        return installed.choose(package.target, package.source)
    except (ValueError, NoPackageError):
        return None


class Engines:
    """One loaded engine a package. For a single thread: the one that translates."""

    def __init__(self) -> None:
        """Nothing is loaded before it is asked for."""
        self._loaded: dict[Path, tuple[Engine, float]] = {}

    def get(self, packages: Sequence[LanguagePackage]) -> Linking:
        """What translates through `packages`, one after the other; loaded at the first call.

        Raises:
            PackageError: a model or tokenizer cannot be loaded.
        """
        engines: list[Linking] = [self._engine(package) for package in packages]
        return reduce(Pivot, engines)

    def for_links(
        self, packages: Sequence[LanguagePackage], installed: Packages
    ) -> tuple[Engine, Engine | None] | None:
        """The engine that links words and, if it is installed and does too, that of the opposite direction.

        None where several packages go through a language in between: they link while they translate.

        Raises:
            PackageError: a model or tokenizer cannot be loaded.
        """
        if len(packages) != 1:
            return None
        back = opposite(packages, installed)
        backward = self._engine(back) if back is not None else None
        return self._engine(packages[0]), backward if backward is not None and backward.links_words else None

    def unload_idle(self, seconds: float) -> None:
        """Give back the memory of engines that were not asked for in the last `seconds`."""
        deadline = time.monotonic() - seconds
        self._loaded = {path: (engine, used) for path, (engine, used) in self._loaded.items() if used > deadline}

    def _engine(self, package: LanguagePackage) -> Engine:
        engine = self._loaded[package.path][0] if package.path in self._loaded else Engine(package)
        self._loaded[package.path] = engine, time.monotonic()
        return engine
