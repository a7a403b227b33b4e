"""What every translation in the window is made with."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.engine import Engines
from reader.memory import Memory
from reader.packages import find_packages
from reader.translation import Pipeline


@dataclass(frozen=True, slots=True)
class Pipelines:
    """Makes pipelines that share what is loaded and what is remembered.

    Attributes:
        engines: what is loaded; for the engine's thread.
        memory: where sentences are looked up and kept.
    """

    engines: Engines
    memory: Memory

    def new(self, cancelled: Callable[[], bool]) -> Pipeline:
        """A pipeline with the packages that are installed by now, which ends once `cancelled` gives True."""
        return Pipeline(find_packages(), self.engines, self.memory, cancelled)
