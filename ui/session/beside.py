"""What the user keeps for documents and has beside their texts: columns, a human translation, notes."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reader.annotations import BOOKMARK, NOTE, merged_annotations
from reader.library import Entry
from reader.memory import REFERENCE, DocumentValues, Memory, merged_references
from ui.session.asides import Asides
from ui.session.chosen_columns import KIND, merged_columns
from ui.session.columns import Columns
from ui.session.further_texts import FurtherTexts
from ui.session.kept_elsewhere import KeptElsewhere
from ui.session.kept_values import KeptValues
from ui.session.notes import Notes
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.pools import Pools
from ui.session.reference import Reference
from ui.session.reference_words import ReferenceWords
from ui.session.translation import Translation
from ui.session.undo import Undo
from ui.toolkit.guard import guarded

# How what could not be saved in time goes together with what other windows have kept since.
_MERGES = {KIND: merged_columns, REFERENCE: merged_references, NOTE: merged_annotations, BOOKMARK: merged_annotations}


class Beside(QObject):
    """Makes these services and connects them with each other.

    Attributes:
        kept: what is saved for documents, of all of them.
        reference, notes, columns: of the open document.
    """

    notice = Signal(str)  # what went wrong, or what was done

    def __init__(
        self,
        document: OpenDocument,
        translation: Translation,
        pools: Pools,
        memory: Memory,
        pipelines: Pipelines,
        asides: Asides,
        undo: Undo,
    ) -> None:
        """Serve the text open in `document`, which `translation` fills; changes are steps of `undo`."""
        super().__init__()
        self.kept = KeptValues(DocumentValues(memory, _MERGES), pools.edits)
        self._elsewhere = KeptElsewhere(document, self.kept)
        self.reference = Reference(document, pools, self.kept, memory, undo)
        self._words = ReferenceWords(document, self.reference, pools.engine, pipelines, asides)
        self.notes = Notes(document, self.kept, undo)
        texts = FurtherTexts(document, pools.engine, pipelines, asides)
        self.columns = Columns(document, texts, self.reference, self.kept, pools.files)
        for service in (self.reference, self.columns):
            service.notice.connect(self.notice)
        for each in (self.reference, self.columns, self.notes):
            self._elsewhere.changed.connect(each.look_elsewhere)
        translation.packages_changed.connect(self.columns.look_for_packages)

    @guarded
    def follow(self, before: Entry, now: Entry) -> None:
        """A document has another file than before."""
        for service in (self.kept, self.columns, self.reference, self.notes):
            service.follow(before, now)

    @guarded
    def forget(self, document: Path | None) -> None:
        """A document, or with None everything, was forgotten, here or elsewhere."""
        self.kept.forget(document)
        self.notes.look()
