"""Putting the program into the user's menus, and taking it out."""

import configparser
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.commands import DONE, FAILED, install_desktop, remove_desktop
from reader.formats.suffixes import MARKDOWN_SUFFIXES, SUBTITLE_SUFFIXES
from reader.paths import COMMAND, DESKTOP_FILES, DESKTOP_ID
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


def test_removing_leaves_no_folder_or_index_of_its_own(home: Path, called: Callable[[str], Path]) -> None:
    called("bin")
    home.mkdir()
    install_desktop()
    (home / "applications" / "mimeinfo.cache").write_text("[MIME Cache]\n")
    (home / "mime" / "mime.cache").touch()
    remove_desktop()
    assert list(home.iterdir()) == []


def test_removing_leaves_what_others_have_installed(home: Path, called: Callable[[str], Path]) -> None:
    called("bin")
    others = "applications/other.desktop", "mime/packages/other.xml", "icons/hicolor/scalable/apps/other.svg"
    for name in others:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(
            '<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info"/>'
            if name.endswith(".xml")
            else "[Desktop Entry]\nType=Application\nName=Other\nExec=true\n"
        )
    install_desktop()
    indexes = home / "applications" / "mimeinfo.cache", home / "mime" / "mime.cache"
    for index in indexes:
        index.touch()
    remove_desktop()
    assert all((home / name).exists() for name in others)
    assert all(index.exists() for index in indexes)
    assert not (home / "metainfo").exists()


def test_an_entry_of_before_is_replaced(home: Path, called: Callable[[str], Path]) -> None:
    program = called("bin")
    entry = home / "applications" / f"{DESKTOP_ID}.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text("[Desktop Entry]\nExec=/gone/tospalt %F\nOld=1\n")
    assert install_desktop() == DONE
    assert entry_in(home)["Exec"] == f'"{program}" %F'
    assert "Old" not in entry_in(home)


