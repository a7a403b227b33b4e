"""Finding packages, and reading their folders."""

import contextlib
import os
import socket
from pathlib import Path

import pytest

from reader.errors import PackageError
from reader.packages import find_packages, size_of
from reader.packages.installed import find_in, read_package
from reader.packages.licence import licence_of


def test_the_starter_pair_is_found() -> None:
    pairs = {(p.source, p.target) for p in find_packages().usable if p.starter}
    assert {("nb", "en"), ("en", "nb")} <= pairs


def test_the_users_own_package_is_found_where_argos_keeps_it_and_preferred(
    package_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argostranslate import settings

    monkeypatch.setattr(settings, "package_data_dir", package_folder.parent)
    chosen = find_packages().choose("nb", "en")
    assert (chosen.path, chosen.starter) == (package_folder, False)


def test_stray_and_broken_folders_are_reported_and_disturb_nothing(
    package_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argostranslate import settings

    monkeypatch.setattr(settings, "package_data_dir", package_folder.parent)
    (package_folder.parent / "stray").mkdir()
    (package_folder.parent / "a file").write_text("")
    (package_folder / "metadata.json").write_text("{")
    packages = find_packages()
    assert {(broken.path.name, broken.reason) for broken in packages.broken} == {
        ("stray", "It has no metadata.json"),
        ("translate-nb_en", "Its metadata.json cannot be read"),
    }
    assert packages.choose("nb", "en").starter


@pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links as POSIX has them")
@pytest.mark.parametrize("kind", ["pipe", "link to a pipe", "link to a device", "socket"])
@pytest.mark.parametrize(
    "name",
    ["metadata.json", "sentencepiece.model", "README.md", "tospalt.json", "model/model.bin", "model/config.json"],
)
def test_a_package_with_something_else_in_the_place_of_a_file_is_reported_and_waited_for_by_nobody(
    name: str, kind: str, package_folder: Path, tmp_path: Path
) -> None:
    path = package_folder / name
    path.unlink(missing_ok=True)
    if kind == "socket":
        with socket.socket(socket.AF_UNIX) as listening, contextlib.chdir(path.parent):
            listening.bind(path.name)
    elif kind == "link to a device":
        path.symlink_to("/dev/zero")
    else:
        os.mkfifo(path if kind == "pipe" else tmp_path / "pipe")
        if kind != "pipe":
            path.symlink_to(tmp_path / "pipe")
    usable, broken = find_in(tmp_path)
    assert (usable, [each.reason for each in broken]) == ((), [f"“{name}” in the package is not an ordinary file"])
    assert size_of(package_folder) > 0
    assert licence_of(package_folder) == ("CC BY-SA 4.0" if name != "README.md" else "")


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model", "metadata.json"])
def test_a_link_that_leads_nowhere_is_a_file_that_is_missing(name: str, package_folder: Path) -> None:
    for target in (name.rpartition("/")[2], "nowhere"):
        (package_folder / name).unlink()
        (package_folder / name).symlink_to(target)
        with pytest.raises(PackageError, match=r"is missing\.|has no metadata"):
            read_package(package_folder)


def test_metadata_without_end_are_not_read(package_folder: Path) -> None:
    with open(package_folder / "metadata.json", "r+b") as file:
        file.truncate(10**9)
    with pytest.raises(PackageError, match="metadata"):
        read_package(package_folder)


@pytest.mark.parametrize("missing", ["metadata.json", "model/model.bin", "sentencepiece.model"])
def test_a_package_that_is_not_whole_is_refused(package_folder: Path, missing: str) -> None:
    (package_folder / missing).unlink()
    with pytest.raises(PackageError):
        read_package(package_folder)


@pytest.mark.parametrize("metadata", ["[]", "{}", '{"from_code": "nb"}', '{"from_code": 1, "to_code": 2}', "\udcff"])
def test_impossible_metadata_is_refused(package_folder: Path, metadata: str) -> None:
    (package_folder / "metadata.json").write_text(metadata, errors="surrogateescape")
    with pytest.raises(PackageError):
        read_package(package_folder)
