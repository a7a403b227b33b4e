import json
import re
import shutil
from pathlib import Path

import pytest

from reader.cli import main
from reader.commands.package_table import as_table
from reader.packages import Grade, Origin, Packages, Quality, find_packages
from reader.packages.argos import read_package
from reader.paths import STARTER_PACKAGES

NB_EN = next(STARTER_PACKAGES.glob("translate-nb_en-*"))


def copy_of(folder: Path, target: Path, **metadata: object) -> Path:
    """A package folder with other metadata; None takes a key out."""
    shutil.copytree(folder, target)
    file = target / "metadata.json"
    data = json.loads(file.read_text("utf-8")) | metadata
    file.write_text(json.dumps({key: value for key, value in data.items() if value is not None}), "utf-8")
    return target


def cells(table: str) -> list[list[str]]:
    return [re.split(" {2,}", line) for line in table.splitlines()]


def test_the_starter_pair_is_listed_with_what_it_says_of_its_quality(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packages", "list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    for package in find_packages().usable:
        stated = json.loads((package.path / "metadata.json").read_text("utf-8"))["quality"]
        [line] = [line for line in lines if str(package.path) in line]
        assert "starter" in line
        assert f"BLEU {stated['bleu']:.1f}, chrF {stated['chrf']:.1f} ({stated['test_set']})" in line


def test_an_official_package_is_told_from_the_starter_and_from_others_and_is_the_one_used(tmp_path: Path) -> None:
    official = read_package(copy_of(NB_EN, tmp_path / "a", package_version="1.9", quality=None))
    other = read_package(copy_of(NB_EN, tmp_path / "b", package_version="0.5", quality=None))
    starter = read_package(NB_EN, starter=True)
    assert [p.origin for p in (official, other, starter)] == [Origin.OFFICIAL, Origin.OTHER, Origin.STARTER]
    listed = cells(as_table(Packages((starter, official, other))))[1:]
    assert [row[3:6] for row in listed] == [
        ["starter", "no", listed[0][5]],
        ["official", "yes", "BLEU 38.9 (FLORES-101 devtest)"],
        ["other", "no", "not known"],
    ]


@pytest.mark.parametrize(
    ("bleu", "grade"), [(0, Grade.ROUGH), (19.9, Grade.ROUGH), (20, Grade.FAIR), (34.9, Grade.FAIR), (35, Grade.GOOD)]
)
def test_a_figure_is_said_in_words(bleu: float, grade: Grade) -> None:
    assert Quality("FLORES-101 dev", bleu).grade is grade


@pytest.mark.parametrize(
    "quality",
    [
        None,
        [],
        {},
        {"test_set": "x" * 61, "bleu": 1, "chrf": 1},
        {"test_set": "x"},
        {"test_set": "x", "bleu": "high", "chrf": 1},
    ],
)
def test_a_package_that_says_nothing_usable_of_its_quality_is_listed_without(quality: object, tmp_path: Path) -> None:
    package = read_package(copy_of(NB_EN, tmp_path / "a", package_version="0.5", quality=quality))
    assert package.quality is None


def test_a_package_may_state_its_own_figures(tmp_path: Path) -> None:
    stated = {"test_set": "mine", "bleu": 1, "chrf": 2.5}
    package = read_package(copy_of(NB_EN, tmp_path / "a", quality=stated))
    assert package.quality == Quality("mine", 1.0, 2.5)


def test_a_folder_that_is_no_package_stands_below_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from argostranslate import settings

    monkeypatch.setattr(settings, "package_data_dir", tmp_path)
    (tmp_path / "stray").mkdir()
    assert main(["packages", "list"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"Not a package: {tmp_path / 'stray'} (It has no metadata.json)"
