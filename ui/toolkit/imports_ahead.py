"""Loading modules that are needed later, as those of dialogs, while the program has nothing else to do."""

from collections import deque
from collections.abc import Callable, Iterable
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest

# Milliseconds before the first module and between two, of which each takes about 20.
_PAUSE_MS = 500


class ImportsAhead(QObject):
    """Loads one module after another, with pauses, on another thread, once it has begun."""

    def __init__(self, soon: Iterable[str], modules: Iterable[str], pool: Pool, busy: Callable[[], bool]) -> None:
        """Load modules (full names) in `pool`: `soon` at once, the others while nothing is `busy`."""
        super().__init__()
        self._soon = tuple(soon)
        self._modules, self._busy = deque(modules), busy
        self._loading = Latest(pool, self)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_time)

    def begin(self) -> None:
        """Load what is needed soon now, and the first of the others after a pause."""
        if self._soon:
            self._loading.start(lambda _: [import_module(module) for module in self._soon])
        self._timer.start()

    def stop(self) -> None:
        """Load no more modules."""
        self._timer.stop()

    @guarded
    def _on_time(self) -> None:
        if self._busy() or self._loading.running:
            return
        if not self._modules:
            self.stop()
            return
        module = self._modules.popleft()
        self._loading.start(lambda _: import_module(module))
