"""An engine that works when a test lets it, however fast or loaded the machine is."""

from collections.abc import Callable, Sequence
from threading import Event

import pytest

from reader.engine import Engine
from reader.errors import CancelledError
from reader.parallel import Hypothesis, never

_LOOK_S = 0.01


class HeldEngine:
    """Stands before the engines of the program: batches wait here until they are let through, or cancelled.

    Attributes:
        asked: set while a batch waits.
        cancelled: how many batches were cancelled while they waited.
    """

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        """Let nothing through."""
        self.asked, self.cancelled = Event(), 0
        self._free, self._through = Event(), 0
        self._translate = Engine.translate
        patch.setattr(Engine, "translate", lambda engine, *args, **options: self._held(engine, *args, **options))

    def let_through(self, batches: int) -> None:
        """So many batches need not wait; those after them do."""
        self._through += batches

    def release(self) -> None:
        """Nothing waits any more."""
        self._free.set()

    def _held(
        self,
        engine: Engine,
        sentences: Sequence[str],
        *,
        linking: bool = True,
        cancelled: Callable[[], bool] = never,
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
