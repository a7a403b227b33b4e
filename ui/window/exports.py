"""Exports of the open document, and of several documents of the library."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.library import Entry
from ui.export.batch import Batch
from ui.export.controller import Exporting
from ui.library.controller import LibraryController
from ui.toolkit.guard import guarded
from ui.toolkit.notices import NoticeBar
from ui.window.services import Services


class Exports(QObject):
    """Chooses the dialog: the one document that is open has its own, with a preview."""

    def __init__(self, window: QWidget, services: Services, notices: NoticeBar, library: LibraryController) -> None:
        """Export documents of `library`; the dialogs are over `window`, which owns this."""
        super().__init__(window)
        self._document, self._shelf, self._library = services.document, services.shelf, library
        self._one = Exporting(
            window,
            services.document,
            services.writing,
            notices,
            services.preferences,
            services.pools.files,
            services.columns,
            services.reference,
            services.notes,
        )
        self._several = Batch(
            window,
            services.translation,
            services.preferences,
            services.pipelines,
            services.judging.judgements,
            services.pools.engine,
        )

    def warn_before_closing(self) -> bool:
        """Say once of all that is not saved or printed yet; returns whether there is any the user was not warned of."""
        warnings = [each.warn_before_closing() for each in (self._one, self._several)]
        return any(warnings)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of the commands that need an open document, by command id."""
        return {"export": lambda: self._one.ask(), "print": lambda: self._one.ask_to_print()}

    @guarded
    def export(self, entries: Sequence[Entry]) -> None:
        """Ask how to export documents chosen in the library."""
        open_entry = self._document.entry
        if len(entries) == 1 and open_entry is not None and entries[0].path == open_entry.path:
            self._one.ask()
        else:
            self._ask_for_several(entries)

    def export_selected(self) -> None:
        """Ask which documents to export, of which those selected in the library are ticked."""
        self._ask_for_several(self._library.selected())

    def _ask_for_several(self, chosen: Sequence[Entry]) -> None:
        self._several.ask(self._library.model.ordered(), self._shelf.called, chosen)
