"""Settings: saved, read again, and reset one by one where values are invalid."""

import json
import os
import stat
from dataclasses import asdict, fields, replace
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import given, strategies as st

from reader.errors import OutputError
from reader.files import read_bytes
from reader.settings import ExportPreferences, Settings
from reader.settings_file import SettingsFile

UNKNOWN = "This setting has a value that this version of Tospalt does not know, so the default value is used: "
SEVERAL = "These settings have values that this version of Tospalt does not know, so the default values are used: "
CHOSEN = Settings(
    theme="sepia",
    interface_language="nb",
    text_size=20,
    line_spacing=1.5,
    measure=80,
    reading_face="system_sans",
    justified=True,
    view="stacked",
    column_split=400,
    blur="translation",
    highlight_words=False,
    library_width=0,
    window_width=1200,
    window_height=800,
    last_folder="/hjem/tekster",
    export=ExportPreferences(folder="/hjem/blå bær", layout="stacked", font_size=11.5),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def write(file: Path, content: object) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(content), "utf-8")


def loaded(file: Path) -> tuple[Settings, str]:
    """The settings that a program reads, and the problem it reports."""
    kept = SettingsFile(file)
    return kept.settings, kept.problem


def test_a_missing_file_means_the_usual_settings(file: Path) -> None:
    assert loaded(file) == (Settings(), "")


def test_what_is_saved_is_loaded(file: Path) -> None:
    SettingsFile(file).save(CHOSEN)
    assert loaded(file) == (CHOSEN, "")


def test_a_folder_whose_name_is_no_text_is_kept(file: Path) -> None:
    settings = Settings(last_folder=os.fsdecode(b"/caf\xe9"))
    SettingsFile(file).save(settings)
    assert loaded(file) == (settings, "")


@pytest.mark.skipif(os.name != "posix", reason="modes as POSIX has them")
def test_the_file_is_the_users_alone(file: Path) -> None:
    SettingsFile(file).save(CHOSEN)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_of_fewer_settings_leaves_the_others_usual(file: Path) -> None:
    write(file, {"theme": "light"})
    assert loaded(file) == (Settings(theme="light"), "")


