"""Settings: kept, read again, and set back one by one where a value cannot be."""

import json
import os
import stat
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import OutputError
from reader.settings import Settings, load_settings, save_settings

UNKNOWN = "These settings have values that this version of Tospalt does not know; the usual ones are used: "
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
def test_a_damaged_file_is_moved_aside_and_means_the_usual_settings(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    settings, problem = load_settings(file)
    kept = file.with_name("settings.damaged.json")
    assert settings == Settings()
    assert problem == f"The settings were damaged; they were kept as “{kept}”, and the usual ones are used."
    save_settings(file, CHOSEN)
    assert kept.read_bytes() == data
    assert load_settings(file) == (CHOSEN, "")


def test_a_damaged_file_does_not_take_the_place_of_an_earlier_one(file: Path) -> None:
    file.parent.mkdir()
    for data in ("first", "second", "third"):
        file.write_text(data)
        load_settings(file)
    kept = [file.with_name(f"settings.damaged{number}.json") for number in ("", "-2", "-3")]
    assert [each.read_text() for each in kept] == ["first", "second", "third"]


def test_a_file_that_is_damaged_while_the_program_runs_is_moved_aside_too(file: Path) -> None:
    save_settings(file, Settings())
    file.write_text("{")
    save_settings(file, CHOSEN)
    assert file.with_name("settings.damaged.json").read_text() == "{"
    assert load_settings(file) == (CHOSEN, "")


def test_a_file_that_cannot_be_read_is_a_problem_and_is_not_replaced(tmp_path: Path) -> None:
    assert load_settings(tmp_path)[1] == f"The settings in “{tmp_path}” cannot be read; the usual ones are used."
    with pytest.raises(OutputError, match="cannot be written: it is a folder"):
        save_settings(tmp_path, CHOSEN)


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_pipe_in_the_place_of_the_file_is_waited_for_by_nobody(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    assert load_settings(file)[1].endswith("cannot be read; the usual ones are used.")
    with pytest.raises(OutputError, match="cannot be written: it is not an ordinary file"):
        save_settings(file, CHOSEN)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
NAMES = st.sampled_from([field.name for field in fields(Settings)])


@given(kept=st.dictionaries(NAMES | st.text(), JSON, max_size=8), theme=st.sampled_from(["dark", "sepia"]))
def test_what_is_not_understood_survives_a_save_unless_it_is_set(
    kept: dict[str, object], theme: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("config") / "settings.json"
    file.write_text(json.dumps(kept))
    settings, _ = load_settings(file)
    save_settings(file, replace(settings, theme=theme, text_size=settings.text_size % 40 + 1))
    again = json.loads(file.read_text())
    assert {name: again[name] for name in kept.keys() - {"theme", "text_size"}} == {
        name: value for name, value in kept.items() if name not in ("theme", "text_size")
    }
    assert (again["theme"], again["text_size"]) == (theme, settings.text_size % 40 + 1)
    assert again.keys() == kept.keys() | asdict(settings).keys()


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
        ("export_folder", "/a\0b"),
        ("last_folder", "/\ud800"),
    ],
)
def test_a_value_that_is_not_known_is_replaced_alone_and_named(file: Path, name: str, value: object) -> None:
    write(file, {"theme": "dark", "text_size": 20, **{name: value}})
    settings, problem = load_settings(file)
    assert getattr(settings, name) == getattr(Settings(), name)
    assert (settings.theme == "dark") is (name != "theme")
    assert (settings.text_size == 20) is (name != "text_size")
    assert problem == f"{UNKNOWN}{name}."


def test_all_values_that_are_not_known_are_named(file: Path) -> None:
    write(file, {"theme": 1, "last_folder": 2, "text_size": 12})
    assert load_settings(file)[1] == f"{UNKNOWN}last_folder, theme."


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
