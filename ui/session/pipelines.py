"""The shared resources of all translation in the window."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from reader.engine import Engines
from reader.late_dataclasses import dataclass
from reader.memory import Memory
from reader.packages import find_packages

if TYPE_CHECKING:
    from reader import translation


@dataclass(frozen=True, slots=True)
class Pipelines:
    """Creates pipelines that share loaded engines and the memory.

    Attributes:
        engines: the loaded engines; for the engine's thread.
        memory: where translations are looked up and stored.
    """

    engines: Engines
    memory: Memory

    def new(self, cancelled: Callable[[], bool]) -> "translation.Pipeline":
        """A pipeline with the packages now installed, which ends once `cancelled` returns True."""
        from reader.translation import Pipeline  # late: most of what translates is needed by nothing else

        return Pipeline(find_packages(), self.engines, self.memory, cancelled)
