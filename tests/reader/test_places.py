"""The program's own folders are for the user alone, whatever is the first to make them."""

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from reader.drafts import Draft, Drafts
from reader.files import write_atomically
from reader.library import Library
from reader.locks import taken
from reader.log import Log
from reader.memory import Memory
from reader.parallel import user_edit
from reader.parts import part_of
from reader.paths import make_private_folder
from reader.running import Running
from reader.settings import Settings
from reader.settings_file import SettingsFile

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes are POSIX's")


@pytest.fixture
def generous() -> Iterator[None]:
    """What is made without a mode of its own, anybody may read."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "share" / "tospalt"))
    return tmp_path / "share" / "tospalt"


def edit(data: Path) -> None:
    with closing(Memory(data / "memory.sqlite")) as memory:
        memory.keep_edits("nb", "en", {"Hei.": user_edit("Hei.", "Hello.")})


def log(data: Path) -> None:
    Log(data / "logs").close()


def part(data: Path) -> None:
    with part_of(data.parent.parent / "a.pdf"):
        pass


def lock(data: Path) -> None:
    make_private_folder(data)
    assert taken(data / "a.lock") is not None


@pytest.mark.parametrize(
    "first",
    [
        edit,
        log,
        part,
        lock,
        lambda data: Running(data / "running"),
        lambda data: Drafts(data / "drafts").keep(Draft("/a.txt", 0, "Hei.", "Hello.")),
        lambda data: Library(data / "library.json").add(data / "a.txt"),
        lambda data: SettingsFile(data / "settings.json").save(Settings()),
        lambda data: write_atomically(data / "new" / "small.json", b"{}", private=True),
    ],
)
def test_only_the_user_can_look_into_the_data_folder(
    first: Callable[[Path], object], data: Path, generous: None
) -> None:
    held = first(data)  # a lock goes with what holds it
    found = {path: path.stat().st_mode & 0o077 for path in (data.parent, *data.parent.rglob("*"))}
    assert set(found.values()) == {0} and len(found) > 2
    del held


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path, generous: None) -> None:
    (tmp_path / "shared").mkdir()
    make_private_folder(tmp_path / "shared" / "own")
    assert [path.stat().st_mode & 0o777 for path in (tmp_path / "shared", tmp_path / "shared" / "own")] == [
        0o777,
        0o700,
    ]
