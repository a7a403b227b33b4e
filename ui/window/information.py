"""What there is to know of the open document: its window, and a notice where something was repaired."""

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader.formats import Facts, document_facts
from reader.paths import is_pasted
from reader.text import Document
from ui.session.open_document import OpenDocument
from ui.toolkit.guard import guarded
from ui.toolkit.i18n import localised, said
from ui.toolkit.jobs import Pool
from ui.toolkit.latest import Latest
from ui.toolkit.notices import NoticeBar
from ui.window.information_text import parts_of

if TYPE_CHECKING:
    from ui.window.information_dialog import InformationDialog


class Information(QObject):
    """Shows what there is to know of the open document, and tells of repairs without being asked."""

    def __init__(self, window: QWidget, document: OpenDocument, notices: NoticeBar, pool: Pool) -> None:
        """Serve `window`; the state of files is looked up in `pool`."""
        super().__init__(window)
        self._window, self._document, self._notices = window, document, notices
        self._dialog: InformationDialog | None = None
        self._facts: Facts | None = None  # what the dialog shows
        self._looking_up = Latest(pool, self)
        document.measured.connect(self._show)
        document.closing.connect(self._close)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """The handlers of this part's commands, by command id."""
        return {"information": self.open}

    @guarded
    def tell(self, document: Document) -> None:
        """Tell what was repaired in a document that has just been opened, if anything; what was left out is no news."""
        repaired = document.source.repaired if document.source is not None else ()
        if not repaired:
            return
        words = " ".join(map(localised, repaired))
        self._notices.say(
            words, self.tr("Document information"), self.open, topic="information", asked=False, here=True
        )

    @guarded
    def open(self) -> None:
        """Show what there is to know."""
        from ui.window.information_dialog import InformationDialog

        text = self._document.text
        if text is None or self._dialog is not None:
            return
        document = text.document
        path = document.path
        folder = path.parent if path is not None and not is_pasted(path) else None
        dialog = self._dialog = InformationDialog(folder, self._window)
        dialog.finished.connect(self._on_closed)
        self._looking_up.start(
            lambda _: document_facts(document),
            finished=self._on_found,
            failed=lambda error: dialog.say(said(error)),
        )
        dialog.open()

    def _on_found(self, facts: Facts) -> None:
        self._facts = facts
        self._show()

    @guarded
    def _show(self, *_measured: object) -> None:
        """Show the facts, once they have been found, and the number of words, once they have been counted."""
        if self._dialog is not None and self._facts is not None:
            self._dialog.show_parts(parts_of(self._facts, self._document.words, self._left()))

    def _left(self) -> Counter[str]:
        """How many paragraphs were left as they are so far, by the language that they are in."""
        text = self._document.text
        return Counter(row.language for row in text.rows if row.language) if text is not None else Counter()

    @guarded
    def _close(self) -> None:
        if self._dialog is not None:
            self._dialog.close()

    @guarded
    def _on_closed(self) -> None:
        self._looking_up.cancel()
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = self._facts = None
