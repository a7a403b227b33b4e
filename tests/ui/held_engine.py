"""An engine whose batches wait until a test lets them through, at any speed of the machine."""

from collections.abc import Callable, Sequence
from threading import Event

import pytest

from reader.engine import Engine
from reader.errors import CancelledError
from reader.parallel import Hypothesis, not_cancelled

_LOOK_S = 0.01


class HeldEngine:
    """Holds the batches of the program's engines until they are let through or cancelled.

    Attributes:
        asked: set while a batch waits.
        cancelled: how many batches were cancelled while they waited.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Hold all batches."""
        self.asked, self.cancelled = Event(), 0
        self._free, self._through = Event(), 0
        self._translate = Engine.translate
        patch.setattr(Engine, "translate", lambda engine, *args, **options: self._held(engine, *args, **options))

    def let_through(self, batches: int) -> None:
        """Let this many batches through; later ones wait."""
        self._through += batches

    def release(self) -> None:
        """Let everything through."""
        self._free.set()

    def _held(
        self,
        engine: Engine,
        sentences: Sequence[str],
        *,
        linking: bool = True,
        cancelled: Callable[[], bool] = not_cancelled,
    ) -> list[Hypothesis]:
        if self._through:
            self._through -= 1
        else:
            self._wait(cancelled)
        return self._translate(engine, sentences, linking=linking, cancelled=cancelled)

    def _wait(self, cancelled: Callable[[], bool]) -> None:
        self.asked.set()
        while not self._free.wait(_LOOK_S):
            if cancelled():
                self.asked.clear()
                self.cancelled += 1
                raise CancelledError
        self.asked.clear()