def test_settings_of_another_version_are_passed_over(file: Path) -> None:
    write(file, {"theme": "light", "future": [1]})
    assert loaded(file) == (Settings(theme="light"), "")


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe\x00", b"[]", b"null", b"3"], ids=ascii)
def test_a_damaged_file_is_moved_aside_and_means_the_usual_settings(file: Path, data: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(data)
    settings, problem = loaded(file)
    kept = file.with_name("settings.damaged.json")
    assert settings == Settings()
    assert problem == f"The settings were damaged. They were kept as “{kept}”, and the default settings are used."
    SettingsFile(file).save(CHOSEN)
    assert kept.read_bytes() == data
    assert loaded(file) == (CHOSEN, "")


def test_a_damaged_file_does_not_take_the_place_of_an_earlier_one(file: Path) -> None:
    file.parent.mkdir()
    for data in ("first", "second", "third"):
        file.write_text(data)
        loaded(file)
    kept = [file.with_name(f"settings.damaged{number}.json") for number in ("", "-2", "-3")]
    assert [each.read_text() for each in kept] == ["first", "second", "third"]


def test_a_file_that_is_damaged_while_the_program_runs_is_moved_aside_too(file: Path) -> None:
    running = SettingsFile(file)
    assert running.save(Settings()) == ""
    file.write_text("{")
    kept = file.with_name("settings.damaged.json")
    assert running.save(CHOSEN) == f"The settings were damaged. They were kept as “{kept}”, and new ones were saved."
    assert kept.read_text() == "{"
    assert loaded(file) == (CHOSEN, "")


def test_a_file_that_cannot_be_read_is_a_problem_and_is_not_replaced(tmp_path: Path) -> None:
    assert loaded(tmp_path)[1] == f"The settings in “{tmp_path}” cannot be read. The default settings are used."
    with pytest.raises(OutputError, match="cannot be written: it is a folder"):
        SettingsFile(tmp_path).save(CHOSEN)


@pytest.mark.skipif(os.name != "posix", reason="named pipes are POSIX's")
def test_a_pipe_in_the_place_of_the_file_is_waited_for_by_nobody(file: Path) -> None:
    file.parent.mkdir()
    os.mkfifo(file)
    assert loaded(file)[1].endswith("cannot be read. The default settings are used.")
    with pytest.raises(OutputError, match="cannot be written: it is not an ordinary file"):
        SettingsFile(file).save(CHOSEN)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
CHOICES = [field.name for field in fields(ExportPreferences)]
FLAT = {f"export_{name}": name for name in CHOICES}
NAMES = st.sampled_from([field.name for field in fields(Settings) if field.name != "export"])
GROUP = st.dictionaries(st.sampled_from(CHOICES) | st.text(), JSON, max_size=4) | JSON


@given(
    kept=st.dictionaries(NAMES | st.sampled_from(sorted(FLAT)) | st.text(), JSON, max_size=8)
    | st.fixed_dictionaries({"export": GROUP}, optional=dict.fromkeys(FLAT, JSON)),
    theme=st.sampled_from(["dark", "sepia"]),
)
def test_what_is_not_understood_survives_a_save_unless_it_is_set(
    kept: dict[str, Any], theme: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("config") / "settings.json"
    file.write_text(json.dumps(kept))
    settings, _ = loaded(file)
    SettingsFile(file).save(replace(settings, theme=theme, text_size=settings.text_size % 40 + 1))
    again = json.loads(file.read_text())
    for name, value in (kept | {"theme": theme, "text_size": settings.text_size % 40 + 1}).items():
        if isinstance(again["export"], dict) and (name == "export" or name in FLAT):
            inside = kept.get("export", {})  # takes precedence over what is outside it
            assert again["export"].items() >= ({FLAT[name]: value} | inside if name in FLAT else value).items()
        else:
            assert again[name] == value
    whole = kept.keys() | asdict(settings).keys()
    flat = set() if isinstance(again["export"], dict) else FLAT.keys()
    assert again.keys() - {"not_understood"} == whole - FLAT.keys() | flat


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
        ("reading_face", "comic"),
        ("justified", 1),
        ("measure", 39),
        ("measure", 101),
        ("measure", 70.5),
        ("view", "three"),
        ("column_split", 199),
        ("column_split", 801),
        ("blur", "both"),
        ("highlight_words", 1),
        ("library_width", -1),
        ("window_width", 20001),
        ("window_height", 10**30),
        ("dialog_sizes", [1, 2]),
        ("dialog_sizes", {"Log": [300]}),
        ("dialog_sizes", {"Log": [300, True]}),
        ("dialog_sizes", {"Log": [300, 0]}),
        ("dialog_sizes", {"Log": "300x200"}),
        ("last_folder", 3),
        ("last_folder", "/\ud800"),
    ],
)
def test_a_value_that_is_not_known_is_replaced_alone_and_named(file: Path, name: str, value: object) -> None:
    write(file, {"theme": "dark", "text_size": 20, **{name: value}})
    settings, problem = loaded(file)
    assert getattr(settings, name) == getattr(Settings(), name)
    assert (settings.theme == "dark") is (name != "theme")
    assert (settings.text_size == 20) is (name != "text_size")
    assert problem == f"{UNKNOWN}{name}."


@pytest.mark.parametrize("flat", [False, True])
@pytest.mark.parametrize(
    ("choice", "value"),
    [
        ("layout", "three"),
        ("layout", ["columns"]),
        ("paper", None),
        ("font_size", 5.9),
        ("font_size", True),
        ("landscape", 1),
        ("suffix", {}),
        ("folder", ["a"]),
        ("folder", "/a\0b"),
    ],
)
def test_a_choice_of_the_export_that_is_not_known_is_replaced_alone_and_named(
    file: Path, choice: str, value: object, flat: bool
) -> None:
    sound: dict[str, Any] = {"layout": "stacked", "font_size": 12, "numbers": False, "folder": "/a"}
    kept = sound | {choice: value}
    write(file, {f"export_{name}": value for name, value in kept.items()} if flat else {"export": kept})
    rest = {name: value for name, value in sound.items() if name != choice}
    assert loaded(file) == (Settings(export=ExportPreferences(**rest)), f"{UNKNOWN}export.{choice}.")


def test_all_values_that_are_not_known_are_named(file: Path) -> None:
    write(file, {"theme": 1, "last_folder": 2, "text_size": 12})
    assert loaded(file)[1] == f"{SEVERAL}last_folder, theme."


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
        ("highlight_words", False),
        ("interface_language", "nb"),
        ("dialog_sizes", {"Log": [1, 20000]}),
    ],
)
def test_the_outermost_values_are_possible(file: Path, name: str, value: object) -> None:
    write(file, {name: value})
    settings, problem = loaded(file)
    assert (getattr(settings, name), problem) == (value, "")


def test_a_place_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    with pytest.raises(OutputError, match="cannot be written"):
        SettingsFile(tmp_path / "fil" / "settings.json").save(CHOSEN)


