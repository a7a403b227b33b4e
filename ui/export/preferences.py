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
    usual = (*shown, *(column for column, wanted in further.items() if wanted and column not in shown))
    columns = _in_order(usual, kept.order)
    return ExportOptions(**values | {"layout": Layout(kept.layout), "paper": Paper(kept.paper), "columns": columns})


def preferences_of(
    options: ExportOptions, folder: Path, suffix: str, *, notes: bool, shown: Sequence[int] = USUAL_COLUMNS
) -> ExportPreferences:
    """The choices to store after an export into `folder`, in the format with `suffix`; with `notes` at the end or not.

    Which other columns a document has is kept with it, and so is their order as they are `shown`, unless another was
    chosen.
    """
    values = {name: getattr(options, name) for name in _KEPT}
    plain = values | {"layout": options.layout.value, "paper": options.paper.value}
    back, reference = (column in options.columns for column in (Column.BACK, Column.REFERENCE))
    order = _named(options.columns) if _is_another(options.columns, shown) else ""
    return ExportPreferences(
        str(folder), suffix, **plain, back_translation=back, reference=reference, notes=notes, order=order
    )


def _is_another(columns: Sequence[int], shown: Sequence[int]) -> bool:
    """Whether an order is not the one that is proposed for columns that are `shown` so."""
    usual = (*shown, *(column for column in sorted(columns) if column not in shown))
    return [*columns] != [column for column in usual if column in columns]


def _named(columns: Sequence[int]) -> str:
    """The names of columns; those of packages have none, as they are others in another document."""
    return " ".join(Column(column).name.lower() for column in columns if column < Column.OTHER)


def _in_order(columns: Sequence[int], order: str) -> tuple[int, ...]:
    """The columns in an order of names; those that have none in it stay in their places."""
    places = {name: place for place, name in enumerate(order.split())}
    names = {column: _named([column]) for column in columns}
    named = iter(sorted((each for each in columns if names[each] in places), key=lambda each: places[names[each]]))
    return tuple(next(named) if names[each] in places else each for each in columns)
