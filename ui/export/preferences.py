"""The export choices stored between exports."""

from dataclasses import fields
from pathlib import Path

from reader.export import ExportOptions, Layout, Paper
from reader.settings import ExportPreferences

# A file's timestamp is not a choice of the user, and their notes are those of the document.
_KEPT = tuple(field.name for field in fields(ExportOptions) if field.name not in ("timestamp", "notes"))


def options_of(kept: ExportPreferences) -> ExportOptions:
    """The options chosen last."""
    values = {name: getattr(kept, name) for name in _KEPT}
    return ExportOptions(**values | {"layout": Layout(kept.layout), "paper": Paper(kept.paper)})


def preferences_of(options: ExportOptions, folder: Path, suffix: str) -> ExportPreferences:
    """The choices to store after an export into `folder`, in the format with `suffix`."""
    values = {name: getattr(options, name) for name in _KEPT}
    plain = values | {"layout": options.layout.value, "paper": options.paper.value}
    return ExportPreferences(str(folder), suffix, **plain)
