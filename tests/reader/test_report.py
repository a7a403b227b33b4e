"""A report on the program: what its makers need, and nothing of the user's."""

from dataclasses import asdict, fields, replace
from typing import cast

from hypothesis import given, strategies as st

from reader.report import FAULTS, LOG_LINES, Report, Surroundings
from reader.settings import CHOICES, ExportPreferences, Settings, flattened, settings_of, unusual

SHOWN_IN = Surroundings("6.1.2", "wayland", "GNOME", "", ((1280, 720, 1.5),), "nb")


def test_it_tells_versions_surroundings_packages_and_settings() -> None:
    settings = Settings(theme="dark", text_size=20, export=ExportPreferences(layout="facing"))
    packages = ("translate-nb_en 1.9 (official)", "translate-en_nb 0.3 (starter)")
    text = Report(SHOWN_IN, settings, libraries={"Typst": "0.15"}, packages=packages, broken=1).text()
    for words in (
        "Qt 6.1.2, Typst 0.15",
        "Qt platform wayland, desktop GNOME, session unknown, screen 1280 × 720 at scale 1.5, language nb",
        "Language packages: translate-nb_en 1.9 (official), translate-en_nb 0.3 (starter); unusable: 1",
        "Settings changed: theme = dark, text_size = 20, export.layout = facing\n",
    ):
        assert words in text, words
    assert "Faults" not in text and "Log" not in text


def test_packages_that_are_not_known_are_not_called_none() -> None:
    assert "Language packages: unknown\n" in Report(SHOWN_IN, Settings()).text()
    assert "Language packages: none; unusable: 2\n" in Report(SHOWN_IN, Settings(), packages=(), broken=2).text()


def test_of_faults_and_of_the_log_it_has_the_latest() -> None:
    faults = [f"Fault{number}." for number in range(FAULTS + 2)]
    log = "".join(f"line {number}.\n" for number in range(LOG_LINES + 2))
    text = Report(SHOWN_IN, Settings(), faults, log=log).text()
    assert "Fault1." not in text and "Fault2." in text and text.index("Fault2.") < text.index(faults[-1])
    assert "line 1." not in text and "line 2." in text
    assert text.endswith(f"line {LOG_LINES + 1}.\n")


@given(st.text(min_size=3).filter(lambda text: text.strip() not in CHOICES))
def test_no_setting_that_takes_any_text_is_told(words: str) -> None:
    names = [field.name for field in fields(ExportPreferences) if field.type == "str" or field.type is str]
    free = {name: words for name in names if f"export.{name}" not in CHOICES}
    settings = Settings(last_folder=words, export=replace(ExportPreferences(), **free))  # type: ignore[arg-type]
    assert {"folder", "suffix"} <= free.keys()
    assert unusual(settings) == {}


def test_of_the_settings_each_that_is_no_free_text_is_told() -> None:
    for key, usual in flattened(asdict(Settings())).items():
        name, other = ".".join(key), cast("str | float", usual)
        if name in CHOICES:
            other = CHOICES[name][-1]
        elif isinstance(usual, bool):
            other = not usual
        elif isinstance(usual, int | float):
            other = usual + (1 if isinstance(usual, int) else 0.25)
        else:
            continue
        assert unusual(settings_of({key: other})) == {name: other}
