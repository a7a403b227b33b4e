"""Settings: kept, read again, and set back one by one where a value cannot be."""

import json
import os
import stat
from pathlib import Path

import pytest

from reader.errors import OutputError
from reader.settings import Settings, load_settings, save_settings

CHOSEN = Settings(
    theme="sepia",
    interface_language="nb",
    text_size=20,
    line_spacing=1.5,
    measure=80,
    view="stacked",
    column_split=400,
    blur="translation",
    light_words=False,
    library_width=0,
    window_width=1200,
    window_height=800,
    last_folder="/hjem/tekster",
    export_folder="/hjem/blå bær",
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(file: Path, content: object) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(content), "utf-8")


def test_a_missing_file_means_the_usual_settings(file: Path) -> None:
    assert load_settings(file) == (Settings(), "")


def test_what_is_saved_is_loaded(file: Path) -> None:
    save_settings(file, CHOSEN)
    assert load_settings(file) == (CHOSEN, "")


def test_a_folder_whose_name_is_no_text_is_kept(file: Path) -> None:
    settings = Settings(last_folder=os.fsdecode(b"/caf\xe9"))
    save_settings(file, settings)
    assert load_settings(file) == (settings, "")


@pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")
def test_the_file_is_the_users_alone(file: Path) -> None:
    save_settings(file, CHOSEN)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_of_fewer_settings_leaves_the_others_usual(file: Path) -> None:
    write(file, {"theme": "light"})
    assert load_settings(file) == (Settings(theme="light"), "")


def test_settings_of_another_version_are_passed_over(file: Path) -> None:
    write(file, {"theme": "light", "future": [1]})
    assert load_settings(file) == (Settings(theme="light"), "")


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b"3"], ids=ascii)
def test_a_damaged_file_means_the_usual_settings_and_one_sentence(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    settings, problem = load_settings(file)
    assert settings == Settings()
    assert problem == f"The settings in “{file}” cannot be read; the usual ones are used."


def test_a_file_that_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    assert load_settings(tmp_path)[1].endswith("the usual ones are used.")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "pink"),
        ("theme", 1),
        ("theme", None),
        ("text_size", 7),
        ("text_size", 41),
        ("text_size", "13"),
        ("text_size", 13.0),
        ("text_size", True),
        ("interface_language", "sv"),
        ("line_spacing", 0.9),
        ("line_spacing", 2.1),
        ("line_spacing", "1.5"),
        ("line_spacing", True),
        ("line_spacing", float("nan")),
        ("measure", 39),
        ("measure", 101),
        ("measure", 70.5),
        ("view", "three"),
        ("column_split", 199),
        ("column_split", 801),
        ("blur", "both"),
        ("light_words", 1),
        ("library_width", -1),
        ("window_width", 20001),
        ("window_height", 10**30),
        ("last_folder", 3),
        ("export_folder", ["a"]),
    ],
)
def test_an_impossible_value_is_set_back_alone_and_named(file: Path, name: str, value: object) -> None:
    write(file, {"theme": "dark", "text_size": 20, **{name: value}})
    settings, problem = load_settings(file)
    assert getattr(settings, name) == getattr(Settings(), name)
    assert (settings.theme == "dark") is (name != "theme")
    assert (settings.text_size == 20) is (name != "text_size")
    assert problem == f"Settings with impossible values were set back: {name}."


def test_all_impossible_values_are_named(file: Path) -> None:
    write(file, {"theme": 1, "last_folder": 2, "text_size": 12})
    assert load_settings(file)[1] == "Settings with impossible values were set back: last_folder, theme."


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("text_size", 8),
        ("text_size", 40),
        ("library_width", 0),
        ("theme", "system"),
        ("line_spacing", 1),
        ("line_spacing", 2.0),
        ("measure", 40),
        ("column_split", 800),
        ("light_words", False),
        ("interface_language", "nb"),
    ],
)
def test_the_outermost_values_are_possible(file: Path, name: str, value: object) -> None:
    write(file, {name: value})
    settings, problem = load_settings(file)
    assert (getattr(settings, name), problem) == (value, "")


def test_a_place_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        save_settings(tmp_path / "fil" / "settings.json", CHOSEN)
