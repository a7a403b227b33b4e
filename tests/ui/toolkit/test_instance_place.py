"""Where starts meet: a folder that only the user can use, and a path that is short enough for a socket."""

import os
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ui.toolkit.instance_place import place_of

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has pipes instead")


@pytest.fixture(autouse=True)
def no_other_folders(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder for temporary files, which is the only one besides the data folder."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with tempfile.TemporaryDirectory(prefix="t", dir="/tmp") as temporary:  # a short name
        monkeypatch.setattr(tempfile, "tempdir", temporary)
        yield Path(temporary)


def test_a_data_folder_has_one_place_whatever_it_is_called(tmp_path: Path) -> None:
    data, link = tmp_path / "d", tmp_path / "link"
    link.symlink_to(data)
    place = place_of(data)
    assert place is not None and place == place_of(link) == place_of(data / ".." / "d") != place_of(tmp_path / "e")
    assert stat.S_IMODE(place.lock.parent.stat().st_mode) == 0o700


def test_the_folder_of_the_session_is_preferred(
    tmp_path: Path, no_other_folders: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = no_other_folders / "s"  # the test's own folder may have too long a name for a socket
    session.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(session))
    place = place_of(tmp_path / "d")
    assert place is not None and place.lock.is_relative_to(session) and not (tmp_path / "d").exists()


def test_a_path_too_long_for_a_socket_is_not_used(tmp_path: Path, no_other_folders: Path) -> None:
    place = place_of(tmp_path / ("long" * 30))
    assert place is not None and place.lock.is_relative_to(no_other_folders) and len(place.server) <= 100


def test_a_folder_that_others_can_use_or_that_cannot_be_created_is_not_used(
    tmp_path: Path, no_other_folders: Path
) -> None:
    data = tmp_path / "d"
    (data / "instance").mkdir(parents=True)
    (data / "instance").chmod(0o755)
    place = place_of(data)
    assert place is not None and place.lock.is_relative_to(no_other_folders)
    place.lock.parent.rmdir()
    place.lock.parent.symlink_to(tmp_path)
    assert place_of(data) is None
    (tmp_path / "file").touch()
    assert place_of(tmp_path / "file") is None


def test_a_folder_of_the_session_that_may_not_be_looked_at_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path / ("long" * 100)))
    place = place_of(tmp_path / "d")
    assert place is not None and not place.lock.is_relative_to(tmp_path / ("long" * 100))
