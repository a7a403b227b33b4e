"""Engines of the tests' pair, loaded once for many programs."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread, current_thread

import pytest

from reader.engine import Engine, Engines
from reader.packages import LanguagePackage, fingerprint
from tests.pairs import PAIR

_Load = Callable[[Engines, LanguagePackage, Callable[[], bool]], Engine]


@contextmanager
def engines_loaded_once() -> Iterator[None]:
    """Load those of the tests' pair once, whatever asks for them within this context."""
    with pytest.MonkeyPatch.context() as patch:
        loaded = _LoadedEngines(Engines._load)
        patch.setattr(Engines, "_load", lambda *given: loaded.load(*given))
        yield


class _LoadedEngines:
    """Gives a program the engine that one before it had: loading both directions is a third of opening a document.

    An engine is for one thread; of programs that run beside one another, each gets its own.
    """

    def __init__(self, load: _Load) -> None:
        """Nothing is loaded yet; `load` is that of `Engines`."""
        self._load = load
        self._kept: dict[tuple[LanguagePackage, str], tuple[Engine, Thread]] = {}

    def load(self, engines: Engines, package: LanguagePackage, cancelled: Callable[[], bool]) -> Engine:
        """The engine of a package, loaded only if it is another's or is in use."""
        if Path(os.environ.get(PAIR, "")) not in package.path.parents:
            return self._load(engines, package, cancelled)
        known = package, fingerprint(package)
        engine, user = self._kept.get(known, (None, None))
        if engine is None or (user is not None and user is not current_thread() and user.is_alive()):
            engine = self._load(engines, package, cancelled)
        self._kept[known] = engine, current_thread()
        return engine
