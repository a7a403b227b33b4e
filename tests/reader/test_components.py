"""What Tospalt is made of: all that is needed is listed, with the licence as it is stated."""

import tomllib
from pathlib import Path

import pytest

from reader import components, log
from reader.components import FONT_FAMILIES, LIBRARIES, Component, fonts, libraries, licence_text, program, versions
from reader.paths import FONTS
from tests.source_tree import ROOT

Texts = dict[str, str]


def put_distribution(folder: Path, name: str, metadata: str, texts: Texts | None = None) -> None:
    """Lay down what pip does of a library: its metadata, and files beside it, which may be in folders."""
    info = folder / f"{name.replace('-', '_')}-1.2.dist-info"
    files = {"METADATA": f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.2\n{metadata}", **(texts or {})}
    for file, text in files.items():
        (info / file).parent.mkdir(parents=True, exist_ok=True)
        (info / file).write_text(text, "utf-8")
    (info / "RECORD").write_text("".join(f"{info.name}/{file},,\n" for file in files), "utf-8")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of libraries, of which the program needs one."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(components, "LIBRARIES", {"Made-Up": "Made Up", "PySide6-Essentials": "PySide6"})
    return tmp_path


def made_up() -> Component:
    return next(each for each in libraries("6.0") if each.name == "Made Up")


def test_all_that_the_program_needs_is_listed() -> None:
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert {name for each in needed for name in LIBRARIES if each.startswith(name)} == set(LIBRARIES)
    assert len(needed) == len(LIBRARIES)
    assert set(versions()) == set(LIBRARIES.values())


def test_every_font_that_comes_with_the_program_is_listed_with_its_licence() -> None:
    files = [path.name for path in FONTS.iterdir() if path.suffix in (".otf", ".ttf")]
    assert all(any(file.startswith(begins) for begins in FONT_FAMILIES) for file in files)
    assert all("SIL Open Font License, Version 1.1" in licence_text(font) for font in fonts())


@pytest.mark.parametrize(
    ("metadata", "licence"),
    [
        ("License-Expression: MIT OR Apache-2.0\n", "MIT OR Apache-2.0"),
        ("License-Expression: MIT\nLicense: Something else\n", "MIT"),
        ("License: BSD-3-Clause \n", "BSD-3-Clause"),
        (
            "License: Permission is\n        granted\nClassifier: License :: OSI Approved :: MIT License\n",
            "MIT",
        ),
        (f"License: {'Permission ' * 20}\nClassifier: License :: OSI Approved :: ISC\n", "ISC"),
        ("Classifier: License :: Public Domain\nClassifier: License :: OSI Approved :: ISC\n", "Public Domain, ISC"),
        ("License:\nClassifier: Topic :: Games\n", ""),
        ("License: UNKNOWN\n", ""),
        ("License: UNKNOWN\nClassifier: License :: OSI Approved :: MIT License\n", "MIT"),
        ("Classifier: License :: OSI Approved\n", ""),
        ("License: MIT License\n", "MIT"),
        ("License: Apache 2.0\n", "Apache-2.0"),
        ("License: 3-Clause BSD License\n", "BSD-3-Clause"),
        ("License: BSD License\n", "BSD License"),
    ],
)
def test_a_licence_is_named_in_its_usual_form_or_as_the_library_states_it(
    site: Path, metadata: str, licence: str
) -> None:
    put_distribution(site, "made-up", metadata)
    assert made_up() == Component("Made Up", "1.2", licence)


def test_what_a_library_needs_is_listed_too_and_what_belongs_to_an_extra_is_not(site: Path) -> None:
    extras = ('extra == "more"', "extra=='more'", "'more' == extra", 'python_version > "3" and (extra=="more")')
    needed = ["Under_Lying>=1; python_version > 'extra'", *(f"extra-one; {marker}" for marker in extras)]
    put_distribution(site, "made-up", "".join(f"Requires-Dist: {each}\n" for each in needed))
    put_distribution(site, "under.lying", "Requires-Dist: made-up\nRequires-Dist: not-there-at-all\n")
    put_distribution(site, "extra-one", "")
    names = [each.name for each in libraries("6.0")]
    assert names[:2] == ["Python", "Qt"]
    assert "under.lying" in names and "extra-one" not in names
    assert names.count("Made Up") == 1


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        ({"licenses/LICENSES/BSD.txt": "one\n", "licenses/NOTICE": "two\n"}, "one\n\n\ntwo\n"),
        ({"LICENCE": "beside", "entry_points.txt": "none of it"}, "beside\n"),
        ({}, "\n"),
    ],
)
def test_the_texts_of_a_licence_are_found_wherever_they_lie(site: Path, texts: Texts, shown: str) -> None:
    put_distribution(site, "made-up", "", texts)
    assert licence_text(made_up()) == shown


