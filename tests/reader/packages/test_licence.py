"""The licence of a package."""

import os
from pathlib import Path

import pytest

from reader.packages import LanguagePackage, known_licence, licence_notice
from reader.packages.licence import licence_of


def stating(folder: Path, readme: str | bytes) -> Path:
    """A folder with a README."""
    (folder / "README.md").write_bytes(readme if isinstance(readme, bytes) else readme.encode())
    return folder


@pytest.mark.parametrize(
    ("readme", "name"),
    [
        ("# X\n\n- Licence of the weights: CC BY-SA 4.0.\n", "CC BY-SA 4.0"),
        ("Made from OPUS-MT, https://creativecommons.org/licenses/by/4.0/.", "CC BY 4.0"),
        ("Data: CC0, Apache License, Version 2.0.\n\n## Licence\n\nLicense: MIT", "MIT"),
        ("Permitted by nobody.", ""),
    ],
)
def test_the_licence_is_named_as_the_readme_does_where_it_speaks_of_it(readme: str, name: str, tmp_path: Path) -> None:
    assert licence_of(stating(tmp_path, readme)) == name


def test_what_the_readme_does_not_state_may_be_published(tmp_path: Path) -> None:
    official, other = (LanguagePackage(tmp_path, "nb", "en", version, starter=False) for version in ("1.9", "1.8"))
    assert [known_licence(package) for package in (official, other)] == ["CC BY 4.0", ""]
    stating(tmp_path, "Licence: CC0")
    assert known_licence(official) == "CC0"


@pytest.mark.parametrize(
    ("readme", "notice"),
    [
        ("# X\n\n- Licence of the weights: CC BY-SA 4.0.\n", "CC BY-SA 4.0"),
        ("## License\n\nMade from OPUS-MT (Tiedemann), CC BY 4.0.\n", "Made from OPUS-MT (Tiedemann), CC BY 4.0"),
        ("Copyright © 2020 A\nLicense: **CC-BY 4.0**", "CC-BY 4.0"),
        ("Nothing of the kind.", ""),
        (b"License: \xff <b>", "\ufffd <b>"),
    ],
)
def test_the_notice_is_what_the_readme_says(readme: str | bytes, notice: str, tmp_path: Path) -> None:
    assert licence_notice(stating(tmp_path, readme)) == notice


def test_a_package_without_a_readme_has_no_notice(tmp_path: Path) -> None:
    assert licence_notice(tmp_path / "gone") == ""


def test_a_long_notice_is_cut_at_a_word(tmp_path: Path) -> None:
    notice = licence_notice(stating(tmp_path, "License: " + "word " * 500))
    assert len(notice) <= 401
    assert notice.endswith("word…")


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_readme_that_is_a_pipe_states_nothing_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "README.md")
    assert (licence_of(tmp_path), licence_notice(tmp_path)) == ("", "")