def test_a_relative_data_folder_counts_as_none(
    tmp_path: Path, called: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    called("bin")
    monkeypatch.setenv("XDG_DATA_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    assert install_desktop() == DONE
    assert not (tmp_path / "relative").exists()
    assert len(files_in(tmp_path / "home" / ".local" / "share")) == 5


# As the specification of desktop entries says: first the escapes of strings, then quotes, then what "%" stands for.
_STRING_ESCAPES = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "\\": "\\"}


def unescaped(value: str) -> str:
    return re.sub(r"\\(.)", lambda found: _STRING_ESCAPES[found[1]], value)


def words_of(value: str, files: list[str]) -> list[str]:
    """What is started for these files by the Exec key of an entry, word by word."""
    words = list[str]()
    for quoted, bare in re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', unescaped(value), re.S):
        if bare == "%F":
            words += files
        else:
            words.append((re.sub(r"\\(.)", r"\1", quoted, flags=re.S) or bare).replace("%%", "%"))
    return words


@pytest.mark.parametrize(
    "folder", ["bin", 'a "b" $c `d` \\e æ', "it's", "100%", 'all: 100% "$0" `x` \\', "%F", "a=b", "two\nlines"]
)
def test_a_program_in_a_folder_with_any_name_is_started_by_its_entry(
    folder: str, home: Path, called: Callable[[str], Path], tmp_path: Path
) -> None:
    program, told = called(folder), tmp_path / "told"
    program.write_text(f'#!/bin/sh\nprintf "%s\\0" "$0" "$@" > "{told}"\n')
    assert install_desktop() == DONE
    files = [str(tmp_path / "a b.txt"), "it's 100% æ"]
    words = words_of(entry_in(home)["Exec"], files)
    assert "%" not in words[0], "GLib looks for it as written"
    subprocess.run(words, check=True)
    assert told.read_text().split("\0")[:-1] == [str(program), *files]
    assert unescaped(entry_in(home)["TryExec"]) == str(program)


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
    assert {"text/plain", "text/markdown", "application/x-subrip", "text/vtt", "application/xliff+xml"} < set(types)
    assert {"text/html", "application/epub+zip"} < set(types)
    own = ET.parse(DESKTOP_FILES / f"{DESKTOP_ID}.xml").getroot()
    assert {each.get("type") for each in own} < set(types)


def test_the_metainfo_names_this_version_and_this_program() -> None:
    metainfo = ET.parse(DESKTOP_FILES / f"{DESKTOP_ID}.metainfo.xml").getroot()
    assert metainfo.findtext("id") == DESKTOP_ID
    assert metainfo.findtext("launchable") == f"{DESKTOP_ID}.desktop"
    assert metainfo.findtext("provides/binary") == COMMAND
    assert __version__ in [release.get("version") for release in metainfo.iter("release")]


def test_the_metainfo_tells_of_no_release_that_the_changelog_does_not_tell_of() -> None:
    metainfo = ET.parse(DESKTOP_FILES / f"{DESKTOP_ID}.metainfo.xml").getroot()
    told = {(r.get("version"), r.get("date")) for r in metainfo.iter("release") if r.get("type") != "development"}
    changelog = (Path(__file__).parents[3] / "CHANGELOG.md").read_text("utf-8")
    assert told == set(re.findall(r"^## \[(\d\S*)\] - (\S+)$", changelog, re.M))


def test_the_metainfo_says_everything_in_both_languages_and_names_no_address() -> None:
    file = DESKTOP_FILES / f"{DESKTOP_ID}.metainfo.xml"
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for parent in ET.parse(file).getroot().iter():
        for tag in {each.tag for each in parent} & {"summary", "p", "li", "keyword"}:
            said = [each.get(language, "en") for each in parent if each.tag == tag]
            # Words that both languages share are said once.
            assert said.count("en") >= said.count("nb") >= (1 if tag == "keyword" else said.count("en")), tag
    assert not re.findall(r"https?://(?!www\.w3\.org)", file.read_text("utf-8"))


def test_windows_on_x11_belong_to_the_entry() -> None:
    parser = configparser.RawConfigParser()
    parser.read(DESKTOP_FILES / f"{DESKTOP_ID}.desktop", "utf-8")
    assert parser["Desktop Entry"]["StartupWMClass"] == COMMAND


def test_the_metainfo_and_the_entry_agree_on_categories() -> None:
    parser = configparser.RawConfigParser()
    parser.read(DESKTOP_FILES / f"{DESKTOP_ID}.desktop", "utf-8")
    metainfo = ET.parse(DESKTOP_FILES / f"{DESKTOP_ID}.metainfo.xml").getroot()
    assert [each.text for each in metainfo.iter("category")] == parser["Desktop Entry"]["Categories"].split(";")[:-1]


def validated(*command: str) -> str:
    """What a validator says; skips if it is not installed, as `.ci/run` does where it may."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_desktop_file_validate_has_nothing_to_say() -> None:
    assert validated("desktop-file-validate", str(DESKTOP_FILES / f"{DESKTOP_ID}.desktop")) == ""


def test_appstreamcli_warns_of_nothing() -> None:
    said = validated("appstreamcli", "validate", "--no-net", str(DESKTOP_FILES / f"{DESKTOP_ID}.metainfo.xml"))
    # Newer ones want the address of a home page, and there is none.
    found = [line for line in said.splitlines() if line.startswith(("W:", "E:")) and "homepage" not in line]
    assert found == []


def test_update_mime_database_takes_the_file_types(tmp_path: Path) -> None:
    (tmp_path / "packages").mkdir()
    shutil.copy(DESKTOP_FILES / f"{DESKTOP_ID}.xml", tmp_path / "packages")
    validated("update-mime-database", str(tmp_path))
    assert "application/x-argos-package:*.argosmodel" in (tmp_path / "globs").read_text()


def test_an_entry_as_installed_is_valid_too(home: Path, called: Callable[[str], Path]) -> None:
    called('100% "æ"')
    install_desktop()
    assert validated("desktop-file-validate", str(home / "applications" / f"{DESKTOP_ID}.desktop")) == ""


def test_the_entry_of_the_bundle_starts_the_bundle(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle, image = tmp_path / "mounted" / "tospalt", tmp_path / "Tospalt.AppImage"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(bundle))
    monkeypatch.setattr(sys, "argv", ["tospalt"])
    # In an AppImage, in the folder that it is mounted on; started from another AppImage; in none.
    for mounted, program in ((bundle.parent, image), (tmp_path / "other", bundle), (None, bundle)):
        for name, value in (("APPIMAGE", image), ("APPDIR", mounted)):
            monkeypatch.setenv(name, str(value or ""))
        assert install_desktop() == DONE
        assert entry_in(home)["TryExec"] == str(program)
