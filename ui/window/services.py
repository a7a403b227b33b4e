"""The services that a window uses and does not own: they outlive it when another language replaces it."""

from reader.late_dataclasses import dataclass
from reader.memory import Memory
from ui.compare.sentences import Sentences
from ui.editing.deleted_edits import DeletedEdits
from ui.editing.edit_keeper import EditKeeper
from ui.editing.edit_steps import EditSteps
from ui.editing.judging import Judging
from ui.editing.spelling import Spelling
from ui.library.folders import Folders
from ui.library.shelf import Shelf
from ui.library.steps import LibrarySteps
from ui.library.watching import Watching
from ui.session.asides import Asides
from ui.session.columns import Columns
from ui.session.export_job import Writing
from ui.session.file_watch import FileWatch
from ui.session.kept_values import KeptValues
from ui.session.notes import Notes
from ui.session.open_document import OpenDocument
from ui.session.pipelines import Pipelines
from ui.session.pools import Pools
from ui.session.preferences import Preferences
from ui.session.reference import Reference
from ui.session.translation import Translation
from ui.session.undo import Undo
from ui.window.document_steps import DocumentSteps
from ui.window.forgetter import Forgetter


@dataclass(frozen=True, slots=True)
class Services:
    """Passed to the window, which gives each of its parts only the services it needs."""

    shelf: Shelf
    folders: Folders
    watching: Watching
    document: OpenDocument
    sentences: Sentences
    watch: FileWatch
    translation: Translation
    edits: EditKeeper
    deleted: DeletedEdits
    spelling: Spelling
    undo: Undo
    edit_steps: EditSteps
    judging: Judging
    library_steps: LibrarySteps
    document_steps: DocumentSteps
    writing: Writing
    forgetter: Forgetter
    preferences: Preferences
    memory: Memory
    pipelines: Pipelines
    asides: Asides
    columns: Columns
    reference: Reference
    notes: Notes
    kept_values: KeptValues
    pools: Pools
