"""`tospalt packages` with a real server, also when it is killed."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli import command_parser, main
from reader.commands.packages import run_with
from reader.errors import PackageError
from reader.packages import PackageManager, find_packages
from reader.packages.addresses import Addresses
from reader.packages.choice import choice_file, save_choices
from reader.packages.request import Patience
from tests.archives import NB_EN, SIZE, VERSION, package_bytes, package_file
from tests.server import Page, Server
from tests.trials import try_once

FILE = "translate-nb_en-1_8.argosmodel"
GOOD = package_bytes()
HALF = len(GOOD) // 2


@pytest.fixture
def manager(server: Server, user_folder: Path) -> PackageManager:
    """A manager whose list, on the test's server, offers a package."""
    entry = {"from_code": "nb", "to_code": "en", "package_version": "1.8", "links": [f"{server.address}/v1/{FILE}"]}
    server.pages["/index.json"] = Page(json.dumps([entry]).encode())
    patience = Patience(connect_s=60, read_s=60, attempts=2, first_wait_s=0.01)
    manager = PackageManager(try_once, addresses=Addresses((server.address + "/index.json",)), patience=patience)
    manager.refresh(lambda: False)
    return manager


def packages(manager: PackageManager, *arguments: str | Path) -> int:
    return run_with(manager, command_parser().parse_args(["packages", *map(str, arguments)]))


