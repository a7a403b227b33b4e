"""The export choices stored between exports."""

from dataclasses import fields
from pathlib import Path

from reader.export import USUAL_COLUMNS, ExportOptions, Layout, Paper
from reader.parallel import Column
from reader.settings import ExportPreferences

# A file's timestamp is not a choice of the user; their notes, and what columns are called, are the document's.
_OF_DOCUMENT = ("timestamp", "notes", "names", "remarks")
_KEPT = tuple(field.name for field in fields(ExportOptions) if field.name not in (*_OF_DOCUMENT, "columns"))


def options_of(kept: ExportPreferences) -> ExportOptions:
    """The options chosen last."""
    values = {name: getattr(kept, name) for name in _KEPT}
    columns = with_further(back=kept.back_translation, reference=kept.reference)
    return ExportOptions(**values | {"layout": Layout(kept.layout), "paper": Paper(kept.paper), "columns": columns})


def preferences_of(options: ExportOptions, folder: Path, suffix: str) -> ExportPreferences:
    """The choices to store after an export into `folder`, in the format with `suffix`."""
    values = {name: getattr(options, name) for name in _KEPT}
    plain = values | {"layout": options.layout.value, "paper": options.paper.value}
    back, reference = (column in options.columns for column in (Column.BACK, Column.REFERENCE))
    return ExportPreferences(str(folder), suffix, **plain, back_translation=back, reference=reference)


def with_further(*, back: bool, reference: bool) -> tuple[int, ...]:
    """Original and translation, and the further columns that are chosen."""
    return *USUAL_COLUMNS, *[Column.BACK] * back, *[Column.REFERENCE] * reference
