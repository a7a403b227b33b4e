import json
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from reader.engine import Engine
from reader.errors import CancelledError
from reader.packages import find_packages
from reader.quality import assessor_for, kept
from reader.quality.calibration import Calibration
from reader.quality.kept import calibration_for
from tests.reader.quality.scored import Scored, made_pairs


@pytest.fixture(autouse=True)
def nothing_is_shipped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(kept, "CALIBRATIONS", tmp_path / "none.json")


@pytest.fixture(autouse=True)
def pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    found = made_pairs(100)
    monkeypatch.setattr(kept, "own_pairs", lambda source, target: found if {source, target} == {"nb", "en"} else [])


def calibration(engine: Scored, folder: Path, reverse: Scored | None = None) -> Calibration | None:
    return calibration_for(cast("Engine", engine), cast("Engine | None", reverse), folder)


def test_it_is_measured_once_and_then_read(tmp_path: Path) -> None:
    engine = Scored()
    measured = calibration(engine, tmp_path)
    assert measured is not None and engine.translated == 100
    assert calibration(engine, tmp_path) == measured
    assert engine.translated == 100
    [file] = tmp_path.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600


def test_with_and_without_the_opposite_direction_are_two(tmp_path: Path) -> None:
    engine, reverse = Scored(), Scored(find_packages().choose("en", "nb"))
    alone, both = calibration(engine, tmp_path), calibration(engine, tmp_path, reverse)
    assert alone is not None and both is not None
    assert (alone.informed, both.informed) == (False, True)
    assert (calibration(engine, tmp_path), calibration(engine, tmp_path, reverse)) == (alone, both)


@pytest.mark.parametrize(
    "damage",
    [
        {"marked": None},
        {"look": "70"},
        {"words": {}},
        {"informed": True},
        {"sentences": {"means": [1.0], "scales": [1.0], "weights": [1.0], "bias": 0}},
        None,
    ],
)
def test_a_damaged_file_is_measured_again(damage: dict[str, Any] | None, tmp_path: Path) -> None:
    engine = Scored()
    measured = calibration(engine, tmp_path)
    [file] = tmp_path.iterdir()
    file.write_text("[" if damage is None else json.dumps(json.loads(file.read_text("utf-8")) | damage), "utf-8")
    assert calibration(engine, tmp_path) == measured
    assert engine.translated == 200


def test_another_package_in_its_place_is_measured_itself(tmp_path: Path) -> None:
    engine, other = Scored(), Scored(honest=False)
    other.package = replace(engine.package, path=tmp_path / "other")
    assert calibration(engine, tmp_path) != calibration(other, tmp_path)
    assert other.translated == 100


def test_languages_without_pairs_have_none(tmp_path: Path) -> None:
    engine = Scored()
    engine.package = replace(engine.package, source="de")
    assert calibration(engine, tmp_path / "kept") is None
    assert not (tmp_path / "kept").exists()


def test_what_goes_wrong_ends_it_and_nothing_is_saved(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    assert calibration(Scored(fails_on="ord"), tmp_path / "kept") is None
    assert not (tmp_path / "kept").exists()
    assert "measuring how good translations are" in caplog.text
    caplog.clear()


def test_cancelled_it_is_not_saved_and_done_another_time(tmp_path: Path) -> None:
    engine = Scored()
    with pytest.raises(CancelledError):
        calibration_for(cast("Engine", engine), None, tmp_path, lambda: True)
    assert not [*tmp_path.iterdir()]
    assert calibration(engine, tmp_path) is not None


def test_a_folder_that_cannot_be_written_still_gives_it(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert calibration(Scored(), tmp_path / "file" / "folder") is not None


@pytest.mark.usefixtures("user_folder")
def test_a_package_whose_scores_say_nothing_has_no_assessor() -> None:
    assert assessor_for(cast("Engine", Scored()), None) is not None
    other = Scored(honest=False)
    other.package = replace(other.package, version="9")
    other.package = replace(other.package, path=other.package.path / "elsewhere")
    assert assessor_for(cast("Engine", other), None) is None
