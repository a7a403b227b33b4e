"""The export choices stored between exports."""

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from reader.export import USUAL_COLUMNS, ExportOptions, Layout, Paper
from reader.parallel import Column
from reader.settings import ExportPreferences

# A file's timestamp is not a choice of the user; their notes, and what columns are called, are the document's.
_OF_DOCUMENT = ("timestamp", "notes", "names", "remarks")
_KEPT = tuple(field.name for field in fields(ExportOptions) if field.name not in (*_OF_DOCUMENT, "columns"))


def options_of(kept: ExportPreferences, shown: Sequence[int] = USUAL_COLUMNS) -> ExportOptions:
    """The options chosen last, with the columns that are `shown` and the further ones that were chosen."""
    values = {name: getattr(kept, name) for name in _KEPT}
    further = {Column.BACK: kept.back_translation, Column.REFERENCE: kept.reference}
    columns = (*shown, *(column for column, wanted in further.items() if wanted and column not in shown))
    return ExportOptions(**values | {"layout": Layout(kept.layout), "paper": Paper(kept.paper), "columns": columns})


def preferences_of(options: ExportOptions, folder: Path, suffix: str, *, notes: bool) -> ExportPreferences:
    """The choices to store after an export into `folder`, in the format with `suffix`; with `notes` at the end or not.

    Which other columns a document has is kept with it.
    """
    values = {name: getattr(options, name) for name in _KEPT}
    plain = values | {"layout": options.layout.value, "paper": options.paper.value}
    back, reference = (column in options.columns for column in (Column.BACK, Column.REFERENCE))
    return ExportPreferences(str(folder), suffix, **plain, back_translation=back, reference=reference, notes=notes)
