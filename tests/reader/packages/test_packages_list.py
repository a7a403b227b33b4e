import json
import re
from pathlib import Path

import pytest

from reader.cli import main
from reader.commands.package_table import as_table
from reader.packages import Origin, Packages, find_packages
from reader.packages.installed import read_package
from tests.archives import NB_EN, copy_of


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
        ["other", "no", "unknown"],
    ]


def test_a_folder_that_is_no_package_stands_below_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from argostranslate import settings

    monkeypatch.setattr(settings, "package_data_dir", tmp_path)
    (tmp_path / "stray").mkdir()
    assert main(["packages", "list"]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"Not a package: {tmp_path / 'stray'} (It has no metadata.json)"
