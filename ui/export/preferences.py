"""The choices of an export, as they are kept between exports."""

from dataclasses import fields
from pathlib import Path

from reader.export import ExportOptions, Layout, Paper
from reader.settings import ExportPreferences

# The time that a file bears is not among the user's choices.
_KEPT = tuple(field.name for field in fields(ExportOptions) if field.name != "timestamp")


def options_of(kept: ExportPreferences) -> ExportOptions:
    """The choices that were made last."""
    values = {name: getattr(kept, name) for name in _KEPT}
    return ExportOptions(**values | {"layout": Layout(kept.layout), "paper": Paper(kept.paper)})


def preferences_of(options: ExportOptions, folder: Path, suffix: str) -> ExportPreferences:
    """What to keep of an export into `folder`, in the format with `suffix`."""
    values = {name: getattr(options, name) for name in _KEPT}
    plain = values | {"layout": options.layout.value, "paper": options.paper.value}
    return ExportPreferences(str(folder), suffix, **plain)
