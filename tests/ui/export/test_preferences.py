"""The export options and the saved ones agree."""

from dataclasses import asdict, fields
from pathlib import Path

from hypothesis import given, strategies as st

from reader.export import USUAL_COLUMNS, ExportOptions, Layout, Paper
from reader.settings import CHOICES, ExportPreferences
from ui.export.preferences import options_of, preferences_of

# Neither the time nor the user's notes are a choice, nor what columns are called.
OTHERS = ("timestamp", "notes", "names", "remarks", "font_size", "columns")
FREE = [field.name for field in fields(ExportOptions) if field.name not in OTHERS]
COLUMNS = [(*USUAL_COLUMNS, *further) for further in ((), (2,), (3,), (2, 3))] + [(1, 0), (2, 0, 3, 1)]
# The types are given, since that of the notes is not loaded.
TYPES = {"layout": Layout, "paper": Paper}
OPTIONS = st.builds(
    ExportOptions,
    timestamp=st.none(),
    font_size=st.floats(6, 24),
    columns=st.sampled_from(COLUMNS),
    **{name: st.sampled_from(TYPES[name]) if name in TYPES else st.booleans() for name in FREE},
)


@given(options=OPTIONS, folder=st.sampled_from(["/hjem/blå bær", "/b"]), suffix=st.sampled_from([".pdf", ".tmx"]))
def test_all_choices_come_back_from_what_is_kept(options: ExportOptions, folder: str, suffix: str) -> None:
    kept = preferences_of(options, Path(folder), suffix, notes=options.numbers)
    assert options_of(kept) == options
    assert kept.notes == options.numbers
    assert (Path(kept.folder), kept.suffix) == (Path(folder), suffix)
    assert all(type(value) in (str, bool, float) for value in asdict(kept).values())


def test_the_order_of_columns_is_that_of_the_document_unless_another_was_chosen() -> None:
    shown = (1, 6, 0, 4)

    def order(*columns: int) -> str:
        return preferences_of(ExportOptions(columns=columns), Path("/b"), ".pdf", notes=False, shown=shown).order

    assert order(1, 6, 0, 2) == order(6, 0) == "" and order(0, 1, 6, 3) == "original translation reference"
    kept = ExportPreferences(order="reference notes original translation unknown", back_translation=True)
    assert options_of(kept, shown).columns == (4, 6, 0, 1, 2)


def test_the_usual_choices_are_the_same() -> None:
    assert options_of(ExportPreferences()) == ExportOptions()


def test_what_can_be_kept_is_what_can_be_chosen() -> None:
    assert (CHOICES["export.layout"], CHOICES["export.paper"]) == (tuple(Layout), tuple(Paper))
