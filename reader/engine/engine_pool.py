"""Loaded engines, so that the next document need not wait for its model."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import NoPackageError, PackageError
from reader.heap import give_back
from reader.packages import LanguagePackage, Packages, fingerprint, own_outcomes
from reader.parallel import not_cancelled

if TYPE_CHECKING:
    from reader.engine.engine import Engine
    from reader.engine.pivot import LinkingTranslator


def opposite(packages: Sequence[LanguagePackage], installed: Packages) -> LanguagePackage | None:
    """The package of the opposite direction, which helps to link words; None if there is none, or for several."""
    try:
        [package] = packages
        return installed.choose(package.target, package.source)
    except (ValueError, NoPackageError):
        return None


class Engines:
    """One loaded engine for each package. For a single thread: the one that translates."""

    def __init__(self) -> None:
        """Nothing is loaded until needed."""
        self._loaded: dict[Path, tuple[Engine, float]] = {}
        # The fingerprint of a package that cannot be used, and why it cannot.
        self._unusable: dict[LanguagePackage, tuple[str, PackageError]] = {}
        self._told: set[Path] = set()

    def load(
        self, installed: Packages, source: str, target: str, cancelled: Callable[[], bool] = not_cancelled
    ) -> "tuple[tuple[LanguagePackage, ...], LinkingTranslator, PackageError | None]":
        """The best installed packages that load for a direction, their engine, and an error to report or None.

        A user's package that is broken, fails its trial or cannot be loaded is skipped if others reach the
        target; the error says so, once.

        Args:
            installed: the packages to choose from.
            source: the language of the texts.
            target: the language of the translations.
            cancelled: asked every 50 ms while a package is tried, which takes some seconds.

        Raises:
            NoPackageError: no packages connect the two languages.
            PackageError: none of them can be used.
            CancelledError: `cancelled` returned True.
        """
        usable = self.usable(installed)
        problem = self._broken(usable, source, target) or self._untold(installed, usable, source, target)
        while True:
            try:
                packages = usable.route(source, target)
            except NoPackageError as error:
                bad = self._left_out(installed, usable, source, target)
                raise self._unusable[bad][1] if bad is not None else error from None
            try:
                return packages, self.get(packages, cancelled), problem
            except PackageError as error:
                bad = next(package for package in packages if package in self._unusable)
                usable, problem = usable.without(bad, error.message.clause()), error
                self._told.add(bad.path)

    def load_ahead(self, installed: Packages, source: str, target: str, cancelled: Callable[[], bool]) -> None:
        """Load what `load` would; what goes wrong is told by that.

        Raises:
            CancelledError: `cancelled` returned True.
        """
        with suppress(PackageError):
            self.get(self.usable(installed).route(source, target), cancelled)

    def usable(self, installed: Packages) -> Packages:
        """The installed packages without those that were found not to work and have not changed since."""
        for package in installed.usable:
            if package in self._unusable:
                mark, error = self._unusable[package]
                if mark == fingerprint(package):
                    installed = installed.without(package, error.message.clause())
        return installed

    def _left_out(self, installed: Packages, usable: Packages, source: str, target: str) -> LanguagePackage | None:
        """The first package on the route from `source` to `target` that was found not to work."""
        try:
            packages = installed.route(source, target)
        except NoPackageError:
            return None
        return next((package for package in packages if package not in usable.usable), None)

    def _untold(self, installed: Packages, usable: Packages, source: str, target: str) -> PackageError | None:
        """The error, unless reported, of a package that was found not to work when it was only to help link words."""
        bad = self._left_out(installed, usable, source, target)
        if bad is None or bad.path in self._told:
            return None
        self._told.add(bad.path)
        return self._unusable[bad][1]

    def get(
        self, packages: Sequence[LanguagePackage], cancelled: Callable[[], bool] = not_cancelled
    ) -> "LinkingTranslator":
        """The engine that translates through `packages` in turn; they are tried and loaded at the first call.

        Raises:
            PackageError: one of them does not work, or its model or tokenizer cannot be loaded.
            CancelledError: `cancelled` returned True.
        """
        engines = [self._engine(package, cancelled) for package in packages]
        if len(engines) == 1:
            return engines[0]
        from reader.engine.pivot import Pivot

        *legs, last = (engine.leg() for engine in engines)
        return Pivot(_in_a_row(legs), last, (packages[0].source, packages[-1].target))

    def _broken(self, installed: Packages, source: str, target: str) -> PackageError | None:
        """The error, unless reported, of a broken package that only starter packages can replace."""
        serving = installed.serving(source, target)
        for broken in installed.broken_for(source, target):
            if all(package.starter for package in serving) and serving and broken.path not in self._told:
                self._told.add(broken.path)
                return PackageError(
                    "The package in “{folder}” cannot be used: {reason}.", folder=broken.path, reason=broken.reason
                )
        return None

    def both(
        self, packages: Sequence[LanguagePackage], installed: Packages, cancelled: Callable[[], bool] = not_cancelled
    ) -> "tuple[Engine, Engine | None] | None":
        """The engine of a package and, if one is installed, that of the opposite direction; None for several packages.

        Raises:
            PackageError: the package does not work, or its model or tokenizer cannot be loaded.
            CancelledError: `cancelled` returned True.
        """
        if len(packages) != 1:
            return None
        backward = self._backward(packages, self.usable(installed), cancelled)
        return self._engine(packages[0], cancelled), backward

    def for_links(
        self, packages: Sequence[LanguagePackage], installed: Packages, cancelled: Callable[[], bool] = not_cancelled
    ) -> "tuple[Engine, Engine | None] | None":
        """As `both`, without an engine of the opposite direction that does not link words.

        None for several packages, which go through a pivot language: they link while they translate.
        """
        both = self.both(packages, installed, cancelled)
        if both is None or both[1] is None or both[1].links_words:
            return both
        return both[0], None

    def _backward(
        self, packages: Sequence[LanguagePackage], installed: Packages, cancelled: Callable[[], bool]
    ) -> "Engine | None":
        """The engine of the best package of the opposite direction that works."""
        while (back := opposite(packages, installed)) is not None:
            try:
                return self._engine(back, cancelled)
            except PackageError as error:  # only a help: reported once it is needed to translate
                installed = installed.without(back, error.message.clause())
        return None

    def unload_idle(self, seconds: float) -> None:
        """Unload engines that were not used in the last `seconds`."""
        deadline = time.monotonic() - seconds
        used_lately = {path: (engine, used) for path, (engine, used) in self._loaded.items() if used > deadline}
        if len(used_lately) < len(self._loaded):
            self._loaded = used_lately
            give_back()

    def _engine(self, package: LanguagePackage, cancelled: Callable[[], bool]) -> "Engine":
        engine = self._loaded[package.path][0] if package.path in self._loaded else None
        if engine is None or engine.package != package:  # another package may have replaced it
            engine = self._load(package, cancelled)
        self._loaded[package.path] = engine, time.monotonic()
        return engine

    def _load(self, package: LanguagePackage, cancelled: Callable[[], bool]) -> "Engine":
        # Late: with the libraries that they need, after the window.
        from reader.engine.engine import Engine
        from reader.engine.trial import try_out

        mark = fingerprint(package)
        try:
            own_outcomes().check(package, try_out, cancelled)
            engine = Engine(package)
        except PackageError as found:
            # If it was removed meanwhile, that is the error to report.
            gone = PackageError("The package {package} is not there any more.", package=package.name)
            error = found if package.path.is_dir() else gone
            self._unusable[package] = mark, error
            raise error from found
        self._unusable.pop(package, None)
        give_back()  # the copies of the model that loading it makes
        return engine


def _in_a_row(engines: "Sequence[LinkingTranslator]") -> "LinkingTranslator":
    from reader.engine.pivot import Pivot

    return reduce(Pivot, engines)
