import contextlib
import json
import os
import shutil
import socket
from pathlib import Path

import pytest

from reader.errors import NoPackageError, PackageError
from reader.packages import LanguagePackage, Packages, find_packages, licence_of, load_tokenizer, size_of
from reader.packages.argos import find_in, read_package
from reader.packages.trial import Outcome, try_out
from reader.paths import STARTER_PACKAGES


def starter(source: str, target: str) -> LanguagePackage:
    return Packages(tuple(p for p in find_packages().usable if p.starter)).choose(source, target)


@pytest.fixture
def package_folder(tmp_path: Path) -> Path:
    """A copy of a starter package, to be damaged."""
    folder = tmp_path / "translate-nb_en"
    shutil.copytree(starter("nb", "en").path, folder)
    return folder


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
    assert (usable, [each.reason for each in broken]) == ((), [f"“{name}” in it is not an ordinary file"])
    assert size_of(package_folder) > 0
    assert licence_of(package_folder) == ("CC BY-SA 4.0" if name != "README.md" else "")


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_package_whose_tokenizer_has_become_a_pipe_fails_its_trial_at_once(
    package_folder: Path, tmp_path: Path
) -> None:
    (package_folder / "sentencepiece.model").unlink()
    os.mkfifo(package_folder / "sentencepiece.model")
    assert try_out(package_folder, tmp_path / "attention", lambda: False) is Outcome.FAILED


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


def test_the_newest_of_several_versions_is_chosen() -> None:
    versions = [LanguagePackage(Path(v), "nb", "en", v, starter=False) for v in ("1.9", "1.10", "1.2")]
    assert Packages(tuple(versions)).choose("nb", "en").version == "1.10"


def test_a_pair_without_package_is_named_in_the_message() -> None:
    with pytest.raises(NoPackageError) as error:
        find_packages().choose("nn", "en")
    assert str(error.value) == "No language package for Norwegian Nynorsk to English is installed."


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


def test_a_damaged_tokenizer_is_refused(package_folder: Path) -> None:
    (package_folder / "sentencepiece.model").write_bytes(b"nonsense")
    with pytest.raises(PackageError, match="install the package again"):
        load_tokenizer(read_package(package_folder))


@pytest.mark.parametrize("text", ["Hei på deg, Åse!", "min_fil_navn.txt", "smil 😀 her", "日本語", "a  b"])
def test_tokens_joined_give_the_text_again(text: str) -> None:
    tokenizer = load_tokenizer(starter("nb", "en"))
    assert tokenizer.decode(tokenizer.encode(text)) == " ".join(text.split())


@pytest.mark.parametrize("folder", sorted(STARTER_PACKAGES.iterdir()), ids=lambda folder: folder.name)
def test_a_starter_package_has_its_licence_and_sources_beside_it(folder: Path) -> None:
    metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
    assert folder.name.startswith(f"translate-{metadata['from_code']}_{metadata['to_code']}")
    assert "Licence of the weights" in (folder / "README.md").read_text("utf-8")