# Reported once


def test_values_that_are_not_known_are_told_once_and_stay(file: Path) -> None:
    write(file, {"theme": "pink", "view": "three", "not_understood": {"of_a_newer_version": "0f"}})
    program = SettingsFile(file)
    assert program.problem == f"{SEVERAL}theme, view."
    program.save(replace(program.settings, window_width=900))
    assert loaded(file) == (Settings(window_width=900), "")
    kept = json.loads(file.read_text())
    assert (kept["theme"], kept["view"], kept["not_understood"]["of_a_newer_version"]) == ("pink", "three", "0f")


def test_another_value_that_is_not_known_is_told_again_and_alone(file: Path) -> None:
    write(file, {"theme": "pink", "view": "three"})
    program = SettingsFile(file)
    program.save(program.settings)
    write(file, json.loads(file.read_text()) | {"theme": "mauve"})
    assert loaded(file)[1] == f"{UNKNOWN}theme."


def test_a_value_is_told_again_once_it_had_been_set_to_a_known_one(file: Path) -> None:
    write(file, {"theme": "pink"})
    program = SettingsFile(file)
    program.save(replace(program.settings, theme="dark"))
    assert "not_understood" not in json.loads(file.read_text())
    write(file, {"theme": "pink"})
    assert loaded(file)[1] == f"{UNKNOWN}theme."


# Files of version 0.1.0, which had the export options among the other settings


def test_what_stands_in_the_group_is_newer_and_the_rest_is_taken_from_outside_it(file: Path) -> None:
    write(file, {"export": {"layout": "stacked", "later": 1}, "export_layout": "facing", "export_paper": "a5"})
    program = SettingsFile(file)
    assert program.settings == Settings(export=ExportPreferences(layout="stacked", paper="a5"))
    program.save(replace(program.settings, theme="dark"))
    kept = json.loads(file.read_text())
    assert kept["export"] == asdict(ExportPreferences(layout="stacked", paper="a5")) | {"later": 1}
    assert not kept.keys() & FLAT.keys()


def test_what_it_has_told_of_is_not_told_again(file: Path) -> None:
    write(file, {"export": {"layout": "three"}})
    program = SettingsFile(file)
    program.save(program.settings)
    mark = json.loads(file.read_text())["not_understood"]["export.layout"]
    write(file, {"export_layout": "three", "not_understood": {"export_layout": mark}})
    assert loaded(file) == (Settings(), "")
    write(file, {"export_layout": "four", "not_understood": {"export_layout": mark}})
    assert loaded(file)[1] == f"{UNKNOWN}export.layout."


def test_a_group_of_which_another_version_has_made_something_else_stays(file: Path) -> None:
    write(file, {"export": ["first", "second"], "export_paper": "a5"})
    program = SettingsFile(file)
    mine = Settings(export=ExportPreferences(paper="a5"))
    assert (program.settings, program.problem) == (mine, f"{UNKNOWN}export.")
    program.save(replace(mine, export=replace(mine.export, suffix=".docx")))
    assert json.loads(file.read_text())["export"] == ["first", "second"]
    assert loaded(file) == (Settings(export=ExportPreferences(paper="a5", suffix=".docx")), "")


@pytest.mark.parametrize(
    "kept",
    [
        {"export": {"folder": "/secret"}},
        {"export_folder": "/secret"},
        {"export": {"folder": "/other"}, "export_folder": "/secret"},
        {"export": 3, "export_folder": "/secret"},
    ],
    ids=str,
)
def test_a_folder_is_forgotten_wherever_it_stands(file: Path, kept: dict[str, Any]) -> None:
    write(file, kept)
    program = SettingsFile(file)
    program.forget_folders(lambda folder: folder == "/secret")
    assert "secret" not in file.read_text()
    assert SettingsFile(file).settings == program.settings


# Several programs


def test_a_program_writes_only_what_it_has_set_itself(file: Path) -> None:
    first, second = SettingsFile(file), SettingsFile(file)
    first.save(replace(first.settings, theme="dark", text_size=20))
    second.save(replace(second.settings, window_width=1300))
    assert loaded(file)[0] == Settings(theme="dark", text_size=20, window_width=1300)


def test_a_program_writes_only_those_choices_of_the_export_that_it_has_set_itself(file: Path) -> None:
    first, second = SettingsFile(file), SettingsFile(file)
    for program, choice in ((first, {"layout": "stacked"}), (second, {"paper": "a5"})):
        export = replace(program.settings.export, **choice)  # type: ignore[arg-type]
        program.save(replace(program.settings, export=export))
    assert loaded(file)[0] == Settings(export=ExportPreferences(layout="stacked", paper="a5"))