def test_a_package_is_found_installed_listed_verified_and_removed(
    server: Server, manager: PackageManager, user_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    server.pages["/v1/" + FILE] = Page(GOOD)
    assert packages(manager, "available", "norwegian", "--refresh") == 0
    assert "nb    en  1.8      no" in capsys.readouterr().out
    assert packages(manager, "install", "no", "en") == 0
    out = capsys.readouterr().out
    assert f"Installed: translate-nb_en 1.8 in {user_folder / 'translate-nb_en-1_8'}" in out
    assert "(seen for the first time; later files are compared with it)" in out
    assert packages(manager, "list") == 0
    [line] = [line for line in capsys.readouterr().out.splitlines() if "translate-nb_en-1_8" in line]
    assert line.split()[:5] == ["nb", "en", "1.8", "other", "yes"]
    assert f"{SIZE / 1e6:.0f} MB" in line
    assert "CC BY-SA 4.0" in line
    assert packages(manager, "verify") == 0
    assert "translate-nb_en 1.8: good" in capsys.readouterr().out
    assert packages(manager, "install", "nb", "en") == 0
    assert "already installed" in capsys.readouterr().err
    (user_folder / "translate-nb_en-1_8" / "README.md").unlink()
    assert packages(manager, "install", "nb", "en") == 0
    assert "(the same as before)" in capsys.readouterr().out
    assert (user_folder / "translate-nb_en-1_8-2" / "README.md").exists()
    assert packages(manager, "remove", "nb", "en") == 0
    assert list(user_folder.iterdir()) == []


def test_what_can_be_had_is_told_without_asking_anybody(user_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packages", "available", "norwegian"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all("CC BY 4.0" in line for line in lines[1:3])
    assert [line.split()[:3] for line in lines[1:3]] == [["en", "nb", "1.9"], ["nb", "en", "1.9"]]
    assert lines[-1].startswith("Package list from 2025-06-21, included with Tospalt")


def test_a_file_is_imported_and_a_broken_one_is_not(
    user_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, broken = package_file(tmp_path / FILE), tmp_path / "broken.argosmodel"
    broken.write_bytes(GOOD[:1000])
    assert main(["packages", "import", str(broken), str(good)]) == 1
    assert capsys.readouterr().err == (
        "tospalt: “broken.argosmodel” is damaged or is not a language package. Download it again.\n"
    )
    assert find_packages().choose("nb", "en").version == "1.8"


def test_who_chose_an_older_starter_package_has_the_present_one(user_folder: Path) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    metadata = user_folder / "mine" / "metadata.json"
    metadata.write_text(metadata.read_text("utf-8").replace(f'"{VERSION}"', '"7"'), "utf-8")
    assert not find_packages().choose("nb", "en").starter
    old = Path("/an/older/environment", *NB_EN.parent.parts[-2:], "translate-nb_en-0_0")
    choice_file().parent.mkdir(parents=True, exist_ok=True)
    save_choices(choice_file(), {("nb", "en"): old})
    assert find_packages().choose("nb", "en").starter
    save_choices(choice_file(), {("nb", "en"): Path("/somewhere/else")})
    assert not find_packages().choose("nb", "en").starter


def test_a_choice_is_kept_and_taken_back(user_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    metadata = user_folder / "mine" / "metadata.json"
    metadata.write_text(metadata.read_text("utf-8").replace(f'"{VERSION}"', '"7"'), "utf-8")
    assert find_packages().choose("nb", "en").version == "7"
    assert main(["packages", "use", "nb", "en", VERSION]) == 0
    assert find_packages().choose("nb", "en").starter
    assert main(["packages", "use", "nb", "en"]) == 0
    assert find_packages().choose("nb", "en").version == "7"
    assert main(["packages", "use", "nb", "en", "3"]) == 1
    assert "There is no such package" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["install", "nb", "ja"], "No package from Norwegian Bokmål to Japanese is available"),
        (["remove", "nb", "en"], "You have no such package"),
        (["remove"], "Name a package"),
        (["use", "xx", "yy"], "There is no such package"),
        (["use", "nb", "en", "9"], "There is no such package"),
        (["remove", "--folder", "/"], "is not one of your own packages"),
        (["remove", "--folder", ".."], "is not one of your own packages"),
        (["import", "/no/such/file"], "cannot be read: no such file or folder"),
    ],
)
def test_what_cannot_be_done_is_told(
    arguments: list[str], sentence: str, user_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["packages", *arguments]) == 1
    assert sentence in capsys.readouterr().err


def test_stray_and_broken_folders_are_shown_as_broken_and_disturb_nothing(
    user_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (user_folder / "stray").mkdir()
    shutil.copytree(NB_EN, user_folder / "translate-nb_en-9")
    (user_folder / "translate-nb_en-9" / "model" / "model.bin").write_bytes(b"nonsense")
    assert main(["packages", "list"]) == 0
    assert capsys.readouterr().out.count("Not a package:") == 2
    assert main(["packages", "verify"]) == 1
    assert f"{user_folder / 'translate-nb_en-9'}: BROKEN: The model is damaged" in capsys.readouterr().out
    text = tmp_path / "en.txt"
    text.write_text("Dette er en tekst på norsk, og den er skrevet av en som bor i byen.", "utf-8")
    assert main(["translate", str(text)]) == 0
    captured = capsys.readouterr()
    assert captured.out.strip()
    assert "translate-nb_en-9” cannot be used: The model is damaged." in captured.err


# A program that installs from the test's server and may be killed.
PROGRAM = """
import sys
from reader.cli import command_parser
from reader.commands.packages import run_with
from reader.engine import try_out
from reader.packages.addresses import Addresses
from reader.packages.manager import PackageManager
manager = PackageManager(try_out, addresses=Addresses((sys.argv[1],)))
sys.exit(run_with(manager, command_parser().parse_args(["packages", *sys.argv[2:]])))
"""


def started(server: Server, user_folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-c", PROGRAM, server.address + "/index.json", *arguments]
    environment = {**os.environ, "ARGOS_PACKAGES_DIR": str(user_folder)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_a_download_that_is_killed_is_resumed_by_the_next_start(
    server: Server, manager: PackageManager, user_folder: Path
) -> None:
    server.pages["/v1/" + FILE] = Page(GOOD, pace=HALF, holds=server.holds(1))
    part = user_folder.parent.parent / "data" / "packages" / "downloads" / f"{FILE}.part"
    with started(server, user_folder, "install", "nb", "en") as process:
        while process.poll() is None and not (part.exists() and part.stat().st_size == HALF):
            pass
        process.send_signal(signal.SIGKILL)
    assert list(user_folder.iterdir()) == []
    assert find_packages().choose("nb", "en").starter
    server.asked.clear()
    server.pages["/v1/" + FILE] = Page(GOOD)
    assert packages(manager, "install", "nb", "en") == 0
    [asked] = server.asked
    assert asked.headers["range"] == f"bytes={HALF}-"
    assert find_packages().choose("nb", "en").version == "1.8"


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
@pytest.mark.parametrize("at", ["model/model.bin", "tospalt.json"], ids=["unpacking", "about to be moved"])
def test_an_installation_that_is_killed_leaves_no_half_package(
    at: str, server: Server, manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(NB_EN, user_folder / NB_EN.name)
    aside = user_folder.parent / ".tospalt-install" / "new"
    file = package_file(tmp_path / FILE)
    with started(server, user_folder, "import", str(file)) as process:
        # A file that exists only for an instant may be missed: then the package was installed.
        while not (aside / at).exists() and process.poll() is None:
            pass
        process.send_signal(signal.SIGKILL)
    assert {path.name for path in user_folder.iterdir()} <= {NB_EN.name, "translate-nb_en-1_8"}
    assert not find_packages().broken
    assert packages(manager, "import", file) == 0
    assert {path.name for path in user_folder.iterdir()} == {NB_EN.name, *_versions(user_folder)}
    assert not aside.exists()


def _versions(user_folder: Path) -> set[str]:
    """The folder of the only package with version 1.8."""
    found = [package.path.name for package in find_packages().usable if package.version == "1.8"]
    assert len(found) == 1
    return set(found)


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_two_programs_that_install_the_same_at_once_leave_one_whole_package(
    server: Server, manager: PackageManager, user_folder: Path, tmp_path: Path
) -> None:
    file = package_file(tmp_path / FILE)
    both = [started(server, user_folder, "import", str(file)) for _ in range(2)]
    for process in both:
        with process:
            assert process.wait(60) == 0
    assert len(list(user_folder.iterdir())) == 1
    assert not find_packages().broken
    assert packages(manager, "verify") == 0


def test_a_package_that_does_not_load_gives_way_to_the_starter(
    user_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(NB_EN, user_folder / "mine")
    (user_folder / "mine" / "model" / "shared_vocabulary.json").unlink()
    assert not find_packages().choose("nb", "en").starter  # it looks intact
    text = tmp_path / "en.txt"
    text.write_text("Dette er en annen tekst på norsk, og den er skrevet av en som bor på landet.", "utf-8")
    assert main(["translate", str(text)]) == 0
    captured = capsys.readouterr()
    assert captured.out.strip()
    assert "Another package is used instead." in captured.err


def test_without_another_package_the_one_that_does_not_load_is_named(user_folder: Path) -> None:
    from reader.engine import Engines
    from reader.packages import Packages

    shutil.copytree(NB_EN, user_folder / "mine")
    (user_folder / "mine" / "model" / "shared_vocabulary.json").unlink()
    own = Packages(tuple(package for package in find_packages().usable if not package.starter))
    with pytest.raises(PackageError, match=r"The package translate-nb_en does not work\. Install it again"):
        Engines().load(own, "nb", "en")
