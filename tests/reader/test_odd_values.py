"""Whatever somebody has written into one of the program's own files: it is read, and can be written again."""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from reader import Library
from reader.drafts import Draft, Drafts
from reader.handed import Handed
from reader.library_entry import Description
from reader.running import Reading, Running
from reader.settings import Settings
from reader.settings_file import SettingsFile
from reader.watched import Content, Watched
from tests.samples import sample

DRAFT = Draft("/texts/a.txt", 1, "Hei.", "Hello.")
READING = Reading(12, "/texts/a.txt", 1, 0.5, True, "Hello.", 2, "Hei.", (DRAFT,))
# The longest number that Python reads, others that no field can hold, what is no number, and what is too deep.
ODD: tuple[str, ...] = (
    "9" * 4300,
    "-" + "9" * 4300,
    "18446744073709551616",
    "1e999",
    "NaN",
    "1.5",
    "-1",
    "true",
    "null",
    '"x"',
)
ODD += ("[]", "{}", '"\\ud800"', "[" * 60 + "]" * 60)


def _each_with(value: Any, odd: str) -> Iterator[str]:
    """The value as JSON, each time with another one of the values in it replaced."""
    yield odd
    if isinstance(value, dict):
        for name in value:
            for inner in _each_with(value[name], odd):
                yield json.dumps(value | {name: "@"}).replace('"@"', inner)
    elif isinstance(value, list):
        for number in range(len(value)):
            for inner in _each_with(value[number], odd):
                yield json.dumps([*value[:number], "@", *value[number + 1 :]]).replace('"@"', inner)


def _library(file: Path) -> None:
    library = Library(file)
    entry = library.add(file.with_name("b.txt"))
    library.keep_position(entry, 3, 0.5)
    library.save()
    for each in Library(file):
        assert 0 <= each.row < 1e9 and 0 <= each.share <= 1 and 0 <= each.opened < 1e12
    library.forget(entry)
    library.save()
    library.forget_all()


def _forgotten(file: Path) -> None:
    _library(file.with_suffix(".json"))


def _settings(file: Path) -> None:
    settings = SettingsFile(file)
    settings.save(replace(settings.settings, text_size=settings.settings.text_size + 1))
    json.dumps(asdict(SettingsFile(file).settings), allow_nan=False)


def _watched(file: Path) -> None:
    watched, folder = Watched(file), file.parent
    watched.see(folder, [folder / "b.txt"])
    watched.content_of(folder, folder / "a.txt")
    watched.watch(folder / "other", [])
    assert folder / "other" in Watched(file).read()


def _drafts(file: Path) -> None:
    drafts = Drafts(file.parent)
    for _, draft in drafts:
        assert 0 <= draft.row < 1e9
        assert drafts.keep(draft) is not None


def _running(file: Path) -> None:
    running = Running(file.parent)
    for reading in running.ended:
        assert 0 <= reading.row < 1e9 and 0 <= reading.draft_row < 1e9 and 0 <= reading.process < 1e10
        assert running.keep(reading)
    running.leave()


def _handed(file: Path) -> None:
    list(Handed(file.parent))


def _written_library(folder: Path) -> Any:
    file, path = folder / "library.json", folder / "a.txt"
    library = Library(file)
    entry = library.add(path)
    library.describe(path, Description("Hei", "nb", 3, (1, 2, 3), "", ""))
    library.mark_translated(library.mark_opened(entry, 1000), 0.5)
    library.keep_position(entry, 3, 0.5)
    library.save()
    return json.loads(file.read_text()) | {"former": {"ab": 3}}


def _written_forgotten(folder: Path) -> Any:
    library = Library(folder / "library.json")
    library.forget(library.add(folder / "a.txt"))
    return json.loads((folder / "library.forgotten").read_text()) | {"everything": {"ab": 3}}


def _written_watched(folder: Path) -> Any:
    watched, path = Watched(folder / "watched.json"), folder / "a.txt"
    watched.watch(folder, [path])
    watched.note(folder, {path: Content((1, 2, 3), "ab", "cd")}, [path], lambda: False)
    return json.loads((folder / "watched.json").read_text())


FILES: dict[str, tuple[Callable[[Path], Any], Callable[[Path], None]]] = {
    "library.json": (_written_library, _library),
    "library.forgotten": (_written_forgotten, _forgotten),
    "settings.json": (lambda _: asdict(Settings(dialog_sizes={"Export": [300, 400]})), _settings),
    "watched.json": (_written_watched, _watched),
    "draft.json": (lambda _: asdict(DRAFT), _drafts),
    "12-ab.json": (lambda _: asdict(READING), _running),
    f"{'ab' * 8}.json": (lambda _: ["/texts/a.txt"], _handed),
}


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("odd", sample(range(len(ODD)), 5))
def test_a_file_with_any_odd_value_is_read_and_can_be_written_again(name: str, odd: int, tmp_path: Path) -> None:
    write, use = FILES[name]
    (tmp_path / "first").mkdir()
    usual = write(tmp_path / "first")
    for number, content in enumerate(_each_with(usual, ODD[odd])):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / name).write_text(content, "utf-8")
        use(folder / name)
