"""Which words are looked up in dictionaries, and where these are found."""

import shutil
from itertools import product
from pathlib import Path

import pytest

from reader.spelling import words_to_check
from reader.spelling.dictionaries import FOLDERS, dictionaries
from tests.dictionaries import FOLDER


def checked(text: str, source: str = "") -> list[str]:
    return [word for _, word in words_to_check(text, source)]


def test_words_are_looked_up_as_dictionaries_write_them() -> None:
    assert checked("Don’t co\u00adoperate, well\u2011known") == ["Don't", "cooperate", "well-known"]


@pytest.mark.parametrize(
    "word",
    ["12", "B12", "50 %", "NATO", "a", "https://a.no/husx", "a@b.no", "{husx}", "`husx`", "hus_x", "Привет", "漢字"],
)
def test_what_is_right_in_no_dictionary_is_not_looked_up(word: str) -> None:
    assert checked(f"hus {word} katt") == ["hus", "katt"]


def test_names_of_the_source_are_not_looked_up() -> None:
    assert checked("Gulbrandsen’s dog and Olas", "Gulbrandsens og Ola’s hund.") == ["dog", "and"]


def test_a_word_of_the_source_is_looked_up_unless_it_is_a_name() -> None:
    assert checked("The hund sleeps", "Hunden er en hund.") == ["The", "hund", "sleeps"]


def test_places_are_in_code_points() -> None:
    text = "🐕 dog"
    [(span, word)] = words_to_check(text, "")
    assert text[slice(*span)] == word == "dog"


def test_all_dictionaries_of_a_kind_of_english_are_used() -> None:
    assert dictionaries("en", [FOLDER]) == [FOLDER / "en_GB", FOLDER / "en_US"]


def test_norwegian_is_found_by_all_its_codes() -> None:
    assert dictionaries("nb", [FOLDER]) == dictionaries("no", [FOLDER]) == [FOLDER / "nb_NO"]
    assert dictionaries("nn", [FOLDER]) == []
    assert dictionaries("xx", [FOLDER]) == []


def test_a_dictionary_without_its_rules_is_none(tmp_path: Path) -> None:
    (tmp_path / "nb_NO.dic").touch()
    assert dictionaries("nb", [tmp_path, FOLDER]) == [FOLDER / "nb_NO"]


def test_the_user_can_say_where_dictionaries_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDERS, str(FOLDER))
    assert dictionaries("nb") == [FOLDER / "nb_NO"]
    monkeypatch.setenv(FOLDERS, "")
    assert dictionaries("nb") == []


def test_the_dictionaries_of_the_system_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(FOLDERS)
    shutil.copytree(FOLDER, tmp_path / "hunspell")
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    assert dictionaries("nb") == [tmp_path / "hunspell" / "nb_NO"]


def test_those_of_the_user_come_first_and_that_of_the_binding_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FOLDERS)
    for name, suffix in product(("nb_NO", "en_GB"), (".dic", ".aff")):
        shutil.copy(FOLDER / f"{name}{suffix}", tmp_path)
    shutil.copytree(tmp_path, tmp_path / "data" / "dictionaries")
    shutil.copytree(tmp_path / "data" / "dictionaries", tmp_path / "hunspell")
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path))
    monkeypatch.setenv("TOSPALT_DATA", str(tmp_path / "data"))
    assert dictionaries("nb") == [tmp_path / "data" / "dictionaries" / "nb_NO"]
    british, american = dictionaries("en")
    assert british == tmp_path / "data" / "dictionaries" / "en_GB"
    assert american.name == "en_US"


def test_a_dictionary_that_is_too_large_is_passed_over_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    for folder in ("large", "small"):
        shutil.copytree(FOLDER, tmp_path / folder)
    with open(tmp_path / "large" / "nb_NO.dic", "ab") as file:
        file.truncate(50_000_001)
    with caplog.at_level("INFO"):
        assert dictionaries("nb", [tmp_path / "large", tmp_path / "small"]) == [tmp_path / "small" / "nb_NO"]
    assert caplog.messages == ["a dictionary is too large to be used bytes=5e+07"]
    assert dictionaries("en", [tmp_path / "large"]) == [tmp_path / "large" / name for name in ("en_GB", "en_US")]