def test_the_licence_of_the_program_is_there_in_a_checkout_and_where_it_is_installed(site: Path) -> None:
    put_distribution(site, "tospalt", "")
    assert licence_text(program()).startswith("MIT License")
    put_distribution(site, "tospalt", "", {"licenses/LICENSE": "as installed", "licenses/fonts/OFL.md": "of a font"})
    assert licence_text(program()) == "as installed\n"


def test_qt_has_the_licence_of_what_brings_it(site: Path) -> None:
    qt, pyside = (next(each for each in libraries("6.0.1") if each.name == name) for name in ("Qt", "PySide6"))
    assert (qt.version, qt.licence) == ("6.0.1", pyside.licence)
    assert pyside.licence


def put_damaged(site: Path, files: dict[str, bytes]) -> None:
    """The library that is needed, with some of its files replaced."""
    put_distribution(site, "made-up", "License: MIT\n", {"licenses/LICENSE": "its text"})
    for file, data in files.items():
        (site / "made_up-1.2.dist-info" / file).write_bytes(data)


LISTED = b"made_up-1.2.dist-info/licenses/LICENSE,,\n"


@pytest.mark.parametrize(
    "record",
    [
        b".,,\n" + LISTED,
        b"\n\n" + LISTED,
        b"a,b,c,d,e\n" + LISTED,
        b",,\n/,,\n..,,\n" + LISTED,
        LISTED.replace(b",,", b",sha256=x,many"),
        LISTED.replace(b",,", b",no hash,"),
        LISTED.replace(b",,\n", b""),
    ],
)
def test_odd_lines_in_a_record_of_files_hide_nothing(
    site: Path, record: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    put_damaged(site, {"RECORD": record})
    found = made_up()
    assert (found.version, found.licence, licence_text(found)) == ("1.2", "MIT", "its text\n")
    assert not caplog.records


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"RECORD": b"\xff\xfe,,\n"}, ("1.2", "MIT")),
        ({"RECORD": b'"' + b"a" * 200_000}, ("1.2", "MIT")),
        ({"METADATA": b"Name: made-up\nVersion: 1.2\nAuthor: \xff\n"}, ("", "")),
        ({"METADATA": b"Name: made-up\nVersion: 1.2\nAuthor: \xff\n", "RECORD": b"\xff"}, ("", "")),
    ],
)
def test_a_damaged_library_costs_only_its_own_line_and_is_logged_once(
    site: Path, files: dict[str, bytes], told: tuple[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    put_damaged(site, files)
    found = libraries("6.0")
    assert [(each.version, each.licence) for each in found if each.name == "Made Up"] == [told]
    assert "PySide6" in {each.name for each in found}
    assert [record.name for record in caplog.records] == ["tospalt"]
    assert versions()["Made Up"] == told[0] and "PySide6" in versions()


@pytest.mark.parametrize("metadata", [None, b"", b"Metadata-Version: 2.1\n", b"Version:\n"])
def test_a_library_that_states_no_version_has_none(site: Path, metadata: bytes | None) -> None:
    put_distribution(site, "made-up", "")
    file = site / "made_up-1.2.dist-info" / "METADATA"
    file.unlink() if metadata is None else file.write_bytes(metadata)
    assert made_up() == Component("Made Up", "", "")
    assert versions()["Made Up"] == ""
    assert "Made Up, " in log.versions(**{"Made Up": ""})


def test_a_library_that_states_no_name_goes_by_that_under_which_it_is_needed(site: Path) -> None:
    put_distribution(site, "made-up", "Requires-Dist: under-lying\n")
    put_distribution(site, "under-lying", "")
    (site / "under_lying-1.2.dist-info" / "METADATA").write_bytes(b"Version: 3\n")
    assert Component("under-lying", "3", "") in libraries("6.0")


def test_the_program_has_a_licence_whatever_lies_with_its_metadata(site: Path) -> None:
    put_distribution(site, "tospalt", "")
    (site / "tospalt-1.2.dist-info" / "RECORD").write_bytes(b"\xff")
    assert licence_text(program()).startswith("MIT License")
