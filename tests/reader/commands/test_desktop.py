"""Putting the program into the user's menus, and taking it out."""

import configparser
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.commands import DONE, FAILED, install_desktop, remove_desktop
from reader.formats.suffixes import MARKDOWN_SUFFIXES, SUBTITLE_SUFFIXES
from reader.paths import DESKTOP_FILES, DESKTOP_ID
from reader.version import __version__

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there are no such menus")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of data files, empty."""
    folder = tmp_path / "share"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return folder


@pytest.fixture
def called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes a program in a folder of this name, by which this process was called."""

    def make(folder: str) -> Path:
        program = tmp_path / folder / "tospalt"
        program.parent.mkdir()
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "argv", [str(program)])
        return program

    return make


def files_in(folder: Path) -> set[str]:
    # The desktop's own programs, where they are installed, add indexes of theirs.
    return {str(path.relative_to(folder)) for path in folder.rglob(f"{DESKTOP_ID}*")}


def entry_in(home: Path) -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment]
    parser.read(home / "applications" / f"{DESKTOP_ID}.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_what_is_installed_is_found_where_desktops_look_and_can_be_removed(
    home: Path, called: Callable[[str], Path]
) -> None:
    program = called("bin")
    assert install_desktop() == DONE
    assert files_in(home) == {
        f"applications/{DESKTOP_ID}.desktop",
        f"metainfo/{DESKTOP_ID}.metainfo.xml",
        f"mime/packages/{DESKTOP_ID}.xml",
        f"icons/hicolor/scalable/apps/{DESKTOP_ID}.svg",
        f"icons/hicolor/symbolic/apps/{DESKTOP_ID}-symbolic.svg",
    }
    assert entry_in(home)["Exec"] == f'"{program}" %F'
    assert entry_in(home)["TryExec"] == str(program)
    assert remove_desktop() == DONE
    assert files_in(home) == set()


def test_installing_twice_and_removing_what_is_not_there_are_fine(home: Path, called: Callable[[str], Path]) -> None:
    called("bin")
    assert [install_desktop(), install_desktop(), remove_desktop(), remove_desktop()] == [DONE] * 4


def test_a_program_in_a_folder_with_any_name_is_started_by_its_entry(home: Path, called: Callable[[str], Path]) -> None:
    program = called('a "b" $c `d` \\e 100% æ')
    install_desktop()
    # As the specification says: first the escapes of strings, then quotes, then what % stands for.
    written = entry_in(home)["Exec"].replace("\\\\", "\\")
    quoted, _, rest = written.removeprefix('"').rpartition('"')
    characters = iter(quoted)
    word = "".join(next(characters) if character == "\\" else character for character in characters)
    assert (word.replace("%%", "%"), rest) == (str(program), " %F")


def test_what_cannot_be_written_is_told_in_one_line(
    home: Path, called: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    called("bin")
    home.write_text("a file where a folder should be")
    assert install_desktop() == FAILED
    assert "cannot be created" in capsys.readouterr().err


def test_without_a_command_to_start_there_is_no_entry(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/main.py"])
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert install_desktop() == FAILED
    assert "not installed as a command" in capsys.readouterr().err
    assert files_in(home) == set()


def test_the_command_line_installs_and_removes_without_a_screen(home: Path, called: Callable[[str], Path]) -> None:
    called("bin")
    without = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    for option, there in (("--install-desktop", True), ("--remove-desktop", False)):
        code = f"import sys; sys.argv = ['{sys.argv[0]}', '{option}']; from ui.main import main; sys.exit(main())"
        subprocess.run([sys.executable, "-c", code], env=without, check=True, capture_output=True)
        assert bool(files_in(home)) == there


def test_the_entry_opens_the_kinds_of_file_that_the_program_reads() -> None:
    parser = configparser.RawConfigParser()
    parser.read(DESKTOP_FILES / f"{DESKTOP_ID}.desktop", "utf-8")
    types = parser["Desktop Entry"]["MimeType"].rstrip(";").split(";")
    metainfo = ET.parse(DESKTOP_FILES / f"{DESKTOP_ID}.metainfo.xml").getroot()
    assert [each.text for each in metainfo.iter("mediatype")] == types
    assert {".md"} <= MARKDOWN_SUFFIXES
    assert {".srt", ".vtt"} == SUBTITLE_SUFFIXES
    assert {"text/plain", "text/markdown", "application/x-subrip", "text/vtt"} < set(types)
    own = ET.parse(DESKTOP_FILES / f"{DESKTOP_ID}.xml").getroot()
    assert {each.get("type") for each in own} < set(types)


def test_the_metainfo_names_this_version_and_this_program() -> None:
    metainfo = ET.parse(DESKTOP_FILES / f"{DESKTOP_ID}.metainfo.xml").getroot()
    assert metainfo.findtext("id") == DESKTOP_ID
    assert __version__ in [release.get("version") for release in metainfo.iter("release")]


@pytest.mark.parametrize(
    ("validator", "file"),
    [
        (("desktop-file-validate",), f"{DESKTOP_ID}.desktop"),
        (("appstreamcli", "validate", "--no-net"), f"{DESKTOP_ID}.metainfo.xml"),
    ],
)
def test_validators_find_nothing_wrong_where_they_are_installed(validator: tuple[str, ...], file: str) -> None:
    if shutil.which(validator[0]) is None:
        pytest.skip(f"{validator[0]} is not installed")
    done = subprocess.run([*validator, str(DESKTOP_FILES / file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert not any(line.startswith(("W:", "E:")) for line in done.stdout.splitlines())
