"""Loading the models of a document while it is being read."""

from PySide6.QtCore import QObject

from reader.engine import Engines
from reader.library import Entry
from reader.packages import find_packages
from reader.text import other_language
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.jobs import Job, Pool
from ui.toolkit.latest import Latest


class LoadingAhead(QObject):
    """Has what a document will be translated with loaded as soon as it is to be opened, if its language is known."""

    def __init__(self, document: OpenDocument, engines: Engines, pool: Pool) -> None:
        """`pool` has the one thread of the `engines`."""
        super().__init__()
        self._engines = engines
        self._loading = Latest(pool, self)
        document.opening.connect(self._on_opening)
        # The one thread of the engines must not go on with what is not wanted any more.
        document.turning.connect(self._loading.cancel)
        document.closed.connect(self._loading.cancel)

    @guarded
    def _on_opening(self, entry: Entry) -> None:
        source = entry.source or (entry.known.language if entry.known is not None else "")
        if source and entry.translated < 1:
            target = entry.target or other_language(source)
            self._loading.start(lambda job: self._load(job, source, target))
        else:
            self._loading.cancel()

    def _load(self, job: Job, source: str, target: str) -> None:
        self._engines.load_ahead(find_packages(), source, target, job.is_cancelled)