STEPS = st.tuples(
    st.integers(0, 2),
    st.sampled_from(
        [
            ("theme", "dark"),
            ("theme", "sepia"),
            ("text_size", 20),
            ("text_size", 30),
            ("view", "stacked"),
            ("measure", 50),
        ]
    ),
    st.sampled_from(["saves", "cannot save", "starts anew"]),
)


@given(steps=st.lists(STEPS, max_size=20))
def test_several_programs_lose_nothing_of_each_other(
    steps: list[tuple[int, tuple[str, object], str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("config") / "settings.json"
    programs = [SettingsFile(file) for _ in range(3)]
    shown = [kept.settings for kept in programs]
    waiting: list[dict[str, object]] = [{}, {}, {}]
    last: dict[str, object] = {}
    for number, (name, value), deed in steps:
        if deed == "starts anew":
            programs[number] = SettingsFile(file)
            shown[number], waiting[number] = programs[number].settings, {}
            continue
        if getattr(shown[number], name) == value:
            continue
        shown[number] = replace(shown[number], **{name: value})  # type: ignore[arg-type]
        waiting[number][name] = value
        if deed == "saves":
            programs[number].save(shown[number])
            last |= waiting[number]
            waiting[number] = {}
        else:
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr("reader.json_files.read_bytes", unreadable)
                with pytest.raises(OutputError):
                    programs[number].save(shown[number])
    assert loaded(file) == (Settings(**last), "")  # type: ignore[arg-type]


def unreadable(*_: object) -> bytes:
    raise OSError(5, "input/output error")


def test_settings_that_could_not_be_read_are_not_overwritten_with_the_usual_ones(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    SettingsFile(file).save(Settings(theme="sepia", text_size=33))
    with monkeypatch.context() as patch:
        patch.setattr("reader.json_files.read_bytes", unreadable)
        program = SettingsFile(file)
    assert program.problem == f"The settings in “{file}” cannot be read. The default settings are used."
    program.save(replace(program.settings, window_width=1300))
    assert loaded(file)[0] == Settings(theme="sepia", text_size=33, window_width=1300)


def test_a_file_that_another_program_holds_is_not_written_and_what_was_set_follows(file: Path) -> None:
    program = SettingsFile(file)
    with FileLock(make(file.with_suffix(".lock"))), pytest.raises(OutputError, match="cannot be written"):
        program.save(replace(program.settings, theme="dark"))
    assert not file.exists()
    program.save(replace(program.settings, theme="dark", measure=50))
    assert loaded(file)[0] == Settings(theme="dark", measure=50)


def make(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def test_a_damaged_file_that_another_program_has_replaced_meanwhile_is_not_moved_aside(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(file, [])
    answers = iter([b"[]"])
    real = read_bytes

    def read(path: Path, limit: int) -> bytes:
        answer = next(answers, None)
        if answer is None:
            return real(path, limit)
        SettingsFile(path).save(CHOSEN)
        return answer

    monkeypatch.setattr("reader.json_files.read_bytes", read)
    assert loaded(file) == (CHOSEN, "")


def test_settings_that_had_another_name_are_read_and_named_anew(file: Path) -> None:
    write(file, {"light_words": False, "export_human": True})
    settings, problem = loaded(file)
    assert (settings.highlight_words, settings.export.reference, problem) == (False, True, "")
    SettingsFile(file).save(replace(settings, theme="dark"))
    kept = json.loads(file.read_text("utf-8"))
    assert (kept["highlight_words"], kept["export"]["reference"]) == (False, True)
    assert not kept.keys() & {"light_words", "export_human"}


def test_a_choice_of_the_export_that_had_another_name_in_its_group_is_read(file: Path) -> None:
    write(file, {"export": {"human": True}})
    assert loaded(file)[0].export.reference
    write(file, {"export": {"reference": False, "human": True}})
    assert not loaded(file)[0].export.reference


def test_a_setting_under_its_name_of_now_counts_before_an_older_one(file: Path) -> None:
    write(file, {"light_words": False, "highlight_words": True})
    assert loaded(file)[0].highlight_words


def test_a_former_default_counts_as_not_chosen(file: Path) -> None:
    write(file, {"outline_width": 240, "theme": "dark"})
    assert loaded(file) == (Settings(theme="dark"), "")
    write(file, {"outline_width": 241})
    assert loaded(file) == (Settings(outline_width=241), "")
