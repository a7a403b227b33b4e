"""Problems with the file of the memory, which are not errors of an operation: they are shown in the window."""

from PySide6.QtCore import QObject, Signal, SignalInstance

from reader.memory import Memory
from ui.toolkit.guard import guarded


class MemoryProblems(QObject):
    """Asks the memory for its problems whenever it may have been used."""

    problem = Signal(object)  # a Message, to be shown until the user closes it

    def __init__(self, memory: Memory, *used: SignalInstance) -> None:
        """`used` are emitted when the memory may have been used."""
        super().__init__()
        self._memory = memory
        for signal in used:
            signal.connect(self._tell)

    @guarded
    def _tell(self) -> None:
        while problem := self._memory.take_problem():
            self.problem.emit(problem)
