"""Engines that are already loaded, so that the next document need not wait for its model."""

import time
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from reader.argos import LanguagePackage, Packages
from reader.engine import Engine
from reader.errors import NoPackageError, PackageError
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
        self._unusable: dict[LanguagePackage, PackageError] = {}
        self._told: set[Path] = set()

    def load(
        self, installed: Packages, source: str, target: str
    ) -> tuple[tuple[LanguagePackage, ...], Linking, PackageError | None]:
        """The best of the installed packages that really load for a direction, and what translates through them.

        A package of the user's that is broken or cannot be loaded is passed over while others lead to the
        target; the error says so, once.

        Raises:
            NoPackageError: no packages connect the two languages.
            PackageError: none of them can be loaded.
        """
        for package, error in self._unusable.items():
            installed = installed.without(package, error.message.clause())
        problem = self._broken(installed, source, target)
        while True:
            try:
                packages = installed.route(source, target)
            except NoPackageError as error:
                raise next(iter(self._unusable.values()), error) from None
            try:
                return packages, self.get(packages), problem
            except PackageError as error:
                bad = next(package for package in packages if package in self._unusable)
                installed, problem = installed.without(bad, error.message.clause()), error

    def get(self, packages: Sequence[LanguagePackage]) -> Linking:
        """What translates through `packages`, one after the other; loaded at the first call.

        Raises:
            PackageError: a model or tokenizer cannot be loaded.
        """
        engines: list[Linking] = [self._engine(package) for package in packages]
        return reduce(Pivot, engines)

    def _broken(self, installed: Packages, source: str, target: str) -> PackageError | None:
        """What to say of a broken package that something else has to stand in for."""
        serving = installed.serving(source, target)
        for broken in installed.broken_for(source, target):
            if all(package.starter for package in serving) and serving and broken.path not in self._told:
                self._told.add(broken.path)
                return PackageError(
                    "The package in “{folder}” cannot be used: {reason}.", folder=broken.path, reason=broken.reason
                )
        return None

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
        try:
            backward = self._engine(back) if back is not None else None
        except PackageError:
            backward = None
        return self._engine(packages[0]), backward if backward is not None and backward.links_words else None

    def unload_idle(self, seconds: float) -> None:
        """Give back the memory of engines that were not asked for in the last `seconds`."""
        deadline = time.monotonic() - seconds
        self._loaded = {path: (engine, used) for path, (engine, used) in self._loaded.items() if used > deadline}

    def _engine(self, package: LanguagePackage) -> Engine:
        engine = self._loaded[package.path][0] if package.path in self._loaded else None
        if engine is None or engine.package != package:  # another one may have come into its place
            engine = self._load(package)
        self._loaded[package.path] = engine, time.monotonic()
        return engine

    def _load(self, package: LanguagePackage) -> Engine:
        try:
            engine = Engine(package)
        except PackageError as error:
            self._unusable[package] = error
            raise
        self._unusable.pop(package, None)
        return engine
