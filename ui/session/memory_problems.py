"""What goes wrong with the file of the memory, which is no error of what is being done: the window says it."""

from PySide6.QtCore import QObject, Signal, SignalInstance

from reader.memory import Memory
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised


class MemoryProblems(QObject):
    """Asks the memory for its problems whenever something may have used it."""

    problem = Signal(str)  # to be said until the user closes it

    def __init__(self, memory: Memory, *used: SignalInstance) -> None:
        """`used` tell that something has used the memory, perhaps."""
        super().__init__()
        self._memory = memory
        for signal in used:
            signal.connect(self._tell)

    @guarded
    def _tell(self) -> None:
        while problem := self._memory.take_problem():
            self.problem.emit(localised(problem))
