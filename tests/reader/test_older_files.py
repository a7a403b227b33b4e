"""Files that version 0.1.0 wrote, at its beginning, in the middle and at its end: all in them is read, and kept.

They were written by that version's own code: settings, a library of two documents, and a memory of two sentences.
"""

import json
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader import Entry, Hypothesis, Library, Memory, user_edit
from reader.settings import ExportPreferences, Settings
from reader.settings_file import SettingsFile

FOLDER = Path(__file__).resolve().parent.parent / "data" / "version-0.1.0"
PACKAGE = "translate-nb_en 1.9 12345"
LETTER, NOTES = Path("/hjem/kari/tekster/Brev på vei.txt"), Path("/hjem/kari/tekster/notes.md")
FIRST = Settings(
    theme="dark",
    text_size=17,
    library_width=0,
    window_width=1200,
    window_height=800,
    last_folder="/hjem/kari/tekster",
    export=ExportPreferences(folder="/hjem/kari/blå bær"),
)
MIDDLE = replace(
    FIRST,
    interface_language="nb",
    line_spacing=1.5,
    measure=80,
    view="stacked",
    column_split=400,
    blur="translation",
    highlight_words=False,
)
LAST = replace(
    MIDDLE,
    export=replace(MIDDLE.export, suffix=".docx", layout="stacked", paper="a5", font_size=11.5),
)
SETTINGS = {"first": FIRST, "middle": MIDDLE, "last": LAST}
RAIN = Hypothesis(
    "It is raining today.", -0.25, ((0, 3, 0, 2, 0.5), (4, 10, 6, 13, 0.75)), warnings=("numbers",), linked=True
)
BOAT = Hypothesis("The boat is red.", -0.5)
EDITS = {"Båten er rød.": user_edit("Båten er rød.", "The boat is scarlet."), "Ja.": user_edit("Ja.", "")}
each = pytest.mark.parametrize("name", SETTINGS)


@pytest.fixture
def folder(name: str, tmp_path: Path) -> Path:
    """A copy of the files, which may be written to."""
    return Path(shutil.copytree(FOLDER / name, tmp_path / "data"))


@each
def test_the_settings_are_read_and_survive_a_save(name: str, folder: Path) -> None:
    file = folder / "settings.json"
    before = json.loads(file.read_text("utf-8"))
    kept = SettingsFile(file)
    assert (kept.settings, kept.problem) == (SETTINGS[name], "")
    kept.save(replace(SETTINGS[name], theme="sepia"))
    kept = SettingsFile(file)
    assert (kept.settings, kept.problem) == (replace(SETTINGS[name], theme="sepia"), "")
    after = json.loads(file.read_text("utf-8"))
    flat = after | {f"export_{choice}": value for choice, value in after["export"].items()}
    flat |= {"light_words": after["highlight_words"], "export_human": after["export"]["reference"]}
    assert flat.items() >= (before | {"theme": "sepia"}).items()
    assert not [each for each in after if each.startswith("export_") or each == "light_words"]


@each
def test_the_library_is_read_with_places_and_languages_and_survives_a_save(name: str, folder: Path) -> None:
    place = {} if name == "first" else {"row": 17, "share": 0.25}
    listed = [Entry(NOTES), Entry(LETTER, source="nb", target="en", **place)]  # type: ignore[arg-type]
    file = folder / "library.json"
    before = json.loads(file.read_text("utf-8"))["documents"]
    library = Library(file)
    assert [entry for entry in library if not entry.bundled] == listed
    library.add(folder / "new.txt")
    assert [entry for entry in Library(file) if not entry.bundled] == [Entry(folder / "new.txt"), *listed]
    assert json.loads(file.read_text("utf-8"))["documents"][1:] == before


@each
def test_translations_and_edits_are_remembered_and_survive_what_is_kept_since(name: str, folder: Path) -> None:
    edits = {} if name == "first" else EDITS  # there were none yet
    for new in ("Nå.", "Nå igjen."):
        with closing(Memory(folder / "memory.sqlite")) as memory:
            assert memory.lookup(PACKAGE, ["Det regner i dag.", "Båten er rød."]) == {
                "Det regner i dag.": RAIN,
                "Båten er rød.": BOAT,
            }
            assert memory.edits("nb", "en", list(EDITS)) == edits
            memory.store(PACKAGE, {new: BOAT})
            assert memory.keep_edits("nb", "en", {new: user_edit(new, "Now.")})
            assert memory.take_problem() == ""
    with closing(Memory(folder / "memory.sqlite")) as memory:
        assert memory.lookup(PACKAGE, ["Nå."]) == {"Nå.": BOAT}
        assert memory.edits("nb", "en", ["Nå.", *edits]) == {"Nå.": user_edit("Nå.", "Now."), **edits}
    assert [path.name for path in folder.iterdir() if "damaged" in path.name] == []
